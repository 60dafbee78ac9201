"""The poster in one piece: what the title shows is one picture to read instead of three to lay together.

Room: assets, build-only.
"""

from assets.kit.svg import Svg
from assets.kit.ui import keyart


def poster() -> Svg:
    """Sky, sea and headland, from the back to the front. Their definitions have names of their own, so they can stand side by side."""
    whole = Svg(keyart.W, keyart.H, "kp")
    for layer in (keyart.back(), keyart.mid(), keyart.front()):
        whole.defs.update({(layer.name, key): found for key, found in layer.defs.items()})
        whole.out += layer.out
    return whole
