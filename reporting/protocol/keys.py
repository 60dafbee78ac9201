"""The three things a receipt opens a case with, as types that never show themselves.

Room: reporting/protocol. Stays outside: how they are derived (`receipt.py`) and what is sealed with them (`sealing.py`).

locator   names the case; the service keeps it.
verifier  proves the receipt; the service keeps only `verifier.hash()`.
seed      makes the X25519 pair that replies are sealed to; it never leaves the device, only the public half does.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from hashlib import blake2b
from typing import NoReturn

LOCATOR_BYTES = 16
VERIFIER_BYTES = 32
SEED_BYTES = 32


class Hidden:
    """Bytes whose `repr` shows nothing, and that refuse to be pickled, formatted or compared in variable time."""

    __slots__ = ("_raw",)
    SIZE = 32

    def __init__(self, raw: bytes) -> None:
        if len(raw) != self.SIZE:
            raise ValueError(f"{type(self).__name__} takes {self.SIZE} bytes, {len(raw)} were given")
        self._raw = bytes(raw)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and isinstance(other, Hidden) and hmac.compare_digest(self._raw, other._raw)

    def __hash__(self) -> int:
        return hash((type(self), self._raw))

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"{type(self).__name__} is not written anywhere by accident")

    def reveal(self) -> bytes:
        """The bytes themselves. Every call is a place to look at in a review."""
        return self._raw


class Locator(Hidden):
    """Which case, 16 bytes. Alone it opens nothing."""

    __slots__ = ()
    SIZE = LOCATOR_BYTES

    def hex(self) -> str:
        """As it travels: 32 lower-case hexadecimal digits."""
        return self._raw.hex()


class Verifier(Hidden):
    """The proof that the receipt is known, 32 bytes. Sent when a case is looked up, never stored by the service."""

    __slots__ = ()
    SIZE = VERIFIER_BYTES

    def hex(self) -> str:
        """As it travels: 64 lower-case hexadecimal digits."""
        return self._raw.hex()

    def hash(self) -> str:
        """What the service keeps instead, 64 hexadecimal digits. Plain BLAKE2b is enough: the input is 256 bits of key."""
        return blake2b(self._raw, digest_size=32, person=b"slv verifier").hexdigest()


class Seed(Hidden):
    """What the reply key pair grows from, 32 bytes. Never leaves the device."""

    __slots__ = ()
    SIZE = SEED_BYTES


@dataclass(frozen=True, slots=True)
class CaseKeys:
    """All that a receipt opens. Its `repr` shows nothing."""

    locator: Locator
    verifier: Verifier
    seed: Seed

    @property
    def reply_key(self) -> str:
        """The public half of the case's X25519 pair, 64 hexadecimal digits: replies are sealed to it."""
        from nacl.public import PrivateKey

        return bytes(PrivateKey.from_seed(self.seed.reveal()).public_key).hex()
