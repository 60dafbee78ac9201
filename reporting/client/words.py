"""Every word id the desk can ask a reader for, with the {places} its wording fills. Derived from the closed lists.

Room: reporting/client. The wording itself lives with the reader (game/words/desk.yaml); a completeness test compares the two,
both ways. Ids of the protocol's leaves come under `desk.`, so that one file holds the desk's words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from reporting.client.choices import (
    AGES,
    CONTACTS,
    DEVICES,
    ROUTE_AGES,
    WHO,
    Action,
    DiskCause,
    Keeping,
    PictureCause,
    Question,
    ReceiptPdf,
    Screen,
    SendPhase,
    ServiceCause,
)
from reporting.client.links import LINK_CAUSES
from reporting.client.offers import OWN_WORDS
from reporting.client.pdf import LINES
from reporting.client.routes import Routes
from reporting.client.show import TRAIL
from reporting.client.show_after import AFTER, LOOKUP_ADVICE
from reporting.protocol.leaves import every_leaf
from reporting.protocol.status import StepKind

WHY_NOT = ("for_real", "choose_who", "choose_age", "choose_device", "links_full", "link_wrong", "contact_empty", "measuring",
           "nothing_to_send", "composing", "not_authorised", "working", "words_missing", "shared_device", "no_key", "passphrase_short")
# code of a receipt that cannot be read, and what its words name
RECEIPT_ERRORS: dict[str, tuple[str, ...]] = {
    "receipt.unknown-word": ("nearest", "position", "word"), "receipt.wrong-count": ("expected", "given"),
    "receipt.prefix-missing": (), "receipt.prefix-too-many": (), "receipt.do-not-fit": (), "receipt.too-long": ("limit",)}



def word_ids(routes: Routes) -> dict[str, tuple[str, ...]]:
    """Each id, and the names of its {places} in alphabetical order."""
    return dict(sorted((f"desk.{name}", places) for name, places in _names(routes)))


def _names(routes: Routes) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield from ((name, ()) for name in _plain(routes))
    for code, places in RECEIPT_ERRORS.items():
        yield f"problem.{code}", places
    yield "problem.disk.disk_full", ("megabytes",)
    yield "item.own", ("number",)
    yield "item.measuring", ("percent",)
    yield "links.name", ("name",)
    yield "review.authorise", ("operator",)
    yield "lookup.missing", ("count",)
    yield "picture.full", ("count",)
    yield "ask.open_site", ("host", "name")
    for phase in get_args(SendPhase)[1:]:
        yield f"promise.{phase}", ("operator",)


def _plain(routes: Routes) -> Iterator[str]:
    own = {word.removeprefix("desk.") for word in OWN_WORDS.values()}
    yield from sorted(own | {f"action.{action}" for action in get_args(Action)})
    yield from (f"why.{why}" for why in WHY_NOT)
    yield from (f"{screen}.title" for screen in get_args(Screen))
    yield from ("picture.title_training", "receipt.title_training", "error.title_open", "error.calm", "opening.training", "opening.live",
                "not_connected.say", "routes.say", "routes.limits", "age.title_you", "age.title_them", "device.title",
                "who.advice", "who.advice_shared", "who.advice_witness", "picture.promise", "picture.promise_training",
                "picture.advice", "picture.advice_training", "picture.advice_training_shared",
                "picture.hidden", "picture.hidden_training", "links.advice",
                "receipt.warning", "lookup.ready", "lookup.working", "keeping.shared", "keeping.shared_training",
                "kept.shared", "after.training.received_shared", "promise.nothing_left",
                "item.example", "item.queued", "item.ready", "item.plain", "problem.lookup.is_exercise",
                "real_or_try.wiped", "real_or_try.wiped_not_pdf", "problem.wipe.service", "problem.wipe.disk")
    yield from (advice.removeprefix("desk.") for advice in LOOKUP_ADVICE)
    yield from (f"trail.{name}" for name in TRAIL)
    for who in WHO:
        yield from (f"who.{who}", f"who.{who}.note")
    yield from (f"age.{age}" for age in AGES if age != "unknown")
    yield from ("age.unknown_you", "age.unknown_them")
    yield from (f"device.{device}" for device in DEVICES)
    for contact in CONTACTS:
        yield from (f"contact.{contact}", f"contact.{contact}.note")
    yield from (f"route_age.{age}" for age in ROUTE_AGES)
    yield from (f"service.{service.id}.for_whom" for service in routes.services)
    yield from ("service.picture.stays", "service.picture.analysts")
    yield from (f"link.{cause}" for cause in LINK_CAUSES)
    yield from (f"item.error.{cause}" for cause in get_args(PictureCause))
    for keeping in get_args(Keeping):
        yield from (f"keeping.{keeping}", f"kept.{keeping}")
    yield from (f"pdf.{pdf}" for pdf in get_args(ReceiptPdf))
    for phase in get_args(SendPhase):
        yield f"receipt.{phase}"
        if phase != "to_note":
            yield f"promise.training_{phase}"
    for kind in ("live", "training"):
        yield from (f"after.{kind}.{step.value}" for step in AFTER)
        yield from (f"step.{kind}.{step.value}" for step in StepKind)
    for question in get_args(Question):
        yield from (f"ask.{question}.confirm", f"ask.{question}.stay")
        if question != "open_site":
            yield f"ask.{question}"
    yield from (leaf.word for leaf in every_leaf())
    yield from (f"problem.service.{cause}" for cause in get_args(ServiceCause))
    yield from (f"problem.disk.{cause}" for cause in get_args(DiskCause) if cause != "disk_full")
    yield from (f"paper.{line}" for line in (*LINES, "exercise"))
