"""The report desk, first half: out of the story, real or training, no hotline, who you are, the picture, the links.
Outside the story: paper under a lamp, no comet, no coral. All take `theme=`; `DESK_SCREENS` has every one, in order."""
from collections.abc import Callable
from functools import partial

from ..palette import mix
from ..svg import Svg, circle, group, path, polygon, rect
from . import widgets as U
from . import widgets_desk as D
from .icons import icon
from .paper import marker, sheet, stitch_line, tape
from .screen_workshop import picture
from .screens_desk_send import error, follow, lookup, quick_exit, receipt, review
from .tokens import CONTRAST_THEME, PAPER_THEME, READ, TITLE, TextStyle, Theme

L, R = D.LEFT, D.RIGHT

NEXT = [("question", "Deux questions d’abord : est-ce pour de vrai, et qui es-tu ?"),
        ("lock", "L’image reste sur ton appareil. Seule son empreinte, un code, peut partir."),
        ("eye", "Tu relis tout avant d’envoyer. Tu peux arrêter à chaque étape.")]


def leaving(theme: Theme = PAPER_THEME) -> Svg:
    """« Tu quittes l’histoire »: 3018 first and largest; at its right what comes next. Enter alone goes back to the story."""
    S, x, big = D.frame("dl", theme, "Tu quittes l’histoire"), L + 640, TextStyle(READ, 34, 400, 1.36)
    y, rows = 452, []
    for name, words in NEXT:
        svg, h = D.point(x, y, R - x, name, words, theme, "accent", big)
        rows.append(svg)
        y += h + 22
    S.add(D.number_3018(L, 262, 580, 574, theme, 214),
          D.para(x, 256, R - x, "Ici, ce n’est plus un jeu. Le Guichet aide à signaler une image partagée sans accord.", big,
                 theme.text),
          D.say(x, 416, "Ce qui vient", "h2", theme.text), *rows,
          sheet(x, y + 6, R - x, 96, theme.surface_raised, theme, 7, 5, 2, fibre=False),
          path(polygon([(x + 34, y + 6), (x + 68, y + 6), (x + 68, y + 96), (x + 51, y + 82), (x + 34, y + 96)]), theme.accent),
          D.say(x + 100, y + 65, "Ta partie est gardée : tu la retrouves au même endroit.", D.LABEL, theme.text),
          D.action(L, D.FOOT, 580, "Revenir à l’histoire", "back", theme, "main", "focus", "Échap", seed=2),
          D.action(R - 500, D.FOOT, 500, "Continuer vers le Guichet", "door", theme, seed=3), U.help_strip(theme))
    return S


def solid_door_art(x: float, y: float, w: float, h: float, theme: Theme) -> str:
    """A dark wall and a square door left ajar: warm light, a telephone inside, light on the floor."""
    c, night, dark = theme.accent, theme.focus_edge, theme.focus_edge
    ox, oy, ow, base = x + 62, y + 84, 288, y + h - 72
    if theme.flat:
        c, night = theme.surface_raised, theme.edge
    floor, leaf = mix(c, night, .45 if not theme.flat else .1), mix(c, night, .3 if not theme.flat else .15)
    return "".join(["" if theme.flat else rect(x + 12, y + 16, w, h, theme.shadow, fill_opacity=.4), rect(x, y, w, h, c),
           rect(x, base, w, 72, floor),
           rect(ox - 20, oy - 20, ow + 40, base - oy + 20, mix(c, night, .6)), rect(ox, oy, ow, base - oy, theme.focus),
           path(polygon([(ox + 96, base - 58), (ox + ow, base - 58), (ox + ow, base), (ox, base)]),
                mix(theme.focus, theme.pen, .45)),
           rect(ox + 142, base - 150, 120, 12, dark), rect(ox + 154, base - 138, 10, 106, dark), rect(ox + 240, base - 138, 10,
               106, dark),
           icon("phone", ox + 168, base - 213, 66, dark, theme.focus),
           path(polygon([(ox, oy), (ox + 96, oy + 40), (ox + 96, base - 58), (ox, base)]), leaf),
           path(polygon([(ox + 18, oy + 44), (ox + 80, oy + 64), (ox + 80, oy + 192), (ox + 18, oy + 196)]),
                mix(leaf, night, .35)),
           path(polygon([(ox + 18, oy + 236), (ox + 80, oy + 230), (ox + 80, base - 84), (ox + 18, base - 44)]),
                mix(leaf, night, .35)),
           circle(ox + 88, oy + 212, 9, theme.focus),
           path(polygon([(ox + 70, base), (ox + ow, base), (ox + ow + 240, y + h), (ox + 130, y + h)]), theme.focus,
                fill_opacity=.75),
           rect(x, y, w, h, "none", 3, stroke=night, stroke_width=8)])


