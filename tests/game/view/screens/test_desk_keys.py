"""The desk by keyboard, mouse, finger and dropped file: real pygame events through the real window."""

from __future__ import annotations

import random
import re
from dataclasses import replace

import pygame
import pytest

from game.view.geometry import Box
from game.view.screens.desk_files import Browser
from game.view.ui import Target
from reporting.client.commands import AddPicture, Arrived, Do, Failed, LeaveFor, Opened, Pick, Write
from reporting.client.commands import Kept as Sent
from reporting.client.effects import OpenSite
from reporting.client.moment import PictureNow, ReviewNow
from reporting.client.secret import Hidden
from reporting.client.shapes import MAX_ITEMS
from reporting.protocol.receipt import Language, Receipt, word_list
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
    """Emptied by any way and written anew, then made narrower and wider: its pixels are of a field that only held the new text."""
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


def test_space_after_a_word_goes_on_to_the_next_place() -> None:
    """Nine words typed as one writes them on paper, a space between; EXERCICE in front ticks its box and stays in the first place."""
    desk = desk_window(Visit().press("continue", "find_case"))
    desk.hands.press("lookup/word/0", by="mouse")
    typed = ("exercice", *LONG["fr"])
    for n, word in enumerate(typed):
        assert desk.window.attention.focus == f"lookup/word/{max(0, n - 1)}"
        desk.type(f"{word} ")
    lookup = desk.behind.visit.state.lookup
    assert lookup.exercise
    assert lookup.words == LONG["fr"]
    assert list(_fields(desk).values()) == list(LONG["fr"])
    assert desk.window.attention.focus == "lookup/open_case"


def test_only_the_place_being_written_in_has_a_caret() -> None:
    """Nine words typed one after another look, once the focus has gone on, as nine words that were there from the start."""
    typed = desk_window(Visit().press("continue", "find_case"))
    typed.hands.press("lookup/word/0", by="mouse")
    typed.type(" ".join(LONG["fr"]) + " ")
    typed.hands.see()
    assert typed.window.attention.focus == "lookup/open_case"
    places = {name: line.rect.copy() for name, line in typed.window._fields._lines.items()}
    seen = {name: pygame.image.tobytes(typed.surface.subsurface(place), "RGB") for name, place in places.items()}
    whole = Visit().press("continue", "find_case")
    whole.do(Write("word", " ".join(LONG["fr"]), 0))
    there = desk_window(whole)
    there.window.attention.focus = "lookup/open_case"
    there.window.draw()
    assert len(seen) == 9
    for name, place in places.items():
        assert seen[name] == pygame.image.tobytes(there.surface.subsurface(place), "RGB"), name


