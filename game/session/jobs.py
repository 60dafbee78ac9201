"""Background work: one way for all of it, so that nothing blocks the window.

Room: game/session. Work runs in a daemon thread and is given two things: a function to say how far it is, and one to
ask whether it was called off. What comes of it is delivered by `poll()`, in the thread that calls `poll()`, so that
whoever submitted never shares a value with a running thread.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeAlias, TypeVar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Progress(Protocol):
    """How work says how far it is: 0.0 to 1.0."""

    def __call__(self, fraction: float) -> None:
        """Say how far it is."""
        ...


class Cancelled(Protocol):
    """How work asks whether it was called off."""

    def __call__(self) -> bool:
        """True once nobody wants the result any more."""
        ...


class Work(Protocol[T_co]):
    """What can be submitted."""

    def __call__(self, progress: Progress, cancelled: Cancelled) -> T_co:
        """Do the work; raise to fail."""
        ...


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """The work is done."""

    value: T


@dataclass(frozen=True, slots=True)
class Failed:
    """The work raised."""

    error: BaseException


@dataclass(frozen=True, slots=True)
class CalledOff:
    """The work was cancelled; whatever it returned is dropped."""


Outcome: TypeAlias = Done[T] | Failed | CalledOff


class Handle(Generic[T]):
    """One piece of work under way. `progress` is 0.0 to 1.0; `outcome` is None until `poll()` delivered it."""

    def __init__(self) -> None:
        """A job that has not said anything yet."""
        self.progress = 0.0
        self.outcome: Outcome[T] | None = None
        self._off = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop. Its outcome will be CalledOff, whatever it does."""
        self._off.set()

    @property
    def cancelled(self) -> bool:
        """Whether it was asked to stop."""
        return self._off.is_set()


class Jobs:
    """The background work of one window, one demo or one test."""

    def __init__(self, wake: Callable[[], None] | None = None) -> None:
        """`wake` is called from a worker's thread when `poll()` has something to deliver or progress moved."""
        self._wake = wake or (lambda: None)
        self._finished: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._running: set[Handle[object]] = set()
        self._threads: list[threading.Thread] = []

    def submit(self, work: Work[T], then: Callable[[Outcome[T]], None] | None = None, *, name: str = "job") -> Handle[T]:
        """Start the work now. `then` is called with its outcome by a later `poll()`. Starting never blocks."""
        handle: Handle[T] = Handle()
        self._running.add(handle)  # type: ignore[arg-type]  # kept for counting only

        def progress(fraction: float) -> None:
            handle.progress = min(1.0, max(0.0, fraction))
            self._wake()

        def run() -> None:
            outcome: Outcome[T]
            try:
                value = work(progress, lambda: handle.cancelled)
                outcome = Done(value)
            except BaseException as error:  # noqa: BLE001  # handed over whole: the loop decides, not this thread
                outcome = Failed(error)
            self._finished.put(lambda: self._deliver(handle, outcome, then))
            self._wake()

        thread = threading.Thread(target=run, name=name, daemon=True)
        self._threads = [one for one in self._threads if one.is_alive()]
        self._threads.append(thread)
        thread.start()
        return handle

    def poll(self) -> bool:
        """Deliver what has finished, in this thread. True when something was delivered. Never blocks."""
        delivered = False
        while True:
            try:
                deliver = self._finished.get_nowait()
            except queue.Empty:
                return delivered
            deliver()
            delivered = True

    def wait(self, handle: Handle[T], timeout: float) -> Outcome[T] | None:
        """Block until this job is delivered, or for `timeout` seconds: for programs without a window. Others are delivered on the way."""
        import time

        end = time.monotonic() + timeout
        while handle.outcome is None:
            left = end - time.monotonic()
            if left <= 0:
                break
            try:
                self._finished.get(timeout=left)()
            except queue.Empty:
                break
        return handle.outcome

    @property
    def busy(self) -> int:
        """How many jobs are not delivered yet."""
        return len(self._running)

    def cancel_all(self) -> None:
        """Ask every job to stop, as the quick exit does."""
        for handle in tuple(self._running):
            handle.cancel()

    def end(self, longest: float) -> bool:
        """Ask every job to stop and wait until all have, `longest` seconds at most: the last thing before a process ends. True if all have.

        A thread that is cut off in the middle of compiled code as the interpreter goes can bring the whole process down.
        """
        import time

        self.cancel_all()
        until = time.monotonic() + longest
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads)

    def _deliver(self, handle: Handle[T], outcome: Outcome[T], then: Callable[[Outcome[T]], None] | None) -> None:
        handle.outcome = CalledOff() if handle.cancelled else outcome
        self._running.discard(handle)
        if then is not None:
            then(handle.outcome)
