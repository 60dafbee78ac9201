"""Receipts: nine words that are the only key to a case, and what is derived from them.

Room: reporting/protocol. Pure: words in, keys out. Stays outside: how a receipt is shown or kept, and every sentence.

A receipt holds 99 bits: 93 from `secrets`, then 6 that check them, so that a slip of the pen (another word of the list,
two words swapped) is seen on the device in 63 cases of 64. The six are turned around for training: nine words of an
exercise, typed without EXERCICE, can never pass for a live receipt, nor the other way round.
"""

from __future__ import annotations

import secrets
import unicodedata
from difflib import get_close_matches
from functools import cache
from hashlib import blake2b
from typing import ClassVar, Literal, NoReturn

from reporting.protocol.keys import LOCATOR_BYTES, SEED_BYTES, VERIFIER_BYTES, CaseKeys, Locator, Seed, Verifier
from reporting.protocol.model import Mode

Language = Literal["fr", "en"]

WORDS = 9
RANDOM_BITS = 93
CHECK_BITS = 6
_WORD_BITS = 11
_TRAINING_TURN = (1 << CHECK_BITS) - 1

PREFIX: dict[Language, str] = {"fr": "EXERCICE", "en": "TRAINING"}
"""The word that begins every training receipt. Either is understood in front of either list."""

MAX_TYPED = 600
"""Characters read from what a person types or pastes; nine words with numbers and commas take about 120."""

# Argon2id (RFC 9106), published so that any other program can open a case from its receipt.
# A receipt already has 93 random bits, which nobody can try one by one; the derivation only has to make a *half-seen*
# receipt (four or five words read over a shoulder) dear to complete, and still open in 0.1-0.3 s on an old school laptop.
ARGON2_PASSES = 3
ARGON2_MEMORY_BYTES = 96 * 1024 * 1024
ARGON2_LANES = 1  # libsodium's only choice
# Fixed on purpose: the same words must give the same keys on any device. A salt per person would have to be kept
# somewhere, and then the receipt alone would no longer open the case.
ARGON2_SALT = blake2b(b"stop-la-violence receipt, version 1", digest_size=16).digest()


class ReceiptError(ValueError):
    """What was typed is not a receipt. `code` finds the words, `params` fill them; nothing typed is in `str(error)`."""

    code: ClassVar[str] = "receipt"

    def __init__(self, **params: str | int) -> None:
        super().__init__(self.code)
        self.params = params


class UnknownWordError(ReceiptError):
    """One word is in neither list. `word` is what was typed, `nearest` the closest word, `position` counts from 1."""

    code = "receipt.unknown-word"

    def __init__(self, *, position: int, word: str, nearest: str) -> None:
        super().__init__(position=position, word=word, nearest=nearest)
        self.position, self.word, self.nearest = position, word, nearest


class WrongCountError(ReceiptError):
    """There are not nine words. `given` counts them, the prefix left out."""

    code = "receipt.wrong-count"

    def __init__(self, *, given: int) -> None:
        super().__init__(given=given, expected=WORDS)
        self.given = given


class PrefixMissingError(ReceiptError):
    """These are the nine words of an exercise: EXERCICE or TRAINING goes in front."""

    code = "receipt.prefix-missing"


class PrefixTooManyError(ReceiptError):
    """These are the nine words of a real case: nothing goes in front."""

    code = "receipt.prefix-too-many"


class WordsDoNotFitError(ReceiptError):
    """Every word exists, but together they are no receipt: one was replaced by another, or two changed places."""

    code = "receipt.do-not-fit"


class TooLongError(ReceiptError):
    """Far more text than a receipt."""

    code = "receipt.too-long"


class Receipt:
    """Nine words and a mode. `repr` and `str` show nothing; `text()` is for the screen the person reads it from."""

    __slots__ = ("_indices", "language", "training")

    def __init__(self, indices: tuple[int, ...], language: Language, *, training: bool) -> None:
        """`indices` into the list of `language`, first word first. Use `new_receipt` or `read_receipt`."""
        self._indices, self.language, self.training = indices, language, training

    @property
    def words(self) -> tuple[str, ...]:
        """The nine words as the list spells them, accents included."""
        return tuple(word_list(self.language)[index] for index in self._indices)

    @property
    def mode(self) -> Mode:
        return Mode.TRAINING if self.training else Mode.LIVE

    def text(self) -> str:
        """As it is shown: EXERCICE or TRAINING first when it is one, then the nine words."""
        return " ".join(([PREFIX[self.language]] if self.training else []) + list(self.words))

    def __repr__(self) -> str:
        return "<Receipt>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Receipt) and _secret(self) == _secret(other)

    def __hash__(self) -> int:
        return hash(_secret(self))

    def __reduce__(self) -> NoReturn:
        raise TypeError("a receipt is not written anywhere by accident")


@cache
def word_list(language: Language) -> tuple[str, ...]:
    """The 2,048 words of BIP-39 in `language`, composed (NFC). Both lists stay unambiguous without their accents."""
    from mnemonic import Mnemonic

    words = Mnemonic({"fr": "french", "en": "english"}[language]).wordlist
    return tuple(unicodedata.normalize("NFC", word) for word in words)


@cache
def _places(language: Language) -> dict[str, int]:
    return {_plain(word): index for index, word in enumerate(word_list(language))}


