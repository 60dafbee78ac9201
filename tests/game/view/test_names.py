"""H, or the button: everything in a place says its name, until it is asked again or one leaves."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.core.commands import Advance, Go
from tests.game.view.stage import Stage, stage


def there(folder: Path, **look: object) -> Stage:
    """In the first place, with nothing being said."""
    s = stage(folder, **look)  # type: ignore[arg-type]  # as `stage` takes them
    s.begin()
    s.play_until("place", line=False)
    return s


def press_h(s: Stage) -> None:
    """The key."""
    s.hands.see(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_h, mod=0, unicode="h"), pygame.event.Event(pygame.KEYUP, key=pygame.K_h))


def label(s: Stage) -> str:
    """What a voice says of the button."""
    return s.hands.target("names").label


def pixels(s: Stage) -> bytes:
    """The window as it is."""
    return pygame.image.tobytes(s.surface, "RGB")


def test_the_key_shows_every_name_and_hides_them_again(tmp_path: Path) -> None:
    """A voice hears them all, those that were looked at are said to be; a second press is as before."""
    s = there(tmp_path)
    sitting = s.run.sitting
    assert sitting is not None
    place = sitting.moment.place
    assert place is not None
    words = s.run.words("fr")
    before = pixels(s)
    s.hands.press(place.hotspots[0].id, by="keyboard")
    s.play_until("place", line=False)
    press_h(s)
    told = label(s)
    assert all(words.line(spot.name) in told for spot in place.hotspots)
    assert told.count("déjà vu") == 1
    press_h(s)
    assert label(s).startswith(f"{len(place.hotspots)} choses ici, déjà vu : 1")
    assert pixels(s) != before


@pytest.mark.parametrize("motion", ["full", "reduced"])
def test_nothing_blinks(motion: str, tmp_path: Path) -> None:
    """Shown names stand still: no frame is drawn, and none differs, however long one waits."""
    s = there(tmp_path)
    s.run.loaded = s.run.loaded.changed(motion=motion)
    s.hands.press("names", by="mouse")
    s.hands.see()
    frames, shown = s.window.frames, pixels(s)
    for _ in range(200):
        s.hands.see()
    assert s.window.frames == frames
    s.window.draw()
    assert pixels(s) == shown


def test_another_place_starts_without(tmp_path: Path) -> None:
    """Names are asked for anew there; coming back does not show them by itself for good."""
    s = there(tmp_path)
    sitting = s.run.sitting
    assert sitting is not None
    press_h(s)
    place = sitting.moment.place
    assert place is not None
    way = next(way for way in place.exits if sitting.moment.allows(Go(way.id)))
    sitting.do(Go(way.id))
    while sitting.moment.allows(Advance()):
        sitting.do(Advance())
    if sitting.moment.activity != "place":
        s.play_until("place", line=False)
    s.window.draw()
    assert not label(s).startswith("Ici")
