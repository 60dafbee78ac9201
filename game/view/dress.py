"""The window's name and picture, as the desktop shows them: the game's, or those of a tide table.

Room: game/view. After a quick exit a neutral name over the game's own picture would tell; both change together.
"""

from __future__ import annotations

from pathlib import Path

import pygame

from game.content.words import Words

ICON = Path("app") / "icon.webp"
SIDE = 64  # px, of the picture that is drawn here


def dress(words: Words, baked: Path, *, neutral: bool, name: str | None = None) -> None:
    """Give the window its name and picture; `name` is that of another episode than the game's own.

    A picture that cannot be read is replaced by the neutral one.
    """
    pygame.display.set_caption(words("exit.caption") if neutral else name or words("window.caption"))
    picture = None
    if not neutral:
        try:
            picture = pygame.image.load(baked / ICON)
        except (OSError, pygame.error):
            picture = None
    pygame.display.set_icon(picture or wave())


def wave() -> pygame.Surface:
    """Two waves on pale blue: what the tide table's page is known by."""
    icon = pygame.Surface((SIDE, SIDE))
    icon.fill("#DCE9F2")
    for top, colour in ((26, "#6F9FC0"), (42, "#1B3A57")):
        crests = [(x, top + (0 if x % 32 else 8)) for x in range(0, SIDE + 1, 16)]
        pygame.draw.lines(icon, colour, False, crests, 7)
    return icon
