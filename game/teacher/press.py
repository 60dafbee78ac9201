"""A sheet of A4 and a cursor: what every block of the PDF is written with.

Room: game/teacher. Millimetres from the upper left; sizes are points. Knows no block and no word of its own.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from game.teacher.blocks import Pack
from game.teacher.look import ACCENT, EDGE, FONTS, INK, PAPER, RULE, SOFT, TAPE, Style, icon, picture, rgb

WIDE, HIGH, MARGIN = 210.0, 297.0, 15.0
LEFT, RIGHT, TOP, FOOT = MARGIN, WIDE - MARGIN, 36.0, HIGH - 19.0
PT = 25.4 / 72
LEADING = 1.3
Align = Literal["L", "C", "R"]


class Press:
    """The document being printed. `y` is where the next block begins; `k` is how large words are, 1 as designed.

    A `trial` measures and turns pages like a real one and leaves them white. `page` words the number of a page;
    `like` is a press with the same fonts, whose broken lines are used again.
    """

    def __init__(
        self, pack: Pack, assets: Path, page: Callable[[int, str], str], *, trial: bool = False, like: Press | None = None
    ) -> None:
        from fpdf import FPDF

        self.pack, self.assets, self.k, self.y, self.trial = pack, assets, 1.0, TOP, trial
        self.title, self.icon, self._page = "", "", page
        self._pictures: dict[tuple[str, float, float], bytes | None] = {}
        self._broken: dict[tuple[str, Style, float, float], list[str]] = like._broken if like is not None else {}
        self.paper: Any = FPDF(format="A4")
        self.paper.set_auto_page_break(auto=False)
        self.paper.set_margins(MARGIN, MARGIN)
        self.paper.c_margin = 0.0
        self.paper.set_title(fit(f"{pack.title}, {pack.episode}"))
        self.paper.set_lang("fr-FR" if pack.language == "fr" else "en-GB")
        self.paper.set_producer("stop-la-violence")
        self.paper.set_creation_date(datetime(2026, 1, 1, tzinfo=UTC))  # the same words make the same file
        for style, file in FONTS.items():
            self.paper.add_font(style, "", str(assets / "fonts" / file))

    def close(self) -> None:
        """Let go of the font files."""
        for font in self.paper.fonts.values():
            font.close()

    def new_page(self) -> None:
        """A page of the present sheet: its name on tape, the help line at its foot."""
        self.paper.add_page()
        self.y = TOP
        if self.trial:
            return
        size = min(21.0, 21 * 150 / self.wide(self.title, "title", 21))  # a long name gives way, it does not turn
        self._tape(MARGIN - 2, 13, 12 + self.wide(self.title, "title", size) + 16, 14)
        shown = icon(self.assets, self.icon)
        if shown:
            self.paper.image(io.BytesIO(shown), MARGIN + 2, 15.6, 9)
        self.put(self.title, MARGIN + 14, 15.2, 152, "title", size, fixed=True)
        self.put(self.pack.foot, LEFT, HIGH - 13, 160, "bold", 7.4, fixed=True)
        self.put(self._page(self.paper.page_no(), "{nb}"), RIGHT - 30, HIGH - 13, 34, "read", 7.4, SOFT, "R", fixed=True)
        self._line(LEFT, HIGH - 15.5, RIGHT, HIGH - 15.5, RULE, dash=True)

    def room(self, height: float) -> None:
        """Turn the page where this much does not fit any more."""
        if self.y + height > FOOT:
            self.new_page()

    def high(self, text: str, style: Style, size: float, wide: float, leading: float = LEADING) -> float:
        """How high these words will stand, in mm."""
        return len(self._lines(text, style, size * self.k, wide)) * size * self.k * PT * leading

    def wide(self, text: str, style: Style, size: float) -> float:
        """How wide these words stand on one line, in mm, whatever `k`."""
        self._font(style, size)
        return float(self.paper.get_string_width(fit(text)))

    def put(
        self, text: str, x: float, y: float, wide: float, style: Style, size: float, colour: str = INK, align: Align = "L",
        *, fixed: bool = False, leading: float = LEADING,
    ) -> float:  # fmt: skip
        """Write at a place; returns how high it stands. `fixed` words do not grow with `k`."""
        size = size if fixed else size * self.k
        lines, step = self._lines(text, style, size, wide), size * PT * leading
        if not self.trial:
            self._font(style, size)
            self.paper.set_text_color(*rgb(colour))
            for n, line in enumerate(lines):
                self.paper.set_xy(x, y + n * step)
                self.paper.cell(wide, step, line, align=align)
        return len(lines) * step

    def box(
        self, x: float, y: float, wide: float, high: float, fill: str | None = PAPER, edge: str | None = EDGE, *, dash: bool = False
    ) -> None:
        """A rectangle; dashed where it is to be cut."""
        self.paper.set_line_width(0.25)
        if fill:
            self.paper.set_fill_color(*rgb(fill))
        if edge:
            self.paper.set_draw_color(*rgb(edge))
        if dash:
            self.paper.set_dash_pattern(1.6, 1.4)
        self.paper.rect(x, y, wide, high, style=("F" if fill else "") + ("D" if edge else ""))
        self.paper.set_dash_pattern()

    def draw(self, name: str, x: float, y: float, wide: float, high: float) -> None:
        """A baked picture; where it has not been baked its place stays a plain sheet."""
        if self.trial:
            return
        key = (name, wide, high)
        if key not in self._pictures:
            self._pictures[key] = picture(self.assets, name, wide, high)
        shown = self._pictures[key]
        if shown:
            self.paper.image(io.BytesIO(shown), x, y, wide, high)
        self.box(x, y, wide, high, None if shown else PAPER)

    def rule(self, x: float, y: float, wide: float) -> None:
        """A line to write on."""
        self._line(x, y, x + wide, y, SOFT)

    def bar(self, x: float, y: float, high: float) -> None:
        """A thick stroke beside words."""
        self.paper.set_fill_color(*rgb(ACCENT))
        self.paper.rect(x, y, 1.1, high, style="F")

    def _lines(self, text: str, style: Style, size: float, wide: float) -> list[str]:
        """The words broken into lines; asked for again and again while a size is looked for, so kept."""
        key = (text, style, round(size, 3), round(wide, 3))
        if key not in self._broken:
            self._font(style, size)
            self._broken[key] = self.paper.multi_cell(wide, 1, fit(text), dry_run=True, output="LINES", align="L")
        return self._broken[key]

    def _font(self, style: Style, size: float) -> None:
        self.paper.set_font(style, "", size)

    def _tape(self, x: float, y: float, wide: float, high: float) -> None:
        """A torn strip of tape, a little askew."""
        teeth = 7
        right = [(x + wide + (1.2 if n % 2 else -0.6), y + high * n / teeth - 0.5) for n in range(teeth + 1)]
        left = [(x + (1.0 if n % 2 else -0.8), y + high * n / teeth + 0.6) for n in range(teeth, -1, -1)]
        self.paper.set_fill_color(*rgb(TAPE))
        self.paper.polygon([*right, *left], style="F")

    def _line(self, x: float, y: float, to_x: float, to_y: float, colour: str, *, dash: bool = False) -> None:
        self.paper.set_draw_color(*rgb(colour))
        self.paper.set_line_width(0.3)
        if dash:
            self.paper.set_dash_pattern(2.2, 1.4)
        self.paper.line(x, y, to_x, to_y)
        self.paper.set_dash_pattern()


def fit(text: str) -> str:
    """U+202F and U+2011 are in none of the fonts: their wider sisters are."""
    return text.replace("\u202f", "\u00a0").replace("\u2011", "-")
