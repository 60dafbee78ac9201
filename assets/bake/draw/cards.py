"""Clue cards by id.

Room: assets, build-only.
Stays outside: how they look (`assets.kit.props`).
"""

from assets.kit.props import clues, clues_things, clues_words
from assets.kit.svg import Svg

CLUES = {**clues.CLUES, **clues_words.CLUES, **clues_things.CLUES}


def clue(name: str) -> Svg:
    """A clue card, 640×400."""
    return CLUES[name]()
