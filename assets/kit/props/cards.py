"""All clue cards by id: what draws each, and its title."""
from __future__ import annotations

from . import clues, clues_things, clues_walls, clues_words

CLUES = {**clues.CLUES, **clues_walls.CLUES, **clues_words.CLUES, **clues_things.CLUES}
TITLES = {**clues.TITLES, **clues_walls.TITLES, **clues_words.TITLES, **clues_things.TITLES}