def solid_door(x: float, y: float, w: float, h: float, theme: Theme) -> str:
    """The solid door with its words in pale ink."""
    ink, base = theme.text if theme.flat else theme.on_accent, y + h - 72
    text_x, tw = x + 62 + 288 + 70, w - 288 - 62 - 70 - 36
    out = [solid_door_art(x, y, w, h, theme)]
    for i, words in enumerate(("C’est", "pour de vrai")):
        out.append(D.say(text_x, y + 138 + i * 76, words, TextStyle(TITLE, 72, 800, 1), ink))
    out += [D.para(text_x, y + 242, tw,
                   "Une image circule, ou quelqu’un menace de la montrer. Pour toi ou pour quelqu’un d’autre.", "body", ink),
            D.para(text_x, base - 84, tw, "3018, puis un vrai service.", D.LABEL, ink), D.cap(x + w - 84, y + 34, "1", theme)[0]]
    return group(*out)


def paper_door_art(S: Svg, x: float, y: float, w: float, h: float, theme: Theme) -> tuple[str, str]:
    """A round-topped door cut in cardboard, striped edge, cone, dashed cutting line: plainly a toy. (The door, the tape that
    lies over its words.)"""
    cx, r = x + w / 2, 230

    def arch(d):
        return (f"M{x + d} {y + h - d}V{y + r}C{x + d} {y + d * 1.2 - 26} {x + w - d} {y + d * 1.2 - 26} {x + w - d} {y + r}"
                f"V{y + h - d}Z")
    stripes = f'<g clip-path="{S.clip(arch(0))}">{D.hatch(x, y - 30, w, h + 30, theme, 64)}</g>'
    door = "".join(["" if theme.flat else path(arch(0), theme.shadow, fill_opacity=.4, transform="translate(14 16)"), stripes,
                    path(arch(36), theme.surface_raised, stroke=theme.warn, stroke_width=4),
                    path(arch(58), "none", stroke=theme.edge, stroke_width=4, stroke_dasharray="18 14"),
                    circle(cx, y + 176, 58, theme.warn), D.glyph("cone", cx - 36, y + 139, 72, theme.on_warn, theme.warn)])
    held = "" if theme.flat else (tape(x + 66, y + 250, 130, 38, -58, theme.tape, theme) +
                                  tape(x + w - 50, y + 236, 130, 38, 54, theme.tape_cool, theme))
    return door, held


def paper_door(S: Svg, x: float, y: float, w: float, h: float, theme: Theme) -> str:
    """The cardboard door with its words, a bit crooked."""
    cx, (door, held) = x + w / 2, paper_door_art(S, x, y, w, h, theme)
    return group(door,
                 D.say(cx, y + 308, "J’essaie", TextStyle(TITLE, 72, 800, 1), theme.text, "middle"),
                 D.para(x + 120, y + 328, w - 240, "Pour voir comment ça marche, avec une image d’exemple.", "body", theme.text,
                        "middle"),
                 D.say(cx, y + 450, "Personne ne reçoit rien.", D.LABEL, theme.text, "middle"),
                 rect(cx - 170, y + h - 132, 340, 60, theme.warn), D.say(cx, y + h - 91, "c’est un exercice", D.LABEL,
                     theme.on_warn, "middle"),
                 D.cap(x + w - 138, y + h - 127, "2", theme)[0], held,
                 transform=f"rotate(1.2 {cx} {y + h / 2})")


