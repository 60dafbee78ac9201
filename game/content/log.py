"""Message logs: what somebody remembers, or had noted on paper. Times, words, reactions, deletions, counts of who opened; never the file.

Room: game/content. The same element in other skins: a public feed that is invented, a message of the school. Nothing is ever opened
or read from a phone that holds the picture; a line that says « un fichier » is all there is of it.
"""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .condition import Condition
from .model import Id, Model, Several, Text
from .talk import Line
from .vocabulary import Expression, LogKind, LogSkin


class LogLine(Text):
    """One thing that happened there. `gives`: the clue it becomes when the player keeps it; `says`: what is answered then.

    A line of kind `file` can be asked for and is never kept: `says` tells why, and nothing else comes of it.
    """

    words: ClassVar[tuple[str, ...]] = ("at", "by")
    kind: LogKind = "words"
    at: Text | None = None  # when, as it is told: « 14 h 10 », « avant minuit »
    by: Text | None = None  # who, as they are called there
    gives: Several[Id] = ()
    says: tuple[Line, ...] = ()
    when: Condition | None = None

    @property
    def asked_for(self) -> bool:
        """Whether the player may ask to keep it."""
        return bool(self.gives) or self.kind == "file"


class Count(Text):
    """A figure under the log: how many, out of how many, of what (the text). `ringed`: the one that matters."""

    number: int = Field(ge=0, le=9999)
    of: int | None = Field(default=None, gt=0, le=60)
    ringed: bool = False
    when: Condition | None = None

    @model_validator(mode="after")
    def _no_more_than_all(self) -> Count:
        if self.of is not None and self.number > self.of:
            raise PydanticCustomError("too_many", "{number} of {of} is more than all", {"number": self.number, "of": self.of})
        return self


class Log(Model):
    """One log. `told` is who remembers it or wrote it down; `how` says which (« Yanis, de tête »)."""

    words: ClassVar[tuple[str, ...]] = ("title", "how", "note")
    id: Id
    skin: LogSkin = "memory"
    title: Text
    told: Id | None = None
    expr: Expression = "neutral"
    how: Text | None = None
    lines: tuple[LogLine, ...]
    counts: tuple[Count, ...] = ()
    note: Text | None = None  # what one keeps, and what never
