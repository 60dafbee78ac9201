"""What lives in the places: every picture of it is on a layer that ships, small, and shown in a rhythm that the game can keep."""

from assets.bake.catalogue import pictures
from assets.bake.life import life, lives
from assets.bake.manifest import read
from game.view.life import BEAT, CALM

SMALL = 60_000  # bytes a picture: a sprite, not a layer
OFTEN = 8  # changes a second, at most


def test_each_thing_lives_on_a_layer_that_ships() -> None:
    """A layer that was renamed takes what lives on it along."""
    ids = {picture.id for picture in pictures()}
    assert [layer for layer in lives() if layer not in ids] == []
    assert {picture.id for picture in life()} <= ids


def test_every_place_has_something_that_lives() -> None:
    """Each place of the story, and each hour of it that is another picture, but for those that stand empty on purpose."""
    still = {"cour-soir", "couloir-b-soir"}
    places = {name.partition("/")[0] for name, entry in read()["pictures"].items() if entry.get("tint") and not entry.get("over")}
    hours = {place for place in places if f"{place}/back" in read()["pictures"]}
    assert hours - {layer.partition("/")[0] for layer in lives()} <= still


def test_rhythms_can_be_kept() -> None:
    """Scores name frames that exist, and nothing changes more often than the window draws."""
    for rows in lives().values():
        for row in rows:
            steps = {step for score in row["scores"] for step in score}
            assert steps <= {CALM, *range(len(row["frames"]))}
            assert row["beat"] >= max(BEAT, 1 / OFTEN)
            assert row["rest"][0] <= row["rest"][1]


def test_the_manifest_tells_it() -> None:
    """What the game reads is what the kit says."""
    told = read()["life"]
    assert {layer: [row["frames"] for row in rows] for layer, rows in told.items()} == {
        layer: [row["frames"] for row in rows] for layer, rows in lives().items()
    }


def test_sprites_are_small() -> None:
    """A part that moves is a small picture, so that it costs little to keep and to draw."""
    entries = read()["pictures"]
    assert {picture.id: entries[picture.id]["bytes"] for picture in life() if entries[picture.id]["bytes"] > SMALL} == {}
