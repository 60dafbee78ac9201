"""The pack as a PDF: each sheet begins a page, and a sheet that must stay on one page is set a little smaller until it does.

Room: game/teacher. A4, fonts embedded, nothing fetched; the same pack makes the same bytes.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import assert_never

from game.content.words import Words
from game.teacher import blocks as b
from game.teacher.cards import cards, take_home
from game.teacher.look import ACCENT, INK, SOFT, TAPE, Style
from game.teacher.press import LEFT, RIGHT, Press

SIZES = (1.42, 1.36, 1.3, 1.24, 1.18, 1.12, 1.06, 1.0, 0.95, 0.9, 0.86, 0.82)
"""How large the words of a one-page sheet may stand, tried in this order; at the last a line is set in 8.6 points."""
WIDTH = RIGHT - LEFT
BODY, SMALL, REF = 10.5, 9.0, 6.6


class SheetTooLongError(ValueError):
    """A sheet that must stay on one page does not fit even in small words: its texts have to be cut. The argument is its id."""


def as_pdf(pack: b.Pack, assets: Path, words: Words) -> bytes:
    """The document. assets: the folder that holds `fonts` and `baked`. raises: SheetTooLongError."""

    def page(at: int, of: str) -> str:
        return words("teacher.page", number=at, of=of)

    with closing(Press(pack, assets, page, trial=True)) as trial, closing(Press(pack, assets, page, like=trial)) as press:
        for sheet in pack.sheets:
            press.k = _size(sheet, trial) if sheet.one_page else 1.0
            _print(sheet, press)
        return bytes(press.paper.output())


def pages_of(sheet: b.Sheet, press: Press) -> int:
    """How many pages a sheet takes at the press's present size; they are printed there."""
    before = len(press.paper.pages)
    _print(sheet, press)
    return len(press.paper.pages) - before


def _size(sheet: b.Sheet, trial: Press) -> float:
    for size in SIZES:
        trial.k = size
        if pages_of(sheet, trial) == 1:
            return size
    raise SheetTooLongError(sheet.id)


def _print(sheet: b.Sheet, press: Press) -> None:
    press.title, press.icon = sheet.title, sheet.icon
    press.new_page()
    press.paper.start_section(sheet.title)
    if sheet.picture:
        press.draw(sheet.picture, RIGHT - 40, 9, 40, 22.5)
    for block in sheet.blocks:
        _block(block, press)


def _block(block: b.Block, press: Press) -> None:
    match block:
        case b.Lead(said):
            _said(press, said, LEFT, WIDTH, "read", BODY + 0.5)
            press.y += 2
        case b.Heading(text):
            heading(press, text)
        case b.Bullets(items, tick, number):
            _bullets(press, items, tick=tick, number=number)
        case b.Steps(rows):
            steps(press, rows, LEFT, WIDTH)
            press.y += 2
        case b.Paths(paths):
            _paths(press, paths)
        case b.Fill(labels):
            _fill(press, labels)
        case b.Ticks(asked, labels):
            press.room(8)
            wide = press.wide(asked, "bold", BODY * press.k) + 4
            press.put(asked, LEFT, press.y, wide, "bold", BODY)
            _ticks(press, labels, LEFT + wide)
        case b.Panel(head, items):
            _panel(press, head, items)
        case b.Cards():
            cards(press, block)
        case b.Quiz(questions):
            for question in questions:
                _question(press, question)
        case b.Scale():
            _scale(press, block)
        case b.Terms(rows):
            for word, said in rows:
                _beside(press, word, said, 52)
        case b.TakeHome():
            take_home(press, block)
        case b.Lines(rows):
            for name, said in rows:
                _beside(press, name, said, 36)
        case b.Sources(sources):
            for source in sources:
                _source(press, source)
        case _:
            assert_never(block)


