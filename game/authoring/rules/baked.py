"""What was baked beside the story: pictures that are listed and cannot be shown, sounds that are named and were never made.

Room: game/authoring.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.authoring.bench import Bench
from game.content.diagnostics import Diagnostic, Rule, Severity, did_you_mean
from game.content.model import Model
from game.content.story import Story
from game.content.vocabulary import SILENCE

E = Severity.ERROR
MISSING_SOUND = Rule("SV114", "missing-sound", E, "there is no {kind} “{sound}”")
PICTURE_LIST = Rule("SV115", "picture-list", E, "the list of pictures cannot be used: {why}")
PICTURE_FILE = Rule("SV116", "picture-file", E, "“{picture}” is never shown: {why}")
RULES = (MISSING_SOUND, PICTURE_LIST, PICTURE_FILE)

KINDS: Mapping[str, tuple[str, ...]] = {"music": ("music",), "sound": ("ambience",), "cue": ("story", "interface")}
"""Which kinds of sound each key may name."""
CALLED = {"music": "music", "sound": "sound of a place", "cue": "sound"}


def check_sounds(bench: Bench) -> Iterator[Diagnostic]:
    """Music, the air of a place and what a line tells of: each names a sound of its kind; `none` is silence."""
    if bench.sounds is None:
        return
    for model, key, named in _named(bench.story):
        if bench.sounds.get(named) not in KINDS[key] and named != SILENCE:
            known = [name for name, kind in bench.sounds.items() if kind in KINDS[key]]
            yield MISSING_SOUND.at(model.mark(key), kind=CALLED[key], sound=named, hint=did_you_mean(named, known))


def _named(story: Story) -> Iterator[tuple[Model, str, str]]:
    """Every sound that something names, with the model and the key that name it."""
    todo: list[Model] = [story]
    while todo:
        model = todo.pop()
        for key in KINDS:
            named = getattr(model, key, None)
            if isinstance(named, str):
                yield model, key, named
        todo.extend(child for _, child in model.below())


def check_pictures(bench: Bench) -> Iterator[Diagnostic]:
    """The list beside the pictures: it reads, and each file it names lies there, in the folder, and is a picture."""
    for mark, left in bench.left:
        if left.picture:
            yield PICTURE_FILE.at(mark, picture=left.picture, why=left.why)
        else:
            yield PICTURE_LIST.at(mark, why=left.why)
