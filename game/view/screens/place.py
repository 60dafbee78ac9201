"""A place: its picture, the people in it, what can be looked at, the ways out, and the line that is being said.

Room: game/view/screens. Part of `story.py`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum, auto

from game.content import boxes
from game.core.commands import Advance, Examine, Go, OpenBoard, TalkTo
from game.core.moment import LineNow, Moment, PlaceNow
from game.view.geometry import Box
from game.view.screens.place_layout import GAP, Layout, back_box, button_box, lay, meet, side, stature
from game.view.ui import Shape, Ui
from game.view.widgets import bar, play, scene
from game.view.widgets.basic import button, button_width, key_cap, key_width


class Ask(Enum):
    """What a place asks of the story's screen, beside commands."""

    REPAIRS = auto()
    NAMES = auto()


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing with which more can be done than look was pressed."""

    spot: str


def draw(ui: Ui, now: Moment, *, shown: bool = False) -> None:
    """The whole place, above the help strip. `shown`: everything says its name, as was asked."""
    here = now.place
    if here is None:
        scene.night(ui)
        return
    line = now.line
    scene.place(ui, here, line=line, face=line is not None and _seen(ui, line))
    if line is not None:  # while something is said, nothing else asks for attention
        said(ui, line, here, advance=now.offered("advance") is not None)
        return
    layout = lay(ui, here)
    go, look, talk = now.offered("go"), now.offered("examine"), now.offered("talk-to")
    for spot in here.hotspots:
        if look and spot.id in look:
            kind = "seen" if spot.examined else "new"
            at = layout.things[spot.id]
            signal = Thing(spot.id) if spot.uses else Examine(spot.id)
            play.marker(ui, spot.id, at, ui.words.line(spot.name), signal, kind=kind, shape=spot.shape)
    for person in here.people:
        if talk and person.id in talk:
            (x, y, k), at, tall = person.at, layout.people[person.id], stature(person)
            body = Box(x - 150 * k, y - tall, 300 * k, tall)
            shape = ((body.x, at[1] - 40), (body.right, at[1] - 40), (body.right, body.bottom), (body.x, body.bottom))
            play.marker(ui, f"person/{person.id}", at, ui.words.line(person.name), TalkTo(person.id), kind="person", shape=shape)
    for way, box in zip(here.exits, layout.ways, strict=True):
        enabled = bool(go and way.id in go)
        play.sign(ui, way.id, box, ui.words.line(way.name), Go(way.id), side=side(way.shape), enabled=enabled, onward=way.onward)
    label = ui.words("play.board")
    w = max(420.0, button_width(ui, label, key="B"))
    board = Box(1900 - w, bar.height(ui) + 30, w, 84)
    taken = [board] if now.offered("open-board") is not None else []
    if look or talk:
        taken.append(_names(ui, here, layout, look or (), talk or (), shown=shown, taken=taken))
    if now.offered("open-board") is not None:
        button(ui, "board", board, label, OpenBoard(), icon="link", kind="go", key="B")
    if now.offered("go-back-over") is not None:
        box, label = back_box(ui, layout, taken)
        button(ui, "repairs", box, label, Ask.REPAIRS, icon="undo", key="R", voice=ui.words("play.repair"))


def names_height(ui: Ui) -> float:
    """How tall the button is that shows the names."""
    return max(70.0, 46 * ui.text_scale + 8)


def _names(
    ui: Ui, here: PlaceNow, layout: Layout, look: Collection[str], talk: Collection[str], *, shown: bool, taken: Collection[Box]
) -> Box:
    """How many things there are and how many were looked at; pressed, each says its name until it is pressed again. Nothing moves.
    Returns where it lies: off what is `taken`."""
    spots = [spot for spot in here.hotspots if spot.id in look]
    people = [person for person in here.people if person.id in talk]
    seen = sum(spot.examined for spot in spots)
    words = ui.words
    count = words("play.names.one" if len(spots) == 1 else "play.names.many", count=str(len(spots)), seen=str(seen))
    labels = [count, words("play.names.hide")] if ui.text_scale <= 1.3 else ["", ""]  # as on the bar: a voice says the rest
    label = labels[shown]
    room = button_box(ui, layout, max(button_width(ui, one, key="H") for one in labels), names_height(ui), taken=tuple(taken))
    w = button_width(ui, label, key="H")
    box = Box(room.centre[0] - w / 2, room.y, w, room.h)  # one spot for both of its labels
    if shown:
        told = [words("play.names.seen", name=words.line(spot.name)) if spot.examined else words.line(spot.name) for spot in spots]
        told += [words.line(person.name) for person in people]
        voice = words("play.names.hide.voice", names=", ".join(told))
        marks = [(layout.things[spot.id], words.line(spot.name), spot.examined) for spot in spots]
        marks += [(layout.people[person.id], words.line(person.name), False) for person in people]
        full = [box, *layout.ways, *taken]
        for at, name, looked in marks:
            others = [Box(x - 40, y - 40, 80, 80) for (x, y), *_ in marks if (x, y) != at]
            full.append(_name(ui, at, name, [*full, *others], seen=looked))
    else:
        voice = words("play.names.show.voice", count=count)
    button(ui, "names", box, label, Ask.NAMES, icon="eye-off" if shown else "eye", key="H", voice=voice)
    return room


def _name(ui: Ui, at: tuple[float, float], text: str, taken: list[Box], *, seen: bool) -> Box:
    """A name on tape beside its marker: below it, else where nothing is in its way. What was looked at has a tick too."""
    c, style = ui.canvas, ui.style("label")
    w, h = c.letters.width(text, style) + (100 if seen else 56), max(54.0, style.size * 1.7)
    x = min(max(at[0], w / 2 + 20), 1900 - w / 2)
    tries = [(x, at[1] + 78), (x, at[1] - 78)]
    tries += [(min(max(at[0] + side * (w / 2 + 54), w / 2 + 20), 1900 - w / 2), at[1] + dy) for dy in (0, 50, -50) for side in (1, -1)]
    tries += [(x, at[1] + 78 + n * (h + GAP)) for n in (1, 2, -4, -5)]
    boxes = [Box(cx - w / 2, cy - h / 2, w, h) for cx, cy in tries]
    top = bar.height(ui) + 16
    fits = [box for box in boxes if top <= box.y and box.bottom <= ui.bottom - 100 and not any(meet(box, other) for other in taken)]
    box = fits[0] if fits else boxes[0]
    cx, cy = box.centre
    c.tape((cx, cy), w, h, -1, "surface_raised")
    if seen:
        c.icon("check", box.x + 18, cy - 17, 34, "good", "surface_raised")
    c.turned((cx + (22 if seen else 0), cy), text, style, "text", -1)
    return box


def _sheet(ui: Ui, line: LineNow) -> Box:
    """Where a line lies over the picture."""
    left, w = boxes.said_sheet(ui.text_scale, face=line.portrait)
    h = boxes.spoken_height(ui, w, ui.words.line(line.id), stage=line.stage is not None)
    return Box(left, ui.bottom - h - boxes.UNDER, w, h)


def _seen(ui: Ui, line: LineNow) -> bool:
    """Whether whoever says it is seen large, or on a photograph."""
    return line.portrait and (ui.text_scale < boxes.LARGEST or photo_of(ui, _sheet(ui, line), line) is not None)


def said(ui: Ui, line: LineNow, here: PlaceNow, *, advance: bool) -> None:
    """A line over the picture: narration, or somebody's words."""
    words = ui.words.line(line.id)
    name = ui.words.line(line.name) if line.name else ""
    box = _sheet(ui, line)
    if line.portrait and ui.text_scale < boxes.LARGEST:
        scene.bust(ui, line.who, line.expression, place=here, line=line.id, words=words)
    spoken(ui, box, line, here, words)
    if advance:
        go_on(ui, box, f"{name}. {words}" if name else words)


