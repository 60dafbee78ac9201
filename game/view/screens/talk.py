"""A talk: whoever speaks, their words, what can be answered.

Room: game/view/screens. Part of `story.py`. When the words are set so large that the line and the answers do not fit together, they
are shown one after the other: nothing is made smaller.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from game.content import boxes
from game.core.commands import Choose, SkipScene
from game.core.moment import ChoiceNow, Moment
from game.session.workshop import Comparison
from game.view.geometry import Box
from game.view.screens import account, decision, workshop
from game.view.screens.place import go_on, photo_of, spoken
from game.view.scroll import Scroll, scrolled, settled
from game.view.ui import Ui
from game.view.widgets import bar, comparison, play, scene
from game.view.widgets.basic import button, button_width, name_tape

SKIP = SkipScene()
GAP = boxes.BETWEEN


@dataclass(frozen=True, slots=True)
class Turn:
    """From the line to its answers, or back."""


@dataclass(frozen=True, slots=True)
class Shut:
    """An answer that cannot be given yet was pressed: it says why, and nothing else happens."""

    choice: str


@dataclass(frozen=True, slots=True)
class Try:
    """A choice that changes the workshop's picture: the sitting computes its lamp."""

    choice: str


def _signal(choice: ChoiceNow) -> object:
    if not choice.enabled:
        return Shut(choice.id)
    return Try(choice.id) if choice.change is not None else Choose(choice.id)


@dataclass(slots=True)
class Paging:
    """Which line has been turned over to its answers (large text only)."""

    turned: str = ""
    scroll: Scroll = field(default_factory=Scroll)  # the answers, where they are taller than the page

    def turn(self, now: Moment) -> None:
        """Turn the present line over."""
        line = now.line.id if now.line else ""
        self.turned = "" if self.turned == line else line
        self.scroll.top()


