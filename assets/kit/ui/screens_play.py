"""The screens one plays on: a talk over a place, the notebook, the board of hypotheses, the map of the school."""
from __future__ import annotations

import importlib
import random
from typing import TYPE_CHECKING

from ..palette import AMBER, INK, MOODS, PAPER, mix
from ..people import CAST, bust
from ..props.cards import CLUES, TITLES
from ..svg import Svg, circle, group, num, path, polygon, rect, smooth, stroke
from . import widgets as U
from .chart import compass, folds, ground, whale
from .icons import icon
from .paper import label_tape, pin, ruled, sheet, string, tape, underline
from .text import block, fit, line, style_of, width
from .tokens import PAPER_THEME

if TYPE_CHECKING:
    from .tokens import Theme


def placeholder_place(S, M=MOODS["windy-court"]):
    """A quiet stand-in for a place: sky, a school wing, a yard, a pool of light."""
    wall = M.sh("#C9B79A", .25)
    out = [rect(0, 0, 1920, 1080, S.linear(0, 0, 0, 700, (0, "#A9BFD0"), (1, M.haze))),
           path(polygon([(-20, 470), (760, 520), (760, 760), (-20, 780)]), M.far("#7E8FB0", .3))]
    out += [path(polygon([(980, 250), (1940, 120), (1940, 800), (980, 740)]), wall),
            path(polygon([(960, 262), (1940, 96), (1940, 140), (960, 286)]), M.sh("#7A4A44", .4))]
    for i in range(5):
        x, s = 1040 + i * 178, 1 + i * .12
        out.append(path(polygon([(x, 400 - i * 16), (x + 96 * s, 392 - i * 18), (x + 96 * s, 560), (x, 560)]),
                        M.sh("#5A6E8A", .3)))
        out.append(path(polygon([(x, 400 - i * 16), (x + 40 * s, 396 - i * 17), (x, 520)]), M.li("#9FB6CC", .5), opacity=.6))
    out += [path(polygon([(-20, 770), (980, 736), (1940, 796), (1940, 1100), (-20, 1100)]), M.sh("#B9AC98", .3)),
            path(polygon([(300, 758), (900, 738), (1500, 1100), (60, 1100)]), M.li("#CBBDA4", .4), opacity=.7)]
    return group(*out)


TALK = [("ecouter", "« Ambassadeur de quoi ? »"), ("demander", "« Pourquoi tu le ranges ? »"),
        ("proposer", "« On entre ? La mouette me juge. »")]


def painted_place(S: Svg, name: str) -> str:
    """The layers of a place, if somebody has painted it; else the stand-in."""
    try:
        place = importlib.import_module(f"..places.{name}", __package__)
        return group(*[U.embed(layer(), 0, 0, 1920) for layer in (place.back, place.mid, place.front)])
    except (ImportError, AttributeError):
        return placeholder_place(S)


def dialogue(theme: Theme = PAPER_THEME, scale: float = 1, focus: float = 2, place: str = "portail") -> Svg:
    """Yanis at the gate: bust on the left, his words, three answers."""
    S = Svg(1920, 1080, "dl")
    S.add(painted_place(S, place), rect(0, 0, 1920, 1080, S.linear(0, 380, 0, 1080, (0, INK, 0), (1, INK, .6))))
    S.add(U.embed(bust(CAST["yanis"], "happy"), 20, 1004 - 800, 676, 800),
          U.top_bar("Le portail", "8 h 05", theme, 1, scale=scale))
    x, w, y, rows = 640, 1236, 1080 - U.help_height(scale) - 26, []
    for n, (stance, words) in reversed(list(enumerate(TALK, 1))):
        _, h = U.choice(x, 0, w, n, stance, words, "normal", theme, scale)
        y -= h
        rows.append((y, n, stance, words))
        y -= 16
    said = "Yanis. Je te guide. J’ai une carte plastifiée et très peu d’autorité. Et ça, mon badge d’ambassadeur."
    dh = U.dialogue_height(said, w, scale, True)
    S.add(U.dialogue(x, y - dh - 14, w, dh, "Yanis", said, theme, scale, "il range le badge"))
    for yy, n, stance, words in reversed(rows):
        S.add(U.choice(x, yy, w, n, stance, words, "focus" if n == focus else "normal", theme, scale, seen=n == 1)[0])
    S.add(U.toast(0, 96, "(une mouette, très près)", theme=theme, scale=scale), U.help_strip(theme, scale=scale))
    return S


