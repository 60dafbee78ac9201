"""The desk by keyboard, mouse, finger and dropped file: real pygame events through the real window."""

from __future__ import annotations

import random

import pygame
import pytest

from game.view.screens.desk_files import Browser
from reporting.client.commands import AddPicture, Do, LeaveFor, Opened, Pick, Write
from reporting.client.effects import OpenSite
from tests.game.view.screens.desk_stage import Desk, desk_window
from tests.game.view.screens.desk_visits import (
    CONTEXT,
    VISITS,
    Visit,
    at_links,
    at_lookup,
    at_picture,
    at_receipt,
    at_review,
    known,
    opened,
)


def _fields(desk: Desk) -> dict[str, str]:
    """What the text fields hold now, by name."""
    return {name: line.get_text() for name, line in desk.window._fields._lines.items()}


# ---- where one comes in, and out ------------------------------------------


def test_enter_on_leaving_goes_back_to_the_story() -> None:
    """The first screen's own answer is the story; one press is enough."""
    desk = desk_window(Visit())
    desk.hands.key("enter")
    assert desk.behind.closed
    assert not desk.window.running, "the screen did what it was told to do once the desk is over"


def test_escape_on_leaving_goes_back_to_the_story() -> None:
    """Esc closes: here that is the desk itself."""
    desk = desk_window(Visit())
    desk.hands.key("escape")
    assert desk.behind.closed


def test_nothing_is_preselected_at_the_two_doors() -> None:
    """Enter takes no door; 1 and 2 do; Tab comes to the real one first."""
    desk = desk_window(VISITS["doors"]("fr"))
    desk.hands.key("enter")
    assert desk.behind.moment.screen == "real_or_try"
    desk.hands.key("tab")
    assert desk.window.attention.focus == "real_or_try/for_real"
    desk.key(pygame.K_2, "2")
    assert desk.behind.asked == [Do("try")]
    assert desk.behind.moment.badge == "training"


def test_one_opens_the_real_door() -> None:
    """Never the exercise: without an operator the real services, with one the identity check."""
    desk = desk_window(Visit(pinned=False).press("continue"))
    desk.key(pygame.K_1, "1")
    assert desk.behind.moment.screen == "not_connected"


@pytest.mark.parametrize("door", ["for_real", "try"])
def test_a_door_opens_by_finger(door: str) -> None:
    """Touch: a finger down and up in the same place."""
    desk = desk_window(VISITS["doors"]("fr"))
    desk.hands.press(f"real_or_try/{door}", by="finger")
    assert desk.behind.asked == [Do(door)]  # type: ignore[arg-type]  # one of the two


def test_numbers_choose_who_one_is() -> None:
    """1, 2 and 3, as the cards show."""
    desk, said = desk_window(opened("training")), list[str | None]()
    for key, sign in ((pygame.K_3, "3"), (pygame.K_1, "1"), (pygame.K_2, "2")):
        desk.key(key, sign)
        said.append(desk.behind.visit.state.draft.who)
    assert said == ["witness", "shown", "with_them"]


@pytest.mark.parametrize("name", ["who-chosen", "picture", "links", "review", "receipt", "lookup", "routes", "not-connected", "error"])
def test_escape_goes_one_step_back(name: str) -> None:
    """From each step to the one before; nothing chosen or typed is lost, and the menu does not open."""
    desk = desk_window(VISITS[name]("fr"))
    before = desk.behind.visit.state
    desk.hands.key("escape")
    after = desk.behind.visit.state
    assert after.screen != before.screen
    assert after.draft == before.draft
    assert desk.window.top is desk.screen


def test_escape_answers_a_question_with_no() -> None:
    """« Rester ici » and « Le laisser » are what Esc says; Enter too, for they have the focus."""
    for name in ("not-connected-asking", "follow-withdraw"):
        for key in ("escape", "enter"):
            desk = desk_window(VISITS[name]("fr"))
            desk.hands.key(key)
            assert desk.behind.asked == [Do("stay")], (name, key)


def test_a_site_opens_only_after_the_question() -> None:
    """First « Ouvrir le site… », then a yes; the address is shown where no browser opened it."""
    desk = desk_window(VISITS["not-connected"]("fr"))
    desk.hands.press("not_connected/open/take_it_down", by="mouse")
    assert desk.behind.asked == [LeaveFor("take_it_down")]
    assert not any(isinstance(e, OpenSite) for e in desk.behind.visit.effects)
    desk.hands.press("not_connected/confirm", by="mouse")
    sites = [e.url for e in desk.behind.visit.effects if isinstance(e, OpenSite)]
    assert sites == ["https://takeitdown.ncmec.org/"]
    desk.behind.unopened = sites[0]
    desk.window.draw()


# ---- writing ----------------------------------------------------------------


