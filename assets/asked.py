"""Which pictures the game asks for: by the stories that ship, and by the ids that its code names.

Room: assets, build-only. Not baked, it is missing; what is baked and not asked for is carried for nothing (`assets.lint`).
Stays outside: the rules themselves.

A figure counts where it can be seen: in the pose of a presence, or in a standing pose that a line gives to somebody who stands there
(`game/view/widgets/scene.py`). Everybody who speaks has all eight expressions, whichever the lines use.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from assets.bake.catalogue import ICON_SIZES, MOVES
from assets.bake.life import lives
from assets.bake.manifest import MANIFEST
from assets.kit.people import EXPRESSIONS

if TYPE_CHECKING:
    from game.content.story import Story

ROOT = Path(__file__).resolve().parents[1]
GAME = ROOT / "game"
EPISODES = ROOT / "episodes"
FRONTS = ("title",)  # kinds whose ids the code puts together from their front; of `figure/` and `icon/` that would be all
BY_PATH = frozenset({"app/icon"})  # read as a file before anything else of the game is (`game/view/dress.py`)


def asked_for(names: Iterable[str]) -> frozenset[str]:
    """All that the shipped stories and the code ask for. `names`: the pictures there are; of what only code names, others are not known."""
    from game.content.loader import load_story

    out = by_story(load_story())
    for folder in sorted(folder for folder in EPISODES.iterdir() if folder.is_dir()):
        out |= by_story(load_story(folder)) - brought(folder)
    out |= {frame for layer, rows in lives().items() if layer in out for row in rows for frame in row["frames"]}
    return frozenset(out | by_code(set(names), written(GAME), out) | BY_PATH)


def brought(folder: Path) -> set[str]:
    """The pictures that an episode has of its own."""
    listed = folder / "assets" / "baked" / MANIFEST
    return set(json.loads(listed.read_text(encoding="utf-8"))["pictures"]) if listed.is_file() else set()


def by_story(story: Story) -> set[str]:
    """Layers of looks and states, the map, figures of presences and of who stands there, faces of lines, cards of clues."""
    out = {name for place in story.places.values() for look in place.looks.values() for name in look.layers}
    out |= {name for guise in story.guises.values() for name in guise.layers}
    out |= {f"clue/{name}" for name in story.clues}
    out |= {f"clue/{moment.drawing}" for moment in (story.teaching.timeline if story.teaching is not None else ())}
    if story.episode.map is not None and story.episode.map.picture is not None:
        out.add(story.episode.map.picture)
    for person in story.people.values():
        out |= figure(person.who, person.pose, left=person.facing == "left")
    out |= _as_lines_tell(story)
    persons = {name for name, someone in story.cast.items() if someone.kind == "person"}
    for who in {line.who for line in story.lines.values()} & persons:
        out |= bust(who)
    return out


def figure(who: str, pose: str, *, left: bool = False) -> set[str]:
    """A figure and its shut eyes; where it faces left, the one that is lit from the other side, too."""
    whole = f"figure/{who}/{pose}"
    return {whole, f"{whole}/blink"} | ({f"{whole}/left", f"{whole}/left/blink"} if left else set())


def bust(who: str) -> set[str]:
    """Somebody's shoulders, and eight heads with what moves in them."""
    heads = {f"bust/{who}/{expression}" for expression in EXPRESSIONS}
    return {f"bust/{who}/body", *heads, *(f"{head}/{move}" for head in heads for move in MOVES)}


def _as_lines_tell(story: Story) -> set[str]:
    """Standing poses of lines, of those who stand somewhere: nobody sits down or gets up for a line."""
    from game.view.scenery import STANDING

    there = {person.who for person in story.people.values() if person.pose in STANDING}
    told = {(line.who, line.pose) for line in story.lines.values() if line.who in there and line.pose in STANDING}
    return {name for who, pose in told for name in figure(who, str(pose))}


def written(folder: Path) -> frozenset[str]:
    """Every string in the code below a folder, and the fixed parts of those that are put together."""
    return frozenset(part for path in sorted(folder.rglob("*.py")) for part in strings(path.read_text(encoding="utf-8")))


def strings(code: str) -> Iterator[str]:
    """Every string of one module."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def by_code(names: set[str], code: frozenset[str], known: set[str]) -> set[str]:
    """Of these pictures those that code names: by the whole id (`ui/cork`), as an icon (`bell`), by a front part (`title/`), or by an end
    that it puts behind one that is asked for (`-plain`)."""
    ends = tuple(part for part in code if part.startswith("-") and part[1:].isalnum())
    fronts = tuple(part for part in code if part.endswith("/") and part[:-1] in FRONTS)
    out = {f"icon/{name}/{size}" for name in code for size in ICON_SIZES} & names
    out |= {name for name in names if name in code or (fronts and name.startswith(fronts))}
    return out | {name for name in names if any(name.endswith(end) and name.removesuffix(end) in out | known for end in ends)}
