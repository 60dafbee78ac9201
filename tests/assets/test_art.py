"""Who the story lets speak is drawn, and what is drawn is listed once. What it shows beside that is looked at by `assets.lint`."""

from assets.bake.catalogue import pictures
from assets.bake.manifest import BAKED, MANIFEST, read
from game.content.loader import load_story


def test_everybody_who_is_a_person_has_a_face() -> None:
    """But Karine, who is only written to."""
    faces = {name.split("/")[1] for name in read()["pictures"] if name.startswith("bust/")}
    assert {who for who, cast in load_story().cast.items() if cast.kind == "person" and who not in faces} <= {"karine"}


def test_ids_are_unique() -> None:
    """The catalogue lists each picture once, and the list lies beside the files."""
    ids = [picture.id for picture in pictures()]
    assert len(ids) == len(set(ids))
    assert (BAKED / MANIFEST).is_file()
