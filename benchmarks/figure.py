"""One measured figure, as data: what the table shows and what a later run can be compared with."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table.

    what:   what was measured, in plain words.
    value:  the number, in `unit`.
    unit:   “ms”, “MB”, “×”, “%”, “s”, “bits”.
    goal:   the figure to reach, in words (“≤ 8”), empty where there is none.
    met:    whether the goal is met; None where there is none.
    note:   the conditions that the number depends on, or the rest of the distribution.
    """

    what: str
    value: float
    unit: str
    goal: str = ""
    met: bool | None = None
    note: str = ""


def at_most(what: str, value: float, unit: str, goal: float, note: str = "") -> Figure:
    """A figure that should be at most `goal`."""
    return Figure(what, value, unit, f"≤ {goal:g}", value <= goal, note)


def at_least(what: str, value: float, unit: str, goal: float, note: str = "") -> Figure:
    """A figure that should be at least `goal`."""
    return Figure(what, value, unit, f"≥ {goal:g}", value >= goal, note)
