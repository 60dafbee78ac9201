"""Opening the store: a file that is durable before we answer, of one mode only, at the newest version of its tables.

Room: reporting/service/store. A new store is made from `schema.sql`, which a test proves equal to running every
migration: importing Alembic costs half a second, and a child process that a game waits for has no half second to spare.
"""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path

from sqlalchemy import URL, Engine, create_engine, event, inspect, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from reporting.protocol.model import Mode
from reporting.service.store.errors import NewerStoreError, StoreError, WrongStoreError
from reporting.service.store.tables import STORE

HEAD = "0001"
"""The newest migration; a test compares it with the folder."""
_PAGE_BYTES = 4096


def open_engine(path: Path, mode: Mode, *, max_bytes: int, wait_seconds: float) -> Engine:
    """The engine on `path`, made or brought up to date first.

    raises: `WrongStoreError`, `NewerStoreError`, `StoreError` when the file cannot be written.
    """
    engine = connect(path, max_bytes=max_bytes, wait_seconds=wait_seconds)
    try:
        _bring_up_to_date(engine, mode)
    except SQLAlchemyError as error:
        engine.dispose()
        raise StoreError(type(error).__name__) from error
    except StoreError:
        engine.dispose()
        raise
    return engine


def connect(path: Path, *, max_bytes: int, wait_seconds: float) -> Engine:
    """An engine whose every transaction is on disk when it returns; nothing is made or checked yet."""
    _private(path)
    engine = create_engine(URL.create("sqlite", database=str(path)), pool_timeout=wait_seconds, connect_args={"timeout": wait_seconds})

    @event.listens_for(engine, "connect")
    def _pragmas(connection: object, _entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # type: ignore[attr-defined]  # we say BEGIN ourselves, below
        cursor = connection.cursor()  # type: ignore[attr-defined]
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",  # the log is on disk before COMMIT returns, so before we answer 201
            "fullfsync=1",  # macOS keeps it in the drive's own memory otherwise
            "foreign_keys=ON",
            "secure_delete=ON",  # what is wiped is overwritten
            "trusted_schema=OFF",
            f"max_page_count={max(1, max_bytes // _PAGE_BYTES)}",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: object) -> None:
        # IMMEDIATE: two writers queue here, rather than fail half-way when both have read and want to write.
        connection.exec_driver_sql("BEGIN IMMEDIATE")  # type: ignore[attr-defined]

    return engine


def _private(path: Path) -> None:
    """The folder and the file are for this user alone (where the system knows such a thing)."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise StoreError(type(error).__name__) from error


def schema_statements() -> list[str]:
    """What makes a new store, statement by statement."""
    text = files("reporting.service.store").joinpath("schema.sql").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("--")]
    return [statement.strip() for statement in "\n".join(lines).split(";") if statement.strip()]


def _bring_up_to_date(engine: Engine, mode: Mode) -> None:
    with engine.begin() as tx:
        if not inspect(tx).has_table("alembic_version"):
            for statement in schema_statements():
                tx.exec_driver_sql(statement)
            tx.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (HEAD,))
            tx.execute(STORE.insert().values(id=1, mode=mode.value))
        version = tx.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one()
    if version != HEAD:
        from reporting.service.store.migrating import known, upgrade

        if version not in known():
            raise NewerStoreError(version)
        upgrade(engine)
    with engine.begin() as tx:
        if tx.execute(select(STORE.c.mode)).scalar_one() != mode.value:
            raise WrongStoreError(mode.value)
