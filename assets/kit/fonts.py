"""The three type families, and where their files are: the folder `fonts` beside the package."""
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "fonts"
TITLE, READ, HAND = "Bricolage Grotesque", "Atkinson Hyperlegible Next", "Caveat"


def file(family: str, weight: int) -> Path:
    """The file of one family and weight; only the titles have a heavier cut than 700 to measure with."""
    if weight not in (400, 700) and family != TITLE:
        weight = 700
    return FOLDER / f"{family.lower().replace(' ', '-')}-{weight}.ttf"


def files() -> list[str]:
    """The files of the three families, as resvg wants them (the game has a fourth, for code, that no picture uses)."""
    return [str(path) for family in (TITLE, READ, HAND) for path in sorted(FOLDER.glob(f"{family.lower().replace(' ', '-')}-*.ttf"))]
