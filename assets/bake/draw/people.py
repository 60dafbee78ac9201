"""People by name.

Room: assets, build-only.
Stays outside: how they look (`assets.kit.people`).
"""

from assets.kit.people import CAST, bust, figure
from assets.kit.people.bust import torso
from assets.kit.svg import Svg


def person(who: str, expression: str, life: str = "") -> Svg:
    """A bust, 760×900. `life`: nothing, `blink`, `talk1` or `talk2`."""
    return bust(CAST[who], expression, blink=life == "blink", talk={"talk1": 1, "talk2": 2}.get(life, 0))


def shoulders(who: str) -> Svg:
    """A bust below the head, 760×936."""
    return torso(CAST[who])


def body(who: str, pose: str, expression: str = "neutral", blink: bool = False, lamp: int = 1) -> Svg:
    """A figure, 600×1000, feet at y 965. `lamp` -1: lit from its left, to be turned over in a place that is lit from the right."""
    return figure(CAST[who], pose, expression, lamp=lamp, blink=blink)
