"""The present moment: all a reader may show, as plain data that round-trips through JSON with a schema.

Room: game/core, the rules. The window, a terminal and a bot read the same moment; nothing they draw is decided there.
Stays outside: words (every text here is an id), pixels beyond hotspot shapes, and what a hotspot will give.
`present.py` builds it; `Moment.model_json_schema()` is its schema.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from game.content.vocabulary import Change, LogKind, LogSkin, Tone
from game.core.commands import Command, Lamp, Stamp, Sureness
from game.core.offer import Do, Offer, Shown

TextId: TypeAlias = str
"""An id that `Words.line` turns into a sentence in the player's language."""
Point: TypeAlias = tuple[float, float]
"""x, y in the logical 1920x1080 picture, origin top left."""
Verb: TypeAlias = Literal["look", "talk", "take", "use"]
Stance: TypeAlias = Literal["listen", "ask", "propose"]
Activity: TypeAlias = Literal["place", "talk", "log", "board", "ended"]


class UseNow(Shown):
    """Something that can be done to a hotspot: its words, whether it is taken or used, the title of the clue it is done with."""

    id: str
    name: TextId
    verb: Literal["use", "take"]
    with_: TextId | None = None


class HotspotNow(Shown):
    """Something that can be looked at; `id` is `place/hotspot`. The shape is a polygon in logical pixels, `mark` where its eye lies
    unless in the middle. `uses` can be done now."""

    id: str
    name: TextId
    shape: tuple[Point, ...]
    verbs: tuple[Verb, ...]
    examined: bool
    uses: tuple[UseNow, ...] = ()
    mark: Point | None = None


class PersonNow(Shown):
    """Somebody who stands here; `id` is their id in the cast. `at` is x of the middle, y of the feet, scale (1.0: a figure of 965 px)."""

    id: str
    name: TextId
    pose: str
    expression: str
    at: tuple[float, float, float]
    facing: Literal["left", "right"]
    talk: bool


class ExitNow(Shown):
    """A way out; `id` is `place/exit`. A closed one is drawn, but not offered. `onward`: the day goes on that way."""

    id: str
    to: str
    name: TextId
    shape: tuple[Point, ...]
    visited: bool
    open: bool
    onward: bool = False


class PlaceNow(Shown):
    """Where the player is; `layers` from the back to the front, as picture ids (`portail/back`); `alt` is what they show."""

    id: str
    name: TextId
    hour: TextId | None
    alt: TextId | None
    layers: tuple[str, ...]
    hotspots: tuple[HotspotNow, ...]
    people: tuple[PersonNow, ...]
    exits: tuple[ExitNow, ...]


class HeardNow(Shown):
    """What is heard for as long as this goes on: the air of the place and the music, as ids of sounds; None is silence."""

    sound: str | None = None
    music: str | None = None


class ComparedNow(Shown):
    """The player's own answer, beside the line that meets it: the box's title, the card put there and how sure; in which tone.

    `card` is None where the player did not know.
    """

    title: TextId | None
    card: TextId | None
    sure: Sureness | None
    tone: Tone | None


class LineNow(Shown):
    """The line on the sheet. `name` is None for narration; `stage` is what the speaker does meanwhile.

    `portrait` is True when the speaker's face is shown; a voice, the narration and the player have none.
    `last` is True when nothing follows before the player decides something else.
    `seen` is True when the line had been read before. `compared`: the line answers what the player put on the board.
    `cue` is the sound the line tells of: it is heard once, and its caption says it. `points`: a sign for each of its sentences.
    """

    id: TextId
    kind: Literal["narration", "speech", "self"]
    who: str
    name: TextId | None = None
    expression: str | None = None
    pose: str | None = None
    stage: TextId | None = None
    portrait: bool = False
    facts: tuple[str, ...] = ()
    seen: bool = False
    last: bool = False
    compared: ComparedNow | None = None
    cue: str | None = None
    points: tuple[str, ...] = ()


class ChoiceNow(Shown):
    """One thing the player may say or do. `number` is the key that picks it, from 1.

    One with a `change` is taken by `try-change`, with the lamp that was computed. A choice that is not `enabled` says why.
    `interrupt` is True for one that may be thrown in while somebody speaks.
    `decision` is True for a choice that stays: it cannot be rolled back, so no option of it is focused first.
    """

    id: str
    text: TextId
    number: int
    stance: Stance | None = None
    decision: bool = False
    enabled: bool = True
    why_not: TextId | None = None
    chosen_before: bool = False
    interrupt: bool = False
    change: Change | None = None
    facts: tuple[str, ...] = ()


class CardNow(Shown):
    """One found clue, as a card of the notebook. `found_in` is the name of the place, `picture` a picture id, `about` are names."""

    id: str
    title: TextId
    card: TextId
    alt: TextId
    picture: str
    found_in: TextId | None
    stamp: Stamp | None
    about: tuple[TextId, ...] = ()
    facts: tuple[str, ...] = ()


class AnswerNow(Shown):
    """A card that may be put in a box: its words, and the found clues it rests on."""

    id: str
    text: TextId
    clues: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


class SlotNow(Shown):
    """One box of the board: its question (asked by `who`), the cards that may answer it, the one in it, and how sure.

    `unknown` is the text of « je ne sais pas » here. `card` is None while the box is empty or `sure` is "unknown".
    """

    id: str
    title: TextId | None
    question: TextId
    who: str
    answers: tuple[AnswerNow, ...]
    unknown: TextId
    card: str | None
    sure: Sureness | None


