"""The title knows whether there is a play without opening one."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from game.session.saves import Saves
from game.session.slots import AUTOSAVE, is_kept
from tests.game.plays import at_quay


def test_a_slot_that_was_written_is_there(tmp_path: Path) -> None:
    """And so is one of which only the save before is left; nothing else is."""
    folder = tmp_path / "saves"
    assert not is_kept(folder, AUTOSAVE)
    saves = Saves(folder)
    for _ in range(2):
        saves.write(AUTOSAVE, at_quay(), (), datetime(2026, 11, 20, tzinfo=UTC))
    assert is_kept(folder, AUTOSAVE)
    (folder / "autosave.json").unlink()
    assert is_kept(folder, AUTOSAVE)
    saves.delete(AUTOSAVE)
    assert not is_kept(folder, AUTOSAVE)
