"""The rules, one sentence each, in the mini story."""

from __future__ import annotations

from dataclasses import replace

from game.core.commands import (
    Advance,
    Choose,
    CloseBoard,
    CommitBoard,
    Examine,
    Go,
    OpenBoard,
    PlaceCard,
    SayHowSure,
    SkipScene,
    StampClue,
    TalkTo,
)
from game.core.events import (
    BoardClosed,
    Chosen,
    Ended,
    Entered,
    Examined,
    Found,
    Parted,
    Refused,
    Said,
    Stamped,
    TalkBegun,
    TalkEnded,
)
from game.core.perform import begin, perform
from game.core.present import moment
from game.core.state import Answer
from tests.game.plays import at_quay, mini_story, read_on, walk, with_two_clues

STORY = mini_story()


def said(events: tuple[object, ...]) -> list[str]:
    """The lines among events."""
    return [event.line for event in events if isinstance(event, Said)]


def test_a_play_begins_in_its_opening_before_any_place() -> None:
    """The content note comes first, worded for where the player is."""
    for mode, line in (("class", "note-a1"), ("home", "note-a2")):
        state, events = begin(STORY, "s", mode, 1)  # type: ignore[arg-type]
        assert (state.place, said(events)) == (None, [line])
        assert moment(STORY, state).place is None


def test_closing_the_note_counts_for_nothing_and_opens_it_again() -> None:
    """« Pas aujourd’hui », then « Fermer »: back to the title; whoever comes back finds the note."""
    state, _ = begin(STORY, "s", "home", 1)
    state, events = walk(STORY, state, [Choose("note-a-c2")])
    assert Parted() in events
    assert "note" not in state.reached
    assert moment(STORY, state).talk == "note"


def test_the_first_visit_says_its_lines_then_the_scene_of_the_place_begins() -> None:
    """Two lines of arrival, one at a time, and nobody walks away before the scene."""
    state, _ = begin(STORY, "m", "home", 1)
    state, events = walk(STORY, state, [Choose("note-a-c1")])
    assert events[-2:] == (Entered("quay", first=True), Said("quay-arrive-1"))
    assert not moment(STORY, state).allows(Examine("quay/rope"))
    state, events = walk(STORY, state, [Advance(), Advance()])
    assert said(events) == ["quay-arrive-2", "boat-a1"]
    assert state.seen == {"note-a2", "quay-arrive-1", "quay-arrive-2"}


def test_choices_wait_for_the_last_line_and_leave_it_on_the_sheet() -> None:
    """What is answered can still be read."""
    state, _ = begin(STORY, "m", "home", 1)
    state, _ = walk(STORY, state, [Choose("note-a-c1"), Advance(), Advance()])
    assert moment(STORY, state).choices == ()
    state, _ = walk(STORY, state, [Advance()])
    now = moment(STORY, state)
    assert now.line is not None
    assert (now.line.id, now.line.kind) == ("boat-a2", "self")
    assert [(choice.number, choice.id, choice.decision) for choice in now.choices] == [
        (1, "d-help.a", True),
        (2, "d-help.b", True),
        (3, "d-help.c", True),
        (4, "boat-a-c4", False),
    ]


def test_a_choice_of_another_path_is_not_there() -> None:
    """`when: {path: mf}` on a choice: nobody on the short path sees it, and it is refused."""
    state, _ = begin(STORY, "s", "home", 1)
    state = read_on(STORY, walk(STORY, state, [Choose("note-a-c1")])[0])
    assert len(moment(STORY, state).choices) == 3
    assert perform(STORY, state, Choose("boat-a-c4")) == (state, (Refused(Choose("boat-a-c4")),))


def test_an_answered_decision_keeps_its_answer() -> None:
    """A talk that loops back cannot give trust twice, nor take the first answer away."""
    state, _ = begin(STORY, "m", "home", 1)
    state = read_on(STORY, walk(STORY, state, [Choose("note-a-c1")])[0])
    state, _ = walk(STORY, state, [Choose("boat-a-c4"), Advance()])
    assert moment(STORY, state).choices[3].chosen_before
    looped = replace(state, answers=(Answer("d-help", "a"),), reached=state.reached | {"d-help", "d-help.a"})
    again, events = walk(STORY, looped, [Choose("d-help.b")])
    assert Chosen("d-help.b", "d-help") in events
    assert (again.option("d-help"), again.trust) == ("a", looped.trust)


def test_effects_are_counted_and_trust_has_bounds() -> None:
    """Trust stops at five here; the shares of the endings count what was given, unbounded."""
    state = at_quay(help_="a")
    assert (state.trust, state.care, state.acts, state.answers) == (5, 1, 1, (Answer("d-help", "a"),))
    state = at_quay(help_="b")
    assert (state.trust, state.care, state.acts) == (3, -1, 0)


