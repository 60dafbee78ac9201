"""Check an episode, or one file of it: every fault as data, in the order of the files.

Room: game/authoring. The terminal is written by `render.py`; only the commands exit.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

from game.content.diagnostics import Diagnostic, Rule
from game.content.episodes import find_episodes
from game.content.loader import read_story
from game.content.rules import READING_RULES

from .aftermath import without_aftermath
from .bench import Bench, set_up
from .rules import (
    answers,
    around,
    baked,
    day,
    fit,
    graph,
    idle,
    language,
    logs,
    never,
    reach,
    references,
    rounds,
    softlock,
    sources,
    wording,
)

CHECKS: tuple[Callable[[Bench], Iterator[Diagnostic]], ...] = (
    references.check_references,
    references.check_conditions,
    graph.check_graph,
    graph.check_places,
    day.check_day,
    logs.check_logs,
    answers.check_answers,
    reach.check_reach,
    never.check_never,
    rounds.check_rounds,
    idle.check_idle,
    wording.check_words,
    language.check_language,
    sources.check_sources,
    fit.check_fit,
    around.check_translations,
    around.check_art,
    baked.check_sounds,
    baked.check_pictures,
    around.check_help,
)

RULES: tuple[Rule, ...] = (
    *READING_RULES,
    *references.RULES,
    *graph.RULES,
    *day.RULES,
    *logs.RULES,
    *answers.RULES,
    *wording.RULES,
    *language.RULES,
    *sources.RULES,
    *fit.RULES,
    *around.RULES,
    *baked.RULES,
    *reach.RULES,
    *never.RULES,
    *rounds.RULES,
    *idle.RULES,
    *softlock.RULES,
)
"""Every rule there is; each has a page in docs/rules and a must-fail file in the tests."""


def check(root: Path, today: dt.date | None = None, *, release: bool = False, interface: bool = True) -> list[Diagnostic]:
    """Everything wrong under `root` (a folder with `scenes` and `story`, or one file), by file, line and column.

    today:     the day help lines are compared with; the real one by default, read here at the edge.
    release:   ask for what a release needs too: a name behind every fact.
    interface: look at the interface's words too.
    """
    reading = read_story(root)
    bench, faults = set_up(root, reading, today or dt.datetime.now(tz=dt.UTC).date(), interface=interface)
    found = [*reading.diagnostics, *faults]
    if bench is not None:
        for rule in (*CHECKS, sources.check_verified) if release else CHECKS:
            found += rule(bench)
        first = softlock.first_to_mend(bench, found)
        if first is None:
            found += softlock.check_endings(bench)
        else:
            told = f"{first.hint}; {softlock.WAITS}" if first.hint else softlock.WAITS
            found = [dataclasses.replace(first, hint=told) if fault is first else fault for fault in found]
    texts = {**(bench.sources if bench is not None else {}), **reading.sources}
    unique = {(fault.code, str(fault.mark), fault.message): fault.with_lines(texts) for fault in found}
    return sorted(without_aftermath(unique.values()), key=lambda fault: (fault.file, fault.line, fault.column, fault.code))


def check_installed(content: Path, today: dt.date | None = None, *, release: bool = False) -> list[Diagnostic]:
    """The same for all that ships: the game's own episode, then those under `content/episodes`, whose files are named from `content`."""
    found = check(content, today, release=release)
    for root in find_episodes(content)[1:]:
        name = root.relative_to(content).as_posix()
        for fault in check(root, today, release=release, interface=False):  # it was looked at with the first
            if not fault.file.startswith("game/words/"):
                found.append(dataclasses.replace(fault, mark=dataclasses.replace(fault.mark, file=f"{name}/{fault.file}")))
    return found
