"""What the story's screens are made of: words on a sheet, answers, markers on a place, signs, cards and stamps.

Room: game/view/widgets. Meaning is never said by colour alone: each marker, stamp and stance has its shape, its sign and its word.
"""

from __future__ import annotations

import re
from math import copysign, cos, pi, sin

from game.content import boxes
from game.core.moment import CardNow, ChoiceNow, LineNow
from game.view import paper
from game.view.geometry import Box
from game.view.ui import Look, Shape, Ui
from game.view.widgets.basic import key_cap, key_width, point

SENTENCE = re.compile(r"(?<=[.!?…])\s+")
STANCE_ICONS = {"listen": "ear", "ask": "question", "propose": "hand"}
STANCES = {name: (icon, boxes.STANCE_WORDS[name]) for name, icon in STANCE_ICONS.items()}
STAMPS = {
    "fact": ("check", "play.fact", "fact"),
    "feeling": ("heart", "play.feeling", "feeling"),
    "rumour": ("sound", "play.rumour", "rumour"),
}
SURE = {"sure": ("check", 3, "play.sure"), "think": ("eye", 2, "play.think"), "unknown": ("question", 1, "play.unknown")}


def speech_height(ui: Ui, w: float, words: str, *, stage: bool) -> float:
    """The height a sheet of speech needs for its words."""
    return boxes.speech_height(ui, w, words, stage=stage)


def photo(ui: Ui, box: Box) -> Box | None:
    """Where the head of whoever speaks lies in large text: beside the name, over the sheet's edge. None where it would be too small."""
    foot = box.y + boxes.PHOTO_FOOT
    side = min(boxes.PHOTO, foot - boxes.bar_height(ui.text_scale) - 24)
    return Box(box.x + 46, foot - side, side, side) if side >= boxes.PHOTO_LEAST else None


def speech(ui: Ui, box: Box, name: str, words: str, *, stage: str = "", beside: float = 0) -> None:
    """A sheet held by its speaker's name on tape. `stage` is what they do meanwhile, in the hand font; `beside`: the width of what lies
    left of the name."""
    c = ui.canvas
    c.sheet(box, "surface_raised", 3, 12)
    if not ui.theme.flat:
        c.stitch(box.x + 22, box.right - 22, box.bottom - 20)
    left = box.x + 60 + (beside + 10 if beside else 0)
    if name:
        style = ui.fitted(name, "h2", box.w / 2)
        w = c.letters.width(name, style) + boxes.NAME_SIDES
        c.tape((left + w / 2, box.y + 2), w, max(66, style.size * 1.5), -1.6)
        c.turned((left + w / 2, box.y + 2), name, style, "text", -1.6)
        left += w + 40
    top = box.y + boxes.speech_head(ui.text_scale, stage=bool(stage))
    if stage:
        style = ui.fitted(stage, "hand", box.right - left - 40, boxes.SMALL)
        c.line(left, box.y + 56, stage, style, "text_soft")
    ui.block(box.x + 60, top, box.w - boxes.SPEECH_SIDES, words, "lead")


def points_of(line: LineNow | None, words: str) -> list[str]:
    """The sentences of a line that are set as points; none where they are not as many as its signs."""
    told = [part for part in SENTENCE.split(words) if part] if line is not None and line.points else []
    return told if line is not None and len(told) == len(line.points) else []


def points_height(ui: Ui, w: float, told: list[str]) -> float:
    """The height a sheet of points needs."""
    side = 58 * ui.drawn
    return 62 + sum(max(side + 2, ui.height(w - 146 - side, text, "lead")) + 18 for text in told) + 22


def points(ui: Ui, box: Box, signs: tuple[str, ...], told: list[str]) -> None:
    """A sheet of points: a sign and a sentence each."""
    ui.canvas.sheet(box, "surface_raised", 3, 12)
    y = box.y + 62
    for sign_, text in zip(signs, told, strict=True):
        y += point(ui, box.x + 60, y, box.w - 120, sign_, text, "lead") + 18


def choice_height(ui: Ui, w: float, words: str, why: str = "", *, plain: bool = False) -> float:
    """The height an answer needs for its words, and for why it cannot be given. `plain`: it has no stance."""
    return boxes.choice_height(ui, w, words, why, plain=plain)


def choice_spoken(ui: Ui, now: ChoiceNow, words: str, why: str = "") -> str:
    """What a voice says of an answer."""
    told = STANCES.get(now.stance or "")
    return f"{now.number}. {ui.words(told[1]) + ', ' if told else ''}{words}{' ' + why if why else ''}"


