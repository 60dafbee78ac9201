"""`run.py bench [NAME…]`: run each measure in a process of its own and print one table.

A goal that is missed is shown, never an error: figures depend on the machine. The code is 1 only when a measure could not run.
"""

import importlib
import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PREFIX = "measure_"


def names() -> list[str]:
    """Every measure there is, by name."""
    return sorted(path.stem.removeprefix(PREFIX) for path in HERE.glob(f"{PREFIX}*.py"))


def run_here(name: str) -> None:
    """Run one measure in this process and print its figures as JSON lines."""
    for figure in importlib.import_module(f"benchmarks.{PREFIX}{name}").measure():
        print(json.dumps(asdict(figure)), flush=True)


def run_apart(name: str) -> tuple[list[dict[str, Any]], str]:
    """Run one measure in a process of its own: its figures, and what went wrong (empty if nothing did)."""
    command = [sys.executable, "-m", "benchmarks", "--here", name]
    ended = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=HERE.parent)
    figures = [json.loads(line) for line in ended.stdout.splitlines() if line.startswith("{")]
    return figures, ended.stderr.strip() if ended.returncode else ""


def table(rows: Iterable[tuple[str, list[dict[str, Any]], str]]) -> bool:
    """Print the table, a block a measure; whether every measure could run."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    shown = Table(title=f"{platform.system()} {platform.machine()}, Python {platform.python_version()}, {os.cpu_count()} cores")
    for column, side in (("measure", "left"), ("figure", "left"), ("value", "right"), ("goal", "left"), ("note", "left")):
        shown.add_column(column, justify="right" if side == "right" else "left", overflow="fold")
    well = True
    for name, figures, wrong in rows:
        first = name
        for figure in figures:
            mark = {True: " ✓", False: " ✗", None: ""}[figure["met"]]
            style = {True: "green", False: "red", None: ""}[figure["met"]]
            value = f"{figure['value']:.3g}" if abs(figure["value"]) < 1000 else f"{figure['value']:.0f}"
            shown.add_row(first, figure["what"], f"{value} {figure['unit']}", Text(figure["goal"] + mark, style), figure["note"])
            first = ""
        if wrong:
            well = False
            shown.add_row(first, Text("could not run: " + wrong.splitlines()[-1], "red"), "", "", "")
        shown.add_section()
    console.print(shown)
    return well


def main(arguments: Sequence[str]) -> int:
    """Run the measures named, or all; 2 for a name that does not exist."""
    if arguments[:1] == ["--here"]:
        run_here(arguments[1])
        return 0
    if {"-h", "--help"} & set(arguments):
        print(f"{__doc__}\nMeasures: {', '.join(names())}")
        return 0
    unknown = sorted(set(arguments) - set(names()))
    if unknown:
        print(f"no such measure: {', '.join(unknown)}. There are: {', '.join(names())}", file=sys.stderr)
        return 2
    rows = []
    for name in arguments or names():
        print(f"… {name}", file=sys.stderr, flush=True)
        rows.append((name, *run_apart(name)))
    return 0 if table(rows) else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
