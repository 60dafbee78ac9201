"""Baked pictures, shrunk once to the window's pixels and kept while they are in use.

Room: game/view. Reads `assets/baked/manifest.json` and the WebP files it names; draws nothing itself. A picture that is missing
is a neutral sheet of paper, never a crash: help and the quick exit outlive any picture.
"""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path
from typing import Any

import pygame

from game.content.pictures import read_pictures, trouble
from game.view.theme import rgb

BUDGET = 96 * 1024 * 1024  # bytes of pictures kept at the window's size: a place's layers and its people are a third of it
LARGE = 100_000  # real px of a surface worth keeping in runs
MISSING = (120, 116, 140, 255)


def quick(surface: pygame.Surface) -> pygame.Surface:
    """The same surface; a large one with clear and solid parts is kept in runs, which are laid down three times quicker."""
    if surface.get_width() * surface.get_height() > LARGE and surface.get_masks()[3]:
        surface.set_alpha(255, pygame.RLEACCEL)
    return surface


class Art:
    """The baked pictures of the game, and over them those of an episode."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._own: Path | None = None
        self._kept: OrderedDict[tuple[object, ...], pygame.Surface] = OrderedDict()
        self._bytes = 0
        self.entries: dict[str, Any] = {}
        self._moods: dict[str, Any] = {}
        self._life: dict[str, Any] = {}
        self._read(None)

    def lay_over(self, own: Path | None) -> None:
        """The pictures of an episode, from its `assets/baked`: one of the same id is shown instead of the game’s. None takes them away."""
        if own != self._own:
            self._read(own)

    def _read(self, own: Path | None) -> None:
        self._own = own
        self._kept.clear()
        self._bytes = 0
        self.entries, self._moods, self._life = {}, {}, {}
        for folder in (self._folder, own):
            if folder is None:
                continue
            found = read_pictures(folder)
            self.entries |= {name: {**entry, "folder": folder} for name, entry in found.pictures.items()}
            self._moods |= found.moods
            self._life |= found.life

    def has(self, name: str) -> bool:
        """Whether a picture of this id was baked."""
        return name in self.entries

    def own(self, name: str) -> bool:
        """Whether the open episode brings this picture itself."""
        return self._own is not None and name in self.entries and self.entries[name]["folder"] == self._own

    def tint(self, place: str) -> str | None:
        """The colour that a place's light multiplies people by, if it is known."""
        tint = self._moods.get(place, {}).get("tint")
        return str(tint) if tint else None

    def life(self, layer: str) -> list[dict[str, Any]]:
        """What lives on this layer of a place: `frames` (pictures of the place), `scores`, perhaps `beat` and `rest` (`life.Rhythm`)."""
        found = self._life.get(layer, [])
        return found if isinstance(found, list) else []

    def _keep(self, key: tuple[object, ...], surface: pygame.Surface) -> pygame.Surface:
        self._kept[key] = surface
        self._bytes += surface.get_width() * surface.get_height() * 4
        while self._bytes > BUDGET and len(self._kept) > 1:
            _, old = self._kept.popitem(last=False)
            self._bytes -= old.get_width() * old.get_height() * 4
        return surface

    def bleeds(self, name: str) -> bool:
        """Whether the picture goes on past its canvas, so that it may lean without showing an edge."""
        return bool(self.entries.get(name, {}).get("bleed"))

    def _load(self, name: str) -> pygame.Surface | None:
        entry = self.entries.get(name)
        if entry is None:
            return None
        own = self._own is not None and entry["folder"] == self._own
        if own and trouble(entry["folder"], entry["file"]):  # an episode's list may name anything
            return None
        try:
            surface = pygame.image.load(entry["folder"] / entry["file"])
        except (OSError, pygame.error):
            return None
        if not own and "on" in entry:
            return _together(entry, pygame.image.load(entry["folder"] / entry["on"]["file"]), surface)
        return surface.convert_alpha() if surface.get_alpha() is not None or surface.get_masks()[3] else surface.convert()

    def place_of(self, name: str, area: pygame.Rect, *, flip: bool = False) -> pygame.Rect:
        """Where the picture lies when its whole canvas fills this area (real px): what is empty around it was not baked."""
        entry = self.entries.get(name, {})
        (cw, ch), (x, y, w, h) = entry.get("canvas", area.size), entry.get("box", (0, 0, *area.size))
        kx, ky = area.w / cw, area.h / ch
        left, top = (cw - x - w if flip else x) * kx, y * ky
        size = (max(1, round(left + w * kx) - round(left)), max(1, round(top + h * ky) - round(top)))
        return pygame.Rect((area.x + round(left), area.y + round(top)), size)

    def picture(
        self, name: str, size: tuple[int, int], *, flip: bool = False, tint: str | None = None
    ) -> tuple[pygame.Surface, tuple[int, int]]:
        """The picture, multiplied by `tint` as a place’s light does, and where it lies in an area of this real size."""
        where = self.place_of(name, pygame.Rect((0, 0), size), flip=flip)
        at, shown = where.topleft, where.size
        key = ("picture", name, shown, flip, tint)
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found, at
        raw = self._load(name)
        if raw is None:
            surface = pygame.Surface(shown, pygame.SRCALPHA)
            surface.fill(MISSING)
        else:
            surface = raw if raw.get_size() == shown else pygame.transform.smoothscale(raw, shown)
        if flip:
            surface = pygame.transform.flip(surface, True, False)
        if tint:
            surface = surface.copy() if surface is raw else surface
            surface.fill((*rgb(tint), 255), special_flags=pygame.BLEND_RGBA_MULT)
        return self._keep(key, quick(surface)), at

    def example(self, px: int) -> pygame.Surface | None:
        """The art club's collage, which ships beside the baked pictures as a photograph would: a square of `px`. None without it."""
        key = ("example", px)
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        try:
            raw = pygame.image.load(self._folder.parent / "examples" / "phare-frileux.jpg").convert()
        except (OSError, pygame.error):
            return None
        return self._keep(key, pygame.transform.smoothscale(raw, (px, px)))

    def icon(self, name: str, px: int, ink: str, ground: str) -> pygame.Surface:
        """A glyph recoloured: baked with the ink in red and the ground in green, shown in any two colours."""
        key = ("icon", name, px, ink, ground)
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        size = next((s for s in (32, 48, 96) if s >= px), 96)
        raw = self._load(f"icon/{name}/{size}")
        if raw is None:
            return self._keep(key, pygame.Surface((px, px), pygame.SRCALPHA))
        small = raw if size == px else pygame.transform.smoothscale(raw, (px, px))
        return self._keep(key, _recoloured(small, ink, ground))


