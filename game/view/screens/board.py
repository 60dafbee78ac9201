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
from game.view.widgets import cork
from game.view.widgets.basic import button, button_width, chip, closing, key_cap, key_width, name_tape
from game.view.widgets.scene import SHEET

CORK = Box(34, 108, boxes.CORK_W, 0)
LARGE = 1.3  # from this text size on, one box is shown at a time
PER_PAGE = 3  # answers on a page in very large text

Row = tuple[str, str, object, bool, str]
"""What may be put in a box: id, words, command, whether it lies there, the drawing of what it rests on."""
THUMB = 56.0  # the height of that drawing beside an answer


@dataclass(frozen=True, slots=True)
class Pick:
    """Choose the box to answer."""

    slot: str


@dataclass(slots=True)
class Chosen:
    """Which box is being answered (the first empty one when none was chosen), and which of its answers are in sight."""

    slot: str = ""
    page: int = 0
    seen: str = ""  # the box whose answers are in sight a page at a time

    def pick(self, pick: Pick) -> None:
        """Answer this box; the same one again turns the page of its answers."""
        self.page += pick.slot == self.seen
        self.slot = pick.slot

    def in_sight(self, slot: SlotNow, pages: list[list[Row]]) -> list[Row]:
        """The page that is open; a box come to anew opens on the answer that lies in it."""
        if self.seen != slot.id:
            self.page = next((n for n, rows in enumerate(pages) if any(on for _, _, _, on, _ in rows)), 0)
            self.seen = slot.id
        return pages[self.page % len(pages)]

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
    alone = ui.text_scale > LARGE
    frame = Box(CORK.x, CORK.y, 1852 if alone else CORK.w, ui.bottom - CORK.y - 20)
    c.rect(SHEET, "surface_sunk" if ui.theme.flat else "#4A3450")
    c.rect(frame, "surface" if ui.theme.flat else "#7A4E3A", 4)
    inner = frame.inset(20)
    c.rect(inner, "surface_sunk" if ui.theme.flat else "#B98A5E")
    if c.art.has("ui/cork") and not ui.theme.flat:
        c.picture("ui/cork", inner)
    slot = chosen.of(board)
    closing(ui, 1870, 26, CloseBoard())
    if alone:
        _alone(ui, slot, board, now, chosen)
        return
    name_tape(ui, 60, 28, ui.words.line(board.title), role="surface_raised", angle=-1)
    at = cork.spread(inner, len(board.slots))
    for i, (s, box) in enumerate(zip(board.slots, at, strict=True)):
        cork.card(ui, box, i, s, now, Pick(s.id), chosen=s.id == slot.id)
    cork.threads(ui, at)
    _panel(ui, Box(1236, 108, boxes.PANEL_W, ui.bottom - 128), slot, board, now)


def _panel(ui: Ui, box: Box, slot: SlotNow, board: BoardNow, now: Moment) -> None:
    """What can be put in the chosen box, how sure one is, and « Montrer à Louna »."""
    c, words = ui.canvas, ui.words
    c.sheet(box, "surface", 8, 10)
    x, w, y = box.x + boxes.PANEL_SIDES / 2, box.w - boxes.PANEL_SIDES, box.y + 26
    y += ui.block(x, y, w, words.line(slot.question), "strong") + 16
    foot = box.bottom - 112
    rows = _rows(ui, slot, now)
    sure = boxes.HOW_SURE
    drawn = y + boxes.all_heights((_answer_height(ui, w - boxes.THUMB_W, row[1], "1") for row in rows), 12) + sure <= foot
    for n, row in enumerate(rows, start=1):
        y += _answer(ui, Box(x, y, w, 0), str(n), row, drawn=drawn) + 12
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
    _steps(ui, board, index)
    if ui.text_scale < boxes.LARGEST:
        card = Box(page.right - 44 - boxes.slot_width(), page.y + 44, boxes.slot_width(), 440)
        cork.card(ui, card, index, slot, now)
        c.pin((card.centre[0], card.y - 2), cork.PINS[index % len(cork.PINS)])
    w = boxes.board_alone_width(ui.text_scale)
    y = page.y + 18 + ui.block(x, page.y + 18, w, words.line(slot.question), "strong") + 12
    foot = page.bottom - 118
    rows = _rows(ui, slot, now)
    pages = _pages(ui, rows, w - boxes.THUMB_W, foot - y - (0 if slot.card is None else 96))
    shown = chosen.in_sight(slot, pages)
    for n, row in enumerate(shown, start=1):
        y += _answer(ui, Box(x, y, w, 0), str(n), row, drawn=True) + 10
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


