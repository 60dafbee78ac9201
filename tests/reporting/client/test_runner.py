"""The desk with everything real behind it: the fingerprint process, the exercise's service, the outbox, the disk."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from reporting.client.commands import AddExample, AddPicture, Cancel, Do, Pick, QuickExit, Write
from reporting.client.effects import Keep
from reporting.client.outbox import Outbox
from reporting.client.secret import Hidden
from reporting.client.send import Operator
from reporting.client.training import TrainingService
from tests.reporting.client.desks import ENV, PATIENCE, ROOT, Desk, send, to_review, to_who, tools
from tests.reporting.client.lines_to import live_service, wire_to


def service_of(desk: Desk) -> subprocess.Popen[bytes]:
    """The exercise's process."""
    process = desk.runner.lines.training.process
    assert process is not None
    return process


def test_a_report_goes_through_and_comes_back(desk: Desk, photograph: Path, tmp_path: Path) -> None:
    """From the first question to the opened case with a real picture; the receipt typed back by hand; then withdrawn."""
    to_who(desk)
    to_review(desk, photograph)
    send(desk)
    assert desk.state.sending is not None
    assert desk.state.sending.phase == "arrived"
    assert Outbox(tmp_path / "client", "training").waiting_keys() == ()
    receipt = desk.state.receipt
    assert receipt is not None
    desk.do(Do("close"))

    later = Desk(tools(tmp_path))
    try:
        later.do(Do("continue"), Do("find_case"), Write("word", "exercice", 0))
        for index, word in enumerate(receipt.words):
            later.do(Write("word", word.upper(), index))
        later.do(Do("open_case"))
        now = later.wait(lambda state: state.screen == "follow")
        assert now.badge == "training", "the words say that it is an exercise, so the badge does"
        assert now.body.screen == "follow"
        assert now.body.words is None, "covered until asked for"
        assert now.body.steps[0].say.word == "desk.step.training.received"
        assert now.body.messages, "the exercise answers each report, sealed to its receipt"
        later.do(Do("withdraw"), Do("confirm"))
        later.wait(lambda state: bool(state.follow and state.follow.case and state.follow.case.withdrawn))
    finally:
        later.close()


def test_a_wrong_receipt_names_its_word(desk: Desk) -> None:
    """A word that no list knows is named, with the nearest one; nothing is asked of anyone."""
    desk.do(Do("continue"), Do("find_case"), Write("word", "maréee grenier violon citron nuage plume hamac tuile renard", 0))
    now = desk.do(Do("open_case"))
    assert now.problem is not None
    assert now.problem.word == "desk.problem.receipt.unknown-word"
    assert (now.problem.params["position"], now.problem.params["word"]) == ("1", "maréee")
    assert desk.effects == []


def test_pictures_are_measured_one_by_one_and_bad_ones_say_why(desk: Desk, photograph: Path, tmp_path: Path) -> None:
    """A good, a flat, an empty, a truncated and a missing file: each has its own state, and the good one still leaves."""
    from PIL import Image

    flat, empty, short = tmp_path / "flat.png", tmp_path / "empty.jpg", tmp_path / "short.jpg"
    Image.new("RGB", (300, 300), (90, 90, 90)).save(flat)
    empty.write_bytes(b"")
    short.write_bytes(photograph.read_bytes()[:9000])
    to_who(desk)
    to_review(desk, photograph, flat, empty, short, tmp_path / "nulle part.jpg")
    assert [(item.state, item.cause) for item in desk.state.draft.items] == [
        ("ready", None), ("plain", None), ("error", "empty"), ("error", "truncated"), ("error", "missing")]
    assert desk.state.composed is not None
    assert len(desk.state.composed.report.items) == 1


def test_cancel_kills_the_measuring(desk: Desk, photograph: Path) -> None:
    """Stopped before it is done: the item is gone, its process too, and the next one is measured."""
    to_who(desk)
    desk.do(Pick("who", "shown"), Pick("age", "adult"), Pick("device", "mine"), Do("continue"))
    desk.do(AddPicture(Hidden(str(photograph))), AddPicture(Hidden(str(photograph))), Cancel(1))
    desk.wait(lambda state: bool(state.draft.ready))
    assert [item.id for item in desk.state.draft.items] == [2]


