"""The real services, by age, each with where the picture goes. On « not connected » that is said first, then 3018.

Room: game/view/screens. A site opens only after a question, in the system's own browser; `stay` has the focus.
"""

from __future__ import annotations

from game.view.geometry import Box
from game.view.screens.desk_page import LEFT, RIGHT, Page
from game.view.widgets.basic import button, chip
from game.view.widgets.desk import Column, number_3018
from reporting.client.commands import Do, LeaveFor, Pick
from reporting.client.moment import RoutesNow, ServiceNow


def draw(page: Page) -> None:
    """The whole screen."""
    ui, body = page.ui, page.moment.body
    assert isinstance(body, RoutesNow)  # noqa: S101
    if not page.large:
        page.refoot(why=ui.words(body.limits), sign="warning", role="warn")
    page.before()
    with page.content() as column:
        if page.large:
            column.text(ui.words(body.say), "label", gap=24)
            column.y += _ages(page, body, column) + 24
            number_3018(ui, column.take(430 + 120 * (ui.text_scale - 1), 30), aside=False)
            right = column
        else:
            side = Column(ui, LEFT, column.y + 2, 510)
            side.text(ui.words(body.say), "label", gap=18)
            number_3018(ui, Box(LEFT, side.y, 506, max(320.0, page.area.bottom - side.y - 8)), aside=False)
            right = Column(ui, LEFT + 556, column.y, RIGHT - LEFT - 556 - (column.x + column.w < RIGHT - 1) * 92)
            right.y += _ages(page, body, right) + 14
        for service in body.services:
            _service(page, service, right)
        if page.large:
            right.point("warning", ui.words(body.limits), "warn", gap=10)
        column.y = max(column.y, right.y - 8)
    page.after()


def _ages(page: Page, body: RoutesNow, column: Column) -> float:
    """Chips for the age in the picture."""
    ui, s = page.ui, page.ui.text_scale
    title = ui.words("desk.routes.age_title")
    high = max(66.0, 44 * s + 18)
    left, top = column.x, column.y
    room = column.w
    title_w = ui.width(title) + 24
    if page.large:
        top += ui.block(column.x, top, column.w, title, "label") + 10
    else:
        ui.line(column.x, top + high / 2 + 10.5 * s, title, "label")
        left, room = column.x + title_w, column.w - title_w
    x, y = left, top
    for n, option in enumerate(body.ages):
        words = ui.words(option.word)
        w = max(150.0, 58 + ui.width(words) + 22)
        if x > left and x + w > left + room:
            x, y = left, y + high + 12
        chip(ui, page.id(f"age/{n}"), Box(x, y, w, high), words, Pick("route_age", option.id), chosen=option.chosen)
        x += w + 12
    return y + high - column.y


