"""Sounds that the story tells of: the bell, the horn, the comet. Each one is played by a line, and its caption says it in words.

The comet whistle is a clue and a harm: only a line that tells of it plays it, never decoration.
"""
from __future__ import annotations

import numpy as np

from assets.sound.kit import foley
from assets.sound.kit.interface import notes, static
from assets.sound.kit.instruments import pad
from assets.sound.kit.score import MOTIF, hz
from assets.sound.kit.synth import Array, band, count, fade, glide, late, line, mix, modes, noise, reverb, room, seeded, times


def bell() -> Array:
    """The school bell, old, electric, at the far end of the corridor: two gongs of cast steel under one quick hammer."""
    rng = seeded("bell")
    out, at = np.zeros(1), 0.0
    gongs = [modes([f * d for f in (688, 1476, 2322, 3388, 4580) for d in (1, 1.0035)], [t for t in (1.3, 1.0, 0.7, 0.4, 0.22) for _ in (0, 1)],
                   [g for g in (0.55, 0.8, 0.6, 0.32, 0.14) for _ in (0, 1)], 1.4)]
    gongs.append(modes([f * 1.122 for f in (688, 1476, 2322, 3388)], [1.2, 0.9, 0.6, 0.3], [0.5, 0.7, 0.5, 0.25], 1.3))
    hammer = fade(band(noise(count(0.012), rng), 1800, 8000) * np.exp(-times(0.012) / 0.002), 0.0005, 0.004)
    strokes = 36
    for i in range(strokes):
        swell = min(1, 0.4 + i / 5) * (1 if i < strokes - 3 else 0.7) * rng.uniform(0.75, 1)
        out = mix(out, late(gongs[i % 2] * swell, at), late(hammer * swell * 0.6, at))
        at += 0.052 * rng.uniform(0.96, 1.04)
    return fade(band(reverb(out, room(1.8, rng, 2800), 0.35), 300, 5500, 1), 0.01, 0.6)


def comet_whistle() -> Array:
    """Somebody whistles, falling, at the other end of the yard."""
    rng = seeded("comet_whistle")
    return fade(reverb(foley.whistle(rng), room(1.3, rng, 3500), 0.28), 0.01, 0.4)


def comet_whistle_broken() -> Array:
    """The same whistle, broken in the middle: one cannot whistle and laugh. What is left is a breath."""
    rng = seeded("comet_whistle_broken")
    whole = foley.whistle(rng)
    kept = fade(whole[: count(0.5)], 0.0, 0.04)
    puffs = [fade(band(noise(count(0.09), rng), 900, 5000), 0.01, 0.06) * level for level in (0.22, 0.16, 0.1)]
    laughing = mix(*(late(puff, 0.52 + 0.14 * i) for i, puff in enumerate(puffs)))
    return fade(reverb(mix(kept, laughing), room(1.3, rng, 3500), 0.28), 0.01, 0.4)


def fog_horn() -> Array:
    """The horn of the harbour, nearer than in the air of the gate."""
    rng = seeded("fog_horn")
    near = foley.horn(rng, 3.0, 174.6)  # F below the middle C: a classroom's loudspeakers play it
    heard = reverb(near + band(np.tanh(near * 3), 300, 1100) * 0.4, room(3.2, rng, 1100, 90), 0.5)
    return band(_narrow(heard, 0.5), 110, 1400)  # a steady note comes back differently on either side: played as one, the two would cancel


def _narrow(x: Array, width: float) -> Array:
    """The two sides drawn together: 1 leaves them, 0 is a point in the middle."""
    middle = x.mean(0)
    return middle + (x - middle) * width


def gull() -> Array:
    """One gull, close, with an opinion."""
    rng = seeded("gull")
    return reverb(foley.gull(rng, 3), room(1.2, rng, 5000), 0.2)


def gate_creak() -> Array:
    """The gate turns on its pin: E flat, as somebody has noted."""
    rng = seeded("gate_creak")
    latch = foley.clink(rng, 900, 3200, 0.12, 0.8) * 0.3
    return reverb(mix(foley.bowed(rng, 1.3, hz("Eb5")), late(latch, 1.32)), room(0.8, rng, 3500), 0.2)


def bus_stops() -> Array:
    """A bus stops, breathes, goes on."""
    rng = seeded("bus_stops")
    return reverb(foley.bus(rng, 5.5), room(0.6, rng, 3000), 0.12)


def fire_door() -> Array:
    """A heavy door, its latch, and the corridor after it."""
    rng = seeded("fire_door")
    heavy = foley.door(rng)
    return band(reverb(mix(heavy * 0.6, late(foley.clink(rng, 700, 2400, 0.08, 0.9) * 0.7, 0.02)), room(1.8, rng, 2600, 120), 0.4), 110, None, 1)


def kettle_click() -> Array:
    """The kettle switches itself off, and calms down."""
    rng = seeded("kettle_click")
    calm = band(noise(count(1.2), rng, -3), 200, 1400) * np.exp(-times(1.2) / 0.35) * 0.12
    for _ in range(14):
        calm = mix(calm, late(foley.drip(rng, rng.uniform(300, 800), 0.05) * rng.uniform(0.02, 0.1), rng.uniform(0, 0.9)))
    return mix(fade(calm, 0.03, 0.3), late(foley.clink(rng, 1100, 3000, 0.09, 0.9) * 0.5, 0.25))


