"""The desk's own pieces: titles, the number to call, choices as cards, fields, progress, a timeline, the words of a receipt.

Room: game/view/widgets. Nothing is written smaller than 30 px, nothing that can be pressed is lower than 64 px; every piece says
how high it became, because words grow with the reader's setting.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.view.geometry import Box
from game.view.theme import TITLE, TITLE_BOLD, TextStyle
from game.view.ui import Field, Look, Ui
from game.view.widgets.basic import key_cap, key_width, point

SMALL = 64.0  # the least that can be pressed

@dataclass
class Column:
    """A cursor that goes down a page: each piece takes its height and leaves a gap."""

    ui: Ui
    x: float
    y: float
    w: float

    def text(self, words: str, style: str = "body", role: str = "text", gap: float = 16, anchor: str = "start") -> None:
        """A paragraph."""
        self.y += self.ui.block(self.x, self.y, self.w, words, style, role, anchor) + gap

    def title(self, words: str, gap: float = 16) -> None:
        """A heading inside a page."""
        self.y += self.ui.block(self.x, self.y, self.w, words, "h2") + gap

    def point(self, icon: str, words: str, role: str = "accent", style: str = "body", gap: float = 22) -> None:
        """One thing said beside a round sign."""
        self.y += point(self.ui, self.x, self.y, self.w, icon, words, style, role) + gap

    def take(self, high: float, gap: float = 16) -> Box:
        """A box of the column's width."""
        box = Box(self.x, self.y, self.w, high)
        self.y += high + gap
        return box

    def seam(self, gap: float = 16) -> None:
        """A running stitch across."""
        self.ui.canvas.stitch(self.x, self.x + self.w, self.y)
        self.y += gap


def title(ui: Ui, x: float, y: float, w: float, words: str) -> float:
    """The page's title with its pen stroke. Returns its height."""
    style = ui.fitted(words, "h1" if ui.text_scale <= 1.5 else "h2", w, 0.7)
    lines = ui.canvas.letters.wrap(words, style, w)
    step = style.size * style.leading
    for i, line in enumerate(lines):
        ui.canvas.line(x, y + style.size * 0.86 + i * step, line, style, "text")
    foot = y + style.size * 0.86 + (len(lines) - 1) * step + 14
    if not ui.theme.flat:
        long = min(560.0, ui.canvas.letters.width(lines[-1], style) * 0.7)
        ui.canvas.polygon(((x, foot + 5), (x + long * 0.5, foot), (x + long, foot + 2), (x + long * 0.5, foot + 7)), "pen")
    return foot + 8 - y


def number_3018(ui: Ui, box: Box, *, aside: bool = True, around: float = 50) -> None:
    """3018 in a stitched sheet, very large, with what one needs to dare to call. `around`: px kept free over and under it, together."""
    c = ui.canvas
    c.sheet(box, "surface_raised", 6, 9, "" if ui.theme.flat else "accent")
    said = [("desk.3018.free", "label", "text"), ("desk.3018.hours", "body", "text"), ("desk.3018.for", "body", "text")]
    if aside:
        said.append(("desk.3018.aside", "hand", "text_soft"))
    room = box.w - 60
    below = sum(ui.height(room, ui.words(w), st) for w, st, _ in said)
    size = max(72.0, min((box.h - below - around) / 0.9, (box.w - 70) / 2.32, 214))
    style = TextStyle(TITLE, size, 1)
    top = box.y + (box.h - size * 0.86 - below - 14) / 2
    c.line(box.x + box.w / 2, top + size * 0.76, ui.words("strip.3018"), style, "accent", "middle")
    y = top + size * 0.86 + 14
    for words, st, role in said:
        y += ui.block(box.x + 30, y, room, ui.words(words), st, role, "middle")


