"""Receipts: nine words open one case, however they are typed, and an exercise never opens a real one."""

import copy
import json
import pickle
import time
import unicodedata
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.protocol.model import Mode
from reporting.protocol.receipt import (
    CHECK_BITS,
    MAX_TYPED,
    PREFIX,
    RANDOM_BITS,
    WORDS,
    Language,
    PrefixMissingError,
    PrefixTooManyError,
    Receipt,
    ReceiptError,
    TooLongError,
    UnknownWordError,
    WordsDoNotFitError,
    WrongCountError,
    derive,
    new_receipt,
    read_receipt,
    receipt_of,
    word_list,
)

KEPT = json.loads((Path(__file__).parent / "version-1" / "receipts.json").read_text("utf-8"))
LANGUAGES: tuple[Language, ...] = ("fr", "en")


def bare(text: str) -> str:
    """Without its accents."""
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))


MISTREATED = st.sampled_from(
    [
        str.upper,
        str.title,
        bare,
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace(" ", "\n"),
        lambda text: text.replace(" ", ", "),
        lambda text: text.replace(" ", " - "),
        lambda text: "\ufeff " + text.replace(" ", "\u00a0\u202f") + "\t.",
        lambda text: " ".join(f"{number}. {word}" for number, word in enumerate(text.split(), start=1)),
        lambda text: "\u200b".join(text),
        lambda text: "".join(chr(ord(sign) + 0xFEE0) if "a" <= sign <= "z" else sign for sign in text),
    ]
)
RECEIPTS = st.builds(
    lambda value, language, training: receipt_of(value, language, training=training),
    st.integers(0, (1 << RANDOM_BITS) - 1),
    st.sampled_from(LANGUAGES),
    st.booleans(),
)


@given(receipt=RECEIPTS, ways=st.lists(MISTREATED, max_size=4))
def test_the_same_receipt_however_it_is_typed(receipt: Receipt, ways: list[object]) -> None:
    """Accents, case, spaces, numbers, invisible signs: the same nine words are read."""
    text = receipt.text()
    for way in ways:
        text = way(text)  # type: ignore[operator]
    if len(text) <= MAX_TYPED:
        assert read_receipt(text) == receipt


@pytest.mark.parametrize("kept", KEPT, ids=lambda kept: kept["receipt"].split()[0] + kept["locator"][:4])
def test_version_1_opens_the_same_case_for_ever(kept: dict[str, str]) -> None:
    """A receipt on paper must open its case years later: these were written down when version 1 was made."""
    keys = derive(read_receipt(bare(kept["receipt"]).upper().replace(" ", "  ")))
    found = (keys.locator.hex(), keys.verifier.hex(), keys.verifier.hash(), keys.reply_key)
    assert found == (kept["locator"], kept["verifier"], kept["verifier_hash"], kept["reply_key"])


def test_no_two_receipts_share_anything() -> None:
    """Another receipt, another language or the other mode: another locator, verifier and reply key."""
    for part in ("locator", "verifier", "verifier_hash", "reply_key"):
        assert len({kept[part] for kept in KEPT}) == len(KEPT)


def test_new_receipts_are_distinct_and_long_enough() -> None:
    """At least 90 random bits, and no two alike among a thousand."""
    assert RANDOM_BITS >= 90
    assert WORDS * 11 == RANDOM_BITS + CHECK_BITS
    assert len({new_receipt("fr", training=True).words for _ in range(1000)}) == 1000


@pytest.mark.deep
def test_distinct_receipts_have_distinct_locators() -> None:
    """A hundred fresh receipts, derived for real."""
    locators = {derive(new_receipt("en", training=False)).locator for _ in range(100)}
    assert len(locators) == 100


@given(receipt=RECEIPTS)
def test_an_exercise_is_never_read_as_a_real_case(receipt: Receipt) -> None:
    """EXERCICE forgotten, or put where it does not belong, is an error and not another case."""
    words = " ".join(receipt.words)
    if receipt.training:
        with pytest.raises(PrefixMissingError):
            read_receipt(words)
        assert read_receipt(f"{PREFIX['fr']} {words}") == read_receipt(f"training: {words}") == receipt
        assert read_receipt(f"Exercise {words}") == receipt
    else:
        with pytest.raises(PrefixTooManyError):
            read_receipt(f"{PREFIX['fr']} {words}")


