"""The command `translate`: extract, update, status, and a made-up language for layout.

Room: game/cli. Reads what was typed and calls `game/authoring/translate.py`.
"""

import contextlib
import json as json_
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.content.root import content_root
from game.content.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.authoring.translate import Catalogue
    from game.content.story import Story


def found(story: "Story", root: Path | None, locale: str, words: Words) -> "list[Catalogue]":
    """The catalogues of a language; the interface's too where the shipped story is meant. Raises BadParameter for what is no language."""
    from game.authoring.translate import LOCALE, catalogues

    if not LOCALE.fullmatch(locale):
        raise typer.BadParameter(words("author.translate.locale", given=locale))
    return list(catalogues(story, root or content_root(), locale, interface=root is None))


def named(path: Path) -> str:
    """A file as it is told: from here where it lies below, else whole."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)


def told(catalogue: "Catalogue", words: Words) -> None:
    """Say that a file was written, and how far it is."""
    from game.authoring.translate import status

    now = status(catalogue)
    counts = {"translated": now.translated, "fuzzy": now.fuzzy, "missing": now.missing}
    typer.echo(words("author.translate.written", file=named(catalogue.path), **counts))


def extract(story: "Story", root: Path | None, locale: str, words: Words) -> int:
    """Write the empty catalogues of a new language; a file that is there stays as it is."""
    from game.authoring.translate import update

    code = 0
    for catalogue in found(story, root, locale, words):
        if catalogue.path.exists():
            typer.echo(words("author.translate.exists", file=named(catalogue.path)), err=True)
            code = 1
            continue
        update(catalogue, locale)
        told(catalogue, words)
    return code


def update(story: "Story", root: Path | None, locale: str, words: Words) -> int:
    """Bring the catalogues up to date; says which changed."""
    from game.authoring.translate import update as bring_up_to_date

    for catalogue in found(story, root, locale, words):
        if bring_up_to_date(catalogue, locale):
            told(catalogue, words)
    return 0


def status(story: "Story", root: Path | None, locale: str, words: Words, *, as_json: bool) -> int:
    """Count each file; 1 where something is missing or fuzzy."""
    from game.authoring.translate import status as count

    counted = [count(catalogue) for catalogue in found(story, root, locale, words)]
    names = ("translated", "fuzzy", "missing", "obsolete")
    if as_json:
        typer.echo(json_.dumps([{"file": named(one.path), **{name: getattr(one, name) for name in names}} for one in counted], indent=1))
    else:
        from rich.console import Console
        from rich.table import Table

        table = Table(words("author.translate.file"))
        for name in ("translated", "fuzzy", "missing", "gone"):
            table.add_column(words(f"author.translate.{name}"), justify="right")
        for one in counted:
            table.add_row(named(one.path), *(str(getattr(one, name)) for name in names))
        Console().print(table)
    return 1 if any(one.missing or one.fuzzy for one in counted) else 0


def pseudo(story: "Story", root: Path | None, words: Words) -> int:
    """Write the made-up language."""
    from game.authoring.translate import PSEUDO, write_pseudo

    for catalogue in found(story, root, PSEUDO, words):
        write_pseudo(catalogue)
        told(catalogue, words)
    return 0


@contextlib.contextmanager
def said_in_words(words: Words) -> Iterator[None]:
    """Say what is wrong with a file, and end with 1: one that does not read stays as it is, one that cannot be written is named."""
    from game.authoring.extract import UnreadableError

    try:
        yield
    except UnreadableError as error:
        file = f"{named(error.path)}:{error.line}" if error.line else named(error.path)
        typer.echo(words("author.translate.unreadable", file=file), err=True)
        raise typer.Exit(1) from error
    except OSError as error:
        from game.cli_disk import disk_trouble

        folder = Path(error.filename).parent if error.filename else Path()
        typer.echo(disk_trouble(error, folder, words, option="--story", needed_mb=1), err=True)
        raise typer.Exit(1) from error


def translate_commands(words: Words, read: "Callable[[Path | None], Story]") -> typer.Typer:
    """The commands under `translate`. `read` reads a story, or ends the process with what is wrong."""
    app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None)
    locale_argument = typer.Argument(help=words("author.argument.locale"))
    story_option = typer.Option("--story", exists=True, file_okay=False, help=words("author.argument.story"))
    lang = typer.Option("--lang", help=words("cli.option.lang"))  # read before, to choose the language of these very words

    @app.command("extract", help=words("author.help.translate.extract"))
    def _extract(
        locale: Annotated[str, locale_argument],
        story: Annotated[Path | None, story_option] = None,
        _lang: Annotated[str | None, lang] = None,
    ) -> None:
        with said_in_words(words):
            raise typer.Exit(extract(read(story), story, locale, words))

    @app.command("update", help=words("author.help.translate.update"))
    def _update(
        locale: Annotated[str, locale_argument] = "en",
        story: Annotated[Path | None, story_option] = None,
        _lang: Annotated[str | None, lang] = None,
    ) -> None:
        with said_in_words(words):
            raise typer.Exit(update(read(story), story, locale, words))

    @app.command("status", help=words("author.help.translate.status"))
    def _status(
        locale: Annotated[str, locale_argument] = "en",
        story: Annotated[Path | None, story_option] = None,
        json: Annotated[bool, typer.Option("--json", help=words("author.option.json"))] = False,
        _lang: Annotated[str | None, lang] = None,
    ) -> None:
        with said_in_words(words):
            raise typer.Exit(status(read(story), story, locale, words, as_json=json))

    @app.command("pseudo", help=words("author.help.translate.pseudo"))
    def _pseudo(story: Annotated[Path | None, story_option] = None, _lang: Annotated[str | None, lang] = None) -> None:
        with said_in_words(words):
            raise typer.Exit(pseudo(read(story), story, words))

    return app
