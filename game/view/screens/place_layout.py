"""Where the signs of a place lie: the ways out in rows at the foot, an eye on each thing, a bubble over each person, the names' button.

Room: game/view/screens. Nothing here is drawn. An author says where an eye lies, clear of words and faces (`mark`); what large text
pushes over it moves it up, so that no sign hides another. What is written in the picture stays in sight: the buttons lie beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from game.core.moment import PersonNow, PlaceNow
from game.view.geometry import Box
from game.view.ui import Shape, Ui
from game.view.widgets import bar, play
from game.view.widgets.basic import button_width

GAP = 10.0  # kept between two names
BETWEEN = 24.0  # kept between two ways out
LEFT, RIGHT = 24.0, 1896.0
TALL, SEATED = 930.0, 750.0  # from the feet to the top of the hair, at scale 1
BUBBLE = 56.0  # from the hair to the middle of the bubble
MARK = 45.0  # half the side of the square that an eye or a bubble takes
STEP = 12  # between two spots that are tried for a button

READ = frozenset(
    {
        "arret-bus/timetable", "cantine/menu", "cdi-radio/schedule", "couloir-b/torn-poster", "couloir-b/notice-board", "cour/notice",
        "gymnase/charter", "gymnase/team-sheet", "portail/notice", "salle-arts/collage", "salle-info/poster", "studio/on-air-light",
        "vie-scolaire/poster-3018", "vie-scolaire/register",
    }
)  # fmt: skip
"""Things that are there to be read."""

SIGNS = {
    "cdi-radio": (Box(66, 138, 364, 60), Box(590, 142, 212, 62)),  # silence, on air
    "couloir-b": (Box(312, 130, 240, 76), Box(1426, 70, 130, 130), Box(1050, 200, 120, 60)),  # the nurse, the clock, the way out
    "gymnase": (Box(24, 168, 184, 68), Box(776, 150, 242, 104)),  # the store, the score
    "portail": (Box(970, 176, 724, 106),),  # the school's name
    "salle-info": (Box(0, 176, 310, 206), Box(1390, 146, 346, 110)),  # the blackboard, the counter's name
    "studio": (Box(1050, 150, 180, 86),),
    "vie-scolaire": (Box(856, 218, 90, 186), Box(1650, 78, 84, 80)),  # thanks, the clock
}
"""Words and clocks painted where there is nothing to look at."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Boxes of the ways out, in their order; the middle of each thing's eye and of each person's bubble, by id."""

    ways: tuple[Box, ...]
    things: dict[str, tuple[float, float]]
    people: dict[str, tuple[float, float]]
    feet: tuple[Box, ...]  # where somebody's shoes are
    read: tuple[Box, ...]  # what is written in the picture, and the faces of those who stand in it
    seen: tuple[Box, ...]  # the other things, and people from head to foot


def lay(ui: Ui, here: PlaceNow) -> Layout:
    """Everything in its place at the reader's text size."""
    ways = _rows(ui, here)
    things = {spot.id: _over(play.mark(ui, (spot.mark,) if spot.mark else spot.shape), ways) for spot in here.hotspots}
    feet = tuple(Box(x - 90 * k, y - 60 * k, 180 * k, 90 * k) for x, y, k in (person.at for person in here.people))
    heads = tuple(Box(x - 60 * k, y - stature(person), 120 * k, 190 * k) for person in here.people for x, y, k in (person.at,))
    read = tuple(play.bounds(spot.shape) for spot in here.hotspots if spot.id in READ) + SIGNS.get(here.id, ()) + heads
    seen = tuple(play.bounds(spot.shape) for spot in here.hotspots if spot.id not in READ)
    seen += tuple(Box(x - 130 * k, y - stature(person), 260 * k, stature(person)) for person in here.people for x, y, k in (person.at,))
    return Layout(tuple(ways), things, {person.id: _over(above(person), ways) for person in here.people}, feet, read, seen)


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


def button_box(ui: Ui, layout: Layout, w: float, h: float, *, high: bool = False, taken: Sequence[Box] = ()) -> Box:
    """Where a button, `w` × `h`, covers no eye, no bubble, no shoes, no way out, nothing that is `taken`, and nothing written: as near
    the middle of the foot as can be (`high`: the upper right corner), beside the other things too where there is room for that."""
    foot, top, up = ui.bottom - h - 24, bar.height(ui) + 30, h + 2 * GAP
    hard = [around(at) for at in (*layout.things.values(), *layout.people.values())] + [way.inset(-14) for way in layout.ways]
    over = min((way.y for way in layout.ways), default=foot) - h - 2 * GAP  # a row over the ways out
    rows: tuple[float, ...] = (foot, over, over - up, top, top + up)
    if high:  # its words are long: anywhere, before they hide others
        rows = tuple(top + n * up / 4 for n in range(int((foot - top) / up * 4)))
    want = (1900 - w, top) if high else (960 - w / 2, foot)
    return _best(w, h, want, rows, (*hard, *layout.feet, *taken), layout.read, layout.seen)


def back_box(ui: Ui, layout: Layout, taken: Sequence[Box]) -> tuple[Box, str]:
    """Where the button lies that leads back over what was decided, and its word: none where it would hide other words (a voice says it)."""
    label = ui.words("play.repair")
    box = button_box(ui, layout, max(420.0, button_width(ui, label, key="R")), 84, high=True, taken=taken)
    if not any(covered(box, one) for one in (*layout.read, *taken)):
        return box, label
    return button_box(ui, layout, button_width(ui, "", key="R"), 84, high=True, taken=taken), ""


@lru_cache(maxsize=64)  # asked for with every frame
def _best(
    w: float, h: float, want: tuple[float, float], rows: tuple[float, ...], hard: tuple[Box, ...], read: tuple[Box, ...],
    seen: tuple[Box, ...],
) -> Box:  # fmt: skip
    """The box nearest to where it is wanted that covers least: first of what must stay free, then of words, then of things."""
    across = [LEFT + step * STEP for step in range(int((RIGHT - LEFT - w) // STEP) + 1)]
    spots = [want, *sorted(((x, y) for y in rows for x in across), key=lambda at: abs(at[0] - want[0]) + 3 * abs(at[1] - want[1]))]
    best, least = Box(*want, w, h), (float("inf"), 0.0, 0.0)
    for x, y in spots:
        box = Box(x, y, w, h)
        hidden = float(sum(meet(box, other) for other in hard))
        cost = hidden, sum(covered(box, one) for one in read), sum(covered(box, one) for one in seen)
        if cost < least:
            best, least = box, cost
        if not any(cost):
            break
    return best


def covered(a: Box, b: Box) -> float:
    """How much of the sheet two boxes have in common, in square px."""
    return max(0.0, min(a.right, b.right) - max(a.x, b.x)) * max(0.0, min(a.bottom, b.bottom) - max(a.y, b.y))


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
