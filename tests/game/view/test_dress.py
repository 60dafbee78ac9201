"""The window's name and picture change together, and never tell."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.content.root import content_root
from game.view import dress as room
from tests.game.view.stage import words


@pytest.fixture
def worn(monkeypatch: pytest.MonkeyPatch) -> list[pygame.Surface]:
    """The pictures the window was given: pygame cannot be asked for them."""
    pygame.display.init()
    given: list[pygame.Surface] = []
    monkeypatch.setattr(pygame.display, "set_icon", given.append)
    return given


def test_the_game_wears_its_own_picture(worn: list[pygame.Surface]) -> None:
    """The baked one, with the game's name."""
    room.dress(words("fr"), content_root() / "assets" / "baked", neutral=False)
    assert worn[0].get_size() != (room.SIDE, room.SIDE)
    assert pygame.display.get_caption()[0] == words("fr")("window.caption")


def test_the_tide_table_wears_waves(worn: list[pygame.Surface]) -> None:
    """Nothing of the game in its name nor in its picture."""
    room.dress(words("en"), content_root() / "assets" / "baked", neutral=True)
    assert worn[0].get_size() == (room.SIDE, room.SIDE)
    assert pygame.display.get_caption()[0] == words("en")("exit.caption")


def test_a_lost_picture_gives_way_to_waves(worn: list[pygame.Surface], tmp_path: Path) -> None:
    """Never pygame's own."""
    room.dress(words("fr"), tmp_path, neutral=False)
    assert worn[0].get_size() == (room.SIDE, room.SIDE)
