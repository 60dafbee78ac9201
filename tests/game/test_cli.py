"""The commands, as a person types them: in a process of their own, in both languages, with files put in a folder of the test."""

import contextlib
import errno
import os
import re
import subprocess
import sys
import urllib.request
from pathlib import Path

import psutil
import pytest
import typer

from game.cli import ROOM_MB, command_line, language, own_words, plain_play, window_size
from game.cli_disk import disk_trouble
from game.content.words import Words

CLOSE_AT_THE_FIRST_FRAME = """
import sys, pygame
from game import cli
from game.view.window import Window
draw = Window.draw
def once(window):
    draw(window)
    if window.frames == 1:
        print(pygame.display.get_driver(), *pygame.display.get_window_size())
        pygame.event.post(pygame.event.Event(pygame.QUIT))
Window.draw = once
cli.main()
"""
ROOT = Path(__file__).resolve().parent.parent.parent


def variables(home: Path) -> dict[str, str]:
    """A person whose language is English, with a home of their own."""
    strange = ("LC_", "COV", "DISPLAY", "WAYLAND_DISPLAY")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(strange)}
    return {**kept, "PYTHONPATH": str(ROOT), "LANG": "en_GB.UTF-8", "PYTHONUTF8": "1", "STOP_LA_VIOLENCE_HOME": str(home)}


