"""The pieces of the interface. Every function returns SVG text (or (svg, height) when the height depends on the words).
States: normal, hover, focus, pressed, disabled. Geometry is 9-slice friendly: detail stays within 40 px of a corner."""
from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from ..palette import mix
from ..svg import circle, group, num, path, polygon, rect, smooth, stroke
from .icons import icon
from .paper import label_tape, marker, sheet, stitch_line, stitches, tape, torn, underline
from .text import block, fit, line, style_of, width, wrap
from .tokens import PAPER_THEME, RADIUS, TARGET

if TYPE_CHECKING:
    from ..svg import Svg
    from .tokens import Theme

_serial = itertools.count()


def embed(child: Svg, x: float, y: float, w: float, h: float | None = None, view: tuple | None = None) -> str:
    """Another Svg placed inside this one; its ids are renamed so that two copies never collide."""
    n, vw, vh = next(_serial), child.w, child.h
    view = view or (0, 0, vw, vh)
    h = h or w * view[3] / view[2]
    body = re.sub(r'((?:id="|url\(#|href="#))' + re.escape(child.name), rf"\g<1>e{n}{child.name}", child.tostring())
    inner = body[body.index(">") + 1:-len("</svg>")]
    return (f'<svg x="{num(x)}" y="{num(y)}" width="{num(w)}" height="{num(h)}" viewBox="{" ".join(num(v) for v in view)}" '
            f'preserveAspectRatio="xMidYMid slice">{inner}</svg>')


def focus_ring(x: float, y: float, w: float, h: float, theme: Theme = PAPER_THEME, r: float = 14, gap: float = 7) -> str:
    """Amber band between two dark lines: visible on paper, on the night bar and over any place."""
    def band(grow, col, width):
        return rect(x - grow, y - grow, w + 2 * grow, h + 2 * grow, "none", r, stroke=col, stroke_width=width)
    return band(gap, theme.focus_edge, 14) + band(gap, theme.focus, 8)


def key_cap(x: float, y: float, label: str, theme: Theme = PAPER_THEME, size: float = 44, wide: float | None = None) -> str:
    """A keyboard key: tells which key does it."""
    w = wide or size
    return group(rect(x, y, w, size, mix(theme.edge, theme.focus_edge, .3), RADIUS["key"]),
                 rect(x, y, w, size - 6, theme.surface_raised, RADIUS["key"], stroke=theme.edge, stroke_width=2.5),
                 line(x + w / 2, y + size * .6, label, fit(label, style_of("label", min(1, size / 44)), w - 14), theme.text,
                      "middle"))


KINDS = {"paper": ("surface_raised", "text"), "main": ("bar", "on_bar"), "go": ("accent", "on_accent"),
         "danger": ("danger", "on_danger")}


def button(x: float, y: float, w: float, label: str, glyph: str | None = None, state: str = "normal", kind: str = "paper",
           theme: Theme = PAPER_THEME, h: float = 76, key: str | None = None, seed: int = 1, style: str = "label",
           scale: float = 1) -> str:
    """A strip of cut paper. Hover lifts it and draws the marker; focus adds the ring; pressed lays it flat;
    disabled is a dashed outline with a lock."""
    ground, ink = (getattr(theme, r) for r in KINDS[kind])
    out, dy = [], {"hover": -3, "focus": -3, "pressed": 5}.get(state, 0)
    if state == "disabled":
        ground, ink = theme.surface, theme.text_soft
        out.append(rect(x, y, w, h, ground, 6, stroke=theme.edge, stroke_width=3, stroke_dasharray="10 9"))
    else:
        out.append(sheet(x, y + dy, w, h, ground, theme, seed, lift={"pressed": 1, "hover": 11, "focus": 11}.get(state, 6),
                         cut=2))
        if kind != "paper" and not theme.flat:
            out.append(stitches(x, y + dy, w, h, ink, 8, 2.5, .5))
    tx = x + 28
    if glyph:
        size = min(44, h * .56)
        out.append(icon(glyph, tx, y + dy + (h - size) / 2, size, ink, ground))
        tx += size + 18
    room = x + w - 24 - tx - (60 if key else 44 if state == "disabled" else 0)
    st = fit(label, style_of(style, scale), room)
    if state in ("hover", "focus") and kind == "paper":
        out.append(marker(tx - 8, y + dy + h * .56, width(label, st) + 18, st.size * .95, theme.highlight, seed))
    out.append(line(tx, y + dy + h / 2 + st.size * .35, label, st, ink))
    if key and state != "disabled":
        out.append(key_cap(x + w - 66, y + dy + (h - 44) / 2, key, theme))
    if state == "disabled":
        out.append(icon("lock", x + w - 58, y + (h - 30) / 2, 30, ink, ground))
    if state == "focus":
        out.append(focus_ring(x, y + dy, w, h, theme))
    return group(*out)


