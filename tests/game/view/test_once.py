"""What takes a while to read is read once, whoever asks first."""

from __future__ import annotations

import threading

import pytest

from game.view.compose import Once


def test_two_threads_get_the_same() -> None:
    """The second waits for the first, and nothing is made twice."""
    made: list[object] = []
    inside, go_on = threading.Event(), threading.Event()

    def make() -> object:
        inside.set()
        go_on.wait(10)
        made.append(object())
        return made[-1]

    once = Once(make)
    got: list[object] = []
    threads = [threading.Thread(target=lambda: got.append(once())) for _ in range(2)]
    threads[0].start()
    assert inside.wait(10)
    threads[1].start()
    go_on.set()
    for thread in threads:
        thread.join()
    assert got == [made[0], made[0]]


def test_a_failure_is_tried_again() -> None:
    """A story that an author has mended meanwhile can be played."""
    answers: list[str | Exception] = [OSError(), "story"]

    def make() -> str:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    once = Once(make)
    with pytest.raises(OSError):  # noqa: PT011 - the very one above
        once()
    assert once() == "story"
    assert once() == "story"
