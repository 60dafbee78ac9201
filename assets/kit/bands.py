"""Large gradients as bands of flat paper, each one shade from the next: they look the same and are drawn several times quicker.

resvg needs 50 ns a pixel for a level gradient, 140 for a glow, and 16 or less for a flat fill. Straight-edged shapes with a horizontal or
vertical gradient are cut into strips, never inside a transformed group: strips begin on multiples of 3 px, which are whole pixels at
1920×1080 and at 2560×1440, so that no seam can show. Glows become rings without soft edges, which tile wherever they lie."""
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .palette import rgb, to_hex
from .svg import num

if TYPE_CHECKING:
    from .svg import Svg

LEAST = 40_000          # px²: smaller shapes stay as they are
GRID = 3                # px: whole device pixels at both sizes
LEVELS = 1.6            # of 255: how far two neighbouring bands differ
THIN = 3.0              # of 255: the same for the rings of a glow, whose opacity is most of what changes
FRAME = (-66.0, -42.0, 1986.0, 1122.0)

Point = tuple[float, float]
Stop = tuple[float, tuple[float, float, float, float]]

_LINEAR = re.compile(r'<linearGradient id="(\w+)" gradientUnits="userSpaceOnUse" x1="([-\d.]+)" y1="([-\d.]+)" x2="([-\d.]+)" y2="([-\d.]+)">'
                     r"(.*?)</linearGradient>")
_STOP = re.compile(r'<stop offset="([-\d.e]+)" stop-color="(#\w{6})"(?: stop-opacity="([-\d.e]+)")?/>')
_RADIAL = re.compile(r'<radialGradient id="(\w+)" gradientUnits="userSpaceOnUse" cx="([-\d.]+)" cy="([-\d.]+)" r="([-\d.]+)"'
                     r'(?: gradientTransform="translate\([^)]*\) scale\(([-\d.]+) ([-\d.]+)\) translate\([^)]*\)")?>(.*?)</radialGradient>')
_GLOW = re.compile(r'<ellipse cx="([-\d.]+)" cy="([-\d.]+)" rx="([-\d.]+)" ry="([-\d.]+)" fill="url\(#(\w+)\)"/>')
_TAG = re.compile(r"<[^>]+>")
_SHAPE = re.compile(r'<(?:path d="([^"]+)"|rect x="([-\d.]+)" y="([-\d.]+)" width="([-\d.]+)" height="([-\d.]+)") fill="url\(#(\w+)\)"/>')
_STRAIGHT = re.compile(r"[-\d. MLZHV]+")
_STEP = re.compile(r"([MLHVZ])([-\d. ]*)")


def banded(S: Svg) -> Svg:
    """The same drawing with its large level gradients cut into bands."""
    ramps, glows = {}, {}
    for name, markup in S.defs.values():
        halo = _RADIAL.fullmatch(markup)
        if halo:
            glows[name] = (*(float(halo[i] or 1) for i in range(2, 7)), _stops(halo[7]))
        found = _LINEAR.fullmatch(markup)
        if found and (found[2] == found[4]) != (found[3] == found[5]):
            upright = found[2] == found[4]
            start, end = (float(found[i + upright]) for i in (2, 4))
            ramps[name] = (upright, start, end, _stops(found[6]))
    S.out = [_cut(part, ramps, glows) for part in S.out]
    return S


def _stops(markup: str) -> list[Stop]:
    return [(float(at), (*rgb(colour), 255 * float(opacity or 1))) for at, colour, opacity in _STOP.findall(markup)]


def _cut(part: str, ramps: dict, glows: dict) -> str:
    """One piece of markup; what stands in a transformed or filtered group is left alone."""
    if "url(#" not in part:
        return part
    groups: list[bool] = []

    def tag(found: re.Match[str]) -> str:
        text = found[0]
        if text.startswith("</"):
            if groups:
                groups.pop()
        elif not text.endswith("/>"):
            groups.append("transform=" in text or "filter=" in text or not text.startswith("<g"))
        elif (glow := _GLOW.fullmatch(text)) and glow[5] in glows:
            return _rings(*(float(glow[i]) for i in range(1, 5)), *glows[glow[5]]) or text
        elif not any(groups):
            shape = _SHAPE.fullmatch(text)
            if shape and shape[6] in ramps:
                return _bands(shape, *ramps[shape[6]]) or text
        return text

    return _TAG.sub(tag, part)


def _outlines(shape: re.Match[str]) -> list[list[Point]]:
    """The corners of a rectangle or of every part of a straight path; none when it is curved."""
    if shape[1] is None:
        x, y, w, h = (float(shape[i]) for i in (2, 3, 4, 5))
        return [[(x, y), (x + w, y), (x + w, y + h), (x, y + h)]]
    if not _STRAIGHT.fullmatch(shape[1]):
        return []
    out: list[list[Point]] = []
    for letter, numbers in _STEP.findall(shape[1]):
        n = [float(v) for v in numbers.split()]
        if letter == "M":
            out.append([(n[0], n[1])])
        elif letter == "L":
            out[-1].append((n[0], n[1]))
        elif letter == "H":
            out[-1].append((n[0], out[-1][-1][1]))
        elif letter == "V":
            out[-1].append((out[-1][-1][0], n[0]))
    return out


