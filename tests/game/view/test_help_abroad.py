"""Help of another country: one button on the help screen, kept in the settings, closed where the school has chosen."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from tests.game.view.stage import stage


def test_the_button_turns_to_the_next_country(tmp_path: Path) -> None:
    """France, Belgium … and round to France again; the setting is kept on the way."""
    s = stage(tmp_path)
    s.hands.key("f1")
    for country in ("BE", "CH", "LU", "GB", "EU", "FR"):
        s.hands.press("help/country")
        assert s.window.top.name == "help"
        assert s.run.loaded.settings.country == country
        assert json.loads(s.run.paths.settings.read_text(encoding="utf-8"))["country"] == country


def test_a_country_that_the_school_chose_stays(tmp_path: Path) -> None:
    """No button, and the lines of that country."""
    s = stage(tmp_path)
    s.run.loaded = replace(s.run.loaded.changed(country="CH"), locked=frozenset({"country"}))
    s.hands.key("f1")
    assert "help/country" not in {target.id for target in s.window.targets}
