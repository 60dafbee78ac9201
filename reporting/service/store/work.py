"""The inside's view of the store: what is still sealed and unread, and how an answer is written down.

Room: reporting/service/store, used by `inside` only. The public part never imports this.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Engine, insert, select, update

from reporting.protocol.status import StepKind
from reporting.service.store.cases import transaction
from reporting.service.store.tables import CASES, REPLIES, SEALED, STEPS


@dataclass(frozen=True, slots=True)
class Unread:
    """A case nobody has opened yet."""

    case_id: int
    box: str = field(repr=False)
    reply_key: str = field(repr=False)


class Work:
    """What the inside may do with the store."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def unread(self, limit: int = 50) -> tuple[Unread, ...]:
        """Cases whose sealed part was not opened yet, the oldest first. raises: `StoreError`."""
        wanted = (
            select(SEALED.c.case_id, SEALED.c.box, CASES.c.reply_key)
            .join(CASES, CASES.c.id == SEALED.c.case_id)
            .where(SEALED.c.read.is_(None))
            .order_by(SEALED.c.case_id)
            .limit(limit)
        )
        with transaction(self._engine) as tx:
            return tuple(Unread(row.case_id, row.box, row.reply_key) for row in tx.execute(wanted))

    def answer(self, case_id: int, sealed_reply: str | None, now: datetime) -> bool:
        """Write down that the case was read, and answered if there is an answer; False when it is gone or was read already.

        raises: `StoreError`.
        """
        with transaction(self._engine) as tx:
            mark = update(SEALED).where(SEALED.c.case_id == case_id, SEALED.c.read.is_(None)).values(read=now)
            if tx.execute(mark).rowcount != 1:
                return False
            tx.execute(insert(STEPS).values(case_id=case_id, kind=StepKind.READ.value, at=now))
            if sealed_reply is not None:
                tx.execute(insert(STEPS).values(case_id=case_id, kind=StepKind.ANSWER.value, at=now))
                tx.execute(insert(REPLIES).values(case_id=case_id, at=now, box=sealed_reply))
            return True
