"""The interface's pieces and backdrops, for both themes: `ui/paper/…`, `ui/contrast/…`, and `ui/contact-shadow`.

Room: assets, build-only.
Stays outside: how they look (`assets.kit.ui.pieces`, `assets.kit.ui.backdrops`).
"""

from collections.abc import Iterator

from assets.bake.picture import Picture
from assets.kit.svg import Svg
from assets.kit.ui.backdrops import BACKDROPS
from assets.kit.ui.pieces import PIECES
from assets.kit.ui.tokens import THEMES

DRAWN = {**PIECES, **BACKDROPS}


def piece(theme: str, name: str) -> Svg:
    """One piece in one theme."""
    return DRAWN[name](THEMES[theme])


def interface() -> Iterator[Picture]:
    """Every piece, in the order of the tables."""
    yield Picture("ui/contact-shadow", "kit.ui.pieces:contact_shadow", canvas=(420, 84))
    for theme, colours in THEMES.items():
        for name, draw in DRAWN.items():
            made = draw(colours)
            canvas = round(made.w), round(made.h)
            yield Picture(
                f"ui/{theme}/{name}", "bake.interface:piece", (theme, name), canvas=canvas, opaque=canvas == (1920, 1080)
            )
