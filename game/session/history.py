"""What was said in this sitting, in order, so that it can be read again and come back to.

Room: game/session. Ids only, like the moment it is read from; window and terminal show the same list. Coming back is the
sitting's (`Session.return_to`): free through lines, and never past a decision.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from game.content.story import Story
from game.core.commands import Choose, Command, TryChange
from game.core.events import Refused
from game.core.moment import Moment
from game.core.perform import perform
from game.core.present import line_now
from game.core.state import State

LONGEST = 1000
"""Entries kept: an evening of reading."""


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that was said. `step` is how many commands had been done when it stood there.

    text: the id of its words. name: the id of the speaker's name, None for narration. who: the speaker in the cast.
    kind: a line's own kind, or `chosen` for what the player answered.
    """

    step: int
    text: str
    kind: Literal["narration", "speech", "self", "chosen"]
    who: str | None = None
    name: str | None = None


def retold(story: Story, begun: State, walk: Iterable[Command]) -> tuple[Told, ...]:
    """What was said in a play that was taken up again, found by playing it once more from its beginning.

    Stops at what the story, changed since, does not let be done any more: what came before is told all the same.
    """
    found: list[Told] = []
    state, shown = begun, None
    for step, command in enumerate((None, *walk)):
        if command is not None:
            chosen = command.choice if isinstance(command, Choose | TryChange) else None
            state, events = perform(story, state, command)
            if any(isinstance(event, Refused) for event in events):
                break
            if chosen is not None:
                found.append(Told(step, chosen, "chosen"))
        line = line_now(story, state)
        if line is not None and line.id != shown:
            found.append(Told(step, line.id, line.kind, line.who, line.name))
        shown = line.id if line is not None else None
    return tuple(found)


class History:
    """Follows a sitting: call `note` after each step, forth or back, and `chose` before an answer is played."""

    def __init__(self) -> None:
        self._told: list[Told] = []
        self._step = -1
        self._shown: str | None = None

    def before(self, told: Iterable[Told]) -> None:
        """What was said before this sitting: it comes first, but for the line that stands here."""
        first = self._told[0].step if self._told else None
        self._told[:0] = [one for one in told if first is None or one.step < first]
        del self._told[:-LONGEST]

    @property
    def told(self) -> tuple[Told, ...]:
        """The oldest first."""
        return tuple(self._told)

    def chose(self, now: Moment, command: Command, step: int) -> None:
        """Note the player's own words; `step` is the one that the command makes."""
        if isinstance(command, Choose | TryChange):
            taken = next((choice for choice in now.choices if choice.id == command.choice), None)
            if taken is not None:
                self._told.append(Told(step, taken.text, "chosen"))

    def note(self, now: Moment, step: int) -> None:
        """Note the line that stands here after `step` commands; a step back forgets what came after it."""
        line = now.line
        if step < self._step:
            self._told = [told for told in self._told if told.step <= step]
        elif line is not None and line.id != self._shown:
            self._told.append(Told(step, line.id, line.kind, line.who, line.name))
            del self._told[:-LONGEST]
        self._step, self._shown = step, line.id if line is not None else None