def test_the_service_is_killed_in_the_middle(desk: Desk, open_again: Callable[..., Desk], photograph: Path, tmp_path: Path) -> None:
    """Killed before sending: the report is kept, locked, nothing of it readable; tried again it arrives, once."""
    to_who(desk)
    to_review(desk, photograph)
    service_of(desk).kill()
    service_of(desk).wait(PATIENCE)
    desk.runner.lines.training.stop()
    desk.runner.lines.training = TrainingService([sys.executable, "-c", ""])  # and it cannot be started again
    desk.do(Do("authorise"), Do("send"), Do("noted"))
    now = desk.wait(lambda state: state.sending is not None and state.sending.phase == "kept")
    assert now.body.screen == "error"
    assert now.body.kept is not None
    assert now.body.kept.word == "desk.kept.keyfile"
    assert now.body.next_try is not None
    (file,) = (tmp_path / "client" / "outbox-training").iterdir()
    assert b"idempotency" not in file.read_bytes()
    desk.do(QuickExit())

    again = open_again()
    to_who(again)
    now = again.moment
    assert now.body.screen == "who"
    assert now.body.waiting == 1
    again.do(Do("send_waiting"))
    again.wait(lambda state: getattr(state.world, "waiting", 1) == 0)
    assert list((tmp_path / "client" / "outbox-training").iterdir()) == []


def test_a_dead_exercise_is_started_again(desk: Desk, photograph: Path) -> None:
    """The service was killed between review and sending: the desk starts it again and the report arrives."""
    to_who(desk)
    to_review(desk, photograph)
    victim = service_of(desk)
    victim.kill()
    victim.wait(PATIENCE)
    send(desk)
    assert desk.state.sending is not None
    assert desk.state.sending.phase == "arrived"


@pytest.mark.parametrize("device", ["shared", "school"])
def test_a_shared_device_keeps_nothing(desk: Desk, photograph: Path, tmp_path: Path, device: str) -> None:
    """No outbox, no draft, no PDF: after a whole report the client's folder holds no trace of it."""
    to_who(desk)
    to_review(desk, photograph, device=device)
    assert not any(action.id == "keep_draft" and action.enabled for action in desk.moment.actions)
    send(desk)
    desk.do(Do("save_pdf"))
    now = desk.moment
    assert now.body.screen == "receipt"
    assert now.body.pdf == "refused"
    desk.close()
    assert list((tmp_path / "documents").iterdir()) == []
    assert [path.name for path in (tmp_path / "client").rglob("*") if path.name != "training.key"] == []


def test_the_receipt_is_saved_as_a_page(desk: Desk, photograph: Path, tmp_path: Path) -> None:
    """A PDF whose nine words can be selected, marked as an exercise, under a name that says nothing."""
    to_who(desk)
    to_review(desk, photograph)
    desk.do(Do("authorise"), Do("send"), Do("save_pdf"))
    desk.wait(lambda state: state.pdf == "saved")
    (page,) = (tmp_path / "documents").iterdir()
    assert page.name == "neuf-mots.pdf"
    text = PdfReader(page).pages[0].extract_text()
    assert desk.state.receipt is not None
    assert all(word in text for word in desk.state.receipt.words)
    assert "EXERCICE" in text


def test_a_draft_waits_for_the_next_visit(desk: Desk, open_again: Callable[..., Desk], photograph: Path, tmp_path: Path) -> None:
    """Kept, left by the quick exit, found again with its fingerprints; gone once the report arrived."""
    to_who(desk)
    to_review(desk, photograph)
    desk.do(Do("keep_draft"))
    desk.wait(lambda state: state.draft_kept)
    kept = desk.state.draft
    desk.do(QuickExit())
    assert desk.state.draft != kept

    again = open_again()
    to_who(again)
    again.do(Do("resume_draft"))
    again.wait(lambda state: state.draft == kept)
    again.do(Do("continue"), Do("continue"), Do("review"))
    again.wait(lambda state: state.composed is not None)
    send(again)
    for thread in threading.enumerate():
        if thread.name == "WipeDraft":
            thread.join(PATIENCE)
    assert not (tmp_path / "client" / "draft-training.sealed").exists()


