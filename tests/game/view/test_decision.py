"""A decision: its answers as cards side by side, taken by keyboard and mouse, with no card chosen beforehand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from random import Random

import pygame
import pytest

from game.authoring.bots import PATIENCE, Bot
from game.core.moment import Moment
from game.view.screens import decision
from game.view.ui import Target
from tests.game.view.reach import assert_all_in_reach
from tests.game.view.stage import Stage, stage


def _met(s: Stage) -> Iterator[Moment]:
    """Each decision of the path once, as it is met, but those inside the account, which has a page of its own."""
    assert s.run.sitting is not None
    player, seen = Bot("careful", Random("looks")), set[str]()
    for _ in range(PATIENCE):
        now = s.run.sitting.moment
        if decision.is_one(now) and now.account is None and now.activity == "talk" and now.choices[0].id not in seen:
            seen.add(now.choices[0].id)
            s.hands.see()
            s.window.draw()
            yield now
        command = player.next(now)
        if command is None or now.activity == "ended":
            break
        s.run.sitting.do(command)
    assert seen


def _cards(s: Stage) -> list[Target]:
    return [target for target in s.window.targets if target.id.startswith("choice/")]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_each_decision_lies_as_cards_side_by_side(lang: str, tmp_path: Path) -> None:
    """On the full path, in both languages: as many cards as ways, equally large, in order, apart, none chosen beforehand."""
    s = stage(tmp_path, lang=lang)
    s.begin("f")
    for now in _met(s):
        cards = _cards(s)
        assert [card.id for card in cards] == [f"choice/{choice.id}" for choice in now.choices]
        assert len({(card.box.y, card.box.w, card.box.h) for card in cards}) == 1, now.talk
        assert all(a.box.right < b.box.x for a, b in pairwise(cards))
        assert not (s.window.attention.focus or "").startswith("choice/")


@pytest.mark.parametrize("text", [100, 133, 200])
def test_all_of_a_decision_is_in_reach(text: int, tmp_path: Path) -> None:
    """In each text size; where the cards have no room, its question leads to the list of its answers."""
    s = stage(tmp_path, text=text)
    s.begin("s")
    now = next(_met(s))
    assert_all_in_reach(s, text)
    if text == 200:
        s.hands.press("talk/turn", by="keyboard")
    assert len(_cards(s)) == len(now.choices)
    assert_all_in_reach(s, text)


@pytest.mark.parametrize("by", ["mouse", "keyboard", "number"])
def test_a_card_is_taken(by: str, tmp_path: Path) -> None:
    """By the mouse, by Tab and Enter, and by its number."""
    s = stage(tmp_path)
    s.begin("s")
    now = next(_met(s))
    if by == "number":
        s.hands.tap(pygame.K_1, "1")
    else:
        s.hands.press(f"choice/{now.choices[0].id}", by=by)
    assert s.run.sitting is not None
    assert not decision.is_one(s.run.sitting.moment)
