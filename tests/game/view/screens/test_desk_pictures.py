"""Every desk screen looks as it did when somebody last looked: both themes, both languages, three sizes of text."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest

from reporting.protocol.receipt import Language
from tests.game.view.golden import assert_golden
from tests.game.view.screens.desk_stage import desk_window
from tests.game.view.screens.desk_visits import VISITS

CHANGING = {"review-code"}  # the codes in it are drawn by lot each time
SHOWN = [name for name in VISITS if name not in CHANGING]
LARGE = ["leaving", "doors", "who-witness", "picture-training", "links", "review", "receipt-training", "error"]


@pytest.fixture(autouse=True)
def _paris() -> Iterator[None]:
    """Hours are shown in the person's own time zone."""
    before = os.environ.get("TZ")
    if hasattr(time, "tzset"):
        os.environ["TZ"] = "Europe/Paris"
        time.tzset()
    yield
    if hasattr(time, "tzset"):
        os.environ.pop("TZ", None)
        if before is not None:
            os.environ["TZ"] = before
        time.tzset()


@pytest.mark.parametrize("name", SHOWN)
def test_on_paper_in_french(name: str) -> None:
    """As the mock-ups draw it."""
    assert_golden(desk_window(VISITS[name]("fr")).surface, f"desk-{name}")


@pytest.mark.parametrize("name", ["doors", "who-witness", "review", "receipt-training", "not-connected-asking"])
def test_in_strong_contrast(name: str) -> None:
    """The same page with outlines instead of paper."""
    assert_golden(desk_window(VISITS[name]("fr"), theme="contrast").surface, f"desk-{name}-contrast")


@pytest.mark.parametrize("name", SHOWN)
def test_in_english(name: str) -> None:
    """The same page in English."""
    assert_golden(desk_window(VISITS[name]("en")).surface, f"desk-{name}-en")


@pytest.mark.parametrize("name", LARGE)
@pytest.mark.parametrize("scale", [1.33, 2.0])
def test_in_large_text(name: str, scale: float) -> None:
    """One column, and a page that turns."""
    assert_golden(desk_window(VISITS[name]("fr"), scale=scale).surface, f"desk-{name}-{round(scale * 100)}")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_from_the_title(language: Language) -> None:
    """The first page, with no story under way."""
    assert_golden(desk_window(VISITS["leaving"](language), from_story=False).surface, f"desk-leaving-no-story-{language}")


def test_training_and_live_differ_at_a_glance() -> None:
    """The two marks share neither colour nor shape: seen as a 24 × 1 strip of grey the pictures still differ."""
    from tests.game.view.golden import blocks, picture_of

    live = blocks(picture_of(desk_window(VISITS["receipt"]("fr")).surface))
    training = blocks(picture_of(desk_window(VISITS["receipt-training"]("fr")).surface))
    head_live, head_training = live[1:9, 88:].mean(axis=2), training[1:9, 88:].mean(axis=2)
    assert abs(head_live - head_training).mean() > 12
