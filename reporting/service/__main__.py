"""`python -m reporting.service --training --data DIR [--port 0]`: a training service for the process that starts it.

Prints one JSON ready line (version, mode, url, operator_key, wipe_token), then ends when its standard input closes, on
SIGTERM or Ctrl+C. With `--forget` it takes the folder away at the end. What people read is said by the process that starts this one.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str]) -> int:
    """0 after an ordinary end; 2 when the service cannot start, with the cause's code on standard error."""
    parser = argparse.ArgumentParser(prog="python -m reporting.service", description=__doc__)
    parser.add_argument("--training", action="store_true", help="the only mode offered here")
    parser.add_argument("--data", type=Path, help="folder of the training store")
    parser.add_argument("--forget", action="store_true", help="take the folder away at the end")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--openapi", type=Path, metavar="FILE", help="write the published description, and end")
    wanted = parser.parse_args(arguments)
    if wanted.openapi is not None:
        from reporting.service.copy import training_description

        wanted.openapi.write_bytes(training_description())
        return 0
    if not wanted.training or wanted.data is None:
        parser.error("--training and --data are needed: this command offers exercises only")
    try:
        return _serve(wanted.data, wanted.port)
    finally:
        if wanted.forget:
            shutil.rmtree(wanted.data, ignore_errors=True)


def _serve(data: Path, port: int) -> int:
    from reporting.service.serve import Ready, run
    from reporting.service.store.errors import DISK, StoreError, disk_error

    def announce(ready: Ready) -> None:
        sys.stdout.write(ready.line() + "\n")
        sys.stdout.flush()

    try:
        run(data, announce=announce, port=port, parent=sys.stdin.fileno() if sys.stdin else None)
    except StoreError as error:
        refused = disk_error(error)
        return _cannot(error.code if refused is None else f"service.cannot-write {refused}")
    except OSError as error:
        disk = error.filename is not None or error.errno in DISK
        return _cannot(f"service.cannot-write {error.errno}" if disk else f"service.cannot-start {error.errno}")
    return 0


def _cannot(code: str) -> int:
    sys.stderr.write(f"{code}\n")
    return 2


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
