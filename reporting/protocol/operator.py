"""Who runs a service: a signed statement, checked against a key the client already knows.

Room: reporting/protocol. A client never believes an address, only a signature: a service that cannot prove the pinned
key, or whose signed mode is another one, is refused before anything is sealed.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, ClassVar

from pydantic import StringConstraints

from reporting.protocol.model import Instant, Mode, Model, Version, canonical, hexadecimal
from reporting.protocol.report import PublicKeyHex

_PURPOSE = b"stop-la-violence operator statement, version 1\n"

OperatorKey = Annotated[str, hexadecimal(32)]
"""An Ed25519 public key, 64 lower-case hexadecimal digits: what a client pins."""


class Statement(Model):
    """What an operator says of itself. In training the name, basis and contact say that it is an exercise."""

    version: Version
    mode: Mode
    name: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    legal_basis: Annotated[str, StringConstraints(min_length=1, max_length=1000)]
    contact: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    inside_key: PublicKeyHex
    issued: Instant


class SignedStatement(Model):
    """`GET /api/operator`. The signature covers the canonical bytes of `statement` under a purpose of its own."""

    statement: Statement
    key: OperatorKey
    signature: Annotated[str, hexadecimal(64)]


class OperatorError(ValueError):
    """This service is not the one the client trusts: nothing is sent. `code` finds the words."""

    code: ClassVar[str] = "operator"

    def __init__(self) -> None:
        super().__init__(self.code)


class WrongOperatorKeyError(OperatorError):
    """It signs with another key than the pinned one."""

    code = "operator.wrong-key"


class ModeMismatchError(OperatorError):
    """Training was expected and this is live, or the other way round."""

    code = "operator.mode-mismatch"


class BadSignatureError(OperatorError):
    """The statement was altered, or not signed by the key it names."""

    code = "operator.bad-signature"


def sign(statement: Statement, signing_seed: bytes) -> SignedStatement:
    """Sign with the operator's 32-byte Ed25519 seed."""
    from nacl.signing import SigningKey

    key = SigningKey(signing_seed)
    signature = key.sign(_PURPOSE + canonical(statement)).signature
    return SignedStatement(statement=statement, key=bytes(key.verify_key).hex(), signature=signature.hex())


def verify(signed: SignedStatement, *, pinned: str, mode: Mode) -> Statement:
    """The statement, if `pinned` (64 hexadecimal digits) signed it and it speaks for `mode`.

    raises: `WrongOperatorKeyError`, `BadSignatureError`, `ModeMismatchError`; all `OperatorError`.
    """
    from nacl.exceptions import CryptoError
    from nacl.signing import VerifyKey

    if signed.key != pinned.lower():
        raise WrongOperatorKeyError()
    try:
        VerifyKey(bytes.fromhex(pinned)).verify(_PURPOSE + canonical(signed.statement), bytes.fromhex(signed.signature))
    except (CryptoError, ValueError) as error:
        raise BadSignatureError() from error
    if signed.statement.mode is not mode:
        raise ModeMismatchError()
    return signed.statement


def state(*, mode: Mode, name: str, legal_basis: str, contact: str, inside_key: str, issued: datetime) -> Statement:
    """A version 1 statement. `issued` is aware; it is kept in UTC."""
    return Statement(version=1, mode=mode, name=name, legal_basis=legal_basis, contact=contact, inside_key=inside_key, issued=issued)
