"""The metric agrees with what pygame draws, and French holds together."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content.loader import load_story
from game.content.root import content_root
from game.content.textfit import width, wrap
from game.content.typeface import STYLES

FONTS = content_root() / "assets" / "fonts"
READ = FONTS / "atkinson-hyperlegible-next-400.ttf"


def test_no_break_spaces_hold_their_words_together() -> None:
    """A line never ends before a ! or after a «."""
    for room in range(240, 400, 7):
        for line in wrap("«\u00a0Ambassadeur de quoi\u202f?\u00a0» dit-on à 14\u00a0h\u00a010\u202f!", READ, 24, room):
            assert not line.startswith(("?", "!", "»", "h", "10", "\u00a0", "\u202f"))


@given(st.text(alphabet="abcé \u00a0\u202f’«»!", max_size=80), st.integers(20, 600))
@settings(max_examples=150, deadline=None)
def test_wrapping_loses_nothing_and_fits(text: str, room: int) -> None:
    """Every sign comes back, in order, and every line with a break in it fits its column."""
    lines = wrap(text, READ, 24, room)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    for line in lines:
        assert len(line) <= 1 or width(line, READ, 24) <= room


def test_a_word_wider_than_its_column_is_cut() -> None:
    """A long link stays inside the paper."""
    lines = wrap("https" * 20, READ, 24, 200)
    assert len(lines) > 1
    assert all(width(line, READ, 24) <= 200 for line in lines)


@pytest.mark.parametrize("size", [22, 34])
def test_the_metric_agrees_with_pygame(size: int, tmp_path: Path) -> None:
    """Every line of the story is measured at most 1 % too narrow (which wrapping makes up for) and 4.5 % too wide."""
    texts = [text for text in load_story().french.values() if len(text) > 20]
    listed = tmp_path / "texts"
    listed.write_text("\0".join(texts), encoding="utf-8")
    code = (
        "import sys, pathlib, pygame.font as f; f.init(); font = f.Font(sys.argv[1], int(sys.argv[2]));"
        "print(*(font.size(t)[0] for t in pathlib.Path(sys.argv[3]).read_text('utf-8').split('\\0')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(READ), str(size), str(listed)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYGAME_HIDE_SUPPORT_PROMPT": "1"},
    )
    for text, drawn in zip(texts, map(int, done.stdout.split()), strict=True):
        assert 0.99 * drawn <= width(text, READ, size) <= 1.045 * drawn


@pytest.mark.parametrize("file", sorted({style.file for style in STYLES.values()}))
def test_a_word_is_as_wide_as_its_signs(file: str) -> None:
    """The fonts that ship keep their kerning where the basic layout does not look, so `fitting` may add up signs it has measured once."""
    for word in {word for text in load_story().french.values() for word in text.split()}:
        assert sum(width(sign, FONTS / file, 100) for sign in word) == pytest.approx(width(word, FONTS / file, 100), abs=0.01)
