"""What the world answers: the service is there, a fingerprint is ready, the report arrived, something did not work.

Room: reporting/client. Pure. Answers to what was stopped or changed in the meantime are dropped.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never, get_args

from reporting.client import commands as said
from reporting.client.choices import PictureCause, ServiceCause
from reporting.client.commands import Answer
from reporting.client.effects import CloseService, Effect, OpenCase, Send, StopMeasuring, WipeDraft
from reporting.client.offers import failed, not_wiped
from reporting.client.shapes import Draft, Item
from reporting.client.state import RETRY_FIRST, RETRY_LONGEST, DeskEnv, DeskState, Undecided
from reporting.protocol.report import MIN_QUALITY

Step = tuple[DeskState, tuple[Effect, ...]]

# trying again by itself can help; for the others a person has to decide
PASSING: frozenset[ServiceCause] = frozenset({"down", "slow", "ceiling", "cannot_start", "odd_answer"})


def on_answer(state: DeskState, answer: Answer, env: DeskEnv) -> Step:
    """Take one answer of this visit."""
    match answer:
        case said.Opened():
            return _opened(state, answer)
        case said.Failed():
            return _failed(state, answer, env), ()
        case said.Progress() | said.Measured():
            return _item(state, answer), ()
        case said.Ready(_, number, composed):
            if number != state.compose_number or not state.composing:
                return state, ()
            return replace(state, composing=False, composed=composed, receipt=composed.receipt), ()
        case said.Kept(_, keeping):
            sending, mode = state.sending, state.mode
            if sending is None or mode is None or not sending.in_flight or sending.phase != "sending":
                return state, ()
            after = replace(state, sending=replace(sending, keeping=keeping))
            return after, (Send(state.visit, mode, sending.key, sending.body),)
        case said.Arrived():
            return _arrived(state)
        case said.PdfSaved(_, folder):
            return replace(state, pdf="saved", pdf_folder=folder), ()
        case said.CaseOpened(_, case):
            if state.follow is None:
                return state, ()
            # the typed words leave the screen once the case is open
            after = replace(state, follow=replace(state.follow, case=case, working=False), screen="follow")
            return replace(after, lookup=type(state.lookup)(), came_from=()), ()
        case said.Withdrew():
            follow, mode = state.follow, state.mode
            if follow is None or mode is None:
                return state, ()
            return state, (OpenCase(state.visit, mode, follow.receipt),)
        case said.DraftKept():
            return replace(state, draft_kept=True), ()
        case said.DraftOpened(_, draft):
            return _draft_opened(state, draft), ()
        case said.Erased():
            wipes = (WipeDraft(state.visit, state.mode),) if state.draft_kept and state.mode else ()
            return DeskState(visit=state.visit, screen="real_or_try", world=state.world), (*wipes, CloseService(state.visit))
        case said.ExerciseWiped():
            return _wiped(state)
        case said.WaitingSent(_, left):
            if isinstance(state.world, Undecided):
                return state, ()
            return replace(state, world=replace(state.world, waiting=left)), ()
        case _:
            assert_never(answer)


def _opened(state: DeskState, answer: said.Opened) -> Step:
    world = state.world
    if isinstance(world, Undecided):
        return state, ()
    after = replace(state, world=replace(world, operator=answer.operator, keeping=answer.keeping, waiting=answer.waiting,
                                         draft_found=answer.draft_found))
    if state.screen == "opening":
        return replace(after, screen="who"), ()
    if state.screen == "lookup" and state.lookup.working and state.follow is not None and state.mode is not None:
        return after, (OpenCase(state.visit, state.mode, state.follow.receipt),)
    return state, ()


def _failed(state: DeskState, answer: said.Failed, env: DeskEnv) -> DeskState:
    problem = failed(answer.cause, answer.megabytes)
    match answer.what:
        case "open":
            waits = state.screen == "opening" or state.lookup.working
            lookup = replace(state.lookup, working=False)
            return replace(state, screen="error", problem=problem, lookup=lookup) if waits else state
        case "measure":
            return _with_item(state, answer.item, lambda item: replace(item, state="error", cause=_picture(answer.cause)))
        case "compose":
            return replace(state, composing=False, problem=problem)
        case "keep" if state.sending is not None:
            again = replace(state.sending, phase="to_note", in_flight=False, cause=answer.cause, keeping="memory")
            return replace(state, sending=again, problem=problem)
        case "send" if state.sending is not None:
            return _not_sent(state, answer, env)
        case "erase" if state.sending is not None:
            return replace(state, sending=replace(state.sending, in_flight=False), problem=problem)
        case "wipe":
            return replace(state, wiping=False, problem=not_wiped(answer.cause)) if state.wiping else state
        case "pdf":
            return replace(state, pdf="failed", problem=problem)
        case "status" | "withdraw":
            lookup = replace(state.lookup, working=False)
            if state.screen == "lookup":
                return replace(state, lookup=lookup, follow=None, problem=problem)
            follow = replace(state.follow, working=False) if state.follow else None
            return replace(state, lookup=lookup, follow=follow, problem=problem)
    return replace(state, problem=problem)


def _not_sent(state: DeskState, answer: said.Failed, env: DeskEnv) -> DeskState:
    sending = state.sending
    if sending is None:
        return state
    passing = answer.cause in PASSING
    wait = min(RETRY_FIRST * 2**min(sending.tries, 8), RETRY_LONGEST)
    kept = replace(sending, phase="kept", in_flight=False, tries=sending.tries + 1, cause=answer.cause, fields=answer.fields,
                   next_try=env.now + wait if passing else None)
    problem = failed(answer.cause)
    return replace(state, sending=kept, problem=problem, screen="error" if state.screen in ("receipt", "error") else state.screen)


def _arrived(state: DeskState) -> Step:
    if state.sending is None:
        return state, ()
    after = replace(state, sending=replace(state.sending, phase="arrived", in_flight=False, next_try=None, cause=None),
                    problem=None, draft_kept=False, screen="receipt" if state.screen == "error" else state.screen)
    wipes = state.draft_kept and state.mode is not None
    return after, (WipeDraft(state.visit, state.mode),) if wipes and state.mode else ()


def _wiped(state: DeskState) -> Step:
    """Before the two doors again, as another visit: no late answer of the exercise finds anybody, neither door is taken."""
    if not state.wiping:
        return state, ()
    done = "desk.real_or_try.wiped_not_pdf" if state.pdf == "saved" else "desk.real_or_try.wiped"
    effects = (StopMeasuring(state.visit, state.draft.busy), CloseService(state.visit))
    return DeskState(visit=state.visit + 1, screen="real_or_try", done=done), effects


def _picture(cause: object) -> PictureCause:
    return next((known for known in get_args(PictureCause) if known == cause), "crashed")


def _item(state: DeskState, answer: said.Progress | said.Measured) -> DeskState:
    def changed(item: Item) -> Item:
        if isinstance(answer, said.Progress):
            return replace(item, state="measuring", percent=max(item.percent, min(100, max(0, answer.percent))))
        plain = answer.prints.quality < MIN_QUALITY
        return replace(item, state="plain" if plain else "ready", percent=100, prints=None if plain else answer.prints)
    return _with_item(state, answer.item, changed)


def _with_item(state: DeskState, number: int, change: Callable[[Item], Item]) -> DeskState:
    items = tuple(change(item) if item.id == number and item.state in ("queued", "measuring") else item for item in state.draft.items)
    return replace(state, draft=replace(state.draft, items=items))


def _draft_opened(state: DeskState, draft: Draft) -> DeskState:
    if state.screen != "who" or draft.device != "mine":
        return state
    items = draft.items if draft.who != "witness" else ()
    world = state.world if isinstance(state.world, Undecided) else replace(state.world, draft_found=False)
    return replace(state, draft=replace(draft, items=items), next_item=max((item.id for item in items), default=0) + 1,
                   world=world, composed=None, composing=False, authorised_at=None, draft_kept=True,
                   compose_number=state.compose_number + 1)
