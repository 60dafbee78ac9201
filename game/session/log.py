"""A technical log that says nothing about anybody.

Room: game/session. Messages carry ids and counts; a filter removes what could still slip in: folders, file names,
addresses, numbers of a network. A crash report holds the kinds of error and the places in our code, never their words,
because an error's words often quote a file name.
"""

from __future__ import annotations

import logging
import re
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path

from game.session.clock import Clock
from game.session.paths import Paths
from game.session.whole import NotKeptError, write_whole

NAME = "stop-la-violence"
_ROUND = 256 * 1024
"""Bytes of one log file; three are kept."""

_LONGEST = 4000
"""Characters of one message; what is longer says nothing more and costs time."""

# Each pattern begins only where a word does, so that a long line is read once and not once a character.
_HIDDEN = (
    (re.compile(r"(?<!\w)\w[\w+.-]{0,30}://\S+"), "<link>"),
    (re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"), "<address>"),
    (re.compile(r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.])"), "<ip>"),
    (re.compile(r"(?i)(?<![\w:])(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}(?![\w:])"), "<ip>"),
    (re.compile(r"(?i)(?<![\w:])(?:[0-9a-f]{1,4}:){0,6}(?:[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){0,6}(?:[0-9a-f]{1,4})?(?![\w:])"), "<ip>"),
    (re.compile(r"(?<![\w<])(?:[A-Za-z]:[\\/]|\\\\|~?/)[^'\"\n<>|]+"), "<path>"),
    (re.compile(r"(?i)(?<![^\s'\"])[^\s'\"]{1,255}\.(?:jpe?g|png|gif|webp|hei[cf]|avif|bmp|tiff?|mp4|mov|webm|pdf)\b"), "<file>"),
)


def redact(text: str, home: str | None = None) -> str:
    """Take out folders, file names, links, mail and network addresses, and cut what is too long. What remains is ours to keep."""
    text = text[:_LONGEST]
    if home and len(home) > 1:
        text = re.sub(re.escape(home) + r"[^'\"\n]*", "<home>", text, flags=re.IGNORECASE)
    for pattern, instead in _HIDDEN:
        text = pattern.sub(instead, text)
    return text


class _Silent(RotatingFileHandler):
    """A full disk loses a log line; it must not print over the game."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 (logging names it)
        """Let it go."""


class _Quiet(logging.Formatter):
    """Formats a record without its error's words, then redacts the rest."""

    def __init__(self, home: str) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._home = home

    def format(self, record: logging.LogRecord) -> str:
        error = record.exc_info[1] if record.exc_info else None
        line = redact(f"{record.levelname} {record.name}: {record.getMessage()}", self._home)
        stamp = self.formatTime(record)
        return "\n".join((f"{stamp} {line}", *(outline(error) if error else ())))


def outline(error: BaseException) -> list[str]:
    """The kinds of error, cause first, and where each passed in code: `file.py:12 in function`. No words, no values."""
    lines: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    chain: list[BaseException] = []
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        chain.append(current)
        current = current.__cause__ or current.__context__
    for link in reversed(chain):
        lines.extend(f"  {_ours(frame.filename)}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(link.__traceback__))
        lines.append(f"{type(link).__module__}.{type(link).__qualname__}")
    return lines


def _ours(filename: str) -> str:
    """A source file by its place in the packages, never by where they are installed."""
    parts = Path(filename).parts
    for package in ("game", "reporting"):
        if package in parts:
            last = len(parts) - 1 - parts[::-1].index(package)
            return "/".join(parts[last:])
    return parts[-1] if parts else "?"


def open_log(paths: Paths, home: Path, *, level: int = logging.INFO) -> logging.Logger:
    """The game's logger, writing to `logs/game.log` (three files of 256 KiB at most). A disk that refuses means no log, no error.

    Opening twice replaces the first one: a logger belongs to one run.
    """
    logger = logging.getLogger(NAME)
    close_log(logger)
    logger.setLevel(level)
    logger.propagate = False
    try:
        paths.logs.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = _Silent(paths.logs / "game.log", maxBytes=_ROUND, backupCount=2, encoding="utf-8", delay=True)
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(_Quiet(str(home)))
    logger.addHandler(handler)
    return logger


def close_log(logger: logging.Logger) -> None:
    """Close its files."""
    for handler in tuple(logger.handlers):
        logger.removeHandler(handler)
        handler.close()


def write_crash_report(paths: Paths, error: BaseException, clock: Clock, *, version: str) -> Path | None:
    """Leave a report that can be sent to us as it is; None when even that could not be written.

    It holds the version, the system's name, the time in UTC, the kinds of error and the places in code.
    """
    import platform

    when = clock.now()
    path = paths.logs / f"crash-{when:%Y%m%dT%H%M%SZ}.txt"
    head = [f"stop-la-violence {version}", f"{platform.system()} {platform.machine()} Python {platform.python_version()}", when.isoformat()]
    try:
        write_whole(path, ("\n".join([*head, "", *outline(error)]) + "\n").encode())
    except NotKeptError:
        return None
    return path
