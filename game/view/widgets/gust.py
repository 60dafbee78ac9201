"""What a gust leaves: an umbrella turned inside out with its handle still standing, and the gull that has seen nothing.

Room: game/view/widgets. Drawn from shapes alone, for the page that is shown when pictures may be what broke.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import cos, hypot, radians, sin

from game.view.ui import Ui

Point = tuple[float, float]
Knot = tuple[float, float, float]  # x, y, how round the outline is there: 0 is a corner

HANDLE = ((0, -120, 0), (40, 330, 0.6), (32, 370, 1), (0, 384, 1), (-28, 376, 1), (-36, 350, 0))
BOWL = (
    (-250, -330, 0), (-190, -180, 1), (0, -120, 0.4), (200, -190, 1), (270, -350, 0), (170, -270, 1), (120, -330, 0.2), (60, -250, 1),
    (0, -310, 0.2), (-70, -250, 1), (-130, -320, 0.2), (-180, -260, 1),
)  # fmt: skip
SHADE = ((60, -250, 1), (120, -330, 0.2), (170, -270, 1), (270, -350, 0), (200, -190, 1), (0, -120, 0.4))
LIGHT = ((-70, -250, 1), (0, -310, 0.2), (60, -250, 1), (0, -120, 0.2))
TIPS = ((-250, -330), (-130, -320), (0, -310), (120, -330), (270, -350))
DROPS = (((-330, -420), (-296, -440)), ((330, -430), (356, -404)), ((-40, -430), (-32, -470)), ((150, -440), (176, -470)))
WIND = (((-180, 20, 1), (-120, 2, 1), (-60, 20, 1), (0, 38, 1), (60, 20, 1)), ((60, 110, 1), (110, 96, 1), (160, 110, 1), (260, 110, 1)))
LEAN = -8.0  # degrees

GULL = (
    ("#CFC6DC", ((-52, -34, 1), (-20, -58, 1), (18, -60, 1), (50, -40, 1), (84, -22, 0), (40, -14, 1), (0, -12, 1), (-34, -18, 1))),
    ("#5C568A", ((-16, -50, 1), (26, -56, 1), (60, -36, 1), (92, -24, 0), (40, -22, 1), (4, -28, 1))),
    ("#E9E0EA", ((-30, -46, 1), (-52, -66, 1), (-50, -88, 1), (-32, -98, 1), (-12, -88, 1), (-6, -62, 1), (-10, -44, 1))),
    ("#E0A04A", ((-50, -84, 0), (-74, -76, 0), (-73, -71, 0), (-49, -74, 0))),
)
LEGS = (((-6, -14), (-6, 0)), ((10, -14), (10, 0)), ((-13, 0), (0, 0)), ((3, 0), (16, 0)))
INK = "#1B1A3C"


def umbrella(ui: Ui, x: float, y: float) -> None:
    """The umbrella, leaning about this point."""
    c, flat, ink = ui.canvas, ui.theme.flat, "on_desk"

    def at(points: Iterable[Sequence[float]]) -> list[Point]:
        turn = radians(LEAN)
        return [(x + p[0] * cos(turn) - p[1] * sin(turn), y + p[0] * sin(turn) + p[1] * cos(turn)) for p in points]

    def stroke(points: list[Point], width: float, role: str = ink) -> None:
        c.polygon(ribbon(points, width), role)
        for end in (points[0], points[-1]):
            c.disc(end, width / 2, role)

    stroke(at(outline(HANDLE, closed=False)), 14)
    for shape, colour in ((BOWL, "#B0534A"), (SHADE, "#7E3A3E"), (LIGHT, "#D8953E")):
        edge = at(outline(shape))
        c.polygon(edge, "surface_sunk" if flat else colour)
        if flat:
            stroke([*edge, edge[0]], 4)
    for tip in TIPS:
        stroke(at(((0, -120), tip)), 5)
    for drop in DROPS:
        stroke(at(drop), 7, ink if flat else "bar_soft")
    for breath in WIND:
        stroke(at(outline(breath, closed=False)), 6, ink if flat else "bar_soft")


def gull(ui: Ui, x: float, y: float, k: float = 1.2) -> None:
    """The gull, standing at this point. Left out in strong contrast: it says nothing that the words do not."""
    c = ui.canvas
    if ui.theme.flat:
        return
    for a, b in LEGS:
        c.rule((x + a[0] * k, y + a[1] * k), (x + b[0] * k, y + b[1] * k), "#D99A4A", 5)
    for colour, shape in GULL:
        c.polygon([(x + px * k, y + py * k) for px, py in outline(shape)], colour)
    c.disc((x - 38 * k, y - 84 * k), 4.2, INK)
    c.rule((x - 44 * k, y - 91 * k), (x - 32 * k, y - 88 * k), INK, 3)


def ribbon(points: Sequence[Point], width: float) -> list[Point]:
    """The outline of a stroke of this width along a line."""
    left, right = [], []
    for i, (px, py) in enumerate(points):
        a, b = points[max(0, i - 1)], points[min(len(points) - 1, i + 1)]
        long = max(1e-6, hypot(b[0] - a[0], b[1] - a[1]))
        dx, dy = (a[1] - b[1]) / long * width / 2, (b[0] - a[0]) / long * width / 2
        left.append((px + dx, py + dy))
        right.append((px - dx, py - dy))
    return [*left, *reversed(right)]


def outline(knots: Sequence[Knot], *, closed: bool = True, steps: int = 8) -> list[Point]:
    """A line through these knots, as round at each as it says."""
    n = len(knots)

    def slope(i: int) -> Point:
        before, after = (knots[(i - 1) % n], knots[(i + 1) % n]) if closed else (knots[max(0, i - 1)], knots[min(n - 1, i + 1)])
        return (after[0] - before[0]) / 2 * knots[i][2], (after[1] - before[1]) / 2 * knots[i][2]

    out: list[Point] = [] if closed else [knots[0][:2]]
    for i in range(n if closed else n - 1):
        a, b, m, w = knots[i], knots[(i + 1) % n], slope(i), slope((i + 1) % n)
        for step in range(1, steps + 1):
            t = step / steps
            p, q, r, s = 2 * t**3 - 3 * t**2 + 1, t**3 - 2 * t**2 + t, 3 * t**2 - 2 * t**3, t**3 - t**2
            out.append((p * a[0] + q * m[0] + r * b[0] + s * w[0], p * a[1] + q * m[1] + r * b[1] + s * w[1]))
    return out
