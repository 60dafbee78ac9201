"""Which tests this machine is able to run; the others are deselected by name, and said.

A missing tool never hides: locally the closing lines name each test left out and why; with CI=true it fails the run.
Tests of another system, and the long counts, are left out everywhere but where they belong.
"""

import importlib.util
import os
import shutil
import sys
from collections.abc import Iterator

import pytest

LEFT_OUT = pytest.StashKey[list[tuple[str, str]]]()


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
    config.stash[LEFT_OUT] = []


def missing_tools(item: pytest.Item) -> Iterator[str]:
    """Name each tool that the test needs and this machine lacks."""
    if item.get_closest_marker("needs_xvfb") and shutil.which("Xvfb") is None:
        yield "Xvfb"
    if item.get_closest_marker("needs_compiler") and importlib.util.find_spec("pdqhash") is None:
        yield "pdqhash (no wheel for this system, and no C++ compiler when the environment was made)"
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
    """Take out what cannot run here; under CI a missing tool stops the run instead."""
    kept: list[pytest.Item] = []
    left: list[pytest.Item] = []
    lacking: set[str] = set()
    for item in items:
        why = elsewhere(item)
        tools = [] if why else list(missing_tools(item))
        lacking.update(tools)
        if tools:
            why = "missing: " + ", ".join(tools)
        if why:
            left.append(item)
            config.stash[LEFT_OUT].append((item.nodeid, why))
        else:
            kept.append(item)
    if lacking and os.environ.get("CI", "").lower() in {"1", "true"}:
        raise pytest.UsageError("CI must run every test, and this machine lacks: " + "; ".join(sorted(lacking)))
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = kept


def pytest_report_collectionfinish(config: pytest.Config) -> list[str]:
    """Name every test left out, and why, before the first one runs."""
    return [f"left out: {name} ({why})" for name, why in config.stash[LEFT_OUT]]
