"""A place: its picture, the people in it, what can be looked at, the ways out, and the line that is being said.

Room: game/view/screens. Part of `story.py`.
"""

from __future__ import annotations

from enum import Enum, auto

from game.core.commands import Advance, Examine, Go, OpenBoard, TalkTo
from game.core.moment import LineNow, Moment
from game.view.geometry import Box
from game.view.ui import Ui
from game.view.widgets import bar, play, scene
from game.view.widgets.basic import button, button_width, key_cap, key_width


class Ask(Enum):
    """What a place asks of the story's screen, beside commands."""

    REPAIRS = auto()


HEAD = 700.0  # where a person's speech sign floats above their feet, at scale 1


def draw(ui: Ui, now: Moment) -> None:
    """The whole place, above the help strip."""
    here = now.place
    if here is None:
        scene.night(ui)
        return
    scene.place(ui, here)
    if now.line is not None:  # while something is said, nothing else asks for attention
        said(ui, now.line, advance=now.offered("advance") is not None)
        return
    go, look, talk = now.offered("go"), now.offered("examine"), now.offered("talk-to")
    for spot in here.hotspots:
        if look and spot.id in look:
            kind = "seen" if spot.examined else "new"
            at = play.middle(spot.shape)
            play.marker(ui, spot.id, at, ui.words.line(spot.name), Examine(spot.id), kind=kind, shape=spot.shape)
    for person in here.people:
        if talk and person.id in talk:
            x, y, k = person.at
            at = (x, max(150.0, y - HEAD * k - 150))
            body = Box(x - 150 * k, y - HEAD * k, 300 * k, HEAD * k)
            shape = ((body.x, at[1] - 40), (body.right, at[1] - 40), (body.right, body.bottom), (body.x, body.bottom))
            play.marker(ui, f"person/{person.id}", at, ui.words.line(person.name), TalkTo(person.id), kind="person", shape=shape)
    for way in here.exits:
        x = play.middle(way.shape)[0]
        side = "left" if x < 560 else "right" if x > 1360 else "up"
        enabled = bool(go and way.id in go)
        play.sign(ui, way.id, way.shape, ui.words.line(way.name), Go(way.id), side=side, enabled=enabled)
    top = bar.height(ui) + 30
    if now.offered("open-board") is not None:
        label = ui.words("play.board")
        w = max(420.0, button_width(ui, label, key="B"))
        button(ui, "board", Box(1900 - w, top, w, 84), label, OpenBoard(), icon="link", kind="go", key="B")
    if now.offered("go-back-over") is not None:
        label = ui.words("play.repair")
        w = max(420.0, button_width(ui, label, key="R"))
        y = top + 100 if now.offered("open-board") is not None else top
        button(ui, "repairs", Box(1900 - w, y, w, 84), label, Ask.REPAIRS, icon="undo", key="R")


def said(ui: Ui, line: LineNow, *, advance: bool) -> None:
    """A line over the picture: narration, or somebody's words."""
    words = ui.words.line(line.id)
    name = ui.words.line(line.name) if line.name else ""
    left, w = (560.0, 1300.0) if line.portrait and ui.text_scale < 1.5 else (260.0, 1400.0)
    if ui.text_scale >= 1.5:
        left, w = 60.0, 1800.0
    stage = ui.words.line(line.stage) if line.stage else ""
    h = play.speech_height(ui, w, words, stage=bool(stage))
    box = Box(left, ui.bottom - h - 26, w, h)
    if line.portrait and ui.text_scale < 1.5:
        scene.bust(ui, line.who, line.expression)
    play.speech(ui, box, name, words, stage=stage)
    if advance:
        go_on(ui, box, f"{name}. {words}" if name else words)


def go_on(ui: Ui, box: Box, spoken: str) -> None:
    """A press anywhere goes on; the key for it stands in the sheet's corner."""
    anywhere = ((0.0, 96.0), (1920.0, 96.0), (1920.0, ui.bottom), (0.0, ui.bottom))
    look = ui.target("advance", box, spoken, Advance(), shape=anywhere)
    label, k = ui.words("key.enter"), ui.text_scale
    w = key_width(ui, label, k)
    hint = Box(box.right - w - 100 * k, box.bottom - 30 - 26 * k, w + 58 * k, 50 * k)
    key_cap(ui, hint.x, hint.y, label, k)
    ui.canvas.icon("go", hint.right - 44 * k, hint.y + 2 * k, 40 * k, "accent", "surface_raised")
    if look.focus:
        ui.canvas.focus_ring(hint, 12, 4)
    ui.first = "advance"
