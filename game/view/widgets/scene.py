"""A place as it is drawn: its layers, the people who stand in it, the veil under a talk; and the face of whoever speaks.

Room: game/view/widgets. A place is laid together once and kept as one picture (`scenery.py`), so that it costs one blit until something
in it changes; from one look to the next it fades, and it leans a little towards the pointer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.view.geometry import HEIGHT, WIDTH, Box
from game.view.life import BEAT, CALM, ENTER, FADE, FROM, blinking, mouth
from game.view.scenery import STANDING, Sight, Stander
from game.view.theme import rgb
from game.view.ui import Ui

if TYPE_CHECKING:  # the night behind the menus is drawn without the rules of the story
    from game.core.moment import LineNow, PersonNow, PlaceNow

SHEET = Box(0, 0, WIDTH, HEIGHT)
BUST = 800.0  # height of a face that speaks, logical px
HEAD, MOUTH = 0.58, 0.7  # how much of a bust's height a head takes on a photograph, and how far down its mouth lies


def place(ui: Ui, now: PlaceNow, *, veil: float = 0.0, people: bool = True, line: LineNow | None = None, face: bool = False) -> None:
    """The place across the whole sheet. `veil` darkens it under what lies over (0 to 1). Whoever says `line` stands as it tells;
    with their `face` drawn large they have come forward: nobody is seen twice."""
    if ui.theme.flat and veil > 0.5:
        ui.canvas.rect(SHEET, "surface_sunk")
        return
    shown = tuple(p for p in now.people if not (face and line is not None and p.id == line.who)) if people else ()
    standers = tuple(Stander(p.id, _pose(ui, p, line), p.at, p.facing == "left") for p in shown)
    sight = Sight(now.layers, standers, _tint(ui, now), (ui.theme["shadow"], veil))
    area = ui.canvas.area(SHEET)
    scenery = ui.canvas.scenery(sight, area.size)
    life, surface = ui.life, ui.canvas.surface
    entered = life.since("place", now.id)
    lean = life.follow(area)
    coming = 1 - (life.now - entered) / ENTER
    if life.awake and coming > 0:
        lean = min(1.0, lean[0] + FROM * coming**2), lean[1]
        life.glide(area)
    picture = scenery.show(life, lean, area.topleft)
    began = life.since("sight", sight)
    old = life.before(now.id, sight, picture)
    if old is None:
        surface.blit(picture, area)
        return
    surface.blit(old, area)
    picture.set_alpha(round(255 * (life.now - began) / FADE))
    surface.blit(picture, area)
    picture.set_alpha(None)
    life.glide(area)


def _pose(ui: Ui, person: PersonNow, line: LineNow | None) -> str:
    """How somebody stands while this is said. Nobody sits down or gets up for a line: there may be no seat where they stand."""
    wanted = line.pose if line is not None and line.who == person.id else None
    if wanted in STANDING and person.pose in STANDING and ui.canvas.art.has(f"figure/{person.id}/{wanted}"):
        return str(wanted)
    return person.pose


def _tint(ui: Ui, now: PlaceNow) -> str | None:
    """What the light of this hour multiplies people by: it is known by the first of the layers."""
    hour = now.layers[0].partition("/")[0] if now.layers else ""
    return ui.canvas.art.tint(hour) or ui.canvas.art.tint(now.id)


def bust(
    ui: Ui, who: str, expression: str | None, *, place: PlaceNow | None = None, line: str = "", words: str = "", up: float = 0,
    foot: float | None = None,
) -> None:  # fmt: skip
    """Whoever speaks, at the left, in the light of the place, cut by the help strip, or at `foot`. `up`: how much higher they stand.
    `words`: what they say in the line `line`, which moves their mouth until it is said."""
    c, name = ui.canvas, f"bust/{who}/{expression or 'neutral'}"
    if not c.art.has(name):
        return
    c.taken.append(Box(110, ui.strip_top - 770 - up, 500, 520))  # the head: nothing slides over it
    before = c.surface.get_clip()
    if foot is not None:
        c.surface.set_clip(c.area(Box(0, 0, WIDTH, foot)).clip(before))
    _living(ui, who, name, c.area(Box(20, ui.strip_top + 8 - BUST - up, BUST * 760 / 900, BUST)), place, line, words)
    c.surface.set_clip(before)


def head(
    ui: Ui, box: Box, who: str, expression: str | None, *, place: PlaceNow | None = None, line: str = "", words: str = "", edge: float = 10
) -> None:
    """A head on a small photograph with a paper `edge`: where a whole bust has no room. What it says moves its mouth, as in `bust`."""
    ui.canvas.sheet(box, "surface_raised", 7, 8 if edge > 5 else 3)
    photograph(ui, box.inset(edge), who, expression, place=place, line=line, words=words)
    if ui.theme.flat:
        ui.canvas.rect(box, "edge", 4, 3)


def photograph(
    ui: Ui, box: Box, who: str, expression: str | None, *, place: PlaceNow | None = None, line: str = "", words: str = "",
    still: bool = False,
) -> None:  # fmt: skip
    """A head that fills its box. `still`: it does not even blink."""
    c, name = ui.canvas, f"bust/{who}/{expression or 'neutral'}"
    inner = c.area(box)
    if not c.art.has(name):
        return
    before = c.surface.get_clip()
    c.surface.set_clip(inner.clip(before))
    c.rect(box, "tape_cool")
    high = round(inner.h / HEAD)
    area = pygame.Rect(0, 0, round(high * 760 / 900), high)
    mouth_at = c.art.place_of(f"{name}/talk1", area).center if c.art.has(f"{name}/talk1") else (area.w * 0.47, area.h * 0.4)
    area.topleft = round(inner.centerx - mouth_at[0]), min(inner.y, round(inner.y + inner.h * MOUTH - mouth_at[1]))
    if still:
        c.stamp(c.surface, name, area)
    else:
        _living(ui, who, name, area, place, line, words)
    c.surface.set_clip(before)


def _living(ui: Ui, who: str, name: str, area: pygame.Rect, place: PlaceNow | None, line: str, words: str) -> None:
    """A bust in real pixels: it blinks, and its mouth moves while something is said."""
    art, life = ui.canvas.art, ui.life
    tint = _tint(ui, place) if place is not None else None
    ui.canvas.stamp(ui.canvas.surface, name, area, tint=tint)
    over = f"{name}/blink"
    if art.has(over) and life.step(("blink", who), lambda: blinking(who), art.place_of(over, area)) != CALM:
        ui.canvas.stamp(ui.canvas.surface, over, area, tint=tint)
    if words and life.moving:
        mouths = [over for over in (f"{name}/talk1", f"{name}/talk2") if art.has(over)]
        opened, until = mouth(words, life.since("line", line) // BEAT * BEAT, life.beat)
        if mouths:
            places = [art.place_of(over, area) for over in mouths]
            life.expect(places[0].unionall(places[1:]), until)
            if opened and life.awake:
                ui.canvas.stamp(ui.canvas.surface, mouths[min(opened, len(mouths)) - 1], area, tint=tint)


def night(ui: Ui) -> None:
    """The night over the harbour, dimmed: behind the note, the menu, the settings."""
    if ui.theme.flat or not ui.canvas.art.has("title/back"):
        ui.canvas.rect(SHEET, "desk")
        return

    def make() -> pygame.Surface:
        area = ui.canvas.area(SHEET)
        out = pygame.Surface(area.size)
        for layer in ("title/back", "title/mid"):
            if ui.canvas.art.has(layer):
                ui.canvas.stamp(out, layer, pygame.Rect((0, 0), area.size))
        shade = pygame.Surface(area.size)
        shade.fill(rgb(ui.theme["desk"]))
        shade.set_alpha(150)
        out.blit(shade, (0, 0))
        return out

    ui.canvas.backdrop(SHEET, make, "night")
