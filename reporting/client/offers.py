"""The buttons of each screen, with what stands in their way. The screen draws this list and `desk.step` obeys it, so that
an offer and a refusal cannot disagree.

Room: reporting/client. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from reporting.client.choices import Action, DiskCause, Screen
from reporting.client.links import Link, exact_link
from reporting.client.moment import ActionNow
from reporting.client.shapes import MAX_LINKS, Draft
from reporting.client.state import DeskState, ForReal, Problem, Sending, Trying, Undecided

# a button that has words of its own on one screen
OWN_WORDS: dict[tuple[Screen, Action], str] = {
    ("leaving", "continue"): "desk.leaving.continue",
    ("receipt", "noted"): "desk.receipt.noted",
    ("routes", "back"): "desk.action.back",
}


def offers(state: DeskState) -> tuple[ActionNow, ...]:
    """The buttons now. While a question is over the screen, only its two answers."""
    if state.closed:
        return ()
    if state.asking is not None:
        return (_button(state, "confirm"), _button(state, "stay", focus=True))
    return tuple(_on_screen(state))


def allowed(state: DeskState, action: Action) -> bool:
    """Whether this button is there and not held back."""
    return any(offer.id == action and offer.enabled for offer in offers(state))


def _button(state: DeskState, action: Action, why_not: str | None = None, *, main: bool = False, focus: bool = False) -> ActionNow:
    word = OWN_WORDS.get((state.screen, action), f"desk.action.{action}")
    return ActionNow(id=action, word=word, enabled=why_not is None, why_not=why_not and f"desk.why.{why_not}", main=main, focus=focus)


def _on_screen(state: DeskState) -> Iterator[ActionNow]:
    def button(action: Action, why_not: str | None = None, *, main: bool = False, focus: bool = False) -> ActionNow:
        return _button(state, action, why_not, main=main, focus=focus)

    draft = state.draft
    match state.screen:
        case "leaving":
            yield button("return_to_story", main=True, focus=True)
            yield button("continue")
            yield button("find_case")
        case "real_or_try":
            yield button("for_real", focus=True)
            # once someone said it is for real, the paper door stays shut for the whole visit
            yield button("try", "for_real" if isinstance(state.world, ForReal) else None)
            yield button("find_case")
            yield button("back")
        case "opening" | "not_connected" | "routes":
            yield button("back", focus=True)
        case "who":
            yield button("continue", why_no_way_on(draft), main=True)
            yield button("back")
            if isinstance(state.world, (Trying, ForReal)):
                if state.world.draft_found:
                    yield button("resume_draft")
                if state.world.waiting:
                    yield button("send_waiting")
            yield button("find_case")
            yield from _beside(state)
        case "picture":
            yield button("continue", main=True)
            yield button("back")
            yield from _beside(state)
            yield from _wipe(state)
        case "links":
            yield button("review", why_no_review(draft), main=True)
            yield button("add_link", "links_full" if len(draft.links) >= MAX_LINKS else None)
            yield button("back")
            yield from _beside(state)
        case "review":
            composing = "composing" if state.composed is None else None
            yield button("send", composing or (None if state.authorised_at else "not_authorised"), main=True)
            yield button("authorise", composing)
            yield button("show_code" if state.review_view == "words" else "show_words")
            yield button("back")
            yield from _beside(state)
        case "receipt":
            yield from _on_receipt(state, state.sending)
        case "lookup":
            yield button("open_case", "working" if state.lookup.working else why_no_case(state), main=True)
            yield button("exercise")
            yield button("back")
            yield from _wipe(state)
        case "follow":
            follow = state.follow
            yield button("uncover" if follow is None or follow.covered else "cover")
            yield button("refresh", "working" if follow is None or follow.working else None)
            if follow is not None and follow.case is not None and not follow.case.withdrawn:
                yield button("withdraw", "working" if follow.working else None)
            yield button("show_routes")
            yield from _wipe(state)
            yield button("close", main=True)
        case "error":
            yield from _on_error(state, state.sending)


def _beside(state: DeskState) -> Iterator[ActionNow]:
    """What every step of a report has at its side."""
    if state.draft.device is not None:
        yield _button(state, "keep_draft", why_no_draft(state))
    yield _button(state, "show_routes")
    if isinstance(state.world, Trying):
        yield _button(state, "for_real")  # the way out of an exercise for someone who took the wrong door


def _wipe(state: DeskState) -> Iterator[ActionNow]:
    """Everything of an exercise can be erased at once, where one looks for it. For real there is no such button."""
    if isinstance(state.world, Trying):
        yield _button(state, "wipe_exercise", "working" if state.wiping else None)


def _on_receipt(state: DeskState, sending: Sending | None) -> Iterator[ActionNow]:
    if sending is None:
        return
    if sending.phase == "to_note":
        yield _button(state, "noted", "working" if sending.in_flight else None, main=True, focus=True)
    if sending.phase == "arrived":
        yield _button(state, "close", main=True, focus=True)
        yield _button(state, "to_follow")
    if sending.phase == "kept":
        yield _button(state, "send_again", "working" if sending.in_flight else None, main=True, focus=True)
        yield _button(state, "erase", "working" if sending.in_flight else None)
        yield _button(state, "close")
    if state.draft.writes:
        yield _button(state, "save_pdf", "working" if state.pdf == "saving" else None)
    if sending.phase == "to_note":
        yield _button(state, "back", "working" if sending.in_flight else None)
    yield _button(state, "show_routes")
    if sending.phase == "arrived":
        yield from _wipe(state)


def _on_error(state: DeskState, sending: Sending | None) -> Iterator[ActionNow]:
    if sending is not None:
        yield _button(state, "send_again", "working" if sending.in_flight else None, main=True, focus=True)
        yield _button(state, "erase", "working" if sending.in_flight else None)
        yield _button(state, "back")
        yield _button(state, "close")
    else:
        yield _button(state, "retry_open", main=True, focus=True)
        yield _button(state, "back")
    yield _button(state, "show_routes")
    if isinstance(state.world, Trying):
        yield _button(state, "for_real")


def why_no_way_on(draft: Draft) -> str | None:
    """What is still to be chosen before the next step."""
    if draft.who is None:
        return "choose_who"
    if draft.age is None:
        return "choose_age"
    return "choose_device" if draft.device is None else None


def why_no_review(draft: Draft) -> str | None:
    """What stands between the links and the review."""
    links = [exact_link(text) for text in draft.links]
    if any(isinstance(link, str) for link in links):
        return "link_wrong"
    if draft.contact_kind == "address" and not draft.contact.strip():
        return "contact_empty"
    if any(item.state in ("queued", "measuring") for item in draft.items):
        return "measuring"
    if not draft.ready and not any(isinstance(link, Link) for link in links) and not draft.account.strip():
        return "nothing_to_send"
    return why_no_way_on(draft)


def why_no_draft(state: DeskState) -> str | None:
    """Why the draft cannot be kept on this device."""
    if not state.draft.writes:
        return "shared_device"
    if isinstance(state.world, Undecided) or (state.world.keeping == "memory" and not state.has_passphrase):
        return "no_key"
    return None


def why_no_case(state: DeskState) -> str | None:
    """What is missing in the nine places."""
    return "words_missing" if any(not word.strip() for word in state.lookup.words) else None


def not_wiped(cause: str) -> Problem:
    """An exercise that is still there: its service did not forget it, or this device keeps a file of it."""
    return Problem(f"desk.problem.wipe.{'disk' if cause in get_args(DiskCause) else 'service'}")


def failed(cause: str, megabytes: int = 0) -> Problem:
    """The problem whose words are derived from why it did not work: a cause of the service, or of this device."""
    params = (("megabytes", str(max(1, megabytes))),) if cause == "disk_full" else ()
    return Problem(f"desk.problem.{'disk' if cause in get_args(DiskCause) else 'service'}.{cause}", params)
