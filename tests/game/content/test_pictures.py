"""An episode's list of pictures may hold anything: what is not whole is left out and named, and nothing outside its folder is read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from game.content.pictures import Pictures, read_pictures, trouble, troubles
from game.content.root import content_root


def listed(folder: Path, data: Any) -> Pictures:
    """Read a list of this content."""
    (folder / "manifest.json").write_text(json.dumps(data), encoding="utf-8")
    return read_pictures(folder)


def test_what_ships_is_whole() -> None:
    """Every picture that the game lists can be shown."""
    folder = content_root() / "assets" / "baked"
    found = read_pictures(folder)
    assert len(found.pictures) > 100
    assert list(troubles(folder, found)) == []


@pytest.mark.parametrize("raw", [b"", b"{", b"[" * 100_000, b"\xff\xfe", b"[]", b"12", b'{"pictures": []}', b'{"pictures": null}'])
def test_a_list_that_is_none_is_said(tmp_path: Path, raw: bytes) -> None:
    """Nothing is shown, nothing raises."""
    (tmp_path / "manifest.json").write_bytes(raw)
    found = read_pictures(tmp_path)
    assert found.pictures == {}
    assert [one.picture for one in found.left] == [""]


def test_a_list_as_large_as_a_disk_is_not_read(tmp_path: Path) -> None:
    """Its size is enough to know."""
    with (tmp_path / "manifest.json").open("wb") as file:
        file.truncate(1 << 34)
    assert read_pictures(tmp_path).left[0].why == "it is too large"


STRAY = ["../outside.webp", "/etc/passwd", "C:\\Windows\\win.ini", "\\\\host\\share\\a.webp", "a/../../outside.webp", "a\0b"]


@pytest.mark.parametrize("file", STRAY)
def test_a_name_that_leads_out_is_left(tmp_path: Path, file: str) -> None:
    """Upwards, absolute, on another disk or machine: never followed, on any system."""
    found = listed(tmp_path, {"pictures": {"cour/back": {"file": file}}})
    assert found.pictures == {}
    assert found.left[0].picture == "cour/back"
    assert trouble(tmp_path, file)


@pytest.mark.posix_only
def test_a_link_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    """Nor one that leads to itself, nor a pipe, nor a device."""
    import os

    folder = tmp_path / "baked"
    folder.mkdir()
    Image.new("RGB", (4, 4)).save(tmp_path / "outside.png")
    (folder / "out.png").symlink_to(tmp_path / "outside.png")
    (folder / "loop.png").symlink_to(folder / "loop.png")
    os.mkfifo(folder / "pipe.png")
    (folder / "device.png").symlink_to("/dev/zero")
    Image.new("RGB", (4, 4)).save(folder / "good.png")
    names = ("out.png", "loop.png", "pipe.png", "device.png", "gone.png", "good.png")
    assert [bool(trouble(folder, name)) for name in names] == [True, True, True, True, True, False]


def test_a_picture_that_would_fill_the_memory_is_not_opened(tmp_path: Path) -> None:
    """A few kilobytes can hold a picture of a thousand million points: its own head says so, and that is all that is read."""
    Image.new("1", (30_000, 30_000)).save(tmp_path / "bomb.png")
    (tmp_path / "words.png").write_text("no picture", encoding="utf-8")
    assert trouble(tmp_path, "bomb.png") == "its file is too large"
    assert trouble(tmp_path, "words.png") == "its file is no picture"


@pytest.mark.parametrize("how", [{"lossless": True}, {"quality": 60}, {"quality": 60, "exact": True}])
def test_a_webp_is_measured_by_its_head(tmp_path: Path, how: dict[str, Any]) -> None:
    """Each way of writing one says how large it is; one that is cut short is not believed."""
    for mode in ("RGB", "RGBA"):
        Image.new(mode, (9000, 3)).save(tmp_path / "wide.webp", **how)
        Image.new(mode, (800, 600), (200, 10, 30)).save(tmp_path / "good.webp", **how)
        assert trouble(tmp_path, "wide.webp") == "its file is too large"
        assert trouble(tmp_path, "good.webp") == ""
        (tmp_path / "cut.webp").write_bytes((tmp_path / "good.webp").read_bytes()[:20])
        assert trouble(tmp_path, "cut.webp") == "its file cannot be read"


KEYS = st.sampled_from(["file", "canvas", "box", "tint", "frames", "scores", "beat", "rest"])
ODD = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 10**12) | st.floats() | st.sampled_from(["a.webp", "../a", "#zzzzzz", "#112233", ""]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=12,
)
LISTED = st.dictionaries(st.sampled_from(["a", "b/c"]), ODD, max_size=2) | ODD


@given(st.dictionaries(st.sampled_from(["pictures", "moods", "life"]), LISTED, max_size=3))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_list_is_read_or_left(tmp_path: Path, data: Any) -> None:
    """What is kept has the shape that drawing needs; the rest is named."""
    found = listed(tmp_path, data)
    for entry in found.pictures.values():
        (cw, ch), (_, _, w, h) = entry.get("canvas", (1, 1)), entry.get("box", (0, 0, 1, 1))
        assert min(cw, ch) > 0 <= min(w, h)
    for lives in found.life.values():
        assert all(step >= -1 for one in lives for score in one["scores"] for step in score)


@pytest.mark.parametrize("entry", [
    {"canvas": [1, 1], "box": [0, 0, 9000, 1]}, {"canvas": [0.001, 1], "box": [0, 0, 1, 1]}, {"box": [0, 0, 640, 400]},
    {"canvas": [640, 400], "box": [0, 90_000, 640, 400]},
])  # fmt: skip
def test_no_picture_is_larger_than_what_asks_for_it(tmp_path: Path, entry: dict[str, object]) -> None:
    """A box that goes far beyond its canvas would be drawn as large as it says: it is left out, and said."""
    (tmp_path / "manifest.json").write_text(json.dumps({"pictures": {"a": {"file": "a.webp", **entry}}}), encoding="utf-8")
    found = read_pictures(tmp_path)
    assert not found.pictures
    assert [one.picture for one in found.left] == ["a"]
