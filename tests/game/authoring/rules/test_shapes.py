"""Shapes over one another: what is surely out of reach is said, and what only touches or comes and goes is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring.check import check

PLACE = """
places:
  cour:
    name: "La cour"
    looks: {{day: {{layers: []}}}}
    hotspots:
      gull: {{name: "La mouette", shape: {{{one}}}, look: [], again: []}}
      wall: {{name: "Le mur", shape: {{{other}}}, look: [], again: []{when}}}
"""
BOX, SMALL, BESIDE = "box: [100, 100, 200, 200]", "box: [150, 150, 50, 50]", "box: [300, 100, 90, 90]"
DIAMOND = "polygon: [[200, 100], [300, 200], [200, 300], [100, 200]]"
BOW = "polygon: [[0, 0], [90, 90], [90, 0], [0, 90]]"
STAR = "polygon: [[100, 100], [200, 150], [300, 100], [250, 200], [300, 300], [200, 250], [100, 300], [150, 200]]"


def codes(folder: Path, one: str, other: str, when: str = "") -> list[str]:
    """What `check` says of these two hotspots."""
    (folder / "a.yaml").write_text(PLACE.format(one=one, other=other, when=when), encoding="utf-8")
    return [fault.code for fault in check(folder / "a.yaml") if fault.code in ("SV161", "SV162")]


@pytest.mark.parametrize(
    ("one", "other"), [(BOX, BOX), (SMALL, BOX), (DIAMOND, BOX), (DIAMOND, DIAMOND), ("box: [180, 180, 40, 40]", DIAMOND)]
)
def test_what_lies_wholly_under_another_is_said(tmp_path: Path, one: str, other: str) -> None:
    """The same box, a smaller one, boxes and polygons alike."""
    assert codes(tmp_path, one, other) == ["SV161"]


@pytest.mark.parametrize(
    ("one", "other"), [(BOX, SMALL), (BOX, BESIDE), (BOX, DIAMOND), (BOX, STAR), ("box: [120, 120, 160, 160]", DIAMOND)]
)
def test_what_can_be_reached_is_not(tmp_path: Path, one: str, other: str) -> None:
    """A smaller one on top, one beside, one that leaves some of it free."""
    assert codes(tmp_path, one, other) == []


def test_what_lies_under_one_that_comes_and_goes_is_not(tmp_path: Path) -> None:
    """It can be reached while the other is not there."""
    assert codes(tmp_path, SMALL, BOX, ", when: {trust_min: 5}") == []


@pytest.mark.parametrize(("shape", "said"), [(BOW, ["SV162"]), (STAR, []), (DIAMOND, [])])
def test_only_sides_that_cross_are_said(tmp_path: Path, shape: str, said: list[str]) -> None:
    """A star that folds inwards is a shape like another."""
    assert codes(tmp_path, BESIDE, shape) == said
