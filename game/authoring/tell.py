"""A play told so that a person can read it: places, who says what, what the player did, what they found.

Room: game/authoring. Goes by the moments, in the language of the words it is given; the same for a bot, a walkthrough and a recorded play.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.content.story import Story
from game.content.words import Words
from game.core.commands import (
    Advance,
    Choose,
    CloseBoard,
    CloseLog,
    Command,
    CommitBoard,
    Examine,
    Go,
    GoBackOver,
    KeepLine,
    OpenBoard,
    PlaceCard,
    RingBell,
    SayHowSure,
    SkipScene,
    StampClue,
    TalkTo,
    Travel,
    UseThing,
)
from game.core.moment import BoardNow, LineNow, LogLineNow, Moment, PlaceNow
from game.core.perform import perform
from game.core.present import moment
from game.core.state import State

from .steps import step


def tell(story: Story, words: Words, state: State, commands: Iterable[Command]) -> Iterator[str]:
    """The paragraphs of a play from `state` on, as Markdown: a heading for each place, `>` for what the player does.

    What says nothing is left out: places one only passes through, and all stamps but the last of each card, told together.
    """
    now = moment(story, state)
    stamped: dict[str, str] = {}  # what to tell of each card, until something else is done
    passing: list[str] = []  # a way and a heading, until something happens there
    yield from _came(None, now, words)
    where = now.place
    for command in commands:
        done = None if isinstance(command, Advance | StampClue) else f"> {did(command, now, words)}"
        if isinstance(command, StampClue):
            stamped[command.clue] = f"> {did(command, now, words)}"
        state, _ = perform(story, state, command)
        after = moment(story, state)
        came = list(_came(now, after, words, where))
        where = after.place or where
        moved = isinstance(command, Go | Travel) and all(text.startswith("## ") for text in came)
        if done is not None or came:
            if stamped and not isinstance(command, StampClue):
                yield "\n".join(stamped.values())
                stamped = {}
            if not moved:
                yield from passing
            passing = []
        told = [*([done] if done is not None else []), *came]
        if moved:
            passing = told
        else:
            yield from told
        now = after
    yield from passing
    if stamped:
        yield "\n".join(stamped.values())


def _came(before: Moment | None, now: Moment, words: Words, where: PlaceNow | None = None) -> Iterator[str]:
    """What is new since `before`, in the place one was last told to be in."""
    if now.place is not None and (where is None or where.id != now.place.id):
        yield f"## {words.line(now.place.name)}"
    if now.line is not None and (before is None or before.line is None or before.line.id != now.line.id or before.talk != now.talk):
        yield says(now.line, words)
    if now.log is not None and (before is None or before.log is None):
        yield f"### {words.line(now.log.title)}"
        yield "\n".join(f"- {_row(row, words)}" for row in now.log.lines)
    known = {card.id for card in before.notebook} if before is not None else set()
    for card in now.notebook:
        if card.id not in known:
            yield "  " + words("author.tell.found", clue=words.line(card.title))
    if now.farewell is not None and (before is None or before.farewell is None):
        yield f"## {words.line(now.farewell.title)}"
        yield from (words.line(text) for text in now.farewell.texts)
        for act in now.recap.acts if now.recap is not None else ():
            yield "- " + " ".join(words.line(text) for text in (act.did, act.changed, act.mended) if text is not None)
        yield words("author.tell.ending", ending=now.progress.ending)


def _row(row: LogLineNow, words: Words) -> str:
    return " · ".join(words.line(text) for text in (row.at, row.by, row.id) if text is not None)


def inner(text: str) -> str:
    """A text for inside quotation marks: what it quotes itself gets the inner signs, “ ” in French and ‘ ’ in English."""
    if "«" in text:
        return text.replace("«\u00a0", "“").replace("\u00a0»", "”")
    return text.replace("“", "‘").replace("”", "’")


def says(line: LineNow, words: Words) -> str:
    """A line with who says it, and what they do meanwhile."""
    text = words.line(line.id)
    if line.name is None:
        return text
    stage = f" ({words.line(line.stage)})" if line.stage is not None else ""
    return f"**{words.line(line.name)}**{stage}: {text}" if words.locale == "en" else f"**{words.line(line.name)}**{stage}\u00a0: {text}"


def did(command: Command, now: Moment, words: Words) -> str:
    """What the player did, in words of the moment it was done in."""
    place, line = now.place, words.line
    match command:
        case Choose():
            return _chosen(command.choice, now, words)
        case Examine() if place is not None:
            return words("author.tell.looks", what=next(line(spot.name) for spot in place.hotspots if spot.id == command.hotspot))
        case UseThing() if place is not None:
            use = next(use for spot in place.hotspots for use in spot.uses if use.id == command.use)
            name = line(use.name)
            return name if use.with_ is None else words("play.use_with", use=name, clue=line(use.with_))
        case TalkTo() if place is not None:
            return words("author.tell.talks", what=next(line(one.name) for one in place.people if one.id == command.person))
        case Go() if place is not None:
            return words("author.tell.goes", what=next(line(way.name) for way in place.exits if way.id == command.exit))
        case StampClue():
            title = next(line(card.title) for card in now.notebook if card.id == command.clue)
            return words("author.tell.stamps", clue=inner(title), stamp=words(f"play.{command.stamp}") if command.stamp else "—")
        case PlaceCard() | SayHowSure():
            return _answered(command, now.board, words)
        case GoBackOver():
            about = next((repair.title for repair in now.repairs if repair.id == command.repair), None)
            return words("author.tell.back", what=line(about) if about is not None else command.repair)
        case KeepLine():
            return words("author.tell.keeps", what=line(command.line))
        case CloseLog():
            return words("author.tell.closes_log")
        case Travel() if now.map is not None:
            return words("author.tell.goes", what=next(line(place.name) for place in now.map.places if place.id == command.place))
        case OpenBoard():
            return words("author.tell.board")
        case CloseBoard():
            return words("author.tell.closes")
        case CommitBoard():
            return words("author.tell.commits")
        case SkipScene():
            return words("author.tell.skips")
        case RingBell():
            return words("author.tell.rings")
        case _:
            chosen = getattr(command, "choice", None)  # a choice made in another way: with what was computed for it
            return _chosen(chosen, now, words) if isinstance(chosen, str) else words("author.tell.other", what=step(command))


def _chosen(choice: str, now: Moment, words: Words) -> str:
    return next((words.line(one.text) for one in now.choices if one.id == choice), choice)


def _answered(command: PlaceCard | SayHowSure, board: BoardNow | None, words: Words) -> str:
    slot = next((slot for slot in board.slots if slot.id == command.slot), None) if board is not None else None
    if board is None or slot is None:
        return step(command)
    question = words.line(slot.title or slot.question)
    if isinstance(command, PlaceCard):
        card = next((words.line(answer.text) for answer in slot.answers if answer.id == command.card), "—")
        return words("author.tell.places", slot=question, card=card)
    sure = {"sure": board.sure, "think": board.think, "unknown": slot.unknown}[command.sure]
    return words("author.tell.sure", slot=question, sure=words.line(sure))
