"""What every desk screen stands in: name, trail, mark of the mode, page, and the foot with its buttons and its promise.

Room: game/view/widgets. Measured first, so that a screen knows its place; drawn around it in reading order. In large text the
mark of the mode moves onto the page's upper edge and the promise takes a line of its own. Nothing ever gets under the help strip.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from game.view.geometry import Box
from game.view.ui import Ui
from game.view.widgets.basic import button, button_width
from game.view.widgets.desk_table import table
from reporting.client.choices import Badge
from reporting.client.moment import TrailStep

LEFT, RIGHT = 116.0, 1804.0  # where the words of a page start and end
EDGE_LEFT, EDGE_RIGHT = 60.0, 1860.0  # where the page itself does
GAP = 24.0


@dataclass(frozen=True, slots=True)
class Press:
    """A button of the foot, to be placed."""

    id: str
    label: str
    signal: object
    icon: str = ""
    kind: str = "paper"
    key: str = ""
    enabled: bool = True
    least: float = 0
    voice: str = ""


@dataclass
class Foot:
    """The foot of a page: buttons at the left, at the right, and what is promised between them."""

    left: list[Press] = field(default_factory=list)
    right: list[Press] = field(default_factory=list)
    promise: str = ""
    why: str = ""  # why the way on is held back, or what to know before taking it
    sign: str = "shield"
    role: str = "good"
    rows: list[list[tuple[Press, float]]] = field(default_factory=list)
    top: float = 0
    apart: bool = False  # the promise stands above the buttons
    high: float = 84
    room: float = 0  # what is left for the promise between the buttons

    def fits(self, ui: Ui) -> bool:
        """Whether the buttons stand on one row."""
        return sum(max(p.least, _wide(ui, p)) + GAP for p in (*self.left, *self.right)) - GAP <= RIGHT - LEFT

    def measure(self, ui: Ui, page: Box) -> float:
        """Find the place of everything; returns where the foot starts."""
        s = ui.text_scale
        self.high = max(84.0, 46 * s + 24)
        wide = RIGHT - LEFT
        left = [(p, max(p.least, _wide(ui, p))) for p in self.left]
        right = [(p, max(p.least, _wide(ui, p))) for p in self.right]
        taken = sum(w + GAP for _, w in left + right)
        said = self._said_width(ui)
        self.room = wide - taken
        # on one row with the buttons, in two lines if need be; else above them
        self.apart = said > self.room and (self.room < 300 or self._said_height(ui, self.room) - 12 > self.high)
        if taken - GAP > wide:  # the widest may shrink to their words, then they go on a second row
            left, right = [(p, _wide(ui, p)) for p in self.left], [(p, _wide(ui, p)) for p in self.right]
            self.apart = bool(said)
        both = left + right
        self.rows = [both]
        if sum(w + GAP for _, w in both) - GAP > wide:
            self.rows = [*_packed(left, wide), *_packed(right, wide)]
        line = self._said_height(ui, wide) if self.apart else 0
        self.top = page.bottom - 18 - len(self.rows) * (self.high + 14) + 14 - line
        return self.top

    def _joined(self, ui: Ui, room: float) -> str:
        """In large text, promise and reason on one line where they fit: what is read above them needs the other."""
        both = f"{self.promise} {self.why}"
        fits = self.promise and self.why and ui.text_scale > 1.12 and ui.width(both, "note") * 1.03 <= room - 58
        return both if fits else ""

    def _said_width(self, ui: Ui) -> float:
        """Width of the promise, with the little that two ways of measuring letters may differ by."""
        if not self.promise and not self.why:
            return 0.0
        return max(ui.width(self.promise), ui.width(self.why, "note")) * 1.03 + 66

    def _said_height(self, ui: Ui, room: float) -> float:
        if self._joined(ui, room):
            return ui.height(room - 58, self._joined(ui, room), "note") + 12
        high = ui.height(room - 58, self.promise, "label") if self.promise else 0.0
        return high + (ui.height(room - 58, self.why, "note") if self.why else 0) + 12

    def draw(self, ui: Ui) -> None:
        """Promise and buttons."""
        y = self.top
        if self.apart:
            self._say(ui, LEFT, y, RIGHT - LEFT)
            y += self._said_height(ui, RIGHT - LEFT)
        for n, row in enumerate(self.rows):
            alone = len(self.rows) > 1
            x, at_right = LEFT, [p for p, _ in row if p in self.right]
            right_w = sum(w + GAP for p, w in row if p in at_right) - GAP
            for p, w in row:
                if p in at_right and (n > 0 or not alone):
                    x = max(x, RIGHT - right_w)
                    right_w -= w + GAP
                button(ui, p.id, Box(x, y, w, self.high), p.label, p.signal, icon=p.icon, kind=p.kind, key=p.key,
                       enabled=p.enabled, seed=2 + n + len(p.id) % 3, voice=p.voice)  # fmt: skip
                x += w + GAP
            y += self.high + 14
        if not self.apart and (self.promise or self.why):
            row = self.rows[0] if self.rows else []
            a = LEFT + sum(w + GAP for p, w in row if p not in self.right)
            b = RIGHT - sum(w + GAP for p, w in row if p in self.right)
            said = min(self._said_width(ui), b - a)
            x = a + max(0.0, (b - a - said) / 2)
            self._say(ui, x, self.top + (self.high - (self._said_height(ui, said) - 12)) / 2, said)

    def _say(self, ui: Ui, x: float, y: float, room: float) -> None:
        s, sign = ui.text_scale, 44 * min(ui.drawn, 1.3)
        joined = self._joined(ui, room)
        if joined:
            ui.canvas.icon(self.sign, x + 24 - sign / 2, y + 18.5 * s - sign / 2, sign, self.role, "surface_raised")
            ui.block(x + 58, y, room - 58, joined, "note")
            return
        if self.promise:
            ui.canvas.icon(self.sign, x + 24 - sign / 2, y + 18.5 * s - sign / 2, sign, self.role, "surface_raised")
            y += ui.block(x + 58, y, room - 58, self.promise, "label")
        elif self.why:
            ui.canvas.icon(self.sign, x + 24 - sign / 2, y + 18.5 * s - sign / 2, sign, self.role, "surface_raised")
        if self.why:
            ui.block(x + 58, y, room - 58, self.why, "note", "text_soft" if self.promise else "text")


def _packed(row: list[tuple[Press, float]], wide: float) -> list[list[tuple[Press, float]]]:
    """Buttons on as many rows as they need."""
    rows: list[list[tuple[Press, float]]] = []
    at = wide + 1
    for p, w in row:
        if at + w > wide:
            rows.append([])
            at = 0.0
        rows[-1].append((p, min(w, wide)))
        at += w + GAP
    return rows


def _wide(ui: Ui, p: Press) -> float:
    """Width of a button; one that is held back shows a lock."""
    return button_width(ui, p.label, icon=bool(p.icon), key=p.key if p.enabled else "") + (0 if p.enabled else 50)


@dataclass(slots=True)
class Head:
    """The head: name on tape, trail, mark. `page` is where the big sheet lies; `top` is where words may start on it."""

    page: Box
    top: float
    one_row: bool
    tape: bool
    free: tuple[float, float]  # what is left between trail and mark


def measure_head(ui: Ui, badge: Badge, operator: str, trail: tuple[TrailStep, ...]) -> Head:
    """Where the page can lie."""
    s = ui.text_scale
    high = row_height(ui)
    tape_w = ui.width(ui.words("desk.name"), "h2") + 64 + 20
    trail_w = trail_width(ui, trail)
    full, name = badge_widths(ui, badge, operator)
    one_row = EDGE_LEFT + tape_w + trail_w + 24 + full <= EDGE_RIGHT
    tape = one_row or EDGE_LEFT + tape_w + trail_w + 24 + name <= EDGE_RIGHT
    y = 22 + high + 32 if s <= 1.05 else 16 + high + 18
    banner = 0.0 if one_row or badge == "none" else banner_height(ui, badge, operator)
    page = Box(EDGE_LEFT, y, EDGE_RIGHT - EDGE_LEFT, ui.bottom - 18 - y)
    x = 44 + (tape_w if tape else 0) + trail_w
    return Head(page, y + max(banner, 22 if badge == "training" else 14 if badge == "live" else 0), one_row, tape,
                (x + 20, EDGE_RIGHT - (full if one_row else name) - 20))  # fmt: skip


def draw_head(ui: Ui, head: Head, badge: Badge, operator: str, trail: tuple[TrailStep, ...]) -> None:
    """Table, name, trail, page and mark."""
    table(ui, head.page, badge)
    y, x = 22.0 if ui.text_scale <= 1.05 else 16.0, 44.0
    if head.tape:
        x += desk_tape(ui, x, y)
    if trail:
        draw_trail(ui, x, y, trail)
    if badge != "none":
        draw_badge(ui, badge, operator, y, whole=head.one_row)
        if not head.one_row:
            _banner(ui, badge, operator, head.page)


def row_height(ui: Ui) -> float:
    """Height of the head's row."""
    return max(78.0, 46 * ui.text_scale + 20)


