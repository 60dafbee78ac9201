"""The log and the crash report say nothing about anybody."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from game.session.clock import SteppedClock
from game.session.log import close_log, open_log, outline, redact, write_crash_report
from game.session.paths import Paths

HOME = "/home/Jeanne Dupré"


@pytest.mark.parametrize(
    "text",
    [
        "cannot open /home/Jeanne Dupré/Images/moi et lui.jpg",
        "cannot open '/home/jeanne dupré/a.txt'",
        r"cannot open C:\Users\Jeanne Dupré\a.png",
        r"cannot open \\serveur\Jeanne\a",
        "cannot open ~/Jeanne",
        "cannot open Jeanne.HEIC",
        "answer from https://example.org/u/Jeanne?x=1",
        "written to jeanne@example.org",
    ],
)
def test_folders_files_links_and_addresses_are_taken_out(text: str) -> None:
    """Whatever slipped into a message."""
    assert "jeanne" not in redact(text, HOME).lower()


@pytest.mark.parametrize("text", ["connected from 192.168.1.17", "connected from fe80:0:0:0:1:2:3:4", "connected from 2001:db8::"])
def test_addresses_of_a_network_are_taken_out(text: str) -> None:
    """No address is kept, not even here."""
    assert redact(text) == "connected from <ip>"


@pytest.mark.parametrize("text", ["entered quay/rope at 08:05:31", "saved 12 kB in 3.5 ms", "version 0.1.0", "24/27 clues"])
def test_what_is_ours_stays(text: str) -> None:
    """A log that hides everything helps nobody."""
    assert redact(text, HOME) == text


def test_an_error_is_logged_without_its_words(tmp_path: Path) -> None:
    """Kinds and places in code, the cause first."""
    paths = Paths.under(tmp_path)
    log = open_log(paths, Path(HOME))
    try:
        raise ValueError("Jeanne") from FileNotFoundError(2, "no", "/home/Jeanne Dupré/moi.jpg")
    except ValueError:
        log.exception("reading %s failed", "/home/Jeanne Dupré/moi.jpg")
    close_log(log)
    text = (paths.logs / "game.log").read_text(encoding="utf-8")
    assert "jeanne" not in text.lower()
    assert "builtins.ValueError" in text
    assert "test_log.py" in text
    assert text.index("FileNotFoundError") < text.index("ValueError")


def test_a_log_never_grows_past_three_files(tmp_path: Path) -> None:
    """The oldest goes."""
    paths = Paths.under(tmp_path)
    log = open_log(paths, Path(HOME))
    for _ in range(1000):
        log.info("x" * 1000)
    close_log(log)
    sizes = [path.stat().st_size for path in paths.logs.iterdir()]
    assert len(sizes) == 3
    assert max(sizes) <= 256 * 1024


def test_no_disk_means_no_log_and_no_error(tmp_path: Path) -> None:
    """The game goes on."""
    (tmp_path / "logs").write_text("in the way")
    log = open_log(Paths.under(tmp_path), Path(HOME))
    log.error("x")
    close_log(log)
    assert write_crash_report(Paths.under(tmp_path), ValueError(), SteppedClock(datetime(2026, 1, 1, tzinfo=UTC)), version="0") is None


def test_a_crash_report_can_be_sent_as_it_is(tmp_path: Path) -> None:
    """Version, system, time, kinds and places; no words of the error, no folder."""
    try:
        (tmp_path / "Jeanne").read_text()
    except OSError as error:
        report = write_crash_report(Paths.under(tmp_path), error, SteppedClock(datetime(2026, 11, 20, 8, 5, tzinfo=UTC)), version="1.2")
    assert report is not None
    text = report.read_text(encoding="utf-8")
    assert text.startswith("stop-la-violence 1.2\n")
    assert "2026-11-20T08:05:00+00:00" in text
    assert "builtins.FileNotFoundError" in text
    assert "Jeanne" not in text
    assert str(tmp_path) not in text


def test_causes_that_turn_in_a_circle_end() -> None:
    """An error may be its own cause."""
    one, two = ValueError(), KeyError()
    one.__cause__, two.__cause__ = two, one
    assert outline(one) == ["builtins.KeyError", "builtins.ValueError"]
