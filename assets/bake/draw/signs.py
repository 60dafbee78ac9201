"""Icons by name, and the name of the game.

Room: assets, build-only.
Stays outside: how they look (`assets.kit.ui`).
"""

from assets.kit.svg import Svg, group
from assets.kit.ui import screen_title, widgets_desk, widgets_more
from assets.kit.ui.icons import DRAW

ICONS = {**DRAW, **widgets_more.GLYPHS, **widgets_desk.DRAW}


def icon(name: str) -> Svg:
    """An icon, its ink in red and its hollows in green."""
    S = Svg(48, 48, "ic")
    S.add(group(ICONS[name]("#FF0000", "#00FF00")))
    return S


def wordmark() -> Svg:
    """The name « La Minute Cosmos » on nothing, where it stands on the poster of 1920×1080."""
    S = Svg(1920, 1080, "wm")
    S.add(screen_title.wordmark(S, 104, 218))
    return S