def real_or_try(theme: Theme = PAPER_THEME) -> Svg:
    """« C’est pour de vrai » or « J’essaie »: a square dark door ajar on a lit room with a telephone, a round cardboard one with
    stripes."""
    S, top, h = Svg(1920, 1080, "dd"), 142, 600
    S.add(D.table(theme, 560), D.name_tape(theme), sheet(1020, 22, 840, 84, theme.surface_raised, theme, 9, 6, 2, fibre=False),
          D.say(1070, 81, "C’est pour de vrai, ou tu essaies ?", "h2", theme.text),
          solid_door(78, top, 900, h, theme), paper_door(S, 1070, top - 4, 740, h + 4, theme),
          U.focus_ring(78, top, 900, h, theme, 10),
          D.danger_line(60, 774, 1800, theme, h=88),
          sheet(60, 880, 1800, 106, theme.surface_raised, theme, 4, 6, 2, fibre=False),
          icon("question", 94, 907, 52, theme.accent, theme.surface_raised),
          D.say(168, 944, "Tu hésites ? « C’est pour de vrai » : rien ne part sans ton accord.", D.LABEL, theme.text),
          D.action(1464, 895, 360, "Retour", "back", theme, key="Échap", h=76), U.help_strip(theme))
    return S


SERVICES = [("Take It Down", "avant 18 ans, partout dans le monde", "lock", "l’image reste sur ton appareil"),
            ("DISRUPT", "à tout âge, en France", "send", "l’image est envoyée à des analystes formés"),
            ("StopNCII", "à partir de 18 ans", "lock", "l’image reste sur ton appareil")]
LEAVE = "On ouvre takeitdown.ncmec.org ?\nTon navigateur garde la trace."


def service(x: float, y: float, w: float, i: int, theme: Theme, asking: bool = False) -> str:
    """One real service: for whom, where the picture goes (lock or plane, in a strip), and the button that leaves the program.
    `asking` puts the question before a browser opens in its place."""
    name, whom, sign, where = SERVICES[i]
    role, ink = (theme.good, theme.on_good) if sign == "lock" else (theme.warn, theme.on_warn)
    out = [sheet(x, y, w, 262 if asking else 158, theme.surface_raised, theme, i + 4, 7, 2, fibre=False),
           D.say(x + 28, y + 54, name, "h2", theme.text), D.say(x + w - 28, y + 51, whom, D.NOTE, theme.text_soft, "end"),
           rect(x + 28, y + 74, w - 56 - (0 if asking else 342), 66, role, 4), icon(sign, x + 46, y + 87, 40, ink, role),
           D.say(x + 104, y + 118, where, D.LABEL, ink)]
    if asking:
        out += [D.para(x + 28, y + 162, 560, LEAVE, D.NOTE, theme.text),
                D.action(x + w - 548, y + 164, 230, "Ouvrir", "link", theme, "go", h=76, seed=3),
                D.action(x + w - 298, y + 164, 270, "Rester ici", "cross", theme, "paper", "focus", h=76, seed=5)]
    else:
        out.append(D.action(x + w - 352, y + 72, 324, "Ouvrir le site…", "link", theme, h=70, seed=i + 7))
    return group(*out)


def set_aside(x: float, y: float, w: float, i: int, theme: Theme) -> str:
    """A service that is not for this age: one dashed line, no button."""
    name, whom, sign, where = SERVICES[i]
    return group(rect(x, y, w, 80, theme.surface, 4, stroke=theme.edge, stroke_width=3, stroke_dasharray="12 10"),
                 D.say(x + 28, y + 54, name, "h2", theme.text), icon(sign, x + 250, y + 20, 38, theme.good, theme.surface),
                 D.say(x + 302, y + 51, where, D.NOTE, theme.text), D.say(x + w - 28, y + 51, whom, D.LABEL, theme.text_soft,
                     "end"))


