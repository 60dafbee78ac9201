"""Every font can be shared, and can write French and English."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "fonts"
FILES = sorted(FOLDER.glob("*.ttf"))
FRENCH = "àâäçéèêëîïôöùûüœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŒÆ«»’‘“”…–—·€°\u00a0"
ENGLISH = "".join(chr(code) for code in range(0x20, 0x7F))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_letters(path: Path) -> None:
    """No letter or sign of the two languages is a box. (U+202F is drawn by SDL as a thin blank in every font.)"""
    with TTFont(path) as font:
        assert [letter for letter in FRENCH + ENGLISH if ord(letter) not in font.getBestCmap()] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_licence(path: Path) -> None:
    """The family's Open Font Licence lies beside its files."""
    family = path.stem.rpartition("-")[0]
    licence = FOLDER / f"OFL-{family}.txt"
    assert "SIL Open Font License" in licence.read_text(encoding="utf-8") or "SIL OPEN FONT LICENSE" in licence.read_text(encoding="utf-8")


@pytest.mark.parametrize("weight", [400, 700])
def test_code_is_monospaced(weight: int) -> None:
    """Every printable ASCII letter of the code font is equally wide."""
    with TTFont(FOLDER / f"atkinson-hyperlegible-mono-{weight}.ttf") as font:
        glyphs = font.getBestCmap()
        assert len({font["hmtx"][glyphs[ord(letter)]][0] for letter in ENGLISH}) == 1
