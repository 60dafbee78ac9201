"""The workshop's panel: every point of both fingerprints is drawn, those that moved are marked, and it lies clear of what is said."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pygame
import pytest

from game.authoring.bots import PATIENCE, Bot
from game.content.root import content_root
from game.session.workshop import BITS, CHANGES, PICTURE, ROW, Workshop, points
from game.view.geometry import Box
from game.view.screens.workshop import _dots
from game.view.theme import rgb
from game.view.ui import Ui
from tests.game.view.stage import Stage, stage

CELL, INSIDE = 100, 18  # px: past what a neighbour's mark covers, and before its own middle


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    """Computed once for all tests here."""
    return Workshop(content_root() / PICTURE)


def _ui(s: Stage) -> Ui:
    return s.window._ui()


def _marked(ui: Ui, made: pygame.Surface) -> list[int]:
    """Which points are set in a bright square."""
    bright = pygame.Color(*rgb(ui.theme["focus"]))
    return [i for i in range(BITS) if made.get_at((i % ROW * CELL + INSIDE, i // ROW * CELL + INSIDE)) == bright]


@pytest.mark.parametrize("contrast", ["normal", "high"])
@pytest.mark.parametrize("change", CHANGES)
def test_the_points_that_moved_are_marked_and_no_others(change: str, contrast: str, workshop: Workshop, tmp_path: Path) -> None:
    """As many as the distance says, each where the two fingerprints differ; on the one before, none."""
    ui, found = _ui(stage(tmp_path, contrast=contrast)), workshop.compare(change)  # type: ignore[arg-type]
    moved = [i for i, (a, b) in enumerate(zip(points(found.before), points(found.code), strict=True)) if a != b]
    assert len(moved) == found.distance
    assert _marked(ui, _dots(ui, found.code, found.before, CELL * ROW)) == moved
    assert _marked(ui, _dots(ui, found.before, found.before, CELL * ROW)) == []


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("text", [100, 133, 200])
def test_it_is_seen_after_each_change_and_lies_clear_of_what_is_said(text: int, lang: str, tmp_path: Path) -> None:
    """In the shipped scene, at every text size: beside the line that answers a change, over its sheet or beside it, and on the page."""
    s = stage(tmp_path, text=text, lang=lang)
    s.begin("s")
    assert s.run.sitting is not None
    player = Bot("careful", Random("workshop"))
    seen: set[str] = set()
    for _ in range(PATIENCE):
        now = s.run.sitting.moment
        if now.workshop is None:
            if seen:
                break
        elif now.line is not None and not now.choices and now.workshop.change is not None and now.workshop.change not in seen:
            seen.add(now.workshop.change)
            s.hands.see()
            s.window.draw()
            panel = next(target.box for target in s.window.targets if target.id == "workshop")
            assert panel.y >= 0
            assert panel.bottom <= s.window._ui().bottom
            sheets = [box for box in s.window._canvas.taken if box != panel and not _within(box, panel)]
            assert not [box for box in sheets if box.meets(panel)], (panel, now.line.id)
        changing = next((c for c in now.choices if c.change is not None and c.change not in seen), None)
        if changing is not None:
            s.run.sitting.try_change(changing.id)
            while s.run.jobs.busy:
                s.run.jobs.poll()
            continue
        command = player.next(now)
        assert command is not None
        s.run.sitting.do(command)
    assert len(seen) >= 3


def _within(box: Box, panel: Box) -> bool:
    return box.x >= panel.x and box.y >= panel.y and box.right <= panel.right and box.bottom <= panel.bottom
