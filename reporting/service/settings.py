"""Settings of one service: read once at the edge, frozen, passed down.

Room: reporting/service. A live service without a named operator, a legal basis, a contact and a signed key does not start.
The public part holds no private key: live settings take a statement that was signed elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import ClassVar

from reporting.protocol.model import Mode
from reporting.protocol.operator import OperatorError, SignedStatement, verify
from reporting.protocol.report import MAX_BODY_BYTES

Clock = Callable[[], datetime]

TRAINING_KEEPS = timedelta(hours=24)
LOOPBACK_HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})


def system_clock() -> datetime:
    """Now, in UTC."""
    return datetime.now(UTC)


class SettingsError(ValueError):
    """The service must not start. `code` finds the words; `missing` names the settings to fill."""

    code: ClassVar[str] = "service.settings"

    def __init__(self, *missing: str) -> None:
        super().__init__(f"{self.code}: {', '.join(missing)}" if missing else self.code)
        self.missing = missing


class OperatorIncompleteError(SettingsError):
    """Live needs an operator that people can name and hold to account."""

    code = "service.operator-incomplete"


class OperatorUnprovenError(SettingsError):
    """The signed statement does not say what the settings say, or its own key did not sign it."""

    code = "service.operator-unproven"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is taken at once. All of them count everybody together: nothing is remembered of any caller."""

    body_bytes: int = MAX_BODY_BYTES
    body_seconds: float = 15.0
    at_once: int = 32
    per_minute: int = 240
    store_bytes: int = 512 * 1024 * 1024
    wait_for_store_seconds: float = 2.0


@dataclass(frozen=True, slots=True)
class Settings:
    """One service. `hosts` are the names it answers to (a page elsewhere cannot borrow its address)."""

    data: Path
    statement: SignedStatement
    keeps: timedelta | None
    hosts: frozenset[str] = LOOPBACK_HOSTS
    limits: Limits = Limits()

    @property
    def mode(self) -> Mode:
        return self.statement.statement.mode

    @property
    def store_path(self) -> Path:
        """Training and live never share a file."""
        return self.data / f"{self.mode.value}.sqlite3"


def training_settings(data: Path, statement: SignedStatement, limits: Limits | None = None) -> Settings:
    """Everything sent here is an exercise, forgotten after 24 hours. raises: `OperatorUnprovenError`."""
    _prove(statement, statement.key, Mode.TRAINING)
    return Settings(data=data, statement=statement, keeps=TRAINING_KEEPS, limits=limits or Limits())


@dataclass(frozen=True, slots=True)
class NamedOperator:
    """Who answers for a live service, as its settings say it. Text fields, `operator_key` in 64 hexadecimal digits."""

    name: str
    legal_basis: str
    contact: str
    operator_key: str


def live_settings(
    data: Path,
    operator: NamedOperator,
    statement: SignedStatement | None,
    *,
    hosts: frozenset[str] = LOOPBACK_HOSTS,
    limits: Limits | None = None,
) -> Settings:
    """A service that real people write to.

    raises: `OperatorIncompleteError`, naming each empty setting; `OperatorUnprovenError` when the statement, signed with
            the operator's key, is not a live one for exactly this name, basis and contact.
    """
    missing = [field.name for field in fields(operator) if not getattr(operator, field.name).strip()]
    if statement is None or missing:
        raise OperatorIncompleteError(*missing, *(["statement"] if statement is None else []))
    _prove(statement, operator.operator_key, Mode.LIVE)
    said = statement.statement
    if (said.name, said.legal_basis, said.contact) != (operator.name, operator.legal_basis, operator.contact):
        raise OperatorUnprovenError("statement")
    return Settings(data=data, statement=statement, keeps=None, hosts=hosts, limits=limits or Limits())


def _prove(statement: SignedStatement, key: str, mode: Mode) -> None:
    try:
        verify(statement, pinned=key, mode=mode)
    except OperatorError as error:
        raise OperatorUnprovenError("statement") from error
