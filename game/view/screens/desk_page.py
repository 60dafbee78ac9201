"""One frame of one desk screen: its words, its place between head and foot, and the buttons that stand there.

Room: game/view/screens. A page draws the moment and answers with the commands of `reporting.client`; it decides nothing. What it
keeps from frame to frame (`Kept`) is only how far it is turned, which small sheet lies over it, and a path that is being typed.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal

from game.view.geometry import Box
from game.view.scroll import Inside, Scroll, scrolled
from game.view.ui import Ui
from game.view.widgets.basic import button, button_width
from game.view.widgets.desk import Column, title, warning_strip
from game.view.widgets.desk_frame import EDGE_RIGHT, LEFT, RIGHT, Foot, Head, Press, draw_head, measure_head, row_height
from reporting.client.choices import Action, Screen
from reporting.client.commands import Do
from reporting.client.moment import ActionNow, DeskMoment, Say

ICONS: dict[Action, str] = {
    "return_to_story": "back", "continue": "motion", "back": "back", "for_real": "phone", "find_case": "notebook",
    "show_routes": "globe", "retry_open": "send", "add_link": "plus", "review": "motion", "send": "send", "noted": "check",
    "send_again": "send", "erase": "cross", "save_pdf": "save", "close": "cross", "open_case": "lock", "refresh": "clock",
    "withdraw": "back", "wipe_exercise": "cross", "keep_draft": "save", "resume_draft": "save", "send_waiting": "send",
    "confirm": "check", "stay": "cross", "to_follow": "clock",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Foots:
    """Which buttons stand where on a screen. `placed` are drawn by the page itself; all others go under « Autres choix »."""

    left: tuple[Action, ...] = ("back",)
    right: tuple[Action, ...] = ("continue",)
    placed: tuple[Action, ...] = ()


FOOTS: dict[Screen, Foots] = {
    "leaving": Foots(("return_to_story", "find_case"), ("continue",)),
    "real_or_try": Foots((), (), ("for_real", "try", "back", "find_case")),
    "opening": Foots(),
    "not_connected": Foots(),
    "routes": Foots(),
    "who": Foots(),
    "picture": Foots(),
    "links": Foots(right=("review",), placed=("add_link",)),
    "review": Foots(right=("send",), placed=("authorise", "show_words", "show_code")),
    "receipt": Foots(("back", "to_follow", "erase"), ("noted", "send_again", "close"), ("save_pdf",)),
    "lookup": Foots(right=("open_case",), placed=("exercise",)),
    "follow": Foots(("refresh", "withdraw"), ("close",), ("cover", "uncover")),
    "error": Foots(("back",), ("close",), ("send_again", "erase", "retry_open")),
}


@dataclass(frozen=True, slots=True)
class Local:
    """A signal that stays in the window."""

    what: Literal["menu", "shut", "browse", "take_path"]


@dataclass(frozen=True, slots=True)
class Typed:
    """The path field's new text."""

    text: str = field(repr=False)


@dataclass(slots=True)
class Kept:
    """What a page keeps from frame to frame."""

    scroll: Scroll = field(default_factory=Scroll)
    inner: Scroll = field(default_factory=Scroll)
    over: Scroll = field(default_factory=Scroll)
    menu: bool = False
    path: str = field(default="", repr=False)
    passphrase: str = field(default="", repr=False)
    code: list[tuple[str, str]] = field(default_factory=list, repr=False)  # the review's lines, broken once
    code_of: object = field(default=None, repr=False)
    shown: int = -1  # the newest picture that was brought into view
    foot: float = 0  # where what is in view of its list ends
    tall: float = 0  # how high the picture's step is beside its list
    read: bool = False  # the last word of the receipt was in sight
    phase: str = ""  # of the receipt, when it was last drawn
    again: bool = False  # something on the page became possible while it was drawn
    note: str = ""  # id of a short remark about what was just tried
    address: str = ""  # a web address to copy by hand: no browser could be opened
    from_story: bool = True  # a story waits under the desk; else the desk was opened from the title

    def fresh(self) -> None:
        """Another screen is shown."""
        self.code, self.code_of, self.read, self.phase = [], None, False, ""
        self.shown, self.tall = -1, 0.0
        self.scroll, self.inner, self.over, self.menu, self.note = Scroll(still=True), Scroll(), Scroll(), False, ""

    @property
    def moved(self) -> bool:
        """Whether the frame just drawn is out of date."""
        return self.again or self.scroll.moved or self.inner.moved or self.over.moved


