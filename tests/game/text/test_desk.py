"""The desk in a terminal: every screen can be said and asked for in both languages; a whole exercise; nothing left behind."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from game.cli import service_command
from game.content.root import content_root
from game.session.clock import SteppedClock, SystemClock
from game.session.edge import Edge
from game.session.paths import Paths
from game.session.settings import load_settings
from game.text.desk import DeskPage, under_way
from game.text.house import House, open_house
from game.text.page import Open
from game.text.reader import Reader
from game.text.terminal import CLEAR, run
from tests.game.plays import THINGS
from tests.game.text.typist import house
from tests.game.view.screens.desk_visits import VISITS, Behind, Visit

MORNING = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)


def at_desk(folder: Path, visit: Visit, lang: str = "fr") -> tuple[Reader, Behind]:
    """A reader with this visit open."""
    behind, inside = Behind(visit), house(folder, lang=lang)
    inside.make_desk = lambda: behind  # type: ignore[assignment]  # all that the page needs of a room
    reader = Reader(inside)
    reader.start()
    reader._pages.append(DeskPage(lambda: behind, patience=0))  # type: ignore[arg-type, return-value]
    return reader, behind


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("name", VISITS)
def test_every_screen_of_the_desk_is_said(name: str, lang: str, tmp_path: Path) -> None:
    """Each in plain lines without a missing word, with a number for each button that is offered, and why another is not."""
    visit = VISITS[name](lang)  # type: ignore[arg-type]  # fr or en
    reader, behind = at_desk(tmp_path, visit, lang)
    said = reader.answer("quoi" if lang == "fr" else "what")
    coded = '"version"' in " ".join(said)
    for text in (*said, reader.prompt):
        assert not {"⟦", "⟧"} & set(text), text
        assert coded or not {"{", "}"} & set(text), text
        assert "\n" not in text
    offered = [action for action in behind.moment.actions if action.enabled]
    assert sum(entry.act is not None for entry in reader.entries) >= len(offered)
    assert all(entry.label for entry in reader.entries)


def test_training_and_live_cannot_be_mixed_up(tmp_path: Path) -> None:
    """The badge stands before every prompt, also while a line is written; without one there is none."""
    marks = {}
    for name in ("training", "live"):
        visit = next(VISITS[v]("fr") for v in VISITS if VISITS[v]("fr").moment.badge == name and VISITS[v]("fr").moment.screen == "links")
        reader, _ = at_desk(tmp_path / name, visit)
        marks[name] = reader.prompt.split(".")[0]
        number = next(n for n, entry in enumerate(reader.entries, start=1) if isinstance(entry.act, Open))
        reader.answer(str(number))
        assert reader.prompt.startswith(marks[name])
    assert marks == {"training": "EXERCICE", "live": "POUR DE VRAI"}


def test_help_and_the_way_out_are_there_while_one_writes(tmp_path: Path) -> None:
    """A line of text is a line of text, but for these two; the quick exit wipes the visit."""
    visit = next(VISITS[v]("fr") for v in VISITS if VISITS[v]("fr").moment.screen == "links")
    reader, behind = at_desk(tmp_path, visit)
    number = next(n for n, entry in enumerate(reader.entries, start=1) if entry.label.startswith("Compte"))
    reader.answer(str(number))
    assert any(line.startswith("3018") for line in reader.answer("3018"))
    reader.answer("")
    reader.answer("carnet")
    assert visit.state.draft.account == "carnet"
    reader.answer("qv")
    assert reader.gone
    assert behind.wiped


@pytest.fixture
def real(tmp_path: Path) -> House:
    """A house with a true desk behind it: the fingerprint's process and the exercise's service."""
    loaded = load_settings(Paths.under(tmp_path)).changed(language="fr")
    return open_house(
        Edge(content_root(), Paths.under(tmp_path), loaded, SystemClock(), 1, service_command, tmp_path / "documents", keyring=False)
    )


def test_a_whole_exercise_from_the_doors_to_the_withdrawal(real: House) -> None:
    """Who, the example, a link, what leaves, the receipt, sent, looked up again by its words, withdrawn; then the screen is cleared."""
    reader = Reader(real)
    reader.start()

    def say(label: str) -> str:
        found = [n for n, entry in enumerate(reader.entries, start=1) if entry.act is not None and entry.label.startswith(label)]
        assert len(found) == 1, (label, [entry.label for entry in reader.entries])
        said = " ".join(reader.answer(str(found[0])))
        page = reader.page
        assert not isinstance(page, DeskPage) or not under_way(page.room.moment)
        return said

    assert "3018" in say("Le Guichet")
    say("Continuer vers")
    assert "EXERCICE" in say("J’essaie")
    say("C’est moi sur")
    say("15-17")
    say("il est à moi")
    assert "seule l’image d’exemple" in say("Continuer")
    assert "empreinte prête" in say("Prendre l’image d’exemple")
    say("Continuer")
    say("Lien 1")
    assert "lucarne.example" in " ".join(reader.answer("https://lucarne.example/p/9841"))
    review = say("Relire")
    assert "Ne part jamais" in review
    assert "https://lucarne.example/p/9841" in review
    assert not [entry for entry in reader.entries if entry.label.startswith("Envoyer") and entry.act is not None]
    say("J’ai relu")
    receipt = next(line for line in say("Envoyer").split("Mot 1")[0].split(". ") if "EXERCICE " in line)
    words = receipt[receipt.index("EXERCICE ") :].split()[:10]
    assert len(words) == 10
    assert "C’est arrivé" in say("C’est noté")
    say("Fermer")
    assert reader.cleared
    say("Le Guichet")
    say("Retrouver un dossier")
    say("Écrire les neuf mots")
    assert "Les neuf mots sont là" in " ".join(reader.answer(" ".join(words)))
    assert "Joué" in say("Ouvrir mon dossier")
    say("Retirer mon")
    assert "est retiré" in say("Retirer")
    say("Fermer")


def test_what_was_written_is_cleared_from_the_terminal(tmp_path: Path) -> None:
    """Leaving the desk clears the screen and what was scrolled away, as the quick exit does."""

    class Shown(io.StringIO):
        encoding = "utf-8"

        def isatty(self) -> bool:
            return True

    shown, inside = Shown(), house(tmp_path)
    inside.make_desk = lambda: Behind(Visit("fr"))  # type: ignore[assignment]
    run(Reader(inside), io.StringIO("guichet\n1\nquitter\n"), shown)
    assert shown.getvalue().count(CLEAR) == 1
    assert "guichet" not in shown.getvalue().rpartition(CLEAR)[2].casefold().replace("le guichet", "")


def test_a_class_has_no_desk(tmp_path: Path) -> None:
    """Neither on the title, nor by its word."""
    loaded = load_settings(Paths.under(tmp_path)).in_class()
    clock = SteppedClock(MORNING)
    edge = Edge(THINGS, Paths.under(tmp_path), loaded, clock, 1, service_command, tmp_path, keyring=False)
    inside = open_house(replace(edge, root=THINGS))
    assert inside.make_desk is None
    reader = Reader(inside)
    reader.start()
    assert "Pas possible ici" in reader.answer("guichet")[0]
    assert not [entry for entry in reader.entries if "Guichet" in entry.label]
