"""Migrations, models and the ready-made schema agree, up and down."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect

from reporting.protocol.model import Mode
from reporting.service.store.migrating import downgrade, known, upgrade
from reporting.service.store.opening import HEAD, connect, open_engine, schema_statements
from reporting.service.store.tables import METADATA


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    """An empty file."""
    return connect(tmp_path / "été" / "a.sqlite3", max_bytes=1 << 24, wait_seconds=1)


def statements(engine: Engine) -> list[str]:
    """What the file says it is made of, in the order it was made."""
    wanted = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"
    with engine.connect() as tx:
        return [" ".join(sql.split()) for (sql,) in tx.exec_driver_sql(wanted)]


def test_the_ready_made_schema_is_what_the_migrations_make(engine: Engine) -> None:
    """`schema.sql` saves half a second at each first start; it may never say anything else."""
    upgrade(engine)
    assert statements(engine) == [" ".join(sql.split()) for sql in schema_statements()]
    engine.dispose()


def test_the_models_are_what_the_migrations_make(engine: Engine) -> None:
    """A column added in one place only fails here by name."""
    upgrade(engine)
    with engine.begin() as tx:
        assert compare_metadata(MigrationContext.configure(tx), METADATA) == []
    engine.dispose()


def test_the_newest_migration_is_the_one_we_expect() -> None:
    """`HEAD` follows the folder."""
    assert known()[-1] == HEAD


def test_every_migration_goes_up_and_down(engine: Engine) -> None:
    """Up, down to nothing, and up again."""
    for version in known():
        upgrade(engine, version)
    downgrade(engine, "base")
    assert inspect(engine).get_table_names() == ["alembic_version"]
    upgrade(engine)
    assert set(METADATA.tables) <= set(inspect(engine).get_table_names())
    engine.dispose()


def test_the_mode_is_written_once(tmp_path: Path) -> None:
    """A new store knows its mode, and its version."""
    engine = open_engine(tmp_path / "a.sqlite3", Mode.TRAINING, max_bytes=1 << 24, wait_seconds=1)
    with engine.connect() as tx:
        assert tx.exec_driver_sql("SELECT mode FROM store").scalar_one() == "training"
        assert tx.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one() == HEAD
    engine.dispose()
