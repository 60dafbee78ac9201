"""The bar over a place: where and when, how well one is trusted, the notebook, the way back through lines, the menu.

Room: game/view/widgets.
"""

from __future__ import annotations

from enum import Enum, auto

from game.content import boxes
from game.core.commands import RingBell
from game.core.moment import Moment
from game.view.geometry import Box
from game.view.ui import Ui
from game.view.widgets.basic import key_cap, key_width

SIGNAL = {"crackle": ("ui/antenna/0", "play.crackle"), "catch": ("ui/antenna/1", "play.catch"), "clear": ("ui/antenna/2", "play.clear")}

SIGN_W = 76.0  # of the umbrella's picture, what is drawn on


class Bar(Enum):
    """What the bar offers."""

    NOTEBOOK = auto()
    MENU = auto()
    BREATHE = auto()
    BACK = auto()
    FORWARD = auto()
    SKIP_READ = auto()
    SKIP = auto()
    BELL = auto()
    MAP = auto()
    ANTENNA = auto()


UNNAMED = (Bar.BREATHE, Bar.BACK, Bar.SKIP_READ, Bar.BELL, Bar.MAP, Bar.SKIP, Bar.NOTEBOOK)
"""Who gives up its word first where there is little room."""


def height(ui: Ui) -> float:
    """How tall its strips are."""
    return boxes.bar_height(ui.text_scale)


def draw(ui: Ui, now: Moment, *, back: bool, forward: bool = False, read: bool = False) -> None:
    """The bar, from the left: the place on tape; from the right: menu, notebook, and in a talk the ways back and past.

    `forward`: a step back can be taken again; `read`: the line was read before, and can be passed.
    """
    c, words = ui.canvas, ui.words
    h = height(ui)
    left = 22.0
    if now.place is not None and now.activity != "ended":
        text = words.line(now.place.name)
        if now.place.hour:
            text = words("play.where", place=text, hour=words.line(now.place.hour))
        style = ui.fitted(text, "label", boxes.BAR_PLACE)
        w = c.letters.width(text, style) + 60
        left += w
        c.tape((22 + w / 2, 12 + h / 2), w, h - 2, -1.2, "surface_raised")
        c.turned((22 + w / 2, 12 + h / 2), text, style, "text", -1.2)
    x = 1908.0
    large = ui.text_scale > 1.3
    items = [(Bar.MENU, "settings", "play.menu", words("key.esc") if not large else "")]
    if now.place is not None:
        items.append((Bar.NOTEBOOK, "notebook", "play.notebook", words("play.notebook.key")))
    # both always stand there, so that two presses on one spot never mean two things
    items += [(Bar.FORWARD, "line-after", "play.forward", ""), (Bar.BACK, "line-before", "play.back", "")]
    if now.place is not None and now.activity != "ended":
        items.append((Bar.BREATHE, "buoy", "play.breathe", ""))
    if now.map is not None and now.activity == "place":
        items.append((Bar.MAP, "map", "play.map", words("play.map.key")))
    if now.offered("ring-bell") is not None:
        items.append((Bar.BELL, "bell", "play.bell", words("play.bell.key")))
    if read:
        items.append((Bar.SKIP_READ, "skip", "play.skip_read", ""))
    if now.offered("skip-scene") is not None:
        items.append((Bar.SKIP, "skip", "play.skip", ""))
    shut = {Bar.BACK: not back, Bar.FORWARD: not forward}
    shown = {signal: "" if signal is Bar.FORWARD or (large and signal is not Bar.MENU) else words(word) for signal, _, word, _ in items}
    if now.activity == "ended":
        shown[Bar.BACK] = ""  # the ending's title needs the room
    heard = now.progress.signal if now.place is not None and now.activity != "ended" else None
    room = x - left - 30 - (_antenna_width(ui, _heard_as(ui, heard)) + 12 if heard is not None else 0)

    def wide() -> float:
        return sum(_width(ui, shown[one], key) + 12 for one, _, _, key in items)

    for signal in UNNAMED:  # a voice names them still, and their key stays
        if wide() > room and signal in shown:
            shown[signal] = ""
    if wide() > room or (large and now.activity == "ended"):  # in large text: the keys work still
        items = [(signal, icon, word, "") for signal, icon, word, _ in items]
    pointed: tuple[str, float] | None = None
    for signal, icon, word, key in items:
        w, lifted = _item(ui, x, h, signal, icon, words(word), shown[signal], key, enabled=not shut.get(signal, False))
        if lifted and not shown[signal]:
            pointed = words(word), x - w / 2
        x -= w + 12
    if heard is not None:
        _antenna(ui, x, x - left - 30, h, heard)
    if pointed is not None:
        _named(ui, h, *pointed)


