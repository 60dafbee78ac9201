"""Things of a place: any shape, looked at, taken, used alone or with a clue; states with other words and pictures."""

from __future__ import annotations

from game.authoring.bots import KINDS, play
from game.authoring.coverage import Coverage, counts
from game.authoring.proof import prove
from game.authoring.warp import find_warp
from game.core.commands import Advance, Command, Examine, UseThing
from game.core.events import Examined, Found, Refused, Used
from game.core.migrations import read_state
from game.core.perform import begin, perform
from game.core.present import moment
from game.core.state import STATES, State
from tests.game.plays import read_on, shipped_story, things_story, walk


def attic(*commands: Command) -> State:
    """The attic, after these, each read to its end."""
    story = things_story()
    state, _ = begin(story, "m", "home", 1)
    state = read_on(story, state)
    for command in commands:
        state, _ = walk(story, state, [command])
        state = read_on(story, state)
    return state


def able(state: State, spot: str) -> dict[str, tuple[str, ...]]:
    """Of one thing: its verbs, and what can be done to it."""
    here = moment(things_story(), state).place
    assert here is not None
    now = next(one for one in here.hotspots if one.id == spot)
    return {"verbs": now.verbs, "uses": tuple(use.id for use in now.uses), "name": (now.name,)}


def test_only_what_a_thing_has_is_offered() -> None:
    """The trunk can be looked at; with the key it can be opened, and only then rung. The nail gives its key once."""
    start = attic()
    assert able(start, "attic/trunk")["verbs"] == ("look",)
    assert able(start, "attic/nail")["verbs"] == ("look", "take")
    taken = attic(UseThing("attic/nail.take"))
    assert able(taken, "attic/nail") == {"verbs": ("look",), "uses": (), "name": ("attic/nail.state-bare.name",)}
    assert able(taken, "attic/trunk")["uses"] == ("attic/trunk.unlock",)
    opened = attic(UseThing("attic/nail.take"), UseThing("attic/trunk.unlock"))
    assert able(opened, "attic/trunk")["uses"] == ("attic/trunk.ring",)


def test_what_is_not_offered_is_refused_and_changes_nothing() -> None:
    """A trunk without its key, and a key that was taken."""
    story = things_story()
    for state, use in ((attic(), "attic/trunk.unlock"), (attic(UseThing("attic/nail.take")), "attic/nail.take")):
        after, events = perform(story, state, UseThing(use))
        assert after is state
        assert events == (Refused(UseThing(use)),)


def test_taking_says_gives_and_is_known_by_its_id() -> None:
    """The clue is noted, the use is reached, the event names it."""
    state, events = perform(things_story(), attic(), UseThing("attic/nail.take"))
    assert Used("attic/nail.take") in events
    assert Found("key") in events
    assert state.has("key")
    assert "attic/nail.take" in state.reached
    assert state.lines == ("attic-nail-3",)


def test_a_state_has_words_of_its_own_and_is_looked_at_anew() -> None:
    """What was examined shut is not examined open; a state without words keeps those of the thing."""
    story = things_story()
    state = attic(Examine("attic/trunk"), UseThing("attic/nail.take"), UseThing("attic/trunk.unlock"))
    here = moment(story, state).place
    assert here is not None
    assert not next(one for one in here.hotspots if one.id == "attic/trunk").examined
    for line, first in (("attic-trunk-3", True), ("attic-trunk-4", False)):
        state, events = perform(story, state, Examine("attic/trunk"))
        assert state.lines == (line,)
        assert events[0] == Examined("attic/trunk", first)
        state, _ = perform(story, state, Advance())
    state, _ = perform(story, state, Examine("attic/nail"))
    assert state.lines == ("attic-nail-1",)


def test_the_pictures_of_a_state_lie_over_the_layer_of_their_depth() -> None:
    """The open trunk is in the middle distance: before what stands in front."""
    here = moment(things_story(), attic(UseThing("attic/nail.take"), UseThing("attic/trunk.unlock"))).place
    assert here is not None
    assert here.layers == ("vie-scolaire/back", "vie-scolaire/mid", "couloir-b-recollee/mid", "vie-scolaire/front")


def test_a_polygon_reaches_the_readers_as_it_was_written() -> None:
    """With its notch."""
    here = moment(things_story(), attic()).place
    assert here is not None
    assert next(one for one in here.hotspots if one.id == "attic/trunk").shape[3] == (650.0, 560.0)


def test_a_use_may_open_a_talk_and_the_story_can_be_proved_to_end() -> None:
    """Ringing brings Mo, and with her the end: the proof follows it, and every player comes there."""
    story = things_story()
    assert prove(story, follow_all=True).verdict == "proved"
    for kind in KINDS:
        played = play(story, kind, 3, "m", "home")
        assert played.state.ended == "fin"
        met = Coverage()
        met.follow(story, begin(story, "m", "home", 3)[0], played.commands)
        assert counts(story, met)["uses"] == (3, 3)


def test_one_can_be_warped_to_where_a_use_is_offered() -> None:
    """Its id is a target like any other."""
    assert UseThing("attic/trunk.unlock") in find_warp(things_story(), "attic/trunk.ring", "home").commands


def test_what_was_done_and_seen_comes_back_from_a_save() -> None:
    """Ids of uses and states are known to the story."""
    state = attic(UseThing("attic/nail.take"), UseThing("attic/trunk.unlock"), Examine("attic/trunk"))
    back, events = read_state(STATES.dump_python(state, mode="json"), things_story())
    assert back == state
    assert not events


def test_where_nothing_weighs_trust_there_is_no_sign_of_it() -> None:
    """The antenna stands for trust: a story that gives and takes none has none, and one that does has one from the start."""
    for story, weighs in ((things_story(), False), (shipped_story(), True)):
        state, _ = begin(story, "m", "home", 1)
        assert story.weighs_trust is weighs
        assert (moment(story, state).progress.signal is not None) is weighs
