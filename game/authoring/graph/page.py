"""Writes the page: one HTML file with everything in it, which opens from the disk and fetches nothing.

Room: game/authoring. Text in, text out.
"""

from __future__ import annotations

import html
import json
from importlib.resources import files

from .elements import Data

HERE = files(__package__)


def page(data: Data) -> str:
    """The whole page for these elements."""
    told = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")  # no text can end the script it lies in
    first = data["title"][data["languages"][0]]
    parts = {
        "@LANG@": html.escape(data["languages"][0]),
        "@TITLE@": html.escape(first),
        "@CSS@": _read("page.css"),
        "@LIBRARY@": (HERE / "vendor" / "cytoscape.min.js").read_text(encoding="utf-8").replace("</script", "<\\/script"),
        "@SCRIPT@": _read("page.js"),
        "@DATA@": told,  # last: whatever it says, nothing in it is filled in
    }
    made = _read("page.html")
    for name, text in parts.items():
        made = made.replace(name, text, 1)
    return made


def _read(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")
