"""The story: all content of one episode, checked and immutable. Never part of the state.

Room: game/content. Read first here, then the module of each kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import ClassVar

from pydantic import Field

from .board import Board
from .cast import Cast
from .clue import Clue
from .condition import Condition
from .decision import Decision
from .episode import Episode
from .fact import Fact
from .glossary import Term
from .log import Log, LogLine
from .model import FrozenMap, Id, Model, Text
from .place import Exit, Guise, Hotspot, Place, Presence, Use
from .quiz import Questionnaire, Quiz
from .talk import Choice, Line, Node, Talk
from .teaching import Teaching
from .vocabulary import Expression


class Note(Text):
    """A text that belongs to no place and no talk: a bell, a card, feedback, what is said when a clue is brought."""

    who: Id | None = None
    expr: Expression | None = None
    gives: Id | None = None
    starts: Id | None = None
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Worded:
    """A text with what a translator must know: who says it, and where."""

    text: Text
    who: Id | None = None
    place: Id | None = None


class Story(Model):
    """The whole of an episode. Every mapping is keyed by id, in the order it was written."""

    parts: ClassVar[Mapping[str, str]] = MappingProxyType(
        dict.fromkeys(("cast", "places", "clues", "talks", "scenes", "logs", "glossary", "decisions", "texts", "facts"), "{key}")
    )
    episode: Episode
    cast: FrozenMap[Id, Cast] = Field(default_factory=dict)
    places: FrozenMap[Id, Place] = Field(default_factory=dict)
    clues: FrozenMap[Id, Clue] = Field(default_factory=dict)
    talks: FrozenMap[Id, Talk] = Field(default_factory=dict)
    scenes: FrozenMap[Id, Talk] = Field(default_factory=dict)
    logs: FrozenMap[Id, Log] = Field(default_factory=dict)
    glossary: FrozenMap[Id, Term] = Field(default_factory=dict)
    decisions: FrozenMap[Id, Decision] = Field(default_factory=dict)
    board: Board | None = None
    quiz: Quiz | None = None
    questionnaire: Questionnaire | None = None
    teaching: Teaching | None = None
    credits: tuple[Text, ...] = ()
    texts: FrozenMap[Id, Note] = Field(default_factory=dict)
    facts: FrozenMap[Id, Fact] = Field(default_factory=dict)
    digest: str = ""  # of the files it was read from

    @cached_property
    def pieces(self) -> tuple[Model, ...]:
        """Every piece of content, the story itself first, in the order they are written."""
        return (self, *_below(self))

    @cached_property
    def all_talks(self) -> Mapping[Id, Talk]:
        """Talks and scenes together: both are played the same way."""
        return MappingProxyType({**self.talks, **self.scenes})

    @cached_property
    def weighs_trust(self) -> bool:
        """Whether anything that can be chosen gives or takes trust; where nothing does, no sign of it is shown."""
        return any(choice.effects.trust for choice in self.choices.values()) or any(
            option.trust for decision in self.decisions.values() for option in decision.options.values()
        )

    @cached_property
    def hotspots(self) -> Mapping[Id, Hotspot]:
        """Every hotspot by its whole id, `place/hotspot`."""
        return MappingProxyType({spot.id: spot for place in self.places.values() for spot in place.hotspots.values()})

    @cached_property
    def uses(self) -> Mapping[Id, Use]:
        """Whatever can be done to a hotspot beside looking, by its whole id, `place/hotspot.use`."""
        return MappingProxyType({use.id: use for spot in self.hotspots.values() for use in spot.uses.values()})

    @cached_property
    def guises(self) -> Mapping[Id, Guise]:
        """Every other state of a hotspot, by its whole id."""
        return MappingProxyType({guise.id: guise for spot in self.hotspots.values() for guise in spot.states.values()})

    @cached_property
    def exits(self) -> Mapping[Id, Exit]:
        """Every exit by its whole id, `place/to-place`."""
        return MappingProxyType({way.id: way for place in self.places.values() for way in place.exits.values()})

    @cached_property
    def people(self) -> Mapping[Id, Presence]:
        """Everybody who stands somewhere, by whole id, `place/key`."""
        return MappingProxyType({person.id: person for place in self.places.values() for person in place.people.values()})

    @cached_property
    def lines(self) -> Mapping[Id, Line]:
        """Every line by its id; where an id stands twice (a fault), the first."""
        found: dict[Id, Line] = {}
        for worded in self.worded():
            if isinstance(worded.text, Line):
                found.setdefault(worded.text.id, worded.text)
        return MappingProxyType(found)

    @cached_property
    def spoken_by(self) -> Mapping[Id, frozenset[Id]]:
        """The ids of the lines that each of the cast says."""
        found: dict[Id, set[Id]] = {}
        for line in self.lines.values():
            found.setdefault(line.who, set()).add(line.id)
        return MappingProxyType({who: frozenset(said) for who, said in found.items()})

    @cached_property
    def choices(self) -> Mapping[Id, Choice]:
        """Every choice of every talk by its id."""
        return MappingProxyType({choice.id: choice for talk in self.all_talks.values() for choice in talk.choices()})

    @cached_property
    def log_lines(self) -> Mapping[Id, LogLine]:
        """Every line of every log by its id."""
        return MappingProxyType({line.id: line for log in self.logs.values() for line in log.lines})

    @cached_property
    def french(self) -> Mapping[Id, str]:
        """Every text a player may read, in French, by id."""
        found: dict[Id, str] = {}
        for worded in self.worded():
            found.setdefault(worded.text.id, worded.text.text)
        return MappingProxyType(found)

    def givers(self) -> Iterator[Hotspot | Use | Node | LogLine]:
        """Whatever gives clues."""
        yield from self.hotspots.values()
        yield from self.uses.values()
        yield from self.log_lines.values()
        for talk in self.all_talks.values():
            yield from talk.nodes.values()

    def talks_with(self, who: Id, place: Id) -> tuple[Talk, ...]:
        """The talks somebody may have in a place, in the order they are written."""
        return tuple(talk for talk in self.talks.values() if talk.with_ == who and talk.place == place and talk.opens == "click")

    def talks_at(self, place: Id, opens: str) -> tuple[Talk, ...]:
        """The talks and scenes that open in this way in a place, in the order they are written."""
        return self._by_place.get((place, opens), ())

    @cached_property
    def _by_place(self) -> Mapping[tuple[Id | None, str], tuple[Talk, ...]]:
        found: dict[tuple[Id | None, str], list[Talk]] = {}
        for talk in self.all_talks.values():
            found.setdefault((talk.place, talk.opens), []).append(talk)
        return MappingProxyType({key: tuple(talks) for key, talks in found.items()})

    def worded(self) -> Iterator[Worded]:
        """Every text a player may read, in a fixed order, with speaker and place."""
        yield from self.told

    @cached_property
    def told(self) -> tuple[Worded, ...]:
        """The same, walked through once."""
        return tuple(Worded(model, who, place) for model, who, place in _walk(self, None, None))


def _below(model: Model) -> Iterator[Model]:
    for _, child in model.below():
        yield child
        yield from _below(child)


def _walk(model: Model, who: Id | None, place: Id | None) -> Iterator[tuple[Text, Id | None, Id | None]]:
    """Depth first through the models; a place, a talk or a line tells what lies below it where it is and who speaks."""
    if isinstance(model, Place):
        place = model.id
    elif isinstance(model, Talk | Board):
        place = model.place
    if isinstance(model, Line | Note):
        who = model.who
    elif isinstance(model, Log):
        who = model.told
    elif isinstance(model, Choice):
        who = "toi"
    if isinstance(model, Fact):
        return  # a fact's words are for the bench, not for a player
    if isinstance(model, Text):
        yield model, who, place
    for _, child in model.below():
        yield from _walk(child, who, place)
