"""What you did, what it changed: each act tied by a thread to what came of it, and what stayed open. No marks.

Room: game/view/screens. Part of `story.py`; the first page of the farewell. Draws `moment.recap` and decides nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.content import boxes
from game.core.moment import ActNow, RecapNow
from game.view.geometry import Box
from game.view.ui import Ui
from game.view.widgets.basic import button, button_width, name_tape
from game.view.widgets.scene import night


@dataclass(frozen=True, slots=True)
class Turned:
    """Another page of the recap, or on to the farewell (None)."""

    page: int | None


def pages(ui: Ui, recap: RecapNow) -> list[list[ActNow]]:
    """The acts, as many on a page as its height holds."""
    found: list[list[ActNow]] = [[]]
    room = boxes.recap_room(ui.text_scale)
    y = 0.0
    for act in recap.acts:
        h = _height(ui, act) + 22
        if y + h > room and found[-1]:
            found.append([])
            y = 0.0
        found[-1].append(act)
        y += h
    return found


def _columns(ui: Ui) -> tuple[Box, Box]:
    """Left: what you did; right: what it changed. In large text the right one stands beneath, as wide as the page."""
    (left, w), (right, other) = boxes.recap_columns(ui.text_scale)
    return Box(left, 0, w, 0), Box(right, 0, other, 0)


def _height(ui: Ui, act: ActNow) -> float:
    return boxes.recap_height(ui, _did(ui, act), _changed(ui, act))


def _did(ui: Ui, act: ActNow) -> str:
    """What one did, and the sentence to keep."""
    return " ".join(ui.words.line(name) for name in (act.did, act.keep) if name is not None)


def _changed(ui: Ui, act: ActNow) -> str:
    return " ".join(ui.words.line(name) for name in (act.mended, act.changed) if name is not None)


def draw(ui: Ui, recap: RecapNow, page: int) -> None:
    """One page of it, and the way on."""
    c, words = ui.canvas, ui.words
    night(ui)
    all_pages = pages(ui, recap)
    foot = ui.bottom - 118
    if len(all_pages) == 1:  # a short one ends under its last act
        open_room = _open_height(ui, recap, 1728.0) + 22 if recap.open else 0.0
        foot = min(foot, boxes.recap_top(ui.text_scale) + sum(_height(ui, act) + 22 for act in recap.acts) + open_room + 20)
    top = boxes.bar_height(ui.text_scale) + 20  # under the bar
    c.sheet(Box(50, top, 1820, foot + 96 - top), "surface_raised", 4, 14)
    left, right = _columns(ui)
    large = ui.text_scale >= 1.5
    if large:
        name_tape(ui, 90, 8, words("play.recap_did"))
    else:
        if recap.title is not None:
            name_tape(ui, 90, 8, words.line(recap.title))
        head = boxes.recap_top(ui.text_scale) - 22
        ui.line(left.x + 8, head, words("play.recap_did"), "h2")
        ui.line(right.x + 8, head, words("play.recap_changed"), "h2")
    page = min(page, len(all_pages) - 1)
    y = boxes.recap_top(ui.text_scale)
    for n, act in enumerate(all_pages[page]):
        y += _act(ui, act, left, right, y, n, large=large) + 22
    last = page == len(all_pages) - 1
    if last and recap.open:
        _open(ui, recap, Box(left.x, y, right.right - left.x if not large else left.w, foot - 16 - y))
    note = words("play.recap_note") if last else words.line(recap.card) if recap.card is not None and page == 0 else ""
    label = words("play.recap_on" if last else "play.more")
    w = max(420.0, button_width(ui, label, key=""))
    if note:
        style, room = "note" if large else "hand", 1920 - 100 - w - 130
        y = min(foot + (20 if not large else 0), foot + 82 - ui.height(room, note, style))
        ui.block(100, y, room, note, style, "text_soft")
    button(ui, "recap/on", Box(1840 - w, foot, w, 84), label, Turned(None if last else page + 1), icon="skip", kind="main")
    ui.first = "recap/on"


def _open_words(ui: Ui, recap: RecapNow) -> str:
    return ui.words("play.recap_open", what=", ".join(ui.words.line(title) for title in recap.open))


def _open_height(ui: Ui, recap: RecapNow, w: float) -> float:
    return max(80.0, ui.height(w - 130, _open_words(ui, recap), "body") + 32)


def _open(ui: Ui, recap: RecapNow, room: Box) -> None:
    """What stayed crooked and may be taken up in another play: named, and left out where there is no room for it."""
    c, told, h = ui.canvas, _open_words(ui, recap), _open_height(ui, recap, room.w)
    if h > room.h + 1:
        return
    box = Box(room.x, room.y, room.w, h)
    c.rect(box, "surface", 6)
    c.dashed(box, "edge")
    c.icon("undo", box.x + 34, box.y + (h - 40) / 2, 40, "text_soft", "surface")
    ui.block(box.x + 100, box.y + (h - ui.height(room.w - 130, told, "body")) / 2, room.w - 130, told, "body")


def _act(ui: Ui, act: ActNow, left: Box, right: Box, y: float, seed: int, *, large: bool) -> float:
    """One act and its thread. Returns the height taken."""
    c, changed, did = ui.canvas, _changed(ui, act), _did(ui, act)
    room = boxes.recap_did_room(ui.text_scale)
    tall = ui.height(room, did, "body")
    if large:
        h = tall + 36
        c.sheet(Box(left.x, y, left.w, h), "surface", seed + 3, 5)
        ui.block(left.x + 28, y + 16, room, did, "body")
        if not changed:
            return h
        under = ui.height(right.w - boxes.RECAP_SIDES, changed, "strong") + 36
        c.sheet(Box(right.x, y + h - 8, right.w, under), "surface_sunk", seed + 8, 5)
        ui.block(right.x + 28, y + h + 8, right.w - boxes.RECAP_SIDES, changed, "strong")
        return h + under
    h = _height(ui, act)
    c.sheet(Box(left.x, y, left.w, h), "surface", seed + 3, 5)
    c.disc((left.x + 56, y + h / 2), 30, "accent")
    c.icon("undo" if act.mended is not None else "hand", left.x + 38, y + h / 2 - 18, 36, "on_accent", "accent")
    ui.block(left.x + 28 + boxes.RECAP_SIGN, y + (h - tall) / 2, room, did, "body")
    if not changed:
        return h
    c.sheet(Box(right.x, y, right.w, h), "surface_sunk", seed + 8, 5)
    other = ui.height(right.w - boxes.RECAP_SIDES, changed, "strong")
    ui.block(right.x + 28, y + (h - other) / 2, right.w - boxes.RECAP_SIDES, changed, "strong")
    c.rect(Box(left.right - 8, y + h / 2 - 3, right.x - left.right + 16, 6), "accent")
    for x in (left.right - 8, right.x + 8):
        c.disc((x, y + h / 2), 11, "highlight")
        c.disc((x, y + h / 2), 11, "edge", 3)
    return h
