"""Answering a list of sentences, one after the other: the quiz, and the items of before and after.

Room: game/session. A value with no way to a file: it knows no save, no clock and no name, and goes when its screen goes. The state of a
play never holds it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

PASSED = "passed"
"""« Je préfère passer »: a full answer."""
Given = int | str | None


@dataclass(frozen=True, slots=True, repr=False)
class Asking:
    """Where one is in the list, and what was given so far; its `repr` shows no answer.

    at:    the sentence shown, from 0; equal to `count` once all is done.
    given: for each sentence a number, a word, `PASSED`, or None where nothing was given yet.
    """

    count: int
    at: int = 0
    given: tuple[Given, ...] = ()

    def __repr__(self) -> str:
        return f"Asking({self.at} of {self.count})"

    @property
    def done(self) -> bool:
        """Whether the last sentence is behind."""
        return self.at >= self.count

    @property
    def answer(self) -> Given:
        """What was given for the sentence shown."""
        return self.given[self.at] if self.at < len(self.given) else None

    def give(self, answer: int | str) -> Asking:
        """Answer the sentence shown, or answer it otherwise."""
        if self.done:
            return self
        given = (*self.given, *(None,) * (self.count - len(self.given)))
        return replace(self, given=(*given[: self.at], answer, *given[self.at + 1 :]))

    def onward(self) -> Asking:
        """The next sentence; not before this one was answered or passed."""
        return self if self.done or self.answer is None else replace(self, at=self.at + 1)

    def back(self) -> Asking:
        """The sentence before; what was given stays."""
        return replace(self, at=max(0, self.at - 1))
