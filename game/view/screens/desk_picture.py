"""The picture's step: a file of this device is chosen and only its fingerprint is taken. It is never shown, never named.

Room: game/view/screens. A training desk also offers the bundled collage, which is our own drawing and hurts nobody.
"""

from __future__ import annotations

from game.view.geometry import Box
from game.view.screens.desk_page import LEFT, RIGHT, Local, Page, Typed
from game.view.scroll import scrolled
from game.view.widgets.basic import button
from game.view.widgets.desk import Column, entry, entry_height, gauge, square, title
from reporting.client.commands import AddExample, Cancel, Remove
from reporting.client.moment import ItemNow, PictureNow

ROLES = {"ready": "good", "plain": "warn", "error": "danger", "queued": "accent", "measuring": "accent"}


def draw(page: Page) -> None:
    """The whole screen."""
    ui, body = page.ui, page.moment.body
    assert isinstance(body, PictureNow)  # noqa: S101
    page.before()
    if not page.large and page.kept.tall <= page.area.h:
        _beside(page, body)
    else:
        with page.content() as column:
            if page.large:
                left = right = column
            else:
                left = Column(ui, LEFT, column.y, 700)
                right = Column(ui, LEFT + 748, column.y, column.w - 748)
            top = left.y
            _picker(page, body, left)
            page.kept.tall = left.y - top + 90
            newest = _list(page, body, right)
            column.y = max(left.y, right.y)
        _reveal(page, body, newest)
    page.after()


def _beside(page: Page, body: PictureNow) -> None:
    """Normal text: the picker stays where it is, and only the list beside it turns."""
    ui, area, kept = page.ui, page.area, page.kept
    wide = page.shortcut.x - LEFT - 24 if page.shortcut is not None and not page.shortcut_in_head else RIGHT - LEFT
    y = area.y + title(ui, area.x, area.y + 2, wide, page.say(page.moment.title)) + 2
    left = Column(ui, LEFT, y + 14, 700)
    _picker(page, body, left)
    kept.tall = left.y - area.y
    kept.again |= kept.tall > area.h  # what goes wrong takes a strip of the page: then all of it turns
    with scrolled(ui, page.id("scroll"), Box(LEFT + 748, y, RIGHT - LEFT - 748, area.bottom - y), kept.scroll) as inside:
        right = Column(ui, inside.x, inside.y + 14, inside.w)
        newest = _list(page, body, right)
        inside.foot = right.y
    _reveal(page, body, newest)


def _reveal(page: Page, body: PictureNow, newest: Box | None) -> None:
    """A picture that was just added is brought into view, wherever the list stood."""
    kept, last = page.kept, max((item.id for item in body.items), default=0)
    if newest is not None and last > kept.shown >= 0:
        kept.again |= kept.scroll.turn(newest.bottom + 16 - kept.foot)
    kept.shown = last


def _picker(page: Page, body: PictureNow, column: Column) -> None:
    ui = page.ui
    column.text(ui.words(body.promise), "label", gap=14)
    _zone(page, body, column)
    _choose(page, body, column)
    column.point("clock" if page.training else "ear", ui.words(body.advice), gap=14)


def _list(page: Page, body: PictureNow, column: Column) -> Box | None:
    """What was chosen, and how each one goes. Returns where the newest stands."""
    ui, newest = page.ui, None
    page.kept.foot = ui.clip.bottom if ui.clip is not None else page.area.bottom
    if body.problem is not None:
        column.point("warning", page.say(body.problem), "danger")
    for item in body.items:
        newest = _item(page, item, column)
    column.y += 6
    column.point("eye-off", ui.words(body.hidden), gap=6)
    return newest


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
            button(ui, page.id("example"), Box(x, y, min(room, page.wide(take)), high), take, AddExample(), icon="plus", kind="go",
                   enabled=body.room > 0)  # fmt: skip
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
        entry(ui, page.id("path"), at, page.kept.path, hint, Typed, icon="pencil", hint=hint, longest=4096,
              enter=Local("take_path") if typed else None)  # fmt: skip
        if typed:
            square(ui, page.id("take_path"), x + w - take_w, y, "check", go, Local("take_path"), size=take_w)
    elif body.full is not None:
        words = page.say(body.full)
        high = ui.height(w, words, "note")
        ui.block(x, y + max(0.0, (field_h - high) / 2), w, words, "note")
        field_h = max(field_h, high)
    column.y = (column.y + max(row, field_h) if beside else y + field_h) + 24


def _item(page: Page, item: ItemNow, column: Column) -> Box:
    """One chosen file: a drawing of a sheet, how its fingerprint goes, its quality in words."""
    ui, c, s = page.ui, page.ui.canvas, page.ui.text_scale
    name, words, role = page.say(item.title), page.say(item.say), ROLES[item.state]
    busy = item.state in ("queued", "measuring")
    stop = ui.words("desk.item.stop")
    stop_w, high = (page.wide(stop), page.button_high()) if busy else (64.0, 64.0)
    side = column.w >= 700
    room = column.w - 124 - (stop_w + 48 if side else 40)
    room_words = room - (0 if busy else 58)
    words_h = ui.height(room_words, words, "note")
    percent = ui.words("desk.item.percent", percent=item.percent)
    apart = busy and room - ui.width(name) - ui.width(percent) - 52 <= 120  # the bar needs a line of its own
    box_h = max(134.0, 24 + 40 * s + 8 + (40 if apart else 0) + words_h + 22 + (0 if side else high + 14))
    box = column.take(box_h, 18)
    c.sheet(box, "surface_raised", item.id % 7 + 2, 5)
    c.rect(Box(box.x, box.y, 14, box.h), role)
    c.icon("broken" if item.state == "error" else "file", box.x + 40, box.y + (box.h - 56) / 2, 56, "text", "surface_raised")
    x, y = box.x + 124, box.y + 20
    ui.line(x, y + 31 * s, name, "label")
    if busy:
        bar_x = x + ui.width(name) + 28
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
        button(ui, page.id(f"stop/{item.id}"), Box(bx, by, stop_w, high), stop, Cancel(item.id), icon="cross", voice=f"{stop}. {name}")
    else:
        square(ui, page.id(f"remove/{item.id}"), bx, by, "cross", f"{ui.words('desk.item.remove')} {name}", Remove(item.id))
    return box
