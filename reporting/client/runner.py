"""Makes the desk's effects happen and answers with commands. All that is not pure in the client meets here.

    runner = DeskRunner(tools, emit)
    runner.start(effect)      # returns at once; answers come through `emit`, from another thread
    runner.close()            # the exercise is stopped, what is being measured is killed

Room: reporting/client. `emit` must be safe to call from any thread (a queue that the reader empties).
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import assert_never

from reporting.client import commands as say
from reporting.client import effects as do
from reporting.client.choices import Cause, Keeping, Mode
from reporting.client.commands import Answer
from reporting.client.draft import Drafts
from reporting.client.effects import Effect
from reporting.client.exercise import Exercise
from reporting.client.keep import DiskFullError, KeepError
from reporting.client.lines import Lines
from reporting.client.lock import Keyring, Lock, locks_for, system_keyring
from reporting.client.measure import CancelledError, MeasureError, measure
from reporting.client.outbox import Outbox, Waiting
from reporting.client.secret import Hidden
from reporting.client.send import Operator, ServiceError
from reporting.client.shapes import Draft
from reporting.client.submission import case_of, compose
from reporting.protocol.receipt import derive

TRAINING_KEEPS = timedelta(hours=24)
ERASE_SECONDS = 8.0  # what leaving waits at most for an exercise that is being erased
LOG = logging.getLogger("reporting.client")
Emit = Callable[[Answer], None]
Failed = say.Failed


@dataclass(frozen=True, slots=True)
class DeskTools:
    """What the edge gives the desk.

    folder:           the client's data folder (outbox, draft); nothing is made in it before something is kept
    documents:        where a person looks for a saved PDF
    fonts:            folder of the font files
    words:            wording of an id, for the PDF
    training_command: what starts the exercise's service with its cases in a folder, for example
                      python -m reporting.service --training --data FOLDER; it is also given --forget
    training_data:    where the cases of an exercise stay for a day, on a person's own device
    training_folder:  where it is started
    pinned:           the live operator of the settings, or None
    example:          the bundled picture, or None
    """

    folder: Path
    documents: Path
    fonts: Path
    words: Callable[[str], str]
    training_command: Callable[[Path], Sequence[str]]
    training_data: Path
    training_folder: Path | None = None
    pinned: Operator | None = None
    example: Path | None = None
    ring: Callable[[], Keyring | None] = system_keyring
    clock: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))
    open_site: Callable[[str], object] = field(default=lambda url: _browse(url))


def _browse(url: str) -> None:
    import webbrowser

    webbrowser.open(url)


# what an effect answers when something nobody foresaw goes wrong
_WHAT: dict[type[Effect], tuple[str, Cause]] = {
    do.OpenService: ("open", "odd_answer"), do.Measure: ("measure", "crashed"), do.Compose: ("compose", "odd_answer"),
    do.Keep: ("keep", "not_written"), do.Send: ("send", "odd_answer"), do.SendWaiting: ("waiting", "odd_answer"),
    do.Erase: ("erase", "not_written"), do.SavePdf: ("pdf", "not_written"), do.OpenCase: ("status", "odd_answer"),
    do.WithdrawCase: ("withdraw", "odd_answer"), do.SaveDraft: ("draft", "not_written"), do.OpenDraft: ("draft", "damaged"),
    do.WipeDraft: ("draft", "not_written"), do.WipeExercise: ("wipe", "odd_answer")}


class DeskRunner:
    """Runs effects, each in a thread of its own; pictures are measured one after the other."""

    def __init__(self, tools: DeskTools, emit: Emit) -> None:
        self._tools, self._emit = tools, emit
        self.lines = Lines(tools.training_command, tools.training_data, tools.training_folder, tools.pinned)
        self._exercise = Exercise(tools.folder, self.lines)
        self._erasing: threading.Thread | None = None
        self._one_picture = threading.Lock()
        self._cancels: dict[tuple[int, int], threading.Event] = {}
        self._memory: dict[str, Waiting] = {}
        self._guard = threading.Lock()

    def start(self, effect: Effect) -> None:
        """Begin, and return at once."""
        if isinstance(effect, do.StopMeasuring):
            self.run(effect)  # takes no time, and must not come after the measuring it stops
            return
        if isinstance(effect, do.Settle):
            self.lines.settle(stays=effect.stays)  # before whatever is asked next; the moving itself is done behind
        thread = threading.Thread(target=self.run, args=(effect,), daemon=True, name=type(effect).__name__)
        thread.start()
        if isinstance(effect, do.WipeExercise):
            self._erasing = thread

    def run(self, effect: Effect) -> None:
        """Do it here, and return when it is done. Nothing is raised: what goes wrong is an answer."""
        what, cause = _WHAT.get(type(effect), ("", "odd_answer"))
        item = effect.item if isinstance(effect, do.Measure) else -1
        try:
            self._do(effect)
        except DiskFullError as error:
            self._fail(effect.visit, what, error.cause, item=item, megabytes=error.megabytes)
        except (KeepError, MeasureError) as error:
            self._fail(effect.visit, what, error.cause, item=item)
        except ServiceError as error:
            self._fail(effect.visit, what, error.cause, fields=error.fields)
        except CancelledError:
            return
        except Exception as error:  # noqa: BLE001  whatever it is, nobody waits for ever; its text could carry a person's words
            LOG.error("%s did not work: %s", type(effect).__name__, type(error).__name__)
            self._fail(effect.visit, what, cause, item=item)

    def close(self) -> None:
        """End everything: the exercise, what is being measured, what waited in memory only."""
        with self._guard:
            cancels = list(self._cancels.values())
        for cancel in cancels:
            cancel.set()
        self._memory.clear()
        self._let_erase()
        self.lines.close(for_good=True)

    def _let_erase(self) -> None:
        """Who asked to erase and left at once gets it all the same: the exercise is not stopped in the middle of that."""
        if self._erasing is not None:
            self._erasing.join(ERASE_SECONDS)

    def _fail(self, visit: int, what: str, cause: Cause, *, item: int = -1, fields: tuple[str, ...] = (), megabytes: int = 0) -> None:
        if what:
            self._emit(Failed(visit, what, cause, item, fields, megabytes))  # type: ignore[arg-type]  # from _WHAT

    def _do(self, effect: Effect) -> None:
        tools = self._tools
        match effect:
            case do.OpenService(visit, mode):
                self._open(visit, mode)
            case do.Settle():
                self.lines.to("training")  # if it cannot start, whoever needs it next says so
            case do.CloseService():
                self._memory.clear()
                self._let_erase()
                self.lines.close()
            case do.Measure(visit, item, path):
                self._measure(visit, item, path)
            case do.StopMeasuring(visit, items):
                for item in items:
                    self._cancel(visit, item).set()
            case do.Compose():
                line = self.lines.to(effect.mode)
                composed = compose(effect.draft, effect.language, effect.at, line.statement, effect.receipt)
                self._emit(say.Ready(effect.visit, effect.number, composed))
            case do.Keep():
                with self._exercise.turn(effect.visit, effect.mode) as there:
                    if there:
                        self._keep(effect)
            case do.Send(visit, mode, key, body):
                with self._exercise.turn(visit, mode) as there:
                    if there:
                        self.lines.to(mode).send(body)
                        self._arrived(mode, key)
                        self._emit(say.Arrived(visit))
            case do.SendWaiting():
                with self._exercise.turn(effect.visit, effect.mode) as there:
                    if there:
                        self._send_waiting(effect)
            case do.Erase(visit, mode, key):
                self._memory.pop(key, None)
                Outbox(tools.folder, mode).erase(key)
                self._emit(say.Erased(visit))
            case do.SavePdf(visit, receipt, language):
                from reporting.client.pdf import save_receipt_pdf

                saved = save_receipt_pdf(receipt, language, folder=tools.documents, fonts=tools.fonts, words=tools.words)
                self._emit(say.PdfSaved(visit, saved.parent.name))
            case do.OpenSite(_, url):
                tools.open_site(url)
            case do.OpenCase(visit, mode, receipt):
                keys = derive(receipt)
                self._emit(say.CaseOpened(visit, case_of(self.lines.to(mode).status(keys), keys)))
            case do.WithdrawCase(visit, mode, receipt):
                self.lines.to(mode).withdraw(derive(receipt))
                self._emit(say.Withdrew(visit))
            case do.SaveDraft(visit, mode, draft, passphrase):
                with self._exercise.turn(visit, mode) as there:
                    if there:
                        self._save_draft(mode, draft, passphrase)
                        self._emit(say.DraftKept(visit))
            case do.OpenDraft(visit, mode, passphrase):
                with self._exercise.turn(visit, mode) as there:
                    if there:
                        self._emit(say.DraftOpened(visit, Drafts(tools.folder, mode).open(self._locks(mode, passphrase))))
            case do.WipeDraft(_, mode):
                Drafts(tools.folder, mode).wipe()
            case do.WipeExercise(visit):
                self._exercise.erase(visit)
                self._emit(say.ExerciseWiped(visit))
            case do.CloseDesk():
                return  # the reader's own affair
            case _:
                assert_never(effect)

    def _locks(self, mode: Mode, passphrase: Hidden[str] | None) -> tuple[Lock, ...]:
        return locks_for(mode, self._tools.folder, self._tools.ring(), passphrase)

    def _open(self, visit: int, mode: Mode) -> None:
        statement = self.lines.to(mode).connect()
        # the keyring itself is asked only when something is kept: it may want a password of the person
        keeping: Keeping = "keyfile" if mode == "training" else "keyring" if self._tools.ring() is not None else "memory"
        box, drafts = Outbox(self._tools.folder, mode), Drafts(self._tools.folder, mode)
        if mode == "training":
            yesterday = (self._tools.clock() - TRAINING_KEEPS).timestamp()
            box.forget_before(yesterday)
            drafts.forget_before(yesterday)
        self._emit(say.Opened(visit, statement.name, keeping, len(box.waiting_keys()), drafts.exists()))

    def _cancel(self, visit: int, item: int) -> threading.Event:
        with self._guard:
            return self._cancels.setdefault((visit, item), threading.Event())

    def _measure(self, visit: int, item: int, path: Hidden[str] | None) -> None:
        cancel = self._cancel(visit, item)
        if path is None:
            if self._tools.example is None:
                raise MeasureError("missing")
            path = Hidden(str(self._tools.example))
        with self._one_picture:
            if cancel.is_set():
                return
            self._emit(say.Progress(visit, item, 0))
            prints = measure(path, progress=lambda percent: self._emit(say.Progress(visit, item, percent)), cancel=cancel)
        self._emit(say.Measured(visit, item, prints))

    def _save_draft(self, mode: Mode, draft: Draft, passphrase: Hidden[str] | None) -> None:
        locks = self._locks(mode, passphrase)
        if not locks:
            raise KeepError("no_key")
        Drafts(self._tools.folder, mode).save(draft, locks[0])

    def _keep(self, effect: do.Keep) -> None:
        waiting = Waiting(effect.key, effect.body, self.lines.key_of(effect.mode))
        # where nothing may be written no lock is asked for either: an exercise's would make its key file
        locks = self._locks(effect.mode, effect.passphrase) if effect.keeping != "memory" else ()
        lock = next((lock for lock in locks if lock.keeping == effect.keeping), None)
        if lock is None:
            self._memory[effect.key] = waiting
            self._emit(say.Kept(effect.visit, "memory"))
            return
        Outbox(self._tools.folder, effect.mode).put(waiting, lock)
        self._emit(say.Kept(effect.visit, effect.keeping))

    def _arrived(self, mode: Mode, key: str) -> None:
        self._memory.pop(key, None)
        try:
            Outbox(self._tools.folder, mode).erase(key)
        except KeepError as error:
            # sent again at the next visit it makes no second case, so this is not worth alarming anyone
            LOG.warning("a report that arrived stays in the outbox: %s", error.cause)

    def _send_waiting(self, effect: do.SendWaiting) -> None:
        """Try each report that waits, once; say how many still wait, then why one could not be opened."""
        mode, shut = effect.mode, None
        box, line, locks = Outbox(self._tools.folder, mode), self.lines.to(mode), self._locks(mode, effect.passphrase)
        for key in box.waiting_keys():
            try:
                waiting = box.get(key, locks)
            except KeepError as error:
                shut = error  # locked otherwise, or damaged: it stays where it is
                continue
            if waiting.operator_key == line.operator.key:
                line.send(waiting.body)
                self._arrived(mode, key)
        self._emit(say.WaitingSent(effect.visit, len(box.waiting_keys())))
        if shut is not None:
            raise shut
