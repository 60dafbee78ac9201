"""The cork of the board: a card a question, with the drawing of what its answer rests on, tied to the next by a thread.

Room: game/view/widgets. Cards lie a little askew; their words stand straight, so that they stay sharp.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from game.content import boxes
from game.core.moment import AnswerNow, Moment, SlotNow
from game.view.geometry import Box
from game.view.ui import Look, Ui
from game.view.widgets import play

PINS = ("#3E6A8A", "#D8953E", "#86A088")
THREAD = "#8A2F3A"
ASKEW = (-0.9, 0.7, -0.5, 0.8, -0.8, 0.6)  # degrees a card lies
UNDER, LEAST = 104.0, 70.0  # heights of a drawing: over its words, and at the least
CERTAIN, EDGE = 54.0, 34.0  # how sure one is; from a drawing to the words beneath, where that lies on its edge
TALL = 300.0  # from this height on, a card has its drawing over its words


def drawing_of(ui: Ui, answer: AnswerNow | None, now: Moment) -> str:
    """The picture of the first found clue that an answer rests on; empty where it rests on none."""
    found = {card.id: card.picture for card in now.notebook}
    return next((found[c] for c in (answer.clues if answer else ()) if c in found and ui.canvas.art.has(found[c])), "")


def spread(inner: Box, count: int) -> list[Box]:
    """Where the cards lie on the cork: two by two, there and back as the thread runs, one left over in the middle."""
    rows = max(2, -(-count // 2))
    gap = boxes.CORK_ROWS if rows == 2 else boxes.CORK_ROWS / 2
    w, h = boxes.slot_width(), (inner.h - (rows + 1) * gap) / rows
    out = []
    for i in range(count):
        row, column = divmod(i, 2)
        alone = i == count - 1 and column == 0
        x = (inner.w - w) / 2 if alone else boxes.CORK_EDGE + (column if row % 2 == 0 else 1 - column) * (w + boxes.CORK_BETWEEN)
        out.append(Box(inner.x + x, inner.y + gap + row * (h + gap), w, h))
    return out


def threads(ui: Ui, at: Sequence[Box]) -> None:
    """The pins of the cards, and the thread that ties each to the next."""
    c = ui.canvas
    ends = [_knots(a, b) for a, b in pairwise(at)]
    for p, q in ends:
        c.thread(p, q, "accent" if ui.theme.flat else THREAD, 22 if abs(p[1] - q[1]) < 60 else 0)
    for i, (p, q) in enumerate(ends):
        for n, end in enumerate((p, q)):
            c.pin(end, "accent" if ui.theme.flat else PINS[(i + n) % len(PINS)])


def _knots(a: Box, b: Box) -> tuple[tuple[float, float], tuple[float, float]]:
    """From the side of one card to the side of the next."""
    if abs(a.y - b.y) < 60:
        left, right = a.right - 2, b.x + 2
        if b.x < a.x:
            left, right = a.x + 2, b.right - 2
        return (left, a.y + a.h * 0.58), (right, b.y + b.h * 0.58)
    x = min(a.right, b.right) - 70 if b.x <= a.x else max(a.x, b.x) + 70
    return (min(max(x, a.x + 60), a.right - 60), a.bottom - 15), (min(max(x, b.x + 60), b.right - 60), b.y + 17)


def card(ui: Ui, box: Box, index: int, slot: SlotNow, now: Moment, signal: object = None, *, chosen: bool = False) -> None:
    """One box: its number, its question, what lies in it with its drawing, how sure. Without a `signal` it is only shown."""
    c, words = ui.canvas, ui.words
    title = words.line(slot.title or slot.question)
    answer = next((a for a in slot.answers if a.id == slot.card), None)
    told = words.line(answer.text) if answer else words.line(slot.unknown) if slot.sure == "unknown" else ""
    spoken = f"{index + 1}. {title} {told or words('play.empty_box')}"
    look = ui.target(f"slot/{slot.id}", box, spoken, signal) if signal is not None else Look()
    b = box.moved(0, -3 if look.lifted else 0)
    c.sheet(b, "surface_raised", index + 4, 11 if look.lifted or chosen else 7, angle=0 if chosen else ASKEW[index % len(ASKEW)])
    if chosen:
        c.rect(b.inset(5), "accent", 6, 5)
    c.disc((b.x + 46, b.y + 46), 26, "accent")
    c.line(b.x + 46, b.y + 57, str(index + 1), c.style("strong"), "on_accent", "middle")
    style = ui.fitted(title, "strong", b.w - boxes.SLOT_TITLE)
    lines = c.letters.wrap(title, style, b.w - boxes.SLOT_TITLE)[: boxes.SLOT_LINES]
    step = style.size * 1.2
    for n, line in enumerate(lines):
        c.line(b.x + 86, b.y + 58 + n * step, line, style, "text")
    head = 90 + (len(lines) - 1) * step
    inside = Box(b.x + 28, b.y + head, b.w - 56, b.h - head - 24)
    sure = (b.centre[0], b.bottom - (40 if b.h > TALL else 24))
    if told:
        photo = _answer(ui, inside, told, drawing_of(ui, answer, now), index, sure, unsure=answer is None)
        sure = (b.centre[0] + 40, photo.bottom) if photo is not None else sure
    else:
        c.dashed(inside, "edge")
        told = words("play.empty_box")
        hand = ui.fitted(told, "hand", inside.w - 60).scaled(1 / ui.text_scale)
        high = ui.height(inside.w - 40, told, hand)
        ui.block(inside.x + 20, inside.centre[1] - high / 2, inside.w - 40, told, hand, "text_soft", "middle")
    if slot.sure:
        play.how_sure(ui, sure, slot.sure)
    if look.focus:
        c.focus_ring(b)


def _answer(ui: Ui, inside: Box, told: str, picture: str, index: int, sure: tuple[float, float], *, unsure: bool) -> Box | None:
    """What was put in the box: its drawing over its words, or beside them where that leaves it larger; the words always whole. Returns
    the drawing that has room for how sure one is on its edge; otherwise that stands at `sure`, under all of it."""
    c = ui.canvas
    high = ui.height(inside.w, told, "note")
    over = min(inside.h - high - EDGE, 200.0)
    if picture and inside.h > TALL * 0.6 and over >= UNDER:
        photo = Box(inside.centre[0] - over * 0.8, inside.y, over * 1.6, over)
        _photo(ui, photo, picture, index)
        top = photo.bottom + EDGE - 4
        ui.block(inside.x, top + max(0.0, (inside.bottom - top - high) / 2), inside.w, told, "note", "text", "middle")
        return photo
    inside = Box(inside.x, inside.y, inside.w, sure[1] - CERTAIN / 2 - 4 - inside.y)
    if unsure:
        size = min(110.0, inside.h - high - 12)
        top = inside.y + max(0.0, (inside.h - high - max(0.0, size)) / 2)
        if size >= 40:
            c.icon("question", inside.centre[0] - size / 2, top, size, "text_soft", "surface_raised")
            top += size + 6
        ui.block(inside.x, top, inside.w, told, "note", "text_soft", "middle")
        return None
    left = inside.x
    sizes = (min(inside.h, 150.0) - 6 * n for n in range(20)) if picture else iter(())
    beside = next((s for s in sizes if s >= LEAST and ui.height(inside.w - s * 1.6 - 22, told, "note") <= inside.h), 0.0)
    if beside:
        _photo(ui, Box(left, inside.y + (inside.h - beside) / 2, beside * 1.6, beside), picture, index)
        left += beside * 1.6 + 22
    room = inside.right - left
    high = ui.height(room, told, "note")
    ui.block(left, inside.y + max(0.0, (inside.h - high) / 2), room, told, "note", "text", "start" if beside else "middle")
    return None


def _photo(ui: Ui, box: Box, picture: str, index: int) -> None:
    """A clue's drawing, taped on."""
    c, angle = ui.canvas, ASKEW[(index + 1) % len(ASKEW)] * 2
    c.snapshot(picture, box, 0 if ui.theme.flat else angle)
    if not ui.theme.flat:
        c.tape((box.centre[0], box.y + 2), 92, 28, 4 - angle, "tape_cool", index)
