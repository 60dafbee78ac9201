"""The set of corridor B: its measures, its paint, and how the light of its tubes leaves every colour at a given depth."""
from __future__ import annotations

from typing import TYPE_CHECKING

from ..palette import MOODS
from ..perspective import Camera

if TYPE_CHECKING:
    from ..svg import Svg

MOOD = MOODS["neon"]
M = MOOD
CAM = Camera(eye=1.45, back=4.0, scale=375, horizon=410, vanish=1070)

LEFT, RIGHT, END, CEIL = -2.5, .85, 14.0, 2.9      # the walls, the far end and the ceiling, in metres
TURN = .8                                          # depth of the wall on the right that faces us
DOOR0, DOOR1, DOOR_H = 1.0, 1.95, 2.05             # the nurse's door
TUBES = ((1.7, 2.9, 0), (4.1, 5.3, .55), (6.5, 7.7, 1), (8.9, 10.1, 1), (11.3, 12.5, 1))
TUBE_X = -.8

WALL, DADO, LINO = "#A9BDB0", "#4C7C7B", "#7E9696"
BLUE, TEAL, MAUVE, WARM = "#4A6A86", "#3F7480", "#6A6690", "#FFBE73"


def shade(col: str, z: float) -> str:
    """A colour at depth z: dim under the dead tube, then paler and paler towards the window."""
    dim = max(0, 1 - abs(z - 2.1) / 2.6)
    return M.far(M.sh(col, .42 + .5 * dim), min(.8, max(0, z - 2.8) * .068))


def wall_paint(S: Svg, x: float, col: str, shadow: float = 0.0) -> str:
    """The paint of a side wall as the light leaves it, from the foreground to the end."""
    depths = (-1.4, 0, .8, 1.5, 2.3, 3.2, 4.4, 6, 8, 10.5, END)
    ends = [CAM.at(x, 0, depths[0])[0], CAM.at(x, 0, END)[0]]
    stops = [(round((CAM.at(x, 0, z)[0] - ends[0]) / (ends[1] - ends[0]), 3), M.sh(shade(col, z), shadow)) for z in depths]
    return S.linear(ends[0], 0, ends[1], 0, *stops)


def level_paint(S: Svg, y: float, col: str, z0: float = -1.6) -> str:
    """The paint of the floor or the ceiling (height y) as the light leaves it."""
    depths = [z for z in (-1.6, -.8, 0, .8, 1.5, 2.3, 3.2, 4.4, 6, 8, 10.5, END) if z >= z0]
    ends = [CAM.at(0, y, depths[0])[1], CAM.at(0, y, END)[1]]
    stops = [(round((CAM.at(0, y, z)[1] - ends[0]) / (ends[1] - ends[0]), 3), shade(col, z)) for z in depths]
    return S.linear(0, ends[0], 0, ends[1], *stops)
