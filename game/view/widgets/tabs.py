"""The notebook's tabs: clues, people, words and search.

Room: game/view/widgets.
"""

from __future__ import annotations

from dataclasses import dataclass
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
        draw(ui, current, 150 + c.letters.width(title, c.style("hand-big")))
    closing(ui, 1850, 24, "close")
    return page


def draw(ui: Ui, current: Tab, left: float) -> None:
    """The tabs beside the title; in large text their signs alone, named by a voice."""
    c = ui.canvas
    way_out = ui.width(ui.words("close")) + ui.width(ui.words("key.esc")) + 120
    named = sum(ui.width(ui.words(f"notebook.tab_{tab}")) + 110 for tab in ICONS)
    large = ui.text_scale > 1.3 or left + named > 1850 - way_out  # then their signs alone
    x = left
    for tab, icon in ICONS.items():
        label = ui.words(f"notebook.tab_{tab}")
        size = min(40 * ui.drawn, 56.0)
        w = 44.0 + size if large else ui.width(label) + 56 + size
        box = Box(x, 22, w, 68)
        on = tab == current
        state = ui.words("voice.chosen" if on else "voice.not_chosen")
        look = ui.target(f"tab/{tab}", box, f"{label}, {state}", To(tab))
        ground, ink = ("surface_raised", "text") if on else ("surface_sunk", "text")
        c.rect(box, ground, 8)
        c.rect(box, "edge", 8, 5 if on or look.hover else 2)
        c.icon(icon, box.x + 22, box.y + (68 - size) / 2, size, ink, ground)
        if not large:
            ui.line(box.x + 32 + size, box.y + 44, label, "label", ink)
        if look.focus:
            c.focus_ring(box, 10, 2)
        x += w + 14
