"""Every sound that ships, in order: the air of each place, music, the sounds of the hand, the sounds the story tells of.

Room: assets, build-only.
Stays outside: how a sound is made (`kit`), levelled (`level`) and stored (`bake`), and the words of its caption: the game's words
hold those under `sound.ID`, and `sound.ID.MOMENT` for what is heard at a moment of a loop.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from types import MappingProxyType
from typing import Literal

from assets.sound.kit.synth import Array, Loop

Kind = Literal["ambience", "music", "interface", "story"]


@dataclass(frozen=True, slots=True)
class Sound:
    """One sound. `maker` is `module:function` in the kit; `mix_db` is how much louder than its kind it is stored.

    `moments` are seconds of a loop, by name.
    """

    id: str
    kind: Kind
    maker: str
    mix_db: float = 0.0
    moments: Mapping[str, float] = field(default_factory=dict)

    @property
    def file(self) -> str:
        """Where it lies under the baked sounds."""
        return f"{self.kind}/{self.id}.ogg"

    @property
    def looped(self) -> bool:
        """Whether it goes round for as long as one stays."""
        return self.kind in ("ambience", "music")

    @property
    def module(self) -> str:
        """The dotted module whose function makes it."""
        return f"assets.sound.kit.{self.maker.partition(':')[0]}"

    def make(self) -> Array | Loop:
        """Compute it: a Loop for what goes round, else mono (n,) or stereo (2, n)."""
        maker: Callable[[], Array | Loop] = getattr(import_module(self.module), self.maker.partition(":")[2])
        return maker()


def _air(name: str, module: str, mix_db: float = 0.0, **moments: float) -> Sound:
    return Sound(name, "ambience", f"{module}:{name.replace('-', '_')}", mix_db, MappingProxyType(moments))


def _plain(kind: Kind, module: str, levels: Mapping[str, float]) -> tuple[Sound, ...]:
    return tuple(Sound(name, kind, f"{module}:{name.replace('-', '_')}", mix_db) for name, mix_db in levels.items())


AMBIENCES = (
    _air("portail", "outdoors", horn=4.5, gull=12.4, again=28.6),
    _air("portail-soir", "outdoors", horn=9.0),
    _air("arret-bus", "outdoors", car=8.5, other=24.5),
    _air("cour", "outdoors", ball=3.0, call=9.7, rope=18.0),
    _air("cour-vide", "outdoors", -2, rope=11.0),
    _air("couloir-b", "indoors", -3, steps=3.2, door=10.3, away=18.6),
    _air("vie-scolaire", "indoors", -3, heating=10.0, ready=23.4),
    _air("gymnase", "indoors", ball=1.5, soles=5.9, rolling=14.1),
    _air("cdi-radio", "indoors", -5, dial=4.0, page=33.6),
    _air("cantine", "indoors", -1, chair=7.7),
    _air("cantine-etude", "indoors", -3, page=6.4, chair=19.0),
    _air("salle-arts", "indoors", -4, brush=2.6),
    _air("salle-info", "indoors", -4, typing=3.9, disk=8.9),
    _air("studio", "indoors", -5, page=3.2, chair=7.4, leak=16.8, again=21.8),
)
MUSIC = _plain("music", "music", {"title": 0, "investigation": -3, "unease": -3, "account": -5, "resolution": -1})
INTERFACE = _plain(
    "interface",
    "interface",
    {
        "paper-slide": -8, "card-set": -5, "stamp": -5, "tape-set": -7, "pencil-tick": -8, "page": -7, "focus": -14, "choice": -5,
        "clue-found": -1, "antenna-0": -6, "antenna-1": -3, "antenna-2": -1, "saved": -5, "no": -5,
    },
)  # fmt: skip
STORY = _plain(
    "story",
    "story",
    {
        "comet-whistle": -2, "comet-whistle-broken": -2, "bell": -3, "fog-horn": -3, "gull": -4, "gate-creak": -5, "bus-stops": -4,
        "fire-door": -4, "kettle-click": -6, "counter-bell": -5, "lamp-on": -6, "jingle": -2, "phone-buzz": -5, "jar": -6,
        "page-turn": -6, "tape-tear": -6, "card-pin": -5,
    },
)  # fmt: skip


def sounds() -> tuple[Sound, ...]:
    """The whole catalogue; ids are unique."""
    listed = (*AMBIENCES, *MUSIC, *INTERFACE, *STORY)
    ids = [sound.id for sound in listed]
    if len(ids) != len(set(ids)):
        raise ValueError(f"listed twice: {sorted({name for name in ids if ids.count(name) > 1})}")
    return listed
