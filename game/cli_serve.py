"""The command `serve`: the training service alone, until it is stopped.

Room: game/cli. Starts the service as a process of its own, words what it says in codes, and ends with it.
"""

import errno
import json
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import typer

from game.cli_disk import disk_trouble
from game.content.words import Words

ROOM_MB = 20
"""Room that a day of exercises wants, and the store's own files."""


def serve(data: Path, port: int, command: Sequence[str], words: Words) -> int:
    """Run the training service until it is stopped; it ends with this process, however this process ends.

    command: what starts it with this folder and port
    """
    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        typer.echo(disk_trouble(error, data, words, option="--data", needed_mb=ROOM_MB), err=True)
        return 1
    with tempfile.TemporaryFile() as errors:
        child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors)
        with child:
            try:
                line = child.stdout.readline() if child.stdout else b""
                if line:
                    typer.echo(words("cli.serve.ready", url=json.loads(line)["url"]))
                code = child.wait()
            except KeyboardInterrupt:  # the child has had it too
                if child.stdin:
                    child.stdin.close()
                child.wait()
                return 0
        errors.seek(0)
        told = errors.read().decode("utf-8", "replace").strip().splitlines()
    if code:
        typer.echo(_why(told[-1] if told else str(code), data, port, words), err=True)
    return 1 if code else 0


def _why(told: str, data: Path, port: int, words: Words) -> str:
    """The service's code in words."""
    code, _, number = told.partition(" ")
    full = code == "service.store" and shutil.disk_usage(data).free < 1_000_000  # SQLite has many words for a full disk
    if full or (code == "service.cannot-write" and number.isdigit()):
        error = OSError(errno.ENOSPC if full else int(number), "")
        return disk_trouble(error, data, words, option="--data", needed_mb=ROOM_MB)
    if code == "service.cannot-start":
        return words("cli.serve.taken", port=port)
    return words("cli.serve.failed", code=told)
