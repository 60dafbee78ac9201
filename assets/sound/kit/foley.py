"""Single sounds of the world, each made on its own and dropped into places: a gull, a clink, a step, a page."""
from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.random import Generator

from assets.sound.kit.synth import RATE, Array, Loop, band, count, drift, fade, glide, late, line, mix, modes, noise, times

Formants: TypeAlias = Sequence[tuple[float, float, float]]
"""Mouth resonances: centre in Hz, width in Hz, gain."""


def bump(f: Array, centre: float, width: float) -> Array:
    return np.exp(-0.5 * ((f - centre) / width) ** 2)


def voiced(contour: Array, formants: Formants, breath: float, rng: Generator, top: float = 6500) -> Array:
    """A throat: harmonics of a moving pitch, coloured by mouth resonances (centre, width, gain), plus breath."""
    n = len(contour)
    phase = 2 * np.pi * np.cumsum(contour) / RATE
    out = np.zeros(n)
    for h in range(1, int(top / contour.min()) + 1):
        f = h * contour
        out += sum(g * bump(f, c, w) for c, w, g in formants) * np.sin(h * phase + rng.uniform(0, 6.28)) * (f < top)
    air = noise(n, rng)
    air = sum(g * band(air, c - w, c + w) for c, w, g in formants)
    return out + breath * air


def gull(rng: Generator, cries: int = 4) -> Array:
    """A herring gull: « kyaow », a sharp rise then a long nasal fall, rough at its loudest, each cry shorter than the one before."""
    out, at = np.zeros(1), 0.0
    for i in range(cries):
        seconds = (0.58 if i == 0 else 0.42 - 0.03 * i) * rng.uniform(0.92, 1.08)
        u = times(seconds) / seconds
        pitch = rng.uniform(0.96, 1.04) * np.interp(u, [0, 0.12, 0.3, 0.75, 1], [560, 980, 1120, 880, 640])
        pitch *= 1 + 0.018 * drift(len(u), rng, 70) + 0.01 * np.sin(2 * np.pi * 43 * u * seconds)
        cry = voiced(pitch, [(1150, 330, 0.8), (2350, 420, 1.0), (3600, 500, 0.5), (5200, 700, 0.15)], 0.1, rng, 7500)
        rough = 1 + 0.5 * np.sin(np.pi * u) ** 2 * np.sin(2 * np.pi * np.cumsum(pitch) / RATE / 2)  # the syrinx doubles its period
        cry *= rough * np.interp(u, [0, 0.05, 0.25, 0.8, 1], [0, 0.7, 1, 0.55, 0])
        out = mix(out, late(fade(cry, 0.012, 0.06), at) * (1 - 0.1 * i))
        at += seconds + 0.1 + 0.03 * rng.random()
    return out / np.abs(out).max()


VOWELS = ((290, 2000, 2900), (380, 1900, 2500), (560, 1700, 2500), (700, 1250, 2400), (560, 950, 2400), (400, 800, 2300), (320, 800, 2250),
          (300, 1700, 2150), (390, 1400, 2250))
"""First three resonances of French vowels of an adult, in Hz: i é è a o ô ou u eu."""


