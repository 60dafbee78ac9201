"""The report desk, second half: review, receipt, follow-up, what goes wrong, and the page that hides everything."""
import math

from ..svg import Svg, circle, group, num, path, polygon, rect, stroke
from . import widgets as U
from . import widgets_desk as D
from .icons import icon
from .paper import sheet, stitch_line, stitches
from .text import fit, style_of, width
from .tokens import PAPER_THEME, READ, TextStyle, Theme

L, R = D.LEFT, D.RIGHT

CLEAR = [("print", "l’empreinte de l’image 1"), ("film", "celle de la vidéo 1, par instants"),
         ("save", "un repère tiré de ton reçu")]
SEALED = [("link", "2 liens, 1 compte, la date"), ("pencil", "ce que tu as raconté"), ("person", "ta tranche d’âge : 15-17 ans"),
          ("mail", "contact : aucun, anonyme")]
NEVER = ["l’image, même en petit", "le nom du fichier, son dossier", "ses dimensions", "où et quand elle a été prise",
         "ton nom, sauf si tu l’écris"]
JSON = [('{ "media": [{ "kind": "image",', 0), ('    "pdq": "d8f1…c3", "quality": 91,', 0),
        ('    "md5": "9a0e…41", "sha256": "7c2b…e0" },', 0),
        ('    { "kind": "video", "frames": 19, … }],', 0), ('  "locator": "b41d…07",', 0), ('  "links":   "hQ3v…x8==",', 1),
        ('  "context": "Zt8k…m1==",', 1), ('  "age":     "p0Gd…c4==",', 1), ('  "contact": null }', 0)]


def open_slip(x: float, y: float, w: float, h: float, theme: Theme) -> str:
    """What leaves readable: a slip with an eye, why, and its lines."""
    out = [sheet(x, y, w, h, theme.surface_raised, theme, 5, 7, 2, fibre=False), rect(x, y, w, 82, theme.surface_sunk),
           icon("eye", x + 28, y + 17, 48, theme.text, theme.surface_sunk), D.say(x + 96, y + 55, "En clair", "h2", theme.text),
           D.para(x + 30, y + 98, w - 60, "Pour être comparé à d’autres empreintes.", D.NOTE, theme.text_soft),
           stitch_line(x + 24, y + h - 112, x + w - 24, y + h - 112, theme.rule, 3, .9),
           D.para(x + 30, y + h - 98, w - 60, "Une empreinte ne redonne pas l’image. Elle reste secrète.", D.NOTE, theme.text)]
    for i, (sign, words) in enumerate(CLEAR):
        out += [D.glyph(sign, x + 30, y + 198 + i * 60, 40, theme.text, theme.surface_raised),
                D.say(x + 90, y + 228 + i * 60, words, fit(words, D.NOTE, w - 110), theme.text)]
    return group(*out)


def envelope(x: float, y: float, w: float, h: float, theme: Theme) -> str:
    """What leaves sealed: an envelope, its flap held by a round seal with a lock; each line has its own lock."""
    cx, role = x + w / 2, theme.feeling
    flap = polygon([(x, y), (x + w, y), (cx + 40, y + 108), (cx - 40, y + 108)])
    out = [sheet(x, y, w, h, theme.surface_raised, theme, 8, 7, 2, fibre=False),
           "" if theme.flat else path(flap, theme.shadow, fill_opacity=.2, transform="translate(0 7)"),
           path(flap, theme.surface_sunk, stroke=theme.edge, stroke_width=2.5), D.say(cx, y + 60, "Scellé", "h2", theme.text,
               "middle"),
           circle(cx, y + 116, 38, role), icon("lock", cx - 20, y + 94, 40, theme.surface_raised, role),
           D.say(cx, y + 200, f"Seule {D.OPERATOR} peut l’ouvrir.", D.NOTE, theme.text_soft, "middle")]
    for i, (sign, words) in enumerate(SEALED):
        ty = y + 226 + i * 64
        out += [D.glyph(sign, x + 30, ty, 38, theme.text, theme.surface_raised), D.say(x + 86, ty + 30, words,
            fit(words, D.NOTE, w - 150), theme.text),
                icon("lock", x + w - 58, ty + 2, 32, role, theme.surface_raised)]
    return group(*out)


