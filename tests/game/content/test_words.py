"""Words by id, in two languages, that load even when every episode is broken."""

from pathlib import Path

import pytest

from game.content.loader import load_story
from game.content.root import content_root, words_root
from game.content.story import Story
from game.content.words import catalogue, interface_french, interface_words, load_words, read_domain

FEATURES = Path(__file__).parent / "features"


def test_story_and_interface_in_both_languages() -> None:
    """The same ids are said in French and in English."""
    story = load_story()
    french, english = (load_words(language, content_root(), story=story, strict=True) for language in ("fr", "en"))
    assert french.line("portail/gull.name") == "La mouette"
    assert english.line("portail/gull.name") == "The gull"
    assert french("help.fr.3018.hours") != english("help.fr.3018.hours")


def test_nothing_of_the_story_is_missing_in_english() -> None:
    """Every text that a player may read has its English."""
    english = load_words("en", content_root(), strict=True)
    assert sorted(english.missing & load_story().french.keys()) == []


def test_placeholders_are_filled() -> None:
    """`{repairs}` becomes the number; a placeholder nobody fills stays visible."""
    words = load_words("fr", FEATURES)
    assert words.line("porte", repairs=3) == "Tu as fait 3 pas."
    assert words.line("porte") == "Tu as fait {repairs} pas."


def test_a_missing_translation_is_french_and_marked_only_when_asked(tmp_path: Path) -> None:
    """A player sees French; whoever checks sees the brackets."""
    locales = tmp_path / "story" / "locales"
    locales.mkdir(parents=True)
    (locales / "en.po").write_text('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n', encoding="utf-8")
    story = load_story(FEATURES)
    assert load_words("en", tmp_path, story=story).line("ada-hall-a1") == "Alors\u202f?"
    assert load_words("en", tmp_path, story=story, strict=True).line("ada-hall-a1") == "[[Alors\u202f?]]"


def test_a_translation_that_equals_the_french_is_no_gap(tmp_path: Path) -> None:
    """“Tab” is “Tab” in both languages."""
    file = tmp_path / "en.po"
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    file.write_text(head + 'msgctxt "key.tab"\nmsgid "Tab"\nmsgstr "Tab"\n', encoding="utf-8")
    known = catalogue(file)
    assert known.pgettext("key.tab", "Tab") == "Tab"
    assert known.pgettext("key.enter", "Entrée") == ""


def test_interface_words_outlive_a_broken_story(tmp_path: Path) -> None:
    """With nothing readable under the content root, help and buttons still speak."""
    (tmp_path / "story").mkdir()
    (tmp_path / "story" / "broken.yaml").write_text("{", encoding="utf-8")
    words = load_words("en", tmp_path)
    assert "help.fr.3018.what" in words.names()
    assert words("help.title") == "People whose job this is"
    assert words.line("portail-gull-1") == "⟦portail-gull-1⟧"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_many_languages_at_once(language: str) -> None:
    """The locale is passed; nothing global decides it."""
    both = {name: load_words(name, FEATURES) for name in ("fr", "en")}
    assert both[language].locale == language


def test_interface_ids_are_used_by_one_domain_only() -> None:
    """An id in two domain files would be said by whichever is read last."""
    listed = [name for path in sorted(words_root().glob("*.yaml")) for name in read_domain(path)]
    assert sorted(listed) == sorted(set(listed))
    assert set(listed) <= interface_french().keys()


def test_compiled_words_are_the_same_words(tmp_path: Path) -> None:
    """Kept once, read the next time; in both languages and with what is missing."""
    for locale in ("fr", "en"):
        fresh = load_words(locale, content_root(), story=lambda: load_story(content_root()), cache_dir=tmp_path)
        kept = interface_words(locale, cache_dir=tmp_path)
        assert {name: kept(name) for name in kept.names()} == {name: fresh(name) for name in fresh.names()}
        assert kept.missing == interface_words(locale).missing
    assert len(list(tmp_path.glob("words-*.json"))) == 2


@pytest.mark.parametrize("broken", ["", "[]", "{}", '{"texts": {"strip.17": 17}, "missing": []}', '{"texts": [], "missing": {}}'])
def test_broken_compiled_words_are_not_looked_at(broken: str, tmp_path: Path) -> None:
    """They are made again from their sources."""
    load_words("fr", content_root(), story=lambda: load_story(content_root()), cache_dir=tmp_path)
    for path in tmp_path.glob("words-*.json"):
        path.write_text(broken, encoding="utf-8")
    assert interface_words("fr", cache_dir=tmp_path)("strip.17") == "17"


def test_the_story_is_read_when_its_first_text_is_asked_for() -> None:
    """The interface speaks without it; then it is read once."""
    asked = []

    def read() -> Story:
        asked.append(1)
        return load_story(content_root())

    words = load_words("en", content_root(), story=read)
    assert words("strip.17") == "17"
    assert asked == []
    line = next(iter(read().french))
    asked.clear()
    assert words.line(line)
    assert words.line(line)
    assert asked == [1]
