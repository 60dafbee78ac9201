"""`moment`: the present moment, built from the story and the state. It decides nothing; `open.py` and `offers.py` do.

Room: game/core, the rules.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from game.content.board import Board
from game.content.place import Hotspot, Place
from game.content.story import Story
from game.content.talk import Line
from game.content.vocabulary import SILENCE
from game.core.account import account_now
from game.core.bells import repairs_offered
from game.core.commands import Stamp
from game.core.conditions import recall
from game.core.moment import (
    Activity,
    AnswerNow,
    BoardNow,
    CardNow,
    ChoiceNow,
    ComparedNow,
    ExitNow,
    FarewellNow,
    HeardNow,
    HotspotNow,
    LineNow,
    Moment,
    PersonNow,
    PlaceNow,
    Progress,
    RepairNow,
    SlotNow,
    UseNow,
    Verb,
    WorkshopNow,
)
from game.core.offers import offers
from game.core.open import (
    board_is_full,
    can_choose,
    cards,
    choices,
    exits,
    guise_of,
    hotspots,
    interrupt_of,
    is_examined,
    layers_of,
    look_of,
    people,
    phase,
    place_of,
    slots,
    talk_of_hotspot,
    talk_with,
    uses,
    way_onward,
)
from game.core.recap import recap
from game.core.show_log import log_now
from game.core.show_notebook import glossary_now, map_now, pages_now
from game.core.state import State


def moment(story: Story, state: State, *, aside: bool = True) -> Moment:
    """All a reader may show now. aside: with what is only opened to look things up: the map, the people's pages, the glossary."""
    return Moment(
        activity=_activity(state),
        place=_place(story, state),
        heard=_heard(story, state),
        talk=state.talk.talk if state.talk is not None else None,
        line=line_now(story, state),
        choices=_choices(story, state),
        notebook=_notebook(story, state),
        board=_board(story.board, story, state) if state.board_open and story.board is not None else None,
        farewell=_farewell(story, state),
        offers=offers(story, state),
        progress=_progress(story, state),
        log=log_now(story, state),
        workshop=_workshop(story, state),
        map=map_now(story, state) if aside else None,
        pages=tuple(pages_now(story, state)) if aside else (),
        glossary=tuple(glossary_now(story, state)) if aside else (),
        recap=recap(story, state),
        repairs=_repairs(story, state),
        account=account_now(story, state),
    )


def _activity(state: State) -> Activity:
    if state.ended is not None:
        return "ended"
    if state.board_open:
        return "board"
    if state.log is not None:
        return "log"
    return "talk" if state.talk is not None else "place"


def _place(story: Story, state: State) -> PlaceNow | None:
    """Where the player is; the same from line to line, as long as no fact changes, nothing is looked at and no talk ripens."""
    place = place_of(story, state)
    if place is None:
        return None
    return recall((place.id, state.examined, state.put_off, state.ripe), story, state, lambda: _place_now(place, story, state))


def _place_now(place: Place, story: Story, state: State) -> PlaceNow:
    look, on = look_of(place, story, state), way_onward(story, state)
    alt = (look.alt if look is not None else None) or place.alt
    return PlaceNow(
        id=place.id,
        name=place.name.id,
        hour=look.hour.id if look is not None and look.hour is not None else None,
        alt=alt.id if alt is not None else None,
        layers=layers_of(place, story, state),
        hotspots=tuple(_hotspot(spot, story, state) for spot in hotspots(place, story, state)),
        people=tuple(
            PersonNow(
                id=person.who,
                name=story.cast[person.who].name.id,
                pose=person.pose,
                expression=person.expr,
                at=place.stands[person.at],
                facing=person.facing,
                talk=talk_with(person.who, story, state) is not None,
            )
            for person in people(place, story, state)
        ),
        exits=tuple(
            ExitNow(
                id=way.id,
                to=way.to,
                name=way.name.id,
                shape=way.shape.points,
                visited=way.to in state.visited,
                open=open_,
                onward=way.id == on,
            )
            for way, open_ in exits(place, story, state)
        ),
    )


