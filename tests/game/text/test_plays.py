"""The reader plays everything: each walkthrough and plays of bots, typed line by line, end in the state the rules give."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring.bots import KINDS, Kind
from game.authoring.bots import play as let_play
from game.core.commands import Command, PlaceCard, StampClue, TryChange
from game.core.moment import Moment
from game.core.offer import Do
from game.core.perform import begin
from game.session.walkthrough import play, read_walkthrough
from game.text.story import ELSEWHERE, StoryPage
from tests.game.plays import day_story, shipped_story
from tests.game.text.typist import Typist, house

FILES = sorted((Path(__file__).parents[2] / "walkthroughs").glob("*.yaml"))


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_walkthrough_can_be_typed(path: Path, lang: str, tmp_path: Path) -> None:
    """The same commands, the same last state, in both languages."""
    walkthrough = read_walkthrough(path)
    end, done = play(shipped_story(), walkthrough)
    typist = Typist(house(tmp_path, lang=lang, path=walkthrough.path, mode=walkthrough.mode, seed=walkthrough.seed))
    typist.begin()
    for command, _ in done:
        typist.ask_for(command)
    assert typist.sitting.walk == tuple(command for command, _ in done)
    assert typist.sitting.state == end


@pytest.mark.parametrize("kind", KINDS)
def test_a_day_of_bells_logs_and_repairs_can_be_typed(kind: Kind, tmp_path: Path) -> None:
    """What a bot finds on offer has a number or a word here too: message logs, bells, repairs, the map, the board, the workshop."""
    assert sum(len(typed(kind, seed, tmp_path / str(seed))) for seed in (3, 5)) > 30


def typed(kind: Kind, seed: int, folder: Path) -> list[Command]:
    """Type one play of a bot as far as it goes; what was asked for. The last state is the bot's where the whole play was typed."""
    story = day_story()
    played = let_play(story, kind, seed, "m", "home", patience=600)
    typist = Typist(house(folder, path="m", seed=seed, day=True))
    typist.begin()
    assert typist.sitting.state == begin(story, "m", "home", seed)[0]
    asked: list[Command] = []
    for command in played.commands:
        if not typist.sitting.moment.allows(command):
            break  # the workshop's lamp is what was computed, where the bot only guessed: the day goes another way from there
        if _idle(command, typist.sitting.moment):
            continue
        typist.ask_for(command)
        asked.append(command)
    assert [_plain(command) for command in typist.sitting.walk] == [_plain(command) for command in asked]
    if typist.sitting.walk == played.commands:
        assert typist.sitting.state == played.state
    return asked


def _idle(command: Command, now: Moment) -> bool:
    """Emptying what is empty: the rules let it pass, and nobody would ask for it."""
    if isinstance(command, StampClue) and command.stamp is None:
        return all(card.stamp is None for card in now.notebook if card.id == command.clue)
    if isinstance(command, PlaceCard) and command.card is None and now.board is not None:
        return all(slot.card is None and slot.sure is None for slot in now.board.slots if slot.id == command.slot)
    return False


def _plain(command: Command) -> object:
    """A change of the workshop's picture without its lamp."""
    return command.choice if isinstance(command, TryChange) else command


def test_everything_on_offer_can_be_asked_for(tmp_path: Path) -> None:
    """Over a whole careful play, each verb the moment offers has a way to be typed; a new verb of the core fails here by name."""
    played = let_play(day_story(), "careful", 1, "m", "home", patience=600)
    typist = Typist(house(tmp_path, path="m", day=True))
    typist.begin()
    without: set[Do] = set()
    for command in played.commands:
        now: Moment = typist.sitting.moment
        listed = {getattr(entry.act, "do", None) or ("try-change" if entry.act is not None else None) for entry in typist.reader.entries}
        if isinstance(typist.reader.page, StoryPage):
            without |= {offer.do for offer in now.offers} - listed - ELSEWHERE
        if not now.allows(command):
            break
        typist.ask_for(command)
    assert without == set()
