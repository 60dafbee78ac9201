"""Five loops, each a mood with a key, a pace and players of its own; the five notes of the show go through all of them.

Title: wonder, D, kalimba under a wide sky. Investigation: curious, G minor and swung, clarinet, plucked bass and marimba. Unease: C minor, a
drone and stations out of tune; the motif loses its last note. Account: B flat, a felt piano, one note at a time. Resolution: E, a waltz with
strings and bells: the motif whole, and answered. Pads live under 300 Hz and plucks are short, so that words stay readable.
"""
from __future__ import annotations

import numpy as np

from assets.sound.kit.instruments import brush, clarinet, felt, glass, kalimba, marimba, pizzicato, radio_tone, strings, thud, tick
from assets.sound.kit.score import Held, Notes, Score, finish, hz, motif
from assets.sound.kit.synth import RATE, band, drift, noise, room, seeded


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


WALK = {"Gm": ("G2", "Bb2", "D3", "F3"), "C": ("C3", "E3", "G2", "Bb2"), "Eb": ("Eb2", "G2", "Bb2", "D3"), "Am": ("A2", "C3", "Eb3", "G2"),
        "D": ("D3", "F#2", "A2", "C3"), "Cm": ("C3", "Eb3", "G2", "Bb2"), "F": ("F2", "A2", "C3", "Eb3"), "Bb": ("Bb2", "D3", "F2", "A2")}
"""Chord → root, third, fifth and seventh, where a bass would take them."""
PACES = (((0, 0, 1.0), (1.62, 0, 0.45), (2, 2, 0.8), (3, 1, 0.6)), ((0, 0, 1.0), (2, 2, 0.75), (3.62, 0, 0.45)),
         ((0, 0, 0.9), (1, 1, 0.6), (2, 2, 0.8), (3, 3, 0.6)), ((0.62, 0, 0.8), (2, 3, 0.7), (3, 2, 0.55)), ((0, 0, 1.0), (2.62, 2, 0.6)))
"""Ways to walk through a bar: beat, which note of the chord, strength. The last one is for when somebody else talks."""


