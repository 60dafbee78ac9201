"""The frame of the benchmarks: every measure is found, and one that breaks is named while the others are shown."""

from collections.abc import Callable
from typing import Any

import pytest

from benchmarks.__main__ import main, names, table
from benchmarks.figure import at_least, at_most

FIGURE: dict[str, Any] = {"what": "a thing", "value": 3.14159, "unit": "ms", "goal": "≤ 8", "met": True, "note": ""}


def test_measures_are_found_by_their_name() -> None:
    """Adding a module is enough to add a measure."""
    assert "set_up" in names()


def test_a_measure_that_breaks_does_not_hide_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    """Its last words stand in the table, beside the figures of the others."""
    assert not table([("one", [FIGURE], ""), ("two", [], "Traceback…\nOSError: the disk is gone")])
    said = " ".join(capsys.readouterr().out.split())
    assert "3.14 ms" in said
    assert "could not run" in said


def test_an_unknown_measure_is_named_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    """A slip runs nothing."""
    assert main(["sett_up"]) == 2
    assert "set_up" in capsys.readouterr().err


def test_help_names_the_measures(capsys: pytest.CaptureFixture[str]) -> None:
    """And is no measure."""
    assert main(["--help"]) == 0
    said = capsys.readouterr()
    assert (said.err, "set_up" in said.out) == ("", True)


@pytest.mark.parametrize(("make", "value", "met"), [(at_most, 8, True), (at_most, 8.1, False), (at_least, 8, True), (at_least, 7.9, False)])
def test_a_goal_is_met_or_missed(make: Callable[..., Any], value: float, met: bool) -> None:
    """The goal itself still counts as met."""
    assert make("a thing", value, "ms", 8).met is met
