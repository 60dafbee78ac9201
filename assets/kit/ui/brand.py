"""What stands for the game outside it: the app's icon, the README's banner, the picture shown when a link is shared."""
import math
import random

from ..light import glow
from ..palette import AMBER, CHALK
from ..svg import Svg, circle, group, num, path, rect, smooth, stroke, taper
from . import keyart
from .screen_title import wordmark
from .widgets import embed

NIGHT = ((0, "#14163A"), (.55, "#33306E"), (.86, "#7A5C90"), (1, "#C78F94"))
CLOTH = ("#E9A35C", "#C9705E", "#84486A")


def _umbrella(x: float, y: float, k: float, lean: float) -> str:
    """The umbrella antenna in three panels, its apex up; `x`, `y`: the middle of its rim."""
    left, mid, right = CLOTH
    apex = "0 -126"
    panels = [path(f"M{apex}C-96 -122 -176 -64 -190 0Q-122 -34 -58 0C-52 -60 -28 -110 {apex}Z", left),
              path(f"M{apex}C-28 -110 -52 -60 -58 0Q4 -32 64 0C58 -60 30 -110 {apex}Z", mid),
              path(f"M{apex}C30 -110 58 -60 64 0Q126 -34 190 0C176 -64 96 -122 {apex}Z", right)]
    stem = stroke("M0 -126V-172", CHALK, 16) + stroke("M-46 -150H46", CHALK, 13) + stroke("M0 -20V176C0 222 -62 222 -66 182", CHALK, 20)
    rim = stroke("M-186 -4C-172 -64 -96 -120 -4 -124", AMBER, 11)
    return group(stem, *panels, rim, transform=f"translate({num(x)} {num(y)}) rotate({lean}) scale({k})")


def _waves(x: float, y: float, radii: tuple[int, ...], width: float) -> str:
    """Radio waves towards the upper left, in amber."""
    out = []
    for r in radii:
        angles = [math.radians(a) for a in range(188, 276, 8)]
        out.append(path(taper([(x + r * math.cos(a), y + r * math.sin(a)) for a in angles], [.3] + [width] * (len(angles) - 2) + [.3]),
                        AMBER))
    return "".join(out)


def _small_icon() -> Svg:
    """For 16 to 32 px: the umbrella alone, upright and large, its edges on whole pixels of the smallest size."""
    S = Svg(512, 512, "as")
    left, mid, right = "#F7B763", "#E2705A", "#A8527E"
    S.add(path("M96 0H416Q512 0 512 96V416Q512 512 416 512H96Q0 512 0 416V96Q0 0 96 0Z", "#1B1D4C"),
          stroke("M272 250V392C272 442 192 442 192 392", CHALK, 40), stroke("M272 40V92", CHALK, 36, "butt"),
          path("M272 80C160 80 64 150 40 288Q112 240 176 288C184 190 214 116 272 80Z", left),
          path("M272 80C214 116 184 190 176 288Q272 240 368 288C360 190 330 116 272 80Z", mid),
          path("M272 80C330 116 360 190 368 288Q432 240 480 288C474 150 384 80 272 80Z", right))
    return S


def app_icon(size: int = 512) -> Svg:
    """A rounded piece of night sky, the umbrella antenna, a comet: drawn on 512. Small sizes are a drawing of their own."""
    if size < 48:
        return _small_icon()
    S, rnd = Svg(512, 512, "ai"), random.Random(9)
    edge = S.clip("M112 0H400Q512 0 512 112V400Q512 512 400 512H112Q0 512 0 400V112Q0 0 112 0Z")
    sky = [rect(0, 0, 512, 512, S.linear(220, 0, 292, 512, *NIGHT))]
    tail = [(108, 404), (220, 340), (360, 290), (540, 262)]
    comet = [path(taper(tail, [20, 74, 108, 140]), S.linear(108, 404, 540, 262, (0, "#FFF6DE", .95), (.5, "#FFD9A0", .5), (1, "#E8B0A0", .1))),
             glow(S, 112, 402, 130, "#FFE2AE", .8), path(taper(tail[:3], [52, 40, 2]), "#FFFCF2"), circle(112, 402, 27, "#FFFCF2")]
    sea = path(smooth([(-20, 470, 0), (130, 458), (300, 470), (532, 454, 0), (532, 540, 0), (-20, 540, 0)]), "#171738")
    sky += [circle(rnd.uniform(20, 490), rnd.uniform(20, 250), rnd.choice((3, 4, 6)), CHALK, opacity=.8) for _ in range(16)]
    comet.append(_waves(222, 120, (96, 146, 196), 13))
    S.add(group(*sky, *comet, sea, _umbrella(300, 258, 1.04, -20), clip_path=edge))
    return S


def _poster(name: str, w: int, h: int, view: tuple[float, float, float, float], mark: tuple[float, float, float]) -> Svg:
    """The title's picture cropped to `view` of 1920×1080, the name of the game on it. `mark`: x, y, scale."""
    S = Svg(w, h, name)
    S.add(*[embed(layer(), 0, 0, w, h, view) for layer in (keyart.back, keyart.mid, keyart.front)],
          rect(0, 0, w * .6, h, S.linear(0, 0, w * .6, 0, (0, "#0C0D28", .6), (.5, "#0C0D28", .3), (1, "#0C0D28", 0))), wordmark(S, *mark))
    return S


def banner() -> Svg:
    """The README's banner, 1600×500."""
    return _poster("rb", 1600, 500, (0, 44, 1920, 600), (84, 190, .6))


def social() -> Svg:
    """What is shown when a link to the project is shared, 1280×640: the whole poster, nothing that matters near an edge."""
    return _poster("so", 1280, 640, (0, 60, 1920, 960), (72, 190, .5))
