"""The draft of a report, kept on the person's own device when they ask for it: locked, one for each mode.

Room: reporting/client. No path of a picture is ever in a draft: only fingerprints that are ready.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from reporting.client.choices import Mode
from reporting.client.keep import KeepError, clear_parts, remove, write_whole
from reporting.client.lock import Lock, unlock
from reporting.client.shapes import Draft


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)

    version: Literal[1]
    mode: Mode
    draft: Draft


class Drafts:
    """The kept draft of each mode."""

    def __init__(self, folder: Path, mode: Mode) -> None:
        self._path, self._mode = folder / f"draft-{mode}.sealed", mode

    def exists(self) -> bool:
        """Whether one is kept."""
        return self._path.is_file()

    def save(self, draft: Draft, lock: Lock) -> None:
        """Keep it, in place of an older one. raises: `KeepError`; ValueError for a device that keeps nothing."""
        if not draft.writes:
            raise ValueError("a shared or school device keeps no draft")
        settled = tuple(item for item in draft.items if item.state in ("ready", "plain"))
        plain = _File(version=1, mode=self._mode, draft=replace(draft, items=settled)).model_dump_json()
        write_whole(self._path, lock.shut(plain.encode()))

    def open(self, locks: Sequence[Lock]) -> Draft:
        """Read it. raises: `KeepError`."""
        try:
            locked = self._path.read_bytes()
        except OSError:
            raise KeepError("not_written") from None
        try:
            file = _File.model_validate_json(unlock(locked, locks))
        except ValidationError:
            raise KeepError("damaged") from None
        if file.mode != self._mode:
            raise KeepError("damaged")
        return file.draft

    def forget_before(self, moment: float) -> None:
        """Take it away if it was kept before `moment` (seconds, as file systems count)."""
        with suppress(OSError, KeepError):
            if self._path.stat().st_mtime < moment:
                self.wipe()

    def wipe(self) -> None:
        """Take it away, with what a kill left half-written of it. raises: `KeepError`."""
        remove(self._path)
        clear_parts(self._path.parent, f"{self._path.name}.")
