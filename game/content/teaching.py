"""What a teacher needs around the episode: the lesson by the minute, the talk after it, cards for the wall, what to do when one confides.

Room: game/content. Words for adults stand beside the story because they speak of it; what is true of the game itself (what it keeps)
is among the interface's words. Lines and texts that the game shows already are named by id, never written again.
Who lays them on paper: `game/teacher`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar

from pydantic import Field, model_validator

from .model import FrozenMap, Id, Model, Text
from .vocabulary import PathId


class Step(Text):
    """What happens between two minutes of a lesson."""

    begin: int = Field(ge=0, le=600)
    end: int = Field(gt=0, le=600)

    @model_validator(mode="after")
    def _runs_on(self) -> Step:
        if self.end <= self.begin:
            raise ValueError(f"it ends at minute {self.end}, before it begins")
        return self


class Lesson(Model):
    """One lesson, or one sitting at home: its steps, in order."""

    words: ClassVar[tuple[str, ...]] = ("name",)
    id: Id
    name: Text
    steps: tuple[Step, ...]


class Run(Model):
    """How one path is led: the minutes of play, then its lessons."""

    parts: ClassVar[Mapping[str, str]] = MappingProxyType({"lessons": "{owner}-{key}"})
    id: Id
    path: PathId
    lessons: FrozenMap[Id, Lesson]


class Moment(Model):
    """One step of the escalation, for the wall: when it was, what was done, the way out that was there. `drawing` is a clue's."""

    words: ClassVar[tuple[str, ...]] = ("arrow", "title", "when", "what", "exit")
    id: Id
    arrow: Text
    title: Text
    when: Text
    what: Text
    exit: Text
    drawing: Id


class Teaching(Model):
    """The teacher's pack of an episode, in the order it is printed.

    note, card: ids of lines and texts of the story (the content note, the take-home card's gestures), read there; `note_more` is what
    a longer path adds to the note.
    """

    parts: ClassVar[Mapping[str, str]] = MappingProxyType({"runs": "run-{key}"})
    words: ClassVar[tuple[str, ...]] = ("lead", "identity", "note_more")
    id: Id = "teaching"
    lead: Text
    identity: Text
    note: tuple[Id, ...] = ()
    note_more: Text | None = None
    ready: tuple[Text, ...] = ()
    messages: tuple[Text, ...] = ()
    runs: FrozenMap[Id, Run] = Field(default_factory=dict)
    debrief: tuple[Step, ...] = ()
    questions: tuple[Text, ...] = ()
    rules: tuple[Text, ...] = ()
    timeline: tuple[Moment, ...] = ()
    after: tuple[Text, ...] = ()
    confides: tuple[Text, ...] = ()
    same_day: tuple[Text, ...] = ()
    promises: tuple[Text, ...] = ()
    sharer: tuple[Text, ...] = ()
    card: tuple[Id, ...] = ()
