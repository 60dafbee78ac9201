"""What a screen wants heard.

Room: game/view.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heard:
    """Loops by id (None: silence), a sound that a line tells of (`cue`, once for each `line`), and whether words are being read or
    spoken, under which the loops go back."""

    sound: str | None = None
    music: str | None = None
    cue: str | None = None
    line: str | None = None
    words: bool = False


SILENCE = Heard()
"""For what needs quiet: help, the desk, the neutral page."""
