"""What a decision changes: at once, later, in one person's trust, in how it ends, and in what is told at the end."""

from __future__ import annotations

from dataclasses import replace

from game.core.commands import Advance, Choose, CommitBoard, GoBackOver, OpenBoard, RingBell, SayHowSure, SkipScene
from game.core.events import Ended, TalkBegun
from game.core.migrations import read_state
from game.core.moment import ActNow
from game.core.perform import begin
from game.core.present import moment
from game.core.state import STATES, Answer, Bond, State
from tests.game.core.test_bells import do, in_corridor, said
from tests.game.plays import day_story, read_on, walk

STORY = day_story()


def at_board(state: State) -> State:
    """Every bell that the board needs, then sit down at it with a full answer."""
    while not moment(STORY, state).allows(OpenBoard()):
        state, _ = do(state, RingBell())
    return do(state, OpenBoard(), SayHowSure("who", "unknown"))[0]


def test_one_persons_trust_is_their_own() -> None:
    """The joke costs Yanis’ trust and the story’s; the repair gives both back; nobody else’s moves."""
    state = in_corridor(joke="b")
    assert (state.bond("yanis"), state.bond("nour"), state.trust) == (-1, 0, 3)
    state, _ = do(state, RingBell(), GoBackOver("repair-d-joke"), Choose("repair-joke-c1"))
    assert (state.bonds, state.trust) == ((Bond("yanis", 1),), 4)


def test_a_story_ends_in_the_scene_of_its_ending() -> None:
    """The row is chosen once; its scene plays, with what one person’s trust adds; then it is over."""
    state, events = do(at_board(in_corridor(joke="a")), CommitBoard())
    assert TalkBegun("fin-shared") in events
    assert said(events)[-2:] == ["fin-shared-a1", "fin-shared-a2"]
    assert events[-1] == Ended("fin-shared")
    state, events = do(at_board(in_corridor(joke="c")), CommitBoard())
    assert (state.ended, said(events)) == ("fin-plain", [])


def test_an_ending_that_began_stays_what_it_was() -> None:
    """Whatever its scene changes, even skipped, and even in a save taken up again."""
    state, _ = walk(STORY, at_board(in_corridor(joke="a")), [CommitBoard()])
    assert (state.ends_with, state.ended) == ("fin-shared", None)
    state, events = read_state(STATES.dump_python(state, mode="json"), STORY)
    assert events == ()
    state = replace(state, care=-9)
    state, _ = walk(STORY, state, [SkipScene(), Advance()])
    assert state.ended == "fin-shared"


def test_the_recap_says_what_was_done_and_what_it_changed() -> None:
    """Data, in the order of the day: the first change that holds; what was mended, and that it was."""
    state, _ = do(at_board(in_corridor(joke="a")), CommitBoard())
    recap = moment(STORY, state).recap
    assert recap is not None
    assert (recap.ending, recap.title) == ("fin-shared", "fin-shared.title")
    assert recap.acts == (ActNow(decision="d-joke", title="d-joke.title", did="d-joke.a.did", changed="joke-a-now", mended=None),)
    mended, _ = do(in_corridor(joke="b"), RingBell(), GoBackOver("repair-d-joke"), Choose("repair-joke-c1"))
    mended, _ = do(at_board(mended), CommitBoard())
    told = moment(STORY, mended).recap
    assert told is not None
    assert [(act.did, act.changed, act.mended) for act in told.acts] == [("d-joke.b.did", "joke-b", "d-joke.mended")]
    assert told.open == ()


def test_a_delayed_consequence_is_told_once_it_came() -> None:
    """In the evening the same answer has changed something else."""
    state = in_corridor(joke="a")
    while "supper" not in state.reached:
        state, _ = do(state, RingBell())
    recap = moment(STORY, do(at_board(state), CommitBoard())[0]).recap
    assert recap is not None
    assert recap.acts[0].changed == "joke-a-later"


def test_what_was_skipped_is_not_told_and_not_counted() -> None:
    """The scene went by in its summary: offered to nobody, no share, no repair, no word of it in the recap."""
    state, _ = begin(STORY, "m", "home", 3)
    state = read_on(STORY, walk(STORY, read_on(STORY, state), [SkipScene()])[0])
    assert state.answers == (Answer("d-joke", None),)
    state, _ = do(at_board(state), CommitBoard())
    recap = moment(STORY, state).recap
    assert recap is not None
    assert (state.ended, recap.acts, recap.open) == ("fin-plain", (), ())


def test_a_repair_that_was_not_made_is_named_as_still_open() -> None:
    """For another time; no word of blame goes with it."""
    state, _ = do(at_board(in_corridor(joke="b")), CommitBoard())
    recap = moment(STORY, state).recap
    assert recap is not None
    assert recap.open == ("d-joke.title",)


def test_nothing_is_told_before_the_end() -> None:
    """The recap is no score to play for."""
    assert moment(STORY, in_corridor(joke="a")).recap is None
