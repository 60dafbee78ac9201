"""The map, the people's pages and the glossary, as a reader may show them.

Room: game/core, the rules. Part of `present.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from game.content.place import Place
from game.content.story import Story
from game.core.conditions import holds
from game.core.moment import MapNow, MapPlaceNow, PageNow, TermNow
from game.core.open import map_is_there, onward, places_to_travel
from game.core.pending import busy
from game.core.state import State


def map_now(story: Story, state: State) -> MapNow | None:
    """None until the player has it."""
    chart = story.episode.map
    if chart is None or not map_is_there(story, state):
        return None
    walking = not (busy(story, state) or state.board_open or state.ended)
    far, on = places_to_travel(story, state) if walking else (), onward(story, state)
    drawn = {place.id: place for place in story.places.values() if place.map is not None and state.path in place.paths}
    ways = {tuple(sorted((place.id, way.to))) for place in drawn.values() for way in place.exits.values() if way.to in drawn}
    return MapNow(
        title=chart.title.id,
        note=chart.note.id if chart.note is not None else None,
        picture=chart.picture,
        places=tuple(
            MapPlaceNow(
                id=name,
                name=place.name.id,
                at=place.map,
                state=_state_of(place, story, state),
                travel=name in far,
                onward=name == on,
            )
            for name, place in drawn.items()
            if place.map is not None
        ),
        ways=tuple(sorted((a, b) for a, b in ways)),
    )


def _state_of(place: Place, story: Story, state: State) -> Literal["here", "visited", "open", "later"]:
    if place.id == state.place:
        return "here"
    if not holds(place.needs, story, state):
        return "later"
    return "visited" if place.id in state.visited else "open"


def pages_now(story: Story, state: State) -> Iterator[PageNow]:
    """The people one has met or heard of, in the order of the cast."""
    for someone in story.cast.values():
        if not someone.page:
            continue
        met = not state.seen.isdisjoint(story.spoken_by.get(someone.id, frozenset()))
        clues = tuple(card.clue for card in state.notebook if card.clue in story.clues and someone.id in story.clues[card.clue].about)
        if not (met or clues or (someone.named is not None and holds(someone.named, story, state))):
            continue
        notes = tuple(note for note in someone.page if holds(note.when, story, state)) if met or clues else ()
        yield PageNow(
            id=someone.id,
            name=someone.name.id,
            role=someone.role.id if someone.role is not None and met else None,
            met=met,
            notes=tuple(note.id for note in notes),
            clues=clues,
            facts=tuple(fact for note in notes for fact in note.fact),
        )


def glossary_now(story: Story, state: State) -> Iterator[TermNow]:
    """The words explained so far, in the order they are written."""
    for term in story.glossary.values():
        if holds(term.when, story, state):
            yield TermNow(id=term.id, word=term.word.id, meaning=term.meaning.id, facts=term.meaning.fact)