def _hotspot(spot: Hotspot, story: Story, state: State) -> HotspotNow:
    guise = guise_of(spot, story, state)
    able = tuple(
        UseNow(id=use.id, name=use.name.id, verb=use.verb, with_=held.title.id if held is not None else None)
        for use in uses(spot, story, state)
        for held in (story.clues.get(use.with_ or ""),)
    )
    verbs: list[Verb] = ["look"]
    if talk_of_hotspot(spot, story, state) is not None:
        verbs.append("talk")
    verbs += sorted({use.verb for use in able})
    name = guise.name if guise is not None and guise.name is not None else spot.name
    return HotspotNow(
        id=spot.id,
        name=name.id,
        shape=spot.shape.points,
        verbs=tuple(verbs),
        examined=is_examined(spot, guise, state),
        uses=able,
        mark=spot.mark_,
    )


def line_now(story: Story, state: State) -> LineNow | None:
    """The line that is on the sheet."""
    if not state.lines:
        return None
    name, last = state.lines[0], len(state.lines) == 1
    line = story.lines.get(name)
    if line is None:  # a summary: told by nobody
        return LineNow(id=name, kind="narration", who="narration", facts=_summary_facts(story, name), seen=name in state.seen, last=last)
    speaker = story.cast.get(line.who)
    sort: Literal["narration", "speech", "self"] = "speech"
    if speaker is not None and speaker.kind in ("narration", "player"):
        sort = "narration" if speaker.kind == "narration" else "self"
    talk = story.all_talks.get(state.talk.talk) if state.talk is not None else None
    return LineNow(
        id=name,
        kind=sort,
        who=line.who,
        name=_name(story, line) if sort != "narration" else None,
        expression=line.expr,
        pose=line.pose,
        stage=line.stage.id if line.stage is not None else None,
        portrait=speaker is not None and speaker.kind == "person" and not (talk is not None and talk.voice_only),
        facts=line.fact,
        seen=name in state.seen,
        last=last,
        cue=line.cue,
        points=line.points,
        compared=_compared(story, state),
    )


def _compared(story: Story, state: State) -> ComparedNow | None:
    """What the player had put in the box that the present node answers."""
    talk = story.all_talks.get(state.talk.talk) if state.talk is not None else None
    node = talk.nodes.get(state.talk.node) if talk is not None and state.talk is not None else None
    if node is None or node.compares is None or story.board is None:
        return None
    slot, box = story.board.slots.get(node.compares.box), state.box(node.compares.box)
    if slot is None:
        return None
    return ComparedNow(title=slot.title.id if slot.title is not None else None, card=box.card, sure=box.sure, tone=node.compares.tone)


def _heard(story: Story, state: State) -> HeardNow:
    """The talk's or the board's own music before the look's, the look's before the place's; `none` asks for silence."""
    place = place_of(story, state)
    look = look_of(place, story, state) if place is not None else None
    talk = story.all_talks.get(state.talk.talk) if state.talk is not None else None
    over = story.board if state.board_open else talk
    music = next((piece.music for piece in (over, look, place) if piece is not None and piece.music is not None), None)
    sound = next((piece.sound for piece in (look, place) if piece is not None and piece.sound is not None), None)
    return HeardNow(sound=sound if sound != SILENCE else None, music=music if music != SILENCE else None)


def _name(story: Story, line: Line) -> str | None:
    if line.as_ is not None:
        return line.as_.id
    speaker = story.cast.get(line.who)
    return speaker.name.id if speaker is not None else None


def _summary_facts(story: Story, name: str) -> tuple[str, ...]:
    talk = story.all_talks.get(name.removesuffix(".summary"))
    return talk.summary.fact if talk is not None else ()


def _choices(story: Story, state: State) -> tuple[ChoiceNow, ...]:
    thrown_in = interrupt_of(story, state)
    shown = choices(story, state) or ((thrown_in,) if thrown_in is not None else ())
    return tuple(
        ChoiceNow(
            id=choice.id,
            text=choice.id,
            number=number,
            stance=choice.stance,
            decision=choice.decision is not None,
            enabled=can_choose(choice, story, state),
            why_not=choice.why_not.id if choice.why_not is not None and not can_choose(choice, story, state) else None,
            chosen_before=choice.id in state.reached,
            interrupt=thrown_in is not None,
            change=choice.change,
            facts=choice.fact,
        )
        for number, choice in enumerate(shown, start=1)
    )