def danger_line(ui: Ui, x: float, y: float, w: float, least: float = 88) -> float:
    """A solid strip: warning sign, 17 or 112, 114 by SMS. Returns its height."""
    c, s = ui.canvas, ui.text_scale
    big = TextStyle(TITLE, 52 * min(s, 1.5), 1)
    parts = [("desk.danger.now", "label"), ("strip.17", ""), ("strip.or", "note"), ("strip.112", ""), ("|", ""), ("strip.114", ""),
             ("desk.danger.sms", "note")]  # fmt: skip
    lines: list[list[tuple[str, TextStyle, float]]] = [[]]
    at, room = 0.0, w - 150
    for word, name in parts:
        style = ui.style(name) if name else big
        wide = 12.0 if word == "|" else c.letters.width(ui.words(word), style)
        if at and at + wide > room and word != "|":
            lines.append([])
            at = 0
        lines[-1].append((word, style, wide))
        at += wide + 20
    step = max(62.0, 46 * s)
    high = max(least, len(lines) * step + 24)
    c.sheet(Box(x, y, w, high), "danger", 12, 6)
    sign = 56 * min(ui.drawn, 1.2)
    c.icon("warning", x + 56 - sign / 2, y + (high - sign) / 2, sign, "on_danger", "danger")
    for i, line in enumerate(lines):
        lx, mid = x + 108, y + high / 2 + (i - (len(lines) - 1) / 2) * step
        for word, style, wide in line:
            if word == "|":
                c.rect(Box(lx + 4, mid - 22, 3, 44), "on_danger")
            else:
                c.line(lx, mid + style.size * 0.35, ui.words(word), style, "on_danger")
            lx += wide + 20
    return high


def warning_strip(
    ui: Ui, x: float, y: float, w: float, words: str, style: str = "h2", role: str = "danger", icon: str = "warning"
) -> float:
    """A sentence that must be read first: pale strip, thick edge, sign. Returns its height."""
    high = max(76.0, ui.height(w - 130, words, style) + 28)
    box = Box(x, y, w, high)
    ui.canvas.sheet(box, "surface_raised", 4, 5)
    ui.canvas.rect(box.inset(3), role, 3, 6)
    sign = 52 * min(ui.drawn, 1.35)
    ui.canvas.icon(icon, x + 54 - sign / 2, y + (high - sign) / 2, sign, role, "surface_raised")
    ui.block(x + 102, y + (high - ui.height(w - 130, words, style)) / 2, w - 130, words, style, role)
    return high


def option_height(ui: Ui, w: float, head: str, words: str, least: float = 0) -> float:
    """How high an answer's card must be."""
    return max(least, _option_head(ui, w, head) + ui.height(w - 56, words, "note") + (30 if ui.text_scale <= 1.5 else 12))


def _option_head(ui: Ui, w: float, head: str) -> float:
    """How high the part with sign, name and key is; close together where the text is very large, so that a card stays whole in view."""
    close = ui.text_scale > 1.5
    return max(110.0 if close else 132.0, ui.height(w - 216, head, "label") + (16 if close else 50))


def option(ui: Ui, name: str, box: Box, icon: str, head: str, words: str, signal: object, *, chosen: bool, key: str = "") -> Look:
    """One answer of a few, as a card. The chosen one has a thick dark edge, a tick and sits higher."""
    state = ui.words("voice.chosen" if chosen else "voice.not_chosen")
    look = ui.target(name, box, f"{head}. {words} {state}", signal, keys=(key,) if key else ())
    c = ui.canvas
    b = box.moved(0, -3 if look.lifted else 0)
    c.sheet(b, "surface_raised", int(box.x) % 7 + 3, 9 if chosen or look.lifted else 4)
    if chosen:
        c.rect(b, "accent", 4, 7)
    disc = "accent" if chosen else "surface_sunk"
    high, zone = ui.height(b.w - 216, head, "label"), _option_head(ui, b.w, head)
    top = zone / 2
    c.disc((b.x + 66, b.y + top), 42, disc)
    c.icon(icon, b.x + 41, b.y + top - 25, 50, "on_accent" if chosen else "text", disc)
    ui.block(b.x + 128, b.y + top - high / 2, b.w - 216, head, "label")
    if key:
        key_cap(ui, b.right - 28 - key_width(ui, key, ui.text_scale), b.y + (34 if ui.text_scale <= 1.5 else 12), key, ui.text_scale)
    ui.block(b.x + 30, b.y + zone - 8, b.w - 56, words, "note")
    if chosen:
        c.disc((b.right - 46, b.bottom - 46), 30, "good")
        c.icon("check", b.right - 63, b.bottom - 63, 34, "on_good", "good")
    if look.focus:
        c.focus_ring(b)
    return look


def entry_height(ui: Ui) -> float:
    """How high a field for one line is."""
    return max(70.0, 44 * ui.text_scale + 26)


