"""Nine numbered places for the words of a receipt. No mark of a mode: the words decide whether it is an exercise.

Room: game/view/screens. A place says at once whether its word exists; the only word it can become is offered beside it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.view.geometry import Box
from game.view.screens.desk_page import LEFT, RIGHT, Page
from game.view.widgets.basic import tick
from game.view.widgets.desk import Column, entry
from reporting.client.commands import Do, Write
from reporting.client.moment import LookupNow, WordNow

SIGNS = ("pencil", "question", "cone", "lock")


@dataclass(frozen=True, slots=True)
class Complete:
    """Take the offered word and go on to the next place."""

    index: int
    word: str


def draw(page: Page) -> None:
    """The whole screen."""
    ui, body = page.ui, page.moment.body
    assert isinstance(body, LookupNow)  # noqa: S101
    page.refoot(promise=page.say(body.footer), sign="notebook")
    page.before()
    with page.content(wide_title=RIGHT - LEFT if page.large else 1010, beside=True) as column:
        if page.large:
            left = right = column
        else:
            left = Column(ui, LEFT, column.y - 10, 1010)
            right = Column(ui, LEFT + 1070, column.y - 84, column.x + column.w - LEFT - 1070)
        _places(page, body, left)
        action = page.moment.action("exercise")
        if action is not None:
            words = ui.words(action.word)
            high = max(66.0, ui.height(left.w - 100, words, "label") + 16)
            tick(ui, page.id("exercise"), left.take(high, 10), words, Do("exercise"), on=body.exercise)
        if page.large:
            right.seam(20)
        else:
            for y in range(int(right.y), int(page.area.bottom - 12), 29):
                ui.canvas.rect(Box(right.x - 34, y, 3, 16), "rule")
        right.title(ui.words("desk.lookup.yours"), gap=14)
        for sign, word in zip(SIGNS, body.advice, strict=False):
            right.point(sign, ui.words(word), "warn" if sign == "cone" else "accent", gap=22)
        column.y = max(left.y, right.y)
    page.after()


def _places(page: Page, body: LookupNow, column: Column) -> None:
    s = page.ui.text_scale
    columns = 3 if not page.large else 2 if s < 1.7 else 1
    w = (column.w - 18 * (columns - 1)) / columns
    head, field_h, offer = 44 * s, max(64.0, 44 * s + 20), max(64.0, 44 * s + 20)
    cell = head + field_h + 2 + offer + 2
    for word in body.words:
        row, place = divmod(word.index, columns)
        x, y = column.x + place * (w + 18), column.y + row * cell
        _place(page, word, Box(x, y, w, cell), head, field_h, offer)
    column.y += -(-len(body.words) // columns) * cell + 8


def _place(page: Page, word: WordNow, cell: Box, head: float, field_h: float, offer: float) -> None:
    ui, c, s = page.ui, page.ui.canvas, page.ui.text_scale
    label = ui.words("desk.lookup.word", number=word.index + 1)
    ui.line(cell.x + 6, cell.y + 30 * s, label, "note", "text_soft")
    if word.state in ("known", "unknown"):
        role = "good" if word.state == "known" else "warn"
        c.icon("check" if word.state == "known" else "question", cell.right - 46, cell.y + head / 2 - 16, 34, role, "surface")
    box = Box(cell.x, cell.y + head, cell.w, field_h)
    entry(ui, page.id(f"word/{word.index}"), box, word.text, label, _writes(word.index), longest=600)
    offered = word.completion if word.state == "typing" else word.nearest if word.state == "unknown" else None
    if offered is None:
        return
    y = box.bottom + 2
    at = Box(cell.x, y, min(cell.w, ui.width(offered) + 130), offer)
    voice = ui.words("desk.lookup.offer", word=offered)
    look = ui.target(page.id(f"offer/{word.index}"), at, voice, Complete(word.index, offered))
    c.rect(at, "surface_raised", 6)
    c.dashed(at, "edge")
    if look.lifted:
        c.marker(Box(at.x + 60, y + offer * 0.3, ui.width(offered) + 20, 30 * s), "highlight")
    c.icon("check" if word.state == "typing" else "question", at.x + 20, y + offer / 2 - 17, 34, "accent", "surface_raised")
    ui.line(at.x + 70, y + offer / 2 + 10.5 * s, offered, "label")
    if look.focus:
        c.focus_ring(at, 10, 2)


def _writes(index: int) -> Callable[[str], Write]:
    return lambda text: Write("word", text, index)
