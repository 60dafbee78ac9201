"""How music is written down: notes by name, loops counted in beats, the five notes that everything is built on.

« La Minute Cosmos »: A D E A F#, up a fourth, a step, up a fourth, and home by a third.
"""
from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np
from numpy.random import Generator

from assets.sound.kit.instruments import pad
from assets.sound.kit.synth import Array, Loop, band, peak_eq

Notes: TypeAlias = Sequence[tuple[float, str] | tuple[float, str, float]]
"""Beat, note and, if given, strength from 0 to 1."""
Held: TypeAlias = Sequence[tuple[float, str, float, float]]
"""Beat, note, how many beats it is held, strength from 0 to 1."""
Instrument: TypeAlias = Callable[..., Array]

MOTIF = ("A4", "D5", "E5", "A5", "F#5")
STEPS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}


def hz(note: str) -> float:
    """"F#3" -> 185.0"""
    semitone = STEPS[note[0]] + note.count("#") - note[1:].count("b") + 12 * (int(note[-1]) + 1)
    return 440 * 2 ** ((semitone - 69) / 12)


def octave(note: str, shift: int) -> str:
    return note[:-1] + str(int(note[-1]) + shift)


class Score(Loop):
    """A loop counted in beats; all that is written for it sounds `key` semitones higher."""

    def __init__(self, beats: int, tempo: float, key: int = 0) -> None:
        super().__init__(round(beats * 60 / tempo * 10) / 10)
        self.beat = self.seconds / beats
        self.higher = 2 ** (key / 12)

    def play(self, sound: Array, beat: float, gain: float = 1.0, where: float | Array = 0.0) -> None:
        self.place(sound, beat * self.beat, gain, where)

    def chords(self, voicings: Sequence[str], beats: int, rng: Generator, gain: float = 0.3, overlap: float = 0.4, **colour: float) -> None:
        """Held chords; each voice goes to its nearest note of the next chord, so the hands hardly move."""
        for i, voicing in enumerate(voicings):
            for j, note in enumerate(voicing.split()):
                level = gain * (0.55 if j == 0 else 0.6)
                self.play(pad(hz(note) * self.higher, beats * self.beat + overlap, rng, **colour), i * beats - 0.3, level)

    def melody(self, instrument: Instrument, notes: Notes, rng: Generator, gain: float = 0.3, where: float | Array = 0.0, loose: float = 0.02, **colour: float) -> None:
        """(beat, note) or (beat, note, strength) played by a human hand: never exactly on time."""
        for beat, note, *strength in notes:
            level = (strength or [1.0])[0] * rng.uniform(0.88, 1.05)
            self.play(instrument(hz(note) * self.higher, rng, **colour), beat + rng.normal(0, loose), gain * level, where + rng.uniform(-0.1, 0.1))

    def sing(self, instrument: Instrument, notes: Held, rng: Generator, gain: float = 0.3, where: float = 0.0, tongue: float = 1.0) -> None:
        """(beat, note, beats it is held, strength): a line of breath or bow; `tongue` below 1 leaves air between the notes."""
        for beat, note, beats, strength in notes:
            sound = instrument(hz(note) * self.higher, rng, seconds=beats * self.beat * tongue)
            self.play(sound, beat + rng.normal(0, 0.012), gain * strength * rng.uniform(0.93, 1.04), where)


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
