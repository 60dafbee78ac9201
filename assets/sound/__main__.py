"""`python run.py sound`: render what ships, or look at it.

Room: assets, build-only. `--bake` brings `assets/baked/sound` up to date; `--out DIR` writes a spectrogram of each sound and `sound.json`.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from assets.sound import look
from assets.sound.bake import bake
from assets.sound.manifest import BAKED, read


def parser() -> argparse.ArgumentParser:
    """What may be asked for; `run_words.OPTIONS` knows the same names, to refuse others before anything is set up."""
    parser = argparse.ArgumentParser(prog="python run.py sound", description="Render the sounds that ship, or look at them.")
    parser.add_argument("--bake", action="store_true", help="render again what changed, and write the manifest")
    parser.add_argument("--all", action="store_true", help="with --bake: render everything again")
    parser.add_argument("--only", nargs="*", default=[], metavar="ID", help="only these")
    parser.add_argument("--out", type=Path, metavar="DIR", help="write spectrograms and sound.json there")
    return parser


def main() -> int:
    """Read the command line; bake first, then look."""
    options = parser().parse_args()
    if not (options.out or options.bake):
        parser().error("say what to do: --bake or --out DIR")
    if options.bake:
        made = bake(everything=options.all, only=options.only)
        entries = read(BAKED)
        print(f"{len(made)} rendered: {' '.join(made)}")
        print(f"{len(entries)} sounds, {sum(row['bytes'] for row in entries.values()) / 1e6:.2f} MB")
    if options.out:
        look.write(options.out, options.only)
    return 0


if __name__ == "__main__":
    sys.exit(main())
