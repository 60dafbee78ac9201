"""What the bots found, as tables for a terminal.

Room: game/authoring. Builds rich tables from a report; the command prints them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.table import Table

from game.content.story import Story
from game.content.words import Words

from .bots import MIX
from .tally import Report, Tally, percentiles


def tally_tables(report: Report, story: Story, words: Words) -> Iterator[Table | str]:
    """By kind of player, how their plays ended, then each clue, then each decision, then what went wrong."""
    yield _players(report, words)
    yield _endings(report, story, words)
    yield _clues(report, story, words)
    if report.together.decisions:
        yield _decisions(report, story, words)
    yield words("author.bots.wrong", exceptions=len(report.exceptions), stuck=report.together.stuck)


def _players(report: Report, words: Words) -> Table:
    seconds = f"{report.seconds:.1f}"
    title = words("author.bots.title", runs=report.together.runs, path=report.path, mode=report.mode, seed=report.seed, seconds=seconds)
    table = Table(title=title, title_justify="left")
    for name in ("kind", "runs", "clues", "minutes", "steps"):
        table.add_column(words(f"author.bots.{name}"))
    for kind, tally in (*report.kinds.items(), (words("author.bots.all"), report.together)):
        table.add_row(kind, *_row(tally))
    return table


def _row(tally: Tally) -> tuple[str, ...]:
    found = percentiles(tally.found, 0).values()
    length = percentiles(tally.minutes).values()
    steps = percentiles(tally.steps, 0)
    return (
        str(tally.runs),
        " · ".join(f"{value:.0f}" for value in found),
        " · ".join(f"{value:.1f}" for value in length),
        f"{steps['p50']:.0f}",
    )


def _endings(report: Report, story: Story, words: Words) -> Table:
    """Who comes to which ending; below them the mix, over which each ending should be met and none take more than half."""
    known = [ending.id for ending in story.episode.endings]
    rows: list[tuple[str, Counter[str]]] = [(kind, tally.endings) for kind, tally in report.kinds.items()]
    table = Table(title_justify="left")
    if report.mix is not None:
        table.title = words("author.bots.mixed", players=" + ".join(MIX))
        rows.append((words("author.bots.mix"), report.mix))
    table.add_column(words("author.bots.endings"))
    for ending in known:
        table.add_column(ending, justify="right")
    for name, met in rows:
        table.add_row(name, *(_share(met[ending], met.total()) for ending in known))
    return table


def _share(count: int, runs: int) -> str:
    return f"{100 * count / runs:.0f} %" if runs else "—"


def _clues(report: Report, story: Story, words: Words) -> Table:
    table = Table()
    table.add_column(words("author.bots.clue"))
    for kind in report.kinds:
        table.add_column(kind, justify="right")
    for clue in story.clues:
        table.add_row(clue, *(_share(tally.clues[clue], tally.runs) for tally in report.kinds.values()))
    return table


def _decisions(report: Report, story: Story, words: Words) -> Table:
    table = Table()
    table.add_column(words("author.bots.decision"))
    table.add_column(words("author.bots.taken"))
    for name in story.decisions:
        options = report.together.decisions.get(name)
        if options:
            told = (f"{option or words('author.bots.not_answered')} {count}" for option, count in sorted(options.items()))
            table.add_row(name, ", ".join(told))
    return table
