"""The interface's colours can be read, and the game uses the very colours that the kit draws with."""

import pytest

from assets.kit.ui import tokens
from game.view.theme import THEMES


def test_every_pair_is_readable() -> None:
    """Body text at 7:1, edges at 4.5:1, in both themes."""
    assert tokens.failures() == []


@pytest.mark.parametrize("name", sorted(tokens.THEMES))
def test_the_game_has_the_kits_colours(name: str) -> None:
    """Two lists that must agree: the colours of the drawn pieces and of what the window paints beside them."""
    drawn = {role: value for role, value in vars(tokens.THEMES[name]).items() if isinstance(value, str) and value.startswith("#")}
    assert {role: colour.upper() for role, colour in THEMES[name].roles.items()} == {role: c.upper() for role, c in drawn.items()}
