"""The locks: complete, hashed, of one mind, and silent about where packages come from."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "requirements"
LOCKS = sorted(path.stem for path in FOLDER.glob("*.txt"))


def pins(name: str) -> dict[str, set[str]]:
    """Every package of a lock with its versions: some have one for older Pythons and one for newer."""
    found: dict[str, set[str]] = {}
    for package, rest in re.findall(r"^([\w.-]+)==([^\s;]+)", (FOLDER / f"{name}.txt").read_text("utf-8"), re.MULTILINE):
        found.setdefault(package, set()).add(rest)
    return found


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_hashes_and_no_address(name: str) -> None:
    """Each version has at least one hash; no line says from where to fetch."""
    text = (FOLDER / f"{name}.txt").read_text("utf-8")
    assert "://" not in text
    assert not re.search(r"^-", text, re.MULTILINE)
    blocks = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_an_authors_environment_holds_all_of_play() -> None:
    """run.py lets authors play with their own environment: it must hold the very same versions."""
    play, dev = pins("play"), pins("dev")
    assert {name: versions for name, versions in play.items() if dev.get(name) != versions} == {}


def test_oracles_agree_with_the_authors_environment() -> None:
    """What both name, they name alike: installing one never changes the other."""
    dev = pins("dev")
    assert {name for name, versions in pins("oracles").items() if name in dev and dev[name] != versions} == set()


def test_the_wheel_asks_for_what_play_asks_for() -> None:
    """pyproject.toml and requirements/play.in name the same packages."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        wanted = tomllib.load(file)["project"]["dependencies"]
    listed = [line for line in (FOLDER / "play.in").read_text("utf-8").splitlines() if line and not line.startswith("#")]
    assert sorted(wanted) == sorted(listed)