def _together(entry: dict[str, Any], ground: pygame.Surface, part: pygame.Surface) -> pygame.Surface:
    """A picture whose file is only a part of it, on what lies under it (`assets/bake/manifest.py`): a head on its shoulders."""
    k, (left, top, width, height) = entry["scale"], entry["box"]
    out = pygame.Surface((round(width * k), round(height * k)), pygame.SRCALPHA)
    for surface, at in ((ground, entry["on"]["at"]), (part, entry["part"])):
        out.blit(surface.convert_alpha(), (round((at[0] - left) * k), round((at[1] - top) * k)))
    return out.convert_alpha()


def _recoloured(mask: pygame.Surface, ink: str, ground: str) -> pygame.Surface:
    """Red becomes the ink, green the ground; what lies between is mixed. Bytes only: a glyph is small, and numpy takes long to import."""
    plain = pygame.image.tobytes(mask, "RGBA")
    share = bytes([255 * red // total if (total := red + green) else 0 for red, green in zip(plain[0::4], plain[1::4], strict=True)])
    mixed = bytearray(plain)
    for channel, (full, empty) in enumerate(zip(rgb(ink), rgb(ground), strict=True)):
        mixed[channel::4] = share.translate(bytes([round((full * k + empty * (255 - k)) / 255) for k in range(256)]))
    return pygame.image.frombytes(bytes(mixed), mask.get_size(), "RGBA").convert_alpha()
