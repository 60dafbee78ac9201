"""The author's commands: prove, bots, walk, graph, schema; translate is in `cli_translate.py`. `cli.py` adds them to its own.

Room: game/cli. Reads what was typed and calls the bench (`game/authoring`); walkthrough files are read by the session, which the bench may
not know. Everything heavy is imported by the command that needs it.
"""

import json as json_
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from game.content.root import content_root
from game.content.words import Words

if TYPE_CHECKING:
    from game.authoring.bots import Kind
    from game.authoring.coverage import Coverage
    from game.authoring.proof import Proof
    from game.content.story import Story
    from game.content.vocabulary import Mode, PathId

PathName = Literal["short", "main", "full"]
PlayerName = Literal["careful", "average", "careless", "random", "greedy"]
PATHS: "dict[PathName, PathId]" = {"short": "s", "main": "m", "full": "f"}


def path_of(story: "Story", asked: PathName | None, words: Words) -> "PathId":
    """The path somebody asked for, else the main one, else the first there is.

    raises: BadParameter, which names the paths that the story offers, for one that it does not.
    """
    offered = [name for name, path in PATHS.items() if path in story.episode.paths] or list(PATHS)
    if asked is not None and asked not in offered:
        raise typer.BadParameter(words("author.bots.no_path", path=asked, paths=", ".join(f"--path {name}" for name in offered)))
    return PATHS[asked or ("main" if "main" in offered else offered[0])]


def one_or_more(word: str, count: int) -> str:
    """The id of a sentence that counts something: of one it is said otherwise, and of none too where that can be."""
    return word + {0: ".none", 1: ".one"}.get(count, "")


def load(path: Path | None, words: Words, check_command: str) -> "Story":
    """The story to work on; where it is broken, says how many faults there are and how to see them, and ends with 1."""
    from game.content.diagnostics import errors
    from game.content.loader import read_story

    reading = read_story(path or content_root())
    faults = list(errors(reading.diagnostics))
    if reading.story is None or faults:
        typer.echo(words(one_or_more("author.story.broken", len(faults)), count=len(faults), command=check_command), err=True)
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
        said = one_or_more("author.prove.endless" if proof.trap.endless is not None else "author.prove.trapped", len(done))
        typer.echo(words(said, start=start, count=len(done), seconds=seconds, talk=proof.trap.endless), err=True)
        typer.echo(
            "\n".join([f"path: {start.path}", f"mode: {start.mode}", "steps:" if done else "steps: []", *(f"  - {step}" for step in done)])
        )
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
        "trap": None
        if trap is None
        else {"path": trap.start.path, "mode": trap.start.mode, "endless": trap.endless, "steps": list(steps(trap.commands))},
    }


def bots(
    story: "Story", words: Words, *, runs: int, seed: int, path: "PathId", mode: "Mode", kinds: "tuple[Kind, ...]", as_json: bool
) -> int:
    """Let bots play and print what came of it; 1 where a play raised or did not end."""
    from game.authoring.tally import as_data, run

    report = run(story, words, runs=runs, seed=seed, path=path, mode=mode, clock=time.perf_counter, kinds=kinds)
    if as_json:
        typer.echo(json_.dumps(as_data(report, story), ensure_ascii=False, indent=1))
    else:
        from rich.console import Console

        from game.authoring.tables import tally_tables

        console = Console()
        for table in tally_tables(report, story, words):
            console.print(table)
        for raised in report.exceptions:
            typer.echo(raised, err=True)
    return 1 if report.exceptions or report.together.stuck else 0


def tell_bot(story: "Story", words: Words, kind: "Kind", seed: int, path: "PathId", mode: "Mode") -> int:
    """Print one play of a bot from its first line to its last; 1 where it does not end."""
    from game.authoring.bots import play
    from game.authoring.tell import tell
    from game.core.perform import begin

    played = play(story, kind, seed, path, mode)
    for paragraph in tell(story, words, begin(story, path, mode, seed)[0], played.commands):
        typer.echo(paragraph + "\n")
    return 1 if played.stuck else 0


