"""Who runs a service: only the pinned key is believed, and only for the mode it signed."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from nacl.signing import SigningKey

from reporting.protocol.model import Mode
from reporting.protocol.operator import (
    BadSignatureError,
    ModeMismatchError,
    SignedStatement,
    WrongOperatorKeyError,
    sign,
    state,
    verify,
)

SEED = bytes([9] * 32)
PINNED = bytes(SigningKey(SEED).verify_key).hex()
SIGNED = sign(
    state(
        mode=Mode.LIVE,
        name="Association d’essai",
        legal_basis="essai",
        contact="contact@exemple.test",
        inside_key="ab" * 32,
        issued=datetime(2026, 11, 28, tzinfo=UTC),
    ),
    SEED,
)


def test_the_pinned_operator_is_believed() -> None:
    """Its statement comes back, to be shown and to be sealed to."""
    assert verify(SIGNED, pinned=PINNED.upper(), mode=Mode.LIVE) == SIGNED.statement


def test_another_key_is_not_believed() -> None:
    """Even when its signature is perfect."""
    with pytest.raises(WrongOperatorKeyError):
        verify(sign(SIGNED.statement, bytes(32)), pinned=PINNED, mode=Mode.LIVE)


def test_the_other_mode_is_not_believed() -> None:
    """Training and live cannot be confused, whoever signs."""
    with pytest.raises(ModeMismatchError):
        verify(SIGNED, pinned=PINNED, mode=Mode.TRAINING)


@pytest.mark.parametrize("field", ["mode", "name", "legal_basis", "contact", "inside_key", "issued"])
def test_every_word_of_the_statement_is_signed(field: str) -> None:
    """Changing any part of it breaks the signature."""
    other = {
        "mode": Mode.TRAINING,
        "name": "x",
        "legal_basis": "x",
        "contact": "x",
        "inside_key": "cd" * 32,
        "issued": datetime(2027, 1, 1, tzinfo=UTC),
    }
    altered = SIGNED.statement.model_copy(update={field: other[field]})
    with pytest.raises(BadSignatureError):
        verify(SIGNED.model_copy(update={"statement": altered}), pinned=PINNED, mode=altered.mode)


def test_someone_else_s_name_over_the_pinned_key_is_not_believed() -> None:
    """Naming the pinned key does not help without its signature."""
    forged = sign(SIGNED.statement, bytes(32)).model_copy(update={"key": PINNED})
    with pytest.raises(BadSignatureError):
        verify(forged, pinned=PINNED, mode=Mode.LIVE)


def test_version_1_is_believed_for_ever() -> None:
    """The kept statement, signed when version 1 was made."""
    kept = (Path(__file__).parent / "version-1" / "signed-statement.json").read_bytes()
    signed = SignedStatement.model_validate_json(kept)
    assert verify(signed, pinned=bytes(SigningKey(bytes([7] * 32)).verify_key).hex(), mode=Mode.TRAINING)
