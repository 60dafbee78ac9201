"""The training reader answers every case, even one that nobody can open or answer."""

import json
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from reporting.protocol.sealing import open_reply
from reporting.protocol.status import CaseStatus, StepKind
from reporting.service.inside.training_reader import training_texts
from tests.reporting.service.conftest import Service

ROOT = Path(__file__).parents[4]


def test_a_report_sealed_to_another_key_is_still_answered(service: Service) -> None:
    """What cannot be opened was an exercise all the same."""
    person = service.person()
    assert service.post("/api/reports", person.report().model_copy(update={"sealed": "A" * 64}))[0] == 201
    case = CaseStatus.model_validate_json(service.post("/api/status", person.proof())[1])
    assert open_reply(case.replies[0].sealed, person.keys).language == "fr"


@pytest.mark.parametrize("key", ["00" * 32, "01" + "00" * 31])
def test_a_key_that_is_none_does_not_stand_in_the_way(service: Service, key: str) -> None:
    """Read without an answer, and the next person is answered."""
    odd, person = service.person(), service.person()
    assert service.post("/api/reports", odd.report().model_copy(update={"reply_key": key}))[0] == 201
    assert service.post("/api/reports", person.report())[0] == 201
    kinds = [
        [step.kind for step in CaseStatus.model_validate_json(service.post("/api/status", who.proof())[1]).steps] for who in (odd, person)
    ]
    assert kinds == [[StepKind.RECEIVED, StepKind.READ], [StepKind.RECEIVED, StepKind.READ, StepKind.ANSWER]]


def test_the_reply_says_plainly_that_nobody_read_it() -> None:
    """In both languages, first sentence first, then where real help is."""
    texts = training_texts()
    assert texts["fr"].splitlines()[0] == "C’est un exercice\u00a0: personne n’a reçu ce signalement."
    assert texts["en"].splitlines()[0] == "This is an exercise: nobody has received this report."
    assert all("3018" in text for text in texts.values())


def test_the_reply_names_the_facts_it_states() -> None:
    """Help lines and hours are checked by people; each stated fact is one of the list they check."""
    kept = json.loads(files("reporting.service.inside").joinpath("training_reply.json").read_text("utf-8"))
    known = yaml.safe_load((ROOT / "story" / "facts.yaml").read_text("utf-8"))["facts"]
    assert set(kept["fact"]) <= set(known)
