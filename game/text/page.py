"""What a page of the reader is: plain lines, a numbered list, and what Enter does.

Room: game/text. Pages lie over each other like the window's screens; the reader (`reader.py`) holds the pile and reads what is typed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from game.content.vocabulary import PathId
from game.core.commands import Command
from game.session.history import Told
from game.session.slots import AUTOSAVE

if TYPE_CHECKING:
    from game.text.house import House


@dataclass(frozen=True, slots=True)
class Open:
    """Lay another page over this one."""

    page: Page


@dataclass(frozen=True, slots=True)
class Home:
    """Put everything away and open this page."""

    page: Page


@dataclass(frozen=True, slots=True)
class Shut:
    """Put this page away."""


@dataclass(frozen=True, slots=True)
class Try:
    """Change the workshop's picture by this choice: the sitting computes its lamp."""

    choice: str


@dataclass(frozen=True, slots=True)
class Set:
    """Give a setting a value."""

    name: str
    value: object


@dataclass(frozen=True, slots=True)
class Return:
    """Come back to a line that was said."""

    told: Told


@dataclass(frozen=True, slots=True)
class Turn:
    """Something that changes this page alone, and nothing else; then it is said again."""

    change: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Begin:
    """Begin a new play on this path (None: the episode's own for a class)."""

    path: PathId | None = None


@dataclass(frozen=True, slots=True)
class Resume:
    """Take the play in this slot up again."""

    slot: str = AUTOSAVE


@dataclass(frozen=True, slots=True)
class Switch:
    """Open another episode."""

    number: int


@dataclass(frozen=True, slots=True)
class Leave:
    """Keep the play and end."""


Act: TypeAlias = Command | Open | Home | Shut | Try | Set | Return | Turn | Begin | Resume | Switch | Leave


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that may be done: its words, and what it does. None: it cannot be done now, and its words say why."""

    label: str
    act: Act | None
    head: str = ""  # the words over the group it begins


class Page:
    """One page. The words are read from the house each time, so that a change of language is heard at once.

    writes:  whatever is typed here is text, but for help and the quick exit.
    private: what was said and typed here is cleared from the terminal when the page is left.
    """

    closes_by = Shut()
    writes = private = False

    def told(self, house: House) -> Iterator[str]:
        """All that it says, without its list."""
        raise NotImplementedError

    def entries(self, house: House) -> Iterator[Entry]:
        """The numbered list, from 1. Numbers keep their meaning as long as the page says the same."""
        del house
        return iter(())

    def quiet(self, house: House) -> bool:
        """Whether the list waits to be asked for: while something is said, nothing else asks for attention."""
        del house
        return False

    def over(self, house: House) -> bool:
        """Whether the page has nothing more to say and is put away by itself."""
        del house
        return False

    def leave(self, house: House, *, quickly: bool) -> None:
        """The page is put away; `quickly` by the quick exit, which waits for nothing."""

    def mark(self, house: House) -> str:
        """What stands before every prompt of this page."""
        del house
        return ""

    def write(self, house: House, typed: str) -> None:
        """Take a line of text, where the page `writes`."""

    def enter(self, house: House) -> Act | None:
        """What Enter does."""
        del house
        return self.closes_by
