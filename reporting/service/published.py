"""The published description of the service (OpenAPI), made from the routes and from the protocol's shapes.

Room: reporting/service. `copy.py` makes the copy that is committed.
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
