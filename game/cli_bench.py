"""`play --watch` and `play --warp`: what an author asks of the window, and when it is not to be had.

Room: game/cli. Both are for a checkout, never for a class; recording by a key comes with every checkout.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from game.content.root import content_root
from game.content.words import Words

if TYPE_CHECKING:
    from game.content.story import Story
    from game.session.edge import Edge
    from game.session.walkthrough import Walkthrough

RECORDINGS = "recorded"


def with_bench(edge: "Edge", *, watch: bool, warp: str | None, words: Words) -> "Edge | str":
    """The same run with an author's bench, where there may be one; or why what was asked for cannot be. Raises ContentError."""
    in_checkout = content_root().name != "_content"
    if not in_checkout or edge.loaded.settings.class_mode:
        return words("bench.not_here") if watch or warp is not None else edge
    start: Walkthrough | None = None
    if warp is not None:
        found = _start(_story(edge), warp, words)
        if isinstance(found, str):
            return found
        start = found
    return replace(edge, recordings=content_root() / RECORDINGS, watch=watch, start=start)


def _story(edge: "Edge") -> "Story":
    if edge.episode is not None and edge.episode.story is not None:
        return edge.episode.story
    from game.content.loader import load_story

    return load_story(edge.root, cache_dir=edge.paths.cache)


def _start(story: "Story", target: str, words: Words) -> "Walkthrough | str":
    """The way to `target`, or why there is none."""
    from game.authoring.warp import NotMetError, UnknownTargetError, find_warp
    from game.session.walkthrough import Walkthrough

    try:
        warp = find_warp(story, target, "home")
    except UnknownTargetError as unknown:
        if unknown.guess is None:
            return words("bench.warp.unknown", target=target)
        return words("bench.warp.guess", target=target, guess=unknown.guess)
    except NotMetError as not_met:
        return words("bench.warp.not_met", target=target, plays=not_met.plays)
    return Walkthrough(warp.path, warp.mode, warp.seed, warp.commands)
