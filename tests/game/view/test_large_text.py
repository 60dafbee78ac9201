"""Large text: signs and keys grow with the words, a head stands beside the name, and what turns is cut between lines."""

from __future__ import annotations

from pathlib import Path
from random import Random

import numpy as np
import pygame
import pytest

from game.authoring.bots import Bot
from game.content import boxes
from game.content.root import content_root
from game.core.moment import ChoiceNow, ComparedNow
from game.view.art import Art
from game.view.canvas import Canvas
from game.view.geometry import Box
from game.view.lettering import Lettering
from game.view.scenery import Scenery, Sight
from game.view.scroll import Scroll, scrolled
from game.view.theme import THEMES, rgb
from game.view.ui import Attention, Ui
from game.view.widgets import comparison, play, scene
from tests.game.view.stage import Stage, stage, words

FONTS = content_root() / "assets" / "fonts"
AREA = Box(200, 200, 800, 300)


def page(text: float = 1.0) -> Ui:
    """An empty page in logical pixels."""
    pygame.init()
    surface = pygame.display.set_mode((1920, 1080))
    canvas = Canvas(surface, THEMES["paper"], Art(content_root() / "assets" / "baked"), Lettering(FONTS, 1.0))
    canvas.fill("surface_raised")
    return Ui(canvas, words("fr"), Attention(), text)


