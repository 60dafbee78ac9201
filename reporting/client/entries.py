"""Choices, typed fields, pictures: what a person puts in the desk.

Room: reporting/client. Pure. What the screen does not offer changes nothing.
"""

from __future__ import annotations

from dataclasses import replace

from reporting.client.choices import AGES, CONTACTS, DEVICES, ROUTE_AGES, WHO, one_of
from reporting.client.commands import AddExample, AddPicture, Cancel, LeaveFor, Pick, Remove, Write
from reporting.client.effects import Effect, Measure, StopMeasuring
from reporting.client.lookup import written_word
from reporting.client.secret import Hidden
from reporting.client.shapes import MAX_CONTEXT, MAX_ITEMS, MAX_LINKS, MAX_SHORT, Draft, Item
from reporting.client.state import DeskEnv, DeskState, Trying

Step = tuple[DeskState, tuple[Effect, ...]]
Entry = Pick | Write | AddPicture | AddExample | Cancel | Remove | LeaveFor
MAX_TYPED_LINK = 2000  # characters kept of what is pasted in a link's field


def on_entry(state: DeskState, entry: Entry, env: DeskEnv) -> Step:
    """Take what was chosen or typed. A change of the draft makes an older review void."""
    if state.asking is not None:
        return state, ()
    match entry:
        case Pick():
            return _pick(state, entry)
        case Write():
            return _write(state, entry), ()
        case AddPicture(path):
            return _add(state, path)
        case AddExample():
            return _add(state, None) if env.example and isinstance(state.world, Trying) else (state, ())
        case Cancel(item):
            return _drop(state, item, ("queued", "measuring"))
        case Remove(number, "link"):
            return _remove_link(state, number), ()
        case Remove(number):
            return _drop(state, number, ("ready", "plain", "error"))
        case LeaveFor(service):
            known = env.routes.service(service) is not None and state.screen in ("not_connected", "routes")
            return (replace(state, asking="open_site", asking_service=service), ()) if known else (state, ())


def changed(state: DeskState, draft: Draft) -> DeskState:
    """The state with another draft: whatever was composed or agreed to from the old one counts no more."""
    if draft == state.draft:
        return state
    return replace(state, draft=draft, composed=None, composing=False, authorised_at=None, problem=None,
                   compose_number=state.compose_number + 1)


def _pick(state: DeskState, entry: Pick) -> Step:
    draft = state.draft
    match state.screen, entry.field:
        case "who", "who":
            who = one_of(WHO, entry.option)
            if who == "witness":
                # whoever is not in the picture must not have it: nothing of it stays here either
                stop = (StopMeasuring(state.visit, draft.busy),) if draft.busy else ()
                return changed(state, replace(draft, who=who, items=())), stop
            return changed(state, replace(draft, who=who or draft.who)), ()
        case "who", "age":
            return changed(state, replace(draft, age=one_of(AGES, entry.option) or draft.age)), ()
        case "who", "device":
            return changed(state, replace(draft, device=one_of(DEVICES, entry.option) or draft.device)), ()
        case "links", "contact_kind":
            return changed(state, replace(draft, contact_kind=one_of(CONTACTS, entry.option) or draft.contact_kind)), ()
        case ("not_connected" | "routes"), "route_age":
            return replace(state, route_age=one_of(ROUTE_AGES, entry.option) or state.route_age), ()
    return state, ()


def _write(state: DeskState, entry: Write) -> DeskState:
    draft, text = state.draft, entry.text
    match state.screen, entry.field:
        case "links", "link" if 0 <= entry.index < len(draft.links):
            links = (*draft.links[:entry.index], text[:MAX_TYPED_LINK], *draft.links[entry.index + 1:])
            return changed(state, replace(draft, links=links))
        case "links", "account":
            return changed(state, replace(draft, account=text[:MAX_SHORT]))
        case "links", "seen":
            return changed(state, replace(draft, seen=text[:MAX_SHORT]))
        case "links", "context":
            return changed(state, replace(draft, context=text[:MAX_CONTEXT]))
        case "links", "contact":
            return changed(state, replace(draft, contact=text[:MAX_SHORT]))
        case "lookup", "word":
            return replace(state, lookup=written_word(state.lookup, entry.index, text), problem=None)
        case _, "passphrase":
            return replace(state, passphrase=Hidden(text) if text else None, problem=None)
    return state


def _add(state: DeskState, path: Hidden[str] | None) -> Step:
    """Queue one picture. Only someone shown in it, or beside them, has this step; an example exists in training only."""
    draft = state.draft
    if state.screen != "picture" or draft.who not in ("shown", "with_them") or draft.taken >= MAX_ITEMS:
        return state, ()
    if path is None and any(item.source == "example" for item in draft.items):
        return state, ()
    item = Item(state.next_item, "example" if path is None else "own")
    aside = [it for it in draft.items if it.state in ("error", "plain")]
    gone = aside[:max(0, len(aside) + 1 - MAX_ITEMS)]  # who tries on and on sees the last failures, not an endless list of them
    after = changed(state, replace(draft, items=(*(it for it in draft.items if it not in gone), item)))
    return replace(after, next_item=state.next_item + 1), (Measure(state.visit, item.id, path),)


def _drop(state: DeskState, number: int, states: tuple[str, ...]) -> Step:
    gone = next((item for item in state.draft.items if item.id == number and item.state in states), None)
    if gone is None or state.screen != "picture":
        return state, ()
    after = changed(state, replace(state.draft, items=tuple(item for item in state.draft.items if item is not gone)))
    return after, (StopMeasuring(state.visit, (number,)),) if gone.state in ("queued", "measuring") else ()


def _remove_link(state: DeskState, index: int) -> DeskState:
    links = state.draft.links
    if state.screen != "links" or not 0 <= index < len(links) <= MAX_LINKS:
        return state
    return changed(state, replace(state.draft, links=(*links[:index], *links[index + 1:]) or ("",)))
