"""The workshop beside a talk: one picture as it is and as it was changed, both fingerprints point by point, and the lamp between them.

Room: game/view/screens. Part of `talk.py`. Everything was computed (`game/session/workshop.py`), nothing is drawn for the look of it.
Without a comparison (before the first, or a save taken up again) the fingerprints stay empty and the lamp alone is shown.
"""

from __future__ import annotations

from typing import Literal

import pygame

from game.content import boxes
from game.core.moment import WorkshopNow
from game.session.workshop import BITS, MATCH, ROW, SHOWN, SMALL, Comparison, points
from game.view.geometry import Box
from game.view.theme import rgb
from game.view.ui import Ui

NARROW = 700.0
UNDER_FACE, CHIN = 592.0, 340.0  # the panel's width under a face, which stays in sight, and its height at most
SIDES = 24.0
BETWEEN = 14.0  # between a picture and its fingerprint
MOST, LEAST = 236.0, 100.0  # sides of the pictures
MOST_NARROW = 160.0
LAMP = 132.0  # between the two, at most
TOP_LARGE = 16.0
BAR, RAIL = 22.0, 62.0  # the bar that shows how far apart two fingerprints are; with the number over it
Standing = Literal["idle", "under-way", "failed"]


class Read:
    """The panel was pressed: it only wants to be read."""


def said(ui: Ui, now: WorkshopNow, standing: Standing) -> str:
    """What the lamp says, or why it says nothing."""
    if standing != "idle":
        return ui.words("workshop.failed" if standing == "failed" else "workshop.under_way")
    return ui.words("workshop.none") if now.lamp is None else ui.words(f"workshop.{now.lamp}")


def height(ui: Ui, now: WorkshopNow, found: Comparison | None, standing: Standing, w: float, room: float) -> float | None:
    """The height the panel takes, `w` wide, where `room` is free: its pictures are as large as that lets them. None: it has no room."""
    told = said(ui, now, standing)
    if w < NARROW:
        words = 2 * SIDES + BETWEEN + ui.height(w - 2 * SIDES, told, "label")
        side = min(MOST_NARROW, room - words)
        return words + side if side >= LEAST else None
    if ui.text_scale >= boxes.LARGEST:
        side = min(MOST, room - 2 * TOP_LARGE)
        need = max(side + 2 * TOP_LARGE, ui.height(_beside(w, side), told, "strong") + TOP_LARGE)
        return need if side >= LEAST and need <= room else None
    words = _head(ui) + _words(ui, found, told, w) + SIDES
    side = min(MOST, room - words)
    return words + side if side >= LEAST else None


def draw(ui: Ui, now: WorkshopNow, found: Comparison | None, standing: Standing, box: Box) -> None:
    """What there is room for: all of it, or under a face and in the largest text what came out."""
    ui.canvas.sheet(box, "surface", 6, 10)
    told = said(ui, now, standing)
    if box.w < NARROW:
        x, y, w = box.x + SIDES, box.y + SIDES, box.w - 2 * SIDES
        side = box.h - 2 * SIDES - BETWEEN - ui.height(w, told, "label")
        _print(ui, found, Box(x, y, side, side), changed=found is not None)
        lamp = min(LAMP, side)
        _lamp(ui, now, Box(x + w - lamp, y + (side - lamp) / 2, lamp, lamp))
        ui.block(x, y + side + BETWEEN, w, told, "label")
    elif ui.text_scale >= boxes.LARGEST:
        side = min(MOST, box.h - 2 * TOP_LARGE)
        x, y = box.x + SIDES, box.y + (box.h - side) / 2
        _print(ui, found, Box(x, y, side, side), changed=found is not None)
        x += 2 * side + 3 * BETWEEN
        lamp = min(LAMP, side)
        _lamp(ui, now, Box(x, box.y + (box.h - lamp) / 2, lamp, lamp))
        w = _beside(box.w, side)
        ui.block(box.right - SIDES - w, box.y + (box.h - ui.height(w, told, "strong")) / 2, w, told, "strong")
    else:
        told = _whole(ui, now, found, told, box)
    ui.target("workshop", box, told, Read())


def _whole(ui: Ui, now: WorkshopNow, found: Comparison | None, told: str, box: Box) -> str:
    """Left as it is, right as it was changed, the lamp between them; what it says, and how far apart they are."""
    head, words = _head(ui), _words(ui, found, told, box.w)
    side = box.h - head - words - SIDES
    group, y = 2 * side + BETWEEN, box.y + head
    left, right = box.x + SIDES, box.right - SIDES - group
    for x, change in ((left, "same"), (right, now.change)):
        if change is not None:
            name = ui.words(f"workshop.change_{change}")
            ui.canvas.line(x, y - 14, name, ui.fitted(name, "label", group), "text")
    free = Box(left + group, y, right - left - group, side)
    lamp = min(LAMP, side, free.w - 60)
    at = Box(free.x + (free.w - lamp) / 2, y + (side - lamp) / 2, lamp, lamp)
    for a, b in ((free.x, at.x), (at.right, free.right)):
        ui.canvas.rule((a, y + side / 2), (b, y + side / 2), "edge", 4)
    _print(ui, found, Box(left, y, side, side), changed=False)
    _print(ui, found, Box(right, y, side, side), changed=True)
    _lamp(ui, now, at)
    x, w = box.x + SIDES, box.w - 2 * SIDES
    y += side + BETWEEN
    y += ui.block(x, y, w, told, "strong")
    if found is None:
        return told
    bits = ui.words("workshop.bits", bits=found.distance)
    _rail(ui, found, Box(x, y, w, RAIL))
    sign = _sign(ui)
    at = Box(x, y + RAIL + 4 + ui.style("note").size * 0.3, sign, sign)
    for inset, role in ((0.0, "focus_edge"), (2.5, "focus"), (sign * 0.3, "focus_edge")):
        ui.canvas.rect(at.inset(inset), role)
    ui.block(x + sign + 16, y + RAIL + 4, w - sign - 16, bits, "note", "text_soft")
    return f"{told} {bits}"


