"""Claims and their facts: nothing unsourced is said anywhere, and a release asks for a name behind every fact."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from typer.testing import CliRunner

from game.authoring.check import check
from game.authoring.render import render_one
from game.authoring.rules.sources import RELEASE_RULES, claims
from game.cli import commands, own_words
from game.content.help import load_help
from game.content.loader import load_story
from game.content.root import content_root
from game.content.words import interface_facts

ROOT = Path(__file__).parents[4]
FOLDER = Path(__file__).parents[1] / "must_fail_release"
TODAY = dt.date(2026, 11, 28)
SCRIPT = {
    "aide-3018", "aide-3018-retrait", "aide-119", "aide-urgence", "aide-3114", "aide-fil", "loi-partage", "loi-image-mineur", "loi-garder",
    "loi-meute", "loi-13ans", "loi-art40", "loi-deepfake", "ecole-phare", "ecole-adultes", "preuve", "temoin", "signaler", "chantage",
    "chantage-garcons", "empreinte", "empreinte-limites", "empreinte-secret", "retrait", "take-it-down", "stopncii", "disrupt", "outil",
    "stat-15", "mots", "mot-revenge", "mot-fisha", "ciel-jupiter", "ciel-lumiere", "ciel-comete", "ciel-planetes", "ciel-neutrons",
    "ciel-balance",
}  # fmt: skip
"""The facts that the episode was written from."""


def test_every_fact_of_the_episode_is_kept() -> None:
    """With both languages, a reference, a date, and nothing below M."""
    facts = load_story().facts
    assert facts.keys() >= SCRIPT
    for fact in facts.values():
        assert fact.text.text
        assert fact.english
        assert fact.reference
        assert fact.confidence in {"H", "M"}


@pytest.mark.parametrize(
    ("language", "stated", "told"),
    [
        (
            "fr",
            [
                "Tu risques 7 ans de prison.",
                "C’est 100 000 euros d’amende.",
                "Puni de deux ans.",
                "Jusqu’à 45 000 €.",
                "Un élève sur dix en parle.",
            ],
            ["Sacha vend sa console, 120 €.", "Louna a quatorze ans.", "Il m’a demandé si j’allais en prison.", "J’ai treize ans."],
        ),
        (
            "en",
            [
                "You face 7 years in prison.",
                "A fine of 100,000 euros.",
                "Punished with two years.",
                "Up to €45,000.",
                "One in ten pupils says so.",
            ],
            [
                "He sells it for €120.",
                "Louna is fourteen.",
                "He asked whether I was going to prison.",
                "Comets take years.",
                "That is fine.",
            ],
        ),
    ],
)
def test_figures_of_the_law_are_claims(language: str, stated: list[str], told: list[str]) -> None:
    """Years, prison, fines, sums of thousands and shares of people rest on a fact; ages, prices and talk do not."""
    assert [words for words in stated if not claims(language).search(words)] == []
    assert [words for words in told if claims(language).search(words)] == []


def test_the_interface_rests_on_known_facts() -> None:
    """Screens, terminal, help lines and the teacher's pack."""
    facts = load_story().facts
    assert {fact for cited in interface_facts().values() for fact in cited} <= facts.keys()


def test_nothing_fails_because_nobody_has_verified_yet() -> None:
    """An empty `verified_by` is honest; only a release asks for more."""
    assert "SV136" not in {fault.code for fault in check(content_root(), TODAY)}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_release_asks_for_more(path: Path) -> None:
    """Each file is well without, wrong in one way with `--release`; its page shows what is said."""
    assert check(path, TODAY) == []
    (fault,) = check(path, TODAY, release=True)
    assert f"# expect: {fault.code} {fault.line}:{fault.column}" == path.read_text(encoding="utf-8").splitlines()[0]
    page = (ROOT / fault.rule.page).read_text(encoding="utf-8")
    assert page.startswith(f"# {fault.code} {fault.rule.name}\n")
    assert render_one(fault) in page
    result = CliRunner().invoke(commands(own_words("en")), ["check", str(path), "--release"])
    assert result.exit_code == 1
    assert fault.code in result.output


def test_every_rule_of_a_release_has_its_file() -> None:
    """By code."""
    asked = {path.read_text(encoding="utf-8").split()[2] for path in FOLDER.glob("*.yaml")}
    assert {rule.code for rule in RELEASE_RULES} == asked


def test_every_country_can_be_helped_in_danger() -> None:
    """Each has a line for danger, one that answers otherwise, and a way to reach both."""
    for country, lines in load_help().countries.items():
        assert any(line.urgent and (line.number or line.name) for line in lines), country
        assert not lines[0].urgent, country
        assert all(line.number or line.host or line.urgent for line in lines), country
