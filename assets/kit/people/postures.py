"""What each of the twelve brings to every pose, and how each just stands, sits or holds a phone: known by the outline alone.

A posture bends whatever pose it meets; an own pose replaces parts of a common one (`poses.POSES`)."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .joints import Arm, Leg


@dataclass(frozen=True)
class Posture:
    """stoop: neck forward and down; sway: how far the hip goes out; stance: feet apart; head: its tilt; raised: the shoulders."""
    stoop: float = 0
    sway: float = 1.0
    stance: float = 1.0
    head: float = 0
    raised: float = 0


POSTURES = {
    "Louna": Posture(sway=1.3, head=-4),
    "Timothée": Posture(stoop=24, sway=.6, stance=.9, head=9, raised=6),
    "Maxence": Posture(stoop=-5, stance=1.25, head=-4),
    "Jade": Posture(stoop=-5, sway=1.7, stance=.85, head=-6),
    "Yanis": Posture(sway=.7, head=5),
    "Ambre": Posture(stoop=-8, sway=1.3, head=-5),
    "Côme": Posture(stoop=3, sway=.5, stance=.85, head=-5, raised=5),
    "Nour": Posture(stoop=6, sway=.7, stance=.8, head=8, raised=4),
    "Sacha": Posture(stoop=8, sway=1.2, stance=1.1, head=6, raised=5),
    "Mme Rahmani": Posture(sway=.6, stance=.8, head=3),
    "Basile": Posture(stoop=4, stance=1.2, head=4),
    "M. Prigent": Posture(stoop=6, stance=1.1, head=-3),
}

CROSSED = ("legs", "torso", "far_arm", "near_arm", "collar", "head")
HAND_LAST = ("legs", "torso", "near_arm", "collar", "head", "far_arm")
ON_HIP = Arm(to=(218, 474), hand="fist", turn=-64)
POCKET = Arm(to="pocket", hand=None)

OWN_STANDING: dict[str, dict[str, Any]] = {
    # one hand in the pocket, the other at the headphones: somebody who listens
    "Louna": dict(pit=(298, 287), hips=(284, 534), near=POCKET, pocket=True, far=Arm(21, -163, (102, 96), hand="chin", turn=-204),
                  near_leg=Leg((272, 930)), far_leg=Leg((380, 921), turn=1.0), order=HAND_LAST),
    # holds his own arm, knees together
    "Timothée": dict(near=Arm(-3, 3), far=Arm(to=(248, 438), elbow=1, hand="wrap", turn=66), near_leg=Leg((290, 930), turn=.86),
                     far_leg=Leg((344, 923), turn=.72), order=("legs", "torso", "near_arm", "far_arm", "collar", "head")),
    # square as a goalkeeper: both fists on the hips, feet wide
    "Maxence": dict(pit=(302, 285), hips=(300, 534), near=ON_HIP, far=Arm(to=(378, 480), elbow=1, hand="fist", turn=52),
                    tilt=2, hip_tilt=-2, near_leg=Leg((262, 930), turn=.8), far_leg=Leg((376, 924), turn=1.0)),
    # hip out, a hand on it, the free foot far out
    "Jade": dict(hips=(286, 534), near=ON_HIP, far=Arm(8, -6), tilt=-5, hip_tilt=6, near_leg=Leg((282, 930)),
                 far_leg=Leg((392, 920), turn=1.04)),
    # a hand at the lapel, the other in a pocket, weight back
    "Yanis": dict(pit=(298, 287), near=POCKET, pocket=True, far=Arm(lengths=(98, 70), to=(344, 376), elbow=1, hand="fist", turn=164),
                  near_leg=Leg((276, 930)), far_leg=Leg((356, 922), angle=0, turn=.8), order=CROSSED),
    # tall: chin up, the far hand on the hip, the near foot forward
    "Ambre": dict(pit=(296, 285), hips=(296, 534), near=Arm(-10, 4),
                  far=Arm(to=(374, 480), elbow=1, hand="fist", turn=52), tilt=4, hip_tilt=-5,
                  near_leg=Leg((254, 930), turn=1.0), far_leg=Leg((338, 922), turn=.9)),
    # on his toes, both hands clasped high: soon, soon
    "Côme": dict(pit=(308, 288), near=Arm(to=(300, 436), hand="fist", turn=-96), far=Arm(to=(338, 430), elbow=1, hand="fist", turn=84),
                 near_leg=Leg((278, 928), angle=2), far_leg=Leg((342, 918), angle=8), order=CROSSED),
    # hands behind the back, toes in
    "Nour": dict(near=Arm(-17, 34), far=Arm(17, -34), near_leg=Leg((280, 930), turn=.9), far_leg=Leg((356, 923), turn=.74),
                 order=("far_arm", "near_arm", "legs", "torso", "collar", "head")),
    # sunk into the jacket, leaning back on one leg
    "Sacha": dict(pit=(284, 291), hips=(298, 536), near=POCKET, pocket=True, far=Arm(to=(356, 500), elbow=1, hand=None), head=10, tilt=-2,
                  near_leg=Leg((286, 930)), far_leg=Leg((396, 920), turn=1.02)),
    # upright, feet together, a mug between both hands
    "Mme Rahmani": dict(near=Arm(to=(296, 446), hand=None), far=Arm(to=(352, 444), elbow=1, hand=None), held=("mug", (324, 424)),
                        near_leg=Leg((284, 930), turn=.92), far_leg=Leg((340, 922), turn=.8),
                        order=("legs", "torso", "far_arm", "near_arm", "held", "collar", "head")),
    # one hand in the pocket, the other plays with the card on its strap
    "Basile": dict(near=POCKET, pocket=True, far=Arm(to=(330, 424), elbow=1, hand="fist", turn=118), near_leg=Leg((264, 930), turn=.9),
                   far_leg=Leg((372, 922), turn=1.0), order=CROSSED),
    # as before a picture: bent forward, hands behind the back
    "M. Prigent": dict(pit=(312, 288), hips=(290, 534), belly=10, near=Arm(-18, 36), far=Arm(17, -34), head=4, tilt=2,
                       near_leg=Leg((272, 930)), far_leg=Leg((376, 922), turn=1.02),
                       order=("far_arm", "near_arm", "legs", "torso", "collar", "head")),
}

CHIN = Arm(lengths=(108, 104), to=(332, 504), elbow=1, hand="chin", turn=170)
THOUGHTFUL = ("far_leg", "torso", "near_leg", "near_arm", "collar", "head", "far_arm")
FOLDED: dict[str, Any] = dict(near=Arm(-8, 0, to=(336, 612), hand="wrap", turn=-104), far=Arm(8, 0, to=(250, 584), elbow=1, hand=None),
                              tips=((256, 600), 124))

OWN_SITTING: dict[str, dict[str, Any]] = {
    # chin in the hand, one foot tucked back
    "Louna": dict(near=Arm(to=(330, 700), hand="relaxed", turn=-60), far=CHIN, near_leg=Leg((336, 926), (362, 748), angle=8),
                  far_leg=Leg((424, 921), (416, 728)), order=THOUGHTFUL),
    # bent over his hands, toes in
    "Timothée": dict(pit=(300, 488), belly=-18, head=8, near=Arm(to=(362, 722), hand="fist", turn=-58),
                     far=Arm(to=(388, 712), elbow=1, hand="fist", turn=-24),
                     near_leg=Leg((376, 930), (362, 748), turn=.9), far_leg=Leg((410, 922), (414, 730), turn=.76)),
    # broad: knees apart, forearms on them
    "Maxence": dict(pit=(304, 482), belly=-14, near=Arm(to=(356, 716), hand="fist", turn=-40),
                    far=Arm(to=(418, 694), hand="relaxed", turn=-30),
                    near_leg=Leg((340, 930), (350, 756)), far_leg=Leg((450, 918), (432, 724), turn=1.0)),
    # arms folded, one leg over the other
    "Jade": dict(**FOLDED, near_leg=Leg((434, 880), (398, 712), angle=16), far_leg=Leg((388, 928), (384, 742), turn=.95),
                 order=("far_leg", "near_leg", "torso", "far_arm", "near_arm", "tips", "collar", "head")),
    # upright, hands in her lap, ankles crossed
    "Ambre": dict(near=Arm(to=(330, 694), hand="relaxed", turn=-70), far=Arm(to=(350, 684), elbow=1, hand="relaxed", turn=60),
                  near_leg=Leg((414, 930), (368, 744)), far_leg=Leg((352, 924), (412, 728), turn=.8)),
    # chin in the hand, knees together, feet apart
    "Nour": dict(near=Arm(to=(340, 700), hand="relaxed", turn=-66), far=CHIN, near_leg=Leg((348, 930), (372, 744), turn=.84),
                 far_leg=Leg((430, 922), (402, 730)), order=THOUGHTFUL),
    # slumped, legs stretched out
    "Sacha": dict(pit=(268, 486), hips=(274, 720), belly=-16, head=10, near=POCKET, pocket=True,
                  far=Arm(to=(378, 690), hand="fist", turn=-50),
                  near_leg=Leg((424, 928), (384, 742), angle=-6), far_leg=Leg((486, 920), (430, 724), angle=-4)),
    # upright, hands folded, both legs aslant
    "Mme Rahmani": dict(near=Arm(to=(326, 690), hand="fist", turn=-70), far=Arm(to=(352, 682), elbow=1, hand="relaxed", turn=66),
                        near_leg=Leg((396, 930), (368, 744)), far_leg=Leg((436, 924), (408, 730))),
    # bent forward a little, hands clasped between his knees
    "Basile": dict(pit=(300, 482), belly=-12, near=Arm(to=(356, 722), hand="fist", turn=-52),
                   far=Arm(to=(388, 706), elbow=1, hand="relaxed", turn=-40),
                   near_leg=Leg((346, 930), (352, 754)), far_leg=Leg((442, 920), (430, 726))),
    # leaning back, a hand on each knee
    "M. Prigent": dict(pit=(282, 474), near=Arm(to=(352, 712), hand="relaxed", turn=-50),
                       far=Arm(to=(412, 688), hand="relaxed", turn=-58),
                       near_leg=Leg((344, 930), (356, 752)), far_leg=Leg((446, 920), (426, 726))),
}
"""How each sits: chin in the hand, hands between the knees, arms folded; the others rest their hands on their knees."""

OWN_PHONE: dict[str, dict[str, Any]] = {
    # he films: the phone at arm's length, chin up
    "Côme": dict(pit=(298, 288), head=-2, near=Arm(-6, 0, to=(372, 356), hand="phone", turn=8),
                 far=Arm(to=(344, 470), elbow=1, hand="fist", turn=60),
                 order=CROSSED),
    # elbow held by the other hand
    "Yanis": dict(far=Arm(to=(262, 436), elbow=1, hand="wrap", turn=80),
                  order=("legs", "torso", "far_arm", "near_arm", "collar", "head")),
}

OPEN_LOW = Arm(16, 66, (100, 84), hand="open")
OWN_TALKING: dict[str, dict[str, Any]] = {
    # the other hand stays in the pocket
    "Louna": dict(near=POCKET, pocket=True, order=HAND_LAST),
    # a small hand, close to the body
    "Timothée": dict(near=Arm(-4, 4), far=Arm(4, 92, (100, 70), hand="open"), near_leg=Leg((276, 930), turn=.86),
                     far_leg=Leg((332, 923), turn=.74),
                     order=HAND_LAST),
    # both hands wide
    "Maxence": dict(near=Arm(-34, -72, (96, 82), hand="open", flip=-1), far=Arm(34, 84, (98, 82), hand="open")),
    # hip and flick of the hand
    "Jade": dict(near=ON_HIP, far=Arm(22, 138, (98, 84), hand="open"), far_leg=Leg((384, 921), turn=1.02)),
    # weighs his words: a hand before the chest
    "Yanis": dict(near=POCKET, pocket=True, far=Arm(10, 118, (96, 66), hand="open"), order=HAND_LAST),
    # lays it down flat
    "Ambre": dict(near=Arm(-10, 8), far=Arm(40, 72, (104, 90), hand="open")),
    # all of him talks
    "Côme": dict(near=Arm(-28, -104, (96, 80), hand="open", flip=-1), far=Arm(36, 132, (96, 82), hand="open"), head=-5),
    # one hand open, one on the chest
    "Nour": dict(near=Arm(to=(322, 380), hand="relaxed", turn=-108), far=OPEN_LOW,
                 order=("far_arm", "legs", "torso", "collar", "head", "near_arm")),
    # a hand out of the pocket, no higher than it must
    "Sacha": dict(near=POCKET, pocket=True, far=Arm(22, 60, (100, 84), hand="open")),
    # both hands low and open
    "Mme Rahmani": dict(near=Arm(-12, 30, (104, 90), hand="relaxed"), far=OPEN_LOW),
    # calm down: the palm low, the other hand in the pocket
    "Basile": dict(near=POCKET, pocket=True, far=Arm(28, 76, (102, 88), hand="open")),
    # broad, as before a canvas
    "M. Prigent": dict(near=ON_HIP, far=Arm(44, 134, (104, 92), hand="open"), head=-4),
}

OWN_SHY: dict[str, dict[str, Any]] = {
    # the head lower still, toes in
    "Timothée": dict(pit=(308, 294), hips=(298, 536), head=13, far_leg=Leg((330, 922), turn=.62)),
    # holds his own elbow
    "Yanis": dict(pit=(302, 290), near=Arm(-3, 3), far=Arm(to=(246, 436), elbow=1, hand="wrap", turn=72), head=8,
                  order=("legs", "torso", "near_arm", "far_arm", "collar", "head")),
    # arms around herself
    "Ambre": dict(pit=(302, 288), near=Arm(-8, 0, to=(352, 398), hand="wrap", turn=-112),
                  far=Arm(8, 0, to=(252, 384), elbow=1, hand=None),
                  tips=((254, 394), 118), head=6, order=("legs", "torso", "far_arm", "near_arm", "tips", "collar", "head")),
    # pulls his jumper down by its hem
    "Côme": dict(near=Arm(to=(276, 524), hand="fist", turn=-16), far=Arm(to=(344, 518), elbow=1, hand="fist", turn=14)),
}

OWN_WALKING: dict[str, dict[str, Any]] = {
    # hands in the pockets, looking at the ground
    "Timothée": dict(near=POCKET, pocket=True, far=Arm(to=(360, 500), elbow=1, hand=None), head=8),
    # in a hurry
    "Côme": dict(near=Arm(-46, 24, (100, 90), hand="fist"), far=Arm(30, 106, (100, 84), hand="fist"), head=-3),
    # takes his time, a hand in the pocket
    "Basile": dict(near=POCKET, pocket=True, far=Arm(20, 40, (106, 96), hand="fist")),
}

OWN: dict[str, dict[str, dict[str, Any]]] = {"standing-shy": OWN_SHY, "walking": OWN_WALKING, "standing": OWN_STANDING,
"sitting": OWN_SITTING, "phone": OWN_PHONE, "talking": OWN_TALKING}
