"""The committed copy of the published description: `docs/openapi.json`.

Room: reporting/service. A test compares it; `python -m reporting.service --openapi docs/openapi.json` writes it again.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import create_engine

from reporting.protocol.model import Mode
from reporting.service.app import build_app
from reporting.service.inside.training_keys import TrainingKeys
from reporting.service.published import description
from reporting.service.settings import system_clock, training_settings
from reporting.service.store.cases import Cases


def training_description() -> bytes:
    """The description of a training service, without starting one: what `docs/openapi.json` holds."""
    keys = TrainingKeys(signing_seed=bytes(32), inside_secret=bytes([1] * 32))  # describing needs no secret
    settings = training_settings(Path(), keys.statement(datetime(2026, 1, 1, tzinfo=UTC)))
    unopened = Cases(create_engine("sqlite://"), Mode.TRAINING)
    return description(build_app(settings, clock=system_clock, cases=lambda: unopened, wipe_token="-"), Mode.TRAINING)  # noqa: S106
