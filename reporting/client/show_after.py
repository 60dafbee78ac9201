"""Bodies of the screens around the sending: receipt, lookup, follow-up, what went wrong.

Room: reporting/client. Pure. Every word is an id; `words.py` lists them all.
"""

from __future__ import annotations

from reporting.client.lookup import words_now
from reporting.client.moment import ErrorNow, FollowNow, LookupNow, MessageNow, ReceiptNow, Say, StepNow
from reporting.client.offers import failed
from reporting.client.show_report import can_passphrase, passphrase_problem
from reporting.client.state import DeskState, Follow, Sending, Trying
from reporting.protocol.receipt import PREFIX
from reporting.protocol.status import StepKind

AFTER: tuple[StepKind, ...] = (StepKind.RECEIVED, StepKind.READ, StepKind.REQUEST_SENT, StepKind.FINGERPRINT_SHARED)
LOOKUP_ADVICE = ("desk.lookup.advice_order", "desk.lookup.advice_lost", "desk.lookup.advice_exercise", "desk.lookup.advice_nothing")


def receipt_now(state: DeskState) -> ReceiptNow:
    """The receipt before, while and after it is sent."""
    sending, receipt = state.sending or Sending("", b""), state.receipt
    training = isinstance(state.world, Trying)
    kind = "training" if training else "live"
    pdf = state.pdf if state.draft.writes else "refused"
    passphrase = can_passphrase(state) and state.draft.writes and sending.phase == "to_note"
    return ReceiptNow(
        phase=sending.phase,
        warning="desk.receipt.warning",
        exercise=PREFIX[receipt.language] if receipt is not None and receipt.training else None,
        words=receipt.words if receipt is not None else (),
        footer=Say(word=f"desk.receipt.{sending.phase}"),
        keeping=sending.keeping,
        keeping_word=f"desk.keeping.{sending.keeping}" if state.draft.writes else
        "desk.keeping.shared_training" if training else "desk.keeping.shared",
        can_passphrase=passphrase,
        passphrase_problem=passphrase_problem(state),
        pdf=pdf,
        pdf_word=f"desk.pdf.{pdf}",
        after=tuple(Say(word=f"desk.after.{kind}.{step.value}" + (
            "_shared" if training and step is StepKind.RECEIVED and not state.draft.writes else "")) for step in AFTER),
    )


def lookup_now(state: DeskState) -> LookupNow:
    """The nine places, and how many are still empty or wrong."""
    words = words_now(state.lookup)
    missing = sum(word.state != "known" for word in words)
    footer = Say(word="desk.lookup.missing", params={"count": str(missing)}) if missing else Say(word="desk.lookup.ready")
    return LookupNow(words=words, exercise=state.lookup.exercise, missing=missing, working=state.lookup.working,
                     footer=Say(word="desk.lookup.working") if state.lookup.working else footer, advice=LOOKUP_ADVICE)


def follow_now(state: DeskState) -> FollowNow:
    """The case; its words stay covered until asked for."""
    follow = state.follow
    if follow is None or follow.case is None:
        return FollowNow(steps=(), messages=(), working=True, withdrawn=False)
    kind = "training" if isinstance(state.world, Trying) else "live"
    return FollowNow(
        words=None if follow.covered else _words(follow),
        steps=tuple(StepNow(say=Say(word=f"desk.step.{kind}.{step.id.value}"), at=step.at, state=step.state)
                    for step in follow.case.steps),
        messages=tuple(MessageNow(at=message.at, text=message.text) for message in follow.case.messages),
        working=follow.working, withdrawn=follow.case.withdrawn)


def _words(follow: Follow) -> tuple[str, ...]:
    prefix = (PREFIX[follow.receipt.language],) if follow.receipt.training else ()
    return prefix + follow.receipt.words


def error_now(state: DeskState) -> ErrorNow:
    """What happened, what is safe, what to do now."""
    sending, problem = state.sending, state.problem
    if sending is None:
        word = problem.word if problem is not None else "desk.problem.service.down"
        return ErrorNow(title="desk.error.title_open", say=Say(word=word), calm="desk.error.calm", kept=None, next_try=None)
    word = failed(sending.cause or "down").word
    kept = sending.keeping if state.draft.writes else "shared"
    return ErrorNow(title="desk.error.title", say=Say(word=word), calm="desk.error.calm", kept=Say(word=f"desk.kept.{kept}"),
                    next_try=sending.next_try, fields=sending.fields)