STANCES = {"ecouter": ("ear", "écouter"), "demander": ("question", "demander"), "proposer": ("hand", "proposer"),
           "repli": ("skip", "laisser")}


def choice(x: float, y: float, w: float, number: float, stance: str, words: str, state: str = "normal",
           theme: Theme = PAPER_THEME, scale: float = 1, seen: bool = False) -> tuple:
    """An answer: number key, stance (drawn and named), the words. Returns (svg, height)."""
    glyph, name = STANCES[stance]
    note = style_of("note", 1 + (scale - 1) * .7)
    left = 178 + max(width(n, note) for _, n in STANCES.values())
    tx, room, chosen = x + left, w - left - 50, state in ("hover", "focus")
    lines = wrap(words, style_of("strong", scale), room)
    _, th = block(0, 0, room, "\n".join(lines), "body", "#000", scale)
    h = max(TARGET + 12, th + 30)
    out = [sheet(x, y, w, h, theme.surface_raised, theme, number, 10 if chosen else 1 if state == "pressed" else 5, 2)]
    if chosen:
        step = th / len(lines)
        for i, s in enumerate(lines):
            out.append(marker(tx - 10, y + (h - th) / 2 + step * (i + .55), width(s, style_of("strong", scale)) + 24, step * .84,
                              theme.highlight, number + i))
    out += [key_cap(x + 18, y + (h - 48) / 2, str(number), theme, 48), rect(x + 84, y + 10, 3, h - 20, theme.rule),
            icon(glyph, x + 100, y + (h - 36) / 2, 36, theme.accent, theme.surface_raised),
            line(x + 146, y + h / 2 + note.size * .34, name, note, theme.accent),
            block(tx, y + (h - th) / 2 - 1, w, "\n".join(lines), "strong" if chosen else "body", theme.text, scale)[0]]
    if seen:
        out.append(icon("check", x + w - 44, y + (h - 28) / 2, 28, theme.good, theme.surface_raised))
    if state == "focus":
        out.append(focus_ring(x, y, w, h, theme))
    return group(*out), h


def dialogue(x: float, y: float, w: float, h: float, name: str, words: str, theme: Theme = PAPER_THEME, scale: float = 1,
             stage: str | None = None, seed: int = 3) -> str:
    """A sheet held by its speaker's name tape. `stage` is a short stage direction in the hand font."""
    out = [sheet(x, y, w, h, theme.surface_raised, theme, seed, 12, 3)]
    if not theme.flat:
        out.append(stitch_line(x + 22, y + h - 18, x + w - 22, y + h - 18, theme.rule, 3, .9))
    st = style_of("h2", min(scale, 1.1))
    tw = width(name, st) + 72
    out.append(label_tape(x + 60 + tw / 2, y + 2, tw, 66, -1.6, theme.tape, theme))
    out.append(group(line(x + 60 + tw / 2, y + 16, name, st, theme.text, "middle"),
                     transform=f"rotate(-1.6 {num(x + 60 + tw / 2)} {num(y)})"))
    ty = y + (74 if stage else 56)
    if stage:
        out.append(line(x + 60 + tw + 40, y + 50, stage, style_of("hand", .9), theme.text_soft))
    text, _ = block(x + 60, ty, w - 120, words, "body", theme.text, scale * 1.06)
    out.append(text)
    return group(*out)


