"""Bodies of the screens where a report is put together: routes, who, picture, links, review.

Room: reporting/client. Pure. Every word is an id; `words.py` lists them all.
"""

from __future__ import annotations

from typing import Literal

from reporting.client.choices import AGES, CONTACTS, DEVICES, ROUTE_AGES, WHO
from reporting.client.links import Link, exact_link
from reporting.client.moment import (
    ItemNow,
    LeafNow,
    LinkNow,
    LinksNow,
    NameNow,
    OptionNow,
    PictureNow,
    ReviewNow,
    RoutesNow,
    Say,
    ServiceNow,
    WhoNow,
)
from reporting.client.names import name_like
from reporting.client.review import added_text, leaves_of, sealed_text, shown_text
from reporting.client.shapes import MAX_CONTEXT, MAX_ITEMS, MAX_LINKS, Item
from reporting.client.state import DeskEnv, DeskState, Trying, Undecided
from reporting.protocol.leaves import NEVER, Where


def routes_now(state: DeskState, env: DeskEnv) -> RoutesNow:
    """The real services for the age and country; those for another age come last."""
    screen: Literal["not_connected", "routes"] = "not_connected" if state.screen == "not_connected" else "routes"
    services = tuple(
        ServiceNow(id=service.id, name=service.name, for_whom=f"desk.service.{service.id}.for_whom", picture=service.picture,
                   picture_word=f"desk.service.picture.{service.picture}", fits=fits, url=service.url, host=service.host,
                   facts=service.facts, asking=state.asking == "open_site" and state.asking_service == service.id)
        for service, fits in env.routes.ordered(state.route_age, env.country))
    ages = tuple(OptionNow(id=age, word=f"desk.route_age.{age}", chosen=age == state.route_age) for age in ROUTE_AGES)
    return RoutesNow(screen=screen, say=f"desk.{screen}.say", ages=ages, services=services, limits="desk.routes.limits")


def who_now(state: DeskState) -> WhoNow:
    """Who is asking. Ages are asked of « you » or of « them »; the advice changes with who is asking."""
    draft, world = state.draft, state.world
    of = "you" if draft.who in (None, "shown") else "them"
    shared = draft.device in ("shared", "school")
    known = not isinstance(world, Undecided)
    return WhoNow(
        who=tuple(OptionNow(id=who, word=f"desk.who.{who}", note=f"desk.who.{who}.note", chosen=who == draft.who) for who in WHO),
        ages=tuple(OptionNow(id=age, word=f"desk.age.{age}" + (f"_{of}" if age == "unknown" else ""), chosen=age == draft.age)
                   for age in AGES),
        ages_title=f"desk.age.title_{of}",
        devices=tuple(OptionNow(id=device, word=f"desk.device.{device}", chosen=device == draft.device) for device in DEVICES),
        devices_title="desk.device.title",
        advice="desk.who.advice_shared" if shared else "desk.who.advice_witness" if draft.who == "witness" else "desk.who.advice",
        waiting=0 if isinstance(world, Undecided) else world.waiting,
        draft_found=known and not isinstance(world, Undecided) and world.draft_found,
        can_passphrase=can_passphrase(state),
        passphrase_problem=passphrase_problem(state),
    )


def can_passphrase(state: DeskState) -> bool:
    """No keyring on this device, which is the person's own: a typed passphrase can lock what is kept."""
    return not isinstance(state.world, Undecided) and state.world.keeping == "memory" and state.draft.device in (None, "mine")


def passphrase_problem(state: DeskState) -> str | None:
    """What is wrong with a typed passphrase."""
    return "desk.why.passphrase_short" if state.passphrase and not state.has_passphrase else None


def picture_now(state: DeskState, env: DeskEnv) -> PictureNow:
    """The chosen files, by number."""
    training, items = isinstance(state.world, Trying), state.draft.items
    return PictureNow(
        items=tuple(_item_now(item, number) for number, item in enumerate(items, start=1)),
        room=max(0, MAX_ITEMS - state.draft.taken),
        full=Say(word="desk.picture.full", params={"count": str(MAX_ITEMS)}) if state.draft.taken >= MAX_ITEMS else None,
        example=training and env.example and all(item.source != "example" for item in items),
        promise="desk.picture.promise_training" if training else "desk.picture.promise",
        advice="desk.picture.advice" if not training else
        "desk.picture.advice_training" if state.draft.writes else "desk.picture.advice_training_shared",
        hidden="desk.picture.hidden_training" if training else "desk.picture.hidden",
    )


def _item_now(item: Item, number: int) -> ItemNow:
    busy = item.state in ("queued", "measuring")
    say = Say(word=f"desk.item.error.{item.cause}") if item.state == "error" else Say(
        word=f"desk.item.{item.state}", params={"percent": str(item.percent)} if item.state == "measuring" else {})
    title = Say(word="desk.item.example") if item.source == "example" else Say(word="desk.item.own", params={"number": str(number)})
    return ItemNow(id=item.id, title=title, source=item.source, state=item.state, percent=item.percent, say=say,
                   can_cancel=busy, can_remove=not busy)


def links_now(state: DeskState) -> LinksNow:
    """Links as typed and as they will leave, and the rest that only the operator reads."""
    draft = state.draft
    names = tuple(NameNow(start=start, end=end, say=Say(word="desk.links.name", params={"name": draft.context[start:end]}))
                  for start, end in name_like(draft.context))
    empty = draft.contact_kind == "address" and not draft.contact.strip()
    return LinksNow(
        links=tuple(_link_now(index, text) for index, text in enumerate(draft.links)),
        room=MAX_LINKS - len(draft.links),
        account=draft.account, seen=draft.seen, context=draft.context, context_left=MAX_CONTEXT - len(draft.context), names=names,
        contacts=tuple(OptionNow(id=kind, word=f"desk.contact.{kind}", note=f"desk.contact.{kind}.note", chosen=kind == draft.contact_kind)
                       for kind in CONTACTS),
        contact_kind=draft.contact_kind, contact=draft.contact,
        contact_problem="desk.why.contact_empty" if empty else None,
        advice="desk.links.advice",
    )


def _link_now(index: int, text: str) -> LinkNow:
    link = exact_link(text)
    if isinstance(link, Link):
        return LinkNow(index=index, text=text, normal=link.normal, host=link.host)
    return LinkNow(index=index, text=text, problem=f"desk.link.{link}" if link else None)


def review_now(state: DeskState, env: DeskEnv) -> ReviewNow:
    """What leaves, from the shapes of the protocol and this very report."""
    composed, at = state.composed, state.authorised_at
    operator = "" if isinstance(state.world, Undecided) else state.world.operator or ""
    authorisation = Say(word="desk.review.authorise", params={"operator": operator})
    if composed is None:
        never = tuple(LeafNow(word=f"desk.leaves.never.{path}") for path in NEVER)
        return ReviewNow(composing=state.composing, clear=(), sealed=(), never=never, json_text="", sealed_text="",
                         view=state.review_view, authorised=False, authorisation=authorisation)
    lists = leaves_of(composed, at)
    return ReviewNow(composing=False, clear=lists[Where.CLEAR], sealed=lists[Where.SEALED], never=lists[Where.NEVER],
                     json_text=shown_text(composed, at), added_text="" if at else added_text(env.now),
                     sealed_text=sealed_text(composed), view=state.review_view,
                     authorised=at is not None, authorisation=authorisation)