def _service(page: Page, service: ServiceNow, column: Column) -> None:
    """One real service: for whom, where the picture goes (lock or plane, in a strip), and the button that leaves the program."""
    ui, s, c = page.ui, page.ui.text_scale, page.ui.canvas
    if not service.fits:
        _aside(page, service, column)
        return
    role, ink, sign = ("good", "on_good", "lock") if service.picture == "stays" else ("warn", "on_warn", "send")
    whom, where, high = ui.words(service.for_whom), ui.words(service.picture_word), page.button_high()
    pad, w = 28.0, column.w - 56
    heads = ui.width(service.name, "h2") + ui.width(whom, "note") + 40 <= w
    head_h = 50 * s if heads else 50 * s + ui.height(w, whom, "note")
    quiet = page.moment.asking is not None  # a question is open: no other site is offered
    go = page.wide(ui.words("desk.open_site")) if not quiet else 0.0
    beside = not quiet and w - go - 18 > 104 + ui.width(where) * 0.5 and not page.large
    strip_w = w - go - 18 if beside else w
    strip_h = max(66.0, ui.height(strip_w - 84, where, "label") + 26)
    below = 0.0
    asked = page.moment.asking
    if service.asking and asked is not None:
        yes, no = ui.words(asked.confirm), ui.words(asked.stay)
        yes_w, no_w = page.wide(yes, least=230), page.wide(no, least=270)
        side = w - yes_w - no_w - 42 >= 420
        q_w = w - yes_w - no_w - 42 if side else w
        q_h = ui.height(q_w, page.say(asked.say), "note")
        below = max(q_h, high) + 18 if side else q_h + high + 34
    elif not beside and not quiet:
        below = high + 16
    box = column.take(16 + head_h + 8 + strip_h + below + 16, 12)
    c.sheet(box, "surface_raised", len(service.id) % 5 + 4, 7)
    y = box.y + 16
    ui.line(box.x + pad, y + 36 * s, service.name, "h2")
    if heads:
        ui.line(box.right - pad, y + 35 * s, whom, "note", "text_soft", "end")
    else:
        ui.block(box.x + pad, y + 50 * s, w, whom, "note", "text_soft")
    y += head_h + 8
    strip = Box(box.x + pad, y, strip_w, strip_h)
    c.rect(strip, role, 4)
    c.icon(sign, strip.x + 18, strip.y + (strip_h - 40) / 2, 40, ink, role)
    ui.block(strip.x + 68, strip.y + (strip_h - ui.height(strip_w - 84, where, "label")) / 2, strip_w - 84, where, "label", ink)
    if service.asking and asked is not None:
        y += strip_h + 18
        ui.block(box.x + pad, y if not side else y + (max(q_h, high) - q_h) / 2, q_w, page.say(asked.say), "note")
        by = y if side else y + q_h + 16
        bx = box.right - pad - no_w - yes_w - 20
        button(ui, page.id("stay"), Box(box.right - pad - no_w, by, no_w, high), no, Do("stay"), icon="cross", seed=5)
        button(ui, page.id("confirm"), Box(bx, by, yes_w, high), yes, Do("confirm"), icon="link", kind="go", seed=3)
        return
    if quiet:
        return
    go_box = (
        Box(box.right - pad - go, strip.y + (strip_h - high) / 2, go, high) if beside else Box(box.x + pad, strip.bottom + 14, go, high)
    )
    label = ui.words("desk.open_site")
    button(ui, page.id(f"open/{service.id}"), go_box, label, LeaveFor(service.id), icon="link", seed=len(service.id),
           voice=f"{label} {service.name}")  # fmt: skip
    if page.kept.address == service.url:
        column.text(ui.words("desk.copy_address", address=service.url), "note", gap=12)


def _aside(page: Page, service: ServiceNow, column: Column) -> None:
    """A service that is not for this age: one dashed line, no button."""
    ui, s, c = page.ui, page.ui.text_scale, page.ui.canvas
    where, whom = ui.words(service.picture_word), ui.words(service.for_whom)
    name_w = ui.width(service.name, "h2")
    one = name_w + ui.width(where, "note") + ui.width(whom) + 190 <= column.w
    high = 80.0 if one else 56 * s + ui.height(column.w - 130, where, "note") + ui.height(column.w - 60, whom, "label") + 30
    box = column.take(high, 16)
    c.dashed(box, "edge")
    ui.line(box.x + 28, box.y + (high / 2 + 14 if one else 48 * s), service.name, "h2")
    sign = "lock" if service.picture == "stays" else "send"
    if one:
        x = box.x + 28 + name_w + 36
        c.icon(sign, x, box.y + high / 2 - 20, 38, "good" if sign == "lock" else "warn", "surface")
        ui.line(x + 52, box.y + high / 2 + 11, where, "note")
        ui.line(box.right - 28, box.y + high / 2 + 11, whom, "label", "text_soft", "end")
        return
    y = box.y + 56 * s + 8
    c.icon(sign, box.x + 28, y, 38, "good" if sign == "lock" else "warn", "surface")
    y += ui.block(box.x + 80, y, box.w - 130, where, "note")
    ui.block(box.x + 28, y, box.w - 60, whom, "label", "text_soft")
