#!/usr/bin/env python3
"""Set up and start everything: the one file to run, with Python 3.11 or later and nothing else installed.

    python3 run.py play      the game          (Windows: py run.py play)
    python3 run.py --help    every command, a sentence each

The first start makes an environment under .venv/ from a lock that names each package with its hash; later starts
find its stamp and go straight on. The stamp is written last, so what was killed half-way is made again.
Only the standard library is used here, and the syntax stays old enough for an old Python to say that it is too old.
"""

import contextlib
import hashlib
import os
import re
import shutil
import ssl
import subprocess
import sys
import time
from pathlib import Path
from typing import Dict, Iterator, List, Optional, TextIO, Tuple

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))  # where a Python that runs in safe mode, or a test, does not look by itself
from run_words import COMMANDS, WORDS, option, refused  # noqa: E402

OLDEST = (3, 11)
PLAY = ("play", "demo", "serve", "check", "teacher", "prove", "bots", "graph", "walk", "schema", "translate")
DEV = {"test": "tests", "bench": "benchmarks", "art": "assets", "sound": "assets.sound"}  # command → module
SIZE_MB = {"play": 510, "dev": 600}  # measured on Linux
ON_THE_WAY_MB = 300  # what pip unpacks beside it
HELP = ("-h", "--help", "help")
LOOPBACK = "127.0.0.1,localhost,::1"


class Trouble(Exception):
    """Something a person can act on: an id of WORDS, and what fills its blanks."""

    def __init__(self, word: str, tail: str = "", **blanks: object) -> None:
        super().__init__(word)
        self.word, self.tail, self.blanks = word, tail, blanks


def language(arguments: List[str]) -> int:
    """0 for French, 1 for English: `--lang` if given, else the system’s language, else French."""
    asked = option(arguments, "--lang")[1] or ""
    if not asked and sys.platform == "win32":
        import ctypes

        asked = "fr" if ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == 0x0C else "en"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        asked = asked or os.environ.get(name, "")
    known = asked.lower().split(".")[0] not in ("", "c", "posix")
    return 1 if known and not asked.lower().startswith("fr") else 0


