"""Sealing: one side only opens, and the length says little."""

import base64
import secrets
from pathlib import Path

import pytest
from nacl.public import PrivateKey

from reporting.protocol.keys import CaseKeys, Locator, Seed, Verifier
from reporting.protocol.report import MAX_SEALED_CHARACTERS, Inside, Report
from reporting.protocol.sealing import (
    MAX_PLAIN_BYTES,
    BadKeyError,
    CannotOpenError,
    NotUnderstoodError,
    TooMuchTextError,
    open_inside,
    open_reply,
    plain_size,
    seal_inside,
    seal_reply,
)
from reporting.protocol.status import Reply

KEPT = Path(__file__).parent / "version-1"
OPERATOR = PrivateKey.generate()
OPERATOR_KEY = bytes(OPERATOR.public_key).hex()


def inside(context: str = "") -> Inside:
    """A small sealed part."""
    return Inside(version=1, language="fr", context=context)


def test_the_operator_opens_what_was_sealed_to_it() -> None:
    """And sealing twice gives two different texts."""
    one, two = (seal_inside(inside("Bonjour"), OPERATOR_KEY) for _ in range(2))
    assert one != two
    assert open_inside(one, bytes(OPERATOR)) == open_inside(two, bytes(OPERATOR)) == inside("Bonjour")


def test_nobody_else_opens_it() -> None:
    """Another key, a damaged text, something else altogether: the same error."""
    sealed = seal_inside(inside(), OPERATOR_KEY)
    raw = bytearray(base64.b64decode(sealed))
    raw[60] ^= 1
    for other in (base64.b64encode(bytes(raw)).decode(), "A" * 80, "####", ""):
        with pytest.raises(CannotOpenError):
            open_inside(other, bytes(OPERATOR))
    with pytest.raises(CannotOpenError):
        open_inside(sealed, bytes(PrivateKey.generate()))


def test_an_answer_opens_with_the_receipt_only() -> None:
    """A reply sealed to a case is read with its seed, and not with another."""
    keys, other = (CaseKeys(Locator(bytes(16)), Verifier(bytes(32)), Seed(secrets.token_bytes(32))) for _ in range(2))
    reply = Reply(version=1, language="en", text="We have read it.")
    sealed = seal_reply(reply, keys.reply_key)
    assert open_reply(sealed, keys) == reply
    with pytest.raises(CannotOpenError):
        open_reply(sealed, other)


def test_the_length_does_not_tell_how_much_was_written() -> None:
    """Nothing or three thousand characters: the sealed text is as long."""
    assert len(seal_inside(inside(), OPERATOR_KEY)) == len(seal_inside(inside("x" * 3000), OPERATOR_KEY))


def test_too_much_text_says_by_how_much() -> None:
    """What fits, fits the report; one byte more is refused before anything is sent."""
    link = "https://exemple.test/"
    full = Inside(version=1, language="fr", links=tuple(link + "x" * 700 for _ in range(20)))
    fits = full.model_copy(update={"context": "x" * (MAX_PLAIN_BYTES - plain_size(full))})
    assert len(seal_inside(fits, OPERATOR_KEY)) <= MAX_SEALED_CHARACTERS
    over = fits.model_copy(update={"context": fits.context + "é"})
    with pytest.raises(TooMuchTextError) as caught:
        seal_inside(over, OPERATOR_KEY)
    assert caught.value.params == {"bytes": MAX_PLAIN_BYTES + 2, "limit": MAX_PLAIN_BYTES, "over": 2}


def test_opened_but_of_another_shape() -> None:
    """A reply is not a sealed part, and the error repeats nothing of it."""
    sealed = seal_reply(Reply(version=1, language="fr", text="secret"), OPERATOR_KEY)
    with pytest.raises(NotUnderstoodError) as caught:
        open_inside(sealed, bytes(OPERATOR))
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_version_1_opens_for_ever() -> None:
    """The kept report opens to the kept inside, with the key it was made for."""
    report = Report.model_validate_json((KEPT / "report.json").read_bytes())
    kept = Inside.model_validate_json((KEPT / "inside.json").read_bytes())
    assert open_inside(report.sealed, bytes(range(32))) == kept


@pytest.mark.parametrize("key", ["00" * 32, "01" + "00" * 31, "ab", ""])
def test_what_is_no_key_is_said(key: str) -> None:
    """A point that X25519 refuses, or another length: one error, and nothing sealed to nobody."""
    with pytest.raises(BadKeyError):
        seal_inside(inside(), key)
