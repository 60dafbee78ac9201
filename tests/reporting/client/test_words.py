"""The closed lists agree with what they stand for, and every word of the desk exists in the game's files when they are there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TypeVar, get_args

import pytest
from pydantic import ValidationError

from reporting.client.choices import PictureCause
from reporting.client.review import AGE, WHO
from reporting.client.routes import Routes, load_routes
from reporting.client.words import RECEIPT_ERRORS, word_ids
from reporting.fingerprint.errors import PictureError
from reporting.protocol.leaves import every_leaf
from reporting.protocol.receipt import ReceiptError

E = TypeVar("E", bound=Exception)


def kinds(family: type[E]) -> Iterator[type[E]]:
    """A class's kinds, and theirs."""
    for kind in family.__subclasses__():
        yield kind
        yield from kinds(kind)


def test_every_cause_of_a_fingerprint_is_known() -> None:
    """A cause added to the fingerprint without its words fails here, by name."""
    causes = {kind.cause for kind in kinds(PictureError)} - {"unknown"}
    assert causes | {"too_slow", "crashed"} == set(get_args(PictureCause))


def test_every_trouble_with_a_receipt_has_words() -> None:
    """The same for receipts."""
    assert {kind.code for kind in kinds(ReceiptError)} == set(RECEIPT_ERRORS)


def test_every_leaf_has_words() -> None:
    """What the protocol may send is worded before it is sent."""
    ids = word_ids(load_routes())
    assert all(f"desk.{leaf.word}" in ids for leaf in every_leaf())


def test_who_and_age_all_travel() -> None:
    """Each answer has its place in the report."""
    assert len(set(WHO.values())) == 3
    assert len(set(AGE.values())) == 4


@pytest.mark.parametrize(("age", "country", "fitting"), [
    ("minor", "FR", ["take_it_down", "disrupt"]), ("adult", "FR", ["disrupt", "stopncii"]),
    ("unknown", "FR", ["take_it_down", "disrupt", "stopncii"]), ("minor", "BE", ["take_it_down"]),
    (None, "CH", ["take_it_down", "stopncii"]),
    ("minor", "GB", ["take_it_down", "report_remove"]), ("adult", "GB", ["stopncii"]),
])
def test_services_by_age_and_country(age: str | None, country: str, fitting: list[str]) -> None:
    """Those that fit come first; the others of the country are still named, without a button. Another country's are not."""
    ordered = load_routes().ordered(age, country)  # type: ignore[arg-type]
    assert [service.id for service, fits in ordered if fits] == fitting
    own = {"FR": {"disrupt"}, "GB": {"report_remove"}}.get(country, set())
    assert {service.id for service, _ in ordered} == {"take_it_down", "stopncii"} | own
    assert [fits for _, fits in ordered] == sorted((fits for _, fits in ordered), reverse=True)


def test_where_the_picture_goes() -> None:
    """DISRUPT and Report Remove receive the picture; Take It Down and StopNCII do not. Each stands on a fact, checked at a date."""
    routes = load_routes()
    assert {service.id: service.picture for service in routes.services} == {
        "take_it_down": "stays", "disrupt": "analysts", "report_remove": "analysts", "stopncii": "stays"}
    assert all(service.facts for service in routes.services)
    assert routes.checked >= date(2026, 11, 24)


def test_two_services_cannot_share_an_id() -> None:
    """Refused when the file is read."""
    one = load_routes().services[0].model_dump()
    with pytest.raises(ValidationError, match="same id"):
        Routes.model_validate({"version": 1, "checked": "2026-11-24", "services": [one, one]})
