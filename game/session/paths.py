"""Where one person's files live. Found once at the edge, then passed down; nothing is created before it is needed.

Room: game/session. `user_paths()` follows each system's habits through platformdirs; `Paths.under()` puts all in one
folder, for tests, the demo, and a copy carried on a USB stick.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from game.content.episodes import EPISODE_ID

APP = "stop-la-violence"
HOME_VARIABLE = "STOP_LA_VIOLENCE_HOME"
"""An environment variable that puts every file of the game in one folder."""


@dataclass(frozen=True, slots=True)
class Paths:
    """Folders and files of one person on one device.

    settings: their own choices (JSON).              managed: what the school decides for everyone on this device (JSON).
    saves:    the folder of save slots.              desk:    the folder of the report desk's outbox and drafts.
    cache:    what may be deleted at any time.       logs:    technical logs and crash reports, without personal data.
    """

    settings: Path
    managed: Path
    saves: Path
    desk: Path
    cache: Path
    logs: Path
    home: Path | None = None
    """The folder of all saves, where `saves` is one episode's part of it."""

    @classmethod
    def under(cls, root: Path) -> Paths:
        """Everything in one folder."""
        return cls(
            settings=root / "settings.json",
            managed=root / "managed.json",
            saves=root / "saves",
            desk=root / "desk",
            cache=root / "cache",
            logs=root / "logs",
        )

    @property
    def left_quickly(self) -> Path:
        """The marker that the last sitting ended by the quick exit."""
        return (self.home or self.saves) / "left-quickly"

    @property
    def episodes(self) -> Path:
        """Where a person puts episodes of their own."""
        return (self.home or self.saves).parent / "episodes"

    def of_episode(self, name: str | None) -> Paths:
        """The same with the saves of the episode of this id; None for the game's own, whose saves lie where they always did.

        raises: ValueError where it is no id of an episode: a folder of that name could lie anywhere.
        """
        if name is not None and not EPISODE_ID.fullmatch(name):
            raise ValueError("an episode is named by small letters, digits and hyphens")
        home = self.home or self.saves
        return replace(self, saves=home if name is None else home / "episodes" / name, home=home)


def user_paths(environ: Mapping[str, str]) -> Paths:
    """The usual folders of this system, or one folder when `STOP_LA_VIOLENCE_HOME` names it.

    The managed settings stay in the system's own folder either way, so that a variable cannot unlock class mode.
    """
    import platformdirs

    managed = Path(platformdirs.site_config_dir(APP, appauthor=False)) / "managed.json"
    home = environ.get(HOME_VARIABLE, "").strip()
    if home:
        root = Paths.under(Path(home).expanduser().absolute())
        return Paths(root.settings, managed, root.saves, root.desk, root.cache, root.logs)
    data = Path(platformdirs.user_data_dir(APP, appauthor=False, roaming=False))
    return Paths(
        settings=Path(platformdirs.user_config_dir(APP, appauthor=False)) / "settings.json",
        managed=managed,
        saves=data / "saves",
        desk=data / "desk",
        cache=Path(platformdirs.user_cache_dir(APP, appauthor=False)),
        logs=Path(platformdirs.user_log_dir(APP, appauthor=False)),
    )
