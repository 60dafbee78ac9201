"""« Tu quittes l’histoire »: 3018 first and largest; beside it what comes next. Enter and Esc go back to the story.
Opened from the title, with no story under way, it is « Le Guichet », promises nothing about a game, and goes back to the title.

Room: game/view/screens.
"""

from __future__ import annotations

from game.view.geometry import Box
from game.view.screens.desk_page import LEFT, RIGHT, Page
from game.view.widgets.desk import Column, number_3018

NEXT = (("question", "desk.leaving.next.questions"), ("lock", "desk.leaving.next.picture"), ("eye", "desk.leaving.next.review"))


def draw(page: Page) -> None:
    """The whole screen."""
    ui = page.ui
    page.before()
    with page.content() as column:
        if page.large:
            high = 430 + 120 * (ui.text_scale - 1)
            whole = page.room_below(column) - 8  # all of it in sight before the page is turned, if it can be
            number_3018(ui, column.take(min(high, max(whole, 400)), 30), around=76)
        else:
            top = column.y + 8
            number_3018(ui, Box(LEFT, top, 580, page.area.bottom - top - 10))
            column = Column(ui, LEFT + 640, top - 4, RIGHT - LEFT - 640)
        column.text(ui.words("desk.leaving.what"), "lead", gap=26)
        column.title(ui.words("desk.leaving.next"))
        for icon, word in NEXT:
            column.point(icon, ui.words(word), style="lead", gap=20)
        if page.kept.from_story:
            _kept(page, column)
        find = page.moment.action("find_case")
        if page.large and find is not None:
            column.y += 16
            box = column.take(page.button_high())
            page.press(find, Box(box.x, box.y, page.wide(ui.words(find.word)), box.h))
    page.after()


def _kept(page: Page, column: Column) -> None:
    """The game is kept: a slip with a bookmark."""
    ui, c = page.ui, page.ui.canvas
    words = ui.words("desk.leaving.kept")
    high = max(92.0, ui.height(column.w - 130, words, "label") + 36)
    box = column.take(high, 10)
    c.sheet(box, "surface_raised", 7, 5)
    x, y = box.x + 34, box.y
    c.polygon(((x, y), (x + 34, y), (x + 34, y + 88), (x + 17, y + 74), (x, y + 88)), "accent")
    ui.block(box.x + 100, y + (high - ui.height(column.w - 130, words, "label")) / 2, column.w - 130, words, "label")
