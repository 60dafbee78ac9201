"""The commands, nothing else.

Room: game/cli. The only module that ends the process; it reads what the person typed and calls one room.
Stays outside: rules, drawing, files. Heavy rooms are imported by the command that needs them.
"""

import typer

app = typer.Typer(no_args_is_help=True, add_completion=False)


def main() -> None:
    """Entry point of `stop-la-violence` and of `python -m game.cli`."""
    app()


if __name__ == "__main__":
    main()
