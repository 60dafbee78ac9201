"""What the game's window cannot paint by itself from paper and rectangles, without words: cork, cloth, Louna's antenna, the shadow
under somebody's feet."""
from __future__ import annotations

import random

from ..svg import Svg, circle, ellipse, group, path, polygon, rect
from . import widgets as U
from .screens_play import desk
from .tokens import PAPER_THEME, THEMES


def contact_shadow() -> Svg:
    """The pool of dark under somebody's feet, 420×84, its middle where the feet are."""
    S = Svg(420, 84, "sd")
    S.add(ellipse(210, 42, 210, 42, S.radial(210, 42, 210, (0, "#14122C", .62), (.55, "#14122C", .34), (1, "#14122C", 0), sy=.2)))
    return S


def desk_cloth() -> Svg:
    """The dark cloth under a notebook or a map, a pool of lamp light on it, 1920×1080."""
    S = Svg(1920, 1080, "cl")
    S.add(desk(S, PAPER_THEME))
    return S


def cork() -> Svg:
    """A board of cork without its frame, lamp light across it, 1800×840."""
    S, rnd = Svg(1800, 840, "ck"), random.Random(3)
    S.add(rect(0, 0, 1800, 840, "#B98A5E"),
          group(*[circle(rnd.random() * 1800, rnd.random() * 840, rnd.uniform(1.5, 4), rnd.choice(["#8A5F3E", "#DDB184", "#A6744A"]),
                         opacity=.6) for _ in range(900)]),
          path(polygon([(0, 0), (920, 0), (360, 840), (0, 840)]), "#FFD9A0", opacity=.16),
          rect(0, 0, 1800, 12, "#14122C", opacity=.35), rect(0, 0, 12, 840, "#14122C", opacity=.25))
    return S


def antenna(level: int, theme: str) -> Svg:
    """Louna's umbrella and what it hears, in the theme's ink, 105×68: one broken wave, two, three."""
    S = Svg(105, 68, "an")
    S.add(U.antenna_mark(-13, 0, level, THEMES[theme].text))
    return S
