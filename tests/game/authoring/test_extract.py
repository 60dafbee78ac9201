"""The catalogue follows the story."""

from pathlib import Path

from game.authoring.extract import extract
from game.content.loader import load_story
from game.content.root import content_root
from game.content.words import load_words

PO = content_root() / "story" / "locales" / "en.po"
FEATURES = Path(__file__).parents[1] / "content" / "features"


def test_the_committed_catalogue_is_what_extraction_gives(tmp_path: Path) -> None:
    """Order, comments and French are fresh: extracting again changes nothing."""
    again = tmp_path / "en.po"
    extract(load_story(), PO, "en").save(str(again))
    assert again.read_text(encoding="utf-8") == PO.read_text(encoding="utf-8")


def test_changed_french_becomes_fuzzy_and_is_shown_in_french(tmp_path: Path) -> None:
    """A translation of other words is kept for the translator, and never shown."""
    locales = tmp_path / "story" / "locales"
    locales.mkdir(parents=True)
    old = (FEATURES / "story" / "locales" / "en.po").read_text(encoding="utf-8").replace('msgid "Fin"', 'msgid "La fin"')
    (locales / "en.po").write_text(old, encoding="utf-8")
    story = load_story(FEATURES)
    made = extract(story, locales / "en.po", "en")
    assert [entry.msgctxt for entry in made if "fuzzy" in entry.flags] == ["closing.title"]
    made.save(str(locales / "en.po"))
    assert load_words("en", tmp_path, story=story).line("closing.title") == "Fin"


def test_a_new_language_starts_empty(tmp_path: Path) -> None:
    """Every text is there once, with nothing said yet, and with its speaker and place."""
    made = extract(load_story(FEATURES), tmp_path / "de.po", "de")
    assert all(entry.msgstr == "" for entry in made)
    assert len(made) == len({entry.msgctxt for entry in made})
    assert {entry.msgctxt: entry.comment for entry in made}["ada-hall-a1"] == "Ada · Le hall"
