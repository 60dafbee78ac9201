"""What is heard, written: small strips at the upper left, through which one can press.

Room: game/view/widgets.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.content import boxes
from game.view.geometry import Box
from game.view.ui import Ui

WIDEST = 1200.0


def draw(ui: Ui, captions: Iterable[str], *, under_bar: bool) -> None:
    """One strip a caption, the newest lowest."""
    c, top = ui.canvas, boxes.bar_height(ui.text_scale) + 30 if under_bar else 18.0
    for word in captions:
        text = ui.words("caption", text=ui.words(word))
        style = ui.fitted(text, "note", WIDEST)
        h = style.size * 1.75
        box = Box(22, top, c.letters.width(text, style) + 86, h)
        c.rect(box, "bar", 8)
        if ui.theme.flat:
            c.rect(box, "edge", 8, 3)
        c.icon("captions", box.x + 16, box.y + (h - 36) / 2, 36, "on_bar", "bar")
        c.line(box.x + 64, box.y + h / 2 + style.size * 0.35, text, style, "on_bar")
        top += h + 8
