"""The take-home card: the end of the story in class, one sheet that a whole room reads at once.

Room: game/view/screens. Part of `story.py`. Help lines, three gestures, and where a picture can be taken down: the card that the teacher's
pack prints. Its words stand as large as the sheet holds, whatever the reader's text size: it never turns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.content.help import HelpLine
from game.core.moment import Moment, TextId
from game.view.geometry import Box
from game.view.screens.farewell import Leave, Sentences
from game.view.ui import Ui
from game.view.widgets import bar
from game.view.widgets.basic import button, button_width, name_tape
from game.view.widgets.scene import night

if TYPE_CHECKING:
    from reporting.client.routes import Service

SIZES = (1.5, 1.44, 1.38, 1.32, 1.26, 1.2, 1.14, 1.08, 1.04, 1.0)
"""Of the words, the largest that the sheet holds. At the last nothing is smaller than 30 logical px."""
BUTTON, LOUD = 84.0, 1.14
LEFT_W, GAP, WITHIN = 548.0, 12.0, 48.0  # logical px: the left column, the least between two parts, from the edge to the words


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on it besides the story's gestures. `lines` are the country's, the first one largest; `doors` take a picture down."""

    lines: tuple[HelpLine, ...]
    doors: tuple[Service, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a column: how high it stands, and how it is drawn from a given height down."""

    high: float
    draw: Callable[[float], None]


def sheet_of(ui: Ui) -> Box:
    """Between the bar and the buttons."""
    top = bar.height(ui) + 28
    return Box(60, top, 1800, ui.bottom - 36 - BUTTON - top)


def within(sheet: Box) -> Box:
    """Where its words stand."""
    return Box(sheet.x + WITHIN, sheet.y + 36, sheet.w - 2 * WITHIN, sheet.h - 66)


def draw(ui: Ui, now: Moment, card: Card, *, sentences: bool = False) -> None:
    """The card, and under it the way back to the title and the sentences of before once more."""
    night(ui)
    sheet, high = sheet_of(ui), BUTTON
    top, foot = sheet.y, sheet.bottom + 18
    c, words = ui.canvas, ui.words
    c.sheet(sheet, "surface", 5, 14)
    c.dashed(sheet.inset(14), "edge", 3, 14, 10)
    title = replace(ui, text_scale=min(ui.text_scale, 1.3))
    name_tape(title, 96, top - 54, words("help.card.title"))
    _columns(ui, within(sheet), card, now.farewell.texts if now.farewell is not None else ())
    label = words("play.to_title")
    wide = button_width(ui, label)
    button(ui, "farewell/leave", Box(60, foot, wide, high), label, Leave(), icon="door", kind="go")
    ui.first = "farewell/leave"
    x = 60 + wide + 24
    if sentences:
        label = words("play.sentences_after")
        wide = min(button_width(ui, label), 1860 - x)
        button(ui, "farewell/sentences", Box(x, foot, wide, high), label, Sentences(), icon="pencil", seed=6)
        x += wide + 24
    dated = words("help.checked", date=min(line.checked for line in card.lines).strftime(words("helppage.date")))
    if x + title.width(dated, "note") <= 1860:
        title.line(1860, foot + 56, dated, "note", "on_desk", "end")


Column = Callable[[Ui], tuple[Part, ...]]
"""What stands in a column, at a page's size of words."""


def fitting(ui: Ui, column: Column, room: float) -> tuple[tuple[Part, ...], bool]:
    """A column at the largest size at which it stands in the room, and whether it does."""
    parts: tuple[Part, ...] = ()
    for size in SIZES:
        parts = column(replace(ui, text_scale=size))
        if sum(part.high for part in parts) + GAP * (len(parts) - 1) <= room:
            return parts, True
    return parts, False


def columns(ui: Ui, box: Box, card: Card, gestures: Sequence[TextId]) -> tuple[list[tuple[tuple[Part, ...], bool]], Part, float]:
    """Both columns, each with whether it fits; the band for danger under them; and the room there is for a column."""
    right = Box(box.x + LEFT_W + 60, box.y, box.w - LEFT_W - 60, box.h)
    bands = [(size, _danger(replace(ui, text_scale=size), box, card)) for size in SIZES if size <= LOUD]
    least = bands[-1][1].high
    danger = next(part for size, part in bands if part.high <= least * size)  # as large as it takes no line more
    room = box.h - danger.high - 20
    sides: list[Column] = [
        lambda page: tuple(_numbers(page, box.x, LEFT_W, card)),
        lambda page: tuple(_gestures(page, right, gestures, card)),
    ]
    return [fitting(ui, side, room) for side in sides], danger, room


def _columns(ui: Ui, box: Box, card: Card, gestures: Sequence[TextId]) -> None:
    sides, danger, room = columns(ui, box, card, gestures)
    for parts, _ in sides:
        y, spare = box.y, room - sum(part.high for part in parts)
        for part in parts:
            part.draw(y)
            y += part.high + min(34.0, spare / max(1, len(parts) - 1))
    x = box.x + LEFT_W + 30
    ui.canvas.rule((x, box.y + 8), (x, box.y + room - 8), "rule", 3)
    danger.draw(box.bottom - danger.high)


def _numbers(page: Ui, x: float, w: float, card: Card) -> Iterator[Part]:
    """The first number, as wide as the column; the others, each with a word or two; a line for somebody nearer."""
    c, words, first = page.canvas, page.words, card.lines[0]
    called = first.called(words)
    large = c.style("number")
    large = large.scaled(min(0.73 * page.text_scale, (w - 40) / c.letters.width(called, large)))
    said = first.briefly(words)
    under = page.height(w, said, "strong")

    def head(y: float) -> None:
        c.line(x + w / 2, y + large.size * 0.76, called, large, "accent", "middle")
        page.block(x, y + large.size * 0.9, w, said, "strong", "text", "middle")

    yield Part(large.size * 0.9 + under, head)
    hosts = {door.host for door in card.doors}
    for line in card.lines[1:]:
        if line.card and not line.urgent and line.host not in hosts:
            yield _line(page, x, w, line)
    adult = words("help.card.adult")
    high = page.style("note").size * 1.3

    def near(y: float) -> None:
        page.line(x, y + high * 0.74, adult, "note")
        at = x + page.width(adult, "note") + 16
        if at < x + w - 60:
            c.rule((at, y + high * 0.8), (x + w, y + high * 0.8), "edge", 3)

    yield Part(high + 6, near)


def _line(page: Ui, x: float, w: float, line: HelpLine) -> Part:
    """A number, and beside it who answers when; a long one has its words under it."""
    c, called = page.canvas, line.called(page.words)
    style, said = page.style("h2", 0.9), line.briefly(page.words)
    wide = c.letters.width(called, style)
    beside = wide < w * 0.32
    left = x + max(w * 0.21, wide + 20) if beside else x
    words_h = page.height(x + w - left, said, "note")
    high = max(style.size * 1.15, words_h) if beside else style.size * 1.1 + words_h

    def show(y: float) -> None:
        c.line(x, y + style.size * 0.95, called, style, "accent")
        page.block(left, y + (style.size * 0.02 if beside else style.size * 1.1), x + w - left, said, "note")

    return Part(high, show)


def _gestures(page: Ui, box: Box, texts: Sequence[TextId], card: Card) -> Iterator[Part]:
    """What to do, numbered; then the services, side by side, each with where the picture goes."""
    for n, text in enumerate(texts, start=1):
        yield _gesture(page, box, n, page.words.line(text))
    if card.doors:
        head = page.words("help.card.doors")

        def over(y: float) -> None:
            page.block(box.x, y, box.w, head, "label")

        yield Part(page.height(box.w, head, "label"), over)
        yield _doors(page, box, card.doors)


def _gesture(page: Ui, box: Box, n: int, said: str) -> Part:
    c, r = page.canvas, page.style("h2").size * 0.72
    x, style = box.x + 2 * r + 26, page.style("h2")
    high = max(2 * r, page.height(box.right - x, said, "lead-strong"))

    def show(y: float) -> None:
        c.disc((box.x + r, y + r), r, "accent")
        c.line(box.x + r, y + r + style.size * 0.34, str(n), style, "on_accent", "middle")
        words_h = page.height(box.right - x, said, "lead-strong")
        page.block(x, y + (high - words_h) / 2, box.right - x, said, "lead-strong")

    return Part(high, show)


def _doors(page: Ui, box: Box, doors: Sequence[Service]) -> Part:
    """One sheet a service, of one height."""
    gap = 22.0
    w = (box.w - gap * (len(doors) - 1)) / len(doors)
    inner = w - 48
    name, host = page.style("h2", 0.92), page.style("strong")
    where = [page.words(f"desk.service.picture.{door.picture}") for door in doors]
    strip = max(page.height(inner - 62, text, "note") for text in where) + 20
    hosts = [page.fitted(door.address, "strong", inner, 0.6) for door in doors]
    head = name.size * 1.2 + host.size * 1.4
    high = 20 + head + strip + 20

    def show(y: float) -> None:
        c = page.canvas
        for i, door in enumerate(doors):
            at = Box(box.x + i * (w + gap), y, w, high)
            role, ink, sign = ("good", "on_good", "lock") if door.picture == "stays" else ("warn", "on_warn", "send")
            c.sheet(at, "surface_raised", i + 4, 6)
            c.line(at.x + 24, y + 20 + name.size * 0.92, door.name, name, "text")
            c.line(at.x + 24, y + 20 + name.size * 1.2 + host.size, door.address, hosts[i], "accent")
            band = Box(at.x + 24, y + 20 + head, inner, strip)
            c.rect(band, role, 4)
            c.icon(sign, band.x + 12, band.y + (strip - 40) / 2, 40, ink, role)
            words_h = page.height(inner - 62, where[i], "note")
            page.block(band.x + 60, band.y + (strip - words_h) / 2, inner - 62, where[i], "note", ink)

    return Part(high, show)


def _danger(page: Ui, box: Box, card: Card) -> Part:
    """Whom to call at once, in one band, as on the page of help."""
    numbers = [line.called(page.words) for line in card.lines if line.urgent]
    said = page.words("helppage.danger") if "114" in numbers else page.words("helppage.danger_elsewhere", numbers=", ".join(numbers))
    words_h = page.height(box.w - 120, said, "strong")
    high = words_h + 28

    def show(y: float) -> None:
        band = Box(box.x, y, box.w, high)
        page.canvas.sheet(band, "danger", 3, 5)
        page.canvas.icon("warning", band.x + 24, y + (high - 48) / 2, 48, "on_danger", "danger")
        page.block(band.x + 96, y + 14, box.w - 120, said, "strong", "on_danger")

    return Part(high, show)