class Voice:
    """Says things in one language, and shows progress on one line where the output is a terminal."""

    def __init__(self, column: int) -> None:
        self.column = column
        self.live = sys.stderr.isatty()
        self.shown = -1

    def words(self, word: str, **blanks: object) -> str:
        return WORDS[word][self.column].format(**blanks)

    def say(self, word: str, **blanks: object) -> None:
        print(self.words(word, **blanks), file=sys.stderr, flush=True)

    def list_commands(self, to: TextIO) -> None:
        """What each command is for, in a sentence."""
        python = "py" if os.name == "nt" else "python3"
        lines = ["  {:10} {}".format(name, COMMANDS[name][self.column]) for name in COMMANDS]
        told = [self.words("usage", python=python), "", *lines, "", self.words("usage-more", python=python)]
        print("\n".join(told), file=to, flush=True)

    def progress(self, done: int, total: int, what: str) -> None:
        """A bar that moves in a terminal; elsewhere a line for every tenth."""
        if self.live:
            full = 24 * done // total
            line = "[" + "#" * full + "·" * (24 - full) + "] " + what
            print("\r" + line[:78].ljust(78), end="", file=sys.stderr, flush=True)
        elif 10 * done // total != self.shown:
            self.shown = 10 * done // total
            print("  {:3d} %  {}".format(100 * done // total, what), file=sys.stderr, flush=True)

    def clear(self) -> None:
        if self.live:
            print("\r" + " " * 78 + "\r", end="", file=sys.stderr, flush=True)


class Environment:
    """One environment under .venv/ and the lock it is made from."""

    def __init__(self, name: str, voice: Voice, wheelhouse: Optional[Path]) -> None:
        self.name, self.voice, self.wheelhouse = name, voice, wheelhouse
        self.folder = ROOT / ".venv" / name
        self.lock = ROOT / "requirements" / (name + ".txt")
        self.log = ROOT / ".venv" / (name + ".log")
        self.stamp = self.folder / "stamp"
        self.needs = SIZE_MB[name] + ON_THE_WAY_MB

    @property
    def python(self) -> Path:
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def maker(self) -> str:
        """Which Python would make this environment: its version, and where it lies."""
        return "{} {}".format(".".join(map(str, sys.version_info[:3])), sys.base_prefix)

    def made_by(self) -> Tuple[str, str]:
        """(maker, hash of the lock) from the stamp, empty where there is none."""
        try:
            maker, digest = self.stamp.read_text("utf-8").splitlines()
        except (OSError, ValueError):
            return "", ""
        return maker, digest

    def works(self) -> bool:
        """Whether what was made still starts, whichever Python asks: nothing is lost because two of them take turns.

        An update of the system may have put another Python under it, which does not find its packages.
        """
        made = self.made_by()[0]
        if not made or not self.python.exists() or made == self.maker():
            return bool(made) and self.python.exists()
        ask = [str(self.python), "-c", "import sys; print('{}.{}.'.format(*sys.version_info))"]
        try:
            told = subprocess.run(ask, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=clean_environment(), check=False)
        except OSError:
            return False
        return told.returncode == 0 and made.startswith(os.fsdecode(told.stdout).strip())

    def ready(self) -> bool:
        return self.works() and self.made_by()[1] == digest_of(self.lock)

    def make(self) -> None:
        """Bring the environment to its lock: from nothing, or from an older lock of the same Python."""
        with alone(self.voice):
            if self.ready():
                return  # the other window did it
            began = time.monotonic()
            count = len(pinned(self.lock))
            update = self.works()
            maker = self.made_by()[0] if update else self.maker()
            if update:
                self.voice.say("updating", count=count)
                self.stamp.unlink()
            else:
                if self.folder.exists():
                    self.voice.say("again")
                    remove(self.folder)
                free = shutil.disk_usage(str(ROOT)).free // 1_000_000
                if free < self.needs:
                    raise Trouble("no-disk", size=self.needs, free=free)
                self.voice.say("setting-up", count=count, size=SIZE_MB[self.name])
                self.voice.progress(0, count, self.voice.words("making"))
                self.create()
            self.install(self.lock, ["--only-binary=:all:"])
            self.stamp.write_text(maker + "\n" + digest_of(self.lock) + "\n", "utf-8")
            self.voice.clear()
            self.voice.say("ready", seconds=time.monotonic() - began)

    def create(self) -> None:
        try:
            import ensurepip  # noqa: F401
            import venv  # noqa: F401
        except ImportError:
            raise Trouble("no-venv") from None
        with held_open([sys.executable, "-m", "venv", str(self.folder)]) as made:
            said = made.stdout.read() if made.stdout else b""
        self.log.write_bytes(said)
        if made.returncode:
            raise self.explain(said.decode("utf-8", "replace"))

    def install(self, lock: Path, more: List[str]) -> None:
        """Install a lock with pip: hashes required, nothing beside what the lock names."""
        command = [str(self.python), "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--retries", "3"]
        command += ["--no-deps", "--require-hashes", "--requirement", str(lock), *more]
        if self.name == "dev":
            command.append("--no-compile")  # tests import a part of it once: compiling all of it costs more
        if self.wheelhouse:
            command += ["--isolated", "--no-index", "--find-links", str(self.wheelhouse)]
        else:
            command += self.trust()
        total, done, lines = len(pinned(lock)), 0, []  # type: int, int, List[str]
        with self.log.open("wb") as log, held_open(command) as pip:
            for raw in pip.stdout or ():
                log.write(raw)
                line = raw.decode("utf-8", "replace").strip()
                lines.append(line)
                told = re.match(r"(Collecting|Requirement already satisfied:|Downloading) ([^=\s]+)(.*)", line)
                if told:
                    done = min(done + (told.group(1) != "Downloading"), total)
                    size = told.group(3) if told.group(1) == "Downloading" else ""
                    self.voice.progress(done, total + 1, "{}/{} {}{}".format(done, total, told.group(2), size))
                elif line.startswith("Installing collected"):
                    self.voice.progress(total, total + 1, self.voice.words("writing"))
        self.voice.clear()
        if pip.returncode:
            raise self.explain("\n".join(lines))

    def trust(self) -> List[str]:
        """Let pip believe the certificates that this system believes (a school’s proxy often has its own).

        pip does so by itself since 24.2 and on request since 23.3; for an older one they are written beside its own.
        """
        if any(os.environ.get(name) for name in ("PIP_CERT", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")):
            return []
        find = "import pip, pip._vendor.certifi as c; print(pip.__version__, c.where(), sep='\\n')"
        told = subprocess.run([str(self.python), "-c", find], stdout=subprocess.PIPE, env=clean_environment(), check=True)
        version, bundle = os.fsdecode(told.stdout).splitlines()
        numbers = tuple(int(part) for part in re.findall(r"\d+", version)[:2])
        if numbers >= (24, 2):
            return []
        if numbers >= (23, 3):
            return ["--use-feature=truststore"]
        files = [Path(file) for file in (bundle, ssl.get_default_verify_paths().cafile) if file]
        known = [file.read_text("ascii", "replace") for file in files if file.exists()]
        known += [ssl.DER_cert_to_PEM_cert(one) for one in ssl.create_default_context().get_ca_certs(binary_form=True)]
        both = self.folder / "certificates.pem"
        both.write_text("\n".join(known), "ascii", "replace")
        return ["--cert", str(both)]

    def explain(self, output: str) -> Trouble:
        """Turn what pip or venv printed into something a person can act on."""
        if re.search(r"No space left|\[Errno 28\]|not enough space", output):
            return Trouble("no-disk", size=self.needs, free=shutil.disk_usage(str(ROOT)).free // 1_000_000)
        if "ensurepip" in output and "returned non-zero" in output:
            return Trouble("no-venv", tail=output)
        if "DO NOT MATCH THE HASHES" in output:
            return Trouble("hash", tail=output)
        if self.wheelhouse and "No matching distribution" in output:
            return Trouble("not-in-wheelhouse", tail=output, what=self.wheelhouse)
        if "CERTIFICATE_VERIFY_FAILED" in output:
            return Trouble("certificate")
        if re.search(r"Retrying \(|NewConnectionError|ProxyError|ReadTimeout|Temporary failure in name|Could not fetch URL", output):
            return Trouble("no-network")
        return Trouble("failed", tail=output, log=self.log)


def digest_of(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def pinned(lock: Path) -> List[str]:
    """The packages a lock names, some for other systems only."""
    return re.findall(r"^([A-Za-z0-9_.-]+)==", lock.read_text("utf-8"), re.MULTILINE)


def remove(folder: Path) -> None:
    """Delete a folder; Windows lets go of files a moment after the program that used them has ended."""
    for patience in (0.2, 1, 3, None):
        try:
            return shutil.rmtree(str(folder))
        except FileNotFoundError:
            return None
        except OSError as error:
            if patience is None:
                raise Trouble("in-use", what=error) from None
            time.sleep(patience)
    return None


@contextlib.contextmanager
def alone(voice: Voice) -> Iterator[None]:
    """Wait until no other start is setting up. The system drops the lock when its holder dies, however it dies."""
    (ROOT / ".venv").mkdir(exist_ok=True)
    said = False
    with (ROOT / ".venv" / "setting-up.lock").open("ab") as file:
        os.set_inheritable(file.fileno(), True)
        while not taken(file.fileno()):
            if not said:
                voice.say("waiting")
                said = True
            time.sleep(0.5)
        yield


def held_open(command: List[str]) -> "subprocess.Popen[bytes]":
    """Start a step of the set-up. It inherits the lock: should this process be killed, the next one waits for the step to end."""
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=dict(clean_environment(), PYTHONUNBUFFERED="1"), close_fds=False
    )


def taken(number: int) -> bool:
    """Try to take the lock on an open file."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def clean_environment() -> Dict[str, str]:
    """The variables for a child: nothing that makes another Python’s packages appear, and no proxy towards this machine."""
    strange = ("PYTHONPATH", "PYTHONHOME", "__PYVENV_LAUNCHER__", "PIP_TARGET", "PIP_PREFIX", "PIP_USER")
    child = {name: value for name, value in os.environ.items() if name not in strange}
    there = child.get("NO_PROXY") or child.get("no_proxy") or ""
    child["NO_PROXY"] = child["no_proxy"] = ",".join(filter(None, [there, LOOPBACK]))
    return child


def hand_over(python: Path, arguments: List[str]) -> int:
    """Become the program (where a process can), or run it and give back how it ended."""
    command = [str(python), "-P", *arguments]
    environment = dict(clean_environment(), PYTHONPATH=str(ROOT))
    if os.name == "nt":  # there exec would give the prompt back while the program still runs
        return subprocess.call(command, env=environment)
    return os.execve(command[0], command, environment)


def set_up(name: str, voice: Voice, wheelhouse: Optional[Path]) -> Environment:
    """The environment by that name, made if need be. An author’s own, which holds all of play, serves to play too."""
    wanted = Environment(name, voice, wheelhouse)
    if wanted.ready():
        return wanted
    author = Environment("dev", voice, wheelhouse)
    if name == "play" and not wanted.folder.exists() and author.ready():
        return author
    try:
        wanted.make()
    except OSError as error:
        if error.errno == 28:
            raise Trouble("no-disk", size=wanted.needs, free=0) from None
        raise Trouble("read-only", what=error) from None
    return wanted


def add_oracles(dev: Environment) -> None:
    """Add the references that some systems must compile. Their tests are left out where that fails, but not under CI."""
    lock = ROOT / "requirements" / "oracles.txt"
    tried = dev.folder / "oracles"
    if tried.exists() and tried.read_text("utf-8") == digest_of(lock) + dev.made_by()[0]:
        return
    try:
        dev.install(lock, ["--no-build-isolation"])  # what builds them is in the dev lock, under hashes like all else
    except Trouble as trouble:
        if os.environ.get("CI", "").lower() in ("1", "true"):
            raise
        dev.voice.say("no-oracle", log=dev.log)
        print("\n".join(trouble.tail.splitlines()[-5:]), file=sys.stderr)
    tried.write_text(digest_of(lock) + dev.made_by()[0], "utf-8")


def start(arguments: List[str], voice: Voice) -> int:
    """Do what was asked; the code to end with."""
    if sys.version_info < OLDEST:
        raise Trouble("old-python", found=".".join(map(str, sys.version_info[:3])))
    arguments, folder = option(arguments, "--wheelhouse")
    if folder is not None and not (folder and Path(folder).is_dir()):
        raise Trouble("no-folder", what=folder or "—")
    wheelhouse = Path(folder).resolve() if folder else None
    asked, lang = option(arguments, "--lang")
    if not asked or asked[0] in HELP:
        voice.list_commands(sys.stdout if asked else sys.stderr)
        return 0 if asked else 2
    command, rest = asked[0], asked[1:]
    if command in PLAY:
        rest += [] if lang is None else ["--lang", lang]
        return hand_over(set_up("play", voice, wheelhouse).python, ["-m", "game.cli", command, *rest])
    if command in DEV:  # these speak English only: `--lang` is for the words above
        if rest[:1] and rest[0] in HELP:
            print("{}: {}".format(command, COMMANDS[command][voice.column]))  # before the long setting up
            return 0
        odd = refused(command, rest)
        if odd:
            voice.say(odd[0], **odd[1])
            return 2
        dev = set_up("dev", voice, wheelhouse)
        if command == "test":
            add_oracles(dev)
        return hand_over(dev.python, ["-m", DEV[command], *rest])
    voice.say("unknown", what=command)
    voice.list_commands(sys.stderr)
    return 2


def main(arguments: List[str]) -> int:
    """Start, and turn every foreseen trouble into words: what happened, what is safe, what to do."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # an old Windows console lacks some letters
    voice = Voice(language(arguments))
    try:
        return start(arguments, voice)
    except Trouble as trouble:
        voice.clear()
        if trouble.tail:
            print("\n".join(trouble.tail.splitlines()[-12:]) + "\n", file=sys.stderr)
        voice.say(trouble.word, **trouble.blanks)
        return 1
    except KeyboardInterrupt:
        voice.clear()
        voice.say("stopped")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