def not_connected(theme: Theme = PAPER_THEME) -> Svg:
    """For real, but nobody is at the end of this copy's line: said first, then 3018, then the services for the age, each with
    where the picture goes. The first one shows the question asked before a browser opens; the last is not for this age."""
    S = D.frame("dn", theme, "Ce guichet n’est relié à personne")
    x, w = L + 556, R - L - 556
    S.add(D.para(L, 260, 510, "Rien de ce que tu ferais ici n’arriverait à quelqu’un. Voici qui peut t’aider, pour de vrai.",
                 D.LABEL, theme.text),
          D.number_3018(L, 398, 506, 450, theme, 168, ""),
          D.say(x, 312, "Sur l’image :", D.LABEL, theme.text),
          U.segments(x + 204, 268, ["avant 18 ans", "18 ans ou plus", "je ne sais pas"], 0, theme, 293, 66, styles=[D.LABEL] * 3),
          service(x, 356, w, 0, theme, asking=True), service(x, 640, w, 1, theme), set_aside(x, 820, w, 2, theme),
          icon("warning", x + 6, D.FOOT + 38, 44, theme.warn, theme.surface_raised),
          D.say(x + 68, D.FOOT + 70, "Une empreinte aide, elle n’efface pas tout : signale aussi la publication.", "body",
                theme.text),
          D.action(L, D.FOOT, 360, "Retour", "back", theme, key="Échap", seed=2), U.help_strip(theme))
    return S


PEOPLE = [("person", "C’est moi sur l’image", "Tu peux prendre son empreinte sur ton appareil. Elle n’est pas envoyée."),
          ("people", "Je suis avec cette personne", "Vous faites tout ensemble, sur son appareil à elle. C’est elle qui décide."),
          ("ear", "Ami, parent, témoin",
            "Des liens et des conseils, sans l’image : ne la cherche pas, ne la garde pas, ne la transmets pas.")]


def who(theme: Theme = PAPER_THEME, training: bool = False, chosen: int = 0) -> Svg:
    """Three people, three ways: the one shown, with the one shown, the others (the picture's step is struck out of the trail).
    Then age, and whose computer it is."""
    other = chosen == 2
    S = D.frame("dw", theme, "Qui es-tu ?", 0, training, 1 if other else None)
    w = (R - L - 48) / 3
    for i, (name, title, words) in enumerate(PEOPLE):
        S.add(D.option(L + i * (w + 24), 264, w, 290, name, title, words, i == chosen, str(i + 1), theme, i == chosen))
    for y, title, items, on in ((586, "Sur l’image, elle avait" if chosen else "Sur l’image, tu avais",
                                 ["moins de 15 ans", "15-17 ans", "18 ans ou plus",
                                  "je ne sais pas" if chosen else "je ne dis pas"], 1),
                                (692, "Cet appareil", ["il est à moi", "il est partagé", "il est au collège"], 0)):
        S.add(stitch_line(L, y - 8, R, y - 8, theme.rule, 3, .9), D.say(L, y + 58, title, D.LABEL, theme.text),
              U.segments(L + 372, y + 14, items, on, theme, 311, 66, styles=[D.LABEL] * len(items)))
    words = ("Pour aider, l’image ne sert à rien : le lien, le compte et l’heure suffisent." if other else
             "Partagé ou au collège : rien n’est gardé ici, et on te propose de continuer sur un autre appareil.")
    S.add(stitch_line(L, 790, R, 790, theme.rule, 3, .9), icon("heart" if other else "shield", L + 4, 812, 44, theme.good,
                                                               theme.surface_raised),
          D.say(L + 72, 846, words, "body", theme.text), D.footer(theme, "Retour", "Continuer", focus=2), U.help_strip(theme))
    return S


