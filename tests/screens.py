"""A real screen for the tests that need one: Xvfb, in a process of its own, ended with the test.

The tests themselves keep the dummy driver; what opens a real window runs in a child that is given these variables.
"""

import os
import subprocess
from collections.abc import Iterator

import pytest


@pytest.fixture
def real_screen() -> Iterator[dict[str, str]]:
    """The variables with which a child sees a 1920×1080 screen. Mark the test `needs_xvfb`."""
    reading, writing = os.pipe()
    # by itself it starts anew when its last window is gone, and for a moment nobody finds it
    line = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1920x1080x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(line, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()  # written once the screen can be used
        assert number, "Xvfb did not start"
        without = ("SDL_VIDEODRIVER", "WAYLAND_DISPLAY", "DISPLAY")
        yield {**{k: v for k, v in os.environ.items() if k not in without}, "DISPLAY": f":{number}", "SDL_VIDEODRIVER": "x11"}
    finally:
        server.terminate()
        server.wait()
