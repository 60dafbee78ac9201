"""A decision: whoever asks, what they say, and the ways to answer as cards side by side, so that it looks like no other answer.

Room: game/view/screens. Part of `talk.py`, which draws what has no room here as a list: very large text, long words, a picture to see.
"""

from __future__ import annotations

from game.content import boxes
from game.core.commands import Choose
from game.core.moment import ChoiceNow, Moment
from game.view.geometry import Box
from game.view.screens.place import spoken
from game.view.ui import Ui
from game.view.widgets import bar, play, scene
from game.view.widgets.basic import key_cap, key_width, name_tape

SIDE, BETWEEN = 60.0, 30.0  # from the window's side to the cards, between two of them
MOST = 4
PAD = 34.0  # from a card's edge to its words
ANGLES = (-0.7, 0.5, -0.4, 0.6)
ABOVE = 22.0  # between the question and the cards
CHIN, STRIP, HIGHEST = 700.0, 1004.0, 112.0  # where a face ends over a strip that begins there, and how far it may be raised


def is_one(now: Moment) -> bool:
    """Whether what can be answered is a decision."""
    return any(choice.decision for choice in now.choices)


def draw(ui: Ui, now: Moment) -> bool:
    """Draw the decision as cards. False where the talk's ordinary page must show it."""
    line, place = now.line, now.place
    if not is_one(now) or line is None or place is None or len(now.choices) > MOST or ui.text_scale >= boxes.LARGEST:
        return False
    if line.compared is not None or now.workshop is not None or any(not c.enabled or c.change is not None for c in now.choices):
        return False
    texts = [ui.words.line(choice.text) for choice in now.choices]
    wide = (1920 - 2 * SIDE - BETWEEN * (len(texts) - 1)) / len(texts)
    high = max(_card_height(ui, wide, text) for text in texts)
    top = ui.bottom - 12 - _note_height(ui) - 18 - high
    words = ui.words.line(line.id)
    x, w = boxes.talk_sheet(ui.text_scale, face=line.portrait)
    said = boxes.speech_height(ui, w, words, stage=line.stage is not None)
    question = top - ABOVE - _question_height(ui)
    if question - 18 - said < max(100.0, boxes.bar_height(ui.text_scale) + 56):
        return False
    scene.place(ui, place, veil=0.38 if ui.theme.flat else 0.45, line=line, face=line.portrait)
    if line.portrait:
        up = min(max(0.0, CHIN - top + ui.strip_top - STRIP), HIGHEST)
        scene.bust(ui, line.who, line.expression, place=place, line=line.id, words=words, up=up, foot=top + 8)
    head = bar.height(ui) + 56
    y = head + (question - 18 - said - head) * 0.5
    spoken(ui, Box(x, y, w, said), line, place, words)
    _question(ui, x + 40, question - (question - 18 - said - y) * 0.4)
    left = SIDE
    for choice, text in zip(now.choices, texts, strict=True):
        _card(ui, Box(left, top, wide, high), choice, text)
        left += wide + BETWEEN
    note(ui, Box((1920 - _note_width(ui)) / 2, top + high + 18, _note_width(ui), _note_height(ui)))
    return True


def over(ui: Ui, under: Box) -> None:
    """Over a decision told as a list: whose turn it is, that nothing is timed, that one can come back to it; what has room, at least."""
    tall, free = _question_height(ui), under.y - 44 * max(1.0, ui.text_scale) - 12
    y = free - tall
    if y < bar.height(ui) + 24:
        return
    w = name_tape(ui, under.x + 40, y, ui.words("play.decide"), role="tape_cool", angle=1.0)
    wide, high = _note_width(ui), _note_height(ui)
    if w + 90 + wide <= under.w:
        note(ui, Box(under.right - wide, y + (tall - high) / 2, wide, high))
    elif y - high - 16 >= bar.height(ui) + 24 and wide <= under.w:
        note(ui, Box(under.x + 40, y - high - 16, wide, high))


