"""What is open now: talks, hotspots, people, ways out, choices, the board. Offers, the moment and the rules all ask here.

Room: game/core, the rules. Nothing here changes anything.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.content.board import Board, Slot
from game.content.log import Log, LogLine
from game.content.place import Exit, Guise, Hotspot, Look, Place, Presence, Use
from game.content.story import Story
from game.content.talk import Choice, Node, Talk
from game.core.conditions import holds, reached, recall
from game.core.state import State


def phase(story: Story, state: State) -> str | None:
    """The part of the day: the last one that has begun."""
    now = None
    for part in story.episode.phases.values():
        if part.begins is None or reached(state, part.begins):
            now = part.id
    return now


def place_of(story: Story, state: State) -> Place | None:
    """The place the player stands in."""
    return story.places.get(state.place) if state.place is not None else None


def look_of(place: Place, story: Story, state: State) -> Look | None:
    """The state of the place that is drawn: the first that holds."""
    return next((look for look in place.looks.values() if holds(look.when, story, state)), None)


def talk_is_open(talk: Talk, story: Story, state: State) -> bool:
    """Whether a talk exists for this play now and has not been had: path, needs, `when`, and what must come before it."""
    return talk.id not in state.put_off and (not talk.waits or talk.id in state.ripe) and talk_could_open(talk, story, state)


def talk_could_open(talk: Talk, story: Story, state: State) -> bool:
    """The same, whether or not it still has to wait for the next place or bell."""
    return (
        (talk.id not in state.reached or (talk.repeats and any(topics(talk, story, state))))
        and (talk.counts_as is None or talk.counts_as not in state.reached)
        and state.path in talk.paths
        and (talk.repairs is None or state.option(talk.repairs) is not None)
        and holds(talk.needs, story, state)
        and holds(talk.when, story, state)
        and comes_after(talk.after, story, state)
    )


def topics(talk: Talk, story: Story, state: State) -> Iterator[Choice]:
    """What can be spoken of in a talk and was not yet."""
    return (choice for choice in talk.choices() if choice.once and choice_shows(choice, story, state) and can_choose(choice, story, state))


def choice_shows(choice: Choice, story: Story, state: State) -> bool:
    """Whether it is on the sheet; a topic that was taken is not."""
    return not (choice.once and choice.id in state.reached) and holds(choice.when, story, state)


def can_choose(choice: Choice, story: Story, state: State) -> bool:
    """Whether it can be taken; what shows and cannot says why."""
    return holds(choice.needs, story, state)


def interrupt_of(story: Story, state: State) -> Choice | None:
    """What may be thrown in while the present line is being said; nothing where the choices are open anyway."""
    node = node_of(story, state)
    line = story.lines.get(state.lines[0]) if state.lines and node is not None and state.log is None else None
    if line is None or line.interrupt is None or node is None or line not in node.lines:
        return None
    shows = choice_shows(line.interrupt, story, state) and can_choose(line.interrupt, story, state)
    return line.interrupt if shows and not choices(story, state) else None


def onward(story: Story, state: State) -> str | None:
    """The place where the day goes on, if the episode says so."""
    leads = (lead.to for lead in story.episode.leads if holds(lead.when, story, state))
    return next((to for to in leads if to in story.places and state.path in story.places[to].paths), None)


def way_onward(story: Story, state: State) -> str | None:
    """The way out of this place that leads there the shortest, through open doors only."""
    return recall(("onward", state.place), story, state, lambda: _way_onward(story, state))


def _way_onward(story: Story, state: State) -> str | None:
    goal, here = onward(story, state), place_of(story, state)
    if goal is None or here is None or goal == here.id:
        return None
    first: dict[str, str] = {}
    todo = [here]
    while todo:
        place = todo.pop(0)
        for way, open_ in exits(place, story, state):
            if open_ and way.to not in first and way.to != here.id:
                first[way.to] = first.get(place.id, way.id)
                todo.append(story.places[way.to])
    return first.get(goal)


def map_is_there(story: Story, state: State) -> bool:
    """Whether the player has the map."""
    return story.episode.map is not None and holds(story.episode.map.needs, story, state)


def places_to_travel(story: Story, state: State) -> tuple[str, ...]:
    """Where the map leads: open places where one has been, but not where one stands."""
    if not map_is_there(story, state) or state.place is None:
        return ()
    return recall(("travel", state.place), story, state, lambda: _places_to_travel(story, state))


def _places_to_travel(story: Story, state: State) -> tuple[str, ...]:
    return tuple(
        place.id
        for place in story.places.values()
        if place.map is not None
        and place.id != state.place
        and place.id in state.visited
        and state.path in place.paths
        and holds(place.needs, story, state)
    )


def comes_after(names: tuple[str, ...], story: Story, state: State) -> bool:
    """Whether each of these was reached, where the path has it."""
    return all(reached(state, name) or not _on_path(name, story, state) for name in names)


def _on_path(name: str, story: Story, state: State) -> bool:
    owner = story.all_talks.get(name) or story.decisions.get(name)
    return owner is not None and state.path in owner.paths


def scene_on_entry(story: Story, state: State) -> Talk | None:
    """The scene that plays by itself in this place now."""
    for talk in story.talks_at(state.place, "entry") if state.place is not None else ():
        if talk_is_open(talk, story, state):
            return talk
    return None


def talk_with(person: str, story: Story, state: State) -> Talk | None:
    """The talk this person has for the player here: the first that is open."""
    if state.place is None:
        return None
    for talk in story.talks_at(state.place, "click"):
        if talk.with_ == person and talk_is_open(talk, story, state):
            return talk
    return None


def talk_of_hotspot(spot: Hotspot | Use, story: Story, state: State) -> Talk | None:
    """The talk that looking at this, or using it, opens now: the first of its own that is open."""
    talks = (story.all_talks.get(name) for name in spot.starts)
    return next((talk for talk in talks if talk is not None and talk_is_open(talk, story, state)), None)


def hotspots(place: Place, story: Story, state: State) -> Iterator[Hotspot]:
    """What can be looked at."""
    return (spot for spot in place.hotspots.values() if holds(spot.when, story, state))


def uses(spot: Hotspot, story: Story, state: State) -> Iterator[Use]:
    """What can be done to it beside looking, and was not done: with a clue only once that is noted."""
    for use in spot.uses.values():
        if use.id not in state.reached and (use.with_ is None or state.has(use.with_)) and holds(use.when, story, state):
            yield use


def guise_of(spot: Hotspot, story: Story, state: State) -> Guise | None:
    """The state it is in, where it is in another than its first."""
    return next((guise for guise in spot.states.values() if holds(guise.when, story, state)), None)


def is_examined(spot: Hotspot, guise: Guise | None, state: State) -> bool:
    """Whether it was looked at as it is now: a state with words of its own is looked at anew."""
    return (guise.id if guise is not None and guise.look else spot.id) in state.examined


def layers_of(place: Place, story: Story, state: State) -> tuple[str, ...]:
    """The pictures of a place from the back to the front, those of its hotspots' states right over the layers of their depth."""
    look = look_of(place, story, state)
    layers = list(look.layers) if look is not None else []
    for spot in hotspots(place, story, state):
        guise = guise_of(spot, story, state)
        for layer in guise.layers if guise is not None else ():
            over = [at for at, other in enumerate(layers) if _depth(other) == _depth(layer)]
            layers.insert(over[-1] + 1 if over else len(layers), layer)
    return tuple(layers)


