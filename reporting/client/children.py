"""Starting child processes without a console window on Windows.

Room: reporting/client.
"""

from __future__ import annotations

import subprocess
import sys
from typing import TypedDict


class Flags(TypedDict, total=False):
    """What `subprocess.Popen` takes besides, on this system."""

    creationflags: int


def no_window() -> Flags:
    """Flags for `subprocess.Popen`: on Windows, a child of a window program opens no console."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NO_WINDOW}
    return {}
