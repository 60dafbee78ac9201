"""What stands on which sheet: the episode's teaching, its quiz, items and glossary, the game's help lines, and what the game keeps.

Room: game/teacher. Every word is read by id from the story, the help directory or the interface; nothing is worded here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass

from game.content.help import Help, HelpLine
from game.content.model import Id, Text
from game.content.story import Story
from game.content.teaching import Teaching
from game.content.words import Words, interface_facts
from game.teacher import blocks as b
from reporting.client.routes import Routes

SHORT = 44
"""Characters of an address that stand on one line of the sheet of sources."""


class NothingToTeachError(ValueError):
    """The episode holds no `teaching`."""


@dataclass(frozen=True)
class Desk:
    """What a pack is made from, in one language."""

    story: Story
    teaching: Teaching
    words: Words
    help: Help
    routes: Routes
    facts: dict[Id, tuple[Id, ...]]

    def line(self, text: Text) -> b.Said:
        """A text of the story."""
        return b.Said(self.words.line(text.id, date=self.date(self.routes.checked)), text.fact)

    def named(self, name: Id) -> b.Said:
        """A line or text of the story by its id."""
        return b.Said(self.words.line(name, date=self.date(self.routes.checked)), self.facts[name])

    def own(self, name: str, **blanks: object) -> b.Said:
        """A text of the pack's own words: `teacher.NAME`."""
        return b.Said(self.words(f"teacher.{name}", **blanks), self.facts.get(f"teacher.{name}", ()))

    def say(self, name: str, **blanks: object) -> str:
        """The same without its facts."""
        return self.own(name, **blanks).text

    def date(self, day: dt.date) -> str:
        """A date as people write it."""
        return day.strftime(self.words("teacher.date"))


def compose(story: Story, words: Words, lines: Help, routes: Routes) -> b.Pack:
    """The pack of an episode. raises: NothingToTeachError where it holds none."""
    if story.teaching is None:
        raise NothingToTeachError(story.episode.id)
    facts = {**interface_facts(), **{worded.text.id: worded.text.fact for worded in story.worded()}}
    desk = Desk(story, story.teaching, words, lines, routes, facts)
    sheets = [
        _run(desk), _messages(desk), _debrief(desk), _timeline(desk), _exits(desk), *_quiz(desk), *_items(desk), _confides(desk),
        _card(desk), _help(desk), *_words(desk), _stores(desk),
    ]  # fmt: skip
    sheets.append(_sources(desk, sheets))
    title = desk.words.line(story.episode.title.id)
    return b.Pack(words.locale, desk.say("title"), title, desk.say("foot"), tuple(sheets))


def _bullets(desk: Desk, items: Iterable[Text], *, tick: bool = False, number: bool = False) -> b.Bullets:
    return b.Bullets(tuple(desk.line(item) for item in items), tick, number)


def _run(desk: Desk) -> b.Sheet:
    t, paths = desk.teaching, []
    for run in t.runs.values():
        info = desk.story.episode.paths[run.path]
        lessons = tuple(
            (desk.words.line(lesson.name.id), b.Steps(tuple((f"{s.begin}-{s.end}", desk.line(s)) for s in lesson.steps)))
            for lesson in run.lessons.values()
        )
        paths.append(b.Path(desk.say("run.minutes", minutes=info.minutes), desk.words.line(info.name.id), lessons))
    return b.Sheet(
        "run",
        desk.say("run.title"),
        (
            b.Lead(desk.line(t.lead)),
            b.Lead(desk.line(t.identity)),
            b.Heading(desk.say("run.ready")),
            _bullets(desk, t.ready, tick=True),
            b.Heading(desk.say("run.people")),
            b.Fill(tuple(desk.say(f"run.{who}") for who in ("head_of_year", "nurse", "head"))),
            b.Paths(tuple(paths)),
        ),
        "clock",
        "title/poster",
        one_page=True,
    )


def _messages(desk: Desk) -> b.Sheet:
    t = desk.teaching
    return b.Sheet(
        "messages",
        desk.say("messages.title"),
        (
            _bullets(desk, t.messages, number=True),
            b.Panel(desk.say("messages.note"), (*(desk.named(name) for name in t.note), *_maybe(desk, t.note_more))),
            b.Heading(desk.say("messages.ask")),
            _bullets(desk, t.questions),
        ),
        "star",
        one_page=True,
    )


def _maybe(desk: Desk, text: Text | None) -> Iterator[b.Said]:
    if text is not None:
        yield desk.line(text)