def desk_tape(ui: Ui, x: float, y: float) -> float:
    """« Le Guichet » on tape. Returns the width taken."""
    words, st, high = ui.words("desk.name"), ui.style("h2"), row_height(ui)
    w = ui.canvas.letters.width(words, st) + 56
    ui.canvas.tape((x + w / 2, y + high / 2), w, high - 4, -1.4)
    ui.canvas.turned((x + w / 2, y + high / 2), words, st, "text", -1.4)
    return w + 28


# ---- the five steps ---------------------------------------------------------


def trail_width(ui: Ui, trail: tuple[TrailStep, ...]) -> float:
    """How wide the five steps are."""
    s = ui.text_scale
    return sum(_named(ui, t) if t.state == "now" else 66 * s for t in trail) + 18 * s + 8 if trail else 0.0


def _named(ui: Ui, step: TrailStep) -> float:
    return ui.width(ui.words(step.word)) + 106 * ui.text_scale


def draw_trail(ui: Ui, x: float, y: float, trail: tuple[TrailStep, ...]) -> None:
    """Ticked, open (dark, with its name), to come (a ring), left out (a bar). Only the open one is named."""
    c, s, high = ui.canvas, ui.text_scale, row_height(ui)
    c.sheet(Box(x, y, trail_width(ui, trail) - 8, high), "surface_raised", 9, 5)
    cx, cy, r = x + 46 * s, y + high / 2, 26 * s
    base = cy + 10.5 * s
    for n, step in enumerate(trail, start=1):
        match step.state:
            case "now":
                w = _named(ui, step) - 14 * s
                c.rect(Box(cx - 30 * s, cy - 30 * s, w, 60 * s), "accent", 30 * s)
                ui.line(cx, base, str(n), "label", "on_accent", "middle")
                c.rect(Box(cx + 20 * s, cy - 17 * s, 3, 34 * s), "on_accent")
                ui.line(cx + 36 * s, base, ui.words(step.word), "label", "on_accent")
                cx += w + 14 * s
                continue
            case "done":
                c.disc((cx, cy), r, "good")
                c.icon("check", cx - 15 * s, cy - 15 * s, 30 * s, "on_good", "good")
            case "struck":
                c.disc((cx, cy), r, "edge", 3)
                c.icon("ban", cx - 16 * s, cy - 16 * s, 32 * s, "text", "surface_raised")
            case _:
                c.disc((cx, cy), r, "edge", 3)
                ui.line(cx, base, str(n), "label", "text", "middle")
        cx += 66 * s


