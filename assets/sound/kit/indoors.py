"""The air of the rooms: one function a place, returning a seamless Loop."""
from __future__ import annotations

import numpy as np
from numpy.random import Generator

from assets.sound.kit import foley
from assets.sound.kit.air import hum, scatter
from assets.sound.kit.instruments import kalimba
from assets.sound.kit.score import hz
from assets.sound.kit.synth import RATE, Array, Loop, band, count, drift, fade, glide, late, line, mix, noise, pan, peak_eq, room, seeded, wide_noise


def couloir_b() -> Loop:
    """An empty corridor between two lessons: a neon that hums, steps that cross somewhere, a fire door, the echo of both."""
    rng, loop = seeded("couloir_b"), Loop(32)
    n = loop.n
    levels = [0.14, 0.15, 0.2, 0.15, 0.16, 0.09, 0.11, 0.05, 0.06, 0.03, 0.04, 0.02, 0.03, 0.014, 0.02, 0.01, 0.015]
    tube = hum(n, 100, levels, rng, 0.06)
    tube *= 1 - 0.25 * band((drift(n, rng, 0.3) > 0.93).astype(float), None, 12)
    loop.add(tube, 0.17)
    loop.add(band(wide_noise(n, rng, -3, 0.6), 3500, 9000) * (0.7 + 0.3 * drift(n, rng, 8)), 0.012)
    loop.add(band(wide_noise(n, rng, -4, 0.9), 90, 600), 0.035)
    hall = Loop(32)
    for start, paces, way in ((3.2, 12, 1), (18.6, 15, -1)):
        at = start
        for i in range(paces):
            near = np.sin(np.pi * (i + 1) / (paces + 1))
            hall.place(foley.step(rng, 0.6), at, 0.15 + 0.45 * near, way * (i / paces * 1.2 - 0.6))
            at += 0.53 * rng.uniform(0.94, 1.07)
    hall.place(foley.door(rng), 10.3, 0.4, 0.7).place(foley.door(rng), 29.4, 0.22, -0.8)
    for at in (13.6, 14.05, 25.7):
        hall.place(foley.clink(rng, 900, 3600, 0.1, 0.6), at, 0.14, -0.3)
    hall.wash(room(2.4, rng, 2600, 90), 0.72).filter(None, 3800, 1)
    class_ = Loop(32)
    foley.murmur(class_, rng, 3, 0.5, (130, 230), 0.3, 0.4)
    class_.wash(room(1.4, rng, 1500), 0.6).filter(120, 480)
    return loop.add(hall, 1.4).add(class_, 0.22)


def vie_scolaire() -> Loop:
    """Mme Rahmani's office: the kettle works itself up and clicks off, a clock, papers, the yard behind double glazing."""
    rng, loop = seeded("vie_scolaire"), Loop(36)
    n = loop.n
    loop.add(band(wide_noise(n, rng, -4, 0.8), 90, 1500, 1), 0.03)
    heat = line([(0, 0), (3, 0.06), (10, 0.35), (17, 0.8), (21, 1.0), (22.4, 0.75), (22.7, 0.3), (26, 0.06), (31, 0)], 31)
    k = len(heat)
    simmer = band(noise(k, rng, -2), 250, 1900) * (0.8 + 0.4 * drift(k, rng, 9)) * heat * 0.15
    roll = band(noise(k, rng, -4), 200, 800) * (0.3 + drift(k, rng, 14)) * np.clip(heat - 0.55, 0, 1) ** 1.2 * 0.42
    sing = glide(np.interp(np.arange(k) / RATE, [0, 20, 31], [1850, 2300, 2200]) * (1 + 0.004 * drift(k, rng, 3)))
    loop.place(fade(simmer + roll + sing * heat * 0.006, 1, 1), 1.0, 0.5, -0.45)
    for _ in range(110):
        at = 15 + 8.0 * rng.random() ** 0.6
        loop.place(foley.drip(rng, rng.uniform(280, 800), 0.05), at, 0.05 * rng.uniform(0.2, 1), -0.45)
    loop.place(foley.clink(rng, 1300, 3800, 0.03, 0.9), 23.45, 0.28, -0.45)
    desk = Loop(36)
    for i in range(36):
        tick = foley.clink(seeded(f"tick{i % 2}"), 2300 + 350 * (i % 2), 6000, 0.03, 0.25)
        desk.place(tick, i + 0.25, 0.1 * rng.uniform(0.85, 1.05), 0.55)
    for at, what in ((5.6, 0.7), (12.2, 0.45), (13.0, 0.6), (28.3, 0.9), (33.1, 0.5)):
        desk.place(foley.rustle(rng, what), at, 0.22, rng.uniform(0, 0.4))
    desk.place(foley.page(rng), 30.4, 0.25, 0.2)
    desk.wash(room(0.4, rng, 3500, 180), 0.3)
    yard = Loop(36)
    foley.murmur(yard, rng, 14, 0.4, (190, 300), 0.7)
    yard.place(foley.dribble(rng, 7), 8.0, 0.7, 0.5)
    yard.wash(room(0.9, rng, 1500), 0.5).filter(90, 330)
    loop.tape = peak_eq(loop.tape, 1100, -6.0, 2.6)  # the kettle leaves the middle to words
    return loop.add(desk).add(yard, 0.2)


