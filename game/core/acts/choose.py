"""Choose: take one of the choices on the sheet.

Room: game/core, the rules.
"""

from __future__ import annotations

from dataclasses import replace

from game.content.condition import Effects
from game.content.story import Story
from game.content.talk import Choice
from game.content.vocabulary import END
from game.core.commands import Choose
from game.core.events import Chosen
from game.core.state import Answer, Bond, State
from game.core.telling import Step, enter_node, leave_talk


def choose(command: Choose, story: Story, state: State) -> Step:
    """Take it: its effects once, its decision once, then on to where it leads."""
    if state.talk is None:
        return state, ()
    choice = story.choices[command.choice]
    talk = story.all_talks[state.talk.talk]
    state = _with_effects(choice, story, state)
    chosen = Chosen(choice.id, choice.decision[0] if choice.decision is not None else None)
    if choice.to == END and not choice.reached:
        state, events = leave_talk(talk, state)
    else:
        state, events = enter_node(talk, choice.to, story, state)
    return state, (chosen, *events)


def _with_effects(choice: Choice, story: Story, state: State) -> State:
    """What a choice changes unseen. A decision that was answered stays as it is: one comes back to it by a repair."""
    decision = choice.decision
    if choice.id in state.reached or (decision is not None and state.option(decision[0]) is not None):
        return state
    names = {choice.id, *choice.sets}
    if decision is not None:
        names.add(decision[0])
        others = tuple(answer for answer in state.answers if answer.decision != decision[0])
        state = replace(state, answers=(*others, Answer(*decision)))
    bounds, effects = story.episode.trust, choice.effects
    return replace(
        state,
        reached=state.reached | names,
        trust=min(bounds.max, max(bounds.min, state.trust + effects.trust)),
        care=state.care + effects.trust,
        acts=state.acts + effects.act,
        repairs=state.repairs + effects.repair,
        bonds=_bonds(effects, story, state),
        summaries=state.summaries or choice.turns_on == "summaries",
    )


def _bonds(effects: Effects, story: Story, state: State) -> tuple[Bond, ...]:
    """Each within the width of the episode's trust, so that no loop of a talk could fill a save with figures."""
    if not effects.bond:
        return state.bonds
    most = story.episode.trust.max - story.episode.trust.min
    known = {bond.who: bond.trust for bond in state.bonds}
    changed = {who: max(-most, min(most, known.get(who, 0) + by)) for who, by in effects.bond.items()}
    return tuple(Bond(who, trust) for who, trust in sorted({**known, **changed}.items()))
