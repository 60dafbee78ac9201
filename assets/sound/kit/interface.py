"""The sounds of the hand: paper, tape, pencil, and a radio that slowly tunes in. Notes come from the motif (music.py)."""
from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.random import Generator

from assets.sound.kit import foley
from assets.sound.kit.instruments import felt, kalimba, pad
from assets.sound.kit.score import MOTIF, hz
from assets.sound.kit.synth import Array, band, count, drift, fade, glide, late, line, mix, modes, noise, reverb, room, seeded, times


def paper_slide() -> Array:
    """A sheet slid across a table."""
    rng = seeded("paper_slide")
    n = count(0.42)
    u = np.linspace(0, 1, n)
    sheet = band(noise(n, rng, -2), 700, 6500) * np.sin(np.pi * u ** 0.7) ** 1.3 * (0.6 + 0.4 * drift(n, rng, 35))
    return fade(sheet, 0.05, 0.12)


def card_set() -> Array:
    """A drawing pin pushed into cork through a card."""
    rng = seeded("card_set")
    t = times(0.16)
    cork = glide(330 + 200 * np.exp(-t / 0.012)) * np.exp(-t / 0.02) * 0.35
    pin = modes([2900, 4300], [0.03, 0.025], [0.16, 0.1], 0.06)
    card = band(noise(len(t), rng, -1), 500, 4200) * np.exp(-t / 0.009) * 0.4
    return fade(mix(cork + card, pin), 0.001, 0.04)


def stamp() -> Array:
    """A rubber stamp on a card: the handle's knock, the ink that lets go."""
    rng = seeded("stamp")
    t = times(0.22)
    press = glide(190 + 110 * np.exp(-t / 0.01)) * np.exp(-t / 0.03) * 0.6 + band(noise(len(t), rng, -1), 300, 2600) * np.exp(-t / 0.014) * 0.8
    wood = modes([620, 1130, 1870], [0.04, 0.03, 0.02], [0.3, 0.2, 0.1], 0.08)
    ink = foley.crackle(rng, 0.09, 6000, 1200, 6500) * np.exp(-times(0.09) / 0.03)
    return fade(mix(press, wood, late(ink * 0.25, 0.13)), 0.001, 0.05)


def tape_set() -> Array:
    """Adhesive tape pulled and torn."""
    rng = seeded("tape_set")
    n = count(0.5)
    u = np.linspace(0, 1, n)
    stick = np.diff(np.floor(np.cumsum(90 + 160 * u) / 44100), prepend=0) * rng.uniform(0.5, 1, n)
    peel = np.convolve(stick, band(noise(count(0.02), rng), 900, 6500) * np.exp(-times(0.02) / 0.003))[:n]
    rip = np.exp(-0.5 * ((u - 0.86) / 0.035) ** 2) * band(noise(n, rng), 1800, 9000)
    return fade(peel * (0.3 + u) * (u < 0.84) + rip * 0.9, 0.03, 0.04)


def pencil_tick() -> Array:
    """One small mark of a pencil."""
    rng = seeded("pencil_tick")
    n = count(0.11)
    stroke = band(noise(n, rng), 1700, 6800) * np.sin(np.pi * np.linspace(0, 1, n) ** 0.55) ** 1.6
    tap = modes([390, 1240], [0.03, 0.02], [0.5, 0.25], 0.05)
    return fade(mix(stroke * 0.7, tap), 0.003, 0.03)


def page() -> Array:
    """A page of the notebook."""
    return foley.page(seeded("page"), 0.6)


def focus() -> Array:
    """A fingertip on paper, barely."""
    rng = seeded("focus")
    touch = band(noise(count(0.07), rng, -3), 250, 1600)
    return fade(touch * np.exp(-times(0.07) / 0.02), 0.008, 0.03)


def choice() -> Array:
    """A soft wooden knock and one low kalimba note: said."""
    rng = seeded("choice")
    knock = modes([310, 720], [0.05, 0.03], [0.5, 0.25], 0.09)
    return reverb(mix(knock, kalimba(hz("A4"), rng, 0.7) * 0.5), room(0.6, rng, 3000), 0.16)


def static(seconds: float, rng: Generator, low: float = 900, high: float = 5000) -> Array:
    """Short-wave noise that spits a little."""
    n = count(seconds)
    return band(noise(n, rng), low, high) * (0.35 + 0.65 * drift(n, rng, 24) ** 2)


def notes(names: Sequence[str], gap: float, rng: Generator, seconds: float = 1.3) -> Array:
    """Warm notes, one after the other."""
    return mix(*(late(kalimba(hz(n), rng, seconds), i * gap) + late(felt(hz(n) / 2, rng, seconds) * 0.3, i * gap) for i, n in enumerate(names)))


def clue_found() -> Array:
    """The dial finds a station: a breath of static opens onto the first three notes."""
    rng = seeded("clue_found")
    search = static(0.5, rng) * np.linspace(0.8, 0, count(0.5)) ** 1.3
    beat = glide(np.geomspace(2600, hz("A4"), count(0.32))) * line([(0, 0), (0.08, 0.3), (0.32, 0)], 0.32)
    song = notes(MOTIF[:3], 0.24, rng, 1.4)
    return reverb(mix(fade(search, 0.04, 0.1) * 0.11, fade(beat, 0.04, 0.08) * 0.12, late(song, 0.26)), room(1.6, rng, 3500), 0.24)


def antenna_0() -> Array:
    """Grésille: static, and one note almost lost in it."""
    rng = seeded("antenna_0")
    far = late(glide(hz("A4") * (1 + 0.006 * drift(count(0.7), rng, 7))) * drift(count(0.7), rng, 9), 0.2)
    return mix(fade(static(1.1, rng), 0.12, 0.4) * 0.3, fade(band(far, 350, 2500), 0.15, 0.2) * 0.18)


def antenna_1() -> Array:
    """Capte: the static draws back and two notes come through."""
    rng = seeded("antenna_1")
    fog = static(1.3, rng) * line([(0, 0.8), (0.5, 0.35), (1.3, 0.05)], 1.3)
    return reverb(mix(fade(fog, 0.12, 0.4) * 0.15, late(notes(MOTIF[:2], 0.28, rng), 0.3)), room(1.0, rng, 3000), 0.2)


def antenna_2() -> Array:
    """Clair: no static at all, the five notes."""
    rng = seeded("antenna_2")
    glow = pad(hz("D3"), 1.1, rng, attack=0.4, release=1.0) * 0.22
    return reverb(mix(late(notes(MOTIF, 0.2, rng, 1.5), 0.02), glow), room(1.9, rng, 3800), 0.26)


def saved() -> Array:
    """A stamp on the notebook, and the motif's last two notes."""
    rng = seeded("saved")
    return reverb(mix(foley.ball(rng, 130, 0.35, 0.03) * 0.4, late(notes(MOTIF[3:], 0.16, rng, 0.9) * 0.6, 0.12)), room(0.9, rng, 3000), 0.2)


def no() -> Array:
    """Not that way: two felt notes, a tone down, no reproach."""
    rng = seeded("no")
    return reverb(mix(felt(hz("E4"), rng, 0.9, 0.3), late(felt(hz("D4"), rng, 1.1, 0.3) * 0.9, 0.2)), room(0.7, rng, 1800), 0.15)
