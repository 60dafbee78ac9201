"""One place as it is laid together: its layers, the people in it, what lives there. Kept as one picture, mended where something moves.

Room: game/view. `widgets/scene.py` decides what is shown; `life.py` when it moves. What lives on a layer is listed beside the baked
pictures (`life` in the manifest): pictures of the same place, laid over that layer in a rhythm.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import pygame

from game.view.art import Art
from game.view.life import BEAT, CALM, Life, Rhythm, blinking, swaying
from game.view.theme import rgb

FIGURE = (600.0, 1000.0, 965.0)  # width, height and feet of a baked figure, logical px at scale 1
SOLES = 0.938, 0.975  # of a figure's height: what is drawn between them stands on the ground
ASIDE, FLAT = 46.0, 0.2  # how far the shadow of the feet reaches past them (logical px at scale 1), and how flat it lies
CHEST, KNEES = 0.42, 0.72  # of a figure's height: above the first the body sways twice as far, below the other not at all
STANDING = ("standing", "standing-shy", "arms-crossed", "hands-in-pockets", "phone", "talking", "pointing")
LARGEST = 4.0  # nobody is drawn larger than so many times FIGURE, nor further from the picture than it is wide
ROOM = 0.01  # of the window, to either side: how far a place may lean
DEPTH = {"back": 0.25, "mid": 0.45, "front": 1.0}  # how far a layer leans, of that room
PEOPLE = DEPTH["mid"]  # … and those who stand in it


@dataclass(frozen=True, slots=True)
class Stander:
    """Somebody who stands in the place; `at` is x of the middle, y of the feet (logical px), scale."""

    id: str
    pose: str
    at: tuple[float, float, float]
    flip: bool


@dataclass(frozen=True, slots=True)
class Sight:
    """What is to be seen: layers from the back to the front, who stands there, the light on them, and how dark a veil lies over it all."""

    layers: tuple[str, ...]
    people: tuple[Stander, ...]
    tint: str | None
    veil: tuple[str, float] = ("", 0.0)


def drawable(at: tuple[float, float, float]) -> bool:
    """Whether somebody who stands so can be drawn: a story that nobody looked at may say anything."""
    x, y, k = at
    return -1920 <= x <= 2 * 1920 and -1080 <= y <= 2 * 1080 and 0 < k <= LARGEST  # false for what is no number, too


def depth(layer: str) -> float:
    """How far this layer leans: said by its name, before a variant of it (`cour/front`, `cour/front-bell`)."""
    return next((far for name, far in DEPTH.items() if layer.rpartition("/")[2].startswith(name)), DEPTH["mid"])


class Scenery:
    """One sight at one size."""

    def __init__(self, art: Art, sight: Sight, size: tuple[int, int]) -> None:
        self.picture = pygame.Surface(size)
        self._art, self._sight, self._size = art, sight, size
        self._k = size[0] / 1920
        self._people = tuple(one for one in sight.people if drawable(one.at))
        self._steps: dict[Hashable, int] = {}
        self._feet: dict[tuple[str, str, bool], tuple[float, float, float]] = {}
        self._lean: tuple[float, float] | None = None
        self._wide = False
        self._cut = not all(art.bleeds(layer) for layer in sight.layers)  # layers that end with the frame are enlarged where they lean
        front = next((i for i, layer in enumerate(sight.layers) if depth(layer) == DEPTH["front"]), len(sight.layers))
        self._behind, self._before = sight.layers[:front], sight.layers[front:]

    def show(self, life: Life, lean: tuple[float, float], origin: tuple[int, int]) -> pygame.Surface:
        """The picture as it is now. What will change is announced to `life`, in the window’s pixels: `origin` is where the picture lies."""
        steps, areas = self._alive(life, origin)
        whole = self._lean is None or lean != self._lean or life.moving != self._wide
        self._lean, self._wide = lean, life.moving
        changed = [areas[key] for key, step in steps.items() if step != self._steps.get(key, CALM)]
        self._steps = steps
        if whole:
            self._lay(None)
        elif changed:
            self._lay(changed[0].unionall(changed[1:]).clip(self.picture.get_rect()))
        return self.picture

    # ---- where things are --------------------------------------------------

    def _offset(self, far: float) -> tuple[int, int]:
        if not self._wide or self._lean is None:
            return 0, 0
        return round(-self._lean[0] * far * ROOM * self._size[0]), round(-self._lean[1] * far * ROOM * self._size[1])

    def _sheet(self, far: float) -> pygame.Rect:
        """Where a layer that leans so far lies."""
        w, h = self._size
        k = 1 + 2 * ROOM if self._wide and self._cut else 1.0
        x, y = self._offset(far)
        return pygame.Rect(round(w * (1 - k) / 2) + x, round(h * (1 - k) / 2) + y, round(w * k), round(h * k))

    def _box(self, x: float, y: float, w: float, h: float) -> pygame.Rect:
        """A logical box of the place among the people, in the picture’s pixels."""
        sheet = self._sheet(PEOPLE)
        k = sheet.w / 1920
        left, top = round(sheet.x + x * k), round(sheet.y + y * k)
        return pygame.Rect(left, top, max(1, round(sheet.x + (x + w) * k) - left), max(1, round(sheet.y + (y + h) * k) - top))

    def _figure(self, one: Stander) -> pygame.Rect:
        (x, y, k), (w, h, feet) = one.at, FIGURE
        return self._box(x - w / 2 * k, y - feet * k, w * k, h * k)

    def shadow(self, one: Stander) -> pygame.Rect:
        """Where somebody darkens the ground: under the feet, which every pose sets elsewhere; under feet that hang in the air, smaller."""
        key = one.id, one.pose, one.flip
        if key not in self._feet:
            self._feet[key] = _feet(self._art, one, self._figure(one).size)
        (x, y, k), (left, right, size) = one.at, self._feet[key]
        w = (right - left) * FIGURE[0] * k + 2 * ASIDE * k * size
        middle = x + ((left + right) / 2 - 0.5) * FIGURE[0] * k
        return self._box(middle - w / 2, y - (w * FLAT) * 0.62, w, w * FLAT)

    # ---- what moves --------------------------------------------------------

    def _alive(self, life: Life, origin: tuple[int, int]) -> tuple[dict[Hashable, int], dict[Hashable, pygame.Rect]]:
        """The present step of everything that moves here, and the part of the picture that it changes."""
        steps: dict[Hashable, int] = {}
        areas: dict[Hashable, pygame.Rect] = {}

        def ask(key: Hashable, area: pygame.Rect, rhythm: partial[Rhythm]) -> None:
            areas[key], steps[key] = area, life.step(key, rhythm, area.move(origin))

        for layer in self._sight.layers:
            for n, item in enumerate(self._art.life(layer)):
                frames = [name for name in item["frames"] if self._art.has(name)]
                if frames:
                    areas_of = [self._art.place_of(name, self._sheet(depth(layer))) for name in frames]
                    ask((layer, n), areas_of[0].unionall(areas_of[1:]), partial(_rhythm, item, layer))
        for one in self._people:
            area, name = self._figure(one), _picture(self._art, one)
            if not self._art.has(name):
                continue
            if self._art.has(f"{name}/blink"):
                ask(("blink", one.id), self._art.place_of(f"{name}/blink", area, flip=one.flip).inflate(8, 8), partial(blinking, one.id))
            if one.pose in STANDING:
                upper = pygame.Rect(area.x, area.y, area.w, round(area.h * KNEES))
                ask(("sway", one.id), upper, partial(swaying, one.id))
        return steps, areas

    # ---- laying it together ------------------------------------------------

    def _lay(self, part: pygame.Rect | None) -> None:
        """Everything, from the back to the front, within a part of the picture."""
        out = self.picture
        out.set_clip(part)
        for layer in self._behind:
            self._layer(layer)
        for one in sorted(self._people, key=lambda one: one.at[1]):
            self._person(one)
        for layer in self._before:
            self._layer(layer)
        colour, dark = self._sight.veil
        if dark:
            shade = pygame.Surface(part.size if part is not None else self._size)
            shade.fill(rgb(colour))
            shade.set_alpha(round(255 * dark))
            out.blit(shade, part.topleft if part is not None else (0, 0))
        out.set_clip(None)

    def _stamp(self, name: str, area: pygame.Rect, *, flip: bool = False, tint: str | None = None) -> None:
        picture, (dx, dy) = self._art.picture(name, area.size, flip=flip, tint=tint)
        self.picture.blit(picture, (area.x + dx, area.y + dy))

    def _layer(self, layer: str) -> None:
        sheet = self._sheet(depth(layer))
        self._stamp(layer, sheet)
        for n, item in enumerate(self._art.life(layer)):
            step = self._steps.get((layer, n), CALM)
            if CALM < step < len(item["frames"]) and self._art.has(item["frames"][step]):
                self._stamp(item["frames"][step], sheet)

    def _person(self, one: Stander) -> None:
        """A shadow under the feet, then the figure: swayed in three bands, its eyes shut for a moment."""
        name, area, tint = _picture(self._art, one), self._figure(one), self._sight.tint
        if not self._art.has(name):
            return
        picture, (dx, dy) = self._art.picture(name, area.size, flip=one.flip, tint=tint)
        if self._art.has("ui/contact-shadow"):
            self._stamp("ui/contact-shadow", self.shadow(one))
        step = self._steps.get(("sway", one.id), CALM)
        aside = step - 2 if step != CALM else 0
        chest, knees = round(area.h * CHEST), round(area.h * KNEES)
        top = 0
        for foot, far in ((chest, aside), (knees, aside // 2 if aside >= 0 else -(-aside // 2)), (area.h, 0)):
            band = pygame.Rect(0, max(0, top - dy), picture.get_width(), max(0, foot - max(top, dy)))
            self.picture.blit(picture, (area.x + dx + far, area.y + max(top, dy)), band)
            top = foot
        if self._steps.get(("blink", one.id), CALM) != CALM:
            self._stamp(f"{name}/blink", area.move(aside, 0), flip=one.flip, tint=tint)


def _picture(art: Art, one: Stander) -> str:
    """Which picture shows them: turned over, one that was lit from the other side, where there is one of the same hand."""
    name, left = f"figure/{one.id}/{one.pose}", f"figure/{one.id}/{one.pose}/left"
    return left if one.flip and art.has(left) and art.own(left) == art.own(name) else name


def _feet(art: Art, one: Stander, size: tuple[int, int]) -> tuple[float, float, float]:
    """From where to where the feet of a figure drawn at `size` reach (of its width), and how large their shadow is: less in the air."""
    picture, (dx, dy) = art.picture(_picture(art, one), size, flip=one.flip)
    top, foot = (round(size[1] * far) - dy for far in SOLES)
    standing = top < picture.get_height()
    if not standing:  # the lowest of what hangs
        top, foot = picture.get_height() - round(size[1] * 0.03), picture.get_height()
    band = pygame.Rect(0, max(0, top), picture.get_width(), max(1, foot - top)).clip(picture.get_rect())
    shoes = pygame.mask.from_surface(picture.subsurface(band), 127).get_bounding_rects() if band.w and band.h else []
    if not shoes:
        return 0.4, 0.6, 1.0
    lies = shoes[0].unionall(shoes[1:])
    return (dx + lies.left) / size[0], (dx + lies.right) / size[0], 1.0 if standing else 0.5


def _rhythm(item: Mapping[str, Any], seed: str) -> Rhythm:
    """How something that lives on a layer moves, as the list beside the pictures says it."""
    low, high = item.get("rest", (0.0, 0.0))
    return Rhythm([tuple(score) for score in item["scores"]], max(BEAT, float(item.get("beat", BEAT))), (low, high), (seed, item["frames"]))
