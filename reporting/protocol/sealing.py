"""Sealing: what only one side can open again.

Room: reporting/protocol. Sealed boxes of X25519 (libsodium): the sender keeps nothing that could open them.
What is sealed is first padded to whole blocks, so that its length does not tell how much was written.
"""

from __future__ import annotations

import base64
import binascii
from typing import ClassVar, TypeVar

from pydantic import ValidationError

from reporting.protocol.keys import CaseKeys
from reporting.protocol.model import Model, canonical
from reporting.protocol.report import Inside
from reporting.protocol.status import Reply

BLOCK_BYTES = 4096
MAX_PLAIN_BYTES = 4 * BLOCK_BYTES - 1

Shape = TypeVar("Shape", bound=Model)


class SealingError(ValueError):
    """Something could not be sealed or opened. `code` finds the words."""

    code: ClassVar[str] = "sealing"

    def __init__(self, **params: int) -> None:
        super().__init__(self.code)
        self.params = params


class TooMuchTextError(SealingError):
    """More was written than one report can carry. `bytes` were given, `limit` are possible, `over` is the difference."""

    code = "sealing.too-much-text"


class CannotOpenError(SealingError):
    """Not sealed to this key, or damaged on the way."""

    code = "sealing.cannot-open"


class BadKeyError(SealingError):
    """What should be a public key is not one: nothing can be sealed to it."""

    code = "sealing.bad-key"


class NotUnderstoodError(SealingError):
    """Opened, but not a shape this version knows."""

    code = "sealing.not-understood"


def plain_size(inside: Inside) -> int:
    """Bytes that `inside` takes before sealing; at most `MAX_PLAIN_BYTES` can be sent."""
    return len(canonical(inside))


def seal_inside(inside: Inside, operator_key: str) -> str:
    """`inside` sealed to the operator's inside key (64 hexadecimal digits), as base64 for `Report.sealed`.

    raises: `TooMuchTextError`, `BadKeyError`.
    """
    return _seal(inside, bytes.fromhex(operator_key))


def open_inside(sealed: str, secret: bytes) -> Inside:
    """The hotline's inside opens a report with its 32-byte secret key. raises: `CannotOpenError`, `NotUnderstoodError`."""
    return _open(sealed, secret, Inside)


def seal_reply(reply: Reply, reply_key: str) -> str:
    """`reply` sealed to a case's reply key (64 hexadecimal digits), as base64. raises: `TooMuchTextError`, `BadKeyError`."""
    return _seal(reply, bytes.fromhex(reply_key))


def open_reply(sealed: str, keys: CaseKeys) -> Reply:
    """The person's side opens a reply with the keys of its receipt. raises: `CannotOpenError`, `NotUnderstoodError`."""
    from nacl.public import PrivateKey

    return _open(sealed, bytes(PrivateKey.from_seed(keys.seed.reveal())), Reply)


def _seal(shape: Model, key: bytes) -> str:
    from nacl.bindings import sodium_pad
    from nacl.exceptions import CryptoError
    from nacl.public import PublicKey, SealedBox

    plain = canonical(shape)
    if len(plain) > MAX_PLAIN_BYTES:
        raise TooMuchTextError(bytes=len(plain), limit=MAX_PLAIN_BYTES, over=len(plain) - MAX_PLAIN_BYTES)
    try:
        box = SealedBox(PublicKey(key)).encrypt(sodium_pad(plain, BLOCK_BYTES))
    except (CryptoError, ValueError, TypeError) as error:
        raise BadKeyError() from error  # wrong length, or one of the few points that X25519 refuses
    return base64.b64encode(box).decode()


def _open(sealed: str, secret: bytes, shape: type[Shape]) -> Shape:
    from nacl.bindings import sodium_unpad
    from nacl.exceptions import CryptoError
    from nacl.public import PrivateKey, SealedBox

    try:
        padded = SealedBox(PrivateKey(secret)).decrypt(base64.b64decode(sealed, validate=True))
        plain = sodium_unpad(padded, BLOCK_BYTES)
    except (CryptoError, binascii.Error, ValueError, TypeError) as error:
        raise CannotOpenError() from error
    try:
        return shape.model_validate_json(plain)
    except ValidationError:
        raise NotUnderstoodError() from None  # the cause would carry words of the person
