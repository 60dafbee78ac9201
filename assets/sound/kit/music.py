"""Five loops on one motif. « La Minute Cosmos »: A D E A F#, up a fourth, a step, up a fourth, and home by a third.

Title: wonder. Investigation: curious. Unease: the motif loses its last note. Account: one note at a time.
Resolution: the motif whole, and answered. Pads live under 300 Hz and plucks are short, so that words stay readable.
"""
from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np
from numpy.random import Generator

from assets.sound.kit.synth import RATE, Array, Loop, band, count, drift, fade, glide, modes, noise, peak_eq, room, seeded, times

Notes: TypeAlias = Sequence[tuple[float, str] | tuple[float, str, float]]
"""Beat, note and, if given, strength from 0 to 1."""
Instrument: TypeAlias = Callable[..., Array]

MOTIF = ("A4", "D5", "E5", "A5", "F#5")
STEPS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}


def hz(note: str) -> float:
    """"F#3" -> 185.0"""
    semitone = STEPS[note[0]] + note.count("#") - note[1:].count("b") + 12 * (int(note[-1]) + 1)
    return 440 * 2 ** ((semitone - 69) / 12)


def octave(note: str, shift: int) -> str:
    return note[:-1] + str(int(note[-1]) + shift)


def pad(f: float, seconds: float, rng: Generator, bright: float = 1.6, attack: float = 1.2, release: float = 1.8) -> Array:
    """A breath of air through a church organ far away: slow, slightly beating, wide."""
    t = times(seconds + release)
    out = np.zeros((2, len(t)))
    for side in (0, 1):
        for k in range(1, 9):
            for cents in (-4, 3.5):
                tune = 2 ** ((cents + rng.uniform(-1.5, 1.5)) / 1200)
                out[side] += k ** -bright * np.sin(2 * np.pi * f * k * tune * t + rng.uniform(0, 6.28))
    shimmer = 0.85 + 0.15 * np.sin(2 * np.pi * rng.uniform(0.1, 0.25) * t + rng.uniform(0, 6))
    return fade(out * shimmer, attack, release) * 0.25


def kalimba(f: float, rng: Generator, seconds: float = 1.6) -> Array:
    """A metal tongue under a thumb: round note, a tiny bell at the start, wood behind."""
    t = times(seconds)
    bell = 1.3 * np.exp(-t / 0.035) * np.sin(2 * np.pi * f * 5.4 * t)
    body = np.sin(2 * np.pi * f * t + bell * 0.5) * np.exp(-t / (0.42 * (440 / f) ** 0.4))
    octave_ = 0.12 * np.sin(2 * np.pi * 2.003 * f * t) * np.exp(-t / 0.2)
    thumb = band(noise(len(t), rng), 250, 1500) * np.exp(-t / 0.006) * 0.06
    return fade(body + octave_ + thumb, 0.002, 0.2)


def pizzicato(f: float, rng: Generator, seconds: float = 0.9, mute: float = 1.0) -> Array:
    """A plucked string, muted by the side of the hand."""
    k = np.arange(1, 15)
    t60 = 0.95 / mute / (1 + 0.22 * k ** 1.3) * (196 / f) ** 0.35
    gains = np.sin(k * np.pi * 0.21) / k ** 1.25
    finger = band(noise(count(0.05), rng), 200, 1400) * np.exp(-times(0.05) / 0.006) * 0.08
    out = modes(k * f * np.sqrt(1 + 0.0002 * k ** 2), t60, gains, seconds)
    out[:len(finger)] += fade(finger, 0.001, 0.02)
    return fade(out, 0.003, 0.1)


def felt(f: float, rng: Generator, seconds: float = 4.0, touch: float = 0.6) -> Array:
    """A piano with felt over its strings, played for one person."""
    t = times(seconds)
    out = np.zeros_like(t)
    for k in range(1, 9):
        partial = k * f * np.sqrt(1 + 0.0004 * k ** 2)
        tail = 0.65 * np.exp(-t * k ** 0.7 / 0.5) + 0.35 * np.exp(-t * k ** 0.6 / (1.9 * (220 / f) ** 0.3))
        for cents in (-0.7, 0.9):
            out += np.exp(-k * (1.25 - 0.4 * touch)) * tail * np.sin(2 * np.pi * partial * 2 ** (cents / 1200) * t + rng.uniform(0, 0.5))
    hammer = band(noise(len(t), rng, -3), 70, 420) * np.exp(-t / 0.03) * 0.05
    return fade(out + hammer, 0.012, 0.6) * 1.6


