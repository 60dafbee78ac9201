"""The README shows the pictures that the demo makes, and no other."""

from __future__ import annotations

import re
from pathlib import Path

from PIL import Image

from assets.screenshots import OUT, STEPS, main

README = Path(__file__).parents[2] / "README.md"


def test_the_readme_shows_each_picture_with_its_words() -> None:
    """Every picture of the list is there, is shown, and says what it shows; none is left over."""
    shown = re.findall(r"!\[([^\]]+)\]\(docs/pictures/(\w+)\.webp\)", README.read_text("utf-8"))
    assert {name for _, name in shown} == set(STEPS)
    assert {path.stem for path in OUT.glob("*.webp")} == set(STEPS)
    assert all(len(words) > 15 for words, _ in shown)


def test_pictures_are_made_from_what_the_demo_leaves(tmp_path: Path) -> None:
    """The last picture of a step, 960 px wide."""
    for number, step in enumerate(STEPS.values()):
        for again in (0, 1):
            Image.new("RGB", (1920, 1080), (255 * again, 0, 0)).save(tmp_path / f"{number * 2 + again:02d}-{step}.png")
    main(tmp_path, tmp_path / "out")
    with Image.open(tmp_path / "out" / "title.webp") as picture:
        assert picture.size == (960, 540)
        pixel = picture.convert("RGB").getpixel((10, 10))
        assert isinstance(pixel, tuple)
        assert pixel[0] > 200
