"""Contact sheets: everything that is drawn is on one, in full colour, large enough, and noted with what it cost."""

import json
from itertools import islice
from pathlib import Path

import pytest
from PIL import Image

from assets import sheets
from assets.__main__ import parser as art
from assets.contact import PAPER, Record, grid
from assets.kit.people import CAST, EXPRESSIONS
from assets.kit.svg import Svg
from assets.sound.__main__ import parser as sound
from run_words import OPTIONS, WORDS, refused

KEYS = {"kind", "id", "layer", "bytes", "render_ms", "pack_ms", "width"}


def test_the_named_sheets_are_there() -> None:
    """The five names that others rely on, and what else is drawn."""
    assert set(sheets.sheets(Record())) >= {"places", "people", "figures", "ui", "clues", "faces", "title", "icons"}


def test_a_sheet_is_written_in_full_colour_with_its_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is counted down to a palette; the list says of each drawing what it is, how large and how long; progress is told."""
    sheets.write(tmp_path, ["icons"])
    with Image.open(tmp_path / "icons.png") as sheet:
        assert sheet.mode == "RGB"
    rows = json.loads((tmp_path / "art.json").read_text(encoding="utf-8"))
    assert {row["kind"] for row in rows} == {"icon", "cursor", "app"}
    assert all(row.keys() == KEYS and row["bytes"] > 0 for row in rows)
    assert capsys.readouterr().out.startswith("1/1 ")


def test_everybody_is_seen_in_every_expression_and_frame() -> None:
    """Twelve people, eight expressions, and the eyes shut and two mouths of each (the first person is drawn here, very small)."""
    record = Record()
    assert (len(CAST), len(EXPRESSIONS)) == (12, 8)
    list(islice(sheets.people(record, 20), 8))
    list(islice(sheets.faces(record, 20), 24))
    first = next(iter(CAST))
    seen = {(row["id"], row["layer"]) for row in record.rows}
    assert seen == {(f"{first}/{mood}", layer) for mood in EXPRESSIONS for layer in ("", "blink", "talk1", "talk2")}


def test_packing_is_told_apart_from_drawing() -> None:
    """A plain sheet as large as a screen is nothing but packing, within what a clock sees."""
    record = Record()
    record.draw(("place", "plain", "back"), 1920, lambda: Svg(1920, 1080, "p"))
    assert record.rows[0]["pack_ms"] > record.rows[0]["render_ms"]


def test_a_name_never_hides_a_small_picture() -> None:
    """Where a cell is higher than its picture, the name stands above it."""
    out = grid([("name", Image.new("RGBA", (32, 32), "#FF0000"))], 1, 64, 64)
    assert out.getpixel((1, 1)) == (243, 233, 216), PAPER
    assert out.getpixel((1, 53)) == (255, 0, 0)


def test_the_refused_options_are_those_that_do_not_exist() -> None:
    """What `run.py` refuses before anything is set up agrees with what the commands know."""
    for command, made in (("art", art()), ("sound", sound())):
        known = {action.option_strings[-1]: action.nargs != 0 for action in made._actions if action.dest != "help"}
        assert known == OPTIONS[command]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("art --outt x", "option"),
        ("art --out", "no-value"),
        ("art --out --bake", "no-value"),
        ("sound", "no-option"),
        ("sound --only bell --loud", "option"),
        ("art --out=x --bake", None),
        ("sound --bake --only bell page", None),
        ("bench nothing", None),
    ],
)
def test_what_cannot_be_meant_is_refused(typed: str, why: str | None) -> None:
    """Each wrong use has its own sentence, in both languages."""
    command, *rest = typed.split()
    told = refused(command, rest)
    assert (told[0] if told else None) == why
    if told:
        assert all(said.format(**told[1]) for said in WORDS[told[0]])
