"""The pack: the same sheets in both languages, every word an adult needs, and a source behind every claim."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring.bots import play as bot_play
from game.content.help import load_help
from game.content.loader import load_story
from game.content.model import Model, Text
from game.teacher import blocks as b
from game.teacher.pack import NothingToTeachError, compose, facts_of
from game.teacher.page import texts_of
from reporting.client.routes import load_routes
from tests.game.teacher.packs import ASSETS, LANGUAGES, pack, words

SHEETS = [
    "run", "messages", "debrief", "timeline", "exits", "quiz", "items", "confides", "card", "help", "words", "stores", "sources",
]  # fmt: skip
FEATURES = Path(__file__).parents[1] / "content" / "features"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sheet_is_there(language: str) -> None:
    """All thirteen, in the order they are used, none of them empty."""
    sheets = pack(language).sheets
    assert [sheet.id for sheet in sheets] == SHEETS
    assert all(sheet.blocks and sheet.title for sheet in sheets)


def test_both_languages_say_the_same() -> None:
    """The same blocks with the same facts; only the words differ, and each does."""
    french, english = pack("fr"), pack("en")
    assert list(facts_of(french.sheets)) == list(facts_of(english.sheets))
    for one, other in zip(french.sheets, english.sheets, strict=True):
        assert [type(block) for block in one.blocks] == [type(block) for block in other.blocks]
        assert len(texts_of(one.blocks)) == len(texts_of(other.blocks))
        assert one.title != other.title or one.id in {"quiz", "sources"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_untranslated(language: str) -> None:
    """No brackets of a missing text, no placeholder left open."""
    for text in texts_of(pack(language)):
        assert "⟦" not in text
        assert "{" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_teaching_is_printed(language: str) -> None:
    """What an author writes for adults reaches them, and so do quiz, items, glossary and credits."""
    story, told = load_story(), set(texts_of(pack(language)))
    for name, part in (
        ("teaching", story.teaching), ("quiz", story.quiz), ("questionnaire", story.questionnaire),
        *(("glossary", term) for term in story.glossary.values()), *(("credits", text) for text in story.credits),
    ):  # fmt: skip
        assert part is not None, name
        for text in _texts(part):
            assert any(words(language).line(text.id) in said for said in told), text.id


def _texts(model: Model) -> list[Text]:
    own = [model] if isinstance(model, Text) else []
    return [*own, *(text for _, child in model.below() for text in _texts(child))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_claim_has_its_source(language: str) -> None:
    """Each fact that a sheet cites stands among the sources, one row with its primary reference; over them, how many are signed."""
    sheets, facts = pack(language).sheets, load_story().facts
    listed = next(block for block in sheets[-1].blocks if isinstance(block, b.Sources)).sources
    assert {source.id for source in listed} >= set(facts_of(sheets))
    assert {source.id for source in listed} <= facts.keys()
    for source in listed:
        fact = facts[source.id]
        assert source.reference == fact.reference[0]
        assert 0 < len(source.short) <= 60
        assert bool(source.note) is (fact.confidence != "H" or fact.verified_by is not None)
    signed = sum(facts[source.id].verified_by is not None for source in listed)
    said = words(language)("teacher.sources.count", count=len(listed), verified=signed, date="24/11/2026")
    assert said in [block.said.text for block in sheets[-1].blocks if isinstance(block, b.Lead)]


def test_each_run_fits_its_lessons() -> None:
    """Steps follow one another without a gap, no lesson is longer than 55 minutes, and the play takes what its path takes."""
    story = load_story()
    assert story.teaching is not None
    assert sorted(run.path for run in story.teaching.runs.values()) == sorted(story.episode.paths)
    for run in story.teaching.runs.values():
        for lesson in run.lessons.values():
            ends = [0, *(step.end for step in lesson.steps)]
            assert [step.begin for step in lesson.steps] == ends[:-1]
            assert ends[-1] <= 55
        first = next(iter(run.lessons.values()))
        assert story.episode.paths[run.path].minutes in {step.end - step.begin for step in first.steps}


def test_the_debrief_takes_a_quarter_of_an_hour() -> None:
    """Six steps, from 0 to 15, without a gap."""
    teaching = load_story().teaching
    assert teaching is not None
    ends = [0, *(step.end for step in teaching.debrief)]
    assert [step.begin for step in teaching.debrief] == ends[:-1]
    assert ends[-1] == 15


def test_each_moment_has_a_drawing() -> None:
    """The cards for the wall show drawings that are baked, each of a clue of the story."""
    story = load_story()
    assert story.teaching is not None
    assert len(story.teaching.timeline) == 6
    for moment in story.teaching.timeline:
        assert (ASSETS / "baked" / "clue" / f"{moment.drawing}.webp").is_file()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_services_say_where_the_picture_goes(language: str) -> None:
    """On the card that a pupil takes home: DISRUPT receives it, Take It Down does not. Both with the address one types."""
    home = next(block for sheet in pack(language).sheets for block in sheet.blocks if isinstance(block, b.TakeHome))
    told = {name: (address, where.text) for name, address, where in home.services}
    analysts, stays = words(language)("desk.service.picture.analysts"), words(language)("desk.service.picture.stays")
    assert told == {"Take It Down": ("takeitdown.ncmec.org", stays), "DISRUPT": ("pointdecontact.net/disrupt", analysts)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_is_the_one_on_the_screen(language: str) -> None:
    """The same numbers, gestures and words as where the story ends in class, and a line for an adult of the school."""
    home, story = next(block for sheet in pack(language).sheets for block in sheet.blocks if isinstance(block, b.TakeHome)), load_story()
    closing = story.episode.closing
    assert closing is not None
    assert [said.text for said in home.gestures] == [words(language).line(text) for text in closing.farewell["class"].texts]
    assert ["".join(number.split()) for number, _ in home.lines] == ["3018", "119", "3114", "0800235236"]
    assert home.adult == words(language)("help.card.adult")
    assert "114" in home.danger.text


def test_the_cards_for_the_wall_show_what_a_class_has_met() -> None:
    """Each drawing is of a clue that plays of the short path find, the careful and the average ones."""
    story = load_story()
    assert story.teaching is not None
    found = [
        {card.clue for card in play.state.notebook}
        for kind in ("careful", "average") for seed in (1, 2) for play in (bot_play(story, kind, seed, "s", "class"),)
    ]  # fmt: skip
    for moment in story.teaching.timeline:
        assert sum(moment.drawing in clues for clues in found) >= 3, moment.id


def test_an_episode_without_teaching_says_so() -> None:
    """Its id, and no half-empty pack."""
    with pytest.raises(NothingToTeachError):
        compose(load_story(FEATURES), words("fr"), load_help(), load_routes())