def investigation() -> Score:
    """Curious, on tiptoe, swung at 108: the bass comes in alone, a clarinet asks, a marimba turns it over, then they ask together."""
    rng = seeded("investigation")
    low, reed, bars, kit, cushion = (Score(104, 108) for _ in range(5))
    chords = "Gm Gm C C  Gm Gm C C Eb Eb Am D  Cm Cm F F Bb Eb Am D  Gm C Gm C Eb D".split()
    ways = (1, 3, 1, 2, 0, 2, 1, 3, 0, 1, 2, 0, 4, 4, 1, 4, 0, 2, 4, 2, 0, 3, 2, 1, 0, 4)
    for i, (chord, way) in enumerate(zip(chords, ways, strict=True)):
        low.melody(pizzicato, [(4 * i + beat, WALK[chord][which], strength) for beat, which, strength in PACES[way]], rng, 0.4, -0.12, 0.012)
    asks: Held = [
        (17, "D4", 0.9, 0.8), (18, "G4", 0.5, 0.8), (18.62, "A4", 1.2, 0.9), (20.62, "Bb4", 0.5, 0.6), (21, "A4", 0.9, 0.7), (22.62, "F4", 1.2, 0.7),
        (25, "D4", 0.9, 0.8), (26, "G4", 0.5, 0.8), (26.62, "A4", 0.5, 0.8), (27, "D5", 1.4, 1.0), (29, "Bb4", 0.5, 0.8), (29.62, "G4", 1.5, 0.7),
        (33, "G4", 0.6, 0.7), (33.62, "Bb4", 0.9, 0.8), (35, "D5", 0.5, 0.9), (35.62, "Eb5", 1.3, 0.9), (37.62, "D5", 0.4, 0.7), (38, "Bb4", 1.4, 0.7),
        (41, "A4", 0.5, 0.7), (41.62, "C5", 0.9, 0.8), (43, "Eb5", 0.5, 0.9), (43.62, "D5", 1.2, 0.9), (46, "F#4", 1.6, 0.7),
        (48, "Eb4", 3.4, 0.5), (52.62, "D4", 2.6, 0.45), (56, "C4", 3.0, 0.5), (60, "A3", 3.2, 0.5), (72, "Eb4", 2.0, 0.6), (76, "C4", 3.0, 0.55),
        (80.62, "D4", 0.5, 0.8), (81, "G4", 0.6, 0.8), (81.62, "A4", 0.9, 0.9), (83, "D5", 1.6, 1.0), (86, "Bb4", 1.4, 0.8),
        (88.62, "F4", 0.5, 0.7), (89, "Bb4", 0.6, 0.8), (89.62, "C5", 0.9, 0.9), (91, "F5", 1.3, 0.9), (93, "D5", 1.5, 0.8),
        (97, "Eb5", 0.9, 0.8), (98, "D5", 0.5, 0.7), (98.62, "Bb4", 1.2, 0.7), (100.62, "A4", 0.5, 0.6), (101, "F#4", 1.8, 0.7),
    ]  # fmt: skip
    reed.sing(clarinet, asks, rng, 0.3, 0.22)
    turns = [("C5", "Eb5", "G5", "Bb5"), ("Bb4", "Eb5", "G5", "C6"), ("A4", "C5", "Eb5", "F5"), ("C5", "F5", "A5", "Eb5"), ("Bb4", "D5", "F5", "A5"),
             ("G4", "Bb4", "D5", "Eb5"), ("A4", "C5", "Eb5", "G5"), ("F#4", "A4", "C5", "D5")]
    shapes = (((0.62, 0), (1, 1), (1.62, 2), (2.62, 3), (3, 1)), ((0, 3), (0.62, 2), (2, 1), (3.62, 0)), ((0.62, 1), (1.62, 3), (2, 2), (2.62, 0), (3.62, 1)),
              ((0, 0), (1, 2), (1.62, 1), (3, 3)))
    line: Notes = [(48 + 4 * i + beat, turns[i][which], float(rng.uniform(0.6, 1))) for i in range(8) for beat, which in shapes[(i * 3) % 4]]
    echo: Notes = [(82.62, "D5"), (83.62, "G5"), (84, "A5", 0.8), (84.62, "D6", 0.7), (90.62, "F5"), (91.62, "Bb5", 0.8), (92, "C6", 0.7), (95, "Bb5", 0.6),
                   (99.62, "D5", 0.7), (100, "Bb4", 0.6), (102.62, "C5", 0.6)]
    bars.melody(marimba, [*line, *echo], rng, 0.3, -0.35, 0.015)
    bars.wash(room(0.9, rng, 4000, 200), 0.22)
    reed.wash(room(1.1, rng, 3200, 180), 0.25)
    for b in range(104):
        hushed = 48 <= b < 64  # while the marimba begins, the brushes listen
        if b % 2 and b >= 8 and not hushed:
            kit.play(brush(rng, 0.2), b + rng.normal(0, 0.01), 0.055 * rng.uniform(0.6, 1), 0.25)
        if b % 2 and b >= 16 and not hushed and rng.random() < 0.6:
            kit.play(brush(rng, 0.08, 4200), b + 0.62, 0.024, 0.4)
        if hushed and b % 4 in (1, 2):
            kit.play(tick(rng, 1150 if b % 4 == 1 else 980), b + (0.62 if b % 8 > 3 else 0), 0.035 * rng.uniform(0.6, 1), 0.5)
        if b % 8 == 0 and b >= 16:
            kit.play(thud(rng), b, 0.15)
    kit.wash(room(0.7, rng, 4500, 150), 0.2)
    cushion.chords(["Eb3 G3 Bb3", "D3 F3 C4", "D3 F3 Bb3", "C3 Eb3 G3"], 8, rng, 0.06, 0.5, bright=2.0)
    cushion.tape = np.roll(cushion.tape, round(48 * cushion.beat * RATE), axis=1)
    return finish(low.wash(room(0.8, rng, 2500, 100), 0.18), reed, bars, kit, cushion)


