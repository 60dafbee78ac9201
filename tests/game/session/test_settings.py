"""Settings: read once, never in the way of the game."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.session.paths import Paths
from game.session.settings import PinnedOperator, Settings, WrongSettingsError, checked, keep_settings, load_settings, names_of, plain


def test_no_file_is_the_defaults(tmp_path: Path) -> None:
    """A first start says nothing and writes nothing."""
    loaded = load_settings(Paths.under(tmp_path))
    assert (loaded.settings, loaded.locked, loaded.notices) == (Settings(), frozenset(), ())
    assert list(tmp_path.iterdir()) == []


def test_a_choice_is_kept(tmp_path: Path) -> None:
    """And read again."""
    paths = Paths.under(tmp_path / "réglages à moi")
    loaded = load_settings(paths).changed(text_size=150, language="en", contrast="high")
    keep_settings(paths, loaded)
    assert load_settings(paths).settings == Settings(text_size=150, language="en", contrast="high")


@pytest.mark.parametrize(
    "wrong", [{"text_size": 90}, {"text_size": 201}, {"country": "fr"}, {"music": -1}, {"language": "de"}, {"unknown": 1}]
)
def test_a_value_out_of_range_is_a_fault_of_the_caller(tmp_path: Path, wrong: dict[str, object]) -> None:
    """The window never offers one."""
    with pytest.raises(WrongSettingsError):
        load_settings(Paths.under(tmp_path)).changed(**wrong)


def test_one_wrong_value_costs_only_itself(tmp_path: Path) -> None:
    """Whoever needs large text keeps it; the original is set aside and it is said."""
    paths = Paths.under(tmp_path)
    paths.settings.write_text('{"text_size": 200, "music": "loud", "later": true}', encoding="utf-8")
    loaded = load_settings(paths)
    assert loaded.settings == Settings(text_size=200)
    assert [(notice.word, notice.blanks) for notice in loaded.notices] == [
        ("system.settings-partly", {"file": "settings.json.broken", "names": "later, music"})
    ]
    assert "loud" in (tmp_path / "settings.json.broken").read_text(encoding="utf-8")


def test_every_setting_has_its_rule() -> None:
    """A setting added without one is named here; the defaults keep to the rules."""
    assert names_of() == tuple(field.name for field in fields(Settings))
    assert checked(plain(Settings())) == Settings()


def test_a_pinned_operator_is_kept_and_read_again(tmp_path: Path) -> None:
    """Its key shows in no log, and half an operator is none."""
    paths = Paths.under(tmp_path)
    operator = PinnedOperator("https://ligne.example", "ab" * 32, tmp_path / "autorité.pem")
    loaded = load_settings(paths).changed(operator=operator)
    keep_settings(paths, loaded)
    assert load_settings(paths).settings.operator == operator
    assert "abab" not in repr(operator)
    for wrong in ({"url": "https://ligne.example"}, {"url": "ftp://x", "key": "ab" * 32}, {"url": "https://x", "key": "AB" * 32}):
        with pytest.raises(WrongSettingsError, match="operator"):
            load_settings(paths).changed(operator=wrong)


@pytest.mark.parametrize("broken", [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"text_size": 1', b"[" * 100_000, b" " * 300_000])
def test_a_broken_file_is_the_defaults_and_is_kept_aside(tmp_path: Path, broken: bytes) -> None:
    """Never an error, never a loss."""
    paths = Paths.under(tmp_path)
    paths.settings.write_bytes(broken)
    loaded = load_settings(paths)
    assert loaded.settings == Settings()
    assert [notice.word for notice in loaded.notices] == ["system.settings-broken"]
    assert (tmp_path / "settings.json.broken").read_bytes() == broken
    assert load_settings(paths).notices == ()


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    """Some editors write one."""
    paths = Paths.under(tmp_path)
    paths.settings.write_bytes(b'\xef\xbb\xbf{"music": 5}')
    assert load_settings(paths).settings.music == 5


def test_the_school_locks_class_mode(tmp_path: Path) -> None:
    """What the managed file names cannot be changed, and is never written to the person's own file."""
    paths = Paths.under(tmp_path)
    paths.managed.write_text('{"class_mode": true, "language": "en"}', encoding="utf-8")
    loaded = load_settings(paths).changed(class_mode=False, language="fr", music=10)
    assert (loaded.settings.class_mode, loaded.settings.language, loaded.settings.music) == (True, "en", 10)
    assert loaded.locked == {"class_mode", "language"}
    keep_settings(paths, loaded)
    assert json.loads(paths.settings.read_text(encoding="utf-8"))["class_mode"] is False
    paths.managed.unlink()
    assert load_settings(paths).settings == Settings(music=10)


@pytest.mark.parametrize("broken", ['{"class_mode": "perhaps"}', "{", '{"class_mod": false}'])
def test_a_managed_file_that_cannot_be_read_locks_class_mode(tmp_path: Path, broken: str) -> None:
    """The careful reading: the school wanted something."""
    paths = Paths.under(tmp_path)
    paths.managed.write_text(broken, encoding="utf-8")
    loaded = load_settings(paths)
    assert loaded.settings.class_mode
    assert "class_mode" in loaded.locked
    assert [notice.word for notice in loaded.notices] == ["system.managed-broken"]
    assert paths.managed.exists()


def test_class_on_the_command_line_locks_it_for_this_run(tmp_path: Path) -> None:
    """`play --class`; nothing of it is written."""
    loaded = load_settings(Paths.under(tmp_path)).in_class().changed(class_mode=False)
    assert loaded.settings.class_mode
    assert not loaded.own.class_mode


def test_a_class_begins_without_sound(tmp_path: Path) -> None:
    """Whoever sat here before may have turned it on: each sitting of a class begins silent, and it can be turned on again."""
    paths = Paths.under(tmp_path)
    assert load_settings(paths).settings.audible
    loud = load_settings(paths).changed(sound="on")
    assert not loud.in_class().settings.audible
    assert loud.in_class().changed(text_size=120).settings.audible is False
    assert loud.in_class().changed(sound="on").settings.audible
    keep_settings(paths, loud)
    paths.managed.write_text('{"class_mode": true}', encoding="utf-8")
    assert not load_settings(paths).settings.audible
    paths.managed.write_text('{"class_mode": true, "sound": "on"}', encoding="utf-8")
    assert load_settings(paths).settings.audible
    paths.managed.write_text('{"sound": "off"}', encoding="utf-8")
    assert not load_settings(paths).changed(sound="on").settings.audible


@given(
    st.dictionaries(
        st.sampled_from([*names_of(), "other"]),
        st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.lists(st.integers(), max_size=2),
    )
)
def test_any_file_is_read(values: dict[str, object]) -> None:
    """Whatever stands in it, there are settings, and they hold."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        paths = Paths.under(Path(folder))
        paths.settings.write_text(json.dumps(values), encoding="utf-8")
        loaded = load_settings(paths)
        assert checked(plain(loaded.settings)) == loaded.settings


def test_the_example_for_schools_locks_class_mode(tmp_path: Path) -> None:
    """What docs/installing.md gives to copy works as it stands, and a pupil cannot take it back."""
    page = (Path(__file__).parents[3] / "docs" / "installing.md").read_text(encoding="utf-8")
    example = re.search(r"```json\n(.*?)```", page, re.DOTALL)
    assert example is not None
    paths = Paths.under(tmp_path)
    paths.managed.write_text(example[1], encoding="utf-8")
    loaded = load_settings(paths)
    assert loaded.notices == ()
    assert loaded.settings.class_mode
    assert loaded.changed(class_mode=False).settings.class_mode
    assert not loaded.settings.audible
