"""What leaves, readable or sealed, beside what never leaves; the same as code on demand; then an explicit yes.

Room: game/view/screens. Every line comes from the shapes of the protocol, through the moment: this screen can neither add one nor
leave one out.
"""

from __future__ import annotations

import json
from typing import Any

from game.view.geometry import Box
from game.view.screens.desk_page import LEFT, RIGHT, Page
from game.view.scroll import Scroll, scrolled
from game.view.ui import Ui
from game.view.widgets.basic import chip, tick
from game.view.widgets.desk import Column
from reporting.client.commands import Do
from reporting.client.moment import LeafNow, ReviewNow
from reporting.client.review import CODED, TYPED

CLEAR, SEALED, NEVER = "desk.leaves.clear.", "desk.leaves.sealed.", "desk.leaves.never."
# what matters to a reader comes first; the rest follows in the order of the protocol
FIRST = ("items.pdq", "items.quality", "items.md5", "items.sha256", "locator", "sealed", "links", "account", "seen_at", "context",
         "age_band", "contact.kind", "contact.value", "picture", "thumbnail")  # fmt: skip
SIGNS = {
    "items.pdq": "print", "items.md5": "print", "items.sha256": "print", "items.quality": "star", "locator": "save", "sealed": "mail",
    "links": "link", "account": "person", "seen_at": "clock", "context": "pencil", "age_band": "person", "contact.kind": "mail",
    "contact.value": "mail", "who": "people", "authorisation.given": "check", "authorisation.at": "clock", "reply_key": "lock",
    "verifier_hash": "lock",
}  # fmt: skip
BANDS = {"feeling": ("lock", "feeling"), "added": ("check", "good")}  # lines of code on a shaded band: their icon and its ink
ROW = tuple[str, str, str]  # icon, words, value
TALL = 1200.0  # logical px


def draw(page: Page) -> None:
    """The whole screen."""
    ui, body = page.ui, page.moment.body
    assert isinstance(body, ReviewNow)  # noqa: S101
    page.before()
    words = body.view == "words"
    if words or page.large:
        page.kept.inner = Scroll()
    consent = 0.0 if page.large else max(76.0, ui.height(1560, page.say(body.authorisation), "label") + 12)
    with page.content(wide_title=RIGHT - LEFT - (0 if page.large else 520), above=consent) as column:
        if page.large:
            column.y += _views(page, body, column.x, column.y) + 24
        if body.composing:
            column.point("clock", ui.words("desk.why.composing"), style="lead")
        elif page.large:
            _stacked(page, body, column)
        elif words:
            _panes(page, body, column)
        else:
            _code_beside(page, body, column, consent)
        if page.large and not body.composing:
            high = ui.height(column.w - 90, page.say(body.authorisation), "label") + 30
            _consent(page, body, column.take(high, 10))
    if not page.large:
        _views(page, body, RIGHT - _views_width(ui), page.area.y + 2)
        _consent(page, body, Box(LEFT - 12, page.area.bottom - consent + 6, RIGHT - LEFT, consent - 8))
    page.after()


def _consent(page: Page, body: ReviewNow, box: Box) -> None:
    action = page.moment.action("authorise")
    if action is not None and action.enabled:
        tick(page.ui, page.id("authorise"), box, page.say(body.authorisation), Do("authorise"), on=body.authorised)


# ---- in words ---------------------------------------------------------------


def rows_of(ui: Ui, leaves: tuple[LeafNow, ...], prefix: str) -> list[ROW]:
    """The lines of one list: icon, words, and the value where a person can read it."""
    order = {name: n for n, name in enumerate(FIRST)}
    named = sorted(((leaf.word.removeprefix(prefix), leaf) for leaf in leaves), key=lambda pair: order.get(pair[0], 99))
    rows = []
    for path, leaf in named:
        words, value = ui.words(leaf.word), ""
        if path in CODED:
            value = ", ".join(ui.words(f"desk.value.{path}.{v}") for v in leaf.values)
        elif path in TYPED:
            value = "\n".join(leaf.values)
        elif len(leaf.values) > 1:
            words = ui.words("desk.review.several", what=words, count=len(leaf.values))
        rows.append((SIGNS.get(path, "code"), words, value))
    return rows