def radio_tone(f: float, rng: Generator, seconds: float = 3.0) -> Array:
    """A far station's carrier: thin, never quite in tune, fading as the sky moves."""
    n = count(seconds)
    wander = 2 ** ((drift(n, rng, 1.5) - 0.5) * 0.45 / 12)
    fading = 0.25 + 0.75 * drift(n, rng, 2.2)
    return fade((glide(f * wander) + 0.4 * glide(f * wander * 1.0065)) * fading, 0.6, 1.2) * 0.5


def brush(rng: Generator, seconds: float = 0.22, low: float = 2800) -> Array:
    """Wire brush on a drum skin."""
    n = count(seconds)
    return fade(band(noise(n, rng, -1), low, 9000, 1) * np.exp(-times(seconds) / (seconds * 0.4)), seconds * 0.12, seconds * 0.4)


def thud(rng: Generator) -> Array:
    """A soft felt mallet on something big."""
    t = times(0.45)
    return fade(glide(58 + 34 * np.exp(-t / 0.02)) * np.exp(-t / 0.11), 0.004, 0.1)


class Score(Loop):
    """A loop counted in beats."""

    def __init__(self, beats: int, tempo: float) -> None:
        super().__init__(round(beats * 60 / tempo * 10) / 10)
        self.beat = self.seconds / beats

    def play(self, sound: Array, beat: float, gain: float = 1.0, where: float | Array = 0.0) -> None:
        self.place(sound, beat * self.beat, gain, where)

    def chords(self, voicings: Sequence[str], beats: int, rng: Generator, gain: float = 0.3, overlap: float = 0.4, **colour: float) -> None:
        """Held chords; each voice goes to its nearest note of the next chord, so the hands hardly move."""
        for i, voicing in enumerate(voicings):
            for j, note in enumerate(voicing.split()):
                level = gain * (0.55 if j == 0 else 0.6)
                self.play(pad(hz(note), beats * self.beat + overlap, rng, **colour), i * beats - 0.3, level)

    def melody(self, instrument: Instrument, notes: Notes, rng: Generator, gain: float = 0.3, where: float | Array = 0.0, loose: float = 0.02, **colour: float) -> None:
        """(beat, note) or (beat, note, strength) played by a human hand: never exactly on time."""
        for beat, note, *strength in notes:
            level = (strength or [1.0])[0] * rng.uniform(0.88, 1.05)
            self.play(instrument(hz(note), rng, **colour), beat + rng.normal(0, loose), gain * level, where + rng.uniform(-0.1, 0.1))


def finish(*scores: Score) -> Score:
    """Puts the instruments together and leaves a window for words between 300 Hz and 3 kHz."""
    whole = scores[0]
    for other in scores[1:]:
        whole.add(other)
    whole.tape = peak_eq(band(whole.tape, 45, 14000), 950, -3.0, 2.5)
    return whole


def motif(start: float, lengths: Sequence[float], shift: int = 0, last: int = 5) -> list[tuple[float, str]]:
    """The five notes (or fewer) laid from a beat, with the time between them."""
    at = start + np.concatenate([[0], np.cumsum(lengths)])[:last]
    return [(a, octave(n, shift)) for a, n in zip(at, MOTIF)]


