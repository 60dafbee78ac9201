"""The cast: everybody who may speak, the crowd, the narration and the player among them; and the page the notebook keeps of a person.

Room: game/content.
"""

from __future__ import annotations

from typing import ClassVar, Literal

from .condition import Condition
from .model import Id, Model, Text


class PageNote(Text):
    """Something written on a person's page once `when` holds: what they said or did, never what they are."""

    when: Condition | None = None


class Cast(Model):
    """Somebody who speaks. Only a `person` has a face: `portrait` is their picture id, `people/<id>` unless said.

    `page`: what fills in as one listens. A person without one has no page. They are on it as a name alone once `named` holds, with
    their face once they have spoken.
    """

    words: ClassVar[tuple[str, ...]] = ("name", "role")
    id: Id
    name: Text
    role: Text | None = None
    kind: Literal["person", "voice", "narration", "player"] = "person"
    colour: str | None = None  # a token of the theme
    named: Condition | None = None
    page: tuple[PageNote, ...] = ()
