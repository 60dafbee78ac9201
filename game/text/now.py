"""The present moment in plain lines: what is new since the moment before, and all of it again for « quoi ».

Room: game/text. Reads `Moment` and `Words`, decides nothing. Every picture is said in words; every state stands in brackets.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.content.words import Words
from game.core.moment import BoardNow, ChoiceNow, LineNow, LogLineNow, LogNow, Moment, PlaceNow, SlotNow


def news(before: Moment | None, now: Moment, words: Words) -> Iterator[str]:
    """What came since `before` (None: everything that is here)."""
    if now.progress.phase_name and (before is None or before.progress.phase != now.progress.phase):
        name = words.line(now.progress.phase_name)
        yield words("text.phase", phase=name) if before is not None else f"{name}."
    if now.place is not None and (before is None or before.place is None or before.place.id != now.place.id):
        yield from _arrived(now.place, words)
    if before is None or before.heard != now.heard:
        yield from _heard(now.heard.sound if before is None or before.heard.sound != now.heard.sound else None, words)
        yield from _heard(now.heard.music if before is None or before.heard.music != now.heard.music else None, words)
    known = {card.id for card in before.notebook} if before is not None else {card.id for card in now.notebook}
    for card in now.notebook:
        if card.id not in known:
            yield words("text.noted", title=words.line(card.title))
    if now.log is not None and (before is None or before.log is None or before.log.id != now.log.id):
        yield from _log(now.log, words)
    if now.workshop is not None and now.workshop.lamp is not None and (before is None or before.workshop != now.workshop):
        yield words("text.workshop", lamp=words(f"workshop.{now.workshop.lamp}"))
    if now.board is not None and now.activity == "board" and (before is None or before.activity != "board"):
        yield words.line(now.board.title)
    line = now.line
    if line is not None and (before is None or before.line is None or before.line.id != line.id or before.talk != now.talk):
        yield from _heard(line.cue, words)
        yield says(line, words)
    if now.activity == "ended" and (before is None or before.activity != "ended"):
        yield from _ended(now, words)


def _arrived(place: PlaceNow, words: Words) -> Iterator[str]:
    name = words.line(place.name)
    if place.hour is not None:
        name = words("play.where", place=name, hour=words.line(place.hour))
    yield words("text.here", place=name)
    if place.alt is not None:
        yield words.line(place.alt)


def _heard(sound: str | None, words: Words) -> Iterator[str]:
    """A sound, written: a terminal has no other."""
    if sound is not None and f"sound.{sound}" in words:
        yield words("caption", text=words(f"sound.{sound}"))


def says(line: LineNow, words: Words) -> str:
    """A line, with who says it and what they do meanwhile."""
    text = words.line(line.id)
    if line.kind == "self":
        return words("text.aside", text=text)
    if line.name is None:
        return text
    if line.stage is not None:
        return words("text.say_stage", name=words.line(line.name), stage=words.line(line.stage), text=text)
    return words("text.say", name=words.line(line.name), text=text)


def row(line: LogLineNow, words: Words) -> str:
    """One line of a log: when, who, what kind of thing, and the words."""
    kind = "" if line.kind == "words" else words(f"log.kind_{line.kind}")
    return ", ".join(part for part in (*(words.line(text) for text in (line.at, line.by) if text), kind) if part) + (
        words("text.say", name="", text=words.line(line.id)) if line.at or line.by or kind else words.line(line.id)
    )


def _log(log: LogNow, words: Words) -> Iterator[str]:
    yield words("text.log", title=words.line(log.title), skin=words(f"log.skin_{log.skin}"))
    if log.how is not None:
        yield words("text.log_how", how=words.line(log.how))
    for line in log.lines:
        yield words("text.log_kept", row=row(line, words)) if line.kept else row(line, words)
    for count in log.counts:
        word = "log.count" if count.of is None else "log.count_of"
        yield words(word, number=count.number, of=count.of, what=words.line(count.id))
    if log.note is not None:
        yield words.line(log.note)


def _ended(now: Moment, words: Words) -> Iterator[str]:
    yield words("text.ended")
    if now.recap is not None and now.recap.acts:
        yield from decided(now, words)
        yield words("play.recap_note")
    if now.farewell is not None:
        yield words.line(now.farewell.title)
        yield from (words.line(text) for text in now.farewell.texts)


def decided(now: Moment, words: Words) -> Iterator[str]:
    """What one did and what is known to have come of it."""
    if now.recap is None or not now.recap.acts:
        return
    yield words("text.decisions")
    for act in now.recap.acts:
        changed = " ".join(words.line(text) for text in (act.changed, act.mended) if text is not None)
        yield words("text.recap", did=words.line(act.did), changed=changed).strip()


def choice(now: ChoiceNow, words: Words) -> str:
    """One answer: its words, how it is meant, whether it was said before, and why it is shut."""
    label = words.line(now.text)
    if now.stance is not None:
        label = words("text.stance", label=label, stance=words(f"play.{now.stance}"))
    if now.change is not None:
        label = words("text.stance", label=label, stance=words(f"workshop.change_{now.change}"))
    if now.chosen_before:
        label = words("text.said_before", label=label)
    if not now.enabled:
        why = words.line(now.why_not) if now.why_not is not None else "…"
        label = words("text.shut", label=label, why=why)
    return label


def around(now: Moment, words: Words) -> Iterator[str]:
    """Who stands here without anything to say, and what is closed: true, and nothing to press."""
    if now.place is None or now.line is not None or now.activity != "place":
        return
    talks = now.offered("talk-to") or ()
    others = [words.line(person.name) for person in now.place.people if person.id not in talks]
    if others:
        yield words("text.present", names=", ".join(others))
    go = now.offered("go") or ()
    shut = [words.line(way.name) for way in now.place.exits if way.id not in go]
    if shut:
        yield words("text.later", names=", ".join(shut))


def sure(board: BoardNow, slot: SlotNow, words: Words) -> str | None:
    """How sure one said to be of a box."""
    if slot.sure is None:
        return None
    return words.line({"sure": board.sure, "think": board.think, "unknown": slot.unknown}[slot.sure])


def box(board: BoardNow, slot: SlotNow, words: Words) -> str:
    """A box of the board with what lies in it."""
    question = words.line(slot.title or slot.question)
    said = sure(board, slot, words)
    if slot.card is None:
        return words("text.box_answer", question=question, answer=said) if said else words("text.box", question=question)
    answer = next(words.line(answer.text) for answer in slot.answers if answer.id == slot.card)
    if said is None:
        return words("text.box_answer", question=question, answer=answer)
    return words("text.box_sure", question=question, answer=answer, sure=said)
