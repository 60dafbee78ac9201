"""The author's guide, followed to the letter: its files are written, its commands run, its mistake made."""

from __future__ import annotations

import re
from pathlib import Path

import polib
import pytest
import typer
from typer.testing import CliRunner

from game.authoring.check import check
from game.cli import commands, own_words
from game.content.diagnostics import Diagnostic

GUIDE = (Path(__file__).parents[2] / "docs" / "first-place.md").read_text(encoding="utf-8")
FENCE = re.compile(r"```yaml file=([\w/.-]+)\n(.*?)```", re.DOTALL)
ADDED = re.compile(r"```yaml add=([\w/.-]+)\n(.*?)```", re.DOTALL)
FILLED = re.compile(r"```text fill=([\w/.-]+)\n(.*?)```", re.DOTALL)
DRAWN = re.compile(r"```xml((?: file=[\w/.-]+)+)\n(.*?)```", re.DOTALL)
COMMANDS = re.compile(r"^python run\.py ([^#\n]+)", re.MULTILINE)
LIST = re.compile(r"there are seven: (.*?)\. Until", re.DOTALL)


def fill(episode: Path) -> None:
    """Write the guide's English into the catalogue; each of its lines has an entry, and each entry a line."""
    (name, text), *none = FILLED.findall(GUIDE)
    assert not none
    file = polib.pofile(str(episode / name))
    said = dict(line.split(" = ", 1) for line in text.splitlines())
    assert {entry.msgctxt for entry in file} == said.keys()
    for entry in file:
        entry.msgstr = said[str(entry.msgctxt)]
    file.save(str(episode / name))


def draw(episode: Path) -> int:
    """Save every sheet of the guide under each name it gives; how many that makes."""
    names = [(name, svg) for heads, svg in DRAWN.findall(GUIDE) for name in heads.replace("file=", "").split()]
    for name, svg in names:
        path = episode / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(svg, encoding="utf-8")
    return len(names)


def own_faults(episode: Path) -> list[Diagnostic]:
    """What check says of the episode itself."""
    return [fault for fault in check(episode) if not fault.file.startswith("game/words")]


@pytest.fixture(scope="module")
def app() -> typer.Typer:
    """All commands, in English."""
    return commands(own_words("en"))


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder as it is once every file of the guide is written."""
    monkeypatch.chdir(tmp_path)
    files = dict(FENCE.findall(GUIDE))
    assert len(files) == 5
    for name, text in files.items():
        path = tmp_path / "grenier" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for name, text in ADDED.findall(GUIDE):
        path = tmp_path / "grenier" / name
        path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
    return tmp_path / "grenier"


def test_only_pictures_and_english_are_missing(written: Path) -> None:
    """As the guide says of its check before the last two chapters."""
    assert {fault.code for fault in own_faults(written)} == {"SV027", "SV030"}


def test_followed_to_its_end_nothing_is_left_to_say(app: typer.Typer, written: Path) -> None:
    """Each command in the order of the guide, with what it says of the words and the pictures done where it says so."""
    lines = [line.split() for line in COMMANDS.findall(GUIDE)]
    assert {line[0] for line in lines} == {"check", "bots", "prove", "graph", "walk", "translate", "art"}
    for line in lines:
        if line[0] == "art":
            from assets.bake.episode import bake_episode

            count = draw(written)
            assert line[1:] == ["--bake", "--episode", written.name]
            assert bake_episode(written) == (count, count)
            continue
        last = line is lines[-1]
        assert not last or not own_faults(written)
        result = CliRunner().invoke(app, line)
        said_so = (line[0] == "check" and not last) or line[:2] == ["translate", "status"]
        assert result.exit_code == (1 if said_so else 0), (line, result.output, result.exception)
        assert result.exception is None or isinstance(result.exception, SystemExit)
        if line[:2] == ["translate", "status"]:
            fill(written)
            assert CliRunner().invoke(app, line).exit_code == 0
            assert {fault.code for fault in own_faults(written)} == {"SV030"}


def test_the_pictures_it_names_are_the_ones_that_are_missing(written: Path) -> None:
    """The seven of the last chapter are what check asks for, and each has its drawing in the guide."""
    (told,) = LIST.findall(GUIDE)
    named = set(re.findall(r"`([\w/-]+)`", told))
    asked = {found[1] for fault in own_faults(written) if fault.code == "SV030" and (found := re.search("“(.+)”", fault.message))}
    assert asked == named
    assert {name for heads, _ in DRAWN.findall(GUIDE) for name in re.findall(r"drawn/([\w/-]+)\.svg", heads)} == named


def test_the_mistake_is_found(app: typer.Typer, written: Path) -> None:
    """The `not` that the guide proposes locks a player in, and `prove` says how."""
    talks = written / "story" / "talks.yaml"
    text = talks.read_text(encoding="utf-8")
    assert "needs: {all: [label], not: [garden]}" in GUIDE
    talks.write_text(text.replace("needs: [label] ", "needs: {all: [label], not: [garden]} "), encoding="utf-8")
    result = CliRunner().invoke(app, ["prove", "grenier"])
    assert result.exit_code == 1
    assert "go: attic/to-garden" in result.stdout


def test_what_it_says_of_the_first_look_is_true(app: typer.Typer, written: Path) -> None:
    """Before the clue and the talk are written, check names what is missing; the place can be walked all the same."""
    (written / "story" / "talks.yaml").unlink()
    (written / "scenes" / "garden.yaml").unlink()
    attic = written / "scenes" / "attic.yaml"
    attic.write_text(attic.read_text(encoding="utf-8").partition("    exits:")[0], encoding="utf-8")
    said = " ".join(fault.message for fault in check(written))
    assert all(name in said for name in ("“map-found”", "“asked”", "“label”"))


def test_an_answer_that_asks_for_what_its_talk_gives_later_is_found(written: Path) -> None:
    """It can never be taken, and the ending that waits for it is named behind it."""
    talks = written / "story" / "talks.yaml"
    text = talks.read_text(encoding="utf-8")
    assert "to: open, sets: [asked]}" in text
    talks.write_text(text.replace("sets: [asked]}", "sets: [asked], when: {all: [map-found]}}"), encoding="utf-8")
    found = [fault for fault in check(written) if fault.code == "SV094"]
    assert [fault.message for fault in found if "ines-attic-a-c1" in fault.message]
    assert all("fin-ensemble" in (fault.hint or "") for fault in found)
