"""What each button does.

Room: reporting/client. Pure. A button that `offers.py` does not offer, or holds back, does nothing.
"""

from __future__ import annotations

from dataclasses import replace

from reporting.client.choices import Action, Keeping, Mode, RouteAge, Screen
from reporting.client.effects import (
    CloseDesk,
    CloseService,
    Compose,
    Effect,
    Erase,
    Keep,
    OpenCase,
    OpenDraft,
    OpenService,
    OpenSite,
    SaveDraft,
    SavePdf,
    Send,
    SendWaiting,
    Settle,
    StopMeasuring,
    WipeExercise,
    WithdrawCase,
)
from reporting.client.lookup import receipt_of
from reporting.client.offers import allowed
from reporting.client.review import body_of
from reporting.client.shapes import Draft
from reporting.client.state import DeskEnv, DeskState, Follow, ForReal, Lookup, Problem, Sending, Trying, Undecided

Step = tuple[DeskState, tuple[Effect, ...]]

BACK: dict[Screen, Screen] = {"real_or_try": "leaving", "opening": "real_or_try", "not_connected": "real_or_try",
                              "who": "real_or_try", "picture": "who", "review": "links", "receipt": "review"}


def on_button(state: DeskState, action: Action, env: DeskEnv) -> Step:
    """Do what the button says, if it is offered."""
    if not allowed(state, action):
        return state, ()
    state = replace(state, problem=None, done=None)
    match action:
        case "return_to_story" | "close":
            return _close(state, quick=False)
        case "continue":
            return _continue(state)
        case "back":
            return _back(state)
        case "for_real":
            return for_real(state, env)
        case "try":
            return replace(state, screen="opening", world=Trying()), (OpenService(state.visit, "training"),)
        case "retry_open":
            return _open_again(state)
        case "find_case":
            return replace(_onto(state, "lookup"), lookup=Lookup()), ()
        case "show_routes":
            return replace(_onto(state, "routes"), route_age=state.route_age or _route_age(state.draft)), ()
        case "keep_draft" | "resume_draft":
            return _draft(state, action)
        case "send_waiting" if state.mode is not None:
            return state, (SendWaiting(state.visit, state.mode, state.passphrase),)
        case "add_link":
            return replace(state, draft=replace(state.draft, links=(*state.draft.links, ""))), ()
        case "review":
            return compose(state, env)
        case "authorise":
            given = None if state.authorised_at else env.now
            return replace(state, authorised_at=given), ()
        case "show_words" | "show_code":
            return replace(state, review_view="words" if action == "show_words" else "code"), ()
        case "send" | "noted" | "send_again":
            return _send(state, action)
        case "save_pdf" if state.receipt is not None:
            return replace(state, pdf="saving"), (SavePdf(state.visit, state.receipt, env.language),)
        case "to_follow" if state.receipt is not None and state.mode is not None:
            after = replace(state, screen="follow", follow=Follow(state.receipt, working=True))
            return after, (OpenCase(state.visit, state.mode, state.receipt),)
        case "exercise":
            return replace(state, lookup=replace(state.lookup, exercise=not state.lookup.exercise)), ()
        case "open_case":
            return _open_case(state, env)
        case "cover" | "uncover" | "refresh":
            return _on_case(state, action)
        case "erase" | "withdraw" | "wipe_exercise":
            return replace(state, asking=action), ()
        case "stay":
            return replace(state, asking=None, asking_service=None), ()
        case "confirm":
            return _confirm(state, env)
    return state, ()


def for_real(state: DeskState, env: DeskEnv) -> Step:
    """The real door. From an exercise nothing is carried over: it is another visit, and the exercise is stopped."""
    ends: tuple[Effect, ...] = ()
    if isinstance(state.world, Trying):
        ends = (StopMeasuring(state.visit, state.draft.busy), CloseService(state.visit))
        state = DeskState(visit=state.visit + 1)
    if not env.pinned:
        return replace(state, screen="not_connected", world=ForReal()), ends
    return replace(state, screen="opening", world=ForReal()), (*ends, OpenService(state.visit, "live"))


