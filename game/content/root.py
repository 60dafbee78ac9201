"""Where the content is: one function, so that nobody else guesses.

Room: game/content. A checkout keeps `scenes/ story/ assets/` at its root; an installed copy under `game/_content`.
"""

from __future__ import annotations

from pathlib import Path


def content_root() -> Path:
    """The folder that holds `scenes`, `story` and `assets`. It may be read-only; nothing is ever written there."""
    game = Path(__file__).resolve().parent.parent
    installed = game / "_content"
    return installed if installed.is_dir() else game.parent


def words_root() -> Path:
    """The folder of the interface's own words. They belong to the game and load even when every episode is broken."""
    return Path(__file__).resolve().parent.parent / "words"
