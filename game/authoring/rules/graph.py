"""Talks must lead somewhere, decisions must agree with their table, places must be walkable.

Room: game/authoring.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import TypeAlias

from game.authoring.bench import Bench
from game.content.board import BoardCard
from game.content.diagnostics import Diagnostic, Rule, Severity
from game.content.episodes import EPISODE_ID
from game.content.model import Mark
from game.content.place import Exit, Hotspot, Place, Point, Shape
from game.content.rules import DUPLICATE_ID
from game.content.signs import code
from game.content.story import Story
from game.content.talk import Choice, Line, Node, Talk

E, W = Severity.ERROR, Severity.WARNING
WIDTH, HEIGHT = 1920, 1080
UNREACHABLE = Rule("SV031", "unreachable-node", E, "no way leads to the node “{node}”")
NO_WAY_ON = Rule("SV032", "choices-or-to", E, "the node “{node}” needs either choices or `to`, not {which}")
SHUT_NODE = Rule("SV033", "shut-node", E, "the node “{node}” could be left without any choice: {why}")
REPAIR_SETS = Rule("SV034", "repair-sets-its-flag", E, "a repair sets its `repair-d-…`, so that conditions can know it was made")
OTHER_EFFECTS = Rule(
    "SV035", "decision-effects", E, "{choice} gives trust {trust}, act {act}; the decision says trust {want_trust}, act {want_act}"
)
ONE_WAY = Rule("SV036", "one-way-exit", E, "“{to}” has no exit back to “{place}”")
COVERED = Rule("SV037", "covered-hotspot", E, "this exit lies over the hotspot “{hotspot}”")
HIDDEN_HOTSPOT = Rule(
    "SV161", "hidden-hotspot", E, "this hotspot lies wholly under “{over}”, which is written after it: nobody could reach it"
)
CROSSED = Rule("SV162", "crossed-polygon", E, "the sides of this polygon cross each other")
FAR_MARK = Rule("SV163", "mark-far-away", E, "this mark lies more than {far} px beside its shape, or outside the picture")
SHARED_EXIT = Rule("SV164", "exit-under-another", E, "this way out lies over “{other}”: a finger finds only one of them")
ID_FORM = Rule("SV040", "id-form", E, "“{id}” is no stable id: lower-case words joined by hyphens")
OFF_SCREEN = Rule("SV043", "off-screen", E, "this shape leaves the picture (1920×1080, the help strip below 1004 left free)")
MISSING_OPTION = Rule("SV045", "missing-option", E, "the decision “{decision}” is offered without its option “{option}”")
ON_THE_MAP = Rule("SV091", "place-on-the-map", E, "the place “{place}” {why}")
PATHS_AND_ELSE = Rule("SV047", "paths-and-else", E, "`paths` and `else` go together on the node “{node}”")
NEVER_GIVEN = Rule("SV051", "clue-never-given", W, "nothing gives the clue “{clue}”")
RULES = (
    UNREACHABLE, NO_WAY_ON, SHUT_NODE, REPAIR_SETS, OTHER_EFFECTS, ONE_WAY, COVERED, ID_FORM, OFF_SCREEN, MISSING_OPTION, PATHS_AND_ELSE,
    NEVER_GIVEN, ON_THE_MAP, HIDDEN_HOTSPOT, CROSSED, FAR_MARK, SHARED_EXIT,
)  # fmt: skip

STABLE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z])?")
STRIP = 1004
NEAR = 60.0
"""How far beside its shape a hotspot's mark may lie, in px."""
Side: TypeAlias = tuple[Point, Point]


def check_graph(bench: Bench) -> Iterator[Diagnostic]:
    """Nodes, choices and decisions."""
    for talk in bench.story.all_talks.values():
        yield from _reachable(talk)
        for node in talk.nodes.values():
            yield from _ways(node)
    yield from _choices(bench)
    yield from _decisions(bench)
    given = {clue for giver in bench.story.givers() for clue in giver.gives}
    given |= {clue.id for clue in bench.story.clues.values() if clue.nudge is not None and clue.nudge.starts is None}
    for name, clue in bench.story.clues.items():
        if name not in given and (bench.story.places or bench.story.all_talks):
            yield NEVER_GIVEN.at(clue.mark(), clue=name)


def unled(talk: Talk) -> tuple[str, ...]:
    """The nodes of a talk that no way leads to, whatever holds."""
    seen: set[str] = set()
    todo = [talk.start]
    while todo:
        here = todo.pop()
        if here not in seen and here in talk.nodes:
            seen.add(here)
            todo += [way for way, _, _ in talk.nodes[here].ways()]
    return tuple(name for name in talk.nodes if name not in seen) if talk.start in talk.nodes else ()


