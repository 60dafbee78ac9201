"""What the bots found, as tables for a terminal.

Room: game/authoring. Builds rich tables from a report; the command prints them.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.table import Table

from game.content.story import Story
from game.content.words import Words

from .tally import Report, Tally, percentiles


def tally_tables(report: Report, story: Story, words: Words) -> Iterator[Table | str]:
    """By kind of player, then each clue, then each decision, then what went wrong."""
    yield _players(report, words)
    yield _clues(report, story, words)
    if report.together.decisions:
        yield _decisions(report, story, words)
    yield words("author.bots.wrong", exceptions=len(report.exceptions), stuck=report.together.stuck)


def _players(report: Report, words: Words) -> Table:
    seconds = f"{report.seconds:.1f}"
    title = words("author.bots.title", runs=report.together.runs, path=report.path, mode=report.mode, seed=report.seed, seconds=seconds)
    table = Table(title=title, title_justify="left")
    for name in ("kind", "runs", "endings", "clues", "minutes", "steps"):
        table.add_column(words(f"author.bots.{name}"), min_width=13 if name == "endings" else None)
    for kind, tally in (*report.kinds.items(), (words("author.bots.all"), report.together)):
        table.add_row(kind, *_row(tally))
    return table


def _row(tally: Tally) -> tuple[str, ...]:
    endings = "\n".join(f"{ending} {count}" for ending, count in tally.endings.most_common())
    found = percentiles(tally.found, 0).values()
    length = percentiles(tally.minutes).values()
    steps = percentiles(tally.steps, 0)
    return (
        str(tally.runs),
        endings,
        " · ".join(f"{value:.0f}" for value in found),
        " · ".join(f"{value:.1f}" for value in length),
        f"{steps['p50']:.0f}",
    )


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
