"""The receipt: first what it costs to lose it, then nine words, how to keep them, and what happens next.

Room: game/view/screens. It is shown before anything is sent, and confirmed after; a shared device keeps no PDF.
"""

from __future__ import annotations

from game.view.geometry import Box
from game.view.screens.desk_page import LEFT, RIGHT, Page
from game.view.scroll import Scroll
from game.view.widgets.desk import Column, pencil, timeline, warning_strip, word_grid
from reporting.client.moment import ReceiptNow


def draw(page: Page) -> None:
    """The whole screen."""
    ui, body = page.ui, page.moment.body
    assert isinstance(body, ReceiptNow)  # noqa: S101
    if page.kept.phase != body.phase:  # what was just sent is read from its top again: what to note, then how to keep it
        page.kept.phase = body.phase
        page.kept.scroll = Scroll(still=True)
    page.before()
    wide = RIGHT - LEFT if page.large else 1010.0
    with page.content(wide_title=wide, beside=True) as column:
        if page.large:
            left = right = column
        else:
            left = Column(ui, LEFT, column.y, 1010)
            right = Column(ui, LEFT + 1070, column.y - 84, column.x + column.w - LEFT - 1070)
        left.y += warning_strip(ui, left.x, left.y, left.w, ui.words(body.warning)) + 20
        if body.exercise is not None:
            left.y += _exercise(page, body, left) + 18
        high, last = word_grid(ui, left.x, left.y, left.w, body.words, 88 if body.exercise else 112)
        # in sight, or gone by: one turn is shorter than the page is high, so it was there on the way
        if not page.kept.read and ui.clip is not None and last.bottom <= ui.clip.bottom:
            page.kept.read = page.kept.again = True
        left.y += high + 22
        _keep(page, body, left)
        _after(page, body, right)
        column.y = max(left.y, right.y)
    page.after()


def _exercise(page: Page, body: ReceiptNow, column: Column) -> float:
    """The word that stands before the nine, striped: no receipt of an exercise is without it."""
    ui, s, c = page.ui, page.ui.text_scale, page.ui.canvas
    said, word = ui.words("desk.receipt.exercise_first"), body.exercise or ""
    word_w = ui.width(word, "h2")
    beside = word_w + ui.width(said, "note") + 260 <= column.w
    high = max(76.0, 50 * s + 26) + (0 if beside else ui.height(column.w - 250, said, "note"))
    box = Box(column.x, column.y, column.w, high)
    c.hatch(box)
    c.rect(Box(box.x + 62, box.y, box.w - 124, high), "warn")
    c.icon("cone", box.x + 86, box.y + 14, 48, "on_warn", "warn")
    ui.line(box.x + 156, box.y + 38 * s + 15, word, "h2", "on_warn")
    if beside:
        ui.line(box.x + 156 + word_w + 40, box.y + high / 2 + 10.5 * s, said, "note", "on_warn")
    else:
        ui.block(box.x + 156, box.y + 50 * s + 14, column.w - 250, said, "note", "on_warn")
    return high


def _keep(page: Page, body: ReceiptNow, column: Column) -> None:
    """By hand always; as a PDF where the device is one's own."""
    ui = page.ui
    action, high = page.moment.action("save_pdf"), page.button_high()
    if action is not None and body.pdf in ("offered", "failed", "saving"):
        name = ui.words(action.word)
        wide = page.wide(name)
        beside = column.w - wide - 30 - 84
        words = ui.words("desk.receipt.by_hand")
        if not page.large and ui.height(beside, words, "label") <= 84:
            page.press(action, Box(column.x + column.w - wide, column.y, wide, high))
            _by_hand(page, column, words, beside, high)
            column.y += high + 12
        else:
            page.press(action, column.take(high, 14))
            column.point("pencil", words, style="label", gap=12)
        if body.pdf == "failed":
            column.point("warning", ui.words(body.pdf_word), "warn", gap=10)
        return
    icon = "lock" if body.pdf == "refused" else "check"
    words = ui.words(body.pdf_word)
    if not page.large and column.w - ui.width(words) > 380:
        pencil(ui, column.x + column.w - 220, column.y + 44)
    column.point(icon, words, style="label", gap=10)


def _by_hand(page: Page, column: Column, words: str, room: float, high: float) -> None:
    ui = page.ui
    ui.canvas.icon("pencil", column.x + 10, column.y + high / 2 - 22, 44, "accent", "surface_raised")
    ui.block(column.x + 76, column.y + (high - ui.height(room, words, "label")) / 2, room, words, "label")


def _after(page: Page, body: ReceiptNow, column: Column) -> None:
    """What happens next: the first stop is open only once the report has arrived."""
    ui = page.ui
    if page.large:
        column.seam(18)
    else:
        for y in range(int(column.y), int(page.area.bottom - 12), 29):
            ui.canvas.rect(Box(column.x - 34, y, 3, 16), "rule")
    column.title(ui.words("desk.receipt.after"), gap=12)
    arrived = body.phase == "arrived"
    rows = []
    for n, say in enumerate(body.after):
        head, _, words = page.say(say).partition("\n")
        rows.append(("now" if arrived and n == 0 else "next", head, words))
    column.y += timeline(ui, column.x, column.y, column.w, rows, 92) + 22
    column.point("save" if body.phase == "kept" else "lock", ui.words(body.keeping_word), gap=14)
    column.point("warning", ui.words("desk.receipt.copies"), "warn", gap=6)
