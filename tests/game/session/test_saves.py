"""Slots are never lost, and a damaged one is said."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.commands import Advance, Choose
from game.core.state import STATES
from game.session.saves import BrokenSaveError, NewerSaveError, NoSaveError, Saves, pack, unpack
from tests.game.plays import at_quay, with_two_clues

NOW = datetime(2026, 11, 20, 8, 5, tzinfo=UTC)
WALK = (Choose("note-a-c1"), Advance())
OLD, NEW = at_quay(), with_two_clues()
DATA = pack(NEW, WALK, NOW)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """State, commands and time come back."""
    saves = Saves(tmp_path / "sauvegardes é")
    saves.write("autosave", NEW, WALK, NOW)
    saved = saves.read("autosave")
    assert STATES.validate_python(dict(saved.state)) == NEW
    assert (saved.walk, saved.saved_at, saved.notices) == (WALK, NOW, ())


def test_the_same_play_is_the_same_bytes() -> None:
    """So a save can be compared and checked."""
    assert pack(NEW, WALK, NOW) == DATA


@given(st.integers(0, len(DATA) - 1), st.integers(1, 255))
def test_no_damaged_byte_goes_unnoticed(at: int, change: int) -> None:
    """A byte that a disk turned makes the save unreadable, or was no part of its meaning."""
    damaged = bytearray(DATA)
    damaged[at] ^= change
    try:
        saved = unpack("autosave", bytes(damaged))
    except NewerSaveError:
        return
    if saved is not None:
        assert (STATES.validate_python(dict(saved.state)), saved.walk) == (NEW, WALK)


@given(st.integers(0, len(DATA) - 2))
def test_no_half_save_is_read(length: int) -> None:
    """However much of it is missing."""
    assert unpack("autosave", DATA[:length]) is None


@given(st.binary(max_size=200) | st.text(max_size=50).map(str.encode) | st.just(b"[" * 100_000))
def test_anything_else_is_no_save(data: bytes) -> None:
    """And never an error."""
    assert unpack("autosave", data) is None


@pytest.mark.parametrize("damage", [b"", b"\0" * 400, DATA[:100], DATA.replace(b'"trust":5', b'"trust":0')])
def test_a_damaged_save_falls_back_to_the_one_before(tmp_path: Path, damage: bytes) -> None:
    """The one before opens, the damaged one is kept aside, and it is said once."""
    saves = Saves(tmp_path)
    saves.write("autosave", OLD, (), NOW)
    saves.write("autosave", NEW, WALK, NOW)
    (tmp_path / "autosave.json").write_bytes(damage)
    assert [info.slot for info in saves.slots()] == ["autosave"]
    saved = saves.read("autosave")
    assert STATES.validate_python(dict(saved.state)) == OLD
    assert [notice.word for notice in saved.notices] == ["system.save-previous"]
    assert (tmp_path / "autosave.json.broken").read_bytes() == damage
    assert saves.read("autosave").notices == ()


def test_both_damaged_is_said_and_nothing_is_deleted(tmp_path: Path) -> None:
    """Somebody may still be able to help."""
    saves = Saves(tmp_path)
    for name in ("a.json", "a.previous.json"):
        (tmp_path / name).write_text("?")
    with pytest.raises(BrokenSaveError):
        saves.read("a")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.json", "a.previous.json"]
    assert saves.slots() == ()


def test_an_empty_slot_is_said(tmp_path: Path) -> None:
    """And listing a folder that is not there lists nothing."""
    saves = Saves(tmp_path / "none")
    assert saves.slots() == ()
    with pytest.raises(NoSaveError):
        saves.read("autosave")


def test_a_newer_save_is_left_alone(tmp_path: Path) -> None:
    """It is neither read, nor moved."""
    data = json.dumps({**json.loads(DATA), "version": 2}).encode()
    (tmp_path / "autosave.json").write_bytes(data)
    with pytest.raises(NewerSaveError):
        Saves(tmp_path).read("autosave")
    assert (tmp_path / "autosave.json").read_bytes() == data


@pytest.mark.parametrize("slot", ["", "../x", "a/b", "A", "a b", "-a", "a.previous", "é", "x" * 40])
def test_a_slot_is_a_plain_name(tmp_path: Path, slot: str) -> None:
    """A name never leads out of the folder."""
    with pytest.raises(ValueError, match="slot"):
        Saves(tmp_path).write(slot, OLD, (), NOW)


def test_slots_are_listed_latest_first_and_can_be_deleted(tmp_path: Path) -> None:
    """With what a list of saves shows."""
    saves = Saves(tmp_path)
    saves.write("one", OLD, (), NOW)
    saves.write("two", NEW, (), NOW.replace(hour=9))
    saves.write("two", NEW, (), NOW.replace(hour=10))
    assert [(info.slot, info.place, info.clues, info.ended) for info in saves.slots()] == [
        ("two", "quay", 2, False),
        ("one", "quay", 1, False),
    ]
    saves.delete("two")
    saves.delete("two")
    assert [path.name for path in tmp_path.iterdir()] == ["one.json"]


def test_a_save_names_nobody(tmp_path: Path) -> None:
    """No user, no folder, no device: only ids of the story and a time in UTC."""
    text = DATA.decode()
    assert str(Path.home()) not in text
    assert set(json.loads(text)) == {"format", "version", "saved_at", "sum", "state", "walk"}


def test_the_kept_save_of_version_1_opens(tmp_path: Path) -> None:
    """Kept for ever beside the tests."""
    kept = Path(__file__).parent / "slots" / "version-1.json"
    (tmp_path / "autosave.json").write_bytes(kept.read_bytes())
    saved = Saves(tmp_path).read("autosave")
    assert (saved.walk, saved.saved_at, saved.state["place"]) == (WALK, NOW, "quay")


def test_a_picture_lies_beside_its_slot_and_goes_with_it(tmp_path: Path) -> None:
    """It is no save, it is not listed as one, and deleting the slot deletes it."""
    saves = Saves(tmp_path)
    saves.write("kept-1", NEW, WALK, NOW)
    assert saves.picture("kept-1") is None
    saves.keep_picture("kept-1", b"a picture")
    assert saves.picture("kept-1") == b"a picture"
    assert [info.slot for info in saves.slots()] == ["kept-1"]
    saves.delete("kept-1")
    assert list(tmp_path.iterdir()) == []


def test_something_huge_beside_a_slot_is_no_picture(tmp_path: Path) -> None:
    """Whatever put it there."""
    (tmp_path / "kept-1.jpg").write_bytes(b"0" * 300_000)
    assert Saves(tmp_path).picture("kept-1") is None
