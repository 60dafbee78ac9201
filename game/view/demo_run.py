"""The demo's path: title, note, places, talks, clues, board, farewell, then the desk in an exercise, to a receipt that opens its case.

Room: game/view. The story is played twice: once by the core's own actions in one breath, to prove that it can be finished, and once
through the window's code by mouse and keyboard. Who plays is passed in: it sees the moment alone, so that any story will do. The
picture reported is a real JPEG, made here, of a lighthouse that does not exist.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.core.commands import Command, Examine, GoBackOver, PlaceCard, SayHowSure, StampClue, Travel, TryChange, UseThing
from game.core.moment import Moment
from game.session.edge import Edge
from game.session.session import Session
from game.view.compose import compose
from game.view.demo import PATIENCE, Hands, LostError, Player
from game.view.opening import open_display, wake
from game.view.play import Run
from game.view.screens.talk import Try
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


def run_demo(edge: Edge, out: Path, size: tuple[int, int], tell: Callable[[str], None], players: Callable[[], Player]) -> DemoResult:
    """Play the whole path. players: one for each time the story is played.

    raises: LostError when a step does not lead on; OSError when `out` cannot be written."""
    out.mkdir(parents=True, exist_ok=True)
    for old in out.glob("[0-9][0-9]-*.png"):
        old.unlink()
    picture = make_picture(out)  # first of all: a disk that refuses is said at once
    run = compose(edge, wake=wake)
    commands = by_actions(run, players())
    tell(f"core: {commands} commands")
    surface = open_display(size, full_screen=False)
    window = Window(surface, run.fixtures(), run.first())
    hands = Hands(window, out)
    try:
        hands.see()
        hands.snap("title")
        help_and_settings(hands)
        through_the_story(run, hands, players())
        tell(f"window: {len(hands.pictures)} pictures")
        result = at_the_desk(hands, picture, tell)
    finally:
        run.close()
        pygame.quit()
    (out / "receipt.txt").write_text(result.receipt + "\n", encoding="utf-8")
    return result


def by_actions(run: Run, player: Player) -> int:
    """Finish the story by the core's own actions. Returns how many it took."""
    episode = run.story.episode
    sitting, _ = Session.start(run.story, episode.class_path, "home", run.seed, None, run.clock)
    for count in range(PATIENCE):
        command = player(sitting.moment)
        if command is None:
            return count
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


def through_the_story(run: Run, hands: Hands, player: Player) -> None:
    """Begin, and follow the story through the window until it lets go."""
    hands.press("title/begin", by="keyboard")
    if hands.window.top.name == "departure":
        hands.press(f"path/{run.story.episode.class_path}", by="mouse")
    answer_items(hands)
    seen: set[str] = set()
    for _ in range(PATIENCE):
        if run.sitting is None:
            raise LostError("the story went away")
        now = run.sitting.moment
        _picture_of(hands, now, seen)
        if now.activity == "ended":
            break
        if now.activity == "place" and now.line is None and "asked" not in seen:
            seen.add("asked")
            look_around(hands)
        command = player(_in_sight(now))
        if command is None:
            raise LostError(f"nothing to do at {now.activity} {now.talk or ''}")
        do(hands, run.sitting, command)
        answer_items(hands)
    while any(target.id == "recap/on" for target in hands.window.targets):
        hands.press("recap/on")  # what one did, what it changed; then the farewell
    _notebook(run, hands)


def _in_sight(now: Moment) -> Moment:
    """The moment without the stamps: they are in the notebook, which is opened once, at the end."""
    return now.model_copy(update={"offers": tuple(offer for offer in now.offers if offer.do != "stamp-clue")})


def _picture_of(hands: Hands, now: Moment, seen: set[str]) -> None:
    """One picture of each place, of what may be done there, of each talk, and of what can be answered in it."""
    what = now.talk or (now.log.id if now.log is not None else now.place.id if now.place is not None else "")
    here = f"{now.activity}-{what}-{'answers' if now.choices else 'free' if now.line is None else 'line'}"
    if here not in seen:
        seen.add(here)
        hands.snap("-".join(part for part in ("story", now.activity, what) if part))


def look_around(hands: Hands) -> None:
    """The quiz and the items, from the menu, where the story has them; the map, where it is there already."""
    for name in ("menu/quiz", "menu/items"):
        hands.key("escape")
        if any(target.id == name for target in hands.window.targets):
            hands.press(name)
            answer_items(hands)
        while hands.window.top.name != "story":
            hands.key("escape")
    if any(target.id == "bar/map" for target in hands.window.targets):
        hands.press("bar/map")
        hands.snap("map")
        hands.key("escape")


def answer_items(hands: Hands) -> None:
    """Go through a quiz or through the items of before and after, wherever they come: the first answer each time."""
    name = hands.window.top.name
    if name not in ("quiz", "questionnaire"):
        return
    for step in range(PATIENCE):
        if hands.window.top.name != name:
            return
        if step in (0, 1):
            hands.snap(name)
        shown = [target.id for target in hands.window.targets if target.enabled]
        hands.press("asking/next" if "asking/next" in shown else next(one for one in shown if one.startswith("answer/")))
    raise LostError(f"{name} did not end")


def do(hands: Hands, sitting: Session, command: Command) -> None:
    """Do this with the window: behind its door where it has one, and wait for what it computes."""
    if isinstance(command, Travel):
        hands.press("bar/map")
    if isinstance(command, GoBackOver):
        hands.press("repairs")
    spot = command.hotspot if isinstance(command, Examine) else command.use.rpartition(".")[0] if isinstance(command, UseThing) else None
    if spot is not None and any(target.id == spot and target.signal != command for target in hands.window.targets):
        hands.press(spot)  # more can be done with it than look
    press_signal(hands, Try(command.choice) if isinstance(command, TryChange) else command)
    end = time.monotonic() + WAIT
    while sitting.comparing == "under-way" and time.monotonic() < end:
        hands.see()
        pygame.time.wait(5)


def _notebook(run: Run, hands: Hands) -> None:
    """Look into the notebook once more and stamp a card, as one may until the end."""
    from game.view.screen import Open
    from game.view.screens.notebook import NotebookScreen

    sitting = run.sitting
    if sitting is None or not sitting.moment.notebook:
        return  # a story need not have clues
    hands.window.go(Open(NotebookScreen(sitting)))
    hands.see()
    clue = sitting.moment.notebook[-1].id
    sitting.do(StampClue(clue, "fact"))
    hands.window.draw()
    hands.snap("story-notebook")
    hands.key("escape")


def press_signal(hands: Hands, signal: object) -> None:
    """Press whatever on the screen stands for this signal; on the board turn to its box first, in large text turn the pages."""
    ways = [f"slot/{signal.slot}"] if isinstance(signal, PlaceCard | SayHowSure) else []
    ways += ["talk/turn", *("board/answers" for _ in range(4))]
    name = _standing_for(hands, signal)
    while name is None:
        way = next((w for w in ways if any(t.id == w and t.enabled for t in hands.window.targets)), None)
        if way is None:
            raise LostError(f"nothing on {hands.window.top.name!r} does {signal!r}")
        ways.remove(way)
        hands.press(way)
        name = _standing_for(hands, signal)
    hands.press(name)


def _standing_for(hands: Hands, signal: object) -> str | None:
    return next((t.id for t in hands.window.targets if t.enabled and t.signal == signal), None)


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
