"""How much time is there: the tickets begin the path they name, and a class is asked its sentences first."""

from pathlib import Path

import pytest

from tests.game.view.stage import stage


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
@pytest.mark.parametrize("path", ["s", "m", "f"])
def test_a_ticket_begins_its_path(path: str, by: str, tmp_path: Path) -> None:
    """The play that begins is on the path that was pressed."""
    s = stage(tmp_path)
    s.begin(path, by=by)
    assert s.run.sitting is not None
    assert s.run.sitting.moment.progress.path == path


def test_the_path_of_a_class_has_the_focus_and_says_so(tmp_path: Path) -> None:
    """Enter alone begins the lesson; a voice hears which ticket was chosen for it."""
    s = stage(tmp_path, in_class=True)
    s.hands.press("title/begin", by="keyboard")
    ticket = s.hands.target("path/s")
    assert s.run.words("fr")("departure.default") in ticket.label
    s.hands.key("enter")
    assert s.run.sitting is not None
    assert s.run.sitting.moment.progress.path == s.run.story.episode.class_path


def test_a_ticket_tells_its_stops(tmp_path: Path) -> None:
    """Each stop that is drawn is also said."""
    s = stage(tmp_path, lang="en")
    s.hands.press("title/begin")
    words = s.run.words("en")
    for name, path in s.run.story.episode.paths.items():
        assert path.stops
        assert all(words.line(stop.id) in s.hands.target(f"path/{name}").label for stop in path.stops)


def test_esc_goes_back_to_the_title(tmp_path: Path) -> None:
    """Nothing has begun before a ticket was taken."""
    s = stage(tmp_path)
    s.hands.press("title/begin")
    s.hands.key("escape")
    assert s.window.top.name == "title"
    assert s.run.sitting is None


def test_only_a_class_is_offered_the_sentences(tmp_path: Path) -> None:
    """The items of before and after measure a lesson; at home nobody is asked first."""
    at_home = stage(tmp_path / "home")
    at_home.hands.press("title/begin")
    assert "departure/sentences" not in {target.id for target in at_home.window.targets}
    s = stage(tmp_path / "class", in_class=True)
    if s.run.story.questionnaire is None:
        pytest.skip("this story has no items")
    s.hands.press("title/begin")
    s.hands.press("departure/sentences", by="keyboard")
    assert s.window.top.name == "questionnaire"
