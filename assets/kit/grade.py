"""The same drawing at another hour: every colour goes through a grade that keeps dark below light."""
from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from .palette import luminance, mix, rgb, saturate

if TYPE_CHECKING:
    from .palette import Mood
    from .svg import Svg

HEX = re.compile(r"#[0-9A-Fa-f]{6}\b")


def regrade(S: Svg, change: Callable[[str], str]) -> Svg:
    """The same drawing at another hour: every colour of it goes through `change`, which keeps dark below light."""
    known: dict[str, str] = {}

    def other(found: re.Match[str]) -> str:
        if found[0] not in known:
            known[found[0]] = change(found[0])
        return known[found[0]]

    S.out = [HEX.sub(other, part) for part in S.out]
    S.defs = {key: (name, HEX.sub(other, markup)) for key, (name, markup) in S.defs.items()}
    return S


def _ramp(*sheets: str) -> Callable[[float], str]:
    """Colours from dark to light, asked for by a share from 0 to 1."""
    def at(t: float) -> str:
        place = max(0.0, min(.9999, t)) * (len(sheets) - 1)
        return mix(sheets[int(place)], sheets[int(place) + 1], place % 1)
    return at


def fog_grade(M: Mood, thin: float = .47) -> Callable[[str], str]:
    """Night into morning fog: dark blues rise to slate and pearl, warm lights fade to paper. `thin`: the smaller, the paler the darks."""
    ramp = _ramp(M.dark, "#333F68", "#62769A", "#93A7BC", "#B4C2CB", "#CBD3D3", "#E2E0D8", "#F6EEDF", "#FFF8EA")

    def change(c: str) -> str:
        r, _, b = rgb(c)
        warm = max(0.0, min(1.0, (r - b - 20) / 90))
        pale = ramp(min(1.0, luminance(c) ** thin * 1.06))
        return mix(mix(pale, M.key, warm * .24), saturate(c, .9), .14)

    return change


def dusk_grade(M: Mood) -> Callable[[str], str]:
    """Fog into nightfall: greys sink to indigo, only what was warm stays warm."""
    ramp = _ramp(M.dark, "#1E2148", "#2C3062", "#454780", "#6A5E92", "#A57C98", "#E8B49A")

    def change(c: str) -> str:
        r, _, b = rgb(c)
        warm = max(0.0, min(1.0, (r - b - 24) / 70))
        return mix(ramp(luminance(c) ** .7), c, warm * .8)

    return change
