"""What is committed is what the kit makes today, and it sounds as it should: measured on the files the game plays."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from typing import Any

import numpy as np
import pytest

from assets.sound import measure, ogg
from assets.sound.bake import stale
from assets.sound.catalogue import Sound, sounds
from assets.sound.kit.synth import Array, count
from assets.sound.level import LEAD_IN, TARGET, finished
from assets.sound.manifest import BAKED, MANIFEST, read
from assets.sound.mono import UNHEARD, mono_loss
from game.content.words import interface_words

BUDGET = 8_000_000  # bytes, all sounds
BANDS = {"ambience": (-36.0, -29.4), "music": (-29.6, -23.5), "interface": (-36.5, -22.5), "story": (-27.5, -21.5)}
"""Kind → LUFS from the softest to the loudest: places under music, both under a voice (-23 or so), the hand discreet."""
HIGHEST = {"ambience": -5.0, "music": -5.0, "interface": -7.0, "story": -7.0}
"""Kind → true peak in dBTP; -1 would not clip, but what happens once comes without warning."""
SAMPLE = {"comet-whistle": 20, "bell": 14, "choice": 20, "gate-creak": 14, "clue-found": 20, "page": 5, "studio": 3}
"""Id → dB that a sound must stand over what the codec rounded off it: much for notes, little for a hiss, which it only imitates."""
LISTED = {sound.id: sound for sound in sounds()}
ENTRIES: dict[str, dict[str, Any]] = read()
LOOPS = [name for name, sound in LISTED.items() if sound.looped]
ONCE = [name for name in LISTED if name not in LOOPS]


@cache
def decoded(name: str) -> Array:
    """A committed sound, (2, n)."""
    return ogg.read(BAKED / LISTED[name].file)


def test_nothing_is_stale() -> None:
    """Every sound was rendered from the kit as it is now; if not, `python run.py sound --bake` renders what changed."""
    assert [sound.id for sound in stale()] == []


def test_files_and_manifest_agree() -> None:
    """The manifest lists the catalogue in its order; every file is there at its listed size, and nothing else lies in the folder."""
    assert list(ENTRIES) == list(LISTED)
    there = {path.relative_to(BAKED).as_posix(): path.stat().st_size for path in BAKED.rglob("*") if path.is_file()}
    there.pop(MANIFEST)
    assert there == {entry["file"]: entry["bytes"] for entry in ENTRIES.values()}


def test_all_sounds_stay_small() -> None:
    """What is installed, and what a loop takes once decoded (16 bits, two sides)."""
    assert sum(entry["bytes"] for entry in ENTRIES.values()) <= BUDGET
    assert {name: entry["seconds"] for name, entry in ENTRIES.items() if entry["seconds"] > 60} == {}


@pytest.mark.parametrize("name", SAMPLE)
def test_a_sample_rendered_again_sounds_the_same(name: str) -> None:
    """Rendered again here, a sound is the committed one but for what the codec rounds off: compared by samples, not by bytes."""
    fresh = finished(LISTED[name])
    fresh = np.roll(fresh, count(ENTRIES[name]["lead"]), axis=1)
    alike, over = measure.likeness(fresh, decoded(name))
    assert fresh.shape == decoded(name).shape
    assert alike > 0.75
    assert over > SAMPLE[name]


@pytest.mark.parametrize("name", LISTED)
def test_the_manifest_says_what_is_measured(name: str) -> None:
    """Loudness, peaks and length of each file are those listed; nothing clips, nothing clicks."""
    x, entry = decoded(name), ENTRIES[name]
    assert x.shape[1] / 44100 == pytest.approx(entry["seconds"], abs=0.01)
    assert (measure.integrated(x) if entry["loop"] else measure.momentary(x)) == pytest.approx(entry["lufs"], abs=0.1)
    peak = measure.true_peak(x)
    assert peak == pytest.approx(entry["true_peak"], abs=0.1)
    assert peak <= HIGHEST[entry["kind"]]
    assert measure.clicks(x) == 0
    assert np.abs(x.mean(1)).max() < 0.001


@pytest.mark.parametrize("name", LISTED)
def test_both_sides_played_as_one_keep_the_sound(name: str) -> None:
    """One loudspeaker, or the setting for it, loses no more than sides that know nothing of each other do: nothing cancels."""
    assert mono_loss(decoded(name)) > UNHEARD


@pytest.mark.parametrize("name", LISTED)
def test_levels_lie_where_they_were_wanted(name: str) -> None:
    """Each sound is as loud as its kind and its place in it; only what is all peak may be softer."""
    sound: Sound = LISTED[name]
    wanted = TARGET[sound.kind] + sound.mix_db
    assert ENTRIES[name]["lufs"] <= wanted + 0.6
    assert ENTRIES[name]["lufs"] >= wanted - (0.6 if sound.looped else 4)


@pytest.mark.parametrize("kind", BANDS)
def test_each_kind_keeps_to_its_band(kind: str) -> None:
    """From the quietest studio to the sea no place is lost or jumps out; the same for music, the hand and the story."""
    softest, loudest = BANDS[kind]
    levels = {name: entry["lufs"] for name, entry in ENTRIES.items() if entry["kind"] == kind}
    assert levels
    assert {name: level for name, level in levels.items() if not softest <= level <= loudest} == {}


@pytest.mark.parametrize("name", [name for name in LOOPS if LISTED[name].kind == "ambience"])
def test_a_place_is_alive_and_does_not_drift(name: str) -> None:
    """Its level moves from one moment to the next, but by no more than one would reach for the volume; something in it is captioned."""
    assert 0.5 < ENTRIES[name]["range"] < 6.6  # dB between quiet and loud stretches of 3 s
    assert ENTRIES[name]["crest"] > 14  # something stands out of the bed
    assert ENTRIES[name]["moments"]


THEMES = [name for name in LOOPS if LISTED[name].kind == "music"]


@pytest.mark.parametrize(("one", "other"), list(combinations(THEMES, 2)))
def test_no_theme_is_another(one: str, other: str) -> None:
    """Each is made of other notes: a key of its own."""
    assert measure.chroma(decoded(one)) @ measure.chroma(decoded(other)) < 0.75


@pytest.mark.parametrize("name", THEMES)
def test_a_theme_goes_somewhere(name: str) -> None:
    """It is three quarters of a minute or more, and its parts are played by others, lower or higher."""
    assert ENTRIES[name]["seconds"] >= 45
    assert measure.development(decoded(name)) > 3.5


@pytest.mark.parametrize("name", LOOPS)
def test_loops_close(name: str) -> None:
    """Across the seam no step is larger than ordinary ones, no tick stands out of the treble, the level stays."""
    x = decoded(name)
    step, level = measure.seam(x)
    assert step < 1
    assert level < 3
    assert measure.seam_tick(x) <= 3


@pytest.mark.parametrize("name", LOOPS)
def test_loops_leave_room_and_do_not_repeat(name: str) -> None:
    """A loop is not heard as a shorter one; it leaves the middle of the voice to voices, and is quieter than them."""
    assert ENTRIES[name]["repetition"] <= (0.65 if ENTRIES[name]["kind"] == "music" else 0.5)  # a phrase of a tune may come back
    assert ENTRIES[name]["lufs"] <= -23.5
    in_the_middle = ENTRIES[name]["lufs"] + 10 * np.log10(ENTRIES[name]["speech_share"] / 100)
    assert in_the_middle <= -28  # LUFS between 300 Hz and 3 kHz, before it goes back under words


@pytest.mark.parametrize("name", ONCE)
def test_what_happens_once_begins_and_ends_in_silence(name: str) -> None:
    """No sound starts or stops at once, and the hand's are short."""
    x, lead = decoded(name), int(LEAD_IN * 44100 * 0.5)
    assert measure.ends(x) < -45
    assert np.abs(x[:, :lead]).max() < 0.02
    assert x.shape[1] / 44100 < (3.2 if LISTED[name].kind == "interface" else 6.5)


@pytest.mark.parametrize("name", [name for name in ONCE if LISTED[name].kind == "story"])
def test_the_story_is_heard_through_a_small_loudspeaker(name: str) -> None:
    """A projector or a laptop plays little below 250 Hz: what the story tells must not live there."""
    assert ENTRIES[name]["small_speaker"] > -6


def test_every_meaning_is_written_in_both_languages() -> None:
    """Captions of places, music, the story's sounds, the moments of a loop, and of nothing else; moments lie inside their loop."""
    french, english = interface_words("fr"), interface_words("en")
    wanted = {entry["caption"] for entry in ENTRIES.values() if entry["caption"]}
    wanted |= {word for entry in ENTRIES.values() for _, word in entry["moments"]}
    assert wanted == {name for name in french.names() if name.startswith("sound.")}
    assert [name for name in sorted(wanted) if french(name) == english(name)] == []
    for name, entry in ENTRIES.items():
        assert (entry["caption"] is None) == (entry["kind"] == "interface"), name
        assert all(0 <= at < entry["seconds"] - 1 for at, _ in entry["moments"]), name
