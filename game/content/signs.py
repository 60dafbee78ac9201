"""Signs that a text must not hold: nobody sees them, and they steer a terminal, turn words round or have no width that could be drawn.

Room: game/content, pygame-free. `check` refuses them, and both readers leave them out. The spaces of French (U+00A0, U+202F) and the soft
hyphen are no such signs; a line break is one wherever it is not asked for.
"""

from __future__ import annotations

import re

HIDDEN = re.compile(
    "[\u0000-\u0009\u000b-\u001f\u007f-\u009f"  # what steers a device; a tab too, which no font draws
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # what turns the reading direction
    "\u115f\u1160\u180e\u200b-\u200d\u2060-\u2064\u206a-\u206f\u3164\ufeff\U000e0000-\U000e0fff"  # what takes no room
    "\u2028\u2029\ud800-\udfff\ufff9-\uffff]"  # breaks of another kind, halves of signs, what is no sign at all
)
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ROOMLESS = re.compile("[\u115f\u1160\u180e\u200b-\u200d\u2060-\u2064\u206a-\u206f\u3164\ufeff\U000e0000-\U000e0fff]")


def hidden(text: str) -> tuple[int, str] | None:
    """The first sign that a text must not hold: where it stands in the text, from 0, and the sign."""
    found = HIDDEN.search(text)
    return (found.start(), found[0]) if found is not None else None


def shown(text: str, instead: str = "") -> str:
    """The text without them, or with `instead` for each. A tab is a space."""
    return HIDDEN.sub(instead, text.replace("\t", " ")) if HIDDEN.search(text) else text


def kind(sign: str) -> str:
    """What such a sign does, for an author."""
    if _DIRECTION.match(sign):
        return "it turns the reading direction"
    return "it takes no room" if _ROOMLESS.match(sign) else "it is a control character"


def code(sign: str) -> str:
    """How a sign is named: `U+202E`."""
    return f"U+{ord(sign):04X}"
