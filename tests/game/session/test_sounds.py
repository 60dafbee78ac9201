"""The list of sounds: what is installed is read as it is, what is broken is silence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.content.root import content_root
from game.session.sounds import Sound, read_sounds

SHIPPED = content_root() / "assets" / "baked" / "sound"


def test_what_ships_is_read() -> None:
    """Every entry of the list, with its file in place; only loops have moments."""
    sounds = read_sounds(SHIPPED)
    assert list(sounds) == list(json.loads((SHIPPED / "manifest.json").read_text(encoding="utf-8"))["sounds"])
    assert [sound.id for sound in sounds.values() if not sound.file.is_file()] == []
    assert [sound.id for sound in sounds.values() if sound.moments and not sound.loop] == []
    assert sounds["portail"].moments == tuple(sorted(sounds["portail"].moments))


def test_one_entry(tmp_path: Path) -> None:
    """All that the player needs to know of a sound."""
    entry = {"kind": "story", "file": "story/a.ogg", "loop": False, "seconds": 1.5, "caption": "sound.a", "moments": [], "lufs": -20}
    (tmp_path / "manifest.json").write_text(json.dumps({"sounds": {"a": entry}}), encoding="utf-8")
    assert read_sounds(tmp_path) == {"a": Sound("a", "story", tmp_path / "story" / "a.ogg", False, 1.5, "sound.a")}


@pytest.mark.parametrize("text", ["", "[]", '{"sounds": []}', '{"sounds": {"a": 1}}', '{"sounds": {"a": {"kind": "smell"}}}', "\x00\xff"])
def test_a_broken_list_is_silence(tmp_path: Path, text: str) -> None:
    """Never an error: the game is played without sound."""
    assert read_sounds(tmp_path) == {}
    (tmp_path / "manifest.json").write_bytes(text.encode("latin-1"))
    assert read_sounds(tmp_path) == {}
