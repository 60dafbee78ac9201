"""What the game asks for is found in its stories and in its code, and nothing else is."""

from assets.asked import by_code, by_story, figure, strings
from game.content.loader import load_story


def test_a_figure_is_asked_for_where_it_can_be_seen() -> None:
    """A presence asks for its pose; a line asks for a standing pose of who stands somewhere, never for one of who sits."""
    asked = by_story(load_story())
    assert figure("timothee", "sitting") <= asked  # he waits on the bench
    assert figure("come", "arms-crossed") <= asked  # he stands about, and a line has him cross his arms
    assert figure("rahmani", "standing", left=True) <= asked
    assert not figure("rahmani", "sitting") & asked  # lines name it; she is never seen sit down
    assert "figure/timothee/standing" not in asked  # nobody gets up for a line


def test_who_speaks_has_every_face() -> None:
    """Eight heads each, whichever the lines of today use, and no head of who never speaks."""
    asked = by_story(load_story())
    assert {"bust/louna/body", "bust/louna/angry", "bust/louna/angry/talk2"} <= asked
    assert {name.split("/")[1] for name in asked if name.startswith("bust/")} <= load_story().cast.keys()


def test_code_names_pictures_by_id_by_front_and_by_end() -> None:
    """A whole id, an icon's word, a front part, an end put behind what is asked for; a word within a sentence names nothing."""
    lines = ('c.picture("ui/cork")', 'c.icon("bell", 4)', 'c.picture(f"title/{layer}")', 'drawn = chart + "-plain"', 'say("an anvil")')
    code = frozenset(strings("\n".join(lines)))
    names = {"ui/cork", "ui/brocade", "icon/bell/48", "icon/anvil/48", "title/back", "map/school", "map/school-plain", "map/other-plain"}
    assert by_code(names, code, {"map/school"}) == {"ui/cork", "icon/bell/48", "title/back", "map/school-plain"}
