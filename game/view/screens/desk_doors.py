"""« C’est pour de vrai » or « J’essaie »: a square dark door ajar on a lit room with a telephone, a round one cut in cardboard.

Room: game/view/screens. The two differ in shape, colour, drawing and words; neither is chosen beforehand, and no key but 1 and 2
(or Tab, then Enter) takes one.
"""

from __future__ import annotations

import math

import pygame

from game.view import paper
from game.view.geometry import Box
from game.view.screens.desk_page import Page
from game.view.scroll import scrolled
from game.view.theme import TITLE, TextStyle, mix
from game.view.ui import Ui
from game.view.widgets.basic import button, button_width, key_cap
from game.view.widgets.desk import Column, danger_line, warning_strip
from game.view.widgets.desk_frame import desk_tape, row_height
from game.view.widgets.desk_table import table
from reporting.client.commands import Do
from reporting.client.moment import RealOrTryNow

LAMP = 560.0
Point = tuple[float, float]


def draw(page: Page) -> None:
    """The whole screen."""
    ui, body = page.ui, page.moment.body
    assert isinstance(body, RealOrTryNow)  # noqa: S101
    table(ui, None, "none", LAMP)
    desk_tape(ui, 44, 22)
    if page.large:
        _tall(page, body)
        return
    words = page.say(page.moment.title)
    w = ui.width(words, "h2") + 100
    high = row_height(ui)
    ui.canvas.sheet(Box(1860 - w, 22, w, high), "surface_raised", 9, 6)
    ui.line(1860 - w / 2, 22 + high / 2 + 15 * ui.text_scale, words, "h2", anchor="middle")
    if body.done is not None:  # between the desk's name and the question
        warning_strip(ui, 360, 14, 1860 - w - 390, ui.words(body.done), "note", "good", "check")
    top, foot = 142.0, ui.bottom
    hesitate = 106.0
    danger = 88.0
    h = foot - 18 - hesitate - 18 - danger - 32 - top
    _real(ui, page, Box(78, top, 900, h))
    _try(ui, page, body, Box(1070, top - 4, 740, h + 4))
    danger_line(ui, 60, top + h + 32, 1800, danger)
    _hesitate(page, Box(60, foot - 18 - hesitate, 1800, hesitate))


def _tall(page: Page, body: RealOrTryNow) -> None:
    """Large text: the doors one under the other; the way back stays in view."""
    ui = page.ui
    high = page.button_high()
    tops = row_height(ui) + 40
    two = ui.words("desk.real_or_try.two")
    back = next((a for a in page.moment.actions if a.id == "back"), None)
    beside = 1800 - 48 - (button_width(ui, ui.words(back.word)) if back is not None else 0)
    tall = max(high, ui.height(beside, two, "note"))
    foot = Box(60, ui.bottom - tall - 16, 1800, tall)
    area = Box(60, tops, 1800, foot.y - 16 - tops)
    with scrolled(ui, page.id("scroll"), area, page.kept.scroll) as inside:
        column = Column(ui, inside.x, inside.y + 14, inside.w)
        column.y += _paper_title(page, column) + 24
        if body.done is not None:
            column.y += warning_strip(ui, column.x, column.y, column.w, ui.words(body.done), "label", "good", "check") + 24
        _real(ui, page, column.take(_high(ui, column.w - 420, "real") + 40, 36))
        _try(ui, page, body, column.take(_high(ui, column.w - 400, "try") + 260, 36))
        column.y += danger_line(ui, column.x, column.y, column.w) + 24
        words = ui.words("desk.real_or_try.hesitate")
        high_words = ui.height(column.w - 150, words, "label") + 40
        box = column.take(high_words, 8)
        ui.canvas.sheet(box, "surface_raised", 4, 6)
        ui.canvas.icon("question", box.x + 34, box.y + (box.h - 52) / 2, 52, "accent", "surface_raised")
        ui.block(box.x + 108, box.y + 20, box.w - 150, words, "label")
        find = page.moment.action("find_case")
        if find is not None:
            page.press(find, Box(column.x, column.y + 20, page.wide(ui.words(find.word)), high))
            column.y += high + 36
        inside.foot = column.y
    ui.block(foot.x, foot.y + (tall - ui.height(beside, two, "note")) / 2, beside, two, "note", "on_bar" if not ui.theme.flat else "text")
    _ways(page, foot.bottom - high, foot.right, high)


