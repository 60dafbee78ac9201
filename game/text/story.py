"""The story's own page: what may be done in the present moment, numbered.

Room: game/text. Every entry is an offer of the moment; `now.py` says the rest.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.content.words import Words
from game.core.commands import (
    Advance,
    Choose,
    CloseBoard,
    CloseLog,
    CommitBoard,
    Examine,
    Go,
    GoBackOver,
    KeepLine,
    OpenBoard,
    PlaceCard,
    RingBell,
    SayHowSure,
    TalkTo,
    UseThing,
)
from game.core.moment import Moment
from game.text.house import House
from game.text.now import around, box, choice, news, row, says, sure
from game.text.page import Act, Entry, Home, Open, Page, Shut, Try

ELSEWHERE = frozenset({"advance", "skip-scene", "stamp-clue", "travel", "place-card", "say-how-sure"})
"""Verbs that have no number here: Enter, a word, the notebook, the map, the page of a box."""


def moment_of(house: House) -> Moment:
    """The present moment; only a sitting has one."""
    assert house.sitting is not None  # noqa: S101 the story's pages lie under the title only while a sitting is open
    return house.sitting.moment


class StoryPage(Page):
    """One sitting, as it goes on."""

    def told(self, house: House) -> Iterator[str]:
        now, words = moment_of(house), house.words
        yield from news(None, now, words)
        yield from around(now, words)

    def entries(self, house: House) -> Iterator[Entry]:
        now, words = moment_of(house), house.words
        if now.activity == "ended":
            yield from _after(house)
        elif now.choices:
            yield from _answers(now, words)
        else:
            match now.activity:
                case "log":
                    yield from _log(now, words)
                case "board":
                    yield from _board(now, words)
                case _:
                    yield from _place(now, words)

    def quiet(self, house: House) -> bool:
        now = moment_of(house)
        return now.line is not None and not now.choices

    def enter(self, house: House) -> Act | None:
        return Advance() if moment_of(house).allows(Advance()) else None


def _answers(now: Moment, words: Words) -> Iterator[Entry]:
    head = words("text.interrupt" if any(one.interrupt for one in now.choices) else "text.choose")
    if any(one.decision for one in now.choices):
        head = f"{head} {words('text.decision')}"
    for one in now.choices:
        act: Act | None = None
        if one.enabled:
            act = Try(one.id) if one.change is not None else Choose(one.id)
        yield Entry(choice(one, words), act, head)


def _place(now: Moment, words: Words) -> Iterator[Entry]:
    place = now.place
    if place is None:
        return
    look, talk, go = now.offered("examine") or (), now.offered("talk-to") or (), now.offered("go") or ()
    for spot in place.hotspots:
        if spot.id in look:
            name = words.line(spot.name)
            yield Entry(words("text.seen", label=name) if spot.examined else name, Examine(spot.id), words("text.look"))
    for use in (use for spot in place.hotspots for use in spot.uses if use.id in (now.offered("use") or ())):
        label = words.line(use.name)
        if use.with_ is not None:
            label = words("play.use_with", use=label, clue=words.line(use.with_))
        yield Entry(label, UseThing(use.id), words("text.use"))
    for person in place.people:
        if person.id in talk:
            yield Entry(words("text.talk", name=words.line(person.name)), TalkTo(person.id), words("text.people"))
    for way in place.exits:
        if way.id in go:
            name = words.line(way.name)
            yield Entry(words("text.been", label=name) if way.visited else name, Go(way.id), words("text.ways"))
    head = words("text.also")
    if now.offered("open-board") is not None:
        yield Entry(words("play.board"), OpenBoard(), head)
    if now.offered("ring-bell") is not None:
        yield Entry(words("text.bell"), RingBell(), head)
    for repair in now.repairs:
        if repair.id in (now.offered("go-back-over") or ()):
            title = words.line(repair.title) if repair.title is not None else words("play.repair")
            label = words("play.repair_with", title=title, who=words.line(repair.who)) if repair.who is not None else title
            yield Entry(words("text.repair", title=label), GoBackOver(repair.id), head)


def _log(now: Moment, words: Words) -> Iterator[Entry]:
    asked = now.offered("keep-line") or ()
    for line in now.log.lines if now.log is not None else ():
        if line.id in asked:
            yield Entry(words("text.log_keep", row=row(line, words)), KeepLine(line.id))
    if now.offered("close-log") is not None:
        yield Entry(words("log.close"), CloseLog())


def _board(now: Moment, words: Words) -> Iterator[Entry]:
    board = now.board
    if board is None:
        return
    for slot in board.slots:
        yield Entry(box(board, slot, words), Open(BoxPage(slot.id)), words("text.boxes"))
    head = words("text.also")
    if now.offered("commit-board") is not None:
        yield Entry(words("text.board_show"), CommitBoard(), head)
    if now.offered("close-board") is not None:
        yield Entry(words("text.board_close"), CloseBoard(), head)


def _after(house: House) -> Iterator[Entry]:
    from game.text.desk import DeskPage  # these pages lead back here
    from game.text.outside import CardPage, TitlePage

    words, end = house.words, moment_of(house).farewell
    if end is not None and end.leads_to == "desk" and house.make_desk is not None:
        yield Entry(words("play.to_desk"), Open(DeskPage(house.make_desk)))
    else:
        yield Entry(words("strip.need"), Open(CardPage()))
    yield Entry(words("play.to_title"), Home(TitlePage()))


class BoxPage(Page):
    """One box of the board: who asks what, the cards that may answer it, and how sure one is."""

    def __init__(self, slot: str) -> None:
        self._slot = slot

    def told(self, house: House) -> Iterator[str]:
        now, words = moment_of(house), house.words
        for slot in now.board.slots if now.board is not None else ():
            if slot.id == self._slot:
                yield words("text.box_ask", who=words.line(house.story.cast[slot.who].name.id), question=words.line(slot.question))

    def entries(self, house: House) -> Iterator[Entry]:
        now, words = moment_of(house), house.words
        board = now.board
        slot = next((slot for slot in board.slots if slot.id == self._slot), None) if board is not None else None
        if board is None or slot is None:
            return
        for answer in slot.answers:
            if now.allows(PlaceCard(slot.id, answer.id)):
                label = words.line(answer.text)
                yield Entry(words("text.stance", label=label, stance=words("voice.chosen")) if answer.id == slot.card else label,
                            PlaceCard(slot.id, answer.id))  # fmt: skip
        for how in ("sure", "think", "unknown"):
            if now.allows(SayHowSure(slot.id, how)):
                label = words.line({"sure": board.sure, "think": board.think, "unknown": slot.unknown}[how])
                chosen = slot.sure == how and sure(board, slot, words) is not None
                yield Entry(words("text.stance", label=label, stance=words("voice.chosen")) if chosen else label,
                            SayHowSure(slot.id, how), words("text.box_how"))  # fmt: skip
        if (slot.card is not None or slot.sure is not None) and now.allows(PlaceCard(slot.id, None)):
            yield Entry(words("text.box_empty"), PlaceCard(slot.id, None), words("text.also"))

    def enter(self, house: House) -> Act | None:
        del house
        return Shut()


def present_line(house: House) -> Iterator[str]:
    """The line that stands here, or where one is: for somebody who comes back from another page."""
    now = moment_of(house)
    if now.line is not None:
        yield says(now.line, house.words)
    elif now.place is not None:
        yield house.words("text.here", place=house.words.line(now.place.name))
