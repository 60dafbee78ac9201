"""The quiz and the items, typed to their end: passing is an answer, nothing is counted, and no trace of it is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.game.text.typist import Typist, house


def kept(folder: Path) -> dict[str, bytes]:
    """Every file that the run left, by its name."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def morning(folder: Path, lang: str = "fr") -> Typist:
    """The story of one day, begun."""
    typist = Typist(house(folder, lang=lang, path="m", day=True))
    typist.begin()
    typist.type("")
    return typist


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_quiz_gives_the_reason_and_counts_nothing(lang: str, tmp_path: Path) -> None:
    """A sentence, an answer, why it is so, the next one; then back to the story."""
    typist = morning(tmp_path, lang)
    words = typist.reader.house.words
    typist.type(typist.word("quiz"))
    assert words.line("quiz-1") in typist.type("")
    said = typist.type("2")
    assert words("asking.you", answer=words("asking.false")) in said
    assert words.line("quiz-1.why") in said
    assert words.line("quiz-2") in typist.type("")
    assert words.line("quiz-2.why") in typist.type("1")
    assert words("asking.quiz_done") in typist.type("")
    typist.type("")
    assert not typist.reader.page.quiet(typist.reader.house) or typist.sitting.moment.line is not None


def test_an_item_is_not_left_before_it_was_answered_or_passed(tmp_path: Path) -> None:
    """Enter waits; passing goes on; the sentence before can be answered otherwise."""
    typist = morning(tmp_path)
    words = typist.reader.house.words
    typist.type("dix phrases")
    first = typist.type("")
    assert words.line("item-1") in first
    assert any(line.endswith("0, pas du tout") for line in first)
    assert words.line("item-2") not in typist.type("")
    typist.type(words("asking.pass"))
    assert words.line("item-2") in typist.type("")
    assert words.line("item-1") in typist.type(words("asking.before"))


def test_no_answer_is_kept_anywhere(tmp_path: Path) -> None:
    """Two plays alike but for the answers leave the same files, byte for byte."""
    folders = tmp_path / "with", tmp_path / "without"
    for folder, answering in zip(folders, (True, False), strict=True):
        typist = morning(folder)
        if answering:
            for line in ("dix phrases", "", "5", "", "1", "", "3", "", "", "phrases", "", "2", "", "1", "", ""):
                typist.type(line)
        typist.type("quitter")
    assert kept(folders[0]) == kept(folders[1])
    assert any("saves" in name for name in kept(folders[0]))


def test_a_story_without_them_says_so(tmp_path: Path) -> None:
    """The word is understood, and nothing opens."""
    typist = Typist(house(tmp_path))
    typist.begin()
    if typist.reader.house.story.quiz is None:
        assert "Pas possible ici" in typist.type("phrases")[0]
