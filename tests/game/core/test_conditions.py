"""What each key of a condition means."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.content.condition import Condition
from game.content.loader import load_story
from game.core.conditions import holds, recall
from game.core.state import Answer, Card, State
from tests.game.plays import MINI, mini_story

STATE = State(
    episode="mini",
    content="",
    path="m",
    mode="home",
    seed=1,
    place="quay",
    visited=frozenset({"quay"}),
    reached=frozenset({"note", "boat", "d-help", "d-help.a", "moored"}),
    notebook=(Card("knot", "quay"), Card("tide", "quay")),
    answers=(Answer("d-help", "a"), Answer("d-light", None)),
    trust=5,
    care=1,
    acts=1,
    lamp="lit",
)

TRUE = [
    {},
    "note",
    ["note", "boat"],
    {"reached": ["note", "knot", "quay", "d-help", "d-help.a", "moored"]},
    {"all": ["note", {"any": ["boat", "nowhere"]}]},
    {"any": [{"not": ["turn"]}, "nowhere"]},
    {"not": ["turn", "nowhere"]},
    {"has": "knot"},
    {"flag": "moored"},
    {"chose": {"d-help": "a"}},
    {"path": "mf"},
    {"mode": "home"},
    {"trust_min": 5, "trust_max": 5},
    {"clues": 2, "stages": 2},
    {"answered": "few"},
    {"lamp": "lit"},
    {"care_share": 1, "acts_share": 1},
    {"repairs_min": 0},
    {"repairs_share": 0},
]
FALSE = [
    "turn",
    ["note", "turn"],
    {"any": []},
    {"any": ["turn", "nowhere"]},
    {"not": ["turn", "note"]},
    {"has": "beam"},
    {"has": "moored"},
    {"flag": "knot"},
    {"chose": {"d-help": "b"}},
    {"chose": {"d-light": "a"}},
    {"path": "s"},
    {"mode": "class"},
    {"trust_min": 6},
    {"trust_max": 4},
    {"clues": 3},
    {"stages": 3},
    {"answered": "most"},
    {"lamp": "out"},
    {"care_share": 1, "repairs_share": 0.1},
    {"repairs_min": 1},
    {"bond_min": {"mo": 1}},
    {"repairs_share": 0.3},
    {"mode": "home", "path": "s"},
]


@pytest.mark.parametrize("written", TRUE, ids=str)
def test_it_holds(written: object) -> None:
    """Each of these is true of the state above; several keys in one must all hold."""
    assert holds(Condition.model_validate(written), mini_story(), STATE)


@pytest.mark.parametrize("written", FALSE, ids=str)
def test_it_does_not_hold(written: object) -> None:
    """Each of these is false of the state above."""
    assert not holds(Condition.model_validate(written), mini_story(), STATE)


def test_every_key_is_tried() -> None:
    """A key added to the format without an example above fails here, by name."""
    tried = {key for case in (*TRUE, *FALSE) if isinstance(case, dict) for key in case}
    assert {field.alias or name for name, field in Condition.model_fields.items()} - tried == set()


@pytest.mark.parametrize("share", ["care_share", "acts_share", "repairs_share"])
def test_a_share_of_nothing_holds_for_none(share: str) -> None:
    """Whoever skipped everything is measured by no share, not even by zero."""
    nothing = replace(STATE, answers=(Answer("d-help", None),), care=0, acts=0)
    assert not holds(Condition.model_validate({share: 0}), mini_story(), nothing)


@pytest.mark.parametrize(("told", "how"), [((None, None), "few"), (("a", None), "few"), (("a", "a"), "most")])
def test_skipping_counts_as_few(told: tuple[str | None, str | None], how: str) -> None:
    """A decision that was offered and not answered is not answered; up to exactly half is few."""
    state = replace(STATE, answers=(Answer("d-help", told[0]), Answer("d-light", told[1])))
    assert [which for which in ("few", "most") if holds(Condition.model_validate({"answered": which}), mini_story(), state)] == [how]


def test_what_was_answered_is_forgotten_with_its_facts() -> None:
    """The same condition asked of another state, of an earlier one again, and of another story answers for that one."""
    story, other = mini_story(), load_story(MINI)
    asked = Condition.model_validate({"flag": "moored"})
    before, turned = replace(STATE, reached=frozenset()), replace(STATE, lines=("a-line",))
    assert [holds(asked, story, one) for one in (before, STATE, turned, before)] == [False, True, True, False]
    assert [holds(asked, other, one) for one in (STATE, before)] == [True, False]
    count = iter(range(9))
    assert [recall("what", story, one, lambda: next(count)) for one in (before, before, STATE, turned, before)] == [0, 0, 1, 1, 2]