def speech(rng: Generator, pitch: float, syllables: int, size: float = 1.12) -> Array:
    """A few breaths of somebody's voice with no word in it: the mouth glides from vowel to vowel, the pitch falls, lips close between.

    `size` is how much smaller the throat is than an adult's.
    """
    lengths = rng.uniform(0.11, 0.23, syllables) * np.append(np.ones(syllables - 1), 1.5)
    seconds = float(lengths.sum())
    control = np.arange(0, seconds, 0.005)
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    mouths = np.array([VOWELS[i] for i in rng.integers(len(VOWELS), size=syllables)]) * size
    knots = starts + lengths * 0.5
    formants = [np.interp(control, knots, mouths[:, k]) for k in range(3)]
    accents = rng.uniform(0.92, 1.14, syllables)
    tune = pitch * (1.1 - 0.2 * control / seconds) * np.interp(control, knots, accents) * (1 + 0.012 * np.sin(2 * np.pi * 5.1 * control))
    gap = np.min(np.abs(control[:, None] - starts[None, :]), axis=1)
    loud = np.interp(gap, [0, 0.025, 0.06], [rng.uniform(0.02, 0.2), 0.6, 1]) * np.interp(control, knots, rng.uniform(0.5, 1, syllables))
    t = times(seconds)
    full = np.interp(t, control, tune)
    phase = 2 * np.pi * np.cumsum(full) / RATE
    out = np.zeros(len(t))
    for h in range(1, int(4800 / tune.min()) + 1):
        f = h * tune
        throat = sum(g / (1 + ((f - c) / w) ** 2) for c, w, g in zip(formants, (75, 110, 170), (1.0, 0.5, 0.25), strict=True))
        out += np.interp(t, control, throat * loud * (f < 4800)) * h**-0.9 * np.sin(h * phase)
    hush = band(noise(len(t), rng), 2800, 7000)
    hiss = np.zeros(len(t))
    for start in starts[rng.random(syllables) < 0.4]:
        hiss += np.exp(-0.5 * ((t - start) / 0.022) ** 2) * rng.uniform(0.03, 0.09)
    return fade(out + hush * hiss, 0.03, 0.08)


def murmur(
    loop: Loop, rng: Generator, people: int, gain: float = 1.0, pitch: tuple[float, float] = (170, 290), spread: float = 0.9, busy: float = 0.55
) -> None:
    """Drops a crowd on a loop: each person says something, listens, says something else. Nobody can be understood."""
    for _ in range(people):
        base, where, level = rng.uniform(*pitch), rng.uniform(-spread, spread), rng.uniform(0.3, 1) ** 1.5
        size = 1.0 + 0.25 * np.clip((base - 130) / 170, 0, 1)
        said = [speech(rng, base * rng.uniform(0.92, 1.15), int(rng.integers(3, 10)), size) for _ in range(4)]
        at, last = rng.uniform(0, 3), -1
        while at < loop.seconds - 0.3:
            last = int(rng.choice([i for i in range(len(said)) if i != last]))
            loop.place(said[last], at, gain * level * rng.uniform(0.6, 1), where)
            at += said[last].shape[-1] / RATE + rng.exponential(2.2 * (1 - busy)) + 0.25


def laugh(rng: Generator, pitch: float) -> Array:
    """Four or five « ha », far off."""
    out = np.zeros(1)
    for i in range(rng.integers(4, 6)):
        u = times(0.11) / 0.11
        ha = voiced(pitch * (1.12 - 0.05 * i) * (1 - 0.1 * u), [(850, 160, 1), (1500, 220, 0.5)], 0.5, rng, 4500)
        out = mix(out, late(fade(ha, 0.02, 0.04) * (1 - 0.13 * i), 0.17 * i))
    return out


def clink(rng: Generator, low: float = 1400, high: float = 5200, ring: float = 0.22, body: float = 0.35) -> Array:
    """A rope's shackle against a hollow aluminium mast: a small bright knock with a tube behind it."""
    f = np.sort(rng.uniform(low, high, 6))
    tube = rng.uniform(480, 720)
    return modes([tube, tube * 2.76, *f], [ring * 0.7, ring * 0.6, *(ring * rng.uniform(0.5, 1.4, 6))],
                 [body, body * 0.5, *(rng.uniform(0.3, 1, 6) * (low / f) ** 0.7)], ring * 1.5)


def drip(rng: Generator, hz: float | None = None, seconds: float = 0.09) -> Array:
    """A drop into water: a bubble sings upward, very short."""
    hz = hz or rng.uniform(650, 1900)
    u = times(seconds) / seconds
    bubble = glide(hz * (1 + 0.35 * u)) * np.exp(-6.5 * u)
    tick = band(noise(count(0.006), rng), 2500, 9000) * 0.35
    return fade(mix(fade(tick, 0.001, 0.004), late(bubble, 0.008)), 0.001, 0.01)


