"""Rooms after the last bell: the sun is gone, the sky in the windows is blue with one last band of orange, and only lamps give light."""
from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from .grade import dusk_grade
from .palette import Mood, mix, multiply, saturate
from .svg import overlap, path, polygon

if TYPE_CHECKING:
    from .perspective import Camera
    from .svg import Svg

LAMPLIT = Mood("lamplit", "#FFC98A", "#4A4682", "#6A5E92", "#171634", "#D6C4CC", "#FFC98A")
SKY, HIGH, LOW, BAND = "#2E3670", "#454A88", "#8A6A94", "#F0A468"
ROOFS = "#20244C"


def night_grade(M: Mood = LAMPLIT, deep: float = .6, swaps: Mapping[str, str] | None = None, dim: float = .8) -> Callable[[str], str]:
    """A room when its lamps are off: every sheet grows darker by `dim`, and sinks into blue by `deep` (both from 0 to 1).

    `swaps`: colours that become others outright (what stands in the windows), as "#RRGGBB" → "#RRGGBB", in any case."""
    dusk = dusk_grade(M)
    return _swapped(swaps, lambda c: mix(multiply(c, M.shade, dim), dusk(saturate(c, .25)), deep))


def lamp_grade(M: Mood = LAMPLIT, dim: float = .35, swaps: Mapping[str, str] | None = None) -> Callable[[str], str]:
    """What stands in the light of a lamp: warm, and darker than by day by `dim`; `swaps` as above."""
    return _swapped(swaps, lambda c: multiply(multiply(c, "#FFE2BE"), M.shade, dim))


def _swapped(swaps: Mapping[str, str] | None, change: Callable[[str], str]) -> Callable[[str], str]:
    known = {day.upper(): night for day, night in (swaps or {}).items()}
    return lambda c: known[c.upper()] if c.upper() in known else change(c)


def ring(spot: tuple[float, float], reach: tuple[float, float]) -> list[tuple[float, float]]:
    """What a lamp lights of the floor: an oval round `spot`, both in metres (x, z)."""
    return [(spot[0] + math.cos(a) * reach[0], spot[1] + math.sin(a) * reach[1]) for a in (math.tau * i / 28 for i in range(28))]


def pools(shapes: Sequence[tuple], cam: Camera, lights: Sequence[tuple[Sequence[tuple[float, float]], float]], change: Callable[[str], str]) -> str:
    """The floor once more in lamplight: every shape cut to each light (a convex outline in metres, its share from 0 to 1), widest first.

    `shapes`: (outline in metres, colour in shadow, colour in light); `change`: what the room's night does to a colour."""
    out = []
    for knife, light in lights:
        for outline, dark, lit in shapes:
            part = overlap(outline, knife)
            if len(part) > 2:
                out.append(path(polygon([cam.at(x, 0, z) for x, z in part]), mix(change(dark), multiply(lit, "#FFDDB4"), light)))
    return "".join(out)


def over(S: Svg, T: Svg) -> Svg:
    """Two drawings in one, the second on top: each part of a room has its own light."""
    S.defs |= T.defs
    return S.add(*T.out)
