"""Small made-up stories, and a search that merges nothing: what the proof is compared with."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from game.content.story import Story
from game.content.vocabulary import Mode, PathId
from game.core.offers import offers
from game.core.perform import begin, perform
from game.core.state import State

PLACES = ("quay", "sea", "light")
CLUES = ("one", "two", "three")
FLAGS = ("red", "blue")
TALKS = ("tea", "rain", "wind")
NAMES = (*CLUES, *FLAGS, *TALKS, "sea", "heard-1", "tea-stop")
LINES = iter(range(10**9))


def says() -> list[dict[str, Any]]:
    """One line nobody has said yet."""
    return [{"id": f"line-{next(LINES)}", "who": "narration", "text": "…"}]


SIMPLE = st.one_of(
    st.sampled_from(NAMES),
    st.builds(lambda name: {"not": [name]}, st.sampled_from(NAMES)),
    st.sampled_from(
        [{"path": "m"}, {"trust_min": 1}, {"not": [{"trust_min": 1}]}, {"clues": 2}, {"mode": "home"}, {"chose": {"d-x": "a"}}]
    ),
)
CONDITIONS = st.one_of(
    st.just({}),
    st.just({}),
    st.lists(SIMPLE, min_size=1, max_size=2).map(lambda some: {"all": some}),
    st.lists(SIMPLE, min_size=1, max_size=2).map(lambda some: {"any": some}),
)

NUDGES = st.sampled_from((None, "", "wind")).map(
    lambda starts: {} if starts is None else {"nudge": {**says()[0], "starts": starts or None}}
)
TRUST = st.sampled_from((-1, 0, 1))


@st.composite
def nodes(draw: st.DrawFn, name: str) -> dict[str, Any]:
    """A node `a`, with or without choices, and a node `b` that some of them lead to."""
    gives = st.lists(st.sampled_from(CLUES), max_size=1)
    sets = st.lists(st.sampled_from((*FLAGS, "tea")), max_size=1)
    first: dict[str, Any] = {"gives": draw(gives), "sets": draw(sets), "lines": says()}
    if draw(st.booleans()):
        ids = ("d-x.a", "d-x.b") if name == "tea" else (f"{name}-c1", f"{name}-c2")
        first["choices"] = [
            {
                "id": ids[0],
                "text": "…",
                "to": draw(st.sampled_from(("b", "end"))),
                "sets": draw(sets),
                "effects": {"trust": draw(st.sampled_from((-1, 0, 1)))},
            },
            {"id": ids[1], "text": "…", "to": "end", "reached": draw(st.booleans()), "when": draw(CONDITIONS)},
        ]
    else:
        first["to"] = "b"
    if draw(st.booleans()):
        first["lines"] += says()
        first["lines"][0] |= {
            "once": draw(st.booleans()),
            "interrupt": {"id": f"{name}-stop", "text": "…", "to": "end", "sets": draw(sets)},
        }
    if draw(st.booleans()):
        first["log"] = "heard"
    if "choices" in first and name == "wind":
        first["choices"][0]["change"] = draw(st.sampled_from((None, "small")))
    if "choices" in first and draw(st.booleans()):
        first["choices"][1] |= {"once": True, "needs": draw(CONDITIONS), "why_not": "…"}
    second = {"gives": draw(gives), "sets": draw(sets), "lines": says(), "to": "end", "when": draw(CONDITIONS)}
    return {"a": first, "b": second}


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """Three places, three talks, three clues, and conditions that shut as often as they open."""
    places: dict[str, Any] = {}
    for place in PLACES:
        places[place] = {
            "name": "…",
            "needs": {} if place == "quay" else draw(CONDITIONS),
            "looks": {"day": {"layers": []}},
            "stands": {"here": [0, 0, 1]},
            "hotspots": {
                "thing": {
                    "name": "…", "shape": {"box": [0, 0, 9, 9]}, "look": says(), "again": says(), "when": draw(CONDITIONS),
                    "gives": draw(st.lists(st.sampled_from(CLUES), max_size=1)),
                    "starts": draw(st.sampled_from(((), (), "rain", ["wind", "rain"]))),
                }
            },
            "people": {"mo": {"at": "here", "when": draw(CONDITIONS)}} if draw(st.booleans()) else {},
            "exits": {
                there: {"name": "…", "shape": {"box": [0, 0, 9, 9]}, "when": draw(CONDITIONS)}
                for there in PLACES
                if there != place and draw(st.booleans())
            },
        }  # fmt: skip
    talks = {
        name: {
            "summary": "…", "start": "a", "nodes": draw(nodes(name)), "when": draw(CONDITIONS), "place": draw(st.sampled_from(PLACES)),
            "with": "mo", "opens": "click" if name == "rain" else draw(st.sampled_from(("click", "entry", "bell"))),
            "waits": draw(st.booleans()), "repeats": draw(st.booleans()),
            "counts_as": draw(st.sampled_from((None, None, None, "tea" if name != "tea" else None))),
        }
        for name in TALKS
    }  # fmt: skip
    for talk in talks.values():
        if talk["opens"] == "bell":
            talk["place"] = None
    if draw(st.sampled_from((False, False, True))):
        talks["wind"] |= {"repairs": "d-x", "opens": "bell", "place": draw(st.sampled_from(PLACES))}
    data: dict[str, Any] = {
        "episode": {
            "id": "made-up", "title": "…", "start": "quay", "trust": {"start": 1, "min": 0, "max": 2},
            "closing": {
                "title": "…", "needs": draw(st.lists(SIMPLE, min_size=1, max_size=2).map(lambda some: {"all": some})),
                "farewell": {mode: {"texts": [], "leads_to": "desk"} for mode in ("home", "class")},
            },
            **({"bell": {"needs": draw(CONDITIONS)}} if draw(st.booleans()) else {}),
        },
        "cast": {"narration": {"name": "…", "kind": "narration"}, "mo": {"name": "…"}},
        "clues": {
            name: {"title": "…", "card": "…", "alt": "…", **draw(NUDGES)}
            for name in CLUES
        },
        "decisions": {"d-x": {"options": {"a": {}, "b": {}}}},
        "places": places,
        "talks": talks,
        "logs": {"heard": {"title": "…", "lines": [{"id": "heard-1", "text": "…", "when": draw(CONDITIONS), "gives": ["three"]}]}},
    }  # fmt: skip
    if draw(st.booleans()):
        data["board"] = {
            "id": "red", "title": "…", "summary": "…", "sure": "…", "think": "…", "unknown": "…", "needs": draw(CONDITIONS),
            "after": draw(st.sampled_from(([], ["wind"]))),
            "slots": {"who": {"question": says()[0], "cards": [{"id": "blue", "text": "…"}], "unknown": {"id": "nobody", "text": "…"}}},
        }  # fmt: skip
    return Story.model_validate(data)


def can_be_trapped(story: Story, path: PathId, mode: Mode, most: int) -> bool | None:
    """Follow every command but stamps, state by state, merging nothing but equal states. None: more than `most` states."""
    first, _ = begin(story, path, mode, 0)
    known = {first: 0}
    states = [first]
    back: list[list[int]] = [[]]
    for here in range(most):
        if here == len(states):
            break
        for command in (command for offer in offers(story, states[here]) if offer.do != "stamp-clue" for command in offer.commands()):
            after: State = perform(story, states[here], command)[0]
            if after not in known:
                known[after] = len(states)
                states.append(after)
                back.append([])
            back[known[after]].append(here)
    else:
        return None
    good = {number for number, state in enumerate(states) if state.ended is not None}
    todo = list(good)
    while todo:
        for before in back[todo.pop()]:
            if before not in good:
                good.add(before)
                todo.append(before)
    return len(good) < len(states)
