"""What moves by itself: seeded, drawn only where it changes, and not at all without motion, without a loop, or when nobody is there."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pygame
import pytest

from game.view.life import BEAT, CALM, FADE, REST, Life, Rhythm, blinking, mouth, swaying
from tests.game.view.stage import Stage, stage

PART = pygame.Rect(0, 0, 960, 540)


def steps(rhythm: Rhythm, seconds: int) -> list[int]:
    """The step on each beat."""
    return [rhythm.at(n * BEAT)[0] for n in range(int(seconds / BEAT))]


def test_a_rhythm_is_seeded_and_irregular() -> None:
    """The same person blinks alike every time, others do not; pauses differ; eyes are open most of the time."""
    one, again, other = (steps(blinking(who), 120) for who in ("louna", "louna", "nour"))
    assert one == again
    assert one != other
    shut = [n for n, step in enumerate(one) if step != CALM]
    assert 15 <= len(shut) <= 80
    assert len({b - a for a, b in pairwise(shut)}) > 5


def test_whoever_sways_moves_by_one_step_at_a_time() -> None:
    """No jump from one foot to the other, and everybody is upright at times."""
    seen = [2 if step == CALM else step for step in steps(swaying("basile"), 120)]
    assert max(abs(b - a) for a, b in pairwise(seen)) == 1
    assert {0, 2, 4} <= set(seen)


def test_a_rhythm_says_when_it_changes() -> None:
    """Until the moment it names, it stays as it is."""
    rhythm, now = Rhythm(((0, 1), (1,)), 0.25, (0.5, 2.0), "any"), 0.0
    for _ in range(50):
        step, until = rhythm.at(now)
        assert until > now
        assert rhythm.at(until - 0.001)[0] == step
        now = until


def test_a_mouth_moves_while_the_words_are_read_and_then_no_more() -> None:
    """Open on vowels, shut at the stop; once all is said it never changes again."""
    words = "Salut, toi… mm."
    moved = [mouth(words, 10.0, 10.0 + n * BEAT)[0] for n in range(12)]
    assert set(moved) == {0, 1, 2}
    assert mouth(words, 10.0, 12.0) == (0, float("inf"))
    assert mouth("", 3.0, 3.0) == (0, float("inf"))


def test_what_moves_is_expected_on_the_grid_and_only_while_it_may() -> None:
    """Due times lie on the beat; nothing is due without a loop, without motion, or long after the last touch."""
    cases = ((True, True, 1.0, True), (False, True, 1.0, False), (True, False, 1.0, False), (True, True, REST, False))
    for running, motion, now, awake in cases:
        life = Life(running=running, motion=motion, now=now)
        step = life.step("eyes", lambda: Rhythm(((0,),), BEAT, (0.0, 0.0), 1), PART)
        assert life.awake is awake
        assert bool(life.due) is awake
        assert (step == 0) is awake
        assert all(when % BEAT == 0 for _, when in life.due)


def test_a_place_that_changes_fades_from_what_it_was() -> None:
    """Another look of the same place takes over within a moment; another place begins at once, and so does everything without motion."""
    first, second = pygame.Surface((2, 2)), pygame.Surface((2, 2))
    life = Life(running=True, now=1.0, touched=1.0)

    def shown(place: str, sight: str, picture: pygame.Surface) -> pygame.Surface | None:
        life.since("sight", sight)
        return life.before(place, sight, picture)

    assert shown("cour", "noon", first) is None
    assert shown("cour", "evening", second) is first
    life.now += FADE / 2
    assert shown("cour", "evening", second) is first
    life.now += FADE
    assert shown("cour", "evening", second) is None
    assert shown("gymnase", "noon", first) is None
    life.motion = False
    assert shown("gymnase", "evening", second) is None


# ---- in the window -----------------------------------------------------------


@pytest.fixture
def alive(tmp_path: Path) -> Stage:
    """A window at its work, with somebody in the place."""
    s = stage(tmp_path)
    s.begin()
    at_somebody(s)
    s.window.life.running = True
    s.hands.see(pygame.event.Event(pygame.MOUSEMOTION, pos=(480, 270), rel=(1, 1), buttons=(0, 0, 0)))
    wait(s, 2)
    kept(s)
    return s


def kept(s: Stage) -> None:
    """Wait for what works in the background, as keeping the play does: its end has the whole page drawn again, at whatever moment."""
    until = time.monotonic() + 30
    while s.run.jobs.busy and time.monotonic() < until:
        wait(s, 0.05)
        time.sleep(0.01)
    assert not s.run.jobs.busy


def at_somebody(s: Stage) -> None:
    """Play on until the place shows somebody and nothing is said."""
    s.play_to(lambda now: now.activity == "place" and now.line is None and now.place is not None and bool(now.place.people), "life")


def wait(s: Stage, seconds: float) -> list[pygame.Rect | None]:
    """Let time go by, in steps as the loop takes them; returns what was drawn (None: all of it)."""
    drawn: list[pygame.Rect | None] = []
    draw = s.window.draw

    def noted(part: pygame.Rect | None = None) -> None:
        drawn.append(part)
        draw(part)

    s.window.draw = noted  # type: ignore[method-assign]
    for _ in range(int(seconds / 0.05)):
        s.hands.now_ms += 50
        s.window.step([], s.hands.now_ms)
    s.window.draw = draw  # type: ignore[method-assign]
    return drawn


def shot(s: Stage) -> bytes:
    """Every pixel of the window."""
    return pygame.image.tobytes(s.surface, "RGB")


def test_only_what_moves_is_drawn_again(alive: Stage) -> None:
    """At most eight small parts a second, and the page looks as if all of it had been drawn."""
    for _ in range(12):
        drawn = wait(alive, 2)
        assert None not in drawn
        assert len(drawn) <= 16
        parts = [part for part in drawn if part is not None]
        assert all(part.w * part.h < 0.5 * PART.w * PART.h for part in parts)
        seen = shot(alive)
        alive.window.draw()
        assert shot(alive) == seen


def test_something_does_move(alive: Stage) -> None:
    """Within half a minute there is more than one look of the place."""
    looks = set()
    for _ in range(15):
        wait(alive, 2)
        looks.add(shot(alive))
    assert len(looks) > 3


def test_all_rests_when_nobody_is_there_and_wakes_at_a_touch(alive: Stage) -> None:
    """After a while without a touch one last frame is drawn, and then none; a key wakes the place."""
    wait(alive, REST)
    assert wait(alive, 10) == []
    assert alive.window.life.due == []
    alive.hands.see(pygame.event.Event(pygame.MOUSEMOTION, pos=(480, 271), rel=(0, 1), buttons=(0, 0, 0)))
    assert wait(alive, 10) != []


def test_reduced_motion_is_a_still_picture(tmp_path: Path) -> None:
    """With motion reduced nothing moves, and nothing is drawn again."""
    s = stage(tmp_path)
    s.run.loaded = s.run.loaded.changed(motion="reduced")
    s.window._restyle()
    s.begin()
    at_somebody(s)
    s.window.life.running = True
    wait(s, 1)
    kept(s)
    before = shot(s)
    assert wait(s, 20) == []
    assert shot(s) == before


def test_a_place_that_is_entered_comes_to_rest(tmp_path: Path) -> None:
    """The layers glide in, the whole place drawn often for a moment, and then stand where they belong."""
    s = stage(tmp_path)
    s.begin()
    s.window.life.running = True
    s.window.life.touched = s.hands.now_ms / 1000
    at_somebody(s)
    gliding = [part for part in wait(s, 1) if part is not None]
    assert len([part for part in gliding if part.w == PART.w]) >= 5
    assert all(part.w < PART.w for part in wait(s, 3) if part is not None)


def test_layers_follow_the_pointer(alive: Stage) -> None:
    """The place leans towards the pointer, by a few pixels, and comes to rest again."""
    before = shot(alive)
    alive.hands.see(pygame.event.Event(pygame.MOUSEMOTION, pos=(940, 60), rel=(1, 1), buttons=(0, 0, 0)))
    wait(alive, 3)
    assert alive.window.life.lean[0] > 0.8
    assert shot(alive) != before
    assert not alive.window.life.gliding
