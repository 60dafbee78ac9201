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
    s.hands.press("title/begin")
    s.hands.press("departure/sentences", by="keyboard")
    assert s.window.top.name == "questionnaire"


@pytest.mark.parametrize("text", [100, 200])
def test_a_class_is_offered_the_same_sentences_at_the_end(text: int, tmp_path: Path) -> None:
    """Beside the way on, on the last page of the farewell; at home it is not there."""
    for in_class in (True, False):
        s = stage(tmp_path / str(in_class), in_class=in_class, text=text)
        s.begin()
        s.play_until("ended")
        pages = {"recap/on", "farewell/more"}
        while more := sorted(pages & {target.id for target in s.window.targets}):
            s.hands.press(more[0], by="keyboard")
        assert ("farewell/sentences" in {target.id for target in s.window.targets}) is in_class
        if in_class:
            s.hands.press("farewell/sentences", by="keyboard")
            assert s.window.top.name == "questionnaire"
