"""What is heard and written: loops that follow the story, sounds that a line tells of, captions, silence when asked."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.content.root import content_root
from game.session.jobs import Jobs
from game.session.settings import Settings
from game.view.audio import DUCKED, SHOWN, Audio
from game.view.heard import SILENCE, Heard

SOUNDS = content_root() / "assets" / "baked" / "sound"
HARBOUR = Heard(sound="portail")


def heard_as(level: float) -> float:
    """A level in the 128 steps of the mixer."""
    return round(int(level * 128) / 128, 2)


def sides() -> int:
    """How many channels the output has; 0 while it is closed."""
    opened = pygame.mixer.get_init()
    return opened[2] if opened is not None else 0


MEDIUM = heard_as(0.7**2)  # a volume is felt as its square


class Room:
    """A player with its jobs, its settings and a clock that is moved by hand."""

    def __init__(self, folder: Path = SOUNDS, **settings: object) -> None:
        self.settings = replace(Settings(), **settings)  # type: ignore[arg-type]  # names of settings
        self.jobs, self.now = Jobs(), 0.0
        self.audio = Audio(folder, self.jobs, lambda: self.settings)

    def settle(self, seconds: float = 0.0) -> None:
        """Let what was asked for be decoded, and time pass in steps of the window's loop."""
        for handle in tuple(self.jobs._running):
            self.jobs.wait(handle, 60)
        end = self.now + seconds
        while True:
            self.audio.tick(self.now)
            if self.now >= end:
                return
            self.now = min(end, self.now + 0.033)

    @property
    def volumes(self) -> list[float]:
        """How loud each loop is that is being heard."""
        if pygame.mixer.get_init() is None:
            return []
        playing = [pygame.mixer.Channel(n).get_sound() for n in range(4) if pygame.mixer.Channel(n).get_busy()]
        return sorted(round(sound.get_volume(), 2) for sound in playing if sound is not None)

    @property
    def captions(self) -> list[str]:
        """What is written now."""
        return list(self.audio.captions)


@pytest.fixture
def open_room() -> Iterator[Callable[..., Room]]:
    """Makes rooms, and closes them."""
    pygame.mixer.quit()
    made: list[Room] = []

    def make(folder: Path = SOUNDS, **settings: object) -> Room:
        made.append(Room(folder, **settings))
        return made[-1]

    yield make
    for room in made:
        room.settle()
        room.audio.close()


def test_nothing_is_opened_before_something_is_to_be_heard(open_room: Callable[..., Room]) -> None:
    """The computer's sound is left alone by the title of a class and by whoever wants silence."""
    for settings in ({"class_mode": True}, {"sound": "off"}, {"ambience": 0, "music": 0, "sounds": 0}):
        room = open_room(**settings)
        room.audio.hear(Heard(sound="portail", music="title"))
        room.audio.cue("bell")
        room.settle(1)
        assert pygame.mixer.get_init() is None
        assert room.captions  # what is not heard can still be read


def test_a_place_is_heard_and_the_next_one_takes_over(open_room: Callable[..., Room]) -> None:
    """Two loops at once while one fades into the other, each as loud as its volume."""
    room = open_room()
    room.audio.hear(HARBOUR)
    room.settle()
    assert room.volumes == [MEDIUM]
    room.audio.hear(Heard(sound="couloir-b", music="investigation"))
    room.settle()
    assert len(room.volumes) == 3
    room.audio.hear(SILENCE)
    room.settle()
    assert room.audio.busy is False


def test_what_was_left_before_it_was_decoded_is_not_heard(open_room: Callable[..., Room]) -> None:
    """Somebody who walks through a place hears the one they stop in."""
    room = open_room()
    room.audio.hear(HARBOUR)
    room.audio.hear(Heard(sound="studio"))
    room.settle()
    assert len(room.volumes) == 1


def test_words_push_the_loops_back_gently(open_room: Callable[..., Room]) -> None:
    """Under something to read or a voice the loops go back step by step, and come up again after."""
    room = open_room()
    room.audio.hear(HARBOUR)
    room.settle()
    room.audio.hear(replace(HARBOUR, words=True))
    assert room.audio.busy
    room.settle(0.05)
    assert heard_as(0.7**2 * DUCKED) < room.volumes[0] < MEDIUM
    room.settle(1)
    assert room.volumes == [heard_as(0.7**2 * DUCKED)]
    room.audio.speaking(voice=True)
    room.audio.hear(HARBOUR)
    room.settle(1)
    assert room.volumes == [heard_as(0.7**2 * DUCKED)]
    room.audio.speaking(voice=False)
    room.settle(1)
    assert room.volumes == [MEDIUM]


def test_a_line_tells_its_sound_once(open_room: Callable[..., Room]) -> None:
    """The whistle is heard and written when its line is shown; the same line drawn again is silent."""
    room = open_room()
    told = Heard(cue="comet-whistle", line="cour/1", words=True)
    room.audio.hear(told)
    assert room.captions == ["sound.comet-whistle"]
    room.settle(SHOWN["story"] + 0.1)
    assert room.captions == []
    room.audio.hear(replace(told, words=False))
    assert room.captions == []
    room.audio.hear(replace(told, line="cour/2"))
    assert room.captions == ["sound.comet-whistle"]