def code(x: float, y: float, w: float, h: float, theme: Theme) -> str:
    """The same message as code; sealed lines stand on a shaded band with a lock in the margin."""
    out = [sheet(x, y, w, h, theme.surface_raised, theme, 5, 7, 2, fibre=False), rect(x, y, 84, h, theme.surface_sunk)]
    for i, (_, sealed) in enumerate(JSON):
        if sealed:
            out += [rect(x + 84, y + 26 + i * 41, w - 84, 41, theme.surface if theme.flat else theme.surface_sunk,
                         fill_opacity=.55),
                    icon("lock", x + 24, y + 28 + i * 41, 36, theme.feeling, theme.surface_sunk)]
    return group(*out, D.mono(x + 108, y + 57, [(text, "feeling" if sealed else "text") for text, sealed in JSON], theme),
                 rect(x + 84, y + h - 92, w - 84, 3, theme.rule), icon("lock", x + 112, y + h - 66, 40, theme.feeling,
                     theme.surface_raised),
                 D.say(x + 172, y + h - 34, f"ligne scellée : seule {D.OPERATOR} peut l’ouvrir", D.NOTE, theme.text))


def review(theme: Theme = PAPER_THEME, training: bool = False, as_json: bool = False) -> Svg:
    """What leaves (readable slip, sealed envelope) beside what never leaves; the same as code on demand; consent, then send."""
    S = D.frame("dr", theme, "Relis : voici tout ce qui part", 3, training)
    w, x, h = 1080, L + 1110, 496
    S.add(U.segments(R - 482, 176, ["en mots", "en code"], 1 if as_json else 0, theme, 229, 66, styles=[D.LABEL] * 2))
    S.add(code(L, 262, w, h, theme) if as_json else open_slip(L, 262, 530, h, theme) + envelope(L + 556, 262, 524, h, theme))
    S.add(sheet(x, 262, R - x, h, theme.surface_raised, theme, 8, 7, 2, fibre=False), rect(x, 262, R - x, 82, theme.bar),
          D.glyph("ban", x + 30, 277, 52, theme.on_bar, theme.bar), D.say(x + 104, 318, "Ne part jamais", "h2", theme.on_bar))
    for i, words in enumerate(NEVER):
        y = 374 + i * 76
        S.add(icon("cross", x + 34, y + 4, 34, theme.text, theme.surface_raised), D.say(x + 90, y + 32, words,
            fit(words, style_of("body"), R - x - 110),
                                                                                          theme.text))
    box, _ = D.tick_box(L, 788, 1600, f"J’ai relu. J’accepte d’envoyer ceci à {D.OPERATOR}. Je pourrai le retirer avec mon reçu.",
                        True, theme)
    S.add(box, D.footer(theme, "Retour", "Envoyer", "send"), U.help_strip(theme))
    return S


WORDS = ["marée", "grenier", "violon", "citron", "nuage", "plume", "hamac", "tuile", "renard"]
AFTER = [("now", "Reçu", "à l’instant"), ("next", "Lu par une personne formée", "elle peut t’écrire ici"),
         ("next", "Demande à l’hébergeur", "avec le lien exact"), ("next", "Empreinte partagée",
                                                                   "avec les plateformes qui participent")]
PLAYED = [("now", "Reçu par l’exercice", "effacé dans 24 heures"), ("next", "Lu", "par personne : c’est joué"),
          ("next", "Demande à l’hébergeur", "jouée, rien n’est écrit à personne"), ("next", "Empreinte partagée",
              "avec un service d’exercice")]