def desk(S: Svg, theme: Theme) -> str:
    """The table the notebook lies on: dark cloth, a pool of lamp light."""
    if theme.flat:
        return rect(0, 0, 1920, 1080, theme.surface_sunk)
    return rect(0, 0, 1920, 1080, "#37345C") + rect(0, 0, 1920, 1080,
                                                    S.radial(620, 300, 1300, (0, "#8A6E86", .75), (.6, "#4A4470", .35),
                                                            (1, "#22204A", .6), sy=.7))


def notebook_pages(S: Svg, theme: Theme) -> str:
    """Ruled lines of the left page and the fold between the two, on the big sheet."""
    if theme.flat:
        return ""
    return group(ruled(100, 180, 1110, 780, 50, theme.rule), opacity=.6) + rect(
        1216, 100, 26, 878, S.linear(1216, 0, 1242, 0, (0, theme.shadow, 0), (.5, theme.shadow, .26), (1, theme.shadow, 0)))


def closing(x: float, y: float, theme: Theme) -> str:
    """« Échap, fermer », always at the upper right."""
    return U.key_cap(x, y, "Échap", theme, 44, 104) + line(x + 118, y + 32, "fermer", "label", theme.on_desk)


def spread(S: Svg, theme: Theme, active: str, bottom: float = 982) -> str:
    """The open notebook: two pages, the fold, spiral, tabs above."""
    out = [desk(S, theme)]
    names = [("Indices", "notebook"), ("Tableau", "link"), ("Carte", "map"), ("Personnes", "people")]
    for i, (n, g) in enumerate(names):
        out.append(U.tab(120 + i * 250, 26, 236, n, g, n == active, theme))
    out.append(sheet(70, 96, 1780, bottom - 96, theme.surface_raised, theme, 2, 14, 3))
    return group(*out, closing(1556, 36, theme))


def notebook(theme: Theme = PAPER_THEME, focus: float = 2) -> Svg:
    """Clue cards pasted in; the chosen one is shown large with the three tags to pick from."""
    S = Svg(1920, 1080, "nb")
    S.add(spread(S, theme, "Indices"))
    S.add(notebook_pages(S, theme))
    S.add(line(120, 170, "Vendredi 20 novembre", "hand-big", theme.text), underline(118, 184, 420, theme.pen, 3),
          line(1196, 168, "5 indices sur 24, 3 étapes", "label", theme.text_soft, "end"))
    cards = [("note-conditions", "fait"), ("affiche-dechiree", "fait"), ("liste-63", "fait"), ("trajet-ligne4", None),
             ("planning-barre", "ressenti")]
    for i, (k, mark) in enumerate(cards):
        col, row = i % 3, i // 3
        S.add(U.clue_card(112 + col * 366, 226 + row * 370, 334, TITLES[k], CLUES[k](), mark, theme,
                          (-1.6, 1.2, -.8, 1.4, -1.2)[i], "focus" if i == focus else "normal", i + 1))
    S.add(U.hidden_card(112 + 2 * 366, 226 + 370, 334, theme, 1))
    x = 1276
    S.add(group(line(x, 168, "63 traits", "h2", theme.text), U.embed(CLUES["liste-63"](), x, 196, 530),
                rect(x, 196, 530, 331, "none", stroke=theme.edge, stroke_width=3)))
    body, h = block(x, 548, 530,
                    COUNT, "body", theme.text)
    S.add(body, line(x, 548 + h + 46, "Pour moi, c’est…", "hand", theme.text))
    for i, t in enumerate(("fait", "ressenti", "rumeur")):
        S.add(U.tag(x + 80 + i * 186, 548 + h + 96, t, theme, 0), U.key_cap(x + 58 + i * 186, 548 + h + 134, str(i + 1), theme))
    S.add(line(x, 946, "CDI, 11 h 40. Nour compte à voix basse.", style_of("hand", .92), theme.text_soft),
          rect(x - 4, 548 + h + 64, 168, 64, "none", 10, stroke=theme.good, stroke_width=5))
    S.add(U.help_strip(theme))
    return S