def unease() -> Score:
    """Something is off: thin drone, stations out of tune, the motif that stops before its last note."""
    rng = seeded("unease")
    ground, sky = Score(56, 60, -2), Score(56, 60, -2)
    ground.chords(["D2 A2 D3 F3", "D2 Bb2 D3 F3", "D2 Bb2 D3 E3", "C#2 Bb2 C#3 E3", "D2 A2 D3 F3", "D2 Ab2 C3 F3", "A1 A2 D3 Eb3"],
                  8, rng, 0.14, 2.0, bright=1.9)
    beat = 0.12 * np.sin(2 * np.pi * np.arange(ground.n) / RATE * 3 / ground.seconds * 4)
    ground.tape *= 0.88 + beat
    ground.wash(room(3.6, rng, 1500, 50), 0.4)
    tones = [(3, "A6", 0.8), (5.5, "D7"), (8, "E7", 0.8), (11, "A7", 0.6), (19, "Bb6", 0.7), (22, "A6", 0.6), (27, "A6", 0.8), (29.5, "D7"),
             (32, "E7", 0.7), (43, "Ab6", 0.6), (46, "F7", 0.5),
             (49, "Eb7", 0.7), (52, "D7", 0.6)]
    sky.melody(radio_tone, tones, rng, 0.06, 0.0, 0.1)
    sky.melody(felt, [(14, "A3", 0.7), (15.5, "D4"), (17, "E4", 0.8), (36, "A3", 0.7), (37.5, "D4"), (39, "E4", 0.6), (50, "A3", 0.5),
                       (51.5, "D4", 0.5)], rng, 0.2, -0.2)
    static = np.stack([noise(sky.n, rng, -1) for _ in (0, 1)])
    sky.add(band(static, 3200, 8000) * np.clip(drift(sky.n, rng, 0.25) - 0.55, 0, 1) * (0.6 + 0.4 * drift(sky.n, rng, 9)), 0.055)
    for b in (0, 16, 32, 44, 52):  # closer and closer
        ground.play(thud(rng), b, 0.14)
        ground.play(thud(rng), b + 0.45, 0.08)
    return finish(ground, sky.wash(room(3.0, rng, 5000, 300), 0.45))


def account() -> Score:
    """The booth, and she speaks: felt piano, one note at a time; the fifth note takes its time to come."""
    rng = seeded("account")
    keys, bed = Score(48, 54, -4), Score(48, 54, -4)
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


BALLROOM = {"E": "E2 B2 E3 G#3 B3", "G#m": "G#2 B2 D#3 G#3 B3", "A": "A2 C#3 E3 A3 C#4", "F#m": "F#2 C#3 E3 A3 C#4", "E/G#": "G#2 B2 E3 G#3 B3",
            "B": "B2 D#3 F#3 A3 B3", "B/D#": "D#2 B2 D#3 F#3 B3", "C#m": "C#2 G#2 C#3 E3 B3", "A/E": "E2 A2 C#3 E3 A3", "Bsus": "B1 F#2 B2 E3 F#3"}
"""Chord → its notes from the bass up, near one another so that the hands hardly move."""


