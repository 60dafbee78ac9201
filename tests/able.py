"""Which tests this machine is able to run; the others are deselected by name, and said.

A missing tool never hides: locally the closing lines name each test left out and why; with CI=true that test fails.
Tests of another system, and the long counts, are left out everywhere but where they belong.
"""

import importlib.util
import os
import shutil
import sys
from collections.abc import Iterator
from typing import Any

import pytest

LEFT_OUT = pytest.StashKey[dict[str, str]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--deep` runs the long counts: fuzzing, kills, many seeds."""
    parser.addoption("--deep", action="store_true", default=False, help="run the long counts too")


def pytest_configure(config: pytest.Config) -> None:
    """Choose how many examples hypothesis tries: few each time, many with `--deep`."""
    from hypothesis import HealthCheck, settings

    slow = [HealthCheck.too_slow]
    settings.register_profile("each-time", deadline=None, max_examples=50, suppress_health_check=slow)
    settings.register_profile("deep", deadline=None, max_examples=2000, suppress_health_check=slow)
    settings.load_profile("deep" if config.getoption("--deep") else "each-time")
    config.stash[LEFT_OUT] = {}


def missing_tools(item: pytest.Item) -> Iterator[str]:
    """Name each tool that the test needs and this machine lacks."""
    if item.get_closest_marker("needs_xvfb") and shutil.which("Xvfb") is None:
        yield "Xvfb"
    if item.get_closest_marker("needs_compiler") and importlib.util.find_spec("pdqhash") is None:
        yield "pdqhash, which has to be compiled here"
    for marker in item.iter_markers("needs_tool"):
        if shutil.which(str(marker.args[0])) is None:
            yield str(marker.args[0])


def elsewhere(item: pytest.Item) -> str | None:
    """Say why this test belongs to another system or another run, or None."""
    if item.get_closest_marker("posix_only") and sys.platform == "win32":
        return "Linux and macOS only"
    if item.get_closest_marker("windows_only") and sys.platform != "win32":
        return "Windows only"
    if item.get_closest_marker("needs_xvfb") and not sys.platform.startswith("linux"):
        return "Linux only"
    if item.get_closest_marker("deep") and not item.config.getoption("--deep"):
        return "a long count: run.py test --deep"
    return None


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Take out what belongs elsewhere, and what lacks a tool: but under CI that stays in, and fails."""
    strict = os.environ.get("CI", "").lower() in {"1", "true"}
    left: dict[str, str] = {}
    for item in items:
        tools = ", ".join(missing_tools(item))
        why = elsewhere(item) or (f"missing: {tools}" if tools and not strict else None)
        if why:
            left[item.nodeid] = why
    if left:
        config.hook.pytest_deselected(items=[item for item in items if item.nodeid in left])
        items[:] = [item for item in items if item.nodeid not in left]
    config.stash[LEFT_OUT].update(left)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Only CI gets here without the tools: it has to run every test."""
    tools = ", ".join(missing_tools(item))
    if tools:
        pytest.fail(f"CI must run every test, and this machine lacks: {tools}", pytrace=False)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker hands what it left out to the process that prints."""
    output: dict[str, Any] | None = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["left_out"] = session.config.stash[LEFT_OUT]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Gather what a worker of pytest-xdist left out; each of them collects every test."""
    node.config.stash[LEFT_OUT].update(getattr(node, "workeroutput", {}).get("left_out", {}))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Name every test that was left out, and why, at the very end."""
    left = config.stash[LEFT_OUT]
    if left:
        terminalreporter.section(f"left out, by name: {len(left)}")
        for name, why in sorted(left.items()):
            terminalreporter.write_line(f"{name}  ({why})")
