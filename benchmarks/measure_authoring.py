"""The author's bench on the shipped story: a whole check, the soft-lock proof, how many plays the bots get through in a minute, and how
long it takes to keep a whole play and to open it again."""

import datetime as dt
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.figure import Figure, at_least, at_most
from game.authoring.bots import play
from game.authoring.check import check
from game.authoring.graph.elements import elements
from game.authoring.graph.page import page
from game.authoring.proof import prove
from game.authoring.tally import run
from game.content.loader import load_story
from game.content.root import content_root
from game.content.story import Story
from game.content.words import load_words
from game.core.migrations import read_state
from game.session.saves import Saves

RUNS = 40
NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


def timed(work: Callable[[], object], clock: Callable[[], float] = time.process_time) -> float:
    """The best of three, in seconds of one core: what the work takes when nothing else runs."""
    best = float("inf")
    for _ in range(3):
        began = clock()
        work()
        best = min(best, clock() - began)
    return best


def saves(story: Story) -> Iterator[Figure]:
    """Keep the longest play at its last moment, then open it again: file, sum, and the state read by the rules."""
    played = play(story, "careful", 1, "f", "home")
    note = f"{len(played.commands)} commands"
    with TemporaryDirectory() as folder:
        kept = Saves(Path(folder))
        written = timed(lambda: kept.write("one", played.state, played.commands, NOW), time.perf_counter)  # the disk takes its part
        yield at_most("save of a whole play", 1000 * written, "ms", 20, note)
        opened = timed(lambda: read_state(dict(kept.read("one").state), story), time.perf_counter)
        yield at_most("load of a whole play", 1000 * opened, "ms", 20, note)


def measure() -> Iterator[Figure]:
    """Each from the story in memory, but for the check, which reads every file."""
    with TemporaryDirectory() as kept:
        load_story(cache_dir=Path(kept))
        compiled = timed(lambda: load_story(cache_dir=Path(kept)))
    read = timed(load_story)
    story = load_story()
    size = f"{len(story.places)} places, {len(story.all_talks)} talks and scenes, {len(story.french)} texts"
    note = f"{size}; {read / compiled:.1f} times as quick as from its files"
    yield at_most("story from its compiled form", compiled * 1000, "ms", 50, note)
    words = {locale: load_words(locale, content_root(), story=story) for locale in ("fr", "en")}
    checked = timed(lambda: check(content_root()))
    yield at_most("check of everything", checked, "s", 3, f"{checked / read:.1f} times what reading the files takes")
    proof = prove(story)
    note = f"{proof.verdict}: {len(proof.assured)} starts assured, {len(proof.followed)} followed, {proof.states} states"
    yield at_most("soft-lock proof", timed(lambda: prove(story)), "s", 60, note)
    for path in story.episode.paths:
        report = run(story, words["fr"], runs=RUNS, seed=1, path=path, mode="home", clock=time.process_time)
        note = f"{RUNS} plays, {len(report.exceptions)} errors, {report.together.stuck} without an end"
        yield at_least(f"plays of bots a minute of one core, path {path}", RUNS / report.seconds * 60, "plays", 200, note)
    yield from saves(story)
    yield at_most("page of the story", timed(lambda: page(elements(story, words))), "s", 1)