def _reachable(talk: Talk) -> Iterator[Diagnostic]:
    for name in unled(talk):
        yield UNREACHABLE.at(talk.nodes[name].mark(), node=name)


def _ways(node: Node) -> Iterator[Diagnostic]:
    if bool(node.choices) == (node.to is not None):
        yield NO_WAY_ON.at(node.mark(), node=node.id, which="both" if node.choices else "neither")
    if (node.paths is None) != (node.else_ is None):
        yield PATHS_AND_ELSE.at(node.mark(), node=node.id)
    if node.choices and node.when is not None:
        yield SHUT_NODE.at(node.mark("when"), node=node.id, why="it has choices and a `when`")
    elif node.choices and all(choice.when is not None or choice.needs is not None or choice.once for choice in node.choices):
        opposed = any(
            choice.when is not None and not choice.once and choice.needs is None and (choice.when.not_ or choice.when.path)
            for choice in node.choices
        )
        if not opposed:
            yield SHUT_NODE.at(node.mark(), node=node.id, why="every choice has a `when`, a `needs` or `once`")


def _choices(bench: Bench) -> Iterator[Diagnostic]:
    """Ids are well formed and used once; a repair leaves its trace."""
    seen: dict[str, Mark] = {}
    for worded in bench.story.worded():
        text = worded.text
        mark = text.mark("id")
        first = seen.setdefault(text.id, mark)
        if first != mark:
            yield DUPLICATE_ID.at(mark, id=text.id, first=f"{first.file}:{first.line}")
        elif isinstance(text, Line | Choice | BoardCard) and not STABLE.fullmatch(text.id):
            yield ID_FORM.at(mark, id=text.id, hint=_cause(text.id))
    episode = bench.story.episode
    if not EPISODE_ID.fullmatch(episode.id):
        hint = _cause(episode.id) or "the saves of an episode lie in a folder of this name"
        yield ID_FORM.at(episode.mark("id"), id=episode.id, hint=hint)
    for named in (bench.story.places, bench.story.clues, bench.story.all_talks, bench.story.texts, bench.story.facts):
        for name, model in named.items():
            if not STABLE.fullmatch(name):
                yield ID_FORM.at(model.mark(), id=name, hint=_cause(name))
    for choice in bench.story.choices.values():
        if choice.effects.repair and not any(name.startswith("repair-") for name in choice.sets):
            yield REPAIR_SETS.at(choice.mark("effects"))


def _cause(name: str) -> str | None:
    """What is not plain to see in an id that is none: a letter with an accent, perhaps written as two signs."""
    marks = next((sign for sign in name if unicodedata.combining(sign)), None)
    if marks is not None:
        return f"a letter of it is decomposed, its accent a sign of its own ({code(marks)}): write it without the accent"
    letter = next((sign for sign in name if not sign.isascii()), None)
    return f"“{letter}” ({code(letter)}) is no letter from a to z: write it without the accent" if letter is not None else None


def _decisions(bench: Bench) -> Iterator[Diagnostic]:
    story = bench.story
    offered: dict[str, set[str]] = {}
    for choice in story.choices.values():
        if choice.decision is None or choice.decision[0] not in story.decisions:
            continue
        name, option = choice.decision
        want = story.decisions[name].options.get(option)
        offered.setdefault(name, set()).add(option)
        if want is not None and (want.trust, want.act) != (choice.effects.trust, choice.effects.act):
            got = choice.effects
            yield OTHER_EFFECTS.at(
                choice.mark("id"), choice=choice.id, trust=got.trust, act=got.act, want_trust=want.trust, want_act=want.act
            )
    for name, options in offered.items():
        for option in story.decisions[name].options:
            if option not in options:
                yield MISSING_OPTION.at(story.decisions[name].mark("options", option), decision=name, option=option)


def check_places(bench: Bench) -> Iterator[Diagnostic]:
    """Exits lead both ways and lie beside the hotspots; nothing leaves the picture."""
    places = bench.story.places
    for place in places.values():
        yield from _on_the_map(place, bench.story)
        for way in place.exits.values():
            other = places.get(way.to)
            if other is not None and all(back.to != place.id for back in other.exits.values()):
                yield ONE_WAY.at(way.mark(), to=way.to, place=place.id)
            for spot in place.hotspots.values():
                if _overlap(way.shape, spot.shape):
                    yield COVERED.at(way.mark("shape"), hotspot=spot.id)
        yield from _hidden(place)
        yield from _shared(place)
        yield from (FAR_MARK.at(spot.mark("mark_"), far=round(NEAR)) for spot in place.hotspots.values() if not _near(spot))
        for shape, mark in (
            *((spot.shape, spot.mark("shape")) for spot in place.hotspots.values()),
            *((way.shape, way.mark("shape")) for way in place.exits.values()),
        ):
            left, top, right, bottom = shape.bounds
            if left < 0 or top < 0 or right > WIDTH or bottom > STRIP:
                yield OFF_SCREEN.at(mark)
            if _crossed(shape):
                yield CROSSED.at(mark)


