"""An offer stands for commands, one for each of what it may be done to and with."""

from __future__ import annotations

import pytest

from game.core.commands import Advance, Examine, StampClue
from game.core.offer import Offer


def test_an_offer_stands_for_each_of_its_commands() -> None:
    """What it lists, it allows; and nothing else."""
    offer = Offer(do="stamp-clue", on=("rope", "tide"), given=("fact", None))
    commands = tuple(offer.commands())
    assert commands == tuple(StampClue(clue, stamp) for clue in ("rope", "tide") for stamp in ("fact", None))
    assert all(offer.allows(command) for command in commands)
    assert not offer.allows(StampClue("rope", "rumour"))
    assert not offer.allows(Examine("rope"))


def test_a_verb_that_takes_nothing_is_one_command() -> None:
    """`advance` needs no more said."""
    assert tuple(Offer(do="advance").commands()) == (Advance(),)


def test_an_offer_takes_no_unknown_key() -> None:
    """As all that is shown."""
    with pytest.raises(ValueError, match="extra"):
        Offer.model_validate({"do": "advance", "at": "once"})
