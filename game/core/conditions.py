"""What a condition means. Its shape lives in `game.content.condition`; nothing here parses a string.

Room: game/core, the rules. Pure: the same story, state and condition always answer the same.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar

from game.content.condition import Condition
from game.content.story import Story
from game.core.state import State

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Known:
    """What was answered of one story while the facts are as they are, and under which state it was last asked."""

    story: Story
    state: State
    facts: tuple[object, ...]
    answers: dict[int, tuple[Condition, bool]]  # by identity; the condition is kept, so that its number is not given again
    found: dict[Hashable, Any]


_LAST: dict[str, _Known] = {}


def _known(story: Story, state: State) -> _Known:
    """Lines come and go, and the same is asked again: what was answered stays true as long as no fact changes."""
    last = _LAST.get("asked")
    if last is not None and last.state is state and last.story is story:
        return last
    facts = (
        state.reached, state.visited, state.notebook, state.answers, state.path, state.mode, state.lamp, state.trust, state.repairs,
        state.bonds, state.care, state.acts,
    )  # fmt: skip
    if last is not None and last.story is story and last.facts == facts:
        now = _Known(story, state, facts, last.answers, last.found)
    else:
        now = _Known(story, state, facts, {}, {})
    _LAST["asked"] = now
    return now


def holds(condition: Condition | None, story: Story, state: State) -> bool:
    """Whether all that a condition names is true now. No condition always holds; an empty `any` never does."""
    if condition is None:
        return True
    answers = _known(story, state).answers
    kept = answers.get(id(condition))
    if kept is not None and kept[0] is condition:
        return kept[1]
    answer = _all_hold(condition, story, state)
    answers[id(condition)] = (condition, answer)
    return answer


def _all_hold(condition: Condition, story: Story, state: State) -> bool:
    for name in condition.model_fields_set:  # noqa: SIM110 - what was not written asks nothing, and nothing is asked more often
        if not _TESTS[name](condition, story, state):
            return False
    return True


def recall(what: Hashable, story: Story, state: State, find: Callable[[], T]) -> T:
    """What `find` answers, once for as long as no fact changes. It may ask for nothing else of the state than `what` names."""
    found = _known(story, state).found
    if what not in found:
        found[what] = find()
    answer: T = found[what]
    return answer


def reached(state: State, name: str) -> bool:
    """Whether an id is reached: a scene, talk, decision, choice or flag, a found clue, a visited place."""
    return name in state.reached or name in state.visited or state.has(name)


def answered(state: State) -> int:
    """How many decisions the player answered; a skipped one counts as not offered."""
    return sum(answer.option is not None for answer in state.answers)


def answered_few(story: Story, state: State) -> bool:
    """Whether no more than half of the path's decisions were answered, which takes skipping; none at all is always few."""
    asked = sum(state.path in decision.paths for decision in story.decisions.values())
    return 2 * answered(state) <= asked


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


def _share(wanted: float, share: float | None) -> bool:
    """A share of nothing holds for none. Shares in the table are short decimals: a hair below is enough."""
    return share is not None and share >= wanted - 1e-9


Test: TypeAlias = Callable[[Condition, Story, State], bool]

_TESTS: dict[str, Test] = {
    "all": lambda asked, story, state: all(_all_hold(inner, story, state) for inner in asked.all),
    "any": lambda asked, story, state: asked.any is None or any(_all_hold(inner, story, state) for inner in asked.any),
    "not_": lambda asked, story, state: not any(_all_hold(inner, story, state) for inner in asked.not_),
    "reached": lambda asked, _, state: all(reached(state, name) for name in asked.reached),
    "has": lambda asked, _, state: all(state.has(name) for name in asked.has),
    "flag": lambda asked, _, state: state.reached.issuperset(asked.flag),
    "chose": lambda asked, _, state: all(state.option(decision) == option for decision, option in asked.chose.items()),
    "path": lambda asked, _, state: asked.path is None or state.path in asked.path,
    "mode": lambda asked, _, state: asked.mode is None or state.mode == asked.mode,
    "lamp": lambda asked, _, state: asked.lamp is None or state.lamp == asked.lamp,
    "trust_min": lambda asked, _, state: asked.trust_min is None or state.trust >= asked.trust_min,
    "trust_max": lambda asked, _, state: asked.trust_max is None or state.trust <= asked.trust_max,
    "repairs_min": lambda asked, _, state: asked.repairs_min is None or state.repairs >= asked.repairs_min,
    "bond_min": lambda asked, _, state: all(state.bond(who) >= least for who, least in asked.bond_min.items()),
    "clues": lambda asked, _, state: asked.clues is None or len(state.notebook) >= asked.clues,
    "stages": lambda asked, story, state: asked.stages is None or stages(story, state) >= asked.stages,
    "answered": lambda asked, story, state: asked.answered is None or (asked.answered == "few") == answered_few(story, state),
    "care_share": lambda asked, _, state: asked.care_share is None or _share(asked.care_share, care_share(state)),
    "acts_share": lambda asked, story, state: asked.acts_share is None or _share(asked.acts_share, acts_share(story, state)),
    "repairs_share": lambda asked, _, state: asked.repairs_share is None or _share(asked.repairs_share, repairs_share(state)),
}
"""What each key of a condition asks."""