def test_typing_reaches_the_desk() -> None:
    """Letter by letter, accents too; Tab goes on to the next field; digits are written, not taken as answers."""
    visit = known("training", who="witness").press("continue")
    desk = desk_window(visit)
    assert desk.window.attention.focus == "links/link/0"
    desk.type("ex1.org/p/2")
    assert visit.state.draft.links == ("ex1.org/p/2",)
    desk.hands.press("links/account", by="mouse")
    desk.type("@zoé_7")
    assert visit.state.draft.account == "@zoé_7"


def _drawn(desk: Desk, name: str) -> bytes:
    """The pixels of one field, with the keyboard elsewhere so that no cursor blinks in it."""
    desk.window._fields.focus(None)
    desk.hands.see()
    desk.window._fields.draw(desk.surface, 0.0)
    return pygame.image.tobytes(desk.surface.subsurface(desk.window._fields._lines[name].rect), "RGB")


@pytest.mark.parametrize("way", ["all", "one by one", "cut", "over"])
def test_a_field_shows_what_will_be_sent_and_nothing_else(way: str) -> None:
    """Emptied by any way and written anew, then made narrower and wider: the pixels are those of a field that only ever held the new text."""
    new, name = "https://lucarne.example/p/1", "links/link/0"
    visit, fresh = at_links("training"), at_links("training")
    desk = desk_window(visit, size=(1280, 720))
    desk.hands.press(name, by="mouse")
    if way == "one by one":
        desk.key(pygame.K_END)
        for _ in range(len(visit.state.draft.links[0])):
            desk.key(pygame.K_BACKSPACE)
    else:
        desk.key(pygame.K_a, mod=pygame.KMOD_CTRL)
        if way != "over":
            desk.key(*((pygame.K_x, "x", pygame.KMOD_CTRL) if way == "cut" else (pygame.K_BACKSPACE,)))
    if way != "over":
        assert visit.state.draft.links[0] == ""
    desk.type(new)
    assert visit.state.draft.links[0] == new
    line = desk.window._fields._lines[name]
    size = line.rect.size
    line.set_dimensions((size[0] - 40, size[1]))  # as a page that starts to turn makes it
    line.set_dimensions(size)
    after = _drawn(desk, name)
    fresh.do(Write("link", new))
    assert after == _drawn(desk_window(fresh, size=(1280, 720)), name)


def test_a_hint_is_no_text() -> None:
    """It is paler than what is typed, goes while one writes, and an emptied field shows it again."""
    name = "links/account"
    empty = known("training", who="witness").press("continue")
    desk = desk_window(empty, size=(1280, 720))
    hinted = _drawn(desk, name)
    desk.hands.press(name, by="mouse")
    desk.type("@a")
    assert _drawn(desk, name) != hinted
    desk.hands.press(name, by="mouse")
    desk.key(pygame.K_END)
    desk.key(pygame.K_BACKSPACE)
    desk.key(pygame.K_BACKSPACE)
    assert empty.state.draft.account == ""
    assert _drawn(desk, name) == hinted


def test_a_text_of_several_lines_keeps_its_enter() -> None:
    """Enter is a new line there, and nothing is pressed; Tab leaves; a name is remarked on softly."""
    visit = known("training", who="witness").press("continue")
    desk = desk_window(visit)
    desk.hands.press("links/context", by="mouse")
    desk.type("un")
    desk.key(pygame.K_RETURN, "\r")
    desk.type("deux")
    assert visit.state.draft.context == "un\ndeux"
    assert desk.window.attention.focus == "links/context"
    desk.hands.key("tab")
    assert desk.window.attention.focus != "links/context"
    assert at_links("training").moment.body.model_dump()["names"], CONTEXT


def test_a_long_text_outlives_odd_keys() -> None:
    """Four hundred keys, clicks and drags by lot in the field of several lines: no crash, and the desk holds what the field shows."""
    visit = known("training", who="witness").press("continue")
    desk = desk_window(visit)
    desk.hands.press("links/context", by="mouse")
    field = next(t for t in desk.window.targets if t.id == "links/context")
    lot = random.Random(7)
    keys = (pygame.K_BACKSPACE, pygame.K_DELETE, pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN, pygame.K_HOME, pygame.K_END)
    for _ in range(400):
        roll = lot.random()
        if roll < 0.55:
            desk.type(lot.choice(["é", "a", " ", "<b>", "&amp;", "…", "mot", "\u202f", "x" * 30]))
        elif roll < 0.65:
            desk.key(pygame.K_RETURN, "\r")
        elif roll < 0.9:
            desk.key(lot.choice(keys), mod=lot.choice([0, 0, pygame.KMOD_SHIFT]))
        else:
            x, y = field.box.x + lot.random() * field.box.w * 0.9, field.box.y + lot.random() * field.box.h * 0.9
            at = desk.window.view.real((x, y))
            pygame.mouse.set_pos(at)
            desk.hands.see(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1))
            desk.hands.see(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=desk.window.view.real((x + 40, y)), button=1))
        assert desk.window.top is desk.screen
    assert len(visit.state.draft.context) > 100
    if "links/context" in _fields(desk):
        assert _fields(desk)["links/context"] == visit.state.draft.context


