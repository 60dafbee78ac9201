"""run.py, started for real in a small checkout of its own: one package, made here, and a `game.cli` that says what it was given.

The checkout lies in a folder with spaces and accents, and no test here reaches a network.
"""

import ast
import base64
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

RUN = Path(__file__).resolve().parent.parent / "run.py"
WORDS = RUN.with_name("run_words.py")
CLI = """
import json, os, sys
import tiny
print(json.dumps({"arguments": sys.argv[1:], "tiny": tiny.VERSION, "no_proxy": os.environ["NO_PROXY"], "cwd": os.getcwd()}))
sys.exit(7 if "fail" in sys.argv else 0)
"""


def make_wheel(folder: Path, version: str) -> str:
    """Write a wheel of the package `tiny` into `folder` and return its line for a lock."""
    files = {
        "tiny.py": f"VERSION = {version!r}\n",
        f"tiny-{version}.dist-info/METADATA": f"Metadata-Version: 2.1\nName: tiny\nVersion: {version}\n",
        f"tiny-{version}.dist-info/WHEEL": "Wheel-Version: 1.0\nGenerator: here\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = f"tiny-{version}.dist-info/RECORD"
    rows = [f"{name},sha256={digest(text)},{len(text)}" for name, text in files.items()]
    folder.mkdir(parents=True, exist_ok=True)
    wheel = folder / f"tiny-{version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
        archive.writestr(record, "\n".join([*rows, f"{record},,"]) + "\n")
    return f"tiny=={version} \\\n    --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"


def digest(text: str) -> str:
    """A digest as a wheel’s RECORD writes it."""
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()


def make_checkout(folder: Path) -> Path:
    """A checkout small enough to set up in a few seconds, with its wheelhouse beside it."""
    root = folder / "dossier d’été"
    (root / "game").mkdir(parents=True)
    (root / "requirements").mkdir()
    for file in (RUN, WORDS):
        shutil.copy(file, root / file.name)
    (root / "game" / "__init__.py").write_text("", "utf-8")
    (root / "game" / "cli.py").write_text(CLI, "utf-8")
    (root / "requirements" / "play.txt").write_text(make_wheel(folder / "des roues", "1.0"), "utf-8")
    return root


def environment(language: str = "en_GB.UTF-8") -> dict[str, str]:
    """The variables for a start: a language, and an index that answers to nobody."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "LC_", "PYTHON", "COV"))}
    return {**kept, "LANG": language, "PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_CONFIG_FILE": os.devnull, "PYTHONUTF8": "1"}


def command(root: Path, *arguments: str) -> list[str]:
    """How a person starts it, with the wheelhouse."""
    return [sys.executable, str(root / "run.py"), *arguments, "--wheelhouse", str(root.parent / "des roues")]


def run(line: list[str], language: str = "en_GB.UTF-8", cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Start it and wait; what it printed is kept."""
    return subprocess.run(line, capture_output=True, encoding="utf-8", env=environment(language), cwd=cwd, timeout=240)


def tampered(root: Path, change: str, *arguments: str) -> list[str]:
    """Start run.py in a Python where something is amiss: `change` is done first."""
    code = f"import runpy, sys; {change}; sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name='__main__')"
    return [sys.executable, "-c", code, str(root / "run.py"), *arguments]


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A checkout set up by two people who started it at the same moment; the checkout and what each was told."""
    root = make_checkout(tmp_path_factory.mktemp("prêt"))
    starts = [
        subprocess.Popen(command(root, "check"), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", env=environment())
        for _ in range(2)
    ]
    said = [start.communicate(timeout=240)[0] for start in starts]
    assert [start.returncode for start in starts] == [0, 0], said
    return root, said


def test_two_starts_at_once_set_up_once(ready: tuple[Path, list[str]]) -> None:
    """One sets up, the other says that it waits; both end well."""
    _, said = ready
    assert sorted("Ready in" in one for one in said) == [False, True]
    assert sorted("Another window is already setting up" in one for one in said) == [False, True]
    assert all('"tiny": "1.0"' in one for one in said)


def test_a_second_start_goes_straight_on(ready: tuple[Path, list[str]], record_property: pytest.FixtureRequest, tmp_path: Path) -> None:
    """Nothing is set up again, nothing but the game speaks, and arguments, folder and exit code go through unchanged."""
    root, _ = ready
    began = time.monotonic()
    ended = run(command(root, "demo", "--out", "là bas", "fail"), cwd=tmp_path)
    record_property("seconds of a second start", round(time.monotonic() - began, 3))  # type: ignore[operator]
    assert ended.stderr == ""
    assert ended.returncode == 7
    assert '"arguments": ["demo", "--out", "l\\u00e0 bas", "fail"]' in ended.stdout
    assert tmp_path.name in ended.stdout
    assert "127.0.0.1,localhost,::1" in ended.stdout


def test_a_new_lock_is_installed_over_the_old_one(ready: tuple[Path, list[str]]) -> None:
    """After an update of the checkout only what changed is installed; a wrong hash and a missing network are told apart."""
    root, _ = ready
    lock = root / "requirements" / "play.txt"
    before = lock.read_text("utf-8")
    lock.write_text(make_wheel(root.parent / "des roues", "1.1"), "utf-8")
    ended = run(command(root, "play"))
    assert '"tiny": "1.1"' in ended.stdout, ended.stderr
    assert "Updating: 1 packages to check." in ended.stderr

    lock.write_text(before.replace("sha256:", "sha256:0000")[:-5] + "\n", "utf-8")
    wrong = run(command(root, "play"))
    assert wrong.returncode == 1
    assert "A package is not the one expected; it was not installed." in wrong.stderr
    assert "Traceback" not in wrong.stderr

    lock.write_text(before, "utf-8")
    mended = run(command(root, "play"))
    assert '"tiny": "1.0"' in mended.stdout, mended.stderr
    assert "Incomplete, or another Python’s: making it anew." in mended.stderr

    lock.write_text(before.replace("1.0", "2.0"), "utf-8")
    lost = run([sys.executable, str(root / "run.py"), "play"])
    assert lost.returncode == 1
    assert "The network does not answer; nothing is lost." in lost.stderr
    lock.write_text(before, "utf-8")


def test_two_pythons_may_take_turns(ready: tuple[Path, list[str]]) -> None:
    """What another Python of the same kind made is used as it is; where a system's update left another kind under it, it is made anew."""
    root, _ = ready
    stamp = root / ".venv" / "play" / "stamp"
    if not stamp.exists():
        run(command(root, "play"))
    _, lock = stamp.read_text("utf-8").splitlines()
    stamp.write_text(f"{sys.version_info[0]}.{sys.version_info[1]}.99 /elsewhere\n{lock}\n", "utf-8")
    kept = run(command(root, "play"))
    assert kept.stderr == ""
    assert '"tiny": "1.0"' in kept.stdout
    stamp.write_text(f"3.9.1 /elsewhere\n{lock}\n", "utf-8")
    anew = run(command(root, "play"))
    assert "making it anew" in anew.stderr
    assert '"tiny": "1.0"' in anew.stdout


def test_killed_half_way_it_starts_afresh(tmp_path: Path) -> None:
    """Whatever it had made when it was killed is made again, and the next start waits for the step that outlives it."""
    root = make_checkout(tmp_path)
    first = subprocess.Popen(command(root, "play"), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8", env=environment())
    assert first.stderr is not None
    while "making the environment" not in first.stderr.readline():
        assert first.poll() is None
    while not (root / ".venv" / "play").exists():
        assert first.poll() is None
    first.kill()
    first.wait()
    first.stderr.close()
    assert not (root / ".venv" / "play" / "stamp").exists()
    second = run(command(root, "play"))
    assert second.returncode == 0, second.stderr
    assert "making it anew" in second.stderr
    assert '"tiny": "1.0"' in second.stdout


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("sys.version_info = (3, 8, 10)", "Python 3.8.10 est trop ancien"),
        ("sys.modules['ensurepip'] = None", "Il manque à ce Python venv ou ensurepip"),
        ("import shutil, types; shutil.disk_usage = lambda path: types.SimpleNamespace(free=12_000_000)", "il reste 12 Mo"),
        ("from pathlib import Path; Path('.venv').write_text('')", "Impossible d’écrire ici"),
    ],
    ids=["old-python", "no-venv", "no-disk", "cannot-write"],
)
def test_what_is_amiss_is_said_plainly(tmp_path: Path, change: str, words: str) -> None:
    """What is missing and what to do, in the system’s language, with no traceback."""
    root = make_checkout(tmp_path)
    ended = run(tampered(root, change, "play"), "fr_FR.UTF-8", cwd=root)
    assert ended.returncode == 1
    assert words in ended.stderr
    assert "À faire\u00a0:" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_an_old_python_can_read_it() -> None:
    """An old Python must get as far as saying that it is too old, so the syntax stays at 3.6."""
    for file in (RUN, WORDS):
        ast.parse(file.read_text("utf-8"), feature_version=(3, 6))
        assert "from __future__" not in file.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [((), "run.py COMMAND\n"), (("plya",), "“plya” is not a command"), (("art", "--loud"), "“--loud” is not an option")],
)
def test_without_a_command_it_says_which_there_are(tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    """No environment is made for a slip of the keyboard."""
    root = make_checkout(tmp_path)
    ended = run([sys.executable, str(root / "run.py"), *arguments])
    assert ended.returncode == 2
    assert words in ended.stderr
    assert not (root / ".venv").exists()


@pytest.mark.parametrize(("asked", "words"), [("fr", "Jouer."), ("en", "Play.")])
def test_help_says_what_each_command_is_for(tmp_path: Path, module: ModuleType, asked: str, words: str) -> None:
    """A line each, in the language asked for, wherever `--lang` stands; nothing is set up for it."""
    root = make_checkout(tmp_path)
    for arguments in (["--help", "--lang", asked], ["--lang", asked, "help"]):
        ended = run([sys.executable, str(root / "run.py"), *arguments])
        assert (ended.returncode, ended.stderr) == (0, "")
        lines = ended.stdout.splitlines()
        assert [line.split()[0] for line in lines if line.startswith("  ")] == list(module.COMMANDS)
        assert f"play       {words}" in ended.stdout
    assert not (root / ".venv").exists()


def test_every_command_has_its_sentence(module: ModuleType) -> None:
    """In both languages, and no other has one."""
    assert set(module.COMMANDS) == {*module.PLAY, *module.DEV}
    assert all(french and english and french != english for french, english in module.COMMANDS.values())


def test_a_tool_says_what_it_takes_before_the_long_setting_up(tmp_path: Path) -> None:
    """`--lang` is for run.py's own words there."""
    root = make_checkout(tmp_path)
    ended = run([sys.executable, str(root / "run.py"), "art", "--lang", "fr", "--help"])
    assert (ended.returncode, ended.stdout.startswith("art: Les dessins")) == (0, True)
    assert not (root / ".venv").exists()


@pytest.mark.parametrize(
    ("typed", "handed"),
    [
        (["play", "--lang", "en"], ["-m", "game.cli", "play", "--lang", "en"]),
        (["--lang=en", "translate", "status"], ["-m", "game.cli", "translate", "status", "--lang", "en"]),
        (["art", "--out", "x", "--lang", "en"], ["-m", "assets", "--out", "x"]),
    ],
)
def test_the_language_goes_to_what_speaks_it(
    module: ModuleType, monkeypatch: pytest.MonkeyPatch, typed: list[str], handed: list[str]
) -> None:
    """The game and its commands; the tools speak English only."""
    given: list[list[str]] = []

    def noted(python: Path, arguments: list[str]) -> int:
        given.append(arguments)
        return 0

    monkeypatch.setattr(module, "set_up", lambda name, voice, wheelhouse: module.Environment(name, voice, wheelhouse))
    monkeypatch.setattr(module, "hand_over", noted)
    assert module.start(typed, module.Voice(1)) == 0
    assert given == [handed]


@pytest.fixture(scope="module")
def module() -> ModuleType:
    """run.py as a module."""
    spec = importlib.util.spec_from_file_location("run_under_test", RUN)
    assert spec is not None
    assert spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


@pytest.mark.parametrize(
    ("output", "word"),
    [
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "no-disk"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "hash"),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed", "certificate"),
        ("WARNING: Retrying (Retry(total=2, connect=None)) after connection broken by 'ProxyError(", "no-network"),
        ("Command '[...'-m', 'ensurepip', '--upgrade']' returned non-zero exit status 1.", "no-venv"),
        ("ERROR: something nobody foresaw", "failed"),
    ],
)
def test_what_pip_prints_becomes_advice(module: ModuleType, output: str, word: str) -> None:
    """Each known failure has its own words; an unknown one shows its last lines and names the log."""
    trouble = module.Environment("play", module.Voice(1), None).explain(output)
    assert trouble.word == word
    assert module.Voice(0).words(trouble.word, **trouble.blanks)


def test_every_message_has_the_same_blanks_in_both_languages(module: ModuleType) -> None:
    """A translation that forgets a blank, or invents one, fails here by name."""
    import string

    def blanks(text: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    told = {**module.WORDS, **module.COMMANDS}
    assert [word for word, (french, english) in told.items() if blanks(french) != blanks(english)] == []


@pytest.mark.parametrize(("asked", "column"), [(["play", "--lang", "en"], 1), (["play", "--lang=fr"], 0), (["play"], 0)])
def test_the_language_asked_for_wins(module: ModuleType, monkeypatch: pytest.MonkeyPatch, asked: list[str], column: int) -> None:
    """`--lang` first, then the system’s; French where nothing is said."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert module.language(asked) == column
