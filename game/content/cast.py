"""The cast: everybody who may speak, the crowd, the narration and the player among them.

Room: game/content.
"""

from __future__ import annotations

from typing import ClassVar, Literal

from .model import Id, Model, Text


class Cast(Model):
    """Somebody who speaks. Only a `person` has a face: `portrait` is their picture id, `people/<id>` unless said."""

    words: ClassVar[tuple[str, ...]] = ("name", "role")
    id: Id
    name: Text
    role: Text | None = None
    kind: Literal["person", "voice", "narration", "player"] = "person"
    colour: str | None = None  # a token of the theme