def gymnase() -> Loop:
    """A big empty box with three people in it: bounces that come back from the roof, shoe squeaks, the ventilation."""
    rng, loop = seeded("gymnase"), Loop(32)
    n = loop.n
    fan = band(wide_noise(n, rng, -4, 0.85), 100, 1800, 1) * (0.9 + 0.12 * drift(n, rng, 0.5))
    loop.add(fan, 0.06).add(hum(n, 48.5, [0.3, 0.5, 0.2, 0.2, 0.06], rng, 0.3), 0.02)
    hall = Loop(32)
    hall.place(foley.dribble(rng, 10, 0.55, 92, 0.8), 1.5, 0.85, -0.35)
    hall.place(foley.dribble(rng, 5, 0.43, 92, 0.8), 10.6, 0.75, 0.3).place(foley.ball(rng, 120, 1.4), 13.4, 0.9, 0.7)
    hall.place(foley.bounces(rng, 92, 0.8, 0.8, 0.8, 9), 14.1, 0.7, 0.6)
    hall.place(foley.dribble(rng, 8, 0.6, 92, 0.8), 22.5, 0.6, -0.6).place(foley.bounces(rng, 92, 0.7, 0.6, 0.78, 6), 28.9, 0.4, 0.0)
    for at in (3.3, 5.9, 6.2, 11.4, 12.9, 13.1, 18.6, 24.1, 26.0, 26.35):
        hall.place(foley.squeak(rng), at + rng.uniform(0, 0.2), 0.24 * rng.uniform(0.4, 1), rng.uniform(-0.7, 0.7))
    for at in (4.6, 5.0, 5.35, 12.2, 12.5, 19.5, 20.1, 25.4):
        hall.place(foley.step(rng, 1.3), at, 0.25, rng.uniform(-0.6, 0.6))
    hall.wash(room(3.6, rng, 3200, 80, 0.025), 0.62)
    return loop.add(hall, 0.75)


def cdi_radio() -> Loop:
    """The library in its jumper: warm room tone, pages, and in the booth somebody turns a dial between two stations."""
    rng, loop = seeded("cdi_radio"), Loop(38)
    n = loop.n
    loop.add(band(wide_noise(n, rng, -4, 0.85), 90, 1600, 1), 0.03).add(band(wide_noise(n, rng, -3, 0.9), 400, 5000, 1), 0.006)
    loop.add(hum(n, 50, [0.15, 0.3, 0.05, 0.1], rng, 0.2), 0.012)
    table = Loop(38)
    for at, seconds in ((3.1, 0.8), (9.8, 0.6), (16.2, 0.95), (22.9, 0.7), (24.0, 0.65), (33.6, 0.85)):
        table.place(foley.page(rng, seconds), at, 0.22, rng.uniform(-0.8, 0.6))
    table.place(foley.creak(rng, 0.5, 18, 36), 13.3, 0.05, 0.5).place(foley.step(rng, 0.6), 28.0, 0.1, -0.5)
    t = np.arange(n) / RATE
    pencil = sum(np.exp(-0.5 * ((t - a) / 0.05) ** 2) for a in 18.4 + np.cumsum(rng.uniform(0.11, 0.26, 16)))
    table.add(pan(band(noise(n, rng), 2200, 6500) * pencil, -0.2), 0.02)
    table.wash(room(0.55, rng, 2600, 150), 0.35)
    return loop.add(table, 1.3).add(_radio(38, rng), 0.22)


