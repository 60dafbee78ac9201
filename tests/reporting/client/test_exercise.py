"""« … ou dès que tu le demandes » : an exercise is erased when it is asked for, from its service and from this device."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reporting.client.commands import Do, Write
from reporting.client.draft import Drafts
from reporting.client.effects import Keep, OpenDraft, SaveDraft, Send, SendWaiting, WipeExercise
from reporting.client.exercise import Exercise
from reporting.client.keep import KeepError
from reporting.client.lines import PASSING, Lines
from reporting.client.lock import KEY_FILE, keyfile_lock
from reporting.client.outbox import Outbox, Waiting
from reporting.client.secret import Hidden
from reporting.client.send import Line, Operator, ServiceError
from reporting.client.shapes import Draft
from reporting.client.training import TrainingService
from reporting.protocol.model import Mode, canonical
from reporting.protocol.receipt import Receipt
from reporting.protocol.status import Wiped
from tests.reporting.client.desks import PATIENCE, ROOT, Desk, send, to_review, to_who, training_command
from tests.reporting.client.lines_to import key, liar, live_service, statement


def traces(desk: Desk) -> set[bytes]:
    """What a case could be known by, in the forms in which a store or a file may hold it."""
    composed = desk.state.composed
    assert composed is not None
    report = composed.report
    texts = {report.locator, report.verifier_hash, report.reply_key, report.idempotency, report.sealed, "lucarne", "bouee_perdue",
             *(item.pdq for item in report.items), *(item.sha256 for item in report.items if item.sha256), *composed.receipt.words}
    longer = {text.encode() for text in texts if text is not None and len(text) > 7}
    return longer | {bytes.fromhex(text) for text in (report.locator, report.verifier_hash, report.reply_key)}


def found(folder: Path, wanted: set[bytes]) -> set[str]:
    """The files below a folder in which any of it stands."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.name for path in files for raw in [path.read_bytes()] if any(one in raw for one in wanted)}


def look_for(desk: Desk, receipt: Receipt) -> None:
    """Type a receipt of an exercise and ask for its case."""
    desk.do(Do("find_case"), Write("word", receipt.text(), 0), Do("open_case"))


def break_service(desk: Desk) -> None:
    """The exercise ends, and can be started no more."""
    desk.runner.lines.training.stop()
    desk.runner.lines.training = TrainingService([sys.executable, "-c", ""])


def test_once_erased_nothing_is_left(desk: Desk, open_again: Callable[..., Desk], photograph: Path, tmp_path: Path) -> None:
    """A whole exercise with a kept draft and another report that waits; erased from its receipt: the store and the desk's folder
    hold nothing of the case, and the receipt opens nothing any more."""
    to_who(desk)
    to_review(desk, photograph)
    desk.do(Do("keep_draft"))
    desk.wait(lambda state: state.draft_kept)
    send(desk)
    wanted, receipt = traces(desk), desk.state.receipt
    assert receipt is not None
    lock = keyfile_lock(tmp_path / "client")
    Outbox(tmp_path / "client", "training").put(Waiting("a" * 32, b"another", "b" * 64), lock)
    Drafts(tmp_path / "client", "training").save(Draft(device="mine", context="autre"), lock)
    (tmp_path / "client" / f"{KEY_FILE}.12345678.part").write_bytes(b"half")
    assert any("sqlite3" in name for name in found(tmp_path / "service", wanted)), "the test knows what to look for"

    desk.do(Do("wipe_exercise"))
    assert desk.moment.action("stay") is not None
    desk.do(Do("confirm"))
    now = desk.wait(lambda state: state.screen == "real_or_try")
    assert now.body.screen == "real_or_try"
    assert now.body.done == "desk.real_or_try.wiped"
    assert now.badge == "none"
    assert found(tmp_path / "service", wanted) == set(), "already while the service runs"
    assert list((tmp_path / "client").iterdir()) == []

    look_for(desk, receipt)
    now = desk.wait(lambda state: state.problem is not None)
    assert now.problem is not None
    assert now.problem.word == "desk.problem.service.unknown_case"
    desk.close()
    assert found(tmp_path, wanted) == set()

    again = open_again()
    to_who(again)
    now = again.moment
    assert now.body.screen == "who"
    assert (now.body.waiting, now.body.draft_found) == (0, False)
    again.do(Do("back"))
    look_for(again, receipt)
    assert again.wait(lambda state: state.problem is not None).screen == "lookup"


def test_it_is_erased_from_an_opened_case(desk: Desk, open_again: Callable[..., Desk], photograph: Path, tmp_path: Path) -> None:
    """The next day: found again by its words, then erased; what waits for real on the same device is not touched."""
    to_who(desk)
    to_review(desk, photograph)
    send(desk)
    wanted, receipt = traces(desk), desk.state.receipt
    assert receipt is not None
    desk.close()
    live = Outbox(tmp_path / "client", "live")
    live.put(Waiting("c" * 32, b"for real", "d" * 64), keyfile_lock(tmp_path / "client"))
    Drafts(tmp_path / "client", "live").save(Draft(device="mine"), keyfile_lock(tmp_path / "client"))
    again = open_again()
    look_for(again, receipt)
    again.wait(lambda state: state.screen == "follow")
    again.do(Do("wipe_exercise"), Do("confirm"))
    again.wait(lambda state: state.screen == "real_or_try")
    assert found(tmp_path, wanted) == set()
    assert live.waiting_keys() == ("c" * 32,)
    assert Drafts(tmp_path / "client", "live").exists()


