"""What the story asks for is drawn, and what is drawn is asked for."""

from typing import Any

from assets.bake.catalogue import pictures
from assets.bake.manifest import BAKED, MANIFEST, read
from assets.bake.places import DEPTHS, PATCHES, PLACES
from game.content.loader import load_story
from game.content.story import Story

INSTALLED = 40_000_000  # bytes of everything under assets/ that is installed with the game
BUILD_ONLY = ("kit", "bake", "brand")  # folders that only authors use
IN_RESERVE = {"couloir-b-neon/back", "studio-antenne/mid", "studio-antenne/front"}
"""Pictures that no look lists: the window lays them over a layer itself, or a later scene will."""

ENTRIES: dict[str, dict[str, Any]] = read()["pictures"]


def asked_layers(story: Story) -> set[str]:
    """Every picture that a look of a place, or a state of a thing in it, is made of."""
    looks = {name for place in story.places.values() for look in place.looks.values() for name in look.layers}
    return looks | {name for guise in story.guises.values() for name in guise.layers}


def test_every_layer_of_the_story_is_drawn() -> None:
    """No look of a place asks for a picture that nobody bakes."""
    assert asked_layers(load_story()) - ENTRIES.keys() == set()


def test_every_drawn_layer_is_used() -> None:
    """No layer is installed that no look shows."""
    drawn = {f"{place}/{depth}" for place in PLACES for depth in DEPTHS} | PATCHES.keys()
    assert drawn - asked_layers(load_story()) - IN_RESERVE == set()


def test_everybody_who_stands_somewhere_is_drawn_so() -> None:
    """Each presence of the story has the figure of its pose."""
    story = load_story()
    missing = {f"figure/{person.who}/{person.pose}" for person in story.people.values()} - ENTRIES.keys()
    assert missing == set()


def test_everybody_who_speaks_has_the_face_for_it() -> None:
    """Each line of somebody with a face has the bust of its expression."""
    story = load_story()
    faces = {name.split("/")[1] for name in ENTRIES if name.startswith("bust/")}
    missing = {
        f"bust/{line.who}/{line.expr or 'neutral'}"
        for line in story.lines.values()
        if line.who in faces and f"bust/{line.who}/{line.expr or 'neutral'}" not in ENTRIES
    }
    assert missing == set()
    assert {who for who, cast in story.cast.items() if cast.kind == "person" and who not in faces} <= {"karine"}


def test_every_clue_has_its_card() -> None:
    """No clue of the story is without a drawing."""
    assert {f"clue/{name}" for name in load_story().clues} - ENTRIES.keys() == set()


def test_what_is_installed_stays_small() -> None:
    """Pictures, fonts, sounds and examples together stay within the budget."""
    root = BAKED.parent
    files = [path for path in root.rglob("*") if path.is_file() and path.relative_to(root).parts[0] not in BUILD_ONLY]
    total = sum(path.stat().st_size for path in files if path.suffix not in {".py", ".pyc"})
    assert total <= INSTALLED, f"{total / 1e6:.1f} MB"


def test_ids_are_unique() -> None:
    """The catalogue lists each picture once, and the list lies beside the files."""
    ids = [picture.id for picture in pictures()]
    assert len(ids) == len(set(ids))
    assert (BAKED / MANIFEST).is_file()
