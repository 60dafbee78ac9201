"""A place as it is drawn: its layers, the people who stand in it, and the veil under a talk.

Room: game/view/widgets. The layers and the people are laid together once and kept as one picture, so that a place costs one blit
until something in it changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.view.geometry import HEIGHT, WIDTH, Box
from game.view.theme import rgb
from game.view.ui import Ui

if TYPE_CHECKING:  # the night behind the menus is drawn without the rules of the story
    from game.core.moment import PersonNow, PlaceNow

SHEET = Box(0, 0, WIDTH, HEIGHT)
FIGURE = (600.0, 1000.0, 965.0)  # width, height and feet of a baked figure, logical px at scale 1


def place(ui: Ui, now: PlaceNow, *, veil: float = 0.0, people: bool = True) -> None:
    """The place across the whole sheet. `veil` darkens it under what lies over (0 to 1)."""
    shown = now.people if people else ()
    if ui.theme.flat and veil > 0.5:
        ui.canvas.rect(SHEET, "surface_sunk")
        return

    def make() -> pygame.Surface:
        c, area = ui.canvas, ui.canvas.area(SHEET)
        out = pygame.Surface(area.size)
        for layer in now.layers:
            if layer.endswith("/front"):
                _people(ui, out, shown, area.topleft, now.id)
            c.stamp(out, layer, pygame.Rect((0, 0), area.size))
        if not any(layer.endswith("/front") for layer in now.layers):
            _people(ui, out, shown, area.topleft, now.id)
        if veil:
            shade = pygame.Surface(area.size)
            shade.fill(rgb(ui.theme["shadow"]))
            shade.set_alpha(round(255 * veil))
            out.blit(shade, (0, 0))
        return out

    key = (now.layers, tuple((p.id, p.pose, p.at, p.facing) for p in shown), veil)
    ui.canvas.backdrop(SHEET, make, "place", *key)


def _people(ui: Ui, out: pygame.Surface, people: tuple[PersonNow, ...], origin: tuple[int, int], place_id: str) -> None:
    """Everyone who stands here, the farthest first, in the light of the place."""
    w, h, feet = FIGURE
    tint = ui.canvas.art.tint(place_id)
    for p in sorted(people, key=lambda p: p.at[1]):
        x, y, k = p.at
        for name, box, tinted in (
            ("ui/contact-shadow", Box(x - 210 * k, y - 42 * k, 420 * k, 84 * k), False),
            (f"figure/{p.id}/{p.pose}", Box(x - w / 2 * k, y - feet * k, w * k, h * k), True),
        ):
            if not ui.canvas.art.has(name):
                continue
            area = ui.canvas.area(box).move(-origin[0], -origin[1])
            ui.canvas.stamp(out, name, area, flip=tinted and p.facing == "left", tint=tint if tinted else None)


def bust(ui: Ui, who: str, expression: str | None) -> None:
    """Whoever speaks, at the left, cut by the help strip."""
    name = f"bust/{who}/{expression or 'neutral'}"
    if ui.canvas.art.has(name):
        h = 800.0
        ui.canvas.picture(name, Box(20, ui.bottom + 8 - h, h * 760 / 900, h))


def night(ui: Ui) -> None:
    """The night over the harbour, dimmed: behind the note, the menu, the settings."""
    if ui.theme.flat or not ui.canvas.art.has("title/back"):
        ui.canvas.rect(SHEET, "desk")
        return

    def make() -> pygame.Surface:
        area = ui.canvas.area(SHEET)
        out = pygame.Surface(area.size)
        for layer in ("title/back", "title/mid"):
            if ui.canvas.art.has(layer):
                ui.canvas.stamp(out, layer, pygame.Rect((0, 0), area.size))
        shade = pygame.Surface(area.size)
        shade.fill(rgb(ui.theme["desk"]))
        shade.set_alpha(150)
        out.blit(shade, (0, 0))
        return out

    ui.canvas.backdrop(SHEET, make, "night")