def resolution() -> Score:
    """The slot is back on air, a tone higher than it began: the motif alone, then a waltz, then everybody, a doubt, and the motif again."""
    rng = seeded("resolution")
    bows, hands, thumb, bells = (Score(84, 88) for _ in range(4))
    bars = ("E E A/E E  E G#m A A F#m E/G# A B  E B/D# C#m A E/G# A F#m B  C#m G#m A E  F#m A E Bsus").split()
    for i, name in enumerate(bars):
        bass, fifth, *rest = BALLROOM[name].split()
        if 4 <= i < 24:
            full = 12 <= i < 20
            steps = [(3 * i, bass, 0.9), (3 * i + 1, rest[0], 0.4), (3 * i + 1, rest[1], 0.4), (3 * i + 2, rest[-1], 0.4), (3 * i + 2, fifth, 0.3)]
            hands.melody(felt, steps if full or i % 2 else steps[:3], rng, 0.21 if full else 0.17, -0.2, 0.012, seconds=2.6, touch=0.35)
        else:
            hands.melody(felt, [(3 * i, bass, 0.5)], rng, 0.17, -0.2, 0.012, seconds=3.5, touch=0.25)
        if 12 <= i < 24:
            level = 0.075 if i < 20 else 0.045
            for note in rest:
                bows.play(strings(hz(note), rng, 3 * bows.beat + 0.3), 3 * i - 0.15, level)
    tune: Held = [
        (36, "B4", 1, 0.8), (37, "E5", 1, 0.9), (38, "F#5", 1, 0.9), (39, "B5", 2, 1.0), (41, "A5", 1, 0.8), (42, "G#5", 2, 1.0), (44, "E5", 1, 0.7),
        (45, "C#5", 1, 0.7), (46, "E5", 1, 0.8), (47, "A5", 1, 0.9), (48, "B5", 2, 1.0), (50, "G#5", 1, 0.8), (51, "A5", 1.5, 0.9), (52.5, "E5", 1.5, 0.8),
        (54, "F#5", 1, 0.8), (55, "A5", 1, 0.9), (56, "G#5", 1, 0.8), (57, "F#5", 3, 0.9),
    ]  # fmt: skip
    bows.sing(strings, tune, rng, 0.17, -0.05)
    first: Notes = [(0, "B4"), (2, "E5"), (3, "F#5"), (5, "B5", 0.9), (7, "G#5"), (10, "E5", 0.7), (11, "F#5", 0.6)]
    verse: Notes = [(12, "B4"), (13, "E5"), (14, "F#5"), (15, "B5"), (17, "G#5", 0.8), (18, "E5"), (19.5, "C#5", 0.8), (21, "E5", 0.9), (24, "A4", 0.8),
                    (25, "C#5", 0.8), (26, "E5"), (27, "G#5"), (29, "F#5", 0.8), (30, "E5"), (31, "F#5", 0.8), (32, "A5"), (33, "F#5", 0.9)]
    last: Notes = [(72, "A4", 0.7), (73, "C#5", 0.7), (74, "E5", 0.8), (75, "A5", 0.8), (76.5, "G#5", 0.7), (78, "B4", 0.8), (79, "E5", 0.8), (80, "F#5", 0.8),
                   (81, "B5", 0.9), (82.5, "G#5", 0.8)]
    thumb.melody(kalimba, [*first, *verse, *last], rng, 0.3, 0.12)
    doubt: Notes = [(60, "G#4", 0.8), (61.5, "C#5", 0.9), (63, "D#5", 0.9), (64.5, "B4", 0.7), (66, "C#5", 0.8), (67.5, "E5", 0.9), (69, "B4", 0.7), (70.5, "G#4", 0.6)]
    hands.melody(felt, doubt, rng, 0.26, 0.1, seconds=3.0, touch=0.5)
    answers: Notes = [(22.5, "E6", 0.6), (23, "G#6", 0.5), (34.5, "F#6", 0.6), (35, "B6", 0.5), (40.5, "F#6"), (43, "B6", 0.8), (46.5, "E6", 0.8), (49, "G#6"),
                      (52, "C#6", 0.8), (53.5, "A6", 0.7), (55.5, "E6", 0.8), (58, "D#6", 0.8), (58.5, "F#6", 0.8), (59, "B6"), (71, "E6", 0.5), (83.5, "E6", 0.5)]
    bells.melody(glass, answers, rng, 0.085, 0.4, 0.02)
    hands.wash(room(2.4, rng, 2600, 80), 0.28)
    bells.wash(room(3.0, rng, 6000, 300, 0.03), 0.4)
    return finish(bows.wash(room(2.8, rng, 2600, 80), 0.34), hands, thumb.wash(room(2.4, rng, 4500, 200, 0.03), 0.36), bells)