def test_fields_follow_the_page() -> None:
    """What was typed is still there after the page turned, in large text too, and in the right place."""
    visit = at_links("training")
    desk = desk_window(visit, scale=2.0)
    for _ in range(20):
        desk.hands.key("tab")
        if desk.window.attention.focus == "links/seen":
            break
    assert _fields(desk)["links/seen"] == "lundi 23, vers 18 h"
    line = desk.window._fields._lines["links/seen"]
    target = next(t for t in desk.window.targets if t.id == "links/seen")
    assert line.rect.topleft == desk.window._canvas.view.real((target.box.x, target.box.y))
    desk.type("!")
    assert visit.state.draft.seen == "lundi 23, vers 18 h!"


def test_escape_inside_a_field_goes_back_and_keeps_the_text() -> None:
    """A step back and forward again: every letter is there."""
    desk = desk_window(at_links("training"))
    desk.type("x")
    typed = desk.behind.visit.state.draft
    desk.hands.key("escape")
    desk.hands.press("picture/continue", by="mouse")
    assert desk.behind.visit.state.draft == typed
    assert _fields(desk)["links/link/0"] == typed.links[0]


def test_a_secret_phrase_is_hidden_and_reaches_the_desk() -> None:
    """Where there is no keyring: a field under « Autres choix » that shows dots; the quick exit leaves nothing of it."""
    visit = Visit().press("continue", "try")
    visit.do(Opened(visit.state.visit, "L’exercice", "memory"), Pick("who", "shown"), Pick("age", "adult"), Pick("device", "mine"))
    desk = desk_window(visit)
    desk.hands.press("who/menu", by="keyboard")
    for _ in range(12):
        if desk.window.attention.focus == "who/passphrase":
            break
        desk.hands.key("tab")
    desk.type("phare bleu 7")
    assert visit.state.passphrase is not None
    assert visit.state.passphrase.reveal() == "phare bleu 7"
    line = desk.window._fields._lines["who/passphrase"]
    assert line.is_text_hidden
    assert visit.moment.action("keep_draft") is not None
    for _ in range(3):
        desk.key(pygame.K_LSHIFT)
    assert desk.screen._kept.passphrase == ""


def test_a_receipt_is_typed_word_by_word() -> None:
    """The only word that fits is offered: Enter goes to it, Enter takes it, and the next place has the focus."""
    desk = desk_window(at_lookup())
    desk.hands.press("lookup/word/4", by="mouse")
    desk.hands.key("enter")
    assert desk.window.attention.focus == "lookup/offer/4"
    desk.hands.key("enter")
    assert desk.behind.visit.state.lookup.words[4] == "nuage"
    assert desk.window.attention.focus == "lookup/word/5"


def test_a_whole_receipt_pasted_fills_the_nine_places() -> None:
    """Whichever place it is pasted in."""
    desk = desk_window(Visit().press("continue", "find_case"))
    desk.screen.on(Write("word", "EXERCICE adhésif adjectif adjuger admettre admirer adopter adorer adoucir adresse", 2))
    desk.window.draw()
    assert [v for k, v in sorted(_fields(desk).items())] == [
        "adhésif",
        "adjectif",
        "adjuger",
        "admettre",
        "admirer",
        "adopter",
        "adorer",
        "adoucir",
        "adresse",
    ]
    assert desk.behind.visit.state.lookup.exercise


# ---- the picture ------------------------------------------------------------


def test_a_dropped_file_is_taken_at_its_step() -> None:
    """Its path goes into one command, and is on no screen."""
    desk = desk_window(known("live").press("continue"))
    desk.hands.see(pygame.event.Event(pygame.DROPFILE, file="/photos de Malo/IMG 7.jpg"))
    (asked,) = desk.behind.asked
    assert isinstance(asked, AddPicture)
    assert asked.path.reveal() == "/photos de Malo/IMG 7.jpg"
    assert "Malo" not in desk.behind.moment.model_dump_json()


@pytest.mark.parametrize("name", ["doors", "who", "links", "review", "receipt", "lookup", "follow"])
def test_a_file_dropped_elsewhere_is_politely_left(name: str) -> None:
    """It is not opened, and a sentence says where files go; the next press clears it."""
    desk = desk_window(VISITS[name]("fr"))
    desk.hands.see(pygame.event.Event(pygame.DROPFILE, file="/photos/IMG 7.jpg"))
    assert desk.behind.asked == []
    assert desk.screen._kept.note == "desk.dropped_elsewhere"
    desk.hands.key("escape")
    assert desk.screen._kept.note == ""