def _notebook(story: Story, state: State) -> tuple[CardNow, ...]:
    return recall("notebook", story, state, lambda: _cards(story, state))


def _cards(story: Story, state: State) -> tuple[CardNow, ...]:
    found = ((card, story.clues.get(card.clue), story.places.get(card.found_in or "")) for card in state.notebook)
    return tuple(
        _card(
            (clue.id, clue.title.id, clue.card.id, clue.alt.id),
            place.name.id if place is not None else None,
            card.stamp,
            tuple([story.cast[who].name.id for who in clue.about if who in story.cast]),
            (*clue.card.fact, *clue.alt.fact),
        )
        for card, clue, place in found
        if clue is not None
    )


@lru_cache(maxsize=1024)  # the same cards lie in the notebook from one moment to the next
def _card(
    ids: tuple[str, str, str, str], place: str | None, stamp: Stamp | None, about: tuple[str, ...], facts: tuple[str, ...]
) -> CardNow:
    name, title, card, alt = ids
    return CardNow(
        id=name, title=title, card=card, alt=alt, picture=f"clue/{name}", found_in=place, stamp=stamp, about=about, facts=facts
    )  # fmt: skip


def _board(board: Board, story: Story, state: State) -> BoardNow:
    boxes = []
    for slot in slots(board, state):
        box, allowed = state.box(slot.id), cards(slot, story, state)
        boxes.append(
            SlotNow(
                id=slot.id,
                title=slot.title.id if slot.title is not None else None,
                question=slot.question.id,
                who=slot.question.who,
                answers=tuple(
                    AnswerNow(id=card.id, text=card.id, clues=tuple(clue for clue in card.clues if state.has(clue)), facts=card.fact)
                    for card in slot.cards
                    if card.id in allowed
                ),
                unknown=slot.unknown.id,
                card=box.card,
                sure=box.sure,
            )
        )
    return BoardNow(
        id=board.id,
        title=board.title.id,
        sure=board.sure.id,
        think=board.think.id,
        unknown=board.unknown.id,
        slots=tuple(boxes),
        can_commit=board_is_full(board, state),
    )


def _farewell(story: Story, state: State) -> FarewellNow | None:
    closing = story.episode.closing
    if state.ended is None or closing is None or state.mode not in closing.farewell:
        return None
    farewell = closing.farewell[state.mode]
    return FarewellNow(title=closing.title.id, texts=farewell.texts, leads_to=farewell.leads_to)


def _workshop(story: Story, state: State) -> WorkshopNow | None:
    """Beside every talk in which something can be done to the picture."""
    talk = story.all_talks.get(state.talk.talk) if state.talk is not None else None
    if talk is None or not any(choice.change for choice in talk.choices()):
        return None
    return WorkshopNow(change=state.change, lamp=state.lamp)


def _repairs(story: Story, state: State) -> tuple[RepairNow, ...]:
    """What may be come back to; nothing while something else is being read or played."""
    if state.talk is not None or state.board_open or state.ended is not None:
        return ()
    found = ((talk, story.decisions.get(talk.repairs or "")) for talk in repairs_offered(story, state))
    return tuple(
        RepairNow(
            id=talk.id,
            title=decision.title.id if decision is not None and decision.title is not None else None,
            who=story.cast[talk.with_].name.id if talk.with_ is not None and talk.with_ in story.cast else None,
        )
        for talk, decision in found
    )


def _phase_name(story: Story, state: State) -> str | None:
    part = story.episode.phases.get(phase(story, state) or "")
    return part.name.id if part is not None and part.name is not None else None


def _progress(story: Story, state: State) -> Progress:
    bounds = story.episode.trust
    third = (bounds.max - bounds.min) / 3
    signal: Literal["crackle", "catch", "clear"] | None = "catch" if story.weighs_trust else None
    if signal is None:
        pass
    elif state.trust < bounds.min + third:
        signal = "crackle"
    elif state.trust > bounds.max - third:
        signal = "clear"
    return Progress(
        path=state.path,
        mode=state.mode,
        phase=phase(story, state),
        clues=len(state.notebook),
        of_clues=len(story.clues),
        places=len(state.visited),
        signal=signal,
        summaries=state.summaries,
        phase_name=_phase_name(story, state),
        ending=state.ended,
    )
