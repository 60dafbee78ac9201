"""Every notice has its words, in French and in English."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from game.content.root import content_root
from game.content.words import load_words
from game.session.notices import notice

ROOM = Path(__file__).resolve().parents[3] / "game" / "session"


def said() -> dict[str, set[str]]:
    """Every `notice("…", blank=…)` in the room: the word, and the blanks it fills."""
    found: dict[str, set[str]] = {}
    for path in ROOM.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "notice":
                blanks = {keyword.arg or "" for keyword in node.keywords}
                word = node.args[0]
                assert isinstance(word, ast.Constant), f"{path.name}:{node.lineno}: a notice is called by its name"
                found.setdefault(str(word.value), set()).update(blanks)
    return found


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_every_notice_has_its_words(locale: str) -> None:
    """Each blank in the sentence is filled by whoever says it."""
    words = load_words(locale, content_root(), strict=True)
    for word, blanks in said().items():
        text = words(word, **dict.fromkeys(blanks, "X"))
        assert "{" not in text, word
        assert not text.startswith("⟦"), word


def test_no_sentence_is_left_over() -> None:
    """What nobody says any more goes."""
    words = load_words("fr", content_root())
    ours = {name for name in words.names() if re.match(r"system\.(disk|write|save|settings|managed)", name)}
    assert ours == set(said())


def test_a_notice_gives_its_blanks_by_name() -> None:
    """In any order they were given."""
    assert notice("a", b="1", a="2") == notice("a", a="2", b="1")
    assert notice("a", b="1").blanks == {"b": "1"}
