"""The desk in the window with everything real behind it: the fingerprint process, the exercise's service, the outbox."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest
from PIL import Image, ImageDraw

from game.session.clock import SystemClock
from reporting.client.commands import Pick
from reporting.client.moment import DeskMoment
from reporting.client.room import DeskRoom, Setting
from reporting.client.routes import load_routes
from reporting.client.runner import DeskRunner
from tests.game.view.screens.desk_stage import Desk, desk_window
from tests.game.view.screens.desk_visits import Visit
from tests.reporting.client.desks import tools

PATIENCE = 90.0  # seconds


@pytest.fixture
def photograph(tmp_path: Path) -> Path:
    """A harmless JPEG in a folder and under a name that must never leave."""
    picture = Image.linear_gradient("L").resize((900, 700)).convert("RGB")
    draw = ImageDraw.Draw(picture)
    for n in range(50):
        x, y = (n * 131) % 850, (n * 71) % 650
        draw.rectangle((x, y, x + 20 + n, y + 30), fill=((n * 53) % 256, (n * 31) % 256, (n * 91) % 256))
    folder = tmp_path / "vacances de Zoé"
    folder.mkdir()
    path = folder / "IMG_secret_0042.jpg"
    picture.save(path, quality=92)
    return path


@pytest.fixture
def runners() -> list[DeskRunner]:
    """The runners that the rooms of a test made."""
    return []


@pytest.fixture
def room(tmp_path: Path, runners: list[DeskRunner]) -> Iterator[DeskRoom]:
    """A room on new folders; no browser."""

    def runner(emit: Callable[..., None]) -> DeskRunner:
        runners.append(DeskRunner(tools(tmp_path), emit))
        return runners[-1]

    setting = Setting("fr", "FR", load_routes(), pinned=False, example=True)
    made = DeskRoom(setting, SystemClock(), runner, browse=lambda url: False)
    yield made
    made.close()


def _until(desk: Desk, room: DeskRoom, then: Callable[[DeskMoment], bool]) -> DeskMoment:
    """Let the window's loop turn until the desk is so far."""
    end = time.monotonic() + PATIENCE
    while not then(room.moment):
        assert time.monotonic() < end, room.moment.screen
        assert room.moment.screen != "error", room.moment.body
        desk.hands.see()
        pygame.time.wait(15)
    desk.hands.see()
    desk.window.draw()
    return room.moment


def _at(screen: str) -> Callable[[DeskMoment], bool]:
    return lambda now: now.screen == screen


def _to_picture(desk: Desk, room: DeskRoom) -> None:
    desk.hands.press("leaving/continue")
    desk.hands.press("real_or_try/try")
    _until(desk, room, _at("who"))
    for name in ("who/who/shown", "who/age/1", "who/device/0", "who/continue"):
        desk.hands.press(name)


def test_from_a_file_to_a_case(room: DeskRoom, photograph: Path) -> None:
    """Every step by keys and pointers in turn; a file is dropped; the receipt opens the case. No part of its name is in the bytes."""
    desk = desk_window(Visit(), room=room)
    _to_picture(desk, room)
    desk.hands.see(pygame.event.Event(pygame.DROPFILE, file=str(photograph)))
    _until(desk, room, lambda now: any(item.state == "ready" for item in now.body.items) if now.body.screen == "picture" else False)
    desk.hands.press("picture/continue")
    desk.hands.press("links/link/0", by="mouse")
    desk.type("lucarne.example/p/8841")
    desk.hands.press("links/review")
    _until(desk, room, lambda now: now.body.screen == "review" and not now.body.composing)
    desk.hands.press("review/authorise", by="keyboard")
    desk.hands.press("review/send")
    now = room.moment
    assert now.body.screen == "receipt"
    assert len(now.body.words) == 9
    assert now.body.phase == "to_note", "the words are shown before anything is sent"
    desk.hands.press("receipt/noted")
    _until(desk, room, lambda now: now.body.screen == "receipt" and now.body.phase == "arrived")
    sent = room.state.sending.body if room.state.sending else b""
    for part in (photograph.stem, photograph.parent.name, "IMG", "vacances", ".jpg"):
        assert part.encode() not in sent
        assert part not in room.moment.model_dump_json()
    desk.hands.press("receipt/to_follow")
    _until(desk, room, lambda now: now.body.screen == "follow" and bool(now.body.steps))
    assert room.moment.badge == "training"


def test_quick_exit_empties_the_room_at_once(room: DeskRoom, runners: list[DeskRunner], photograph: Path) -> None:
    """In the middle of a measuring: the state is new within 100 ms, the exercise's process ends, nothing is left in the fields."""
    desk = desk_window(Visit(), room=room)
    _to_picture(desk, room)
    runners[0].lines.to("training")  # said to be one's own, the exercise moves to where it may stay
    service = runners[0].lines.training.process
    assert service is not None
    desk.hands.see(pygame.event.Event(pygame.DROPFILE, file=str(photograph)))
    desk.hands.press("picture/path", by="mouse")
    desk.type("/chemin")
    began = time.perf_counter()
    for _ in range(3):
        desk.key(pygame.K_LSHIFT)
    took = time.perf_counter() - began
    assert desk.window.top.name == "neutral"
    assert room.state.draft.items == ()
    assert room.closed
    assert took < 0.5, "four frames and the exit; the exit itself is measured in the benchmarks"
    service.wait(PATIENCE)
    assert desk.window._fields._lines == {}


def test_where_no_browser_opens_the_address_is_shown(room: DeskRoom) -> None:
    """A yes to the question, no browser on this system: the address stands there to be copied."""
    desk = desk_window(Visit(), room=room)
    desk.hands.press("leaving/continue")
    desk.hands.press("real_or_try/for_real")
    room.ask(Pick("route_age", "minor"))
    desk.window.draw()
    desk.hands.press("not_connected/open/take_it_down")
    desk.hands.press("not_connected/confirm", by="mouse")
    end = time.monotonic() + 10
    while not room.unopened and time.monotonic() < end:
        desk.hands.see()
        pygame.time.wait(10)
    assert room.unopened == "https://takeitdown.ncmec.org/"
    assert desk.screen._kept.address == room.unopened


def test_leaving_goes_back_to_the_story(room: DeskRoom) -> None:
    """Esc on the first screen closes the desk; the room is over."""
    desk = desk_window(Visit(), room=room)
    desk.hands.key("escape")
    assert room.closed
    assert not room.quick
    assert not desk.window.running
