"""What one frame writes, and on what: to say that no word leaves its paper, the page, or the part that turns.

The canvas of a window notes each text with the boxes drawn before it. Nothing is read from pixels.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from game.view.canvas import Canvas
from game.view.geometry import Box
from game.view.theme import TextStyle
from tests.game.view.stage import Stage

OPEN, SHUT = "⟦", "⟧"
SLACK = 3.0  # logical px: half a pixel of a small window, and a letter's own edge


@dataclass(frozen=True, slots=True)
class Written:
    """One line of text: its words, the box they fill, the paper it is set on, the part that turns around it, what is laid over it."""

    text: str
    box: Box
    paper: Box | None
    clip: Box | None
    over: list[Box]


@contextmanager
def noted(canvas: Canvas) -> Iterator[list[Written]]:
    """Everything written in the frames that are drawn meanwhile."""
    found: list[Written] = []
    papers: list[Box] = []
    plain: dict[str, Any] = {name: getattr(canvas, name) for name in ("line", "turned", "sheet", "rect", "tape", "fill")}

    def clip() -> Box | None:
        cut, whole = canvas.surface.get_clip(), canvas.surface.get_rect()
        if cut == whole:
            return None
        (x, y), (right, bottom) = canvas.view.logical(cut.topleft), canvas.view.logical(cut.bottomright)
        return Box(x, y, right - x, bottom - y)

    def write(text: str, left: float, foot: float, style: TextStyle, anchor: str) -> None:
        wide = canvas.letters.width(text, style)
        at = (left + {"start": min(8.0, wide / 2), "middle": wide / 2, "end": wide - min(8.0, wide / 2)}[anchor], foot - style.size * 0.3)
        paper = next((box for box in reversed(papers) if box.holds(at)), None)
        found.append(Written(text, Box(left, foot - style.size * 0.8, wide, style.size * 0.8), paper, clip(), []))

    def lay(box: Box) -> None:
        papers.append(box)
        if clip() is None:
            for one in found:
                one.over.append(box)

    def line(x: float, baseline: float, text: str, style: TextStyle, role: str, anchor: str = "start") -> None:
        if text.strip():
            wide = canvas.letters.width(text, style)
            write(text, x - {"start": 0, "middle": wide / 2, "end": wide}[anchor], baseline, style, anchor)
        plain["line"](x, baseline, text, style, role, anchor)

    def turned(centre: tuple[float, float], text: str, style: TextStyle, role: str, angle: float) -> None:
        write(text, centre[0] - canvas.letters.width(text, style) / 2, centre[1] + style.size * 0.35, style, "middle")
        plain["turned"](centre, text, style, role, angle)

    def sheet(box: Box, *rest: Any, **more: Any) -> None:
        lay(box)
        plain["sheet"](box, *rest, **more)

    def rect(box: Box, role: str, radius: float = 0, line: float = 0) -> None:
        if not line and min(box.w, box.h) > 20:  # a drawn stroke is no paper
            lay(box)
        plain["rect"](box, role, radius, line)

    def tape(centre: tuple[float, float], w: float, h: float, *rest: Any, **more: Any) -> None:
        lay(Box(centre[0] - w / 2, centre[1] - h / 2, w, h))
        plain["tape"](centre, w, h, *rest, **more)

    def fill(role: str) -> None:
        found.clear()  # a new frame
        papers.clear()
        plain["fill"](role)

    for name, noting in (("line", line), ("turned", turned), ("sheet", sheet), ("rect", rect), ("tape", tape), ("fill", fill)):
        setattr(canvas, name, noting)
    try:
        yield found
    finally:
        for name, before in plain.items():
            setattr(canvas, name, before)


def written(s: Stage) -> list[Written]:
    """What the window writes on one frame."""
    with noted(s.window._canvas) as found:
        s.window.draw()
    return found


def astray(found: list[Written]) -> list[str]:
    """What leaves the page, its paper or the part that turns, and what was cut off before its end; nothing where all is well."""
    wrong: list[str] = []
    for one in found:
        b, paper, clip = one.box, one.paper, one.clip
        across, down = b.x < -SLACK or b.right > 1920 + SLACK, b.bottom > 1080 + SLACK or b.y < -SLACK
        if across or (down and clip is None):
            wrong.append(f"leaves the page: {one.text!r} {_told(b)}")
        if clip is not None and b.right > clip.right + SLACK:
            wrong.append(f"is cut at the side: {one.text!r} {_told(b)}, {_told(clip)}")
        if paper is not None and (b.x < paper.x - SLACK or b.right > paper.right + SLACK):
            wrong.append(f"leaves its paper: {one.text!r} {_told(b)}, {_told(paper)}")
        if paper is not None and clip is None and b.bottom > paper.bottom + SLACK:
            wrong.append(f"hangs out of its paper: {one.text!r} {_told(b)}, {_told(paper)}")
        if clip is None and any(_covers(box, b) for box in one.over):
            wrong.append(f"is covered: {one.text!r} {_told(b)} by {_told(next(box for box in one.over if _covers(box, b)))}")
    whole = [one for one in found if not one.text.startswith(OPEN * 2)]  # a page that is no part of the game shortens days on purpose
    begun, ended = (sum(one.text.count(sign) for one in whole) for sign in (OPEN, SHUT))
    if begun != ended:
        loose = [one.text for one in whole if one.text.count(OPEN) != one.text.count(SHUT)]
        wrong.append(f"{begun} texts begin and {ended} end, among {loose}")
    return wrong


def _covers(paper: Box, words: Box) -> bool:
    """Whether paper that was laid later hides more than an edge of the words."""
    across = min(paper.right, words.right) - max(paper.x, words.x)
    down = min(paper.bottom, words.bottom) - max(paper.y, words.y)
    return across > 2 * SLACK and down > words.h / 3


def _told(box: Box) -> str:
    return f"[{box.x:.0f}–{box.right:.0f} × {box.y:.0f}–{box.bottom:.0f}]"
