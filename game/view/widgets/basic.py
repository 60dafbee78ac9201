"""Keys, buttons and chips: what nearly every screen is made of.

Room: game/view/widgets. Hover and focus share the lift and the marker; focus adds the ring; meaning never hangs on colour alone.
"""

from __future__ import annotations

from game.content import boxes
from game.view.geometry import Box
from game.view.ui import Look, Shape, Ui

KINDS = {"paper": ("surface_raised", "text"), "main": ("bar", "on_bar"), "go": ("accent", "on_accent"), "danger": ("danger", "on_danger")}


ROUND = {
    "accent": "on_accent", "good": "on_good", "warn": "on_warn", "danger": "on_danger", "surface_sunk": "text", "feeling": "surface_raised",
}  # fmt: skip
"""The roles a round sign may have → its ink."""
CLOSING = 600.0  # the widest « Échap, fermer »


def key_width(ui: Ui, label: str, k: float = 1) -> float:
    """How wide a key cap must be for its letters."""
    return boxes.key_width(ui, label, k)


def key_cap(ui: Ui, x: float, y: float, label: str, k: float = 1) -> float:
    """A keyboard key, its letter as large as the words around it. Returns its width."""
    c, w, h = ui.canvas, key_width(ui, label, k), 46 * k
    if c.cut(y, y + h):
        return w
    c.rect(Box(x, y, w, h), "edge", 10)
    c.rect(Box(x, y, w, h - 6), "surface_raised", 10)
    c.rect(Box(x, y, w, h - 6), "edge", 10, 2.5)
    c.line(x + w / 2, y + (h - 6) / 2 + 10.5 * k, label, c.style("label", k), "text", "middle")
    return w


def button_width(ui: Ui, label: str, *, icon: bool = True, key: str = "") -> float:
    """How wide a button must be for its words."""
    k = ui.text_scale
    return 56 + (boxes.icon_width(k) if icon else 0) + ui.width(label) + (20 + key_width(ui, key, k) if key else 0)


def button(
    ui: Ui, name: str, box: Box, label: str, signal: object, *, icon: str = "", kind: str = "paper",
    key: str = "", keys: tuple[str, ...] = (), enabled: bool = True, seed: int = 1, voice: str = "", shape: Shape | None = None,
) -> Look:  # fmt: skip
    """A strip of cut paper. `key` is shown on a cap; `keys` are what the keyboard sends for it (default: the cap's label); a press
    anywhere in `shape` is meant for it (default: on the strip)."""
    sent = keys or ((key,) if len(key) == 1 else ())
    look = ui.target(name, box, voice or label, signal, keys=sent, enabled=enabled, shape=shape)
    c, (ground, ink) = ui.canvas, KINDS[kind]
    b = box.moved(0, 4 if look.pressed else -3 if look.lifted else 0)
    if not enabled:
        ground, ink = "surface", "text_soft"
        c.rect(b, ground, 6)
        c.dashed(b, "edge")
    else:
        lift = 1 if look.pressed else 11 if look.lifted else 6
        c.sheet(b, ground, seed, lift, ink if kind != "paper" else "")
    x, s = b.x + 26, ui.text_scale
    cap = key_width(ui, key, s) if key else 0
    if ui.width(label) > boxes.label_room(b.w, s, icon=bool(icon), key=cap) - (0 if enabled else 44 * ui.drawn):
        s = 1.0  # the sign gives way before the words do
    style = ui.fitted(label, "label", boxes.label_room(b.w, s, icon=bool(icon), key=cap) - (0 if enabled else 44 * boxes.drawn(s)))
    if icon:
        size = min(44 * boxes.drawn(s), b.h - 12)
        c.icon(icon, x, b.y + (b.h - size) / 2, size, ink, ground)
        x += size + 18
    wide = c.letters.width(label, style)
    if label and look.lifted and kind == "paper":
        c.marker(Box(x - 8, b.y + b.h * 0.56 - style.size * 0.48, wide + 18, style.size * 0.95), "highlight", seed)
    c.line(x, b.y + b.h / 2 + style.size * 0.35, label, style, ink)
    if key and enabled:
        key_cap(ui, b.right - 18 - cap, b.y + (b.h - 46 * ui.text_scale) / 2, key, ui.text_scale)
    if not enabled:
        size = 30 * boxes.drawn(s)
        c.icon("lock", b.right - 26 - size, b.y + (b.h - size) / 2, size, ink, ground)
    if look.focus:
        c.focus_ring(b)
    return look


