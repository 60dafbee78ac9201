"""The desk in a terminal: the same visit as in the window, one thing a line, a number for each thing that may be done.

Room: game/text. A reader of `reporting.client.moment`, as the window is: what is shown and what is offered is the desk's own. Two things
are otherwise here. No file of one's own is chosen, because its name would stay on the screen: an exercise has its example, and for real the
window or the links remain. And what was typed is cleared from the terminal when the desk is left.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import datetime

from game.content.words import Words
from game.text.house import House
from game.text.page import Entry, Open, Page, Turn
from game.text.write import WritePage
from reporting.client.commands import AddExample, Asked, Cancel, Do, LeaveFor, Pick, PickField, Remove, Write, WriteField
from reporting.client.moment import (
    DeskMoment,
    ErrorNow,
    FollowNow,
    LeafNow,
    LinksNow,
    LookupNow,
    OptionNow,
    PictureNow,
    ReceiptNow,
    ReviewNow,
    RoutesNow,
    Say,
    WhoNow,
)
from reporting.client.review import CODED, TYPED
from reporting.client.room import DeskRoom

PATIENCE = 90.0
"""Seconds that one step of the desk may take before the person is asked to look again."""
NAP = 0.05


class DeskPage(Page):
    """One visit. `make` begins it, when the page is opened."""

    private = True

    def __init__(self, make: Callable[[], DeskRoom], patience: float = PATIENCE) -> None:
        self._make, self._patience = make, patience
        self._room: DeskRoom | None = None

    @property
    def room(self) -> DeskRoom:
        """The visit."""
        if self._room is None:
            self._room = self._make()
        return self._room

    def ask(self, command: Asked) -> None:
        """Do what was asked for, and wait for what the world answers."""
        self.room.ask(command)
        self.look()

    def look(self) -> None:
        """Bring in what came back; wait while something is under way."""
        end = time.monotonic() + self._patience
        self.room.tick()
        while not self.room.closed and under_way(self.room.moment) and time.monotonic() < end:
            time.sleep(NAP)
            self.room.tick()

    def over(self, house: House) -> bool:
        del house
        return self.room.closed

    def leave(self, house: House, *, quickly: bool) -> None:
        """The page is put away: whatever runs behind it ends."""
        del house
        if self._room is not None and quickly:
            self._room.wipe()
        elif self._room is not None:
            self._room.close()

    def mark(self, house: House) -> str:
        badge = self.room.moment.badge
        return "" if badge == "none" else house.words(f"desk.badge.{badge}") + ". "

    # ---- what is said ------------------------------------------------------

    def told(self, house: House) -> Iterator[str]:
        now, words = self.room.moment, house.words
        if now.badge != "none":
            what = words(f"desk.badge.{now.badge}.what", operator=now.operator or "")
            yield words("text.desk_badge", badge=words(f"desk.badge.{now.badge}"), what=what)
        if now.asking is not None:
            yield _say(now.asking.say, now, words)
            return
        no_story = now.screen == "leaving" and house.sitting is None
        yield (words("desk.leaving.title.no_story") if no_story else _say(now.title, now, words)) + "."
        steps = [step for step in now.trail if step.state != "struck"]
        for number, step in enumerate(steps, start=1):
            if step.state == "now":
                yield words("text.desk_step", number=number, of=len(steps), name=words(step.word))
        yield from _body(now, words, house)
        if under_way(now):
            yield words("text.desk_slow")
        if now.problem is not None:
            yield words("text.desk_problem", problem=_say(now.problem, now, words))
        if self.room.unopened:
            yield words("desk.copy_address", address=self.room.unopened)
        if now.promise is not None:
            yield _say(now.promise, now, words)

    # ---- what may be done --------------------------------------------------

    def entries(self, house: House) -> Iterator[Entry]:
        now, words = self.room.moment, house.words
        if now.asking is None:
            yield from self._of_body(now, words)
        head = words("text.desk_then")
        for action in now.actions:
            label = words(action.word)
            if now.asking is not None:
                label = words(now.asking.confirm if action.id == "confirm" else now.asking.stay)
            elif action.id == "return_to_story" and house.sitting is None:
                label = words("desk.action.return_to_title")
            elif action.id == "authorise" and isinstance(now.body, ReviewNow):
                label = _ticked(_say(now.body.authorisation, now, words), words, on=now.body.authorised)
            elif action.id == "exercise" and isinstance(now.body, LookupNow):
                label = _ticked(label, words, on=now.body.exercise)
            elif now.screen == "real_or_try" and action.id in ("for_real", "try"):
                which = "real" if action.id == "for_real" else "try"
                parts = (words(f"desk.real_or_try.{which}.{part}").replace("\n", " ").rstrip(".") for part in ("name", "what", "then"))
                label = ". ".join(parts) + "."
            if action.enabled:
                yield Entry(label, self._do(Do(action.id)), head)
            else:
                yield Entry(words("text.shut", label=label, why=words(action.why_not or "desk.why.working").rstrip(".")), None, head)

    def _do(self, command: Asked) -> Turn:
        return Turn(lambda: self.ask(command))

    def _of_body(self, now: DeskMoment, words: Words) -> Iterator[Entry]:
        body = now.body
        match body:
            case WhoNow():
                yield from self._options("who", body.who, words, words(now.title.word))
                yield from self._options("age", body.ages, words, words(body.ages_title))
                yield from self._options("device", body.devices, words, words(body.devices_title))
            case RoutesNow():
                yield from self._options("route_age", body.ages, words, words("desk.routes.age_title"))
                for service in body.services:
                    if service.fits:
                        label = words("text.desk_site", name=service.name, host=service.host)
                        yield Entry(label, self._do(LeaveFor(service.id)), words("desk.routes.title"))
            case PictureNow():
                if body.example and body.room:
                    yield Entry(words("text.desk_example"), self._do(AddExample()))
                for item in body.items:
                    name = _say(item.title, now, words)
                    if item.can_cancel:
                        yield Entry(f"{words('desk.item.stop')} {name}", self._do(Cancel(item.id)))
                    if item.can_remove:
                        yield Entry(f"{words('desk.item.remove')} {name}", self._do(Remove(item.id)))
            case LinksNow():
                yield from self._fields(body, words)
            case LookupNow():
                label = words("text.desk_receipt_line")
                yield Entry(label, self._writes("word", label, ""))
                for word in body.words:
                    if word.state == "unknown" and word.nearest is not None:
                        yield Entry(words("desk.lookup.offer", word=word.nearest), self._do(Write("word", word.nearest, word.index)))
            case _:
                pass

    def _fields(self, body: LinksNow, words: Words) -> Iterator[Entry]:
        head = words("text.desk_write")
        for link in body.links:
            label = words("desk.links.link", number=link.index + 1)
            yield Entry(_held(label, link.text, words), self._writes("link", label, link.text, link.index), head)
            if len(body.links) > 1:
                yield Entry(f"{words('desk.links.remove')} {link.index + 1}", self._do(Remove(link.index, "link")), head)
        fields: tuple[tuple[WriteField, str, str], ...] = (
            ("account", "desk.links.account", body.account), ("seen", "desk.links.seen", body.seen),
            ("context", "desk.links.context", body.context),
        )  # fmt: skip
        for field, word, value in fields:
            yield Entry(_held(words(word), value, words), self._writes(field, words(word), value), head)
        yield from self._options("contact_kind", body.contacts, words, words("desk.links.answer"))
        if body.contact_kind == "address":
            label = words("desk.links.contact")
            yield Entry(_held(label, body.contact, words), self._writes("contact", label, body.contact), words("desk.links.answer"))

    def _options(self, field: PickField, options: tuple[OptionNow, ...], words: Words, head: str) -> Iterator[Entry]:
        for option in options:
            label = words(option.word)
            if option.note is not None:
                label = words("text.desk_note", label=label, note=words(option.note).rstrip("."))
            yield Entry(_ticked(label, words, on=True) if option.chosen else label, self._do(Pick(field, option.id)), head)

    def _writes(self, field: WriteField, label: str, value: str, index: int = 0) -> Open:
        return Open(WritePage(label, value, lambda text: self.ask(Write(field, text, index))))


def under_way(now: DeskMoment) -> bool:
    """Whether the desk waits for something: a service, a fingerprint, an envelope being sealed, an answer."""
    body = now.body
    match body:
        case PictureNow():
            return any(item.state in ("queued", "measuring") for item in body.items)
        case ReviewNow():
            return body.composing
        case ReceiptNow():
            return body.phase == "sending" or body.pdf == "saving"
        case LookupNow() | FollowNow():
            return body.working
        case _:
            return now.screen == "opening"


def _say(say: Say, now: DeskMoment, words: Words) -> str:
    """A word of the desk with what goes in it."""
    operator = words("desk.operator.training") if now.badge == "training" else now.operator or ""
    params = say.params | {"operator": operator} if "operator" in say.params else say.params
    return words(say.word, **params).replace("\n", ", ")


def _ticked(label: str, words: Words, *, on: bool) -> str:
    return words("text.stance", label=label, stance=words("voice.chosen" if on else "voice.not_chosen"))


def _held(label: str, value: str, words: Words) -> str:
    return words("text.desk_field", label=label.rstrip(" ?\u202f"), value=value or words("text.desk_empty"))


def _when(at: datetime, words: Words) -> str:
    local = at.astimezone()
    return words("desk.when", day=words(f"desk.day.{local.weekday()}"), date=local.day, hour=local.hour, minute=f"{local.minute:02}")


# ---- the screens -----------------------------------------------------------


def _body(now: DeskMoment, words: Words, house: House) -> Iterator[str]:
    body = now.body
    match body:
        case WhoNow():
            yield words(body.advice)
        case PictureNow():
            yield from _picture(body, now, words)
        case LinksNow():
            yield from _links(body, now, words)
        case ReviewNow():
            yield from _review(body, now, words)
        case ReceiptNow():
            yield from _receipt(body, now, words)
        case LookupNow():
            yield from (words(word) for word in body.advice)
            typed = [word.text for word in body.words if word.text]
            if typed:
                yield " ".join(typed)
            yield _say(body.footer, now, words)
        case FollowNow():
            yield from _follow(body, now, words)
        case RoutesNow():
            yield words(body.say)
            for service in body.services:
                if service.fits:
                    picture = words(service.picture_word)
                    yield words("text.desk_service", name=service.name, whom=words(service.for_whom), picture=picture, url=service.url)
            yield words(body.limits)
        case ErrorNow():
            yield _say(body.say, now, words)
            yield words(body.calm).replace("\n", " ")
            if body.kept is not None:
                yield _say(body.kept, now, words)
            if body.next_try is not None:
                yield words("desk.error.next_try", when=_when(body.next_try, words))
            if body.fields:
                yield words("desk.error.fields", fields=", ".join(body.fields))
        case _:
            yield from _doors(now, words, house)


def _doors(now: DeskMoment, words: Words, house: House) -> Iterator[str]:
    from game.text.outside import help_lines  # the title leads here

    if now.screen == "leaving":
        yield words("text.desk_first")
        yield from help_lines(house)
        yield words("desk.leaving.what")
        for part in ("questions", "picture", "review"):
            yield words(f"desk.leaving.next.{part}")
        yield words("text.desk_cleared")
        if house.sitting is not None:
            yield words("desk.leaving.kept")
    elif now.body.screen == "real_or_try":
        if now.body.done is not None:
            yield words(now.body.done)
        yield words("desk.real_or_try.hesitate")
    elif now.body.screen == "opening":
        yield words(now.body.say)


def _picture(body: PictureNow, now: DeskMoment, words: Words) -> Iterator[str]:
    yield words(body.promise)
    yield words("text.desk_no_file" if now.badge == "training" else "text.desk_no_file_live")
    yield words(body.advice)
    for item in body.items:
        yield words("text.say", name=_say(item.title, now, words), text=_say(item.say, now, words))
    for said in (body.full, body.problem):
        if said is not None:
            yield _say(said, now, words)


def _links(body: LinksNow, now: DeskMoment, words: Words) -> Iterator[str]:
    yield words(body.advice)
    for link in body.links:
        if link.problem is not None:
            yield words("text.say", name=words("desk.links.link", number=link.index + 1), text=words(link.problem))
        elif link.host is not None:
            yield words("text.say", name=words("desk.links.link", number=link.index + 1), text=words("desk.links.host", host=link.host))
    yield from (_say(name.say, now, words) for name in body.names)
    if body.contact_problem is not None:
        yield words(body.contact_problem)


def _review(body: ReviewNow, now: DeskMoment, words: Words) -> Iterator[str]:
    if body.composing:
        return
    if body.view == "code":
        yield from body.json_text.splitlines()
        if body.added_text:
            yield words("desk.review.when_ticked.code")
            yield from body.added_text.splitlines()
        yield words("desk.review.inside")
        yield from body.sealed_text.splitlines()
        return
    operator = words("desk.operator.training") if now.badge == "training" else now.operator or ""
    yield words("text.desk_list", title=words("desk.review.clear"), why=words("desk.review.clear.why"))
    yield from _leaves(body.clear, "desk.leaves.clear.", words)
    if not body.authorised:
        yield words("text.desk_item", what=words("desk.review.when_ticked"))
    yield words("desk.review.clear.rest")
    yield words("text.desk_list", title=words("desk.review.sealed"), why=words("desk.review.sealed.who", operator=operator))
    yield from _leaves(body.sealed, "desk.leaves.sealed.", words)
    yield words("text.desk_never")
    yield from (words("text.desk_item", what=words(leaf.word)) for leaf in body.never)


def _leaves(leaves: tuple[LeafNow, ...], prefix: str, words: Words) -> Iterator[str]:
    for leaf in leaves:
        path, what = leaf.word.removeprefix(prefix), words(leaf.word)
        if path in CODED or path in TYPED:
            values = [words(f"desk.value.{path}.{value}") if path in CODED else value for value in leaf.values]
            yield words("text.desk_item_value", what=what, value=", ".join(values))
        else:
            several = words("desk.review.several", what=what, count=len(leaf.values)) if len(leaf.values) > 1 else what
            yield words("text.desk_item", what=several)


def _receipt(body: ReceiptNow, now: DeskMoment, words: Words) -> Iterator[str]:
    yield words(body.warning)
    if body.exercise is not None:
        yield words("text.desk_exercise_first", word=body.exercise)
    yield " ".join((body.exercise, *body.words) if body.exercise is not None else body.words)
    for number, word in enumerate(body.words, start=1):
        yield words("text.entry_word", number=number, word=word)
    yield words("desk.receipt.by_hand")
    yield words(f"desk.receipt.{body.phase}")
    yield _say(body.footer, now, words)
    yield words(body.keeping_word)
    if body.pdf != "refused":
        yield words(body.pdf_word)
    if body.phase == "arrived":
        yield words("desk.receipt.after")
        yield from (words("text.desk_item", what=_say(say, now, words)) for say in body.after)
        yield words("desk.receipt.copies")


def _follow(body: FollowNow, now: DeskMoment, words: Words) -> Iterator[str]:
    if body.words is not None:
        yield " ".join(body.words)
    if body.withdrawn:
        yield words("desk.follow.withdrawn")
    for step in body.steps:
        when = _when(step.at, words) if step.at is not None else words("desk.follow.to_come")
        yield words("text.desk_item_value", what=_say(step.say, now, words), value=when)
    for message in body.messages:
        yield words("text.desk_item_value", what=_when(message.at, words), value=message.text)
    if not body.messages and not body.withdrawn:
        yield words("desk.follow.no_message")
