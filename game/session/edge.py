"""What the commands found out and give to a run, in a window or in a terminal.

Room: game/session. Data only; nothing here is opened or read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from game.session.clock import Clock
from game.session.paths import Paths
from game.session.settings import LoadedSettings

if TYPE_CHECKING:  # the models of the story are heavy, and the title does without them
    from game.content.diagnostics import Diagnostic
    from game.content.episodes import Opened
    from game.session.walkthrough import Walkthrough


@dataclass(frozen=True, slots=True)
class Edge:
    """What `cli` found out: where things are, what was asked for, and how the exercise's service is started.

    training: makes the command line that starts the service for a data folder; documents: where a saved receipt goes."""

    root: Path
    paths: Paths
    loaded: LoadedSettings
    clock: Clock
    seed: int
    training: Callable[[Path], Sequence[str]]
    documents: Path
    keyring: bool = True  # whether the system's keyring may be asked; tests and the demo leave it alone
    episode: Opened | None = None  # the one that was asked for; None begins with the game’s own
    say: Callable[[Diagnostic, str], str] = lambda fault, _: fault.message  # words a fault of an episode in a language
    hint: Callable[[Diagnostic, str], str | None] = lambda fault, _: fault.hint  # words what might be meant
    recordings: Path | None = None  # an author's checkout: where the key writes the play down
    watch: bool = False  # … whether what is saved is read again
    start: Walkthrough | None = None  # … where to begin; nothing of that play is kept

    @property
    def strict(self) -> bool:
        """Whether an author looks on, to whom a text without a translation is shown as such."""
        return self.watch or self.start is not None
