"""Nothing on a desk screen is out of reach, too small, overlapping or under the help strip, at any size of text."""

from __future__ import annotations

from itertools import combinations

import pygame
import pytest

from game.content.help import load_help
from game.view.geometry import Box
from game.view.lettering import Lettering
from game.view.screen import Open
from game.view.screens.help import HelpScreen
from game.view.theme import TextStyle
from game.view.widgets.desk import option_height
from reporting.client.choices import Action
from reporting.client.commands import Do
from reporting.protocol.receipt import Language
from tests.game.view.screens.desk_stage import Desk, desk_window
from tests.game.view.screens.desk_visits import VISITS, at_review

CASES: list[tuple[Language, float]] = [("fr", 1.0), ("en", 1.0), ("fr", 1.33), ("fr", 2.0), ("en", 2.0)]
LEAST, SMALL = 64.0, 29.9


class Reading(Lettering):
    """Lettering that remembers how small it was ever asked to write, and what."""

    smallest: float = 999.0
    said: frozenset[str] = frozenset()

    def line(self, text: str, style: TextStyle, colour: str):  # type: ignore[no-untyped-def]  # the same pair, passed on
        if text.strip():
            self.smallest, self.said = min(self.smallest, style.size), self.said | {text}
        return super().line(text, style, colour)


def _overlap(a: Box, b: Box) -> float:
    w, h = min(a.right, b.right) - max(a.x, b.x), min(a.bottom, b.bottom) - max(a.y, b.y)
    return w * h if w > 0 and h > 0 else 0.0


@pytest.mark.parametrize(("language", "scale"), CASES)
@pytest.mark.parametrize("name", VISITS)
def test_everything_has_its_place(name: str, language: Language, scale: float) -> None:
    """Targets lie apart, inside the page and above the strip; Tab brings each into view at 64 px or more; all that is offered is there."""
    desk = desk_window(VISITS[name](language), scale=scale)
    _apart(desk)
    _written_large(desk)
    _reached(desk)
    _turned(desk)
    _offered(desk)


def _apart(desk: Desk) -> None:
    strip = min(t.box.y for t in desk.window.targets if t.id.startswith("strip/"))
    seen = [t for t in desk.own if t.box.w > 0 and t.box.h > 0]
    assert seen
    for t in seen:
        assert t.box.x >= 0, t.id
        assert t.box.right <= 1920, t.id
        assert t.box.y >= 0, t.id
        assert t.box.bottom <= strip + 0.01, t.id
    for a, b in combinations(seen, 2):
        assert _overlap(a.box, b.box) < 1, (a.id, b.id)


def _written_large(desk: Desk) -> None:
    """Large text wraps and turns; nothing is under 30 logical px. (The strip is the window's own.)"""
    canvas = desk.window._canvas
    before = canvas.letters
    canvas.letters = letters = Reading(before._folder, before._scale)
    desk.screen.draw(desk.window._ui())
    canvas.letters = before
    assert letters.smallest >= SMALL


def _reached(desk: Desk) -> None:
    wanted, reached = {t.id for t in desk.own if t.enabled}, set()
    for _ in range(len(desk.window.targets) + 1):
        desk.hands.key("tab")
        target = next(t for t in desk.window.targets if t.id == desk.window.attention.focus)
        reached.add(target.id)
        if not target.id.startswith("strip/"):
            assert target.box.w >= LEAST - 0.01, target
            assert target.box.h >= LEAST - 0.01, target
    assert wanted <= reached


def _turned(desk: Desk) -> None:
    """A long page turns to its end and back."""
    scroll = desk.screen._kept.scroll
    if scroll.furthest and not desk.screen._kept.inner.furthest:
        desk.screen.wheel(-500)
        desk.window.draw()
        assert scroll.offset == pytest.approx(scroll.furthest)
        desk.screen.wheel(500)
        desk.window.draw()
        assert scroll.offset == 0


def _offered(desk: Desk) -> None:
    """What the desk offers can be pressed: on the page, or under « Autres choix »."""
    offered = {action.id for action in desk.behind.moment.actions if action.enabled}
    shown = {t.signal.action for t in desk.own if isinstance(t.signal, Do) and t.enabled}
    menu = next((t for t in desk.own if t.id.endswith("/menu")), None)
    if menu is not None:
        desk.hands.press(menu.id, by="keyboard")
        shown |= {t.signal.action for t in desk.own if isinstance(t.signal, Do) and t.enabled}
    assert offered <= shown


class Heard(Lettering):
    """Lettering that remembers what it was asked to write."""

    said: list[str]

    def line(self, text: str, style: TextStyle, colour: str):  # type: ignore[no-untyped-def]  # the same pair, passed on
        self.said.append(text)
        return super().line(text, style, colour)