def step(rng: Generator, weight: float = 1.0, seconds: float = 0.16) -> Array:
    """A shoe on hard floor: heel knock, then a short scrape of sole."""
    t = times(seconds)
    heel = np.exp(-t / 0.016) * glide(np.full(len(t), rng.uniform(95, 130)) * (1 + np.exp(-t / 0.01))) * weight
    knock = band(noise(len(t), rng), 500, 2600) * np.exp(-t / 0.007) * 0.5
    scrape = band(noise(len(t), rng), 1800, 6000) * np.exp(-0.5 * ((t - 0.075) / 0.022) ** 2) * 0.1
    return fade(heel + knock + scrape, 0.001, 0.03)


def door(rng: Generator) -> Array:
    """A heavy fire door: its latch, then its weight."""
    latch = mix(clink(rng, 900, 3200, 0.05), late(clink(rng, 900, 3800, 0.06), 0.07)) * 0.5
    t = times(0.5)
    thump = glide(62 + 60 * np.exp(-t / 0.03)) * np.exp(-t / 0.09) * 1.6 + band(noise(len(t), rng), 90, 700) * np.exp(-t / 0.04)
    return mix(latch, late(fade(thump, 0.002, 0.1), 0.16))


def ball(rng: Generator, hz: float = 105, slap: float = 0.5, ring: float = 0.07) -> Array:
    """One bounce: a round thump of air and skin, with the slap of the floor."""
    t = times(0.3)
    thump = glide(hz * (1 + 0.5 * np.exp(-t / 0.012))) * np.exp(-t / ring)
    skin = modes([hz * 2.3, hz * 3.6, hz * 8.1, hz * 9.7], [0.14, 0.1, 0.2, 0.15], [0.45, 0.35, 0.12, 0.08], 0.3)
    floor = band(noise(len(t), rng), 350, 3200) * np.exp(-t / 0.008) * slap
    return fade(0.55 * thump + skin + floor, 0.001, 0.08)


def bounces(rng: Generator, hz: float = 105, slap: float = 0.5, first: float = 0.62, keep: float = 0.8, number: int = 7) -> Array:
    """A ball left alone: bounces closer and closer."""
    out, at, level, gap = np.zeros(1), 0.0, 1.0, first
    for _ in range(number):
        out = mix(out, late(ball(rng, hz * rng.uniform(0.98, 1.03), slap) * level, at))
        at, gap, level = at + gap, gap * keep, level * keep * 0.92
    return out


def dribble(rng: Generator, number: int, gap: float = 0.52, hz: float = 105, slap: float = 0.5) -> Array:
    """Somebody bounces a ball without thinking about it."""
    out, at = np.zeros(1), 0.0
    for _ in range(number):
        out = mix(out, late(ball(rng, hz * rng.uniform(0.97, 1.04), slap) * rng.uniform(0.6, 1), at))
        at += gap * rng.uniform(0.86, 1.16)
    return out


def squeak(rng: Generator) -> Array:
    """Rubber sole on varnished wood: a short, sharp chirp that bends."""
    seconds = rng.uniform(0.06, 0.17)
    u = times(seconds) / seconds
    f = rng.uniform(1250, 2100) * (1 + rng.uniform(-0.12, 0.3) * u + 0.03 * np.sin(2 * np.pi * 31 * u * seconds))
    sound = glide(f) + 0.45 * glide(2 * f) + 0.2 * glide(3 * f) + 0.15 * band(noise(len(u), rng), 1500, 6000)
    return fade(sound * np.sin(np.pi * u) ** 0.6, 0.008, 0.03)


