"""The workshop beside a talk: its one picture as it was changed, the code it gives, and the lamp as it was computed.

Room: game/view/screens. Part of `talk.py`. Without a comparison (a save taken up again) the lamp alone is shown.
"""

from __future__ import annotations

from typing import Literal

import pygame

from game.core.moment import WorkshopNow
from game.session.workshop import SHOWN, Comparison
from game.view.geometry import Box
from game.view.ui import Ui

DIGITS = 16
NARROW = 700.0
Standing = Literal["idle", "under-way", "failed"]


def draw(ui: Ui, now: WorkshopNow, found: Comparison | None, standing: Standing, box: Box) -> None:
    """Picture at the left, lamp and code at the right; in large text the lamp and its words alone."""
    c, words = ui.canvas, ui.words
    c.sheet(box, "surface", 6, 10)
    large = ui.text_scale >= 1.5
    x = box.x + 24
    narrow = box.w < NARROW
    if not large:
        side = box.h - 48 if not narrow else 132.0
        _picture(ui, found, Box(x, box.y + 24, side, side))
        x += side + 30
    room = box.right - 24 - x
    lamp = "lamp" if now.lamp == "lit" else "lamp-off"
    said = words("workshop.none") if now.lamp is None else words(f"workshop.{now.lamp}")
    if standing != "idle":
        said = words("workshop.failed" if standing == "failed" else "workshop.under_way")
    if now.change is not None and not large:
        ui.line(x, box.y + 24 + ui.style("label").size, words(f"workshop.change_{now.change}"), "label")
    y = box.y + 30 + (ui.style("label").size * 1.5 if not large else 0)
    label = said
    size = 64 * max(1.0, ui.text_scale * 0.7)
    c.rect(Box(x, y, size + 20, size + 20), "highlight" if now.lamp == "lit" else "surface_sunk", 12)
    c.rect(Box(x, y, size + 20, size + 20), "edge", 12, 4)
    c.icon(lamp, x + 10, y + 10, size, "text", "highlight" if now.lamp == "lit" else "surface_sunk")
    if narrow:  # under the face: the picture and the lamp side by side, the words beneath
        ui.block(box.x + 24, box.y + 24 + side + 14, box.w - 48, said, "strong")
        ui.target("workshop", box, label, Read())
        return
    text_x = x + size + 44
    high = ui.height(box.right - 24 - text_x, said, "strong")
    ui.block(text_x, y + max(0.0, (size + 20 - high) / 2), box.right - 24 - text_x, said, "strong")
    y += max(size + 20, high) + 14
    if found is not None and not large:
        code = words("workshop.code", code=f"{found.code[:DIGITS]}…")
        ui.line(x, y + ui.style("note").size, code, ui.fitted(code, "note", room).scaled(1 / ui.text_scale), "text_soft")
        bits = words("workshop.bits", bits=found.distance)
        ui.block(x, y + ui.style("note").size * 1.5, room, bits, "note", "text_soft")
        label = f"{said} {bits}"
    ui.target("workshop", box, label, Read())


class Read:
    """The panel was pressed: it only wants to be read."""


def _picture(ui: Ui, found: Comparison | None, box: Box) -> None:
    """The picture as it was changed; as it is before the first change."""
    area = ui.canvas.area(box)
    if found is not None:
        raw = pygame.image.frombuffer(found.picture, (SHOWN, SHOWN), "RGB")
        ui.canvas.surface.blit(pygame.transform.smoothscale(raw, area.size), area)
    else:
        made = ui.canvas.art.example(area.w)
        if made is not None:
            ui.canvas.surface.blit(made, area)
    ui.canvas.rect(box, "edge", 0, 3)
