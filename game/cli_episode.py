"""The episode named on the command line: `play --episode DIR|ID`.

Room: game/cli. Finds it, opens it, and words why it cannot be played; `cli.py` says so and ends.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from game.content.episodes import Opened, find_episodes, named, open_episode
from game.content.root import content_root
from game.content.words import Words

if TYPE_CHECKING:
    from game.content.diagnostics import Diagnostic


def say_fault(fault: "Diagnostic", locale: str) -> str:
    """A fault's message in this language; the words of `check` are the bench's, which the window may not know."""
    from game.authoring.voice import voice

    return voice(locale).message(fault)


def say_hint(fault: "Diagnostic", locale: str) -> str | None:
    """What might be meant, in this language."""
    from game.authoring.voice import voice

    return voice(locale).hint(fault)


def asked_episode(given: str, own: Path, cache: Path, words: Words, check_command: str) -> Opened | str:
    """The episode, open; or what to tell the person where there is none of that name, or where it cannot be played.

    own: the folder of a person's own episodes. check_command: how they would type `check` here.
    """
    folders = find_episodes(content_root(), own)
    root = named(given, folders)
    if root is None:
        return words("episodes.unknown", given=given, names=", ".join(folder.name for folder in folders[1:]) or "—")
    opened = open_episode(root, cache_dir=cache)
    if opened.trouble is None:
        return opened
    see = words("cli.content.see", command=f"{check_command} {root}")
    why = words(f"episodes.{opened.trouble}", fault=opened.fault(lambda fault: say_fault(fault, words.locale)))
    return f"{why}\n{see}"