def _radio(seconds: float, rng: Generator) -> Loop:
    """The dial of the booth: noise, the whistle of a carrier that comes near, a voice, noise again, a tune far off, and off."""
    radio, n = Loop(seconds), count(seconds)
    t = np.arange(n) / RATE
    knots = (0, 4.0, 6.0, 9.0, 9.6, 16.0, 18.5, 20.0, 20.6, 27.5, 29.5, seconds)
    dial = np.interp(t, knots, (0.0, 0.0, 0.14, 0.27, 0.3, 0.3, 0.46, 0.58, 0.6, 0.6, 0.75, 0.75))
    on = np.interp(t, (3.6, 4.0, 30.5, 31.2), (0, 1, 1, 0))
    near = [np.exp(-0.5 * ((dial - at) / 0.035) ** 2) for at in (0.3, 0.6)]
    static = band(noise(n, rng), 500, 3600) * (0.6 + 0.4 * drift(n, rng, 5)) * (1 - 0.93 * np.maximum(*near)) * 0.5
    away = np.minimum(np.abs(dial - 0.3), np.abs(dial - 0.6))
    carrier = glide(120 + 16000 * away) * np.exp(-away / 0.05) * (away > 0.004) * 0.2
    voices, tune = Loop(seconds), Loop(seconds)
    foley.murmur(voices, rng, 1, 1.0, (120, 125), 0.0, 0.97)
    for beat, note in enumerate(("A4", "D5", "E5", "C#5", "A4", "B4", "D5", "A4", "E5")):
        tune.place(kalimba(hz(note), rng, 1.4), 20.4 + 0.72 * beat, 0.5)
    radio.add(pan((static + band(carrier, None, 6000)) * on, 0.5))
    radio.add(voices.tape / (np.abs(voices.tape).max() + 1e-9) * near[0] * on, 1.1).add(tune.tape * near[1] * on, 1.0)
    return radio.filter(420, 3000).wash(room(0.5, rng, 2500), 0.4)


def _ware(seconds: float, rng: Generator, pieces: int, trays: int) -> Loop:
    """Forks, plates and trays, all over the room."""
    ware = Loop(seconds)
    for _ in range(pieces):
        where, at = rng.uniform(-0.95, 0.95), rng.uniform(0, seconds)
        for i in range(rng.integers(1, 4)):
            ware.place(foley.cutlery(rng), at + i * rng.uniform(0.12, 0.35), 0.16 * rng.uniform(0.1, 1) ** 1.6, where)
    for at in scatter(ware, rng, trays):
        ware.place(foley.tray(rng), at, 0.22 * rng.uniform(0.3, 1), rng.uniform(-0.8, 0.8))
    return ware


def _scrape(rng: Generator, seconds: float = 0.5) -> Array:
    """A chair's feet on tiles."""
    n = count(seconds)
    return fade(band(noise(n, rng, -2), 280, 1500) * (0.3 + drift(n, rng, 35)), 0.06, 0.12)


def cantine() -> Loop:
    """Twelve twenty: forks, trays, chairs, a hundred conversations that melt into one."""
    rng, loop = seeded("cantine"), Loop(32)
    n = loop.n
    loop.add(band(wide_noise(n, rng, -4, 0.9), 100, 900, 1), 0.035)
    loop.add(hum(n, 49, [0.2, 0.5, 0.15, 0.25, 0.05, 0.1], rng, 0.2), 0.03)  # the cold counter
    crowd = Loop(32)
    foley.murmur(crowd, rng, 34, 0.4, (150, 300), 0.95, 0.75)
    for at in scatter(loop, rng, 4):
        crowd.place(foley.laugh(rng, rng.uniform(230, 350)), at, 0.45, rng.uniform(-0.8, 0.8))
    crowd.wash(room(1.5, rng, 2200, 130), 0.6).filter(120, 1500, 1)
    crowd.tape = peak_eq(crowd.tape, 1000, -7.0, 3.0)  # the middle is where words are read: the crowd keeps its body
    table = Loop(32)
    foley.murmur(table, rng, 4, 0.5, (170, 290), 0.7, 0.5)  # the table beside one's own
    table.wash(room(0.8, rng, 3000), 0.35)
    table.tape = peak_eq(table.tape, 1300, -5.0, 2.0)
    ware = _ware(32, rng, 150, 11)
    for at in (7.7, 19.3, 27.2):
        ware.place(_scrape(rng), at, 0.09, rng.uniform(-0.7, 0.7))
    ware.wash(room(1.2, rng, 4200, 200), 0.42)
    return loop.add(crowd, 0.17).add(table, 0.16).add(ware, 1.9)