def _head(ui: Ui) -> float:
    """From the top of the panel to the pictures."""
    return SIDES + ui.style("label").size * 1.4


def _words(ui: Ui, found: Comparison | None, told: str, w: float) -> float:
    """The height of everything under the pictures."""
    w -= 2 * SIDES
    need = BETWEEN + ui.height(w, told, "strong")
    if found is not None:
        need += RAIL + 4 + ui.height(w - _sign(ui) - 16, ui.words("workshop.bits", bits=found.distance), "note")
    return need


def _sign(ui: Ui) -> float:
    """How large a changed point is drawn beside how many there are."""
    return ui.style("note").size * 0.8


def _beside(w: float, side: float) -> float:
    """Largest text: the width for what the lamp says, beside a picture, its fingerprint and the lamp."""
    return w - 2 * SIDES - 2 * side - 3 * BETWEEN - LAMP - 32


def _lamp(ui: Ui, now: WorkshopNow, box: Box) -> None:
    """The lamp in its case, lit or not."""
    c, lit = ui.canvas, now.lamp == "lit"
    ground = "highlight" if lit else "surface_sunk"
    c.rect(box, ground, 16)
    c.rect(box, "edge", 16, 4)
    size = box.w * 0.74
    c.icon("lamp" if lit else "lamp-off", box.x + (box.w - size) / 2, box.y + (box.h - size) / 2, size, "text", ground)


def _print(ui: Ui, found: Comparison | None, box: Box, *, changed: bool) -> None:
    """The picture, and its fingerprint right of it."""
    c = ui.canvas
    dots = Box(box.right + BETWEEN, box.y, box.w, box.h)
    shown = not changed or found is not None
    for part in (box, dots):
        c.rect(part, "surface_sunk")
    if shown:
        _picture(ui, found if changed else None, box)
        c.rect(box, "edge", 0, 3)
    else:
        c.dashed(box, "edge")
    if found is None:
        c.dashed(dots, "edge")
        return
    code = found.code if changed else found.before
    c.piece((dots.x, dots.y), 0, lambda: _dots(ui, code, found.before, c.area(dots).w), "points", code, found.before, c.area(dots).w)


def _dots(ui: Ui, code: str, before: str, side: int) -> pygame.Surface:
    """A fingerprint, `side` px: dark and light squares; a point that is not as before is set in a bright square, dark or hollow."""
    role = {name: rgb(ui.theme[name]) for name in ("surface_sunk", "surface_raised", "text", "focus", "focus_edge")}
    made = pygame.Surface((side, side))
    made.fill(role["surface_sunk"])
    moved = []
    for i, (on, was) in enumerate(zip(points(code), points(before), strict=True)):
        x, y = i % ROW * side // ROW, i // ROW * side // ROW
        cell = pygame.Rect(x, y, (i % ROW + 1) * side // ROW - x, (i // ROW + 1) * side // ROW - y)
        pygame.draw.rect(made, role["text" if on else "surface_raised"], cell.inflate(-1, -1))
        if on != was:
            moved.append((cell, on))
    grown = 0.35 if len(moved) <= MATCH else 0.0  # a few are made to be seen from afar
    for cell, on in moved:
        square = cell.inflate(cell.w * grown, cell.h * grown)
        pygame.draw.rect(made, role["focus"], square)
        pygame.draw.rect(made, role["focus_edge"], square, 1)
        pygame.draw.rect(made, role["focus_edge"], square.inflate(-square.w * 0.55, -square.h * 0.55), 0 if on else 1)
    return made


def _rail(ui: Ui, found: Comparison, box: Box) -> None:
    """How far apart the two fingerprints are: filled so far, with a mark where the lamp goes out."""
    c, step = ui.canvas, box.w / BITS
    bar = Box(box.x, box.bottom - BAR, box.w, BAR)
    end = bar.x + MATCH * step
    c.rect(bar, "surface_sunk", BAR / 2)
    c.rect(Box(bar.x, bar.y, end - bar.x, BAR), "highlight", BAR / 2)
    if found.distance:
        c.rect(Box(bar.x, bar.y, max(BAR, found.distance * step), BAR), "good" if found.lamp == "lit" else "warn", BAR / 2)
    c.rect(bar, "edge", BAR / 2, 3)
    c.rect(Box(end - 3, bar.y - 10, 6, BAR + 16), "text")
    number = ui.canvas.style("label")
    c.line(end, bar.y - 14, str(MATCH), number, "text", "middle")


def _picture(ui: Ui, found: Comparison | None, box: Box) -> None:
    """The picture as it was changed, a smaller copy as small as it is; without a comparison, as it was."""
    c = ui.canvas
    if found is None:
        made = c.art.example(c.area(box).w)
        if made is not None:
            c.surface.blit(made, c.area(box))
        return
    side = box.w * (SMALL if found.change == "small" else 1)
    at = c.area(Box(box.x + (box.w - side) / 2, box.y + (box.h - side) / 2, side, side))
    raw = pygame.image.frombuffer(found.picture, (SHOWN, SHOWN), "RGB")
    c.surface.blit(pygame.transform.smoothscale(raw, at.size), at)