COUNT = "Sous le post de Côme : 41 rires, 15 insultes, 7 inconnus. Pour la défendre :\u00a00."


def clue_page(theme: Theme = PAPER_THEME, scale: float = 1, focus: float = 0) -> Svg:
    """One clue over the whole notebook: what Entrée opens on a card, and the only view in large text."""
    S = Svg(1920, 1080, "cl")
    bottom = 1080 - U.help_height(scale)
    S.add(spread(S, theme, "Indices", bottom - 22), label_tape(330, 168, 380, 66, -1.4, theme.tape, theme),
          line(330, 183, "63 traits", "h2", theme.text, "middle"), U.embed(CLUES["liste-63"](), 130, 226, 840),
          rect(130, 226, 840, 525, "none", stroke=theme.edge, stroke_width=3),
          line(130, 812, "CDI, 11 h 40. Nour compte à voix basse.", style_of("hand", 1.1), theme.text_soft))
    x = 1030
    body, h = block(x, 150, 770, COUNT, "body", theme.text, max(1.15, scale))
    S.add(body, line(x, 150 + h + 70, "Pour moi, c’est…", style_of("hand", 1.2), theme.text))
    y = 150 + h + 130
    for i, t in enumerate(("fait", "ressenti", "rumeur")):
        S.add(group(U.tag(0, 0, t, theme, 0), transform=f"translate({x + 120 + i * 250} {num(y)}) scale(1.25)"),
              U.key_cap(x + 98 + i * 250, y + 60, str(i + 1), theme))
        if i == focus:
            S.add(U.focus_ring(x + 14, y - 38, 212, 76, theme))
    S.add(U.button(x, bottom - 138, 372, "Indice d’avant", "back", theme=theme, h=84, scale=scale),
          U.button(x + 398, bottom - 138, 372, "Indice suivant", "skip", theme=theme, h=84, scale=scale, seed=4),
          U.help_strip(theme, scale=scale))
    return S


SLOTS = [("Ce qui a commencé", "trajet-ligne4", "sûr"), ("Où ça a grandi", "liste-63", "je crois"),
         ("Qui pouvait dire stop", None, None),
         ("Ce qui a aggravé", "affiche-dechiree", "je crois"), ("Quand elle l’a su", None, "je ne sais pas"),
         ("Ce qui a aidé", "carte-3018", "sûr")]
BOARD_RULE = "Une carte par question, ou « je ne sais pas ». Aucune note."
SURE = {"sûr": ("check", 3), "je crois": ("eye", 2), "je ne sais pas": ("question", 1)}


def certainty(cx: float, cy: float, word: str, theme: Theme, scale: float = 1) -> str:
    """How sure: the word, a drawing, and one to three filled dots."""
    glyph, dots = SURE[word]
    st = style_of("label", scale)
    w = width(word, st) + 140
    x = cx - w / 2
    return group(rect(x, cy - 25, w, 50, theme.surface_raised, 25, stroke=theme.edge, stroke_width=3),
                 icon(glyph, x + 16, cy - 15, 30, theme.accent, theme.surface_raised),
                 line(x + 56, cy + st.size * .35, word, st, theme.text),
                 *[circle(x + w - 62 + i * 21, cy, 7, theme.accent if i < dots else "none", stroke=theme.accent, stroke_width=3)
                   for i in range(3)])


def cork_board(theme: Theme) -> str:
    """The cork in its frame, lamp light across it."""
    cork = "#B98A5E" if not theme.flat else theme.surface_sunk
    out = [rect(0, 0, 1920, 1080, "#4A3450" if not theme.flat else theme.surface_sunk),
           rect(34, 96, 1852, 890, "#7A4E3A" if not theme.flat else theme.surface), rect(56, 116, 1808, 850, cork)]
    if not theme.flat:
        rnd = random.Random(3)
        out += [group(*[circle(56 + rnd.random() * 1808, 116 + rnd.random() * 850, rnd.uniform(1.5, 4),
                               rnd.choice(["#8A5F3E", "#DDB184", "#A6744A"]), opacity=.6) for _ in range(900)]),
                path(polygon([(56, 116), (980, 116), (420, 966), (56, 966)]), "#FFD9A0", opacity=.16),
                rect(56, 116, 1808, 12, "#14122C", opacity=.35), rect(56, 116, 12, 850, "#14122C", opacity=.25)]
    return "".join(out)


