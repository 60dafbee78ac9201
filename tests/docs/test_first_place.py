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

GUIDE = (Path(__file__).parents[2] / "docs" / "first-place.md").read_text(encoding="utf-8")
FENCE = re.compile(r"```yaml file=([\w/.-]+)\n(.*?)```", re.DOTALL)
ADDED = re.compile(r"```yaml add=([\w/.-]+)\n(.*?)```", re.DOTALL)
DRAWN = re.compile(r"```xml file=([\w/.-]+)\n(.*?)```", re.DOTALL)
COMMANDS = re.compile(r"^python run\.py ([^#\n]+)", re.MULTILINE)


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
    """As the guide says of its last check; once translated, only the pictures."""
    assert {fault.code for fault in check(written) if not fault.file.startswith("game/words")} == {"SV027", "SV030"}


def test_every_command_of_the_guide_runs(app: typer.Typer, written: Path) -> None:
    """In the order of the guide; `check` alone has something to say, and `status` that nothing is translated yet."""
    lines = [line.split() for line in COMMANDS.findall(GUIDE)]
    assert {line[0] for line in lines} == {"check", "bots", "prove", "graph", "walk", "translate"}
    for line in lines:
        result = CliRunner().invoke(app, line)
        said_so = line[0] == "check" or line[:2] == ["translate", "status"]
        assert result.exit_code == (1 if said_so else 0), (line, result.output, result.exception)
        assert result.exception is None or isinstance(result.exception, SystemExit)


def test_the_translated_episode_lacks_pictures_only(app: typer.Typer, written: Path) -> None:
    """Every text has its entry; filled, check is content with the words."""
    assert CliRunner().invoke(app, ["translate", "extract", "en", "--story", "grenier"]).exit_code == 0
    path = written / "story" / "locales" / "en.po"
    file = polib.pofile(str(path))
    for entry in file:
        entry.msgstr = f"In English: {entry.msgctxt}"
    file.save(str(path))
    assert {fault.code for fault in check(written) if not fault.file.startswith("game/words")} <= {"SV030", "SV026"}
    assert CliRunner().invoke(app, ["translate", "status", "en", "--story", "grenier"]).exit_code == 0


def test_its_drawing_is_baked_as_it_says(written: Path) -> None:
    """The card of the guide, by the function behind `art --bake --episode`; then check asks for it no more."""
    from assets.bake.episode import bake_episode

    (name, svg), *none = DRAWN.findall(GUIDE)
    assert not none
    path = written / name
    path.parent.mkdir(parents=True)
    path.write_text(svg, encoding="utf-8")
    lacking = [fault.message for fault in check(written) if fault.code == "SV030"]
    assert bake_episode(written) == (1, 1)
    left = [fault.message for fault in check(written) if fault.code == "SV030"]
    assert set(lacking) - set(left) == {message for message in lacking if "clue/label" in message} != set()


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
