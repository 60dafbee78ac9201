"""How long the kit takes to draw: processor time of this process, so that what else runs on the machine counts little.

The library that rasterises hands out nothing but PNG, and packing two million pixels takes it up to half of the time; nothing needs
that PNG. So what it takes to pack the very same picture is measured apart, told, and not counted.
"""
from __future__ import annotations

import base64
import time
from collections.abc import Callable
from functools import cache

from .render import png


def best(work: Callable[[], object], turns: int = 3) -> float:
    """Milliseconds of processor time, the best of some turns."""
    taken = []
    for _ in range(turns):
        began = time.process_time()
        work()
        taken.append((time.process_time() - began) * 1000)
    return min(taken)


def packing(picture: bytes, width: int, height: int, turns: int = 3) -> float:
    """Milliseconds to pack a PNG of this size: it is read and laid down, once to be seen, once under a plain cover that packs as a blank does."""
    size = f'width="{width}" height="{height}"'
    link = f'xlink:href="data:image/png;base64,{base64.b64encode(picture).decode()}"'
    laid = f"{_sheet(width, height)}<image {size} {link}/>"
    cover = f"<rect {size}/></svg>"
    return max(0.0, best(lambda: png(f"{laid}</svg>"), turns) - best(lambda: png(laid + cover), turns)) + blank(width, height)


@cache
def blank(width: int, height: int) -> float:
    """Milliseconds for a plain sheet, which is nothing but packing."""
    return best(lambda: png(f'{_sheet(width, height)}<rect width="{width}" height="{height}"/></svg>'))


def _sheet(width: int, height: int) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{width}" height="{height}">'
