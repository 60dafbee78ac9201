"""The end of the story: what it leaves with the player, then two doors at home, the desk or the title, and the take-home card in class.

Room: game/view/screens. Part of `story.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.content import boxes
from game.core.moment import Moment
from game.view.geometry import Box
from game.view.ui import Ui
from game.view.widgets.basic import button, button_width, name_tape
from game.view.widgets.scene import night


@dataclass(frozen=True, slots=True)
class More:
    """Turn to another page of the farewell (large text only)."""

    page: int


@dataclass(frozen=True, slots=True)
class Leave:
    """On to what comes after the story."""


@dataclass(frozen=True, slots=True)
class Done:
    """No desk: the story is over, back to the title."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """The items of after, the same as before: asked for by whoever wants to."""


def draw(ui: Ui, now: Moment, page: int) -> None:
    """The farewell's texts on a sheet, 3018 beside it, and the ways on."""
    c, words, end = ui.canvas, ui.words, now.farewell
    night(ui)
    sheet = Box(*boxes.farewell_sheet(ui.text_scale))
    large = ui.text_scale >= boxes.LARGEST
    c.sheet(sheet, "surface", 5, 14, "rule")
    name_tape(ui, sheet.x + 60, sheet.y - 34, words.line(end.title) if end else words("play.the_end"))
    texts = [words.line(t) for t in end.texts] if end else []
    foot, x, w = sheet.bottom - 120, sheet.x + 70, sheet.w - 140
    pages: list[list[str]] = [[]]
    y = sheet.y + boxes.farewell_head(ui.text_scale)
    for text in texts:
        h = ui.height(w, text, "lead") + 22
        if y + h > foot and pages[-1]:
            pages.append([])
            y = sheet.y + boxes.farewell_head(ui.text_scale)
        pages[-1].append(text)
        y += h
    page = min(page, len(pages) - 1)
    y = sheet.y + boxes.farewell_head(ui.text_scale)
    for text in pages[page]:
        y += ui.block(x, y, w, text, "lead") + 22
    leads = end.leads_to if end else "card"
    label = words("play.to_desk" if leads == "desk" else "play.to_title")
    if page < len(pages) - 1:
        button(ui, "farewell/more", Box(x, foot + 6, 420, 88), words("play.more"), More(page + 1), icon="skip", kind="main")
        ui.first = "farewell/more"
    else:
        wide = max(520.0, button_width(ui, label))
        button(ui, "farewell/leave", Box(x, foot + 6, wide, 88), label, Leave(), icon="door", kind="go")
        ui.first = "farewell/leave"
        if leads == "desk":
            label = words("play.to_title")
            box = Box(x + wide + 24, foot + 6, max(360.0, button_width(ui, label)), 88)
            button(ui, "farewell/title", box, label, Done(), icon="back", seed=4)
    if not large:
        _help(ui, Box(1350, sheet.y + 30, 440, 0))


def _help(ui: Ui, box: Box) -> None:
    """3018 on a card to cut out, as tall as its words."""
    c, words = ui.canvas, ui.words
    box = Box(box.x, box.y, box.w, 210 + ui.height(box.w - 60, words("strip.3018.what"), "strong") + 46)
    c.sheet(box, "surface_raised", 2, 9)
    c.line(box.centre[0], box.y + 170, words("strip.3018"), c.style("poster"), "accent", "middle")
    ui.block(box.x + 30, box.y + 210, box.w - 60, words("strip.3018.what"), "strong", "text", "middle")
    c.dashed(box.inset(14), "edge", 3, 12, 9)
