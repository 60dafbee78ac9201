"""The canvas: draws in logical pixels on the window's real ones.

Room: game/view. Knows shapes, pictures and letters; knows nothing of buttons, screens or the story. Everything that takes time
to make (a sheet of paper, a shrunk picture, a line of text) is made once a size and kept.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from game.view import paper
from game.view.art import Art, quick
from game.view.geometry import Box, Viewport
from game.view.lettering import Lettering
from game.view.scenery import Scenery, Sight
from game.view.theme import READ, STYLES, TextStyle, Theme, rgb

Point = tuple[float, float]
PIECES = 64 * 1024 * 1024  # bytes of painted pieces kept; one screen needs a fifth of it
BACKDROPS = 4  # whole pictures kept, 8 MB each at 1080p
CLEAR = 4.0  # logical px between words and the edge that cuts them
CAPITALS, TAILS = 0.72, 0.2  # how far letters stand over their line and under it, in parts of their size

PLAIN = {"hand": TextStyle(READ, 34, 1.25), "hand-big": TextStyle(READ, 44, 1.2)}  # as wide as the hand


class Canvas:
    """One window's drawing surface. `theme` may change between frames; a new size needs a new canvas. `plain_hand`: asides are set
    in the font that everything is read in."""

    def __init__(self, surface: pygame.Surface, theme: Theme, art: Art, letters: Lettering, *, plain_hand: bool = False) -> None:
        self._plain = PLAIN if plain_hand else {}
        self.surface, self.theme, self.art, self.letters = surface, theme, art, letters
        self.view = Viewport(surface.get_size())
        self._pieces: dict[tuple[object, ...], pygame.Surface] = {}
        self._bytes = 0
        self._backdrops: dict[tuple[object, ...], pygame.Surface] = {}
        self._scenery: dict[Sight, Scenery] = {}
        self.taken: list[Box] = []  # where this frame has sheets, tape and words so far: what slides in keeps off them
        self.whole: Box | None = None  # a part that turns: words and signs are drawn whole in it, or not at all

    def cut(self, top: float, foot: float) -> bool:
        """Whether something this high would be cut at the upper or lower edge of the part that turns."""
        return self.whole is not None and (top < self.whole.y + CLEAR or foot > self.whole.bottom - CLEAR)

    # ---- pieces of paper -------------------------------------------------

    def piece(self, at: Point, margin: float, make: Callable[[], pygame.Surface], *key: object) -> None:
        """Blit a painted piece whose upper left corner (without its margin) is `at`; painted once for each key."""
        self.surface.blit(self._piece(make, key), self.view.real((at[0] - margin, at[1] - margin)))

    def centred(self, centre: Point, make: Callable[[], pygame.Surface], *key: object) -> None:
        """Blit a painted piece about its centre (turned tape, turned cards)."""
        found = self._piece(make, key)
        x, y = self.view.real(centre)
        self.surface.blit(found, (x - found.get_width() // 2, y - found.get_height() // 2))

    def _piece(self, make: Callable[[], pygame.Surface], key: tuple[object, ...]) -> pygame.Surface:
        key = (self.theme.name, *key)
        found = self._pieces.get(key)
        if found is None:
            if self._bytes > PIECES:
                self._pieces.clear()
                self._bytes = 0
            found = self._pieces[key] = quick(make())
            self._bytes += found.get_width() * found.get_height() * 4
        return found

    def backdrop(self, box: Box, make: Callable[[], pygame.Surface], *key: object) -> None:
        """Blit a picture that fills a box, painted once for each key; only the last few are kept, for they are large."""
        key = (self.theme.name, *key)
        found = self._backdrops.pop(key, None) or make()
        self._backdrops[key] = found
        while len(self._backdrops) > BACKDROPS:
            self._backdrops.pop(next(iter(self._backdrops)))
        self.surface.blit(found, self.area(box))

    def scenery(self, sight: Sight, size: tuple[int, int]) -> Scenery:
        """A place laid together, in real pixels; only the last few are kept."""
        found = self._scenery.pop(sight, None) or Scenery(self.art, sight, size)
        self._scenery[sight] = found
        while len(self._scenery) > BACKDROPS:
            self._scenery.pop(next(iter(self._scenery)))
        return found

    def sheet(
        self, box: Box, role: str = "surface_raised", seed: int = 1, lift: float = 8, stitched: str = "", *, angle: float = 0
    ) -> None:
        """A sheet of paper filled with a role; `stitched` names the role of its thread; `angle`: how it lies, degrees clockwise."""
        self.taken.append(box)
        k, fill, thread = self.view.scale, self.theme[role], self.theme[stitched] if stitched else ""
        if angle and not self.theme.flat:
            self.centred(
                box.centre, lambda: paper.sheet(box.w, box.h, k, self.theme, fill, seed, lift, thread, angle),
                "sheet", box.w, box.h, role, seed, lift, stitched, angle,
            )  # fmt: skip
            return
        self.piece(
            (box.x, box.y), paper.MARGIN, lambda: paper.sheet(box.w, box.h, k, self.theme, fill, seed, lift, thread),
            "sheet", box.w, box.h, role, seed, lift, stitched,
        )  # fmt: skip

    def thread(self, a: Point, b: Point, role: str, sag: float = 18) -> None:
        """A thread that hangs between two points."""
        dx, dy, k, colour = b[0] - a[0], b[1] - a[1], self.view.scale, self.theme[role]
        at = min(a[0], b[0]), min(a[1], b[1])
        self.piece(at, paper.MARGIN, lambda: paper.thread(dx, dy, sag, k, self.theme, colour), "thread", dx, dy, sag, role)

    def pin(self, centre: Point, role: str, r: float = 13) -> None:
        """A pin's round head."""
        x, y = centre
        if not self.theme.flat:
            self.disc((x + 3, y + 5), r, "#4A3028")
        self.disc(centre, r, role)
        if not self.theme.flat:
            self.disc((x - r * 0.3, y - r * 0.35), r * 0.28, "#FFFFFF")

    def tape(self, centre: Point, w: float, h: float, angle: float = -1.6, role: str = "tape", seed: int = 1) -> None:
        """A strip of opaque tape about a centre."""
        k, fill = self.view.scale, self.theme[role]
        self.taken.append(Box(centre[0] - w / 2, centre[1] - h / 2, w, h))
        self.centred(centre, lambda: paper.tape(w, h, k, self.theme, fill, seed, angle), "tape", w, h, angle, role, seed)

    def marker(self, box: Box, role: str = "highlight", seed: int = 1) -> None:
        """A sweep of highlighter filling the box."""
        k, colour = self.view.scale, self.theme[role]
        self.piece((box.x, box.y), paper.MARGIN, lambda: paper.marker(box.w, box.h, k, colour, seed), "marker", box.w, box.h, role, seed)

    def hatch(self, box: Box) -> None:
        """The stripes of an exercise."""
        self.piece((box.x, box.y), 0, lambda: paper.hatch(box.w, box.h, self.view.scale, self.theme), "hatch", box.w, box.h)

    # ---- plain shapes ----------------------------------------------------

    def area(self, box: Box) -> pygame.Rect:
        """A box in real pixels of the window."""
        x, y = self.view.real((box.x, box.y))
        right, bottom = self.view.real((box.right, box.bottom))
        return pygame.Rect(x, y, max(1, right - x), max(1, bottom - y))

    def fill(self, role: str) -> None:
        """The whole sheet, and the bars beside it."""
        self.surface.fill(rgb(self.theme[role]))
        self.taken.clear()

    def rect(self, box: Box, role: str, radius: float = 0, line: float = 0) -> None:
        """A rectangle, filled (`line` = 0) or outlined inwards."""
        width = self.view.length(line) if line else 0
        pygame.draw.rect(self.surface, rgb(self.theme[role]), self.area(box), width, round(radius * self.view.scale))

    def veil(self, box: Box, role: str, alpha: float) -> None:
        """A translucent rectangle, `alpha` from 0 to 1."""
        area = self.area(box)

        def make() -> pygame.Surface:
            shade = pygame.Surface(area.size)
            shade.fill(rgb(self.theme[role]))
            shade.set_alpha(round(alpha * 255))
            return shade

        self.surface.blit(self._piece(make, ("veil", area.size, role, alpha)), area)

    def dashed(self, box: Box, role: str, line: float = 3, on: float = 10, off: float = 9) -> None:
        """A dashed outline."""

        def make() -> pygame.Surface:
            s = paper.Sketch(box.w, box.h, self.view.scale, 4)
            corners = ((0.0, 0.0), (box.w, 0.0), (box.w, box.h), (0.0, box.h))
            for a, b in zip(corners, corners[1:] + corners[:1], strict=True):
                s.dashes(a, b, self.theme[role], line, on, off)
            return s.done()

        self.piece((box.x, box.y), 4, make, "dashed", box.w, box.h, role, line, on, off)

    def stitch(self, x0: float, x1: float, y: float, role: str = "rule") -> None:
        """A horizontal running stitch."""

        def make() -> pygame.Surface:
            s = paper.Sketch(x1 - x0, 6, self.view.scale, 2)
            s.dashes((0, 3), (x1 - x0, 3), self.theme[role], 3)
            return s.done()

        self.piece((x0, y - 3), 2, make, "stitch", x1 - x0, role)

    def polygon(self, points: Sequence[Point], role: str) -> None:
        """A filled polygon with smooth edges."""
        x0, y0 = min(p[0] for p in points), min(p[1] for p in points)
        w, h = max(p[0] for p in points) - x0, max(p[1] for p in points) - y0
        shape = tuple((x - x0, y - y0) for x, y in points)

        def make() -> pygame.Surface:
            s = paper.Sketch(w, h, self.view.scale, 2)
            s.polygon(shape, self.theme[role])
            return s.done()

        self.piece((x0, y0), 2, make, "polygon", shape, role)

    def disc(self, centre: Point, r: float, role: str, line: float = 0) -> None:
        """A disc (`line` = 0) or a ring, with smooth edges."""
        if self.cut(centre[1] - r, centre[1] + r):
            return

        def make() -> pygame.Surface:
            s = paper.Sketch(2 * r, 2 * r, self.view.scale, 2)
            s.circle((r, r), r, self.theme[role], line)
            return s.done()

        self.piece((centre[0] - r, centre[1] - r), 2, make, "disc", r, role, line)

    def rule(self, a: Point, b: Point, role: str, width: float = 3) -> None:
        """A straight line."""
        pygame.draw.line(self.surface, rgb(self.theme[role]), self.view.real(a), self.view.real(b), self.view.length(width))

    def focus_ring(self, box: Box, radius: float = 14, gap: float = 7) -> None:
        """An amber band between two dark ones: visible on paper, on the night bar and over any place."""
        for grow, role, width in ((gap + 5, "focus_edge", 14), (gap + 2, "focus", 8)):
            self.rect(box.inset(-grow), role, radius, width)

    # ---- pictures and letters ---------------------------------------------

    def picture(self, name: str, box: Box, *, flip: bool = False) -> None:
        """A baked picture scaled to fill the box."""
        self.stamp(self.surface, name, self.area(box), flip=flip)

    def snapshot(self, name: str, box: Box, angle: float) -> None:
        """A baked picture lying a little askew about the middle of its box, with a thin edge."""
        size = self.area(box).size
        edge = rgb(self.theme["edge"])

        def make() -> pygame.Surface:
            out = pygame.Surface(size, pygame.SRCALPHA)
            self.stamp(out, name, out.get_rect())
            pygame.draw.rect(out, edge, out.get_rect(), max(1, self.view.length(2)))
            return pygame.transform.rotozoom(out, -angle, 1)

        self.centred(box.centre, make, "snapshot", name, size, angle)

    def stamp(self, onto: pygame.Surface, name: str, area: pygame.Rect, *, flip: bool = False, tint: str | None = None) -> None:
        """A baked picture on any surface, in real pixels; `tint` multiplies it, as a place's light does."""
        picture, (dx, dy) = self.art.picture(name, area.size, flip=flip, tint=tint)
        onto.blit(picture, (area.x + dx, area.y + dy))

    def icon(self, name: str, x: float, y: float, size: float, ink: str, ground: str) -> None:
        """A glyph of two colours: the ink, and the ground that its hollows show."""
        if self.cut(y, y + size):
            return
        px = self.view.length(size)
        self.surface.blit(self.art.icon(name, px, self.theme[ink], self.theme[ground]), self.view.real((x, y)))

    def style(self, style: str | TextStyle, scale: float = 1) -> TextStyle:
        """A style by name, scaled."""
        if isinstance(style, str):
            style = self._plain.get(style) or STYLES[style]
        return style.scaled(scale)

    def line(self, x: float, baseline: float, text: str, style: TextStyle, role: str, anchor: str = "start") -> None:
        """One line of text. `anchor` start, middle or end: what `x` is."""
        if self.cut(baseline - style.size * CAPITALS, baseline + style.size * TAILS):
            return
        surface, ascent = self.letters.line(text, style, self.theme[role])
        px, py = self.view.real((x, baseline))
        px -= {"start": 0, "middle": surface.get_width() // 2, "end": surface.get_width()}[anchor]
        self.surface.blit(surface, (px, py - ascent))
        if not text:
            return
        left, w = self.view.logical((px, py))[0], surface.get_width() / self.view.scale
        self.taken.append(Box(left, baseline - style.size * CAPITALS, w, style.size * (CAPITALS + TAILS)))

    def turned(self, centre: Point, text: str, style: TextStyle, role: str, angle: float) -> None:
        """One line of text about its centre, turned with the tape it is written on."""
        if self.cut(centre[1] - style.size * CAPITALS / 2, centre[1] + style.size * CAPITALS / 2):
            return

        def make() -> pygame.Surface:
            return pygame.transform.rotozoom(self.letters.line(text, style, self.theme[role])[0], -angle, 1)

        self.centred(centre, make, "turned", text, style, role, angle)