def test_nodes_are_stepped_over() -> None:
    """One off its path leads to `else`, one whose `when` fails leads to `to`; one without words still gives and sets."""
    short, main, other = at_quay("s"), at_quay("m"), at_quay("m", help_="c")
    assert "boat-short1" in short.seen
    assert "boat-long1" in main.seen
    assert not {"boat-short1", "boat-long1"} & other.seen
    assert all(state.has("tide") and "moored" in state.reached for state in (short, main, other))


def test_skipping_gives_the_clues_and_leaves_the_decision_unanswered() -> None:
    """Two lines instead; what surely happened is set, what depended on an answer is not."""
    state, _ = begin(STORY, "m", "home", 1)
    state, _ = walk(STORY, state, [Choose("note-a-c1"), Advance(), Advance()])
    state, events = walk(STORY, state, [SkipScene()])
    assert TalkEnded("boat", skipped=True) in events
    assert said(events) == ["boat.summary"]
    assert Found("tide") in events
    assert state.answers == (Answer("d-help", None),)
    assert "moored" in state.reached
    assert "tied" not in state.reached
    assert (state.trust, state.care) == (4, 0)


def test_the_short_way_tells_scenes_in_their_summaries() -> None:
    """Whoever asked for it hears two lines a scene and walks on; nothing is lost."""
    state, _ = begin(STORY, "m", "home", 1)
    state, events = walk(STORY, state, [Choose("note-a-c3"), Advance(), Advance()])
    assert said(events)[-1] == "boat.summary"
    assert state.has("tide")


def test_looking_gives_its_clue_once() -> None:
    """The first look has its own line; every later one is short."""
    state, events = walk(STORY, at_quay(), [Examine("quay/rope")])
    assert events == (Examined("quay/rope", first=True), Said("quay-rope-1"), Found("knot"))
    state, events = walk(STORY, state, [Examine("quay/rope")])
    assert events == (Examined("quay/rope", first=False), Said("quay-rope-2"))
    assert [card.clue for card in state.notebook] == ["tide", "knot"]


def test_a_hotspot_opens_its_talk_once_that_is_open() -> None:
    """Before, its look line is enough; after, the talk follows the line, and the line waits for it."""
    state, events = walk(STORY, at_quay(), [Examine("quay/bell"), Advance()])
    assert said(events) == ["quay-bell-1"]
    state, _ = walk(STORY, state, [Examine("quay/rope")])
    bell = next(spot for spot in moment(STORY, state).place.hotspots if spot.id == "quay/bell")  # type: ignore[union-attr]
    assert bell.verbs == ("look", "talk")
    state, _ = walk(STORY, state, [Examine("quay/bell")])
    assert not moment(STORY, state).allows(Go("quay/to-light"))
    state, events = walk(STORY, state, [Advance()])
    assert events == (TalkBegun("bell"), Said("bell-a1"))


def test_a_place_greets_once_a_phase() -> None:
    """Coming back says its line in the morning, once; and once more in the evening."""
    state = with_two_clues()
    state, events = walk(STORY, state, [Go("quay/to-light"), Go("light/to-quay")])
    assert said(events) == []
    state, _ = walk(STORY, state, [Go("quay/to-light"), Examine("light/lamp"), Advance(), Choose("d-light.a")])
    state, events = walk(STORY, state, [Go("light/to-quay")])
    assert said(events) == ["quay-return-1"]
    _, events = walk(STORY, state, [Go("quay/to-light"), Go("light/to-quay")])
    assert said(events) == []


def test_a_closed_way_is_shown_and_refused() -> None:
    """The lighthouse needs the boat: the exit is drawn closed before."""
    state, _ = begin(STORY, "m", "home", 1)
    state, _ = walk(STORY, state, [Choose("note-a-c1"), Advance()])
    place = moment(STORY, state).place
    assert place is not None
    assert [(way.id, way.open) for way in place.exits] == [("quay/to-light", False)]
    assert place.layers == ("quay/fog",)
    assert perform(STORY, state, Go("quay/to-light"))[1] == (Refused(Go("quay/to-light")),)


def test_a_person_talks_while_there_is_something_to_say() -> None:
    """Mo's talk is over once it was had; he stays where he is."""
    state, _ = walk(STORY, at_quay(), [Go("quay/to-light"), TalkTo("mo")])
    assert moment(STORY, state).line.name == "mo.name"  # type: ignore[union-attr]
    state = read_on(STORY, state)
    state, _ = walk(STORY, state, [Choose("mo-light-b-c2")])
    assert [(person.id, person.talk) for person in moment(STORY, state).place.people] == [("mo", False)]  # type: ignore[union-attr]


def test_a_repair_gives_trust_back() -> None:
    """A clumsy choice can be taken up again; it counts as a repair, once."""
    state, _ = walk(STORY, at_quay(help_="b"), [Go("quay/to-light"), TalkTo("mo"), Choose("repair-help-c1")])
    assert (state.trust, state.care, state.repairs) == (4, 0, 1)
    assert "repair-d-help" in state.reached


