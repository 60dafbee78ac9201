"""Nothing is said twice or hidden: people and their faces, the word about trust, points, the signs of the ways out, the plain hand."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.content import boxes
from game.content.root import content_root
from game.core.commands import Advance
from game.core.moment import LineNow
from game.view.art import Art
from game.view.canvas import Canvas
from game.view.geometry import Box
from game.view.lettering import Lettering
from game.view.screens.antenna import AntennaScreen
from game.view.screens.story import SHOWN_FOR, StoryScreen
from game.view.theme import HAND, READ, THEMES
from game.view.ui import Attention, Ui
from game.view.widgets import play, scene
from tests.game.plays import THINGS
from tests.game.view.stage import Stage, stage, words

SIZE = (640, 360)


def canvas(*, plain: bool = False) -> Canvas:
    """A canvas of its own, with the pictures and fonts that ship."""
    root = content_root()
    letters = Lettering(root / "assets" / "fonts", SIZE[0] / 1920)
    return Canvas(pygame.Surface(SIZE), THEMES["paper"], Art(root / "assets" / "baked"), letters, plain_hand=plain)


def test_nobody_is_seen_beside_their_own_face(tmp_path: Path) -> None:
    """Whoever speaks with a large face is not drawn a second time, wherever they stand; without the face they stand there."""
    s = stage(tmp_path, size=SIZE)
    s.begin()
    s.play_until("talk", talk="sc-arrivee", line=True)
    assert s.run.sitting is not None
    now = s.run.sitting.moment
    assert now.place is not None
    assert now.line is not None
    assert [person.id for person in now.place.people] == [now.line.who]

    here, line = now.place, now.line

    def drawn(x: float, *, people: bool, face: bool) -> bytes:
        ui = Ui(canvas(), words("fr"), Attention())
        who = here.people[0]
        there = here.model_copy(update={"people": (who.model_copy(update={"at": (x, *who.at[1:])}),)})
        scene.place(ui, there, people=people, line=line, face=face)
        return pygame.image.tobytes(ui.canvas.surface, "RGB")

    for x in (700.0, 1600.0):
        empty = drawn(x, people=False, face=False)
        assert drawn(x, people=True, face=True) == empty
        assert drawn(x, people=True, face=False) != empty


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_trust_is_said_in_words_and_explained(tmp_path: Path, lang: str) -> None:
    """The antenna on the bar says what it is about, and a press leads to what its three signs mean; Esc leads back."""
    s = stage(tmp_path, size=SIZE, lang=lang)
    s.begin()
    s.play_until("place", line=False)
    told = words(lang)
    assert s.hands.target("bar/antenna").label == told("play.signal", signal=told("play.catch"))
    for by in ("mouse", "keyboard"):
        s.hands.press("bar/antenna", by=by)
        assert isinstance(s.window.top, AntennaScreen)
        s.hands.key("escape")
        assert s.window.top.name == "story"


def test_a_line_is_set_as_points_where_its_sentences_match_its_signs() -> None:
    """One sign a sentence, a number with its dots left whole; else it stays a paragraph, as does a line without signs."""
    line = LineNow(id="a", kind="narration", who="narration", points=("phone", "lock"))
    assert play.points_of(line, "Le 3018 répond. Rien ne part !") == ["Le 3018 répond.", "Rien ne part !"]
    assert play.points_of(line, "Le 3018 répond.") == []
    assert play.points_of(line.model_copy(update={"points": ()}), "Le 3018 répond. Rien ne part.") == []
    assert play.points_of(None, "") == []


def in_the_yard(s: Stage) -> None:
    """Play on to a place with several ways out."""
    s.begin()
    s.play_until("talk", talk="d-telephone-tendu")
    s.play_until("place", line=False)


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("text", [100, 133, 200])
def test_no_sign_of_a_way_out_lies_over_another(tmp_path: Path, lang: str, text: int) -> None:
    """However large the words are."""
    s = stage(tmp_path, size=SIZE, lang=lang, text=text)
    in_the_yard(s)
    assert s.run.sitting is not None
    assert s.run.sitting.moment.place is not None
    ways = {way.id for way in s.run.sitting.moment.place.exits}
    boxes = [target.box for target in s.window.targets if target.id in ways]
    assert len(boxes) == len(ways) > 2
    for n, a in enumerate(boxes):
        for b in boxes[:n]:
            assert a.x >= b.right or b.x >= a.right or a.y >= b.bottom or b.y >= a.bottom


def test_each_figure_of_a_log_shows_the_focus(tmp_path: Path) -> None:
    """Tab comes to every line and figure, and one sees where it is."""
    s = stage(tmp_path, size=SIZE)
    s.begin()
    s.play_until("log")
    for _ in range(len(s.window.targets)):
        s.hands.key("tab")
        seen = pygame.image.tobytes(s.surface, "RGB")
        s.window.attention.by_keyboard = False
        s.window.draw()
        assert pygame.image.tobytes(s.surface, "RGB") != seen, s.window.attention.focus
        s.window.attention.by_keyboard = True


def test_asides_can_be_set_in_plain_letters(tmp_path: Path) -> None:
    """The setting changes the hand and nothing else; it is offered with the others."""
    by_hand, plain = canvas(), canvas(plain=True)
    for name in ("hand", "hand-big"):
        assert by_hand.style(name).file == HAND
        assert plain.style(name).file == READ
        assert plain.style(name).size >= 30
    assert plain.style("h2") == by_hand.style("h2")
    s = stage(tmp_path, size=SIZE)
    s.hands.press("title/settings", by="keyboard")
    s.hands.press("plain_hand/True", by="keyboard")
    s.hands.press("motion/reduced", by="keyboard")
    assert s.run.loaded.settings.plain_hand
    assert s.run.loaded.settings.motion == "reduced"


def test_the_next_line_is_still_reached_by_enter(tmp_path: Path) -> None:
    """The word about trust never takes the focus from what goes on."""
    s = stage(tmp_path, size=SIZE)
    s.begin()
    s.play_until("talk", talk="sc-arrivee", line=True)
    assert s.run.sitting is not None
    assert s.run.sitting.moment.allows(Advance())
    before = s.run.sitting.moment.line
    s.hands.see()
    s.hands.key("enter")
    assert s.run.sitting.moment.line != before


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_button_of_the_note_says_that_it_leads_on(tmp_path: Path, lang: str) -> None:
    """In large text what one may say has a page of its own; before the first place nobody has asked anything to answer."""
    s = stage(tmp_path, size=SIZE, lang=lang, text=200)
    s.begin()
    assert s.hands.target("talk/turn").label == words(lang)("play.more")


def test_a_story_that_weighs_no_trust_shows_no_antenna(tmp_path: Path) -> None:
    """The bar is without it in every place."""
    s = stage(tmp_path, size=SIZE, episode=THINGS)
    s.begin("m")
    assert s.run.sitting is not None
    s.run.sitting.do(Advance())
    s.hands.see()
    assert s.run.sitting.moment.place is not None
    assert "bar/menu" in {target.id for target in s.window.targets}
    assert "bar/antenna" not in {target.id for target in s.window.targets}


def test_what_slides_in_takes_the_first_place_where_nothing_is(tmp_path: Path) -> None:
    """Never on a sheet, on words or on something to press; nowhere where all is taken."""
    s = stage(tmp_path)
    ui = Ui(s.window._canvas, s.window._words, s.window.attention)
    ui.canvas.taken.clear()
    taken, free = Box(100, 100, 300, 100), Box(100, 320, 300, 100)
    ui.canvas.sheet(taken)
    assert ui.free([taken.moved(20, 0), free]) == free
    ui.target("press", free.inset(40), "", None)
    assert ui.free([taken, free]) is None
    assert ui.free([Box(100, ui.bottom - 50, 300, 100)]) is None


def test_what_was_noted_waits_while_it_would_cover_words(tmp_path: Path) -> None:
    """Over a log in the largest text nothing is free: the note is shown afterwards, as long as ever."""
    s = stage(tmp_path, text=200)
    s.begin("s")
    s.play_until("log")
    story = s.window.top
    assert isinstance(story, StoryScreen)
    assert s.run.sitting is not None
    story._found = [s.run.sitting.moment.notebook[0].id]
    s.window.draw()
    story.tick(100.0)
    assert story._found
    s.play_until("place", line=False)
    assert not story._wait
    story.tick(100.0 + SHOWN_FOR / 2)
    assert story._found
    story.tick(100.0 + SHOWN_FOR + 1)
    assert not story._found


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_three_stamps_of_a_clue_stand_on_one_row_of_the_sheet(lang: str, tmp_path: Path) -> None:
    """With their keys beneath, over the sheet's edge."""
    s = stage(tmp_path, lang=lang)
    s.begin("s")
    s.play_until("log")
    s.hands.press("bar/notebook")
    stamps = [target.box for target in s.window.targets if target.id.startswith("stamp/")]
    assert len(stamps) == 3
    assert len({box.y for box in stamps}) == 1
    assert max(box.bottom for box in stamps) + 10 + 46 <= boxes.notebook_page(1.0)[1]
    assert max(box.right for box in stamps) <= 1264 + boxes.DETAIL_W
