"""What the page shows: things of the story as nodes with a place to lie, and the ways between them as edges.

Room: game/authoring. Plain data. A place is a box: what can be looked at on its left, talks in the middle, clues on its right. The boxes
follow each other as one walks from the start, as many side by side as makes the whole about as wide as a screen. The board, the closing
and the endings lie in a box of their own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from game.authoring.coverage import Coverage
from game.authoring.rules.references import everything
from game.content.condition import Condition
from game.content.model import Model
from game.content.place import Hotspot, Use
from game.content.story import Story
from game.content.talk import Choice, Line, Talk
from game.content.words import Words

Data: TypeAlias = dict[str, Any]
Gate: TypeAlias = tuple[str, bool]
"""An id that a condition names, and whether it must not be so."""
ROW, COLUMNS, BOX, GAP = 80, {"hotspot": 0, "talk": 240, "clue": 480}, 800, 240
SHORT = 46
"""Signs of a summary that a box has room for."""
END = "@end"
"""The box of the board, the closing and the endings; and `@anywhere`, of what plays where the player is."""
ANYWHERE = "@anywhere"


@dataclass(frozen=True)
class Wording:
    """A text in each language of the page."""

    languages: Mapping[str, Words]

    def __call__(self, text: str) -> Data:
        """The text called `text`, by language."""
        return {locale: words.line(text) for locale, words in self.languages.items()}


def elements(story: Story, languages: Mapping[str, Words], met: Coverage | None = None) -> Data:
    """All that the page needs.

    languages: the words of each language to offer, by its code.
    met:       what to draw as met; None draws no coverage.
    """
    say = Wording(languages)
    nodes = list(_nodes(story, say, met or Coverage()))
    if met is None:
        for drawn in (*nodes, *(text for node in nodes for part in node["parts"] for text in part["texts"])):
            drawn["met"] = None
    grid = _lay_out(story, nodes)
    known = {node["id"] for node in nodes}
    edges = [edge for edge in _edges(story) if edge["from"] in known and edge["to"] in known and edge["from"] != edge["to"]]
    unique = {(edge["from"], edge["to"], edge["kind"]): edge for edge in edges}
    return {
        "title": say(story.episode.title.id),
        "languages": list(languages),
        "covered": met is not None,
        "grid": grid,
        "pitch": BOX,
        "nodes": nodes,
        "edges": [{**edge, "met": edge["exit"] in met.exits if met is not None and "exit" in edge else None} for edge in unique.values()],
    }


# -- nodes ------------------------------------------------------------------------------------------------------------------------------


def _nodes(story: Story, say: Wording, met: Coverage) -> Iterator[Data]:
    """Everything there is, in the order of the story."""
    for place in story.places.values():
        yield _node("place", place.id, None, say(place.name.id), place.id in met.places, gate=_told(place.needs))
        for spot in place.hotspots.values():
            parts = [_lines("look", spot.look, say, met), _lines("again", spot.again, say, met), *_spot_parts(spot, say, met)]
            yield _node("hotspot", spot.id, place.id, say(spot.name.id), spot.id in met.hotspots, _told(spot.when), parts)
    endings = {ending.id: ending for ending in story.episode.endings}
    for talk in story.all_talks.values():
        if talk.id in endings:
            continue  # an ending and the scene that plays it are one thing, at the end
        place_of = talk.place if talk.place in story.places else _where_started(story, talk) or ANYWHERE
        who = story.cast.get(talk.with_ or "")
        told = say(talk.summary.id) if talk.summary is not None else dict.fromkeys(say.languages, talk.id)
        title = {locale: _short(text) for locale, text in told.items()}
        if who is not None:
            names = say(who.name.id)
            title = {one: text if names[one] in text else _short(f"{names[one]} · {told[one]}") for one, text in title.items()}
        gate = " · ".join(filter(None, (_told(talk.needs), _told(talk.when), f"after {', '.join(talk.after)}" if talk.after else "")))
        kind = "scene" if talk.id in story.scenes else "talk"
        yield _node(kind, talk.id, place_of, title, talk.id in met.talks, gate, list(_talk_parts(story, talk, say, met)))
    for clue in story.clues.values():
        parts = [{"name": "", "texts": [{"who": "", "text": say(clue.card.id), "met": None}]}]
        place_of = clue.place if clue.place in story.places else ANYWHERE
        yield _node("clue", clue.id, place_of, say(clue.title.id), clue.id in met.clues, _told(clue.needs), parts)
    if story.board is not None:
        board = story.board
        parts = [
            {
                "name": slot.id,
                "texts": [{"who": "?", "text": say(slot.question.id), "met": None}]
                + [{"who": "→", "text": say(card.id), "met": None} for card in (*slot.cards, slot.unknown)],
            }
            for slot in board.slots.values()
        ]
        yield _node("board", board.id, END, say(board.title.id), met.board, _told(board.needs), parts)
    closing = story.episode.closing
    if closing is not None:
        yield _node("closing", closing.id, END, say(closing.title.id), bool(met.endings), _told(closing.needs))
    for ending in story.episode.endings:
        name = say(ending.title.id) if ending.title is not None else dict.fromkeys(say.languages, ending.id)
        played = story.scenes.get(ending.id)
        parts = list(_talk_parts(story, played, say, met)) if played is not None else []
        yield _node("ending", ending.id, END, name, ending.id in met.endings, _told(ending.when), parts)


def _node(kind: str, name: str, place: str | None, label: Data, met: bool | None, gate: str = "", parts: list[Data] | None = None) -> Data:
    return {
        "id": name, "kind": kind, "place": place, "label": label, "met": met, "gate": gate,
        "parts": [part for part in parts or [] if part["texts"]],
    }  # fmt: skip


def _short(text: str) -> str:
    """The beginning of a summary, as long as a box has room for; the whole of it, and the id, stand beside the graph."""
    return text if len(text) <= SHORT else text[: text.rfind(" ", 0, SHORT)].rstrip(",;:. \u00a0\u202f") + "…"


def _spot_parts(spot: Hotspot, say: Wording, met: Coverage) -> Iterator[Data]:
    """The other states of a hotspot, and what can be done to it."""
    for guise in spot.states.values():
        yield {**_lines(guise.id, (*guise.look, *guise.again), say, met), "note": f"when {_told(guise.when)}"}
    for use in spot.uses.values():
        part = _lines(use.id, use.lines, say, met)
        part["texts"].insert(0, {"who": f"→ {use.verb}", "text": say(use.name.id), "met": use.id in met.uses})
        notes = [f"with {use.with_}"] if use.with_ is not None else []
        notes += [
            f"{verb} {', '.join(names)}" for verb, names in (("gives", use.gives), ("sets", use.sets), ("starts", use.starts)) if names
        ]
        notes += [f"when {_told(use.when)}"] if use.when is not None else []
        yield {**part, "note": " · ".join(notes)}


def _where_started(story: Story, talk: Talk) -> str | None:
    starting: tuple[Hotspot | Use, ...] = (*story.hotspots.values(), *story.uses.values())
    return next((spot.id.partition("/")[0] for spot in starting if talk.id in spot.starts), None)


def _lines(name: str, lines: tuple[Line, ...], say: Wording, met: Coverage) -> Data:
    texts = [{"who": line.who, "text": say(line.id), "met": line.id in met.lines} for line in lines]
    return {"name": name, "texts": texts}


def _talk_parts(story: Story, talk: Talk, say: Wording, met: Coverage) -> Iterator[Data]:
    """The nodes of a talk: lines, then choices with where they lead."""
    for node in talk.nodes.values():
        part = _lines(node.id, node.lines, say, met)
        log = story.logs.get(node.log or "")
        for row in log.lines if log is not None else ():
            who = " ".join(text.text for text in (row.at, row.by) if text is not None)
            note = f"gives {', '.join(row.gives)}" if row.gives else ""
            part["texts"].append({"who": f"≡ {who}", "text": say(row.id), "met": None, "gate": note})
        for choice in (*node.interrupts(), *node.choices):
            took = choice.id in met.choices
            part["texts"].append({"who": f"→ {choice.to}", "text": say(choice.id), "met": took, "gate": _both(choice)})
        notes = [f"gives {', '.join(node.gives)}"] if node.gives else []
        notes += [f"sets {', '.join(node.sets)}"] if node.sets else []
        notes += [f"when {_told(node.when)}"] if node.when is not None else []
        yield {**part, "note": " · ".join(notes), "to": node.to}


def _both(choice: Choice) -> str:
    return " · ".join(filter(None, (_told(choice.when), _told(choice.needs), "once" if choice.once else "")))


def _told(condition: Condition | None) -> str:
    """A condition in one line, as an author writes it, without its empty keys."""
    if condition is None:
        return ""
    told = condition.model_dump(exclude_defaults=True, by_alias=True, mode="json")
    return _flow(told) if told else ""


def _flow(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_flow(inner)}" for key, inner in value.items())
    if isinstance(value, list):
        return "[" + ", ".join(_only(inner) for inner in value) + "]"
    return str(value)


def _only(value: object) -> str:
    if isinstance(value, dict) and list(value) == ["reached"] and len(value["reached"]) == 1:
        return str(value["reached"][0])
    return "{" + _flow(value) + "}" if isinstance(value, dict) else _flow(value)


# -- edges ------------------------------------------------------------------------------------------------------------------------------


def _edges(story: Story) -> Iterator[Data]:
    """Exits, what gives what, what starts what, and what opens or shuts what."""
    for place in story.places.values():
        for way in place.exits.values():
            yield {"from": place.id, "to": way.to, "kind": "exit", "exit": way.id}
            yield from _gates(story, way.to, way.when)
        yield from _gates(story, place.id, place.needs)
        for spot in place.hotspots.values():
            yield from ({"from": spot.id, "to": clue, "kind": "gives"} for clue in spot.gives)
            yield from ({"from": spot.id, "to": talk, "kind": "starts"} for talk in spot.starts)
            for use in spot.uses.values():
                yield from ({"from": spot.id, "to": clue, "kind": "gives"} for clue in use.gives)
                yield from ({"from": spot.id, "to": talk, "kind": "starts"} for talk in use.starts)
                yield from ({"from": use.with_, "to": spot.id, "kind": "opens"} for _ in range(use.with_ is not None))
                yield from _gates(story, spot.id, use.when)
            yield from _gates(story, spot.id, spot.when)
    for talk in story.all_talks.values():
        for node in talk.nodes.values():
            log = story.logs.get(node.log or "")
            kept = (clue for line in (log.lines if log is not None else ()) for clue in line.gives)
            yield from ({"from": talk.id, "to": clue, "kind": "gives"} for clue in (*node.gives, *kept))
        yield from ({"from": name, "to": talk.id, "kind": "opens"} for name in talk.after)
        for condition in (talk.needs, talk.when):
            yield from _gates(story, talk.id, condition)
    if story.board is not None:
        yield from _gates(story, story.board.id, story.board.needs)
        yield from ({"from": name, "to": story.board.id, "kind": "opens"} for name in story.board.after)
    closing = story.episode.closing
    if closing is not None:
        yield from _gates(story, closing.id, closing.needs)
        yield from ({"from": closing.id, "to": ending.id, "kind": "opens"} for ending in story.episode.endings)


def _gates(story: Story, name: str, condition: Condition | None) -> Iterator[Data]:
    for needed, shut in _named(condition, shut=False) if condition is not None else ():
        owner = _owner(story, needed)
        if owner is not None:
            yield {"from": owner, "to": name, "kind": "shuts" if shut else "opens"}


def _named(condition: Condition, *, shut: bool) -> Iterator[Gate]:
    yield from ((name, shut) for name in (*condition.reached, *condition.has, *condition.flag, *condition.chose))
    for inner in (*condition.all, *(condition.any or ())):
        yield from _named(inner, shut=shut)
    for inner in condition.not_:
        yield from _named(inner, shut=not shut)


def _owner(story: Story, name: str) -> str | None:
    """The thing drawn that stands for an id: itself, or the talk that holds the choice or sets the flag."""
    if name in story.clues or name in story.all_talks or name in story.places or (story.board is not None and name == story.board.id):
        return name
    for use in story.uses.values():
        if name in (use.id, *use.sets):
            return use.id.rpartition(".")[0]
    for talk in story.all_talks.values():
        held = {name_ for model in everything(talk) for name_ in _marks(model)}
        if name in held:
            return talk.id
    return None


def _marks(model: Model) -> Iterator[str]:
    sets = getattr(model, "sets", ())
    yield from sets if isinstance(sets, tuple) else ()
    decision = getattr(model, "decision", None)
    if isinstance(decision, tuple):
        yield decision[0]


# -- where they lie ---------------------------------------------------------------------------------------------------------------------


def _lay_out(story: Story, nodes: list[Data]) -> dict[str, tuple[int, int]]:
    """Give each node its place: boxes in rows, in the order one walks; things in columns within. Row and column of each box."""
    grid: dict[str, tuple[int, int]] = {}
    inside: dict[str, dict[str, list[Data]]] = defaultdict(lambda: defaultdict(list))
    for node in nodes:
        if node["kind"] != "place":
            kind = node["kind"]
            column = kind if kind in COLUMNS else "talk" if kind == "scene" else {"board": "hotspot", "closing": "talk"}.get(kind, "clue")
            inside[node["place"]][column].append(node)
    boxes = [*_walked(story), *(name for name in (ANYWHERE, END) if name in inside)]
    top, across = 0, max(2, round((1.7 * len(boxes)) ** 0.5))
    for start in range(0, len(boxes), across):
        row = boxes[start : start + across]
        tallest = max(max((len(column) for column in inside[name].values()), default=1) for name in row)
        for number, name in enumerate(row):
            grid[name] = (start // across, number)
            for column, things in inside[name].items():
                for index, node in enumerate(things):
                    node["x"] = number * BOX + COLUMNS[column]
                    node["column"] = tuple(COLUMNS).index(column)
                    node["y"] = top + index * ROW + (tallest - len(things)) * ROW // 2
        top += tallest * ROW + GAP
    return grid


def _walked(story: Story) -> list[str]:
    """The places in the order one comes to them from the start, then those no exit leads to."""
    found: list[str] = []
    todo = [story.episode.start, *story.places]
    while todo:
        name = todo.pop(0)
        if name in found or name not in story.places:
            continue
        found.append(name)
        todo[:0] = [way.to for way in story.places[name].exits.values() if way.to not in found]
    return found
