"""Where it was seen, what happened, how to answer. Links are never opened; a word that looks like a first name gets a soft remark.

Room: game/view/screens.
"""

from __future__ import annotations

from collections.abc import Callable

from game.view.geometry import Box
from game.view.screens.desk_page import LEFT, RIGHT, Page
from game.view.widgets.desk import Column, entry, entry_height, pencil, square
from reporting.client.commands import Pick, Remove, Write, WriteField
from reporting.client.moment import LinkNow, LinksNow, OptionNow


def _writes(field: WriteField, index: int = 0) -> Callable[[str], Write]:
    return lambda text: Write(field, text, index)


def draw(page: Page) -> None:
    """The whole screen."""
    ui, body = page.ui, page.moment.body
    assert isinstance(body, LinksNow)  # noqa: S101
    page.before()
    wide = RIGHT - LEFT if page.large else 880.0
    with page.content(wide_title=wide, beside=True) as column:
        if page.large:
            left = right = column
        else:
            left = Column(ui, LEFT, column.y, 880)
            right = Column(ui, LEFT + 944, column.y - 80, column.w - 944)
        for link in body.links:
            _link(page, link, left, alone=len(body.links) == 1)
        _more(page, left)
        left.seam(18)
        _account(page, body, left)
        left.point("eye-off", ui.words(body.advice), gap=10)
        if page.large:
            right.seam(18)
        _context(page, body, right)
        _answer(page, body, right)
        column.y = max(left.y, right.y)
    page.after()


def _link(page: Page, link: LinkNow, column: Column, *, alone: bool) -> None:
    """A link as typed; under it what will leave, or what is wrong."""
    ui, high = page.ui, entry_height(page.ui)
    box = column.take(high, 6)
    label = ui.words("desk.links.link", number=link.index + 1)
    removable = not alone or bool(link.text)
    entry(ui, page.id(f"link/{link.index}"), Box(box.x, box.y, box.w - (high + 14 if removable else 0), high), link.text, label,
          _writes("link", link.index), icon="link", hint=ui.words("desk.links.link_hint"), longest=2000)  # fmt: skip
    if removable:
        square(ui, page.id(f"unlink/{link.index}"), box.right - high, box.y, "cross", f"{ui.words('desk.links.remove')} {link.index + 1}",
               Remove(link.index, "link"), size=high)  # fmt: skip
    if link.problem is not None or link.host is not None:
        words = ui.words(link.problem) if link.problem else ui.words("desk.links.host", host=link.host)
        role = "warn" if link.problem else "good"
        tall = ui.height(column.w - 74, words, "note")
        mid = column.y + 2 + 20 * ui.text_scale
        ui.canvas.disc((column.x + 38, mid), 20, role)
        ui.canvas.icon("question" if link.problem else "check", column.x + 25, mid - 13, 26, f"on_{role}", role)
        ui.block(column.x + 74, column.y + 2, column.w - 74, words, "note")
        column.y += max(46.0, tall + 6) + 10
    else:
        column.y += 8


def _more(page: Page, column: Column) -> None:
    ui, action = page.ui, page.moment.action("add_link")
    if action is None:
        return
    high, wide = page.button_high(), page.wide(ui.words(action.word), least=390)
    box = column.take(high, 24)
    page.press(action, Box(box.x, box.y, min(wide, box.w), high))
    if not page.large and column.y < page.area.bottom - 190:
        pencil(ui, box.x + 560, box.y + 56)
    if not action.enabled and action.why_not:
        column.text(ui.words(action.why_not), "note", "text_soft")


