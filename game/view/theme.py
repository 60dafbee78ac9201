"""The interface's colours, with its type and the sizes of its boxes, which `check` reads too (`game/content/typeface.py`, `boxes.py`).

Room: game/view. Colours are roles, never looks: a widget asks for `surface` or `danger`. Two themes give every role a colour;
`PAIRS` says what may be written on what and how strong the contrast has to be, and a test holds both themes to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from game.content.typeface import HAND, READ, READ_BOLD, STYLES, TITLE, TITLE_BOLD, TextStyle

__all__ = ["HAND", "READ", "READ_BOLD", "STYLES", "TITLE", "TITLE_BOLD", "TextStyle"]

TARGET = 64  # smallest side of anything that can be pressed, logical px

INK, NIGHT, CHALK, PAPER, AMBER = "#1A1930", "#2C2A4E", "#F3E9D8", "#FBF5E6", "#FFD08A"


@dataclass(frozen=True, slots=True)
class Theme:
    """Colour roles, each `#rrggbb`. `on_x` is what may be written on `x`. A flat theme has outlines instead of shadows and paper."""

    name: str
    flat: bool
    roles: Mapping[str, str]

    def __getitem__(self, role: str) -> str:
        return role if role.startswith("#") else self.roles[role]


def _theme(name: str, flat: bool, **roles: str) -> Theme:
    return Theme(name, flat, MappingProxyType(roles))


PAPER_THEME = _theme(
    "paper", False,
    text=INK, text_soft="#414059", surface=CHALK, surface_raised=PAPER, surface_sunk="#E7DAC3",
    rule="#A9B5C4", edge="#5F5C79", shadow="#14122C", tape="#E3C892", tape_cool="#B9C9D2",
    accent="#1F4A4A", on_accent=PAPER, bar=NIGHT, on_bar=CHALK, bar_soft="#CBC8DC",
    highlight=AMBER, focus=AMBER, focus_edge=INK, desk="#3E3A66", on_desk=CHALK, pen="#C98A4E",
    danger="#7E2A26", on_danger=PAPER, good="#22513F", on_good=PAPER, warn="#6B4309", on_warn=PAPER,
    fact="#1F4A4A", feeling="#5A3560", rumour="#6B4309",
)  # fmt: skip

CONTRAST_THEME = _theme(
    "contrast", True,
    text="#FFFFFF", text_soft="#E8E4F2", surface="#0D0C1C", surface_raised="#17162C", surface_sunk="#000000",
    rule="#6C7590", edge="#FFFFFF", shadow="#000000", tape="#3A3350", tape_cool="#2B3A4C",
    accent="#FFD87A", on_accent="#0D0C1C", bar="#000000", on_bar="#FFFFFF", bar_soft="#E8E4F2",
    highlight="#4A3A00", focus="#FFD87A", focus_edge="#000000", desk="#000000", on_desk="#FFFFFF", pen="#FFD87A",
    danger="#FFB4A8", on_danger="#1A0806", good="#A9EBC6", on_good="#04160D", warn="#FFD87A", on_warn="#160F00",
    fact="#8FE3E0", feeling="#E7B9F0", rumour="#FFD87A",
)  # fmt: skip

THEMES: Mapping[str, Theme] = MappingProxyType({t.name: t for t in (PAPER_THEME, CONTRAST_THEME)})

PAIRS: tuple[tuple[str, str, float], ...] = (
    *(
        (text, ground, 7.0)
        for text in ("text", "text_soft", "fact", "feeling", "rumour", "danger", "good", "warn", "accent")
        for ground in ("surface", "surface_raised")
    ),
    *(("text", ground, 7.0) for ground in ("surface_sunk", "tape", "tape_cool", "highlight")),
    *((f"on_{ground}", ground, 7.0) for ground in ("accent", "bar", "danger", "good", "warn", "desk")),
    ("bar_soft", "bar", 7.0), ("focus", "focus_edge", 7.0), ("focus", "bar", 7.0), ("focus", "desk", 7.0),
    ("edge", "surface", 4.5), ("edge", "surface_raised", 4.5),
)  # fmt: skip


def rgb(colour: str) -> tuple[int, int, int]:
    """`#rrggbb` as three numbers from 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(a: str, b: str, t: float) -> str:
    """From `a` (t = 0) to `b` (t = 1)."""
    return "#" + "".join(f"{round(x + (y - x) * t):02X}" for x, y in zip(rgb(a), rgb(b), strict=True))


def contrast(a: str, b: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2)."""

    def luminance(colour: str) -> float:
        linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in (c / 255 for c in rgb(colour))]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)
