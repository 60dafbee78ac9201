"""Help lines: France first, dated, and there whatever happens to the story."""

import datetime as dt
from pathlib import Path

from game.content.help import load_help, read_help
from game.content.loader import load_story


def test_france_has_its_lines_with_3018_first() -> None:
    """3018 leads; danger, 119, 3114 and Fil Santé Jeunes follow."""
    lines = load_help().lines("fr")
    assert [line.key for line in lines] == ["3018", "17", "112", "114", "119", "3114", "fil-sante-jeunes"]
    assert [line.key for line in lines if line.urgent] == ["17", "112", "114"]


def test_an_unknown_country_still_gets_help() -> None:
    """Nobody is left without a number."""
    assert load_help().lines("xx") == load_help().lines("fr")


def test_every_line_rests_on_a_known_fact() -> None:
    """Each cites facts that the story lists with a source."""
    facts = load_story().facts
    for line in load_help().all:
        assert line.fact
        assert set(line.fact) <= facts.keys()


def test_lines_grow_old_after_six_months() -> None:
    """The day after, `check` will say so; nothing fails."""
    line = load_help().lines("fr")[0]
    assert not line.is_stale(line.checked + dt.timedelta(days=183))
    assert line.is_stale(line.checked + dt.timedelta(days=184))


def test_a_wrong_line_is_reported_where_it_stands(tmp_path: Path) -> None:
    """A missing field names the line; without France there is no help at all, and it says so."""
    file = tmp_path / "help.yaml"
    file.write_text('lines:\n  fr:\n    "3018": {number: "3018"}\n', encoding="utf-8")
    read, faults = read_help(file)
    assert read is None
    assert [(fault.code, fault.line) for fault in faults][:2] == [("SV008", 3), ("SV008", 3)]


def test_a_missing_file_is_a_diagnostic(tmp_path: Path) -> None:
    """Reading never raises."""
    read, faults = read_help(tmp_path / "none.yaml")
    assert read is None
    assert [fault.code for fault in faults] == ["SV001"]
