"""What the desk shows now, as plain data that round-trips through JSON. A window and a terminal draw from it alone.

Room: reporting/client. Every word is an id of `words.py` (`Say` adds parameters); a reader finds the wording and adds nothing.
A button is an `ActionNow`: the answer is `Do(action.id)`. A choice is an `OptionNow`: the answer is `Pick(field, option.id)`.
A text field answers with `Write(field, text, index)`. What is disabled carries the id of its reason.
Read first: `DeskMoment`, at the end.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from reporting.client.choices import Action, Badge, Contact, ItemState, Keeping, Question, ReceiptPdf, Screen, SendPhase


class Plain(BaseModel):
    """Immutable, unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Say(Plain):
    """Something to word: an id and what goes in its {places}. Parameters may be what the person typed: never log them."""

    word: str
    params: dict[str, str] = Field(default_factory=dict, repr=False)


class ActionNow(Plain):
    """A button. `main` is the way on; `focus` is where the keyboard starts; a disabled one says why."""

    id: Action
    word: str
    enabled: bool = True
    why_not: str | None = None
    main: bool = False
    focus: bool = False


class OptionNow(Plain):
    """One of several answers. `note` is its second, smaller line, when it has one."""

    id: str
    word: str
    note: str | None = None
    chosen: bool = False


class TrailStep(Plain):
    """One of the five steps at the top. `struck`: not for this person (a witness has no picture step)."""

    id: Literal["who", "picture", "links", "review", "receipt"]
    word: str
    state: Literal["done", "now", "todo", "struck"]


class AskNow(Plain):
    """A question over the screen, answered with Do("confirm") or Do("stay"); `stay` has the focus."""

    about: Question
    say: Say
    confirm: str
    stay: str


class LeavingNow(Plain):
    """« Tu quittes l’histoire »: 3018 first and largest; Enter and Esc go back to the story."""

    screen: Literal["leaving"] = "leaving"


class RealOrTryNow(Plain):
    """Two doors, neither chosen. `can_try` is False once the person has said it is for real. `done` says what was just done."""

    screen: Literal["real_or_try"] = "real_or_try"
    can_try: bool
    done: str | None = None


class OpeningNow(Plain):
    """A short wait: the exercise starts, or the operator's identity is being checked. Nothing was asked or sent yet."""

    screen: Literal["opening"] = "opening"
    what: Literal["training", "live"]
    say: str


class ServiceNow(Plain):
    """A real service. `picture` says where the picture goes: it stays on the device, or trained analysts receive it."""

    id: str
    name: str
    for_whom: str
    picture: Literal["stays", "analysts"]
    picture_word: str
    fits: bool
    url: str
    host: str
    facts: tuple[str, ...]
    asking: bool = False


class RoutesNow(Plain):
    """Real services for the age and country. On `not_connected`, first of all: nothing done here would reach anyone."""

    screen: Literal["not_connected", "routes"]
    say: str
    ages: tuple[OptionNow, ...]  # field "route_age"
    services: tuple[ServiceNow, ...]  # answer with LeaveFor(service.id); those that do not fit come last, with no button
    limits: str


class WhoNow(Plain):
    """Who is asking, the age in the picture, whose device. Nothing is chosen beforehand."""

    screen: Literal["who"] = "who"
    who: tuple[OptionNow, ...]  # field "who"
    ages: tuple[OptionNow, ...]  # field "age"
    ages_title: str
    devices: tuple[OptionNow, ...]  # field "device"
    devices_title: str
    advice: str
    waiting: int = 0  # reports of an earlier visit still to be sent
    draft_found: bool = False
    can_passphrase: bool = False  # no keyring here: Write("passphrase", …) opens and keeps a draft
    passphrase_problem: str | None = None


class ItemNow(Plain):
    """A chosen file, by number only: no name, no thumbnail. Answers: Cancel(id) while measuring, Remove(id) after."""

    id: int
    title: Say
    source: Literal["own", "example"]
    state: ItemState
    percent: int
    say: Say
    can_cancel: bool
    can_remove: bool


class PictureNow(Plain):
    """The picture step: AddPicture(path) from a drop, a field or the file browser; AddExample() in training."""

    screen: Literal["picture"] = "picture"
    items: tuple[ItemNow, ...]
    room: int  # how many more can be added
    full: Say | None = None  # why no more can be
    example: bool  # the bundled picture is offered (training only)
    promise: str
    advice: str
    hidden: str
    problem: Say | None = None


class LinkNow(Plain):
    """One link as typed, and as it will leave. `problem` names what is wrong with it."""

    index: int
    text: str = Field(repr=False)
    normal: str | None = Field(default=None, repr=False)
    host: str | None = Field(default=None, repr=False)
    problem: str | None = None


class NameNow(Plain):
    """A word of the text that looks like a first name: start and end index, so that a reader can underline it."""

    start: int
    end: int
    say: Say


