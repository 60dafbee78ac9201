"""Whatever anybody does, in whatever order: nothing raises, nothing is lost, offers and refusals agree."""

from __future__ import annotations

from dataclasses import replace

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from game.content.story import Story
from game.core.commands import (
    COMMANDS,
    STAMPS,
    SURENESSES,
    Advance,
    Choose,
    CloseBoard,
    CloseLog,
    Command,
    CommitBoard,
    Examine,
    Go,
    GoBackOver,
    KeepLine,
    OpenBoard,
    PlaceCard,
    RingBell,
    SayHowSure,
    SkipScene,
    StampClue,
    TalkTo,
    Travel,
    TryChange,
)
from game.core.events import EVENTS, Ended, Refused
from game.core.migrations import read_state
from game.core.moment import Moment
from game.core.perform import begin, perform
from game.core.present import moment
from game.core.state import STATES, State
from tests.game.plays import day_story, mini_story, shipped_story


def anything(story: Story) -> st.SearchStrategy[Command]:
    """Any command at all: ids of the story in every role, and some that nobody ever wrote."""
    board = story.board
    cards = [card.id for slot in board.slots.values() for card in (*slot.cards, slot.unknown)] if board is not None else []
    slots = list(board.slots) if board is not None else []
    ids = [
        *story.hotspots,
        *story.exits,
        *story.cast,
        *story.choices,
        *story.clues,
        *story.all_talks,
        *cards,
        *slots,
        *story.log_lines,
        *story.places,
    ]
    name = st.sampled_from([*ids, "", "nowhere", "quay/rope/knot", "é ’ \u202f", "end"])
    return st.one_of(
        st.builds(Examine, name),
        st.builds(TalkTo, name),
        st.builds(Go, name),
        st.just(Advance()),
        st.builds(Choose, name),
        st.builds(StampClue, name, st.sampled_from([*STAMPS, None])),
        st.just(OpenBoard()),
        st.builds(PlaceCard, name, st.none() | name),
        st.builds(SayHowSure, name, st.sampled_from(SURENESSES)),
        st.just(CommitBoard()),
        st.just(CloseBoard()),
        st.just(SkipScene()),
        st.just(RingBell()),
        st.builds(GoBackOver, name),
        st.builds(KeepLine, name),
        st.builds(Travel, name),
        st.builds(TryChange, name, st.sampled_from(["lit", "out"])),
        st.just(CloseLog()),
    )


class AnyPlay(RuleBasedStateMachine):
    """A player who does anything, in any order, in a given story."""

    story: Story

    @initialize(path=st.sampled_from(["s", "m", "f"]), mode=st.sampled_from(["class", "home"]), seed=st.integers(0, 2**32))
    def start(self, path: str, mode: str, seed: int) -> None:
        """A new play on any path."""
        self.state, _ = begin(self.story, path, mode, seed)  # type: ignore[arg-type]

    @rule(data=st.data())
    def ask_for_anything(self, data: st.DataObject) -> None:
        """A command that is not on offer is refused, and the very same state comes back; one that is, is not refused."""
        command = data.draw(anything(self.story))
        offered = moment(self.story, self.state).allows(command)
        state, events = perform(self.story, self.state, command)
        assert (Refused(command) in events) is not offered
        if not offered:
            assert state is self.state
            assert events == (Refused(command),)
        assert all(EVENTS.validate_json(EVENTS.dump_json(event)) == event for event in events)
        self.state = state

    @precondition(lambda self: self.state.ended is None)
    @rule(data=st.data())
    def take_what_is_offered(self, data: st.DataObject) -> None:
        """Everything on offer is accepted, always by the same answer; the play goes on from one of them."""
        commands = [command for offer in moment(self.story, self.state).offers for command in offer.commands()]
        assert commands, "nobody is ever stuck"
        for command in commands:
            _, events = perform(self.story, self.state, command)
            assert not any(isinstance(event, Refused) for event in events), command
        command = data.draw(st.sampled_from([command for command in commands if command.do != "stamp-clue"] or commands))
        assert COMMANDS.validate_json(COMMANDS.dump_json(command)) == command
        before = self.state
        self.state, events = perform(self.story, before, command)
        assert (self.state, events) == perform(self.story, before, command)
        assert any(isinstance(event, Ended) for event in events) is (self.state.ended is not None)

    @invariant()
    def the_state_is_its_own_json(self) -> None:
        """A state comes back identical from its text, the same state is the same text, and a save resumes at that very place."""
        text = STATES.dump_json(self.state)
        again = STATES.validate_json(text)
        assert again == self.state
        assert STATES.dump_json(again) == text
        assert read_state(STATES.dump_python(self.state, mode="json"), self.story) == (self.state, ())

    @invariant()
    def the_moment_is_its_own_json(self) -> None:
        """A moment comes back identical from its text, and says which word each id stands for."""
        now = moment(self.story, self.state)
        assert Moment.model_validate_json(now.model_dump_json()) == now
        shown = [now.line.id] if now.line is not None else []
        shown += [choice.text for choice in now.choices] + [card.title for card in now.notebook]
        assert all(name in self.story.french for name in shown)

    @invariant()
    def trust_stays_within_its_bounds(self) -> None:
        """And a decision has one answer at most."""
        bounds = self.story.episode.trust
        assert bounds.min <= self.state.trust <= bounds.max
        names = [answer.decision for answer in self.state.answers]
        assert len(names) == len(set(names))


class AnyMiniPlay(AnyPlay):
    """In the mini story, which has every rule of the format."""

    story = mini_story()


class AnyDayPlay(AnyPlay):
    """In the story of one day, with bells and repairs."""

    story = day_story()


class AnyShippedPlay(AnyPlay):
    """In the story that ships."""

    story = shipped_story()


TestAnyMiniPlay = AnyMiniPlay.TestCase
TestAnyDayPlay = AnyDayPlay.TestCase
TestAnyShippedPlay = AnyShippedPlay.TestCase
TestAnyMiniPlay.settings = settings(settings(), stateful_step_count=30, max_examples=max(12, settings().max_examples // 3))
TestAnyDayPlay.settings = settings(settings(), stateful_step_count=30, max_examples=max(12, settings().max_examples // 3))
TestAnyShippedPlay.settings = settings(settings(), stateful_step_count=20, max_examples=max(8, settings().max_examples // 6))


def test_a_state_holds_no_words_of_the_story() -> None:
    """The story is never in the state: only ids, counts and choices of a closed list."""
    story = mini_story()
    state, _ = begin(story, "m", "home", 1)
    text = STATES.dump_json(state).decode()
    assert not [words for words in story.french.values() if len(words) > 8 and words in text]


def test_a_state_is_frozen() -> None:
    """A change makes another state; the one before stays as it was."""
    state, _ = begin(mini_story(), "m", "home", 1)
    assert replace(state, seed=2) != state
    assert isinstance(hash(state), int)
    assert State.__dataclass_params__.frozen  # type: ignore[attr-defined]
