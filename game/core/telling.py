"""How the story moves on: lines said, clues gained, nodes stepped through, talks begun and ended, places entered.

Room: game/core, the rules. The commands in `acts/` are built from these. Nothing here raises for what a story says:
a node that leads nowhere ends its talk.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeAlias

from game.content.place import Place
from game.content.story import Story
from game.content.talk import Line, Node, Talk
from game.content.vocabulary import END
from game.core.bells import nudge, ripened
from game.core.conditions import holds
from game.core.events import Ended, Entered, Event, Found, LogOpened, Parted, Said, TalkBegun, TalkEnded
from game.core.open import choice_shows, closing_is_due, ending_of, phase, scene_on_entry, talk_is_open
from game.core.state import Answer, At, Card, State

Step: TypeAlias = tuple[State, tuple[Event, ...]]
"""A new state, and what happened on the way to it."""


def spoken(lines: Iterable[Line], story: Story, state: State) -> tuple[str, ...]:
    """The ids of the lines whose `when` holds; one that is said once only is left out once it was read."""
    return tuple(line.id for line in lines if holds(line.when, story, state) and not (line.once and line.id in state.seen))


def say(state: State, lines: tuple[str, ...]) -> Step:
    """Put lines on the sheet, in place of what lay there. Saying nothing leaves the sheet empty."""
    state = put_away(state)
    return replace(state, lines=lines), tuple(map(Said, lines[:1]))


def put_away(state: State) -> State:
    """Clear the sheet; the line that was on it has been read."""
    if not state.lines:
        return state
    return replace(state, seen=state.seen | {state.lines[0]}, lines=())


def gain(state: State, clues: Iterable[str]) -> Step:
    """Add clues to the notebook, each once."""
    new = [clue for clue in dict.fromkeys(clues) if not state.has(clue)]
    if not new:
        return state, ()
    return replace(state, notebook=(*state.notebook, *(Card(clue, state.place) for clue in new))), tuple(map(Found, new))


def begin_talk(talk: Talk, story: Story, state: State) -> Step:
    """Begin a talk at its first node; a scene goes by in its summary when the player asked for the short way."""
    state = replace(put_away(state), then=None)
    if state.summaries and talk.id in story.scenes:
        after, events = summarise(talk, talk.start, story, state)
    else:
        after, events = enter_node(talk, talk.start, story, state)
    return after, (TalkBegun(talk.id), *events)


def enter_node(talk: Talk, name: str, story: Story, state: State) -> Step:
    """Step to a node, over those that do not play now, until there is something to read or to choose, or the talk ends."""
    events: list[Event] = []
    passed: set[str] = set()
    while name in talk.nodes and name not in passed:
        passed.add(name)
        node = talk.nodes[name]
        way = off_path(node, story, state)
        if way is not None:
            name = way
            continue
        lines = spoken(node.lines, story, state)  # as things stood on arrival, before what the node itself changes
        state, found = gain(state, node.gives)
        state = replace(state, talk=At(talk.id, name), reached=state.reached.union(node.sets))
        state = _offer_decisions(node, story, state)
        if lines:
            state, said = say(state, lines)
            return state, (*events, *said, *found)
        events.extend(found)
        if node.log in story.logs:
            state, opened = open_log(node, state)
            return state, (*events, *opened)
        if any(choice_shows(choice, story, state) for choice in node.choices):
            return state, tuple(events)  # the line before stays on the sheet while the player chooses
        name = node.to or END
    state, ended = end_talk(talk, state)
    return state, (*events, *ended)


def open_log(node: Node, state: State) -> Step:
    """Lay out the log of a node, once its lines were read."""
    name = node.log or ""
    return replace(put_away(state), log=name), (LogOpened(name),)


def off_path(node: Node, story: Story, state: State) -> str | None:
    """Where a node that does not play now leads on to; None for one that plays."""
    if node.paths is not None and state.path not in node.paths:
        return node.else_ or END
    return None if holds(node.when, story, state) else node.to or END


def _offer_decisions(node: Node, story: Story, state: State) -> State:
    offered = [choice.decision[0] for choice in node.choices if choice.decision is not None and choice_shows(choice, story, state)]
    known = {answer.decision for answer in state.answers}
    new = [name for name in dict.fromkeys(offered) if name not in known]
    return replace(state, answers=(*state.answers, *map(Answer, new))) if new else state


def end_talk(talk: Talk, state: State, *, skipped: bool = False) -> Step:
    """The talk is over and counts as reached, and so does what it stands in for. A repair counts once made, not once opened."""
    names = {name for name in (talk.id if talk.repairs is None else None, talk.counts_as) if name is not None}
    return replace(put_away(state), talk=None, log=None, reached=state.reached | names), (TalkEnded(talk.id, skipped),)


def leave_talk(talk: Talk, state: State) -> Step:
    """The player walks out: nothing is reached. The opening begins again; elsewhere the scene waits for another visit."""
    state = replace(put_away(state), talk=None)
    if state.place is None:
        return state, (TalkEnded(talk.id, skipped=False), Parted())
    return replace(state, put_off=state.put_off | {talk.id}), (TalkEnded(talk.id, skipped=False),)


def summarise(talk: Talk, name: str, story: Story, state: State) -> Step:
    """Let the rest of a talk go by in its summary: its clues all the same, its decision unanswered, nothing lost."""
    ahead = _ahead(talk, name, story, state)
    state, found = gain(state, (clue for step in ahead for clue in _clues_of(talk.nodes[step], story)))
    sure = [step for step in ahead if not _reaches_end(talk, name, step, story, state)]
    state = replace(state, reached=state.reached.union(*(talk.nodes[step].sets for step in sure)))
    state, ended = end_talk(talk, state, skipped=True)
    state, said = say(state, (talk.summary.id,))
    return state, (*ended, *said, *found)


def _clues_of(node: Node, story: Story) -> Iterable[str]:
    """What a node gives, its log included."""
    log = story.logs.get(node.log) if node.log is not None else None
    return (*node.gives, *(clue for line in (log.lines if log is not None else ()) for clue in line.gives))


def _ahead(talk: Talk, name: str, story: Story, state: State, without: str | None = None) -> list[str]:
    """The nodes that may still play from here, in the order they are met."""
    found: list[str] = []
    seen, todo = {without}, [name]
    while todo:
        step = todo.pop(0)
        if step in seen or step not in talk.nodes:
            continue
        seen.add(step)
        node = talk.nodes[step]
        way = off_path(node, story, state)
        if way is not None:
            todo.append(way)
            continue
        found.append(step)
        ways = [choice.to for choice in node.choices if choice_shows(choice, story, state)]
        todo.extend(ways or [node.to or END])
    return found


def _reaches_end(talk: Talk, name: str, without: str, story: Story, state: State) -> bool:
    """Whether the talk can end without passing a node. What a node sets is certain only if it cannot be avoided."""
    for step in _ahead(talk, name, story, state, without):
        node = talk.nodes[step]
        ways = [choice.to for choice in node.choices if choice_shows(choice, story, state)] or [node.to or END]
        if any(_ends(talk, way, story, state, without) for way in ways):
            return True
    return False


def _ends(talk: Talk, name: str, story: Story, state: State, without: str) -> bool:
    """Whether this way leaves the talk, nodes that do not play stepped over."""
    passed = {without}
    while name in talk.nodes:
        if name in passed:
            return False
        passed.add(name)
        way = off_path(talk.nodes[name], story, state)
        if way is None:
            return False
        name = way
    return True


def enter(place: str, story: Story, state: State) -> Step:
    """Stand in a place: a first visit has its own lines, later ones greet at most once a phase of the day."""
    here = story.places.get(place)
    first = place not in state.visited
    state = replace(put_away(state), place=place, visited=state.visited | {place}, then=None, put_off=frozenset())
    state = replace(state, ripe=ripened(story, state))
    lines: tuple[str, ...] = ()
    if here is not None and first:
        lines = spoken(here.arrive, story, state)
    greeting = f"{phase(story, state) or ''}/{place}"
    if here is not None and not first and greeting not in state.returned:
        lines = spoken(here.return_, story, state)
    lines = (*lines, *_bark(here, story, state))
    state = replace(state, returned=state.returned | {greeting})
    state, said = say(state, lines)
    return state, (Entered(place, first), *said)


def bring(place: str | None, story: Story, state: State) -> Step:
    """Bring the player to a place without a greeting, for something that is played there. No place, or the same one: they stay."""
    if place is None or place == state.place:
        return state, ()
    before = state
    state, _ = enter(place, story, put_away(state))
    return replace(state, lines=(), returned=before.returned), (Entered(place, place not in before.visited),)


def _bark(place: Place | None, story: Story, state: State) -> tuple[str, ...]:
    """One voice in the background: the first that holds and was not heard yet."""
    unheard = (line for line in (place.barks if place is not None else ()) if line.id not in state.seen)
    return tuple(line.id for line in unheard if holds(line.when, story, state))[:1]


def settle(story: Story, state: State) -> Step:
    """When nothing is being read or played: let what plays by itself begin, until the player has something to do."""
    events: list[Event] = []
    while not (state.lines or state.talk or state.board_open or state.ended):
        step = _next(story, state)
        if step is None:
            break
        state = step[0]
        events.extend(step[1])
    return state, tuple(events)


def _next(story: Story, state: State) -> Step | None:
    """What begins by itself now: the opening, the first place, a scene of this place, the closing, the end; or nothing."""
    if state.then is not None:
        talk = story.all_talks.get(state.then)
        if talk is not None and talk_is_open(talk, story, state):
            return begin_talk(talk, story, state)
        return replace(state, then=None), ()
    if state.closing:
        return _end_on(story, state)
    if state.place is None:
        opening = story.all_talks.get(story.episode.opening or "")
        if opening is not None and talk_is_open(opening, story, state):
            return begin_talk(opening, story, state)
        return enter(story.episode.start, story, state)
    if state.ringing or state.nudges:
        return _ring_on(story, state)
    scene = scene_on_entry(story, state)
    if scene is not None:
        return begin_talk(scene, story, state)
    closing = story.episode.closing
    if closing is not None and closing_is_due(story, state):
        state, said = say(replace(state, closing=True), spoken(closing.lines, story, state))
        return state, said
    return None


def _end_on(story: Story, state: State) -> Step:
    """The ending, where it is played; then the scenes that follow every ending; then the story is over."""
    ending, closing = ending_of(story, state), story.episode.closing
    state = replace(state, ends_with=ending)
    scene = story.scenes.get(ending)
    if scene is None:
        state = replace(state, reached=state.reached | {ending})
    elif ending not in state.reached:
        return _play_there(scene, story, state)
    for name in closing.scenes if closing is not None else ():
        after = story.scenes.get(name)
        if after is not None and talk_is_open(after, story, state):
            return _play_there(after, story, state)
    return replace(state, ended=ending), (Ended(ending),)


def _play_there(scene: Talk, story: Story, state: State) -> Step:
    state, moved = bring(scene.place, story, state)
    state, events = begin_talk(scene, story, state)
    return state, (*moved, *events)


def _ring_on(story: Story, state: State) -> Step:
    """What the bell that was rung still brings: its talks one after another, then clues; then it is over."""
    if state.ringing:
        name, *rest = state.ringing
        state = replace(state, ringing=tuple(rest))
        talk = story.all_talks.get(name)
        return begin_talk(talk, story, state) if talk is not None and talk_is_open(talk, story, state) else (state, ())
    clue = nudge(story, state)
    if clue is None or clue.nudge is None:
        return replace(state, nudges=0), ()
    state, said = say(replace(state, nudges=state.nudges - 1), (clue.nudge.id,))
    if clue.nudge.starts is not None:
        return replace(state, nudges=0, then=clue.nudge.starts), said
    state, found = gain(state, (clue.id,))
    return state, (*said, *found)