def board(theme: Theme = PAPER_THEME, scale: float = 1, focus: float = 2) -> Svg:
    """Six questions on cork, joined by string in the order things happened; cards, or an honest empty place."""
    S = Svg(1920, 1080, "bo")
    S.add(cork_board(theme))
    S.add(group(label_tape(282, 52, 470, 66, -1, theme.surface_raised, theme),
                line(282, 66, "Comment c’est arrivé", "h2", theme.text, "middle")),
          line(556, 64, BOARD_RULE, fit(BOARD_RULE, style_of("label", scale), 1080), theme.on_desk),
          closing(1676, 30, theme))
    pos = [(110, 168), (706, 196), (1302, 160), (1302, 574), (706, 596), (110, 566)]
    cards = []
    for i, ((q, clue, sure), (x, y)) in enumerate(zip(SLOTS, pos, strict=True)):
        a = (-1.2, .8, -.6, 1.0, -1.0, .7)[i]
        body = [sheet(0, 0, 508, 366, theme.surface_raised, theme, i + 4, 9, 3), circle(42, 46, 24, theme.accent),
                line(42, 57, str(i + 1), "strong", theme.on_accent, "middle"),
                line(80, 59, q, fit(q, style_of("strong", max(1.05, scale)), 412), theme.text)]
        if clue:
            body += [U.embed(CLUES[clue](), 104, 84, 300),
                     rect(104, 84, 300, 187.5, "none", stroke=theme.edge, stroke_width=2.5),
                     tape(254, 86, 90, 28, 4, theme.tape_cool, theme)]
        else:
            body += [rect(104, 84, 300, 188, theme.surface, 6, stroke=theme.edge, stroke_width=3, stroke_dasharray="11 10"),
                     line(254, 172, "pose une carte", "hand", theme.text_soft, "middle"),
                     line(254, 216, "ou dis « je ne sais pas »", style_of("hand", .8), theme.text_soft, "middle")]
        if sure:
            body.append(certainty(254, 316, sure, theme, scale))
        else:
            ask = "sûr ? je crois ? je ne sais pas ?"
            body.append(line(254, 324, ask, fit(ask, style_of("label", scale), 470), theme.text_soft, "middle"))
        if i == focus:
            body.append(U.focus_ring(0, 0, 508, 366, theme))
        cards.append(group(*body, transform=f"translate({x} {y}) rotate({a} 254 190)"))
    knots = [((508, 200), (0, 190)), ((508, 190), (0, 200)), ((254, 366), (254, 0)), ((0, 200), (508, 190)),
             ((0, 190), (508, 200))]
    ends = [((pos[i][0] + p[0], pos[i][1] + p[1]), (pos[i + 1][0] + q[0], pos[i + 1][1] + q[1])) for i,
            (p, q) in enumerate(knots)]
    S.add(*cards, *[string(p, q, "#8A2F3A" if not theme.flat else theme.accent, 34 if i != 2 else 0, 6) for i,
                    (p, q) in enumerate(ends)])
    for i, (p, q) in enumerate(ends):
        S.add(pin(*p, ("#3E6A8A", "#D8953E", "#86A088")[i % 3], 13), pin(*q, ("#D8953E", "#86A088", "#3E6A8A")[i % 3], 13))
    S.add(U.help_strip(theme, scale=scale))
    return S


PLACES = [("portail", "Le portail", 250, 700), ("arret-bus", "L’arrêt de bus", 236, 852),
          ("vie-scolaire", "Vie scolaire", 560, 640), ("cour", "La cour", 800, 470), ("couloir-b", "Couloir B", 900, 716),
          ("gymnase", "Le gymnase", 640, 286),
          ("cdi-radio", "CDI et radio", 1240, 640), ("cantine", "La cantine", 1110, 318),
          ("salle-arts", "Salle d’arts", 1560, 520), ("salle-info", "Salle info", 1530, 766)]