def receipt(theme: Theme = PAPER_THEME, training: bool = False) -> Svg:
    """First what it costs to lose it; then nine words in a grid (an exercise begins with its own striped one); how to keep them;
    what happens next. Own device: by hand or PDF. Shared device: by hand only."""
    S = D.frame("dq", theme, "Ton reçu" if not training else "Ton reçu d’exercice", 4, training)
    w, x = 1010, L + 1070
    S.add(D.warning_strip(L, 262, w, "Note-le : personne ne pourra le retrouver.", theme))
    if training:
        S.add(D.hatch(L, 366, w, 76, theme), rect(L + 62, 366, w - 124, 76, theme.warn), D.glyph("cone", L + 86, 380, 48,
            theme.on_warn, theme.warn),
              D.say(L + 156, 419, "EXERCICE", "h2", theme.on_warn), D.say(L + 430, 416, "tout reçu d’exercice commence ainsi",
                  D.NOTE, theme.on_warn),
              D.word_grid(L, 460, w, WORDS, theme, h=88),
              icon("lock", L + 12, 796, 44, theme.text, theme.surface_raised),
              D.say(L + 84, 830, "Appareil partagé : pas de PDF, recopie à la main.", D.LABEL, theme.text),
              D.pencil(L + 804, 834, -9, theme))
    else:
        S.add(D.word_grid(L, 368, w, WORDS, theme, h=112),
              D.action(L, 768, 470, "Je recopie à la main", "pencil", theme, "go", "focus"),
              D.action(L + 494, 768, 400, "Garder un PDF", "save", theme))
    S.add(stitch_line(x - 32, 190, x - 32, 848, theme.rule, 3, .9), D.say(x, 226, "Et après ?", "h2", theme.text),
          D.timeline(x, 258, R - x, PLAYED if training else AFTER, theme, 98),
          D.points(x, 666, R - x, [("people", "Avec tes mots, tu reviens voir, répondre, ajouter ou retirer."),
                                   ("warning", "Des copies peuvent échapper. Signale aussi la publication.", "warn")], theme,
                   18)[0])
    S.add(D.footer(theme, "Fermer", "C’est noté", "check", "Rien n’est parti : c’était un exercice." if training
                   else f"Bien arrivé à {D.OPERATOR}.", 1 if training else None), U.help_strip(theme))
    return S


PAST = [("done", "Reçu", "mardi 24, 19 h 12"), ("done", "Lu par une personne formée", "mercredi 25, 9 h 40"),
        ("done", "Demande envoyée à Lucarne", "mercredi 25, 10 h 05"), ("now", "Réponse de Lucarne",
            "publication retirée, 14 h 20"),
        ("next", "Empreinte partagée", "à venir")]


FINDING = [("pencil", "Dans l’ordre. Les accents et les majuscules ne comptent pas."),
           ("question", "Perdu ? Même le service ne peut pas le retrouver. Refais un signalement, ou appelle le 3018."),
           ("cone", "EXERCICE devant les neuf mots ? Écris-le aussi : il ouvre l’exercice.", "warn"),
           ("lock", "Rien n’est gardé sur cet appareil. Ferme quand tu as fini.")]


def lookup(theme: Theme = PAPER_THEME) -> Svg:
    """Nine numbered places to write the receipt's words; the fifth is being written and ends itself in pale ink. No mark of a
    mode: the words decide whether it is an exercise."""
    S, w, x, st = D.frame("du", theme, "Retrouver ton dossier"), 1010, L + 1070, style_of("h2")
    cw = (w - 36) / 3
    for i in range(9):
        fx, fy = L + i % 3 * (cw + 18), 262 + i // 3 * 196
        word = WORDS[i] if i < 4 else "nua" if i == 4 else ""
        S.add(D.say(fx + 6, fy + 26, f"mot {i + 1}", D.NOTE, theme.text_soft), D.field(fx, fy + 46, cw, word, theme, 96, None,
            st))
        if i < 4:
            S.add(icon("check", fx + cw - 58, fy + 76, 36, theme.good, theme.surface_raised))
    fx, fy = L + cw + 18, 262 + 196 + 46
    caret = fx + 26 + width("nua", st)
    S.add(rect(caret, fy + 26, 4, 46, theme.text), D.say(caret + 6, fy + 59, "ge", st, theme.text_soft),
          D.cap(fx + cw - 142, fy + 23, "Entrée", theme)[0], U.focus_ring(fx, fy, cw, 96, theme),
          stitch_line(x - 32, 190, x - 32, 848, theme.rule, 3, .9), D.say(x, 226, "Ton reçu", "h2", theme.text),
          D.points(x, 268, R - x, FINDING, theme, 34)[0],
          D.action(L, D.FOOT, 360, "Retour", "back", theme, key="Échap", seed=2),
          icon("notebook", L + 590, D.FOOT + 20, 44, theme.accent, theme.surface_raised),
          D.say(L + 652, D.FOOT + 53, "Encore cinq mots.", D.LABEL, theme.text),
          rect(R - 440, D.FOOT, 440, 84, theme.surface, 6, stroke=theme.edge, stroke_width=3, stroke_dasharray="10 9"),
          icon("lock", R - 414, D.FOOT + 20, 44, theme.text_soft, theme.surface),
          D.say(R - 352, D.FOOT + 53, "Ouvrir mon dossier", D.LABEL, theme.text_soft), U.help_strip(theme))
    return S


