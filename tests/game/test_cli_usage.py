"""A command typed wrong: said in one language, with what would be right, and code 2."""

import re
import sys

import pytest
import typer

from game.cli import command_line, commands, own_words
from game.cli_usage import run, usage

WRONG = [
    ("play --size 12x", "« 12x » n’est pas une taille de fenêtre. Exemple : 1280x720.", "“12x” is not a window size. Example: 1280x720."),
    ("play --lang de", "--lang accepte seulement : fr, en.", "--lang takes only: fr, en."),
    ("serve --port 99999", "--port : 99999 est trop grand. Au plus 65535.", "--port: 99999 is too large. At most 65535."),
    ("serve --port -3", "--port : -3 est trop petit. Au moins 0.", "--port: -3 is too small. At least 0."),
    ("serve --port abc", "--port veut un nombre entier, pas « abc ».", "--port wants a whole number, not “abc”."),
    ("check /none", "« /none » n’existe pas.", "“/none” does not exist."),
    ("demo --out FILE", "--out : « FILE » est un fichier. Il faut un dossier.", "--out: “FILE” is a file. A folder is needed."),
    ("playy", "« playy » n’est pas une commande. Peut-être « play » ?", "“playy” is not a command. Perhaps “play”?"),
    ("play --siz 3", "Il n’y a pas d’option « --siz » ici. Peut-être « --size » ?", "There is no option “--siz” here. Perhaps “--size”?"),
    ("play --size", "Il manque une valeur après --size.", "--size needs a value after it."),
    ("check --json=3", "--json s’écrit seul, sans valeur.", "--json stands alone, with no value."),
    ("play extra", "« extra » est de trop ici.", "“extra” is one thing too many here."),
    ("walk", "Il manque : Parcours à jouer (YAML).", "This is missing: Walkthroughs to play (YAML)."),
]


def said(typed: str, locale: str) -> tuple[str, str]:
    """What is said of a wrong use, and the line that says where to look, with plain spaces."""
    words = own_words("fr" if locale == "fr" else "en")
    with pytest.raises(typer.TyperException) as raised:
        commands(words)(
            [__file__ if word == "FILE" else word for word in typed.split()], prog_name="stop-la-violence", standalone_mode=False
        )
    what, more = re.sub("[\u00a0\u202f]", " ", usage(raised.value, words, command_line)).split("\n")
    return what.replace(__file__, "FILE"), more


@pytest.mark.parametrize(("typed", "french", "english"), WRONG, ids=[typed.split("/")[0] for typed, _, _ in WRONG])
def test_a_wrong_use_is_said_in_one_language(typed: str, french: str, english: str) -> None:
    """Nothing of typer’s own English is left in it, and the command that helps is named as it is typed here."""
    assert said(typed, "fr")[0] == french
    what, more = said(typed, "en")
    assert what == english
    assert re.fullmatch(r"To see what is possible: \S+ run\.py( \w+)? --help", more)


def test_it_ends_with_two(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The code that shells know for a wrong use; nothing on the output that a robot reads."""
    monkeypatch.setattr(sys, "argv", ["stop-la-violence", "serve", "--port", "many"])
    words = own_words("fr")
    assert run(commands(words), words, command_line) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("--port veut un nombre entier")


@pytest.mark.parametrize("typed", ["", "--help", "play --help", "serve --help", "check --help", "walk --help", "translate --help"])
def test_a_page_of_help_is_in_one_language(typed: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Headings and what they head; the words in capitals and the names of options are what one types."""
    monkeypatch.setattr(sys, "argv", ["stop-la-violence", *typed.split()])
    words = own_words("fr")
    assert run(commands(words), words, command_line) == (0 if typed else 2)
    shown = capsys.readouterr()
    page = shown.out if typed else shown.err
    assert page.startswith("Écrire\u00a0: stop-la-violence")
    assert "Montrer cette page." in page
    assert re.search(r"Usage|Commands|Arguments:|Show this|default:|required|ARGS", page) is None
