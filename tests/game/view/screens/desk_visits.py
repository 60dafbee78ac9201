"""Visits to the desk, made by the desk's own `step` from what a person does and what the world answers. No service, no files.

Each visit ends on one screen; the pictures and the layout tests draw them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from nacl.public import PrivateKey

from reporting.client import commands as c
from reporting.client.desk import DeskEnv, DeskMoment, DeskState, open_desk, present, step
from reporting.client.effects import Compose, Effect
from reporting.client.routes import load_routes
from reporting.client.secret import Hidden
from reporting.client.shapes import Case, CaseMessage, CaseStep, Prints
from reporting.client.submission import compose
from reporting.protocol import operator
from reporting.protocol.model import Mode
from reporting.protocol.receipt import Language, Receipt
from reporting.protocol.status import StepKind

NOW = datetime(2026, 11, 25, 16, 36, tzinfo=UTC)
PRINTS = Prints("d8f1c3" * 10 + "d8f1", 91, "9a0e4411" * 4, "7c2be0aa" * 8)
OPERATORS = {"live": "Ligne Balise", "training": "Exercice · Training"}
CONTEXT = "Une photo de moi tourne depuis dimanche. C’est Malo qui l’avait."
# the indices of nine quiet words, so that a picture of the screen is the same every time
WORDS = tuple(range(40, 49))


def env(language: Language = "fr", *, pinned: bool = True, now: datetime = NOW) -> DeskEnv:
    """What the desk knows of the world in a test."""
    return DeskEnv(now=now, language=language, country="FR", routes=load_routes(), pinned=pinned)


class Visit:
    """One visit: what was done, and where it led."""

    def __init__(self, language: Language = "fr", *, pinned: bool = True) -> None:
        self.env = env(language, pinned=pinned)
        self.state: DeskState = open_desk()
        self.effects: list[Effect] = []

    @property
    def moment(self) -> DeskMoment:
        return present(self.state, self.env)

    def do(self, *commands: c.Command) -> Visit:
        """Ask and answer, in order."""
        for command in commands:
            self.state, effects = step(self.state, command, self.env)
            self.effects.extend(effects)
        return self

    def press(self, *names: str) -> Visit:
        """Press buttons."""
        return self.do(*(c.Do(name) for name in names))  # type: ignore[arg-type]

    @property
    def mode(self) -> str:
        return self.state.mode or "training"


@dataclass
class Behind:
    """A room whose world is only a visit: commands are stepped and remembered, nothing happens and nothing comes back."""

    visit: Visit
    asked: list[c.Asked] = field(default_factory=list)
    unopened: str = ""
    wiped: bool = False

    @property
    def moment(self) -> DeskMoment:
        """What the desk shows."""
        return self.visit.moment

    @property
    def closed(self) -> bool:
        """Whether it was left."""
        return self.visit.state.closed

    def ask(self, command: c.Asked) -> None:
        """Step."""
        self.asked.append(command)
        self.visit.do(command)

    def tick(self) -> bool:
        """Nothing is under way."""
        return False

    def wipe(self) -> None:
        """Put away, and forget."""
        self.wiped = True

    close = wipe


def opened(mode: str, language: Language = "fr") -> Visit:
    """Through a door, up to « who are you »."""
    visit = Visit(language).press("continue", "try" if mode == "training" else "for_real")
    return visit.do(c.Opened(visit.state.visit, OPERATORS[mode], "keyring"))


def known(mode: str, language: Language = "fr", who: str = "shown", device: str = "mine") -> Visit:
    """Who, age and device are said."""
    return opened(mode, language).do(c.Pick("who", who), c.Pick("age", "15_17"), c.Pick("device", device))


def at_picture(mode: str, language: Language = "fr", device: str = "mine") -> Visit:
    """Three files: one ready, one too plain, one on its way."""
    visit = known(mode, language, device=device).press("continue")
    if mode == "training":
        visit.do(c.AddExample())
    else:
        visit.do(c.AddPicture(Hidden("/nulle part/un.jpg")))
    visit.do(c.AddPicture(Hidden("/nulle part/deux.jpg")), c.AddPicture(Hidden("/nulle part/trois.jpg")))
    one, two, three = (item.id for item in visit.state.draft.items)
    v = visit.state.visit
    return visit.do(c.Measured(v, one, PRINTS), c.Measured(v, two, Prints("0" * 64, 12, "0" * 32, "0" * 64)), c.Progress(v, three, 62))


def at_links(mode: str, language: Language = "fr", device: str = "mine") -> Visit:
    """Two links, an account, a text with a first name in it."""
    visit = at_picture(mode, language, device)
    visit.do(c.Cancel(visit.state.draft.items[-1].id)).press("continue")
    return (
        visit.do(c.Write("link", "https://lucarne.example/p/8841"))
        .press("add_link")
        .do(
            c.Write("link", "forum-du-quai.example/sujet 312", 1),
            c.Write("account", "@bouee_perdue"),
            c.Write("seen", "lundi 23, vers 18 h"),
            c.Write("context", CONTEXT),
        )
    )


def at_review(mode: str, language: Language = "fr", device: str = "mine") -> Visit:
    """Composed and sealed, to an operator that exists in this test only."""
    visit = at_links(mode, language, device).do(c.Write("link", "forum-du-quai.example/sujet/312", 1)).press("review")
    effect = next(e for e in reversed(visit.effects) if isinstance(e, Compose))
    key = bytes(PrivateKey(bytes(range(32))).public_key).hex()
    statement = operator.state(
        mode=Mode(mode), name=OPERATORS[mode], legal_basis="essai", contact="essai@example.org", inside_key=key, issued=NOW
    )
    receipt = Receipt(WORDS, language, training=mode == "training")
    made = compose(effect.draft, language, NOW, statement, receipt)
    return visit.do(c.Ready(visit.state.visit, effect.number, made))


def at_receipt(mode: str, language: Language = "fr", device: str = "mine", *, arrived: bool = False) -> Visit:
    """Authorised, the receipt shown; arrived or not sent yet."""
    visit = at_review(mode, language, device).press("authorise", "send")
    if arrived:
        visit.press("noted").do(c.Kept(visit.state.visit, "keyring"), c.Arrived(visit.state.visit))
    return visit


def at_error(mode: str, language: Language = "fr") -> Visit:
    """The service went away before the report reached it."""
    visit = at_receipt(mode, language).press("noted")
    v = visit.state.visit
    return visit.do(c.Kept(v, "keyring"), c.Failed(v, "send", "down"))


def at_follow(mode: str, language: Language = "fr") -> Visit:
    """The case a day later."""
    visit = at_receipt(mode, language, arrived=True).press("to_follow")
    when = [NOW + timedelta(hours=n) for n in (0, 14, 15)]
    steps = (
        CaseStep(StepKind.RECEIVED, when[0], "done"),
        CaseStep(StepKind.READ, when[1], "done"),
        CaseStep(StepKind.REQUEST_SENT, when[2], "now"),
        CaseStep(StepKind.FINGERPRINT_SHARED, None, "next"),
    )
    said = (
        CaseMessage(when[2], "On a écrit à Lucarne. Tu n’as rien à faire. Et toi, ça va ?"),
        CaseMessage(when[2] + timedelta(hours=4), "Bien vu. Ajoute son lien quand tu veux."),
    )
    return visit.do(c.CaseOpened(visit.state.visit, Case(steps, said)))


def at_lookup(language: Language = "fr") -> Visit:
    """Four words written, the fifth on its way, a sixth that is no word."""
    visit = Visit(language).press("continue", "find_case")
    words = (
        ("marine", "grenier", "violon", "citron", "nuag", "plumm")
        if language == "fr"
        else ("ability", "lemon", "cloud", "fox", "violi", "hamok")
    )
    return visit.do(*(c.Write("word", word, n) for n, word in enumerate(words)))


def _routes_abroad(language: Language) -> Visit:
    """The services in the United Kingdom: another that receives the picture."""
    visit = known("training", language).press("show_routes")
    visit.env = replace(visit.env, country="GB")
    return visit


VISITS: dict[str, Callable[[Language], Visit]] = {
    "leaving": lambda la: Visit(la),
    "doors": lambda la: Visit(la).press("continue"),
    "opening": lambda la: Visit(la).press("continue", "try"),
    "not-connected": lambda la: Visit(la, pinned=False).press("continue", "for_real").do(c.Pick("route_age", "minor")),
    "not-connected-asking": lambda la: (
        Visit(la, pinned=False).press("continue", "for_real").do(c.Pick("route_age", "minor"), c.LeaveFor("take_it_down"))
    ),
    "routes": lambda la: known("training", la).press("show_routes"),
    "routes-abroad": _routes_abroad,
    "who": lambda la: opened("live", la),
    "who-chosen": lambda la: known("live", la),
    "who-witness": lambda la: known("training", la, "witness", "shared"),
    "picture": lambda la: at_picture("live", la),
    "picture-training": lambda la: at_picture("training", la),
    "picture-empty": lambda la: known("training", la).press("continue"),
    "links": lambda la: at_links("training", la),
    "links-address": lambda la: at_links("live", la).do(c.Pick("contact_kind", "address")),
    "review": lambda la: at_review("live", la),
    "review-code": lambda la: at_review("training", la).press("show_code"),
    "receipt": lambda la: at_receipt("live", la),
    "receipt-training": lambda la: at_receipt("training", la, "shared"),
    "receipt-arrived": lambda la: at_receipt("live", la, arrived=True),
    "lookup": lambda la: at_lookup(la),
    "follow": lambda la: at_follow("live", la),
    "follow-withdraw": lambda la: at_follow("training", la).press("withdraw"),
    "receipt-training-arrived": lambda la: at_receipt("training", la, arrived=True),
    "lookup-training": lambda la: opened("training", la).press("find_case"),
    "follow-training": lambda la: at_follow("training", la),
    "wipe-asking": lambda la: at_picture("training", la).press("wipe_exercise"),
    "wipe-failed": lambda la: _not_wiped(la),
    "doors-for-real": lambda la: Visit(la, pinned=False).press("continue", "for_real", "back"),
    "doors-wiped": lambda la: wiped(la),
    "doors-wiped-pdf": lambda la: wiped(la, pdf=True),
    "error": lambda la: at_error("live", la),
    "error-opening": lambda la: _not_opened(la),
}


def wiped(language: Language, *, pdf: bool = False) -> Visit:
    """Everything of the exercise was erased, from its receipt; with `pdf` one was saved before."""
    visit = at_receipt("training", language, arrived=True)
    if pdf:
        visit.press("save_pdf").do(c.PdfSaved(visit.state.visit, "Documents"))
    return visit.press("wipe_exercise", "confirm").do(c.ExerciseWiped(visit.state.visit))


def _not_wiped(language: Language) -> Visit:
    visit = at_follow("training", language).press("wipe_exercise", "confirm")
    return visit.do(c.Failed(visit.state.visit, "wipe", "down"))


def _not_opened(language: Language) -> Visit:
    visit = Visit(language).press("continue", "try")
    return visit.do(c.Failed(visit.state.visit, "open", "cannot_start"))


def every(language: Language) -> Iterable[tuple[str, Visit]]:
    """All visits by name."""
    for name, make in VISITS.items():
        yield name, make(language)