def _clear(ui: Ui, body: ReviewNow) -> list[ROW]:
    """What leaves readable; before the yes, that it will be added."""
    rows = rows_of(ui, body.clear, CLEAR)
    return rows if body.authorised else [*rows, ("check", ui.words("desk.review.when_ticked"), "")]


def _rows_height(ui: Ui, rows: list[ROW], w: float) -> float:
    return sum(_row_height(ui, row, w) for row in rows)


def _row_height(ui: Ui, row: ROW, w: float) -> float:
    value = ui.height(w, row[2], "strong") if row[2] else 0.0
    return max(48.0, ui.height(w, row[1], "note") + value) + 14


def _rows(ui: Ui, rows: list[ROW], x: float, y: float, w: float, lock: bool) -> None:
    """Lines with their icons; sealed ones have a lock each."""
    for row in rows:
        icon, words, value = row
        ui.canvas.icon(icon, x, y + 1, 38, "text", "surface_raised")
        top = y + ui.block(x + 58, y, w, words, "note")
        if value:
            ui.block(x + 58, top, w, value, "strong")
        if lock:
            ui.canvas.icon("lock", x + 58 + w + 14, y + 3, 32, "feeling", "surface_raised")
        y += _row_height(ui, row, w)


def _panes(page: Page, body: ReviewNow, column: Column) -> None:
    """A readable slip, a sealed envelope, and what never leaves."""
    ui = page.ui
    narrow = (column.w - 26 * 2) / 3.22
    w = (narrow * 1.11, narrow * 1.11, column.w - 52 - narrow * 2.22)
    clear, sealed = _clear(ui, body), rows_of(ui, body.sealed, SEALED)
    never = [("cross", ui.words(leaf.word), "") for leaf in body.never]
    highs = (_slip_height(ui, clear, w[0]), _envelope_height(page, sealed, w[1]), 106 + _rows_height(ui, never, w[2] - 110))
    high = max(*highs, page.room_below(column) - 110)
    x, y = column.x, column.y
    _slip(ui, Box(x, y, w[0], high), clear)
    _envelope(page, Box(x + w[0] + 26, y, w[1], high), sealed)
    _never(ui, Box(x + w[0] + w[1] + 52, y, w[2], high), never)
    column.y += high + 16


def _stacked(page: Page, body: ReviewNow, column: Column) -> None:
    """Large text: one under the other; the code in the place of the first two when it is asked for."""
    ui = page.ui
    never = [("cross", ui.words(leaf.word), "") for leaf in body.never]
    if body.view == "words":
        clear, sealed = _clear(ui, body), rows_of(ui, body.sealed, SEALED)
        _slip(ui, column.take(_slip_height(ui, clear, column.w), 26), clear)
        _envelope(page, column.take(_envelope_height(page, sealed, column.w), 26), sealed)
    else:
        lines = code_lines(page, body, column.w - 140)
        step = ui.style("mono").size * 1.36
        box = column.take(len(lines) * step + 50, 26)
        _ground(ui, box, 5)
        _code(ui, lines, box.x, box.y + 20, box.w)
    _never(ui, column.take(60 * ui.text_scale + 46 + _rows_height(ui, never, column.w - 110), 26), never)


def _slip_height(ui: Ui, rows: list[ROW], w: float) -> float:
    why, rest = ui.words("desk.review.clear.why"), ui.words("desk.review.clear.rest")
    return 60 * ui.text_scale + 44 + ui.height(w - 60, why, "note") + _rows_height(ui, rows, w - 110) + ui.height(w - 60, rest, "note") + 60


def _slip(ui: Ui, box: Box, rows: list[ROW]) -> None:
    c, head = ui.canvas, 60 * ui.text_scale + 20
    _ground(ui, box, 5)
    c.rect(Box(box.x + 2, box.y + 3, box.w - 4, head), "surface_sunk")
    c.icon("eye", box.x + 28, box.y + head / 2 - 22, 48, "text", "surface_sunk")
    ui.line(box.x + 96, box.y + head / 2 + 15 * ui.text_scale, ui.words("desk.review.clear"), "h2")
    y = box.y + head + 16
    y += ui.block(box.x + 30, y, box.w - 60, ui.words("desk.review.clear.why"), "note", "text_soft") + 16
    _rows(ui, rows, box.x + 30, y, box.w - 110, lock=False)
    y += _rows_height(ui, rows, box.w - 110) + 8
    c.stitch(box.x + 24, box.right - 24, y)
    ui.block(box.x + 30, y + 12, box.w - 60, ui.words("desk.review.clear.rest"), "note")