def entry(
    ui: Ui, name: str, box: Box, value: str, label: str, changed: Callable[[str], object], *,
    icon: str = "", hint: str = "", hidden: bool = False, longest: int = 400, many: bool = False, enter: object = None,
) -> None:  # fmt: skip
    """A place to write. Half out of view it is drawn without its letters' cursor, and is not a field until it is focused."""
    c = ui.canvas
    inner = box
    if icon:
        side = min(box.h, 76.0)
        c.rect(box, "surface_raised", 6)
        c.rect(box, "edge", 6, 3)
        sign = min(38 * ui.drawn, side * 0.7)
        c.icon(icon, box.x + (side - sign) / 2, box.y + (box.h - sign) / 2, sign, "accent", "surface_raised")
        inner = Box(box.x + side - 3, box.y, box.w - side + 3, box.h)
    whole = ui.clip is None or (inner.y >= ui.clip.y and inner.bottom <= ui.clip.bottom)
    if whole:
        look = ui.field(Field(name, inner, value, label, changed, hidden, longest, hint, many, enter))
    else:
        look = ui.target(name, inner, label, enter)
        c.rect(inner, "surface_raised")
        c.rect(inner, "edge", 0, 3)
        shown = "●" * len(value) if hidden else value or hint
        lines = c.letters.wrap(shown, ui.style("body"), inner.w - 40)
        for i, line in enumerate(lines[: max(1, int(inner.h / (42 * ui.text_scale)))] if many else lines[:1]):
            base = inner.y + (44 * ui.text_scale if many else inner.h / 2 + 10.5 * ui.text_scale) + i * 42 * ui.text_scale
            ui.line(inner.x + 20, base, line, "body", "text" if value else "text_soft")
    if look.focus:
        c.focus_ring(box, 10, 4)


def square(
    ui: Ui, name: str, x: float, y: float, icon: str, label: str, signal: object, *, size: float = SMALL, enabled: bool = True
) -> Look:
    """A small button with a drawing only; its name is spoken."""
    box = Box(x, y, size, size)
    look = ui.target(name, box, label, signal, enabled=enabled)
    c = ui.canvas
    c.rect(box, "surface_raised", 6)
    c.rect(box, "edge", 6, 5 if look.hover else 3)
    sign = min(34 * ui.drawn, size * 0.62)
    c.icon(icon, x + (size - sign) / 2, y + (size - sign) / 2, sign, "text" if enabled else "rule", "surface_raised")
    if look.focus:
        c.focus_ring(box, 10, 4)
    return look


def gauge(ui: Ui, x: float, y: float, w: float, share: float) -> None:
    """Progress: a dark bar in an edged groove, in square steps so that it is not taken for a slider."""
    c = ui.canvas
    c.rect(Box(x, y, w, 24), "surface_sunk", 4)
    c.rect(Box(x, y, w, 24), "edge", 4, 2.5)
    for i in range(round(24 * min(1.0, max(0.0, share)))):
        c.rect(Box(x + 5 + i * (w - 8) / 24, y + 5, (w - 8) / 24 - 3, 14), "accent")


def timeline(ui: Ui, x: float, y: float, w: float, rows: Sequence[tuple[str, str, str]], least: float = 98) -> float:
    """Stops from top to bottom: (done, now or next; title; words). Returns the height."""
    c, top = ui.canvas, y
    places = []
    for _, head, words in rows:
        high = ui.height(w - 80, head, "label") + (ui.height(w - 80, words, "note") if words else 0)
        places.append((y, high))
        y += max(least, high + 20)
    for i, (state, head, words) in enumerate(rows):
        cy = places[i][0] + 34
        if i < len(rows) - 1:
            foot = places[i + 1][0] + 34
            step = 22 if rows[i + 1][0] == "next" else foot - cy
            at = cy
            while at < foot:
                c.rect(Box(x + 27.5, at, 5, min(step * (0.55 if step == 22 else 1), foot - at)), "edge")
                at += step
        if state == "done":
            c.disc((x + 30, cy), 26, "good")
            c.icon("check", x + 14, cy - 16, 32, "on_good", "good")
        elif state == "now":
            c.disc((x + 30, cy), 29, "accent")
            c.disc((x + 30, cy), 12, "on_accent")
        else:
            c.disc((x + 30, cy), 24, "surface_raised")
            c.disc((x + 30, cy), 24, "edge", 4)
        ty = places[i][0] + (0 if words else max(0.0, (68 - places[i][1]) / 2))
        ty += ui.block(x + 80, ty, w - 80, head, "label")
        if words:
            ui.block(x + 80, ty, w - 80, words, "note", "text_soft")
    return (places[-1][0] + max(68.0, places[-1][1]) if rows else y) - top