def crackle(rng: Generator, seconds: float, rate: float | Array, low: float = 900, high: float = 7500) -> Array:
    """Paper that bends: thousands of tiny snaps, a few of them loud. `rate` is snaps a second. Level about 0.1."""
    n = count(seconds)
    hits = (rng.random(n) < np.broadcast_to(np.asarray(rate, dtype=float), n) / RATE) * rng.choice((-1, 1), n)
    out = np.zeros(n)
    for ring, share in ((0.0003, 1.0), (0.0009, 0.7), (0.002, 0.35)):  # thin, middling and broad creases, each its own length of snap
        t = times(ring * 6)
        snap = rng.standard_normal(len(t)) * np.exp(-t / ring)
        out += np.convolve(hits * np.minimum(rng.exponential(0.5, n) ** 1.3, 2.6) * (rng.random(n) < share), snap)[:n]
    return band(out, low, high, 1) * 0.25


def rustle(rng: Generator, seconds: float = 0.6, low: float = 900, high: float = 8000, grit: float = 4200) -> Array:
    """Paper handled: snaps in bursts, quicker when the sheet bends fast, over a little air."""
    n = count(seconds)
    hand = np.sin(np.pi * np.linspace(0, 1, n) ** 0.8) * (0.12 + drift(n, rng, 5 / seconds) ** 1.5)
    snaps = crackle(rng, seconds, grit * hand + 100, low, high)
    return fade(snaps * (0.25 + hand) + band(noise(n, rng, -1), low, high, 1) * hand * 0.09, 0.03, 0.1)


def page(rng: Generator, seconds: float = 0.75) -> Array:
    """A page turned: a thumb lifts it, it sweeps over with its own wind, it lies down flat."""
    n = count(seconds)
    u = np.linspace(0, 1, n)
    lift, sweep, lay = (np.exp(-0.5 * ((u - c) / w) ** 2) for c, w in ((0.13, 0.05), (0.48, 0.14), (0.8, 0.045)))
    snaps = crackle(rng, seconds, 2500 * lift + 7000 * sweep + 1800 * lay, 700, 8500) * (0.4 * lift + 0.75 * sweep + 0.5 * lay)
    rise = np.clip((u - 0.25) / 0.5, 0, 1)  # its wind is dull as it stands up, bright as it comes down
    air = band(noise(n, rng, -2), 350, 2200, 1) * (1 - 0.7 * rise) * 0.16 + band(noise(n, rng, -1), 1500, 7500, 1) * rise * 0.14
    flat = band(noise(count(0.12), rng, -3), 140, 1400) * np.exp(-times(0.12) / 0.025)
    out = snaps + air * sweep + band(noise(n, rng), 2500, 7000, 1) * lift * 0.05
    return fade(mix(out, late(fade(flat, 0.004, 0.04) * 0.12, seconds * 0.77)), 0.03, 0.08)


def cutlery(rng: Generator, ring: float = 0.14) -> Array:
    """A fork or knife meets a plate: bright, short, slightly out of tune with itself."""
    f = np.sort(rng.uniform(2300, 9500, 7))
    metal = modes(f, ring * rng.uniform(0.3, 1.6, 7), rng.uniform(0.2, 1, 7) * (2300 / f) ** 0.4, ring * 2)
    plate = rng.uniform(1100, 1900)
    china = modes([plate, plate * 1.52, plate * 2.31], [0.09, 0.06, 0.05], [0.5, 0.35, 0.3], 0.15) * rng.choice((0, 1))
    return mix(metal, china) * 0.5


def tray(rng: Generator) -> Array:
    """A plastic tray set down on a metal rail: flat clap, small rattle after."""
    t = times(0.22)
    clap = band(noise(len(t), rng), 250, 2600) * np.exp(-t / 0.014)
    hollow = modes([210, 385, 640, 1150], [0.12, 0.1, 0.08, 0.05], [0.8, 0.7, 0.5, 0.3], 0.22)
    out = mix(clap, hollow)
    for _ in range(rng.integers(1, 4)):
        out = mix(out, late(cutlery(rng, 0.07) * 0.35, rng.uniform(0.02, 0.2)))
    return fade(out, 0.002, 0.06)


