"""A play told in words: nothing that was said is missing, in either language."""

from __future__ import annotations

import pytest

from game.authoring.bots import KINDS, Kind, play
from game.authoring.steps import step, steps
from game.authoring.tell import did, inner, tell
from game.content.root import content_root
from game.content.words import load_words
from game.core.commands import Advance, Choose, Examine, PlaceCard, SkipScene
from game.core.perform import begin
from game.core.present import moment
from tests.game.plays import mini_story, shipped_story


@pytest.mark.parametrize("locale", ["fr", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_everything_said_is_told(kind: Kind, locale: str) -> None:
    """Each line that came on the sheet, each place, the ending; no id shows through."""
    story = shipped_story()
    words = load_words(locale, content_root(), story=story, strict=True)
    played = play(story, kind, 2, "m", "home")
    told = "\n\n".join(tell(story, words, begin(story, "m", "home", 2)[0], played.commands))
    for now in played.moments:
        assert now.line is None or words.line(now.line.id) in told
        assert now.place is None or f"## {words.line(now.place.name)}" in told
    assert "⟦" not in told
    assert str(played.state.ended) in told


def test_a_quoted_title_that_quotes_has_inner_signs() -> None:
    """“ ” inside « », ‘ ’ inside “ ”: never twice the same sign."""
    assert inner("«\u00a0Devinez qui\u00a0»") == "“Devinez qui”"
    assert inner("“Guess who”, he wrote") == "‘Guess who’, he wrote"


def test_steps_are_those_of_a_walkthrough() -> None:
    """One line each, as a walkthrough file has them."""
    commands = (Choose("a-c1"), Advance(), PlaceCard("who", None), SkipScene(), Examine("quay/rope"))
    assert steps(commands) == ("choose: a-c1", "advance", "place-card: [who, null]", "skip-scene", "examine: quay/rope")


def test_a_command_out_of_place_is_told_as_its_step() -> None:
    """Whatever it is, something readable is said."""
    story = mini_story()
    now = moment(story, begin(story, "m", "home", 1)[0])
    words = load_words("en", content_root(), story=story)
    assert did(PlaceCard("who", "who-you"), now, words) == step(PlaceCard("who", "who-you"))
    assert did(Examine("quay/rope"), now, words) == "examine: quay/rope"