def chip(ui: Ui, name: str, box: Box, label: str, signal: object, *, chosen: bool, key: str = "", icon: str = "") -> Look:
    """Pick one of a few: the chosen one is dark, ticked and named so by a voice."""
    state = ui.words("voice.chosen") if chosen else ui.words("voice.not_chosen")
    look = ui.target(name, box, f"{label}, {state}", signal, keys=(key,) if key else ())
    c, (ground, ink) = ui.canvas, ("accent", "on_accent") if chosen else ("surface_raised", "text")
    c.rect(box, ground, 6)
    c.rect(box, "edge", 6, 4 if look.hover and not chosen else 3)
    k = ui.drawn
    middle, left = box.x + 16 + 14 * k, 30 + 28 * k
    if chosen or icon:
        size = (28 if chosen else 32) * k
        c.icon("check" if chosen else icon, middle - size / 2, box.y + (box.h - size) / 2, size, ink, ground)
    else:
        c.disc((middle, box.y + box.h / 2), 12 * k, "edge", 3)
    style = ui.fitted(label, "label", box.w - left - 18, boxes.SMALL)
    c.line(box.x + left, box.y + box.h / 2 + style.size * 0.35, label, style, ink)
    if look.focus:
        c.focus_ring(box, 10)
    return look


def chips(
    ui: Ui, name: str, x: float, y: float, items: list[tuple[str, object, bool]], *, gap: float = 18, h: float = 66, room: float = 0
) -> float:
    """A row of chips sized to their words, wrapped to `room` if given. Returns the height taken."""
    left, top = x, y
    for n, (label, signal, chosen) in enumerate(items):
        w = max(120.0, 56 + 28 * ui.drawn + ui.width(label))
        if room and left > x and left + w > x + room:
            left, top = x, top + h + 12
        chip(ui, f"{name}/{n}", Box(left, top, w, h), label, signal, chosen=chosen)
        left += w + gap
    return top + h - y


def tick(ui: Ui, name: str, box: Box, label: str, signal: object, *, on: bool) -> Look:
    """A box to tick, and what one agrees to by ticking it."""
    state = ui.words("voice.ticked") if on else ui.words("voice.not_ticked")
    look = ui.target(name, box, f"{label}, {state}", signal)
    side = min(44 * ui.drawn, box.h - 8)
    c, square = ui.canvas, Box(box.x + 12, box.y + (box.h - side) / 2, side, side)
    c.rect(square, "accent" if on else "surface_raised", 6)
    c.rect(square, "edge", 6, 4 if look.hover else 3)
    if on:
        c.icon("check", square.x + 7, square.y + 7, side - 14, "on_accent", "accent")
    high = ui.height(box.w - side - 46, label, "label")
    ui.block(box.x + side + 32, box.y + (box.h - high) / 2, box.w - side - 46, label, "label")
    if look.focus:
        c.focus_ring(box, 10, 2)
    return look


def name_tape(ui: Ui, x: float, y: float, text: str, style: str = "h2", *, role: str = "tape", angle: float = -1.6, h: float = 66) -> float:
    """A title on tape; `x`, `y` is its upper left. Returns its width."""
    st = ui.style(style)
    w = ui.canvas.letters.width(text, st) + 64
    h = max(h, st.size * 1.5)
    ui.canvas.tape((x + w / 2, y + h / 2), w, h, angle, role)
    ui.canvas.turned((x + w / 2, y + h / 2), text, st, "text", angle)
    return w


def closing(ui: Ui, right: float, y: float, signal: object, role: str = "on_desk") -> Look:
    """« Échap, fermer », at the upper right; `right` is its right end."""
    word, key, k = ui.words("close"), ui.words("key.esc"), ui.text_scale
    kw = key_width(ui, key, k)
    shown = word if ui.width(word) + kw <= CLOSING else ""  # else the key alone: a voice says the word
    w = ui.width(shown) + 18 if shown else 0.0
    high = max(64, 50 * k)
    box = Box(right - w - kw, y + 32 - high / 2, w + kw, high)  # its middle stays where it is in normal text
    look = ui.target("close", box, word, signal)
    key_cap(ui, box.x, box.y + (box.h - 46 * k) / 2, key, k)
    ui.line(right, box.y + box.h / 2 + 10.5 * k, shown, "label", role, "end")
    if shown and (look.focus or look.hover):
        ui.canvas.rule((box.x + kw + 18, box.y + box.h / 2 + 18 * k), (right, box.y + box.h / 2 + 18 * k), role)
    if look.focus:
        ui.canvas.focus_ring(box.inset(-14, -2), 10, 2)
    return look


def point(ui: Ui, x: float, y: float, w: float, icon: str, text: str, style: str = "body", role: str = "accent") -> float:
    """One thing said beside a round sign of this role. Returns its height."""
    c, k = ui.canvas, ui.drawn
    side = 58 * k
    high = ui.height(w - side - 26, text, style)
    row = max(side + 2, high)
    c.disc((x + side / 2, y + side / 2 + 1), side / 2, role)
    c.icon(icon, x + side / 2 - 17 * k, y + side / 2 - 16 * k, 34 * k, ROUND[role], role)
    ui.block(x + side + 26, y + (row - high) / 2 if high <= side + 2 else y + 4, w - side - 26, text, style)
    return row
