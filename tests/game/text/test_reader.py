"""What may be typed, and what is said: help and the way out everywhere, words and numbers, pages, going back, both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.authoring.bots import play as bot_play
from game.core.commands import Advance, Choose, Examine, Go
from game.session.settings import load_settings
from game.text.typed import Verb, forms, matching, number_of
from tests.game.plays import shipped_story
from tests.game.text.typist import Typist, house


def at_gate(folder: Path, lang: str = "fr") -> Typist:
    """A play on the main path that stands at the gate, all read."""
    typist = Typist(house(folder, lang=lang, path="m"))
    typist.begin()
    for choice in ("note-contenu-a-c1", "badge-c-crabe", "arrivee-a-c1"):
        while typist.sitting.moment.allows(Advance()):
            typist.type("")
        typist.ask_for(Choose(choice))
    while typist.sitting.moment.allows(Advance()):
        typist.type("")
    return typist


def joined(lines: list[str]) -> str:
    """All that was said, in one piece."""
    return "\n".join(lines)


@pytest.mark.parametrize("typed", ["aide", "AIDE", "help", "3018", "f1", "\x1bOP", "?", "besoin d'aide"])
def test_help_is_one_word_away(typed: str, tmp_path: Path) -> None:
    """In either language, by its number, by the key itself; 3018 comes first, danger second, and Enter comes back."""
    typist = at_gate(tmp_path)
    said = typist.type(typed)
    assert said[1].startswith("3018")
    assert said[2].startswith("17")
    assert "Tu es ici" in joined(typist.type(""))


@pytest.mark.parametrize("typed", ["quitter vite", "QV", "quick exit", "qx"])
def test_leaving_quickly_shows_tides_and_nothing_else(typed: str, tmp_path: Path) -> None:
    """In either language, from a page over the story too; the play is kept, and only « reprendre » brings it back."""
    typist = at_gate(tmp_path)
    typist.type("carnet")
    walk = typist.sitting.walk
    said = typist.reader.answer(typed)
    assert said[0] == "Horaires des marées"
    assert not any(word in joined(said) for word in ("3018", "Cosmos", "carnet"))
    assert typist.reader.ended
    assert typist.reader.gone
    again = Typist(house(tmp_path, path="m")).reader
    assert again.prompt == "Reprendre ? > "
    assert again.answer("aide")[0] == "Horaires des marées"
    assert "Reprendre" in joined(again.answer("reprendre"))
    again.answer("reprendre")
    assert again.house.sitting is not None
    assert again.house.sitting.walk == walk


def test_a_place_is_told_with_all_that_can_be_done(tmp_path: Path) -> None:
    """Where one is, what its picture shows, what can be looked at, who is there, the ways out, each with a number."""
    typist = at_gate(tmp_path)
    said = joined(typist.type("quoi"))
    assert "Tu es ici" in said
    assert "À regarder" in said
    assert "Pour sortir" in said
    now = typist.sitting.moment
    offered = [command for offer in now.offers if offer.do in {"examine", "go", "talk-to"} for command in offer.commands()]
    for command in offered:
        typist.number(command)


def test_after_a_look_one_hears_again_what_can_be_done(tmp_path: Path) -> None:
    """The list comes back by itself, with what was seen marked; nobody has to ask « quoi »."""
    typist = at_gate(tmp_path)
    said = typist.type("MOUETTE")
    while typist.sitting.moment.allows(Advance()):
        said = typist.type("")
    assert "À regarder" in joined(said)
    assert "Pour sortir" in joined(said)
    assert joined(said).count("À regarder") == 1


def test_words_do_as_well_as_numbers(tmp_path: Path) -> None:
    """Part of a name is enough, whatever its case and accents; where it could be several, they are read out and nothing is done."""
    typist = at_gate(tmp_path)
    typist.type("MOUETTE")
    assert typist.sitting.walk[-1] == Examine("portail/gull")
    while typist.sitting.moment.allows(Advance()):
        typist.type("")
    before = typist.sitting.walk
    said = typist.type("l")
    assert "Plusieurs choses" in said[0]
    assert len(said) > 2
    typist.type("dragon")
    typist.type("99")
    assert typist.sitting.walk == before


def test_repeat_says_the_last_thing_again(tmp_path: Path) -> None:
    """Word for word, as often as it is asked."""
    typist = at_gate(tmp_path)
    said = typist.type("carte")
    assert typist.type("répète") == said
    assert typist.type("encore") == said


def test_lines_are_gone_back_over_and_a_decision_is_not(tmp_path: Path) -> None:
    """« avant » and « après » move through lines; the history comes back to one by its number."""
    typist = at_gate(tmp_path)
    typist.ask_for(Go("portail/to-vie-scolaire"))
    typist.type("")
    line = typist.sitting.moment.line
    typist.type("")
    typist.type("avant")
    assert typist.sitting.moment.line == line
    typist.type("après")
    said = typist.type("historique")
    number = next(entry.split(".")[0] for entry in said if line is not None and typist.reader.house.words.line(line.id) in entry)
    typist.type(number)
    assert typist.sitting.moment.line == line
    while typist.sitting.back():
        pass
    assert "un choix ne s’efface pas" in joined(typist.type("avant"))


def test_the_notebook_is_searched(tmp_path: Path) -> None:
    """« cherche » and a word; nothing found is said so."""
    typist = at_gate(tmp_path)
    assert "Rien dans le carnet" in joined(typist.type("cherche zèbre"))
    assert "cherche photo" in joined(typist.type("cherche"))


def test_the_language_changes_at_once_and_is_kept(tmp_path: Path) -> None:
    """From the settings, in the middle of a play."""
    typist = at_gate(tmp_path)
    typist.type("réglages")
    assert "Done." in typist.type("English")
    assert "You are here" in joined(typist.type(""))
    assert load_settings(typist.reader.house.paths).settings.language == "en"


def test_what_the_school_locked_is_said_to_be_so(tmp_path: Path) -> None:
    """No number changes it."""
    there = house(tmp_path)
    there.loaded = type(there.loaded)(there.loaded.own, there.loaded.settings, frozenset({"language"}))
    typist = Typist(there)
    assert "Fixé par l’établissement".lower() in joined(typist.type("réglages")).lower()
    assert typist.reader.entries == []


def test_every_verb_is_typed_one_way_only() -> None:
    """No word means two things in a language."""
    from tests.game.text.typist import _words

    for lang in ("fr", "en"):
        said = [form for verb in Verb for form in forms(verb, _words(lang, False))]
        assert sorted(said) == sorted(set(said))


def test_what_is_typed_is_read_kindly() -> None:
    """Numbers with a full stop; 3018 is help and no number; a whole label wins over parts of others."""
    assert [number_of(typed) for typed in ("2", " 2. ", "3018", "deux", "²", "")] == [2, 2, None, None, None, None]
    assert matching("le crabe", ["Le Crabe", "Le Crabe et la mer"]) == [0]
    assert matching("", ["a"]) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(st.sampled_from(["", "1", "2", "3", "4", "quoi", "carnet", "carte", "avant", "après", "passer", "retour", "titre",
                                           "historique", "personnes", "mots", "tableau", "décisions", "déjà lu", "répète", "aide"]),
                          st.text(st.characters(exclude_characters="{}⟦⟧"), max_size=12)), max_size=60))  # fmt: skip
def test_nothing_that_is_typed_breaks_it(tmp_path: Path, typed: list[str]) -> None:
    """Whatever is typed, in whatever order: something is said, and the prompt holds 3018 until the end."""
    there = house(tmp_path)
    there.saves = None
    there.asked_back()
    typist = Typist(there)
    typist.begin()
    for line in typed:
        if typist.reader.ended:
            break
        typist.type(line)


def test_a_class_never_comes_to_the_services(tmp_path: Path) -> None:
    """In class the end leads to the take-home card, and back to the title."""
    typist = Typist(house(tmp_path, path="s", mode="class"))
    assert typist.reader.house.make_desk is None
    typist.begin()
    for command in bot_play(shipped_story(), "greedy", 1, "s", "class").commands:
        typist.ask_for(command)
    assert len(typist.reader.entries) == 2
    said = joined(typist.type("1"))
    assert "3018" in said
    assert "https://" not in said
    assert "takeitdown.ncmec.org, l’image reste sur ton appareil" in said
    assert "pointdecontact.net/disrupt, l’image est envoyée" in said
    assert "Jamais la photo." in said
    assert "En classe" in joined(typist.type("1"))
