"""The author's bench on the shipped story: a whole check, the soft-lock proof, and how many plays the bots get through in a minute."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.figure import Figure, at_least, at_most
from game.authoring.check import check
from game.authoring.graph.elements import elements
from game.authoring.graph.page import page
from game.authoring.proof import prove
from game.authoring.tally import run
from game.content.loader import load_story
from game.content.root import content_root
from game.content.words import load_words

RUNS = 100


def timed(work: Callable[[], object]) -> float:
    """The best of three, in seconds: what the work takes when nothing else runs."""
    best = float("inf")
    for _ in range(3):
        began = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - began)
    return best


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
    report = run(story, words["fr"], runs=RUNS, seed=1, path="m", mode="home", clock=time.perf_counter)
    note = f"{RUNS} plays, {len(report.exceptions)} errors, {report.together.stuck} without an end"
    yield at_least("plays of bots a minute", RUNS / report.seconds * 60, "plays", 200, note)
    yield at_most("page of the story", timed(lambda: page(elements(story, words))), "s", 1)
