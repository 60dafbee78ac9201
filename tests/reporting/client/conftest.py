"""What the client's tests stand on: a desk with the real exercise behind it, and a real photograph made on the spot."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from tests.reporting.client.desks import Desk, tools


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk whose folders are all new."""
    made = Desk(tools(tmp_path))
    yield made
    made.close()


@pytest.fixture
def open_again(tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    """Makes further desks on the same folders: the next visit, or the next start of the program."""
    made: list[Desk] = []

    def again(**other: object) -> Desk:
        made.append(Desk(tools(tmp_path, **other)))
        return made[-1]

    yield again
    for one in made:
        one.close()


@pytest.fixture
def photograph(tmp_path: Path) -> Path:
    """A harmless JPEG with much to recognise: coloured shapes on a gradient, and EXIF that must never leave."""
    picture = Image.linear_gradient("L").resize((640, 480)).convert("RGB")
    draw = ImageDraw.Draw(picture)
    for index in range(40):
        x, y = (index * 97) % 600, (index * 61) % 440
        draw.ellipse((x, y, x + 30 + index, y + 20 + index), fill=((index * 53) % 256, (index * 31) % 256, (index * 91) % 256))
    exif = Image.Exif()
    exif[0x010F], exif[0x013B], exif[0x9286] = "MarqueDuTelephone", "Prénom Nom", "quartier du port"
    path = tmp_path / "photos de Malo" / "IMG_20261124_secret.jpg"
    path.parent.mkdir()
    picture.save(path, quality=90, exif=exif)
    return path
