"""How the store says that it cannot, and how it says no.

Room: reporting/service/store. Light on purpose: the public routes know these without waiting for SQLAlchemy.
"""

from __future__ import annotations

import errno
import sqlite3

DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO})
"""What only a disk answers, never a socket."""


class StoreError(Exception):
    """The store cannot do this now: locked, full, or not writable. Nothing was half written."""

    code = "service.store"


class WrongStoreError(StoreError):
    """This file belongs to the other mode."""

    code = "service.wrong-store"


class NewerStoreError(StoreError):
    """This file was written by a newer version of the program."""

    code = "service.newer-store"


class RefusedError(Exception):
    """The store works, and says no."""


class KeyReusedError(RefusedError):
    """This idempotency key came with another report before."""


class ReceiptReusedError(RefusedError):
    """A case with this receipt exists already, from another report."""


class NoSuchCaseError(RefusedError):
    """No case opens with this receipt. Whether the locator exists is not said."""


def disk_error(error: StoreError) -> int | None:
    """The system's number for what the disk refused, or None where that is not why."""
    at: BaseException | None = error
    while at is not None:
        if isinstance(at, OSError):
            return at.errno
        if isinstance(at, sqlite3.Error):
            return {sqlite3.SQLITE_FULL: errno.ENOSPC, sqlite3.SQLITE_READONLY: errno.EROFS}.get(at.sqlite_errorcode & 0xFF)
        at = at.__cause__
    return None