def title() -> Score:
    """Wonder: a wide slow sky in D, the motif twice on a kalimba, drops of light between."""
    rng = seeded("title")
    sky, thumb = Score(64, 66), Score(64, 66)
    sky.chords(["D2 A2 D3 F#3 A3", "G2 B2 D3 F#3 A3", "B1 A2 D3 F#3 C#4", "F#2 A2 C#3 E3 C#4",
                "G2 B2 D3 F#3 B3", "E2 B2 D3 F#3 G3", "A1 B2 D3 E3 G3", "A1 A2 C#3 E3 G3"], 8, rng, 0.2, 1.5)
    sky.wash(room(4.5, rng, 2200, 60), 0.45)
    spread = (2, 1, 1, 2)
    thumb.melody(kalimba, motif(1, spread) + motif(9, spread), rng, 0.3)
    thumb.melody(kalimba, [(18, "D5"), (19, "E5"), (20, "F#5", 0.8), (26, "C#5"), (27, "E5", 0.8)], rng, 0.26)
    thumb.melody(kalimba, motif(33, spread) + [(42, "E5"), (43, "D5"), (45, "B4"), (50, "D5"), (51, "E5"), (53, "A4"), (59, "C#5", 0.7)],
                 rng, 0.28)
    light = [(b, n, s) for b, n, s in zip((6.5, 7, 14.5, 15, 22, 23.5, 30, 30.5, 38.5, 39, 46, 47.5, 54.5, 55, 61.5, 62.5),
                                          ("D6", "F#6", "B5", "F#6", "A5", "C#6", "E6", "A6", "B5", "D6", "G6", "F#6", "E6", "B6", "E6", "A6"),
                                          rng.uniform(0.4, 1, 16))]
    thumb.melody(kalimba, light, rng, 0.12, 0.35, 0.04)
    thumb.wash(room(3.2, rng, 4500, 200, 0.03), 0.42)
    air = band(np.stack([noise(sky.n, rng) for _ in (0, 1)]), 5000, 9000) * drift(sky.n, rng, 0.12) * 0.005
    return finish(sky, thumb).add(air)


