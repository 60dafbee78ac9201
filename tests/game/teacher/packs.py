"""The pack of the shipped episode in both languages, composed once for all tests; a text without translation shows its brackets."""

from __future__ import annotations

from functools import lru_cache

from game.content.help import load_help
from game.content.loader import load_story
from game.content.root import content_root
from game.content.words import Words, load_words
from game.teacher.blocks import Pack
from game.teacher.pack import compose
from reporting.client.routes import load_routes

ASSETS = content_root() / "assets"
LANGUAGES = ("fr", "en")


@lru_cache(maxsize=2)
def words(language: str) -> Words:
    """The words of a language."""
    return load_words(language, content_root(), strict=True, story=load_story())


@lru_cache(maxsize=2)
def pack(language: str) -> Pack:
    """The pack in a language."""
    return compose(load_story(), words(language), load_help(), load_routes())