def dialogue_height(words: str, w: float, scale: float = 1, stage: bool = False) -> float:
    """Height the sheet needs for these words."""
    return (74 if stage else 56) + block(0, 0, w - 120, words, "body", "#000", scale * 1.06)[1] + 44


def next_hint(x: float, y: float, theme: Theme = PAPER_THEME) -> str:
    """« Entrée » key and an arrow: how to go on."""
    return group(key_cap(x, y, "Entrée", theme, 44, 116), icon("motion", x + 126, y + 5, 34, theme.text, theme.surface_raised))


TAGS = {"fait": ("check", "fact"), "ressenti": ("heart", "feeling"), "rumeur": ("sound", "rumour")}


def tag(cx: float, cy: float, name: str, theme: Theme = PAPER_THEME, angle: float = -3) -> str:
    """fait, ressenti or rumeur: a word, a drawing and a shape (square, round, jagged), never colour alone."""
    glyph, role = TAGS[name]
    ground = getattr(theme, role)
    ink = theme.surface_raised if not theme.flat else theme.surface
    w, h = width(name, style_of("label")) + 84, 50
    x, y = -w / 2, -h / 2
    if name == "fait":
        shape = rect(x, y, w, h, ground, 3)
    elif name == "ressenti":
        shape = rect(x, y, w, h, ground, h / 2)
    else:
        n = 9
        shape = path(polygon([(x + w * i / n, y + (0 if i % 2 else 8)) for i in range(n + 1)]
                             + [(x + w * i / n, y + h - (0 if i % 2 else 8)) for i in range(n, -1, -1)]), ground)
    return group(shape, icon(glyph, x + 20, y + 11, 28, ink, ground), line(x + 58, 9, name, "label", ink),
                 transform=f"translate({num(cx)} {num(cy)}) rotate({angle})")


def clue_card(x: float, y: float, w: float, title: str, art: Svg | None = None, mark: str | None = None,
              theme: Theme = PAPER_THEME, angle: float = 0, state: str = "normal", seed: int = 1, stitched: bool = True) -> str:
    """A drawn card (art is 640x400) with its name underneath, taped to the page. `mark`: fait, ressenti, rumeur or None."""
    pad, ah = 14, (w - 28) * 400 / 640
    h = ah + 92
    out = [sheet(0, 0, w, h, theme.surface_raised, theme, seed, 7 if state == "normal" else 13, 2, fibre=False)]
    out.append(embed(art, pad, pad, w - 2 * pad) if art else rect(pad, pad, w - 2 * pad, ah, theme.surface_sunk))
    st = fit(title, style_of("label"), w - 40)
    out.append(line(w / 2, ah + 58, title, st, theme.text, "middle"))
    if stitched and not theme.flat:
        out.append(stitch_line(pad + 6, h - 14, w - pad - 6, h - 14, theme.rule, 2.5))
    out.append(tape(w / 2, 0, 110, 34, -5, theme.tape_cool if seed % 2 else theme.tape, theme, seed))
    if mark:
        out.append(tag(w - 96, ah - 2, mark, theme))
    if state == "focus":
        out.append(focus_ring(0, 0, w, h, theme))
    return group(*out, transform=f"translate({num(x)} {num(y)}) rotate({angle} {num(w / 2)} {num(h / 2)})")


def hidden_card(x: float, y: float, w: float, theme: Theme = PAPER_THEME, angle: float = 0) -> str:
    """A card not found yet: only the dashed place and a question mark."""
    h = (w - 28) * 400 / 640 + 92
    return group(rect(0, 0, w, h, "none", 6, stroke=theme.edge, stroke_width=3, stroke_dasharray="10 10"),
                 icon("question", w / 2 - 30, h / 2 - 44, 60, theme.edge, theme.surface),
                 line(w / 2, h - 26, "pas encore", "note", theme.text_soft, "middle"),
                 transform=f"translate({num(x)} {num(y)}) rotate({angle})")


HELP_PARTS = [[("Besoin d’en parler ?", False), ("3018", True), ("gratuit, anonyme, 9 h-23 h, 7 j/7", False)],
              [("Danger :", False), ("17", True), ("ou", False), ("112", True), (None, 0), ("114", True), ("par SMS", False),
               (None, 0), ("119", True), ("24 h/24", False)]]


