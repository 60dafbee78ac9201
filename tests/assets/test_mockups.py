"""The commands that authors use to look at the kit."""

from pathlib import Path

from PIL import Image, ImageChops, ImageStat

from assets.brand import FOLDER, SIZES, icon
from assets.kit.ui.widgets import antenna
from assets.mockups import ALL, beside, picture


def test_a_screen_is_drawn_beside_the_games(tmp_path: Path) -> None:
    """Mock-up at the left, the game's screen of the same name at the right, at one size."""
    Image.new("RGB", (960, 540), "#123456").save(tmp_path / "quick-exit.png")
    drawn = beside(picture("quick-exit", "paper"), tmp_path / "quick-exit.png")
    assert drawn.size == (1920 * 2 + 40, 1080)
    assert drawn.getpixel((3000, 500)) == (0x12, 0x34, 0x56, 255)


def test_a_screen_without_its_counterpart_stands_alone(tmp_path: Path) -> None:
    """Nothing is invented for a screen that the game does not have yet."""
    assert beside(Image.new("RGBA", (1920, 1080)), tmp_path / "none.png").size == (1920, 1080)


def test_every_desk_screen_has_a_mockup() -> None:
    """The desk's screens are drawn before they are built."""
    assert {"desk-leaving", "desk-real-or-try", "desk-not-connected", "desk-who", "desk-picture", "desk-links", "desk-review"} <= ALL.keys()


def test_brand() -> None:
    """Icons in every size, one .ico, a banner and a social preview of the sizes that are asked for lie there, and are today's."""
    files = {path.name: path for path in FOLDER.iterdir()}
    assert {f"icon-{size}.png" for size in SIZES} | {"icon.ico", "banner.png", "social.png"} == set(files)
    with Image.open(files["social.png"]) as social:
        assert social.size == (1280, 640)
    for size in SIZES[:4]:
        with Image.open(files[f"icon-{size}.png"]) as kept:
            difference = ImageChops.difference(kept.convert("RGBA"), icon(size))
        assert max(ImageStat.Stat(difference).mean) < 1, size


def test_the_antenna_says_its_level_in_words() -> None:
    """Its drawing never stands alone in a mock-up."""
    assert "clair" in antenna(0, 0, 2)
