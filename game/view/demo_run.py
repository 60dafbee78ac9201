"""The demo's path: title, note, places, talks, clues, board, farewell, then the desk in an exercise, to a receipt that opens its case.

Room: game/view. The story is played twice: once by the core's own actions in one breath, to prove that it can be finished, and once
through the window's code by mouse and keyboard. The picture reported is a real JPEG, made here, of a lighthouse that does not exist.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.core.commands import StampClue
from game.session.session import Session
from game.view.compose import Edge, compose
from game.view.demo import PATIENCE, Hands, LostError, next_command
from game.view.opening import open_display, wake
from game.view.play import Run
from game.view.window import Window

if TYPE_CHECKING:
    from game.view.screens.desk import DeskScreen
    from reporting.client.moment import DeskMoment

LINK, ACCOUNT = "https://lucarne.example/p/9841", "@bouee_perdue"
WAIT = 90.0  # seconds the demo waits for a service to start or a fingerprint to come on a slow machine


@dataclass(frozen=True, slots=True)
class DemoResult:
    """What the demo leaves: the receipt as one would write it down, whether the service said it is stored, and the pictures."""

    receipt: str
    stored: bool
    pictures: tuple[Path, ...]


def run_demo(edge: Edge, out: Path, size: tuple[int, int], tell: Callable[[str], None]) -> DemoResult:
    """Play the whole path. raises: LostError when a step does not lead on; OSError when `out` cannot be written."""
    out.mkdir(parents=True, exist_ok=True)
    for old in out.glob("[0-9][0-9]-*.png"):
        old.unlink()
    picture = make_picture(out)  # first of all: a disk that refuses is said at once
    run = compose(edge, wake=wake)
    commands = by_actions(run)
    tell(f"core: {commands} commands")
    surface = open_display(size, full_screen=False)
    window = Window(surface, run.fixtures(), run.first())
    hands = Hands(window, out)
    try:
        hands.see()
        hands.snap("title")
        help_and_settings(hands)
        through_the_story(run, hands)
        tell(f"window: {len(hands.pictures)} pictures")
        result = at_the_desk(hands, picture, tell)
    finally:
        run.close()
        pygame.quit()
    (out / "receipt.txt").write_text(result.receipt + "\n", encoding="utf-8")
    return result


def by_actions(run: Run) -> int:
    """Finish the story by the core's own actions. Returns how many it took."""
    episode = run.story.episode
    sitting, _ = Session.start(run.story, episode.class_path, "home", run.seed, None, run.clock)
    tried: set[str] = set()
    for count in range(PATIENCE):
        command = next_command(sitting.moment, frozenset(tried))
        if command is None:
            return count
        tried.add(repr(command))
        sitting.do(command)
    raise LostError("the story did not end")


def help_and_settings(hands: Hands) -> None:
    """F1 and back, the settings and back: on every screen these are the same."""
    hands.key("f1")
    hands.snap("help")
    hands.key("escape")
    hands.press("title/settings", by="mouse")
    hands.snap("settings")
    hands.key("escape")


def through_the_story(run: Run, hands: Hands) -> None:
    """Begin, and follow the story through the window until it lets go."""
    hands.press("title/begin", by="keyboard")
    seen: set[tuple[str, ...]] = set()
    tried: set[str] = set()
    for _ in range(PATIENCE):
        sitting = run.sitting
        if sitting is None:
            raise LostError("the story went away")
        now = sitting.moment
        here = (now.activity, now.talk or "", now.place.id if now.place else "", str(bool(now.choices)), str(now.line is None))
        if here not in seen:
            seen.add(here)
            hands.snap("-".join(part for part in ("story", now.activity, now.talk or (now.place.id if now.place else "")) if part))
        if now.activity == "ended":
            while any(target.id == "recap/on" for target in hands.window.targets):
                hands.press("recap/on")  # what one did, what it changed; then the farewell
            break
        command = next_command(now, frozenset(tried))
        if command is None:
            raise LostError(f"nothing to do at {here}")
        tried.add(repr(command))
        press_signal(hands, command)
    _notebook(run, hands)


def _notebook(run: Run, hands: Hands) -> None:
    """Look into the notebook once more and stamp a card, as one may until the end."""
    from game.view.screen import Open
    from game.view.screens.notebook import NotebookScreen

    sitting = run.sitting
    if sitting is None or not sitting.moment.notebook:
        raise LostError("there is no clue in the notebook")
    hands.window.go(Open(NotebookScreen(sitting)))
    hands.see()
    clue = sitting.moment.notebook[-1].id
    sitting.do(StampClue(clue, "fact"))
    hands.window.draw()
    hands.snap("story-notebook")
    hands.key("escape")


def press_signal(hands: Hands, signal: object) -> None:
    """Press whatever on the screen stands for this signal; on the board, turn to its box first."""
    name = next((t.id for t in hands.window.targets if t.enabled and t.signal == signal), None)
    if name is None:
        slot = getattr(signal, "slot", None)
        if slot is None:
            raise LostError(f"nothing on {hands.window.top.name!r} does {signal!r}")
        hands.press(f"slot/{slot}")
        name = next((t.id for t in hands.window.targets if t.enabled and t.signal == signal), None)
        if name is None:
            raise LostError(f"the box {slot!r} does not offer {signal!r}")
    hands.press(name)


