"""The training keys stay with their folder, so that a report waiting in an outbox still finds its service."""

import stat
from pathlib import Path

import pytest

from reporting.service.inside.training_keys import FILE, training_keys
from tests.reporting.service.people import NOON


def test_the_keys_stay_with_their_folder(tmp_path: Path) -> None:
    """The same at the next start, others in another folder."""
    first = training_keys(tmp_path / "é a")
    assert training_keys(tmp_path / "é a") == first
    assert training_keys(tmp_path / "b") != first
    assert [path.name for path in (tmp_path / "b").iterdir()] == [FILE]


@pytest.mark.parametrize("left", ["", "{", "[]", '{"signing_seed": "00"}', '{"signing_seed": "00", "inside_secret": "00"}'])
def test_half_a_file_is_made_again(tmp_path: Path, left: str) -> None:
    """A kill or a full disk left something else: exercises go on with new keys."""
    (tmp_path / FILE).write_text(left)
    keys = training_keys(tmp_path)
    assert training_keys(tmp_path) == keys


@pytest.mark.posix_only
def test_only_this_user_reads_them(tmp_path: Path) -> None:
    """And nothing shows them by accident."""
    keys = training_keys(tmp_path)
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
    assert keys.inside_secret.hex() not in repr(keys)


def test_the_statement_says_that_it_is_an_exercise(tmp_path: Path) -> None:
    """Nobody can take it for a hotline."""
    said = training_keys(tmp_path).statement(NOON).statement
    assert "Exercice" in said.name
    assert "Exercice" in said.legal_basis