def help_height(scale: float = 1) -> float:
    """One line in normal text, two in large text."""
    return 76 if scale <= 1 else 120


def help_strip(theme: Theme = PAPER_THEME, w: float = 1920, scale: float = 1, exit_state: str = "normal",
               bottom: float = 1080) -> str:
    """Always visible, on every screen: whom to call, and the way out."""
    h = help_height(scale)
    y = bottom - h
    rows = [HELP_PARTS[0] + [(None, 0)] + HELP_PARTS[1]] if scale <= 1 else HELP_PARTS
    out = [rect(0, y, w, h, theme.bar), stitch_line(0, y + 7, w, y + 7, theme.bar_soft, 2.5, .7),
           icon("phone", 26, y + h / 2 - 20, 42, theme.focus, theme.bar)]
    for i, row in enumerate(rows):
        k = .9 if scale <= 1 else scale * .88
        x, base = 84, y + h / 2 + 12 if len(rows) == 1 else y + 52 + i * 48
        for part, strong in row:
            if part is None:
                out.append(rect(x + 2, base - 24, 3, 30, theme.bar_soft, 1, opacity=.6))
                x += 22
                continue
            st = style_of("strong" if strong else "body", k * (1.12 if strong else 1))
            out.append(line(x, base, part, st, theme.focus if strong else theme.on_bar))
            x += width(part, st) + 11
    out.append(quick_exit(w - 376, y + (h - 58) / 2 + 2, theme, exit_state))
    return group(*out)


def quick_exit(x: float, y: float, theme: Theme = PAPER_THEME, state: str = "normal", w: float = 356, h: float = 58) -> str:
    """« Quitter vite », with the key that does it."""
    return group(rect(x, y, w, h, theme.surface_raised, 6, stroke=theme.edge if theme.flat else None, stroke_width=3),
                 icon("door", x + 16, y + 11, 36, theme.danger, theme.surface_raised),
                 line(x + 62, y + 38, "Quitter vite", style_of("label"), theme.danger),
                 key_cap(x + w - 128, y + 9, "Maj ×3", theme, 38, 116),
                 focus_ring(x, y, w, h, theme) if state == "focus" else "")


def tab(x: float, y: float, w: float, label: str, glyph: str, active: bool = False, theme: Theme = PAPER_THEME,
        state: str = "normal", key: object = None) -> str:
    """A notebook divider. The open one is taller, paler and joined to the page."""
    h = 70 if active else 58
    ground = theme.surface_raised if active else theme.surface_sunk
    top, foot, right = num(y + 70 - h), num(y + 70), num(x + w)
    d = (f"M{num(x)} {foot}V{num(y + 84 - h)}Q{num(x)} {top} {num(x + 14)} {top}H{num(x + w - 14)}"
         f"Q{right} {top} {right} {num(y + 84 - h)}V{foot}Z")
    ty = y + 70 - h / 2
    st = fit(label, "label", w - 84)
    return group(path(d, theme.shadow, opacity=.25, transform="translate(4 4)"),
                 path(d, ground, stroke=theme.edge if theme.flat else "none", stroke_width=3),
                 icon(glyph, x + 18, ty - 17, 34, theme.text, ground), line(x + 62, ty + 9, label, st, theme.text),
                 underline(x + 60, ty + 20, width(label, st), theme.accent, 2, 6) if active else "",
                 focus_ring(x, y + 70 - h, w, h, theme) if state == "focus" else "")


def top_bar(place: str, hour: str, theme: Theme = PAPER_THEME, level: float = 1, focus: object = None, w: float = 1920,
            scale: float = 1) -> str:
    """Where and when (tape, left); the antenna and the three tabs (right)."""
    k = 1 + (scale - 1) * .8
    st, big = style_of("label", k), style_of("label", 1.06 * k)
    label = f"{place}, {hour}"
    tw = width(label, big) + 60
    out = [label_tape(26 + tw / 2, 42, tw, 58, -1.2, theme.surface_raised, theme),
           line(26 + tw / 2, 52, label, big, theme.text, "middle")]
    x = w - 18
    for name, glyph in (("Réglages", "settings"), ("Carte", "map"), ("Carnet", "notebook")):
        wd = width(name, st) + 82
        x -= wd + 12
        out += [sheet(x, 10, wd, 62, theme.surface_raised, theme, len(name), 5, 1.5, fibre=False),
                icon(glyph, x + 16, 22, 38, theme.text, theme.surface_raised), line(x + 64, 51, name, st, theme.text)]
        if focus == name:
            out.append(focus_ring(x, 10, wd, 62, theme))
    out.append(antenna(x - 150 - width("grésille", st), 6, level, theme, scale=k))
    return group(*out)


