"""Whatever a file on the disk holds, nothing crashes, hangs or is lost: content, catalogues, caches, saves, settings, lists."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.authoring.check import check
from game.content import cache, compiled
from game.content.episodes import open_episode
from game.content.loader import load_story, read_story
from game.content.words import load_words
from game.core.commands import Advance, Choose
from game.session.clock import SteppedClock
from game.session.paths import Paths
from game.session.rereading import read_again
from game.session.saves import SaveError, Saves, pack, unpack
from game.session.saves import _sum as sum_of
from game.session.session import Session
from game.session.settings import load_settings
from tests.game.plays import MINI, mini_story

NOW = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
A_MOMENT = 20.0
"""Seconds that the worst file may take here, on a machine that does other things too."""

RAW: dict[str, bytes] = {
    "empty": b"",
    "nul": b"\0" * 4096,
    "bytes": bytes(range(256)) * 16,
    "latin": "été".encode("latin-1"),
    "wide": "été".encode("utf-16"),
    "deep": b"[" * 200_000,
    "deep-map": b'{"a":' * 50_000,
    "deep-blocks": b"".join(b" " * n + b"- a:\n" for n in range(400)),
    "huge-number": b'{"a": ' + b"9" * 100_000 + b"}",
    "infinity": b'{"a": 1e999, "b": NaN}',
    "surrogate": b'{"a": "\\ud800"}',
    "bomb": b"a: &a [x]\n" + b"".join(b"%c: &%c [%s]\n" % (c, c, b",".join([b"*%c" % (c - 1)] * 9)) for c in range(98, 118)),
    "tag": b"!!python/object/apply:os.system ['true']\n",
    "merge": b"<<: {<<: {<<: 1}}\n",
    "keys": b"".join(b"k%d: 1\n" % n for n in range(20_000)),
    "flow": b"a: [" + b"{b: c}," * 20_000 + b"]",
    "quotes": b"a: " + b'"' * 100_001,
    "colons": b"a: b: c: d\n" * 2000,
    "complex": b"? " * 2000,
    "long-line": b"texts: {a: {text: '" + b"mot " * 200_000 + b"'}}",
    "one-word": b"texts: {a: {text: '" + b"m" * 300_000 + b"'}}",
}


def quickly(work: Callable[[], Any]) -> Any:
    """Do it, and see that it took a moment."""
    began = time.perf_counter()
    found = work()
    assert time.perf_counter() - began < A_MOMENT
    return found


def episode(folder: Path) -> Path:
    """A small episode, whole."""
    shutil.copytree(MINI, folder / "episode")
    return folder / "episode"


@pytest.mark.parametrize("name", RAW)
def test_a_content_file_of_any_bytes(tmp_path: Path, name: str) -> None:
    """Beside whole files: faults, in a moment, and check and the reload say the same."""
    root = episode(tmp_path)
    (root / "story" / "zzz.yaml").write_bytes(RAW[name])
    reading = quickly(lambda: read_story(root))
    assert reading.diagnostics or name in {"one-word", "long-line"}
    assert quickly(lambda: check(root))
    again = quickly(lambda: read_again(root))
    assert again.story is None or not [fault for fault in reading.diagnostics if fault.severity == "error"]
    assert quickly(lambda: open_episode(root)).trouble in {"broken", None}


PO = {
    **RAW,
    "no-id": b'msgstr "a"\n',
    "open-quote": b'msgid "a\nmsgstr "b"\n',
    "charset": b'msgid ""\nmsgstr "Content-Type: text/plain; charset=no-such\\n"\n\nmsgctxt "a"\nmsgid "b"\nmsgstr "c"\n',
    "plural": b'msgid ""\nmsgstr "Plural-Forms: nplurals=9**9**9; plural=__import__(1)\\n"\n\nmsgctxt "a"\nmsgid "b"\nmsgstr "c"\n',
    "many": b"".join(b'msgctxt "k%d"\nmsgid "a"\nmsgstr "b"\n\n' % n for n in range(2000)),
    "twice": b'msgctxt "a"\nmsgid "b"\nmsgstr "c"\n\nmsgctxt "a"\nmsgid "b"\nmsgstr "d"\n',
    "bad-escape": b'msgctxt "a"\nmsgid "b"\nmsgstr "\\x\\"\n',
    "index": b'msgid "a"\nmsgid_plural "b"\nmsgstr[x] "c"\nmsgstr[99999999999] "d"\n',
}


@pytest.mark.parametrize("name", PO)
def test_a_catalogue_of_any_bytes(tmp_path: Path, name: str) -> None:
    """The game is played in French where the English cannot be read; check and the reload say what is wrong."""
    root = episode(tmp_path)
    folder = root / "story" / "locales"
    folder.mkdir(exist_ok=True)
    (folder / "en.po").write_bytes(PO[name])
    (folder / "xx.po").write_bytes(PO[name])
    words = quickly(lambda: load_words("en", root, story=mini_story()))
    assert words.line("boat-a1")
    assert quickly(lambda: check(root))
    again = quickly(lambda: read_again(root))
    assert again.story is not None or all(fault.file.endswith(".po") for fault in again.faults)


@pytest.mark.parametrize("name", RAW)
def test_a_cache_of_any_bytes(tmp_path: Path, name: str) -> None:
    """Or cut short, or another story’s: the story comes from its files."""
    whole = load_story(MINI, cache_dir=tmp_path)
    (kept,) = (path for path in tmp_path.iterdir() if path.name.startswith("story-"))
    sound = kept.read_bytes()
    for data in (RAW[name], sound[: len(sound) // 2], sound.replace(b'"mini"', b"12"), sound.replace(b"quay", b"moon", 1)):
        kept.write_bytes(data)
        assert quickly(lambda: load_story(MINI, cache_dir=tmp_path)) == whole


ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.sampled_from(["quay", "note", "a", "tide", "m"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


def played() -> tuple[dict[str, Any], list[Any], bytes]:
    """A play that was kept: its state and its walk as they are written, and the bytes."""
    session, _ = Session.start(mini_story(), "m", "home", 4, None, SteppedClock(NOW))
    session.do(Choose("note-a-c1"))
    session.do(Advance())
    data = pack(session.state, session.walk, NOW)
    plain = json.loads(data)
    return plain["state"], plain["walk"], data


STATE, WALK, DATA = played()


@given(st.sampled_from(sorted(STATE)), ODD)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_save_whose_state_was_forged(tmp_path: Path, key: str, value: Any) -> None:
    """With its sum made right: it is resumed by the rules or refused with a sentence, and the play before it stays."""
    folder = tmp_path / "saves"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        forged = {**json.loads(DATA), "state": {**STATE, key: value}}
        forged["sum"] = sum_of(forged["state"], tuple(WALK))
        data = json.dumps(forged).encode()
    except (ValueError, UnicodeEncodeError):
        return
    (folder / "autosave.json").write_bytes(data)
    (folder / "autosave.previous.json").write_bytes(DATA)
    unpack("autosave", data)
    saves = Saves(folder)
    saves.slots()
    session: Session | None = None
    with contextlib.suppress(SaveError):
        session, _ = Session.resume(mini_story(), saves, SteppedClock(NOW))
    assert session is None or session.moment.activity
    assert session is not None or DATA in {path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("name", RAW)
def test_a_save_and_settings_of_any_bytes(tmp_path: Path, name: str) -> None:
    """The save before it is opened, with a word; settings fall back to what is safe."""
    (tmp_path / "saves").mkdir()
    (tmp_path / "saves" / "autosave.json").write_bytes(RAW[name])
    (tmp_path / "saves" / "autosave.previous.json").write_bytes(DATA)
    saved = quickly(lambda: Saves(tmp_path / "saves").read("autosave"))
    assert saved.state == STATE
    assert saved.notices
    paths = Paths.under(tmp_path)
    paths.settings.parent.mkdir(parents=True, exist_ok=True)
    paths.settings.write_bytes(RAW[name])
    assert quickly(lambda: load_settings(paths)).settings.language in {"fr", "en"}


@pytest.mark.posix_only
def test_pipes_and_devices_are_never_waited_for(tmp_path: Path) -> None:
    """In the place of a save, the settings, a catalogue, a cache or a list of pictures."""
    root = episode(tmp_path)
    (root / "story" / "locales").mkdir(exist_ok=True)
    (root / "story" / "locales" / "en.po").unlink(missing_ok=True)
    (root / "assets" / "baked").mkdir(parents=True)
    paths = Paths.under(tmp_path / "home")
    paths.saves.mkdir(parents=True)
    paths.settings.parent.mkdir(parents=True, exist_ok=True)
    name = f"story-{cache.FORMAT}-{compiled.digest((), root)}"
    places = (
        root / "story" / "locales" / "en.po", root / "assets" / "baked" / "manifest.json", paths.saves / "autosave.json", paths.settings,
        tmp_path / f"{name}.json",
    )  # fmt: skip
    for path in places:
        os.mkfifo(path)
    assert load_words("en", root, story=mini_story()).line("boat-a1")
    assert check(root)
    assert compiled.read(tmp_path, name) is None
    with pytest.raises(SaveError):
        Saves(paths.saves).read("autosave")
    assert load_settings(paths).settings.language == "fr"