def test_a_stamp_can_change() -> None:
    """One may pick the wrong one, and lift it."""
    state, events = walk(STORY, at_quay(), [StampClue("tide", "rumour"), StampClue("tide", "fact"), StampClue("tide", None)])
    assert events == (Stamped("tide", "rumour"), Stamped("tide", "fact"), Stamped("tide", None))
    assert moment(STORY, state).notebook[0].stamp is None


def test_the_board_comes_after_what_the_path_plays_first() -> None:
    """`after: [turn]` asks for the scene on the main path; the short path does not have it."""
    for path, open_ in (("s", True), ("m", False)):
        state, _ = walk(STORY, with_two_clues(path), [Go("quay/to-light")])  # type: ignore[arg-type]
        assert moment(STORY, state).allows(OpenBoard()) is open_


def test_each_box_wants_its_answer() -> None:
    """A card wants to be sure or not; « je ne sais pas » is whole; another card takes the sureness away."""
    state, _ = walk(STORY, with_two_clues("s"), [Go("quay/to-light"), OpenBoard()])
    now = moment(STORY, state)
    assert now.board is not None
    assert [slot.id for slot in now.board.slots] == ["who"]
    assert [answer.id for answer in now.board.slots[0].answers] == ["who-you"]
    assert perform(STORY, state, SayHowSure("who", "sure"))[1] == (Refused(SayHowSure("who", "sure")),)
    state, events = walk(STORY, state, [PlaceCard("who", "who-you")])
    assert said(events) == ["who-you-1"]
    assert not moment(STORY, state).allows(CommitBoard())
    state, _ = walk(STORY, state, [SayHowSure("who", "think")])
    assert moment(STORY, state).allows(CommitBoard())
    state, _ = walk(STORY, state, [PlaceCard("who", None)])
    assert not moment(STORY, state).allows(CommitBoard())
    state, _ = walk(STORY, state, [SayHowSure("who", "unknown")])
    assert moment(STORY, state).board.can_commit  # type: ignore[union-attr]


def test_the_board_is_kept_when_it_is_closed() -> None:
    """And its introduction is not said again."""
    state, _ = walk(STORY, with_two_clues("s"), [Go("quay/to-light"), OpenBoard(), PlaceCard("who", "who-you"), CloseBoard()])
    state, events = walk(STORY, state, [OpenBoard()])
    assert said(events) == []
    assert moment(STORY, state).board.slots[0].card == "who-you"  # type: ignore[union-attr]


def test_showing_the_board_leads_to_the_closing_and_the_farewell() -> None:
    """What lay in the boxes is reached; in class the story leaves to the card, at home to the desk."""
    for mode, text, leads_to in (("class", "bye-class", "card"), ("home", "bye-home", "desk")):
        state = replace(with_two_clues("s"), mode=mode)  # type: ignore[arg-type]
        state, events = walk(STORY, state, [Go("quay/to-light"), OpenBoard(), SayHowSure("who", "unknown"), CommitBoard()])
        assert BoardClosed(committed=True) in events
        assert {"board", "who-unknown"} <= state.reached
        assert said(events)[-1] == "closing-1"
        assert not moment(STORY, state).allows(Go("light/to-quay"))
        state, events = walk(STORY, state, [Advance()])
        assert Ended("fin-kind") in events
        now = moment(STORY, state)
        assert (now.activity, now.offers) == ("ended", ())
        assert now.farewell is not None
        assert (now.farewell.texts, now.farewell.leads_to) == ((text,), leads_to)


def test_the_board_and_the_closing_can_be_skipped() -> None:
    """Nobody has to fill boxes or listen to leave the story."""
    state, _ = walk(STORY, with_two_clues("s"), [Go("quay/to-light"), OpenBoard(), SkipScene()])
    assert state.lines == ("board.summary",)
    state, events = walk(STORY, state, [Advance(), SkipScene()])
    assert Ended("fin-kind") in events


def test_endings_follow_what_was_answered() -> None:
    """Mended when something was said again, plain when most was answered without care, slow when all was skipped."""
    base = replace(with_two_clues("s"), closing=True, lines=("closing-1",), place="light")
    for changes, ending in (
        ({"repairs": 1, "care": 0, "answers": (Answer("d-help", "b"),)}, "fin-mended"),
        ({"care": -1, "acts": 0, "answers": (Answer("d-help", "b"),)}, "fin-plain"),
        ({"care": 0, "acts": 0, "answers": (Answer("d-help", None),)}, "fin-slow"),
    ):
        assert walk(STORY, replace(base, **changes), [Advance()])[1][-1] == Ended(ending)  # type: ignore[arg-type]