def _envelope_height(page: Page, rows: list[ROW], w: float) -> float:
    ui = page.ui
    who = ui.words("desk.review.sealed.who", operator=page.operator)
    return 60 * ui.text_scale + 116 + ui.height(w - 60, who, "note") + 20 + _rows_height(ui, rows, w - 150) + 30


def _envelope(page: Page, box: Box, rows: list[ROW]) -> None:
    """An envelope, its flap held by a round seal with a lock."""
    ui, c = page.ui, page.ui.canvas
    mid, drop = box.x + box.w / 2, 60 * ui.text_scale + 48
    _ground(ui, box, 8)
    flap = ((box.x, box.y + 2), (box.right, box.y + 2), (mid + 40, box.y + drop), (mid - 40, box.y + drop))
    c.polygon(flap, "surface_sunk")
    for a, b in ((flap[0], flap[3]), (flap[3], flap[2]), (flap[2], flap[1])):
        c.rule(a, b, "edge", 2.5)
    ui.line(mid, box.y + 44 * ui.text_scale + 14, ui.words("desk.review.sealed"), "h2", anchor="middle")
    c.disc((mid, box.y + drop + 10), 38, "feeling")
    c.icon("lock", mid - 20, box.y + drop - 12, 40, "surface_raised", "feeling")
    y = box.y + drop + 62
    who = ui.words("desk.review.sealed.who", operator=page.operator)
    y += ui.block(box.x + 30, y, box.w - 60, who, "note", "text_soft", "middle") + 16
    _rows(ui, rows, box.x + 30, y, box.w - 150, lock=True)


def _never(ui: Ui, box: Box, rows: list[ROW]) -> None:
    c, head = ui.canvas, 60 * ui.text_scale + 20
    _ground(ui, box, 8)
    c.rect(Box(box.x + 2, box.y + 3, box.w - 4, head), "bar")
    c.icon("ban", box.x + 30, box.y + head / 2 - 24, 52, "on_bar", "bar")
    ui.line(box.x + 104, box.y + head / 2 + 15 * ui.text_scale, ui.words("desk.review.never"), "h2", "on_bar")
    _rows(ui, rows, box.x + 30, box.y + head + 22, box.w - 110, lock=False)


# ---- in code ----------------------------------------------------------------


def pretty(text: str) -> list[str]:
    """The JSON with line ends and spaces added, nothing else: the same keys and values in the same order."""
    try:
        data: Any = json.loads(text)
    except ValueError:
        return [text]
    return json.dumps(data, ensure_ascii=False, indent=1).split("\n")


def code_lines(page: Page, body: ReviewNow, room: float) -> list[tuple[str, str]]:
    """Lines and their colour roles: what is sent, then what the envelope in it holds before it is sealed."""
    ui, kept = page.ui, page.kept
    key = (body.json_text, body.added_text, room, ui.text_scale, ui.words.locale)
    if kept.code_of == key:
        return kept.code
    advance = ui.canvas.letters.width("0" * 20, _mono(ui)) / 20
    per_line = max(10, int(room / advance))
    lines = [
        (part, "feeling" if line.lstrip().startswith('"sealed"') else "text")
        for line in pretty(body.json_text)
        for part in _cut(line, per_line)
    ]
    if body.added_text:  # what is not there yet stands over it, as a piece of its own: what follows is whole JSON
        said, added = _titles(ui, "desk.review.when_ticked.code", room), json.dumps(json.loads(body.added_text), indent=1).split("\n")
        shown = [f' "authorisation": {added[0]}', *(f" {line}" for line in added[1:-1]), f" {added[-1]},"]
        block = [(part, "added") for line in shown for part in _cut(line, per_line)]
        lines[:0] = [*said, *block, ("", "text"), *_titles(ui, "desk.review.now", room)]
    lines += [("", "text"), *_titles(ui, "desk.review.inside", room)]
    lines += [(part, "feeling") for line in pretty(body.sealed_text) for part in _cut(line, per_line)]
    kept.code_of, kept.code = key, lines
    return lines


def _titles(ui: Ui, word: str, room: float) -> list[tuple[str, str]]:
    """Words over a piece of code, in lines of their own."""
    return [(line, "title") for line in ui.canvas.letters.wrap(ui.words(word), ui.style("label"), room)]