def cantine_etude() -> Loop:
    """The canteen in the afternoon, a study room: a few pages, pencils, the cold counter, one voice that is told to hush."""
    rng, loop = seeded("cantine_etude"), Loop(32)
    n = loop.n
    loop.add(band(wide_noise(n, rng, -4, 0.9), 90, 1100, 1), 0.035)
    loop.add(hum(n, 49, [0.2, 0.5, 0.15, 0.25, 0.05, 0.1], rng, 0.2), 0.02)
    tables = Loop(32)
    for at, seconds in ((6.4, 0.8), (13.1, 0.65), (21.7, 0.75), (28.2, 0.9)):
        tables.place(foley.page(rng, seconds), at, 0.25, rng.uniform(-0.8, 0.8))
    tables.place(_scrape(rng, 0.4), 19.0, 0.14, 0.5).place(foley.cutlery(rng), 10.2, 0.05, -0.7)
    for start, strokes in ((2.0, 7), (15.8, 9), (24.6, 6)):
        for i in range(strokes):
            stroke = band(noise(count(0.12), rng, -1), 1800, 6000)
            tables.place(fade(stroke, 0.02, 0.06), start + i * rng.uniform(0.18, 0.3), 0.02, -0.3)
    few = Loop(32)
    foley.murmur(few, rng, 3, 0.4, (170, 280), 0.8, 0.2)
    few.filter(150, 1800, 1)
    hush = fade(band(noise(count(0.6), rng), 2500, 7500), 0.15, 0.3)
    tables.place(hush, 17.2, 0.03, -0.5)
    return loop.add(tables.wash(room(1.3, rng, 3200, 120), 0.4)).add(few.wash(room(1.3, rng, 2200), 0.5), 0.06)


def salle_arts() -> Loop:
    """Low sun and paint: a brush rinsed in its jar, a tap that never quite closes, Côme's ring light buzzing."""
    rng, loop = seeded("salle_arts"), Loop(30)
    n = loop.n
    loop.add(band(wide_noise(n, rng, -4, 0.85), 90, 1500, 1), 0.022)
    ring = hum(n, 100, [0.1, 0.3, 0.06, 0.24, 0.05, 0.2, 0.04, 0.16, 0.03, 0.12, 0.02, 0.09, 0.02, 0.07, 0.01, 0.05], rng, 0.1)
    loop.add(ring.mean(0) * np.array([[0.5], [0.9]]), 0.02).add(pan(band(noise(n, rng), 7500, 12000), 0.5), 0.0025)
    bench = Loop(30)
    bench.place(foley.brush_in_jar(rng, 2.4), 2.6, 0.3, -0.4).place(foley.brush_in_jar(rng, 1.6), 14.9, 0.22, -0.4)
    bench.place(foley.brush_in_jar(rng, 2.0), 23.4, 0.26, -0.35)
    for at in np.cumsum(rng.uniform(1.55, 2.3, 15)):
        bench.place(foley.drip(rng, rng.choice((690, 745, 760)) * rng.uniform(0.98, 1.02), 0.11), at, rng.uniform(0.16, 0.3), 0.65)
    for start, strokes in ((6.6, 6), (18.4, 9), (27.2, 4)):
        for i in range(strokes):
            seconds = rng.uniform(0.22, 0.4)
            stroke = band(noise(count(seconds), rng, -2), 900, 5200) * (0.5 + 0.5 * drift(count(seconds), rng, 40))
            bench.place(fade(stroke, 0.08, 0.16), start + i * 0.5 + rng.uniform(0, 0.1), 0.035 * rng.uniform(0.5, 1), -0.15)
    bench.place(foley.rustle(rng, 0.8), 11.4, 0.15, 0.1)
    return loop.add(bench.wash(room(0.8, rng, 3400, 150), 0.35))


