"""Saves of every version, renamed ids, and ids the story no longer has."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.core.commands import Go
from game.core.events import Entered, Moved
from game.core.migrations import STEPS, OtherEpisodeError, StateError, TooNewError, read_state
from game.core.perform import perform
from game.core.present import moment
from game.core.state import STATES, VERSION
from tests.game.plays import at_quay, mini_story, with_two_clues

STORY = mini_story()
KEPT = sorted((Path(__file__).parent / "states").glob("version-*.json"))


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.stem)
def test_a_state_of_every_version_still_plays(path: Path) -> None:
    """Kept for ever: a play saved by any version goes on from where it was."""
    state, events = read_state(json.loads(path.read_text(encoding="utf-8")), STORY)
    assert events == ()
    assert (state.place, state.trust, state.option("d-help")) == ("quay", 5, "a")
    assert [(card.clue, card.stamp) for card in state.notebook] == [("tide", "fact"), ("knot", None)]
    assert perform(STORY, state, Go("quay/to-light"))[1][0] == Entered("light", first=True)


def test_every_version_has_its_kept_state() -> None:
    """A version added without its example, or without its step, fails here."""
    assert [path.stem for path in KEPT] == [f"version-{number}" for number in range(1, VERSION + 1)]
    assert set(STEPS) == set(range(1, VERSION))


def test_a_renamed_id_is_found_under_its_new_name() -> None:
    """`renames.yaml` maps old to new, one step after another; keys and words of a closed list are not ids."""
    raw = STATES.dump_python(at_quay(), mode="json")
    old = json.loads(json.dumps(raw).replace('"quay"', '"wharf"').replace('"tide"', '"ebb"'))
    state, events = read_state(old, STORY, {"wharf": "pier", "pier": "quay", "ebb": "tide", "m": "s", "a": "b"})
    assert events == ()
    assert state == at_quay()


def test_a_circle_of_renames_ends() -> None:
    """A mistake in the file hangs nobody."""
    raw = STATES.dump_python(at_quay(), mode="json")
    state, _ = read_state(raw, STORY, {"quay": "wharf", "wharf": "quay"})
    assert state.place == "quay"


def test_unknown_ids_move_the_play_to_the_entry_of_its_place() -> None:
    """What the story no longer has is dropped, the rest is kept, and it is said."""
    raw = STATES.dump_python(with_two_clues(), mode="json")
    raw["talk"] = {"talk": "gone", "node": "a"}
    raw["lines"] = ["gone-1"]
    raw["reached"] = sorted([*raw["reached"], "gone"])
    raw["notebook"].append({"clue": "gone-clue", "found_in": None, "stamp": None})
    raw["boxes"] = [{"slot": "gone-slot", "card": None, "sure": None}, {"slot": "who", "card": "gone-card", "sure": "sure"}]
    state, events = read_state(raw, STORY)
    assert events[0] == Moved("quay", ("gone", "gone-1", "gone-clue", "gone-slot", "gone-card"))
    assert Entered("quay", first=False) in events
    assert (state.talk, state.boxes) == (None, ())
    assert [card.clue for card in state.notebook] == ["tide", "knot"]
    assert moment(STORY, state).offers


def test_an_unknown_place_leads_to_the_first_one() -> None:
    """Nobody is left nowhere."""
    raw = STATES.dump_python(at_quay(), mode="json")
    raw["place"] = "gone"
    state, events = read_state(raw, STORY)
    assert (state.place, events[0]) == ("quay", Moved("quay", ("gone",)))


def test_a_node_that_is_gone_ends_its_talk() -> None:
    """The talk itself may be had again."""
    raw = STATES.dump_python(at_quay(), mode="json")
    raw["talk"] = {"talk": "mo-light", "node": "z"}
    state, events = read_state(raw, STORY)
    assert (state.talk, events[0]) == (None, Moved("quay", ("mo-light.z",)))


def test_a_newer_state_is_left_alone() -> None:
    """Its version is told apart from a broken one."""
    raw = STATES.dump_python(at_quay(), mode="json")
    with pytest.raises(TooNewError):
        read_state({**raw, "version": VERSION + 1, "new-key": 1}, STORY)


def test_another_episode_is_named() -> None:
    """A save of another episode is not a broken save."""
    raw = STATES.dump_python(at_quay(), mode="json")
    with pytest.raises(OtherEpisodeError) as error:
        read_state({**raw, "episode": "other"}, STORY)
    assert error.value.episode == "other"


@pytest.mark.parametrize("wrong", [None, [], "state", {}, {"version": True}, {"version": 0}, {"version": 1}, {"version": 1, "path": "x"}])
def test_what_is_no_state_is_refused(wrong: object) -> None:
    """With one kind of error, whatever it is."""
    with pytest.raises(StateError):
        read_state(wrong, STORY)


def test_an_unknown_key_is_refused() -> None:
    """Nothing is quietly dropped."""
    raw = STATES.dump_python(at_quay(), mode="json")
    with pytest.raises(StateError):
        read_state({**raw, "score": 12}, STORY)
