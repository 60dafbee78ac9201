"""Opening the store: durable, private, of one mode, and of this version or brought to it."""

import os
import sqlite3
import stat
from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect

from reporting.protocol.model import Mode
from reporting.service.store.errors import NewerStoreError, StoreError
from reporting.service.store.opening import connect, open_engine


def opened(path: Path) -> Engine:
    """A training store."""
    return open_engine(path, Mode.TRAINING, max_bytes=1 << 24, wait_seconds=0.2)


def test_the_log_is_on_disk_before_we_answer(tmp_path: Path) -> None:
    """Write-ahead log, full synchronisation, foreign keys, overwriting what is deleted."""
    engine = opened(tmp_path / "a.sqlite3")
    with engine.connect() as tx:
        found = {
            name: tx.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        }
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
    engine.dispose()


def test_a_store_opens_again_in_any_folder(tmp_path: Path) -> None:
    """Spaces, accents, a percent sign, a question mark where the system allows it."""
    folder = tmp_path / ("été 100% sûr" if os.name == "nt" else "été 100% sûr ?x=1#y")
    for _ in range(2):
        opened(folder / "a b.sqlite3").dispose()
    assert (folder / "a b.sqlite3").exists()


@pytest.mark.posix_only
def test_only_this_user_reads_the_store(tmp_path: Path) -> None:
    """The folder and the file are closed to other users of the machine."""
    opened(tmp_path / "new" / "a.sqlite3").dispose()
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "new" / "a.sqlite3").stat().st_mode) == 0o600


def test_what_is_no_store_is_said(tmp_path: Path) -> None:
    """A folder in the way, another kind of file, a newer version: each has its error, and nothing is overwritten."""
    (tmp_path / "folder.sqlite3").mkdir()
    (tmp_path / "text.sqlite3").write_text("not a store " * 1000)
    opened(tmp_path / "newer.sqlite3").dispose()
    with sqlite3.connect(tmp_path / "newer.sqlite3") as tx:
        tx.execute("UPDATE alembic_version SET version_num = '9999'")
    tx.close()
    for name, error in (("folder", StoreError), ("text", StoreError), ("newer", NewerStoreError)):
        with pytest.raises(error):
            opened(tmp_path / f"{name}.sqlite3")
    assert (tmp_path / "text.sqlite3").read_text().startswith("not a store")


def test_making_a_store_that_was_interrupted_begins_again(tmp_path: Path) -> None:
    """Tables are made in one transaction: killed in the middle, the next start finds an empty file and fills it."""
    engine = connect(tmp_path / "a.sqlite3", max_bytes=1 << 24, wait_seconds=0.2)
    with engine.connect() as tx:
        tx.begin()
        tx.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
        tx.rollback()  # what SQLite itself does with a transaction that a kill left behind
    engine.dispose()
    again = opened(tmp_path / "a.sqlite3")
    assert "cases" in inspect(again).get_table_names()
    again.dispose()