def walked(files: "list[Path]", story: "Story", words: Words, *, aloud: bool) -> "Coverage":
    """Play walkthrough files one after another and add up what they met; ends with 1 at the first step that does not go as written."""
    from game.authoring.coverage import Coverage
    from game.authoring.render import render_one
    from game.authoring.tell import tell
    from game.authoring.voice import voice
    from game.core.perform import begin
    from game.session.walkthrough import WalkthroughError, play, read_walkthrough

    met = Coverage()
    for file in files:
        try:
            walkthrough = read_walkthrough(file)
            _, done = play(story, walkthrough)
        except WalkthroughError as error:
            said = voice(words.locale)
            typer.echo("\n".join(render_one(fault, said) for fault in error.faults), err=True)
            raise typer.Exit(1) from error
        first, _ = begin(story, walkthrough.path, walkthrough.mode, walkthrough.seed)
        commands = tuple(command for command, _ in done)
        if aloud:
            typer.echo(f"# {file.stem}\n")
            for paragraph in tell(story, words, first, commands):
                typer.echo(paragraph + "\n")
        met.follow(story, first, commands)
    return met


def walk(files: "list[Path]", story: "Story", words: Words, *, as_json: bool) -> int:
    """Tell walkthroughs and say what they met and what they never reached."""
    from game.authoring.coverage import counts, missed

    met = walked(files, story, words, aloud=not as_json)
    found = counts(story, met)
    if as_json:
        told = {kind: {"met": there, "of": of} for kind, (there, of) in found.items()}
        typer.echo(json_.dumps({"files": [str(file) for file in files], "covered": told, "missed": list(missed(story, met))}, indent=1))
        return 0
    typer.echo(words("author.walk.covered", **{kind: f"{there}/{of}" for kind, (there, of) in found.items()}))
    left = missed(story, met)
    if left:
        typer.echo(words("author.walk.missed", names=", ".join(left)))
    return 0


