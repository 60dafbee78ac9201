"""Who you are, the age in the picture, whose device this is. Nothing is chosen beforehand.

Room: game/view/screens.
"""

from __future__ import annotations

from game.view.geometry import Box
from game.view.screens.desk_page import LEFT, Page
from game.view.widgets.basic import chip
from game.view.widgets.desk import Column, option, option_height
from reporting.client.commands import Pick, PickField
from reporting.client.moment import OptionNow, WhoNow

ICONS = {"shown": "person", "with_them": "people", "witness": "ear"}


def draw(page: Page) -> None:
    """The whole screen."""
    ui, body = page.ui, page.moment.body
    assert isinstance(body, WhoNow)  # noqa: S101
    page.before()
    with page.content() as column:
        _people(page, body, column)
        for field, title, options in (("age", body.ages_title, body.ages), ("device", body.devices_title, body.devices)):
            column.seam(10)
            column.y += _row(page, column, "age" if field == "age" else "device", ui.words(title), options) + 16
        column.seam(16)
        calm = body.advice.endswith("_witness")
        column.point("heart" if calm else "shield", ui.words(body.advice), "good", gap=6)
    page.after()


def _people(page: Page, body: WhoNow, column: Column) -> None:
    ui = page.ui
    columns = 1 if page.large else 3
    w = (column.w - 24 * (columns - 1)) / columns
    words = [(o, ui.words(o.word), ui.words(o.note) if o.note else "") for o in body.who]
    least = 0.0 if page.large else 262.0
    highs = [option_height(ui, w, head, note, least) for _, head, note in words]
    top = column.y
    for n, (o, head, note) in enumerate(words):
        high = highs[n] if columns == 1 else max(highs)
        box = Box(column.x + (n % columns) * (w + 24), top, w, high)
        option(ui, page.id(f"who/{o.id}"), box, ICONS[o.id], head, note, Pick("who", o.id), chosen=o.chosen, key=str(n + 1))
        if columns == 1:
            top += high + 22
    column.y = top + (max(highs) + 24 if columns == 3 else 10)


def _row(page: Page, column: Column, field: PickField, title: str, options: tuple[OptionNow, ...]) -> float:
    """A question and its answers as chips. Returns the height."""
    ui, s = page.ui, page.ui.text_scale
    high = max(66.0, 44 * s + 18)
    left, y = LEFT + 372.0, column.y
    if page.large:
        left = column.x
        y += ui.block(column.x, y, column.w, title, "label") + 12
    else:
        words = ui.height(350, title, "label")
        ui.block(column.x, y + (high - words) / 2, 350, title, "label")
    room = column.x + column.w - left
    natural = [78 + ui.width(ui.words(o.word)) for o in options]
    spare = room - 18 * 3 - sum(natural) - max(0, 4 - len(natural)) * room / 4
    even = (room - 18 * 3) / 4
    if page.large:
        widths = natural
    elif max(natural) <= even:
        widths = [even] * len(natural)
    else:  # on one row as long as the words fit
        widths = [w + max(0.0, spare) / len(natural) for w in natural]
    x = left
    for n, (o, w) in enumerate(zip(options, widths, strict=True)):
        if x > left and x + w > left + room + 1:
            x, y = left, y + high + 14
        chip(ui, page.id(f"{field}/{n}"), Box(x, y, min(w, room), high), ui.words(o.word), Pick(field, o.id), chosen=o.chosen)
        x += w + 18
    return y + high - column.y
