"""Notices: what the session has to tell the person, as data. The reader words them.

Room: game/session. A notice never carries a full path or a name: file names only.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to say: the id of a sentence in `game/words/system.yaml`, and what fills its `{blanks}`."""

    word: str
    params: tuple[tuple[str, str], ...] = ()

    @property
    def blanks(self) -> dict[str, str]:
        """The parameters as keyword arguments for `Words`."""
        return dict(self.params)


def notice(word: str, **params: str) -> Notice:
    """Build a notice, its blanks given by name."""
    return Notice(word, tuple(sorted(params.items())))