def counter_bell() -> Array:
    """A small bell on a counter, pressed softly."""
    rng = seeded("counter_bell")
    dome = modes([2093, 2100, 4310, 5650, 7900], [1.6, 1.5, 0.8, 0.5, 0.25], [0.8, 0.5, 0.35, 0.2, 0.1], 2.0)
    press = modes([420, 980], [0.03, 0.02], [0.25, 0.2], 0.05)
    return reverb(mix(press, late(dome * 0.7, 0.02)), room(0.7, rng, 3500), 0.15)


def lamp_on() -> Array:
    """The red lamp of the studio: a relay, and the filament that settles."""
    rng = seeded("lamp_on")
    relay = modes([540, 905, 1320, 2750], [0.11, 0.08, 0.06, 0.025], [0.8, 0.5, 0.5, 0.2], 0.16)  # in a wooden box: it rings a little
    t = times(0.7)
    glow = sum(g * glide(np.full(len(t), f)) for f, g in ((100, 0.2), (200, 0.5), (400, 0.2))) * np.exp(-t / 0.25) * 0.12
    return reverb(mix(relay, late(relay * 0.3, 0.04), late(fade(glow, 0.03, 0.3), 0.02)), room(0.25, rng, 1800), 0.15)


def jingle() -> Array:
    """« La Minute Cosmos » goes on air: the five notes through a small transmitter, which opens."""
    rng = seeded("jingle")
    song = notes(MOTIF, 0.21, rng, 1.8)
    near, far = band(song, 60, 9000), band(song, 500, 2400)
    opening = np.clip(times(song.shape[-1] / 44100) / 0.8, 0, 1)
    tuned = far * (1 - opening) + near * opening
    hiss = static(0.7, rng) * np.linspace(0.7, 0, count(0.7)) * 0.06
    glow = pad(hz("D3"), 1.2, rng, attack=0.5, release=1.2) * 0.25
    return reverb(mix(tuned, fade(hiss, 0.05, 0.2), glow), room(1.9, rng, 3800), 0.22)


def phone_buzz() -> Array:
    """A telephone shakes on a table, twice. Nothing is shown."""
    rng = seeded("phone_buzz")

    def shake(seconds: float) -> Array:
        t = times(seconds)
        motor = np.sign(np.sin(2 * np.pi * 168 * t)) * 0.3 + np.sin(2 * np.pi * 336 * t) * 0.2
        table = band(motor + noise(len(t), rng, -1) * np.abs(np.sin(2 * np.pi * 168 * t)) ** 6 * 0.5, 140, 2600)
        return fade(table * (0.8 + 0.2 * creeping(t)), 0.03, 0.05)

    return reverb(mix(shake(0.35), late(shake(0.35), 0.55)), room(0.3, rng, 3000), 0.1)


def creeping(t: Array) -> Array:
    """A table that answers a little differently as the telephone creeps over it."""
    return np.sin(2 * np.pi * 3.1 * t) * np.sin(2 * np.pi * 1.3 * t + 1)


def jar() -> Array:
    """Something small is dropped into a glass jar, and spins until it lies."""
    rng = seeded("jar")
    glass = [1870, 3420, 5210, 7400]
    out, at, gap = np.zeros(1), 0.0, 0.13
    for i in range(7):
        hit = modes([f * rng.uniform(0.995, 1.005) for f in glass], [0.25, 0.18, 0.12, 0.07], [0.8, 0.5, 0.35, 0.2], 0.35)
        out = mix(out, late(hit * 0.75**i, at))
        at, gap = at + gap, gap * 0.72
    return reverb(out, room(0.35, rng, 4000), 0.12)


def page_turn() -> Array:
    """A page, heard close."""
    return foley.page(seeded("page_turn"), 0.7)


def tape_tear() -> Array:
    """Adhesive tape pulled off a wall, slowly, then torn."""
    rng = seeded("tape_tear")
    n = count(0.9)
    u = np.linspace(0, 1, n)
    peel = foley.crackle(rng, 0.9, 1500 + 4000 * u, 700, 7000) * (0.35 + u) * (u < 0.86)
    rip = np.exp(-0.5 * ((u - 0.88) / 0.025) ** 2) * foley.crackle(rng, 0.9, 14000, 1500, 9000)
    return fade(peel + rip * 1.2, 0.03, 0.04)


def card_pin() -> Array:
    """A drawing pin pushed into cork through a card."""
    rng = seeded("card_pin")
    t = times(0.16)
    cork = glide(330 + 200 * np.exp(-t / 0.012)) * np.exp(-t / 0.02) * 0.35
    pin = modes([2900, 4300], [0.03, 0.025], [0.16, 0.1], 0.06)
    return fade(mix(cork + band(noise(len(t), rng, -1), 500, 4200) * np.exp(-t / 0.009) * 0.4, pin), 0.001, 0.04)
