"""What moves by itself: when an eye blinks, a mouth speaks, a lamp flickers; how far the layers of a place have moved.

Room: game/view. Times only, in seconds: what is drawn is `widgets/scene.py` and `scenery.py`. Everything that moves says when it will next
look different and where; the window sleeps until then and draws that part again. Without motion, without a loop (a single frame, a test),
or when nobody has touched anything for a while, nothing is due and all stands as it was drawn.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field

import pygame

BEAT = 0.125  # seconds: what moves changes on this grid, so that at most eight small parts a second are drawn
GLIDE = 1 / 15  # … but a whole place that moves or fades does so more often, for less than a second
REST = 40.0  # seconds without a touch after which the drawn people rest too
CALM = -1  # nothing to see but the picture itself
LETTERS_A_BEAT = 2  # sixteen letters a second: as one reads
NEAR = 0.06  # of the way: the layers are where they should be
FADE = 0.4  # seconds from one look of a place to the next
ENTER, FROM = 0.8, 1.0  # seconds that a place takes to come to rest when it is entered, and from how far aside (1: as far as it goes)
WIDE, NARROW = set("aàâoôœáäąăóöőõ"), set("eéèêëęiîïíuûùüúűy")


class Rhythm:
    """Steps that come again and again, never quite evenly: a score is played, then comes a rest. The same seed, the same rhythm.

    scores: lists of steps (the number of a picture, or CALM), one of them chosen each time (in their order, if `held`)
    beat:   seconds a step, rest: seconds between two scores, from and to
    held:   during the rest the last step stays; else all is calm
    """

    def __init__(
        self, scores: Sequence[Sequence[int]], beat: float, rest: tuple[float, float], seed: object, *, held: bool = False
    ) -> None:
        self._scores, self._beat, self._rest, self._held = scores, beat, rest, held
        self._chance = random.Random(str(seed))  # noqa: S311 - a rhythm, not a secret
        self._begin = self._end = -1.0
        self._score: Sequence[int] = ()
        self._last, self._played = CALM, 0

    def at(self, now: float) -> tuple[int, float]:
        """The step at this second (which only grows), and when that may change."""
        if self._end < 0:
            self._end = now
        while now >= self._end:
            if self._score and self._held:
                self._last = self._score[-1]
            self._begin = self._end + self._chance.uniform(*self._rest)
            self._score = self._scores[self._played % len(self._scores)] if self._held else self._chance.choice(self._scores)
            self._played += 1
            self._end = self._begin + self._beat * len(self._score)
        if now < self._begin:
            return self._last, self._begin
        step = min(len(self._score) - 1, int((now - self._begin) / self._beat))
        ahead = next((n for n in range(step + 1, len(self._score)) if self._score[n] != self._score[step]), len(self._score))
        return self._score[step], self._begin + ahead * self._beat


def blinking(who: str) -> Rhythm:
    """Somebody’s eyelids: shut for a moment every few seconds, now and then twice."""
    return Rhythm(((0,), (0,), (0,), (0, CALM, 0)), BEAT, (2.4, 6.2), ("blink", who))


def swaying(who: str) -> Rhythm:
    """Somebody who stands, from one foot to the other: 0 and 1 to the left, 2 upright, 3 and 4 to the right."""
    return Rhythm(((3, 4), (3, 2), (1, 0), (1, 2)), BEAT, (3.5, 8.0), ("sway", who), held=True)


def mouth(words: str, since: float, now: float) -> tuple[int, float]:
    """How far the mouth is open (0 shut, 1, 2) for somebody who began to say these words at `since`, and when that changes.

    Shut once the words have been said; then it never changes again (infinity)."""
    total = -(-len(words) // LETTERS_A_BEAT)
    step = max(0, int((now - since) / BEAT))
    if step >= total:
        return 0, float("inf")
    here = _opening(words, step)
    ahead = next((n for n in range(step + 1, total) if _opening(words, n) != here), total)
    return here, since + ahead * BEAT


def _opening(words: str, step: int) -> int:
    letters = set(words[step * LETTERS_A_BEAT : (step + 1) * LETTERS_A_BEAT].lower())
    return 2 if letters & WIDE else 1 if letters & NARROW else 0


@dataclass
class Life:
    """The living side of one window, kept from frame to frame."""

    running: bool = False  # whether a loop comes back for what is due; a single frame stands still
    motion: bool = True  # the reader’s setting
    now: float = 0.0
    touched: float = 0.0  # when somebody last did something
    due: list[tuple[pygame.Rect, float]] = field(default_factory=list)  # small parts, on the grid
    gliding: list[tuple[pygame.Rect, float]] = field(default_factory=list)  # what moves or fades as a whole
    placed: bool = False  # whether this frame shows a place
    target: tuple[float, float] = (0.0, 0.0)  # where pointer or focus is, -1 to 1 across and down
    lean: tuple[float, float] = (0.0, 0.0)  # how far the layers have followed
    shown: tuple[str, Hashable, pygame.Surface] | None = None  # the place that stands there, its sight and its picture
    _rhythms: dict[Hashable, Rhythm] = field(default_factory=dict)
    _began: dict[str, tuple[Hashable, float]] = field(default_factory=dict)
    _led: float = 0.0

    @property
    def moving(self) -> bool:
        """Whether things may move in this window at all."""
        return self.running and self.motion

    @property
    def awake(self) -> bool:
        """Whether they move now."""
        return self.moving and self.now - self.touched < REST

    @property
    def beat(self) -> float:
        """The present on the grid: what changes on it is drawn where it changed, and nothing else."""
        return self.now // BEAT * BEAT

    def stay(self) -> None:
        """What is shown is there to be watched: nothing comes to rest meanwhile."""
        self.touched = self.now

    def begin(self) -> None:
        """A frame is drawn: it will say anew what is due."""
        self.due.clear()
        self.gliding.clear()
        self.placed = False

    def expect(self, where: pygame.Rect, when: float) -> None:
        """This part of the window looks different from then on."""
        if self.awake and when != float("inf"):
            self.due.append((where, -(-when // BEAT) * BEAT))

    def glide(self, where: pygame.Rect) -> None:
        """All of this is on its way: it looks different very soon."""
        if self.awake:
            self.gliding.append((where, self.now + GLIDE))

    def turn_to(self, across: float, down: float, where: pygame.Rect) -> None:
        """Pointer or focus is there now, -1 to 1 each; the layers of a place will follow."""
        self.target = min(1.0, max(-1.0, across)), min(1.0, max(-1.0, down))
        if self.placed and self.awake and not self.gliding and self._away:
            self.gliding.append((where, max(self.now, self._led + GLIDE)))

    @property
    def _away(self) -> bool:
        """Whether the layers are not yet where pointer or focus is."""
        return max(abs(self.target[0] - self.lean[0]), abs(self.target[1] - self.lean[1])) >= NEAR

    def step(self, key: Hashable, make: Callable[[], Rhythm], where: pygame.Rect) -> int:
        """The present step of a rhythm, which is expected to change there."""
        if not self.awake:
            return CALM
        if key not in self._rhythms:
            self._rhythms[key] = make()
        found, until = self._rhythms[key].at(self.beat)
        self.expect(where, until)
        return found

    def since(self, kind: str, what: Hashable) -> float:
        """When this began to be shown, of the things of a kind that follow one another (lines, places)."""
        known = self._began.get(kind)
        if known is None or known[0] != what:
            known = self._began[kind] = (what, self.now)
        return known[1]

    def before(self, place: str, sight: Hashable, picture: pygame.Surface) -> pygame.Surface | None:
        """The picture to fade from, while another sight of the same place takes over; None when this one stands alone."""
        if self.shown is None or not self.awake or self.shown[0] != place or self.shown[1] == sight:
            self.shown = (place, sight, picture)
            return None
        if self.now - self.since("sight", sight) >= FADE:
            self.shown = (place, sight, picture)
            return None
        return self.shown[2]

    def follow(self, where: pygame.Rect) -> tuple[float, float]:
        """How far the layers lean now, -1 to 1; on the way to the pointer the whole place is due again soon."""
        self.placed = True
        if self.awake and self._away:
            if self.now - self._led >= GLIDE:
                self.lean = self.lean[0] + (self.target[0] - self.lean[0]) * 0.4, self.lean[1] + (self.target[1] - self.lean[1]) * 0.4
                self._led = self.now
            self.glide(where)
        return self.lean

    def next_due(self) -> float:
        """When something will look different; infinity if nothing will."""
        return min((when for _, when in (*self.due, *self.gliding)), default=float("inf"))

    def ripe(self) -> pygame.Rect | None:
        """The part of the window that looks different by now, None if none does: small parts, or all that glides with them."""
        if self.next_due() > self.now:
            return None
        areas = [where for where, when in self.due if when <= self.now] + [where for where, _ in self.gliding]
        return areas[0].unionall(areas[1:])
