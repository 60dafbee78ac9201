"""The commands, nothing else.

Room: game/cli. The only module that ends the process; it reads what the person typed, prepares what the rooms need, and calls one.
Stays outside: rules, drawing, files. Heavy rooms are imported by the command that needs them.
"""

import errno
import os
import secrets
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from game import __version__
from game.cli_bench import with_bench
from game.content.root import content_root
from game.content.words import Words, interface_words

if TYPE_CHECKING:
    import typer

    from game.content.episodes import Opened
    from game.session.edge import Edge
    from game.session.paths import Paths
    from game.session.settings import LoadedSettings

Language = Literal["fr", "en"]
LEAST = (640, 360)
"""The smallest window: below it words cannot be read."""
ROOM_MB = 40
"""Room that `demo` wants, rounded up from what it was seen to write."""


def language(arguments: Sequence[str], environ: Mapping[str, str]) -> Language:
    """The language of the commands: `--lang` if given, else the system’s, else French."""
    asked = ""
    for argument, following in zip(arguments, [*arguments[1:], ""], strict=False):
        given = following if argument == "--lang" else argument.removeprefix("--lang=") if argument.startswith("--lang=") else ""
        asked = given if given in {"fr", "en"} else asked
    if not asked and sys.platform == "win32":
        import ctypes

        asked = "fr" if ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == 0x0C else "en"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        asked = asked or environ.get(name, "")
    said = asked.lower().split(".")[0]
    return "fr" if said in {"", "c", "posix"} or said.startswith("fr") else "en"


def own_words(locale: Language, cache_dir: Path | None = None) -> Words:
    """The interface’s words alone: the commands speak even when every episode is broken."""
    return interface_words(locale, cache_dir=cache_dir)


def command_line(*arguments: str) -> str:
    """How a person would type a command here: through run.py in a checkout, else the installed one."""
    if content_root().name == "_content":
        return " ".join(["stop-la-violence", *arguments])
    return " ".join(["py" if os.name == "nt" else "python3", "run.py", *arguments])


