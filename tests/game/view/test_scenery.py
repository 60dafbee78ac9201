"""A place that leans shows no edge, and what is stored in parts is seen whole."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.content.loader import load_story
from game.view.art import Art
from game.view.life import Life
from game.view.scenery import Scenery, Sight, Stander

BAKED = Path(__file__).resolve().parents[3] / "assets" / "baked"
SIZE = (480, 270)
BARE = (255, 0, 255)
CORNERS = [(-1.0, -1.0), (1.0, -1.0), (-1.0, 1.0), (1.0, 1.0), (0.0, 0.0)]
LOOKS = {layers: f"{place.id}-{n}" for place in load_story().places.values() for n, look in enumerate(place.looks.values())
         if (layers := tuple(look.layers))}  # fmt: skip


@pytest.fixture(scope="module")
def art() -> Art:
    """The pictures that ship."""
    pygame.display.init()
    pygame.display.set_mode(SIZE)
    return Art(BAKED)


def bare(scenery: Scenery, lean: tuple[float, float]) -> int:
    """How many pixels of the window nothing covers when the place leans so."""
    scenery.picture.fill(BARE)
    shown = scenery.show(Life(running=True), lean, (0, 0))
    return pygame.mask.from_threshold(shown, BARE, (1, 1, 1, 255)).count()


@pytest.mark.parametrize("layers", LOOKS, ids=LOOKS.values())
def test_a_place_that_leans_shows_no_edge(art: Art, layers: tuple[str, ...]) -> None:
    """In every look, as far as it leans into each corner, a picture covers all of the window."""
    scenery = Scenery(art, Sight(layers, (), None), SIZE)
    assert [lean for lean in CORNERS if bare(scenery, lean)] == []


def test_a_layer_that_leans_stays_as_large_as_it_is(art: Art) -> None:
    """What goes on past the frame is not enlarged: where people stand and what can be touched keep their places."""
    scenery = Scenery(art, Sight(("cour/back", "cour/mid", "cour/front"), (), None), SIZE)
    still = pygame.image.tobytes(scenery.show(Life(), (0.0, 0.0), (0, 0)), "RGB")
    assert pygame.image.tobytes(scenery.show(Life(running=True), (0.0, 0.0), (0, 0)), "RGB") == still


def test_a_layer_that_ends_with_the_frame_is_enlarged(art: Art) -> None:
    """An episode’s own layer may have no more than the frame: it leans all the same, and shows no edge."""
    scenery = Scenery(art, Sight(("title/back",), (), None), SIZE)
    assert not art.bleeds("title/back")
    assert [lean for lean in CORNERS if bare(scenery, lean)] == []


def test_a_face_is_whole_though_its_body_is_stored_apart(art: Art) -> None:
    """Head and shoulders come together in one picture, solid where they meet; high and low shoulders differ."""
    rows = {}
    for mood in ("neutral", "ashamed", "sad"):
        picture, _ = art.picture(f"bust/nour/{mood}", (760, 900))
        middle = [picture.get_at((picture.get_width() // 2, y))[3] for y in range(picture.get_height() // 3, picture.get_height())]
        assert min(middle) >= 250  # but for what shrinking rounds off
        rows[mood] = pygame.mask.from_surface(picture).count()
    assert len(set(rows.values())) == 3


@pytest.mark.parametrize("at", [(700.0, 930.0, 400.0), (700.0, 930.0, 1e17), (1e17, 930.0, 0.6), (700.0, float("nan"), 0.6),
                                (700.0, 930.0, float("inf")), (700.0, 930.0, -5.0), (700.0, 930.0, 0.0)])  # fmt: skip
def test_who_cannot_be_drawn_is_left_out(art: Art, at: tuple[float, float, float]) -> None:
    """Somebody written far too large, or far away, is not drawn at all: the place is as if they were not there."""
    life = Life(running=True)
    with_them = Scenery(art, Sight(("cour/back",), (Stander("nour", "standing", at, flip=False),), None), SIZE)
    alone = Scenery(art, Sight(("cour/back",), (), None), SIZE)
    seen = [pygame.image.tobytes(scenery.show(life, (0.0, 0.0), (0, 0)), "RGB") for scenery in (with_them, alone)]
    assert seen[0] == seen[1]
