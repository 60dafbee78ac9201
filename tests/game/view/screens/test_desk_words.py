"""Every word of the desk exists in both languages, is asked for by somebody, and fills the same places."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import polib
import pytest
import yaml

from game.content.root import words_root
from reporting.client.routes import load_routes
from reporting.client.words import word_ids
from reporting.protocol.report import AgeBand, ContactKind, Label, Who

VIEW = Path(__file__).parents[4] / "game" / "view"
SOURCES = sorted([*VIEW.glob("screens/desk*.py"), *VIEW.glob("widgets/desk*.py"), VIEW / "files.py"])
PLACES = re.compile(r"{(\w+)}")


def _french() -> dict[str, str]:
    data = yaml.safe_load((words_root() / "desk.yaml").read_text("utf-8"))
    return {name: value["text"] if isinstance(value, dict) else value for name, value in data.items()}


def _english() -> dict[str, str]:
    return {entry.msgctxt: entry.msgstr for entry in polib.pofile(str(words_root() / "en" / "desk.po"))}


def _of_the_view() -> set[str]:
    """Ids written in the desk's screens, and those put together from closed lists."""
    found = {name for path in SOURCES for name in re.findall(r"""["'](desk\.[a-z0-9_.-]+[a-z0-9])["']""", path.read_text("utf-8"))}
    found |= {f"desk.day.{n}" for n in range(7)}
    found |= {f"desk.real_or_try.{door}.{part}" for door, part in product(("real", "try"), ("name", "what", "then"))}
    coded = {"who": Who, "age_band": AgeBand, "contact.kind": ContactKind, "items.label": Label}
    found |= {f"desk.value.{path}.{member.value}" for path, members in coded.items() for member in members}
    found |= {f"desk.value.{name}" for name in ("language.fr", "language.en", "mode.training", "mode.live")}
    return found


def test_every_word_exists_in_both_languages() -> None:
    """Neither the client nor the screens ask for a word that is not there."""
    needed = set(word_ids(load_routes())) | _of_the_view()
    assert needed - _french().keys() == set()
    assert needed - _english().keys() == set()


def test_no_word_is_left_over() -> None:
    """A word nobody asks for would be translated for nothing."""
    needed = set(word_ids(load_routes())) | _of_the_view()
    assert _french().keys() - needed == set()
    assert _english().keys() - _french().keys() == set()


def test_the_english_is_of_this_french() -> None:
    """A changed French sentence makes its English stale: gettext would then show the French."""
    french = _french()
    for entry in polib.pofile(str(words_root() / "en" / "desk.po")):
        assert entry.msgid == french[entry.msgctxt], entry.msgctxt
        assert entry.msgstr, entry.msgctxt


def test_both_languages_fill_the_same_places() -> None:
    """And the places that the client fills."""
    english, known = _english(), word_ids(load_routes())
    for name, text in _french().items():
        assert sorted(set(PLACES.findall(text))) == sorted(set(PLACES.findall(english[name]))), name
        if name in known:
            assert set(PLACES.findall(text)) <= set(known[name]), name


@pytest.mark.parametrize("sign", ["'", " ?", " !", " ;", " :", "« ", " »", "..."])
def test_french_typography(sign: str) -> None:
    """Curly apostrophes; narrow or wide no-break spaces before high signs and inside quotation marks."""
    assert [name for name, text in _french().items() if sign in text] == []


def test_what_states_a_fact_names_it() -> None:
    """Numbers to call and what services do carry ids of the facts."""
    data = yaml.safe_load((words_root() / "desk.yaml").read_text("utf-8"))
    for name, value in data.items():
        text = value["text"] if isinstance(value, dict) else value
        if re.search(r"9.h|SMS|DISRUPT|StopNCII|Take It Down|analystes", text):
            assert isinstance(value, dict), name
            assert value["fact"], name
