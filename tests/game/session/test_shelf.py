"""The list of saves: every slot as the play in it would show itself, and nothing on the disk is touched."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from game.session.saves import Saves
from game.session.shelf import shelf
from game.session.slots import AUTOSAVE, BEFORE, KEPT
from tests.game.plays import at_quay, day_story, mini_story, with_two_clues

NOW = datetime(2026, 11, 20, 8, 5, tzinfo=UTC)


def test_an_empty_folder_has_every_slot_free(tmp_path: Path) -> None:
    """The automatic one first, the play before it last."""
    listed = shelf(Saves(tmp_path), mini_story())
    assert [kept.slot for kept in listed] == [AUTOSAVE, *KEPT, BEFORE]
    assert {kept.state for kept in listed} == {"empty"}


def test_a_slot_says_where_and_how_far(tmp_path: Path) -> None:
    """The place as the play would show it, the clues found, when."""
    saves = Saves(tmp_path)
    saves.write(KEPT[1], with_two_clues(), (), NOW)
    kept = shelf(saves, mini_story())[2]
    assert (kept.state, kept.clues, kept.saved_at, kept.ended) == ("open", 2, NOW, False)
    assert kept.place is not None
    assert (kept.place.id, kept.place.layers) == ("quay", ("quay/back", "quay/front"))


def test_what_cannot_be_read_is_shut_and_left_alone(tmp_path: Path) -> None:
    """A damaged file, and the play of another episode: listed, never moved, never an error."""
    saves = Saves(tmp_path)
    (tmp_path / f"{KEPT[0]}.json").write_bytes(b"{")
    saves.write(KEPT[1], at_quay(), (), NOW)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    listed = shelf(saves, day_story())
    assert [kept.state for kept in listed] == ["empty", "shut", "shut", "empty", "empty"]
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
