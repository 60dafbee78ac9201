"""A player without chance: always the first useful thing, so that what the tests look at stays where it was."""

from __future__ import annotations

from game.core.commands import Command
from game.core.moment import Moment

# what a reader who wants to see everything once does first
EAGER = (
    "commit-board", "advance", "choose", "keep-line", "close-log", "place-card", "say-how-sure", "talk-to", "use", "examine", "open-board",
    "go", "ring-bell",
)  # fmt: skip


def next_command(now: Moment, tried: frozenset[str]) -> Command | None:
    """What to do next so that the story goes on: the first useful offer, new things before known ones; None at the end."""
    best: tuple[float, int, Command] | None = None
    order = 0
    for offer in now.offers:
        if offer.do not in EAGER:
            continue
        for command in offer.commands():
            order += 1
            rank = EAGER.index(offer.do) + _reluctance(now, command, tried)
            if best is None or (rank, order) < best[:2]:
                best = (rank, order, command)
    return best[2] if best else None


def _reluctance(now: Moment, command: Command, tried: frozenset[str]) -> float:
    """0 for what is new, more for what was done before."""
    place, board = now.place, now.board
    if repr(command) in tried and command.do in ("go", "choose", "talk-to", "examine", "keep-line"):
        return 20.0
    if command.do == "examine" and place is not None:
        return 10.0 if any(h.id == command.hotspot and h.examined for h in place.hotspots) else 0.0
    if command.do == "go" and place is not None:
        return 5.0 if any(e.id == command.exit and e.visited for e in place.exits) else 0.0
    if command.do in ("place-card", "say-how-sure") and board is not None:
        slot = next(s for s in board.slots if s.id == command.slot)
        if command.do == "place-card":
            return 20.0 if command.card is None or slot.card is not None or slot.sure is not None else 0.0
        return 20.0 if slot.sure is not None or (slot.card is not None and command.sure == "unknown") else 0.0
    return 0.0