def _steps(ui: Ui, board: BoardNow, index: int) -> None:
    """The boxes as pins on their thread: the answered ones are full, the one on the page is the largest."""
    c, ink = ui.canvas, "on_desk"
    at = [(250.0 + i * 74, 60.0) for i in range(len(board.slots))]
    c.rule(at[0], at[-1], ink, 4)
    for i, (slot, place) in enumerate(zip(board.slots, at, strict=True)):
        r = 22 if i == index else 15
        c.disc(place, r, ink)
        if slot.sure is None:
            c.disc(place, r - 5, "desk")


def _pages(ui: Ui, rows: list[Row], w: float, room: float) -> list[list[Row]]:
    """The answers, as many a page as fit, in very large text at most three: none is left out."""
    most = PER_PAGE if ui.text_scale >= boxes.LARGEST else len(rows)
    pages: list[list[Row]] = [[]]
    left = room
    for row in rows:
        h = _answer_height(ui, w, row[1], "1") + 10
        if pages[-1] and (h > left or len(pages[-1]) == most):
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
        (a.id, ui.words.line(a.text), PlaceCard(slot.id, a.id), slot.card == a.id, cork.drawing_of(ui, a, now))
        for a in slot.answers
        if a.id in allowed
    ]
    rows.append(("unknown", ui.words.line(slot.unknown), SayHowSure(slot.id, "unknown"), slot.sure == "unknown", ""))
    return rows


def _answer_height(ui: Ui, w: float, text: str, key: str) -> float:
    return boxes.board_answer_height(ui, w, text, key)


def _answer(ui: Ui, box: Box, key: str, row: Row, *, drawn: bool = False) -> float:
    """A card one may put in the box; with its drawing where there is room for all of them. Returns its height."""
    name, text, signal, on, picture = row
    c, k = ui.canvas, ui.text_scale
    cap, beside = key_width(ui, key, k), boxes.THUMB_W if drawn and picture else 0.0
    room = box.w - cap - 90 - beside
    high = ui.height(room, text, "body")
    b = Box(box.x, box.y, box.w, _answer_height(ui, box.w - beside, text, key))
    state = ui.words("voice.chosen") if on else ui.words("voice.not_chosen")
    look = ui.target(f"answer/{name}", b, f"{text}, {state}", signal, keys=(key,))
    ground, ink = ("accent", "on_accent") if on else ("surface_raised", "text")
    c.sheet(b, ground, len(text), 9 if look.lifted else 4)
    key_cap(ui, b.x + 16, b.y + (b.h - 46 * k) / 2, key, k)
    ui.block(b.x + cap + 40, b.y + (b.h - high) / 2, room, text, "body", ink)
    if beside:
        photo = Box(b.right - beside - 2, b.y + (b.h - THUMB) / 2, THUMB * 1.6, THUMB)
        c.snapshot(picture, photo, 0 if ui.theme.flat else (-2.0, 1.6)[len(text) % 2])
    if on:
        c.icon("check", b.right - beside - 46, b.y + (b.h - 30) / 2, 30, ink, ground)
    if look.focus:
        c.focus_ring(b, 10, 4)
    return b.h