def _hidden(place: Place) -> Iterator[Diagnostic]:
    """Of two hotspots the one that is written later lies over the other; while it is there, a finger finds it alone."""
    spots = tuple(place.hotspots.values())
    for number, spot in enumerate(spots):
        over = next((other for other in spots[number + 1 :] if _stays(other, spot) and _within(spot.shape, other.shape)), None)
        if over is not None:
            yield HIDDEN_HOTSPOT.at(spot.mark("shape"), over=over.id, hint="write the smaller one after it, or set them side by side")


def _shared(place: Place) -> Iterator[Diagnostic]:
    """Of two ways out in one spot, both of which may be there, nobody could tell which is taken."""
    ways = tuple(place.exits.values())
    for number, way in enumerate(ways):
        other = next((one for one in ways[:number] if _together(one, way) and _overlap(one.shape, way.shape)), None)
        if other is not None:
            yield SHARED_EXIT.at(way.mark("shape"), other=other.id, hint="set them side by side, or say with `when` which is there")


def _together(one: Exit, other: Exit) -> bool:
    """Whether two ways out are there at once for all one can tell here: what both have asked for differs only where both ask."""
    return one.when is None or other.when is None or one.when == other.when


def _near(spot: Hotspot) -> bool:
    """Whether one would take its mark for its own: it lies in the shape's bounds or right beside them, and in the picture."""
    if spot.mark_ is None:
        return True
    (x, y), (left, top, right, bottom) = spot.mark_, spot.shape.bounds
    return max(0.0, left - NEAR) <= x <= min(WIDTH, right + NEAR) and max(0.0, top - NEAR) <= y <= min(STRIP, bottom + NEAR)


def _stays(over: Hotspot, spot: Hotspot) -> bool:
    """Whether one hotspot is surely there whenever the other is."""
    return over.when is None or over.when == spot.when


def _within(one: Shape, other: Shape) -> bool:
    """Whether a shape lies wholly within another, up to its edge."""
    left, top, right, bottom = one.bounds
    left2, top2, right2, bottom2 = other.bounds
    if left < left2 or top < top2 or right > right2 or bottom > bottom2:
        return False
    if other.polygon is None or set(one.points) == set(other.points):
        return True
    x, y = (left + right) / 2, (top + bottom) / 2
    corners = tuple((px + (x - px) / 1000, py + (y - py) / 1000) for px, py in one.points)  # off the edge, where it is none's
    shrunk = zip(corners, (*corners[1:], corners[0]), strict=True)
    return all(other.holds(corner) for corner in corners) and not any(_cross(a, b) for a in shrunk for b in _sides(other))


def _crossed(shape: Shape) -> bool:
    """Whether two sides of a shape cross."""
    sides = _sides(shape) if shape.polygon is not None else []
    return any(_cross(one, other) for number, one in enumerate(sides) for other in sides[number + 2 :])


def _on_the_map(place: Place, story: Story) -> Iterator[Diagnostic]:
    """Where there is a map, each place stands on it, inside the sheet."""
    if place.map is None:
        if story.episode.map is not None:
            yield ON_THE_MAP.at(place.mark(), place=place.id, why="is not on the map: say `map: [x, y]`")
        return
    x, y = place.map
    if not (60 <= x <= 1860 and 96 <= y <= STRIP):
        yield ON_THE_MAP.at(place.mark("map"), place=place.id, why="stands beside the sheet of the map (60 to 1860, 96 to 1004)")


def _overlap(one: Shape, other: Shape) -> bool:
    """Whether two shapes have a part in common: one holds a corner of the other, or their sides cross."""
    left, top, right, bottom = one.bounds
    left2, top2, right2, bottom2 = other.bounds
    if not (left < right2 and left2 < right and top < bottom2 and top2 < bottom):
        return False
    if one.polygon is None and other.polygon is None:
        return True
    held = any(other.holds(point) for point in one.points) or any(one.holds(point) for point in other.points)
    return held or any(_cross(a, b) for a in _sides(one) for b in _sides(other))


def _sides(shape: Shape) -> list[Side]:
    return list(zip(shape.points, (*shape.points[1:], shape.points[0]), strict=True))


def _cross(one: Side, other: Side) -> bool:
    """Whether two sides cross, beyond touching."""

    def turn(a: Point, b: Point, c: Point) -> float:
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

    (a, b), (c, d) = one, other
    return turn(a, b, c) * turn(a, b, d) < 0 and turn(c, d, a) * turn(c, d, b) < 0