LEVELS = ["grésille", "capte", "clair"]


def antenna_mark(x: float, y: float, level: float, ink: str) -> str:
    """The umbrella antenna and its waves, in one ink, 132 x 68."""
    ux, uy = x + 40, y + 38
    dome = "M-24 0C-22 -26 22 -26 24 0Q16 -7 8 0Q0 -7 -8 0Q-16 -7 -24 0Z"
    stem = "M0 -2V18Q0 24 -8 21M0 -20V-27M-7 -24H7"
    out = [group(path(dome, ink), stroke(stem, ink, 4), transform=f"translate({num(ux)} {uy})")]
    if level == 0:
        wx = x + 72
        out.append(stroke(f"M{num(wx)} {y + 14}l8 8l-9 5l8 9M{num(wx + 16)} {y + 11}l9 10l-10 6l9 11", ink, 4))
    for i in range(level + (1 if level else 0)):
        r = 11 + i * 9
        cx, cy = ux + 12 + r * .72, uy - 14
        out.append(stroke(f"M{num(cx)} {num(cy - r * .55)}A{r} {r} 0 0 1 {num(cx)} {num(cy + r * .62)}", ink, 4.2))
    return "".join(out)


def antenna(x: float, y: float, level: float, theme: Theme = PAPER_THEME, h: float = 68, scale: float = 1) -> str:
    """Louna's sign: the umbrella antenna, and what it hears. Broken zigzag, then two waves,
    then three; always named."""
    ink, st = theme.text, style_of("label", scale)
    return group(sheet(x, y + 4, width("grésille", st) + 132, h - 8, theme.tape_cool, theme, 5, 5, 1.5, fibre=False),
                 antenna_mark(x, y, level, ink), line(x + 112, y + 34 + st.size * .36, LEVELS[level], st, ink))


def hotspot(x: float, y: float, kind: str = "found", label: str | None = None, state: str = "normal",
            theme: Theme = PAPER_THEME) -> str:
    """unfound: open diamond with a dot. found: amber diamond with an eye. visited: paper disc with a tick.
    person: speech shape."""
    out = []
    if kind == "visited":
        out += [circle(x, y, 30, theme.focus_edge), circle(x, y, 25, theme.surface_raised),
                icon("check", x - 15, y - 15, 30, theme.good, theme.surface_raised)]
    elif kind == "person":
        d = smooth([(x - 34, y - 20), (x, y - 34), (x + 34, y - 20), (x + 34, y + 10), (x + 6, y + 24, .2), (x - 6, y + 42, 0),
                    (x - 10, y + 24, .2), (x - 34, y + 10)])
        out += [path(d, theme.focus_edge, stroke=theme.focus_edge, stroke_width=9),
                path(d, theme.focus)] + [circle(x + k * 17, y - 4, 5, theme.focus_edge) for k in (-1, 0, 1)]
    else:
        r = 36
        d = polygon([(x, y - r), (x + r, y), (x, y + r), (x - r, y)])
        if kind == "found":
            out += [path(d, theme.focus_edge, stroke=theme.focus_edge, stroke_width=12, stroke_linejoin="round"),
                    path(d, theme.focus, stroke=theme.focus, stroke_width=3),
                    icon("eye", x - 19, y - 19, 38, theme.focus_edge, theme.focus)]
        else:
            out += [path(d, "none", stroke=theme.focus_edge, stroke_width=13, stroke_linejoin="round"),
                    path(d, "none", stroke=theme.focus, stroke_width=6, stroke_linejoin="round"),
                    circle(x, y, 9, theme.focus_edge), circle(x, y, 6, theme.focus)]
    if label and state in ("hover", "focus"):
        tw = width(label, style_of("label")) + 52
        out += [label_tape(x, y + 74, tw, 52, -1, theme.surface_raised, theme),
                line(x, y + 83, label, "label", theme.text, "middle")]
    if state == "focus":
        out.append(focus_ring(x - 42, y - 42, 84, 84, theme, 42, 6))
    return group(*out)


