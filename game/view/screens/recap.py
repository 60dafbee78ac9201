"""What you did, what it changed: each act tied by a thread to what came of it. No marks.

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
    c.sheet(Box(50, 40, 1820, ui.bottom - 62), "surface_raised", 4, 14)
    left, right = _columns(ui)
    large = ui.text_scale >= 1.5
    if large:
        name_tape(ui, 90, 8, words("play.recap_did"))
    else:
        if recap.title is not None:
            name_tape(ui, 90, 8, words.line(recap.title))
        ui.line(left.x + 8, 128, words("play.recap_did"), "h2")
        ui.line(right.x + 8, 128, words("play.recap_changed"), "h2")
    all_pages = pages(ui, recap)
    page = min(page, len(all_pages) - 1)
    y = 150.0
    for n, act in enumerate(all_pages[page]):
        y += _act(ui, act, left, right, y, n, large=large) + 22
    foot = ui.bottom - 118
    last = page == len(all_pages) - 1
    note = words("play.recap_note") if last else words.line(recap.card) if recap.card is not None and page == 0 else ""
    label = words("play.recap_on" if last else "play.more")
    w = max(420.0, button_width(ui, label, key=""))
    if note:
        style, room = "note" if large else "hand", 1920 - 100 - w - 130
        y = min(foot + (20 if not large else 0), ui.bottom - 10 - ui.height(room, note, style))
        ui.block(100, y, room, note, style, "text_soft")
    button(ui, "recap/on", Box(1840 - w, foot, w, 84), label, Turned(None if last else page + 1), icon="skip", kind="main")
    ui.first = "recap/on"


def _act(ui: Ui, act: ActNow, left: Box, right: Box, y: float, seed: int, *, large: bool) -> float:
    """One act and its thread. Returns the height taken."""
    c, changed = ui.canvas, _changed(ui, act)
    h = ui.height(left.w - 56, _did(ui, act), "body") + 44
    if large:
        c.sheet(Box(left.x, y, left.w, h), "surface", seed + 3, 5)
        ui.block(left.x + 28, y + 20, left.w - 56, _did(ui, act), "body")
        if not changed:
            return h
        under = ui.height(right.w - 56, changed, "strong") + 44
        c.sheet(Box(right.x, y + h - 8, right.w, under), "surface_sunk", seed + 8, 5)
        ui.block(right.x + 28, y + h + 10, right.w - 56, changed, "strong")
        return h + under
    other = ui.height(right.w - 56, changed, "strong") + 44 if changed else 0.0
    h = max(h, other)
    c.sheet(Box(left.x, y, left.w, h), "surface", seed + 3, 5)
    ui.block(left.x + 28, y + 20, left.w - 56, _did(ui, act), "body")
    if changed:
        c.sheet(Box(right.x, y, right.w, h), "surface", seed + 8, 5)
        ui.block(right.x + 28, y + 20, right.w - 56, changed, "strong")
        c.rect(Box(left.right - 8, y + h / 2 - 3, right.x - left.right + 16, 6), "accent")
        for x in (left.right - 8, right.x + 8):
            c.disc((x, y + h / 2), 11, "highlight")
            c.disc((x, y + h / 2), 11, "edge", 3)
    return h