def test_the_bundled_picture(open_again: Callable[..., Desk], photograph: Path) -> None:
    """In training the example is measured like any other, by the same process."""
    desk = open_again(example=photograph)
    to_who(desk)
    desk.do(Pick("who", "with_them"), Pick("age", "unknown"), Pick("device", "mine"), Do("continue"), AddExample(), AddExample())
    desk.wait(lambda state: bool(state.draft.ready))
    now = desk.moment
    assert now.body.screen == "picture"
    assert len(now.body.items) == 1
    assert not now.body.example


@pytest.mark.posix_only
def test_quick_exit_is_quick(desk: Desk, photograph: Path) -> None:
    """In the middle of everything the value is empty within 100 ms; the rest ends behind."""
    to_who(desk)
    to_review(desk, photograph)
    child = service_of(desk)
    began = time.perf_counter()
    desk.do(QuickExit())
    assert time.perf_counter() - began < 0.1
    child.wait(PATIENCE)
    assert desk.state.closed


KILLED = """
import os, signal, sys
from pathlib import Path
from reporting.client.effects import Send
from tests.reporting.client.desks import Desk, send, to_review, to_who, tools

desk = Desk(tools(Path(sys.argv[1])))
start = desk.runner.start

def start_until_sending(effect):
    if isinstance(effect, Send):
        os.kill(os.getpid(), signal.SIGKILL)
    start(effect)

desk.runner.start = start_until_sending
to_who(desk)
to_review(desk, Path(sys.argv[2]))
send(desk)
"""


@pytest.mark.posix_only
def test_a_program_killed_before_sending_loses_nothing(open_again: Callable[..., Desk], photograph: Path, tmp_path: Path) -> None:
    """Killed outright once the report was kept: the next visit finds it and sends it, and the outbox is empty."""
    killed = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), str(photograph)], cwd=ROOT, check=False)
    assert killed.returncode == -signal.SIGKILL
    desk = open_again()
    to_who(desk)
    now = desk.moment
    assert now.body.screen == "who"
    assert now.body.waiting == 1
    desk.do(Do("send_waiting"))
    desk.wait(lambda state: getattr(state.world, "waiting", 1) == 0)
    assert Outbox(tmp_path / "client", "training").waiting_keys() == ()


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Operator]:
    """The real live application with the test operator."""
    with live_service(tmp_path / "hotline") as operator:
        yield operator


def live_desk(folder: Path, pinned: Operator, **other: object) -> Desk:
    """A desk whose settings pin this operator."""
    return Desk(tools(folder, pinned=pinned, **other), replace(ENV, pinned=True))


def test_the_wrong_operator_is_never_spoken_to(tmp_path: Path, live: Operator) -> None:
    """Another key is pinned than the one that signs: it is said, nothing is composed, the real services are one press away."""
    desk = live_desk(tmp_path, replace(live, key="ab" * 32))
    try:
        desk.do(Do("continue"), Do("for_real"))
        now = desk.wait(lambda state: state.screen == "error")
        assert now.badge == "none"
        assert now.body.screen == "error"
        assert now.body.say.word == "desk.problem.service.wrong_operator"
        assert now.action("show_routes") is not None
        assert desk.do(Do("back")).screen == "real_or_try"
    finally:
        desk.close()


@pytest.mark.parametrize("passphrase", ["", "courte", "corps mort quatorze"])
def test_without_a_keyring(tmp_path: Path, live: Operator, photograph: Path, passphrase: str) -> None:
    """Live on a bare machine: a passphrase locks what waits; too short or none, it waits in memory, and that is said."""
    desk = live_desk(tmp_path, live)
    try:
        to_who(desk, "real")
        assert desk.moment.badge == "live"
        to_review(desk, photograph)
        desk.do(Do("authorise"), Do("send"), Write("passphrase", passphrase))
        body = desk.moment.body
        assert body.screen == "receipt"
        assert body.can_passphrase
        assert (body.passphrase_problem is not None) is (passphrase == "courte")
        desk.do(Do("noted"))
        desk.wait(lambda state: state.sending is not None and state.sending.phase == "arrived")
        kept = next(effect for effect in desk.effects if isinstance(effect, Keep))
        assert kept.keeping == ("passphrase" if len(passphrase) > 8 else "memory")
    finally:
        desk.close()
    assert list((tmp_path / "client").rglob("*.sealed")) == []


