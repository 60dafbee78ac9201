"""What is heard, written: one line at the foot, just over the help strip, where no screen of the story has words.

Room: game/view/widgets. Always in the same place, so that somebody who reads sounds knows where to look; one presses through it.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.content import boxes
from game.view.geometry import Box
from game.view.ui import Ui

LEFT, RIGHT, GAP = 22.0, 1898.0, 16.0
ABOVE = 4.0  # between it and the help strip
BESIDE = 82.0  # a strip's sign and margins, in normal text


def draw(ui: Ui, captions: Sequence[str]) -> None:
    """One strip a caption, side by side, the newest at the right; smaller where both need it, the newest alone where that is not enough."""
    told = [ui.words("caption", text=ui.words(word)) for word in captions]
    c, k, style = ui.canvas, boxes.caption_size(ui.text_scale), ui.canvas.style("note")
    while True:
        wide = [c.letters.width(text, style) + BESIDE for text in told]
        room = (RIGHT - LEFT - GAP * (len(told) - 1)) / sum(wide)
        if room >= 1 or len(told) == 1:
            break
        told = told[1:]
    k = min(k, room)
    style, h = style.scaled(k), boxes.CAPTION * k
    left, top = LEFT, ui.strip_top - ABOVE - h
    for text, w in zip(told, wide, strict=True):
        box = Box(left, top, w * k, h)
        c.rect(box, "bar", 8)
        if ui.theme.flat:
            c.rect(box, "edge", 8, 3)
        c.icon("sound", box.x + 14 * k, box.y + (h - 34 * k) / 2, 34 * k, "focus", "bar")
        c.line(box.x + 60 * k, box.y + h / 2 + style.size * 0.35, text, style, "on_bar")
        left = box.right + GAP