def toast(x: float, y: float, caption: str, glyph: str = "sound", theme: Theme = PAPER_THEME, scale: float = 1) -> str:
    """What is heard, written: a strip that slides in at the top left."""
    st = style_of("label", scale)
    return group(torn(x, y, width(caption, st) + 118, 68, theme.bar, theme, 4, "r", 14, 8),
                 icon(glyph, x + 24, y + 16, 36, theme.focus, theme.bar),
                 line(x + 78, y + 34 + st.size * .35, caption, st, theme.on_bar))


def toggle(x: float, y: float, on: bool, theme: Theme = PAPER_THEME, state: str = "normal") -> str:
    """A switch that says « oui » or « non » and moves: three signs, not one colour."""
    word = "oui" if on else "non"
    return group(rect(x, y, 148, 60, theme.accent if on else theme.surface_sunk, 30, stroke=theme.edge, stroke_width=3),
                 circle(x + (118 if on else 30), y + 30, 24, theme.surface_raised, stroke=theme.edge, stroke_width=3),
                 icon("check" if on else "cross", x + (106 if on else 18), y + 18, 24, theme.accent if on else theme.text,
                      theme.surface_raised), line(x + (52 if on else 98), y + 40, word, "label", theme.on_accent if on
                                                  else theme.text, "middle"),
                 focus_ring(x, y, 148, 60, theme, 30) if state == "focus" else "")


def slider(x: float, y: float, w: float, value: float, label: str, theme: Theme = PAPER_THEME, state: str = "normal",
           low: str = "−", high: str = "+"):
    """A radio dial laid flat: ticks, a needle, the value in words."""
    kx = x + 60 + (w - 120) * value
    ticks = "".join(rect(x + 60 + (w - 120) * i / 20 - 1.5, y + 8, 3, 26 if i % 5 == 0 else 16, theme.text_soft)
                    for i in range(21))
    return group(ticks, rect(x + 60, y + 34, w - 120, 8, theme.edge, 4),
                 rect(x + 60, y + 34, (w - 120) * value, 8, theme.accent, 4),
                 line(x + 20, y + 46, low, "h2", theme.text, "middle"),
                 line(x + w - 20, y + 46, high, "h2", theme.text, "middle"),
                 path(polygon([(kx - 15, y - 4), (kx + 15, y - 4), (kx + 15, y + 40), (kx, y + 60), (kx - 15, y + 40)]),
                      theme.accent, stroke=theme.focus_edge, stroke_width=3), rect(kx - 1.5, y + 4, 3, 34, theme.on_accent),
                 line(x + w + 24, y + 47, label, "label", theme.text), focus_ring(kx - 16, y - 6, 32, 68, theme, 8)
                 if state == "focus" else "")


def segments(x: float, y: float, items: list, chosen: float, theme: Theme = PAPER_THEME, w: float = 250, h: float = 66,
             focus: bool = False, styles: list | None = None) -> str:
    """Pick one of a few: the chosen one is dark, ticked and underlined."""
    out = []
    for i, item in enumerate(items):
        on, sx = i == chosen, x + i * (w + 24)
        ground, ink = (theme.accent, theme.on_accent) if on else (theme.surface_raised, theme.text)
        st = fit(item, styles[i] if styles else "label", w - 76)
        out += [rect(sx, y, w, h, ground, 6, stroke=theme.edge, stroke_width=3),
                icon("check", sx + 18, y + (h - 26) / 2, 26, ink, ground) if on
                else circle(sx + 31, y + h / 2, 11, "none", stroke=theme.edge, stroke_width=3),
                line(sx + 56, y + h / 2 + st.size * .34, item, st, ink)]
        if on and focus:
            out.append(focus_ring(sx, y, w, h, theme, 10))
    return group(*out)
