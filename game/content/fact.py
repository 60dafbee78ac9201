"""Facts: one id, one claim, one source. Every line that states a law, a figure or a help line cites one.

Room: game/content. A fact of confidence U has no source and may not be cited.
"""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from .model import Id, Model, Several, Text
from .vocabulary import Confidence


class Fact(Model):
    """What may be claimed, where it comes from, who compiled it when, and who has verified it since (nobody, at first)."""

    words: ClassVar[tuple[str, ...]] = ("text",)
    id: Id
    text: Text
    english: str
    confidence: Confidence
    reference: Several[str]
    compiled: dt.date
    verified_by: str | None = None
    verified: dt.date | None = None
