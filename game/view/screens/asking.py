"""The quiz, and the items of before and after: one sentence at a time, nothing counted, nothing kept.

Room: game/view/screens. What is answered lives in this screen alone, and goes with it.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.content.quiz import Item, Questionnaire, Quiz, QuizItem
from game.session.asking import PASSED, Asking
from game.view.geometry import Box
from game.view.screen import Move, Screen, Shut
from game.view.scroll import Scroll, Turned, scrolled
from game.view.ui import Ui
from game.view.widgets.basic import button, button_width, chip, closing
from game.view.widgets.scene import night

TRUTH = ("true", "false", "unknown")


@dataclass(frozen=True, slots=True)
class Give:
    """An answer to the sentence shown."""

    answer: int | str


@dataclass(frozen=True, slots=True)
class Go:
    """On, or back."""

    back: bool = False


class AskingScreen(Screen):
    """What both lists share: the sheet, the sentence, the ways on and back. It turns when the words are large."""

    over = True

    def __init__(self, count: int) -> None:
        self._asking, self._scroll, self._begun = Asking(count), Scroll(), False

    def draw(self, ui: Ui) -> None:
        first = len(ui.targets)
        for _ in range(3):
            del ui.targets[first:]
            self._sheet(ui)
            if not self._scroll.moved:
                break

    def _sheet(self, ui: Ui) -> None:
        c, words = ui.canvas, ui.words
        night(ui)
        page = Box(150, 104, 1620, ui.bottom - 130)
        c.sheet(page, "surface_raised", 5, 14)
        closing(ui, 1850, 24, "close")
        if self._begun and not self._asking.done:
            count = words("asking.count", number=self._asking.at + 1, of=self._asking.count)
            c.line(170, 74, count, c.style("label", min(1.4, ui.text_scale)), "on_desk")
        high = max(84.0, 50 * ui.text_scale + 20)
        foot = page.bottom - high - 26
        with scrolled(ui, "asking/scroll", Box(page.x + 70, page.y + 30, page.w - 140, foot - page.y - 50), self._scroll) as inside:
            inside.foot = self.body(ui, inside.x, inside.y + 10, inside.w - 10)
        self._foot(ui, Box(page.x + 70, foot, page.w - 140, high))

    def body(self, ui: Ui, x: float, y: float, w: float) -> float:
        """The words of the present page; returns their foot."""
        raise NotImplementedError

    def _foot(self, ui: Ui, box: Box) -> None:
        words, asking = ui.words, self._asking
        ready = not self._begun or asking.done or asking.answer is not None
        label = words("asking.begin" if not self._begun else "asking.close" if asking.done else "asking.next")
        w = max(330.0, button_width(ui, label))
        if ready:
            button(ui, "asking/next", Box(box.right - w, box.y, w, box.h), label, Go(), icon="go", kind="main")
            ui.first = "asking/next"
        if self._begun and asking.at > 0 and not asking.done:
            before = words("asking.before")
            button(ui, "asking/before", Box(box.x, box.y, max(300.0, button_width(ui, before)), box.h), before, Go(back=True), icon="back")

    def on(self, signal: object) -> Move:
        match signal:
            case "close":
                return Shut()
            case Give(answer):
                self._asking = self._asking.give(answer)
            case Go(back=True):
                self._asking = self._asking.back()
                self._scroll.top()
            case Go() if not self._begun:
                self._begun = True
                self._scroll.top()
            case Go() if self._asking.done:
                return Shut()
            case Go():
                self._asking = self._asking.onward()
                self._scroll.top()
            case Turned(scroll, by):
                scroll.turn(by)
        return None

    def wheel(self, lines: float) -> bool:
        """Turn the page."""
        return self._scroll.wheel(lines)

    def wipe(self) -> None:
        """Quick exit: nothing that was answered stays."""
        self._asking, self._begun = Asking(self._asking.count), False

    def choices(self, ui: Ui, x: float, y: float, w: float, options: list[tuple[str, int | str]]) -> float:
        """One answer a row, the chosen one ticked. Returns their foot."""
        high = max(72.0, 46 * ui.text_scale + 22)
        for n, (label, value) in enumerate(options, start=1):
            chosen = self._asking.answer == value
            chip(ui, f"answer/{value}", Box(x, y, w, high), label, Give(value), chosen=chosen, key=str(n))
            y += high + 14
        return y


class QuizScreen(AskingScreen):
    """A sentence people say, what one thinks of it, then the reason."""

    name = "quiz"

    def __init__(self, quiz: Quiz) -> None:
        super().__init__(len(quiz.items))
        self._quiz = quiz

    def body(self, ui: Ui, x: float, y: float, w: float) -> float:
        words = ui.words
        if not self._begun:
            return y + ui.block(x, y, w, words.line(self._quiz.intro.id), "lead")
        if self._asking.done:
            return y + ui.block(x, y, w, words("asking.quiz_done"), "lead")
        item = self._quiz.items[self._asking.at]
        y += ui.block(x, y, w, words.line(item.id), "h2") + 26
        if self._asking.answer is None:
            if item.right is None:
                return self.choices(ui, x, y, w, [(words("asking.why"), PASSED)])
            return self.choices(ui, x, y, w, [(words(f"asking.{value}"), value) for value in TRUTH])
        return self._reason(ui, item, x, y, w)

    def _reason(self, ui: Ui, item: QuizItem, x: float, y: float, w: float) -> float:
        """What one answered, as it was, and why it is so: no right, no wrong, no count."""
        words, given = ui.words, self._asking.answer
        if item.right is not None and given in TRUTH:
            y += ui.block(x, y, w, words("asking.you", answer=words(f"asking.{given}")), "label", "text_soft") + 18
        y += ui.block(x, y, w, words.line(item.why.id), "strong")
        ui.target("asking/why", Box(x, y - 90, w, 90), words.line(item.why.id), None)
        return y + 10


class QuestionnaireScreen(AskingScreen):
    """The items of before and after. Passing is as large as answering."""

    name = "questionnaire"

    def __init__(self, questionnaire: Questionnaire) -> None:
        super().__init__(len(questionnaire.items))
        self._items = questionnaire

    def body(self, ui: Ui, x: float, y: float, w: float) -> float:
        words = ui.words
        if not self._begun:
            return y + ui.block(x, y, w, words.line(self._items.intro.id), "lead")
        if self._asking.done:
            return y + ui.block(x, y, w, words.line(self._items.outro.id), "lead")
        item = self._items.items[self._asking.at]
        y += ui.block(x, y, w, words.line(item.id), "h2") + 20
        y += ui.block(x, y, w, words(f"asking.scale_{item.scale}"), "label", "text_soft") + 16
        return self.choices(ui, x, y, w, [*_scale(ui, item), (words("asking.pass"), PASSED)])


def _scale(ui: Ui, item: Item) -> list[tuple[str, int | str]]:
    """The answers of a scale, its two ends in words."""
    words = ui.words
    if item.scale == "true":
        return [(words(f"asking.{value}"), value) for value in TRUTH]
    low, high = words(f"asking.{item.scale}_low"), words(f"asking.{item.scale}_high")
    return [(f"{n}, {low}" if n == 0 else f"{n}, {high}" if n == 4 else str(n), n) for n in range(5)]