def _debrief(desk: Desk) -> b.Sheet:
    t = desk.teaching
    return b.Sheet(
        "debrief",
        desk.say("debrief.title"),
        (
            b.Heading(desk.say("debrief.rules")),
            _bullets(desk, t.rules),
            b.Steps(tuple((f"{s.begin}-{s.end}", desk.line(s)) for s in t.debrief)),
            b.Heading(desk.say("debrief.after")),
            b.Lead(desk.own("debrief.after_say")),
            _bullets(desk, t.after, number=True),
        ),
        "people",
        one_page=True,
    )


def _timeline(desk: Desk) -> b.Sheet:
    cards = tuple(
        b.Card(
            f"{n}. {desk.words.line(m.arrow.id)}", desk.words.line(m.title.id), desk.words.line(m.when.id), desk.line(m.what),
            f"clue/{m.drawing}",
        )
        for n, m in enumerate(desk.teaching.timeline, start=1)
    )  # fmt: skip
    return b.Sheet("timeline", desk.say("timeline.title"), (b.Lead(desk.own("timeline.say")), b.Cards(cards)), "fork", one_page=True)


def _exits(desk: Desk) -> b.Sheet:
    label, timeline = desk.say("exits.label"), desk.teaching.timeline
    cards = [b.Card(f"{label} {n}", desk.words.line(m.arrow.id), "", desk.line(m.exit)) for n, m in enumerate(timeline, start=1)]
    cards += [b.Card(label)] * (2 + len(cards) % 2)
    return b.Sheet("exits", desk.say("exits.title"), (b.Lead(desk.own("exits.say")), b.Cards(tuple(cards))), "door", one_page=True)


def _quiz(desk: Desk) -> Iterator[b.Sheet]:
    quiz = desk.story.quiz
    if quiz is None:
        return
    questions = tuple(
        b.Question(desk.line(item), desk.words(f"asking.{item.right}") if item.right else desk.say("quiz.why"), desk.line(item.why))
        for item in quiz.items
    )
    yield b.Sheet("quiz", desk.say("quiz.title"), (b.Lead(desk.line(quiz.intro)), b.Quiz(questions)), "question", one_page=True)


def _items(desk: Desk) -> Iterator[b.Sheet]:
    asked = desk.story.questionnaire
    if asked is None:
        return
    words, skip, scales = desk.words, desk.words("asking.pass"), []
    for scale in dict.fromkeys(item.scale for item in asked.items):
        if scale == "true":
            labels = (*(words(f"asking.{value}") for value in ("true", "false", "unknown")), skip)
        else:
            low, high = words(f"asking.{scale}_low"), words(f"asking.{scale}_high")
            labels = (f"0 {low}", "1", "2", "3", f"4 {high}", skip)
        sentences = tuple(desk.line(item) for item in asked.items if item.scale == scale)
        scales.append(b.Scale(words(f"asking.scale_{scale}"), labels, sentences))
    tick = b.Ticks(desk.say("items.when"), (desk.say("items.before"), desk.say("items.afterwards")))
    yield b.Sheet(
        "items",
        desk.say("items.title"),
        (tick, b.Lead(desk.line(asked.intro)), *scales, b.Lead(desk.line(asked.outro)), b.Lead(desk.own("items.adult"))),
        "pencil",
        one_page=True,
    )


def _confides(desk: Desk) -> b.Sheet:
    t = desk.teaching
    return b.Sheet(
        "confides",
        desk.say("confide.title"),
        (
            b.Lead(desk.own("confide.lead")),
            b.Heading(desk.say("confide.now")),
            _bullets(desk, t.confides, number=True),
            b.Heading(desk.say("confide.same_day")),
            _bullets(desk, t.same_day, tick=True),
            b.Panel(desk.say("confide.promise"), tuple(desk.line(text) for text in t.promises)),
            b.Heading(desk.say("confide.sharer")),
            _bullets(desk, t.sharer),
        ),
        "ear",
        one_page=True,
    )


def _card(desk: Desk) -> b.Sheet:
    country = desk.story.episode.country
    lines, doors, words = desk.help.lines(country), desk.routes.doors(country.upper()), desk.words
    hosts = {door.host for door in doors}
    rows = tuple(
        (line.called(words), b.Said(line.briefly(words), line.fact))
        for line in lines
        if line.card and not line.urgent and line.host not in hosts
    )
    services = tuple((s.name, s.address, b.Said(words(f"desk.service.picture.{s.picture}"), s.facts)) for s in doors)
    home = b.TakeHome(
        rows, tuple(desk.named(name) for name in desk.teaching.card), words("help.card.doors"), services, words("help.card.adult"),
        b.Said(words("helppage.danger"), desk.facts["helppage.danger"]),
    )  # fmt: skip
    return b.Sheet("card", desk.say("card.title"), (b.Lead(desk.own("card.say")), home), "phone", one_page=True)


