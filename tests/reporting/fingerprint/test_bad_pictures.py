"""A picture that cannot be taken as a whole gets its own cause; nothing hangs, nothing partial is ever accepted."""

import io
import json
import os
import random
import socket
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from reporting.fingerprint import ImageFingerprint, PictureError, errors, fingerprint_image
from reporting.fingerprint.container import MAX_PIXELS
from reporting.fingerprint.source import read_source
from tests.reporting.fingerprint.made import animated, chunk, picture, png_declaring, saved, tall_jpeg, whole_files

FILES = whole_files()


def cause_of(source: object) -> str:
    """The cause of the refusal; fails if there is none."""
    with pytest.raises(PictureError) as caught:
        fingerprint_image(source)  # type: ignore[arg-type]
    json.dumps(caught.value.facts())
    return caught.value.cause


def every_kind(kind: type[PictureError]) -> Iterator[type[PictureError]]:
    """A class and all that descend from it."""
    yield kind
    for below in kind.__subclasses__():
        yield from every_kind(below)


def test_each_cause_has_an_id_of_its_own() -> None:
    """Words are found by it, so no two classes that are raised may share one."""
    raised = [kind.cause for kind in every_kind(PictureError) if kind not in (PictureError, errors.NotReadable)]
    assert len(set(raised)) == len(raised)
    assert "unknown" not in raised


