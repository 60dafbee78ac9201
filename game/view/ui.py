"""The page being drawn: the canvas, the words, and everything on it that can be pressed.

Room: game/view. A screen draws itself with `Ui` whenever something changed; each widget it draws also names itself as a target
(box or shape, voice label, keys, signal). Focus order is drawing order. Nothing here outlives the frame but the `Attention` that
the window hands in: what is hovered, focused, pressed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from game.content import boxes
from game.content.words import Words
from game.view.canvas import Canvas
from game.view.geometry import Box, inside
from game.view.life import Life
from game.view.theme import TextStyle, Theme

APART = 8.0  # between what slides in and what was there
Shape = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Target:
    """Something that can be focused and pressed."""

    id: str
    box: Box
    label: str  # what a voice says of it
    signal: object  # what the screen receives when it is pressed
    keys: tuple[str, ...] = ()
    shape: Shape | None = None  # for what is not a rectangle
    enabled: bool = True
    cursor: str = "press"  # what the pointer shows over it: look, talk, go, or a hand

    def holds(self, point: tuple[float, float]) -> bool:
        """Whether a press at this logical point is meant for it."""
        return inside(self.shape, point) if self.shape else self.box.holds(point)


@dataclass(frozen=True, slots=True)
class Field:
    """A place to write, drawn by pygame_gui over the page."""

    id: str
    box: Box
    value: str
    label: str
    changed: Callable[[str], object]  # the signal for a new value
    hidden: bool = False
    longest: int = 400
    hint: str = ""  # said inside while it is empty
    many: bool = False  # several lines: Enter, up and down are its own
    enter: object = None  # the signal of Enter; None goes on to what follows


@dataclass(slots=True)
class Attention:
    """What the person is at: kept by the window from frame to frame."""

    hover: str | None = None
    focus: str | None = None
    pressed: str | None = None
    by_keyboard: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """How one target is to be drawn now."""

    hover: bool = False
    focus: bool = False
    pressed: bool = False

    @property
    def lifted(self) -> bool:
        """Hover and focus share the lift and the marker."""
        return self.hover or self.focus


@dataclass
class Ui:
    """One frame of one screen."""

    canvas: Canvas
    words: Words
    attention: Attention
    text_scale: float = 1.0  # 1 to 2, the reader's setting
    motion: bool = True
    targets: list[Target] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    first: str | None = None  # the target that has the focus when nothing else had it
    life: Life = field(default_factory=Life)  # what moves by itself; nothing does in a single frame
    clip: Box | None = None  # the part of the page that is being drawn, when it turns
    lane: float = 0.0  # what is kept free over the help strip, where sounds are written

    @property
    def theme(self) -> Theme:
        return self.canvas.theme

    @property
    def strip(self) -> float:
        """Height of the help strip: two lines when the text is large."""
        return boxes.strip(self.text_scale)

    @property
    def strip_top(self) -> float:
        """Where the help strip starts."""
        return 1080 - self.strip

    @property
    def bottom(self) -> float:
        """Where a screen ends, over the help strip and over the lane of written sounds: no words of it may be lower."""
        return self.strip_top - self.lane

    @property
    def drawn(self) -> float:
        """How many times larger signs are drawn beside the reader's words."""
        return boxes.drawn(self.text_scale)

    # ---- words ------------------------------------------------------------

    def style(self, style: str | TextStyle, k: float = 1) -> TextStyle:
        """A style at the reader's text size, `k` times."""
        return self.canvas.style(style, self.text_scale * k)

    def width(self, text: str, style: str | TextStyle = "label") -> float:
        """Width of one line at the reader's text size."""
        return self.canvas.letters.width(text, self.style(style))

    def line(
        self, x: float, baseline: float, text: str, style: str | TextStyle = "body", role: str = "text", anchor: str = "start"
    ) -> None:
        """One line of text at the reader's size; `baseline` is its foot."""
        self.canvas.line(x, baseline, text, self.style(style), role, anchor)

    def height(self, w: float, text: str, style: str | TextStyle = "body") -> float:
        """The height a paragraph will take."""
        st = self.style(style)
        return st.size * st.leading * len(self.canvas.letters.wrap(text, st, w))

    def block(
        self, x: float, y: float, w: float, text: str, style: str | TextStyle = "body", role: str = "text", anchor: str = "start"
    ) -> float:
        """A paragraph whose top is y. Returns its height."""
        st = self.style(style)
        lines = self.canvas.letters.wrap(text, st, w)
        step = st.size * st.leading
        left = {"start": x, "middle": x + w / 2, "end": x + w}[anchor]
        for i, words in enumerate(lines):
            self.canvas.line(left, y + st.size * 0.98 + i * step, words, st, role, anchor)
        return step * len(lines)

    def fitted(self, text: str, style: str | TextStyle, room: float, smallest: float = boxes.SMALLEST) -> TextStyle:
        """The style, smaller only as far as one line needs to fit, and never under 30 logical px."""
        return boxes.fitted(self, text, style, room, smallest)

    def free(self, boxes: Iterable[Box]) -> Box | None:
        """The first of these boxes that touches no sheet, no words and nothing to press of what was drawn before it."""
        taken = [box.inset(-APART) for box in (*self.canvas.taken, *(target.box for target in self.targets))]
        return next((box for box in boxes if box.bottom <= self.bottom and not any(box.meets(other) for other in taken)), None)

    # ---- targets ----------------------------------------------------------

    def target(
        self, name: str, box: Box, label: str, signal: object, *,
        keys: tuple[str, ...] = (), shape: Shape | None = None, enabled: bool = True, cursor: str = "press",
    ) -> Look:  # fmt: skip
        """Name something that can be pressed. Returns how to draw it."""
        self.targets.append(Target(name, box, label, signal, keys, shape, enabled, cursor))
        a = self.attention
        if not enabled:
            return Look()
        return Look(hover=a.hover == name, focus=a.focus == name and a.by_keyboard, pressed=a.pressed == name)

    def field(self, field: Field) -> Look:
        """Name a place to write."""
        self.fields.append(field)
        return self.target(field.id, field.box, field.label, field.enter)