def key(rng: Generator) -> Array:
    """One key of an old keyboard: down, then the softer way up."""
    def tap(level: float) -> Array:
        t = times(0.045)
        return level * fade(band(noise(len(t), rng), 1600, 6500) * np.exp(-t / 0.005)
                            + 0.8 * glide(np.full(len(t), rng.uniform(260, 420))) * np.exp(-t / 0.008), 0.0008, 0.01)
    return mix(tap(1.0), late(tap(0.4), rng.uniform(0.06, 0.11)))


def creak(rng: Generator, seconds: float = 0.8, low: float = 26, high: float = 60) -> Array:
    """Wood under somebody who shifts: a rattle of tiny slips, rising."""
    n = count(seconds)
    rate = np.interp(np.linspace(0, 1, n), [0, 0.6, 1], [low, high, low * 1.3]) * (0.9 + 0.2 * drift(n, rng, 6))
    slips = np.diff(np.floor(np.cumsum(rate) / RATE), prepend=0) * rng.uniform(0.5, 1, n)
    wood = modes([310, 540, 860, 1320, 1900], [0.03, 0.035, 0.025, 0.02, 0.015], [1, 0.8, 0.6, 0.4, 0.25], 0.06)
    out = np.convolve(slips, wood)[:n]
    return fade(out * np.sin(np.pi * np.linspace(0, 1, n)) ** 0.7, 0.03, 0.1)


def horn(rng: Generator, seconds: float = 3.6, hz: float = 146.0) -> Array:
    """A fog horn miles off: two reeds almost in tune, a grunt when the air runs out."""
    t = times(seconds)
    pitch = hz * np.interp(t, [0, 0.25, seconds - 0.5, seconds], [0.965, 1, 1, 0.86])
    reeds = sum(g * glide(pitch * h * d) for h, g in ((1, 1), (2, 0.55), (3, 0.3), (4, 0.12)) for d in (1, 1.006))
    breath = band(noise(len(t), rng, -3), 90, 500) * 0.12
    return fade((reeds + breath) * line([(0, 0), (0.5, 1), (seconds - 0.4, 0.9), (seconds, 0)], seconds), 0.2, 0.3) / 3


def whistle(rng: Generator, seconds: float = 1.05, start: float = 2450, end: float = 880) -> Array:
    """The comet: somebody whistles with two lips, falling, and makes sure it is heard."""
    u = times(seconds) / seconds
    f = end + (start - end) * (1 - u ** 1.35)
    f = f * (1 + 0.006 * np.sin(2 * np.pi * 6.2 * u * seconds) * u + 0.05 * np.exp(-u / 0.03))
    breath = band(noise(len(u), rng), 1200, 7000) * 0.05
    blow = line([(0, 0), (0.06, 0.75), (0.3, 1), (seconds * 0.75, 0.7), (seconds, 0)], seconds)
    return fade((glide(f) + 0.06 * glide(2 * f) + breath) * blow, 0.03, 0.15)


def rain(n: int, rng: Generator, rate: float, hz: float, t60: float, spread: float = 0.5) -> Array:
    """Many drops on one material: rate per second, tone and length of each little blow."""
    out = np.zeros((2, n))
    for _ in range(16):
        tone = hz * 2 ** rng.uniform(-spread, spread)
        blow = modes([tone, tone * 1.6, tone * 2.4], [t60, t60 * 0.7, t60 * 0.5], [1, 0.6, 0.35], t60 * 1.2)
        for side in (0, 1):
            hits = (rng.random(n) < rate / 16 / RATE) * rng.exponential(1, n) * rng.choice((-1, 1), n)
            spectrum = np.fft.rfft(hits) * np.fft.rfft(blow, n)
            out[side] += np.fft.irfft(spectrum, n)
    return out / (out.std() + 1e-12)


