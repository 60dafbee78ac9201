"""Small sheets over a desk page: a question before something that cannot be undone, the other choices, a short wait.

Room: game/view/screens.
"""

from __future__ import annotations

from game.view.geometry import Box
from game.view.screens.desk_page import ICONS, LEFT, Local, Page
from game.view.scroll import scrolled
from game.view.widgets.basic import button
from game.view.widgets.desk import Column, entry, entry_height, number_3018
from reporting.client.commands import Do, Write
from reporting.client.moment import OpeningNow, ReceiptNow, WhoNow


def opening(page: Page) -> None:
    """A short wait, with nothing asked or sent yet."""
    body = page.moment.body
    assert isinstance(body, OpeningNow)  # noqa: S101
    page.before()
    with page.content() as column:
        top = column.y
        left = column if page.large else Column(page.ui, LEFT, top, 1080)
        left.y += 40
        left.point("clock", page.ui.words(body.say), style="lead")
        if not page.large:  # it may take a while: somebody to call meanwhile
            high = max(420.0, page.area.bottom - top - 10)
            number_3018(page.ui, Box(LEFT + 1114, top, column.x + column.w - LEFT - 1114, high))
            column.y = top + high
    page.after()


def asking(page: Page) -> None:
    """Something is asked before it is done; « stay » has the focus."""
    asked, ui = page.moment.asking, page.ui
    assert asked is not None  # noqa: S101
    words = page.say(asked.say)
    yes, no = ui.words(asked.confirm), ui.words(asked.stay)
    high = page.button_high()
    w = 1120.0
    text = ui.height(w - 184, words, "lead-strong")
    wide = max(page.wide(yes), page.wide(no, key=ui.words("key.esc")))
    rows = 1 if 2 * wide + 24 <= w - 100 else 2
    h = 60 + max(text, 60) + 36 + rows * (high + 18) + 32
    top = page.head.page.y  # the mark of the mode stays in sight
    box = Box((1920 - w) / 2, max(top + 10, top + (ui.bottom - top - h) / 2), w, h)
    ui.canvas.veil(Box(0, top, 1920, ui.bottom - top), "shadow", 0.55)
    ui.canvas.sheet(box, "surface_raised", 5, 14)
    k = min(ui.drawn, 1.4)
    ui.canvas.disc((box.x + 82, box.y + 56 + 34 * k), 34 * k, "warn")
    ui.canvas.icon("question", box.x + 82 - 22 * k, box.y + 56 + 12 * k, 44 * k, "on_warn", "warn")
    ui.block(box.x + 140, box.y + 60, w - 184, words, "lead-strong")
    y = box.bottom - 32 - rows * (high + 18) + 18
    button(ui, page.id("stay"), Box(box.x + 50, y, wide, high), no, Do("stay"), icon="back", key=ui.words("key.esc"))
    x, y = (box.x + 50, y + high + 18) if rows == 2 else (box.right - 50 - wide, y)
    button(ui, page.id("confirm"), Box(x, y, wide, high), yes, Do("confirm"), icon="check", kind="danger")


def menu(page: Page) -> None:
    """The choices that have no place of their own on the page; what is held back says why."""
    ui, kept, body = page.ui, page.kept, page.moment.body
    top = page.head.page.y  # the mark of the mode stays in sight
    ui.canvas.veil(Box(0, top, 1920, ui.bottom - top), "shadow", 0.55)
    w = 1180.0 if not page.large else 1700.0
    high = page.button_high()
    needs = isinstance(body, WhoNow | ReceiptNow) and body.can_passphrase
    height = ui.height(w - 100, ui.words("desk.more"), "h2") + 100
    for action in page.others:
        height += high + 18 + (ui.height(w - 120, ui.words(action.why_not), "note") if action.why_not else 0)
    height += high + 30
    if needs:
        height += ui.height(w - 100, ui.words("desk.passphrase.what"), "note") + entry_height(ui) + 60
    h = min(height, ui.bottom - top - 30)
    box = Box((1920 - w) / 2, top + (ui.bottom - top - h) / 2, w, h)
    ui.canvas.sheet(box, "surface_raised", 5, 14)
    inner = Box(box.x + 50, box.y + 30, w - 100, h - 60)
    with scrolled(ui, page.id("over"), inner, kept.over) as inside:
        column = Column(ui, inside.x, inside.y + 8, inside.w)
        column.title(ui.words("desk.more"))
        for action in page.others:
            at = column.take(high, 8 if action.why_not else 18)
            page.press(action, at, icon=ICONS.get(action.id, ""))
            if action.why_not:
                column.text(ui.words(action.why_not), "note", "text_soft", 16)
        if needs:
            column.text(ui.words("desk.passphrase.what"), "note", gap=10)
            words, at = ui.words("desk.passphrase"), column.take(entry_height(ui), 20)
            entry(ui, page.id("passphrase"), at, kept.passphrase, words, lambda text: Write("passphrase", text), icon="lock", hint=words,
                  hidden=True, longest=200)  # fmt: skip
        button(ui, page.id("shut"), column.take(high, 8), ui.words("back"), Local("shut"), icon="back", key=ui.words("key.esc"))
        inside.foot = column.y
