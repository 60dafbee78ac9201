"""The public side of the store: take a report once, say where a case stands, forget what is withdrawn.

Room: reporting/service/store. Every method is one transaction, on disk when it returns or not there at all.
Raises `StoreError` when the file is locked or full: the caller keeps its copy and tries later.
"""

from __future__ import annotations

import hmac
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from hashlib import blake2b

from sqlalchemy import Connection, Engine, RowMapping, delete, insert, select, update
from sqlalchemy.exc import SQLAlchemyError

from reporting.protocol.keys import Verifier
from reporting.protocol.model import VERSION, Mode, canonical
from reporting.protocol.report import Accepted, Report
from reporting.protocol.status import CaseProof, CaseStatus, SealedReply, Step, StepKind
from reporting.service.store.errors import KeyReusedError, NoSuchCaseError, ReceiptReusedError, StoreError
from reporting.service.store.tables import CASES, ITEMS, REPLIES, SEALED, STEPS


@contextmanager
def transaction(engine: Engine) -> Iterator[Connection]:
    """One transaction. Leaving the block commits to the disk; whatever the database refuses becomes a `StoreError`."""
    try:
        with engine.begin() as tx:
            yield tx
    except SQLAlchemyError as error:
        # The cause is not chained: its message would repeat the values of the row.
        raise StoreError(type(error).__name__) from None


def outside_transactions(engine: Engine, *statements: str) -> None:
    """Run what SQLite refuses inside a transaction. raises: `StoreError`."""
    try:
        connection = engine.raw_connection()
        try:
            for statement in statements:
                connection.cursor().execute(statement)
        finally:
            connection.close()
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise StoreError(type(error).__name__) from None


class Cases:
    """What the public part may do with the store."""

    def __init__(self, engine: Engine, mode: Mode) -> None:
        self._engine, self._mode = engine, mode

    def accept(self, report: Report, now: datetime) -> Accepted:
        """Keep `report`, once. The same report again gets the same answer.

        raises: `KeyReusedError`, `ReceiptReusedError`, `StoreError`.
        """
        content = blake2b(canonical(report), digest_size=32).hexdigest()
        with transaction(self._engine) as tx:
            before = tx.execute(select(CASES).where(CASES.c.idempotency == report.idempotency)).mappings().first()
            if before is not None:
                if before["content"] != content:
                    raise KeyReusedError
                return self._accepted(before["received"], before["item_count"])
            if tx.execute(select(CASES.c.id).where(CASES.c.locator == report.locator)).first() is not None:
                raise ReceiptReusedError
            self._keep(tx, report, content, now)
        return self._accepted(now, len(report.items))

    def status(self, proof: CaseProof) -> CaseStatus:
        """Where the case stands. raises: `NoSuchCaseError`, `StoreError`."""
        with transaction(self._engine) as tx:
            return self._status(tx, self._prove(tx, proof))

    def withdraw(self, proof: CaseProof, now: datetime) -> CaseStatus:
        """Forget the fingerprints and the sealed part; keep only that it was withdrawn. Asked twice, it answers the same.

        raises: `NoSuchCaseError`, `StoreError`.
        """
        with transaction(self._engine) as tx:
            case = self._prove(tx, proof)
            if case["withdrawn"] is None:
                for table in (ITEMS, SEALED):
                    tx.execute(delete(table).where(table.c.case_id == case["id"]))
                tx.execute(update(CASES).where(CASES.c.id == case["id"]).values(withdrawn=now))
                tx.execute(insert(STEPS).values(case_id=case["id"], kind=StepKind.WITHDRAWN.value, at=now))
            shown = self._status(tx, self._prove(tx, proof))
        self._scrub_log()
        return shown

    def forget_before(self, moment: datetime) -> int:
        """Forget every case received before `moment`; how many."""
        with transaction(self._engine) as tx:
            forgotten = int(tx.execute(delete(CASES).where(CASES.c.received < moment)).rowcount)
        if forgotten:
            self._scrub_log()
        return forgotten

    def wipe(self) -> int:
        """Forget everything, and give the file's space back; how many cases."""
        with transaction(self._engine) as tx:
            forgotten = int(tx.execute(delete(CASES)).rowcount)
        self.compact()
        return forgotten

    def compact(self) -> None:
        """Leave no trace of what was forgotten in the file or in its log."""
        outside_transactions(self._engine, "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def _scrub_log(self) -> None:
        """`secure_delete` overwrites the pages; the log still holds them until it is folded in."""
        with suppress(StoreError):  # somebody reads at this moment: it is folded in at a later turn
            outside_transactions(self._engine, "PRAGMA wal_checkpoint(TRUNCATE)")

    def _accepted(self, received: datetime, items: int) -> Accepted:
        return Accepted(version=VERSION, mode=self._mode, stored=True, received=received, items=items)

    def _keep(self, tx: Connection, report: Report, content: str, now: datetime) -> None:
        case_id = tx.scalar(
            insert(CASES)
            .values(
                locator=report.locator,
                verifier_hash=report.verifier_hash,
                reply_key=report.reply_key,
                idempotency=report.idempotency,
                content=content,
                received=now,
                authorised=report.authorisation.at,
                wording=report.authorisation.wording,
                item_count=len(report.items),
            )
            .returning(CASES.c.id)
        )
        if report.items:
            rows = [item.model_dump(mode="json") | {"case_id": case_id} for item in report.items]
            tx.execute(insert(ITEMS), rows)
        tx.execute(insert(SEALED).values(case_id=case_id, box=report.sealed))
        tx.execute(insert(STEPS).values(case_id=case_id, kind=StepKind.RECEIVED.value, at=now))

    @staticmethod
    def _prove(tx: Connection, proof: CaseProof) -> RowMapping:
        case = tx.execute(select(CASES).where(CASES.c.locator == proof.locator)).mappings().first()
        shown = Verifier(bytes.fromhex(proof.verifier)).hash()
        # Compared even when there is no such case, so that the time taken says nothing.
        known = hmac.compare_digest(shown, case["verifier_hash"] if case is not None else "0" * len(shown))
        if case is None or not known:
            raise NoSuchCaseError
        return case

    def _status(self, tx: Connection, case: RowMapping) -> CaseStatus:
        steps = tx.execute(select(STEPS).where(STEPS.c.case_id == case["id"]).order_by(STEPS.c.id)).mappings()
        replies = tx.execute(select(REPLIES).where(REPLIES.c.case_id == case["id"]).order_by(REPLIES.c.id)).mappings()
        return CaseStatus(
            version=VERSION,
            mode=self._mode,
            steps=tuple(Step(kind=StepKind(row["kind"]), at=row["at"]) for row in steps),
            replies=tuple(SealedReply(at=row["at"], sealed=row["box"]) for row in replies),
            withdrawn=case["withdrawn"] is not None,
        )
