"""What lies behind words, without any: the notebook's cloth and pages, the cork board, the lamp-lit table, the two doors, the
tide. All but the doors and the tide are 1920×1080; `BACKDROPS[name](theme)` returns an `Svg`."""
from collections.abc import Callable

from ..svg import Svg, group
from . import widgets_desk as D
from .paper import sheet
from .screens_desk import paper_door_art, solid_door_art
from .screens_desk_send import tide_water
from .screens_play import cork_board, desk, notebook_pages
from .tokens import Theme
from .widgets_more import broken_umbrella


def cloth(theme: Theme) -> Svg:
    """The dark cloth under a notebook or a map."""
    S = Svg(1920, 1080, "cl")
    S.add(desk(S, theme))
    return S


def notebook(theme: Theme) -> Svg:
    """The open notebook on its cloth: the big sheet from (70, 96) to (1850, 982), ruled left of the fold at x 1229."""
    S = Svg(1920, 1080, "nb")
    S.add(desk(S, theme), sheet(70, 96, 1780, 886, theme.surface_raised, theme, 2, 14, 3), notebook_pages(S, theme))
    return S


def cork(theme: Theme) -> Svg:
    """The cork board in its frame: cork from (56, 116) to (1864, 966)."""
    S = Svg(1920, 1080, "ck")
    S.add(cork_board(theme))
    return S


def table(theme: Theme, lamp_x: float = 938) -> Svg:
    """The table at night outside the story, its lamp at `lamp_x`."""
    S = Svg(1920, 1080, "tb")
    S.add(D.table(theme, lamp_x))
    return S


def page(theme: Theme) -> Svg:
    """The same table with the big lit sheet from (60, 132) to (1860, 986)."""
    S = Svg(1920, 1080, "pg")
    S.add(D.table(theme), D.page(theme))
    return S


def real_door(theme: Theme) -> Svg:
    """The solid door ajar on a lit room with a telephone. Dark wall 900×600 at (12, 12); words start at x 432."""
    S = Svg(936, 636, "rd")
    S.add(solid_door_art(12, 12, 900, 600, theme))
    return S


def try_door(theme: Theme) -> Svg:
    """The cardboard door with stripes and a cone: 740×604 at (24, 24), turned by 1.2°; words go between y 270 and 500."""
    S = Svg(792, 666, "td")
    door, held = paper_door_art(S, 24, 24, 740, 604, theme)
    S.add(group(door, held, transform="rotate(1.2 394 326)"))
    return S


def tide(theme: Theme) -> Svg:
    """One day of water, 1680×216, hours 0 to 24 from left to right, 7 m high: nothing of the game."""
    S = Svg(1680, 216, "ti")
    S.add(tide_water(0, 0, 1680, 214, theme))
    return S


def umbrella(theme: Theme) -> Svg:
    """Louna's antenna after a gust, 720×960: something broke, and it is only an umbrella."""
    S = Svg(720, 960, "um")
    S.add(broken_umbrella(340, 520, theme))
    return S


BACKDROPS: dict[str, Callable[[Theme], Svg]] = {
    "cloth": cloth,
    "notebook": notebook,
    "cork": cork,
    "table": table,
    "table-left": lambda T: table(T, 560),
    "page": page,
    "door/real": real_door,
    "door/try": try_door,
    "tide": tide,
    "umbrella": umbrella,
}
