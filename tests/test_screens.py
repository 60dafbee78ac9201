"""The real screen that window tests stand on is real."""

import subprocess
import sys

import pytest

LOOK = "import pygame; pygame.display.init(); print(pygame.display.get_driver(), pygame.display.get_desktop_sizes())"


@pytest.mark.needs_xvfb
def test_a_child_sees_a_screen(real_screen: dict[str, str]) -> None:
    """SDL opens it by its own x11 driver, at the size that was asked for."""
    ended = subprocess.run([sys.executable, "-c", LOOK], capture_output=True, encoding="utf-8", env=real_screen, timeout=60)
    assert "x11 [(1920, 1080)]" in ended.stdout, ended.stderr