def stance(ui: Ui, x: float, middle: float, now: ChoiceNow) -> None:
    """How an answer is meant: its sign and its word; nothing where that is not told."""
    told = STANCES.get(now.stance or "")
    if told:
        size = 38 * ui.drawn
        ui.canvas.icon(told[0], x, middle - size / 2, size, "accent", "surface_raised")
        ui.line(x + 12 + size, middle + ui.style("note").size * 0.34, ui.words(told[1]), "note", "accent")


def choice(ui: Ui, x: float, y: float, w: float, now: ChoiceNow, words: str, signal: object, why: str = "") -> float:
    """An answer: its number, its stance drawn and named, its words; one that is shut says why. Returns its height."""
    plain = now.stance is None
    h, left, c = choice_height(ui, w, words, why, plain=plain), boxes.answer_left(ui, plain=plain), ui.canvas
    box, key = Box(x, y, w, h), str(now.number)
    look = ui.target(f"choice/{now.id}", box, choice_spoken(ui, now, words, why), signal, keys=(key,))  # a shut one too: a voice says why
    if now.enabled:
        c.sheet(box, "surface_raised", now.number, 1 if look.pressed else 10 if look.lifted else 5)
    else:
        c.rect(box, "surface", 6)
        c.dashed(box, "edge")
    lines = c.letters.wrap(words, ui.style("strong"), w - left - 60)
    step = ui.style("strong").size * ui.style("strong").leading
    under = ui.height(w - left - 60, why, "note") if why else 0.0
    top = y + (h - step * len(lines) - under) / 2
    if why:
        ui.block(x + left, top + step * len(lines), w - left - 60, why, "note", "text_soft")
        size = 34 * min(ui.drawn, 1.3)
        c.icon("lock", x + w - 20 - size, y + (h - size) / 2, size, "text_soft", "surface")
    for i, line in enumerate(lines):
        if look.lifted and now.enabled:
            wide = ui.width(line, "strong")
            c.marker(Box(x + left - 10, top + step * i + step * 0.13, wide + 24, step * 0.84), "highlight", now.number + i)
        ui.line(
            x + left,
            top + step * i + ui.style("strong").size * 0.98,
            line,
            "strong" if look.lifted and now.enabled else "body",
            "text" if now.enabled else "text_soft",
        )
    key_cap(ui, x + 18, y + (h - 46 * ui.text_scale) / 2, key, ui.text_scale)
    if not plain:
        after = x + 30 + key_width(ui, key, ui.text_scale)
        c.rect(Box(after, y + 12, 3, h - 24), "rule")
        stance(ui, after + 22, y + h / 2, now)
    if now.chosen_before:
        size = 30 * min(ui.drawn, 1.3)
        c.icon("check", x + w - 16 - size, y + (h - size) / 2, size, "good", "surface_raised")
    if look.focus:
        c.focus_ring(box)
    return h


def middle(shape: Shape) -> tuple[float, float]:
    """The middle of a polygon's bounds."""
    return (min(x for x, _ in shape) + max(x for x, _ in shape)) / 2, (min(y for _, y in shape) + max(y for _, y in shape)) / 2


def mark(ui: Ui, shape: Shape) -> tuple[float, float]:
    """Where a thing's marker lies: in its middle, clear of the bar and of the help strip."""
    x, y = middle(shape)
    return x, min(max(y, boxes.bar_height(ui.text_scale) + 66), ui.bottom - 52)


def bounds(shape: Shape) -> Box:
    """The box around a polygon."""
    x, y = min(p[0] for p in shape), min(p[1] for p in shape)
    return Box(x, y, max(p[0] for p in shape) - x, max(p[1] for p in shape) - y)


def _balloon(x: float, y: float, inset: float) -> Shape:
    """The outline of a round balloon with its tail, `inset` from its edge."""
    wide, high, round_ = 41 - inset, 32 - inset, 0.72
    body = [(cos(t), sin(t)) for t in (0.62 * pi + 1.86 * pi * i / 40 for i in range(41))]  # all round, but where the tail leaves it
    at = [(x + wide * copysign(abs(a) ** round_, a), y - 5 + high * copysign(abs(b) ** round_, b)) for a, b in body]
    return (*at, (x - 8 + inset * 0.2, y + 47 - inset * 2.2))


