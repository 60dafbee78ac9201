"""What is committed is what the kit draws today: nothing stale, nothing missing, nothing left over."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageStat

from assets.bake.catalogue import pictures
from assets.bake.manifest import BAKED, read
from assets.bake.paint import differing, full, paint
from assets.bake.picture import Picture
from assets.bake.places import BLEED
from assets.bake.source import source_hash

BUDGET = 40_000_000  # bytes, everything the game installs under assets/
SAMPLE = (
    *("cdi-radio/front", "vie-scolaire/mid", "salle-info/back"),
    *("clue/carte-3018", "icon/phone/96", "figure/nour/sitting", "ui/contact-shadow", "ui/antenna/2"),
)

LISTED = {picture.id: picture for picture in pictures()}
ENTRIES: dict[str, dict[str, Any]] = read()["pictures"]


def opened(name: str) -> Image.Image:
    """A committed picture, RGBA, laid at its place on its whole canvas."""
    entry = ENTRIES[name]
    out = Image.new("RGBA", LISTED[name].pixels)
    with Image.open(BAKED / entry["file"]) as picture:
        past = entry.get("bleed", (0, 0))
        left, top = (round((v + more) * entry["scale"]) for v, more in zip(entry["box"], past, strict=False))
        out.paste(picture.convert("RGBA"), (left, top))
    return out


def test_nothing_is_stale() -> None:
    """Every picture was baked from the kit as it is now; if not, `python -m assets.bake` draws what changed."""
    stale = [name for name, picture in LISTED.items() if ENTRIES.get(name, {}).get("source") != source_hash(picture)]
    assert stale == []


def test_the_manifest_lists_the_catalogue() -> None:
    """No picture is listed that nobody draws, in the catalogue's own order."""
    assert list(ENTRIES) == list(LISTED)


def test_total_size(record_property: Callable[[str, object], None]) -> None:
    """All that is baked, pictures and sounds, stays within the budget (`assets.lint`: each layer within its own)."""
    total = sum(path.stat().st_size for path in BAKED.rglob("*") if path.is_file())  # sounds too
    record_property("baked_bytes", total)
    assert total <= BUDGET, f"{len(ENTRIES)} pictures, {total / 1e6:.1f} MB"


@pytest.mark.parametrize("name", SAMPLE)
def test_a_sample_drawn_again_looks_the_same(name: str) -> None:
    """Drawn again here, a picture differs from the committed one by less than the eye sees (storage is partly lossy)."""
    fresh, kept = full(LISTED[name]), opened(name)
    assert fresh.size == kept.size
    on_grey = [Image.alpha_composite(Image.new("RGBA", fresh.size, "#808080"), picture) for picture in (fresh, kept)]
    difference = ImageChops.difference(*(picture.convert("RGB") for picture in on_grey))
    assert max(ImageStat.Stat(difference).mean) < 1.5  # of 255


@pytest.mark.parametrize("name", ["bust/yanis/happy/talk2", "bust/nour/surprised/talk1", "bust/prigent/sad/blink"])
def test_bust_and_overlay_are_the_other_face(name: str) -> None:
    """A blink or a talking mouth is laid on the bust with a plain blit: that gives the face the kit draws, its edge included."""
    small = [replace(LISTED[which], scale=0.5) for which in (LISTED[name].over or "", name)]
    still, moved = (full(picture) for picture in small)
    shown = Image.alpha_composite(still, differing(still, moved))
    assert max(ImageStat.Stat(ImageChops.difference(shown, moved)).mean) < 0.1
    edge = ImageChops.difference(shown.getchannel("A"), moved.getchannel("A"))
    assert not any(edge.histogram()[128:])  # the soft edge of a lowered chin may be a shade heavier; nothing solid is left behind


def test_words_are_never_left_out_in_silence() -> None:
    """A drawing with words whose listing says that it has none is refused: it would be drawn without them."""
    worded = LISTED["clue/carte-3018"]
    assert full(replace(worded, scale=0.25)).size == (160, 100)
    with pytest.raises(ValueError, match="clue/carte-3018: has words"):
        full(replace(worded, scale=0.25, words=False))


def test_only_what_is_wanted_is_painted() -> None:
    """An overlay can be baked without writing its base again."""
    dot = Picture("a", "kit.ui.pieces:contact_shadow", canvas=(420, 84))
    again = Picture("a/b", "kit.ui.pieces:contact_shadow", canvas=(420, 84), over="a")
    assert [painted.id for painted in paint([dot, again], {"a/b"})] == ["a/b"]


@pytest.mark.parametrize("name", ["bust/ambre/ashamed", "bust/prigent/worried", "bust/sacha/sad"])
def test_a_head_on_its_shoulders_is_the_bust_the_kit_draws(name: str) -> None:
    """A body is stored once, a head for each expression: laid together as the game does, nothing of the drawing is lost."""
    entry, fresh = ENTRIES[name], full(LISTED[name])
    together = Image.new("RGBA", fresh.size)
    for file, at in ((entry["on"]["file"], entry["on"]["at"]), (entry["file"], entry["part"][:2])):
        with Image.open(BAKED / file) as part:
            k = entry["scale"]
            sheet = Image.new("RGBA", fresh.size)
            sheet.paste(part.convert("RGBA"), (round(at[0] * k), round(at[1] * k)))
            together.alpha_composite(sheet)
    on_grey = [Image.alpha_composite(Image.new("RGBA", fresh.size, "#808080"), picture) for picture in (fresh, together)]
    difference = ImageChops.difference(*(picture.convert("RGB") for picture in on_grey)).convert("L")
    assert ImageStat.Stat(difference).mean[0] < 1
    assert sum(difference.histogram()[48:]) < 0.001 * fresh.width * fresh.height


def test_what_lives_and_what_changes_reaches_as_far_as_its_layer() -> None:
    """A layer may lean as far as it goes on past the frame; patches and life lean with it."""
    cut = [name for name, entry in ENTRIES.items() if entry["canvas"] == [1920, 1080] and not name.startswith(("title/", "ui/"))]
    assert [name for name in cut if entry_bleed(name) != list(BLEED)] == []


def entry_bleed(name: str) -> list[int] | None:
    """How much of a picture is kept past its canvas."""
    found: list[int] | None = ENTRIES[name].get("bleed")
    return found


def test_the_shipped_example_carries_no_metadata() -> None:
    """The bundled picture is a plain JPEG: nothing about a camera, a place or a person."""
    path = Path(BAKED.parent / "examples" / "phare-frileux.jpg")
    with Image.open(path) as picture:
        assert picture.format == "JPEG"
        assert picture.size == (1024, 1024)
        assert len(picture.getexif()) == 0
        assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
