"""The README's pictures, from what `demo` left: `python -m assets.screenshots DIR` writes `docs/pictures/*.webp`.

    python3 run.py demo --out pictures --size 1920x1080
    .venv/dev/bin/python -m assets.screenshots pictures

A picture is found by the name of its step, so that a longer story changes nothing here.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image

OUT = Path(__file__).resolve().parent.parent / "docs" / "pictures"
WIDTH = 960
STEPS = {
    "title": "title",
    "place": "story-place-vie-scolaire",
    "talk": "story-talk-sc-recit",
    "notebook": "story-notebook",
    "doors": "desk-real-or-try",
    "review": "desk-review-words",
    "receipt": "desk-receipt-before",
    "help": "help",
}


def main(folder: Path, out: Path = OUT) -> None:
    """Write every picture; the last one of a step is taken, when nothing lies over the place any more."""
    out.mkdir(parents=True, exist_ok=True)
    for name, step in STEPS.items():
        path = sorted(folder.glob(f"*-{step}.png"))[-1]
        with Image.open(path) as picture:
            small = picture.convert("RGB").resize((WIDTH, round(WIDTH * picture.height / picture.width)), Image.Resampling.LANCZOS)
            small.save(out / f"{name}.webp", quality=82, method=6)
        print(f"{name}.webp  {path.name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
