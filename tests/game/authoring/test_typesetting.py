"""An independent typesetter reads every word in French, and would set it as it is set. Quotes inside quotes are ours (SV025)."""

from __future__ import annotations

import pytest
from polytypo.text import transform

from game.content.loader import load_story
from game.content.root import content_root
from game.content.words import interface_french, load_words

OWN = {
    "affiche-dechiree.card": "« couloir B. » ends a sentence: B is no initial",
    "bocal2-a1": "« 3e B. » ends a sentence too",
    "cli.option.size": "WxH is typed, not set",
    "cli.size.wrong": "the same",
    "text.word.help": "a list of words to type, the question mark among them",
}
"""Texts that are set otherwise on purpose, and why; nothing else may differ."""
RULES = {"quotes": False}


def _differ(texts: dict[str, str], locale: str) -> dict[str, tuple[str, str]]:
    found = {}
    for name, text in texts.items():
        other = transform(text, locale=locale, rules=RULES)
        if other != text and name not in OWN:
            found[name] = (text, other)
    return found


def test_the_story_is_set_as_french_is() -> None:
    """No-break spaces before : and inside « », narrow ones before ; ! ?, typographic apostrophes and ellipses."""
    assert _differ(dict(load_story().french), "fr") == {}


def test_the_interface_is_set_as_french_is() -> None:
    """The same for screens, terminal, help lines and paper."""
    assert _differ(interface_french(), "fr") == {}


@pytest.mark.parametrize("which", ["story", "interface"])
def test_english_is_set_as_english_is(which: str) -> None:
    """Apostrophes, ellipses, dashes."""
    words = load_words("en", content_root(), story=load_story())
    names = load_story().french if which == "story" else interface_french()
    told = {name: words.line(name) if which == "story" else words(name) for name in names}
    assert _differ(told, "en-GB") == {}


def _nested(text: str) -> bool:
    """Whether one pair of « » stands in another."""
    depth = 0
    for sign in text:
        depth = min(depth + 1, 2) if sign == "«" else max(depth - 1, 0) if sign == "»" else depth
        if depth > 1:
            return True
    return False


def test_quotes_within_quotes_are_the_other_kind() -> None:
    """« … “ … ” … », in the story and in the interface; the rule itself is shown what it must find."""
    assert _nested("« Il a dit « non » »")
    assert not _nested("« Il a dit “non” », puis « oui »")
    told = {**load_story().french, **interface_french()}
    assert [name for name, text in told.items() if _nested(text)] == []