def test_a_typed_path_is_taken_and_forgotten() -> None:
    """The field, then its button; nothing of the path stays in the window."""
    desk = desk_window(known("live").press("continue"))
    desk.hands.press("picture/path", by="mouse")
    desk.type("/a b/c.png")
    desk.hands.press("picture/take_path", by="keyboard")
    (asked,) = desk.behind.asked
    assert isinstance(asked, AddPicture)
    assert asked.path.reveal() == "/a b/c.png"
    assert _fields(desk)["picture/path"] == ""


def test_measuring_can_be_stopped() -> None:
    """The button beside the bar."""
    visit = at_picture("live")
    desk = desk_window(visit)
    busy = visit.state.draft.items[-1].id
    desk.hands.press(f"picture/stop/{busy}", by="keyboard")
    assert [item.id for item in visit.state.draft.items] == [1, 2]


def test_browsing_opens_over_the_desk_and_esc_closes_it() -> None:
    """The mark of the mode stays, and Esc comes back to the step."""
    desk = desk_window(known("live").press("continue"))
    desk.hands.press("picture/browse", by="mouse")
    names = [type(screen) for screen in desk.window.stack]
    desk.hands.key("escape")
    assert names[-1] is Browser
    assert [type(screen) for screen in desk.window.stack] == names[:-1]


# ---- review and receipt -----------------------------------------------------


def test_the_box_must_be_ticked_before_sending() -> None:
    """« Envoyer » is held back until then, and says why; ticking is one press of Space."""
    visit = at_review("live")
    desk = desk_window(visit)
    assert not next(t for t in desk.own if t.id == "review/send").enabled
    desk.hands.press("review/authorise", by="keyboard")
    assert next(t for t in desk.own if t.id == "review/send").enabled
    desk.hands.press("review/send", by="mouse")
    assert visit.moment.screen == "receipt"
    assert visit.moment.body.model_dump()["phase"] == "to_note"


def test_the_code_turns_by_wheel_keys_and_buttons() -> None:
    """Three ways through a long text."""
    desk = desk_window(at_review("training").press("show_code"))
    inner = desk.screen._kept.inner
    assert inner.furthest > 0
    desk.hands.see(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=-1, precise_x=0.0, precise_y=-1.0, flipped=False))
    first = inner.offset
    assert first > 0
    desk.key(pygame.K_PAGEDOWN)
    second = inner.offset
    assert second > first
    desk.hands.press("review/code/up", by="mouse")
    assert inner.offset < second


def test_what_is_shown_as_code_is_what_is_sent() -> None:
    """The lines of the screen, put together again, are the very JSON of the body."""
    import json

    from game.view.screens.desk_review import pretty

    visit = at_review("live").press("authorise", "show_code")
    body = visit.moment.body.model_dump()
    assert json.loads("".join(pretty(body["json_text"]))) == json.loads(body["json_text"])
    assert list(json.loads("".join(pretty(body["json_text"])))) == list(json.loads(body["json_text"]))


def test_a_shared_device_is_offered_no_pdf() -> None:
    """The receipt is copied by hand there."""
    desk = desk_window(at_receipt("training", device="shared"))
    assert "receipt/save_pdf" not in desk.ids()
    own = desk_window(at_receipt("training"))
    assert "receipt/save_pdf" in own.ids()


# ---- help and the way out ---------------------------------------------------


@pytest.mark.parametrize("name", VISITS)
def test_help_and_quick_exit_work_on_every_screen(name: str) -> None:
    """F1, then Esc; then Shift three times, inside a field too: the neutral page, and nothing is left behind."""
    desk = desk_window(VISITS[name]("fr"))
    desk.hands.key("f1")
    assert desk.window.top.name == "help"
    desk.hands.key("escape")
    assert desk.window.top is desk.screen
    for _ in range(3):
        desk.key(pygame.K_LSHIFT)
    assert desk.window.top.name == "neutral"
    assert desk.behind.wiped
    assert _fields(desk) == {}
    assert desk.screen._kept.path == ""
    assert not desk.window._canvas.letters._widths, "no text that was drawn is kept"


@pytest.mark.parametrize(
    "name",
    ["who-chosen", "who-witness", "picture", "picture-training", "links", "review", "receipt", "receipt-training", "follow", "error"],
)
def test_the_mark_is_on_every_step(name: str) -> None:
    """Training or live is drawn wherever something is asked; and the way out of an exercise is one press."""
    visit = VISITS[name]("fr")
    assert visit.moment.badge in ("training", "live")
    desk = desk_window(visit)
    if visit.moment.badge == "training" and visit.moment.action("for_real") is not None:
        assert f"{visit.moment.screen}/for_real" in desk.ids()