def marker(ui: Ui, name: str, at: tuple[float, float], label: str, signal: object, *, kind: str, shape: Shape) -> Look:
    """What can be looked at (amber diamond), was looked at (paper disc with a tick), or can be talked to (speech)."""
    x, y, c = *at, ui.canvas
    state = ui.words({"new": "voice.new", "seen": "voice.seen", "person": "voice.person"}[kind])
    cursor = "talk" if kind == "person" else "look"
    look = ui.target(name, bounds(shape), f"{label}, {state}", signal, shape=shape, cursor=cursor)
    if kind == "seen":
        c.disc((x, y), 30, "focus_edge")
        c.disc((x, y), 25, "surface_raised")
        c.icon("check", x - 15, y - 15, 30, "good", "surface_raised")
    elif kind == "person":
        c.polygon(_balloon(x, y, 0), "focus_edge")
        c.polygon(_balloon(x, y, 5), "focus")
        for k in (-1, 0, 1):
            c.disc((x + k * 17, y - 3), 5, "focus_edge")
    else:
        for r, role in ((42, "focus_edge"), (35, "focus")):
            c.polygon(((x, y - r), (x + r, y), (x, y + r), (x - r, y)), role)
        c.icon("eye", x - 19, y - 19, 38, "focus_edge", "focus")
    if look.focus:
        c.focus_ring(Box(x - 42, y - 42, 84, 84), 42, 6)
    if look.lifted:
        w = ui.width(label) + 56
        cx = min(max(x, w / 2 + 20), 1900 - w / 2)
        c.tape((cx, y + 78), w, max(54, ui.style("label").size * 1.7), -1, "surface_raised")
        c.turned((cx, y + 78), label, ui.style("label"), "text", -1)
    return look


def sign_box(ui: Ui, shape: Shape, label: str, side: str) -> Box:
    """Where the sign of a way out lies."""
    area = bounds(shape)
    w, h = ui.width(label) + boxes.SIGN_SIDES, max(66.0, ui.style("label").size * 2.1)
    x = {"left": max(44.0, area.x), "right": min(1876 - w, area.right - w), "up": area.centre[0] - w / 2}[side]
    return Box(min(max(x, 44.0), 1876 - w), min(max(area.centre[1] - h / 2, 110.0), ui.bottom - h - 20), w, h)


def sign(ui: Ui, name: str, box: Box, label: str, signal: object, *, side: str, enabled: bool, onward: bool = False) -> Look:
    """An exit: a paper sign whose pointed end shows the way; dashed, with a clock, when it opens later; marked where the day goes on."""
    c, w, h = ui.canvas, box.w, box.h
    spoken = ui.words("voice.exit", place=label) if enabled else ui.words("voice.exit_later", place=label)
    if onward:
        spoken = f"{spoken}. {ui.words('map.onward')}"
    look = ui.target(name, box, spoken, signal, enabled=enabled, cursor="go")
    k = c.view.scale
    lifted = box.moved(0, -3 if look.lifted else 0)
    c.piece((lifted.x, lifted.y), 40, lambda: paper.sign(w, h, k, ui.theme, side, enabled), "sign", w, h, side, enabled)
    ink = "text" if enabled else "text_soft"
    icon = "clock" if not enabled else {"left": "back", "right": "go", "up": "up"}[side]
    size = 40 * min(ui.drawn, 1.1)  # the words begin where they do in normal text
    c.icon(icon, lifted.x + 18, lifted.y + (h - size) / 2, size, ink, "surface_raised")
    if look.lifted or onward:
        c.marker(Box(lifted.x + 70, lifted.y + h / 2 - ui.style("label").size * 0.42, ui.width(label) + 16, ui.style("label").size), seed=5)
    ui.line(lifted.x + 78, lifted.y + h / 2 + ui.style("label").size * 0.35, label, "label", ink)
    if look.focus:
        c.focus_ring(lifted)
    return look


def stamp(ui: Ui, centre: tuple[float, float], kind: str, right: float = 1920) -> None:
    """Fact, feeling or rumour: a word, a sign and a shape (square, round, notched). It stays left of `right`."""
    icon, word, role = STAMPS[kind]
    c, text = ui.canvas, ui.words(word)
    style = c.style("label")
    w, h = c.letters.width(text, style) + 84, 50.0
    centre = (min(centre[0], right - w / 2 - 8), centre[1])
    box = Box(centre[0] - w / 2, centre[1] - h / 2, w, h)
    if kind == "rumour":
        n = 9
        top = [(box.x + w * i / n, box.y + (0.0 if i % 2 else 8.0)) for i in range(n + 1)]
        foot = [(box.x + w * i / n, box.bottom - (0.0 if i % 2 else 8.0)) for i in range(n, -1, -1)]
        c.polygon((*top, *foot), role)
    else:
        c.rect(box, role, 3 if kind == "fact" else h / 2)
    ink = "surface_raised"
    c.icon(icon, box.x + 20, box.y + 11, 28, ink, role)
    c.line(box.x + 58, box.y + h / 2 + 10, text, style, ink)


