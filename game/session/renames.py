"""`story/renames.yaml`: ids that were given another name after plays had been saved.

Room: game/session. The file is a mapping of old id to new id. What it does to a save is core's (`migrations.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import yaml

NAME = "renames.yaml"


def load_renames(root: Path) -> Mapping[str, str]:
    """The renames of the episode under `root`. Without the file, or if it cannot be read, there are none: a save then says what it lost."""
    try:
        with (root / "story" / NAME).open(encoding="utf-8") as file:
            plain = yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 (both are safe loaders)
    except (OSError, yaml.YAMLError, UnicodeDecodeError):
        return MappingProxyType({})
    if not isinstance(plain, dict):
        return MappingProxyType({})
    return MappingProxyType({old: new for old, new in plain.items() if isinstance(old, str) and isinstance(new, str)})
