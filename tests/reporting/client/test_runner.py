"""The desk with everything real behind it: the fingerprint process, the exercise's service, the outbox, the disk."""

from __future__ import annotations

from pathlib import Path

from reporting.client.commands import Do
from tests.reporting.client.desks import Desk, send, to_review, to_who


def test_a_report_goes_through_and_comes_back(desk: Desk, photograph: Path) -> None:
    """From the first question to the opened case, each word typed back by hand, with a real picture and the real service."""
    to_who(desk)
    to_review(desk, photograph)
    send(desk)
    assert desk.state.sending is not None
    assert desk.state.sending.phase == "arrived"
    receipt = desk.state.receipt
    assert receipt is not None
    desk.do(Do("to_follow"))
    now = desk.wait(lambda state: state.follow is not None and state.follow.case is not None)
    assert now.badge == "training"
    assert now.body.screen == "follow"
    assert now.body.steps[0].say.word == "desk.step.training.received"
    assert now.body.messages, "the exercise answers each report, sealed to its receipt"
