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


POSES = sorted(name.split("/", 1)[1] for name in Art(BAKED).entries if name.startswith("figure/") and name.count("/") == 2)


def lowest(art: Art, one: Stander) -> tuple[float, float]:
    """From where to where the lowest part of a figure reaches: seen in its picture, without asking the scenery."""
    _, _, k = one.at
    left = "/left" if one.flip and art.has(f"figure/{one.id}/{one.pose}/left") else ""
    picture, (dx, _) = art.picture(f"figure/{one.id}/{one.pose}{left}", (round(600 * k), round(1000 * k)), flip=one.flip)
    solid = pygame.mask.from_surface(picture, 127)
    low = max(y for y in range(picture.get_height()) if any(solid.get_at((x, y)) for x in range(picture.get_width())))
    columns = [x for x in range(picture.get_width()) for y in range(low - 6, low + 1) if solid.get_at((x, y))]
    edge = one.at[0] - 300 * k + dx
    return edge + min(columns), edge + max(columns)


@pytest.mark.parametrize("flip", [False, True], ids=["right", "left"])
@pytest.mark.parametrize("name", POSES)
def test_the_shadow_lies_under_the_feet(art: Art, name: str, flip: bool) -> None:
    """In every pose, to either side, what touches the ground stands on its shadow, which reaches no further than a foot past it."""
    who, pose = name.split("/")
    one = Stander(who, pose, (960.0, 940.0, 0.6), flip)
    scenery = Scenery(art, Sight((), (one,), None), (1920, 1080))
    left, right = lowest(art, one)
    shadow = scenery.shadow(one)
    assert shadow.left < left < right < shadow.right
    assert max(left - shadow.left, shadow.right - right) < 180 * 0.6  # the far foot stands a little higher
    assert shadow.top < 940 < shadow.bottom


def test_a_shadow_turns_with_the_figure(art: Art) -> None:
    """Somebody who looks the other way has their shadow mirrored about where they stand."""
    scenery = Scenery(art, Sight((), (), None), (1920, 1080))
    boxes = [scenery.shadow(Stander("timothee", "sitting", (960.0, 940.0, 0.6), flip)) for flip in (False, True)]
    assert abs(boxes[0].centerx - 960) > 30
    assert abs(boxes[0].centerx + boxes[1].centerx - 2 * 960) <= 2


def light_from_the_right(art: Art, name: str, *, flip: bool) -> float:
    """How much brighter the right half of a figure’s clothes is than the left, of the brightness of both."""
    picture, (_, dy) = art.picture(name, (360, 600), flip=flip)
    left = right = 0
    for y in range(200 - dy, 320 - dy, 4):
        row = [x for x in range(picture.get_width()) if picture.get_at((x, y))[3] > 250]
        shades = [sum(picture.get_at((x, y))[:3]) for x in row]
        left, right = left + sum(shades[: len(row) // 3]), right + sum(shades[-(len(row) // 3) :])
    return (right - left) / (right + left)


def test_who_faces_left_is_lit_from_the_right() -> None:
    """Places are lit from the right: turned over, a figure that was drawn for it keeps its light there; another one takes it along."""
    pygame.display.init()
    pygame.display.set_mode(SIZE)
    art = Art(BAKED)
    for who, pose in (("basile", "standing"), ("yanis", "hands-in-pockets")):
        name = f"figure/{who}/{pose}"
        assert light_from_the_right(art, f"{name}/left", flip=True) > light_from_the_right(art, name, flip=True) + 0.05


def test_everybody_who_faces_left_was_drawn_for_it(art: Art) -> None:
    """Wherever the story has somebody face left, there is a picture that is lit from the other side."""
    there = {(p.who or name, p.pose) for place in load_story().places.values() for name, p in place.people.items() if p.facing == "left"}
    assert there
    assert [at for at in sorted(there) if not art.has("figure/{}/{}/left".format(*at))] == []
