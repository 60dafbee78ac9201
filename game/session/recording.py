"""A play written down as a walkthrough: for an author who wants to keep a way through the story, or to test it for ever.

Room: game/session. Holds commands and ids only: nothing that was typed, no name, no time but that of the file's own name.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import yaml

from game.content.story import Story
from game.core.commands import Command
from game.core.present import moment
from game.core.state import State
from game.session.walkthrough import written
from game.session.whole import write_whole


def record(folder: Path, story: Story, state: State, walk: tuple[Command, ...], now: datetime) -> Path:
    """Write the play so far, and what must be true at its end. Played by the rules it gives this very state.

    raises: NotKeptError.
    """
    present = moment(story, state)
    end = {"activity": present.activity, "place": state.place, "line": present.line.id if present.line is not None else None}
    steps = [*written(walk), {"expect": {name: value for name, value in end.items() if value is not None}}]
    plain = {"path": state.path, "mode": state.mode, "seed": state.seed, "steps": steps}
    path = folder / f"recorded-{now.astimezone():%Y%m%d-%H%M%S}.yaml"
    write_whole(path, yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=200).encode())
    return path
