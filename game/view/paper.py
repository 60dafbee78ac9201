"""Paper, tape, stitches and marker: what every piece of the interface is cut from.

Room: game/view. Each function paints one piece on a surface of its own, three times too large, and returns it for `Canvas` to
shrink and keep: smooth edges without an antialiased polygon. Sizes are logical px; `k` is real px a logical one.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise

import pygame

from game.view.theme import Theme, mix, rgb

FINE = 3  # oversampling of small pieces; large ones, whose edges are nearly straight, get LARGE_FINE
LARGE_FINE, LARGE = 2, 120_000  # logical px²
MARGIN = 24  # room around a piece for its shadow, logical px

Point = tuple[float, float]


class Sketch:
    """A transparent surface to paint on in logical px, FINE times larger than it will be shown."""

    def __init__(self, w: float, h: float, k: float, margin: float = MARGIN) -> None:
        fine = FINE if w * h < LARGE else LARGE_FINE
        self.margin, self._k = margin, k * fine
        size = (max(1, round((w + 2 * margin) * k)), max(1, round((h + 2 * margin) * k)))
        self._size = size
        self.surface = pygame.Surface((size[0] * fine, size[1] * fine), pygame.SRCALPHA)

    def _at(self, p: Point) -> Point:
        return (p[0] + self.margin) * self._k, (p[1] + self.margin) * self._k

    def polygon(self, points: Sequence[Point], colour: str, alpha: float = 1) -> None:
        """A filled polygon; a translucent one is laid over what is there."""
        if alpha >= 1:
            pygame.draw.polygon(self.surface, rgb(colour), [self._at(p) for p in points])
            return
        at = [self._at(p) for p in points]
        left, top = int(min(x for x, _ in at)), int(min(y for _, y in at))
        size = (int(max(x for x, _ in at)) - left + 2, int(max(y for _, y in at)) - top + 2)
        veil = pygame.Surface(size, pygame.SRCALPHA)
        pygame.draw.polygon(veil, (*rgb(colour), round(alpha * 255)), [(x - left, y - top) for x, y in at])
        self.surface.blit(veil, (left, top))

    def rect(self, x: float, y: float, w: float, h: float, colour: str, radius: float = 0, line: float = 0) -> None:
        """A rectangle, filled (`line` = 0) or outlined."""
        x0, y0 = self._at((x, y))
        area = pygame.Rect(round(x0), round(y0), round(w * self._k), round(h * self._k))
        pygame.draw.rect(self.surface, rgb(colour), area, round(line * self._k), round(radius * self._k))

    def line(self, a: Point, b: Point, colour: str, width: float) -> None:
        """A stroke."""
        pygame.draw.line(self.surface, rgb(colour), self._at(a), self._at(b), max(1, round(width * self._k)))

    def circle(self, centre: Point, r: float, colour: str, line: float = 0) -> None:
        """A disc (`line` = 0) or a ring."""
        pygame.draw.circle(self.surface, rgb(colour), self._at(centre), r * self._k, round(line * self._k))

    def dashes(self, a: Point, b: Point, colour: str, width: float, on: float = 16, off: float = 13) -> None:
        """A running stitch from a to b."""
        length = max(1.0, ((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2) ** 0.5)
        ux, uy, d = (b[0] - a[0]) / length, (b[1] - a[1]) / length, 0.0
        while d < length:
            e = min(length, d + on)
            self.line((a[0] + ux * d, a[1] + uy * d), (a[0] + ux * e, a[1] + uy * e), colour, width)
            d += on + off

    def done(self, angle: float = 0) -> pygame.Surface:
        """The piece at its real size, turned by `angle` degrees clockwise about its centre."""
        small = pygame.transform.smoothscale(self.surface, self._size)
        return pygame.transform.rotozoom(small, -angle, 1) if angle else small


def _chance(seed: int) -> random.Random:
    """Seeded, so that a sheet looks the same every time it is cut."""
    return random.Random(seed)  # noqa: S311 - texture, not a secret


def _cut(w: float, h: float, rnd: random.Random, cut: float = 2) -> list[Point]:
    """The corners of a sheet cut by hand, each a little off."""
    return [(x + rnd.uniform(-cut, cut), y + rnd.uniform(-cut, cut)) for x, y in ((0, 0), (w, 0), (w, h), (0, h))]


def sheet(
    w: float, h: float, k: float, theme: Theme, fill: str, seed: int, lift: float, stitched: str = "", angle: float = 0
) -> pygame.Surface:
    """A sheet of paper: hand-cut corners, a hard shadow to the lower right, a lit upper edge, a few fibres.

    `stitched`: the colour of a running stitch inside the edge, or nothing. `angle`: how far it is turned, degrees clockwise."""
    s = Sketch(w, h, k)
    if theme.flat:
        s.rect(0, 0, w, h, fill, 4)
        s.rect(0, 0, w, h, theme["edge"], 4, 3)
        return s.done()
    rnd = _chance(seed * 7919 + int(w) + int(h))
    shape = _cut(w, h, rnd)
    if lift:
        s.polygon([(x + lift * 1.5, y + lift * 1.7) for x, y in shape], theme["shadow"], 0.16)
        s.polygon([(x + lift * 0.6, y + lift * 0.75) for x, y in shape], theme["shadow"], 0.30)
    s.polygon(shape, fill)
    s.polygon([(2, h - 5), (w - 2, h - 6), (w - 1, h - 1), (1, h)], mix(fill, "#8A6A4A", 0.32))
    s.polygon([(1, 1), (w - 1, 0), (w - 2, 3), (2, 4)], mix(fill, "#FFFFFF", 0.6))
    fibre = mix(fill, "#5A4A50", 0.13)
    for _ in range(min(160, int(w * h / 9000))):
        x, y, r = 10 + rnd.random() * (w - 24), 10 + rnd.random() * (h - 24), rnd.uniform(2, 9)
        if rnd.random() < 0.55:
            s.line((x, y), (x + rnd.uniform(-r, r) * 1.6, y + rnd.uniform(-r, r)), fibre, 1.3)
        else:
            s.circle((x, y), rnd.uniform(0.8, 1.6), fibre)
    if stitched:
        thread = mix(fill, stitched, 0.5)
        a, b, c, d = (10.0, 10.0), (w - 10, 10.0), (w - 10, h - 10), (10.0, h - 10)
        for p, q in ((a, b), (b, c), (c, d), (d, a)):
            s.dashes(p, q, thread, 2.5)
    return s.done(angle)


def tape(w: float, h: float, k: float, theme: Theme, fill: str, seed: int, angle: float) -> pygame.Surface:
    """A strip of tape to write on: saw-cut ends and one fold of light."""
    s, n = Sketch(w, h, k), 5
    left = [(4.0 if i % 2 else -2.0, h * i / n) for i in range(n + 1)]
    right = [(w + (4 if i % 2 else -2), h * i / n) for i in range(n + 1)]
    shape = left[::-1] + right
    if theme.flat:
        s.rect(0, 0, w, h, fill)
        s.rect(0, 0, w, h, theme["edge"], 0, 3)
        return s.done(angle)
    fold = w / 2 + _chance(seed * 31 + int(w)).uniform(-0.2, 0.2) * w
    s.polygon([(x + 2, y + 4) for x, y in shape], theme["shadow"], 0.2)
    s.polygon(shape, fill)
    s.polygon([(fold, 0), (fold + 12, 0), (fold + 2, h), (fold - 10, h)], mix(fill, "#FFFFFF", 0.28))
    s.polygon([(0, h - 5), (w, h - 5), (w, h), (0, h)], mix(fill, "#7A5A2A", 0.16))
    return s.done(angle)


def thread(dx: float, dy: float, sag: float, k: float, theme: Theme, colour: str) -> pygame.Surface:
    """A thread from one point to another, `dx`, `dy` away, hanging a little, with its shadow. Its upper left corner is theirs."""
    s, steps = Sketch(abs(dx), abs(dy) + sag, k), 24
    x0, y0 = max(0.0, -dx), max(0.0, -dy)
    at = [(x0 + dx * i / steps, y0 + dy * i / steps + 4 * sag * (i / steps) * (1 - i / steps)) for i in range(steps + 1)]
    for off, ink in ((5.0, mix(theme["shadow"], "#7A5A3A", 0.4)), (0.0, colour)):
        if off and theme.flat:
            continue
        for p, q in pairwise(at):
            s.line((p[0] + off * 0.6, p[1] + off), (q[0] + off * 0.6, q[1] + off), ink, 6)
            s.circle((q[0] + off * 0.6, q[1] + off), 3, ink)
    return s.done()


def marker(w: float, h: float, k: float, colour: str, seed: int) -> pygame.Surface:
    """One sweep of highlighter, made to lie behind words."""
    s, rnd, steps = Sketch(w, h, k), _chance(seed + int(w)), 8
    top = [(w * i / steps + (1 - i / steps) * 7, -3 * i / steps + rnd.uniform(-2, 2)) for i in range(steps + 1)]
    foot = [(w * i / steps - 5, h - 3 * i / steps + rnd.uniform(-2, 2)) for i in range(steps + 1)]
    s.polygon(top + foot[::-1], colour)
    return s.done()


def hatch(w: float, h: float, k: float, theme: Theme, step: float = 44) -> pygame.Surface:
    """Slanted stripes, the pattern of an exercise and of nothing else."""
    s = Sketch(w, h, k, 0)
    s.rect(0, 0, w, h, theme["surface_sunk"])
    for i in range(int((w + h) / step) + 2):
        x = i * step
        s.polygon([(x - h, h), (x - h + step / 2, h), (x + step / 2, 0), (x, 0)], theme["warn"])
    return s.done()


def sign(w: float, h: float, k: float, theme: Theme, side: str, open_: bool) -> pygame.Surface:
    """An exit sign whose pointed end shows the way (left, right, up); dashed when it opens later."""
    s = Sketch(w, h, k, 40)
    tips: dict[str, list[Point]] = {
        "left": [(0, 0), (w, 0), (w, h), (0, h), (-30, h / 2)],
        "right": [(0, 0), (w, 0), (w + 30, h / 2), (w, h), (0, h)],
        "up": [(0, 0), (w / 2 - 40, 0), (w / 2, -26), (w / 2 + 40, 0), (w, 0), (w, h), (0, h)],
    }
    tip = tips[side]
    if not theme.flat:
        s.polygon([(x + 5, y + 7) for x, y in tip], theme["shadow"], 0.35)
    s.polygon(tip, theme["surface_raised" if open_ else "surface"])
    if theme.flat or not open_:
        for a, b in zip(tip, tip[1:] + tip[:1], strict=True):
            (s.line(a, b, theme["edge"], 3) if open_ else s.dashes(a, b, theme["edge"], 3, 10, 9))
    return s.done()