def heading(press: Press, text: str) -> None:
    """A part of a sheet begins."""
    high = press.high(text, "title", 13, WIDTH)
    press.room(high + 14)
    press.y += 2.6 * press.k
    press.y += press.put(text, LEFT, press.y, WIDTH, "title", 13, ACCENT) + 1.2 * press.k


def refs(press: Press, said: b.Said, wide: float) -> float:
    """How high the ids of the facts stand under a text."""
    return press.high(" · ".join(said.facts), "mono", REF, wide) if said.facts else 0.0


def _said(press: Press, said: b.Said, x: float, wide: float, style: Style, size: float) -> None:
    """Words, and under them in small the facts they rest on."""
    high = press.high(said.text, style, size, wide)
    press.room(high + refs(press, said, wide))
    press.y += press.put(said.text, x, press.y, wide, style, size)
    if said.facts:
        press.y += press.put(" · ".join(said.facts), x, press.y, wide, "mono", REF, SOFT)


def _bullets(press: Press, items: tuple[b.Said, ...], *, tick: bool, number: bool) -> None:
    for n, item in enumerate(items, start=1):
        x, wide = LEFT + 7 * press.k, WIDTH - 7 * press.k
        press.room(press.high(item.text, "read", BODY, wide) + refs(press, item, wide))
        if tick:
            press.box(LEFT, press.y + 0.9 * press.k, 3.2 * press.k, 3.2 * press.k, None, INK)
        elif number:
            press.put(f"{n}.", LEFT, press.y, 7, "bold", BODY, ACCENT)
        else:
            press.bar(LEFT + 1.2, press.y + 0.9 * press.k, 2.9 * press.k)
        _said(press, item, x, wide, "read", BODY)
        press.y += 1.4 * press.k
    press.y += 0.8 * press.k


def steps(press: Press, rows: tuple[tuple[str, b.Said], ...], x: float, wide: float, size: float = BODY) -> None:
    """Minutes, then what; each row on a rule."""
    left = 15.5 * press.k * size / BODY
    for minutes, said in rows:
        high = press.high(said.text, "read", size, wide - left)
        press.room(high + 2)
        press.put(minutes, x, press.y, left, "bold", size, ACCENT)
        press.put(said.text, x + left, press.y, wide - left, "read", size)
        press.y += high + 1.5 * press.k


def _paths(press: Press, paths: tuple[b.Path, ...]) -> None:
    """The ways under one another, each a band with its minutes over its lessons side by side."""
    gap = 7.0
    for path in paths:
        press.y += 2.2 * press.k
        wide = (WIDTH - gap * (len(path.lessons) - 1)) / len(path.lessons)
        press.room(20)
        press.box(LEFT, press.y, WIDTH, 8.6 * press.k, TAPE, None)
        press.put(path.minutes, LEFT + 2.5, press.y + 1.2 * press.k, 60, "title", 15)
        press.put(path.name, LEFT, press.y + 2.3 * press.k, WIDTH - 2.5, "bold", 10.5, INK, "R")
        press.y += 10.4 * press.k
        top, foot = press.y, press.y
        for n, (name, lesson) in enumerate(path.lessons):
            press.y, x = top, LEFT + n * (wide + gap)
            press.y += press.put(name, x, press.y, wide, "bold", SMALL, ACCENT) + 0.8 * press.k
            steps(press, lesson.rows, x, wide, SMALL + 0.5)
            foot = max(foot, press.y)
        press.y = foot


def _fill(press: Press, labels: tuple[str, ...]) -> None:
    wide = WIDTH / len(labels)
    press.room(9)
    for n, label in enumerate(labels):
        x, w = LEFT + n * wide, press.wide(label, "bold", SMALL * press.k) + 2
        press.put(label, x, press.y + 1.5, wide, "bold", SMALL)
        press.rule(x + w, press.y + 1.5 + 4.2 * press.k, wide - w - 6)
    press.y += 9 * press.k