@pytest.mark.parametrize("kind", FILES)
def test_a_cut_file_is_never_accepted(kind: str) -> None:
    """Cut anywhere: at each of the first and last bytes, and at many between."""
    data = FILES[kind]
    cuts = {*range(1, 64), *range(len(data) - 64, len(data)), *range(64, len(data), max(len(data) // 150, 1))}
    accepted = [cut for cut in sorted(cuts) if cause_of(data[:cut]) not in {"truncated", "damaged", "not_a_picture"}]
    assert accepted == []
    assert cause_of(data[: len(data) // 2]) == cause_of(data[:-1]) == "truncated"


@pytest.mark.deep
@pytest.mark.parametrize("kind", FILES)
def test_a_cut_file_is_never_accepted_at_any_byte(kind: str) -> None:
    """Every single length."""
    data = FILES[kind]
    assert {cause_of(data[:cut]) for cut in range(1, len(data))} <= {"truncated", "damaged", "not_a_picture"}


@pytest.mark.parametrize(("kind", "options"), [("JPEG", {"progressive": True}), ("JPEG", {}), ("PNG", {}), ("WEBP", {}), ("HEIF", {})])
def test_a_download_padded_with_zeros_is_never_accepted(kind: str, options: dict[str, object]) -> None:
    """A file of the right length whose tail never arrived, as when space was kept for it beforehand."""
    data = saved(picture(480, 640), kind, quality=95, **options)
    fingerprint_image(data)
    for kept in (len(data) // 3, len(data) // 2, len(data) * 9 // 10):
        assert len(data) - kept > 1024
        assert cause_of(data[:kept] + bytes(len(data) - kept)) in {"truncated", "damaged"}


def answer(data: bytes) -> str:
    """The cause, or "taken": anything else that is raised fails the test."""
    try:
        found = fingerprint_image(data)
    except PictureError as error:
        return error.cause
    assert isinstance(found, ImageFingerprint)
    return "taken"


def flipped(data: bytes, chance: random.Random, most: int) -> bytes:
    """The same bytes with a few bits turned, the header more often than the rest."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, most)):
        at = chance.randrange(min(len(data), 200)) if chance.random() < 0.4 else chance.randrange(len(data))
        changed[at] ^= 1 << chance.randrange(8)
    return bytes(changed)


@pytest.mark.parametrize("kind", FILES)
def test_turned_bits_get_a_cause_or_a_fingerprint(kind: str) -> None:
    """Nothing else is ever raised, whatever bits are wrong."""
    chance = random.Random(kind)
    answers = [answer(flipped(FILES[kind], chance, 6)) for _ in range(80)]
    assert len(answers) == 80
    if kind == "png":  # every byte that makes the picture has a checksum
        assert "taken" not in answers or answers.count("taken") < 8


@pytest.mark.deep
@pytest.mark.parametrize("kind", FILES)
def test_turned_bits_get_a_cause_or_a_fingerprint_many_times(kind: str) -> None:
    """The same, thousands of times, with up to forty bits, and cut as well."""
    chance = random.Random(kind + " deep")
    for _ in range(3000):
        data = flipped(FILES[kind], chance, 40)
        answer(data[: chance.randint(1, len(data))] if chance.random() < 0.3 else data)


@pytest.mark.parametrize(
    ("start", "found"),
    [
        (b"GIF89a", "GIF"),
        (b"BM", "BMP"),
        (b"II*\0", "TIFF"),
        (b"%PDF-1.7", "PDF"),
        (b"\0\0\0\x18ftypisom", "MP4"),
        (b"\0\0\0\x1cftypavif", "AVIF"),
    ],
)
def test_other_formats_are_named(start: bytes, found: str) -> None:
    """What it is instead is said."""
    with pytest.raises(errors.Unsupported) as caught:
        fingerprint_image(start + bytes(60))
    assert caught.value.found == found


@pytest.mark.parametrize(
    "data", [b"x", b"hello, this is a letter\n" * 40, bytes(1000), "<svg xmlns='…'/>".encode(), b"RIFF\0\0\0\0WAVEfmt "]
)
def test_what_is_no_picture(data: bytes, tmp_path: Path) -> None:
    """Whatever its name says."""
    path = tmp_path / "plage.jpg"
    path.write_bytes(data)
    assert cause_of(path) == "not_a_picture"


@pytest.mark.parametrize("kind", FILES)
def test_a_wrong_extension_does_not_matter(kind: str, tmp_path: Path) -> None:
    """A supported picture under another kind's name is taken for what it is."""
    path = tmp_path / ("plage.png" if kind != "png" else "plage.jpg")
    path.write_bytes(FILES[kind])
    assert fingerprint_image(path) == fingerprint_image(FILES[kind])


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_animated_pictures_are_refused(kind: str) -> None:
    """The first frame is not the picture."""
    assert cause_of(animated(kind)) == "animated"


def test_a_film_of_heic_stills_is_refused() -> None:
    """By the brand it starts with."""
    assert cause_of(b"\0\0\0\x18ftypmsf1\0\0\0\0msf1hevc" + bytes(40)) == "animated"


def test_zero_bytes(tmp_path: Path) -> None:
    """By path, bytes and file."""
    path = tmp_path / "vide.jpg"
    path.touch()
    assert {cause_of(path), cause_of(b""), cause_of(io.BytesIO())} == {"empty"}


def test_paths_that_hold_no_file(tmp_path: Path) -> None:
    """A folder, nothing, a path through a file, and a name that no file can have."""
    (tmp_path / "file").touch()
    assert cause_of(tmp_path) == "folder"
    assert cause_of(tmp_path / "nothing.jpg") == "missing"
    assert cause_of(tmp_path / "file" / "below.jpg") == "missing"
    assert cause_of("a\0b.jpg") == "missing"
    assert cause_of(tmp_path / ("x" * 5000)) in {"read_failed", "missing"}  # by system


@pytest.mark.posix_only
def test_pipes_devices_and_sockets_do_not_hang(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe that nobody writes to, endless zeros, and a socket."""
    pipe = tmp_path / "pipe.jpg"
    os.mkfifo(pipe)
    assert cause_of(pipe) == cause_of("/dev/zero") == "not_a_file"
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("near.jpg")
        assert cause_of("near.jpg") == "not_a_file"


@pytest.mark.posix_only
def test_a_forbidden_file(tmp_path: Path) -> None:
    """The system refuses to open it. Nothing is forbidden to root, so root becomes somebody else for a moment."""
    path = tmp_path / "closed.jpg"
    path.write_bytes(FILES["jpeg"])
    path.chmod(0)
    me = os.geteuid()
    if me == 0:
        os.seteuid(65534)
    try:
        assert cause_of(path) == "not_allowed"
    finally:
        os.seteuid(me)


class Refusing(io.RawIOBase):
    """A file on a stick that was pulled out."""

    def read(self, size: int = -1) -> bytes:
        raise OSError(5, "Input/output error")


def test_a_file_that_fails_while_being_read() -> None:
    """The system's own reason is kept, by its short name."""
    with pytest.raises(errors.ReadFailed) as caught:
        fingerprint_image(Refusing())  # type: ignore[arg-type]
    assert caught.value.reason == "EIO"


@pytest.mark.parametrize("source", [None, 3, ["a"], io.StringIO("text")])
def test_sources_of_another_kind(source: object) -> None:
    """A mistake of the caller, not of the picture."""
    with pytest.raises(TypeError):
        fingerprint_image(source)  # type: ignore[arg-type]


def test_more_bytes_than_the_limit(tmp_path: Path) -> None:
    """By path, bytes and file; nothing past the limit is read."""
    path = tmp_path / "large"
    path.write_bytes(bytes(1001))
    for source in (path, bytes(1001), io.BytesIO(bytes(1001))):
        with pytest.raises(errors.FileTooBig) as caught:
            read_source(source, limit=1000)
        assert (caught.value.size, caught.value.limit) == (1001, 1000)
    assert len(read_source(bytes(1000), limit=1000)) == 1000


def test_a_few_bytes_that_declare_an_enormous_picture() -> None:
    """Bombs of each kind whose header says its size; no memory is taken for them."""
    assert cause_of(png_declaring(60_000, 60_000)) == "bomb"
    webp = bytearray(saved(picture().convert("RGBA"), "WEBP", exif=b"Exif\0\0II*\0"))
    assert webp[12:16] == b"VP8X"
    webp[24:30] = (16382).to_bytes(3, "little") * 2
    assert cause_of(bytes(webp)) == "bomb"
    jpeg = bytearray(FILES["jpeg"])
    at = jpeg.index(b"\xff\xc0")
    jpeg[at + 5 : at + 9] = b"\xff\xff\xff\xff"
    assert cause_of(bytes(jpeg)) == "bomb"


def test_a_header_within_the_limit_and_nothing_behind_it() -> None:
    """Declared pixels that are not there are missing pixels."""
    assert cause_of(png_declaring(3000, 3000)) in {"truncated", "damaged"}


def test_text_that_unfolds_to_gigabytes_is_not_unfolded() -> None:
    """A compressed remark in a PNG may not cost memory; the picture is refused as damaged."""
    data = FILES["png"]
    bomb = chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(80_000_000), 9))
    assert answer(data[:33] + bomb + data[33:]) in {"damaged", "taken"}


def test_an_honest_picture_over_the_limit() -> None:
    """Refused with its size and the limit, and not called a bomb."""
    data = tall_jpeg(32000, 600)
    with pytest.raises(errors.TooManyPixels) as caught:
        fingerprint_image(data)
    assert caught.value.cause == "too_big"
    assert (caught.value.width, caught.value.height, caught.value.limit) == (32000, 9600, MAX_PIXELS["JPEG"])


def test_no_error_says_the_path(tmp_path: Path) -> None:
    """Neither in its text nor in its facts."""
    for name, content in (("prenom.jpg", None), ("prenom.png", b"no picture"), ("prenom.webp", FILES["webp"][:50])):
        path = tmp_path / name
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(PictureError) as caught:
            fingerprint_image(path)
        assert "prenom" not in str(caught.value) + repr(caught.value) + json.dumps(caught.value.facts())
        assert caught.value.__cause__ is None
