"""The rule about tests that cannot run here, tried on a small suite of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
SMALL = """
import pytest

@pytest.mark.needs_tool("no-such-program")
def test_with_a_tool() -> None:
    pass

@pytest.mark.deep
def test_a_long_count() -> None:
    pass

def test_anywhere() -> None:
    pass
"""


def run(folder: Path, *arguments: str, ci: str = "") -> tuple[int, str]:
    """Run the small suite in a process of its own, with our plugin and our settings; (code, what it printed)."""
    (folder / "test_small.py").write_text(SMALL, "utf-8")
    command = [sys.executable, "-m", "pytest", "-c", str(HERE.parent / "pyproject.toml"), "--rootdir", str(folder), "-p", "tests.able"]
    environment = {**os.environ, "CI": ci, "PYTHONPATH": str(HERE.parent)}
    ended = subprocess.run([*command, "-p", "no:cacheprovider", *arguments, str(folder)], capture_output=True, text=True, env=environment)
    return ended.returncode, ended.stdout + ended.stderr


@pytest.mark.parametrize("workers", [(), ("-n", "2")], ids=["alone", "with workers"])
def test_a_missing_tool_is_said_by_name(tmp_path: Path, workers: tuple[str, ...]) -> None:
    """Locally the test is left out, and the closing lines name it with what it lacks, with and without workers."""
    code, said = run(tmp_path, *workers)
    assert code == 0, said
    assert "1 passed" in said
    assert "test_with_a_tool  (missing: no-such-program)" in said
    assert "test_a_long_count  (a long count: run.py test --deep)" in said


def test_a_missing_tool_fails_under_ci(tmp_path: Path) -> None:
    """CI may leave nothing out for want of a tool."""
    code, said = run(tmp_path, ci="true")
    assert code == 1, said
    assert "CI must run every test, and this machine lacks: no-such-program" in said
    assert "1 passed" in said


def test_deep_runs_the_long_counts(tmp_path: Path) -> None:
    """With --deep the long count runs like any other test."""
    _, said = run(tmp_path, "--deep")
    assert "2 passed" in said