def draw(ui: Ui, now: Moment, paging: Paging, found: Comparison | None = None, standing: workshop.Standing = "idle") -> None:
    """The place dimmed, the face, the sheet of speech, the answers."""
    if account.draw(ui, now) or decision.draw(ui, now):
        return
    line = now.line
    large = ui.text_scale >= boxes.LARGEST
    face = line is not None and line.portrait and not large
    x, w = boxes.talk_sheet(ui.text_scale, face=face)
    texts = [ui.words.line(c.text) for c in now.choices]
    whys = [ui.words.line(c.why_not) if c.why_not else "" for c in now.choices]
    told = list(zip(now.choices, texts, whys, strict=True))
    answers = sum(play.choice_height(ui, w, t, why, plain=choice.stance is None) + GAP for choice, t, why in told)
    words = ui.words.line(line.id) if line else ""
    name = ui.words.line(line.name) if line and line.name else ""
    stage = ui.words.line(line.stage) if line and line.stage else ""
    measured = play.speech_height if now.choices else boxes.spoken_height
    high = measured(ui, w, words, stage=bool(stage)) if line else 0.0
    room = boxes.speech_room(ui.text_scale)
    told_points = play.points_of(line, words) if now.place is None and not name else []
    tall = play.points_height(ui, w, told_points)
    if told_points and tall + 40 + min(answers, boxes.TURN + GAP) <= room:
        high = tall
    else:
        told_points = []
    paged = bool(now.choices) and high + 40 + answers > room
    show_line = not paged or (line is not None and paging.turned != line.id)
    show_answers = not paged or not show_line
    y = ui.bottom - boxes.UNDER
    turns_below = paged and show_line and high + 40 + boxes.TURN + GAP <= room
    if turns_below:  # where the answers will be
        y -= boxes.TURN + GAP
    if now.place is None and not paged:  # before the story: a page of its own, in the middle
        y = min(y, (ui.bottom + 96 + high + answers) / 2)
    if show_answers:
        y -= answers
    top = y
    box = Box(x, y - high - (14 if now.choices and not paged else 0), w, high)
    free_over = now.workshop is None and (not paged or turns_below)  # else a button or the bench stands there
    photo = show_line and not told_points and line is not None and free_over and photo_of(ui, box, line) is not None
    if now.place is not None:
        scene.place(ui, now.place, veil=0.38 if ui.theme.flat else 0.3, line=line, face=face or photo)
    else:
        scene.night(ui)
    if face and line is not None:
        scene.bust(ui, line.who, line.expression, place=now.place, line=line.id, words=words)
    if show_line and line is not None:
        if told_points:
            play.points(ui, box, line.points, told_points)
        else:
            spoken(ui, box, line, now.place, words, free=free_over)
        if decision.is_one(now) and show_answers:
            decision.over(ui, Box(x, box.y, w, 0))
        elif decision.is_one(now):
            decision.before(ui, Box(x, box.y, w, 0), portrait=line.portrait)
        if line.compared is not None:
            top = bar.height(ui) + 40
            comparison.draw(ui, line.compared, Box(x, top, w, box.y - 44 * max(1.0, ui.text_scale) - top))
        if now.place is None and not name and now.choices and (not paged or turns_below):  # the note; what is told after it needs no title
            name_tape(ui, x + 60, box.y - 36, ui.words("play.before"))
        if now.offered("advance") is not None:
            go_on(ui, box, f"{name}. {words}" if name else words)
    if show_answers:  # after the line: what may be thrown in lies over « a press anywhere goes on »
        if paged and answers > boxes.answers_room(ui.text_scale):
            _turning(ui, x, w, told, paging.scroll)
        else:
            for choice, text, why in told:
                top += play.choice(ui, x, top, w, choice, text, _signal(choice), why) + GAP
            if paged and decision.is_one(now):
                decision.beneath(ui, Box(x, boxes.turn_top(ui.text_scale) + boxes.TURN, w, y - boxes.turn_top(ui.text_scale) - boxes.TURN))
    if now.workshop is not None:
        alone = paged and show_answers
        came_out = now.workshop, found, standing
        top = bar.height(ui) + (34 if not paged or turns_below else 136)
        over = 20 if line is None else 60 * max(1.0, ui.text_scale * 0.65)  # the name on its tape
        fits = None if alone else workshop.height(ui, *came_out, w, y - high - over - top)
        if fits is not None:
            workshop.draw(ui, *came_out, Box(x, top, w, fits))
        elif face:  # many answers: under the face, which stays in sight
            fits = workshop.height(ui, *came_out, workshop.UNDER_FACE, workshop.CHIN)
            if fits is not None:
                workshop.draw(ui, *came_out, Box(24, ui.bottom - fits - 24, workshop.UNDER_FACE, fits))
    if paged:
        before = now.place is None and not name  # the note: its button leads on, nobody has asked anything
        asks = "play.more" if before else "play.decide" if decision.is_one(now) else "play.answers"
        label = ui.words(asks if show_line else "play.reread")
        at = ui.bottom - boxes.UNDER - boxes.TURN if turns_below else boxes.turn_top(ui.text_scale)
        wide = max(620.0, button_width(ui, label))
        button(ui, "talk/turn", Box(x, at, wide, boxes.TURN), label, Turn(), icon="skip" if show_line else "back", kind="main")
    free = next((c for c in now.choices if c.enabled), None)
    if free is not None and show_answers and now.offered("advance") is None and not any(c.decision for c in now.choices):
        ui.first = f"choice/{free.id}"
    elif paged:
        ui.first = "talk/turn"


def _turning(ui: Ui, x: float, w: float, told: list[tuple[ChoiceNow, str, str]], scroll: Scroll) -> None:
    """Answers that are taller together than the page: they turn by wheel, keys and buttons, and none is made smaller."""
    s = ui.text_scale
    area = Box(x, boxes.turn_top(s) + boxes.TURN + GAP, w, boxes.answers_room(s))

    def answers() -> None:
        with scrolled(ui, "talk/answers", area, scroll) as inside:
            top = inside.y + 8  # room for the ring of the focus
            for choice, text, why in told:
                top += play.choice(ui, inside.x + 8, top, inside.w - 16, choice, text, _signal(choice), why) + GAP
            inside.foot = top

    settled(ui, scroll, answers)