def bubble(x: float, y: float, w: float, who: str, when: str, words: str, mine: bool, theme: Theme) -> tuple[str, float]:
    """A message on its slip; mine stand to the right with a dark edge. Returns (svg, height)."""
    h, ground, role = D.tall(words, w - 80) + 80, theme.surface_raised, theme.fact if mine else theme.feeling
    return group(sheet(x, y, w, h, ground, theme, int(y), 5, 2, fibre=False), rect(x + (w - 14 if mine else 0), y, 14, h, role),
                 icon("person" if mine else "ear", x + 36, y + 16, 36, role, ground), D.say(x + 86, y + 45, who, D.LABEL,
                     theme.text),
                 D.say(x + w - 36, y + 45, when, D.NOTE, theme.text_soft, "end"),
                 D.para(x + 36, y + 60, w - 80, words, "body", theme.text)), h


def hidden_words(x: float, y: float, w: float, theme: Theme) -> str:
    """The nine words typed to open the case, covered again: nine short bars, and an eye to lift the cover."""
    out = [D.field(x, y, w, "9 mots", theme, 72, "lock", D.LABEL)]
    for i in range(9):
        out.append(rect(x + 198 + i * 44 + i // 3 * 16, y + 27, 34, 18, theme.text, 4))
    return group(*out, D.square(x + w + 12, y + 4, "eye", theme))


def follow(theme: Theme = PAPER_THEME, training: bool = False) -> Svg:
    """The case, opened by its nine words (covered again): what happened, messages both ways, add, withdraw."""
    S = D.frame("df", theme, "Où ça en est", None, training)
    w, x, them = 640, L + 700, "L’exercice" if training else D.OPERATOR
    past = [(state, title, words if state == "next" else f"joué, {words}") for state, title, words in PAST] if training else PAST
    S.add(hidden_words(x, 168, 650, theme), D.action(R - 236, 168, 236, "Fermer", "cross", theme, h=72),
          D.timeline(L, 268, w, past, theme, 118), stitch_line(x - 34, 180, x - 34, 850, theme.rule, 3, .9))
    y = 272
    for who, when, words, mine in ((them, "10 h 05", "On a écrit à Lucarne. Tu n’as rien à faire. Et toi, ça va ?", False),
                                   ("toi", "12 h 31", "Mieux. Il y a un deuxième compte.", True),
                                   (them, "14 h 22", "Bien vu. Ajoute son lien quand tu veux.", False)):
        svg, h = bubble(x + (90 if mine else 0), y, R - x - 90, who, when, words, mine, theme)
        S.add(svg)
        y += h + 16
    S.add(D.field(x, 776, R - x - 254, "Répondre, scellé jusqu’à eux", theme, 76, "lock", empty=True),
          D.action(R - 236, 774, 236, "Envoyer", "send", theme, "go", h=80),
          D.action(L, D.FOOT, 480, "Ajouter un lien, une image", "plus", theme, "paper", "focus", seed=3),
          D.action(L + 504, D.FOOT, 480, "Retirer mon signalement", "back", theme, seed=4),
          D.say(L + 1014, D.FOOT + 53, "Retirer efface tout. On te redemande avant.", "body", theme.text), U.help_strip(theme))
    return S


def error(theme: Theme = PAPER_THEME, training: bool = False) -> Svg:
    """The service does not answer: kept here, sealed, tried again. Beside it, a file that will not open: nobody's fault."""
    S = D.frame("de", theme, "Ce n’est pas encore parti", 3, training)
    w, x, h = 1000, L + 1034, 590
    calm = "Ce n’est pas à cause de toi.\nLe 3018, lui, répond de 9 h à 23 h."
    rows, _ = D.points(L + 50, 466, w - 100, [("lock", "Gardé ici, chiffré : rien n’est perdu.", "accent", "strong"),
                                              ("clock", "On réessaie tout seul, dans 2 minutes."),
                                              ("check", "Il partira une seule fois, jamais en double.")], theme, 20)
    S.add(sheet(L, 262, w, h, theme.surface_raised, theme, 5, 8, 2), "" if theme.flat else stitches(L, 262, w, h, theme.accent,
        16),
          circle(L + 118, 370, 66, theme.accent), icon("cloud-off", L + 76, 328, 84, theme.on_accent, theme.accent),
          D.say(L + 214, 350, "Le service ne répond pas", "h2", theme.text), D.para(L + 214, 366, w - 250, calm, "body",
              theme.text), rows,
          D.action(L + 50, 726, 450, "Réessayer maintenant", "send", theme, "go", "focus"),
          D.action(L + 524, 726, 420, "Arrêter et effacer", "cross", theme),
          sheet(x, 262, R - x, h, theme.surface_raised, theme, 7, 6, 2), circle(x + 114, 370, 66, theme.warn),
          D.glyph("broken", x + 78, 334, 72, theme.on_warn, theme.warn), D.para(x + 206, 322, R - x - 240,
              "L’image 2\nne s’ouvre pas", "h2", theme.text),
          D.para(x + 48, 474, R - x - 96,
                 "Le fichier est abîmé ou incomplet. Tes autres images vont bien. Le signalement peut partir sans elle.", "body",
                 theme.text), D.action(x + 48, 726, R - x - 96, "En choisir une autre", "file", theme, seed=4))
    S.add(D.footer(theme, "Retour", "Voir où ça en est", "clock", "Tu peux fermer, rien ne se perd.", None, "paper", fw=430),
          U.help_strip(theme))
    return S


TIDES = [("mer. 25", "84", "04 h 52", "6,02", "17 h 14", "5,96", "11 h 03", "1,21", "23 h 26", "1,18"),
         ("jeu. 26", "86", "05 h 31", "6,11", "17 h 53", "5,99", "11 h 42", "1,12", "", ""),
         ("ven. 27", "85", "06 h 11", "6,09", "18 h 33", "5,89", "00 h 04", "1,14", "12 h 22", "1,17"),
         ("sam. 28", "80", "06 h 52", "5,95", "19 h 16", "5,69", "00 h 45", "1,25", "13 h 06", "1,35"),
         ("dim. 29", "73", "07 h 37", "5,72", "20 h 03", "5,41", "01 h 28", "1,46", "13 h 53", "1,62"),
         ("lun. 30", "65", "08 h 27", "5,43", "20 h 57", "5,11", "02 h 15", "1,74", "14 h 46", "1,93")]
TURNS = [(-1.4, 1.2), (4.87, 6.02), (11.05, 1.21), (17.23, 5.96), (23.43, 1.18), (29.5, 6.11)]


def tide_level(t: float) -> float:
    """Metres of water at hour t."""
    for (t0, a), (t1, b) in zip(TURNS, TURNS[1:], strict=False):
        if t0 <= t <= t1:
            return (a + b) / 2 + (a - b) / 2 * math.cos(math.pi * (t - t0) / (t1 - t0))
    return 0


def tide_water(x: float, y: float, w: float, h: float, theme: Theme) -> str:
    """The curve and its grid, without words."""
    pts = [(x + w * t / 24, y + h - h * tide_level(t) / 7) for t in (i / 4 for i in range(97))]
    area = polygon([(x, y + h), *pts, (x + w, y + h)])
    grid = [stroke(f"M{num(x)} {num(y + h - h * m / 7)}H{num(x + w)}", theme.rule, 2) for m in (2, 4, 6)]
    return "".join([*grid, path(area, theme.tape_cool), stroke(polygon(pts, False), theme.accent, 5)])


def tide_curve(x: float, y: float, w: float, h: float, theme: Theme, now: float = 16.6) -> str:
    """One day of water: a smooth curve between the turns, hours below, a line for now."""
    out = [tide_water(x, y, w, h, theme),
           *[D.say(x - 16, y + h - h * m / 7 + 10, f"{m} m", D.NOTE, theme.text_soft, "end") for m in (2, 4, 6)],
           *[D.say(x + w * t / 24, y + h + 44, f"{t} h", D.NOTE, theme.text_soft, "middle") for t in (0, 6, 12, 18)],
           rect(x, y + h - 1.5, w, 3, theme.edge)]
    nx, ny = x + w * now / 24, y + h - h * tide_level(now) / 7
    return group(*out, stroke(f"M{num(nx)} {y}V{y + h}", theme.text, 3, stroke_dasharray="8 8"), circle(nx, ny, 12, theme.text),
                 D.say(nx - 18, y + 22, "16 h 36", D.LABEL, theme.text, "end"))


def quick_exit(theme: Theme = PAPER_THEME) -> Svg:
    """A plain tide table of a harbour that does not exist. Nothing of the game: no strip, no tape, no stitches, no title face."""
    S, head, big = Svg(1920, 1080, "qx"), TextStyle(READ, 46, 700, 1), TextStyle(READ, 36, 700, 1)
    S.add(rect(0, 0, 1920, 1080, theme.surface_raised), rect(0, 0, 1920, 104, theme.tape_cool), rect(0, 102, 1920, 3, theme.edge),
          D.say(72, 68, "Horaires des marées", head, theme.text))
    for words, nx in (("Marées", 1348), ("Vent", 1502), ("Houle", 1620), ("Soleil", 1754)):
        S.add(D.say(nx, 65, words, D.LABEL if nx == 1348 else D.NOTE, theme.text),
              rect(nx, 80, 106, 6, theme.text) if nx == 1348 else "")
    S.add(D.say(72, 178, "Port-Ganivel", head, theme.text), D.say(72, 226, "mercredi 25 novembre 2026", D.NOTE, theme.text_soft),
          D.say(1848, 178, "pleine mer à 17 h 14, 5,96 m", big, theme.text, "end"),
          D.say(1848, 226, "coefficient 84, soleil 8 h 34 à 17 h 23, eau 13 °C", D.NOTE, theme.text_soft, "end"),
          tide_curve(166, 262, 1682, 214, theme))
    heads, xs, y = ("Jour", "Coef.", "Pleines mers", "Basses mers"), (72, 330, 520, 1200), 592
    S.add(rect(72, y - 46, 1776, 64, theme.surface_sunk), *[D.say(hx + 16, y - 3, words, D.LABEL, theme.text) for hx,
                                                            words in zip(xs, heads, strict=True)])
    for i, (day, coef, *turns) in enumerate(TIDES):
        ty = y + 66 + i * 62
        S.add(rect(72, ty - 44, 1776, 60, theme.tape_cool) if i == 0 else "", rect(72, ty + 16, 1776, 2, theme.rule),
              D.say(88, ty, day, D.LABEL if i == 0 else D.NOTE, theme.text), D.say(410, ty, coef, D.NOTE, theme.text, "end"))
        for k in range(4):
            hour, metres = turns[2 * k:2 * k + 2]
            tx = (536, 850, 1216, 1530)[k]
            S.add(D.say(tx, ty, hour or "—", D.NOTE, theme.text), D.say(tx + 250, ty, f"{metres} m", D.NOTE,
                theme.text if i == 0 else theme.text_soft, "end") if metres else "")
    S.add(D.say(72, 1040, "Heure légale. Hauteurs au-dessus du zéro des cartes. Ne remplace pas les documents de navigation.",
                D.NOTE, theme.text_soft))
    return S
