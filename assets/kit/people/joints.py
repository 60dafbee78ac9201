"""What a pose is made of: arms, legs, and the whole of it. Pixels for a person of height 1, ground at y=965 (ankles at 930)."""
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Arm:
    """Upper arm and forearm angles and lengths, or `to`: where the wrist goes ("pocket" too), elbow behind (-1) or ahead (1)."""
    upper: float = -6
    fore: float = 6
    lengths: tuple[float, float] = (108, 102)
    to: tuple[float, float] | str | None = None
    elbow: int = -1
    hand: str | None = "relaxed"
    turn: float | None = None
    flip: int = 1


@dataclass(frozen=True)
class Leg:
    """Where the ankle is; the knee follows unless given; the shoe's angle and foreshortening."""
    ankle: tuple[float, float]
    knee: tuple[float, float] | None = None
    angle: float = 0
    turn: float = .92


@dataclass(frozen=True)
class Pose:
    """A whole pose. `order` is drawn from back to front; `tips`: where the fingers of the far hand show, and their angle; `held`: what both
    hands hold (a kind of hand), and where."""
    pit: tuple[float, float] = (302, 286)
    hips: tuple[float, float] = (292, 534)
    tilt: float = -4
    hip_tilt: float = 5
    belly: float = 6
    head: float = 3
    raised: float = 0
    near: Arm = Arm()
    far: Arm = Arm(12, 26)
    near_leg: Leg = Leg((281, 930))
    far_leg: Leg = Leg((368, 922), turn=.98)
    order: tuple[str, ...] = ("far_arm", "legs", "torso", "near_arm", "collar", "head")
    pocket: bool = False
    seated: bool = False
    tips: tuple[tuple[float, float], float] | None = None
    held: tuple[str, tuple[float, float]] | None = None
