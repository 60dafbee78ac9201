"""The table the desk stands on: planks at night, a lamp, its pool of light, and the page that lies there.

Room: game/view/widgets. Painted once for each mode and page size and kept whole, so that a frame starts with one opaque blit.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import pygame

from game.view import paper
from game.view.geometry import HEIGHT, WIDTH, Box
from game.view.theme import mix, rgb
from game.view.ui import Ui

Point = tuple[float, float]
SHEET = Box(0, 0, WIDTH, HEIGHT)
LAMP = 938.0
KNOTS = ((1872, 66), (6, 480), (1868, 720))
PLANKS = (16, 124, 330, 620, 860, 990)


def table(ui: Ui, page: Box | None, badge: str, lamp: float = LAMP) -> None:
    """The whole ground of a desk screen. `page` is the big sheet, None where a screen lays its own pieces on the bare table."""
    ui.canvas.backdrop(SHEET, lambda: _table(ui, page, badge, lamp), "desk", page, badge, lamp)


def _table(ui: Ui, page: Box | None, badge: str, lamp: float) -> pygame.Surface:
    theme, k, area = ui.theme, ui.canvas.view.scale, ui.canvas.area(SHEET)
    out = pygame.Surface(area.size)
    out.fill(rgb(theme["desk"]))
    if not theme.flat:
        s = paper.Sketch(WIDTH, HEIGHT, k, 0)
        dark, grain = mix(theme["desk"], theme["focus_edge"], 0.42), mix(theme["desk"], theme["focus_edge"], 0.6)
        s.rect(0, 0, WIDTH, HEIGHT, dark)
        for y in PLANKS:
            wave = [(x, y + 10 * math.sin(x / 330)) for x in range(0, WIDTH + 41, 40)]
            for a, b in pairwise(wave):
                s.line(a, b, grain, 3)
        for x, y in KNOTS:
            s.polygon(smooth([(x, y), (x + 27, y - 7), (x + 54, y), (x + 27, y + 8)]), grain)
        pool = [(lamp - 90, 60), (lamp + 90, 60), (1760, 150), (1908, 540), (1780, 930), (1300, 1120), (560, 1120), (120, 930),
                (12, 540), (150, 150)]  # fmt: skip
        s.polygon(smooth(pool), mix(theme["desk"], theme["pen"], 0.16), 0.75)
        _lamp(s, lamp, theme["focus"], mix(theme["focus_edge"], theme["desk"], 0.18))
        out.blit(s.done(), (0, 0))
    if page is not None:
        _page(ui, out, page, badge, area.topleft)
    return out


def _lamp(s: paper.Sketch, x: float, light: str, dark: str) -> None:
    s.polygon([(x - 52, 84), (x + 52, 84), (x + 170, 150), (x - 170, 150)], light, 0.22)
    s.rect(x - 2.5, -4, 5, 30, dark)
    s.polygon([(x - 16, 24), (x + 16, 24), (x + 56, 80), (x - 56, 80)], dark)
    s.polygon([(x + 7, 24), (x + 16, 24), (x + 56, 80), (x + 34, 80)], mix(dark, light, 0.3))
    s.rect(x - 56, 79, 112, 9, light, 4)


def _page(ui: Ui, out: pygame.Surface, page: Box, badge: str, origin: tuple[int, int]) -> None:
    """The big sheet; its upper edge carries the mark of the mode."""
    theme, k = ui.theme, ui.canvas.view.scale
    ground = theme["surface_raised" if theme.flat else "surface"]
    x, y = ui.canvas.view.real((page.x, page.y))
    x, y = x - origin[0], y - origin[1]
    sheet = paper.sheet(page.w, page.h, k, theme, ground, 12, 13)
    out.blit(sheet, (x - round(paper.MARGIN * k), y - round(paper.MARGIN * k)))
    if badge == "training":
        out.blit(paper.hatch(page.w, 22, k, theme), (x, y))
    elif badge == "live":
        for top, high in ((0, 14), (19, 3)):
            pygame.draw.rect(out, rgb(theme["good"]), pygame.Rect(x, y + round(top * k), round(page.w * k), max(1, round(high * k))))


def smooth(points: Sequence[Point], steps: int = 10) -> list[Point]:
    """A closed curve through the points (Catmull-Rom), as a polygon."""
    out: list[Point] = []
    n = len(points)
    for i in range(n):
        p0, p1, p2, p3 = (points[(i + j - 1) % n] for j in range(4))
        for step in range(steps):
            t = step / steps
            out.append((_along(p0[0], p1[0], p2[0], p3[0], t), _along(p0[1], p1[1], p2[1], p3[1], t)))
    return out


def _along(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
