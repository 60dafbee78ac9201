"""Every font can be shared, writes French and English, and the names of Europe: what it has not is written by the declared fallback."""

import unicodedata
from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from game.content.fallback import BOLD, REGULAR, runs

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "fonts"
FILES = sorted(FOLDER.glob("*.ttf"))
OWN = [path for path in FILES if path.name not in (REGULAR, BOLD)]
FRENCH = "àâäçéèêëîïôöùûüœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŒÆ«»’‘“”…–—·€°\u00a0"
ENGLISH = "".join(chr(code) for code in range(0x20, 0x7F))
NAMES = (
    "Zażółć gęślą jaźń ZAŻÓŁĆ GĘŚLĄ JAŹŃ",  # Polish
    "Příliš žluťoučký kůň úpěl ďábelské ódy PŘÍLIŠ ŽLUŤOUČKÝ KŮŇ",  # Czech
    "Ștefan Țepeș Brâncuși Ioniță în ȘȚĂÂÎ",  # Romanian
    "Árvíztűrő tükörfúrógép",  # Hungarian
    "Pijamalı hasta yağız şoföre İĞŞ",  # Turkish
    "Kļaviņš Ģirts Šarūnas Žemaitė Čiurlionis",  # Latvian, Lithuanian
    "Ħaġar Qim Ġużeppi",  # Maltese
    "Ljubljana čšž đ ĆČŠŽĐ",  # Slovene, Croatian
)
EUROPE = {
    "Latin Extended-A": range(0x100, 0x180),
    "Latin Extended-B": range(0x180, 0x250),
    "Latin Extended Additional": range(0x1E00, 0x1F00),
    "Greek": [*range(0x370, 0x3E2), *range(0x3F0, 0x400)],  # without Coptic
    "Cyrillic": range(0x400, 0x530),
}


@cache
def letters(path: Path) -> frozenset[str]:
    """What a font file can write."""
    with TTFont(path) as font:
        return frozenset(map(chr, font.getBestCmap()))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_letters(path: Path) -> None:
    """No letter or sign of the two languages is a box. (U+202F is drawn by SDL as a thin blank in every font.)"""
    assert [letter for letter in FRENCH + ENGLISH if letter not in letters(path)] == []


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_names(path: Path) -> None:
    """Names from Poland to Malta are written by every family itself, in one piece."""
    has = letters(path)
    for name in NAMES:
        assert [letter for letter in name if letter not in has] == []
        assert runs(name, path.name) == ((name, path.name),)


@pytest.mark.parametrize("block", EUROPE, ids=lambda name: name.replace(" ", "-"))
@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_every_letter_of_europe_is_in_the_font_that_writes_it(path: Path, block: str) -> None:
    """Latin Extended, Greek and Cyrillic: each letter is in the family, or in the fallback that the text is split for."""
    for letter in map(chr, EUROPE[block]):
        if unicodedata.category(letter) == "Cn":
            continue
        ((_, file),) = runs(letter, path.name)
        assert letter in letters(FOLDER / file), f"U+{ord(letter):04X} in {file}"


def test_the_fallback_is_as_bold_as_the_text() -> None:
    """A bold style falls back on the bold file."""
    assert runs("Олена", "atkinson-hyperlegible-next-700.ttf") == (("Олена", BOLD),)
    assert runs("de Ελένη.", "caveat-400.ttf") == (("de ", "caveat-400.ttf"), ("Ελένη", REGULAR), (".", "caveat-400.ttf"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_licence(path: Path) -> None:
    """The family's Open Font Licence lies beside its files."""
    family = path.stem.rpartition("-")[0]
    licence = FOLDER / f"OFL-{family}.txt"
    assert "sil open font licen" in licence.read_text(encoding="utf-8").lower()


@pytest.mark.parametrize("weight", [400, 700])
def test_code_is_monospaced(weight: int) -> None:
    """Every printable ASCII letter of the code font is equally wide."""
    with TTFont(FOLDER / f"atkinson-hyperlegible-mono-{weight}.ttf") as font:
        glyphs = font.getBestCmap()
        assert len({font["hmtx"][glyphs[ord(letter)]][0] for letter in ENGLISH}) == 1
