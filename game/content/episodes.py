"""Which episodes there are: the game's own, those laid beside it, and those of the person. A broken one never takes the others down.

Room: game/content. An episode is any folder that holds `scenes/` and `story/` (and `assets/`, if it has pictures of its own). Finding
them opens no file, so the title need not wait; opening one reads its whole story.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # the models are heavy, and the title only asks how many there are
    from .diagnostics import Diagnostic
    from .story import Story

FOLDER = "episodes"
EPISODE_ID = re.compile(r"(?!(con|prn|aux|nul|com[0-9]|lpt[0-9])$)(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*")
"""Lower-case words joined by hyphens: the saves of an episode lie in a folder of this name, on every system."""

Trouble = Literal["broken", "id", "twice"]


@dataclass(frozen=True, slots=True)
class Opened:
    """What opening an episode gave: its story, or why it cannot be played.

    trouble: `broken`, its content has errors, of which `first` is the first; `id`, its id could not name a folder of saves; `twice`,
    an episode of this id stands before it in the list.
    """

    root: Path
    story: Story | None = None
    trouble: Trouble | None = None
    first: Diagnostic | None = None

    def fault(self, say: Callable[[Diagnostic], str] = lambda fault: fault.message) -> str:
        """The first error in one line, as `check` begins it, in the words of `say`; empty where it is none of the content's."""
        return f"{self.first.mark} {self.first.code} {say(self.first)}" if self.first is not None else ""


def is_episode(folder: Path) -> bool:
    """Whether this folder looks like one. Never raises OSError."""
    try:
        return (folder / "scenes").is_dir() and (folder / "story").is_dir()
    except OSError:
        return False


def find_episodes(content: Path, own: Path | None = None) -> tuple[Path, ...]:
    """Every episode's folder: the game's own first, then `content/episodes/*`, then `own/*`, each by name.

    content: the content root.
    own:     the folder where a person puts episodes; it need not exist.
    """
    return (content, *_within(content / FOLDER), *(_within(own) if own is not None else ()))


def _within(folder: Path) -> Iterator[Path]:
    try:
        yield from (path for path in sorted(folder.iterdir()) if is_episode(path))
    except OSError:
        return


def named(given: str, folders: Iterable[Path]) -> Path | None:
    """The episode a person means: a folder they typed, or the name of one of `folders`."""
    typed = Path(given).expanduser()
    if is_episode(typed):
        return typed.resolve()
    return next((folder for folder in folders if folder.name == given), None)


def open_episodes(folders: Iterable[Path], *, cache_dir: Path | None = None) -> tuple[Opened, ...]:
    """Open each, in this order. Never raises for what an author wrote: it comes back as `trouble`."""
    opened: list[Opened] = []
    for root in folders:
        found = open_episode(root, cache_dir=cache_dir)
        ids = {other.story.episode.id for other in opened if other.story is not None}
        if found.story is not None and found.story.episode.id in ids:
            found = Opened(root, trouble="twice")
        opened.append(found)
    return tuple(opened)


def open_episode(root: Path, *, cache_dir: Path | None = None) -> Opened:
    """Open one."""
    from .diagnostics import ContentError
    from .loader import load_story

    try:
        story = load_story(root, cache_dir=cache_dir)
    except ContentError as error:
        return Opened(root, trouble="broken", first=next(iter(error.diagnostics), None))
    if not EPISODE_ID.fullmatch(story.episode.id):
        return Opened(root, trouble="id")
    return Opened(root, story)
