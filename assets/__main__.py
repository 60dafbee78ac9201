"""`python run.py art`: look at the kit, or bake what ships.

Room: assets, build-only. `--out DIR` writes contact sheets and `art.json`; `--bake` brings `assets/baked`, the brand pictures and
the example up to date, or with `--episode FOLDER` an episode’s own; `--mockups DIR` writes the kit's screens.
Stays outside: the commands themselves (`assets.sheets`, `assets.bake`, `assets.mockups`, `assets.brand`, `assets.example`).
"""

import argparse
import sys
from pathlib import Path

from assets import brand, example, mockups, sheets
from assets.bake.__main__ import bake
from assets.bake.episode import bake_and_say
from assets.bake.manifest import BAKED


def parser() -> argparse.ArgumentParser:
    """What may be asked for; `run_words.OPTIONS` knows the same names, to refuse others before anything is set up."""
    parser = argparse.ArgumentParser(prog="python run.py art", description="Look at the drawing kit, or bake what ships.")
    parser.add_argument("--out", type=Path, metavar="DIR", help="write contact sheets and art.json there")
    parser.add_argument("--mockups", type=Path, metavar="DIR", help="write the kit's screens there")
    parser.add_argument("--bake", action="store_true", help="draw again what changed, and write the manifest")
    parser.add_argument("--episode", type=Path, metavar="FOLDER", help="with --bake: the drawings of an episode, its assets/drawn/*.svg")
    parser.add_argument("--all", action="store_true", help="with --bake: draw everything again")
    return parser


def main() -> int:
    """Read the command line; do what it asks for, in the order above."""
    options = parser().parse_args()
    if not (options.out or options.mockups or options.bake):
        parser().error("say what to do: --out DIR, --mockups DIR or --bake")
    if options.out:
        sheets.write(options.out)
    if options.mockups:
        mockups.write(options.mockups)
    if options.bake and options.episode:
        return bake_and_say(options.episode, everything=options.all)
    if options.bake:
        bake(BAKED, options.all, ("",), 2)
        brand.write(brand.FOLDER)
        example.write()
    return 0


if __name__ == "__main__":
    sys.exit(main())
