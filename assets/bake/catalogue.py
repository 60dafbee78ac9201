"""Every picture that ships, in order: places and what lives in them, the title, the window's icon, people, clues, icons, the interface.

Room: assets, build-only.
Stays outside: how anything is drawn (`assets.kit`) and stored (`paint`).
"""

from collections.abc import Iterator
from dataclasses import replace

from assets.bake.draw.signs import ICONS
from assets.bake.interface import interface
from assets.bake.life import life
from assets.bake.picture import Picture, Quick
from assets.bake.places import places
from assets.kit.people import CAST, EXPRESSIONS
from assets.kit.people.bust import BELOW, raised
from assets.kit.props.cards import CLUES

STANDING = {
    "louna": ("standing", "sitting", "talking", "walking", "pointing", "arms-crossed"),
    "timothee": ("sitting",),
    "maxence": ("standing", "sitting", "pointing"),
    "jade": ("standing", "arms-crossed", "sitting"),
    "yanis": ("standing", "standing-shy", "hands-in-pockets", "phone", "pointing"),
    "ambre": ("standing", "standing-shy", "sitting"),
    "come": ("standing", "standing-shy", "arms-crossed", "hands-in-pockets", "phone", "talking", "pointing"),
    "nour": ("standing", "sitting", "talking", "phone", "pointing"),
    "sacha": ("standing", "hands-in-pockets", "sitting"),
    "rahmani": ("standing", "talking"),
    "basile": ("standing", "sitting", "talking"),
    "prigent": ("standing", "pointing"),
}
"""Everybody of the cast, and the poses in which a shipped story shows them (`assets/asked.py`); each has a bust too."""
TURNED = {
    "louna": ("standing", "walking"),
    "maxence": ("sitting",),
    "jade": ("sitting", "arms-crossed"),
    "yanis": ("hands-in-pockets",),
    "come": ("hands-in-pockets",),
    "sacha": ("hands-in-pockets", "sitting"),
    "rahmani": ("standing",),
    "basile": ("standing",),
    "prigent": ("standing",),
}
"""Who faces left in some place, and how: drawn once more with the lamp on the other side, since turning a picture over turns its light."""

MOVES = ("blink", "talk1", "talk2")
SKETCHED = frozenset({"bus", "film", "pupil", "tide"})
"""Icons that only the kit's own screens and sheets draw."""
ICON_SIZES = (32, 48, 96, 192)
PERSON_QUALITY = 92  # less than half of lossless; layers and cards are smaller lossless than at quality 95


def title() -> Iterator[Picture]:
    """The poster without words, in one piece and in layers, and the name of the game."""
    yield Quick("title/poster", "bake.draw.poster:poster")
    for layer in ("back", "mid", "front"):
        yield Picture(f"title/{layer}", f"kit.ui.keyart:{layer}", opaque=layer == "back")
    yield Picture("title/word", "bake.draw.signs:wordmark", words=True)


def window() -> Iterator[Picture]:
    """What the system shows for the window, 256 px."""
    yield Picture("app/icon", "kit.ui.brand:app_icon", canvas=(512, 512), scale=0.5)


def people() -> Iterator[Picture]:
    """Busts: a body, heads in eight expressions, what moves in a face; and figures in their poses."""
    for who in STANDING:
        body = Picture(f"bust/{who}/body", "bake.draw.people:shoulders", (who,), canvas=(760, 900 + BELOW), quality=PERSON_QUALITY)
        yield body
        for expression in EXPRESSIONS:
            whole = Picture(
                f"bust/{who}/{expression}",
                "bake.draw.people:person",
                (who, expression),
                canvas=(760, 900),
                quality=PERSON_QUALITY,
                on=body.id,
                down=raised(CAST[who], expression),
            )
            yield whole
            for moves in MOVES:
                yield replace(whole, id=f"{whole.id}/{moves}", args=(who, expression, moves), over=whole.id, on=None, down=0.0)
    for who, poses in STANDING.items():
        for pose in poses:
            whole = Picture(
                f"figure/{who}/{pose}",
                "bake.draw.people:body",
                (who, pose),
                canvas=(600, 1000),
                quality=PERSON_QUALITY,
            )
            yield whole
            yield replace(whole, id=f"{whole.id}/blink", args=(who, pose, "neutral", True), over=whole.id)
            if pose in TURNED.get(who, ()):
                left = replace(whole, id=f"{whole.id}/left", args=(who, pose, "neutral", False, -1))
                yield left
                yield replace(left, id=f"{left.id}/blink", args=(who, pose, "neutral", True, -1), over=left.id)


def cards() -> Iterator[Picture]:
    """What is found, as it lay there."""
    for name in CLUES:
        yield Picture(
            f"clue/{name}",
            "bake.draw.cards:clue",
            (name,),
            canvas=(640, 400),
            scale=2,
            words=True,
            opaque=True,
        )


def icons() -> Iterator[Picture]:
    """Every icon of the game in four sizes (real pixels), ink in red and hollows in green: the game gives them any two colours."""
    for name in (name for name in ICONS if name not in SKETCHED):
        for size in ICON_SIZES:
            yield Picture(
                f"icon/{name}/{size}",
                "bake.draw.signs:icon",
                (name,),
                canvas=(size, size),
                scale=1,
                whole=True,
            )


def pictures() -> list[Picture]:
    """The whole catalogue; ids are unique."""
    listed = [*places(), *life(), *title(), *window(), *people(), *cards(), *icons(), *interface()]
    ids = [picture.id for picture in listed]
    if len(ids) != len(set(ids)):
        raise ValueError(f"listed twice: {sorted({name for name in ids if ids.count(name) > 1})}")
    return listed