def _plain(word: str) -> str:
    """Case, accents and look-alike forms taken away: « Été » and "ete" are one word."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
    return "".join(sign for sign in folded if sign.isalpha())


def _typed_words(text: str) -> list[str]:
    """What was typed, cut at everything that is not a letter (numbers, commas, line ends), accents kept."""
    composed = unicodedata.normalize("NFC", text)
    kept = (sign for sign in composed if unicodedata.category(sign) != "Cf")  # invisible signs that pasting brings along
    return "".join(sign if sign.isalpha() or unicodedata.combining(sign) else " " for sign in kept).split()


def _check(value: int, *, training: bool) -> int:
    digest = blake2b(value.to_bytes(12, "big"), digest_size=1, person=b"slv check").digest()[0]
    return (digest >> (8 - CHECK_BITS)) ^ (_TRAINING_TURN if training else 0)


def new_receipt(language: Language, *, training: bool) -> Receipt:
    """A receipt nobody has ever seen: 93 bits from the system's secure source."""
    return receipt_of(secrets.randbits(RANDOM_BITS), language, training=training)


def receipt_of(value: int, language: Language, *, training: bool) -> Receipt:
    """The receipt that holds `value` (0 to 2^93 - 1). For tests and vectors; a person's comes from `new_receipt`."""
    number = (value << CHECK_BITS) | _check(value, training=training)
    shifts = range(_WORD_BITS * (WORDS - 1), -1, -_WORD_BITS)
    return Receipt(tuple((number >> shift) & 2047 for shift in shifts), language, training=training)


def read_receipt(text: str) -> Receipt:
    """The receipt that was typed, whatever its accents, case, spacing, numbering or list.

    raises: `UnknownWordError`, `WrongCountError`, `PrefixMissingError`, `PrefixTooManyError`, `WordsDoNotFitError`,
            `TooLongError`; all of them `ReceiptError`.
    """
    if len(text) > MAX_TYPED:
        raise TooLongError(limit=MAX_TYPED)
    typed = _typed_words(text)
    plain = [_plain(word) for word in typed]
    training = bool(plain) and plain[0] in {_plain(prefix) for prefix in PREFIX.values()}
    training = training or (len(plain) == WORDS + 1 and plain[0] == "exercise")  # between the two languages
    if training:
        typed, plain = typed[1:], plain[1:]
    languages = _likely_languages(plain)
    best = _places(languages[0])
    for position, word in enumerate(plain, start=1):
        if word not in best:
            raise UnknownWordError(position=position, word=typed[position - 1], nearest=_nearest(word, languages[0]))
    if len(plain) != WORDS:
        raise WrongCountError(given=len(plain))
    wrong_mode = False
    for language in languages:  # 123 words are in both lists, so nine of them could be either
        places = _places(language)
        if not all(word in places for word in plain):
            continue
        indices = tuple(places[word] for word in plain)
        found = _mode_of(indices)
        if found is training:
            return Receipt(indices, language, training=training)
        wrong_mode = wrong_mode or found is not None
    if wrong_mode:
        raise PrefixTooManyError() if training else PrefixMissingError()
    raise WordsDoNotFitError()


def _likely_languages(plain: list[str]) -> tuple[Language, Language]:
    """The list that knows most of the words first; French when nothing decides."""
    known: dict[Language, int] = {lang: sum(word in _places(lang) for word in plain) for lang in ("fr", "en")}
    return ("en", "fr") if known["en"] > known["fr"] else ("fr", "en")


def _nearest(word: str, language: Language) -> str:
    places = _places(language)
    close = get_close_matches(word[:24], places, n=1, cutoff=0.0)
    return word_list(language)[places[close[0]]]


def _mode_of(indices: tuple[int, ...]) -> bool | None:
    """True for training, False for live, None when the six checking bits fit neither."""
    number = 0
    for index in indices:
        number = (number << _WORD_BITS) | index
    value, check = number >> CHECK_BITS, number & _TRAINING_TURN
    return next((training for training in (False, True) if _check(value, training=training) == check), None)


def _secret(receipt: Receipt) -> bytes:
    words = " ".join(_plain(word) for word in receipt.words)
    return f"{receipt.mode.value}\n{words}".encode()


def derive(receipt: Receipt) -> CaseKeys:
    """Locator, verifier and seed of a receipt; 0.1-0.3 s and 96 MiB, so never in a drawing loop.

    Argon2id gives one 32-byte root from the mode and the nine plain words; keyed BLAKE2b with one person string each
    gives the three, so that knowing one says nothing about the others, and no training receipt meets a live one.
    """
    from nacl.pwhash import argon2id

    root = argon2id.kdf(32, _secret(receipt), ARGON2_SALT, opslimit=ARGON2_PASSES, memlimit=ARGON2_MEMORY_BYTES)

    def grow(person: bytes, size: int) -> bytes:
        return blake2b(key=root, person=person, digest_size=size).digest()

    return CaseKeys(
        locator=Locator(grow(b"slv locator", LOCATOR_BYTES)),
        verifier=Verifier(grow(b"slv verifier", VERIFIER_BYTES)),
        seed=Seed(grow(b"slv reply seed", SEED_BYTES)),
    )
