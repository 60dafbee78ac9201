"""The map, the people's pages and the glossary: they fill in as one walks and listens."""

from __future__ import annotations

from game.core.commands import Examine, Go, RingBell, TalkTo, Travel
from game.core.events import Entered, Refused
from game.core.perform import begin, perform
from game.core.present import moment
from tests.game.core.test_bells import do, in_corridor
from tests.game.plays import day_story, walk

STORY = day_story()


def test_the_map_comes_with_its_needs() -> None:
    """Nobody has it before the morning talk."""
    assert moment(STORY, begin(STORY, "m", "home", 3)[0]).map is None
    assert moment(STORY, in_corridor()).map is not None


def test_the_map_says_where_one_is_was_may_go_and_what_is_later() -> None:
    """Four signs, and the ways between the places, each once."""
    state, _ = do(in_corridor(), Go("corridor/to-library"))
    chart = moment(STORY, state).map
    assert chart is not None
    assert {place.id: (place.state, place.travel) for place in chart.places} == {
        "corridor": ("visited", True),
        "library": ("here", False),
        "roof": ("later", False),
    }
    assert chart.ways == (("corridor", "library"), ("corridor", "roof"))
    before = moment(STORY, in_corridor()).map
    assert before is not None
    assert [(place.id, place.state) for place in before.places if place.state == "open"] == [("library", "open")]


def test_one_travels_to_open_places_one_has_been_to() -> None:
    """As by the door: entered, greeted; a place never seen, and the one one stands in, are refused."""
    state, _ = do(in_corridor(), Go("corridor/to-library"))
    after, events = walk(STORY, state, [Travel("corridor")])
    assert events[0] == Entered("corridor", first=False)
    assert after.place == "corridor"
    for place in ("library", "roof", "nowhere"):
        assert perform(STORY, state, Travel(place))[1] == (Refused(Travel(place)),)


def test_nobody_travels_while_somebody_speaks() -> None:
    """Reading comes first; the map may be looked at."""
    state, _ = walk(STORY, do(in_corridor(), Go("corridor/to-library"))[0], [TalkTo("nour")])
    now = moment(STORY, state)
    assert now.offered("travel") is None
    assert now.map is not None
    assert not any(place.travel for place in now.map.places)


def test_a_person_is_a_name_until_they_have_spoken() -> None:
    """Nour is spoken of first; then met, with her role; then what she did is noted."""
    state = in_corridor()
    pages = {page.id: page for page in moment(STORY, state).pages}
    assert (pages["yanis"].met, pages["yanis"].notes) == (True, ("page-yanis-1",))
    assert (pages["nour"].met, pages["nour"].role, pages["nour"].notes) == (False, None, ())
    state, _ = do(state, Go("corridor/to-library"), TalkTo("nour"))
    pages = {page.id: page for page in moment(STORY, state).pages}
    assert (pages["nour"].met, pages["nour"].role) == (True, "nour.role")


def test_a_clue_stands_on_the_page_of_whom_it_concerns() -> None:
    """The confession is on Yanis’ page, with what it taught; the crumbs are on nobody’s; the card says whom it concerns."""
    state, _ = do(in_corridor(), Examine("corridor/crumbs"), RingBell())
    yanis = next(page for page in moment(STORY, state).pages if page.id == "yanis")
    assert (yanis.clues, yanis.notes) == (("secret",), ("page-yanis-1", "page-yanis-2"))
    about = {card.id: card.about for card in moment(STORY, state).notebook}
    assert (about["secret"], about["crumbs"]) == (("yanis.name",), ())


def test_the_glossary_grows() -> None:
    """Some words are there from the beginning, others once the story has come to them."""
    state = in_corridor()
    assert [term.id for term in moment(STORY, state).glossary] == ["rumeur"]
    state, _ = do(state, Examine("corridor/crumbs"), RingBell())
    assert [term.id for term in moment(STORY, state).glossary] == ["rumeur", "part"]