def stamp_width(ui: Ui, kind: str) -> float:
    """How wide a stamp one can press is."""
    return 34 + 32 * ui.drawn + ui.width(ui.words(STAMPS[kind][1]))


def stamp_button(ui: Ui, name: str, x: float, y: float, kind: str, signal: object, *, on: bool, key: str, beneath: bool = True) -> float:
    """A stamp one can press; its key stands `beneath` it, or is left to the voice. Returns its width."""
    icon, word, role = STAMPS[kind]
    text, k = ui.words(word), ui.text_scale
    style = ui.style("label")
    w = stamp_width(ui, kind)
    box = Box(x, y, w, max(66.0, style.size * 2))
    state = ui.words("voice.chosen") if on else ui.words("voice.not_chosen")
    look = ui.target(name, box, f"{text}, {state}", signal, keys=(key,))
    ground, ink = (role, "surface_raised") if on else ("surface_raised", "text")
    radius = {"fact": 4, "feeling": box.h / 2, "rumour": 14}[kind]
    ui.canvas.rect(box, ground, radius)
    ui.canvas.rect(box, "edge", radius, 4 if look.hover else 3)
    size = 32 * ui.drawn
    ui.canvas.icon("check" if on else icon, x + 12, box.y + (box.h - size) / 2, size, ink, ground)
    ui.canvas.line(x + 20 + size, box.y + box.h / 2 + style.size * 0.35, text, style, ink)
    if beneath:
        key_cap(ui, box.centre[0] - key_width(ui, key, k) / 2, box.bottom + 10, key, k)
    if look.focus:
        ui.canvas.focus_ring(box, 14)
    return w


def card(ui: Ui, name: str, box: Box, now: CardNow, signal: object, *, chosen: bool = False, seed: int = 1) -> Look:
    """A clue's drawing with its name underneath, taped to the page."""
    c, title, pad = ui.canvas, ui.words.line(now.title), 14.0
    spoken = title + (f", {ui.words(STAMPS[now.stamp][1])}" if now.stamp else "")
    look = ui.target(name, box, spoken, signal)
    b = box.moved(0, -4 if look.lifted else 0)
    c.sheet(b, "surface_raised", seed, 13 if look.lifted or chosen else 7)
    drawn = Box(b.x + pad, b.y + pad, b.w - 2 * pad, (b.w - 2 * pad) * 400 / 640)
    c.picture(now.picture, drawn)
    c.tape((b.centre[0], b.y), 110, 34, -5, "tape_cool" if seed % 2 else "tape", seed)
    room = b.bottom - drawn.bottom
    style = ui.fitted(title, "label", b.w - boxes.CARD_SIDES)
    lines = c.letters.wrap(title, style, b.w - boxes.CARD_SIDES)[: boxes.CARD_LINES]
    first = drawn.bottom + (room - (len(lines) - 1) * style.size * style.leading) / 2 + style.size * 0.3
    for n, line in enumerate(lines):
        c.line(b.centre[0], first + n * style.size * style.leading, line, style, "text", "middle")
    if now.stamp:
        stamp(ui, (b.right - 96, drawn.bottom - 12), now.stamp, b.right)
    if chosen and not look.focus:
        c.rect(b.inset(-5), "accent", 8, 5)
    if look.focus:
        c.focus_ring(b)
    return look


def how_sure(ui: Ui, centre: tuple[float, float], sure: str) -> None:
    """How sure: the word, a sign, and one to three filled dots."""
    icon, dots, word = SURE[sure]
    c, text = ui.canvas, ui.words(word)
    style = c.style("label")
    w = c.letters.width(text, style) + 150
    box = Box(centre[0] - w / 2, centre[1] - 27, w, 54)
    c.rect(box, "surface_raised", 27)
    c.rect(box, "edge", 27, 3)
    c.icon(icon, box.x + 18, box.y + 12, 30, "accent", "surface_raised")
    c.line(box.x + 58, box.y + 37, text, style, "text")
    for i in range(3):
        c.disc((box.right - 66 + i * 21, box.centre[1]), 7, "accent", 0 if i < dots else 2.5)