def _named(ui: Ui, h: float, text: str, middle: float) -> None:
    """The name of a strip that shows its sign alone, on tape under it while somebody points at it."""
    style = ui.style("label")
    w, tall = ui.width(text) + 48, style.size * 1.7
    at = min(middle, 1908 - w / 2), 12 + h + 14 + tall / 2
    ui.canvas.tape(at, w, tall, 0, "surface_raised")
    ui.canvas.turned(at, text, style, "text", 0)


def _cap(ui: Ui) -> float:
    """How large its keys are: as tall as the strip allows."""
    return min(ui.drawn, (height(ui) - 16) / 46)


def _width(ui: Ui, shown: str, key: str) -> float:
    """How wide a strip is, with what it shows and its key."""
    sign = 38 * ui.drawn
    return 40 + sign + (ui.width(shown) + 10 if shown else 0) + (key_width(ui, key, _cap(ui)) + 12 if key else 0)


def _item(
    ui: Ui, right: float, h: float, signal: Bar, icon: str, label: str, shown: str, key: str, *, enabled: bool = True
) -> tuple[float, bool]:
    """One strip of the bar; in large text most show only their sign. Returns its width, and whether somebody points at it."""
    c, k, size = ui.canvas, _cap(ui), 38 * ui.drawn
    cap = key_width(ui, key, k) + 12 if key else 0
    w = _width(ui, shown, key)
    box = Box(right - w, 12, w, h)
    sent = RingBell() if signal is Bar.BELL else signal
    look = ui.target(f"bar/{signal.name.lower()}", box, label, sent, keys=(key,) if len(key) == 1 else (), enabled=enabled)
    b = box.moved(0, -2 if look.lifted else 0)
    ground, ink = ("surface_raised", "text") if enabled else ("surface_sunk", "text_soft")
    c.sheet(b, ground, len(label), (8 if look.lifted else 5) if enabled else 1)
    c.icon(icon, b.x + 18, b.y + (h - size) / 2, size, ink, ground)
    left, letters = b.x + 30 + size, ui.style("label").size
    if look.lifted and shown:
        c.marker(Box(left - 6, b.y + h / 2 - letters * 0.4, max(20.0, ui.width(shown) + 12), letters), seed=3)
    ui.line(left, b.y + h / 2 + letters * 0.35, shown, "label", ink)
    if key:
        key_cap(ui, b.right - cap, b.y + (h - 46 * k) / 2, key, k)
    if look.focus:
        c.focus_ring(b, 12, 4)
    return w, look.lifted


def _heard_as(ui: Ui, signal: str) -> str:
    """« Confiance : ça capte »; in large text the drawing alone, which a voice names."""
    return ui.words("play.signal", signal=ui.words(SIGNAL[signal][1])) if ui.text_scale <= boxes.LARGE else ""


def _antenna_width(ui: Ui, text: str) -> float:
    return ui.width(text) + 46 + SIGN_W * _sign(ui) if text else 24 + SIGN_W * _sign(ui)


def _sign(ui: Ui) -> float:
    """How many times larger the umbrella is drawn than in normal text."""
    return min(ui.drawn, (height(ui) - 8) / 58)


def _antenna(ui: Ui, right: float, room: float, h: float, signal: str) -> None:
    """How well one is trusted, as the umbrella hears it: it crackles, catches, is clear. Named, never a figure; a press says what it is."""
    picture, word = SIGNAL[signal]
    if ui.theme.flat:
        picture += "-contrast"
    c, text = ui.canvas, _heard_as(ui, signal)
    if _antenna_width(ui, text) > room:
        text = ""
    w = _antenna_width(ui, text)
    if w > room:
        return
    box = Box(right - w, 12, w, h)
    look = ui.target("bar/antenna", box, ui.words("play.signal", signal=ui.words(word)), Bar.ANTENNA)
    b = box.moved(0, -2 if look.lifted else 0)
    c.sheet(b, "tape_cool", 5, 8 if look.lifted else 5)
    k = _sign(ui)
    if c.art.has(picture):
        c.picture(picture, Box(b.x + 12, b.y + (h - 58 * k) / 2, 90 * k, 58 * k))
    ui.line(b.x + 24 + SIGN_W * k, b.y + h / 2 + ui.style("label").size * 0.35, text, "label")
    if look.focus:
        c.focus_ring(b, 12, 4)
