"""`python -m assets.brand`: the app's icon, the README's banner and the social preview, from the kit.

Room: assets, build-only. Writes `assets/brand/icon-SIZE.png`, `icon.ico`, `banner.png` and `social.png`.
Stays outside: pictures that the game draws (`assets.bake`).
"""

import argparse
import sys
from pathlib import Path

from PIL import Image

from assets.kit.render import image
from assets.kit.ui import brand

FOLDER = Path(__file__).resolve().parent / "brand"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


def icon(size: int) -> Image.Image:
    """The app's icon, so many px wide."""
    return image(brand.app_icon(size), size)


def write(folder: Path) -> list[Path]:
    """Draw everything into the folder; returns the files."""
    folder.mkdir(parents=True, exist_ok=True)
    icons = {size: icon(size) for size in SIZES}
    out = []
    for size, picture in icons.items():
        out.append(folder / f"icon-{size}.png")
        picture.save(out[-1], optimize=True)
    out.append(folder / "icon.ico")
    icons[256].save(out[-1], append_images=[icons[size] for size in SIZES[:-2]], sizes=[(size, size) for size in SIZES[:-1]])
    for name, svg in (("banner", brand.banner()), ("social", brand.social())):
        out.append(folder / f"{name}.png")
        image(svg, text=True).convert("RGB").save(out[-1], optimize=True)  # 256 colours would part the sky into steps
    return out


def main() -> int:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m assets.brand", description="Icon, banner and social preview.")
    parser.add_argument("--out", type=Path, default=FOLDER)
    for path in write(parser.parse_args().out):
        print(f"{path.name} {path.stat().st_size / 1000:.0f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
