"""What to say when a command is typed wrong: one language throughout, what was given, what would be right.

Room: game/cli. typer words its complaints in English and partly by chance; here they are told apart by their kind and worded by us.
Imported only once something is wrong, or by a command that typer reads.
"""

import contextlib
import difflib
import io
import re
import sys
from collections.abc import Callable, Iterable
from typing import Any

import typer

from game.content.words import Words

_PATHS = {"does not exist.": "missing", "is a file.": "file", "is a directory.": "folder", "is not readable.": "shut"}
_NUMBERS = {"less_than_equal": "le", "greater_than_equal": "ge", "less_than": "lt", "greater_than": "gt"}

_HEADS = (
    (r"(?m)^Usage:", "cli.page.usage"),
    (r"(?m)^Options:$", "cli.page.options"),
    (r"(?m)^Arguments:$", "cli.page.arguments"),
    (r"(?m)^Commands:$", "cli.page.commands"),
    (r"\[OPTIONS\]", "cli.page.some"),
    (r"COMMAND \[ARGS\]\.\.\.", "cli.page.command"),
    (r"Show this message and exit\.", "cli.page.help"),
    (r"\[default: ([^\]]+)\]", "cli.page.default"),
    (r"\[required\]", "cli.page.required"),
)


def run(app: typer.Typer, words: Words, command_line: Callable[..., str]) -> int:
    """Read what was typed and do it; the code to end with. A wrong use is 2, and said in the person’s language."""
    shown = io.StringIO()
    try:
        with contextlib.redirect_stdout(shown) if "--help" in sys.argv else contextlib.nullcontext():
            code = app(prog_name="stop-la-violence", standalone_mode=False)
    except typer.TyperException as error:
        bare = type(error).__name__ == "NoArgsIsHelpError"
        typer.echo(help_page(error.format_message(), words) if bare else usage(error, words, command_line), err=True)
        return 2
    except typer.Abort:
        return 130
    if shown.getvalue():
        typer.echo(help_page(shown.getvalue(), words), nl=False)
    return code if isinstance(code, int) else 0


def help_page(english: str, words: Words) -> str:
    """A page of `--help` whose headings, typer's own, are in the person's language; what they head is ours already."""
    for found, word in _HEADS:
        english = re.sub(found, words(word, given=r"\1"), english)
    return english


def usage(error: typer.TyperException, words: Words, command_line: Callable[..., str]) -> str:
    """Words for a wrong use, and the command that shows what is possible.

    command_line: how a person would type these arguments here.
    """
    ctx: Any = getattr(error, "ctx", None)
    path = ctx.command_path.split()[1:] if ctx is not None else []
    return f"{_what(error, ctx, words)}\n{words('cli.usage.help', command=command_line(*path, '--help'))}"


def _what(error: typer.TyperException, ctx: Any, words: Words) -> str:
    fault: Any = error  # typer keeps the classes of its complaints private: they are known by name
    match type(error).__name__:
        case "NoSuchOption":
            return _unknown(words, "cli.usage.option", fault.option_name, fault.possibilities or ())
        case "BadOptionUsage":
            empty = "requires" in error.message
            return words("cli.usage.value-missing" if empty else "cli.usage.value-extra", name=fault.option_name)
        case "MissingParameter":
            return words("cli.usage.missing", what=getattr(fault.param, "help", None) or _name(fault.param))
        case "BadParameter" if fault.param is None:
            return error.message  # ours, already in the person’s language
        case "BadParameter":
            return _value(fault, fault.param, words)
    given = re.search(r"'(.*?)'|\(([^()]*)\)$", error.message)
    said = next(filter(None, given.groups()), "") if given else ""
    if error.message.startswith("No such command"):
        return _unknown(words, "cli.usage.command", said, getattr(ctx.command, "commands", ()))
    if error.message.startswith("Got unexpected extra argument"):
        return words("cli.usage.extra", given=said)
    return words("cli.usage.other")


def _value(fault: Any, param: Any, words: Words) -> str:
    """What is wrong with the value given for `param`."""
    name, kind = _name(param), getattr(param, "type_descriptor", None)
    if kind is not None and kind.is_choice and kind.choices is not None:
        return words("cli.usage.choice", name=name, choices=", ".join(str(choice) for choice in kind.choices))
    cause = fault.__cause__
    told = cause.errors()[0] if hasattr(cause, "errors") else {}
    if told.get("type") in _NUMBERS:
        limit = told["ctx"][_NUMBERS[told["type"]]]
        return words(
            "cli.usage.most" if told["type"].startswith("less") else "cli.usage.least", name=name, given=told["input"], limit=limit
        )
    if str(told.get("type", "")).startswith("int"):
        return words("cli.usage.number", name=name, given=told["input"])
    for ending, which in _PATHS.items():
        found = re.search(r"'(.*)' " + re.escape(ending), fault.message)
        if found:
            said = words(f"cli.usage.path.{which}", given=found.group(1))
            return words("cli.usage.about", name=name, said=said) if name.startswith("-") else said
    return words("cli.usage.value", name=name)


def _name(param: Any) -> str:
    """An option as it is typed, an argument by its name."""
    if param is None:
        return "?"
    return str(param.opts[0]) if param.param_type_name == "option" else str(param.name)


def _unknown(words: Words, word: str, given: str, known: Iterable[str]) -> str:
    """That nothing is called so, with the nearest that is."""
    near = difflib.get_close_matches(given, sorted(known), n=1)
    said = words(word, given=given)
    return said + " " + words("cli.usage.nearest", nearest=near[0]) if near else said