def _account(page: Page, body: LinksNow, column: Column) -> None:
    """The account that published it, and when it was seen, in the person's own words."""
    ui, high = page.ui, entry_height(page.ui)
    fields: tuple[tuple[WriteField, str, str, str], ...] = (
        ("account", "desk.links.account", body.account, "desk.links.account_hint"),
        ("seen", "desk.links.seen", body.seen, "desk.links.seen_hint"),
    )
    if page.large:
        for field, label, value, hint in fields:
            column.text(ui.words(label), "label", gap=8)
            box = column.take(high, 20)
            entry(ui, page.id(field), box, value, ui.words(label), _writes(field), hint=ui.words(hint), longest=200)
        return
    x = column.x
    widths = [ui.width(ui.words(label)) for _, label, _, _ in fields]
    room = (column.w - sum(widths) - 24 * 2 - 30) / 2
    for (field, label, value, hint), w in zip(fields, widths, strict=True):
        ui.line(x, column.y + high / 2 + 10.5 * ui.text_scale, ui.words(label), "label")
        entry(
            ui,
            page.id(field),
            Box(x + w + 24, column.y, room, high),
            value,
            ui.words(label),
            _writes(field),
            hint=ui.words(hint),
            longest=200,
        )
        x += w + 24 + room + 30
    column.y += high + 22


def _context(page: Page, body: LinksNow, column: Column) -> None:
    ui, s = page.ui, page.ui.text_scale
    column.title(ui.words("desk.links.context"), gap=14)
    if not body.context:
        column.text(ui.words("desk.links.context_hint"), "note", "text_soft", 10)
    box = column.take(max(130.0, (2 if not page.large else 3) * 44 * s + 42), 12)
    entry(ui, page.id("context"), box, body.context, ui.words("desk.links.context"), _writes("context"),
          longest=len(body.context) + max(0, body.context_left), many=True)  # fmt: skip
    if body.context_left < 200:
        column.text(ui.words("desk.links.context_left", count=body.context_left), "note", "text_soft", 8)
    seen: set[str] = set()
    for name in body.names:
        words = page.say(name.say)
        if words not in seen and len(seen) < 3:
            seen.add(words)
            column.point("pencil", words, "feeling", gap=12)


def _answer(page: Page, body: LinksNow, column: Column) -> None:
    """Without a name, or at an address that travels sealed."""
    ui = page.ui
    column.y += 6
    column.title(ui.words("desk.links.answer"), gap=12)
    for option in body.contacts:
        _way(page, option, column)
    if body.contact_kind == "address":
        label = ui.words("desk.links.contact")
        box = column.take(entry_height(ui), 8)
        entry(ui, page.id("contact"), box, body.contact, label, _writes("contact"), icon="mail", hint=label, longest=200)
        if body.contact_problem:
            column.text(ui.words(body.contact_problem), "note", "text_soft", 8)


def _way(page: Page, option: OptionNow, column: Column) -> None:
    ui, c = page.ui, page.ui.canvas
    head, note = ui.words(option.word), ui.words(option.note) if option.note else ""
    room = column.w - 112 - 100
    high = max(108.0, ui.height(room, head, "label") + ui.height(room, note, "note") + 28)
    box = column.take(high, 14)
    state = ui.words("voice.chosen" if option.chosen else "voice.not_chosen")
    look = ui.target(page.id(f"contact/{option.id}"), box, f"{head}, {note}, {state}", Pick("contact_kind", option.id))
    c.sheet(box, "surface_raised", len(option.id), 7 if look.lifted else 5)
    c.rect(box, "accent" if option.chosen else "edge", 4, 7 if option.chosen else 3)
    c.icon("lock" if option.id == "anonymous" else "mail", box.x + 32, box.y + (high - 48) / 2, 48, "accent", "surface_raised")
    y = box.y + (high - ui.height(room, head, "label") - ui.height(room, note, "note")) / 2
    y += ui.block(box.x + 112, y, room, head, "label")
    ui.block(box.x + 112, y, room, note, "note")
    mark = (box.right - 58, box.y + high / 2)
    if option.chosen:
        c.disc(mark, 28, "good")
        c.icon("check", mark[0] - 16, mark[1] - 16, 32, "on_good", "good")
    else:
        c.disc(mark, 16, "edge", 3)
    if look.focus:
        c.focus_ring(box)
