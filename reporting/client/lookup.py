"""A receipt typed word by word: each place says at once whether its word exists, and what it could become.

Room: reporting/client. Pure. The reading of the whole receipt is `reporting.protocol.receipt.read_receipt`.
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from difflib import get_close_matches
from functools import cache

from reporting.client.moment import WordNow
from reporting.client.state import Lookup, Problem
from reporting.protocol.receipt import PREFIX, WORDS, Receipt, ReceiptError, read_receipt, word_list

MAX_WORD = 24


def plain_word(word: str) -> str:
    """A word without case, accents and everything that is no letter."""
    parts = unicodedata.normalize("NFKD", word).casefold()
    return "".join(sign for sign in parts if sign.isalpha())


@cache
def _known() -> dict[str, str]:
    """Plain word to the word as its list spells it; a word of both lists keeps its French spelling."""
    return {plain_word(word): word for language in ("en", "fr") for word in word_list(language)}


_PREFIXES = frozenset(plain_word(prefix) for prefix in PREFIX.values())


def written_word(lookup: Lookup, index: int, text: str) -> Lookup:
    """Put `text` in one place. A whole receipt pasted in any place fills all nine; EXERCICE in front is understood."""
    if not 0 <= index < WORDS or lookup.working:
        return lookup
    typed = [word for word in "".join(sign if sign.isalpha() or unicodedata.combining(sign) else " " for sign in text).split() if word]
    if typed and plain_word(typed[0]) in _PREFIXES:
        lookup, typed = replace(lookup, exercise=True), typed[1:]
    if len(typed) > 1:
        index = 0 if len(typed) >= WORDS else index
        words = list(lookup.words)
        words[index:index + len(typed)] = [word[:MAX_WORD] for word in typed]
        return replace(lookup, words=tuple(words[:WORDS]))
    word = typed[0][:MAX_WORD] if typed else ""
    return replace(lookup, words=(*lookup.words[:index], word, *lookup.words[index + 1:]))


def words_now(lookup: Lookup) -> tuple[WordNow, ...]:
    """The nine places as they are shown."""
    return tuple(_word_now(index, text) for index, text in enumerate(lookup.words))


def _word_now(index: int, text: str) -> WordNow:
    plain, known = plain_word(text), _known()
    if not plain:
        return WordNow(index=index, text=text, state="empty")
    if plain in known:
        return WordNow(index=index, text=text, state="known")
    begins = [word for key, word in known.items() if key.startswith(plain)]
    if begins:
        only = begins[0] if len(begins) == 1 else None
        return WordNow(index=index, text=text, state="typing", completion=only)
    close = get_close_matches(plain, known, n=1, cutoff=0.6)
    return WordNow(index=index, text=text, state="unknown", nearest=known[close[0]] if close else None)


def receipt_of(lookup: Lookup) -> Receipt | Problem:
    """The receipt in the nine places, or what is wrong with it, the wrong word named."""
    prefix = f"{PREFIX['fr']} " if lookup.exercise else ""
    try:
        return read_receipt(prefix + " ".join(lookup.words))
    except ReceiptError as error:
        params = tuple((name, str(value)) for name, value in sorted(error.params.items()))
        return Problem(f"desk.problem.{error.code}", params)