class BoardNow(Shown):
    """The hypothesis board: its title, its boxes, the words of the three tones of voice.

    `can_commit` once each box is answered: « je ne sais pas », or a card and how sure.
    """

    id: str
    title: TextId
    sure: TextId
    think: TextId
    unknown: TextId
    slots: tuple[SlotNow, ...]
    can_commit: bool


class LogLineNow(Shown):
    """One line of a log. `ask`: it may be asked for now; `kept`: it was kept. Nothing here says what it would give."""

    id: TextId
    kind: LogKind
    at: TextId | None
    by: TextId | None
    ask: bool
    kept: bool
    facts: tuple[str, ...] = ()


class CountNow(Shown):
    """A figure under the log: `id` is the text that says of what."""

    id: TextId
    number: int
    of: int | None
    ringed: bool
    facts: tuple[str, ...] = ()


class LogNow(Shown):
    """What somebody remembers or noted. `who` tells it (an id of the cast), `how` says how they know."""

    id: str
    skin: LogSkin
    title: TextId
    who: str | None
    portrait: bool
    expression: str
    how: TextId | None
    note: TextId | None
    lines: tuple[LogLineNow, ...]
    counts: tuple[CountNow, ...]


class WorkshopNow(Shown):
    """The workshop: what was last done to its one picture, and what the comparison computed; None before the first change."""

    change: Change | None
    lamp: Lamp | None


class MapPlaceNow(Shown):
    """A place on the map. `at` is where its sign stands; `open`: one may go there, but was not there yet; `travel`: one can go now."""

    id: str
    name: TextId
    at: Point
    state: Literal["here", "visited", "open", "later"]
    travel: bool
    onward: bool = False


class MapNow(Shown):
    """The map; `ways` are pairs of places with a way between them; `picture` lies under them, where the episode has one."""

    title: TextId
    note: TextId | None
    picture: str | None
    places: tuple[MapPlaceNow, ...]
    ways: tuple[tuple[str, str], ...]


class PageNow(Shown):
    """A person's page: a name alone until they have spoken (`met`), what was written there, the clues that concern them."""

    id: str
    name: TextId
    role: TextId | None
    met: bool
    notes: tuple[TextId, ...]
    clues: tuple[str, ...]
    facts: tuple[str, ...] = ()


class TermNow(Shown):
    """A word of the glossary and its meaning."""

    id: str
    word: TextId
    meaning: TextId
    facts: tuple[str, ...] = ()


class FarewellNow(Shown):
    """How the story lets go: the texts to show in order, and what opens then (the desk, or the take-home card in class)."""

    title: TextId
    texts: tuple[TextId, ...]
    leads_to: Literal["desk", "card"]


class ActNow(Shown):
    """One decision that was answered: what one did, and what is known to have come of it. `mended`: it was come back to.

    `keep` is the one sentence to take away from it.
    """

    decision: str
    title: TextId | None
    did: TextId
    changed: TextId | None
    mended: TextId | None
    keep: TextId | None = None
    facts: tuple[str, ...] = ()


class RecapNow(Shown):
    """What you did, what it changed: only what was done; what was skipped or never met is not in it, and nothing is counted.

    `open` are repairs that could still be made: titles only, for another time. `card` stands over it all.
    """

    ending: str
    title: TextId | None
    card: TextId | None = None
    acts: tuple[ActNow, ...]
    open: tuple[TextId, ...] = ()


class RepairNow(Shown):
    """A decision one may come back to: `id` is the talk that does it, `title` what it was about, `who` hears it (a name)."""

    id: str
    title: TextId | None
    who: TextId | None


class Progress(Shown):
    """How far the play is, for the notebook and the bar; never a score.

    `signal` is the antenna: trust, without a figure; None in a story where nothing gives or takes any.
    """

    path: Literal["s", "m", "f"]
    mode: Literal["class", "home"]
    phase: str | None
    clues: int
    of_clues: int
    places: int
    signal: Literal["crackle", "catch", "clear"] | None
    summaries: bool
    phase_name: TextId | None = None
    ending: str | None = None


class AccountNow(Shown):
    """How far somebody's own account has come: step `step` of about `of`, both from 1."""

    step: int
    of: int


class Moment(Shown):
    """All that is true for a reader now.

    activity: `place` (walking; a line may lie on the picture), `talk`, `log` (an answer may lie over it), `board`, or `ended`
              (the story is left).
    talk:     the talk or scene being played, for its picture and for « Passer cette scène ».
    recap:    once the story has ended, what one did and what it changed.
    repairs:  what one may come back to now, offered since the last bell.
    account:  in a talk in which somebody tells what happened to them, how far they have come.
    offers:   the commands that will be accepted, and no other: a reader offers these and nothing else.
    """

    activity: Activity
    place: PlaceNow | None
    heard: HeardNow
    talk: str | None
    line: LineNow | None
    choices: tuple[ChoiceNow, ...]
    notebook: tuple[CardNow, ...]
    board: BoardNow | None
    farewell: FarewellNow | None
    offers: tuple[Offer, ...]
    progress: Progress
    log: LogNow | None = None
    workshop: WorkshopNow | None = None
    map: MapNow | None = None
    pages: tuple[PageNow, ...] = ()
    glossary: tuple[TermNow, ...] = ()
    recap: RecapNow | None = None
    repairs: tuple[RepairNow, ...] = ()
    account: AccountNow | None = None

    def offered(self, do: Do) -> tuple[str, ...] | None:
        """What this verb may be done to now (empty for a verb that takes nothing); None when it is not possible."""
        found = [offer.on for offer in self.offers if offer.do == do]
        return tuple(target for on in found for target in on) if found else None

    def allows(self, command: Command) -> bool:
        """Whether this very command will be accepted."""
        return any(offer.allows(command) for offer in self.offers)