@pytest.mark.parametrize("between", [" ", "\n", "\r\n", ", "])
def test_a_receipt_in_the_clipboard_fills_all_places(between: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+V in any place, with the line ends that other programs put between words; the way on has the focus."""
    words = ("adhésif", "adjectif", "adjuger", "admettre", "admirer", "adopter", "adorer", "adoucir", "adresse")
    desk = desk_window(Visit().press("continue", "find_case"))
    desk.hands.press("lookup/word/3", by="mouse")
    monkeypatch.setattr("pygame.scrap.get_text", lambda: between.join(("EXERCICE", *words)))  # the dummy driver has no clipboard
    desk.key(pygame.K_v, "v", pygame.KMOD_CTRL)
    assert desk.behind.visit.state.lookup.words == words
    assert desk.behind.visit.state.lookup.exercise
    assert tuple(_fields(desk).values()) == words
    assert desk.window.attention.focus == "lookup/open_case"


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


def test_enter_in_the_path_takes_the_file_at_once() -> None:
    """No way to the button needed; an empty field goes on to what follows."""
    desk = desk_window(known("live").press("continue"))
    desk.hands.press("picture/path", by="mouse")
    desk.type("/a b/c.png")
    desk.hands.key("enter")
    (asked,) = desk.behind.asked
    assert isinstance(asked, AddPicture)
    assert asked.path.reveal() == "/a b/c.png"
    assert _fields(desk)["picture/path"] == ""
    assert desk.window.attention.focus == "picture/path"
    desk.hands.key("enter")
    assert desk.behind.asked == [asked]
    assert desk.window.attention.focus != "picture/path"


def _box(desk: Desk, name: str) -> Box:
    return next(t.box for t in desk.own if t.id == name)


def test_a_new_picture_comes_into_view_and_the_picker_stays() -> None:
    """Six files one after the other: each can be stopped where it appears, and neither that nor the wheel moves the picker."""
    visit = known("live").press("continue")
    desk = desk_window(visit)
    before = _box(desk, "picture/browse")
    for n in range(6):
        desk.hands.see(pygame.event.Event(pygame.DROPFILE, file=f"/photos/{n}.jpg"))
        newest = visit.state.draft.items[-1].id
        assert _box(desk, f"picture/stop/{newest}").h >= 64, n
        assert _box(desk, "picture/browse") == before
    at = desk.screen._kept.scroll.offset
    assert at > 0
    for y in (1, -1):
        desk.hands.see(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=y, precise_x=0.0, precise_y=float(y), flipped=False))
        assert _box(desk, "picture/browse") == before
        assert (desk.screen._kept.scroll.offset < at) is (y == 1)


def test_a_full_list_says_so_and_failures_do_not_count() -> None:
    """Ten pictures are the most: browsing, the example and the field are closed, with a reason; one that failed leaves its place free."""
    visit = known("training").press("continue")
    for n in range(MAX_ITEMS):
        visit.do(AddPicture(Hidden(f"/{n}.jpg")))
    desk = desk_window(visit)
    assert not {"picture/browse", "picture/example"} & {t.id for t in desk.own if t.enabled}
    assert "picture/path" not in desk.ids()
    body = visit.moment.body
    assert isinstance(body, PictureNow)
    assert body.full is not None
    assert desk.window._words(body.full.word, **body.full.params).startswith("10 images")
    visit.do(Failed(visit.state.visit, "measure", "missing", visit.state.draft.items[0].id))
    desk.window.draw()
    assert {"picture/browse", "picture/example", "picture/path"} <= {t.id for t in desk.own if t.enabled}
    for n in range(40):
        visit.do(AddPicture(Hidden(f"/no/{n}.jpg")))
        visit.do(Failed(visit.state.visit, "measure", "missing", visit.state.draft.items[-1].id))
    assert len(visit.state.draft.items) < 2 * MAX_ITEMS
    assert visit.state.draft.taken == MAX_ITEMS - 1


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


def test_before_the_yes_a_piece_of_its_own_says_what_comes_there() -> None:
    """Over the code: the dated agreement as it would leave now, and under it whole JSON with its null; ticked, it is in the JSON itself."""
    import json

    visit = at_review("live").press("show_code")
    desk = desk_window(visit, size=(1920, 1080))
    code, words = desk.screen._kept.code, desk.window._words
    lines = [text for text, _ in code]
    assert lines[0] == words("desk.review.when_ticked.code")
    block = [text for text, role in code if role == "added"]
    assert all(line.startswith(" ") for line in block)
    added = json.loads("{" + "".join(block).rstrip(",") + "}")["authorisation"]
    begins, ends = lines.index(words("desk.review.now")) + 1, lines.index(words("desk.review.inside")) - 1
    whole, roles = lines[begins:ends], {role for _, role in code[begins:ends]}
    assert whole[1] == ' "authorisation": null,'
    assert roles <= {"text", "feeling"}, "no words of ours among the JSON"
    body = visit.moment.body
    assert isinstance(body, ReviewNow)
    # lines too long for the sheet are broken, and go on further in
    unbroken = "".join(re.sub(r"^ {3,5}(?=[^ \"\]}{])", "", line) for line in whole)
    assert json.loads(unbroken).keys() == json.loads(body.json_text).keys()
    visit.press("authorise")
    desk.window.draw()
    body = visit.moment.body
    assert isinstance(body, ReviewNow)
    assert body.added_text == ""
    assert json.loads(body.json_text)["authorisation"] == added
    assert desk.window._words("desk.review.when_ticked.code") not in [text for text, _ in desk.screen._kept.code]


def test_a_shared_device_is_offered_no_pdf() -> None:
    """The receipt is copied by hand there."""
    desk = desk_window(at_receipt("training", device="shared"))
    assert "receipt/save_pdf" not in desk.ids()
    own = desk_window(at_receipt("training"))
    assert "receipt/save_pdf" in own.ids()


LONG = {"fr": ("mammouth", "commande", "monument", "hématome", "campagne", "homogène", "révulsif", "promener", "monotone"),
        "en": ("mushroom", "remember", "december", "document", "tomorrow", "champion", "mountain", "mechanic", "hospital")}  # fmt: skip


def _with_words(mode: str, language: Language, device: str = "mine") -> Visit:
    """At the receipt, its nine words as long as words can be."""
    visit = at_receipt(mode, language, device)
    receipt = Receipt(tuple(word_list(language).index(word) for word in LONG[language]), language, training=mode == "training")
    visit.state = replace(visit.state, receipt=receipt)
    return visit


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(("mode", "device"), [("live", "mine"), ("training", "mine"), ("training", "shared"), ("live", "school")])
def test_nine_long_words_are_in_sight_before_sending(mode: str, device: str, language: Language) -> None:
    """Three by three whatever the words: the page has nothing to turn, and « C’est noté, envoyer » has the focus."""
    visit = _with_words(mode, language, device)
    desk = desk_window(visit)
    assert desk.screen._kept.read
    assert desk.screen._kept.scroll.furthest == 0
    assert desk.window.attention.focus == "receipt/noted"
    desk.hands.key("enter")
    visit.do(Sent(visit.state.visit, "memory"), Arrived(visit.state.visit))
    desk.window.draw()
    assert desk.screen._kept.scroll.furthest == 0


@pytest.mark.parametrize("mode", ["live", "training"])
def test_sending_waits_until_the_last_word_was_in_sight(mode: str) -> None:
    """Twice as large the words do not all fit: the button is held back and says why, until one has gone down to the ninth."""
    visit = _with_words(mode, "fr")
    desk = desk_window(visit, scale=2.0)

    def noted() -> Target:
        return next(t for t in desk.own if t.id == "receipt/noted")

    assert not noted().enabled
    assert desk.window.attention.focus == "receipt/scroll/down"
    for _ in range(9):
        desk.hands.key("enter")
        if noted().enabled:
            break
    assert desk.screen._kept.scroll.offset > 0
    desk.hands.press("receipt/noted", by="mouse")
    assert visit.state.sending is not None
    assert visit.state.sending.phase == "sending"
    visit.do(Sent(visit.state.visit, "memory"), Arrived(visit.state.visit))
    desk.window.draw()
    assert desk.screen._kept.scroll.offset == 0, "what was sent is read from its top: keep these words"


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
