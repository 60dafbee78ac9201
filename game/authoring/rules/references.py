"""Every id must name something that is there.

Room: game/authoring.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import get_args

from game.authoring.bench import Bench
from game.content.board import BoardCard, certainty
from game.content.condition import Condition
from game.content.diagnostics import Diagnostic, Rule, Severity, did_you_mean
from game.content.log import LogLine
from game.content.model import Id, Mark, Model, known_fields
from game.content.place import Hotspot, Place, Use
from game.content.story import Note, Story
from game.content.talk import Choice, Node, Talk
from game.content.vocabulary import END, Certainty

E = Severity.ERROR
UNKNOWN_CLUE = Rule("SV012", "unknown-clue", E, "no clue is called “{clue}”")
UNKNOWN_TALK = Rule("SV013", "unknown-talk", E, "no talk, scene or decision is called “{talk}”")
UNKNOWN_PERSON = Rule("SV014", "unknown-person", E, "nobody in the cast is called “{who}”")
UNKNOWN_NODE = Rule("SV015", "unknown-node", E, "this talk has no node “{node}”")
UNKNOWN_FACT = Rule("SV016", "unknown-fact", E, "no fact is called “{fact}”")
UNKNOWN_ID = Rule("SV017", "unknown-id", E, "this condition speaks of “{id}”, and nothing is called so")
UNKNOWN_PLACE = Rule("SV018", "unknown-place", E, "no place is called “{place}”")
UNKNOWN_STAND = Rule("SV019", "unknown-stand", E, "this place has no stand “{stand}”")
UNKNOWN_OPTION = Rule("SV020", "unknown-option", E, "{decision} has no option “{option}”")
UNSOURCED_FACT = Rule("SV021", "unsourced-fact", E, "“{fact}” has no source (confidence U): no line may rest on it")
UNKNOWN_TEXT = Rule("SV046", "unknown-text", E, "no text is called “{text}”")
UNKNOWN_BOX = Rule("SV150", "unknown-box", E, "the board has no box “{box}”")
RULES = (
    UNKNOWN_CLUE, UNKNOWN_TALK, UNKNOWN_PERSON, UNKNOWN_NODE, UNKNOWN_FACT, UNKNOWN_ID, UNKNOWN_PLACE, UNKNOWN_STAND, UNKNOWN_OPTION,
    UNSOURCED_FACT, UNKNOWN_TEXT, UNKNOWN_BOX,
)  # fmt: skip


def everything(model: Model) -> Iterator[Model]:
    """This piece of content and all below it."""
    if isinstance(model, Story):
        yield from model.pieces
        return
    yield model
    for _, child in model.below():
        yield from everything(child)


def _marks(models: Mapping[Id, Model], more: Collection[Id] = ()) -> dict[Id, Mark]:
    return {name: model.mark() for name, model in models.items()} | {
        name: Mark("story/episode.yaml") for name in more if name not in models
    }


def check_references(bench: Bench) -> Iterator[Diagnostic]:
    """Clues, talks, people, nodes, places, stands, facts and texts that something names and no file defines."""
    story = bench.story
    for model in everything(story):
        yield from _clues(story, model)
        yield from _people(story, model)
        yield from _facts(story, model)
        if isinstance(model, Place):
            yield from _place(story, model)
        elif isinstance(model, Talk):
            yield from _nodes(model)
            yield from _boxes(story, model)
            yield from _named_place(story, model)
    yield from _talks(story)
    yield from _episode(story)


def _clues(story: Story, model: Model) -> Iterator[Diagnostic]:
    """`gives` must name a clue of this story; a board card may also name one that is announced."""
    coming: Collection[Id] = ()
    if isinstance(model, Hotspot | Use | Node | LogLine):
        names, field = model.gives, "gives"
    elif isinstance(model, Note) and model.gives is not None:
        names, field, coming = (model.gives,), "gives", story.episode.announced.clues
    elif isinstance(model, BoardCard | Choice):
        names, field, coming = model.clues, "clues", story.episode.announced.clues
    else:
        return
    if isinstance(model, Use) and model.with_ is not None and model.with_ not in story.clues:
        yield UNKNOWN_CLUE.at(model.mark("with_"), clue=model.with_, hint=did_you_mean(model.with_, _marks(story.clues)))
    for name in names:
        if name not in story.clues and name not in coming:
            yield UNKNOWN_CLUE.at(model.mark(field, name), clue=name, hint=did_you_mean(name, _marks(story.clues, coming)))


def _people(story: Story, model: Model) -> Iterator[Diagnostic]:
    if not story.cast:
        return  # a file tried alone, without its cast
    for field in known_fields(type(model), ("who", "with_", "told")):
        who = getattr(model, field)
        if isinstance(who, str) and who not in story.cast and not isinstance(model, Use):
            yield UNKNOWN_PERSON.at(model.mark(field), who=who, hint=did_you_mean(who, _marks(story.cast)))
    for field in known_fields(type(model), ("bond", "bond_min", "about")):
        for who in getattr(model, field):
            if who not in story.cast:
                yield UNKNOWN_PERSON.at(model.mark(field, who), who=who, hint=did_you_mean(who, _marks(story.cast)))


def _facts(story: Story, model: Model) -> Iterator[Diagnostic]:
    if not story.facts or not known_fields(type(model), ("fact",)):
        return
    for fact in getattr(model, "fact", ()):
        if fact not in story.facts:
            yield UNKNOWN_FACT.at(model.mark("fact", fact), fact=fact, hint=did_you_mean(fact, _marks(story.facts)))
        elif story.facts[fact].confidence == "U":
            yield UNSOURCED_FACT.at(model.mark("fact", fact), fact=fact)


def _place(story: Story, place: Place) -> Iterator[Diagnostic]:
    for person in place.people.values():
        if person.at not in place.stands:
            yield UNKNOWN_STAND.at(person.mark("at"), stand=person.at, hint=did_you_mean(person.at, place.stands))
    for way in place.exits.values():
        if way.to not in story.places:
            yield UNKNOWN_PLACE.at(way.mark(), place=way.to, hint=did_you_mean(way.to, _marks(story.places)))


def _named_place(story: Story, talk: Talk) -> Iterator[Diagnostic]:
    known = _marks(story.places, story.episode.announced.places)
    if talk.place is not None and known and talk.place not in known:
        yield UNKNOWN_PLACE.at(talk.mark("place"), place=talk.place, hint=did_you_mean(talk.place, known))


def _nodes(talk: Talk) -> Iterator[Diagnostic]:
    known = _marks(talk.nodes)
    if talk.start not in known:
        yield UNKNOWN_NODE.at(talk.mark("start"), node=talk.start, hint=did_you_mean(talk.start, known))
    for node in talk.nodes.values():
        for way, field, model in node.ways():
            if way not in known and way != END:
                yield UNKNOWN_NODE.at(model.mark(field), node=way, hint=did_you_mean(way, known))


def _boxes(story: Story, talk: Talk) -> Iterator[Diagnostic]:
    """A comparison answers a box that is on the board."""
    known = {name: slot.mark() for name, slot in story.board.slots.items()} if story.board is not None else {}
    for node in talk.nodes.values():
        if node.compares is not None and node.compares.box not in known:
            box = node.compares.box
            yield UNKNOWN_BOX.at(node.compares.mark("box"), box=box, hint=did_you_mean(box, known))


def _talks(story: Story) -> Iterator[Diagnostic]:
    coming = story.episode.announced
    known = _marks({**story.all_talks, **story.decisions}, (*coming.scenes, *coming.talks, *coming.decisions))
    starting: tuple[Hotspot | Use, ...] = (*story.hotspots.values(), *story.uses.values())
    for spot in starting:
        for name in spot.starts:
            if name not in known:
                yield UNKNOWN_TALK.at(spot.mark("starts", name), talk=name, hint=did_you_mean(name, known))
    for clue in story.clues.values():
        nudge = clue.nudge
        if nudge is not None and nudge.starts is not None and nudge.starts not in known:
            yield UNKNOWN_TALK.at(nudge.mark("starts"), talk=nudge.starts, hint=did_you_mean(nudge.starts, known))
    for note in story.texts.values():
        if note.starts is not None and note.starts not in known:
            yield UNKNOWN_TALK.at(note.mark("starts"), talk=note.starts, hint=did_you_mean(note.starts, known))
    for talk in story.all_talks.values():
        if talk.counts_as is not None and talk.counts_as not in known:
            yield UNKNOWN_TALK.at(talk.mark("counts_as"), talk=talk.counts_as, hint=did_you_mean(talk.counts_as, known))


def _episode(story: Story) -> Iterator[Diagnostic]:
    episode = story.episode
    if episode.start and episode.start not in story.places:
        yield UNKNOWN_PLACE.at(episode.mark("start"), place=episode.start, hint=did_you_mean(episode.start, _marks(story.places)))
    for lead in episode.leads:
        if lead.to not in story.places:
            yield UNKNOWN_PLACE.at(lead.mark("to"), place=lead.to, hint=did_you_mean(lead.to, story.places))
    if episode.opening is not None and episode.opening not in story.scenes:
        yield UNKNOWN_TALK.at(episode.mark("opening"), talk=episode.opening, hint=did_you_mean(episode.opening, _marks(story.scenes)))
    if episode.closing is not None:
        for name in episode.closing.scenes:
            if name not in story.scenes:
                yield UNKNOWN_TALK.at(episode.closing.mark("scenes", name), talk=name, hint=did_you_mean(name, _marks(story.scenes)))
        for farewell in episode.closing.farewell.values():
            for text in farewell.texts:
                if text not in story.texts:
                    yield UNKNOWN_TEXT.at(farewell.mark("texts", text), text=text, hint=did_you_mean(text, _marks(story.texts)))


def check_conditions(bench: Bench) -> Iterator[Diagnostic]:
    """Whatever a condition names must be a clue, a scene, a talk, a decision, a choice, a flag or an ending; announced ones count."""
    story = bench.story
    coming = story.episode.announced
    flags = {flag for talk in story.all_talks.values() for node in talk.nodes.values() for flag in node.sets}
    flags |= {flag for choice in story.choices.values() for flag in choice.sets} | set(coming.flags)
    flags |= {flag for use in story.uses.values() for flag in use.sets}
    clues = {*story.clues, *coming.clues}
    decisions = {*story.decisions, *coming.decisions} | {made.decision[0] for made in story.choices.values() if made.decision}
    endings = {ending.id for ending in story.episode.endings}
    cards = {card.id for slot in (story.board.slots.values() if story.board else ()) for card in (*slot.cards, slot.unknown)}
    boxes = story.board.slots.values() if story.board else ()
    certainties = {certainty(slot.id, sure) for slot in boxes for sure in get_args(Certainty)}
    reached = {
        *certainties, *flags, *clues, *decisions, *endings, *cards, *story.log_lines, *story.all_talks, *story.choices, *story.places,
        *story.uses,
        *coming.scenes, *coming.talks, *((story.board.id,) if story.board else ()),
    }  # fmt: skip
    for model in everything(story):
        if not isinstance(model, Condition):
            continue
        for field, known in (("reached", reached), ("has", clues), ("flag", flags)):
            for name in getattr(model, field):
                if name not in known:
                    yield UNKNOWN_ID.at(model.mark(field, name), id=name, hint=did_you_mean(name, known))
        for decision, option in model.chose.items():
            yield from _option(story, model, decision, option, decisions)
    for talk in story.all_talks.values():
        for name in talk.after:
            if name not in reached:
                yield UNKNOWN_ID.at(talk.mark("after", name), id=name, hint=did_you_mean(name, reached))


def _option(story: Story, model: Condition, decision: Id, option: str, decisions: Collection[Id]) -> Iterator[Diagnostic]:
    if decision not in decisions:
        yield UNKNOWN_ID.at(model.mark("chose", decision), id=decision, hint=did_you_mean(decision, decisions))
    elif decision in story.decisions and option not in story.decisions[decision].options:
        options = story.decisions[decision].options
        yield UNKNOWN_OPTION.at(model.mark("chose", decision), decision=decision, option=option, hint=did_you_mean(option, options))