def _half(pts: list[Point], axis: int, edge: float, above: bool) -> list[Point]:
    """What of a polygon lies on one side of a level line."""
    out: list[Point] = []
    for p, q in zip(pts, pts[1:] + pts[:1], strict=True):
        inside, after = (p[axis] >= edge) is above, (q[axis] >= edge) is above
        if inside:
            out.append(p)
        if inside != after:
            t = (edge - p[axis]) / (q[axis] - p[axis])
            out.append((p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t))
    return out


def _area(pts: list[Point]) -> float:
    return abs(sum(p[0] * q[1] - q[0] * p[1] for p, q in zip(pts, pts[1:] + pts[:1], strict=True))) / 2


def _shade(stops: list[Stop], t: float) -> tuple[float, ...]:
    """The colour and opacity at a share of the gradient."""
    if t <= stops[0][0]:
        return stops[0][1]
    for (a, low), (b, high) in zip(stops, stops[1:], strict=False):
        if t <= b:
            k = (t - a) / (b - a) if b > a else 1
            return tuple(u + (v - u) * k for u, v in zip(low, high, strict=True))
    return stops[-1][1]


def _edges(low: float, high: float, start: float, end: float, stops: list[Stop]) -> list[float]:
    """Where the colour has moved on by a level or so, on the grid, from `low` to `high`."""
    out, last = [low], _shade(stops, (low - start) / (end - start))
    at = (low // GRID + 1) * GRID
    while at < high:
        now = _shade(stops, (at - start) / (end - start))
        if max(abs(a - b) for a, b in zip(now, last, strict=True)) >= LEVELS:
            out.append(at)
            last = now
        at += GRID
    return [*out, high]


def _bands(shape: re.Match[str], upright: bool, start: float, end: float, stops: list[Stop]) -> str:
    """The shape in flat bands, or nothing if it is not worth it."""
    axis = int(upright)
    outlines = []
    for corners in _outlines(shape):
        for side, edge in ((0, FRAME[0]), (1, FRAME[1])):
            corners = _half(corners, side, edge, True) if corners else corners
        for side, edge in ((0, FRAME[2]), (1, FRAME[3])):
            corners = _half(corners, side, edge, False) if corners else corners
        outlines.append(corners)
    if not outlines or sum(map(_area, outlines)) < LEAST or len(outlines) > 1 and _overlapping(outlines):
        return ""
    low = min(p[axis] for corners in outlines for p in corners)
    high = max(p[axis] for corners in outlines for p in corners)
    edges, out = _edges(low, high, start, end, stops), []
    for a, b in zip(edges, edges[1:], strict=False):
        after = _shade(stops, (b + GRID - start) / (end - start))
        shade = _shade(stops, ((a + b) / 2 - start) / (end - start))
        under = 2 if min(shade[3], after[3]) > 254.5 else 0  # opaque bands reach under the next: no seam at any size
        d = ""
        for corners in outlines:
            strip = _half(_half(corners, axis, a, True), axis, b + under, False)
            if len(strip) > 2:
                d += "M" + "L".join(f"{num(x)} {num(y)}" for x, y in strip) + "Z"
        opacity = f' fill-opacity="{round(shade[3] / 255, 3)}"' if shade[3] < 254.5 else ""
        if d and shade[3] > .4:
            out.append(f'<path d="{d}" fill="{to_hex(shade[:3])}"{opacity}/>')
    return "".join(out)


def _overlapping(outlines: list[list[Point]]) -> bool:
    """Whether the parts may cut holes into each other: then their order matters and the shape stays whole."""
    boxes = [(min(p[0] for p in c), min(p[1] for p in c), max(p[0] for p in c), max(p[1] for p in c)) for c in outlines if c]
    return any(a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3] for i, a in enumerate(boxes) for b in boxes[i + 1:])


def _rings(cx: float, cy: float, rx: float, ry: float, gx: float, gy: float, r: float, sx: float, sy: float, stops: list[Stop]) -> str:
    """A glow in flat rings from its middle outwards, or nothing if it is small or not round its own middle."""
    if rx * ry * 3.14 < LEAST or abs(cx - gx) + abs(cy - gy) > .3 or abs(rx - r * sx) + abs(ry - r * sy) > .5:
        return ""
    steps, last, out = [0.0], _shade(stops, 0), []
    opaque = min(colour[3] for _, colour in stops) > 254.5      # a whole wall: finer steps, each reaching under the one within
    least, under = (LEVELS, 2.0) if opaque else (THIN, 0.0)
    for i in range(1, 400):
        now = _shade(stops, i / 400)
        if max(abs(a - b) for a, b in zip(now, last, strict=True)) >= least:
            steps.append(i / 400)
            last = now
    for a, b in zip(steps, [*steps[1:], 1.0], strict=True):
        shade = _shade(stops, (a + b) / 2)
        if shade[3] > .4:
            d = _oval(cx, cy, rx * b, ry * b) + (_oval(cx, cy, rx * a - under, ry * a - under) if a else "")
            out.append(f'<path d="{d}" fill="{to_hex(shade[:3])}" fill-opacity="{round(shade[3] / 255, 4)}"/>')
    return f'<g fill-rule="evenodd" shape-rendering="crispEdges">{"".join(reversed(out) if opaque else out)}</g>'


def _oval(x: float, y: float, rx: float, ry: float) -> str:
    return f"M{x - rx:.2f} {y:.2f}a{rx:.2f} {ry:.2f} 0 1 0 {2 * rx:.2f} 0a{rx:.2f} {ry:.2f} 0 1 0 {-2 * rx:.2f} 0Z"
