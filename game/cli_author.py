"""The author's commands: prove, bots, walk, graph, schema, translate. `cli.py` adds them to its own.

Room: game/cli. Reads what was typed and calls the bench (`game/authoring`); walkthrough files are read by the session, which the bench may
not know. Everything heavy is imported by the command that needs it.
"""

import json as json_
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.content.root import content_root
from game.content.words import Words

if TYPE_CHECKING:
    from game.authoring.proof import Proof
    from game.content.story import Story


def load(path: Path | None, words: Words, check_command: str) -> "Story":
    """The story to work on; where it is broken, says how many faults there are and how to see them, and ends with 1."""
    from game.content.diagnostics import errors
    from game.content.loader import read_story

    reading = read_story(path or content_root())
    faults = list(errors(reading.diagnostics))
    if reading.story is None or faults:
        typer.echo(words("author.story.broken", count=len(faults), command=check_command), err=True)
        raise typer.Exit(1)
    return reading.story


def prove(story: "Story", limit: int, words: Words, *, follow_all: bool, as_json: bool) -> int:
    """Prove that an ending stays in reach; 1 with the list of actions where it does not, or where nothing could be shown."""
    from game.authoring.proof import prove as find_traps
    from game.authoring.steps import steps

    began = time.perf_counter()
    proof = find_traps(story, limit, follow_all=follow_all)
    seconds = round(time.perf_counter() - began, 2)
    done = steps(proof.trap.commands) if proof.trap is not None else ()
    if as_json:
        typer.echo(json_.dumps(_proof_data(proof, seconds), ensure_ascii=False, indent=1))
    elif proof.trap is not None:
        start = proof.trap.start
        typer.echo(
            "\n".join([f"path: {start.path}", f"mode: {start.mode}", "steps:" if done else "steps: []", *(f"  - {step}" for step in done)])
        )
        typer.echo(words("author.prove.trapped", start=start, count=len(done), seconds=seconds), err=True)
    elif proof.verdict == "open":
        typer.echo(words("author.prove.open", limit=limit, places=", ".join(proof.lost), seconds=seconds), err=True)
    else:
        counts = {"assured": len(proof.assured), "followed": len(proof.followed), "states": proof.states, "steps": proof.steps}
        typer.echo(words("author.prove.proved", **{**counts, "seconds": seconds}))
    return 0 if proof.verdict == "proved" else 1


def _proof_data(proof: "Proof", seconds: float) -> dict[str, object]:
    from game.authoring.steps import steps

    trap = proof.trap
    return {
        "verdict": proof.verdict,
        "seconds": seconds,
        "assured": [str(start) for start in proof.assured],
        "followed": [str(start) for start in proof.followed],
        "states": proof.states,
        "actions": proof.steps,
        "lost": list(proof.lost),
        "trap": None if trap is None else {"path": trap.start.path, "mode": trap.start.mode, "steps": list(steps(trap.commands))},
    }


def add_author_commands(app: typer.Typer, words: Words, check_command: str) -> None:
    """Add them to the application. `check_command` is how a person would type `check` here."""
    story_argument = typer.Argument(exists=True, help=words("author.argument.story"))
    as_json = typer.Option("--json", help=words("author.option.json"))
    lang = typer.Option("--lang", help=words("cli.option.lang"))  # read before, to choose the language of these very words

    @app.command("prove", help=words("author.help.prove"))
    def _prove(
        path: Annotated[Path | None, story_argument] = None,
        follow: Annotated[bool, typer.Option("--follow", help=words("author.option.follow"))] = False,
        limit: Annotated[int, typer.Option(min=1, help=words("author.option.limit"))] = 400_000,
        json: Annotated[bool, as_json] = False,
        _lang: Annotated[str | None, lang] = None,
    ) -> None:
        raise typer.Exit(prove(load(path, words, check_command), limit, words, follow_all=follow, as_json=json))
