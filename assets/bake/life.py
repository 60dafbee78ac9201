"""What lives in the places: its pictures, and the list by which the game shows them.

Room: assets, build-only.
Stays outside: how it looks and where it is (`assets.kit.living`), when it is shown (`game/view/life.py`).
"""

from collections.abc import Iterator
from typing import Any

from assets.bake.picture import Picture
from assets.bake.places import BLEED
from assets.kit.living import LIVING, Living


def _name(living: Living, frame: int) -> str:
    return f"life/{living.layer.partition('/')[0]}/{living.name}/{frame}"


def lives() -> dict[str, list[dict[str, Any]]]:
    """Layer → what is laid over it, and in which rhythm, as the manifest keeps it."""
    out: dict[str, list[dict[str, Any]]] = {}
    for living in LIVING:
        frames = [_name(living, frame) for frame in range(living.frames)]
        row = {"frames": frames, "scores": living.scores, "beat": living.beat, "rest": living.rest}
        out.setdefault(living.layer, []).append(row)
    return out


def life() -> Iterator[Picture]:
    """One picture a frame, cut to what is seen of it."""
    for living in LIVING:
        for frame in range(living.frames):
            yield Picture(_name(living, frame), "kit.living:alive", (living.layer, living.name, frame), bleed=BLEED)
