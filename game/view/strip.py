"""The help strip: whom to call and the way out, drawn last on every screen.

Room: game/view. Its words come from the interface's own files, so that it stands even when every episode is broken.
"""

from __future__ import annotations

from game.view.geometry import Box
from game.view.ui import Ui
from game.view.widgets.basic import key_cap, key_width

HELP, EXIT = "strip/help", "strip/exit"

# words, and whether it is a number to remember; None draws a rule
PARTS: tuple[tuple[str | None, bool], ...] = (
    ("strip.need", False), ("strip.3018", True), ("strip.3018.what", False), (None, False),
    ("strip.danger", False), ("strip.17", True), ("strip.or", False), ("strip.112", True), (None, False),
    ("strip.114", True), ("strip.114.what", False), (None, False), ("strip.119", True), ("strip.119.what", False),
)  # fmt: skip
SECOND_LINE = 4
PHONE = 42.0


def draw(ui: Ui) -> None:
    """The strip across the foot of the screen, with its two targets."""
    c, h, y = ui.canvas, ui.strip, ui.strip_top
    large = ui.text_scale > 1.05
    c.rect(Box(0, y, 1920, h), "bar")
    c.stitch(0, 1920, y + 7, "bar_soft")
    exit_w = _exit(ui, y, h, large)
    rows = [PARTS[: SECOND_LINE - 1], PARTS[SECOND_LINE:]] if large else [PARTS]  # the end of a line parts them as well as a rule
    phone = PHONE * (1.5 if large else 1.0)
    left = 38 + phone
    room = 1920 - exit_w - 44 - left
    k = min(1.0, min(room / max(1.0, _width(ui, row)) for row in rows))
    look = ui.target(HELP, Box(12, y + 6, room + left - 24, h - 10), ui.words("strip.voice"), None, keys=())
    c.icon("phone", 24, y + 1 + (h - phone) / 2, phone, "focus", "bar")
    for i, row in enumerate(rows):
        x, base = left, y + h / 2 + 12 if not large else y + 50 + i * 50
        for part, strong in row:
            if part is None:
                c.rect(Box(x + 2, base - 24, 3, 30), "bar_soft")
                x += 18 * k
                continue
            style = c.style("strong" if strong else "note", (1.3 if large else 1.0) * k * (1.08 if strong else 1))
            text = ui.words(part)
            c.line(x, base, text, style, "focus" if strong else "on_bar")
            x += c.letters.width(text, style) + 10 * k
    if look.focus:
        c.focus_ring(Box(16, y + 10, room + left - 34, h - 18), 12, 2)


def _width(ui: Ui, row: tuple[tuple[str | None, bool], ...]) -> float:
    large = ui.text_scale > 1.05
    total = 0.0
    for part, strong in row:
        if part is None:
            total += 18
            continue
        style = ui.canvas.style("strong" if strong else "note", (1.3 if large else 1.0) * (1.08 if strong else 1))
        total += ui.canvas.letters.width(ui.words(part), style) + 10
    return total


def _exit(ui: Ui, y: float, h: float, large: bool) -> float:
    """« Quitter vite » with its key. Returns its width."""
    c, k = ui.canvas, 1.2 if large else 1.0
    sign = 38 * k
    label, key, style = ui.words("strip.exit"), ui.words("strip.exit.key"), c.style("label", k)
    w = 24 + sign + c.letters.width(label, style) + 16 + key_width(ui, key, k) + 14
    box = Box(1908 - w, y + (h - 60 * k) / 2 + 3, w, 60 * k)
    look = ui.target(EXIT, Box(box.x, y + 4, 1920 - box.x, h - 4), ui.words("strip.exit.voice"), None)
    c.rect(box, "surface_raised", 6)
    if ui.theme.flat or look.hover:
        c.rect(box, "edge" if ui.theme.flat else "focus", 6, 3)
    c.icon("door", box.x + 14, box.y + (box.h - sign) / 2, sign, "danger", "surface_raised")
    c.line(box.x + 22 + sign, box.y + box.h / 2 + 10.5 * k, label, style, "danger")
    key_cap(ui, box.right - 12 - key_width(ui, key, k), box.y + (box.h - 46 * k) / 2, key, k)
    if look.focus:
        c.focus_ring(box, 10, 2)
    return w
