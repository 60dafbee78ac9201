"""The day must go on: what opens at a bell, what waits, what can be repaired, what the recap tells.

Room: game/authoring.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.authoring.bench import Bench
from game.content.diagnostics import Diagnostic, Rule, Severity, did_you_mean
from game.content.story import Story
from game.content.talk import Talk

E = Severity.ERROR
OPENING = Rule("SV070", "opening-and-place", E, "“{talk}” opens {opens}: {why}")
LATER = Rule("SV071", "later-waits", E, "“{talk}” is meant for later, and does not say `waits: true`")
REPAIR = Rule("SV072", "repair-names-its-decision", E, "the repair “{talk}” {why}")
UNREPAIRED = Rule("SV073", "unrepaired-decision", E, "this option of “{decision}” loses trust, and nothing repairs it")
RECAP = Rule("SV074", "recap-incomplete", E, "the recap of “{decision}” has no words for this option: say what one `did`")
RULES = (OPENING, LATER, REPAIR, UNREPAIRED, RECAP)


def check_day(bench: Bench) -> Iterator[Diagnostic]:
    """Talks open where they can, later ones wait, and whatever loses trust can be repaired."""
    for talk in bench.story.all_talks.values():
        yield from _opening(talk)
        if (talk.id.endswith("-later") or talk.id.startswith("later-")) and not talk.waits:
            yield LATER.at(talk.mark(), talk=talk.id)
        yield from _repair(talk, bench.story)
    yield from _unrepaired(bench.story)
    yield from _recap(bench.story)


def _opening(talk: Talk) -> Iterator[Diagnostic]:
    """One that begins on entry has a place; one that begins at a bell plays where the player is, a repair where it says."""
    if talk.opens == "entry" and talk.place is None:
        yield OPENING.at(talk.mark("opens"), talk=talk.id, opens="on entry", why="say in which `place`")
    elif talk.opens == "bell" and talk.place is not None and talk.repairs is None:
        yield OPENING.at(talk.mark("place"), talk=talk.id, opens="at a bell", why="it plays where the player is, `place: null`")


def _repair(talk: Talk, story: Story) -> Iterator[Diagnostic]:
    """Its id is the flag it sets, so that conditions can ask whether it was made; it is offered at bells."""
    if talk.repairs is None:
        if talk.id.startswith("repair-"):
            yield REPAIR.at(talk.mark(), talk=talk.id, why="does not say which decision it `repairs`")
        return
    known = {*story.decisions, *story.episode.announced.decisions}
    if talk.repairs not in known:
        marks = {name: decision.mark() for name, decision in story.decisions.items()}
        why = f"repairs “{talk.repairs}”, and no decision is called so"
        yield REPAIR.at(talk.mark("repairs"), hint=did_you_mean(talk.repairs, marks), talk=talk.id, why=why)
    elif talk.id != f"repair-{talk.repairs}":
        yield REPAIR.at(talk.mark(), talk=talk.id, why=f"repairs “{talk.repairs}”: call it “repair-{talk.repairs}”")
    elif talk.opens != "bell":
        yield REPAIR.at(talk.mark("opens"), talk=talk.id, why="is offered at bells: say `opens: bell`")
    elif not any(talk.id in choice.sets for choice in talk.choices()):
        yield REPAIR.at(talk.mark(), talk=talk.id, why=f"has no choice that sets “{talk.id}”: it could never be made")


def _unrepaired(story: Story) -> Iterator[Diagnostic]:
    """Every option that loses trust opens a repair, here or announced."""
    made = {flag for choice in story.choices.values() for flag in choice.sets} | set(story.episode.announced.flags)
    made |= set(story.episode.announced.talks)
    for name, decision in story.decisions.items():
        for option, effects in decision.options.items():
            if effects.trust < 0 and f"repair-{name}" not in made:
                yield UNREPAIRED.at(decision.mark("options", option), decision=name)


def _recap(story: Story) -> Iterator[Diagnostic]:
    """A decision is told at the end whatever was chosen, or not at all: else the recap would judge by leaving out."""
    for name, decision in story.decisions.items():
        told = [option.did is not None for option in decision.options.values()]
        if any(told) and not all(told):
            for option, effects in decision.options.items():
                if effects.did is None:
                    yield RECAP.at(decision.mark("options", option), decision=name)
