"""What you did, what it changed: told at the end, from the decisions that were answered.

Room: game/core, the rules. Data only; nothing here counts, compares or blames.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.content.story import Story
from game.core.bells import repairs_open
from game.core.conditions import holds
from game.core.moment import ActNow, RecapNow
from game.core.state import State


def recap(story: Story, state: State) -> RecapNow | None:
    """The recap of an ended story; None before."""
    if state.ended is None:
        return None
    row = next((row for row in story.episode.endings if row.id == state.ended), None)
    title = row.title if row is not None else None
    card = next((card.id for card in row.card if holds(card.when, story, state)), None) if row is not None else None
    still = (story.decisions.get(talk.repairs or "") for talk in repairs_open(story, state))
    return RecapNow(
        ending=state.ended,
        title=title.id if title is not None else None,
        card=card,
        acts=tuple(_acts(story, state)),
        open=tuple(decision.title.id for decision in still if decision is not None and decision.title is not None),
    )


def _acts(story: Story, state: State) -> Iterator[ActNow]:
    """In the order in which the decisions were met."""
    for answer in state.answers:
        decision = story.decisions.get(answer.decision)
        option = decision.options.get(answer.option or "") if decision is not None else None
        if decision is None or option is None or option.did is None:
            continue
        changed = next((change.id for change in option.changed if holds(change.when, story, state)), None)
        mended = decision.mended if f"repair-{decision.id}" in state.reached else None
        taken = story.choices.get(f"{decision.id}.{answer.option}")
        helped = mended is not None or (taken is not None and (taken.effects.trust > 0 or taken.effects.act > 0))
        keep = decision.keep if helped else None  # a sentence to take along beside what hurt would sound like praise for it
        yield ActNow(
            decision=decision.id,
            title=decision.title.id if decision.title is not None else None,
            did=option.did.id,
            changed=changed,
            mended=mended.id if mended is not None else None,
            keep=keep.id if keep is not None else None,
            facts=(*option.did.fact, *(keep.fact if keep is not None else ())),
        )
