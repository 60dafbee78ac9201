"""Sentences people say, and why they are true or not; and the ten items of before and after. No answer to either is ever kept.

Room: game/content.
"""

from __future__ import annotations

from typing import ClassVar, Literal

from .model import Id, Model, Text

Scale = Literal["serious", "true", "me"]
"""0 not serious at all to 4 very; true, false or « je ne sais pas »; 0 not like me at all to 4 completely."""


class QuizItem(Text):
    """A sentence people say. `right` is what it is, true or false; without one there is nothing to answer, only why to read."""

    words: ClassVar[tuple[str, ...]] = ("why",)
    right: Literal["true", "false"] | None = None
    why: Text


class Quiz(Model):
    """The quiz: an answer, then the reason; nothing is counted and nothing is lost."""

    words: ClassVar[tuple[str, ...]] = ("intro",)
    id: Id = "quiz"
    intro: Text
    items: tuple[QuizItem, ...]


class Item(Text):
    """One sentence of the questionnaire, and the scale it is answered on. Passing is an answer."""

    scale: Scale


class Questionnaire(Model):
    """The items of before and after: anonymous, without marks, in the same order both times."""

    words: ClassVar[tuple[str, ...]] = ("intro", "outro")
    id: Id = "items"
    intro: Text
    outro: Text
    items: tuple[Item, ...]
