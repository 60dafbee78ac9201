"""Reading on by itself: off, slower for longer lines, and never under something that lies over the line."""

from __future__ import annotations

from game.session.pace import AT_LEAST, LETTERS_A_SECOND, Pace


def test_off_never_reads_on() -> None:
    """However long one waits."""
    pace = Pace()
    assert not any(pace.due("off", "a", 10, second, held=False) for second in range(1000))


def test_a_line_stands_as_long_as_it_takes_to_read() -> None:
    """From when it was first shown; slower takes longer, longer lines too."""
    stood = {}
    for name, speed in LETTERS_A_SECOND.items():
        pace = Pace()
        stood[name] = next(tenth / 10 for tenth in range(10_000) if pace.due(name, "a", 90, tenth / 10, held=False))
        assert AT_LEAST + 90 / speed <= stood[name] <= AT_LEAST + 90 / speed + 0.2
    assert stood["slow"] > stood["normal"] > stood["quick"]


def test_another_line_or_something_over_it_begins_again() -> None:
    """The time behind help or a menu does not count."""
    pace = Pace()
    assert not pace.due("quick", "a", 0, 0.0, held=False)
    assert not pace.due("quick", "a", 0, 1.9, held=True)
    assert not pace.due("quick", "a", 0, 2.1, held=False)
    assert not pace.due("quick", "b", 0, 4.2, held=False)
    assert pace.due("quick", "b", 0, 6.3, held=False)
