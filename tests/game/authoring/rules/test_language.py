"""What may not be said: each framing finds its bad sentences and leaves its fine ones, the formulas order texts, the shipped words pass."""

from __future__ import annotations

import re
from typing import Any

import pytest

from game.authoring.rules.language import ALONE, EASE, SENTENCE, TALK, ease, framings, gendered, lint_data
from game.content.loader import load_story

ENTRIES: list[tuple[str, dict[str, Any]]] = [(lang, entry) for lang in EASE for entry in lint_data()["framings"][lang]]


def _found(entry: dict[str, Any], words: str) -> bool:
    parts = [words] if entry.get("whole") else SENTENCE.findall(words)
    return any(re.search(entry["says"], part, re.IGNORECASE | re.MULTILINE) for part in parts)


@pytest.mark.parametrize(("language", "entry"), ENTRIES, ids=lambda value: value if isinstance(value, str) else value["id"])
def test_a_framing_finds_what_it_must(language: str, entry: dict[str, Any]) -> None:
    """And leaves alone what people may well say."""
    assert entry["bad"]
    assert entry["fine"]
    assert [words for words in entry["bad"] if not _found(entry, words)] == []
    assert [words for words in entry["fine"] if _found(entry, words)] == []


def test_both_languages_look_for_the_same() -> None:
    """A framing that hurts in one hurts in the other."""
    assert [framing.id for framing in framings("fr")] == [framing.id for framing in framings("en")]


def test_whoever_is_spared_exists() -> None:
    """An exception for a text that is gone would hide the next one of its name."""
    story = load_story()
    texts = story.french.keys() | {f"facts.{name}" for name in story.facts}
    assert {name for language in EASE for framing in framings(language) for name in framing.spared} <= texts


def test_the_player_has_no_gender() -> None:
    """« Tu es prête », « la stagiaire », « prêt(e) », “good girl” are found; « tu es libre » is not."""
    player = lint_data()["player"]
    assert [words for words in player["bad"] if gendered(words) is None] == []
    assert [words for words in player["fine"] if gendered(words) is not None] == []
    assert [words for words in player["bad_english"] if gendered(words, "en") is None] == []
    assert [words for words in player["fine_english"] if gendered(words, "en") is not None] == []


@pytest.mark.parametrize(
    ("language", "plain", "hard"),
    [
        ("fr", "Je suis là. Tu veux quoi, toi ?", "La responsabilisation institutionnelle conditionne l’appropriation collective."),
        ("en", "I am here. What do you want?", "Institutional responsibility conditions collective appropriation."),
    ],
)
def test_plain_words_score_higher(language: str, plain: str, hard: str) -> None:
    """In the order that a reader would put them in, on either side of the thresholds."""
    assert ease(plain, language)[0] > TALK > ALONE > ease(hard, language)[0]


def test_words_are_counted_as_one_reads_them() -> None:
    """Figures are no words; nothing at all is as easy as can be."""
    assert ease("3018, 9 h-23 h.", "fr")[1] == 2
    assert ease("", "fr") == (100.0, 0)
