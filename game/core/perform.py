"""`perform`: a command goes in, a new state and what happened come out. `begin` makes the first state.

Room: game/core, the rules. The whole of the game's logic is behind these two and `present.moment`.
Stays outside: pygame, files, the clock, unseeded chance, and words.
"""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from game.content.story import Story
from game.content.vocabulary import Mode, PathId
from game.core.acts.advance import advance
from game.core.acts.choose import choose
from game.core.acts.close_board import close_board
from game.core.acts.close_log import close_log
from game.core.acts.commit_board import commit_board
from game.core.acts.examine import examine
from game.core.acts.go import go
from game.core.acts.go_back_over import go_back_over
from game.core.acts.keep_line import keep_line
from game.core.acts.open_board import open_board
from game.core.acts.place_card import place_card
from game.core.acts.ring_bell import ring_bell
from game.core.acts.say_how_sure import say_how_sure
from game.core.acts.skip_scene import skip_scene
from game.core.acts.stamp_clue import stamp_clue
from game.core.acts.talk_to import talk_to
from game.core.acts.travel import travel
from game.core.acts.try_change import try_change
from game.core.acts.use_thing import use_thing
from game.core.bells import repairs_open, rings_on
from game.core.commands import (
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
    UseThing,
)
from game.core.events import PhaseBegun, Refused
from game.core.offers import offers
from game.core.open import phase
from game.core.state import State
from game.core.telling import Step, settle


def begin(story: Story, path: PathId, mode: Mode, seed: int) -> Step:
    """A new play of the story, already at its first line."""
    state = State(
        episode=story.episode.id,
        content=story.digest,
        path=path,
        mode=mode,
        seed=seed,
        trust=story.episode.trust.start,
    )
    return settle(story, state)


def perform(story: Story, state: State, command: Command) -> Step:
    """Do what the player asks. A command that is not on offer is refused by an event, and changes nothing; nothing raises."""
    if not any(offer.allows(command) for offer in offers(story, state)):
        return state, (Refused(command),)
    before = phase(story, state)
    state, events = _act(story, state, command)
    state, more = settle(story, state)
    after = phase(story, state)
    if state.talk is None and (state.ringing or state.nudges) and not rings_on(story, state):
        state = replace(state, ringing=(), nudges=0)  # the bell has brought all it had
    if after is None or after == before:
        return state, (*events, *more)
    again = frozenset(talk.id for talk in repairs_open(story, state))  # a part of the day begins with a bell of its own
    return replace(state, to_repair=again), (*events, *more, PhaseBegun(after))


def _act(story: Story, state: State, command: Command) -> Step:
    match command:
        case Examine():
            return examine(command, story, state)
        case UseThing():
            return use_thing(command, story, state)
        case TalkTo():
            return talk_to(command, story, state)
        case Go():
            return go(command, story, state)
        case Advance():
            return advance(command, story, state)
        case Choose():
            return choose(command, story, state)
        case StampClue():
            return stamp_clue(command, story, state)
        case OpenBoard():
            return open_board(command, story, state)
        case PlaceCard():
            return place_card(command, story, state)
        case SayHowSure():
            return say_how_sure(command, story, state)
        case CommitBoard():
            return commit_board(command, story, state)
        case CloseBoard():
            return close_board(command, story, state)
        case SkipScene():
            return skip_scene(command, story, state)
        case RingBell():
            return ring_bell(command, story, state)
        case TryChange():
            return try_change(command, story, state)
        case Travel():
            return travel(command, story, state)
        case KeepLine():
            return keep_line(command, story, state)
        case CloseLog():
            return close_log(command, story, state)
        case GoBackOver():
            return go_back_over(command, story, state)
        case _:
            assert_never(command)