def test_a_service_that_does_not_answer_is_said(desk: Desk, photograph: Path, tmp_path: Path) -> None:
    """The exercise is dead and does not start again: nothing is half erased, and asked again later it works."""
    to_who(desk)
    to_review(desk, photograph)
    desk.do(Do("keep_draft"))
    desk.wait(lambda state: state.draft_kept)
    desk.do(Do("back"), Do("back"))
    assert desk.moment.screen == "picture"
    working = desk.runner.lines.training
    break_service(desk)
    desk.do(Do("wipe_exercise"), Do("confirm"))
    now = desk.wait(lambda state: state.problem is not None)
    assert now.problem is not None
    assert now.problem.word == "desk.problem.wipe.service"
    assert now.screen == "picture"
    assert Drafts(tmp_path / "client", "training").exists()
    assert (tmp_path / "client" / KEY_FILE).exists()
    desk.runner.lines.training = working
    desk.do(Do("wipe_exercise"), Do("confirm"))
    desk.wait(lambda state: state.screen == "real_or_try")
    assert list((tmp_path / "client").iterdir()) == []


def test_a_file_that_stays_is_said(desk: Desk, tmp_path: Path) -> None:
    """A file of the exercise cannot be taken away: that is another sentence than a service that does not answer."""
    to_who(desk)
    desk.do(Do("find_case"))
    stuck = tmp_path / "client" / KEY_FILE
    stuck.mkdir(parents=True)  # a folder is not unlinked
    desk.do(Do("wipe_exercise"), Do("confirm"))
    now = desk.wait(lambda state: state.problem is not None)
    assert now.problem is not None
    assert now.problem.word == "desk.problem.wipe.disk"
    stuck.rmdir()
    desk.do(Do("wipe_exercise"), Do("confirm"))
    desk.wait(lambda state: state.screen == "real_or_try")


def test_who_asks_and_leaves_at_once_gets_it(desk: Desk, photograph: Path, tmp_path: Path) -> None:
    """Yes, then close in the same breath: the exercise is not stopped before it has forgotten."""
    to_who(desk)
    to_review(desk, photograph)
    send(desk)
    wanted = traces(desk)
    desk.do(Do("wipe_exercise"), Do("confirm"), Do("close"))
    assert desk.state.closed
    desk.runner.close()
    assert found(tmp_path, wanted) == set()
    assert list((tmp_path / "client").iterdir()) == []


def test_what_was_on_its_way_does_not_land_after_it(desk: Desk, photograph: Path, tmp_path: Path) -> None:
    """A report, a draft and what waits, all asked for before and reached after: nothing is written, nothing arrives."""
    to_who(desk)
    to_review(desk, photograph)
    send(desk)
    keep = next(effect for effect in desk.effects if isinstance(effect, Keep))
    late = (keep, next(effect for effect in desk.effects if isinstance(effect, Send)), SendWaiting(1, "training", None),
            SaveDraft(1, "training", desk.state.draft, None), OpenDraft(1, "training", None))
    wanted = traces(desk)
    desk.runner.run(WipeExercise(1))
    for effect in late:
        desk.runner.run(effect)
    assert list((tmp_path / "client").iterdir()) == []
    assert found(tmp_path / "service", wanted) == set()
    desk.runner.run(SaveDraft(2, "training", desk.state.draft, None))
    assert Drafts(tmp_path / "client", "training").exists(), "the next exercise keeps what it is asked to"


@pytest.fixture
def lines() -> Iterator[Lines]:
    """Lines that lead nowhere: their exercise cannot be started."""
    made = Lines(lambda _: [sys.executable, "-c", ""], Path("nowhere"), None, None)
    yield made
    made.close(for_good=True)


def test_erasing_waits_for_its_turn(tmp_path: Path, lines: Lines) -> None:
    """While something is being kept for an exercise nothing is erased; for real nobody waits for anybody."""
    exercise, order = Exercise(tmp_path, lines), list[str]()

    def erase() -> None:
        with pytest.raises(ServiceError):
            exercise.erase(1)
        order.append("erased")

    with exercise.turn(1, "training") as there:
        assert there
        eraser = threading.Thread(target=erase)
        eraser.start()
        with exercise.turn(1, "live") as real:
            assert real
        order.append("kept")
    eraser.join(PATIENCE)
    assert order == ["kept", "erased"]
    with exercise.turn(1, "training") as there:
        assert there, "the service did not answer: the exercise is still there"


