"""What a moment says is heard: the place's own, a look's or a talk's instead, silence where it is asked for, a line's sound."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import pytest

from game.content.place import Look, Place
from game.content.story import Story
from game.content.talk import Talk
from game.core.commands import Examine, TalkTo
from game.core.moment import HeardNow, Moment
from game.core.perform import perform
from game.core.present import moment
from tests.game.core.test_bells import in_corridor
from tests.game.plays import day_story

STORY = day_story()


def told(place: Mapping[str, object] = {}, look: Mapping[str, object] = {}, talk: Mapping[str, object] = {}) -> Story:
    """The day with these sounds in every place, look and talk."""

    def looks(here: Place) -> dict[str, Look]:
        return {name: one.model_copy(update=look) for name, one in here.looks.items()}

    places = {name: here.model_copy(update={**place, "looks": looks(here)}) for name, here in STORY.places.items()}
    talks: dict[str, Talk] = {name: one.model_copy(update=talk) for name, one in STORY.talks.items()}
    return fresh(places=places, talks=talks)


def fresh(**changes: object) -> Story:
    """The day with parts of it exchanged, and nothing remembered of the parts before."""
    story = STORY.model_copy(update=changes)
    for name, one in vars(Story).items():
        if isinstance(one, cached_property):
            story.__dict__.pop(name, None)
    return story


def now(story: Story) -> Moment:
    """In the corridor."""
    return moment(story, in_corridor())


@pytest.mark.parametrize(
    ("place", "look", "heard"),
    [
        ({}, {}, HeardNow()),
        ({"sound": "echo"}, {}, HeardNow(sound="echo")),
        ({"sound": "echo", "music": "calm"}, {"sound": "rain"}, HeardNow(sound="rain", music="calm")),
        ({"sound": "echo", "music": "calm"}, {"sound": "none", "music": "none"}, HeardNow()),
    ],
)
def test_a_look_stands_before_its_place(place: Mapping[str, object], look: Mapping[str, object], heard: HeardNow) -> None:
    """What a look does not say, the place says; `none` is silence."""
    assert now(told(place, look)).heard == heard


def test_a_talk_has_its_own_music_while_it_lasts() -> None:
    """The air of the place stays."""
    story = told({"sound": "echo", "music": "calm"}, talk={"music": "sad"})
    before = now(story)
    people = before.offered("talk-to")
    assert people
    state, _ = perform(story, in_corridor(), TalkTo(people[0]))
    after = moment(story, state)
    assert after.talk is not None
    assert (before.heard.music, after.heard) == ("calm", HeardNow(sound="echo", music="sad"))


def test_a_line_carries_its_sound() -> None:
    """The moment of a line names what it tells of; the next line has none."""
    seen = now(STORY).offered("examine")
    assert seen
    spot = STORY.hotspots[str(seen[0])]
    line = spot.look[0].model_copy(update={"cue": "bell"})
    here = STORY.places[spot.id.partition("/")[0]]
    spots = {**here.hotspots, spot.id.partition("/")[2]: spot.model_copy(update={"look": (line, *spot.look[1:])})}
    story = fresh(places={**STORY.places, here.id: here.model_copy(update={"hotspots": spots})})
    state, _ = perform(story, in_corridor(), Examine(spot.id))
    shown = moment(story, state).line
    assert shown is not None
    assert (shown.id, shown.cue) == (line.id, "bell")
    again = moment(STORY, state).line
    assert again is not None
    assert again.cue is None
