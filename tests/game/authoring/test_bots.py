"""Bots play as a person does, the same each time from one seed, and always come to an end."""

from __future__ import annotations

from random import Random

import pytest

from game.authoring.bots import KINDS, MIX, Bot, Kind, play, worths
from game.authoring.reading import minutes, shown, word_count
from game.authoring.tally import as_data, percentiles, run
from game.content.root import content_root
from game.content.words import Words, load_words
from game.core.commands import Choose, GoBackOver
from game.core.events import Refused
from game.core.perform import begin, perform
from tests.game.plays import day_story, mini_story, shipped_story


@pytest.fixture(scope="module")
def words() -> Words:
    """The shipped story in French."""
    return load_words("fr", content_root(), story=shipped_story())


@pytest.mark.parametrize("kind", KINDS)
def test_a_bot_does_only_what_is_on_offer(kind: Kind) -> None:
    """No command of a whole play is refused, on any path, and the play ends."""
    story = shipped_story()
    for seed, path in enumerate(("s", "m", "f")):
        played = play(story, kind, seed, path, "home")  # type: ignore[arg-type]
        state, _ = begin(story, path, "home", seed)  # type: ignore[arg-type]
        for command in played.commands:
            state, events = perform(story, state, command)
            assert not any(isinstance(event, Refused) for event in events)
        assert state == played.state
        assert state.ended is not None
        assert not played.stuck


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_seed_is_the_same_play(kind: Kind) -> None:
    """And another seed is another one."""
    story = mini_story()
    again = [play(story, kind, seed, "m", "home").commands for seed in (3, 3, *range(4, 12))]
    assert again[0] == again[1]
    assert len(set(again)) > 1


def test_care_shows(words: Words) -> None:
    """Where there is time for everything, the careful player finds every clue and reads longest; the careless one passes scenes."""
    story = shipped_story()
    played = {kind: play(story, kind, 5, "f", "home") for kind in KINDS}
    found = {kind: len(one.state.notebook) for kind, one in played.items()}
    read = {kind: word_count(one.moments, words) for kind, one in played.items()}
    assert found["careful"] == len(story.clues)
    assert read["careful"] > read["greedy"]
    assert any(command.do == "skip-scene" for command in played["careless"].commands)
    assert not any(command.do == "skip-scene" for command in played["careful"].commands)
    assert {card.stamp for card in played["careful"].state.notebook} - {None}


def test_what_an_answer_gives_is_its_trust() -> None:
    """Trust given or lost, a repair; what gives nothing is not in it, and neither is plain talk."""
    story = shipped_story()
    known = worths(story)
    for name, decision in story.decisions.items():
        assert {key: known.get(f"{name}.{key}", 0) for key in decision.options} == {key: one.trust for key, one in decision.options.items()}
    assert known["repair-d-sifflet-a-c1"] == 1
    assert "repair-d-sifflet-a-c2" not in known


def test_care_chooses(words: Words) -> None:
    """Over the same moment the careful player mostly takes what gives trust, at times not; the careless one takes anything."""
    story = day_story()
    state = next(now for now in play(story, "greedy", 1, "m", "home").moments if any(choice.decision for choice in now.choices))
    worth = worths(story)
    taken = {kind: [Bot(kind, Random(seed), worth).next(state) for seed in range(60)] for kind in MIX}
    good = {
        kind: sum(worth.get(command.choice, 0) > 0 for command in commands if isinstance(command, Choose))
        for kind, commands in taken.items()
    }
    assert good["careful"] > good["average"] > good["careless"]
    assert good["careful"] < 60


def test_who_comes_back_over_what_went_wrong() -> None:
    """The careful player nearly always, the average one at times, the careless one never."""

    def comes_back(kind: Kind, seed: int) -> bool:
        return any(isinstance(command, GoBackOver) for command in play(shipped_story(), kind, seed, "f", "home").commands)

    assert not any(comes_back("careless", seed) for seed in range(3))
    assert any(comes_back("average", seed) for seed in range(9))
    assert any(comes_back("careful", seed) for seed in range(9))


def test_a_bot_that_cannot_end_is_called_stuck() -> None:
    """Patience is finite, so a story without an end does not hang a run."""
    played = play(mini_story(), "random", 1, "m", "home", patience=5)
    assert played.stuck
    assert len(played.commands) == 5


def test_only_what_was_shown_is_counted(words: Words) -> None:
    """The first moment of the story shows one line and three choices: their words, at 160 a minute."""
    first = play(shipped_story(), "careful", 1, "m", "home").moments[:1]
    texts = list(shown(first))
    assert texts == ["note-contenu-a2", "note-contenu-a-c1", "note-contenu-a-c2", "note-contenu-a-c3"]
    said = [word for text in texts for word in words.line(text).split()]
    assert word_count(first, words) == sum(word not in {"«", "»", ":", ";", "?", "!"} for word in said)
    assert minutes(320) == 2


def test_many_plays_are_counted(words: Words) -> None:
    """The names that other programs read, and numbers that add up."""
    ticks = iter((10.0, 12.5))
    report = run(shipped_story(), words, runs=10, seed=1, path="s", mode="class", clock=lambda: next(ticks))
    data = as_data(report, shipped_story())
    assert {"runs", "seconds", "endings", "clues", "decisions", "minutes", "exceptions", "stuck", "mix", "players"} <= data.keys()
    assert (data["runs"], data["seconds"], data["exceptions"], data["stuck"]) == (10, 2.5, 0, 0)
    assert sum(data["endings"].values()) == 10  # type: ignore[attr-defined]
    assert data["mix"]["players"] == ["careful", "average", "careless"]  # type: ignore[index]
    assert sum(data["mix"]["endings"].values()) == 6  # type: ignore[index]
    assert list(data["minutes"]) == ["p10", "p50", "p90"]  # type: ignore[call-overload]
    assert {kind: tally.runs for kind, tally in report.kinds.items()} == dict.fromkeys(KINDS, 2)


def test_a_play_that_raises_is_counted_and_the_others_go_on(words: Words) -> None:
    """One broken play never hides the rest: it is named with its seed."""
    broken = shipped_story().model_copy(update={"board": None, "places": {}})
    report = run(broken, words, runs=2, seed=7, path="m", mode="home", clock=lambda: 0.0, kinds=("greedy",))
    assert report.together.runs + len(report.exceptions) == 2
    assert report.together.stuck + len(report.exceptions) == 2


def test_percentiles_of_nothing_are_nothing() -> None:
    """No play, no number; one play, that number."""
    assert percentiles([]) == {"p10": 0.0, "p50": 0.0, "p90": 0.0}
    assert percentiles([4.25]) == {"p10": 4.2, "p50": 4.2, "p90": 4.2}
