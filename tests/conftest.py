"""What every test stands on: no screen, no sound, no real home folder, and tests that cannot run here are named.

The two drivers are set before anything imports pygame. A test that opens a real window starts a process of its own.
"""

import os

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

pytest_plugins = ["tests.able", "tests.screens"]
