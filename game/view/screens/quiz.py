"""The quiz: a sentence people say, what one thinks of it, then what it is and why, with where that stands.

Room: game/view/screens. No right, no wrong, no count: the stamp says what the sentence is, not what the answer was.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from game.content.fact import Fact
from game.content.quiz import Quiz, QuizItem
from game.session.asking import PASSED
from game.view.geometry import Box
from game.view.screens.asking import TRUTH, AskingScreen
from game.view.ui import Ui
from game.view.widgets.basic import name_tape

LEFT = 720.0  # width of the sentence and its answers, where the reason stands beside them


class QuizScreen(AskingScreen):
    """One page a sentence. `facts` are the story's, for the sources under a reason."""

    name = "quiz"

    def __init__(self, quiz: Quiz, facts: Mapping[str, Fact]) -> None:
        super().__init__(len(quiz.items))
        self._quiz, self._facts = quiz, facts

    def body(self, ui: Ui, x: float, y: float, w: float) -> float:
        words = ui.words
        if not self._begun:
            return y + ui.block(x, y, w, words.line(self._quiz.intro.id), "lead")
        if self._asking.done:
            return y + ui.block(x, y, w, words("asking.quiz_done"), "lead")
        item = self._quiz.items[self._asking.at]
        if self._asking.answer is None:
            return self._sentence(ui, item, x, y, w, "h1" if ui.text_scale <= 1.3 else "h2")
        beside = ui.text_scale <= 1.3
        foot = self._sentence(ui, item, x, y, LEFT if beside else w, "h2")
        if beside:
            return max(foot, self._reason(ui, item, x + LEFT + 70, y, w - LEFT - 70))
        return self._reason(ui, item, x, foot + 30, w)

    def _sentence(self, ui: Ui, item: QuizItem, x: float, y: float, w: float, style: str) -> float:
        """« On entend dire », the sentence, what one may answer. Returns the foot."""
        words = ui.words
        name_tape(ui, x, y, words("asking.heard"), "label", h=58)
        y += 84 * max(1.0, ui.text_scale * 0.8)
        y += ui.block(x, y, w, words.line(item.id), style) + 30
        if item.right is None:
            return self.choices(ui, x, y, w, [(words("asking.why"), PASSED)]) if self._asking.answer is None else y
        if self._asking.answer is not None and ui.text_scale > 1.3:  # one thing at a time
            return y
        return self.choices(ui, x, y, w, [(words(f"asking.{value}"), value) for value in TRUTH])

    def _reason(self, ui: Ui, item: QuizItem, x: float, y: float, w: float) -> float:
        """What the sentence is, stamped; why; where it stands. Returns the foot."""
        c, words = ui.canvas, ui.words
        why = words.line(item.why.id)
        top = y
        if item.right is not None:
            stamp = words(f"asking.{item.right}")
            style = ui.style("h1")
            wide, high = c.letters.width(stamp, style) + 76, style.size * 1.7
            c.rect(Box(x, y, wide, high), "text", 10, 6)
            c.line(x + 38, y + high / 2 + style.size * 0.35, stamp, style, "text")
            y += high + 30
            for opening in (f"{stamp}. ", f"{stamp}, ", f"{stamp}\u202f: ", f"{stamp}: "):
                why = why.removeprefix(opening)  # the stamp has said it
            why = why[:1].upper() + why[1:]
        y += ui.block(x, y, w, why, "lead" if ui.text_scale <= 1.3 else "strong") + 16
        told = self._sources(ui, item)
        if told:
            c.icon("link", x, y + 4, 32, "text_soft", "surface_raised")
            y += ui.block(x + 46, y, w - 46, told, "note", "text_soft")
        ui.target("asking/why", Box(x, top, w, max(64.0, y - top)), " ".join((words.line(item.why.id), told)), None)
        return y + 10

    def _sources(self, ui: Ui, item: QuizItem) -> str:
        """Where what is claimed was read, and when: the primary source of each fact."""
        facts = [self._facts[name] for name in item.why.fact if name in self._facts]
        hosts = dict.fromkeys(urlsplit(fact.reference[0]).hostname or fact.reference[0] for fact in facts)
        if not facts:
            return ""
        day = min(fact.compiled for fact in facts).strftime(ui.words("helppage.date"))
        return ui.words("asking.sources", sources=", ".join(host.removeprefix("www.") for host in hosts), day=day)
