"""Composing a report: the receipt is made, its keys derived, the rest sealed to the verified operator. Nothing is sent.

Room: reporting/client. Takes 0.1 to 0.3 s (Argon2id), so never in a drawing loop.
"""

from __future__ import annotations

from datetime import datetime

from reporting.client.review import inside_of, items_of
from reporting.client.send import ServiceError
from reporting.client.shapes import Case, CaseMessage, CaseStep, Composed, Draft
from reporting.protocol.keys import CaseKeys
from reporting.protocol.model import VERSION
from reporting.protocol.operator import Statement
from reporting.protocol.receipt import Language, Receipt, derive, new_receipt
from reporting.protocol.report import Report, authorise, new_idempotency_key
from reporting.protocol.sealing import SealingError, open_reply, seal_inside
from reporting.protocol.status import CaseStatus, StepKind

USUAL: tuple[StepKind, ...] = (StepKind.RECEIVED, StepKind.READ, StepKind.REQUEST_SENT, StepKind.FINGERPRINT_SHARED)


def compose(draft: Draft, language: Language, at: datetime, statement: Statement, receipt: Receipt | None = None) -> Composed:
    """The report of `draft`, sealed to the operator of `statement`, which was verified.

    receipt: kept when one was already made; it must be of the statement's mode
    raises:  `ServiceError` too_much_text
    """
    mode = statement.mode
    if receipt is None or receipt.mode is not mode:
        receipt = new_receipt(language, training=mode.value == "training")
    keys, inside = derive(receipt), inside_of(draft, language)
    try:
        sealed = seal_inside(inside, statement.inside_key)
    except SealingError:
        raise ServiceError("too_much_text") from None
    report = Report(version=VERSION, mode=mode, idempotency=new_idempotency_key(), locator=keys.locator.hex(),
                    verifier_hash=keys.verifier.hash(), reply_key=keys.reply_key, items=tuple(items_of(draft)),
                    authorisation=authorise(at), sealed=sealed)
    return Composed(report, inside, receipt)


def case_of(status: CaseStatus, keys: CaseKeys) -> Case:
    """The case as it is shown: what happened, what usually comes next, and the answers, opened with the receipt's keys."""
    happened = [CaseStep(step.kind, step.at, "done") for step in status.steps]
    if happened and not status.withdrawn:
        happened[-1] = CaseStep(happened[-1].id, happened[-1].at, "now")
    known = {step.id for step in happened}
    coming = () if status.withdrawn else tuple(CaseStep(kind, None, "next") for kind in USUAL if kind not in known)
    messages = []
    for reply in status.replies:
        try:
            messages.append(CaseMessage(reply.at, open_reply(reply.sealed, keys).text))
        except SealingError:
            continue  # sealed to another key, or by a newer version: there is nothing to show
    return Case((*happened, *coming), tuple(messages), status.withdrawn)
