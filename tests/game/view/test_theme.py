"""Both themes can be read."""

from __future__ import annotations

import pytest

from game.view.theme import PAIRS, STYLES, THEMES, contrast


@pytest.mark.parametrize("name", THEMES)
def test_every_pair_of_roles_is_readable(name: str) -> None:
    """Body text 7:1, edges 4.5:1, in both themes."""
    theme = THEMES[name]
    weak = {(t, g): round(contrast(theme[t], theme[g]), 2) for t, g, need in PAIRS if contrast(theme[t], theme[g]) < need}
    assert weak == {}


def test_contrast_is_the_published_ratio() -> None:
    """Black on white is 21, a colour on itself 1."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)


def test_no_style_is_smaller_than_thirty() -> None:
    """At 1080p nothing is set under 30 px."""
    assert {name: style.size for name, style in STYLES.items() if style.size < 30} == {}
