"""The pack as one HTML page that needs nothing else: fonts and pictures inside, one section a sheet, A4 when printed.

Room: game/teacher. Works from a USB stick, offline, in any browser; no script.
"""

from __future__ import annotations

import base64
import io
from dataclasses import fields, is_dataclass
from pathlib import Path

from game.content.words import Words
from game.teacher import blocks as b
from game.teacher.look import FONTS, Style, icon, picture

FOLDER = Path(__file__).parent / "templates"
WIDE = {"clue": (44.0, 27.5), "title": (60.0, 33.75)}
"""Millimetres that a picture of each family is printed at."""


def as_page(pack: b.Pack, assets: Path, words: Words) -> str:
    """The page. assets: the folder that holds `fonts` and `baked`."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    env = Environment(loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    env.filters["kind"] = lambda block: type(block).__name__.lower()
    env.filters["icon"] = lambda name: _data("image/png", icon(assets, name))
    env.filters["picture"] = lambda name: _data("image/jpeg", picture(assets, name, *WIDE[name.partition("/")[0]]))
    letters = set("".join(texts_of(pack)) + "0123456789.,:·-/()…")
    fonts = {style: _data("font/woff", _subset(assets / "fonts" / file, letters)) for style, file in _used().items()}
    style = env.get_template("pack.css").render(fonts=fonts)
    return env.get_template("pack.html").render(pack=pack, words=words, style=style)


def texts_of(value: object) -> list[str]:
    """Every text of a pack, in the order it is read."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for part in value for text in texts_of(part)]
    if is_dataclass(value):
        return [text for field in fields(value) for text in texts_of(getattr(value, field.name))]
    return []


def _used() -> dict[Style, str]:
    return {style: file for style, file in FONTS.items() if style != "hand"}


def _subset(font: Path, letters: set[str]) -> bytes:
    """The font with these letters only: a tenth of its weight."""
    from fontTools import subset
    from fontTools.ttLib import TTFont

    options = subset.Options(flavor="woff", layout_features=["kern", "mark", "liga"], recalc_timestamp=False)
    cut, out = subset.Subsetter(options), io.BytesIO()
    cut.populate(unicodes=[ord(letter) for letter in letters])
    with TTFont(font, recalcTimestamp=False) as loaded:
        cut.subset(loaded)
        loaded.flavor = "woff"
        loaded.save(out)
    return out.getvalue()


def _data(kind: str, content: bytes | None) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode()}" if content else ""
