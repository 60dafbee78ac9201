"""`python -m assets.example`: the one harmless picture that ships as a photograph would, for trying the desk.

Room: assets, build-only. Writes `assets/examples/phare-frileux.jpg`, the art club's collage « Le phare frileux »: 1024×1024, no
metadata of any kind.
"""

import sys
from pathlib import Path

from PIL import Image

from assets.kit.props.collage import collage_picture
from assets.kit.render import image

EXAMPLE = Path(__file__).resolve().parent / "examples" / "phare-frileux.jpg"


def collage() -> Image.Image:
    """The collage, RGB."""
    return image(collage_picture(), 1024).convert("RGB")


def write(path: Path = EXAMPLE) -> None:
    """Write the file: a JPEG with nothing in it but the picture."""
    path.parent.mkdir(exist_ok=True)
    collage().save(path, "JPEG", quality=90, optimize=True, subsampling=0)


def main() -> int:
    """Write it where it ships."""
    write()
    print(f"{EXAMPLE.name} {EXAMPLE.stat().st_size / 1000:.0f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
