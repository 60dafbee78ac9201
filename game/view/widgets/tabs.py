"""The notebook's tabs: clues, people, words and search.

Room: game/view/widgets.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin
from typing import Literal

from game.core.moment import Moment
from game.view.geometry import Box
from game.view.ui import Ui
from game.view.widgets.basic import closing
from game.view.widgets.scene import SHEET

Tab = Literal["clues", "people", "words"]
ICONS: dict[Tab, str] = {"clues": "notebook", "people": "people", "words": "question"}


@dataclass(frozen=True, slots=True)
class To:
    """Turn to another part of the notebook; `item` is what to show there first."""

    tab: Tab
    item: str = ""


def needed(now: Moment) -> bool:
    """Whether there is anything in the notebook beside clues."""
    return bool(now.pages or now.glossary)


def spread(ui: Ui, current: Tab, *, others: bool = True) -> Box:
    """The notebook lying open on the cloth, its title, its tabs (unless there is nothing but clues), the way out. Returns the paper."""
    c, title = ui.canvas, ui.words("notebook.title")
    c.rect(SHEET, "surface_sunk" if ui.theme.flat else "#37345C")
    if c.art.has("ui/desk-cloth") and not ui.theme.flat:
        c.picture("ui/desk-cloth", SHEET)
    page = Box(70, 104, 1780, ui.bottom - 126)
    c.sheet(page, "surface_raised", 2, 14)
    c.line(120, 74, title, c.style("hand-big"), "on_desk")
    if others:
        draw(ui, current, 150 + c.letters.width(title, c.style("hand-big")), page.y)
    closing(ui, 1850, 24, "close")
    return page


def draw(ui: Ui, current: Tab, left: float, page: float) -> None:
    """The tabs beside the title, cut from the page that begins at `page`; in large text their signs alone, named by a voice."""
    c = ui.canvas
    way_out = ui.width(ui.words("close")) + ui.width(ui.words("key.esc")) + 120
    named = sum(ui.width(ui.words(f"notebook.tab_{tab}")) + 110 for tab in ICONS)
    large = ui.text_scale > 1.3 or left + named > 1850 - way_out  # then their signs alone
    x = left
    for tab, icon in ICONS.items():
        label = ui.words(f"notebook.tab_{tab}")
        size = min(40 * ui.drawn, 56.0)
        w = 44.0 + size if large else ui.width(label) + 56 + size
        on = tab == current
        box = Box(x, 18 if on else 30, w, page - (18 if on else 30))
        state = ui.words("voice.chosen" if on else "voice.not_chosen")
        look = ui.target(f"tab/{tab}", box, f"{label}, {state}", To(tab))
        ground, ink = ("surface_raised", "text") if on else ("surface_sunk", "text")
        if ui.theme.flat:
            c.polygon(_cut(box, 3 if on else 0), "edge")
            c.polygon(_cut(box.inset(3), 7 if on else 0), ground)
        else:
            c.polygon(_cut(box, 5 if on else 0), ground)
        middle = box.y + box.h / 2 - (2 if on else 0)
        wide, foot = (size, middle + size / 2 + 6) if large else (ui.width(label), middle + 22)
        under = x + 22 if large else x + 32 + size
        if look.lifted and not on:
            c.marker(Box(under - 6, middle - 18, wide + 12, 38), "highlight", 3)
        c.icon(icon, x + 22, middle - size / 2, size, ink, ground)
        if not large:
            ui.line(under, middle + 10, label, "label", ink)
        if on:
            c.rule((under - 2, foot), (under + wide * 0.55, foot + 3), "accent", 5)
            c.rule((under + wide * 0.5, foot + 3), (under + wide + 4, foot), "accent", 5)
        if look.focus:
            c.focus_ring(box.inset(4), 10, 2)
        x += w + 10


def _cut(box: Box, below: float) -> tuple[tuple[float, float], ...]:
    """A tab's outline: its upper corners round, its foot on the page, or `below` its edge so that they are one piece."""
    r, turns = 14.0, [pi / 2 * i / 6 for i in range(7)]
    left = [(box.x + r - r * cos(t), box.y + r - r * sin(t)) for t in turns]
    right = [(box.right - r + r * sin(t), box.y + r - r * cos(t)) for t in turns]
    return (*left, *right, (box.right, box.bottom + below), (box.x, box.bottom + below))