def inked(ui: Ui, box: Box) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Where text stands in a box: (across, down)."""
    pixels = pygame.surfarray.array3d(ui.canvas.surface).astype(int)
    part = pixels[int(box.x) : int(box.right), int(box.y) : int(box.bottom)]
    return np.asarray(np.abs(part - np.array(rgb(ui.theme["text"]))[:3]).sum(axis=2) < 60)


@pytest.mark.parametrize("size", [1.0, 1.33, 2.0])
@pytest.mark.parametrize("offset", range(0, 60, 7))
def test_a_part_that_turns_is_cut_between_lines(size: float, offset: int) -> None:
    """However far it is turned, each line is drawn whole or not at all."""
    ui = page(size)
    state = Scroll(offset=offset, content=1200, room=AREA.h)
    with scrolled(ui, "part", AREA, state) as inside:
        inside.foot = inside.y + ui.block(inside.x, inside.y, inside.w, "Hxl Hxl " * 90, "body", "text")
    down = inked(ui, Box(AREA.x, AREA.y - 4, 600, AREA.h + 8)).any(axis=0)
    runs = np.diff(np.flatnonzero(np.diff(np.concatenate(([0], down.astype(int), [0])))).reshape(-1, 2)).ravel()
    assert len(runs) >= 2
    assert runs.max() - runs.min() <= 1


def test_outside_a_part_that_turns_nothing_is_left_out() -> None:
    """Once the part is drawn, words may lie anywhere again."""
    ui = page()
    with scrolled(ui, "part", AREA, Scroll()) as inside:
        inside.foot = inside.y + 40
    ui.line(AREA.x, AREA.y + 8, "Hxl", "body")
    assert inked(ui, Box(AREA.x, AREA.y - 40, 100, 60)).any()


@pytest.mark.parametrize("size", [1.0, 2.0])
def test_an_answer_without_a_stance_keeps_no_empty_column(size: float) -> None:
    """Its words begin right after its key; beside a stance they begin after its sign and its word."""
    left = []
    for stance in (None, "propose"):
        ui = page(size)
        choice = ChoiceNow(id="one", text="one", number=1, stance=stance)
        play.choice(ui, 100, 300, 1200, choice, "H", "signal")
        words_at = 100 + boxes.answer_left(ui, plain=stance is None)
        assert inked(ui, Box(words_at, 300, 60 * size, 120 * size)).any()
        left.append(words_at)
    assert left[0] == 100 + 56 + boxes.key_width(page(size), "1", size)
    assert left[1] > left[0] + 100


def at_a_face(s: Stage) -> None:
    """Play on until somebody speaks who has a face."""
    s.begin()
    s.play_until("talk", talk="sc-mandat")
    sitting = s.run.sitting
    assert sitting is not None
    while sitting.moment.line is None or not sitting.moment.line.portrait:
        command = next(offer for offer in sitting.moment.offers if offer.do in ("advance", "choose"))
        sitting.do(next(iter(command.commands())))
    s.hands.see()
    s.window.draw()


def test_a_head_stands_beside_the_name_in_the_largest_text(tmp_path: Path) -> None:
    """Where the bust has no room, the photograph over the sheet's edge shows the same face."""
    s = stage(tmp_path, text=200, size=(1280, 720))
    at_a_face(s)
    pixels = pygame.surfarray.array3d(s.surface)
    ui = s.window._ui()
    sheet = next((t.box for t in s.window.targets if t.id == "advance"), None)
    high = sheet.y if sheet is not None else None
    if high is None:  # answers wait: the sheet ends over the button that turns to them
        turn = s.hands.target("talk/turn").box
        line = s.run.sitting.moment.line  # type: ignore[union-attr]
        assert line is not None
        w = boxes.talk_sheet(2.0, face=True)[1]
        high = turn.y - boxes.BETWEEN - play.speech_height(ui, w, ui.words.line(line.id), stage=line.stage is not None)
    photo = play.photo(ui, Box(60, high, 1800, 300))
    assert photo is not None
    area = s.window._canvas.area(photo.inset(20))
    seen = pixels[area.x : area.right, area.y : area.bottom].reshape(-1, 3)
    assert len(np.unique(seen // 8, axis=0)) > 40


def test_a_head_keeps_clear_of_the_bar() -> None:
    """It grows smaller where the sheet is tall, and is left out rather than lie over the bar."""
    ui = page(2.0)
    for top in range(100, 700, 20):
        photo = play.photo(ui, Box(60, top, 1800, 200))
        assert photo is None or photo.y >= 12 + boxes.bar_height(2.0)
        assert photo is None or photo.w >= boxes.PHOTO_LEAST
    assert play.photo(ui, Box(60, 500, 1800, 200)) is not None


@pytest.mark.parametrize("text", [100, 133, 200])
def test_the_name_keeps_its_place_from_line_to_line(text: int, tmp_path: Path) -> None:
    """The sheets of lines that follow each other begin at the same height, unless one has far more to say."""
    s = stage(tmp_path, text=text)
    s.begin()
    sitting = s.run.sitting
    assert sitting is not None
    s.play_until("place", line=True)
    tops: list[float] = []
    for _ in range(60):
        sheet = next((t.box for t in s.window.targets if t.id == "advance"), None)
        if sheet is not None and sitting.moment.place is not None:
            tops.append(sheet.y)
        command = next((o for o in sitting.moment.offers if o.do in ("advance", "choose", "go", "talk-to", "examine")), None)
        if command is None:
            break
        sitting.do(next(iter(command.commands())))
        s.window.draw()
    assert len(tops) > 15
    assert tops.count(max(tops)) >= (0.8 if text < 200 else 0.6) * len(tops)


def test_signs_grow_with_the_words() -> None:
    """Drawn larger in large text, and the room they take is the room that is kept for them."""
    assert boxes.drawn(1.0) == 1
    assert boxes.drawn(1.33) > 1.2
    assert boxes.drawn(2.0) >= 1.6
    assert boxes.label_room(600, 2.0) < boxes.label_room(600, 1.0)


def test_nobody_is_seen_twice_in_the_largest_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has a photograph over the sheet does not stand behind it as well, in a place and in a talk; everyone else does."""
    s = stage(tmp_path, text=200)
    s.begin()
    sitting = s.run.sitting
    assert sitting is not None
    heads: list[str] = []
    stood: list[str] = []
    head, scenery = scene.head, Canvas.scenery

    def note_head(ui: Ui, box: Box, who: str, *rest: object, **more: object) -> None:
        heads.append(who)
        head(ui, box, who, *rest, **more)  # type: ignore[arg-type]

    def note_sight(canvas: Canvas, sight: Sight, size: tuple[int, int]) -> Scenery:
        stood[:] = [stander.id for stander in sight.people]
        return scenery(canvas, sight, size)

    monkeypatch.setattr(scene, "head", note_head)
    monkeypatch.setattr(Canvas, "scenery", note_sight)
    player, hidden = Bot("careful", Random("twice")), 0
    for _ in range(250):
        now = sitting.moment
        if now.line is not None and now.line.portrait and now.place is not None and now.account is None:
            heads.clear()
            s.window.draw()
            present = {person.id for person in now.place.people}
            assert not set(heads) & set(stood)
            assert present - set(heads) <= set(stood)
            hidden += bool(present & set(heads))
        command = player.next(now)
        if command is None:
            break
        sitting.do(command)
    assert hidden > 5


@pytest.mark.parametrize(("high", "told"), [(240.0, True), (120.0, False)])
def test_an_answer_of_the_board_is_one_line_where_its_sheet_has_no_room(high: float, told: bool) -> None:
    """In the largest text it lies over the tone, or is left to the tone alone; never over the edge of its place."""
    ui = page(2.0)
    box = Box(60, 400, 1800, high)
    answer = ComparedNow(title=None, card="board-start-guess", sure="think", tone="unseen")
    comparison.draw(ui, answer, box)
    tone = next(target.box for target in ui.targets if target.id == "compared")
    assert tone.bottom <= box.bottom + 1
    assert inked(ui, Box(box.x, tone.y - tone.h, 1500, tone.h - 12)).any() == told
    assert not inked(ui, Box(0, 0, 1920, box.y - 12)).any()
