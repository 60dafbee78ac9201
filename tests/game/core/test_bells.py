"""The day, its bells and its repairs, one sentence each, in the story of one day."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.content.vocabulary import PathId
from game.core.commands import Advance, Choose, CloseLog, Command, Examine, Go, GoBackOver, OpenBoard, RingBell, SkipScene, TalkTo
from game.core.events import Entered, Event, Found, PhaseBegun, Rang, Said, TalkBegun, TalkEnded
from game.core.perform import begin
from game.core.present import moment
from game.core.state import State
from tests.game.plays import day_story, read_on, walk

STORY = day_story()


def in_corridor(path: PathId = "m", joke: str = "c") -> State:
    """The morning talk is over: the joke was made, laughed at, or left."""
    state = read_on(STORY, begin(STORY, path, "home", 3)[0])
    return read_on(STORY, walk(STORY, state, [Choose(f"d-joke.{joke}")])[0])


def do(state: State, *commands: Command) -> tuple[State, tuple[Event, ...]]:
    """These commands; the sheet is read to its end after each."""
    events: list[Event] = []
    for command in commands:
        state, happened = walk(STORY, state, [command])
        events += happened
        while moment(STORY, state).allows(Advance()):
            state, happened = walk(STORY, state, [Advance()])
            events += happened
    return state, tuple(events)


def said(events: tuple[Event, ...]) -> list[str]:
    """The lines among events."""
    return [event.line for event in events if isinstance(event, Said)]


def test_nobody_rings_before_the_bell_is_theirs() -> None:
    """The bell is offered once its needs are met, and only where one walks about."""
    state, _ = begin(STORY, "m", "home", 3)
    assert not moment(STORY, state).allows(RingBell())
    assert moment(STORY, in_corridor()).allows(RingBell())


def test_a_bell_brings_noon_then_clues_of_new_stages() -> None:
    """The bell’s line, the scene that waited for it, then two missing clues: a stage without any comes first."""
    state, events = do(in_corridor(), RingBell())
    assert said(events) == ["bell-noon", "lunch-a1", "nudge-plate", "nudge-note"]
    assert [event.clue for event in events if isinstance(event, Found)] == ["plate", "note"]
    assert events[0] == Rang()
    assert PhaseBegun("noon") in events
    assert moment(STORY, state).progress.phase_name == "noon.name"
    state, events = do(in_corridor(), Examine("corridor/crumbs"), RingBell())
    assert said(events)[-3:] == ["nudge-note", "nudge-secret", "confession-a1"]
    assert not state.has("plate"), "its stage was known: the note and the confession came first"


def test_a_line_that_is_not_the_bells_last_holds_the_player() -> None:
    """Nobody walks away between two things that one bell brings."""
    state, _ = walk(STORY, in_corridor(), [RingBell()])
    assert moment(STORY, state).offered("go") is None
    assert moment(STORY, state).allows(Advance())


def test_what_must_come_before_the_board_is_brought() -> None:
    """With clues enough and the confession still open, the bell brings that and nothing else; then the board opens."""
    state, _ = do(in_corridor(), RingBell(), Examine("corridor/crumbs"))
    assert len(state.notebook) == 3
    assert not moment(STORY, state).allows(OpenBoard())
    state, events = do(state, RingBell())
    assert said(events) == ["bell-any", "nudge-secret", "confession-a1"]
    assert moment(STORY, state).allows(OpenBoard())


def test_a_bell_with_nothing_left_says_so_or_just_rings() -> None:
    """« J’ai plus rien » while clues are missing and nobody has any; no word of it once the board is open."""
    short, events = do(in_corridor("s"), RingBell())
    assert said(events) == ["bell-any", "nudge-plate", "nudge-secret", "confession-a1"]
    kept = tuple(card for card in short.notebook if card.clue == "secret")
    poor = replace(short, notebook=kept, reached=short.reached | {"supper"}, seen=frozenset())
    bare = STORY.model_copy(update={"clues": {name: clue.model_copy(update={"nudge": None}) for name, clue in STORY.clues.items()}})
    _, events = walk(bare, poor, [RingBell(), Advance()])
    assert said(events) == ["bell-any", "bell-nothing"]
    short, events = do(short, Examine("corridor/crumbs"), RingBell())
    assert said(events) == ["corridor-crumbs-1", "bell-any", "supper-a1"]


def test_the_shorter_path_has_no_noon() -> None:
    """A scene off its path never rings, and its phase never begins."""
    state, _ = do(in_corridor("s"), RingBell(), RingBell())
    assert "lunch" not in state.reached
    assert moment(STORY, state).progress.phase == "evening"


def test_what_is_for_later_waits_for_the_next_place() -> None:
    """Nour’s second talk needs the first, and is not to be had in the same visit."""
    state, _ = do(in_corridor(), Go("corridor/to-library"), TalkTo("nour"), CloseLog())
    assert moment(STORY, state).offered("talk-to") is None
    state, events = do(state, Go("library/to-corridor"), Go("corridor/to-library"), TalkTo("nour"))
    assert TalkBegun("nour-later") in events


def test_what_is_for_later_comes_after_a_bell_too() -> None:
    """The next bell is as good as the next place."""
    state, _ = do(in_corridor(), Go("corridor/to-library"), TalkTo("nour"), CloseLog(), RingBell())
    assert moment(STORY, state).offered("talk-to") == ("nour",)


def test_a_bark_is_heard_once_a_visit_and_once_in_all() -> None:
    """One voice a visit, the next one at the next; after the last, silence. What one did may be heard."""
    state = in_corridor(joke="b")
    assert "corridor-bark-2" in state.seen
    there, back = Go("corridor/to-library"), Go("library/to-corridor")
    voices = []
    for _ in range(3):
        state, events = do(state, there, back)
        voices += [line for line in said(events) if "bark" in line]
    assert voices == ["corridor-bark-1", "corridor-bark-3"]


def test_a_greeting_is_said_once_a_phase() -> None:
    """The arrival is the morning’s greeting; noon has one; the evening has one, and another look."""
    there, back = Go("corridor/to-library"), Go("library/to-corridor")
    state, events = do(in_corridor(), there, back)
    assert not {"corridor-return-1", "corridor-return-2"} & set(said(events))
    state, events = do(state, RingBell(), there, back, there, back)
    assert said(events).count("corridor-return-1") == 1
    state, events = do(state, RingBell(), RingBell(), there, back)
    assert "corridor-return-2" in said(events)
    place = moment(STORY, state).place
    assert place is not None
    assert place.hour == "corridor.evening.hour"


def test_a_repair_is_offered_at_each_bell_until_it_is_made() -> None:
    """Not before a bell; « pas maintenant » leaves it for the next one; once made, it is over, and counts."""
    state = in_corridor(joke="b")
    assert moment(STORY, state).repairs == ()
    state, _ = do(state, RingBell())
    (offer,) = moment(STORY, state).repairs
    assert (offer.id, offer.title, offer.who) == ("repair-d-joke", "d-joke.title", "yanis.name")
    state, _ = do(state, GoBackOver("repair-d-joke"), Choose("repair-joke-c2"))
    assert "repair-d-joke" not in state.reached
    assert moment(STORY, state).offered("go-back-over") is None
    state, _ = do(state, RingBell(), GoBackOver("repair-d-joke"), Choose("repair-joke-c1"))
    assert (state.repairs, state.trust, "repair-d-joke" in state.reached) == (1, 4, True)
    state, _ = do(state, RingBell())
    assert moment(STORY, state).repairs == ()


def test_a_repair_takes_place_where_it_says() -> None:
    """Taken up elsewhere, it brings the player there, without a greeting, and another bell is not needed to stay."""
    state, _ = do(in_corridor(joke="b"), Go("corridor/to-library"), RingBell())
    state, events = walk(STORY, state, [GoBackOver("repair-d-joke")])
    assert events == (Entered("corridor", first=False), TalkBegun("repair-d-joke"), Said("repair-joke-a1"))
    assert state.place == "corridor"


@pytest.mark.parametrize("joke", ["a", "c", None])
def test_only_a_decision_that_was_answered_badly_is_repaired(joke: str | None) -> None:
    """Nothing to come back to after a kind answer, after none, or after the scene was skipped."""
    if joke is None:
        state = walk(STORY, begin(STORY, "m", "home", 3)[0], [Advance(), Advance(), SkipScene()])[0]
        state = read_on(STORY, state)
    else:
        state = in_corridor(joke=joke)
    state, _ = do(state, RingBell())
    assert moment(STORY, state).repairs == ()


def test_a_skipped_repair_is_not_made() -> None:
    """Its summary goes by; the repair stays open for the next bell."""
    state, _ = do(in_corridor(joke="b"), RingBell(), GoBackOver("repair-d-joke"))
    state, events = do(state, SkipScene())
    assert TalkEnded("repair-d-joke", skipped=True) in events
    assert (state.repairs, "repair-d-joke" in state.reached) == (0, False)
    state, _ = do(state, RingBell())
    assert moment(STORY, state).allows(GoBackOver("repair-d-joke"))