def _said(desk: Desk) -> str:
    canvas = desk.window._canvas
    before = canvas.letters
    canvas.letters = letters = Heard(before._folder, before._scale)
    letters.said = []
    desk.window.draw()
    canvas.letters = before
    return " ".join(letters.said)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("name", ["review-training", "receipt-training", "who-witness", "follow-training"])
def test_an_exercise_speaks_one_language(name: str, scale: float) -> None:
    """The signed name of its service is « Exercice · Training »: no screen repeats it."""
    pairs: tuple[tuple[Language, str], ...] = (("fr", "Training"), ("en", "Exercice"))
    for language, other in pairs:
        visit = at_review("training", language) if name == "review-training" else VISITS[name](language)
        assert other not in _said(desk_window(visit, scale=scale))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_way_out_stands_apart_from_the_two_views(language: Language) -> None:
    """« Pour de vrai ? » leaves room for the focus ring of « en mots »."""
    boxes = {t.id: t.box for t in desk_window(at_review("training", language)).own}
    assert boxes["review/view/words"].x - boxes["review/for_real"].right >= 28


def test_a_shut_door_invites_nobody() -> None:
    """Once someone said « pour de vrai » the paper door shows neither its mark nor its key, and cannot be pressed."""
    desk = desk_window(VISITS["doors-for-real"]("fr"))
    said = _said(desk)
    assert "c’est un exercice" not in said
    assert not next(t for t in desk.own if t.id == "real_or_try/try").enabled
    assert " 2 " not in f" {said} "
    assert "c’est un exercice" in _said(desk_window(VISITS["doors"]("fr")))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_large_text_shows_a_whole_card_and_says_that_there_are_two_doors(language: Language) -> None:
    """Twice as large: the first answer to « Qui es-tu » is whole; both doors are named in sight, and Tab brings each one in."""
    desk = desk_window(VISITS["doors"](language), scale=2.0)
    assert desk.window._words("desk.real_or_try.two").split()[-1] in _said(desk)
    doors: tuple[Action, ...] = ("for_real", "try")
    for door in doors:
        desk.hands.press(f"real_or_try/{door}", by="keyboard")
        assert desk.behind.asked == [Do(door)]
        desk = desk_window(VISITS["doors"](language), scale=2.0)
    for name in ("who", "who-chosen", "who-witness"):
        desk = desk_window(VISITS[name](language), scale=2.0)
        first = next(t for t in desk.own if t.id == "who/who/shown")
        head, note = desk.window._words("desk.who.shown"), desk.window._words("desk.who.shown.note")
        ui = desk.window._ui()
        assert first.box.h >= option_height(ui, first.box.w, head, note) - 0.01, "nothing of it is cut off"


def test_help_over_the_desk_is_left_by_a_plain_back() -> None:
    """The desk is no game: « Retour », not « Retour au jeu »."""
    desk = desk_window(VISITS["review"]("fr"))
    page = HelpScreen(load_help().lines("fr"))
    desk.window.go(Open(page))
    desk.window.draw()
    assert next(t.label for t in desk.window.targets if t.id == "help/back") == "Retour"


@pytest.mark.parametrize(("language", "title", "back"), [("fr", "Le Guichet", "Revenir au titre"), ("en", "The Desk", "Back to the title")])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_from_the_title_it_speaks_of_no_story(language: Language, title: str, back: str, scale: float) -> None:
    """Nobody leaves a story that was not begun, and nothing of it is kept: it says what it is, and goes back to the title."""
    desk = desk_window(VISITS["leaving"](language), scale=scale, from_story=False)
    canvas = desk.window._canvas
    before = canvas.letters
    canvas.letters = letters = Reading(before._folder, before._scale)
    desk.screen.draw(desk.window._ui())
    canvas.letters = before
    assert title in letters.said
    kept = before.wrap(desk.window._ui().words("desk.leaving.kept"), desk.window._ui().style("label"), 500)[0].split()[:2]
    assert not any(line.startswith(" ".join(kept)) for line in letters.said)
    assert next(t.label for t in desk.own if t.id == "leaving/return_to_story") == back
    _apart(desk)
    _reached(desk)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("scale", [1.33, 1.6, 2.0])
def test_the_words_beside_the_first_number_keep_clear_of_its_stitching(language: Language, scale: float) -> None:
    """Between thread and letters there is only paper, at the card's upper and lower edge and at its right."""
    desk = desk_window(VISITS["leaving"](language), scale=scale)
    desk.window.go(Open(HelpScreen(load_help().lines("fr"))))
    desk.window.draw()
    bottom = desk.window._ui().bottom - 356
    for band in (Box(500, 196, 1280, 12), Box(500, bottom - 34, 1280, 12), Box(1774, 200, 12, bottom - 240)):
        area = pygame.Rect(round(band.x / 2), round(band.y / 2), round(band.w / 2), round(band.h / 2))
        seen = pygame.surfarray.array3d(desk.surface.subsurface(area))
        assert seen.min() > 180, band
