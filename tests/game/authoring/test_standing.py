"""Files as they can be opened from where the author stands."""

from pathlib import Path

import pytest

from game.authoring.check import check
from game.authoring.standing import seen_from

EPISODE = {
    "story/episode.yaml": "episode: {id: attic, title: 'Grenier', start: quai}\n",
    "story/clues.yaml": "clues: {noeud: {title: 'Un', card: 'Un.', alt: 'Un.'}}\n",
    "story/more.yaml": "clues: {noeud: {title: 'Un', card: 'Un.', alt: 'Un.'}}\n",
    "scenes/quai.yaml": (
        "places:\n  quai:\n    name: 'Le quai'\n    looks: {day: {layers: []}}\n    hotspots:\n"
        "      corde: {name: 'C', shape: {box: [0, 0, 9, 9]}, look: [], again: [], gives: noeux}\n"
    ),
}


@pytest.fixture
def attic(tmp_path: Path) -> Path:
    """An episode in a folder with a space and an accent."""
    root = tmp_path / "mon épisode"
    for name, text in EPISODE.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def test_a_file_can_be_opened_from_here(attic: Path) -> None:
    """The place of a fault, the first of two and the guess, all from the folder above."""
    faults = seen_from(attic.parent, attic, check(attic))
    assert all((attic.parent / fault.file).is_file() for fault in faults if fault.code in {"SV010", "SV012"})
    twice = next(fault for fault in faults if fault.code == "SV010")
    assert (twice.file, twice.values["first"]) == ("mon épisode/story/more.yaml", "mon épisode/story/clues.yaml:1")
    unknown = next(fault for fault in faults if fault.code == "SV012")
    assert unknown.hint == "did you mean “noeud” (mon épisode/story/clues.yaml:1)?"


def test_a_file_beside_is_found_too(attic: Path) -> None:
    """From a folder next to it, and from inside the episode."""
    faults = check(attic)
    beside = attic.parent / "elsewhere"
    assert {fault.file for fault in seen_from(beside, attic, faults)} >= {"../mon épisode/scenes/quai.yaml"}
    assert {fault.file for fault in seen_from(attic, attic, faults)} >= {"scenes/quai.yaml"}


def test_a_file_alone_is_named_as_it_was_typed(attic: Path) -> None:
    """One file of the folder, from the folder above."""
    file = attic / "scenes" / "quai.yaml"
    assert {fault.file for fault in seen_from(attic.parent, file, check(file))} == {"mon épisode/scenes/quai.yaml"}
