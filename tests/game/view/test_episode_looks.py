"""The shipped episode, seen: each of its places with who stands there, and the moments that no other test's story has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.core.commands import Advance, Travel
from game.core.moment import Moment
from tests.game.plays import shipped_story
from tests.game.view.golden import FOLDER, assert_golden
from tests.game.view.reach import assert_all_in_reach
from tests.game.view.stage import Stage, stage

EPISODE = FOLDER / "episode"
PLACES = sorted(shipped_story().places)


def _play(s: Stage, path: str, here: Callable[[Moment], bool]) -> None:
    """Play by the careful player's commands until the story looks like this."""
    s.begin(path)
    s.play_to(here, "looks")
    s.hands.see()
    s.window.draw()


def _at(place: str) -> Callable[[Moment], bool]:
    return lambda now: now.activity == "place" and now.line is None and now.place is not None and now.place.id == place


MOMENTS: dict[str, tuple[str, Callable[[Moment], bool]]] = {
    "decision": ("s", lambda now: now.activity == "talk" and any(choice.decision for choice in now.choices)),
    "log": ("s", lambda now: now.activity == "log" and not now.choices),
    "account": ("s", lambda now: now.account is not None and now.account.step == 4 and now.line is not None and not now.choices),
    "comparison": ("m", lambda now: now.line is not None and bool(now.line.compared)),
    "workshop": ("s", lambda now: now.workshop is not None and now.workshop.change not in {None, "same"} and now.line is not None),
}
EVENING = ("cdi-radio", "couloir-b", "vie-scolaire", "salle-arts", "gymnase", "cantine")  # beside the yard, the gate and the bus stop
LOOKS = {f"place-{place}": ("f", _at(place)) for place in PLACES} | MOMENTS


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("name", LOOKS)
def test_the_episode_looks_as_it_did(name: str, lang: str, tmp_path: Path) -> None:
    """Each place when it is first come to on the full path, and each moment, in both languages."""
    s = stage(tmp_path, lang=lang)
    _play(s, *LOOKS[name])
    assert_golden(s.surface, f"{name}-{lang}", EPISODE)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_rooms_look_as_they_did_in_the_evening(lang: str, tmp_path: Path) -> None:
    """After the last bell one walks through the rooms that have an evening, on the full path, with who is there then."""
    s = stage(tmp_path, lang=lang)
    _play(s, "f", lambda now: now.activity == "place" and now.line is None and now.progress.phase == "evening")
    assert s.run.sitting is not None
    for place in EVENING:
        s.run.sitting.do(Travel(place))
        while s.run.sitting.moment.line is not None:
            s.run.sitting.do(Advance())
        s.hands.see()
        s.window.draw()
        assert_golden(s.surface, f"evening-{place}-{lang}", EPISODE)


@pytest.mark.parametrize("look", ["contrast", "large"])
@pytest.mark.parametrize("name", MOMENTS)
def test_its_moments_in_strong_contrast_and_in_large_text(name: str, look: str, tmp_path: Path) -> None:
    """The same moments in the two other designs, with everything in reach."""
    s = stage(tmp_path, text=200 if look == "large" else 100, contrast="high" if look == "contrast" else "normal")
    _play(s, *MOMENTS[name])
    assert_all_in_reach(s, 200 if look == "large" else 100)
    assert_golden(s.surface, f"{name}-{look}", EPISODE)


def test_every_golden_belongs_to_a_look() -> None:
    """A picture whose place or moment is gone is named here."""
    wanted = {f"{name}-{lang}" for name in LOOKS for lang in ("fr", "en")}
    wanted |= {f"evening-{place}-{lang}" for place in EVENING for lang in ("fr", "en")}
    wanted |= {f"{name}-{look}" for name in MOMENTS for look in ("contrast", "large")}
    assert {path.stem for path in EPISODE.glob("*.webp")} == wanted
