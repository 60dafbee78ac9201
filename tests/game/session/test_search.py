"""Search in the notebook: every word that was asked for, whatever its case, accents and apostrophes."""

from __future__ import annotations

import pytest

from game.content.words import load_words
from game.core.commands import Examine, RingBell
from game.core.present import moment
from game.session.search import folded, search
from tests.game.core.test_bells import do, in_corridor
from tests.game.plays import DAY, day_story

STORY = day_story()
NOW = moment(STORY, do(in_corridor(), Examine("corridor/crumbs"), RingBell())[0])
FRENCH = load_words("fr", DAY, strict=True, story=STORY)
ENGLISH = load_words("en", DAY, strict=True, story=STORY)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("miettes", ["clue/crumbs"]),
        ("L'AVEU", ["clue/secret"]),
        ("mange", ["clue/secret", "person/yanis"]),
        ("gâteau", ["term/part"]),
        ("douzieme", ["term/part"]),
        ("piste net", ["clue/crumbs"]),
        ("", []),
        ("   ", []),
        ("licorne", []),
    ],
)
def test_what_is_asked_for_is_found(asked: str, found: list[str]) -> None:
    """In cards, people and words; several words must all be there."""
    assert [f"{hit.kind}/{hit.id}" for hit in search(NOW, FRENCH, asked)] == found


def test_titles_come_first() -> None:
    """Whose title holds the words stands before whose text does."""
    assert next(iter(search(NOW, FRENCH, "mot"))).title == "Le mot"


def test_the_search_is_in_the_players_language() -> None:
    """English is found in English, and French is not."""
    assert [hit.id for hit in search(NOW, ENGLISH, "crumbs")] == ["crumbs"]
    assert search(NOW, ENGLISH, "miettes") == ()


def test_folding() -> None:
    """What counts as the same."""
    assert folded("L’Été\u00a0 d’Ambre") == "l'ete d'ambre"
