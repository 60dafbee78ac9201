"""One picture, its fingerprints: the same by path, bytes or file, and the pixels are those that `convert("RGB")` gives, upright."""

import copy
import hashlib
import io
import pickle
from pathlib import Path

import imagehash
import numpy as np
import pytest
from PIL import Image

from benchmarks.pictures import jpeg, landscape, page
from reporting.fingerprint import TOO_PLAIN, fingerprint_image
from reporting.fingerprint.pdq import hex_of, luma_of_rgb, pdq
from tests.reporting.fingerprint.distance import bits_apart
from tests.reporting.fingerprint.made import picture, saved, tall_jpeg, whole_files, with_orientation


def full(image: Image.Image) -> tuple[str, int]:
    """PDQ and quality of every pixel of a picture as Pillow gives them."""
    bits, quality = pdq(luma_of_rgb(np.asarray(image.convert("RGB"))))
    return hex_of(bits), quality


@pytest.mark.parametrize("kind", whole_files())
def test_path_bytes_and_file_give_the_same(kind: str, tmp_path: Path) -> None:
    """Also from a folder whose name has spaces and accents, and under a name that says nothing."""
    data = whole_files()[kind]
    path = tmp_path / "été à la mer"
    path.write_bytes(data)
    found = fingerprint_image(data)
    assert found == fingerprint_image(path) == fingerprint_image(str(path)) == fingerprint_image(bytearray(data))
    with path.open("rb") as file:
        assert fingerprint_image(file) == found
        assert not file.closed
    assert found.md5 == hashlib.md5(data, usedforsecurity=False).hexdigest()
    assert found.sha256 == hashlib.sha256(data).hexdigest()
    assert len(found.pdq) == 64
    assert len(found.phash) == 16


@pytest.mark.parametrize("kind", ["jpeg", "progressive", "png", "webp", "lossless"])
def test_small_pictures_are_hashed_exactly(kind: str) -> None:
    """Under 2 megapixels nothing is reduced: the hash is that of the decoded pixels, bit for bit."""
    data = whole_files()[kind]
    found = fingerprint_image(data)
    assert (found.pdq, found.quality) == full(Image.open(io.BytesIO(data)))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "RGB"])
def test_png_modes_are_what_conversion_to_rgb_gives(mode: str) -> None:
    """Alpha is dropped, palettes are looked up, grey is repeated, two colours are black and white."""
    image = picture().convert(mode)
    if mode in ("LA", "RGBA"):
        image.putalpha(Image.linear_gradient("L").resize(image.size))
    data = saved(image, "PNG")
    found = fingerprint_image(data)
    assert (found.pdq, found.quality) == full(Image.open(io.BytesIO(data)))


def test_a_transparent_palette_is_looked_up_without_a_warning() -> None:
    """The colour stored under a transparent pixel counts."""
    image = picture().convert("P")
    data = saved(image, "PNG", transparency=bytes(range(256)))
    assert (fingerprint_image(data).pdq, fingerprint_image(data).quality) == full(image)


def test_16_bit_grey_keeps_its_high_byte() -> None:
    """The same picture in 8 and in 16 bits has one hash."""
    grey = np.asarray(picture().convert("L"))
    deep = saved(Image.fromarray(grey.astype(np.uint16) * 256 + 77), "PNG")
    assert fingerprint_image(deep).pdq == fingerprint_image(saved(Image.fromarray(grey), "PNG")).pdq
    assert fingerprint_image(deep).phash == fingerprint_image(saved(Image.fromarray(grey), "PNG")).phash


@pytest.mark.parametrize("size", [(120, 168), (1500, 2000)])
def test_cmyk_and_grey_jpeg(size: tuple[int, int]) -> None:
    """CMYK is always decoded in full; grey is reduced like colour."""
    cmyk = saved(picture(*size).convert("CMYK"), "JPEG", quality=90)
    found = fingerprint_image(cmyk)
    assert (found.pdq, found.quality) == full(Image.open(io.BytesIO(cmyk)))
    grey = saved(picture(*size).convert("L"), "JPEG", quality=90)
    assert bits_apart(fingerprint_image(grey).pdq, full(Image.open(io.BytesIO(grey)))[0]) <= 10


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_orientation_is_applied_exactly(orientation: int, kind: str) -> None:
    """However the picture is stored, it is hashed as it is looked at: all bits equal, at a size that strips do not divide."""
    upright = picture(301, 203)
    stored, exif = with_orientation(upright, orientation)
    options = {"lossless": True} if kind == "WEBP" else {}
    found = fingerprint_image(saved(stored, kind, exif=exif, **options))
    assert (found.pdq, found.quality) == full(upright)
    assert bits_apart(found.phash, str(imagehash.phash(upright))) <= 2


@pytest.mark.parametrize("orientation", range(1, 9))
def test_orientation_of_a_reduced_jpeg(orientation: int) -> None:
    """The blocks are counted from the stored corner, whichever corner that becomes; sides that 8 does not divide."""
    upright = Image.fromarray(page(1499, 2003, 5))
    stored, exif = with_orientation(upright, orientation)
    found = fingerprint_image(saved(stored, "JPEG", quality=95, exif=exif))
    assert bits_apart(found.pdq, full(upright)[0]) <= 8