def test_only_the_right_token_erases(tmp_path: Path) -> None:
    """The service of an exercise forgets for the token of its ready line, and for no other."""
    service = TrainingService(training_command(tmp_path), folder=ROOT)
    service.start()
    try:
        with Line(Operator(service.url, service.operator_key, Mode.TRAINING)) as line:
            with pytest.raises(ServiceError) as caught:
                line.wipe(Hidden("0" * 64))
            assert caught.value.cause == "refused"
            assert line.wipe(service.wipe_token) == 0
    finally:
        service.stop()


def test_a_live_service_is_not_even_asked(tmp_path: Path) -> None:
    """The token stays here; a live case is still there after it."""
    with live_service(tmp_path) as operator, Line(operator) as line, pytest.raises(ServiceError) as caught:
        line.wipe(Hidden("0" * 64))
    assert caught.value.cause == "wrong_operator"


@pytest.mark.parametrize(("mode", "cause"), [(Mode.LIVE, "odd_answer"), (None, "odd_answer")])
def test_an_odd_answer_is_no_erasing(mode: Mode | None, cause: str) -> None:
    """Something else than « the training store is empty » is not taken for it."""
    with liar() as told:
        told.body = canonical(Wiped(version=1, mode=mode, cases=3)) if mode else json.dumps({"ok": True}).encode()
        line = Line(Operator(told.url, key(), Mode.TRAINING))
        line._statement = statement(Mode.TRAINING).statement  # it lies about the rest only
        with line, pytest.raises(ServiceError) as caught:
            line.wipe(Hidden("0" * 64))
    assert caught.value.cause == cause


def test_an_outbox_that_cannot_be_emptied_says_so(tmp_path: Path) -> None:
    """Its cause is typed; what is not a report in it is left alone."""
    box = Outbox(tmp_path, "training")
    box.wipe()
    (tmp_path / "outbox-training" / f"{'a' * 32}.sealed").mkdir(parents=True)
    with pytest.raises(KeepError):
        box.wipe()


def under(folder: Path) -> set[str]:
    """Every file and folder below a folder."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


@pytest.mark.parametrize("device", ["shared", "school"])
def test_a_shared_device_keeps_nothing_of_an_exercise(
    device: str, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A whole exercise on it, its case looked up: no file of ours was made, no key file, and the passing folder is gone with the desk."""
    passing = tmp_path / "passing"
    passing.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(passing))
    before = under(tmp_path)
    to_who(desk)
    to_review(desk, who="witness", device=device)
    send(desk)
    assert desk.state.sending is not None
    assert desk.state.sending.phase == "arrived"
    desk.do(Do("to_follow"))
    desk.wait(lambda state: state.follow is not None and state.follow.case is not None)
    assert {path.split("/")[0] for path in under(tmp_path) - before} == {"passing"}
    desk.close()
    assert under(tmp_path) == before


def test_a_killed_program_leaves_no_passing_folder(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is there to tidy up: the child, whose standard input closes, takes its folder away by itself."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    to_who(desk)
    child = desk.runner.lines.training.process
    assert child is not None
    assert child.stdin is not None
    assert list(tmp_path.glob(f"{PASSING}*"))
    child.stdin.close()
    child.wait(PATIENCE)
    assert not list(tmp_path.glob(f"{PASSING}*"))


def test_ones_own_device_keeps_an_exercise_for_the_day(desk: Desk, open_again: Callable[..., Desk], tmp_path: Path) -> None:
    """Said to be one's own it moves to the data folder, and the receipt opens the case at another visit."""
    to_who(desk)
    assert not (tmp_path / "service").exists(), "nobody said yet whose device this is"
    to_review(desk, who="witness")
    send(desk)
    receipt = desk.state.receipt
    assert receipt is not None
    desk.close()
    assert (tmp_path / "service").exists()
    later = open_again()
    to_who(later)
    look_for(later, receipt)
    later.wait(lambda state: state.screen == "follow")


def test_erasing_on_a_shared_device_takes_older_exercises_too(desk: Desk, open_again: Callable[..., Desk]) -> None:
    """« plus aucun reçu d’exercice n’ouvrira de dossier » holds for those of an earlier visit as well."""
    to_who(desk)
    to_review(desk, who="witness")
    send(desk)
    receipt = desk.state.receipt
    assert receipt is not None
    desk.close()
    later = open_again()
    to_who(later)
    to_review(later, who="witness", device="shared")
    send(later)
    later.do(Do("wipe_exercise"), Do("confirm"))
    later.wait(lambda state: state.screen == "real_or_try")
    last = open_again()
    to_who(last)
    look_for(last, receipt)
    last.wait(lambda state: state.problem is not None)
    assert last.state.problem is not None
    assert last.state.problem.word == "desk.problem.service.unknown_case"


def test_what_a_power_cut_left_goes_at_the_next_exercise(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody could tidy up then; a folder younger than a day may be of an exercise that runs now, and stays."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    old, young = tmp_path / f"{PASSING}old", tmp_path / f"{PASSING}young"
    for folder in (old, young):
        folder.mkdir()
        (folder / "training.sqlite3").write_bytes(b"x")
    os.utime(old, (0, 0))
    to_who(desk)
    assert not old.exists()
    assert young.exists()
