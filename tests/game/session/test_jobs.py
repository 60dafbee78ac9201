"""Background work is delivered in the loop's own thread."""

from __future__ import annotations

import threading

from game.session.jobs import CalledOff, Cancelled, Done, Failed, Handle, Jobs, Outcome, Progress


def test_a_result_comes_with_poll_in_the_thread_that_polls() -> None:
    """Never before, never elsewhere."""
    woken = threading.Event()
    jobs = Jobs(woken.set)
    came: list[tuple[Outcome[str], threading.Thread]] = []
    handle = jobs.submit(
        lambda progress, cancelled: threading.current_thread().name,
        lambda outcome: came.append((outcome, threading.current_thread())),
        name="reading",
    )
    assert woken.wait(10)
    assert (came, handle.outcome, jobs.busy) == ([], None, 1)
    assert jobs.poll()
    assert came == [(Done("reading"), threading.main_thread())]
    assert (handle.outcome, jobs.busy, jobs.poll()) == (Done("reading"), 0, False)


def test_progress_is_seen_while_it_runs() -> None:
    """Between nothing and all, whatever the work says."""
    jobs, said, go_on = Jobs(), threading.Event(), threading.Event()

    def work(progress: Progress, cancelled: Cancelled) -> None:
        progress(0.4)
        said.set()
        go_on.wait(10)
        progress(7.0)

    handle = jobs.submit(work)
    assert said.wait(10)
    assert handle.progress == 0.4
    go_on.set()
    jobs.wait(handle, 10)
    assert handle.progress == 1.0


def test_a_failure_is_an_outcome() -> None:
    """The loop decides what it means."""
    jobs, error = Jobs(), ValueError("broken picture")

    def work(progress: Progress, cancelled: Cancelled) -> None:
        raise error

    assert jobs.wait(jobs.submit(work), 10) == Failed(error)


def test_what_was_called_off_delivers_nothing() -> None:
    """Even if the work had finished by then."""
    woken = threading.Event()
    jobs = Jobs(woken.set)
    came: list[Outcome[int]] = []
    handle: Handle[int] = jobs.submit(lambda progress, cancelled: 3, came.append)
    assert woken.wait(10)
    handle.cancel()
    jobs.poll()
    assert came == [CalledOff()]


def test_leaving_calls_everything_off() -> None:
    """Each job can see it and stop; one that does not look holds nobody back."""
    jobs = Jobs()

    def work(progress: Progress, cancelled: Cancelled) -> int:
        turns = 0
        while not cancelled():
            turns += 1
        return turns

    handles = [jobs.submit(work) for _ in range(3)]
    jobs.cancel_all()
    assert [jobs.wait(handle, 10) for handle in handles] == [CalledOff()] * 3


def test_waiting_has_an_end() -> None:
    """Work that hangs is left behind."""
    jobs, go_on = Jobs(), threading.Event()
    handle = jobs.submit(lambda progress, cancelled: go_on.wait(10))
    assert jobs.wait(handle, 0.01) is None
    go_on.set()
    assert jobs.wait(handle, 10) == Done(True)


def test_work_never_keeps_the_program_alive() -> None:
    """Threads are daemons: closing the window ends the program."""
    jobs = Jobs()
    handle = jobs.submit(lambda progress, cancelled: threading.current_thread().daemon)
    assert jobs.wait(handle, 10) == Done(True)


def test_the_end_waits_for_what_still_runs_but_not_for_ever() -> None:
    """A job that stops when asked is waited for; one that does not listen is left behind after the time given."""
    jobs, begun, stubborn = Jobs(), threading.Event(), threading.Event()

    def obedient(progress: Progress, cancelled: Cancelled) -> None:
        del progress
        begun.set()
        while not cancelled():
            stubborn.wait(0.01)

    jobs.submit(obedient)
    assert begun.wait(10)
    assert jobs.end(10)
    jobs.submit(lambda progress, cancelled: stubborn.wait(10))
    assert not jobs.end(0.05)
    stubborn.set()
    assert jobs.end(10)