def _paper_title(page: Page, column: Column) -> float:
    ui, words = page.ui, page.say(page.moment.title)
    high = ui.height(column.w - 80, words, "h2") + 30
    ui.canvas.sheet(Box(column.x, column.y, column.w, high), "surface_raised", 9, 6)
    ui.block(column.x + 40, column.y + 12, column.w - 80, words, "h2")
    return high


def _high(ui: Ui, room: float, which: str) -> float:
    """Height of the words of a door."""
    big = _big(ui)
    names = ui.words(f"desk.real_or_try.{which}.name").split("\n")
    rest = sum(ui.height(room, ui.words(f"desk.real_or_try.{which}.{part}"), st) + 16 for part, st in (("what", "body"), ("then", "label")))
    return len(names) * big.size * 1.06 + 20 + rest + 80


def _big(ui: Ui) -> TextStyle:
    return TextStyle(TITLE, 72 * min(ui.text_scale, 1.6), 1)


def _voice(ui: Ui, which: str) -> str:
    return ". ".join(ui.words(f"desk.real_or_try.{which}.{part}").replace("\n", " ") for part in ("name", "what", "then"))


def _real(ui: Ui, page: Page, box: Box) -> None:
    """A dark wall and a square door left ajar: warm light, a telephone inside, light on the floor. Words in pale ink."""
    action = page.moment.action("for_real")
    if action is None:
        return
    look = ui.target(page.id("for_real"), box, _voice(ui, "real"), Do("for_real"), keys=("1",), enabled=action.enabled)
    c, flat = ui.canvas, ui.theme.flat
    ink = "text" if flat else "on_accent"
    c.piece((box.x, box.y), 24, lambda: _door(ui, box.w, box.h), "door", box.w, box.h)
    x, room = (box.x + 420, box.w - 456) if not page.large else (box.x + 330, box.w - 366)
    big = _big(ui)
    y = box.y + (66.0 if not page.large else 40)
    for words in ui.words("desk.real_or_try.real.name").split("\n"):
        c.line(x, y + big.size, words, big, ink)
        y += big.size * 1.06
    y += 26
    y += ui.block(x, y, room, ui.words("desk.real_or_try.real.what"), "body", ink)
    then = ui.words("desk.real_or_try.real.then")
    if not page.large:
        y = max(y + 16, box.bottom - 72 - 84)
    else:
        y += 16
    ui.block(x, y, room, then, "label", ink)
    key_cap(ui, box.right - 34 - 46 * ui.text_scale, box.y + 34, "1", ui.text_scale)
    base, ox = box.bottom - 72, 62 if not page.large else 30
    c.icon("phone", box.x + ox + (168 if not page.large else 136), base - 213, 66, "focus_edge", "focus")
    if look.hover and not look.focus:
        c.rect(box.inset(-4), "focus", 6, 4)
    if look.focus:
        c.focus_ring(box, 10)