# ---- the mark of the mode ---------------------------------------------------


def _mark(badge: Badge) -> tuple[str, str, str, str]:
    """Colour, ink, icon and id of the name."""
    if badge == "training":
        return "warn", "on_warn", "cone", "desk.badge.training"
    return "good", "on_good", "seal", "desk.badge.live"


def badge_words(ui: Ui, badge: Badge, operator: str) -> str:
    """What is said beside the name of the mode."""
    return ui.words("desk.badge.training.what") if badge == "training" else ui.words("desk.badge.live.what", operator=operator)


def badge_widths(ui: Ui, badge: Badge, operator: str) -> tuple[float, float]:
    """Width of the whole mark, and of its name alone."""
    if badge == "none":
        return 0.0, 0.0
    pad = 26.0 if badge == "training" else 0.0
    name = ui.width(ui.words(_mark(badge)[3])) + 106 + 2 * pad
    return name + ui.width(badge_words(ui, badge, operator), "note") + 52, name


def draw_badge(ui: Ui, badge: Badge, operator: str, y: float, *, whole: bool) -> None:
    """EXERCICE: a striped strip with a cone. POUR DE VRAI: a solid strip with a stamped seal. Both say it in words."""
    c, high, s = ui.canvas, row_height(ui), ui.text_scale
    role, ink, icon, name = _mark(badge)
    full, short = badge_widths(ui, badge, operator)
    w, pad = (full if whole else short), 26.0 if badge == "training" else 0.0
    box = Box(EDGE_RIGHT - w, y, w, high)
    if not ui.theme.flat:
        c.veil(box.moved(6, 8), "shadow", 0.3)
    if pad:
        c.hatch(box)
    c.rect(Box(box.x + pad, y, short - 2 * pad, high), role)
    if whole:
        c.rect(Box(box.x + short - pad, y, w - short, high), "surface_raised")
        ui.line(box.x + short - pad + 26, y + high / 2 + 10.5 * s, badge_words(ui, badge, operator), "note")
    c.rect(box, role, 4 if pad else 0, 4)
    sign = 48 * min(ui.drawn, 1.25)
    c.icon(icon, box.x + pad + 46 - sign / 2, y + (high - sign) / 2, sign, ink, role)
    ui.line(box.x + pad + 84, y + high / 2 + 10.5 * s, ui.words(name), "label", ink)


def banner_height(ui: Ui, badge: Badge, operator: str) -> float:
    """Height of the strip on the page's edge that carries the mark's words when they do not fit above."""
    return ui.height(EDGE_RIGHT - EDGE_LEFT - 200, badge_words(ui, badge, operator), "note") + 16


def _banner(ui: Ui, badge: Badge, operator: str, page: Box) -> None:
    role, ink, icon, _ = _mark(badge)
    box = Box(page.x, page.y, page.w, banner_height(ui, badge, operator))
    if badge == "training":
        ui.canvas.hatch(box)
    ui.canvas.rect(Box(box.x + (70 if badge == "training" else 0), box.y, box.w - (140 if badge == "training" else 0), box.h), role)
    sign = 40 * min(ui.drawn, 1.4)
    ui.canvas.icon(icon, box.x + 112 - sign / 2, box.y + (box.h - sign) / 2, sign, ink, role)
    ui.block(box.x + 150, box.y + 6, box.w - 200, badge_words(ui, badge, operator), "note", ink)
