"""The teacher's command: `teacher --out DIR` prints the pack of an episode. `cli.py` adds it to its own.

Room: game/cli. Everything heavy is imported when it runs.
"""

from pathlib import Path
from typing import Annotated, Literal

import typer

from game.cli_author import one_or_more
from game.content.root import content_root
from game.content.words import Words

LANGUAGES: tuple[Literal["fr", "en"], ...] = ("fr", "en")


def teacher(root: Path, out: Path, languages: tuple[str, ...], words: Words, check_command: str) -> int:
    """Write the pack and name each file; 1 where the episode is broken, has none, or `out` cannot be written."""
    from game.content.diagnostics import ContentError
    from game.teacher.pack import NothingToTeachError
    from game.teacher.pdf import SheetTooLongError
    from game.teacher.write import write_pack

    written = []
    try:
        for path in write_pack(root, out, languages):
            typer.echo(path)
            written.append(path)
    except ContentError as error:
        typer.echo(
            words(one_or_more("author.story.broken", len(error.diagnostics)), count=len(error.diagnostics), command=check_command), err=True
        )
        return 1
    except NothingToTeachError:
        typer.echo(words("teacher.none"), err=True)
        return 1
    except SheetTooLongError as error:
        typer.echo(words("teacher.too_long", sheet=error), err=True)
        return 1
    except OSError:
        typer.echo(words("teacher.cannot_write", folder=out), err=True)
        return 1
    typer.echo(words("teacher.done", count=len(written), folder=out), err=True)
    return 0


def add_teacher_command(app: typer.Typer, words: Words, check_command: str) -> None:
    """`teacher`, described in one language."""

    @app.command("teacher", help=words("teacher.command"))
    def _teacher(
        path: Annotated[Path | None, typer.Argument(exists=True, file_okay=False, help=words("teacher.argument.episode"))] = None,
        out: Annotated[Path, typer.Option(file_okay=False, help=words("teacher.option.out"))] = Path("teacher-out"),
        lang: Annotated[Literal["fr", "en"] | None, typer.Option(help=words("teacher.option.lang"))] = None,
    ) -> None:
        languages = (lang,) if lang is not None else LANGUAGES
        raise typer.Exit(teacher(path or content_root(), out, languages, words, check_command))