def quick_exit(state: DeskState) -> Step:
    """Leave at once. What was saved encrypted stays saved; everything else is gone from this value."""
    return _close(state, quick=True)


def _close(state: DeskState, *, quick: bool) -> Step:
    effects: tuple[Effect, ...] = (StopMeasuring(state.visit, state.draft.busy), CloseService(state.visit), CloseDesk(state.visit, quick))
    return DeskState(visit=state.visit + 1, closed=True), effects


def _onto(state: DeskState, screen: Screen) -> DeskState:
    """Go to a screen beside the way, from which one comes back to where one was."""
    return replace(state, came_from=(*state.came_from, state.screen), screen=screen)


def _continue(state: DeskState) -> Step:
    match state.screen:
        case "leaving":
            return replace(state, screen="real_or_try"), ()
        case "who":
            settles = (Settle(state.visit, state.draft.writes),) if isinstance(state.world, Trying) else ()
            return replace(state, screen="links" if state.draft.who == "witness" else "picture"), settles
        case "picture":
            return replace(state, screen="links"), ()
    return state, ()


def _back(state: DeskState) -> Step:
    match state.screen:
        case "links":
            return replace(state, screen="who" if state.draft.who == "witness" else "picture"), ()
        case "lookup" | "routes":
            *before, last = state.came_from or ("leaving",)
            back = replace(state, screen=last, came_from=tuple(before))
            # from the list of services one comes back to what one was looking at: an opened case stays open
            return (replace(back, lookup=Lookup(), follow=None) if state.screen == "lookup" else back), ()
        case "error" if state.sending is not None:
            return replace(state, screen="receipt"), ()
        case "error":
            # a case was being looked for: the words stay typed
            looking = state.follow is not None
            return replace(state, screen="lookup" if looking else "real_or_try", follow=None), ()
        case "receipt":
            return replace(state, screen="review", sending=None), ()
        case "opening" | "who":
            closes = (CloseService(state.visit),)
            return replace(state, screen="real_or_try"), closes
    return replace(state, screen=BACK.get(state.screen, state.screen)), ()


def _open_again(state: DeskState) -> Step:
    if state.mode is None:
        return state, ()
    if state.follow is not None:
        waits = replace(state, screen="lookup", lookup=replace(state.lookup, working=True))
        return waits, (OpenService(state.visit, state.mode),)
    return replace(state, screen="opening"), (OpenService(state.visit, state.mode),)


def _route_age(draft: Draft) -> RouteAge | None:
    ages: dict[str | None, RouteAge | None] = {None: None, "under_15": "minor", "15_17": "minor", "adult": "adult", "unknown": "unknown"}
    return ages[draft.age]


def _draft(state: DeskState, action: Action) -> Step:
    if state.mode is None:
        return state, ()
    if action == "keep_draft":
        return state, (SaveDraft(state.visit, state.mode, state.draft, state.passphrase),)
    return state, (OpenDraft(state.visit, state.mode, state.passphrase),)


def compose(state: DeskState, env: DeskEnv) -> Step:
    """Go to the review. What was already composed from this very draft is shown again."""
    state = replace(state, screen="review")
    if state.composed is not None or state.composing or state.mode is None:
        return state, ()
    number = state.compose_number + 1
    after = replace(state, composing=True, compose_number=number, authorised_at=None)
    return after, (Compose(state.visit, number, state.mode, state.draft, env.language, env.now, state.receipt),)


