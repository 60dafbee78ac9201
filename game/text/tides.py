"""The quick exit's page in a terminal: tide times, as any harbour prints them.

Room: game/text. Nothing in it speaks of the game.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from game.content.words import Words
from game.session.tides import Turn, week

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def tide_table(today: date, words: Words) -> Iterator[str]:
    """Seven days from `today`, one line each."""
    yield words("tides.title")
    yield words("tides.place")
    for day, turns in week(today):
        name = words("tides.date", day=words(f"tides.{DAYS[day.weekday()]}"), date=day.day, month=words(f"tides.m{day.month}"))
        high, low = [turn for turn in turns if turn.high], [turn for turn in turns if not turn.high]
        coefficient = high[0].coefficient if high else "-"
        yield words("text.neutral_row", day=name, coefficient=coefficient, high=_turns(high, words), low=_turns(low, words))
    yield words("tides.legal")


def _turns(turns: list[Turn], words: Words) -> str:
    return " ; ".join(_turn(turn, words) for turn in turns)


def _turn(turn: Turn, words: Words) -> str:
    time = words("tides.clock", hour=turn.minute // 60, minute=f"{turn.minute % 60:02d}")
    height = words("tides.metres", value=f"{turn.height:.2f}".replace(".", words("tides.point")))
    return words("text.neutral_turn", time=time, height=height)