@pytest.mark.parametrize(
    "options", [{"subsampling": 0}, {"subsampling": 1}, {"keep_rgb": True}, {"progressive": True}, {"restart_marker_rows": 1}]
)
def test_every_way_of_storing_a_large_jpeg(options: dict[str, object]) -> None:
    """Colour at full, half and quarter detail, stored as RGB, in several scans, in pieces: within 10 bits of the full pixels."""
    data = saved(picture(1500, 2000), "JPEG", quality=90, **options)
    assert bits_apart(fingerprint_image(data).pdq, full(Image.open(io.BytesIO(data)))[0]) <= 10


def test_two_pictures_in_one_jpeg_are_the_first() -> None:
    """Phones store a second view or a brightness map behind the picture (MPO)."""
    first, second = picture(seed=1), picture(seed=2)
    data = saved(first, "MPO", save_all=True, append_images=[second], quality=90)
    assert fingerprint_image(data).pdq == full(Image.open(io.BytesIO(data)))[0]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_orientation_of_heic(orientation: int) -> None:
    """Its own decoder turns it, once."""
    upright = Image.fromarray(landscape(302, 204, 4))
    stored, exif = with_orientation(upright, orientation)
    found = fingerprint_image(saved(stored, "HEIF", quality=95, exif=exif))
    assert bits_apart(found.pdq, full(upright)[0]) <= 10


@pytest.mark.parametrize("mode", ["L", "RGBA"])
def test_heic_modes(mode: str) -> None:
    """Grey, and with an alpha channel that is dropped."""
    image = Image.fromarray(landscape(302, 204, 4))
    found = fingerprint_image(saved(image.convert(mode), "HEIF", quality=95))
    assert bits_apart(found.pdq, full(image)[0]) <= 10


def test_heic_of_several_pictures_is_its_main_one() -> None:
    """A burst names one of its pictures as the main one; that is the one people see."""
    import pillow_heif

    first, second = Image.fromarray(landscape(302, 204, 4)), Image.fromarray(landscape(302, 204, 5))
    burst = pillow_heif.from_pillow(first)
    burst.add_from_pillow(second)
    stream = io.BytesIO()
    burst.save(stream, quality=95, primary_index=1)
    assert bits_apart(fingerprint_image(stream.getvalue()).pdq, full(second)[0]) <= 10


def test_broken_exif_turns_nothing() -> None:
    """A picture whose EXIF cannot be read is hashed as it is stored, without a warning."""
    data = saved(picture(), "JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\xff rubbish")
    assert fingerprint_image(data).pdq == fingerprint_image(saved(picture(), "JPEG")).pdq


def test_heic_is_near_the_picture_it_was_made_from() -> None:
    """HEIC loses a little; what remains is within what two copies of one picture may differ by. Nothing gets registered."""
    image = Image.fromarray(landscape(480, 640, 2))
    found = fingerprint_image(saved(image, "HEIF", quality=90))
    assert bits_apart(found.pdq, full(image)[0]) <= 10
    assert "HEIF" not in Image.OPEN


def test_phash_is_imagehash_of_the_same_pixels() -> None:
    """Computed on first use, and equal to the library's own on a picture decoded in full."""
    data = whole_files()["jpeg"]
    assert fingerprint_image(data).phash == str(imagehash.phash(Image.open(io.BytesIO(data))))


def test_phash_and_pixels_are_not_shown_or_pickled() -> None:
    """The fields that may leave are taken by name; the object itself does not travel, and its repr holds no pixel."""
    found = fingerprint_image(whole_files()["png"])
    assert "phash" not in repr(found)
    assert "Image" not in repr(found).removeprefix("ImageFingerprint")
    for travel in (pickle.dumps, copy.deepcopy):
        with pytest.raises(TypeError):
            travel(found)


@pytest.mark.parametrize("grey", [0, 128, 255])
def test_too_plain_is_reported_and_is_no_error(grey: int) -> None:
    """A flat picture has a fingerprint of quality 0, and says that it should not be sent."""
    found = fingerprint_image(saved(Image.new("RGB", (300, 200), (grey, grey, grey)), "PNG"))
    assert found.quality <= TOO_PLAIN
    assert found.too_plain


def test_a_film_behind_the_picture_does_not_matter() -> None:
    """Phones append a film or a second picture to a JPEG; the digests take it in, the hash does not."""
    data = whole_files()["jpeg"]
    longer = data + b"\0\0\0\x18ftypmp42" + bytes(5000)
    assert fingerprint_image(longer).pdq == fingerprint_image(data).pdq
    assert fingerprint_image(longer).sha256 != fingerprint_image(data).sha256


def test_200_megapixels_are_decoded_reduced() -> None:
    """A phone's largest JPEG works: 16,320 × 12,256 pixels."""
    data = tall_jpeg(16320, 766)
    found = fingerprint_image(data)
    assert found.sha256 == hashlib.sha256(data).hexdigest()
    assert found.quality > TOO_PLAIN


def test_progress_grows_from_nothing_to_all() -> None:
    """For a JPEG decoded reduced and for a picture hashed strip by strip."""
    for data in (jpeg(landscape(1500, 2000, 1)), saved(Image.fromarray(landscape(400, 300, 1)), "PNG")):
        told: list[float] = []
        fingerprint_image(data, told.append)
        assert told == sorted(told)
        assert (told[0], told[-1]) == (0.0, 1.0)
        assert len(told) >= 4