@given(receipt=RECEIPTS, place=st.integers(0, WORDS - 1), data=st.data())
def test_an_unknown_word_is_named_with_the_closest_one(receipt: Receipt, place: int, data: st.DataObject) -> None:
    """One letter too many: the error says which word, where, and what it may have been."""
    words = list(receipt.words)
    right = words[place]
    cut = data.draw(st.integers(1, len(right) - 1))
    words[place] = right[:cut] + "qzx" + right[cut:]
    prefix = PREFIX[receipt.language] if receipt.training else ""
    with pytest.raises(UnknownWordError) as caught:
        read_receipt(f"{prefix} {' '.join(words)}")
    assert (caught.value.position, caught.value.word) == (place + 1, words[place])
    assert caught.value.nearest in word_list("fr") + word_list("en")


def test_the_closest_word_is_the_right_one() -> None:
    """Ordinary slips lead back to the word that was meant, with its accents."""
    rest = "ajuster romance métal talent plonger brume devoir croire"
    for typed, meant in (("reusir", "réussir"), ("abandn", "abandon"), ("vampirre", "vampire"), ("aererr", "aérer")):
        with pytest.raises(UnknownWordError) as caught:
            read_receipt(f"{typed}x {rest}")
        assert caught.value.nearest == meant


def test_each_mistake_has_its_own_error() -> None:
    """Too few words, too many, two swapped, far too much text, nothing at all."""
    words = KEPT[0]["receipt"].split()
    for typed in (words[:-1], [*words, words[0]], []):
        with pytest.raises(WrongCountError) as caught:
            read_receipt(" ".join(typed))
        assert caught.value.params == {"given": len(typed), "expected": WORDS}
    with pytest.raises(WordsDoNotFitError):
        read_receipt(" ".join([words[1], words[0], *words[2:]]))
    with pytest.raises(TooLongError):
        read_receipt("a" * (MAX_TYPED + 1))


@given(text=st.text(max_size=MAX_TYPED + 5))
def test_any_text_is_read_or_refused_in_a_known_way(text: str) -> None:
    """Whatever is pasted, the answer is a receipt or a `ReceiptError`."""
    with suppress(ReceiptError):
        assert isinstance(read_receipt(text), Receipt)


def test_most_slips_are_seen_before_anything_is_sent() -> None:
    """Replacing one word by another of the list is noticed far more often than not (63 times in 64 on average)."""
    receipt = new_receipt("fr", training=False)
    unseen = 0
    for other in word_list("fr"):
        words = [other, *receipt.words[1:]]
        try:
            read_receipt(" ".join(words))
        except ReceiptError:
            continue
        unseen += 1
    assert unseen < len(word_list("fr")) / 16


def test_both_lists_stay_unambiguous_without_accents() -> None:
    """2,048 words in each language, all different once their accents are gone, and no prefix among them."""
    for language in LANGUAGES:
        plain = {bare(word) for word in word_list(language)}
        assert len(plain) == 2048
        assert not plain & {prefix.lower() for prefix in PREFIX.values()}


def test_nothing_shows_a_receipt_by_accident() -> None:
    """Not `repr`, `str`, an f-string, a pickle or a copy; nor an error's text."""
    receipt = new_receipt("fr", training=False)
    for shown in (repr(receipt), str(receipt), f"{receipt}", f"{[receipt]}"):
        assert not any(word in shown for word in receipt.words)
    for taken in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError):
            taken(receipt)
    with pytest.raises(UnknownWordError) as caught:
        read_receipt(" ".join([*receipt.words[:-1], "zzzzzz"]))
    assert "zzzzzz" not in str(caught.value)


def test_a_receipt_says_its_mode_first() -> None:
    """EXERCICE and TRAINING begin an exercise; nothing stands before a real one."""
    assert new_receipt("fr", training=True).text().startswith("EXERCICE ")
    assert new_receipt("en", training=True).text().startswith("TRAINING ")
    real = new_receipt("fr", training=False)
    assert real.text() == " ".join(real.words)
    assert (real.mode, new_receipt("fr", training=True).mode) == (Mode.LIVE, Mode.TRAINING)


def test_deriving_is_dear_but_bearable() -> None:
    """The published cost: far above a plain hash, and far below what a person would wait for."""
    receipt = read_receipt(KEPT[0]["receipt"])
    before = time.process_time()
    derive(receipt)
    assert 0.02 < time.process_time() - before < 3
