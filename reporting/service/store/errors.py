"""How the store says that it cannot, and how it says no.

Room: reporting/service/store. Light on purpose: the public routes know these without waiting for SQLAlchemy.
"""

from __future__ import annotations


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
