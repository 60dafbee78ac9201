"""`teacher --out DIR`: the files it writes, and what it says where it cannot."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from game.cli import commands, own_words

FEATURES = Path(__file__).parent / "content" / "features"


def test_it_writes_a_page_and_a_pdf(tmp_path: Path) -> None:
    """In a folder that it makes, even one with a space and an accent, and names each file."""
    out = tmp_path / "à imprimer"
    result = CliRunner().invoke(commands(own_words("en")), ["teacher", "--out", str(out), "--lang", "fr"])
    assert result.exit_code == 0, result.output
    written = sorted(path.name for path in out.iterdir())
    assert written == ["dossier-adulte-fr.html", "dossier-adulte-fr.pdf"]
    assert all(name in result.output for name in written)


def test_an_episode_without_a_pack_says_what_it_needs(tmp_path: Path) -> None:
    """And writes nothing."""
    result = CliRunner().invoke(commands(own_words("en")), ["teacher", str(FEATURES), "--out", str(tmp_path / "out")])
    assert result.exit_code == 1
    assert "`teaching`" in result.output
    assert not any((tmp_path / "out").glob("*"))


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "out").write_text("", encoding="utf-8")
    result = CliRunner().invoke(commands(own_words("en")), ["teacher", "--out", str(tmp_path / "out" / "below"), "--lang", "en"])
    assert result.exit_code == 1
    assert "--out" in result.output
