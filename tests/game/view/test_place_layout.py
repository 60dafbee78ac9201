"""Signs, eyes and bubbles of every place of the story: none hides another, at any text size and in both languages."""

from __future__ import annotations

from itertools import combinations

import pytest

from game.content.place import Place
from game.core.moment import ExitNow, HotspotNow, PersonNow, PlaceNow
from game.view.canvas import Canvas
from game.view.geometry import Box
from game.view.screens.place import names_height
from game.view.screens.place_layout import READ, SIGNS, around, back_box, button_box, covered, lay, meet, side
from game.view.ui import Attention, Ui
from game.view.widgets import bar
from game.view.widgets.basic import button_width
from tests.game.view.stage import story, words
from tests.game.view.test_fit import canvas as canvas  # a fixture

PLACES = sorted(story().places)
SIZES = [1.0, 1.33, 1.5, 2.0]


def whole(place: Place, *, person: str = "") -> PlaceNow:
    """The place with all there is to look at and every way out, and one of those who may stand there."""
    cast = story().cast
    return PlaceNow(
        id=place.id,
        name=place.name.id,
        hour=None,
        alt=None,
        layers=(),
        hotspots=tuple(
            HotspotNow(id=spot.id, name=spot.name.id, shape=spot.shape.points, verbs=("look",), examined=False, mark=spot.mark_)
            for spot in place.hotspots.values()
        ),
        people=tuple(
            PersonNow(
                id=one.who,
                name=cast[one.who].name.id,
                pose=one.pose,
                expression=one.expr,
                at=place.stands[one.at],
                facing=one.facing,
                talk=True,
            )
            for key, one in place.people.items()
            if key == person
        ),
        exits=tuple(
            ExitNow(id=way.id, to=way.to, name=way.name.id, shape=way.shape.points, visited=False, open=True)
            for way in place.exits.values()
        ),
    )


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("name", PLACES)
def test_no_sign_hides_another(canvas: Canvas, name: str, lang: str, size: float) -> None:
    """Ways out stand side by side in the picture; no eye lies under one, under another eye, or under the button of the names."""
    ui = Ui(canvas, words(lang), Attention(), size)
    layout = lay(ui, whole(story().places[name]))
    eyes = [around(at) for at in layout.things.values()]
    assert all(way.x >= 0 and way.right <= 1920 and way.bottom <= ui.bottom for way in layout.ways)
    assert not any(meet(one, other) for one, other in combinations(layout.ways, 2))
    assert not any(meet(eye, way) for eye in eyes for way in layout.ways)
    assert not any(meet(one, other) for one, other in combinations(eyes, 2))
    button = button_box(ui, layout, button_width(ui, "", key="H"), 90)
    assert not any(meet(button, other) for other in (*eyes, *layout.ways))


@pytest.mark.parametrize("size", [1.0, 2.0])
@pytest.mark.parametrize("name", PLACES)
def test_a_bubble_and_an_eye_keep_apart(canvas: Canvas, name: str, size: float) -> None:
    """Whoever may stand there, their bubble covers no eye and no eye covers their face."""
    place, ui = story().places[name], Ui(canvas, words("fr"), Attention(), size)
    for person in place.people:
        here = whole(place, person=person)
        layout, (x, y, k) = lay(ui, here), here.people[0].at
        tall = (750 if here.people[0].pose.startswith("sitting") else 930) * k
        face = Box(x - 60 * k, y - tall, 120 * k, 190 * k)
        for spot, at in layout.things.items():
            assert not meet(around(at), around(layout.people[here.people[0].id])), (person, spot)
            assert not meet(around(at), face), (person, spot)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("name", PLACES)
def test_no_button_hides_what_is_written(canvas: Canvas, name: str, lang: str, size: float) -> None:
    """Whoever stands there, the buttons of the names and of what one may come back to, with the board's or without it, cover no poster,
    no sign, no eye, no way out and not each other."""
    place, told = story().places[name], words(lang)
    ui = Ui(canvas, told, Attention(), size)
    count = told("play.names.many", count="5", seen="0") if size <= 1.3 else ""
    wide = max(420, button_width(ui, told("play.board"), key="B"))
    board = Box(1900 - wide, bar.height(ui) + 30, wide, 84)
    for person in ["", *place.people]:
        here = whole(place, person=person)
        layout = lay(ui, here)
        for first in ([], [board]):
            names = button_box(ui, layout, button_width(ui, count, key="H"), names_height(ui), taken=first)
            back, label = back_box(ui, layout, [*first, names])
            assert label or size == 2, "the word is there but in the largest text"
            free = [around(at) for at in (*layout.things.values(), *layout.people.values())]
            for button in (names, back):
                assert not any(covered(button, other) for other in layout.read), (person, button)
                assert name != "vie-scolaire" or not covered(button, Box(520, 122, 300, 350))  # what names the 3018
                assert not any(meet(button, other) for other in (*free, *layout.ways, *layout.feet)), (person, button)
                assert 0 <= button.x < button.right <= 1920
                assert bar.height(ui) <= button.y < button.bottom <= ui.bottom
            assert not any(meet(one, other) for one, other in combinations([*first, names, back], 2)), person


def test_the_3018_poster_is_never_covered() -> None:
    """The one wall that names the 3018 is among what must stay in sight, and so is every thing and place that is named so."""
    places = story().places
    spots = {spot.id for place in places.values() for spot in place.hotspots.values()}
    assert "vie-scolaire/poster-3018" in READ
    assert spots >= READ
    assert set(places) >= set(SIGNS)


def test_a_way_out_points_where_it_lies() -> None:
    """Left and right at the edges, up in between."""
    at = [((x, 906.0), (x + 336, 906.0), (x + 336, 990.0), (x, 990.0)) for x in (24.0, 700.0, 1560.0)]
    assert [side(shape) for shape in at] == ["left", "up", "right"]
