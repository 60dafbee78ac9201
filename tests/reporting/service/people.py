"""People who report, for the tests: fresh keys without the slow derivation, and reports sealed for real."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from reporting.protocol.keys import CaseKeys, Locator, Seed, Verifier
from reporting.protocol.model import Mode
from reporting.protocol.report import Inside, Item, Label, Report, authorise, new_idempotency_key, new_set_id
from reporting.protocol.sealing import seal_inside
from reporting.protocol.status import CaseProof

SECRET = "Le lien est dans le groupe de la 3e B"
"""Words that must never be found in a store, a log or an answer."""
NOON = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)


@dataclass
class SteppedClock:
    """A clock that moves when it is told to."""

    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now

    def step(self, **by: float) -> None:
        """Let this much time pass."""
        self.now += timedelta(**by)


def fresh_keys() -> CaseKeys:
    """The keys of a new case."""
    return CaseKeys(Locator(secrets.token_bytes(16)), Verifier(secrets.token_bytes(32)), Seed(secrets.token_bytes(32)))


@dataclass
class Person:
    """Someone with a receipt, who writes to the operator of `inside_key`."""

    inside_key: str
    mode: Mode = Mode.TRAINING
    keys: CaseKeys = field(default_factory=fresh_keys)

    def report(self, *, items: int = 2, language: str = "fr") -> Report:
        """A new report with a key of its own."""
        inside = Inside.model_validate({"version": 1, "language": language, "context": SECRET})
        group = new_set_id()
        return Report(
            version=1,
            mode=self.mode,
            idempotency=new_idempotency_key(),
            locator=self.keys.locator.hex(),
            verifier_hash=self.keys.verifier.hash(),
            reply_key=self.keys.reply_key,
            items=tuple(
                Item(set_id=group, label=Label.PLAIN, pdq=secrets.token_hex(32), quality=90, md5=secrets.token_hex(16))
                for _ in range(items)
            ),
            authorisation=authorise(NOON),
            sealed=seal_inside(inside, self.inside_key),
        )

    def proof(self) -> CaseProof:
        """What opens the case."""
        return CaseProof(version=1, mode=self.mode, locator=self.keys.locator.hex(), verifier=self.keys.verifier.hex())
