"""Message logs: words and hours may be kept, the file never; whatever is kept or skipped, the story goes on."""

from __future__ import annotations

from game.core.commands import Advance, CloseLog, Examine, Go, KeepLine, SkipScene, TalkTo
from game.core.events import Found, LineKept, LineNotKept, LogClosed, LogOpened, Said
from game.core.migrations import read_state
from game.core.perform import perform
from game.core.present import moment
from game.core.state import STATES, State
from tests.game.core.test_bells import do, in_corridor
from tests.game.plays import day_story, walk

STORY = day_story()


def log_open(path: str = "m") -> State:
    """Nour has laid out what she remembers."""
    return do(in_corridor(path), Go("corridor/to-library"), TalkTo("nour"))[0]  # type: ignore[arg-type]


def test_a_log_is_laid_out_once_the_lines_before_it_are_read() -> None:
    """First what Nour says, then the log; nothing else is on offer beside it but to skip the scene."""
    state, _ = walk(STORY, in_corridor(), [Go("corridor/to-library"), TalkTo("nour")])
    assert moment(STORY, state).activity == "talk"
    state, events = walk(STORY, state, [Advance()])
    assert events == (LogOpened("log-cake"),)
    now = moment(STORY, state)
    assert (now.activity, now.line) == ("log", None)
    assert {offer.do for offer in now.offers} == {"keep-line", "close-log", "skip-scene"}


def test_what_a_log_tells() -> None:
    """Times, words, reactions, deletions, who left, counts of who opened; who tells it, and how they know; all as ids."""
    log = moment(STORY, log_open()).log
    assert log is not None
    assert (log.skin, log.who, log.how, log.portrait) == ("memory", "nour", "log-cake.how", True)
    assert [(line.kind, line.at) for line in log.lines] == [
        ("file", "log-cake-1.at"),
        ("words", "log-cake-2.at"),
        ("reaction", "log-cake-3.at"),
        ("deleted", "log-cake-4.at"),
        ("left", "log-cake-5.at"),
        ("opened", "log-cake-6.at"),
    ]
    assert [(count.number, count.of, count.ringed) for count in log.counts] == [(20, 24, False), (0, None, True)]
    short = moment(STORY, log_open("s")).log
    assert short is not None
    assert len(short.lines) == 5, "a line may have its own condition"


def test_a_kept_line_becomes_a_clue_once() -> None:
    """Its reply is said over the log, its clue is in the notebook, and it is not offered again."""
    state, events = walk(STORY, log_open(), [KeepLine("log-cake-2")])
    assert events == (LineKept("log-cake-2"), Said("log-cake-yes"), Found("who-said"))
    assert moment(STORY, state).offered("close-log") is None, "the reply is read first"
    state, _ = walk(STORY, state, [Advance()])
    now = moment(STORY, state)
    assert now.activity == "log"
    assert now.log is not None
    assert [line.id for line in now.log.lines if line.kept] == ["log-cake-2"]
    assert not now.allows(KeepLine("log-cake-2"))
    assert "log-cake-2" in state.reached, "conditions may speak of it"


def test_the_file_is_never_kept_and_asking_costs_nothing() -> None:
    """It may be asked for, again and again: the same answer, no clue, no trust lost, the very same state afterwards."""
    before = log_open()
    state, events = walk(STORY, before, [KeepLine("log-cake-1")])
    assert events == (LineNotKept("log-cake-1"), Said("log-cake-no"))
    state, _ = walk(STORY, state, [Advance()])
    assert state.notebook == before.notebook
    assert (state.trust, state.reached, state.bonds) == (before.trust, before.reached, before.bonds)
    assert moment(STORY, state).allows(KeepLine("log-cake-1"))


def test_what_gives_nothing_is_read_and_not_asked_for() -> None:
    """A reaction is there to be read."""
    state = log_open()
    assert perform(STORY, state, KeepLine("log-cake-3"))[0] is state


def test_putting_the_log_away_goes_on_with_the_talk() -> None:
    """With nothing kept, what the talk gives in any case is still given."""
    state, events = walk(STORY, log_open(), [CloseLog()])
    assert events == (LogClosed("log-cake"), Said("nour-library-b1"), Found("who-said"))
    assert moment(STORY, state).activity == "talk"


def test_skipping_the_scene_puts_the_log_away_and_keeps_its_clues() -> None:
    """Skipped before the log or beside it: the summary, the clue, no log left open."""
    for state in (log_open(), walk(STORY, in_corridor(), [Go("corridor/to-library"), TalkTo("nour")])[0]):
        after, events = walk(STORY, state, [SkipScene()])
        assert Found("who-said") in events
        assert (after.log, moment(STORY, after).activity) == (None, "place")


def test_a_save_made_over_a_log_comes_back_to_it() -> None:
    """And one whose log the story no longer has comes back to the place."""
    state = log_open()
    assert read_state(STATES.dump_python(state, mode="json"), STORY) == (state, ())
    raw = STATES.dump_python(state, mode="json") | {"log": "gone"}
    mended, events = read_state(raw, STORY)
    assert mended.log is None
    assert "gone" in events[0].unknown  # type: ignore[union-attr]
    assert moment(STORY, do(mended)[0]).offered("go") is not None


def test_a_look_elsewhere_is_refused_while_a_log_lies_open() -> None:
    """Reading comes first."""
    state = log_open()
    assert perform(STORY, state, Examine("corridor/crumbs"))[0] is state
