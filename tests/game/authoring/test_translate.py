"""Catalogues follow their French, are counted as they are, and a made-up language shows what would be cut off."""

from __future__ import annotations

import shutil
from pathlib import Path

import polib
import pytest

from game.authoring.translate import LONGER, Catalogue, catalogues, pseudo, pseudo_words, status, update, write_pseudo
from game.content.loader import load_story
from game.content.root import content_root
from game.content.words import load_words
from tests.game.plays import shipped_story

FEATURES = Path(__file__).parents[1] / "content" / "features"
FRENCH = {"a.one": "Un", "a.two": "Deux", "a.three": "Trois"}


def entry(name: str, french: str, english: str, *flags: str) -> polib.POEntry:
    """One entry of a catalogue."""
    return polib.POEntry(msgctxt=name, msgid=french, msgstr=english, flags=list(flags))


@pytest.fixture
def known(tmp_path: Path) -> Catalogue:
    """A catalogue with one text translated, one of other French, and one that is gone."""
    file = polib.POFile()
    file.extend([entry("a.one", "Un", "One"), entry("a.two", "Deux ou trois", "Two or three"), entry("a.gone", "Zéro", "Zero")])
    file.save(str(tmp_path / "en.po"))
    return Catalogue(tmp_path / "en.po", FRENCH)


def test_what_ships_is_translated_and_up_to_date() -> None:
    """Every file of the story and of the interface: nothing missing, nothing fuzzy, nothing left over; updating writes nothing."""
    for catalogue in catalogues(shipped_story(), content_root(), "en", interface=True):
        now = status(catalogue)
        assert (now.fuzzy, now.missing, now.obsolete) == (0, 0, 0), catalogue.path
        before = catalogue.path.read_bytes()
        assert not update(catalogue, "en"), catalogue.path
        assert catalogue.path.read_bytes() == before


def test_a_catalogue_is_counted_as_it_is(known: Catalogue) -> None:
    """Translated; of other French, so fuzzy; missing; obsolete."""
    now = status(known)
    assert (now.translated, now.fuzzy, now.missing, now.obsolete) == (1, 1, 1, 1)


def test_an_update_keeps_adds_marks_and_drops(known: Catalogue) -> None:
    """What is translated stays, what changed becomes fuzzy with its old words, what is new is empty, what is gone goes."""
    assert update(known, "en")
    made = {one.msgctxt: (one.msgid, one.msgstr, one.flags) for one in polib.pofile(str(known.path))}
    assert made == {"a.one": ("Un", "One", []), "a.two": ("Deux", "Two or three", ["fuzzy"]), "a.three": ("Trois", "", [])}
    assert not update(known, "en")


def test_a_fuzzy_text_is_not_shown(tmp_path: Path) -> None:
    """Until somebody has read both, the player sees the French."""
    shutil.copytree(FEATURES, tmp_path / "episode")
    po = tmp_path / "episode" / "story" / "locales" / "en.po"
    po.write_text(po.read_text(encoding="utf-8").replace('msgid "Fin"', 'msgid "La fin"'), encoding="utf-8")
    story = load_story(tmp_path / "episode")
    (catalogue,) = catalogues(story, tmp_path / "episode", "en", interface=False)
    assert update(catalogue, "en")
    assert status(catalogue).fuzzy == 1
    assert load_words("en", tmp_path / "episode", story=story).line("closing.title") == "Fin"


def test_a_new_language_starts_empty(tmp_path: Path) -> None:
    """With each text once, and who says it, where."""
    story = load_story(FEATURES)
    (catalogue,) = catalogues(story, tmp_path, "de", interface=False)
    assert status(catalogue).missing == len(catalogue.french)
    assert update(catalogue, "de")
    now = status(catalogue)
    assert (now.translated, now.missing) == (0, len(catalogue.french))
    assert {one.msgctxt: one.comment for one in polib.pofile(str(catalogue.path))}["ada-hall-a1"] == "Ada · Le hall"


def test_the_made_up_language_is_longer_and_keeps_placeholders() -> None:
    """Longer by about a third, between brackets; `{name}` is still filled; what holds no word is left alone."""
    text = "Reprends la partie de {name} au lieu où tu étais, avec ton carnet."
    made = pseudo(text)
    assert "{name}" in made
    assert made.startswith("⟦")
    assert made.endswith("⟧")
    assert 1 + LONGER / 2 < len(made) / len(text) < 1 + 2 * LONGER
    assert pseudo("3018") == "3018"


def test_the_made_up_language_speaks_everywhere(tmp_path: Path) -> None:
    """Each interface word and each line, without a file; and as files, for the window."""
    story = load_story(FEATURES)
    words = pseudo_words(story)
    assert words.line("closing.title").startswith("⟦Fîñ")
    assert all(words(name) != f"⟦{name}⟧" for name in words.names())
    (catalogue,) = catalogues(story, tmp_path, "qps", interface=False)
    write_pseudo(catalogue)
    assert load_words("qps", tmp_path, story=story).line("closing.title") == words.line("closing.title")
