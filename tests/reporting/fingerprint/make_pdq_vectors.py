"""Write `pdq_vectors.json` with the reference library: `python -m tests.reporting.fingerprint.make_pdq_vectors`.

Needs `pdqhash` (requirements/oracles.txt). The vectors are committed, so that our PDQ is proven where the reference cannot be built.
"""

import json
from pathlib import Path

from tests.reporting.fingerprint.recipes import KINDS, pixels_of

VECTORS = Path(__file__).with_name("pdq_vectors.json")
# (height, width): under the smallest, at it, around 64 and 128 (where the window changes), odd, long, and one of a phone's size.
SIZES = (
    (1, 1), (4, 200), (5, 5), (5, 300), (63, 64), (64, 64), (65, 64), (64, 128), (127, 129), (128, 128), (129, 257), (200, 131),
    (301, 97), (480, 640), (768, 1024), (1201, 1603),
)  # fmt: skip


def main() -> None:
    """Ask the reference about each picture and write what it says."""
    import numpy as np
    import pdqhash

    found = []
    for number, (height, width) in enumerate(SIZES):
        for kind in KINDS:
            bits, quality = pdqhash.compute(pixels_of(kind, height, width, number))
            found.append([kind, height, width, number, np.packbits(bits.astype(bool)).tobytes().hex(), quality])
    note = f"pdqhash {pdqhash.__version__}, x86_64: kind, height, width, seed, pdq, quality; see recipes.py"
    lines = ",\n  ".join(json.dumps(one) for one in found)
    VECTORS.write_text(f'{{"made_with": {json.dumps(note)},\n "vectors": [\n  {lines}\n ]}}\n', encoding="utf-8")


if __name__ == "__main__":
    main()
