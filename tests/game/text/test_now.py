"""The moment in plain lines: what is heard is written down where it is first heard."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.core.commands import Examine
from tests.game.text.test_reader import at_gate


@pytest.mark.parametrize(
    ("lang", "sea", "gate"),
    [
        ("fr", "(la mer derrière la brume, des drisses qui tintent)", "(le portail grince, en mi bémol)"),
        ("en", "(the sea behind the fog, ropes clinking on masts)", "(the gate creaks, in E flat)"),
    ],
)
def test_sounds_are_written(lang: str, sea: str, gate: str, tmp_path: Path) -> None:
    """The air of a place once, when one comes there; a line's own sound right before the line."""
    typist = at_gate(tmp_path, lang)
    assert typist.said.count(sea) == 1
    before = len(typist.said)
    typist.ask_for(Examine("portail/gate"))
    said = typist.said[before:]
    line = typist.sitting.moment.line
    assert line is not None
    assert said[said.index(gate) + 1].endswith(typist.reader.house.words.line(line.id))
    assert sea not in said
