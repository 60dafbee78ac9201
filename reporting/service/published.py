"""The published description of the service (OpenAPI), made from the routes and from the protocol's shapes.

Room: reporting/service. `docs/openapi.json` is a copy; a test compares it, and
`python -m reporting.service --openapi docs/openapi.json` writes it again.
"""

from __future__ import annotations

import json
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic.json_schema import models_json_schema

from reporting.protocol.model import Mode, Model
from reporting.protocol.operator import SignedStatement
from reporting.protocol.report import Accepted, Inside, Report
from reporting.protocol.status import CaseProof, CaseStatus, Problem, Reply, Wiped

_SHAPES: tuple[type[Model], ...] = (Report, Inside, Accepted, CaseProof, CaseStatus, Reply, SignedStatement, Wiped, Problem)
_ABOUT = (
    "Takes reports of intimate pictures shared without consent: fingerprints in clear, everything else sealed on the "
    "person's device. No route takes a file. Nobody gives a name and no address is kept. `Inside` and `Reply` never "
    "travel in clear: they are what the sealed parts hold."
)


def description(app: FastAPI, mode: Mode) -> bytes:
    """The description as JSON text, UTF-8, one line per key so that a change reads well."""
    if app.openapi_schema is None:
        app.openapi_schema = _made(app, mode)
    return (json.dumps(app.openapi_schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def _made(app: FastAPI, mode: Mode) -> dict[str, Any]:
    made = get_openapi(title=app.title, version=app.version, description=_ABOUT, routes=app.routes)
    _, shapes = models_json_schema([(shape, "validation") for shape in _SHAPES], ref_template="#/components/schemas/{model}")
    for body in (Report, CaseProof):  # a service takes only its own mode
        shapes["$defs"][body.__name__]["properties"]["mode"] = {"type": "string", "const": mode.value}
    made["components"] = {"schemas": shapes["$defs"]}
    return made


def training_description() -> bytes:
    """The description of a training service, without starting one: what `docs/openapi.json` holds."""
    from datetime import UTC, datetime
    from pathlib import Path

    from sqlalchemy import create_engine

    from reporting.service.app import build_app
    from reporting.service.inside.training_keys import TrainingKeys
    from reporting.service.settings import system_clock, training_settings
    from reporting.service.store.cases import Cases

    keys = TrainingKeys(signing_seed=bytes(32), inside_secret=bytes([1] * 32))  # describing needs no secret
    settings = training_settings(Path(), keys.statement(datetime(2026, 1, 1, tzinfo=UTC)))
    unopened = Cases(create_engine("sqlite://"), Mode.TRAINING)
    return description(build_app(settings, clock=system_clock, cases=lambda: unopened, wipe_token="-"), Mode.TRAINING)  # noqa: S106
