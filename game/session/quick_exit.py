"""After a quick exit: nothing comes back by itself.

Room: game/session. The exit itself is the window's. What is kept here is one empty marker, so that the next start shows
its neutral page and brings the story back only when somebody explicitly asks for it (« Reprendre »).
"""

from __future__ import annotations

import contextlib

from game.session.paths import Paths


def note_left_quickly(paths: Paths) -> None:
    """Leave the marker. Quick (no wait for the disk) and never raises: leaving must work on a full disk too."""
    with contextlib.suppress(OSError):
        paths.saves.mkdir(parents=True, exist_ok=True)
        paths.left_quickly.touch()


def was_left_quickly(paths: Paths) -> bool:
    """Whether the last sitting ended by the quick exit and nobody has asked for it back since."""
    return paths.left_quickly.exists()


def ask_back(paths: Paths) -> None:
    """The person chose « Reprendre »: forget the marker. Never raises."""
    with contextlib.suppress(OSError):
        paths.left_quickly.unlink(missing_ok=True)
