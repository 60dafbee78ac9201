"""Where the focus goes next: by order (Tab) and by direction (arrows).

Room: game/view. Pure: targets in, an id out.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.view.actions import Action
from game.view.ui import Target

ASIDE = 2.2  # a step sideways counts this much more than one straight ahead


def neighbour(targets: Sequence[Target], focus: str | None, *, back: bool = False) -> str | None:
    """The target after (or before) the focused one, round and round; the first (or last) when none is."""
    ids = [t.id for t in targets if t.enabled]
    if not ids:
        return None
    if focus not in ids:
        return ids[-1] if back else ids[0]
    return ids[(ids.index(focus) + (-1 if back else 1)) % len(ids)]


def nearest(targets: Sequence[Target], focus: str | None, direction: Action) -> str | None:
    """The closest target in a direction; the first one when nothing is focused; None at the edge."""
    here = next((t for t in targets if t.id == focus), None)
    if here is None:
        return neighbour(targets, None)
    dx, dy = {Action.LEFT: (-1, 0), Action.RIGHT: (1, 0), Action.UP: (0, -1), Action.DOWN: (0, 1)}[direction]
    x, y = here.box.centre
    best: tuple[float, str] | None = None
    for t in targets:
        if t.id == focus or not t.enabled:
            continue
        tx, ty = t.box.centre
        ahead = (tx - x) * dx + (ty - y) * dy
        aside = abs((tx - x) * dy) + abs((ty - y) * dx)
        if ahead > 4 and ahead * 3 > aside:
            cost = ahead + aside * ASIDE
            if best is None or cost < best[0]:
                best = (cost, t.id)
    return best[1] if best else None
