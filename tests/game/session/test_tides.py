"""The tide table holds together, for any day."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from game.session.tides import height, turns, week


@given(st.dates(date(2020, 1, 1), date(2060, 12, 31)))
def test_high_and_low_waters_take_turns(day: date) -> None:
    """Three or four a day, high after low, about six hours apart, with heights a harbour could have."""
    found = turns(day)
    assert 3 <= len(found) <= 4
    assert all(a.high is not b.high and 330 < b.minute - a.minute < 420 for a, b in pairwise(found))
    assert all(0 < t.height < 6.5 and 20 <= t.coefficient <= 120 for t in found)
    assert all(t.height > 3.25 if t.high else t.height < 3.25 for t in found)


def test_springs_and_neaps_come_in_a_fortnight() -> None:
    """The beat of the two waves: great tides and small ones, about a week apart."""
    coefficients = [max(t.coefficient for t in day_turns if t.high) for day, day_turns in week(date(2026, 11, 1)) + week(date(2026, 11, 8))]
    assert max(coefficients) > 95
    assert min(coefficients) < 65


def test_the_sea_is_continuous_over_midnight() -> None:
    """The end of a day is the beginning of the next."""
    assert abs(height(date(2026, 11, 25), 1440) - height(date(2026, 11, 26), 0)) < 1e-9