def make_picture(out: Path) -> Path:
    """A real JPEG: a lighthouse on a hill at dusk, with grain. Left beside the pictures so that anyone can look at it."""
    import numpy as np
    from PIL import Image, ImageDraw

    w, h = 1600, 1200
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    grain = np.random.default_rng(7).normal(0, 7, (h, w))
    sky = np.stack([90 + 90 * y / h, 80 + 60 * y / h, 130 - 20 * y / h], axis=2) + grain[..., None]
    picture = Image.fromarray(np.clip(sky + 14 * np.sin(x / 90 + y / 140)[..., None], 0, 255).astype(np.uint8))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((-200, 820, 1500, 1900), fill=(44, 60, 72))
    draw.polygon([(560, 860), (610, 320), (690, 320), (740, 860)], fill=(236, 226, 206))
    for band in range(3):
        draw.polygon([(575 + band * 9, 700 - band * 150), (725 - band * 9, 700 - band * 150), (720 - band * 9, 640 - band * 150),
                      (580 + band * 9, 640 - band * 150)], fill=(170, 62, 56))  # fmt: skip
    draw.rectangle((600, 262, 700, 322), fill=(250, 214, 130))
    draw.polygon([(590, 262), (710, 262), (650, 214)], fill=(60, 50, 70))
    path = out / "lighthouse.jpg"
    picture.save(path, quality=90)
    return path


def at_the_desk(hands: Hands, picture: Path, tell: Callable[[str], None]) -> DemoResult:
    """Through the exercise: who, the picture, where it was seen, what leaves, the receipt, sent, and the case opened by it."""
    from game.view.screens.desk import DeskScreen
    from reporting.client.commands import Do, Pick

    hands.press("farewell/leave", by="mouse")
    desk = hands.window.top
    if not isinstance(desk, DeskScreen):
        raise LostError("the story did not lead to the desk")

    def at(screen: str, then: Callable[[DeskMoment], bool] = lambda _: True) -> DeskMoment:
        return _wait(hands, desk, screen, then)

    at("leaving")
    hands.snap("desk-leaving")
    press_signal(hands, Do("continue"))
    at("real_or_try")
    hands.snap("desk-real-or-try")
    press_signal(hands, Do("try"))
    at("who")
    for field, option in (("who", "shown"), ("age", "15_17"), ("device", "mine")):
        press_signal(hands, Pick(field, option))  # type: ignore[arg-type]  # the fields of the first step
    hands.snap("desk-who")
    press_signal(hands, Do("continue"))
    at("picture")
    hands.see(pygame.event.Event(pygame.DROPFILE, file=str(picture)))
    at("picture", lambda now: now.body.screen == "picture" and any(item.state == "ready" for item in now.body.items))
    hands.snap("desk-picture")
    press_signal(hands, Do("continue"))
    at("links")
    hands.write(_field(hands, "link"), LINK)
    hands.write(_field(hands, "account"), ACCOUNT)
    hands.snap("desk-links")
    press_signal(hands, Do("review"))
    now = at("review", lambda now: now.body.screen == "review" and not now.body.composing)
    hands.snap("desk-review-words")
    press_signal(hands, Do("show_code"))
    hands.snap("desk-review-code")
    press_signal(hands, Do("authorise"))
    press_signal(hands, Do("send"))
    now = at("receipt")
    hands.snap("desk-receipt-before")
    receipt = _words(now)
    press_signal(hands, Do("noted"))
    now = at("receipt", lambda now: now.body.screen == "receipt" and now.body.phase in ("arrived", "kept"))
    hands.snap("desk-receipt")
    stored = now.body.screen == "receipt" and now.body.phase == "arrived"
    tell(f"service: {'stored' if stored else 'kept here'}")
    if stored:
        press_signal(hands, Do("to_follow"))
        now = at("follow", lambda now: now.body.screen == "follow" and not now.body.working)
        hands.snap("desk-follow")
        stored = now.body.screen == "follow" and any(step.state == "done" for step in now.body.steps)
    return DemoResult(receipt, stored, tuple(hands.pictures))


def _words(now: DeskMoment) -> str:
    """The receipt as one would write it down."""
    body = now.body
    if body.screen != "receipt":
        raise LostError("there is no receipt")
    return " ".join((body.exercise, *body.words) if body.exercise else body.words)


def _field(hands: Hands, part: str) -> str:
    """The first text field whose name speaks of this."""
    name = next((t.id for t in hands.window.targets if t.signal is None and part in t.id), None)
    if name is None:
        raise LostError(f"no field for {part!r}: {sorted(t.id for t in hands.window.targets)}")
    return name


def _wait(hands: Hands, desk: DeskScreen, screen: str, then: Callable[[DeskMoment], bool]) -> DeskMoment:
    """Let the window's loop turn until the desk is there."""
    end = time.monotonic() + WAIT
    while True:
        now = desk.room.moment
        if now.screen == screen and then(now):
            hands.see()
            hands.window.draw()
            return now
        if now.screen == "error" and screen != "error":
            hands.snap("desk-error")
            said = now.body.say if now.body.screen == "error" else None
            raise LostError(f"desk: error on the way to {screen}", said.word if said else "", said.params if said else None)
        if time.monotonic() > end:
            raise LostError(f"the desk stayed at {now.screen!r} and never came to {screen!r}")
        hands.see()
        pygame.time.wait(20)
