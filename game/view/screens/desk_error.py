"""Nobody’s fault: what happened, what is safe, what to do now. 3018 stands beside it.

Room: game/view/screens.
"""

from __future__ import annotations

from game.view.geometry import Box
from game.view.screens.desk_follow import when
from game.view.screens.desk_page import LEFT, Page
from game.view.widgets.basic import point
from game.view.widgets.desk import Column, number_3018
from reporting.client.moment import ErrorNow


def draw(page: Page) -> None:
    """The whole screen."""
    ui, body = page.ui, page.moment.body
    assert isinstance(body, ErrorNow)  # noqa: S101
    page.before()
    with page.content() as column:
        if page.large:
            _what(page, body, column)
            column.y += 20
            number_3018(ui, column.take(430 + 120 * (ui.text_scale - 1), 10), aside=False)
        else:
            top = column.y
            left = Column(ui, LEFT, top, 1080)
            high = max(420.0, page.area.bottom - top - 10)
            _what(page, body, left, high)
            number_3018(ui, Box(LEFT + 1114, top, column.x + column.w - LEFT - 1114, high))
            column.y = max(left.y, top + high)
    page.after()


def _what(page: Page, body: ErrorNow, column: Column, least: float = 0) -> None:
    """The sheet, `least` px high: sign, sentence, calm words, what is kept, and at its foot the ways on."""
    ui, c = page.ui, page.ui.canvas
    inside, room = column.x + 50, column.w - 100
    rows = []
    if body.kept is not None:
        rows.append(("lock", page.say(body.kept), "strong"))
    if body.next_try is not None:
        rows.append(("clock", ui.words("desk.error.next_try", when=when(ui, body.next_try)), "body"))
    if body.kept is not None:
        rows.append(("check", ui.words("desk.error.once"), "body"))
    if body.fields:
        rows.append(("question", ui.words("desk.error.fields", fields=", ".join(body.fields)), "body"))
    said, calm = page.say(body.say), ui.words(body.calm)
    head = max(150.0, ui.height(room - 170, said, "h2") + ui.height(room - 170, calm, "body") + 12)
    actions = [a for a in page.moment.actions if a.id in ("send_again", "retry_open", "erase")]
    high = page.button_high()
    wides = [min(room, page.wide(ui.words(a.word))) for a in actions]
    one = sum(wides) + 24 * len(wides) <= room + 24
    tall = (
        36
        + head
        + 20
        + sum(max(58 * ui.drawn + 2, ui.height(room - 26 - 58 * ui.drawn, w, st)) + 18 for _, w, st in rows)
        + (high + 18) * (1 if one else len(actions))
        + 30
    )
    box = column.take(max(tall, least), 10)
    c.sheet(box, "surface_raised", 5, 8, "" if ui.theme.flat else "accent")
    c.disc((inside + 66, box.y + 36 + 70), 66, "accent")
    c.icon("cloud-off", inside + 24, box.y + 64, 84, "on_accent", "accent")
    y = box.y + 40
    y += ui.block(inside + 166, y, room - 170, said, "h2") + 8
    ui.block(inside + 166, y, room - 170, calm, "body")
    y = box.y + 36 + head + 20
    for icon, words, style in rows:
        y += point(ui, inside, y, room, icon, words, style) + 18
    x, y = inside, y + max(0.0, least - tall)
    for action, wide in zip(actions, wides, strict=True):
        page.press(action, Box(x, y, wide, high))
        if one:
            x += wide + 24
        else:
            y += high + 18
