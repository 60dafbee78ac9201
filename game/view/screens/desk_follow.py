"""The case, opened by its nine words (covered again): what happened, what was answered, and the way to withdraw it.

Room: game/view/screens.
"""

from __future__ import annotations

from datetime import datetime

from game.view.geometry import Box
from game.view.screens.desk_page import LEFT, RIGHT, Page
from game.view.ui import Ui
from game.view.widgets.desk import Column, bubble, number_3018, square, timeline
from reporting.client.commands import Do
from reporting.client.moment import FollowNow

LEAST_3018 = 250.0  # the least height in which it is more than the strip says already


def draw(page: Page) -> None:
    """The whole screen."""
    ui, body = page.ui, page.moment.body
    assert isinstance(body, FollowNow)  # noqa: S101
    page.before()
    wide = RIGHT - LEFT if page.large else 620.0
    with page.content(wide_title=wide, beside=True) as column:
        if page.large:
            left = right = column
            _words(page, body, column)
        else:
            left = Column(ui, LEFT, column.y + 6, 640)
            right = Column(ui, LEFT + 700, column.y - 84, column.x + column.w - LEFT - 700)
            _words(page, body, right)
        if body.withdrawn:
            left.point("check", ui.words("desk.follow.withdrawn"), "good", "strong")
        if not body.steps:
            left.point("clock", ui.words("desk.why.working"))
        rows = []
        for step in body.steps:
            head, _, more = page.say(step.say).partition("\n")
            words = when(ui, step.at) if step.at is not None else more or ui.words("desk.follow.to_come")
            rows.append((step.state, head, words))
        left.y += timeline(ui, left.x, left.y, left.w, rows, 108) + 20
        if page.large:
            right.seam(20)
        else:
            for y in range(int(page.area.y + 16), int(page.area.bottom - 12), 29):
                ui.canvas.rect(Box(LEFT + 666, y, 3, 16), "rule")
        _messages(page, body, right)
        room = page.area.bottom - right.y - 12
        if not page.large and room >= LEAST_3018:  # nobody has to wait alone for the next step
            number_3018(ui, right.take(room, 0), aside=room >= 360, around=40)
        column.y = max(left.y, right.y)
    page.after()


def _words(page: Page, body: FollowNow, column: Column) -> None:
    """Nine short bars, and an eye to lift the cover."""
    ui, c, s = page.ui, page.ui.canvas, page.ui.text_scale
    high = max(72.0, 44 * s + 24)
    offered = page.moment.action("uncover") or page.moment.action("cover")
    room = column.w - high - 14
    if body.words is None:
        box = Box(column.x, column.y, room, high)
        c.rect(box, "surface_raised", 6)
        c.rect(box, "edge", 6, 3)
        c.icon("lock", box.x + 20, box.y + high / 2 - 19, 38, "accent", "surface_raised")
        label = ui.words("desk.follow.nine")
        ui.line(box.x + 76, box.y + high / 2 + 10.5 * s, label, "label")
        start = box.x + 76 + ui.width(label) + 30
        step = min(44.0, (box.right - 20 - start) / 10)
        for i in range(9):
            if step > 18:
                c.rect(Box(start + i * step + i // 3 * step / 3, box.y + high / 2 - 9, step * 0.76, 18), "text", 4)
        taken = high
    else:
        words = " ".join(body.words)
        taken = max(high, ui.height(room - 40, words, "label") + 30)
        box = Box(column.x, column.y, room, taken)
        c.rect(box, "surface_raised", 6)
        c.rect(box, "edge", 6, 3)
        ui.block(box.x + 20, box.y + 14, room - 40, words, "label")
    if offered is not None:
        square(ui, page.id(offered.id), column.x + column.w - high, column.y, "eye" if body.words is None else "eye-off",
               ui.words(offered.word), Do(offered.id), size=high)  # fmt: skip
    column.y += taken + 24


def _messages(page: Page, body: FollowNow, column: Column) -> None:
    ui = page.ui
    who = page.operator[:1].upper() + page.operator[1:]
    if not body.messages:
        column.point("ear", ui.words("desk.follow.no_message"))
    for message in body.messages:
        column.y += bubble(ui, column.x, column.y, column.w, who, when(ui, message.at), message.text) + 16


def when(ui: Ui, at: datetime) -> str:
    """A moment in the person's own time zone, in words."""
    local = at.astimezone()
    return ui.words("desk.when", day=ui.words(f"desk.day.{local.weekday()}"), date=local.day, hour=local.hour, minute=f"{local.minute:02}")