def _words(desk: Desk) -> Iterator[b.Sheet]:
    if desk.story.glossary:
        rows = tuple((desk.words.line(term.word.id), desk.line(term.meaning)) for term in desk.story.glossary.values())
        yield b.Sheet("words", desk.say("words.title"), (b.Terms(rows),), "notebook", one_page=True)


def _stores(desk: Desk) -> b.Sheet:
    def own(*names: str) -> tuple[b.Said, ...]:
        return tuple(desk.own(f"stores.{name}") for name in names)

    return b.Sheet(
        "stores",
        desk.say("stores.title"),
        (
            b.Lead(desk.own("stores.lead")),
            b.Heading(desk.say("stores.kept")),
            b.Bullets(own("kept_play", "kept_hidden", "kept_settings", "kept_log")),
            b.Heading(desk.say("stores.never")),
            b.Bullets(own("never_answers", "never_name", "never_picture", "never_mark")),
            b.Panel(desk.say("stores.class"), own("class_say", "lock_say")),
            b.Panel(desk.say("stores.home"), own("home_say")),
            b.Heading(desk.say("stores.credits")),
            b.Bullets(tuple(desk.line(text) for text in desk.story.credits)),
        ),
        "lock",
        one_page=True,
    )


def _help(desk: Desk) -> b.Sheet:
    """Who answers where the episode is set, then elsewhere; each line with when it was last compared with its own site."""
    here = desk.help.lines(desk.story.episode.country)
    elsewhere = [line for line in desk.help.all if line not in here and not line.urgent]
    checked = desk.date(min(line.checked for line in desk.help.all))
    return b.Sheet(
        "help",
        desk.say("help.title"),
        (
            b.Lead(desk.own("help.say")),
            _lines(desk, here),
            b.Lead(b.Said(desk.words("help.night"), desk.facts.get("help.night", ()))),
            b.Lead(b.Said(desk.words("help.near"), desk.facts.get("help.near", ()))),
            b.Lead(desk.own("help.links")),
            b.Heading(desk.say("help.elsewhere")),
            _lines(desk, elsewhere),
            b.Lead(desk.own("help.checked", date=checked)),
        ),
        "phone",
        one_page=True,
    )


def _lines(desk: Desk, lines: Iterable[HelpLine]) -> b.Lines:
    rows = []
    for line in lines:
        parts = (desk.words(line.what.id).rstrip("."), desk.words(line.hours.id), line.host)
        rows.append((line.called(desk.words), b.Said(" · ".join(part for part in parts if part), line.fact)))
    return b.Lines(tuple(rows))


def _sources(desk: Desk, sheets: list[b.Sheet]) -> b.Sheet:
    """Each fact that is cited, with its primary source; what holds for most of them is said once, over them all."""
    cited = set(facts_of(sheets)) | set(desk.facts.get("teacher.foot", ()))
    facts = {name: fact for name, fact in desk.story.facts.items() if name in cited}
    english, found = desk.words.locale == "en", []
    for name, fact in facts.items():
        notes = [desk.say(f"sources.sure.{fact.confidence}")] if fact.confidence != "H" else []
        notes += [desk.say("sources.verified", who=fact.verified_by)] if fact.verified_by else []
        first = fact.reference[0]
        found.append(b.Source(name, fact.english if english else fact.text.text, _shortly(first), first, ", ".join(notes)))
    verified = sum(fact.verified_by is not None for fact in facts.values())
    said = desk.own("sources.count", count=len(facts), verified=verified, date=desk.date(max(fact.compiled for fact in facts.values())))
    blocks = (b.Lead(desk.own("sources.lead")), b.Lead(said), b.Sources(tuple(found)))
    return b.Sheet("sources", desk.say("sources.title"), blocks, "link")


def _shortly(reference: str) -> str:
    """A reference as one reads it on paper: an address without what only a machine types."""
    whole = reference.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
    return whole if whole == reference or len(whole) <= SHORT else whole.partition("/")[0]


def facts_of(value: object) -> Iterator[Id]:
    """The facts that anything of a pack rests on."""
    if isinstance(value, b.Said):
        yield from value.facts
    elif isinstance(value, tuple | list):
        for part in value:
            yield from facts_of(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from facts_of(getattr(value, field.name))