def investigation() -> Score:
    """Curious, on tiptoe: plucked bass at 84, three notes of the motif like a question, brushes that tidy up."""
    rng = seeded("investigation")
    low, reply, kit, cushion = (Score(64, 84) for _ in range(4))
    roots = [("B2", "F#2", "A2"), ("E2", "B2", "G#2"), ("B2", "F#2", "D3"), ("E2", "B2", "D3"),
             ("G2", "D3", "B2"), ("A2", "E3", "C#3"), ("F#2", "C#3", "E3"), ("F#2", "C#3", "A#2")]
    figures = (  # (beat, voice, strength): a walk that never goes the same way twice
        ((0, 0, 1.0), (1.6, 0, 0.5), (3, 1, 0.8), (4, 2, 0.8), (6, 0, 0.9)),
        ((0, 0, 0.9), (2, 2, 0.7), (2.6, 1, 0.5), (5, 0, 0.8), (7.6, 1, 0.55)),
        ((0.6, 0, 0.9), (3, 2, 0.8), (4.6, 1, 0.6), (6, 2, 0.7)),
        ((0, 0, 1.0), (3.6, 1, 0.6), (4, 1, 0.5), (5, 2, 0.8), (6.6, 0, 0.6), (7, 1, 0.7)),
        ((0, 1, 0.8), (1, 0, 0.9), (4, 2, 0.8), (7, 0, 0.6)),
        ((0, 0, 1.0), (2.6, 2, 0.6), (3, 1, 0.7), (6, 2, 0.8), (6.6, 1, 0.5)),
        ((1, 0, 0.9), (2, 1, 0.6), (4.6, 0, 0.8), (5.6, 2, 0.7)),
        ((0, 0, 0.9), (4, 0, 0.6), (4.6, 1, 0.7), (5, 2, 0.8), (7, 1, 0.6)),
    )
    for i, (voices, figure) in enumerate(zip(roots, figures)):
        low.melody(pizzicato, [(8 * i + beat, voices[voice], strength) for beat, voice, strength in figure], rng, 0.36, -0.1, 0.012)
    cushion.chords(["B2 D3 F#3 A3", "B2 D3 F#3 G#3", "B2 D3 F#3 A3", "B2 D3 E3 G#3", "B2 D3 F#3 A3", "A2 C#3 E3 B3",
                    "A2 C#3 E3 F#3", "A#2 C#3 E3 F#3"], 8, rng, 0.07, 0.5, bright=2.0)
    questions = [(1, "A4"), (2, "D5"), (2.6, "E5"), (11, "F#4", 0.6), (11.6, "A4", 0.7), (18, "A4"), (18.6, "D5"), (19, "E5"), (21, "F#5", 0.8),
                 (27.6, "E5", 0.7), (28, "C#5", 0.7), (34, "A4"), (35, "D5"), (35.6, "E5"), (36.6, "A5"), (37.6, "F#5"), (45, "E5", 0.7),
                 (45.6, "C#5", 0.7), (47, "B4", 0.6), (53, "F#4", 0.8), (53.6, "A4", 0.8), (55, "C#5", 0.8), (60, "E5", 0.6), (61.6, "A#4", 0.7)]
    reply.melody(pizzicato, questions, rng, 0.42, 0.3, 0.015, mute=0.8)
    reply.wash(room(1.1, rng, 3500, 200), 0.28)
    for b in range(64):
        if b % 2 and (b // 16 != 2 or b % 4 == 1):  # the third line holds its breath
            kit.play(brush(rng, 0.2), b + rng.normal(0, 0.01), 0.055 * rng.uniform(0.6, 1), 0.25)
        if b % 4 in (0, 3) and rng.random() < 0.8:
            kit.play(brush(rng, 0.09, 4200), b + 0.6, 0.026, 0.4)
        if b % 8 == 0:
            kit.play(thud(rng), b, 0.16)
    kit.wash(room(0.7, rng, 4500, 150), 0.2)
    return finish(low.wash(room(0.8, rng, 2500, 100), 0.18), reply, kit, cushion)


def unease() -> Score:
    """Something is off: thin drone, stations out of tune, the motif that stops before its last note."""
    rng = seeded("unease")
    ground, sky = Score(48, 60), Score(48, 60)
    ground.chords(["D2 A2 D3 F3", "D2 Bb2 D3 F3", "D2 Bb2 D3 E3", "C#2 Bb2 C#3 E3", "D2 A2 D3 F3", "A1 A2 D3 Eb3"], 8, rng, 0.14, 2.0, bright=1.9)
    beat = 0.12 * np.sin(2 * np.pi * np.arange(ground.n) / RATE * 3 / ground.seconds * 4)
    ground.tape *= 0.88 + beat
    ground.wash(room(3.6, rng, 1500, 50), 0.4)
    tones = [(3, "A6", 0.8), (5.5, "D7"), (8, "E7", 0.8), (11, "A7", 0.6), (19, "Bb6", 0.7), (22, "A6", 0.6), (27, "A6", 0.8), (29.5, "D7"),
             (32, "E7", 0.7), (41, "Eb7", 0.7), (44, "D7", 0.6)]
    sky.melody(radio_tone, tones, rng, 0.06, 0.0, 0.1)
    sky.melody(felt, [(14, "A3", 0.7), (15.5, "D4"), (17, "E4", 0.8), (36, "A3", 0.7), (37.5, "D4"), (39, "E4", 0.6)], rng, 0.2, -0.2)
    static = np.stack([noise(sky.n, rng, -1) for _ in (0, 1)])
    sky.add(band(static, 3200, 8000) * np.clip(drift(sky.n, rng, 0.25) - 0.55, 0, 1) * (0.6 + 0.4 * drift(sky.n, rng, 9)), 0.055)
    for b in (0, 16, 32):
        ground.play(thud(rng), b, 0.14)
        ground.play(thud(rng), b + 0.45, 0.08)
    return finish(ground, sky.wash(room(3.0, rng, 5000, 300), 0.45))


def account() -> Score:
    """The booth, and she speaks: felt piano, one note at a time; the fifth note takes its time to come."""
    rng = seeded("account")
    keys, bed = Score(48, 54), Score(48, 54)
    left = ["D2 A2 F#3", "B1 F#2 D3", "G2 D3 B3", "F#2 D3 A3", "E2 B2 G3", "A1 E2 G3", "D2 A2 F#3", "B1 A2 D3", "G2 D3 B3", "E2 B2 G3",
            "A1 E2 D3", "A1 E2 C#3"]
    for i, chord in enumerate(left):
        for j, note in enumerate(chord.split()):
            keys.melody(felt, [(4 * i + 0.06 * j + (1.5 if j == 2 else 0), note, (0.7, 0.5, 0.55)[j])], rng, 0.22, -0.25 + 0.15 * j, 0.01,
                        seconds=5.5, touch=0.3)
    song = [(3, "A4", 0.7), (7, "D5", 0.8), (11, "E5", 0.8), (15, "A5", 0.75), (17, "F#5"), (22.5, "E5", 0.6), (23.5, "D5", 0.5),
            (27, "A4", 0.7), (30, "D5", 0.75), (31, "E5", 0.7), (34.5, "B4", 0.7), (38, "D5", 0.6), (39, "B4", 0.5), (43, "A4", 0.6)]
    keys.melody(felt, song, rng, 0.36, 0.15, 0.03, seconds=4.5, touch=0.55)
    keys.wash(room(5.2, rng, 2400, 70, 0.03), 0.38)
    bed.chords(["D2 A2 E3", "G2 B2 D3", "E2 B2 D3", "D2 A2 F#3", "G2 B2 D3", "A1 A2 E3"], 8, rng, 0.075, 2, bright=2.6, attack=2.5, release=3)
    return finish(keys, bed.wash(room(4.0, rng, 1500, 60), 0.4))


def resolution() -> Score:
    """The slot is back on air: the motif whole, answered, then sung together by kalimba, piano and air."""
    rng = seeded("resolution")
    air, hands, thumb = (Score(64, 72) for _ in range(3))
    chords = ["D2 A2 D3 F#3 A3", "C#2 A2 C#3 E3 A3", "B1 F#2 D3 F#3 A3", "G2 B2 D3 F#3 B3", "F#2 A2 D3 F#3 A3", "G2 B2 D3 E3 B3",
              "E2 B2 D3 G3 B3", "A1 A2 C#3 E3 G3"]
    air.chords(chords + chords, 4, rng, 0.18, 1.0)
    air.wash(room(3.6, rng, 2400, 60), 0.35)
    for i, chord in enumerate(chords + chords):
        bass, fifth, *rest = chord.split()
        calm = [(4 * i, bass, 0.8), (4 * i + 2, fifth, 0.5), (4 * i + 3, rest[1], 0.45)]
        full = [(4 * i, bass, 0.85), (4 * i + 1, rest[0], 0.4), (4 * i + 1.5, rest[1], 0.45), (4 * i + 2.5, rest[-1], 0.5), (4 * i + 3, fifth, 0.4)]
        hands.melody(felt, calm if i < 8 else full, rng, 0.2, -0.2, 0.012, seconds=3.5, touch=0.3)
    tune = motif(0, (1.5, 0.5, 1, 1)) + [(7, "E5", 0.8), (8, "D5"), (9.5, "E5", 0.7), (10, "F#5"), (12, "B4", 0.8), (14, "D5", 0.8)]
    tune += motif(16, (1.5, 0.5, 1, 1))
    tune += [(22, "B5", 0.8), (23, "A5", 0.8), (24, "G5"), (25.5, "F#5", 0.8), (26, "E5"), (28, "E5", 0.8), (30, "C#5", 0.7)]
    thumb.melody(kalimba, tune, rng, 0.3, 0.1)
    again = [(b + 32, n, *s) for b, n, *s in tune if b < 21]
    again += [(54, "A5", 0.8), (55, "B5", 0.8), (56, "A5"), (57, "F#5", 0.8), (57.5, "E5", 0.7), (58, "D5"), (60, "E5", 0.7), (61, "F#5", 0.6), (62, "C#5", 0.6)]
    thumb.melody(kalimba, again, rng, 0.24, 0.15)
    light = zip((36.6, 39.5, 43, 45.2, 47, 52.5, 55.6, 59, 63), ("F#6", "E6", "D6", "A6", "F#6", "B5", "D6", "A6", "E6"), rng.uniform(0.4, 1, 9))
    thumb.melody(kalimba, list(light), rng, 0.1, 0.4, 0.04)
    below = {"A4": "F#4", "D5": "A4", "E5": "C#5", "A5": "F#5", "F#5": "D5", "B5": "G5", "G5": "B4", "B4": "G4", "C#5": "A4"}
    hands.melody(felt, [(b + 0.02, below[n], 0.5) for b, n, *_ in again], rng, 0.15, 0.1, seconds=2.5, touch=0.4)
    hands.wash(room(2.8, rng, 2600, 80), 0.3)
    return finish(air, hands, thumb.wash(room(2.6, rng, 4500, 200, 0.03), 0.38))
