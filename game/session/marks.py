"""Which lines were read on this device, in whatever play: so that « déjà lu » passes them in the next one too.

Room: game/session. One small file beside the saves: ids of lines and nothing else, no play, no answer, no time. A class keeps none.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from game.session.whole import NotKeptError, write_whole

NAME = "read-lines.txt"
_BIGGEST = 1 << 20


class Marks:
    """The lines that were read. A file that cannot be read or written is as good as none; nothing here raises."""

    def __init__(self, folder: Path) -> None:
        """`folder` is that of the episode's saves."""
        self._path = folder / NAME
        self._kept: frozenset[str] | None = None

    @property
    def lines(self) -> frozenset[str]:
        """Ids of lines; some may be of a story that is told otherwise today."""
        if self._kept is None:
            self._kept = self._read()
        return self._kept

    def _read(self) -> frozenset[str]:
        try:
            with self._path.open("rb") as file:
                data = file.read(_BIGGEST + 1)
        except OSError:
            return frozenset()
        return frozenset(data.decode("utf-8", "replace").split()) if len(data) <= _BIGGEST else frozenset()

    def keep(self, lines: Iterable[str]) -> None:
        """Add these."""
        more = self.lines.union(lines)
        if more == self._kept:
            return
        self._kept = more
        with suppress(NotKeptError):
            write_whole(self._path, ("\n".join(sorted(more)) + "\n").encode())