EXITS = [("portail", "arret-bus"), ("portail", "vie-scolaire"), ("vie-scolaire", "cour"), ("vie-scolaire", "couloir-b"),
         ("cour", "gymnase"), ("cour", "cantine"), ("cour", "couloir-b"), ("couloir-b", "cdi-radio"), ("cdi-radio", "salle-arts"),
         ("cdi-radio", "salle-info")]
STATE = {"cantine": "later", "salle-arts": "later", "salle-info": "later", "portail": "done", "vie-scolaire": "done",
         "cour": "here"}


def legend(x: float, y: float, theme: Theme) -> str:
    """What the four signs mean."""
    items = [("found", "à voir"), ("visited", "déjà vu"), ("later", "plus tard"), ("here", "tu es ici")]
    out = [sheet(x, y, 900, 74, theme.surface_raised, theme, 6, 4, 2, fibre=False)]
    for i, (kind, word) in enumerate(items):
        px, py = x + 52 + i * 220, y + 37
        out.append(place_sign(px, py, kind, theme, .68))
        out.append(line(px + 42, py + 9, word, "label", theme.text))
    return group(*out)


def place_sign(x: float, y: float, kind: str, theme: Theme, k: float = 1) -> str:
    if kind == "here":
        sign = circle(0, 0, 34, INK) + circle(0, 0, 28, AMBER) + icon("person", -20, -21, 40, INK, AMBER)
    elif kind == "later":
        sign = circle(0, 0, 27, theme.surface_raised, stroke=theme.edge, stroke_width=4, stroke_dasharray="9 8") + icon("clock",
                -15, -15, 30, theme.edge, theme.surface_raised)
    else:
        sign = U.hotspot(0, 0, kind, theme=theme)
    return group(sign, transform=f"translate({x} {y}) scale({k})")


def school_map(theme: Theme = PAPER_THEME, scale: float = 1, focus: str = "couloir-b") -> Svg:
    """Laminated by Yanis: the school by hand, paths as stitches, each place with its sign and its name."""
    S = Svg(1920, 1080, "mp")
    S.add(desk(S, theme), sheet(60, 86, 1800, 900, "#EFE3C8" if not theme.flat else theme.surface, theme, 7, 14, 4))
    if not theme.flat:
        S.add(ground(), folds(), whale(250, 196), compass(1760, 880))
    at = {k: (x, y) for k, _, x, y in PLACES}
    for a, b in EXITS:
        (x0, y0), (x1, y1) = at[a], at[b]
        S.add(stroke(f"M{x0} {y0}Q{(x0 + x1) / 2} {(y0 + y1) / 2 - 26} {x1} {y1}", theme.text, 6, stroke_dasharray="4 17"
                     if STATE.get(b) == "later" else "22 15", opacity=.8))
    for k, name, x, y in PLACES:
        st = STATE.get(k, "found")
        S.add(place_sign(x, y, "visited" if st == "done" else st, theme))
        label = {"here": f"{name} : tu es ici", "later": f"{name} : plus tard"}.get(st, name)
        st = style_of("label", scale)
        w = width(label, st) + 40
        S.add(label_tape(x, y + 66, w, 30 + st.size * .7, (-2, 1.4, -1)[len(k) % 3], theme.surface_raised, theme, len(k)),
              line(x, y + 66 + st.size * .34, label, st, theme.text, "middle"))
        if k == focus:
            S.add(U.focus_ring(x - w / 2 - 6, y - 46, w + 12, 144, theme, 20))
    S.add(group(label_tape(1560, 168, 470, 74, 1.2, theme.tape, theme),
                line(1560, 182, "Collège Suzanne-Kermel", "strong", theme.text, "middle")),
                line(1560, 246, "plastifié par Yanis", "hand", theme.text_soft, "middle"))
    S.add(legend(560, 892 if scale == 1 else 872, theme), group(line(120, 66, "La carte", "h2", theme.on_desk)),
          closing(1600, 26, theme))
    S.add(U.help_strip(theme, scale=scale))
    return S