def item(x: float, y: float, w: float, name: str, title: str, state: str, words: str, theme: Theme, h: float = 134) -> str:
    """One chosen file, never shown nor named: a drawing of a sheet or film, how its print goes, its quality in words."""
    role = {"ready": theme.good, "plain": theme.warn, "busy": theme.accent}[state]
    ink = {"ready": theme.on_good, "plain": theme.on_warn, "busy": theme.on_accent}[state]
    out = [sheet(x, y, w, h, theme.surface_raised, theme, int(y), 5, 2, fibre=False), rect(x, y, 14, h, role),
           D.glyph(name, x + 40, y + (h - 56) / 2, 56, theme.text, theme.surface_raised), D.say(x + 124, y + 54, title, D.LABEL,
               theme.text)]
    if state == "busy":
        out += [D.gauge(x + 260, y + 32, w - 606, .62, theme), D.say(x + w - 326, y + 54, "62 %", D.LABEL, theme.text),
                D.say(x + 124, y + 104, words, D.NOTE, theme.text), D.action(x + w - 238, y + 32, 214, "Arrêter", "cross", theme,
                    h=70)]
    else:
        out += [circle(x + 146, y + 94, 22, role), icon("check" if state == "ready" else "warning", x + 132, y + 80, 28, ink,
                                                        role),
                D.say(x + 182, y + 104, words, D.NOTE, theme.text), D.square(x + w - 88, y + (h - 64) / 2, "cross", theme)]
    return group(*out)


ITEMS = [("file", "Image 1", "ready", "empreinte prête : facile à reconnaître"),
         ("file", "Image 2", "plain", "trop lisse pour être reconnue : laissée de côté"),
         ("film", "Vidéo 1", "busy", "en cours : 12 s lues sur 19")]
TRIES = [("file", "L’exemple", "ready", "empreinte prête : facile à reconnaître"),
         ("file", "Ton dessin", "plain", "trop lisse pour être reconnu : laissé de côté"),
         ("film", "Vidéo 1", "busy", "en cours : 12 s lues sur 19")]


def choose(theme: Theme = PAPER_THEME, training: bool = False) -> Svg:
    """Choose on this device: a drop zone, a button, a path; at the right each file with its print. Training has the collage."""
    S = D.frame("dp", theme, "Choisis l’image, ici" if not training else "Choisis une image sans danger", 1, training)
    w, x = 700, L + 748
    promise = "Jamais une image intime pour essayer." if training else "Elle n’est ni affichée, ni copiée, ni envoyée."
    S.add(D.say(L, 292, promise, D.LABEL, theme.text),
          rect(L, 320, w, 300, theme.surface_raised, 12, stroke=theme.edge, stroke_width=5, stroke_dasharray="22 16"))
    if training:
        S.add(picture(L + 44, 364, 300), D.para(L + 384, 350, 300, "Le collage de l’atelier, ou un dessin, un paysage à toi.",
                                                "body", theme.text),
              D.action(L + 384, 516, 286, "Le prendre", "plus", theme, "go", "focus", h=76))
    else:
        S.add(D.glyph("print", L + w / 2 - 48, 352, 96, theme.accent, theme.surface_raised),
              D.say(L + w / 2, 502, "Dépose le fichier ici", "h2", theme.text, "middle"),
              D.say(L + w / 2, 552, "On n’en prend que l’empreinte, sur cet appareil.", D.NOTE, theme.text_soft, "middle"))
    S.add(D.action(L, 644, 300, "Parcourir…", "file", theme, h=76, state="normal" if training else "focus", seed=4),
          D.field(L + 320, 647, w - 320, "ou son chemin", theme, 70, "pencil", empty=True),
          D.points(L, 752, w, [("clock", "Tout s’efface au bout de 24 heures, ou dès que tu le demandes.") if training else
                               ("ear", "Tu ne l’as pas ? Ne la redemande à personne. Continue avec les liens.")], theme)[0])
    for i, row in enumerate(TRIES if training else ITEMS):
        S.add(item(x, 262 + i * 152, R - x, *row, theme))
    y = 262 + len(TRIES if training else ITEMS) * 152
    S.add(D.points(x, y + 14, R - x, [("eye-off", "Pour de vrai, l’image ne s’affiche jamais ici." if training else
                                       "Ni miniature, ni nom de fichier à l’écran.")], theme)[0],
          D.footer(theme, "Retour", "Continuer", focus=2), U.help_strip(theme))
    return S


