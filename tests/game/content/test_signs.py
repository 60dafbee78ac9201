"""Signs that nobody sees: told from ordinary ones, named, left out."""

from __future__ import annotations

import pytest

from game.content import signs


@pytest.mark.parametrize("sign", [*"\0\a\t\x1b\x7f\x9b", *"\u200b\u200e\u202e\u2060\u2067\ufeff\u2028\U000e0041"])
def test_what_nobody_sees_is_found_and_left_out(sign: str) -> None:
    """Wherever it stands; nothing else of the text is lost."""
    assert signs.hidden(f"ab{sign}c") == (2, sign)
    assert signs.shown(f"ab{sign}c").replace(" ", "") == "abc"
    assert signs.code(sign) == f"U+{ord(sign):04X}"


@pytest.mark.parametrize("text", ["« Déjà\u00a0», dit-elle\u202f!", "œuvre\u00adment", "Олена", "Ελένη", "e\u0301", "un\ndeux", "→ 🎈"])
def test_ordinary_signs_are_no_such_signs(text: str) -> None:
    """The spaces of French, a soft hyphen, any letter, a line break."""
    assert signs.hidden(text) is None
    assert signs.shown(text) == text


def test_each_is_said_for_what_it_does() -> None:
    """Three kinds, as an author can understand them."""
    assert {signs.kind(sign) for sign in "\x1b\u202e\u200b"} == {
        "it is a control character", "it turns the reading direction", "it takes no room",
    }  # fmt: skip
