"""The tables. The migrations make the same ones, and a test compares the two.

Room: reporting/service/store. A stolen copy of all this names nobody and reads nothing.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Column, DateTime, Dialect, ForeignKey, Integer, MetaData, String, Table, Text, TypeDecorator

METADATA = MetaData()


class Utc(TypeDecorator[datetime]):
    """A moment in UTC, whole seconds. SQLite forgets time zones, so it is put back on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        whole = value.astimezone(UTC).replace(microsecond=0)
        return whole.replace(tzinfo=None) if dialect.name == "sqlite" else whole

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


def _of_case() -> Column[int]:
    return Column("case_id", Integer, ForeignKey("cases.id", ondelete="CASCADE"), nullable=False, index=True)


STORE = Table(
    "store",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("mode", String(8), nullable=False),  # a store of one mode is never opened by the other
)

CASES = Table(
    "cases",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("locator", String(32), nullable=False, unique=True),
    Column("verifier_hash", String(64), nullable=False),
    Column("reply_key", String(64), nullable=False),
    Column("idempotency", String(32), nullable=False, unique=True),
    Column("content", String(64), nullable=False),  # digest of the report: tells a retry from another report
    Column("received", Utc, nullable=False, index=True),
    Column("authorised", Utc, nullable=False),
    Column("wording", Integer, nullable=False),
    Column("item_count", Integer, nullable=False),
    Column("withdrawn", Utc, nullable=True),
)

ITEMS = Table(
    "items",
    METADATA,
    Column("id", Integer, primary_key=True),
    _of_case(),
    Column("set_id", String(16), nullable=False),
    Column("label", String(16), nullable=False),
    Column("pdq", String(64), nullable=True),
    Column("quality", Integer, nullable=True),
    Column("md5", String(32), nullable=True),
    Column("sha256", String(64), nullable=True),
)

SEALED = Table(
    "sealed",
    METADATA,
    Column("case_id", Integer, ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True),
    Column("box", Text, nullable=False),
    Column("read", Utc, nullable=True),
)

STEPS = Table(
    "steps",
    METADATA,
    Column("id", Integer, primary_key=True),
    _of_case(),
    Column("kind", String(24), nullable=False),
    Column("at", Utc, nullable=False),
)

REPLIES = Table(
    "replies",
    METADATA,
    Column("id", Integer, primary_key=True),
    _of_case(),
    Column("at", Utc, nullable=False),
    Column("box", Text, nullable=False),
)
