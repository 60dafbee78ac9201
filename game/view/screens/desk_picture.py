"""The picture's step: a file of this device is chosen and only its fingerprint is taken. It is never shown, never named.

Room: game/view/screens. A training desk also offers the bundled collage, which is our own drawing and hurts nobody.
"""

from __future__ import annotations

from game.view.geometry import Box
from game.view.screens.desk_page import LEFT, Local, Page, Typed
from game.view.widgets.basic import button
from game.view.widgets.desk import Column, entry, entry_height, gauge, square
from reporting.client.commands import AddExample, Cancel, Remove
from reporting.client.moment import ItemNow, PictureNow

ROLES = {"ready": "good", "plain": "warn", "error": "danger", "queued": "accent", "measuring": "accent"}


def draw(page: Page) -> None:
    """The whole screen."""
    ui, body = page.ui, page.moment.body
    assert isinstance(body, PictureNow)  # noqa: S101
    page.before()
    with page.content() as column:
        if page.large:
            left = right = column
        else:
            left = Column(ui, LEFT, column.y, 700)
            right = Column(ui, LEFT + 748, column.y, column.w - 748)
        left.text(ui.words(body.promise), "label", gap=14)
        _zone(page, body, left)
        _choose(page, body, left)
        left.point("clock" if page.training else "ear", ui.words(body.advice), gap=14)
        if body.problem is not None:
            right.point("warning", page.say(body.problem), "danger")
        for item in body.items:
            _item(page, item, right)
        right.y += 6
        right.point("eye-off", ui.words(body.hidden), gap=6)
        column.y = max(left.y, right.y)
    page.after()


def _zone(page: Page, body: PictureNow, column: Column) -> None:
    """Where a file is let go; in an exercise the collage is offered in it."""
    ui, c = page.ui, page.ui.canvas
    high = page.button_high()
    if page.training:
        words, take = ui.words("desk.picture.example"), ui.words("desk.picture.take_example")
        side = 220.0
        shown = c.art.example(c.view.length(side)) if column.w > 600 else None  # our own drawing, the only picture ever shown here
        room = column.w - (side + 130 if shown else 90)
        tall = ui.height(room, words) + (high + 20 if body.example else 0)
        box = column.take(max(side + 60 if shown else 200, tall + 60), 24)
        c.dashed(box, "edge", 5, 22, 16)
        x = box.x + 44
        if shown:
            frame = Box(x, box.y + (box.h - side) / 2, side, side)
            c.sheet(frame.inset(-10), "surface_raised", 3, 6)
            c.surface.blit(shown, c.view.real((frame.x, frame.y)))
            x += side + 40
        y = box.y + (box.h - tall) / 2
        y += ui.block(x, y, room, words) + 20
        if body.example:
            button(ui, page.id("example"), Box(x, y, min(room, page.wide(take)), high), take, AddExample(), icon="plus", kind="go")
        return
    head, what = ui.words("desk.picture.drop"), ui.words("desk.picture.drop.what")
    tall = 110 + ui.height(column.w - 60, head, "h2") + 8 + ui.height(column.w - 60, what, "note")
    box = column.take(max(300.0, tall + 50), 24)
    c.rect(box, "surface_raised", 12)
    c.dashed(box, "edge", 5, 22, 16)
    y = box.y + (box.h - tall) / 2
    c.icon("print", box.x + box.w / 2 - 48, y, 96, "accent", "surface_raised")
    y += 110
    y += ui.block(box.x + 30, y, box.w - 60, head, "h2", anchor="middle") + 8
    ui.block(box.x + 30, y, box.w - 60, what, "note", "text_soft", "middle")


def _choose(page: Page, body: PictureNow, column: Column) -> None:
    """The file browser, and a field for those who know the path."""
    ui = page.ui
    label, hint, go = ui.words("desk.picture.browse"), ui.words("desk.picture.path"), ui.words("desk.picture.take_path")
    wide, high, field_h = page.wide(label, least=300), page.button_high(), entry_height(ui)
    row = max(high, field_h)
    beside = column.w - wide - 20 >= 340 and not page.large
    can = body.room > 0
    button(
        ui,
        page.id("browse"),
        Box(column.x, column.y + (row - high) / 2, wide, high),
        label,
        Local("browse"),
        icon="file",
        enabled=can,
        seed=4,
    )
    x, y, w = (column.x + wide + 20, column.y + (row - field_h) / 2, column.w - wide - 20)
    if not beside:
        x, y, w = column.x, column.y + row + 16, column.w
    typed = bool(page.kept.path.strip())
    take_w = field_h if typed else 0.0
    if can:
        at = Box(x, y, w - (take_w + 12 if typed else 0), field_h)
        entry(ui, page.id("path"), at, page.kept.path, hint, Typed, icon="pencil", hint=hint, longest=4096)
        if typed:
            square(ui, page.id("take_path"), x + w - take_w, y, "check", go, Local("take_path"), size=take_w)
    column.y = (column.y + row if beside else y + field_h) + 24


def _item(page: Page, item: ItemNow, column: Column) -> None:
    """One chosen file: a drawing of a sheet, how its fingerprint goes, its quality in words."""
    ui, c, s = page.ui, page.ui.canvas, page.ui.text_scale
    title, words, role = page.say(item.title), page.say(item.say), ROLES[item.state]
    busy = item.state in ("queued", "measuring")
    stop = ui.words("desk.item.stop")
    stop_w, high = (page.wide(stop), page.button_high()) if busy else (64.0, 64.0)
    side = column.w >= 700
    room = column.w - 124 - (stop_w + 48 if side else 40)
    room_words = room - (0 if busy else 58)
    words_h = ui.height(room_words, words, "note")
    percent = ui.words("desk.item.percent", percent=item.percent)
    apart = busy and room - ui.width(title) - ui.width(percent) - 52 <= 120  # the bar needs a line of its own
    box_h = max(134.0, 24 + 40 * s + 8 + (40 if apart else 0) + words_h + 22 + (0 if side else high + 14))
    box = column.take(box_h, 18)
    c.sheet(box, "surface_raised", item.id % 7 + 2, 5)
    c.rect(Box(box.x, box.y, 14, box.h), role)
    c.icon("broken" if item.state == "error" else "file", box.x + 40, box.y + (box.h - 56) / 2, 56, "text", "surface_raised")
    x, y = box.x + 124, box.y + 20
    ui.line(x, y + 31 * s, title, "label")
    if busy:
        bar_x = x + ui.width(title) + 28
        bar_w = room - (bar_x - x) - ui.width(percent) - 24
        if not apart:
            gauge(ui, bar_x, y + 10 * s, bar_w, item.percent / 100)
            ui.line(bar_x + bar_w + 18, y + 31 * s, percent, "label")
        else:
            gauge(ui, x, y + 44 * s, room, item.percent / 100)
            y += 34
        y += 46 * s
        ui.block(x, y, room, words, "note")
    else:
        y += 46 * s
        c.disc((x + 22, y + 20), 22, role)
        c.icon("check" if item.state == "ready" else "warning", x + 8, y + 6, 28, f"on_{role}", role)
        ui.block(x + 58, y, room_words, words, "note")
    bx = box.right - stop_w - 24
    by = box.y + (box.h - high) / 2 if side else box.bottom - high - 14
    if busy:
        button(ui, page.id(f"stop/{item.id}"), Box(bx, by, stop_w, high), stop, Cancel(item.id), icon="cross", voice=f"{stop}. {title}")
    else:
        square(ui, page.id(f"remove/{item.id}"), bx, by, "cross", f"{ui.words('desk.item.remove')} {title}", Remove(item.id))
