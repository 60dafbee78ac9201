"""The workshop's lamp: computed from the one bundled picture, never faked, and played by the rules as it came out."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content.root import content_root
from game.core.commands import LAMPS, Choose, Examine, Go, TryChange
from game.core.events import LampAnswered, Refused
from game.core.perform import perform
from game.core.present import moment
from game.core.state import State
from game.session.clock import SystemClock
from game.session.jobs import Jobs
from game.session.saves import Saves
from game.session.session import Session
from game.session.workshop import BITS, CHANGES, MATCH, PICTURE, SHOWN, Workshop, points
from reporting.fingerprint import fingerprint_image
from reporting.fingerprint.errors import Missing
from tests.game.core.test_bells import do, in_corridor, said
from tests.game.plays import day_story, walk

STORY = day_story()


def at_pick() -> State:
    """Nour's machine is on; nothing was changed yet."""
    return do(in_corridor(), Go("corridor/to-library"), Examine("library/machine"))[0]


def sitting(state: State, *, jobs: Jobs | None = None, workshop: Workshop | None = None) -> Session:
    """A sitting at that very place, kept nowhere."""
    return Session(STORY, state, None, SystemClock(), jobs=jobs, workshop=workshop)


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    """Computed once for all tests here."""
    return Workshop(content_root() / PICTURE)


@pytest.mark.parametrize("change", CHANGES)
def test_the_lamp_is_what_the_fingerprints_say(change: str, workshop: Workshop) -> None:
    """The distance is that of two fingerprints, the lamp is lit at 31 bits and under, and the picture shown is the changed one."""
    found = workshop.compare(change)  # type: ignore[arg-type]
    assert found.before == fingerprint_image(content_root() / PICTURE).pdq
    assert found.distance == (int(found.before, 16) ^ int(found.code, 16)).bit_count()
    assert found.lamp == ("lit" if found.distance <= MATCH else "out")
    assert len(found.picture) == SHOWN * SHOWN * 3


def test_it_holds_and_it_fails_where_it_should_be_seen_to(workshop: Workshop) -> None:
    """What the scene is for: a smaller copy is still known, a mirrored one is not. If the sums change, the words must be read again."""
    assert workshop.compare("small").lamp == "lit"
    assert workshop.compare("filter").lamp == "lit"
    assert workshop.compare("mirror").lamp == "out"
    assert workshop.compare("crop").lamp == "out"


def test_the_picture_as_it_is_has_its_own_code(workshop: Workshop) -> None:
    """The first press changes nothing: the code that is shown is the picture's own, and no bit is apart."""
    found = workshop.compare("same")
    assert (found.code, found.distance, found.lamp) == (found.before, 0, "lit")


def test_the_rules_take_either_lamp() -> None:
    """Both values are on offer, and each leads to its own words; the rules compute nothing."""
    for lamp, line in zip(LAMPS, ("workshop-on1", "workshop-off1"), strict=True):
        state, events = walk(STORY, at_pick(), [TryChange("workshop-small", lamp)])
        assert events[0] == LampAnswered("small", lamp)
        assert line in said(events)
        now = moment(STORY, state).workshop
        assert now is not None
        assert (now.change, now.lamp) == ("small", lamp)


def test_a_change_is_not_taken_without_its_lamp() -> None:
    """As a plain choice it is refused; a plain choice takes no lamp."""
    state = at_pick()
    assert perform(STORY, state, Choose("workshop-small"))[1] == (Refused(Choose("workshop-small")),)
    assert perform(STORY, state, TryChange("workshop-go", "lit"))[1] == (Refused(TryChange("workshop-go", "lit")),)
    assert not moment(STORY, in_corridor()).workshop


def test_a_sitting_plays_what_was_computed(workshop: Workshop) -> None:
    """At once without jobs; in the background with them; the walk keeps the lamp, so that it plays the same again."""
    jobs = Jobs()
    for play in (sitting(at_pick(), workshop=workshop), sitting(at_pick(), jobs=jobs, workshop=workshop)):
        play.try_change("workshop-mirror")
        while jobs.busy:
            jobs.poll()
        assert play.walk == (TryChange("workshop-mirror", "out"),)
        assert play.comparison == workshop.compare("mirror")


def test_a_play_taken_up_again_shows_what_was_compared(tmp_path: Path, workshop: Workshop) -> None:
    """A save holds the lamp alone; the pictures and fingerprints beside it are computed anew."""
    saves, jobs = Saves(tmp_path), Jobs()
    play = Session(STORY, at_pick(), saves, SystemClock(), workshop=workshop)
    play.try_change("workshop-mirror")
    play.close()
    again, _ = Session.resume(STORY, saves, SystemClock(), jobs=jobs)
    assert again.comparing == "under-way"
    while jobs.busy:
        jobs.poll()
    assert again.comparison == workshop.compare("mirror")
    assert again.moment == play.moment


def test_a_picture_that_cannot_be_read_plays_nothing(tmp_path: Path) -> None:
    """No lamp is claimed; the sitting says that it failed, and everything else goes on."""
    jobs = Jobs()
    broken = Workshop(tmp_path / "gone.jpg")
    with pytest.raises(Missing):
        broken.compare("small")
    for play in (sitting(at_pick(), workshop=broken), sitting(at_pick(), jobs=jobs, workshop=broken)):
        play.try_change("workshop-small")
        while jobs.busy:
            jobs.poll()
        assert (play.comparing, play.walk, play.comparison) == ("failed", (), None)
        assert play.moment.allows(Choose("workshop-go"))


def test_asking_for_what_is_no_change_does_nothing(workshop: Workshop) -> None:
    """A plain choice, or none at all."""
    play = sitting(at_pick(), workshop=workshop)
    play.try_change("workshop-go")
    play.try_change("nothing")
    assert play.walk == ()


def test_a_fingerprint_is_drawn_point_by_point() -> None:
    """First digit first, its highest bit first; as many points as a fingerprint has."""
    code = "8" + "0" * 62 + "1"
    drawn = points(code)
    assert len(drawn) == BITS
    assert [i for i, on in enumerate(drawn) if on] == [0, BITS - 1]
