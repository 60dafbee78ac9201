"""The air of the places under the sky: one function a place, returning a seamless Loop."""
from __future__ import annotations

import numpy as np
from numpy.random import Generator

from assets.sound.kit import foley
from assets.sound.kit.air import hum, scatter, wind
from assets.sound.kit.synth import Array, Loop, band, count, drift, fade, glide, noise, pan, peak_eq, room, seeded, wide_noise


def portail() -> Loop:
    """Fog at eight: the sea breathes behind the harbour wall, ropes clink, a horn far out, one gull with an opinion."""
    rng, loop = seeded("portail"), Loop(36)
    n = loop.n
    for waves, where in ((5, -0.45), (4, 0.4), (7, 0.05)):
        u = (np.arange(n) / n * waves + 0.08 * (drift(n, rng, 0.1) - 0.5) + rng.random()) % 1
        swell = np.interp(u, [0, 0.28, 0.42, 0.75, 1], [0.12, 0.55, 1, 0.3, 0.12])
        foam = np.interp((u - 0.06) % 1, [0, 0.25, 0.45, 0.85, 1], [0, 0.15, 1, 0.15, 0])
        swell, foam = band(swell, None, 1.5), band(foam, None, 1.5)
        wave = band(noise(n, rng, -4), 120, 900) * swell * 0.8 + band(noise(n, rng, -2), 700, 5200, 1) * np.abs(foam) ** 1.3 * 0.5
        loop.add(pan(wave, where), 0.3)
    loop.add(band(wide_noise(n, rng, -4, 0.9), 90, 3500, 1), 0.06)
    harbour = Loop(36)
    breeze = drift(n, rng, 0.12)
    for mast, where, low in ((0, -0.6, 1900), (1, 0.35, 1500), (2, 0.75, 2300)):
        sounds = [foley.clink(rng, low, low * 2.6, 0.2) for _ in range(5)]
        at = rng.uniform(0, 1.5)
        while at < 35.5:
            force = breeze[count(at)]
            harbour.place(sounds[rng.integers(5)], at, 0.2 * (0.25 + force) * rng.uniform(0.3, 1), where)
            at += rng.choice((0.19, 0.42, 0.9, 1.7)) * rng.uniform(0.85, 1.3) / (0.35 + force)
    harbour.wash(room(1.1, rng, 3500), 0.4)
    sky = Loop(36)
    sky.place(foley.gull(rng, 4), 12.4, 0.5, 0.5).place(foley.gull(rng, 2), 28.6, 0.2, -0.7)
    sky.wash(room(1.6, rng, 5000), 0.35)
    far = Loop(36).place(foley.horn(rng), 4.5, 1.3, -0.35).place(foley.horn(rng, 2.4), 21.5, 0.5, -0.3)
    far.wash(room(4.2, rng, 900, 60), 0.75).filter(None, 520)
    return loop.add(harbour).add(sky).add(far, 0.13)


def portail_soir() -> Loop:
    """The gate at half past four, lamps lit: the sea further off, the ropes slower, one horn, a lamp that hums over your head."""
    rng, loop = seeded("portail_soir"), Loop(34)
    n = loop.n
    for waves, where in ((4, -0.4), (5, 0.35)):
        u = (np.arange(n) / n * waves + 0.08 * (drift(n, rng, 0.1) - 0.5) + rng.random()) % 1
        swell = band(np.interp(u, [0, 0.3, 0.45, 0.8, 1], [0.15, 0.5, 1, 0.3, 0.15]), None, 1.5)
        loop.add(pan((band(noise(n, rng, -4), 110, 700) + 0.25 * band(noise(n, rng, -2), 600, 3200, 1) * swell) * swell, where), 0.26)
    loop.add(band(wide_noise(n, rng, -4, 0.9), 90, 2200, 1), 0.05)
    loop.add(hum(n, 100, [0.25, 0.3, 0.06, 0.2, 0.05, 0.14, 0.03, 0.1], rng, 0.05).mean(0) * np.array([[0.9], [0.5]]), 0.03)
    harbour = Loop(34)
    breeze = drift(n, rng, 0.1)
    for where, low in ((-0.6, 1700), (0.5, 1400)):
        at = rng.uniform(0, 2)
        while at < 33:
            force = breeze[count(at)]
            harbour.place(foley.clink(rng, low, low * 2.6, 0.24), at, 0.16 * (0.2 + force) * rng.uniform(0.3, 1), where)
            at += rng.choice((0.5, 1.1, 2.3)) * rng.uniform(0.85, 1.3) / (0.35 + force)
    harbour.wash(room(1.4, rng, 3000), 0.5)
    far = Loop(34).place(foley.horn(rng, 3.2), 9.0, 1.1, -0.4)
    far.wash(room(4.4, rng, 900, 60), 0.8).filter(None, 500)
    street = Loop(34).place(foley.bus(rng, 7.0), 21.0, 0.5, np.linspace(-0.8, 0.8, count(7.0)))
    street.wash(room(1.2, rng, 2000), 0.4).filter(None, 1800, 1)
    return loop.add(harbour).add(far, 0.09).add(street, 0.075)