def _cut(line: str, most: int) -> list[str]:
    indent = " " * (len(line) - len(line.lstrip()))
    if len(line) <= most:
        return [line]
    parts, rest = [line[:most]], line[most:]
    while rest:
        parts.append(indent + "  " + rest[: most - len(indent) - 2])
        rest = rest[most - len(indent) - 2 :]
    return parts


def _mono(ui: Ui) -> Any:
    return ui.style("mono")


def _code(ui: Ui, lines: list[tuple[str, str]], x: float, y: float, w: float) -> None:
    """The lines in sight. Sealed ones stand on a shaded band with a lock in the margin; what a tick adds, with a tick."""
    style, c = _mono(ui), ui.canvas
    step = style.size * 1.36
    for n, (text, role) in enumerate(lines):
        top = y + n * step
        if ui.clip is not None and (top > ui.clip.bottom or top + step < ui.clip.y):
            continue
        if role == "title":
            ui.line(x + 104, top + style.size, text, "label")
            continue
        if role in BANDS:
            icon, ink = BANDS[role]
            c.rect(Box(x + 84, top, w - 84, step), "surface_sunk" if not ui.theme.flat else "surface")
            c.icon(icon, x + 26, top + step / 2 - 15, 32, ink, "surface_raised")
        c.line(x + 104, top + style.size, text, style, "text" if role == "added" else role)


def _code_beside(page: Page, body: ReviewNow, column: Column, consent: float) -> None:
    ui = page.ui
    high = page.area.bottom - consent - column.y - 10
    w = 1080.0
    note = ui.words("desk.review.code_note")
    foot = ui.height(w - 220, note, "note") + 30
    box = Box(column.x, column.y, w, high)
    _ground(ui, box, 5)
    inner = Box(box.x + 8, box.y + 14, w - 24, high - foot - 20)
    with scrolled(ui, page.id("code"), inner, page.kept.inner) as inside:
        lines = code_lines(page, body, inner.w - 120 - 92)
        _code(ui, lines, inside.x, inside.y + 6, inside.w)
        inside.foot = inside.y + 20 + len(lines) * _mono(ui).size * 1.36
    ui.canvas.rect(Box(box.x + 3, box.bottom - foot, w - 6, 3), "rule")
    ui.canvas.icon("lock", box.x + 32, box.bottom - foot / 2 - 19, 38, "feeling", "surface_raised")
    ui.block(box.x + 104, box.bottom - foot + 15, w - 220, note, "note")
    never = [("cross", ui.words(leaf.word), "") for leaf in body.never]
    _never(ui, Box(column.x + 1110, column.y, column.w - 1110, high), _fitting(ui, never, column.w - 1220, high - 110))
    column.y += 10  # the code turns in its own sheet


def _ground(ui: Ui, box: Box, seed: int) -> None:
    """A sheet; a very long one, which only large text makes, is plain, so that it is not cut from paper first."""
    if box.h <= TALL:
        ui.canvas.sheet(box, "surface_raised", seed, 7)
        return
    ui.canvas.rect(box, "surface_raised")
    ui.canvas.rect(box, "edge", 0, 2)


def _fitting(ui: Ui, rows: list[ROW], w: float, room: float) -> list[ROW]:
    """As many as the sheet holds; the list is whole under « en mots »."""
    shown: list[ROW] = []
    for row in rows:
        if _rows_height(ui, [*shown, row], w) > room:
            return [*shown[:-1], ("skip", ui.words("desk.review.never_more"), "")]
        shown.append(row)
    return shown


# ---- words or code ----------------------------------------------------------


def _views_width(ui: Ui) -> float:
    return sum(58 + ui.width(ui.words(word)) + 28 for word in ("desk.review.in_words", "desk.review.in_code")) + 24


def _views(page: Page, body: ReviewNow, x: float, y: float) -> float:
    ui = page.ui
    high = max(66.0, 44 * ui.text_scale + 18)
    for view, word in (("words", "desk.review.in_words"), ("code", "desk.review.in_code")):
        w = 58 + ui.width(ui.words(word)) + 28
        signal = Do("show_words" if view == "words" else "show_code")
        chip(ui, page.id(f"view/{view}"), Box(x, y, w, high), ui.words(word), signal, chosen=body.view == view)
        x += w + 20
    return high