def word_grid(ui: Ui, x: float, y: float, w: float, words: Sequence[str], high: float) -> tuple[float, Box]:
    """The receipt: numbered words on small cut sheets, large enough to be copied from across a room.

    Three by three, so that all nine are in sight: long words are written a little smaller, never under 34 px, before a column is
    given up. Returns the height, and where the last word stands."""
    s = ui.text_scale
    big = TextStyle(TITLE_BOLD, 46 * min(s, 1.4), 1)
    number = 54 * min(s, 1.4)
    widest = max((ui.canvas.letters.width(word, big) for word in words), default=1.0)

    def share(n: int) -> float:
        return ((w - 18 * (n - 1)) / n - number - 30) / widest

    columns = next((n for n in (3, 2) if share(n) >= 34 / 46), 1)
    big = big.scaled(min(1.0, share(columns)))
    cw, h = (w - 18 * (columns - 1)) / columns, max(high, 46 * min(s, 1.4) * 1.7)
    box = Box(x, y, cw, 0)
    for i, word in enumerate(words):
        box = Box(x + i % columns * (cw + 18), y + i // columns * (h + 16), cw, h)
        ui.canvas.sheet(box, "surface_raised", i + 5, 5)
        ui.canvas.rect(Box(box.x + 2, box.y + 3, number, h - 8), "surface_sunk")
        ui.canvas.line(
            box.x + number / 2 + 2, box.y + h / 2 + 10.5 * min(s, 1.4), str(i + 1), ui.style("note", min(s, 1.4) / s), "text", "middle"
        )
        ui.canvas.line(box.x + number + 16, box.y + h / 2 + big.size * 0.34, word, big, "text")
    return -(-len(words) // columns) * (h + 16) - 16, box


def bubble(ui: Ui, x: float, y: float, w: float, who: str, when: str, words: str) -> float:
    """A message on its slip. Returns its height."""
    head = max(ui.height(w - 160, who, "label"), 46.0)
    wraps = ui.width(who) + ui.width(when, "note") > w - 160
    high = 24 + head + (ui.height(w - 120, when, "note") if wraps else 0) + ui.height(w - 80, words) + 18
    ui.canvas.sheet(Box(x, y, w, high), "surface_raised", int(y) % 9 + 1, 5)
    ui.canvas.rect(Box(x, y, 14, high), "feeling")
    sign = 36 * min(ui.drawn, 1.3)
    ui.canvas.icon("ear", x + 54 - sign / 2, y + 14 + (head - sign) / 2, sign, "feeling", "surface_raised")
    ui.block(x + 86, y + 14, w - 160, who, "label")
    top = y + 14 + head
    if wraps:
        top += ui.block(x + 36, top, w - 120, when, "note", "text_soft")
    else:
        ui.line(x + w - 36, y + 14 + 29 * ui.text_scale, when, "note", "text_soft", "end")
    ui.block(x + 36, top, w - 80, words)
    return high


def pencil(ui: Ui, x: float, y: float) -> None:
    """A school pencil left on the page, its point to the left."""
    c = ui.canvas
    shape = ((0.0, 0.0), (34.0, -16.0), (196.0, -40.0), (199.0, -18.0), (37.0, 6.0))
    if not ui.theme.flat:
        c.polygon([(x + px + 6, y + py + 12) for px, py in shape], "surface_sunk")
    c.polygon([(x + px, y + py) for px, py in shape], "tape")
    c.polygon([(x + px, y + py) for px, py in ((34, -16), (174, -37), (177, -15), (37, 6))], "accent")
    c.polygon([(x + px, y + py) for px, py in ((174, -37), (184, -38), (187, -16), (177, -15))], "tape_cool")
    c.polygon([(x + px, y + py) for px, py in ((184, -38), (204, -41), (207, -19), (187, -16))], "danger")
    c.polygon([(x, y), (x + 12, y - 5.5), (x + 13, y + 2)], "text")