def brush_in_jar(rng: Generator, seconds: float = 2.2) -> Array:
    """A brush rinsed in a jar: wood on glass in small circles, and the water that follows."""
    out = fade(band(noise(count(seconds), rng, -2), 350, 2200) * drift(count(seconds), rng, 7) ** 2 * 0.3, 0.1, 0.3)
    at = 0.08
    while at < seconds - 0.2:
        glass = rng.choice((1980, 2050)) * rng.uniform(0.99, 1.01)
        hit = modes([glass, glass * 1.84, glass * 2.9, 520], [0.16, 0.1, 0.07, 0.03], [0.6, 0.35, 0.2, 0.5], 0.2)
        out = mix(out, late(hit * rng.uniform(0.3, 1) * 0.8, at))
        if rng.random() < 0.5:
            out = mix(out, late(drip(rng, rng.uniform(500, 1100), 0.06) * 0.4, at + 0.05))
        at += rng.uniform(0.13, 0.24)
    return out


def seek(rng: Generator) -> Array:
    """An old hard disk thinks: a handful of dry ticks."""
    out, at = np.zeros(1), 0.0
    for _ in range(rng.integers(3, 14)):
        tick = modes([640, 1250, 2350, 3900], [0.014, 0.012, 0.01, 0.006], [0.8, 1, 0.6, 0.3], 0.03)
        out, at = mix(out, late(tick * rng.uniform(0.4, 1), at)), at + rng.choice((0.016, 0.024, 0.045, 0.09))
    return out * 0.8


def bowed(rng: Generator, seconds: float, hz: float, glide_: float = 0.06) -> Array:
    """Metal that turns on a dry pin: it sticks and slips at one pitch, and rings in the bars."""
    n = count(seconds)
    u = np.linspace(0, 1, n)
    slip = hz * (1 - glide_ * np.exp(-u / 0.08) + 0.004 * (drift(n, rng, 12) - 0.5))
    saw = 2 * (np.cumsum(slip) / RATE % 1) - 1
    bars = sum(band(saw, f / 1.07, f * 1.07) * g for f, g in ((hz, 0.8), (hz * 2, 0.6), (hz * 3, 0.5), (hz * 5, 0.35), (hz * 7, 0.2)))
    grip = 0.35 + 0.65 * np.maximum(np.sin(2 * np.pi * np.cumsum(9 + 7 * drift(n, rng, 3)) / RATE), 0) ** 0.5  # slip by slip
    return fade(bars * grip * np.sin(np.pi * u**0.7) ** 0.8, 0.05, 0.2)


def bus(rng: Generator, seconds: float = 6.5) -> Array:
    """A bus comes, stops, sighs with its brakes, and goes: engine, tyres, air."""
    t = times(seconds)
    u = t / seconds
    near = np.interp(u, [0, 0.3, 0.6, 1], [0.1, 1, 1, 0.08])
    rev = np.interp(u, [0, 0.25, 0.35, 0.6, 0.72, 1], [62, 48, 30, 30, 58, 74])
    engine = sum(g * glide(rev * k) for k, g in ((1, 0.6), (2, 0.9), (3, 0.5), (4, 0.5), (6, 0.3), (9, 0.12)))
    engine *= 0.8 + 0.4 * drift(len(t), rng, 14)
    tyres = band(noise(len(t), rng, -2), 300, 3200) * np.interp(u, [0, 0.22, 0.33, 0.62, 0.8, 1], [0.4, 0.5, 0, 0, 0.3, 0.3])
    brakes = sum(band(noise(len(t), rng), 1800, 9000) * np.exp(-np.maximum(t - at, 0) / fall) * (t > at) * g for at, fall, g in
                 ((seconds * 0.36, 0.22, 0.5), (seconds * 0.58, 0.1, 0.3)))
    pulse = np.maximum(np.sin(2 * np.pi * np.cumsum(rev * 2) / RATE), 0) ** 4  # each stroke of the engine shakes the body
    body = band(noise(len(t), rng, -2), 220, 1100) * (0.25 + 1.6 * pulse) * (0.7 + 0.6 * drift(len(t), rng, 6))
    out = (band(engine, 80, 1400) * 0.3 + body * 0.9 + tyres * 0.7) * near + band(brakes, 1500, 9000) * 0.6
    return fade(out, 0.6, 1.2)
