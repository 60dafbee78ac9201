"""The interface's pieces: only what the window cannot paint itself.

Room: assets, build-only.
Stays outside: how they look (`assets.kit.ui.pieces`).
"""

from collections.abc import Iterator

from assets.bake.picture import Picture

PIECES, HARBOUR = "kit.ui.pieces", "kit.ui.harbour"


def interface() -> Iterator[Picture]:
    """Every piece. High contrast has neither cork nor cloth nor shadows: it is flat."""
    yield Picture("ui/contact-shadow", f"{PIECES}:contact_shadow", canvas=(420, 84), whole=True)
    yield Picture("ui/cork", f"{PIECES}:cork", canvas=(1800, 840), opaque=True)
    yield Picture("ui/desk-cloth", f"{PIECES}:desk_cloth", opaque=True)
    yield Picture("ui/buoy", f"{HARBOUR}:bell_buoy", canvas=(360, 500))
    yield Picture("ui/swell", f"{HARBOUR}:swell", ("paper",), canvas=(3400, 480), whole=True)
    yield Picture("ui/swell-contrast", f"{HARBOUR}:swell", ("contrast",), canvas=(3400, 480), whole=True)
    yield Picture("map/college", "kit.ui.chart:chart", canvas=(1800, 900), words=True, opaque=True)
    yield Picture("map/college-plain", "kit.ui.chart:plain", canvas=(1800, 900), words=True)
    for level in range(3):
        for theme, name in (("paper", f"ui/antenna/{level}"), ("contrast", f"ui/antenna/{level}-contrast")):
            yield Picture(name, f"{PIECES}:antenna", (level, theme), canvas=(105, 68), whole=True)
