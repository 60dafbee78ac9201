"""`python -m assets.bake`: draw what changed, drop what is no longer listed, write the manifest.

Room: assets, build-only.
"""

import argparse
import sys
from collections import defaultdict
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from importlib.metadata import version
from pathlib import Path
from typing import Any

from assets.bake.catalogue import pictures
from assets.bake.episode import bake_and_say
from assets.bake.life import lives
from assets.bake.manifest import BAKED, entry, read, write
from assets.bake.paint import Painted, paint
from assets.bake.picture import Picture
from assets.bake.places import moods
from assets.bake.source import source_hash


def stale(wanted: list[Picture], known: dict[str, dict[str, Any]], folder: Path) -> list[Picture]:
    """The pictures whose source changed or whose file is missing."""
    return [
        picture
        for picture in wanted
        if known.get(picture.id, {}).get("source") != source_hash(picture) or not (folder / picture.file).is_file()
    ]


def bake(folder: Path, everything: bool, only: tuple[str, ...], workers: int) -> int:
    """Bring the folder up to date; returns how many pictures were drawn."""
    listed = pictures()
    entries = dict(read(folder)["pictures"])
    due = listed if everything else stale(listed, entries, folder)
    due = [picture for picture in due if picture.id.startswith(only)]
    by_id = {picture.id: picture for picture in listed}
    families: dict[str, list[Picture]] = defaultdict(list)
    for picture in due:
        families[picture.over or picture.id].append(picture)
    jobs: list[Future[list[Painted]]] = []
    with ProcessPoolExecutor(workers) as pool:
        for base, members in sorted(families.items(), key=lambda pair: len(pair[1])):
            family = [by_id[base], *(picture for picture in members if picture.id != base)]
            under = by_id.get(by_id[base].on or "")
            jobs.append(pool.submit(paint, family, frozenset(picture.id for picture in members), under))
        try:
            for done, job in enumerate(as_completed(jobs), 1):
                for painted in job.result():
                    picture = by_id[painted.id]
                    path = folder / picture.file
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(painted.data)
                    entries[painted.id] = entry(picture, painted, by_id.get(picture.on or ""))
                    print(f"{done}/{len(jobs)} {painted.id} {len(painted.data) / 1000:.0f} kB", flush=True)
                finish(folder, listed, entries)  # files and manifest agree at any moment, whatever stops us
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
    finish(folder, listed, entries)
    print(f"{len(entries)} pictures, {sum(row['bytes'] for row in entries.values()) / 1e6:.1f} MB")
    return len(due)


def finish(folder: Path, listed: list[Picture], entries: dict[str, dict[str, Any]]) -> None:
    """Write the manifest of what is there, and remove the files of pictures that are no longer listed (and no other file)."""
    names = {picture.id for picture in listed}
    for name, gone in entries.items():
        if name not in names:
            (folder / gone["file"]).unlink(missing_ok=True)
    for name in entries.keys() - names:
        del entries[name]
    there = [picture for picture in listed if picture.id in entries]
    write(entries, there, {"resvg": version("resvg_py"), "moods": moods(), "life": lives()}, folder)


def main() -> int:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m assets.bake", description=__doc__)
    parser.add_argument("--all", action="store_true", help="draw everything again")
    parser.add_argument("--only", nargs="+", default=[""], metavar="PREFIX", help="only pictures whose id starts so")
    parser.add_argument("--out", type=Path, default=BAKED, help="folder to write to")
    parser.add_argument("--workers", type=int, default=2, help="processes (default 2)")
    parser.add_argument("--episode", type=Path, metavar="FOLDER", help="the drawings of an episode instead: its assets/drawn/*.svg")
    options = parser.parse_args()
    if options.episode is not None:
        return bake_and_say(options.episode, everything=options.all)
    options.out.mkdir(parents=True, exist_ok=True)
    bake(options.out, options.all, tuple(options.only), options.workers)
    return 0


if __name__ == "__main__":
    sys.exit(main())
