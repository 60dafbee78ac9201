"""A part of the page that is taller than its place: it turns by wheel, keys, buttons and focus.

Room: game/view. What is drawn inside `scrolled` is moved and cut to the area, between lines and never through words; what lies outside
cannot be pressed, but Tab reaches it, and the focus brings it into view. `Scroll` is kept by the screen from frame to frame; a screen draws
again while `moved`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from game.view.geometry import Box
from game.view.ui import Ui

LINE = 90.0  # logical px for one notch of the wheel
BUTTON = 68.0  # the two buttons' side
SETTLES = 3  # drawings at most until everything stands where it belongs
EDGE = 16.0  # kept between the focus and the edge of the area


@dataclass(slots=True)
class Scroll:
    """How far one part is turned. All in logical px."""

    offset: float = 0
    content: float = 0
    room: float = 0
    moved: bool = False  # the frame just drawn is out of date
    followed: str | None = None  # the focus that was brought into view
    still: bool = False  # the focus is not followed: a new page is first read from its top

    @property
    def furthest(self) -> float:
        """The largest offset."""
        return max(0.0, self.content - self.room)

    def turn(self, by: float) -> bool:
        """Turn by so many px; true if anything moved."""
        before = self.offset
        self.offset = min(self.furthest, max(0.0, self.offset + by))
        return self.offset != before

    def wheel(self, lines: float) -> bool:
        """The wheel (up is positive)."""
        return self.turn(-lines * LINE)

    def top(self) -> None:
        """Back to the beginning: another page is shown."""
        self.offset, self.followed = 0.0, None


@dataclass(slots=True)
class Inside:
    """Where the content stands now: its left, its (moved) top, its width. Say `foot` before leaving."""

    x: float
    y: float
    w: float
    foot: float


@dataclass(frozen=True, slots=True)
class Turned:
    """The signal of the two buttons."""

    scroll: Scroll
    by: float


def settled(ui: Ui, state: Scroll, draw: Callable[[], object], *, grows: bool = False) -> None:
    """Draw, and draw again while what turns has not found its place; or its height, where the sheet under it `grows` with it."""
    targets, fields = len(ui.targets), len(ui.fields)
    for _ in range(SETTLES):
        del ui.targets[targets:], ui.fields[fields:]
        tall = state.content
        draw()
        if not state.moved and not (grows and state.content != tall):
            break


@contextmanager
def scrolled(ui: Ui, name: str, area: Box, state: Scroll) -> Iterator[Inside]:
    """Draw inside the area. With nothing to turn it is as wide as the area; otherwise the buttons stand at its right."""
    turning = state.content > area.h + 1 and state.room > 0
    inside = Inside(area.x, area.y - state.offset, area.w - (BUTTON + 24 if turning else 0), area.y)
    first, surface = len(ui.targets), ui.canvas.surface
    before, ui.clip, ui.canvas.whole = surface.get_clip(), area, area
    cut = Box(area.x - 20, area.y, inside.w + 34, area.h)  # shadows and rings stand out a little
    surface.set_clip(ui.canvas.area(cut).clip(before))
    try:
        yield inside
    finally:
        surface.set_clip(before)
        ui.clip = ui.canvas.whole = None
    if state.room and state.room != area.h:  # something came under it: what has the focus is brought into view once more
        state.followed = None
    state.room, state.content = area.h, inside.foot - inside.y
    state.moved = (state.content > area.h + 1) is not turning
    state.moved |= state.turn(0)
    _follow(ui, first, area, state)
    ui.targets[first:] = [replace(t, box=_cut(t.box, area)) for t in ui.targets[first:]]
    if state.content > area.h + 1:
        for edge, more in ((area.y, state.offset > 0), (area.bottom, state.offset < state.furthest)):
            if more:  # the page goes on there
                ui.canvas.stitch(area.x, area.x + inside.w, edge)
        _bar(ui, name, area, state)


def _follow(ui: Ui, first: int, area: Box, state: Scroll) -> None:
    """Bring a newly focused target into view."""
    focus = ui.attention.focus
    if focus == state.followed:
        return
    target = next((t for t in ui.targets[first:] if t.id == focus), None)
    if target is None:
        state.followed = None
        return
    state.followed = focus
    if state.still or not ui.attention.by_keyboard:
        return
    above, below = target.box.y - EDGE - area.y, target.box.bottom + EDGE - area.bottom
    if above < 0 or target.box.h > area.h:
        state.moved |= state.turn(above)
    elif below > 0:
        state.moved |= state.turn(below)


def _cut(box: Box, area: Box) -> Box:
    """The part of a target that can be pressed; nothing of it when it is out of view."""
    top, foot = max(box.y, area.y), min(box.bottom, area.bottom)
    return Box(box.x, box.y, 0, 0) if foot <= top else Box(box.x, top, box.w, foot - top)


def _bar(ui: Ui, name: str, area: Box, state: Scroll) -> None:
    """Two buttons and, between them, how far one is."""
    c, x = ui.canvas, area.right - BUTTON
    for up in (True, False):
        y = area.y if up else area.bottom - BUTTON
        box = Box(x, y, BUTTON, BUTTON)
        signal = Turned(state, -area.h * 0.8 if up else area.h * 0.8)
        look = ui.target(f"{name}/{'up' if up else 'down'}", box, ui.words("scroll.up" if up else "scroll.down"), signal)
        usable = state.offset > 0 if up else state.offset < state.furthest
        c.rect(box, "surface_raised", 6)
        c.rect(box, "edge", 6, 5 if look.hover else 3)
        ink = "text" if usable else "rule"
        tip, foot = (y + 22, y + 46) if up else (y + 46, y + 22)
        c.polygon(((x + BUTTON / 2, tip), (x + 16, foot), (x + BUTTON - 16, foot)), ink)
        if look.focus:
            c.focus_ring(box, 10, 2)
    groove = Box(x + BUTTON / 2 - 8, area.y + BUTTON + 12, 16, area.h - 2 * BUTTON - 24)
    if groove.h > 40:
        c.rect(groove, "surface_sunk", 8)
        c.rect(groove, "edge", 8, 2)
        part = max(30.0, groove.h * min(1.0, state.room / state.content))
        y = groove.y + (groove.h - part) * (state.offset / state.furthest if state.furthest else 0)
        c.rect(Box(groove.x + 3, y + 3, groove.w - 6, part - 6), "accent", 5)