def _depth(layer: str) -> str:
    """How far back a layer lies, as its name says: `cour/mid` and `cour/mid-bell` lie in the middle."""
    return layer.rpartition("/")[2].partition("-")[0]


def people(place: Place, story: Story, state: State) -> Iterator[Presence]:
    """Who is here, each once: the first presence that holds."""
    seen: set[str] = set()
    for presence in place.people.values():
        if presence.who not in seen and holds(presence.when, story, state):
            seen.add(presence.who)
            yield presence


def exits(place: Place, story: Story, state: State) -> Iterator[tuple[Exit, bool]]:
    """The ways out that exist on this path, each with whether the place behind it is open."""
    for way in place.exits.values():
        target = story.places.get(way.to)
        if holds(way.when, story, state) and (target is None or state.path in target.paths):
            yield way, target is not None and holds(target.needs, story, state)


def node_of(story: Story, state: State) -> Node | None:
    """The node being played."""
    if state.talk is None:
        return None
    talk = story.all_talks.get(state.talk.talk)
    return talk.nodes.get(state.talk.node) if talk is not None else None


def choices(story: Story, state: State) -> tuple[Choice, ...]:
    """The choices on the sheet: none before the node's last line is shown."""
    node = node_of(story, state)
    if node is None or state.log is not None or len(state.lines) > 1:
        return ()
    return tuple(choice for choice in node.choices if choice_shows(choice, story, state))


def log_of(story: Story, state: State) -> Log | None:
    """The log that lies open."""
    return story.logs.get(state.log) if state.log is not None else None


def log_lines(log: Log, story: Story, state: State) -> tuple[LogLine, ...]:
    """What stands in it now."""
    return tuple(line for line in log.lines if holds(line.when, story, state))


def lines_to_keep(log: Log, story: Story, state: State) -> tuple[str, ...]:
    """The lines that may be asked for: what gives a clue and was not kept yet, and the file, which never is."""
    return tuple(line.id for line in log_lines(log, story, state) if line.asked_for and line.id not in state.reached)


def board_is_open(story: Story, state: State) -> bool:
    """Whether the player may sit down at the board here."""
    board = story.board
    return (
        board is not None
        and board.id not in state.reached
        and board.place in (None, state.place)
        and holds(board.needs, story, state)
        and comes_after(board.after, story, state)
    )


def slots(board: Board, state: State) -> tuple[Slot, ...]:
    """The boxes of this path."""
    return tuple(slot for slot in board.slots.values() if state.path in slot.paths)


def cards(slot: Slot, story: Story, state: State) -> tuple[str, ...]:
    """The answers that may be put in a box now."""
    return tuple(card.id for card in slot.cards if holds(card.when, story, state))


def board_is_full(board: Board, state: State) -> bool:
    """Whether each box has its answer: « je ne sais pas », or a card and how sure."""
    boxes = [state.box(slot.id) for slot in slots(board, state)]
    return all(box.sure == "unknown" or (box.card is not None and box.sure is not None) for box in boxes)


def closing_is_due(story: Story, state: State) -> bool:
    """Whether the end of the story begins by itself now."""
    closing = story.episode.closing
    return closing is not None and holds(closing.needs, story, state)


def ending_of(story: Story, state: State) -> str:
    """How the story ends: as it began to end, else by the first row whose condition holds."""
    if state.ends_with is not None:
        return state.ends_with
    return next((row.id for row in story.episode.endings if holds(row.when, story, state)), "closing")