def photo_of(ui: Ui, box: Box, line: LineNow) -> Box | None:
    """In the largest text, where the head of whoever speaks lies beside the name on this sheet; None where there is none."""
    return play.photo(ui, box) if line.portrait and ui.text_scale >= boxes.LARGEST else None


def spoken(ui: Ui, box: Box, line: LineNow, here: PlaceNow | None, words: str, *, free: bool = True) -> None:
    """The sheet of a line; in the largest text, with the head of whoever speaks beside the name, where it is `free` over the sheet."""
    name, stage = (ui.words.line(text) if text else "" for text in (line.name, line.stage))
    photo = photo_of(ui, box, line) if free else None
    play.speech(ui, box, name, words, stage=stage, beside=photo.w if photo is not None else 0)
    if photo is not None:
        scene.head(ui, photo, line.who, line.expression, place=here, line=line.id, words=words)


def anywhere(ui: Ui) -> Shape:
    """Under the bar and over the help strip: where a press goes on."""
    return ((0.0, 96.0), (1920.0, 96.0), (1920.0, ui.bottom), (0.0, ui.bottom))


def go_on(ui: Ui, box: Box, spoken: str) -> None:
    """A press anywhere goes on; the key for it stands in the sheet's corner."""
    look = ui.target("advance", box, spoken, Advance(), shape=anywhere(ui))
    label, k = ui.words("key.enter"), ui.text_scale
    w = key_width(ui, label, k)
    hint = Box(box.right - w - 58 * k - 40, box.bottom - 50 * k - 16, w + 58 * k, 50 * k)
    ui.canvas.rect(hint.inset(-14, 0), "surface_raised")  # the thread ends beside it
    key_cap(ui, hint.x, hint.y, label, k)
    ui.canvas.icon("go", hint.right - 44 * k, hint.y + 2 * k, 40 * k, "accent", "surface_raised")
    if look.focus:
        ui.canvas.focus_ring(hint, 12, 4)
    ui.first = "advance"
