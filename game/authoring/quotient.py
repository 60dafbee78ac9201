"""What of a state can still decide whether an ending is reached; the rest is left out, so that far fewer states are told apart.

Room: game/authoring. Read with docs/soft-lock.md, which argues why leaving each thing out is sound. A field that is not named here is
kept whole: a state that learns something new is told apart until somebody has argued why it need not be.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, fields
from typing import Any, get_args

from game.content.board import Board, certainty
from game.content.clue import Nudge
from game.content.condition import Condition
from game.content.episode import Ending, Lead
from game.content.model import Model
from game.content.place import Guise, Look
from game.content.story import Note, Story
from game.content.talk import Line
from game.content.vocabulary import Certainty
from game.core.state import State

LEFT_OUT = frozenset({"episode", "content", "version", "seed", "draws", "returned", "examined", "lines", "change"})
"""Never asked by anything that opens or shuts: they change words, faces and greetings only."""
SILENT = (Ending, Guise, Lead, Look, Note)
"""Like lines, their conditions choose what is said and shown, never what is possible: some ending always comes after the closing."""


@dataclass(frozen=True)
class Relevance:
    """What the conditions of a story can tell apart."""

    names: frozenset[str]  # ids of any kind
    clues_count: bool
    trust: bool
    repairs: bool
    shares: bool
    lamp: bool
    mode: bool
    bonds: bool  # the trust of single persons
    cards: frozenset[str]  # of the board, and how sure one is of them
    answers: frozenset[str]  # decisions
    interrupted: frozenset[str]  # lines during which something may be thrown in


def relevance(story: Story) -> Relevance:
    """What can open or shut anything in this story, read from its conditions."""
    cards = {card.id for slot in _slots(story.board) for card in (*slot.cards, slot.unknown)}
    cards |= {certainty(slot.id, sure) for slot in _slots(story.board) for sure in get_args(Certainty)}
    apart = list(_conditions(story, without_board=True))
    names = _names(apart)
    if names & cards:  # a card in a box matters, so what lets it be put there does too
        apart = list(_conditions(story, without_board=False))
        names = _names(apart)
    elif story.board is not None:
        apart += [story.board.needs]
        names = _names(apart)
    names |= set(story.all_talks) | {name for talk in story.all_talks.values() for name in talk.after}
    names |= {talk.counts_as for talk in story.all_talks.values() if talk.counts_as is not None}
    names |= {name for part in story.episode.phases.values() for name in (part.begins,) if name is not None}
    names |= story.uses.keys()  # each is done once
    if story.board is not None:
        names |= {story.board.id, *story.board.after}
    trust = any(one.trust_min is not None or one.trust_max is not None for one in apart)
    repairs = any(one.repairs_min is not None for one in apart)
    asked = {decision for one in apart for decision in one.chose}
    answers = set(story.decisions) if any(one.answered is not None for one in apart) else set(asked)
    for choice in story.choices.values():
        changes = names & {choice.id, *choice.sets} or (trust and choice.effects.trust) or (repairs and choice.effects.repair)
        if changes or choice.once or (choice.decision is not None and names & {choice.decision[0]}):
            names.add(choice.id)  # what it changes, it changes once
            answers |= {choice.decision[0]} if choice.decision is not None else set()
    return Relevance(
        names=frozenset(names),
        clues_count=any(one.clues is not None or one.stages is not None for one in apart),
        trust=trust,
        repairs=repairs,
        shares=any(x is not None for one in apart for x in (one.care_share, one.acts_share, one.repairs_share)),
        lamp=any(one.lamp is not None for one in apart),
        bonds=any(one.bond_min for one in apart),
        interrupted=frozenset(line.id for line in story.lines.values() if line.interrupt is not None),
        mode=any(one.mode is not None for one in apart),
        cards=frozenset(names & cards),
        answers=frozenset(answers),
    )


def _names(conditions: list[Condition]) -> set[str]:
    return {name for one in conditions for name in (*one.reached, *one.has, *one.flag)}


def _slots(board: Board | None) -> Iterator[Any]:
    yield from (board.slots.values() if board is not None else ())


def _conditions(model: Model, *, without_board: bool) -> Iterator[Condition]:
    """Every condition that may open or shut something, nested ones too."""
    if isinstance(model, Line) and not isinstance(model, Nudge):
        yield from _conditions(model.interrupt, without_board=without_board) if model.interrupt is not None else ()
        return
    if isinstance(model, SILENT) or (without_board and isinstance(model, Board)):
        return
    if isinstance(model, Condition):
        yield from model.every()
        return
    for _, child in model.below():
        yield from _conditions(child, without_board=without_board)


def quotient(relevant: Relevance) -> Callable[[State], Hashable]:
    """The function that tells states apart: equal answers, equal chances of an ending."""
    keep: dict[str, Callable[[State], Hashable]] = {
        "reached": lambda state: state.reached & relevant.names,
        "visited": lambda state: state.visited & relevant.names,
        "notebook": lambda state: frozenset(card.clue for card in state.notebook if relevant.clues_count or card.clue in relevant.names),
        "answers": lambda state: frozenset(answer for answer in state.answers if answer.decision in relevant.answers),
        "boxes": lambda state: _boxes(state, relevant),
        "seen": lambda state: state.seen & relevant.interrupted,
        "lamp": lambda state: state.lamp if relevant.lamp else None,
        "bonds": lambda state: state.bonds if relevant.bonds else None,
        "trust": lambda state: state.trust if relevant.trust else None,
        "care": lambda state: state.care if relevant.shares else None,
        "acts": lambda state: state.acts if relevant.shares else None,
        "repairs": lambda state: state.repairs if relevant.shares or relevant.repairs else None,
    }
    whole = [field.name for field in fields(State) if field.name not in LEFT_OUT and field.name not in keep]

    def key(state: State) -> Hashable:
        if state.ended is not None:
            return "ended"  # one ending is as good as another here
        lying: Hashable = (len(state.lines) > 1, bool(state.lines))
        if not relevant.interrupted.isdisjoint(state.lines):
            lying = state.lines
        return (*(getattr(state, name) for name in whole), *(part(state) for part in keep.values()), lying)

    return key


def _boxes(state: State, relevant: Relevance) -> Hashable:
    """While the board is open: which boxes are answered, and by which card where that matters. Put away, any filling can be redone."""
    if not state.board_open:
        return None
    return frozenset(
        (
            box.slot,
            box.card if box.card in relevant.cards else None,
            box.sure if certainty(box.slot, box.sure) in relevant.cards else None,
        )
        for box in state.boxes
        if box.sure is not None and (box.sure == "unknown" or box.card is not None)
    )
