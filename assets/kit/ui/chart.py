"""The map of the school as Yanis drew it and had it laminated: sea, yard, roofs, trees and road, without signs and without names."""

from __future__ import annotations

from ..palette import AMBER, INK, PAPER, mix
from ..svg import Svg, circle, group, path, polygon, rect, smooth, stroke
from .text import line

SHEET = (60, 86, 1800, 900)
"""Where the sheet lies on a 1920×1080 screen: x, y, width, height."""
SEA = [(60, 88), (640, 88), (500, 150), (380, 170), (250, 250), (190, 360), (62, 420)]
WAVES = ((110, 150), (220, 130), (330, 116), (110, 250), (170, 210), (440, 110))
YARD = [(470, 420), (1060, 380), (1150, 560), (1080, 620), (760, 610), (560, 580)]
TREES = ((420, 420), (452, 470), (404, 480), (1010, 570), (1740, 250), (1700, 300), (1760, 330), (1300, 890), (380, 930))
ROOFS = (
    (470, 216, 300, 118, "#A9784F"),
    (950, 236, 300, 110, "#8A6E8A"),
    (460, 566, 200, 100, "#B0635A"),
    (700, 656, 400, 92, "#5F7F94"),
    (1130, 560, 240, 110, "#C08A4A"),
    (1450, 438, 240, 106, "#7E9A80"),
    (1420, 692, 240, 104, "#6A6796"),
    (1104, 744, 112, 66, "#6E4460"),
)


def roof(x: float, y: float, w: float, h: float, col: str) -> str:
    """A building seen from above and a little in front."""
    shadow = polygon([(x + 14, y + h + 16), (x + w + 22, y + h + 16), (x + w + 22, y + 14), (x + w, y)])
    flat = polygon([(x, y), (x + w, y), (x + w, y + h), (x, y + h)])
    ridge = polygon([(x, y), (x + w, y), (x + w - 26, y + h * 0.46), (x + 26, y + h * 0.46)])
    wall = polygon([(x, y + h), (x + w, y + h), (x + w, y + h + 24), (x, y + h + 24)])
    lit = [rect(x + 14 + i * 34, y + h + 6, 16, 12, AMBER, 1) for i in range(max(1, int((w - 20) / 34)))]
    return group(
        path(shadow, "#14122C", opacity=0.2),
        path(flat, col),
        path(ridge, mix(col, PAPER, 0.28)),
        path(wall, mix(col, INK, 0.5)),
        *lit,
    )


def tree(x: float, y: float) -> str:
    """A tree from above: its shadow, its crown, the lit side of it."""
    return group(circle(x + 7, y + 9, 26, "#14122C", opacity=0.18), circle(x, y, 26, "#7E9A80"), circle(x - 7, y - 8, 16, "#A3B896"))


def ground() -> str:
    """Sea and waves, the yard, trees, roofs, the road with its stop, the gate."""
    ends = (0, 1, 6)  # the corners of the sea that lie on the edge of the sheet
    sea = smooth([(*p, 0) if i in ends else p for i, p in enumerate(SEA)])
    return group(
        path(sea, "#9DB9C6"),
        *[stroke(f"M{x} {y}q14 -12 28 0t28 0t28 0t28 0", "#F3E9D8", 4) for x, y in WAVES],
        path(smooth(YARD), "#D9C79E"),
        *[tree(x, y) for x, y in TREES],
        *[roof(*one) for one in ROOFS],
        path(polygon([(62, 812), (400, 826), (520, 984), (62, 984)]), "#C9BCA2"),
        stroke("M84 900L440 912", PAPER, 5, stroke_dasharray="26 20"),
        rect(190, 640, 16, 84, "#6E4460"),
        rect(296, 640, 16, 84, "#6E4460"),
        stroke("M206 652Q251 628 296 652", "#6E4460", 7),
    )


def folds() -> str:
    """Where it was folded before it was laminated, and the lamp on the plastic."""
    creases = [group(rect(x, 90, 9, 892, "#14122C", opacity=0.07), rect(x + 9, 90, 7, 892, "#FFFFFF", opacity=0.32)) for x in (660, 1260)]
    return group(
        *creases,
        path(polygon([(1000, 88), (1180, 88), (760, 984), (580, 984)]), "#FFFFFF", opacity=0.13),
        path(polygon([(1230, 88), (1270, 88), (850, 984), (810, 984)]), "#FFFFFF", opacity=0.13),
    )


