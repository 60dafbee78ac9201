"""Help lines: France first, dated, and there whatever happens to the story."""

import datetime as dt
from pathlib import Path

import pytest
from pydantic import ValidationError

from game.content.help import HelpLine, load_help, read_help
from game.content.loader import load_story
from game.content.words import interface_words


def test_france_has_its_lines_with_3018_first() -> None:
    """3018 leads; danger, 119, 3114, Fil Santé Jeunes and 17Cyber follow."""
    lines = load_help().lines("fr")
    assert [line.key for line in lines] == ["3018", "17", "112", "114", "119", "3114", "fil-sante-jeunes", "17cyber"]
    assert [line.key for line in lines if line.urgent] == ["17", "112", "114"]


def test_an_unknown_country_still_gets_help() -> None:
    """The European numbers and the directory: nobody is left without any."""
    lines = load_help().lines("xx")
    assert lines == load_help().lines("eu")
    assert any(line.urgent and line.number == "112" for line in lines)


def test_every_country_leads_on_to_the_directory() -> None:
    """France has its own lines alone; the others end on the list of all helplines of Europe."""
    known = load_help()
    assert known.known() == ("fr", "be", "ch", "lu", "gb", "eu")
    for country in known.known()[1:]:
        assert "betterinternetforkids.eu" in {line.host for line in known.lines(country)}
    assert {line.key for line in known.lines("fr")} == {line.key for line in known.countries["fr"]}


def test_a_link_can_be_copied_from_paper() -> None:
    """The site alone, without what only a machine can type."""
    assert {line.host for line in load_help().lines("ch")} >= {"147.ch"}


def test_a_line_without_number_is_called_by_its_name() -> None:
    """BEE SECURE is reached by its link; one with neither is refused."""
    words = interface_words("fr")
    assert load_help().lines("lu")[0].called(words) == "BEE SECURE"
    assert load_help().lines("fr")[0].called(words) == "3018"
    text = {"id": "t", "text": "…"}
    with pytest.raises(ValidationError, match="nobody could reach it"):
        HelpLine.model_validate({"id": "help.xx.x", "what": text, "hours": text, "fact": [], "checked": "2026-11-24"})


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
