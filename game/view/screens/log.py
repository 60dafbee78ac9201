"""A message log: what somebody remembers or noted. Lines that scroll, each read by a voice; the figures; what is kept and what never.

Room: game/view/screens. Part of `story.py`. Draws `moment.log`. Nothing stands where the file was: one line says so, and no more.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.content import boxes
from game.core.commands import CloseLog, KeepLine
from game.core.moment import CountNow, LogLineNow, LogNow, Moment
from game.view.geometry import Box
from game.view.scroll import Inside, Scroll, scrolled, settled
from game.view.ui import Ui
from game.view.widgets import scene
from game.view.widgets.basic import button, button_width

ICONS = {
    "words": "captions", "file": "file", "reaction": "sound", "opened": "eye", "left": "door", "joined": "person", "deleted": "cross",
    "note": "pencil",
}  # fmt: skip
LARGE = boxes.LARGEST


@dataclass(frozen=True, slots=True)
class Read:
    """A line was pressed that only wants to be read."""

    line: str


def draw(ui: Ui, now: Moment, log: LogNow, scroll: Scroll) -> None:
    """The place dimmed, whoever tells it, the sheet with its lines; drawn again while the scroll settles."""
    settled(ui, scroll, lambda: _draw(ui, now, log, scroll), grows=True)
    keep = next((line.id for line in log.lines if line.ask and line.kind != "file"), None)
    ui.first = f"log/{keep}" if keep is not None else "log/close"


def _draw(ui: Ui, now: Moment, log: LogNow, scroll: Scroll) -> None:
    c, words = ui.canvas, ui.words
    if now.place is not None:
        scene.place(ui, now.place, veil=0.46, people=False)
    else:
        scene.night(ui)
    large = ui.text_scale >= LARGE
    face = log.portrait and log.who is not None and not large
    if face and log.who is not None:
        scene.bust(ui, log.who, log.expression, place=now.place)
    left, top, wide = boxes.log_sheet(ui.text_scale, face=bool(face))
    tallest = ui.bottom - top - 18
    high = _head_height(ui) + scroll.content + 14 + _foot_height(ui, log) + 34 if scroll.content else tallest
    sheet = Box(left, top, wide, min(tallest, max(high, 520.0)))
    c.sheet(sheet, "surface_raised", 3, 12)
    if face and log.how is not None:
        _told(ui, words.line(log.how))
    y = _head(ui, log, sheet, named=not face)
    high = _foot_height(ui, log)
    foot = sheet.bottom - high - 22
    _foot(ui, log, Box(sheet.x + 50, foot, sheet.w - 100, high))
    area = Box(sheet.x + 40, y, sheet.w - 80, foot - y - 14)
    with scrolled(ui, "log/scroll", area, scroll) as inside:
        row = inside.y + 6
        headed = any(line.at is not None or line.by is not None for line in log.lines)
        for n, line in enumerate(log.lines):
            row += _line(ui, line, inside, row, n, feed=log.skin in ("feed", "school"), headed=headed) + 8
        row = _counts(ui, log.counts, inside, row + 10)
        inside.foot = row


def _told(ui: Ui, how: str) -> None:
    """« Yanis, de tête », on tape under the face."""
    c, style = ui.canvas, ui.fitted(how, "h2", boxes.LOG_HOW, boxes.SMALL)
    lines = c.letters.wrap(how, style, boxes.LOG_HOW)[: boxes.LOG_HOW_LINES]
    w, step = max(c.letters.width(line, style) for line in lines) + 70, style.size * style.leading
    high = 76 + (len(lines) - 1) * step
    centre = ui.bottom - 22 - high / 2
    c.tape((290, centre), w, high, -2)
    for n, line in enumerate(lines):
        c.turned((290, centre + (n - (len(lines) - 1) / 2) * step), line, style, "text", -2)


def _head_height(ui: Ui) -> float:
    """What the title and the kind of log take, over the lines."""
    return 22 + ui.style("h2").size + 16 + ui.style("note").size * 1.7 + 14


def _head(ui: Ui, log: LogNow, sheet: Box, *, named: bool) -> float:
    """The title, and what kind of log it is. Returns where the lines begin."""
    c, words = ui.canvas, ui.words
    skin = words(f"log.skin_{log.skin}")
    if named and log.how is not None:
        skin = words.line(log.how)
    note = ui.style("note")
    room = sheet.w - 120
    style = ui.fitted(words.line(log.title), "h2", room)
    y = sheet.y + 22 + style.size
    c.line(sheet.x + 60, y, words.line(log.title), style, "text")
    ground = {"memory": "tape_cool", "paper": "tape", "feed": "bar", "school": "accent"}[log.skin]
    ink = {"bar": "on_bar", "accent": "on_accent"}.get(ground, "text")
    w = min(room, c.letters.width(skin, note) + 44)
    label = Box(sheet.x + 60, y + 16, w, note.size * 1.7)
    c.rect(label, ground, 6)
    c.line(label.x + 22, label.y + label.h / 2 + note.size * 0.35, skin, note, ink)
    return label.bottom + 14


def _line(ui: Ui, line: LogLineNow, inside: Inside, y: float, seed: int, *, feed: bool, headed: bool) -> float:
    """One line: when, who, what, and whether it is kept; where no line says when or who (`headed`), no column waits for it.
    Returns its height."""
    c, words, s = ui.canvas, ui.words, ui.text_scale
    large = s >= LARGE
    text = words.line(line.id)
    who = words.line(line.by) if line.by is not None else ""
    at = words.line(line.at) if line.at is not None else ""
    heading = ", ".join(part for part in (at, who) if part)
    act = words("log.kept") if line.kept else words("log.keep") if line.ask else ""
    act_w = ui.width(act) + 92 if act else 0.0
    wide = 300.0 if headed and not large else 0.0
    x = inside.x + 20 + wide + 66
    w = boxes.log_line_column(ui, inside.w, act) + (300.0 if not large else 0.0) - wide
    high = ui.height(w, text, "strong" if line.ask else "body")
    above = ui.style("strong").size * 1.5 if large and heading else 0.0
    beneath = 70 * s if large and act else 0.0
    both = bool(at and who)
    beside = ui.style("strong").size + ui.style("note").size * 1.4 if both and not large else 0.0
    if not (both or large):
        beside = ui.height(boxes.LOG_WHEN, heading, "strong")
    box = Box(inside.x, y, inside.w, max(72.0, above + max(high, beside) + 30 + beneath))
    state = act or words("log.read_only")
    said = words("log.voice", kind=words(f"log.kind_{line.kind}"), text=text, state=state)
    label = f"{heading}. {said}" if heading else said
    look = ui.target(f"log/{line.id}", box, label, KeepLine(line.id) if line.ask else Read(line.id))
    if feed:
        c.rect(box, "surface", 8)
    if line.kind == "deleted":
        c.dashed(box.inset(4), "edge")
    elif feed:
        c.rect(box, "rule", 8, 2)
    if look.lifted and line.ask:
        c.marker(Box(x - 10, box.y + above + 14, min(w, ui.width(text, "strong")) + 20, ui.style("strong").size * 1.3), "highlight", seed)
    top = box.y + 15
    if heading and large:
        ui.line(box.x + 20, top + ui.style("strong").size, heading, "strong")
        top += above
    elif heading and not both:
        ui.block(box.x + 20, top, boxes.LOG_WHEN, heading, "strong")
    elif heading:
        style = ui.fitted(at or who, "strong", boxes.LOG_WHEN)
        c.line(box.x + 20, top + style.size, at or who, style, "text")
        if at and who:
            small = ui.fitted(who, "note", boxes.LOG_WHEN)
            c.line(box.x + 20, top + style.size + small.size * 1.2, who, small, "text_soft")
    size = 40 * min(ui.drawn, 1.3)
    ink, ground = "text_soft" if line.kind == "deleted" else "text", "surface" if feed else "surface_raised"
    c.icon(ICONS[line.kind], x - 12 - size, top + (ui.style("body").size * 1.3 - size) / 2, size, ink, ground)
    ui.block(x, top, w, text, "strong" if line.ask else "body", "text_soft" if line.kind == "deleted" else "text")
    if act:
        at_x = box.right - act_w - 6 if not large else x
        at_y = box.y + (box.h - 58) / 2 if not large else box.bottom - 66 * s
        _act(ui, Box(at_x, at_y, act_w, 58 * max(1.0, s * 0.9)), act, kept=line.kept, lifted=look.lifted)
    if look.focus:
        c.focus_ring(box, 10, 2)
    return box.h


def _act(ui: Ui, box: Box, label: str, *, kept: bool, lifted: bool) -> None:
    """« Garder », or « Gardé » with its tick; part of its line, which is the target."""
    c = ui.canvas
    ground, ink = ("accent", "on_accent") if kept else ("surface_raised", "text")
    c.rect(box, ground, 8)
    c.rect(box, "edge", 8, 5 if lifted and not kept else 3)
    size = 34 * min(ui.drawn, 1.3)
    c.icon("check" if kept else "pin", box.x + 32 - size / 2, box.y + (box.h - size) / 2, size, ink, ground)
    ui.line(box.x + 60, box.y + box.h / 2 + ui.style("label").size * 0.35, label, "label", ink)


def _counts(ui: Ui, counts: tuple[CountNow, ...], inside: Inside, y: float) -> float:
    """The figures, side by side where they have room; in large text one under the other. Returns their foot."""
    if not counts:
        return y
    ui.canvas.stitch(inside.x + 20, inside.x + inside.w - 20, y + 6, "edge")
    y += 20
    most = 4 if not any(count.of for count in counts) else 3  # dots need more room than a word
    across = 1 if ui.text_scale > boxes.LARGE else min(most, len(counts))
    for n in range(0, len(counts), across):
        row = counts[n : n + across]
        parts = [1.6 if count.of and across > 1 else 1.0 for count in row]
        unit, x, tallest = (inside.w - 20) / sum(parts), inside.x + 20, 0.0
        for count, part in zip(row, parts, strict=True):
            tallest = max(tallest, _count(ui, count, Box(x, y, unit * part - 20, 0)))
            x += unit * part
        y += tallest + 12
    return y


def _count(ui: Ui, count: CountNow, at: Box) -> float:
    """One figure: dots for how many out of how many, a ring round the one that matters. Returns its height."""
    c, words, big = ui.canvas, ui.words, ui.style("poster", 0.62)
    number, unit = str(count.number), words.line(count.id)
    label = words("log.count_of", number=number, of=count.of, what=unit) if count.of else words("log.count", number=number, what=unit)
    w = c.letters.width(number, big)
    x = at.x + 20 + (big.size * 0.2 if count.ringed else 0)
    left = x + w + (30 if not count.ringed else 30 + big.size * 0.2)
    room = at.right - left
    rows, across = _dots(count, room), _across(room)
    told = ui.height(room, unit, "strong")
    high = max(big.size * 1.3, rows * 26 + told + 12)
    look = ui.target(f"log/count/{count.id}", Box(at.x, at.y, at.w, high), label, Read(count.id))
    middle = at.y + high / 2
    c.line(x, middle + big.size * 0.35, number, big, "text")
    if count.ringed:
        c.disc((x + w / 2, middle), max(w, big.size) * 0.62, "pen", 6)
    top = middle - (rows * 26 + told) / 2
    for n in range(count.of or 0):
        spot = (left + 10 + n % across * 24, top + 12 + n // across * 26)
        c.disc(spot, 9, "text" if n < count.number else "edge", 0 if n < count.number else 3)
    ui.block(left, top + rows * 26, room, unit, "strong")
    if look.focus:
        c.focus_ring(Box(at.x, at.y, at.w, high).inset(4), 10, 2)
    return high


def _across(room: float) -> int:
    return max(1, min(15, int(room // 24)))


def _dots(count: CountNow, room: float) -> int:
    """Rows of dots."""
    return -(-count.of // _across(room)) if count.of else 0


def _foot_height(ui: Ui, log: LogNow) -> float:
    """What the way on needs, and what one keeps where the log says it: the lines have the rest."""
    return boxes.log_foot(ui.text_scale) if log.note is not None else min(100.0, boxes.log_foot(ui.text_scale))


def _foot(ui: Ui, log: LogNow, box: Box) -> None:
    """What one keeps and what never, and the way on."""
    words = ui.words
    label = words("log.close")
    w = max(300.0, button_width(ui, label))
    room = box.w - w - 40
    if log.note is not None:
        note = words.line(log.note)
        style = "note" if ui.height(room - 60, note, "label") > box.h else "label"
        size = 44 * min(ui.drawn, 1.3)
        ui.canvas.icon("lock", box.x + 22 - size / 2, box.y + (box.h - size) / 2, size, "accent", "surface_raised")
        ui.block(box.x + 60, box.y + (box.h - ui.height(room - 60, note, style)) / 2, room - 60, note, style, "accent")
    h = min(100.0, box.h)
    button(ui, "log/close", Box(box.right - w, box.bottom - h, w, h), label, CloseLog(), icon="skip", kind="main")