def test_what_cannot_be_kept_is_sent_all_the_same(desk: Desk, photograph: Path, tmp_path: Path) -> None:
    """The outbox cannot be written: it is said; pressed again, the report goes, kept in memory meanwhile."""
    to_who(desk)
    to_review(desk, photograph)
    (tmp_path / "client").mkdir(exist_ok=True)
    (tmp_path / "client" / "outbox-training").write_bytes(b"a file where a folder should be")
    desk.do(Do("authorise"), Do("send"), Do("noted"))
    now = desk.wait(lambda state: state.problem is not None)
    assert now.problem is not None
    assert now.problem.word == "desk.problem.disk.not_written"
    desk.do(Do("noted"))
    desk.wait(lambda state: state.sending is not None and state.sending.phase == "arrived")


def test_stop_and_erase(desk: Desk, photograph: Path, tmp_path: Path) -> None:
    """The service is down and the person gives up: asked first, then nothing of it is on the device nor in the desk."""
    to_who(desk)
    to_review(desk, photograph)
    desk.runner.lines.close()
    desk.runner.lines.training = TrainingService([sys.executable, "-c", ""])
    send(desk)
    assert len(Outbox(tmp_path / "client", "training").waiting_keys()) == 1
    desk.do(Do("erase"))
    assert desk.moment.asking is not None
    desk.do(Do("confirm"))
    now = desk.wait(lambda state: state.screen == "real_or_try")
    assert now.badge == "training"
    assert Outbox(tmp_path / "client", "training").waiting_keys() == ()
    assert desk.state.draft.links == ("",)


def test_an_exercise_is_forgotten_after_a_day(desk: Desk, open_again: Callable[..., Desk], photograph: Path, tmp_path: Path) -> None:
    """What an exercise left to send, and its draft, are gone a day later; nobody has to think of it."""
    to_who(desk)
    to_review(desk, photograph)
    desk.do(Do("keep_draft"))
    desk.wait(lambda state: state.draft_kept)
    desk.runner.lines.close()
    desk.runner.lines.training = TrainingService([sys.executable, "-c", ""])
    send(desk)
    assert len(list((tmp_path / "client").rglob("*.sealed"))) == 2
    tomorrow = open_again(clock=lambda: datetime.now(UTC) + timedelta(hours=25))
    to_who(tomorrow)
    now = tomorrow.moment
    assert now.body.screen == "who"
    assert (now.body.waiting, now.body.draft_found) == (0, False)
    assert list((tmp_path / "client").rglob("*.sealed")) == []


def test_what_a_passphrase_locked_waits_for_it(tmp_path: Path, photograph: Path) -> None:
    """Live, no keyring, the hotline down: the next visit needs the passphrase to send what waits, and says so."""
    with live_service(tmp_path / "hotline") as operator, wire_to(operator.url) as wire:
        pinned = replace(operator, url=wire.url)
        desk = live_desk(tmp_path, pinned)
        to_who(desk, "real")
        to_review(desk, photograph)
        desk.do(Do("authorise"), Do("send"), Write("passphrase", "corps mort quatorze"))
        wire.cut = True
        desk.do(Do("noted"))
        desk.wait(lambda state: state.sending is not None and state.sending.phase == "kept")
        desk.close()
        wire.cut = False
        again = live_desk(tmp_path, pinned)
        try:
            to_who(again, "real")
            for typed, problem in (("", "no_key"), ("corps mort quinze", "wrong_passphrase")):
                again.do(Write("passphrase", typed), Do("send_waiting"))
                now = again.wait(lambda state: state.problem is not None)
                assert now.problem is not None
                assert now.problem.word == f"desk.problem.disk.{problem}"
            again.do(Write("passphrase", "corps mort quatorze"), Do("send_waiting"))
            again.wait(lambda state: getattr(state.world, "waiting", 1) == 0)
        finally:
            again.close()
    assert list((tmp_path / "client").rglob("*.sealed")) == []