def test_what_is_heard_in_a_loop_is_written_when_it_is_heard(open_room: Callable[..., Room]) -> None:
    """The fog horn in the air of the gate, each time round; not while nobody can hear it."""
    room = open_room()
    room.audio.hear(HARBOUR)
    room.settle()
    horn = next(at for at, word in room.audio.book["portail"].moments if word == "sound.portail.horn")
    room.settle(horn - 0.1)
    assert "sound.portail.horn" not in room.captions
    room.settle(0.3)
    assert room.captions[-1] == "sound.portail.horn"
    room.settle(room.audio.book["portail"].seconds - 0.1)
    assert room.captions[-1] == "sound.portail.horn"
    room.audio.focus(away=True)
    room.settle(20)
    assert room.captions == []


def test_captions_can_be_switched_off(open_room: Callable[..., Room]) -> None:
    """Off is off, at once; every sound goes on."""
    room = open_room()
    room.audio.hear(HARBOUR)
    assert room.captions == ["sound.portail"]
    room.settings = replace(room.settings, captions=False)
    room.audio.restyle()
    room.audio.cue("bell")
    assert room.captions == []
    room.settle()
    assert room.volumes


def test_every_volume_is_its_own_and_takes_effect_at_once(open_room: Callable[..., Room]) -> None:
    """Lowering music leaves the place; silence stops the mixing; sound comes back when it is wanted again."""
    room = open_room()
    room.audio.hear(Heard(sound="portail", music="title"))
    room.settle()
    assert room.volumes == [MEDIUM, MEDIUM]
    room.settings = replace(room.settings, music=40)
    room.audio.restyle()
    assert room.volumes == [heard_as(0.4**2), MEDIUM]
    room.settings = replace(room.settings, sound="off")
    room.audio.restyle()
    room.settle()
    assert not room.audio._decoded
    room.settings = replace(room.settings, sound="on", class_mode=True)
    room.audio.restyle()
    room.settle()
    assert len(room.audio._decoded) == 2


def test_mono_opens_one_side(open_room: Callable[..., Room]) -> None:
    """Changed while something is heard, it is heard again through one channel."""
    room = open_room()
    room.audio.hear(HARBOUR)
    room.settle()
    assert sides() == 2
    room.settings = replace(room.settings, mono=True)
    room.audio.restyle()
    room.settle()
    assert sides() == 1
    assert len(room.volumes) == 1


def test_a_window_that_was_left_is_silent(open_room: Callable[..., Room]) -> None:
    """What is asked for meanwhile waits until it is come back to."""
    room = open_room()
    room.audio.hear(HARBOUR)
    room.settle()
    room.audio.focus(away=True)
    room.audio.hear(Heard(sound="studio"))
    room.audio.cue("bell")
    room.settle(1)
    assert not room.audio._decoded
    room.audio.focus(away=False)
    room.settle()
    assert list(room.audio._decoded) == ["ambience"]


def hold(room: Room, held: threading.Event, over: threading.Event) -> None:
    """Keep the mixer as a sound does that takes very long to decode."""
    with room.audio._mixer._lock:
        held.set()
        over.wait(30)


def test_the_exit_is_for_good(open_room: Callable[..., Room]) -> None:
    """After it nothing plays, nothing is written, and a loop that was being decoded stays unheard."""
    room = open_room()
    room.audio.hear(HARBOUR)
    room.settle()
    room.audio.hear(Heard(sound="studio", music="title"))
    held, over = threading.Event(), threading.Event()
    decoding = threading.Thread(target=hold, args=(room, held, over))
    decoding.start()
    held.wait()
    room.audio.hush()
    assert decoding.is_alive()  # it was silent before what is being decoded was done: nothing was waited for
    over.set()
    decoding.join()
    room.settle(1)
    room.audio.cue("bell")
    room.audio.focus(away=False)
    room.audio.restyle()
    room.settle(1)
    assert not pygame.mixer.get_busy()
    assert room.captions == []


def test_a_computer_without_sound_plays_silently(open_room: Callable[..., Room], monkeypatch: pytest.MonkeyPatch) -> None:
    """No device, nothing said, captions all the same; and it is heard once there is one."""
    monkeypatch.setenv("SDL_AUDIODRIVER", "no-such-driver")
    room = open_room()
    room.audio.hear(HARBOUR)
    room.audio.cue("bell")
    room.settle(0.5)
    assert pygame.mixer.get_init() is None
    assert room.captions == ["sound.portail", "sound.bell"]
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    room.audio.focus(away=True)
    room.audio.focus(away=False)
    room.settle()
    assert room.volumes


def test_broken_files_are_silence(open_room: Callable[..., Room], tmp_path: Path) -> None:
    """A missing folder, a broken list, a broken sound: the game goes on."""
    room = open_room(tmp_path / "nowhere")
    room.audio.hear(HARBOUR)
    assert room.captions == []
    for text in ("{", '{"sounds": []}', '{"sounds": {"portail": {"kind": "smell"}}}'):
        (tmp_path / "manifest.json").write_text(text, encoding="utf-8")
        assert dict(open_room(tmp_path).audio.book) == {}
    shutil.copy(SOUNDS / "manifest.json", tmp_path)
    (tmp_path / "ambience").mkdir()
    (tmp_path / "ambience" / "portail.ogg").write_bytes(b"not a sound")
    room = open_room(tmp_path)
    room.audio.hear(HARBOUR)
    room.settle(1)
    assert room.volumes == []
    assert room.audio.book
    room.audio.cue("no-such-sound")
    room.audio.hear(Heard(sound="title"))  # music is no place
    room.settle()
    assert room.volumes == []