def salle_info() -> Loop:
    """Sixteen old computers: fans in chorus, a disk that thinks, somebody types with two fingers."""
    rng, loop = seeded("salle_info"), Loop(32)
    n = loop.n
    loop.add(band(wide_noise(n, rng, -4, 0.9), 130, 2600, 1), 0.032)
    for hz, where in ((118, -0.6), (127.5, 0.2), (141, 0.7)):
        f = hz * (1 + 0.003 * (drift(n, rng, 0.2) - 0.5))
        f *= round(f.sum() / RATE) / (f.sum() / RATE)
        phase = 2 * np.pi * np.cumsum(f) / RATE
        loop.add(pan(sum(g * np.sin(k * phase) for k, g in ((1, 1), (2, 0.5), (3, 0.3), (7, 0.14))) * (0.8 + 0.3 * drift(n, rng, 0.3)), where), 0.006)
    loop.add(hum(n, 5400, [1.0], rng, 0.2), 0.0012).add(hum(n, 120, [0.6, 1, 0.2, 0.4], rng, 0.1), 0.004)
    desk = Loop(32)
    for at in (1.7, 2.6, 8.9, 9.6, 10.1, 17.5, 23.8, 24.3, 30.2):
        desk.place(foley.seek(rng), at + rng.uniform(0, 0.2), 0.22, -0.5)
    for start, keys, where in ((3.9, 11, 0.3), (11.8, 17, 0.3), (20.0, 6, -0.7), (25.6, 14, 0.35)):
        at = start
        for _ in range(keys):
            desk.place(foley.key(rng), at, 0.24 * rng.uniform(0.5, 1), where + rng.uniform(-0.06, 0.06))
            at += rng.choice((0.16, 0.22, 0.34, 0.6)) * rng.uniform(0.85, 1.2)
    for at in (7.2, 19.1, 29.3):
        desk.place(mix(foley.key(rng), late(foley.key(rng) * 0.8, 0.13)), at, 0.16, 0.45)
    return loop.add(desk.wash(room(0.5, rng, 2600, 160), 0.3))


def studio() -> Loop:
    """The booth: walls that swallow everything; tape hiss, two reels that turn, a page, one chair, somebody's headphones on the desk."""
    rng, loop = seeded("studio"), Loop(28)
    n = loop.n
    loop.add(band(wide_noise(n, rng, -1.5, 0.8), 400, 9000, 1) * (0.94 + 0.1 * drift(n, rng, 1)), 0.01)
    loop.add(band(wide_noise(n, rng, -5, 0.9), 60, 400), 0.008).add(hum(n, 50, [0.2, 0.4, 0.08, 0.1], rng, 0.1), 0.006)
    turns = np.arange(n) / n * 19 * 2 * np.pi  # the reels, nineteen times round
    reels = band(noise(n, rng, -3), 180, 1100, 1) * (0.55 + 0.3 * np.sin(turns) + 0.15 * np.sin(2 * turns + 1))
    loop.add(pan(reels, 0.45), 0.016)
    booth = Loop(28)
    for i in range(19):
        booth.place(foley.clink(rng, 1700, 3600, 0.02, 0.5), (i + 0.3) * 28 / 19, 0.014 * rng.uniform(0.5, 1), 0.45)
    booth.place(foley.page(rng, 0.8), 3.2, 0.1, -0.3).place(foley.page(rng, 0.65), 18.9, 0.09, -0.3)
    for at in (11.2, 11.55, 24.6):
        booth.place(foley.key(rng), at, 0.05, 0.2)  # a pen on the desk
    phones = Loop(28).place(foley.speech(rng, 150, 9, 1.0), 12.6, 1.0, 0.3).place(foley.speech(rng, 215, 7, 1.1), 14.9, 0.8, 0.3)
    for beat, note in enumerate(("A4", "D5", "E5", "A5", "F#5")):
        phones.place(kalimba(hz(note), rng, 1.2), 16.8 + 0.34 * beat, 0.5, 0.3)
    booth.add(phones.filter(700, 3400), 0.06)  # what leaks out of headphones
    booth.place(foley.creak(rng, 0.9), 7.4, 0.055, -0.2).place(foley.creak(rng, 0.45, 20, 34), 21.8, 0.045, -0.15)
    booth.place(foley.rustle(rng, 1.1, 300, 2600, 900), 8.3, 0.08, -0.2).place(foley.clink(rng, 1500, 4000, 0.03, 0.4), 15.6, 0.04, 0.4)
    return loop.add(booth.wash(room(0.22, rng, 1800, 150), 0.2), 2.4)