def graph(story: "Story", root: Path, out: Path, words: Words, met: "Coverage | None") -> int:
    """Write the page of the story."""
    from game.authoring.graph.elements import elements
    from game.authoring.graph.page import page
    from game.content.words import load_words

    if not out.parent.is_dir():  # said before the work; a folder is made by whoever wants one
        typer.echo(words("author.graph.no_folder", folder=out.parent), err=True)
        return 1
    languages = {locale: load_words(locale, root, story=story) for locale in sorted(("fr", "en"), key=lambda one: one != words.locale)}
    made = page(elements(story, languages, met))
    try:
        out.write_text(made, encoding="utf-8")
    except OSError as error:
        from game.cli_disk import disk_trouble

        typer.echo(disk_trouble(error, out.parent, words, option="--out", needed_mb=len(made.encode()) // 1_000_000 + 1), err=True)
        return 1
    typer.echo(words("author.graph.written", file=out, kb=len(made.encode()) // 1024))
    return 0


def add_author_commands(app: typer.Typer, words: Words, check_command: str) -> None:
    """Add them to the application. `check_command` is how a person would type `check` here."""
    story_argument = typer.Argument(exists=True, help=words("author.argument.story"))
    as_json = typer.Option("--json", help=words("author.option.json"))
    lang = typer.Option("--lang", help=words("cli.option.lang"))  # read before, to choose the language of these very words

    @app.command("prove", help=words("author.help.prove"))
    def _prove(
        path: Annotated[Path | None, story_argument] = None,
        follow: Annotated[bool, typer.Option("--follow", help=words("author.option.follow"))] = False,
        limit: Annotated[int, typer.Option(min=1, help=words("author.option.limit"))] = 75_000,
        json: Annotated[bool, as_json] = False,
        _lang: Annotated[str | None, lang] = None,
    ) -> None:
        raise typer.Exit(prove(load(path, words, check_command), limit, words, follow_all=follow, as_json=json))

    @app.command("bots", help=words("author.help.bots"))
    def _bots(
        path_to: Annotated[Path | None, story_argument] = None,
        runs: Annotated[int, typer.Option(min=1, help=words("author.option.runs"))] = 100,
        seed: Annotated[int, typer.Option(help=words("author.option.seed"))] = 1,
        path: Annotated[PathName | None, typer.Option(help=words("author.option.path"))] = None,
        mode: Annotated[Literal["home", "class"], typer.Option(help=words("author.option.mode"))] = "home",
        player: Annotated[PlayerName | None, typer.Option(help=words("author.option.bot"))] = None,
        transcript: Annotated[bool, typer.Option("--transcript", help=words("author.option.transcript"))] = False,
        json: Annotated[bool, as_json] = False,
        _lang: Annotated[str | None, lang] = None,
    ) -> None:
        from game.authoring.bots import KINDS
        from game.content.words import load_words

        story = load(path_to, words, check_command)
        told = load_words(words.locale, path_to or content_root(), story=story)
        way = path_of(story, path, words)
        if transcript:
            raise typer.Exit(tell_bot(story, told, player or "careful", seed, way, mode))
        kinds = KINDS if player is None else (player,)
        raise typer.Exit(bots(story, told, runs=runs, seed=seed, path=way, mode=mode, kinds=kinds, as_json=json))

    @app.command("walk", help=words("author.help.walk"))
    def _walk(
        files: Annotated[list[Path], typer.Argument(exists=True, dir_okay=False, help=words("author.argument.walks"))],
        story: Annotated[Path | None, typer.Option(exists=True, help=words("author.argument.story"))] = None,
        json: Annotated[bool, as_json] = False,
        _lang: Annotated[str | None, lang] = None,
    ) -> None:
        from game.content.words import load_words

        read = load(story, words, check_command)
        raise typer.Exit(walk(files, read, load_words(words.locale, story or content_root(), story=read), as_json=json))

    @app.command("graph", help=words("author.help.graph"))
    def _graph(
        path: Annotated[Path | None, story_argument] = None,
        out: Annotated[Path, typer.Option(dir_okay=False, help=words("author.option.out"))] = Path("graph.html"),
        walkthrough: Annotated[
            list[Path] | None, typer.Option("--walk", exists=True, dir_okay=False, help=words("author.option.walk"))
        ] = None,
        player: Annotated[PlayerName | None, typer.Option("--bot", help=words("author.option.played"))] = None,
        seed: Annotated[int, typer.Option(help=words("author.option.seed"))] = 1,
        _lang: Annotated[str | None, lang] = None,
    ) -> None:
        story = load(path, words, check_command)
        met = walked(walkthrough, story, words, aloud=False) if walkthrough else None
        if player is not None:
            from game.authoring.bots import play
            from game.authoring.coverage import Coverage
            from game.core.perform import begin

            met = met or Coverage()
            way = path_of(story, None, words)
            met.follow(story, begin(story, way, "home", seed)[0], play(story, player, seed, way, "home").commands)
        raise typer.Exit(graph(story, path or content_root(), out, words, met))

    @app.command("schema", help=words("author.help.schema"))
    def _schema(
        out: Annotated[Path, typer.Option(file_okay=False, help=words("author.option.folder"))] = Path("docs/schemas"),
        _lang: Annotated[str | None, lang] = None,
    ) -> None:
        from game.authoring.schema import write
        from game.session.walkthrough import Expect

        try:
            written = write(out, Expect.model_json_schema())
        except OSError as error:
            from game.cli_disk import disk_trouble

            typer.echo(disk_trouble(error, out, words, option="--out", needed_mb=1), err=True)
            raise typer.Exit(1) from error
        typer.echo(words("author.schema.written", count=len(written), folder=out))

    from game.cli_translate import translate_commands

    app.add_typer(
        translate_commands(words, lambda path: load(path, words, check_command)), name="translate", help=words("author.help.translate")
    )