def may_have_display(environ: Mapping[str, str]) -> bool:
    """Whether it is worth asking for a window. On Linux two variables tell, and asking without them only makes libraries complain."""
    if not sys.platform.startswith(("linux", "freebsd")):
        return True
    return any(environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def two_numbers(given: str) -> tuple[int, int] | None:
    """Read `1280x720`; None for anything else."""
    width, _, height = given.lower().replace("×", "x").partition("x")
    plain = width.isascii() and height.isascii() and width.isdigit() and height.isdigit()
    return (int(width), int(height)) if plain else None


def large_enough(size: tuple[int, int]) -> bool:
    """Whether words can be read in a window of this size."""
    return size[0] >= LEAST[0] and size[1] >= LEAST[1]


def window_size(given: str, words: Words) -> tuple[int, int]:
    """Read `1280x720`. Raises BadParameter, in the person’s language, for anything else and for a window too small to read."""
    import typer

    size = two_numbers(given)
    if size is None:
        raise typer.BadParameter(words("cli.size.wrong", given=given))
    if not large_enough(size):
        raise typer.BadParameter(words("cli.size.small", given=given, least="{}x{}".format(*LEAST)))
    return size


def say(text: str) -> None:
    """Tell the person something that is not a result."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def tell(text: str) -> None:
    """Print a result."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def service_command(data: Path, port: int = 0) -> list[str]:
    """How the training service is started, as a process of its own that ends when its standard input closes."""
    safe = ["-P"] if sys.flags.safe_path else []
    return [sys.executable, *safe, "-m", "reporting.service", "--training", "--data", str(data), "--port", str(port)]


def check(path: Path | None, *, as_json: bool, coloured: bool, locale: str, release: bool = False) -> int:
    """Print every fault under `path`, by default in all that ships; 1 if one of them is an error, 0 when there are only warnings.

    release: ask for what a release needs too.
    """
    import gc

    from game.authoring import render
    from game.authoring.check import check as find_faults
    from game.authoring.check import check_installed
    from game.authoring.standing import seen_from
    from game.authoring.voice import voice
    from game.content.diagnostics import errors

    gc.disable()  # all that is read is needed to the end: looking for what is not takes a tenth of the time
    said = voice(locale)
    found = find_faults(path, release=release) if path is not None else check_installed(content_root(), release=release)
    faults = seen_from(Path.cwd(), path or content_root(), found)
    if as_json:
        tell(render.as_json(faults, said))
    else:
        from rich.console import Console
        from rich.text import Text

        text = Text(render.render(faults, said))
        text.highlight_regex(r"(?m)^\S+: (error|erreur) .*$", "bold red")
        text.highlight_regex(r"(?m)^\S+: (warning|avertissement) .*$", "yellow")
        text.highlight_regex(r"(?m)^ +\^+$", "red")
        Console(soft_wrap=True, color_system="auto" if coloured else None).print(text)
    return 1 if any(errors(faults)) else 0


def edge(paths: "Paths", loaded: "LoadedSettings", documents: Path, *, seed: int, keyring: bool, episode: "Opened | None" = None) -> "Edge":
    """Everything a run of the window is given."""
    from game.cli_episode import say_fault, say_hint
    from game.session.clock import SystemClock
    from game.session.edge import Edge

    return Edge(content_root(), paths, loaded, SystemClock(), seed, service_command, documents, keyring, episode, say_fault, hint=say_hint)


def _asked(given: str, paths: "Paths", words: Words) -> "Opened | str":
    from game.cli_episode import asked_episode

    return asked_episode(given, paths.episodes, paths.cache, words, command_line("check"))


def asked_edge(*, in_class: bool, lang: Language | None, words: Words, episode: str | None) -> "Edge | str":
    """What a play is given, in a window or in a terminal; or what to tell the person where the episode they named cannot be played."""
    import platformdirs

    from game.session.paths import user_paths
    from game.session.settings import load_settings

    paths = user_paths(os.environ)
    loaded = load_settings(paths)
    if lang is not None or not paths.settings.exists():
        loaded = loaded.changed(language=lang or language([], os.environ))
    if in_class:
        loaded = loaded.in_class()
    opened = _asked(episode, paths, words) if episode is not None else None
    if isinstance(opened, str):
        return opened
    documents = Path(platformdirs.user_documents_dir())
    return edge(paths, loaded, documents, seed=secrets.randbits(48), keyring=True, episode=opened)


def play(
    size: tuple[int, int] | None, *, in_class: bool, lang: Language | None, words: Words,
    episode: str | None = None, watch: bool = False, warp: str | None = None,
) -> int:  # fmt: skip
    """Open the game, until its window is closed. A crash leaves a report without personal data, and the play as it was last kept."""
    from game.session.clock import SystemClock
    from game.session.log import close_log, open_log, write_crash_report
    from game.view.opening import NoDisplayError, has_display, open_window

    if not may_have_display(os.environ) or not has_display():
        say(words("cli.no_display", command=command_line("demo", "--out", "demo-out")))
        return 1
    given = asked_edge(in_class=in_class, lang=lang, words=words, episode=episode)
    if isinstance(given, str):
        say(given)
        return 1
    log = open_log(given.paths, Path.home())
    try:
        benched = with_bench(given, watch=watch, warp=warp, words=words)
        if isinstance(benched, str):
            say(benched)
            return 1
        open_window(benched, size)
    except NoDisplayError:
        say(words("cli.no_display", command=command_line("demo", "--out", "demo-out")))
        return 1
    except Exception as error:  # the last edge: nothing above could tell the person
        from game.content.diagnostics import ContentError  # heavy, and only the story raises it

        if isinstance(error, ContentError):
            say(words("cli.content", count=len(error.diagnostics)))
            say(words("cli.content.see", command=command_line("check")))
            return 1
        log.exception("the window stopped")
        report = write_crash_report(given.paths, error, SystemClock(), version=__version__)
        say(words("cli.crash", file=report or "—"))
        return 1
    finally:
        close_log(log)
    return 0


def play_text(
    *, in_class: bool, lang: Language | None, words: Words, episode: str | None = None, watch: bool = False, warp: str | None = None
) -> int:
    """Play in this terminal, with no window."""
    from game.cli_text import play_in_terminal

    given = asked_edge(in_class=in_class, lang=lang, words=words, episode=episode)
    if isinstance(given, str):
        say(given)
        return 1
    return play_in_terminal(given, words, command_line, say, watch=watch, warp=warp)


def demo(out: Path, size: tuple[int, int], lang: Language, words: Words) -> int:
    """Play the whole path with no screen, in a folder of its own that is removed. 0 only if the service says the report is stored."""
    os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
    from random import Random

    from game.authoring.bots import Bot
    from game.content.diagnostics import ContentError
    from game.session.paths import Paths
    from game.session.settings import load_settings
    from game.view.demo import LostError, Player
    from game.view.demo_run import run_demo

    def careful() -> Player:
        return Bot("careful", Random("demo")).next  # noqa: S311 chance in a game, nothing to guess

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        paths = Paths.under(Path(home))
        loaded = load_settings(paths).changed(language=lang)
        try:
            result = run_demo(edge(paths, loaded, out, seed=1, keyring=False), out, size, say, careful)
        except ContentError as error:
            say(words("cli.content", count=len(error.diagnostics)))
            say(words("cli.content.see", command=command_line("check")))
            return 1
        except LostError as error:
            what = words("cli.demo.lost.screen", said=words(error.word, **error.params)) if error.word else words("cli.demo.lost.step")
            say(words("cli.demo.lost", what=what, folder=out))
            say(words("cli.detail", detail=error))
            return 1
        except OSError as error:
            from game.cli_disk import disk_trouble, fullest

            folder = fullest(out, Path(home)) if error.errno == errno.ENOSPC else out
            say(disk_trouble(error, folder, words, option="--out", needed_mb=ROOM_MB))
            return 1
    say(words("cli.demo.done", count=len(result.pictures), folder=out))
    if not result.stored:
        say(words("cli.demo.not_stored"))
    tell(f"receipt: {result.receipt}")
    return 0 if result.stored else 1


def plain_play(arguments: Sequence[str]) -> tuple[Language | None, tuple[int, int] | None, bool] | None:
    """`--lang`, `--size` and `--class` of a `play` that is asked for plainly; None leaves the reading, and every complaint, to typer.

    typer takes as long to import as the whole title to draw, and the title should not wait for it.
    """
    lang: Language | None = None
    size: tuple[int, int] | None = None
    in_class = False
    rest = [part for argument in arguments for part in (argument.split("=", 1) if argument.startswith("--") else [argument])]
    if rest[:1] != ["play"]:
        return None
    rest.pop(0)
    while rest:
        match rest:
            case ["--class", *rest]:
                in_class = True
            case ["--lang", ("fr" | "en") as lang, *rest]:
                pass
            case ["--size", given, *rest]:
                size = two_numbers(given)
                if size is None or not large_enough(size):
                    return None
            case _:
                return None
    return lang, size, in_class


def commands(words: Words) -> "typer.Typer":
    """The commands, described in one language."""
    import typer

    app = typer.Typer(
        help=words("cli.help"), no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None
    )

    @app.command("play", help=words("cli.help.play"))
    def _play(
        lang: Annotated[Language | None, typer.Option(help=words("cli.option.lang"))] = None,
        size: Annotated[str | None, typer.Option(metavar="WxH", help=words("cli.option.size"))] = None,
        in_class: Annotated[bool, typer.Option("--class", help=words("cli.option.class"))] = False,
        text: Annotated[bool, typer.Option("--text", help=words("cli.option.text"))] = False,
        episode: Annotated[str | None, typer.Option(metavar="DIR|ID", help=words("episodes.option"))] = None,
        watch: Annotated[bool, typer.Option("--watch", help=words("bench.watch.option"))] = False,
        warp: Annotated[str | None, typer.Option(metavar="ID", help=words("bench.warp.option"))] = None,
    ) -> None:
        if text:
            raise typer.Exit(play_text(in_class=in_class, lang=lang, words=words, episode=episode, watch=watch, warp=warp))
        wanted = window_size(size, words) if size else None
        raise typer.Exit(play(wanted, in_class=in_class, lang=lang, words=words, episode=episode, watch=watch, warp=warp))

    @app.command("demo", help=words("cli.help.demo"))
    def _demo(
        out: Annotated[Path, typer.Option(file_okay=False, help=words("cli.option.out"))] = Path("demo-out"),
        lang: Annotated[Language | None, typer.Option(help=words("cli.option.lang"))] = None,
        size: Annotated[str, typer.Option(metavar="WxH", help=words("cli.option.size"))] = "1280x720",
    ) -> None:
        raise typer.Exit(demo(out, window_size(size, words), lang or language([], os.environ), words))

    @app.command("check", help=words("cli.help.check"))
    def _check(
        path: Annotated[Path | None, typer.Argument(exists=True, help=words("cli.argument.path"))] = None,
        json: Annotated[bool, typer.Option("--json", help=words("cli.option.json"))] = False,
        release: Annotated[bool, typer.Option("--release", help=words("cli.option.release"))] = False,
        lang: Annotated[Language | None, typer.Option(help=words("cli.option.lang"))] = None,
    ) -> None:
        del lang  # read before, to choose the language of these very words
        raise typer.Exit(check(path, as_json=json, coloured="NO_COLOR" not in os.environ, locale=words.locale, release=release))

    @app.command("serve", help=words("cli.help.serve"))
    def _serve(
        port: Annotated[int, typer.Option(min=0, max=65535, help=words("cli.option.port"))] = 0,
        data: Annotated[Path | None, typer.Option(file_okay=False, help=words("cli.option.data"))] = None,
        lang: Annotated[Language | None, typer.Option(help=words("cli.option.lang"))] = None,
    ) -> None:
        from game.cli_serve import serve
        from game.session.paths import user_paths

        del lang  # read before, to choose the language of these very words
        folder = data or user_paths(os.environ).desk / "serve"
        raise typer.Exit(serve(folder, port, service_command(folder, port), words))

    from game.cli_author import add_author_commands

    add_author_commands(app, words, command_line("check"))

    from game.cli_teacher import add_teacher_command

    add_teacher_command(app, words, command_line("check"))
    return app


def main() -> None:
    """Entry point of `stop-la-violence` and of `python -m game.cli`."""
    from game.session.paths import user_paths

    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")  # an old Windows console lacks some letters
    words = own_words(language(sys.argv[1:], os.environ), user_paths(os.environ).cache)
    plain = plain_play(sys.argv[1:])
    if plain is not None:
        lang, size, in_class = plain
        sys.exit(play(size, in_class=in_class, lang=lang, words=words))
    from game.cli_usage import run

    sys.exit(run(commands(words), words, command_line))


if __name__ == "__main__":
    main()
