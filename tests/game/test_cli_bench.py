"""`play --watch` and `play --warp`: given in a checkout, refused in a class, with reasons in the person's language."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.cli import edge, own_words, plain_play
from game.cli_bench import RECORDINGS, with_bench
from game.content.root import content_root
from game.content.words import Words
from game.session.edge import Edge
from game.session.paths import Paths
from game.session.settings import load_settings
from game.view.compose import compose
from tests.game.test_cli import run


@pytest.fixture
def words() -> Words:
    """What the commands say in English."""
    return own_words("en")


def at(folder: Path, *, in_class: bool = False) -> Edge:
    """A run of somebody with a folder of their own."""
    paths = Paths.under(folder)
    loaded = load_settings(paths)
    return edge(paths, loaded.in_class() if in_class else loaded, folder, seed=1, keyring=False)


def test_a_checkout_always_records_and_watches_when_asked(tmp_path: Path, words: Words) -> None:
    """Nothing is looked at, twice a second, for somebody who only plays."""
    plain = with_bench(at(tmp_path), watch=False, warp=None, words=words)
    watched = with_bench(at(tmp_path), watch=True, warp=None, words=words)
    assert isinstance(plain, Edge)
    assert isinstance(watched, Edge)
    assert (plain.recordings, plain.watch, plain.start) == (content_root() / RECORDINGS, False, None)
    assert watched.watch
    assert compose(plain).bench is not None


def test_a_class_has_no_bench(tmp_path: Path, words: Words) -> None:
    """Asked for, it is refused; not asked for, the run is as it was."""
    given = at(tmp_path, in_class=True)
    assert with_bench(given, watch=False, warp=None, words=words) is given
    assert compose(given).bench is None
    for watch, warp in ((True, None), (False, "portail")):
        assert with_bench(given, watch=watch, warp=warp, words=words) == words("bench.not_here")


def test_warp_begins_there_and_keeps_nothing(tmp_path: Path, words: Words) -> None:
    """The window's first screen is the story, at that line; no file of saves appears, and none is offered."""
    place = sorted(compose(at(tmp_path)).story.places)[0]
    given = with_bench(at(tmp_path), watch=False, warp=place, words=words)
    assert isinstance(given, Edge)
    warped = compose(given)
    assert warped.first().name == "story"
    assert warped.sitting is not None
    assert warped.sitting.moment.place is not None
    assert warped.sitting.moment.place.id == place
    warped.close()
    assert not list(tmp_path.rglob("autosave*"))
    assert warped.open_saves is None


def test_a_slip_is_guessed_and_a_stranger_named(tmp_path: Path, words: Words) -> None:
    """In one sentence."""
    guessed = with_bench(at(tmp_path), watch=False, warp="portial", words=words)
    assert isinstance(guessed, str)
    assert "“portail”" in guessed
    assert with_bench(at(tmp_path), watch=False, warp="zzzzzzzzzz", words=words) == words("bench.warp.unknown", target="zzzzzzzzzz")


@pytest.mark.parametrize("arguments", [["play", "--watch"], ["play", "--warp", "portail"]])
def test_the_plain_reading_leaves_them_to_the_full_one(arguments: list[str]) -> None:
    """Only what every player types is read without typer."""
    assert plain_play(arguments) is None


def test_help_names_both(tmp_path: Path) -> None:
    """`play --help` says what they do."""
    told = run(tmp_path, "play", "--help").stdout
    assert "--watch" in told
    assert "--warp" in told