def links(theme: Theme = PAPER_THEME, training: bool = False) -> Svg:
    """Left: links with the platform recognised, accounts, when. Right: what happened, with a soft word about a first name; how to
    be answered, without a name or by an address."""
    S = D.frame("dk", theme, "Où l’as-tu vue ?", 2, training)
    w, x = 880, L + 944
    for i, (link, name, known) in enumerate((("lucarne.example/p/8841", "Lucarne, publication publique", True),
                                             ("forum-du-quai.example/sujet/312", "site inconnu : on l’envoie aussi", False))):
        y, role = 266 + i * 142, theme.good if known else theme.warn
        S.add(D.field(L, y, w - 84, link, theme, 72, "link"), D.square(L + w - 68, y + 4, "cross", theme),
              circle(L + 38, y + 100, 20, role),
              icon("check" if known else "question", L + 25, y + 87, 26, theme.on_good if known else theme.on_warn, role),
              D.say(L + 74, y + 111, name, D.NOTE, theme.text))
    S.add(D.action(L, 552, 390, "Ajouter un lien", "plus", theme, h=74, seed=7), stitch_line(L, 660, L + w, 660, theme.rule, 3,
        .9),
          D.pencil(L + 560, 606, -9, theme),
          D.say(L, 722, "Compte", D.LABEL, theme.text), D.field(L + 136, 676, 310, "@bouee_perdue", theme, 70),
          D.say(L + 484, 722, "Vue le", D.LABEL, theme.text), D.field(L + 590, 676, w - 590, "lundi 23, vers 18 h", theme, 70),
          D.points(L, 778, w, [("eye-off", "Pas besoin de retourner voir la publication : le lien suffit.")], theme)[0])
    said = "Une photo de moi tourne depuis dimanche. C’est Malo qui l’avait."
    S.add(D.say(x, 222, "Que s’est-il passé ?", "h2", theme.text), rect(x, 266, R - x, 124, theme.surface_raised, 6,
        stroke=theme.edge, stroke_width=3),
          marker(x + 18, 346, 78, 38, theme.highlight, 3), D.para(x + 24, 286, R - x - 48, said, D.NOTE, theme.text),
          D.points(x, 408, R - x, [("pencil",
                                    "« Malo » ressemble à un prénom. Tu peux l’enlever, ou le laisser : c’est toi qui vois.",
                                    "feeling")], theme)[0],
          D.say(x, 572, "Comment te répondre ?", "h2", theme.text))
    for i, (name, title, words, on) in enumerate((("lock", "Anonyme", "mon reçu suffit", True),
                                                  ("mail", "À une adresse", "scellée, que je donne", False))):
        y = 600 + i * 128
        S.add(sheet(x, y, R - x, 112, theme.surface_raised, theme, i + 3, 5, 2, fibre=False),
              rect(x, y, R - x, 112, "none", 4, stroke=theme.accent if on else theme.edge, stroke_width=7 if on else 3),
              D.glyph(name, x + 32, y + 32, 48, theme.accent, theme.surface_raised), D.say(x + 112, y + 48, title, D.LABEL,
                  theme.text),
              D.say(x + 112, y + 90, words, D.NOTE, theme.text),
              circle(R - 58, y + 56, 28, theme.good) + icon("check", R - 74, y + 40, 32, theme.on_good, theme.good) if on else
              circle(R - 58, y + 56, 16, "none", stroke=theme.edge, stroke_width=3))
    S.add(D.footer(theme, "Retour", "Relire"), U.help_strip(theme))
    return S


DESK_SCREENS: dict[str, Callable[..., Svg]] = {
    "desk-leaving": leaving, "desk-real-or-try": real_or_try, "desk-not-connected": not_connected, "desk-who": who,
    "desk-who-witness": partial(who, chosen=2), "desk-picture": choose, "desk-picture-training": partial(choose, training=True),
    "desk-links": partial(links, training=True), "desk-review": review, "desk-review-json": partial(review, as_json=True),
    "desk-receipt": receipt, "desk-receipt-training": partial(receipt, training=True), "desk-lookup": lookup,
                "desk-follow": follow,
    "desk-follow-training": partial(follow, training=True), "desk-error": error,
    "quick-exit": quick_exit, "desk-real-or-try-contrast": partial(real_or_try, theme=CONTRAST_THEME),
    "desk-review-contrast": partial(review, theme=CONTRAST_THEME),
    "desk-receipt-training-contrast": partial(receipt, theme=CONTRAST_THEME, training=True)}