def run(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one command to its end."""
    line = [sys.executable, "-m", "game.cli", *arguments]
    return subprocess.run(line, capture_output=True, encoding="utf-8", env=variables(home), cwd=home, timeout=300)


@pytest.fixture(scope="module")
def words() -> Words:
    """What the commands say in English."""
    return own_words("en")


@pytest.mark.parametrize(
    ("arguments", "environ", "said"),
    [
        (["play", "--lang", "en"], {"LANG": "fr_FR.UTF-8"}, "en"),
        (["--lang=fr", "play"], {"LANG": "en_GB.UTF-8"}, "fr"),
        (["play"], {"LANG": "de_DE.UTF-8"}, "en"),
        (["play"], {"LC_ALL": "fr_BE", "LANG": "en_GB"}, "fr"),
        (["play"], {"LANG": "C.UTF-8"}, "fr"),
        (["play"], {}, "fr"),
        ([], {"LANG": "en_GB.UTF-8"}, "en"),
        (["play", "--lang", "de"], {"LANG": "fr_FR.UTF-8"}, "fr"),
    ],
)
@pytest.mark.posix_only
def test_the_commands_speak_the_persons_language(arguments: list[str], environ: dict[str, str], said: str) -> None:
    """`--lang` first, then the system’s language; French where it says nothing."""
    assert language(arguments, environ) == said


@pytest.mark.parametrize(("given", "size"), [("1280x720", (1280, 720)), ("1024×768", (1024, 768)), ("1920X1080", (1920, 1080))])
def test_a_size_is_read_as_people_write_it(words: Words, given: str, size: tuple[int, int]) -> None:
    """Small x, capital X or a times sign."""
    assert window_size(given, words) == size


@pytest.mark.parametrize("given", ["big", "1280", "x720", "-5x9", "100x100", "1280x720x3", "１２８０x720"])
def test_a_wrong_size_is_refused_with_an_example(words: Words, given: str) -> None:
    """What was given is said back, with what would be right."""
    with pytest.raises(typer.BadParameter, match=r"1280x720|640x360"):
        window_size(given, words)


def test_check_says_where_and_how_many(tmp_path: Path) -> None:
    """A faulty file gives its place and code 1; the game’s own story gives code 0."""
    faulty = tmp_path / "place.yaml"
    faulty.write_text("places:\n  cour: {nom: x}\n", "utf-8")
    wrong = run(tmp_path, "check", str(faulty))
    assert wrong.returncode == 1
    assert "place.yaml:2:" in wrong.stdout
    assert run(tmp_path, "check", str(faulty), "--json").stdout.startswith("[")
    french = run(tmp_path, "check", str(faulty), "--lang", "fr").stdout
    assert "place.yaml:2:10: erreur SV007 unknown-key\u00a0: «\u00a0nom\u00a0» n’est pas une clé de «\u00a0place\u00a0»" in french
    assert re.search(r"^\d erreurs, 0 avertissement$", french, re.MULTILINE)


def test_serve_answers_and_ends_with_the_one_who_started_it(tmp_path: Path) -> None:
    """The ready line gives an address that answers; when the command is killed, the service ends too."""
    line = [sys.executable, "-m", "game.cli", "serve", "--data", str(tmp_path / "données")]
    started = subprocess.Popen(line, stdout=subprocess.PIPE, encoding="utf-8", env=variables(tmp_path), cwd=tmp_path)
    assert started.stdout is not None
    said = started.stdout.readline()
    assert said.startswith("TRAINING service: http://127.0.0.1:")
    url = said.split()[2]
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(url + "/api/operator", timeout=30) as answer:
        assert answer.status == 200
    port = url.rsplit(":", 1)[1]
    taken = run(tmp_path, "serve", "--data", str(tmp_path / "other"), "--port", port)
    assert taken.returncode == 1
    assert f"Port {port} is taken" in taken.stderr
    services = psutil.Process(started.pid).children(recursive=True)
    assert services
    started.kill()
    started.wait()
    started.stdout.close()
    _, left = psutil.wait_procs(services, timeout=30)
    assert left == []


@pytest.mark.parametrize("command", [("serve", "--data"), ("demo", "--out")], ids=" ".join)
def test_a_file_where_a_folder_is_needed_is_named(tmp_path: Path, command: tuple[str, str]) -> None:
    """Which file, that it was left alone, and what to change; nothing is thrown at the person."""
    (tmp_path / "a file").write_text("", "utf-8")
    ended = run(tmp_path, *command, str(tmp_path / "a file" / "inside"))
    assert ended.returncode == 1
    said = f"{tmp_path / 'a file'} is a file, and a folder is needed there. It was not touched. What to do: give another name with "
    assert ended.stderr.strip() == f"{said}{command[1]}."


@pytest.mark.posix_only
def test_demo_on_a_full_disk_says_so_at_once(tmp_path: Path) -> None:
    """The system itself refuses the bytes: what is full, how much is needed and what to do, before anything is played."""
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    out = tmp_path / "out"
    out.mkdir()
    (out / "lighthouse.jpg").symlink_to("/dev/full")
    ended = run(tmp_path, "demo", "--out", str(out))
    assert ended.returncode == 1
    assert re.fullmatch(rf"The disk of \S+ is full: \d+ MB are left, about {ROOM_MB} are needed\. .* with --out\.", ended.stderr.strip())


@pytest.mark.parametrize(
    ("code", "said"), [(errno.ENOSPC, "is full"), (errno.EROFS, "does not let"), (errno.EACCES, "does not let"), (errno.EIO, "(EIO)")]
)
def test_what_a_disk_refuses_is_told_apart(tmp_path: Path, words: Words, code: int, said: str) -> None:
    """Full, protected and broken each have their own words, with the folder and the option that chooses another."""
    told = disk_trouble(OSError(code, "…"), tmp_path / "là bas", words, option="--data", needed_mb=20)
    assert said in told
    assert str(tmp_path / "là bas") in told
    assert told.endswith("with --data.")


@pytest.mark.posix_only
def test_play_without_a_screen_says_so_and_names_the_demo(tmp_path: Path) -> None:
    """The dummy driver counts as no screen; nothing is written before that is known."""
    for driver in ("dummy", "x11"):
        line = [sys.executable, "-m", "game.cli", "play"]
        without = {**variables(tmp_path), "SDL_VIDEODRIVER": driver}
        ended = subprocess.run(line, capture_output=True, encoding="utf-8", env=without, cwd=tmp_path, timeout=120)
        assert ended.returncode == 1
        assert ended.stderr.strip() == (
            "There is no screen here, so no window to open. To see everything without one: python3 run.py demo --out demo-out"
        )
    assert list(tmp_path.iterdir()) == []


def test_a_story_that_is_broken_is_said_with_the_command_that_shows_where(tmp_path: Path, words: Words) -> None:
    """The words a person gets when content cannot be played exist in both languages and name `check`."""
    said = words("cli.content.see", command=command_line("check"))
    assert said.endswith("run.py check")
    assert own_words("fr").missing == frozenset()
    assert not [name for name in words.missing if name.startswith("cli.")]


@pytest.mark.needs_xvfb
def test_play_opens_a_real_window_and_ends_when_it_is_closed(tmp_path: Path, real_screen: dict[str, str]) -> None:
    """Under a real screen the window comes up; the system’s polite end closes it, with code 0 and nothing said."""
    seen = {**variables(tmp_path), "DISPLAY": real_screen["DISPLAY"], "SDL_VIDEODRIVER": "x11"}
    line = [sys.executable, "-c", CLOSE_AT_THE_FIRST_FRAME, "play", "--lang", "en", "--size", "1024x768"]
    ended = subprocess.run(line, capture_output=True, encoding="utf-8", env=seen, cwd=tmp_path, timeout=120)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.split() == ["x11", "1024", "768"]
    assert ended.stderr == ""


def test_demo_ends_with_a_receipt_of_a_stored_report(tmp_path: Path) -> None:
    """Code 0 and a last line `receipt: …`, marked as training, only because the service said that the report is stored."""
    ended = run(tmp_path, "demo", "--out", "là bas", "--lang", "en", "--size", "1024x576")
    assert ended.returncode == 0, ended.stderr
    last = ended.stdout.strip().splitlines()[-1]
    assert last.startswith("receipt: TRAINING ")
    assert len(last.split()) == 11
    assert len(list((tmp_path / "là bas").glob("*.png"))) > 20


def test_demo_whose_service_dies_says_what_the_screen_says(tmp_path: Path) -> None:
    """In the person’s language, with what to do; what only helps to mend it stands on a line of its own, and no JSON at all."""
    line = [sys.executable, "-m", "game.cli", "demo", "--out", "out", "--size", "640x360", "--lang", "en"]
    with subprocess.Popen(line, env=variables(tmp_path), cwd=tmp_path, stderr=subprocess.PIPE, encoding="utf-8") as demo:
        seen = psutil.Process(demo.pid)
        while demo.poll() is None and not kill_service(seen):
            psutil.wait_procs([seen], timeout=0.05)
        assert demo.stderr is not None
        said = demo.stderr.read().strip().splitlines()[-2:]
    assert demo.returncode == 1
    assert re.fullmatch(r"The demo stopped before its end\. The screen says: “[^”{}]+” .* run the same command again\. .*", said[0])
    assert re.fullmatch(r"Technical detail: desk: [a-z_ ]+", said[1])


def kill_service(demo: psutil.Process) -> bool:
    """End the training service of this demo as it starts; False where it has none yet."""
    with contextlib.suppress(psutil.Error):
        for child in demo.children(recursive=True):
            if "reporting.service" in child.cmdline():
                child.kill()
                return True
    return False


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("play", (None, None, False)),
        ("play --class", (None, None, True)),
        ("play --lang=en --size 1280x720", ("en", (1280, 720), False)),
        ("play --size=1920×1080 --lang fr --class", ("fr", (1920, 1080), True)),
    ],
)
def test_a_plain_play_is_read_at_once(typed: str, meant: object) -> None:
    """The title does not wait for the reader of all commands."""
    assert plain_play(typed.split()) == meant


@pytest.mark.parametrize(
    "typed", ["", "demo", "--help", "play --help", "play --lang", "play --lang de", "play --size 10x10", "play --size", "play it"]
)
def test_anything_else_is_left_to_the_reader_of_commands(typed: str) -> None:
    """Which says what is wrong with it, in words."""
    assert plain_play(typed.split()) is None


def test_the_title_waits_for_nothing_that_it_does_not_show(tmp_path: Path) -> None:
    """Once the words are compiled, `play` draws its first frame with none of what takes long to import."""
    code = """
import sys, game.cli, game.view.opening, pygame
game.cli.may_have_display = lambda environ: True
game.view.opening.NO_SCREEN = ()
flip = pygame.display.flip
def first():
    flip()
    found = [name for name in HEAVY if name in sys.modules]
    print(found)
    sys.stdout.flush()
    __import__("os")._exit(0)
pygame.display.flip = first
sys.argv = ["stop-la-violence", "play", "--size", "640x360"]
game.cli.main()
"""
    heavy = ("typer", "pydantic", "yaml", "numpy", "PIL", "pygame_gui", "polib", "requests", "reporting", "game.core", "game.content.story")
    line, seen = [sys.executable, "-c", f"HEAVY = {heavy!r}\n{code}"], variables(tmp_path)
    for _ in range(2):  # the first start keeps the words compiled
        ended = subprocess.run(line, capture_output=True, encoding="utf-8", env=seen, cwd=tmp_path, timeout=120)
        assert ended.stderr == ""
    assert ended.stdout == "[]\n"
