"""What a sheet is made of: plain values, so that paper and page show the same words in the same order.

Room: game/teacher. Composed by `pack.py`, drawn by `pdf.py` and `page.py`; no block knows a font, a colour or a size.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from game.content.model import Id


@dataclass(frozen=True, slots=True)
class Said:
    """A text in the reader's language, and the facts it rests on."""

    text: str
    facts: tuple[Id, ...] = ()


@dataclass(frozen=True, slots=True)
class Lead:
    """What the sheet is for, in a sentence or two."""

    said: Said


@dataclass(frozen=True, slots=True)
class Heading:
    """A part of a sheet."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; `tick` puts a box to tick before each, `number` counts them."""

    items: tuple[Said, ...]
    tick: bool = False
    number: bool = False


@dataclass(frozen=True, slots=True)
class Steps:
    """What happens when: minutes (`0-8`), then what."""

    rows: tuple[tuple[str, Said], ...]


@dataclass(frozen=True, slots=True)
class Path:
    """One way to lead the lesson: its minutes of play, its name, and its lessons, each with a name and steps."""

    minutes: str
    name: str
    lessons: tuple[tuple[str, Steps], ...]


@dataclass(frozen=True, slots=True)
class Paths:
    """The ways side by side."""

    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Fill:
    """Lines to write on: a label each."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ticks:
    """A question with boxes to tick beside it."""

    asked: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """Words set apart in a frame."""

    heading: str
    items: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A card to cut out. `picture` is a baked one (`clue/log-2148`), or none; a blank card has no text."""

    label: str
    title: str = ""
    when: str = ""
    said: Said = Said("")
    picture: str | None = None


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards, two a row."""

    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A sentence people say, whether it is true (in a word), and why."""

    said: Said
    answer: str
    why: Said


@dataclass(frozen=True, slots=True)
class Quiz:
    """Questions with their answers."""

    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """Sentences answered on one scale: what is asked, then boxes with these labels."""

    asked: str
    labels: tuple[str, ...]
    sentences: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """Words and what they mean."""

    rows: tuple[tuple[str, Said], ...]


@dataclass(frozen=True, slots=True)
class TakeHome:
    """The card a pupil takes along, `copies` times on the sheet, two a row: the same as on the screen at the end of a class.

    lines: number or name, then a few words, the first one largest. services: name, address, where the picture goes. adult: what stands
    before a line to write on. danger: whom to call at once.
    """

    lines: tuple[tuple[str, Said], ...]
    gestures: tuple[Said, ...]
    removal: str
    services: tuple[tuple[str, str, Said], ...]
    adult: str
    danger: Said
    copies: int = 4


@dataclass(frozen=True, slots=True)
class Lines:
    """Help lines: number or name, then what, when, and the link where there is one."""

    rows: tuple[tuple[str, Said], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A fact: what is claimed, where it comes from (in short, in full), and a note where it is unsure or somebody verified it."""

    id: Id
    text: str
    short: str
    reference: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sources:
    """The facts the pack rests on."""

    sources: tuple[Source, ...]


Block: TypeAlias = (
    Lead | Heading | Bullets | Steps | Paths | Fill | Ticks | Panel | Cards | Quiz | Scale | Terms | TakeHome | Lines | Sources
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One subject, on a page of its own or several. `picture` stands beside the title; `one_page` says that it must not turn."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    icon: str
    picture: str | None = None
    one_page: bool = False


@dataclass(frozen=True, slots=True)
class Pack:
    """All sheets in one language. `foot` is the help line at the foot of each page."""

    language: str
    title: str
    episode: str
    foot: str
    sheets: tuple[Sheet, ...]
