"""What the player had put on the board, beside the line that meets it, and in which of three kind tones.

Room: game/view/widgets. No mark and no colour of right or wrong: a thread leads from one answer to the other.
"""

from __future__ import annotations

from game.content.boxes import SMALL
from game.core.moment import ComparedNow
from game.view.geometry import Box
from game.view.ui import Ui
from game.view.widgets.basic import name_tape
from game.view.widgets.play import SURE

TONES = {"agree": ("meet", "play.agree"), "other": ("fork", "play.other"), "unseen": ("eye-off", "play.unseen")}


def draw(ui: Ui, now: ComparedNow, box: Box) -> None:
    """The player's answer on a sheet that ends where the box does, its tone hanging below. With less room it is one line over the tone;
    what has no room even so is left to the tone alone."""
    c, words = ui.canvas, ui.words
    icon, word = TONES[now.tone] if now.tone is not None else ("", "")
    tone, style = words(word) if word else "", ui.style("label")
    tall = max(58.0, style.size * 1.8)
    title = words.line(now.title) if now.title is not None else ""
    answer = words.line(now.card) if now.card is not None else words("play.unknown_answer")
    sure = words("play.you_were", sure=words(SURE[now.sure][2])) if now.sure is not None and now.card is not None else ""
    inner = box.w - 96
    need = (
        84
        + (ui.style("label").size * 1.4 if title else 0)
        + ui.height(inner, answer, "lead")
        + (ui.style("note").size * 1.5 if sure else 0)
    )
    voice = ". ".join(part for part in (title, answer, sure, tone) if part)
    if need + tall <= box.h:
        sheet = Box(box.x, box.bottom - need - tall * 0.6, box.w, need)
        c.sheet(sheet, "surface", 6, 8)
        name_tape(ui, sheet.x + 40, sheet.y - 24, words("play.your_board"), "label", role="tape_cool", h=56)
        y = sheet.y + 52
        if title:
            ui.line(sheet.x + 48, y + ui.style("label").size, title, "label", "text_soft")
            y += ui.style("label").size * 1.4
        y += ui.block(sheet.x + 48, y, inner, answer, "lead")
        if sure:
            ui.line(sheet.x + 48, y + ui.style("note").size, sure, "note", "text_soft")
        top = sheet.bottom - tall * 0.4
    else:
        top = max(box.y, box.bottom - tall)
        _one_line(ui, answer, Box(box.x, top - tall, box.w, tall), box.y)
    if tone:
        w = c.letters.width(tone, style) + 118
        x = box.right - w - 60
        c.tape((x + w / 2, top + tall / 2), w, tall, -1.2)
        c.icon(icon, x + 28, top + (tall - 40) / 2, 40, "text", "tape")
        c.turned((x + w / 2 + 28, top + tall / 2), tone, style, "text", -1.2)
    ui.target("compared", Box(box.x, top, box.w, max(64.0, tall)), voice, None)


def _one_line(ui: Ui, answer: str, at: Box, highest: float) -> None:
    """« Ton tableau » and the answer beside it, where both have room on one line under `highest`."""
    c, title = ui.canvas, ui.words("play.your_board")
    label = c.letters.width(title, ui.style("label")) + 64
    room = at.w - label - 100
    style = ui.fitted(answer, "label", room, SMALL)
    if at.y < highest or c.letters.width(answer, style) > room:
        return
    sheet = Box(at.x, at.y, label + 100 + c.letters.width(answer, style), at.h)
    c.sheet(sheet, "surface", 6, 8)
    name_tape(ui, sheet.x + 24, sheet.y + 8, title, "label", role="tape_cool", h=sheet.h - 16)
    c.line(sheet.x + label + 60, sheet.centre[1] + style.size * 0.35, answer, style, "text")