class LinksNow(Plain):
    """Where it was seen, what happened, how to answer. Fields: link (with index), account, seen, context, contact."""

    screen: Literal["links"] = "links"
    links: tuple[LinkNow, ...]
    room: int
    account: str = Field(repr=False)
    seen: str = Field(repr=False)
    context: str = Field(repr=False)
    context_left: int  # characters that still fit
    names: tuple[NameNow, ...]
    contacts: tuple[OptionNow, ...]  # field "contact_kind"
    contact_kind: Contact
    contact: str = Field(repr=False)
    contact_problem: str | None = None
    advice: str


class LeafNow(Plain):
    """One piece of information: the id of its words, and what this report holds for it (JSON text, no doubles)."""

    word: str
    values: tuple[str, ...] = Field(default=(), repr=False)


class ReviewNow(Plain):
    """All that leaves, beside what never leaves; both lists are made from the shapes of the protocol."""

    screen: Literal["review"] = "review"
    composing: bool  # being sealed: nothing to read yet
    clear: tuple[LeafNow, ...]
    sealed: tuple[LeafNow, ...]
    never: tuple[LeafNow, ...]
    json_text: str = Field(repr=False)  # once authorised: what is sent, byte for byte; before, `authorisation` is null
    added_text: str = Field(default="", repr=False)  # before the yes: what it would put in the place of that null, were it given now
    sealed_text: str = Field(repr=False)  # what the key "sealed" of `json_text` holds before it is sealed
    view: Literal["words", "code"]
    authorised: bool
    authorisation: Say


class ReceiptNow(Plain):
    """The receipt, shown before anything is sent, and its fate afterwards. `warning` comes first on the screen."""

    screen: Literal["receipt"] = "receipt"
    phase: SendPhase
    warning: str
    exercise: str | None  # the word that stands before the nine others in an exercise: EXERCICE or TRAINING
    words: tuple[str, ...] = Field(repr=False)
    footer: Say
    keeping: Keeping
    keeping_word: str
    can_passphrase: bool  # no keyring: Write("passphrase", …) keeps it on the device; otherwise memory only
    passphrase_problem: str | None
    pdf: ReceiptPdf
    pdf_word: str
    after: tuple[Say, ...]


class WordNow(Plain):
    """One of the nine places. `completion` is the only word that begins like this; `nearest` is offered for a wrong one."""

    index: int
    text: str = Field(repr=False)
    state: Literal["empty", "typing", "known", "unknown"]
    completion: str | None = Field(default=None, repr=False)
    nearest: str | None = Field(default=None, repr=False)


class LookupNow(Plain):
    """Nine numbered places: Write("word", text, index). A whole receipt pasted in one place fills them all."""

    screen: Literal["lookup"] = "lookup"
    words: tuple[WordNow, ...]
    exercise: bool
    missing: int
    working: bool
    footer: Say
    advice: tuple[str, ...]


class StepNow(Plain):
    """One thing that happened to the case, or will."""

    say: Say
    at: AwareDatetime | None
    state: Literal["done", "now", "next"]


class MessageNow(Plain):
    """An answer of the hotline, opened on this device."""

    at: AwareDatetime
    text: str = Field(repr=False)


class FollowNow(Plain):
    """The case. The nine words are covered unless the person lifts the cover."""

    screen: Literal["follow"] = "follow"
    words: tuple[str, ...] | None = Field(default=None, repr=False)  # None: covered
    steps: tuple[StepNow, ...]
    messages: tuple[MessageNow, ...]
    working: bool
    withdrawn: bool


class ErrorNow(Plain):
    """Nobody’s fault: what happened, what is safe, what to do now."""

    screen: Literal["error"] = "error"
    title: str
    say: Say
    calm: str
    kept: Say | None  # where the report is kept, when there is one
    next_try: AwareDatetime | None
    fields: tuple[str, ...] = ()  # what the service did not accept


Body = Annotated[
    LeavingNow | RealOrTryNow | OpeningNow | RoutesNow | WhoNow | PictureNow | LinksNow | ReviewNow | ReceiptNow | LookupNow
    | FollowNow | ErrorNow, Field(discriminator="screen")]


class DeskMoment(Plain):
    """Everything a reader shows of the desk. `badge` comes from the mode, which is set once; a reader never chooses it."""

    screen: Screen
    badge: Badge
    operator: str | None  # who is at the other end, verified; the exercise's name in training
    title: Say
    trail: tuple[TrailStep, ...]  # empty where there is no trail
    body: Body
    actions: tuple[ActionNow, ...]
    problem: Say | None = None  # what just did not work, to show near the action
    asking: AskNow | None = None
    promise: Say | None = None  # « Rien n’est encore parti. » and the like, at the foot

    def action(self, name: Action) -> ActionNow | None:
        """The button of this name, when it is on the screen."""
        return next((action for action in self.actions if action.id == name), None)
