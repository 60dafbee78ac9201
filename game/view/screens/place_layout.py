"""Where the signs of a place lie: the ways out in rows at the foot, an eye on each thing, a bubble over each person, the names' button.

Room: game/view/screens. Nothing here is drawn. An author says where an eye lies, clear of words and faces (`mark`); what large text
pushes over it moves it up, so that no sign hides another.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.core.moment import PersonNow, PlaceNow
from game.view.geometry import Box
from game.view.ui import Shape, Ui
from game.view.widgets import bar, play

GAP = 10.0  # kept between two names
BETWEEN = 24.0  # kept between two ways out
LEFT, RIGHT = 24.0, 1896.0
TALL, SEATED = 930.0, 750.0  # from the feet to the top of the hair, at scale 1
BUBBLE = 56.0  # from the hair to the middle of the bubble
MARK = 45.0  # half the side of the square that an eye or a bubble takes


@dataclass(frozen=True, slots=True)
class Layout:
    """Boxes of the ways out, in their order; the middle of each thing's eye and of each person's bubble, by id."""

    ways: tuple[Box, ...]
    things: dict[str, tuple[float, float]]
    people: dict[str, tuple[float, float]]
    feet: tuple[Box, ...]  # where somebody's shoes are


def lay(ui: Ui, here: PlaceNow) -> Layout:
    """Everything in its place at the reader's text size."""
    ways = _rows(ui, here)
    things = {spot.id: _over(play.mark(ui, (spot.mark,) if spot.mark else spot.shape), ways) for spot in here.hotspots}
    feet = tuple(Box(x - 90 * k, y - 60 * k, 180 * k, 90 * k) for x, y, k in (person.at for person in here.people))
    return Layout(tuple(ways), things, {person.id: _over(above(person), ways) for person in here.people}, feet)


def side(shape: Shape) -> str:
    """Which way a way out leads."""
    x = play.middle(shape)[0]
    return "left" if x < 400 else "right" if x > 1520 else "up"


def meet(a: Box, b: Box) -> bool:
    """Whether two boxes touch, or nearly."""
    return a.x < b.right + GAP and b.x < a.right + GAP and a.y < b.bottom + GAP and b.y < a.bottom + GAP


def stature(person: PersonNow) -> float:
    """From the feet to the top of the hair, in logical px."""
    return (SEATED if person.pose.startswith("sitting") else TALL) * person.at[2]


def above(person: PersonNow) -> tuple[float, float]:
    """Where a person's bubble floats: over the hair."""
    x, y, _ = person.at
    return x, max(150.0, y - stature(person) - BUBBLE)


def around(at: tuple[float, float]) -> Box:
    """The square that an eye or a bubble takes."""
    return Box(at[0] - MARK, at[1] - MARK, 2 * MARK, 2 * MARK)


def button_box(ui: Ui, layout: Layout, w: float, h: float) -> Box:
    """Where the button of the names, `w` × `h`, covers no eye, no bubble, no shoes and no way out: as near the middle of the foot as can
    be, else under the bar."""
    foot, top = ui.bottom - h - 24, bar.height(ui) + 34
    across = sorted((LEFT + step * 12 for step in range(int((RIGHT - LEFT - w) // 12) + 1)), key=lambda x: abs(x + w / 2 - 960))
    taken = [around(at) for at in (*layout.things.values(), *layout.people.values())] + [way.inset(-14) for way in layout.ways]
    taken += layout.feet
    places = [Box(x, y, w, h) for y in (foot, top) for x in across]
    return next((box for box in places if not any(meet(box, other) for other in taken)), places[0])


def _rows(ui: Ui, here: PlaceNow) -> list[Box]:
    """The ways out side by side, moved apart as far as large text needs; what finds no room in the row stands in one over it."""
    boxes = [play.sign_box(ui, way.shape, ui.words.line(way.name), side(way.shape)) for way in here.exits]
    rows: list[list[int]] = [[]]
    for n in sorted(range(len(boxes)), key=lambda n: boxes[n].centre[0]):
        if rows[-1] and sum(boxes[m].w + BETWEEN for m in rows[-1]) + boxes[n].w > RIGHT - LEFT:
            rows.append([])
        rows[-1].append(n)
    for up, row in enumerate(rows):
        edge = LEFT
        for n in row:  # to the right, off the one before
            boxes[n] = boxes[n].moved(max(0.0, edge - boxes[n].x), -up * (boxes[n].h + 2 * GAP))
            edge = boxes[n].right + BETWEEN
        edge = RIGHT
        for n in reversed(row):  # and back, off the frame
            boxes[n] = boxes[n].moved(min(0.0, edge - boxes[n].right), 0)
            edge = boxes[n].x - BETWEEN
    return boxes


def _over(at: tuple[float, float], ways: list[Box]) -> tuple[float, float]:
    """An eye that a way out would cover stands over it."""
    for _ in ways:
        under = [way for way in ways if meet(around(at), way)]
        if not under:
            break
        at = at[0], min(way.y for way in under) - MARK - GAP
    return at
