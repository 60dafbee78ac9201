"""A made-up story of the size of a whole episode: eleven places, sixty-six talks, twenty-four clues, twelve decisions, six boxes."""

from __future__ import annotations

from typing import Any

from game.content.story import Story

PLACES = [f"place-{number}" for number in range(11)]
CLUES = 24


def line(name: str) -> list[dict[str, Any]]:
    """One line of narration."""
    return [{"id": name, "who": "narration", "text": "…"}]


def place(index: int) -> dict[str, Any]:
    """Seven things to look at, two of which give clues; two people, one of whom may be gone; ways to the places beside it."""
    name = PLACES[index]
    spots = {
        f"thing-{number}": {
            "name": "…", "shape": {"box": [0, 0, 9, 9]}, "look": line(f"{name}-{number}-look"), "again": line(f"{name}-{number}-again"),
            "gives": [f"clue-{(index * 2 + number) % CLUES}"] if number < 2 else [],
            "when": {"not": [f"talk-{index}-1"]} if number == 3 else None,
        }
        for number in range(7)
    }  # fmt: skip
    beside = [PLACES[other] for other in (index - 1, index + 1) if 0 <= other < len(PLACES)]
    return {
        "name": "…",
        "needs": [f"talk-{index - 1}-0"] if index else [],
        "looks": {"day": {"layers": []}},
        "stands": {"here": [0, 0, 1]},
        "hotspots": spots,
        "people": {"mo": {"at": "here", "when": {"any": [{"not": ["talk-3-2"]}, {"path": "f"}]}}, "ana": {"at": "here"}},
        "exits": {other: {"name": "…", "shape": {"box": [0, 0, 9, 9]}} for other in beside},
    }


def talk(index: int, number: int) -> dict[str, Any]:
    """Five nodes, every other one with a choice that ends it early; some shut one another, some ask for clues."""
    name = f"talk-{index}-{number}"
    nodes: dict[str, Any] = {}
    for step in range(5):
        following = f"n{step + 1}" if step < 4 else "end"
        gives = [f"clue-{(index + number + step) % CLUES}"] if step == 2 else []
        node: dict[str, Any] = {"lines": line(f"{name}-n{step}"), "gives": gives}
        if step % 2:
            first = f"d-{index}.a" if number == 0 and step == 1 else f"{name}-n{step}-c1"
            node["choices"] = [
                {"id": first, "text": "…", "to": following, "sets": [f"flag-{index}-{number}"]},
                {"id": f"{name}-n{step}-c2", "text": "…", "to": "end"},
            ]
        else:
            node["to"] = following
        nodes[f"n{step}"] = node
    return {
        "summary": "…",
        "start": "n0",
        "nodes": nodes,
        "place": PLACES[index],
        "with": "ana" if number % 2 else "mo",
        "opens": "entry" if number == 0 else "click",
        "needs": {"clues": number} if number > 1 else {},
        "when": {"not": [f"talk-{index}-{(number + 1) % 6}"]} if number == 4 else None,
    }


def large_story() -> Story:
    """The whole of it; the board asks for six clues of three stages, and for a scene."""
    slots = {
        f"box-{number}": {
            "question": line(f"box-{number}-asks")[0],
            "cards": [{"id": f"box-{number}-card", "text": "…"}],
            "unknown": {"id": f"box-{number}-unknown", "text": "…"},
        }
        for number in range(6)
    }
    return Story.model_validate(
        {
            "episode": {
                "id": "large", "title": "…", "start": PLACES[0], "bell": {"nudges": 2},
                "closing": {"title": "…", "needs": ["board"], "farewell": {}},
            },
            "cast": {"narration": {"name": "…", "kind": "narration"}, "mo": {"name": "…"}, "ana": {"name": "…"}},
            "clues": {
                f"clue-{number}": {"title": "…", "card": "…", "alt": "…", "stage": number % 6 + 1, "nudge": line(f"nudge-{number}")[0]}
                for number in range(CLUES)
            },
            "decisions": {f"d-{number}": {"options": {"a": {}, "b": {}}} for number in range(12)},
            "places": {name: place(index) for index, name in enumerate(PLACES)},
            "talks": {f"talk-{index}-{number}": talk(index, number) for index in range(len(PLACES)) for number in range(6)},
            "board": {
                "id": "board", "title": "…", "summary": "…", "sure": "…", "think": "…", "unknown": "…", "place": PLACES[5],
                "needs": {"clues": 6, "stages": 3}, "after": ["talk-4-0"], "slots": slots,
            },
        }
    )  # fmt: skip
