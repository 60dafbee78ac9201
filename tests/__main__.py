"""`run.py test`: every check, then every test, each in a process of its own; one line each at the end.

All of them run even when one fails, so that one look shows everything. What is typed goes to pytest: `--deep`, `--cov`. Coverage is counted
only where it is asked for: a whole play of the rules takes two and a half times as long under its eyes.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def steps(arguments: list[str]) -> list[tuple[str, list[str]]]:
    """What is run, in order, as (name, arguments for Python). pytest comes last: its summary stays in sight."""
    workers = ["-n", "2", "--dist", "loadfile"] if (os.cpu_count() or 1) > 1 else []
    return [
        ("ruff", ["-m", "ruff", "check", "--quiet", "--output-format", "concise"]),
        ("mypy", ["-m", "mypy"]),
        ("import-linter", ["-c", "from importlinter.cli import lint_imports_command as lint; lint()"]),
        ("pytest", ["-m", "pytest", *workers, *arguments]),
    ]


def main(arguments: list[str]) -> int:
    """Run every step; 0 only if all passed."""
    lines: list[str] = []
    failed = False
    for name, step in steps(arguments):
        print(f"── {name} ──", flush=True)
        began = time.monotonic()
        code = subprocess.call([sys.executable, *step], cwd=ROOT)
        failed = failed or code != 0
        lines.append(f"{'FAILED' if code else 'passed'}  {name:14} {time.monotonic() - began:4.0f} s")
    print("\n".join(["──", *lines]), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
