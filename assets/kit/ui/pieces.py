"""What the game cannot paint by itself from paper and rectangles: pins, thread, tape that shows what is under it, the brush-pen
line, Louna's antenna, people's shadow on the floor. No words. `PIECES[name](theme)` returns an `Svg`."""
from collections.abc import Callable

from ..svg import Svg, ellipse, path, rect
from . import widgets as U
from .paper import pin, string, tape, underline
from .tokens import Theme


def contact_shadow() -> Svg:
    """The pool of dark under somebody's feet, 420×84, its middle where the feet are."""
    S = Svg(420, 84, "sd")
    S.add(ellipse(210, 42, 210, 42, S.radial(210, 42, 210, (0, "#14122C", .62), (.55, "#14122C", .34), (1, "#14122C", 0), sy=.2)))
    return S


def strip_of_tape(role: str, seed: int, angle: float, theme: Theme) -> Svg:
    """Translucent tape that holds a sheet, 180×66: decoration, never under words."""
    S = Svg(180, 66, "st")
    S.add(tape(90, 33, 150, 42, angle, getattr(theme, role), theme, seed))
    return S


def brush_line(role: str, theme: Theme) -> Svg:
    """The brush-pen line under a title, 420×24: heavy, then light."""
    S = Svg(420, 24, "bl")
    S.add(underline(4, 14, 410, getattr(theme, role), 4))
    return S


def push_pin(colour: str, theme: Theme) -> Svg:
    """A round-headed pin, 42×45, its head's middle at (18, 18)."""
    S = Svg(42, 45, "pn")
    S.add(pin(18, 18, colour if not theme.flat else theme.accent, 13))
    return S


def thread(theme: Theme) -> Svg:
    """A string between (12, 12) and (312, 12), hanging a little: 324×60."""
    S = Svg(324, 60, "th")
    S.add(string((12, 12), (312, 12), "#8A2F3A" if not theme.flat else theme.accent, 34, 6))
    return S


def antenna(level: int, theme: Theme) -> Svg:
    """Louna's umbrella and what it hears, 132×69: one broken wave, two, three."""
    S = Svg(132, 69, "an")
    S.add(U.antenna_mark(0, 0, level, theme.text))
    return S


def needle(theme: Theme) -> Svg:
    """The needle of a dial, 36×72."""
    S = Svg(36, 72, "ne")
    S.add(path("M3 4H33V48L18 68L3 48Z", theme.accent, stroke=theme.focus_edge, stroke_width=3), rect(16.5, 12, 3, 34, theme.on_accent))
    return S


PIECES: dict[str, Callable[[Theme], Svg]] = {
    "tape/warm-1": lambda T: strip_of_tape("tape", 2, -5, T),
    "tape/warm-2": lambda T: strip_of_tape("tape", 5, 4, T),
    "tape/cool-1": lambda T: strip_of_tape("tape_cool", 4, 3, T),
    "tape/cool-2": lambda T: strip_of_tape("tape_cool", 6, -4, T),
    "underline/pen": lambda T: brush_line("pen", T),
    "underline/accent": lambda T: brush_line("accent", T),
    "pin/blue": lambda T: push_pin("#3E6A8A", T),
    "pin/ochre": lambda T: push_pin("#D8953E", T),
    "pin/sage": lambda T: push_pin("#86A088", T),
    "thread": thread,
    **{f"antenna/{level}": lambda T, level=level: antenna(level, T) for level in range(3)},
    "needle": needle,
}
