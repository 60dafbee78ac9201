"""Somebody's own account: their face in the dark, one large line at a time, how far they have come, and a pause as near as going on.

Room: game/view/screens. Part of `talk.py`, which draws what has no room here: lines too long for large letters, and answers in very large
text. There the words take the face's room; what it says is the same.
"""

from __future__ import annotations

from game.content import boxes
from game.content.typeface import TITLE_BOLD, TextStyle
from game.core.commands import Advance, Choose
from game.core.moment import AccountNow, LineNow, Moment
from game.view.geometry import Box
from game.view.screens.place import anywhere
from game.view.ui import Ui
from game.view.widgets import bar, play, scene
from game.view.widgets.basic import button, button_width, name_tape

SAID = [TextStyle(TITLE_BOLD, size, 1.2) for size in (58, 52, 46, 40, 36)]  # the largest that fits; none is smaller than a sheet's words
BESIDE_FACE, WHOLE = (780.0, 1080.0), (80.0, 1760.0)  # left and width of the words
DOTS = 40.0  # from one step's dot to the next
ACT = 92.0


def draw(ui: Ui, now: Moment) -> bool:
    """Draw the account where it is told so. False where the talk's ordinary page must tell it."""
    line, place = now.line, now.place
    if now.account is None or line is None or place is None or not line.portrait:
        return False
    large = ui.text_scale >= boxes.LARGEST
    goes_on = now.offered("advance") is not None
    if (goes_on and now.choices) or line.compared is not None or now.workshop is not None:
        return False
    answers = [(c, ui.words.line(c.text), ui.words.line(c.why_not) if c.why_not else "") for c in now.choices]
    if any(not choice.enabled or choice.change is not None for choice, *_ in answers) or (large and answers):
        return False
    left, wide = WHOLE if large else BESIDE_FACE
    high = sum(play.choice_height(ui, wide, t, why, plain=c.stance is None) + boxes.BETWEEN for c, t, why in answers)
    foot = ui.bottom - boxes.UNDER - (high if answers else _acts_height(ui))
    head = bar.height(ui) + 56 + max(74.0, ui.style("h2").size * 1.5)  # under the name on its tape
    words = ui.words.line(line.id)
    room = foot - 40 - (0 if large else _steps_height(ui)) - head
    style = next((st for st in SAID if ui.height(wide, words, st) <= room), None)
    if style is None or (large and line.stage):
        return False
    scene.place(ui, place, veil=0.8, line=line, face=True)
    if not large:
        scene.bust(ui, line.who, line.expression, place=place, line=line.id, words=words)
    tall = ui.height(wide, words, style)
    top = head + max(0.0, (room - tall) * 0.38)
    after = _name(ui, line, left, wide, top)
    ui.block(left, top, wide, words, style, "on_desk")
    if large:  # beside the name
        _steps(ui, now.account, after + 40, top - max(66.0, ui.style("h2").size))
    else:
        _steps(ui, now.account, left, top + tall + 26)
    if answers:
        y = ui.bottom - boxes.UNDER - high
        for choice, text, why in answers:
            y += play.choice(ui, left, y, wide, choice, text, Choose(choice.id), why) + boxes.BETWEEN
        if not any(choice.decision for choice, *_ in answers):
            ui.first = f"choice/{answers[0][0].id}"
    elif goes_on:
        _acts(ui, now, left, wide, f"{ui.words.line(line.name)}. {words}" if line.name else words)
    return True


def _name(ui: Ui, line: LineNow, left: float, wide: float, top: float) -> float:
    """Who tells it, and what they do meanwhile, over their words. Returns where the name ends."""
    name = ui.words.line(line.name) if line.name else ""
    h = max(66.0, ui.style("h2").size * 1.5)
    w = name_tape(ui, left, top - h - 14, name) if name else 0.0
    if line.stage:
        told = ui.words.line(line.stage)
        style = ui.fitted(told, "hand", wide - w - 30, boxes.SMALL)
        ui.canvas.line(left + w + 30, top - h / 2 - 14 + style.size * 0.3, told, style, "on_desk")
    return left + w


def _steps_height(ui: Ui) -> float:
    return 26 + max(34.0, ui.style("note").size * 1.3)


def _steps(ui: Ui, account: AccountNow, left: float, top: float) -> None:
    """A dot a step, the present one larger, and the same in words: nobody waits without knowing for how long."""
    c, y = ui.canvas, top + ui.style("note").size * 0.6
    for i in range(account.of):
        ahead = i >= account.step
        c.disc((left + 14 + i * DOTS, y), 14 if i == account.step - 1 else 8, "on_desk", 3 if ahead else 0)
    said = ui.words("account.step", step=account.step, of=account.of)
    ui.line(left + account.of * DOTS + 16, y + ui.style("note").size * 0.35, said, "note", "on_desk")


def _act(ui: Ui) -> float:
    return max(ACT, ui.style("label").size * 2.2)


def _acts_height(ui: Ui) -> float:
    return _act(ui) if ui.text_scale >= boxes.LARGEST else 2 * _act(ui) + 18


def _acts(ui: Ui, now: Moment, left: float, whole: float, spoken: str) -> None:
    """Go on, pause, or read the summary: as large and as near as each other. In very large text the bar alone has the summary."""
    words, tall, wide = ui.words, _act(ui), (whole - 24) / 2
    top = ui.bottom - boxes.UNDER - _acts_height(ui)
    button(
        ui, "advance", Box(left, top, wide, tall), words("account.on"), Advance(),
        icon="go", key=words("key.enter"), voice=spoken, shape=anywhere(ui),
    )  # fmt: skip
    button(ui, "account/pause", Box(left + wide + 24, top, wide, tall), words("account.pause"), bar.Bar.BREATHE, icon="pause", seed=5)
    if now.offered("skip-scene") is not None and ui.text_scale < boxes.LARGEST:
        box = Box(left, top + tall + 18, max(wide, button_width(ui, words("account.summary"))), tall)
        button(ui, "account/summary", box, words("account.summary"), bar.Bar.SKIP, icon="skip", seed=3)
    ui.first = "advance"
