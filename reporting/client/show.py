"""The present moment of the desk, from its state. Nothing is decided here that `offers.py` or the state did not decide.

Room: reporting/client. Pure. The bodies of the screens where something is put in are in `show_report.py`, the others in
`show_after.py`.
"""

from __future__ import annotations

from reporting.client.choices import Screen
from reporting.client.moment import AskNow, Body, DeskMoment, LeavingNow, OpeningNow, RealOrTryNow, Say, TrailStep
from reporting.client.offers import offers
from reporting.client.show_after import error_now, follow_now, lookup_now, receipt_now
from reporting.client.show_report import links_now, picture_now, review_now, routes_now, who_now
from reporting.client.state import DeskEnv, DeskState, ForReal, Trying, Undecided

TRAIL: tuple[Screen, ...] = ("who", "picture", "links", "review", "receipt")


def present(state: DeskState, env: DeskEnv) -> DeskMoment:
    """What a reader shows now."""
    world = state.world
    problem = state.problem
    return DeskMoment(
        screen=state.screen,
        badge=state.badge,
        operator=None if isinstance(world, Undecided) else world.operator,
        title=_title(state),
        trail=tuple(_trail(state)),
        body=_body(state, env),
        actions=offers(state),
        problem=Say(word=problem.word, params=dict(problem.params)) if problem is not None else None,
        asking=_asking(state, env),
        promise=_promise(state),
    )


def _body(state: DeskState, env: DeskEnv) -> Body:
    match state.screen:
        case "leaving":
            return LeavingNow()
        case "real_or_try":
            return RealOrTryNow(can_try=not isinstance(state.world, ForReal), done=state.done)
        case "opening":
            what = state.mode or "training"
            return OpeningNow(what=what, say=f"desk.opening.{what}")
        case "not_connected" | "routes":
            return routes_now(state, env)
        case "who":
            return who_now(state)
        case "picture":
            return picture_now(state, env)
        case "links":
            return links_now(state)
        case "review":
            return review_now(state, env)
        case "receipt":
            return receipt_now(state)
        case "lookup":
            return lookup_now(state)
        case "follow":
            return follow_now(state)
        case "error":
            return error_now(state)


def _title(state: DeskState) -> Say:
    screen, training = state.screen, isinstance(state.world, Trying)
    if screen in ("picture", "receipt") and training:
        return Say(word=f"desk.{screen}.title_training")
    if screen == "error":
        return Say(word="desk.error.title" if state.sending is not None else "desk.error.title_open")
    return Say(word=f"desk.{screen}.title")


def _trail(state: DeskState) -> list[TrailStep]:
    """Five steps; the picture's one is struck out for a witness."""
    at: Screen = "receipt" if state.screen == "error" and state.sending is not None else state.screen
    if at not in TRAIL:
        return []
    now, steps = TRAIL.index(at), []
    for index, name in enumerate(TRAIL):
        step = "now" if index == now else "done" if index < now else "todo"
        if name == "picture" and state.draft.who == "witness":
            step = "struck"
        steps.append(TrailStep.model_validate({"id": name, "word": f"desk.trail.{name}", "state": step}))
    return steps


def _asking(state: DeskState, env: DeskEnv) -> AskNow | None:
    if state.asking is None:
        return None
    params: dict[str, str] = {}
    if state.asking == "open_site" and (service := env.routes.service(state.asking_service or "")) is not None:
        params = {"host": service.host, "name": service.name}
    word = f"desk.ask.{state.asking}"
    return AskNow(about=state.asking, say=Say(word=word, params=params), confirm=f"{word}.confirm", stay=f"{word}.stay")


def _promise(state: DeskState) -> Say | None:
    """What is true about what left, said at the foot of each step of a report."""
    sending = state.sending
    if state.screen not in TRAIL and state.screen != "error":
        return None
    if sending is None or sending.phase == "to_note":
        return Say(word="desk.promise.nothing_left")
    if isinstance(state.world, Trying):
        return Say(word=f"desk.promise.training_{sending.phase}")
    operator = state.world.operator if isinstance(state.world, ForReal) else None
    return Say(word=f"desk.promise.{sending.phase}", params={"operator": operator or ""})