def _door(ui: Ui, w: float, h: float) -> pygame.Surface:
    theme = ui.theme
    s = paper.Sketch(w, h, ui.canvas.view.scale, 24)
    wall, night, dark = theme["accent"], theme["focus_edge"], theme["focus_edge"]
    if theme.flat:
        wall, night = theme["surface_raised"], theme["edge"]
    light = theme["focus"]
    floor, leaf = mix(wall, night, 0.1 if theme.flat else 0.45), mix(wall, night, 0.15 if theme.flat else 0.3)
    small = h < 560 or w > 1000
    ox, oy, ow, base = (30.0, 60.0, 240.0, h - 72) if small else (62.0, 84.0, 288.0, h - 72)
    if not theme.flat:
        s.polygon([(12, 16), (w + 12, 16), (w + 12, h + 16), (12, h + 16)], theme["shadow"], 0.4)
    s.rect(0, 0, w, h, wall)
    s.rect(0, base, w, 72, floor)
    s.rect(ox - 20, oy - 20, ow + 40, base - oy + 20, mix(wall, night, 0.6))
    s.rect(ox, oy, ow, base - oy, light)
    s.polygon([(ox + 96, base - 58), (ox + ow, base - 58), (ox + ow, base), (ox, base)], mix(light, theme["pen"], 0.45))
    t = ox + (142 if not small else 110)
    for rx, ry, rw, rh in ((t, base - 150, 120, 12), (t + 12, base - 138, 10, 106), (t + 98, base - 138, 10, 106)):
        s.rect(rx, ry, rw, rh, dark)
    s.polygon([(ox, oy), (ox + 96, oy + 40), (ox + 96, base - 58), (ox, base)], leaf)
    panel, tall = mix(leaf, night, 0.35), base - oy
    s.polygon([(ox + 18, oy + tall * 0.1), (ox + 80, oy + tall * 0.14), (ox + 80, oy + tall * 0.43), (ox + 18, oy + tall * 0.44)], panel)
    s.polygon([(ox + 18, oy + tall * 0.53), (ox + 80, oy + tall * 0.52), (ox + 80, base - 84), (ox + 18, base - 44)], panel)
    s.circle((ox + 88, oy + tall * 0.48), 9, light)
    s.polygon([(ox + 70, base), (ox + ow, base), (ox + ow + 240, h), (ox + 130, h)], light, 0.75)
    s.rect(0, 0, w, h, night, 3, 8)
    return s.done()


def _try(ui: Ui, page: Page, body: RealOrTryNow, box: Box) -> None:
    """A round-topped door cut in cardboard, striped edge, cone, dashed cutting line: plainly a toy."""
    action = page.moment.action("try")
    if action is None:
        return
    look = ui.target(page.id("try"), box, _voice(ui, "try"), Do("try"), keys=("2",), enabled=action.enabled and body.can_try)
    c, big = ui.canvas, _big(ui)
    c.piece((box.x, box.y), 60, lambda: _arch(ui, box.w, box.h), "arch", box.w, box.h)
    mid, room = box.x + box.w / 2, box.w - (240 if not page.large else 400)
    left = mid - room / 2
    if action.enabled:
        c.disc((mid, box.y + 172), 58, "warn")
        c.icon("cone", mid - 36, box.y + 135, 72, "on_warn", "warn")
    else:
        c.disc((mid, box.y + 172), 58, "surface_sunk")
        c.icon("lock", mid - 32, box.y + 140, 64, "text", "surface_sunk")
    y = box.y + 238
    for words in ui.words("desk.real_or_try.try.name").split("\n"):
        c.line(mid, y + big.size * 0.86, words, big, "text", "middle")
        y += big.size * 1.06
    y += 12
    y += ui.block(left, y, room, ui.words("desk.real_or_try.try.what"), "body", "text", "middle") + 8
    words = ui.words("desk.real_or_try.try.then") if action.enabled else ui.words(action.why_not or "desk.why.for_real")
    y += ui.block(left, y, room, words, "label", "text", "middle") + 14
    if not action.enabled:  # nothing that looks like an invitation: no mark, no key
        return
    tag = ui.words("desk.real_or_try.try.tag")
    wide, high = ui.width(tag) + 60, max(60.0, 44 * ui.text_scale + 14)
    c.rect(Box(mid - wide / 2, y, wide, high), "warn")
    ui.line(mid, y + high / 2 + 10.5 * ui.text_scale, tag, "label", "on_warn", "middle")
    key_cap(ui, box.right - 138, y + (high - 46 * ui.text_scale) / 2, "2", ui.text_scale)
    if look.hover and not look.focus:
        c.rect(box.inset(-4), "focus", 6, 4)
    if look.focus:
        c.focus_ring(box, 10)