def whale(x: float, y: float) -> str:
    """A whale in the harbour: Louna drew it on Yanis's map too."""
    body = [(-60, 4), (-52, -26), (-18, -40), (24, -32), (52, -8), (74, -16), (92, -40, 0), (98, -10), (84, 8), (50, 22)]
    return group(
        path(smooth(body), "#4A6A92"),
        circle(-34, -12, 4.4, PAPER),
        stroke("M-20 -46C-24 -64 -40 -62 -42 -54M-20 -46C-16 -66 0 -64 2 -54", "#4A6A92", 5),
        stroke("M-84 10q14 -12 28 0t28 0t28 0t28 0t28 0", PAPER, 5),
        transform=f"translate({x} {y})",
    )


def compass(x: float, y: float) -> str:
    """North, as on a chart of the sea."""
    return group(
        circle(x, y, 62, "#D9C79E"),
        path(polygon([(x, y - 76), (x + 15, y), (x, y + 60), (x - 15, y)]), "#6E4460"),
        path(polygon([(x, y - 76), (x + 15, y), (x, y)]), "#A97C86"),
        path(polygon([(x - 60, y), (x, y - 11), (x + 60, y), (x, y + 11)]), "#8A7A66"),
        circle(x, y, 7, PAPER),
        line(x, y - 82, "N", "label", INK, "middle"),
    )


def chart() -> Svg:
    """The sheet alone, 1800×900: what the game lays its signs and names on."""
    left, top, w, h = SHEET
    S = Svg(w, h, "ch")
    S.add(
        rect(0, 0, w, h, "#EFE3C8"), group(ground(), folds(), whale(250, 196), compass(1760, 880), transform=f"translate({-left} {-top})")
    )
    return S


LINE = "#8A86B4"
"""Of the plain map: seen on its dark sheet, and quieter than signs and names."""


def _roof_lines(x: float, y: float, w: float, h: float, _col: str) -> str:
    """A building as a surveyor draws it."""
    ridge = f"M{x} {y}L{x + 26} {y + h * 0.46}H{x + w - 26}L{x + w} {y}M{x + 26} {y + h * 0.46}L{x} {y + h}M{x + w - 26} {y + h * 0.46}L{x + w} {y + h}"
    return rect(x, y, w, h, "#1C1A38", stroke=LINE, stroke_width=4) + stroke(ridge, LINE, 2, stroke_opacity=0.7)


def plain() -> Svg:
    """The same map in lines, for the high contrast: no fill that a sign could drown in."""
    left, top, w, h = SHEET
    S = Svg(w, h, "cp")
    sea = smooth([(*p, 0) if i in (0, 1, 6) else p for i, p in enumerate(SEA)])
    hull = [(-60, 4), (-52, -26), (-18, -40), (24, -32), (52, -8), (74, -16), (92, -40, 0), (98, -10), (84, 8), (50, 22)]
    lines = [
        stroke(sea, LINE, 5),
        *[stroke(f"M{x} {y}q14 -12 28 0t28 0t28 0t28 0", LINE, 3, stroke_opacity=0.7) for x, y in WAVES[:4]],
        stroke(smooth(YARD), LINE, 4, stroke_dasharray="4 14"),
        *[circle(x, y, 24, "none", stroke=LINE, stroke_width=3) for x, y in TREES],
        *[_roof_lines(*one) for one in ROOFS],
        stroke("M62 812L400 826L520 984", LINE, 4),
        stroke("M84 900L440 912", LINE, 4, stroke_dasharray="26 20"),
        stroke("M198 724V640Q251 612 304 640V724", LINE, 6),
        group(path(smooth(hull), "none", stroke=LINE, stroke_width=4), circle(-34, -12, 4, LINE), transform="translate(196 206) scale(.85)"),
        circle(1760, 880, 62, "none", stroke=LINE, stroke_width=3),
        path("M1760 804L1775 880L1760 940L1745 880Z", "none", stroke=LINE, stroke_width=3),
        line(1760, 798, "N", "label", "#D8D5F0", "middle"),
    ]
    S.add(group(*lines, transform=f"translate({-left} {-top})"))
    return S
