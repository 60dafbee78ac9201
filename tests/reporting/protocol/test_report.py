"""The shapes that travel: strict, closed, bounded, and version 1 readable for ever."""

import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from reporting.protocol.model import Mode, Model, canonical
from reporting.protocol.operator import SignedStatement
from reporting.protocol.report import (
    MAX_BODY_BYTES,
    MAX_ITEMS,
    MAX_SEALED_CHARACTERS,
    Accepted,
    Authorisation,
    Inside,
    Item,
    Label,
    Report,
    authorise,
    new_idempotency_key,
    new_set_id,
)
from reporting.protocol.status import CaseProof, CaseStatus, Problem, Reply, Wiped

KEPT = Path(__file__).parent / "version-1"
SHAPES: dict[str, type[Model]] = {
    "report": Report,
    "inside": Inside,
    "accepted": Accepted,
    "case-proof": CaseProof,
    "case-status": CaseStatus,
    "reply": Reply,
    "signed-statement": SignedStatement,
    "problem": Problem,
    "wiped": Wiped,
}
REPORT: dict[str, Any] = json.loads((KEPT / "report.json").read_text("utf-8"))


def changed(**fields: object) -> bytes:
    """The kept report with some fields replaced."""
    return json.dumps(REPORT | fields).encode()


@pytest.mark.parametrize("name", SHAPES)
def test_version_1_is_read_and_written_the_same_for_ever(name: str) -> None:
    """Each kept file is read, and written again byte for byte."""
    kept = (KEPT / f"{name}.json").read_bytes().rstrip(b"\n")
    assert canonical(SHAPES[name].model_validate_json(kept)) == kept


def test_every_kept_file_is_tested() -> None:
    """A shape added without its file, or the other way round, fails here by name."""
    assert {path.stem for path in KEPT.glob("*.json")} == set(SHAPES) | {"receipts"}


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"version": 2}, "version"),
        ({"version": "1"}, "version"),
        ({"version": True}, "version"),
        ({"mode": "real"}, "mode"),
        ({"idempotency": "0F" * 16}, "idempotency"),
        ({"idempotency": "0f" * 16 + "\n"}, "idempotency"),
        ({"locator": "0" * 31}, "locator"),
        ({"items": None}, "items"),
        ({"items": [REPORT["items"][0] | {"file_name": "a.jpg"}]}, "items.0.file_name"),
        ({"items": [REPORT["items"][0] | {"label": "my-cat.jpg"}]}, "items.0.label"),
        ({"items": [REPORT["items"][0] | {"quality": 49}]}, "items.0.quality"),
        ({"items": [REPORT["items"][0] | {"quality": None}]}, "items.0"),
        ({"items": [REPORT["items"][0]] * (MAX_ITEMS + 1)}, "items"),
        ({"authorisation": {"given": False, "at": "2026-11-28T09:30:00Z", "wording": 1}}, "authorisation.given"),
        ({"authorisation": {"given": True, "at": "2026-11-28T09:30:00", "wording": 1}}, "authorisation.at"),
        ({"authorisation": {"given": True, "at": 1795858200, "wording": 1}}, "authorisation.at"),
        ({"sealed": "é" * 80}, "sealed"),
        ({"sealed": "A" * (MAX_SEALED_CHARACTERS + 1)}, "sealed"),
        ({"ip": "192.0.2.1"}, "ip"),
    ],
    ids=lambda part: str(part)[:40],
)
def test_what_is_not_the_shape_is_refused_by_name(wrong: dict[str, object], field: str) -> None:
    """One wrong field each, and the error points at it."""
    with pytest.raises(ValidationError) as caught:
        Report.model_validate_json(changed(**wrong))
    assert field in {".".join(map(str, error["loc"])) for error in caught.value.errors()}


def test_the_longest_report_fits_under_the_ceiling() -> None:
    """Every list and text at its limit is still below what the service reads."""
    item = Item(set_id=new_set_id(), label=max(Label, key=len), pdq="f" * 64, quality=100, md5="f" * 32, sha256="f" * 64)
    longest = Report.model_validate_json(changed(sealed="A" * MAX_SEALED_CHARACTERS)).model_copy(
        update={"items": (item,) * MAX_ITEMS, "authorisation": Authorisation(given=True, at=datetime.now(UTC), wording=999)}
    )
    assert len(canonical(longest)) <= MAX_BODY_BYTES


def test_every_list_and_text_has_a_limit() -> None:
    """No shape takes a text or a list without end."""

    def unbounded(part: Any, path: str) -> list[str]:
        if not isinstance(part, dict):
            return []
        kind, found = part.get("type"), []
        closed = any(key in part for key in ("maxLength", "enum", "const", "format"))
        if (kind == "string" and not closed) or (kind == "array" and "maxItems" not in part):
            found.append(path)
        for key, value in part.items():
            parts = enumerate(value) if isinstance(value, list) else [(key, value)]
            found += [wrong for number, inner in parts for wrong in unbounded(inner, f"{path}/{key}.{number}")]
        return found

    for shape in SHAPES.values():
        assert unbounded(shape.model_json_schema(), shape.__name__) == []


def test_times_are_kept_in_utc_and_whole_seconds() -> None:
    """Whatever the time zone of the device, what leaves is the same text."""
    paris = timezone(timedelta(hours=1))
    at = authorise(datetime(2026, 11, 28, 10, 30, 15, 999, tzinfo=paris))
    assert json.loads(canonical(at))["at"] == "2026-11-28T09:30:15Z"


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00"])
def test_a_moment_outside_the_calendar_is_refused(at: str) -> None:
    """It cannot be written in UTC: an ordinary wrong field, not a failure."""
    with pytest.raises(ValidationError):
        Report.model_validate_json(changed(authorisation={"given": True, "at": at, "wording": 1}))


def test_the_first_years_are_written_with_four_digits() -> None:
    """The same text on every system."""
    assert json.loads(canonical(authorise(datetime(7, 1, 2, tzinfo=UTC))))["at"] == "0007-01-02T00:00:00Z"


def test_shapes_do_not_change_and_do_not_repeat_what_was_wrong() -> None:
    """A shape is frozen, and its error does not carry the person's words into a log."""
    report = Report.model_validate_json(changed())
    with pytest.raises(ValidationError):
        report.mode = Mode.LIVE
    with pytest.raises(ValidationError) as caught:
        Inside.model_validate_json('{"version":1,"language":"fr","context":["mon secret"]}')
    assert "mon secret" not in str(caught.value)


def test_keys_and_set_ids_are_new_each_time() -> None:
    """Nothing of the file or the device is in them: they are drawn."""
    assert len({new_idempotency_key() for _ in range(100)} | {new_set_id() for _ in range(100)}) == 200