class Page:
    """What a screen's drawing function is given."""

    def __init__(self, ui: Ui, moment: DeskMoment, kept: Kept) -> None:
        self.ui, self.moment, self.kept = ui, moment, kept
        self.large = ui.text_scale > 1.12  # two columns become one
        self.head: Head = measure_head(ui, moment.badge, moment.operator or "", moment.trail)
        self._stowed: set[str] = set()
        self.foot = self._foot()
        self._footing()

    # ---- words and ids ----------------------------------------------------

    def id(self, name: str) -> str:
        """A target's id: the screen's name in front, so that the focus starts anew on each screen."""
        return f"{self.moment.screen}/{name}"

    def say(self, say: Say) -> str:
        """A word of the moment with its parameters."""
        params = say.params | {"operator": self.operator} if "operator" in say.params else say.params
        return self.ui.words(say.word, **params)

    @property
    def _title(self) -> str:
        """The moment's title; who came from the title screen leaves no story."""
        if self.moment.screen == "leaving" and not self.kept.from_story:
            return self.ui.words("desk.leaving.title.no_story")
        return self.say(self.moment.title)

    def name(self, action: ActionNow) -> str:
        """What a button says. Without a story under way the way back leads to the title."""
        if action.id == "return_to_story" and not self.kept.from_story:
            return self.ui.words("desk.action.return_to_title")
        return self.ui.words(action.word)

    @property
    def operator(self) -> str:
        """Who is at the other end. An exercise is named in the reader's language: its signed name is made for machines."""
        return self.ui.words("desk.operator.training") if self.training else self.moment.operator or ""

    @property
    def training(self) -> bool:
        """For colours and drawings only: words come from the moment."""
        return self.moment.badge == "training"

    # ---- places -----------------------------------------------------------

    def _footing(self) -> None:
        page = self.head.page
        top = self.foot.measure(self.ui, page)
        strip = self._strip_words()
        self._strip_y = top
        if strip:
            self._strip_y = top - max(76.0, self.ui.height(RIGHT - LEFT - 130, strip, "strong") + 28) - 14
        y = max(self.head.top + 6, page.y + 37) if not self.large else self.head.top + 10
        self.area = Box(LEFT, y, RIGHT - LEFT, max(120.0, self._strip_y - 14 - y))

    def _strip_words(self) -> str:
        if self.moment.problem is not None and self.moment.screen != "error":  # there the page itself says it
            return self.say(self.moment.problem)
        return self.ui.words(self.kept.note) if self.kept.note else ""

    @contextmanager
    def content(self, *, wide_title: float = RIGHT - LEFT, above: float = 0, beside: bool = False) -> Iterator[Column]:
        """The page's title and what is under it. Normal text: the title stays; large text: it turns with the rest.

        wide_title: width it may take   above: height kept free at the foot of the area for what must not turn
        beside:     a second column starts beside the title, so that the title turns too
        """
        ui, words = self.ui, self._title
        area = Box(self.area.x, self.area.y, self.area.w, self.area.h - above)
        if self.shortcut is not None and not self.shortcut_in_head:
            wide_title = min(wide_title, self.shortcut.x - LEFT - 24)
        if not self.large and not beside:
            high = title(ui, area.x, area.y + 2, wide_title, words) + 2
            area = Box(area.x, area.y + high, area.w, area.h - high)
        with scrolled(ui, self.id("scroll"), area, self.kept.scroll) as inside:
            column = Column(ui, inside.x, inside.y, inside.w)
            if beside and not self.large:
                column.y += title(ui, column.x, column.y + 2, wide_title, words) + 2
            column.y += 14  # focus rings and lifts stay whole
            if self.large:
                self._heading(column, words)
            yield column
            inside.foot = max(inside.foot, column.y)

    def _heading(self, column: Column, words: str) -> None:
        """The title in large text; « Pour de vrai ? » beside it or under it, where the head has no room for it."""
        ui, action = self.ui, self.moment.action("for_real")
        if not self.training or action is None or self.shortcut is not None or self.moment.asking is not None:
            column.y += title(ui, column.x, column.y, column.w, words) + 16
            return
        label, high = ui.words("desk.badge.for_real"), self.button_high()
        wide, top = self.wide(label), column.y
        beside = ui.width(words, "h1" if ui.text_scale <= 1.5 else "h2") + 60 <= column.w - wide
        taken = title(ui, column.x, top, column.w - wide - 40 if beside else column.w, words)
        box = Box(column.x + column.w - wide, top, wide, high) if beside else Box(column.x, top + taken + 16, wide, high)
        button(ui, self.id("for_real"), box, label, Do("for_real"), icon="phone", voice=ui.words(action.word))
        column.y = max(top + taken + 16, box.bottom + 20)

    def room_below(self, column: Column) -> float:
        """What is left of the area under a column, when nothing turns."""
        return self.area.bottom - column.y

    # ---- buttons ----------------------------------------------------------

    def press(self, action: ActionNow, box: Box, *, kind: str = "", icon: str = "", key: str = "") -> None:
        """One of the moment's buttons, inside the page."""
        name = self.name(action)
        button(self.ui, self.id(action.id), box, name, Do(action.id), icon=icon or ICONS.get(action.id, ""),
               kind=kind or ("go" if action.main else "paper"), key=key, enabled=action.enabled)  # fmt: skip

    def button_high(self) -> float:
        """Height of a button inside a page."""
        return max(76.0, 46 * self.ui.text_scale + 22)

    def wide(self, label: str, *, least: float = 0, key: str = "") -> float:
        """Width of a button for these words, no wider than the page."""
        return min(RIGHT - LEFT - 100, max(least, button_width(self.ui, label, key=key)))

    def _foot(self) -> Foot:
        m, ui = self.moment, self.ui
        foot = Foot(promise=self.say(m.promise) if m.promise else "")
        if m.asking is not None:
            return foot
        escape = next((a for a in ("back", "return_to_story", "close") if m.action(a) is not None), None)
        for keys, every in ((True, True), (False, True), (False, False)):  # what large text leaves no room for goes, step by step
            foot.left, foot.right = self._presses(escape, keys=keys, every=every)
            if foot.fits(ui):
                break
        held = next((a for a in m.actions if a.main and not a.enabled and a.why_not), None)
        foot.why = ui.words(held.why_not) if held and held.why_not and m.screen != "lookup" else ""
        if foot.why and ui.text_scale > 1.5 and m.screen == "who":
            foot.promise = ""  # nothing could have left yet; what is asked needs the room
        if not foot.why and m.action("noted") is not None and not self.kept.read:
            foot.why = ui.words("desk.receipt.turn_first")
        return foot

    def _presses(self, escape: str | None, *, keys: bool, every: bool) -> tuple[list[Press], list[Press]]:
        """The foot's buttons: `keys` with their key caps, `every` one that has a place there, else only the way back and on."""
        m, spec = self.moment, FOOTS[self.moment.screen]
        offered = {a.id: a for a in m.actions}
        left = [offered[n] for n in spec.left if n in offered and n not in self._placed]
        right = [offered[n] for n in spec.right if n in offered]
        self._stowed = set() if every else {a.id for a in left if a.id != escape}
        left = [a for a in left if a.id not in self._stowed]
        presses = [self._press(a, escape, keys) for a in left], [self._press(a, escape, keys) for a in right]
        others = self.others
        if len(others) == 1 and every:
            presses[0].append(self._press(others[0], escape, keys))
        elif others:
            presses[0].append(Press(self.id("menu"), self.ui.words("desk.more"), Local("menu"), icon="plus"))
        return presses

    def _press(self, action: ActionNow, escape: str | None, keys: bool) -> Press:
        big = action.main
        least = {"return_to_story": 580.0, "back": 330.0}.get(action.id, 400.0 if big and action.id != "close" else 0.0)
        if self.large:
            least = 0
        kind = "main" if action.id == "return_to_story" else "go" if big else "paper"
        key = self.ui.words("key.esc") if keys and action.id == escape else ""
        unread = action.id == "noted" and not self.kept.read  # nobody has noted what was not in sight
        return Press(self.id(action.id), self.name(action), Do(action.id), ICONS.get(action.id, ""), kind, key,
                     action.enabled and not unread, least)  # fmt: skip

    @property
    def _placed(self) -> tuple[Action, ...]:
        """The buttons that the page itself draws."""
        placed = FOOTS[self.moment.screen].placed
        return (*placed, "find_case") if self.large and self.moment.screen == "leaving" else placed

    @property
    def others(self) -> list[ActionNow]:
        """The buttons that have no place of their own."""
        spec = FOOTS[self.moment.screen]
        named = {*spec.left, *spec.right, *self._placed, "confirm", "stay"} - self._stowed
        if self.training:
            named.add("for_real")  # it always has a place of its own
        return [a for a in self.moment.actions if a.id not in named]

    def refoot(self, *, promise: str = "", why: str = "", sign: str = "shield", role: str = "good") -> None:
        """Say something else at the foot than the moment's promise."""
        self.foot.promise, self.foot.why, self.foot.sign, self.foot.role = promise, why, sign, role
        self._footing()

    @property
    def shortcut_in_head(self) -> bool:
        """In large text the shortcut stands between trail and mark, if it can."""
        return self.large

    @property
    def shortcut(self) -> Box | None:
        """Where « Pour de vrai ? » stands during an exercise: beside the title, or in the head; else it is among the others."""
        if not self.training or self.moment.action("for_real") is None or self.moment.asking is not None:
            return None
        words = self.ui.words("desk.badge.for_real")
        if self.shortcut_in_head:
            wide, (a, b) = button_width(self.ui, words, icon=False), self.head.free
            return Box(a + (b - a - wide) / 2, 16, wide, row_height(self.ui)) if wide <= b - a else None
        wide = button_width(self.ui, words)
        chips = sum(86 + self.ui.width(self.ui.words(word)) for word in ("desk.review.in_words", "desk.review.in_code")) + 20
        taken = {"review": chips + 48, "links": 784.0}.get(self.moment.screen, 0.0)  # what else stands beside the title
        return Box(RIGHT - taken - wide, self.head.page.y + 34, wide, 68)

    # ---- the frame --------------------------------------------------------

    def before(self) -> None:
        """Head and page."""
        m = self.moment
        draw_head(self.ui, self.head, m.badge, m.operator or "", m.trail)
        box, action = self.shortcut, m.action("for_real")
        if box is not None and action is not None:
            icon = "" if self.shortcut_in_head else "phone"
            button(
                self.ui,
                self.id("for_real"),
                box,
                self.ui.words("desk.badge.for_real"),
                Do("for_real"),
                icon=icon,
                voice=self.ui.words(action.word),
            )

    def after(self) -> None:
        """What went wrong, foot, and whatever lies over the page."""
        words = self._strip_words()
        if words:
            role, icon = ("danger", "warning") if self.moment.problem is not None else ("accent", "help")
            warning_strip(self.ui, LEFT, self._strip_y, RIGHT - LEFT, words, "strong", role, icon)
        self.foot.draw(self.ui)


def right_of(box: Box, gap: float = 24) -> float:
    """Where the next thing on the same row may start."""
    return box.right + gap


__all__ = ["EDGE_RIGHT", "FOOTS", "ICONS", "LEFT", "RIGHT", "Inside", "Kept", "Local", "Page", "Typed", "right_of"]