def _send(state: DeskState, action: Action) -> Step:
    composed, at, sending, mode = state.composed, state.authorised_at, state.sending, state.mode
    if composed is None or at is None or mode is None:
        return state, ()
    if action == "send":
        # the receipt comes first; nothing goes before the person said that it is noted
        key, body = composed.report.idempotency, body_of(composed, at)
        keeping = _keeping(state)
        return replace(state, screen="receipt", sending=Sending(key, body, keeping=keeping)), ()
    if sending is None:
        return state, ()
    if action == "send_again":
        again = replace(sending, phase="sending", in_flight=True, next_try=None)
        return replace(state, screen="receipt", sending=again), (Send(state.visit, mode, sending.key, sending.body),)
    keeping = "memory" if sending.cause is not None else _keeping(state)  # keeping failed once: send all the same
    after = replace(state, sending=replace(sending, phase="sending", in_flight=True, keeping=keeping, cause=None))
    return after, (Keep(state.visit, mode, sending.key, sending.body, keeping, state.passphrase),)


def _keeping(state: DeskState) -> Keeping:
    """Where this report waits until it arrived: a shared or school device writes nothing."""
    if not state.draft.writes or isinstance(state.world, Undecided):
        return "memory"
    if state.world.keeping == "memory" and state.has_passphrase:
        return "passphrase"
    return state.world.keeping


def _open_case(state: DeskState, env: DeskEnv) -> Step:
    """Open the case of the typed receipt: its own first word says which world it belongs to."""
    receipt = receipt_of(state.lookup)
    if isinstance(receipt, Problem):
        return replace(state, problem=receipt), ()
    lookup = replace(state.lookup, working=True)
    follow = Follow(receipt, working=True)
    if receipt.training and isinstance(state.world, ForReal):
        return replace(state, problem=Problem("desk.problem.lookup.is_exercise")), ()
    mode: Mode = "training" if receipt.training else "live"
    if state.mode == mode and not isinstance(state.world, Undecided) and state.world.operator is not None:
        return replace(state, lookup=lookup, follow=follow), (OpenCase(state.visit, mode, receipt),)
    if mode == "training":
        after = replace(state, world=Trying(), lookup=lookup, follow=follow)
        return after, (OpenService(state.visit, "training"),)
    real, effects = for_real(state, env)
    if not env.pinned:
        return replace(real, came_from=(), lookup=Lookup(), follow=None), effects
    return replace(real, screen="lookup", lookup=lookup, follow=follow, came_from=("real_or_try",)), effects


def _on_case(state: DeskState, action: Action) -> Step:
    follow = state.follow
    if follow is None or state.mode is None:
        return state, ()
    if action == "refresh":
        after = replace(state, follow=replace(follow, working=True))
        return after, (OpenCase(state.visit, state.mode, follow.receipt),)
    return replace(state, follow=replace(follow, covered=action == "cover")), ()


def _confirm(state: DeskState, env: DeskEnv) -> Step:
    asked, after = state.asking, replace(state, asking=None, asking_service=None)
    match asked:
        case "open_site":
            service = env.routes.service(state.asking_service or "")
            return after, (OpenSite(state.visit, service.url),) if service else ()
        case "erase" if state.sending is not None and state.mode is not None:
            waits = replace(after, sending=replace(state.sending, in_flight=True))
            return waits, (Erase(state.visit, state.mode, state.sending.key),)
        case "withdraw" if state.follow is not None and state.mode is not None:
            waits = replace(after, follow=replace(state.follow, working=True))
            return waits, (WithdrawCase(state.visit, state.mode, state.follow.receipt),)
        case "wipe_exercise" if isinstance(state.world, Trying):
            return replace(after, wiping=True), (WipeExercise(state.visit),)
    return after, ()


def on_tick(state: DeskState, env: DeskEnv) -> Step:
    """Try a waiting report again when its time has come."""
    sending, mode = state.sending, state.mode
    if sending is None or mode is None or sending.in_flight or sending.next_try is None or env.now < sending.next_try:
        return state, ()
    again = replace(sending, in_flight=True, next_try=None)
    return replace(state, sending=again), (Send(state.visit, mode, sending.key, sending.body),)
