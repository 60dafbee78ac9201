"""Words of a free text that look like a first name, so that the desk can ask softly whether they should stay.

Room: reporting/client. Pure. A guess by capitals, not a list of people: it offers, it never removes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# capitalised in the middle of a sentence, and nobody
_APPS = (
    "snapchat snap instagram insta tiktok whatsapp facebook messenger telegram discord twitter youtube reddit twitch onlyfans "
    "google iphone android internet wifi"
)
_DAYS = (
    "lundi mardi mercredi jeudi vendredi samedi dimanche noël toussaint pâques monday tuesday wednesday thursday friday saturday "
    "sunday january february march april may june july august september october november december christmas"
)
_OTHER = "english french france paris i i'm i’m i've i’ve i'd i’d i'll i’ll"
_NOBODY = frozenset(f"{_APPS} {_DAYS} {_OTHER}".split())


def name_like(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each word of `text` that begins with a capital where no sentence begins."""
    for found in _WORD.finditer(text):
        word = found.group()
        before = text[:found.start()].rstrip(" \t\u00a0\u202f«“\"'’(–—-")
        begins = not before or before[-1] in ".!?…:\n"
        elided = re.match(r"^[a-zà-ÿ]{1,2}['’](.+)$", word)
        start, name = (found.start() + elided.start(1), elided.group(1)) if elided else (found.start(), word)
        if begins and not elided:
            continue
        if name[0].isupper() and not name.isupper() and name.casefold() not in _NOBODY:
            yield start, found.end()