def _panel(press: Press, head: str, items: tuple[b.Said, ...]) -> None:
    """A frame around a heading and a list."""
    pad, wide = 4.0 * press.k, WIDTH - 8.0 * press.k
    inner = wide - 5 * press.k
    high = press.high(head, "title", 12, wide) + 2 * pad + 1.5 * press.k
    high += sum(press.high(item.text, "read", BODY, inner) + refs(press, item, inner) + 1.4 * press.k for item in items)
    press.room(high + 4)
    press.y += 2
    top = press.y
    press.box(LEFT, top, WIDTH, high)
    press.y += pad
    press.y += press.put(head, LEFT + pad, press.y, wide, "title", 12) + 1.5 * press.k
    for item in items:
        press.bar(LEFT + pad + 0.5, press.y + 0.9 * press.k, 2.9 * press.k)
        _said(press, item, LEFT + pad + 5 * press.k, inner, "read", BODY)
        press.y += 1.4 * press.k
    press.y = top + high + 2


def _question(press: Press, question: b.Question) -> None:
    wide = WIDTH - 34
    high = (
        press.high(question.said.text, "bold", BODY, wide)
        + press.high(question.why.text, "read", BODY, WIDTH)
        + refs(press, question.why, WIDTH)
    )
    press.room(high + 4)
    label = press.wide(question.answer, "bold", BODY * press.k) + 6
    press.box(RIGHT - label, press.y - 0.6, label, 5.8 * press.k, TAPE, None)
    press.put(question.answer, RIGHT - label, press.y, label, "bold", BODY, INK, "C")
    press.y += press.put(question.said.text, LEFT, press.y, wide, "bold", BODY) + 0.6
    _said(press, question.why, LEFT, WIDTH, "read", BODY)
    press.y += 3.2 * press.k


def _scale(press: Press, scale: b.Scale) -> None:
    """Sentences, each with its boxes in a row under it."""
    heading(press, scale.asked)
    for said in scale.sentences:
        high = press.high(said.text, "read", BODY, WIDTH)
        press.room(high + 9)
        press.y += press.put(said.text, LEFT, press.y, WIDTH, "read", BODY) + 0.8
        _ticks(press, scale.labels, LEFT + 4)


def _ticks(press: Press, labels: tuple[str, ...], x: float) -> None:
    """Boxes to tick in a row, each with its label."""
    for label in labels:
        press.box(x, press.y + 0.5 * press.k, 3.2 * press.k, 3.2 * press.k, None, INK)
        press.put(label, x + 4.4 * press.k, press.y, 60, "read", SMALL)
        x += press.wide(label, "read", SMALL * press.k) + 4.4 * press.k + 5
    press.y += 6.4 * press.k


def _beside(press: Press, word: str, said: b.Said, left: float) -> None:
    """A word in bold, and what it means beside it."""
    wide = WIDTH - left - 4
    high = max(press.high(word, "bold", BODY, left), press.high(said.text, "read", BODY, wide) + refs(press, said, wide))
    press.room(high + 2)
    top = press.y
    press.put(word, LEFT, top, left, "bold", BODY)
    _said(press, said, LEFT + left + 4, wide, "read", BODY)
    press.y = top + high + 2.2 * press.k


def _source(press: Press, source: b.Source) -> None:
    """An id, what is claimed, where from: one row."""
    name, where = 29.0, 44.0
    claim = WIDTH - name - where - 6
    said = f"{source.text} ({source.note})" if source.note else source.text
    high = max(press.high(said, "read", 8.2, claim), press.high(source.short, "read", 8.2, where), press.high(source.id, "bold", 8.2, name))
    press.room(high + 2)
    press.put(source.id, LEFT, press.y, name, "bold", 8.2, ACCENT)
    press.put(said, LEFT + name + 3, press.y, claim, "read", 8.2)
    press.put(source.short, LEFT + name + claim + 6, press.y, where, "read", 8.2, SOFT)
    press.y += high + 1.1
