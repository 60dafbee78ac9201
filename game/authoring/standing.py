"""Files named as they can be opened from where the author stands, in the faults and in what they say.

Room: game/authoring. Faults know files from the root of their episode; a terminal and an editor open them from the folder they are in.
"""

from __future__ import annotations

import dataclasses
import os
import re
from collections.abc import Iterable
from pathlib import Path
from types import MappingProxyType

from game.content.diagnostics import Diagnostic
from game.content.root import words_root

INTERFACE = "game/words/"


def seen_from(here: Path, root: Path, faults: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The same faults, each file named from `here`; absolute where no way leads there (another drive).

    root: what was checked, a folder or one file.
    """
    base = root if root.is_dir() else root.parent
    alone = re.escape(root.name) if root.is_file() else "(?!)"
    told = re.compile(rf"(?:(?:scenes|story|episodes|{INTERFACE[:-1]})/[^:()“”]+?\.(?:yaml|po|json)|{alone})(?=:\d)")

    def name(file: str) -> str:
        path = words_root().parent.parent / file if file.startswith(INTERFACE) else base / file
        try:
            return Path(os.path.relpath(path, here)).as_posix()
        except ValueError:
            return path.resolve().as_posix()

    def moved(text: str) -> str:
        return told.sub(lambda found: name(found[0]), text)

    return [
        dataclasses.replace(
            fault,
            mark=dataclasses.replace(fault.mark, file=name(fault.file)),
            values=MappingProxyType({key: moved(value) for key, value in fault.values.items()}),
            hint=moved(fault.hint) if fault.hint is not None else None,
        )
        for fault in faults
    ]
