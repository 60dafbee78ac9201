"""The log that lies open, as a reader may show it.

Room: game/core, the rules. Part of `present.py`.
"""

from __future__ import annotations

from game.content.story import Story
from game.core.conditions import holds
from game.core.moment import CountNow, LogLineNow, LogNow
from game.core.open import lines_to_keep, log_lines, log_of
from game.core.state import State


def log_now(story: Story, state: State) -> LogNow | None:
    """None while no log lies open."""
    log = log_of(story, state)
    if log is None:
        return None
    asked = lines_to_keep(log, story, state)
    teller = story.cast.get(log.told) if log.told is not None else None
    return LogNow(
        id=log.id,
        skin=log.skin,
        title=log.title.id,
        who=log.told,
        portrait=teller is not None and teller.kind == "person",
        expression=log.expr,
        how=log.how.id if log.how is not None else None,
        note=log.note.id if log.note is not None else None,
        lines=tuple(
            LogLineNow(
                id=line.id,
                kind=line.kind,
                at=line.at.id if line.at is not None else None,
                by=line.by.id if line.by is not None else None,
                ask=line.id in asked,
                kept=line.id in state.reached,
                facts=line.fact,
            )
            for line in log_lines(log, story, state)
        ),
        counts=tuple(
            CountNow(id=count.id, number=count.number, of=count.of, ringed=count.ringed, facts=count.fact)
            for count in log.counts
            if holds(count.when, story, state)
        ),
    )