def arret_bus() -> Loop:
    """Under the shelter: rain ticks on glass, drums on the roof, a gutter drips; a car goes through the wet street."""
    rng, loop = seeded("arret_bus"), Loop(34)
    n = loop.n
    shower = 0.65 + 0.5 * drift(n, rng, 0.15)
    loop.add(foley.rain(n, rng, 900, 4600, 0.0025, 0.9) * shower, 0.14)
    loop.add(foley.rain(n, rng, 110, 2600, 0.005, 0.8) * shower, 0.16)
    loop.add(band(foley.rain(n, rng, 120, 560, 0.022, 0.8), 180, 2500) * shower, 0.15)
    loop.add(band(wide_noise(n, rng, -1.5, 0.9), 900, 9000, 1) * shower, 0.2)
    loop.add(band(wide_noise(n, rng, -4, 0.9), 110, 600), 0.05)
    for at, seconds, way in ((7.0, 6.5, 1), (22.5, 8.0, -1)):
        u = np.linspace(-1, 1, count(seconds))
        near = 1 / (1 + (u / 0.22) ** 2)
        car = band(noise(len(u), rng, -1.5), 500, 4800, 1) * near ** 1.2 + band(noise(len(u), rng, -1), 2500, 8000) * near ** 3 * 0.4
        car += (band(noise(len(u), rng, -5), 60, 240) * 0.9 + 0.25 * glide(92 - 9 * np.tanh(u * 4))) * near * 0.6
        loop.place(fade(car, 1.2, 1.5), at, 0.55, way * np.tanh(u * 2.5) * 0.85)
    gutter = Loop(34)
    at = 0.4
    while at < 33.6:
        gutter.place(foley.drip(rng, rng.choice((780, 920, 1240)) * rng.uniform(0.95, 1.06)), at, rng.uniform(0.15, 0.5), 0.6)
        at += rng.uniform(0.55, 1.5)
    for at in scatter(loop, rng, 11):
        gutter.place(foley.drip(rng), at, rng.uniform(0.08, 0.2), rng.uniform(-0.8, 0.2))
    return loop.add(gutter.wash(room(0.35, rng, 4500), 0.25), 3.2)


def _gusts(seconds: float, rng: Generator) -> tuple[Loop, Array]:
    """The open yard with nobody in it: wind, and its force over time."""
    loop = Loop(seconds)
    air, gust = wind(loop.n, rng)
    return loop.add(air, 0.04), gust


def _flagpole(seconds: float, rng: Generator, gust: Array) -> Loop:
    """The rope of the flag against its pole, as often as the wind wants."""
    pole = Loop(seconds)
    sounds = [foley.clink(rng, 1100, 3400, 0.28, 0.8) for _ in range(5)]
    at = 0.3
    while at < seconds - 0.3:
        force = gust[count(at)]
        pole.place(sounds[rng.integers(5)], at, 0.17 * force * rng.uniform(0.4, 1), 0.75)
        at += rng.choice((0.24, 0.5, 1.1)) * rng.uniform(0.85, 1.3) / (0.3 + force)
    return pole.wash(room(0.9, rng, 3500), 0.3)


def cour() -> Loop:
    """Ten o'clock break: wind in the open, voices everywhere and no words, a ball on concrete, the rope on the flagpole."""
    rng = seeded("cour")
    loop, gust = _gusts(34, rng)
    near, far = Loop(34), Loop(34)
    foley.murmur(near, rng, 6, 0.5, (180, 300))
    foley.murmur(far, rng, 26, 0.34, (180, 330))
    for at in scatter(loop, rng, 5):
        far.place(foley.laugh(rng, rng.uniform(260, 380)), at, 0.4, rng.uniform(-0.8, 0.8))
    for at in (9.7, 24.2):
        far.place(foley.speech(rng, 340, 2, 1.2), at, 1.1, rng.uniform(-0.7, 0.7))
    far.wash(room(1.3, rng, 2200), 0.6).filter(180, 2600, 1)
    near.wash(room(0.8, rng, 3500), 0.45).filter(180, 4200, 1)
    play = Loop(34)
    play.place(foley.dribble(rng, 9, 0.5), 3.0, 0.55, -0.5).place(foley.bounces(rng), 14.5, 0.7, 0.1)
    play.place(foley.dribble(rng, 6, 0.56), 20.4, 0.4, 0.4).place(foley.bounces(rng, first=0.5, number=6), 28.7, 0.5, -0.7)
    play.wash(room(0.7, rng, 3000), 0.3)
    voices = Loop(34).add(near, 0.19).add(far, 0.27)
    voices.tape = peak_eq(voices.tape, 1000, -5.0, 2.6)  # room for what is read: the crowd keeps its body and its edge
    return loop.add(voices).add(play, 0.8).add(_flagpole(34, rng, gust), 1.3)


def cour_vide() -> Loop:
    """The yard in lesson time: wind, the rope on the flagpole, a sheet of paper that goes round, nobody."""
    rng = seeded("cour_vide")
    loop, gust = _gusts(30, rng)
    sheet = Loop(30)
    for at, seconds in ((5.2, 0.9), (6.4, 0.5), (17.6, 1.2), (24.9, 0.7)):
        sheet.place(foley.rustle(rng, seconds, 900, 5000, 300), at, 0.5, rng.uniform(-0.6, 0.4))
    lesson = Loop(30)
    foley.murmur(lesson, rng, 2, 0.5, (130, 220), 0.3, 0.4)
    lesson.wash(room(1.0, rng, 1500), 0.6).filter(120, 700)
    return loop.add(sheet.wash(room(0.8, rng, 3000), 0.3), 0.4).add(_flagpole(30, rng, gust), 1.5).add(lesson, 0.1)
