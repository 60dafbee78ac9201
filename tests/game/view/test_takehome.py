"""The take-home card: one sheet in every country, language and size of text, and what it must say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.content.help import load_help
from game.view.screen import Open, Screen
from game.view.screens.takehome import SIZES, Card, columns, sheet_of, within
from game.view.ui import Ui
from reporting.client.routes import load_routes
from tests.game.view.golden import assert_golden
from tests.game.view.stage import Stage, stage, story, words

COUNTRIES = load_help().known()


def at_the_end(tmp_path: Path, lang: str = "fr", text: int = 100, contrast: str = "normal") -> Stage:
    """A class's play, on its card."""
    s = stage(tmp_path, lang=lang, text=text, contrast=contrast, in_class=True)
    s.begin()
    s.play_until("ended")
    while any(target.id == "recap/on" for target in s.window.targets):
        s.hands.press("recap/on")
    return s


class _Seen(Screen):
    """A page that keeps what it was drawn with."""

    name = "seen"
    ui: Ui

    def draw(self, ui: Ui) -> None:
        self.ui = ui


def _page(tmp_path: Path, lang: str, text: float) -> Ui:
    """What a screen draws with, at this size of text."""
    s, seen = stage(tmp_path, lang=lang, text=round(text * 100), size=(1280, 720)), _Seen()
    s.window.go(Open(seen))
    s.window.draw()
    return seen.ui


def card_of(country: str) -> Card:
    """What stands on it there."""
    return Card(load_help().lines(country), load_routes().doors(country.upper()))


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("text", [1.0, 1.33, 1.5, 2.0])
@pytest.mark.parametrize("country", COUNTRIES)
def test_it_stands_on_one_sheet(country: str, text: float, lang: str, tmp_path: Path) -> None:
    """At the smallest of its sizes at the latest, whose least words are 30 logical px."""
    ui = _page(tmp_path, lang, text)
    closing = story().episode.closing
    assert closing is not None
    sides, _, _ = columns(ui, within(sheet_of(ui)), card_of(country), closing.farewell["class"].texts)
    assert [fits for _, fits in sides] == [True, True]
    assert replace(ui, text_scale=SIZES[-1]).style("note").size >= 30


def test_it_names_the_doors_of_its_country() -> None:
    """Two in France: one keeps the picture on the device, one receives it. Each with an address that fits on paper."""
    doors = card_of("fr").doors
    assert [(door.address, door.picture) for door in doors] == [
        ("takeitdown.ncmec.org", "stays"), ("pointdecontact.net/disrupt", "analysts"),
    ]  # fmt: skip
    assert [door.name for door in card_of("gb").doors] == ["Take It Down", "Report Remove"]


def test_it_leads_back_to_the_title_and_to_the_sentences(tmp_path: Path) -> None:
    """Two ways on, and no page to turn."""
    s = at_the_end(tmp_path)
    assert {"farewell/leave", "farewell/sentences"} <= {target.id for target in s.window.targets}
    assert "farewell/more" not in {target.id for target in s.window.targets}
    s.hands.press("farewell/leave", by="keyboard")
    assert s.window.top.name == "title"


@pytest.mark.parametrize(("lang", "text", "contrast"), [
    ("fr", 100, "normal"), ("en", 100, "normal"), ("fr", 200, "normal"), ("en", 200, "normal"), ("fr", 100, "high"),
])  # fmt: skip
def test_it_looks_as_it_did(lang: str, text: int, contrast: str, tmp_path: Path) -> None:
    """Read from the back of a room."""
    look = "-large" if text == 200 else "-contrast" if contrast == "high" else ""
    assert_golden(at_the_end(tmp_path, lang, text, contrast).surface, f"card{look}-{lang}")


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_number_says_who_answers(country: str) -> None:
    """In a few words; what is reached by its site shows the site."""
    assert all(line.urgent or line.briefly(words("fr")) for line in card_of(country).lines)


def test_no_sound_is_written_under_it(tmp_path: Path) -> None:
    """The card fills its page; over every other page of the story there is a lane for sounds."""
    s = stage(tmp_path, in_class=True)
    s.begin()
    assert s.window.top.written
    s.play_until("ended")
    assert s.window.top.written
    while any(target.id == "recap/on" for target in s.window.targets):
        s.hands.press("recap/on")
    assert not s.window.top.written
