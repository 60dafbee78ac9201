"""Golden pictures: a missing one fails however often it is run, and is written only on request."""

from pathlib import Path

import pygame
import pytest

from tests.game.view.golden import SIZE, assert_golden

WRITE = {"GOLDEN": "write"}


def screen(colour: str) -> pygame.Surface:
    """A screen of one colour."""
    surface = pygame.Surface(SIZE)
    surface.fill(colour)
    return surface


def test_a_missing_picture_fails_every_time(tmp_path: Path) -> None:
    """The first run makes nothing that the second could pass on; it says how a picture is made."""
    for _ in range(2):
        with pytest.raises(AssertionError, match=r"there is no golden picture sea\.webp.*GOLDEN=write"):
            assert_golden(screen("navy"), "deep/sea", tmp_path, {})
    assert [path.name for path in tmp_path.rglob("*.*")] == ["sea.seen.png"]


def test_a_picture_is_written_on_request(tmp_path: Path) -> None:
    """A missing or different one is kept as drawn; then it holds without the request, and anything else fails."""
    for colour in ("navy", "gold"):
        assert_golden(screen(colour), "sea", tmp_path, WRITE)
        assert_golden(screen(colour), "sea", tmp_path, {})
    with pytest.raises(AssertionError, match="looks different"):
        assert_golden(screen("navy"), "sea", tmp_path, {})


def test_one_that_still_holds_is_left_alone(tmp_path: Path) -> None:
    """Asking to write renews what differs, not everything."""
    assert_golden(screen("navy"), "sea", tmp_path, WRITE)
    kept = (tmp_path / "sea.webp").stat().st_mtime_ns
    assert_golden(screen("navy"), "sea", tmp_path, WRITE)
    assert (tmp_path / "sea.webp").stat().st_mtime_ns == kept


def test_ci_never_writes_one(tmp_path: Path) -> None:
    """There, a request left in the environment cannot make a run green."""
    with pytest.raises(AssertionError, match="under CI none is written"):
        assert_golden(screen("navy"), "sea", tmp_path, {**WRITE, "CI": "true"})
    assert not (tmp_path / "sea.webp").exists()
