"""Clue cards by id.

Room: assets, build-only.
Stays outside: how they look (`assets.kit.props`).
"""

from assets.kit.props.cards import CLUES
from assets.kit.svg import Svg


def clue(name: str) -> Svg:
    """A clue card, 640×400."""
    return CLUES[name]()
