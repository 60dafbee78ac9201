"""What every screen owes whoever plays by the keyboard, or with large words: the same for all of them."""

from __future__ import annotations

from tests.game.view.stage import Stage


def assert_all_in_reach(s: Stage, text: int) -> None:
    """Tab comes to each target, each is at least 64 px high or wide and named, none hides under the strip, and help and exit are there.

    text: the size of the words, in per cent.
    """
    targets = {t.id: t for t in s.window.targets if t.enabled}
    seen = set()
    for _ in range(len(targets) + 1):
        s.hands.key("tab")
        seen.add(s.window.attention.focus)
    assert seen == set(targets)
    assert {"strip/help", "strip/exit"} <= set(targets)
    strip = 1080 - (76 if text <= 105 else 120)
    for target in targets.values():
        if not target.box.w or not target.box.h:  # turned out of view: Tab brought it there, above
            assert any(name.endswith("/down") for name in targets), target.id
            continue
        assert max(target.box.w, target.box.h) >= 64, target.id
        assert target.label.strip(), target.id
        if not target.id.startswith("strip/") and target.shape is None:
            assert target.box.bottom <= strip + 4, f"{target.id} ends at {target.box.bottom}"
            assert target.box.right <= 1921, target.id
