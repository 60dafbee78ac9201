"""The glossary: a word, and what it means in plain words.

Room: game/content.
"""

from __future__ import annotations

from typing import ClassVar

from .condition import Condition
from .model import Id, Model, Text


class Term(Model):
    """One word of the glossary; it is there from the beginning, or once `when` holds."""

    words: ClassVar[tuple[str, ...]] = ("word", "meaning")
    id: Id
    word: Text
    meaning: Text
    when: Condition | None = None
