"""The hypothesis board: a question a box, a card or an honest « je ne sais pas », and how sure one is. No score.

Room: game/view/screens. Part of `story.py`. At the left the boxes on cork; at the right what can be put in the box one has chosen.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.content import boxes
from game.core.commands import CloseBoard, CommitBoard, PlaceCard, SayHowSure, Sureness
from game.core.moment import BoardNow, Moment, SlotNow
from game.view.geometry import Box
from game.view.ui import Ui
from game.view.widgets import play
from game.view.widgets.basic import button, button_width, chip, closing, key_cap, key_width, name_tape
from game.view.widgets.scene import SHEET

CORK = Box(34, 108, boxes.CORK_W, 0)
LARGE = 1.3  # from this text size on, one box is shown at a time
PER_PAGE = 3  # answers on a page in large text

Row = tuple[str, str, object, bool]
"""What may be put in a box: id, words, command, whether it lies there."""


@dataclass(frozen=True, slots=True)
class Pick:
    """Choose the box to answer."""

    slot: str


@dataclass(slots=True)
class Chosen:
    """Which box is being answered (the first empty one when none was chosen), and which of its answers are in sight."""

    slot: str = ""
    page: int = 0

    def pick(self, pick: Pick) -> None:
        """Answer this box; the same one again turns the page of its answers."""
        self.page = self.page + 1 if pick.slot == self.slot else 0
        self.slot = pick.slot

    def of(self, now: BoardNow) -> SlotNow:
        """The box being answered."""
        chosen = next((s for s in now.slots if s.id == self.slot), None)
        return chosen or next((s for s in now.slots if s.sure is None), now.slots[0])


def draw(ui: Ui, now: Moment, chosen: Chosen) -> None:
    """The board, and what can be put in the chosen box."""
    board = now.board
    if board is None:
        return
    c = ui.canvas
    cork = Box(CORK.x, CORK.y, CORK.w, ui.bottom - CORK.y - 20)
    c.rect(SHEET, "surface_sunk" if ui.theme.flat else "#4A3450")
    c.rect(cork, "surface" if ui.theme.flat else "#7A4E3A", 4)
    inner = cork.inset(20)
    c.rect(inner, "surface_sunk" if ui.theme.flat else "#B98A5E")
    if c.art.has("ui/cork") and not ui.theme.flat:
        c.picture("ui/cork", inner)
    slot = chosen.of(board)
    closing(ui, 1870, 26, CloseBoard())
    if ui.text_scale > LARGE:
        _alone(ui, slot, board, now, chosen)
        return
    name_tape(ui, 60, 28, ui.words.line(board.title), role="surface_raised", angle=-1)
    across = 1 if len(board.slots) <= 3 else 2  # a few lie under each other, so that the cork is filled
    rows = -(-len(board.slots) // across)
    w, h = boxes.slot_width() if across == 2 else inner.w - 68, min(372.0, (inner.h - (rows + 1) * 26) / rows)
    at = {}
    for i, s in enumerate(board.slots):
        box = Box(inner.x + 34 + (i % across) * (w + 34), inner.y + 26 + (i // across) * (h + 26), w, h)
        at[s.id] = box
        _slot(ui, box, i, s, now, chosen=s.id == slot.id)
    _panel(ui, Box(1236, 108, boxes.PANEL_W, ui.bottom - 128), slot, board, now)


def _slot(ui: Ui, box: Box, index: int, slot: SlotNow, now: Moment, *, chosen: bool) -> None:
    """One box: its number, its question, the card in it, how sure."""
    c, words = ui.canvas, ui.words
    title = words.line(slot.title or slot.question)
    card = next((a for a in slot.answers if a.id == slot.card), None)
    answer = words.line(card.text) if card else words.line(slot.unknown) if slot.sure == "unknown" else words("play.empty_box")
    spoken = f"{index + 1}. {title} {answer}"
    look = ui.target(f"slot/{slot.id}", box, spoken, Pick(slot.id))
    b = box.moved(0, -3 if look.lifted else 0)
    c.sheet(b, "surface_raised", index + 4, 11 if look.lifted or chosen else 7)
    if chosen:
        c.rect(b.inset(5), "accent", 6, 5)
    c.disc((b.x + 46, b.y + 48), 26, "accent")
    c.line(b.x + 46, b.y + 59, str(index + 1), c.style("strong"), "on_accent", "middle")
    style = ui.fitted(title, "strong", b.w - boxes.SLOT_TITLE)
    lines = c.letters.wrap(title, style, b.w - boxes.SLOT_TITLE)[: boxes.SLOT_LINES]
    step = style.size * 1.2
    for n, line in enumerate(lines):
        c.line(b.x + 86, b.y + 60 + n * step, line, style, "text")
    head = 88 + (len(lines) - 1) * step
    inside = Box(b.x + 30, b.y + head, b.w - 60, b.h - head - (74 if slot.sure else 28))
    picture = next((f"clue/{clue}" for clue in (card.clues if card else ()) if any(k.id == clue for k in now.notebook)), "")
    if card or slot.sure == "unknown":
        left = inside.x
        if picture and ui.text_scale < 1.5 and inside.h > 90:
            high = min(inside.h, 140.0)
            c.picture(picture, Box(left, inside.y, high * 1.6, high))
            left += high * 1.6 + 20
        room = inside.right - left
        high = ui.height(room, answer, "note")
        ui.block(left, inside.y + max(0.0, (inside.h - high) / 2), room, answer, "note")
    else:
        c.dashed(inside, "edge")
        style = ui.fitted(answer, "hand", inside.w - 30).scaled(1 / ui.text_scale)
        high = ui.height(inside.w - 30, answer, style)
        ui.block(inside.x + 15, inside.centre[1] - high / 2, inside.w - 30, answer, style, "text_soft", "middle")
    if slot.sure:
        play.how_sure(ui, (b.centre[0], b.bottom - 40), slot.sure)
    if not ui.theme.flat:
        c.disc((b.centre[0], b.y + 6), 13, ("#3E6A8A", "#D8953E", "#86A088")[index % 3])
    if look.focus:
        c.focus_ring(b)


def _panel(ui: Ui, box: Box, slot: SlotNow, board: BoardNow, now: Moment) -> None:
    """What can be put in the chosen box, how sure one is, and « Montrer à Louna »."""
    c, words = ui.canvas, ui.words
    c.sheet(box, "surface", 8, 10)
    x, w, y = box.x + boxes.PANEL_SIDES / 2, box.w - boxes.PANEL_SIDES, box.y + 26
    y += ui.block(x, y, w, words.line(slot.question), "strong") + 16
    foot = box.bottom - 112
    for n, (name, text, signal, on) in enumerate(_rows(ui, slot, now), start=1):
        y += _answer(ui, f"answer/{name}", Box(x, y, w, 0), str(n), text, signal, on=on) + 12
    if slot.card is not None:
        if y + 58 + boxes.HOW_SURE < foot:
            ui.line(x, y + 42, words("play.how_sure"), "hand", "text_soft")
            y += 58
        tones: tuple[tuple[Sureness, str], ...] = (("sure", board.sure), ("think", board.think))
        left = x
        for tone, text_id in tones:
            text = words.line(text_id)
            wide = ui.width(text) + 100
            chip(ui, f"sure/{tone}", Box(left, y, wide, 66), text, SayHowSure(slot.id, tone), chosen=slot.sure == tone)
            left += wide + 18
    label = words("play.show_board")
    can = now.offered("commit-board") is not None
    button(ui, "commit", Box(x, foot + 6, w, 84), label, CommitBoard(), icon="hand", kind="go", enabled=can)


def _alone(ui: Ui, slot: SlotNow, board: BoardNow, now: Moment, chosen: Chosen) -> None:
    """Large text: one box on the whole page, its answers a few at a time, then the next box."""
    c, words = ui.canvas, ui.words
    index = [s.id for s in board.slots].index(slot.id)
    page = Box(40, 110, 1840, ui.bottom - 130)
    c.sheet(page, "surface", 8, 10)
    x, w = page.x + 44, page.w - 88
    c.line(60, 76, f"{index + 1} / {len(board.slots)}", c.style("h2"), "on_desk")
    y = page.y + 18 + ui.block(x, page.y + 18, w, words.line(slot.question), "strong") + 12
    foot = page.bottom - 118
    rows = _rows(ui, slot, now)
    pages = _pages(ui, rows, w, foot - y - (0 if slot.card is None else 96))
    shown = pages[chosen.page % len(pages)]
    for n, (name, text, signal, on) in enumerate(shown, start=1):
        y += _answer(ui, f"answer/{name}", Box(x, y, w, 0), str(n), text, signal, on=on) + 10
    if slot.card is not None:
        left = x
        for tone, text in (("sure", words.line(board.sure)), ("think", words.line(board.think))):
            wide = ui.width(text) + 110
            signal = SayHowSure(slot.id, "sure" if tone == "sure" else "think")
            chip(ui, f"sure/{tone}", Box(left, foot - 92, wide, 84), text, signal, chosen=slot.sure == tone)
            left += wide + 20
    label = words("play.other_answers")
    left = x
    if len(rows) > len(shown):
        wide = button_width(ui, label)
        button(ui, "board/answers", Box(left, foot + 8, wide, 96), label, Pick(slot.id), icon="skip")
        left += wide + 16
    if now.offered("commit-board") is not None:
        label = words("play.show_board")
        button(ui, "commit", Box(left, foot + 8, button_width(ui, label), 96), label, CommitBoard(), icon="hand", kind="go")
    else:
        after = board.slots[(index + 1) % len(board.slots)]
        label = words("play.next_box")
        button(ui, f"slot/{after.id}", Box(left, foot + 8, button_width(ui, label), 96), label, Pick(after.id), icon="go")


def _pages(ui: Ui, rows: list[Row], w: float, room: float) -> list[list[Row]]:
    """The answers, at most three a page and as many as fit: none is left out."""
    pages: list[list[Row]] = [[]]
    left = room
    for row in rows:
        h = _answer_height(ui, w, row[1], "1") + 10
        if pages[-1] and (h > left or len(pages[-1]) == PER_PAGE):
            pages.append([])
            left = room
        pages[-1].append(row)
        left -= h
    return pages


def _rows(ui: Ui, slot: SlotNow, now: Moment) -> list[Row]:
    """What may be put in a box: id, words, command, whether it lies there."""
    mine = {o.on[0]: o for o in now.offers if o.do == "place-card"}
    allowed = mine[slot.id].given if slot.id in mine else ()
    rows: list[Row] = [
        (a.id, ui.words.line(a.text), PlaceCard(slot.id, a.id), slot.card == a.id) for a in slot.answers if a.id in allowed
    ]
    rows.append(("unknown", ui.words.line(slot.unknown), SayHowSure(slot.id, "unknown"), slot.sure == "unknown"))
    return rows


def _answer_height(ui: Ui, w: float, text: str, key: str) -> float:
    return boxes.board_answer_height(ui, w, text, key)


def _answer(ui: Ui, name: str, box: Box, key: str, text: str, signal: object, *, on: bool) -> float:
    """A card one may put in the box. Returns its height."""
    c, k = ui.canvas, ui.text_scale
    cap = key_width(ui, key, k)
    high = ui.height(box.w - cap - 90, text, "body")
    b = Box(box.x, box.y, box.w, _answer_height(ui, box.w, text, key))
    state = ui.words("voice.chosen") if on else ui.words("voice.not_chosen")
    look = ui.target(name, b, f"{text}, {state}", signal, keys=(key,))
    ground, ink = ("accent", "on_accent") if on else ("surface_raised", "text")
    c.sheet(b, ground, len(text), 9 if look.lifted else 4)
    key_cap(ui, b.x + 16, b.y + (b.h - 46 * k) / 2, key, k)
    ui.block(b.x + cap + 40, b.y + (b.h - high) / 2, b.w - cap - 90, text, "body", ink)
    if on:
        c.icon("check", b.right - 46, b.y + (b.h - 30) / 2, 30, ink, ground)
    if look.focus:
        c.focus_ring(b, 10, 4)
    return b.h
