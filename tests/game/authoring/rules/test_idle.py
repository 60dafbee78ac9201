"""What does nothing is only called so where that is sure."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring.check import check
from game.authoring.rules import idle

TALK = """
decisions: {{d-aide: {{options: {{a: {{}}, b: {{}}}}}}}}
talks:
  louna:
    summary: "Louna demande quoi faire."
    start: a
    nodes:
      a: {{choices: [{{id: d-aide.a, text: "Oui.", to: b}}, {{id: d-aide.b, text: "Non.", to: {other}}}]}}
      b: {{lines: [{{id: l-1, who: louna, text: "Bon."}}, {{id: l-2, who: louna, when: {when}, text: "Merci."}}], to: end}}
"""


def found(tmp_path: Path, text: str) -> set[str]:
    """The codes of this module's rules that a text earns."""
    (tmp_path / "one.yaml").write_text(text, "utf-8")
    return {fault.code for fault in check(tmp_path / "one.yaml")} & {rule.code for rule in idle.RULES}


def test_where_both_answers_lead_both_may_be_asked(tmp_path: Path) -> None:
    """One way round is enough for an answer to be possible."""
    asked = "{chose: {d-aide: b}}"
    assert found(tmp_path, TALK.format(other="end", when=asked)) == {"SV151"}
    assert found(tmp_path, TALK.format(other="b", when=asked)) == set()
    assert found(tmp_path, TALK.format(other="end", when="{chose: {d-aide: a}}")) == set()
    assert found(tmp_path, TALK.format(other="end", when="{any: [{chose: {d-aide: b}}, {mode: class}]}")) == set()


@pytest.mark.parametrize(
    ("when", "code"),
    [
        ("{path: smf}", "SV154"),
        ("{clues: 0}", "SV154"),
        ("{trust_min: 0}", "SV154"),
        ("{path: sm}", None),
        ("{trust_min: 1}", None),
        ("[]", None),
        ("{any: [{mode: home}, {trust_max: -1}]}", "SV153"),
        ("{any: [{mode: home}, {trust_max: 0}]}", None),
    ],
)
def test_a_condition_that_cannot_fail_or_hold(tmp_path: Path, when: str, code: str | None) -> None:
    """Only what its own words or the edges of trust settle; a list that asks nothing says so openly."""
    assert found(tmp_path, TALK.format(other="end", when=when)) == ({code} if code else set())
