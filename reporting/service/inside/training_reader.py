"""The reader of a training service: opens each report to learn its language, and answers that it was an exercise.

Room: reporting/service/inside. What it opens is dropped at once: nothing that was sealed is written anywhere.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Literal

from reporting.protocol.model import VERSION
from reporting.protocol.sealing import SealingError, open_inside, seal_reply
from reporting.protocol.status import Reply
from reporting.service.settings import Clock
from reporting.service.store.work import Work

Language = Literal["fr", "en"]


def training_texts() -> dict[Language, str]:
    """The reply in each language. The file also names the facts it states, for whoever checks them."""
    text = files("reporting.service.inside").joinpath("training_reply.json").read_text("utf-8")
    kept = json.loads(text)
    return {"fr": str(kept["fr"]), "en": str(kept["en"])}


class TrainingReader:
    """Answers every unread case with the exercise reply."""

    def __init__(self, work: Work, inside_secret: bytes, clock: Clock) -> None:
        self._work, self._secret, self._clock = work, inside_secret, clock
        self._texts = training_texts()

    def __call__(self) -> int:
        """Answer all that is unread; how many. raises: `StoreError`."""
        answered = 0
        while unread := self._work.unread():
            for case in unread:
                language = self._language(case.box)
                sealed = self._reply(language, case.reply_key)
                answered += self._work.answer(case.case_id, sealed, self._clock())
        return answered

    def _reply(self, language: Language, reply_key: str) -> str | None:
        try:
            return seal_reply(Reply(version=VERSION, language=language, text=self._texts[language]), reply_key)
        except SealingError:
            return None  # its reply key is no key: marked as read, or it would stand in the way of all the others

    def _language(self, box: str) -> Language:
        try:
            return open_inside(box, self._secret).language
        except SealingError:
            return "fr"  # sealed to another key, or not sealed at all: the exercise is answered all the same
