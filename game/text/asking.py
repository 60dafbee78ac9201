"""The quiz, and the items of before and after, typed: one sentence at a time, nothing counted, nothing kept.

Room: game/text. What is answered lives in the page alone and goes with it; no save, no log and no file ever sees it.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.content.quiz import Item, Questionnaire, Quiz
from game.content.words import Words
from game.session.asking import PASSED, Asking
from game.text.house import House
from game.text.page import Act, Entry, Page, Shut, Turn

TRUTH = ("true", "false", "unknown")


class AskingPage(Page):
    """What both lists share: Enter goes on, the first entry of a later sentence may go back, « retour » closes."""

    def __init__(self, count: int) -> None:
        self._asking, self._begun = Asking(count), False

    def give(self, answer: int | str) -> None:
        """Answer the sentence, or answer it otherwise."""
        self._asking = self._asking.give(answer)

    def onward(self) -> None:
        """The first sentence, then the next one."""
        self._asking, self._begun = (self._asking.onward() if self._begun else self._asking), True

    def before(self) -> None:
        """The sentence before."""
        self._asking = self._asking.back()

    def enter(self, house: House) -> Act | None:
        del house
        if self._asking.done:
            return Shut()
        return Turn(self.onward) if not self._begun or self._asking.answer is not None else None

    def told(self, house: House) -> Iterator[str]:
        words = house.words
        if not self._begun:
            yield self._intro(words)
        elif self._asking.done:
            yield self._outro(words)
        else:
            yield words("asking.count", number=self._asking.at + 1, of=self._asking.count) + "."
            yield from self._sentence(words)

    def entries(self, house: House) -> Iterator[Entry]:
        words, asking = house.words, self._asking
        if not self._begun or asking.done:
            return
        for label, value in self._answers(words):
            said = words("text.stance", label=label, stance=words("voice.chosen")) if asking.answer == value else label
            yield Entry(said, Turn(lambda value=value: self.give(value)))  # type: ignore[misc]  # mypy reads no default of a lambda
        if asking.at > 0:
            yield Entry(words("asking.before"), Turn(self.before))

    def _intro(self, words: Words) -> str:
        raise NotImplementedError

    def _outro(self, words: Words) -> str:
        raise NotImplementedError

    def _sentence(self, words: Words) -> Iterator[str]:
        raise NotImplementedError

    def _answers(self, words: Words) -> Iterator[tuple[str, int | str]]:
        raise NotImplementedError


class QuizPage(AskingPage):
    """A sentence people say, what one thinks of it, then the reason: no right, no wrong, no count."""

    def __init__(self, quiz: Quiz) -> None:
        super().__init__(len(quiz.items))
        self._quiz = quiz

    def _intro(self, words: Words) -> str:
        return words.line(self._quiz.intro.id)

    def _outro(self, words: Words) -> str:
        return words("asking.quiz_done")

    def _sentence(self, words: Words) -> Iterator[str]:
        item, given = self._quiz.items[self._asking.at], self._asking.answer
        yield words.line(item.id)
        if given is not None:
            if item.right is not None and given in TRUTH:
                yield words("asking.you", answer=words(f"asking.{given}"))
            yield words.line(item.why.id)

    def _answers(self, words: Words) -> Iterator[tuple[str, int | str]]:
        if self._asking.answer is not None:
            return
        if self._quiz.items[self._asking.at].right is None:
            yield words("asking.why"), PASSED
            return
        yield from ((words(f"asking.{value}"), value) for value in TRUTH)


class ItemsPage(AskingPage):
    """The items of before and after. Passing is as large as answering."""

    def __init__(self, items: Questionnaire) -> None:
        super().__init__(len(items.items))
        self._items = items

    def _intro(self, words: Words) -> str:
        return words.line(self._items.intro.id)

    def _outro(self, words: Words) -> str:
        return words.line(self._items.outro.id)

    def _sentence(self, words: Words) -> Iterator[str]:
        item = self._items.items[self._asking.at]
        yield words.line(item.id)
        yield words(f"asking.scale_{item.scale}")

    def _answers(self, words: Words) -> Iterator[tuple[str, int | str]]:
        yield from _scale(self._items.items[self._asking.at], words)
        yield words("asking.pass"), PASSED


def _scale(item: Item, words: Words) -> Iterator[tuple[str, int | str]]:
    """The answers of a scale, its two ends in words."""
    if item.scale == "true":
        yield from ((words(f"asking.{value}"), value) for value in TRUTH)
        return
    low, high = words(f"asking.{item.scale}_low"), words(f"asking.{item.scale}_high")
    yield from ((words("text.degree", number=n, end=low if n == 0 else high if n == 4 else "").rstrip(" ,"), n) for n in range(5))
