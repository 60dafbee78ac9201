"""docs/episodes.md: its commands run, its picture list is the sample's own."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from game.cli import commands, own_words

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "episodes.md").read_text(encoding="utf-8")
TYPED = [line.removeprefix("python run.py ") for line in "".join(re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)).splitlines()]


def test_the_page_shows_commands() -> None:
    """So that the next test cannot pass by running none."""
    assert len(TYPED) == 4


@pytest.mark.parametrize("line", TYPED)
def test_every_command_runs(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the root of a checkout, as it is written."""
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(commands(own_words("en")), shlex.split(line))
    assert result.exit_code == 0, result.output


def test_the_pictures_are_listed_as_the_page_shows() -> None:
    """The entry stands in the sample's manifest, with what baking adds to what one writes by hand."""
    (shown,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    manifest = json.loads((ROOT / "episodes" / "rumeur" / "assets" / "baked" / "manifest.json").read_text(encoding="utf-8"))
    for name, entry in json.loads(shown)["pictures"].items():
        there = manifest["pictures"][name]
        assert (there["file"], there["canvas"]) == (entry["file"], entry["canvas"])
        assert [round(side) for side in there["box"]] == pytest.approx(entry["box"], abs=1)
