"""From the draft to the report, and from the report to the very bytes that are shown and sent.

Room: reporting/client. Pure but for what it is given; composing with fresh keys is in `submission.py`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime

from reporting.client.choices import Age, Who
from reporting.client.links import Link, exact_link
from reporting.client.moment import LeafNow
from reporting.client.shapes import Composed, Draft, Prints
from reporting.protocol.leaves import Where, leaving
from reporting.protocol.model import canonical
from reporting.protocol.receipt import Language
from reporting.protocol.report import AgeBand, Contact, ContactKind, Inside, Item, Label, Report, authorise, new_set_id
from reporting.protocol.report import Who as WhoReports

WHO: dict[Who, WhoReports] = {"shown": WhoReports.SELF, "with_them": WhoReports.WITH, "witness": WhoReports.WITNESS}
AGE: dict[Age, AgeBand] = {"under_15": AgeBand.UNDER_15, "15_17": AgeBand.FROM_15_TO_17, "adult": AgeBand.ADULT, "unknown": AgeBand.UNSAID}

CODED = ("who", "age_band", "language", "contact.kind", "mode", "items.label")  # closed lists: their members have words
TYPED = ("links", "account", "seen_at", "context", "messages", "contact.value")  # what the person wrote is shown as written


def inside_of(draft: Draft, language: Language) -> Inside:
    """What only the operator will read."""
    links = [link.normal for link in map(exact_link, draft.links) if isinstance(link, Link)]
    return Inside(version=1, language=language, who=WHO[draft.who] if draft.who else WhoReports.UNSAID,
                  age_band=AGE[draft.age] if draft.age else AgeBand.UNSAID, links=tuple(dict.fromkeys(links)),
                  account=draft.account.strip(), seen_at=draft.seen.strip(), context=draft.context.strip(), contact=_contact(draft))


def _contact(draft: Draft) -> Contact | None:
    value = draft.contact.strip()
    if draft.contact_kind == "anonymous" or not value:
        return None
    if "@" in value and " " not in value:
        return Contact(kind=ContactKind.EMAIL, value=value)
    digits = sum(sign.isdigit() for sign in value)
    phone = digits >= 6 and not any(sign.isalpha() for sign in value)
    return Contact(kind=ContactKind.PHONE if phone else ContactKind.OTHER, value=value)


def items_of(draft: Draft) -> Iterator[Item]:
    """The fingerprints that leave, each picture with a set id of its own. Too plain ones stay."""
    for item in draft.ready:
        if isinstance(item.prints, Prints):
            yield Item(set_id=new_set_id(), label=Label.PLAIN, pdq=item.prints.pdq, quality=item.prints.quality,
                       md5=item.prints.md5, sha256=item.prints.sha256)


def body_of(composed: Composed, authorised_at: datetime) -> bytes:
    """The bytes that are sent once the person said yes at `authorised_at`."""
    return canonical(_authorised(composed.report, authorised_at))


def _authorised(report: Report, at: datetime) -> Report:
    return report.model_copy(update={"authorisation": authorise(at)})


def shown_text(composed: Composed, authorised_at: datetime | None) -> str:
    """The report as code: once authorised the text of `body_of`, before that with `authorisation` null."""
    if authorised_at is not None:
        return body_of(composed, authorised_at).decode()
    plain = composed.report.model_dump(mode="json") | {"authorisation": None}
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def added_text(now: datetime) -> str:
    """The yes as it would leave if it were given now, as code."""
    return json.dumps(authorise(now).model_dump(mode="json"), ensure_ascii=False, sort_keys=True)


def sealed_text(composed: Composed) -> str:
    """What the envelope holds, as code."""
    return canonical(composed.inside).decode()


def leaves_of(composed: Composed, authorised_at: datetime | None) -> dict[Where, tuple[LeafNow, ...]]:
    """What leaves in clear, what leaves sealed, what never leaves. A yes that was not given is not in the list."""
    report = composed.report if authorised_at is None else _authorised(composed.report, authorised_at)
    said = leaving(report, composed.inside)
    lists: dict[Where, list[LeafNow]] = {where: [] for where in Where}
    for filled in said.filled:
        given = not filled.leaf.path.startswith("authorisation.") or authorised_at is not None
        if filled.values and given:
            lists[filled.leaf.where].append(LeafNow(word=f"desk.{filled.leaf.word}", values=filled.values))
    for leaf in said.never:
        lists[Where.NEVER].append(LeafNow(word=f"desk.{leaf.word}"))
    return {where: tuple(rows) for where, rows in lists.items()}
