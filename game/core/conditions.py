"""What a condition means. Its shape lives in `game.content.condition`; nothing here parses a string.

Room: game/core, the rules. Pure: the same story, state and condition always answer the same.
"""

from __future__ import annotations

from game.content.condition import Condition
from game.content.story import Story
from game.core.state import State


def holds(condition: Condition | None, story: Story, state: State) -> bool:
    """Whether all that a condition names is true now. No condition always holds; an empty `any` never does."""
    if condition is None or not condition.model_fields_set:
        return True  # most ask nothing
    return _here(condition, state) and _counted(condition, story, state) and _within(condition, story, state)


def reached(state: State, name: str) -> bool:
    """Whether an id is reached: a scene, talk, decision, choice or flag, a found clue, a visited place."""
    return name in state.reached or state.has(name) or name in state.visited


def answered(state: State) -> int:
    """How many decisions the player answered; a skipped one counts as not offered."""
    return sum(answer.option is not None for answer in state.answers)


def answered_few(story: Story, state: State) -> bool:
    """Whether fewer than half of the path's decisions were answered, which takes skipping; none at all is always few."""
    asked = sum(state.path in decision.paths for decision in story.decisions.values())
    return not answered(state) or 2 * answered(state) < asked


def stages(story: Story, state: State) -> int:
    """From how many stages of the escalation there is a clue; stage 0 is none."""
    known = (story.clues.get(card.clue) for card in state.notebook)
    return len({clue.stage for clue in known if clue is not None and clue.stage})


def care_share(state: State) -> float | None:
    """Trust given less trust lost, repairs given back, for each decision answered. None: a share of nothing."""
    count = answered(state)
    return state.care / count if count else None


def acts_share(story: Story, state: State) -> float | None:
    """Acts, for each answered decision that had an act among its options."""
    count = sum(
        any(option.act for option in story.decisions[answer.decision].options.values())
        for answer in state.answers
        if answer.option is not None and answer.decision in story.decisions
    )
    return state.acts / count if count else None


def repairs_share(state: State) -> float | None:
    """Repairs, for each decision answered."""
    count = answered(state)
    return state.repairs / count if count else None


def _here(condition: Condition, state: State) -> bool:
    """The keys that name ids, the path, the mode and the lamp."""
    return (
        all(reached(state, name) for name in condition.reached)
        and all(state.has(name) for name in condition.has)
        and all(name in state.reached for name in condition.flag)
        and all(state.option(decision) == option for decision, option in condition.chose.items())
        and (condition.path is None or state.path in condition.path)
        and (condition.mode is None or state.mode == condition.mode)
        and (condition.lamp is None or state.lamp == condition.lamp)
    )


def _counted(condition: Condition, story: Story, state: State) -> bool:
    """The keys that count."""
    return (
        (condition.trust_min is None or state.trust >= condition.trust_min)
        and (condition.trust_max is None or state.trust <= condition.trust_max)
        and (condition.repairs_min is None or state.repairs >= condition.repairs_min)
        and all(state.bond(who) >= least for who, least in condition.bond_min.items())
        and (condition.clues is None or len(state.notebook) >= condition.clues)
        and (condition.stages is None or stages(story, state) >= condition.stages)
        and (condition.answered is None or (condition.answered == "few") == answered_few(story, state))
        and (condition.care_share is None or _enough(condition.care_share, care_share(state)))
        and (condition.acts_share is None or _enough(condition.acts_share, acts_share(story, state)))
        and (condition.repairs_share is None or _enough(condition.repairs_share, repairs_share(state)))
    )


def _enough(wanted: float, share: float | None) -> bool:
    """A share of nothing holds for none. Shares in the table are short decimals: a hair below is enough."""
    return share is not None and share >= wanted - 1e-9


def _within(condition: Condition, story: Story, state: State) -> bool:
    """The conditions inside: all of these, one of these, none of these."""
    return (
        all(holds(inner, story, state) for inner in condition.all)
        and (condition.any is None or any(holds(inner, story, state) for inner in condition.any))
        and not any(holds(inner, story, state) for inner in condition.not_)
    )
