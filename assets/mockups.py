"""The kit's screens as pictures: `python -m assets.mockups --out DIR [NAME…]`, to be laid beside the game's own screens.

Room: assets, build-only. One PNG a screen, 1920×1080, named as in `assets.kit.ui.screens*`; `--theme contrast` for the second
design; `--beside DIR` puts the PNG of the same name from that folder at the right of each.
"""

import argparse
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from PIL import Image

from assets.kit.render import image
from assets.kit.svg import Svg
from assets.kit.ui.screens import SCREENS
from assets.kit.ui.screens_desk import DESK_SCREENS
from assets.kit.ui.screens_more import MORE_SCREENS
from assets.kit.ui.tokens import THEMES

ALL: dict[str, Callable[..., Svg]] = {**SCREENS, **DESK_SCREENS, **MORE_SCREENS}


def picture(name: str, theme: str) -> Image.Image:
    """One mock-up, 1920×1080. The screens that the kit draws in one design only keep theirs."""
    draw = ALL[name]
    try:
        return image(draw(theme=THEMES[theme]), text=True)
    except TypeError:
        return image(draw(), text=True)


def beside(left: Image.Image, other: Path) -> Image.Image:
    """The mock-up, and at its right the game's screen of the same name, if there is one."""
    if not other.is_file():
        return left
    right = Image.open(other).convert("RGBA").resize(left.size, Image.Resampling.LANCZOS)
    out = Image.new("RGBA", (left.width * 2 + 40, left.height), "#808080")
    out.paste(left, (0, 0))
    out.paste(right, (left.width + 40, 0))
    return out


def write(folder: Path, names: Iterable[str] = (), theme: str = "paper", other: Path | None = None) -> None:
    """Draw the screens named (all, if none) into the folder, each beside the one of the same name in `other`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names or ALL:
        drawn = picture(name, theme)
        if other:
            drawn = beside(drawn, other / f"{name}.png")
        drawn.convert("RGB").save(folder / f"{name}.png")
        print(folder / f"{name}.png", flush=True)


def main() -> int:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m assets.mockups", description="The kit's screens as pictures.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"screens to draw (default: all): {', '.join(ALL)}")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--theme", choices=sorted(THEMES), default="paper")
    parser.add_argument("--beside", type=Path, help="folder with the game's screens, NAME.png")
    options = parser.parse_args()
    unknown = set(options.names) - ALL.keys()
    if unknown:
        parser.error(f"no screen is called {', '.join(sorted(unknown))}")
    write(options.out, options.names, options.theme, options.beside)
    return 0


if __name__ == "__main__":
    sys.exit(main())