def _arch(ui: Ui, w: float, h: float) -> pygame.Surface:
    theme = ui.theme
    s = paper.Sketch(w, h, ui.canvas.view.scale, 60)

    def arch(d: float) -> list[Point]:
        r, top = min(230.0, h * 0.38), d * 1.2 - 26
        curve = []
        for i in range(25):
            t = i / 24
            a, b = (1 - t) ** 3, 3 * (1 - t) ** 2 * t
            e, f = 3 * (1 - t) * t**2, t**3
            curve.append(((a + b) * d + (e + f) * (w - d), a * r + b * top + e * top + f * r))
        return [(d, h - d), *curve, (w - d, h - d)]

    if not theme.flat:
        s.polygon([(x + 14, y + 16) for x, y in arch(0)], theme["shadow"], 0.4)
    s.polygon(arch(0), theme["surface_sunk"])
    stripes = paper.Sketch(w, h, ui.canvas.view.scale, 60)
    n = int((w + h + 60) / 64) + 2
    for i in range(n):
        x = i * 64 - h
        stripes.polygon([(x, h), (x + 32, h), (x + 62 + h, -30), (x + 30 + h, -30)], theme["warn"])
    mask = paper.Sketch(w, h, ui.canvas.view.scale, 60)
    mask.polygon(arch(0), "#FFFFFF")
    stripes.surface.blit(mask.surface, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    s.surface.blit(stripes.surface, (0, 0))
    s.polygon(arch(34), theme["warn"])
    s.polygon(arch(38), theme["surface_raised"])
    inner = arch(58)
    d = 0.0
    for a, b in zip(inner, inner[1:] + inner[:1], strict=True):
        length = ((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2) ** 0.5
        pos = 0.0
        while pos < length:
            phase = (d + pos) % 32
            step = min(length - pos, (18 - phase) if phase < 18 else (32 - phase))
            if phase < 18:
                p, q = pos / length, (pos + step) / length
                s.line(
                    (a[0] + (b[0] - a[0]) * p, a[1] + (b[1] - a[1]) * p),
                    (a[0] + (b[0] - a[0]) * q, a[1] + (b[1] - a[1]) * q),
                    theme["edge"],
                    4,
                )
            pos += max(step, 0.5)
        d += length
    if not theme.flat:
        for x, y, turn, role in ((66.0, 250.0, -1.0, "tape"), (w - 50, 236.0, 0.94, "tape_cool")):
            ax, ay, bx, by = 65 * math.cos(turn), 65 * math.sin(turn), -19 * math.sin(turn), 19 * math.cos(turn)
            corners = ((-1, -1), (1, -1), (1, 1), (-1, 1))
            s.polygon([(x + ax * i + bx * j, y + ay * i + by * j) for i, j in corners], theme[role])
    return s.done()


def _hesitate(page: Page, box: Box) -> None:
    ui = page.ui
    ui.canvas.sheet(box, "surface_raised", 4, 6)
    ui.canvas.icon("question", box.x + 34, box.y + 27, 52, "accent", "surface_raised")
    left = _ways(page, box.y + 15, box.right - 36, 76)
    room = left - 24 - (box.x + 108)
    words = ui.words("desk.real_or_try.hesitate")
    ui.block(box.x + 108, box.y + (box.h - ui.height(room, words, "label")) / 2, room, words, "label")


def _ways(page: Page, y: float, right: float, high: float) -> float:
    """The ways that are neither door, from the right. Returns where they start."""
    ui, m = page.ui, page.moment
    escape = ui.words("key.esc")
    ways = [(name, key) for name, key in (("find_case", ""), ("back", escape)) if any(a.id == name for a in m.actions)]
    if page.large:  # the other one turns with the page
        ways = [w for w in ways if w[0] == "back"]
    wides = []
    for name, key in ways:
        action = next(a for a in m.actions if a.id == name)
        wides.append((action, "" if page.large else key, button_width(ui, ui.words(action.word), key="" if page.large else key)))
    x = right - sum(w + 24 for _, _, w in wides) + 24
    start = x
    for action, key, w in wides:
        icon = "back" if action.id == "back" else "notebook"
        button(ui, page.id(action.id), Box(x, y, w, high), ui.words(action.word), Do(action.id), icon=icon, key=key)
        x += w + 24
    return start
