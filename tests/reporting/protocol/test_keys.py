"""Locator, verifier and seed never show themselves, and nothing else passes for them."""

import copy
import pickle
import secrets

import pytest

from reporting.protocol.keys import CaseKeys, Hidden, Locator, Seed, Verifier


def fresh() -> CaseKeys:
    """Keys of no receipt."""
    return CaseKeys(Locator(secrets.token_bytes(16)), Verifier(secrets.token_bytes(32)), Seed(secrets.token_bytes(32)))


def test_nothing_shows_a_key_by_accident() -> None:
    """`repr`, `str` and pickles of the keys, alone or together, hold none of their bytes."""
    keys = fresh()
    shown = f"{keys} {keys!r} {keys.seed} {keys.verifier!r} {[keys.locator]}"
    for part in (keys.locator, keys.verifier, keys.seed):
        assert part.reveal().hex() not in shown
        for taken in (pickle.dumps, copy.deepcopy):
            with pytest.raises(TypeError):
                taken(part)


def test_a_key_of_the_wrong_size_is_refused() -> None:
    """The size that was given is said; the bytes are not."""
    with pytest.raises(ValueError, match="takes 32 bytes, 3 were given"):
        Verifier(b"abc")


def test_keys_of_two_kinds_are_never_equal() -> None:
    """A seed and a verifier of the same bytes are two things."""
    raw = secrets.token_bytes(32)
    assert Seed(raw) == Seed(raw)
    assert hash(Seed(raw)) == hash(Seed(raw))
    other: Hidden = Verifier(raw)
    assert Seed(raw) != other


def test_the_hash_is_not_the_verifier() -> None:
    """What the service keeps does not open the case."""
    keys = fresh()
    assert keys.verifier.hash() != keys.verifier.hex()
    assert len(keys.verifier.hash()) == 64