def before(ui: Ui, under: Box, *, portrait: bool) -> None:
    """Over the line of a decision whose answers stand on the next page: the note, where it has room beside the face's photograph."""
    high, wide = _note_height(ui), _note_width(ui)
    y = under.y - (170.0 if portrait and ui.text_scale >= boxes.LARGEST else 44 * max(1.0, ui.text_scale)) - high - 12
    if y >= bar.height(ui) + 24 and wide <= under.w:
        note(ui, Box(under.right - wide, y, wide, high))


def note(ui: Ui, box: Box) -> None:
    """Nothing is timed, and one can come back to it."""
    c, text, size = ui.canvas, ui.words("play.decide_note"), _sign(ui)
    c.taken.append(box)
    c.rect(box, "bar", box.h / 2)
    if ui.theme.flat:
        c.rect(box, "edge", box.h / 2, 3)
    c.icon("undo", box.x + 26, box.y + (box.h - size) / 2, size, "on_bar", "bar")
    ui.line(box.x + size + 40, box.centre[1] + ui.style("note").size * 0.35, text, "note", "on_bar")


def beneath(ui: Ui, free: Box) -> None:
    """The same note between the button that leads back to the line and the answers, in large text; left out where it has no room."""
    wide, high = _note_width(ui), _note_height(ui)
    if high + 32 <= free.h and wide <= free.w:
        note(ui, Box(free.x, free.bottom - high - 20, wide, high))


def _note_width(ui: Ui) -> float:
    return ui.width(ui.words("play.decide_note"), "note") + _sign(ui) + 66


def _sign(ui: Ui) -> float:
    return 34 * ui.drawn


def _note_height(ui: Ui) -> float:
    return max(54.0, ui.style("note").size * 1.6)


def _question_height(ui: Ui) -> float:
    return max(76.0, ui.style("h2").size * 1.6)


def _question(ui: Ui, x: float, y: float) -> None:
    """« Et toi, tu fais quoi ? », on dark tape."""
    c, text, style, high = ui.canvas, ui.words("play.decide"), ui.style("h2", 1.12), _question_height(ui)
    wide = c.letters.width(text, style) + 84
    c.tape((x + wide / 2, y + high / 2), wide, high, -1.2, "bar")
    c.turned((x + wide / 2, y + high / 2), text, style, "on_bar", -1.2)


def _card_height(ui: Ui, w: float, text: str) -> float:
    return 30 + 46 * ui.text_scale + 16 + ui.height(w - 2 * PAD, text, "strong") + 34


def _card(ui: Ui, box: Box, now: ChoiceNow, text: str) -> None:
    """One way to answer: its number, how it is meant where that is told, its words."""
    c, key, n = ui.canvas, str(now.number), now.number - 1
    look = ui.target(f"choice/{now.id}", box, play.choice_spoken(ui, now, text), Choose(now.id), keys=(key,))
    b = box.moved(0, 3 if look.pressed else -6 if look.lifted else 0)
    angle = ANGLES[n % len(ANGLES)]
    c.sheet(b, "surface_raised", now.number + 3, 2 if look.pressed else 15 if look.lifted else 9, angle=angle)
    if not ui.theme.flat:
        c.tape((b.centre[0], b.y + 2), 132, 38, -2 * angle, "tape", now.number)
    x, y = b.x + PAD, b.y + 30
    cap = 46 * ui.text_scale
    key_cap(ui, x, y, key, ui.text_scale)
    play.stance(ui, x + key_width(ui, key, ui.text_scale) + 22, y + cap / 2, now)
    if now.chosen_before:
        size = 34 * ui.drawn
        c.icon("check", b.right - PAD - size, y + (cap - size) / 2, size, "good", "surface_raised")
    style = ui.style("strong")
    step, top = style.size * style.leading, y + cap + 16
    top += (b.bottom - 34 - top - ui.height(b.w - 2 * PAD, text, "strong")) / 2
    for i, line in enumerate(c.letters.wrap(text, style, b.w - 2 * PAD)):
        if look.lifted:
            c.marker(Box(x - 10, top + step * (i + 0.13), ui.width(line, "strong") + 24, step * 0.84), "highlight", now.number + i)
        ui.line(x, top + step * i + style.size * 0.98, line, "strong")
    if look.focus:
        c.focus_ring(b)
