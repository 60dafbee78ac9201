"""The board: cards on the cork with the drawing of what they rest on, tied in order, and reached by keyboard and mouse."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from game.content import boxes
from game.core.moment import AnswerNow, Moment
from game.view.geometry import Box
from game.view.ui import Ui
from game.view.widgets import cork
from tests.game.view.reach import assert_all_in_reach
from tests.game.view.stage import Stage, stage, words


@pytest.mark.parametrize("count", range(1, 7))
def test_cards_lie_apart_on_the_cork(count: int) -> None:
    """However many questions there are, no card lies on another or over the frame, and each is wide enough for its title."""
    inner = Box(54, 128, boxes.CORK_W - 40, 800)
    at = cork.spread(inner, count)
    assert len(at) == count
    assert not any(a.meets(b) for a, b in combinations(at, 2))
    for box in at:
        assert inner.x <= box.x
        assert box.right <= inner.right
        assert inner.y <= box.y
        assert box.bottom <= inner.bottom
        assert box.w == boxes.slot_width()


def _board(folder: Path, text: int) -> Stage:
    s = stage(folder, text=text)
    s.begin()
    s.play_until("board", line=False)
    return s


def _now(s: Stage) -> Moment:
    assert s.run.sitting is not None
    return s.run.sitting.moment


def _answers(s: Stage) -> dict[str, AnswerNow]:
    board = _now(s).board
    assert board is not None
    return {answer.id: answer for answer in board.slots[0].answers}


@pytest.mark.parametrize("text", [100, 133, 200])
@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_a_card_is_put_in_its_box_and_shows_its_drawing(by: str, text: int, tmp_path: Path) -> None:
    """By the keyboard and the mouse, in each text size; the drawing is one of a clue that was found, everything stays in reach."""
    s = _board(tmp_path, text)
    shown = [t.id.removeprefix("answer/") for t in s.window.targets if t.id.startswith("answer/")]
    answer = next(found for name in shown if (found := _answers(s).get(name)) is not None and found.clues)
    s.hands.press(f"answer/{answer.id}", by=by)
    board = _now(s).board
    assert board is not None
    assert board.slots[0].card == answer.id
    assert set(answer.clues) <= {card.id for card in _now(s).notebook}
    assert_all_in_reach(s, text)


def test_a_drawing_is_of_a_clue_that_was_found(tmp_path: Path) -> None:
    """An answer that rests on clues shows the first of them; « je ne sais pas » shows none."""
    s = _board(tmp_path, 100)
    ui = Ui(s.window._canvas, words("fr"), s.window.attention)
    found = {card.id: card.picture for card in _now(s).notebook}
    assert cork.drawing_of(ui, None, _now(s)) == ""
    for answer in _answers(s).values():
        wanted = [found[clue] for clue in answer.clues if clue in found]
        assert cork.drawing_of(ui, answer, _now(s)) == (wanted[0] if wanted else "")


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_a_box_opens_on_the_answer_that_lies_in_it(by: str, tmp_path: Path) -> None:
    """In the largest text a few answers are in sight: come back to, it shows the chosen one; its pages go on from there."""
    s = _board(tmp_path, 200)
    board = _now(s).board
    assert board is not None
    first = board.slots[0].id

    def shown() -> set[str]:
        return {t.id for t in s.window.targets if t.id.startswith("answer/")}

    before = shown()
    s.hands.press("board/answers", by=by)
    assert not shown() & before
    last = sorted(shown())[0]
    s.hands.press(last, by=by)
    assert last in shown()
    for _ in range(len(board.slots)):
        after = next(t.id for t in s.window.targets if t.id.startswith("slot/"))
        s.hands.press(after, by=by)
        if after == f"slot/{first}":
            break
    assert last in shown()
    s.hands.press("board/answers", by=by)
    assert last not in shown()
