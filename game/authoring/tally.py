"""Many plays of the bots, counted: endings, clues, decisions, how long they take to read, what went wrong.

Room: game/authoring. `as_data` has the stable names that other programs read; the table for people is drawn by the command.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from game.content.story import Story
from game.content.vocabulary import Mode, PathId
from game.content.words import Words

from .bots import KINDS, MIX, Kind, Played, play
from .reading import minutes, word_count


@dataclass
class Tally:
    """What came of some plays."""

    runs: int = 0
    stuck: int = 0
    endings: Counter[str] = field(default_factory=Counter)
    clues: Counter[str] = field(default_factory=Counter)  # in how many plays each was found
    found: list[int] = field(default_factory=list)  # how many clues, a number for each play
    decisions: dict[str, Counter[str]] = field(default_factory=dict)  # decision → option → plays; "" for not answered
    minutes: list[float] = field(default_factory=list)
    steps: list[int] = field(default_factory=list)

    def count(self, played: Played, words: Words) -> None:
        """Add one play."""
        state = played.state
        self.runs += 1
        self.stuck += played.stuck
        if state.ended is not None:
            self.endings[state.ended] += 1
        self.clues.update(card.clue for card in state.notebook)
        self.found.append(len(state.notebook))
        for answer in state.answers:
            self.decisions.setdefault(answer.decision, Counter())[answer.option or ""] += 1
        self.minutes.append(minutes(word_count(played.moments, words)))
        self.steps.append(len(played.commands))


@dataclass
class Report:
    """All plays together, and by kind of player. `exceptions`: the plays that raised, each with what it said; there should be none."""

    path: PathId
    mode: Mode
    seed: int
    together: Tally
    kinds: dict[Kind, Tally]
    exceptions: list[str]
    seconds: float

    @property
    def mix(self) -> Counter[str] | None:
        """How the plays of the mix ended (`bots.MIX`), taken together; None where one of its kinds did not play."""
        if not self.kinds.keys() >= set(MIX):
            return None
        return sum((self.kinds[kind].endings for kind in MIX), Counter())


def run(
    story: Story,
    words: Words,
    *,
    runs: int,
    seed: int,
    path: PathId,
    mode: Mode,
    clock: Callable[[], float],
    kinds: Sequence[Kind] = KINDS,
) -> Report:
    """Let the kinds play in turn, `runs` plays in all; each play has a seed of its own, from `seed` on. `clock` counts seconds."""
    began = clock()
    report = Report(path, mode, seed, Tally(), {kind: Tally() for kind in kinds}, [], 0.0)
    for number in range(runs):
        kind = kinds[number % len(kinds)]
        try:
            played = play(story, kind, seed + number, path, mode)
        except Exception as error:  # noqa: BLE001 whatever it is, it is counted and the others play on
            report.exceptions.append(f"{kind}, seed {seed + number}: {type(error).__name__}: {error}")
            continue
        report.together.count(played, words)
        report.kinds[kind].count(played, words)
    report.seconds = clock() - began
    return report


def percentiles(values: Iterable[float], digits: int = 1) -> dict[str, float]:
    """The values below which a tenth, a half and nine tenths of the plays lie; zeros where there is none."""
    ordered = sorted(values)
    if not ordered:
        return {"p10": 0.0, "p50": 0.0, "p90": 0.0}
    last = len(ordered) - 1
    return {f"p{share}": round(ordered[round(last * share / 100)], digits) for share in (10, 50, 90)}


def as_data(report: Report, story: Story) -> dict[str, object]:
    """The report as plain data: runs, seconds, endings, clues, decisions, minutes, exceptions, stuck; then the same by kind.

    `mix`: how the plays of careful, average and careless players in equal parts ended; null where one of them did not play.
    """
    mix = report.mix
    return {
        "path": report.path,
        "mode": report.mode,
        "seed": report.seed,
        "seconds": round(report.seconds, 2),
        **_data(report.together, story),
        "exceptions": len(report.exceptions),
        "raised": report.exceptions,
        "mix": None if mix is None else {"players": list(MIX), "endings": _endings(mix, story)},
        "players": {kind: _data(tally, story) for kind, tally in report.kinds.items()},
    }


def _endings(met: Counter[str], story: Story) -> dict[str, int]:
    return {ending.id: 0 for ending in story.episode.endings} | dict(met)


def _data(tally: Tally, story: Story) -> dict[str, object]:
    return {
        "runs": tally.runs,
        "endings": _endings(tally.endings, story),
        "clues": {clue: tally.clues[clue] for clue in story.clues},
        "clues_found": percentiles(tally.found, 0),
        "decisions": {name: dict(sorted(options.items())) for name, options in sorted(tally.decisions.items())},
        "minutes": percentiles(tally.minutes),
        "steps": percentiles(tally.steps, 0),
        "stuck": tally.stuck,
    }
