"""Commands and events travel as JSON."""

from __future__ import annotations

import typing

import pytest
from pydantic import ValidationError

from game.core.commands import COMMANDS, Choose, Command, CommitBoard, Examine, PlaceCard
from game.core.events import EVENTS, Chosen, Refused
from game.core.moment import Moment
from game.core.offer import Do, Offer


def test_a_command_is_the_same_after_its_way_through_json() -> None:
    """The verb stands in `do`; nothing is lost."""
    for command in (Examine("quay/rope"), PlaceCard("who", None), CommitBoard()):
        assert COMMANDS.validate_json(COMMANDS.dump_json(command)) == command


def test_an_event_holds_its_command() -> None:
    """A refusal carries what was refused."""
    refused = Refused(Choose("d-help.a"))
    assert EVENTS.validate_json(EVENTS.dump_json(refused)) == refused


@pytest.mark.parametrize(
    "wrong", [{"do": "shout"}, {"do": "go"}, {"do": "go", "exit": "a", "at": 1}, {"do": "stamp-clue", "clue": "a", "stamp": "lie"}]
)
def test_an_unknown_verb_key_or_word_is_refused(wrong: object) -> None:
    """What is no command is named, not guessed."""
    with pytest.raises(ValidationError):
        COMMANDS.validate_python(wrong)


def test_every_verb_can_be_offered() -> None:
    """The verbs of the offers and of the commands are the same; one that is missing fails here, by name."""
    verbs = {kind.__dataclass_fields__["do"].default for kind in typing.get_args(Command)}
    assert verbs == set(typing.get_args(Do))


def test_an_offer_stands_for_its_commands_and_no_other() -> None:
    """What an offer lists is what it allows."""
    offer = Offer(do="place-card", on=("who",), given=("who-you", None))
    assert list(offer.commands()) == [PlaceCard("who", "who-you"), PlaceCard("who", None)]
    assert all(offer.allows(command) for command in offer.commands())
    assert not offer.allows(PlaceCard("why", None))
    assert not offer.allows(CommitBoard())


def test_a_plain_answer_is_no_decision() -> None:
    """Only a decision's choice names its decision."""
    assert EVENTS.validate_json(EVENTS.dump_json(Chosen("note-a-c1", None))) == Chosen("note-a-c1", None)


def test_the_moment_has_a_schema() -> None:
    """A reader in another language can be built against it: every part is described, and nothing else is allowed."""
    schema = Moment.model_json_schema()
    assert set(schema["properties"]) == set(Moment.model_fields)
    parts = [schema, *(part for part in schema["$defs"].values() if part["type"] == "object")]
    assert all(part["additionalProperties"] is False and part["description"] for part in parts)
