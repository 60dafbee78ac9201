"""The pictures of the places: three layers each, other hours as three layers of their own, and patches that the story lays over one.

Room: assets, build-only.
Stays outside: how a place is drawn (`assets.kit.places`), people and cards (`catalogue`).

The word after the slash is the depth (`back`, `mid`, `front`), for a patch too: a look may list several pictures of one depth.
"""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any

from assets.bake.picture import Picture
from assets.kit.palette import Mood

DEPTHS = ("back", "mid", "front")
BLEED = (24, 15)
"""Px kept past the frame, left and right, above and below: the window leans a layer by up to 19 and 11 (`game/view/scenery.py`)."""

PLACES = {
    "portail": "portail",
    "portail-soir": "portail_evening",
    "vie-scolaire": "vie_scolaire",
    "vie-scolaire-soir": "vie_scolaire_evening",
    "cour": "cour",
    "cour-soir": "cour_evening",
    "couloir-b": "couloir_b",
    "couloir-b-soir": "couloir_b_evening",
    "gymnase": "gymnase",
    "gymnase-soir": "gymnase_evening",
    "cdi-radio": "cdi_radio",
    "cdi-radio-soir": "cdi_radio_evening",
    "cantine": "cantine",
    "cantine-perm": "cantine_study",
    "cantine-soir": "cantine_evening",
    "salle-arts": "salle_arts",
    "salle-arts-soir": "salle_arts_evening",
    "salle-info": "salle_info",
    "arret-bus": "arret_bus_morning",
    "arret-bus-soir": "arret_bus",
    "studio": "studio",
}
"""The places of the story, and the hours at which one is another picture altogether → their modules in the kit."""

PATCHES: dict[str, tuple[str, tuple[Any, ...], str | None]] = {
    "couloir-b-recollee/mid": ("couloir_b:mid", (True,), "couloir-b/mid"),
    "cantine-parka/mid": ("cantine:left_parka", (), None),
    "studio-antenne/mid": ("studio:mid", (True,), "studio/mid"),
    "studio-antenne/front": ("studio:front", (True,), "studio/front"),
    "studio-regie/back": ("studio:back", (True,), "studio/back"),
}
"""What the story changes in a part of a place: id → what draws it, with what, and the layer of which only the difference is kept."""


@cache
def moods() -> dict[str, dict[str, str]]:
    """The colours of each place's light, for what the game draws there itself: tint over people, dark for their shadows."""
    out = {}
    for place, module in PLACES.items():
        mood: Mood = import_module(f"assets.kit.places.{module}").M
        out[place] = {name: getattr(mood, name) for name in ("tint", "key", "shade", "haze", "dark", "glow")}
    return out


def places() -> Iterator[Picture]:
    """Three layers a place, then the patches."""
    for place, module in PLACES.items():
        for depth in DEPTHS:
            yield Picture(
                f"{place}/{depth}",
                f"kit.places.{module}:{depth}",
                words=True,
                opaque=depth == "back",
                bleed=BLEED,
                about=(("tint", moods()[place]["tint"]),),
            )
    for name, (draw, args, over) in PATCHES.items():
        yield Picture(name, f"kit.places.{draw}", args, words=True, over=over, bleed=BLEED)
