"""The desk as a value: whatever is pressed, typed or answered, in any order, its promises hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cache
from typing import get_args

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from reporting.client import commands as say
from reporting.client import effects as do
from reporting.client.choices import AGES, CONTACTS, DEVICES, ROUTE_AGES, WHO, Action, DiskCause, Keeping, PictureCause, ServiceCause
from reporting.client.commands import AddExample, AddPicture, Answer, Cancel, Command, Do, LeaveFor, Pick, QuickExit, Remove, Tick, Write
from reporting.client.desk import DeskEnv, DeskMoment, DeskState, open_desk, present, step
from reporting.client.effects import Effect
from reporting.client.review import inside_of, items_of
from reporting.client.secret import Hidden
from reporting.client.shapes import Case, CaseStep, Composed, Draft, Prints
from reporting.client.state import ForReal, Trying
from reporting.client.words import word_ids
from reporting.protocol.keys import CaseKeys
from reporting.protocol.model import Mode
from reporting.protocol.receipt import derive, new_receipt
from reporting.protocol.report import Report, authorise, new_idempotency_key
from reporting.protocol.sealing import seal_inside
from reporting.protocol.status import StepKind
from tests.reporting.client.desks import ENV, NOON

UNSHRUNK = (Phase.generate,)  # shrinking a walk takes minutes; the turns that failed are printed as they are
SECRET = "Prunelle-secrète"
WORDS = word_ids(ENV.routes)


RECEIPTS = {mode: new_receipt("fr", training=mode is Mode.TRAINING) for mode in Mode}


@cache
def keys_of(mode: Mode) -> CaseKeys:
    """Derived once a mode: it is slow on purpose."""
    return derive(RECEIPTS[mode])


def composed(draft: Draft, mode: Mode) -> Composed:
    """What composing answers, sealed to a key that nobody holds."""
    keys = keys_of(mode)
    inside = inside_of(draft, "fr")
    report = Report(version=1, mode=mode, idempotency=new_idempotency_key(), locator=keys.locator.hex(),
                    verifier_hash=keys.verifier.hash(), reply_key=keys.reply_key, items=tuple(items_of(draft)),
                    authorisation=authorise(NOON), sealed=seal_inside(inside, keys.reply_key))
    return Composed(report, inside, RECEIPTS[mode])


def good_answer(effect: Effect) -> Answer | None:
    """What the world answers when all goes well."""
    visit = effect.visit
    match effect:
        case do.OpenService():
            return say.Opened(visit, "Ligne d’essai", "keyring", waiting=1, draft_found=True)
        case do.Measure(_, item, _):
            return say.Measured(visit, item, Prints("a" * 64, 90, "b" * 32, "c" * 64))
        case do.Compose(number=number, draft=draft, mode=mode):
            return say.Ready(visit, number, composed(draft, Mode(mode)))
        case do.Keep(keeping=keeping):
            return say.Kept(visit, keeping)
        case do.Send():
            return say.Arrived(visit)
        case do.SendWaiting():
            return say.WaitingSent(visit, 0)
        case do.Erase():
            return say.Erased(visit)
        case do.SavePdf():
            return say.PdfSaved(visit, "Documents")
        case do.OpenCase():
            return say.CaseOpened(visit, Case((CaseStep(StepKind.RECEIVED, NOON, "now"),), ()))
        case do.WithdrawCase():
            return say.Withdrew(visit)
        case do.SaveDraft():
            return say.DraftKept(visit)
        case do.OpenDraft():
            return say.DraftOpened(visit, Draft(who="shown", age="adult", device="mine", context=SECRET))
        case do.WipeExercise():
            return say.ExerciseWiped(visit)
        case _:
            return None


SERVICE, DISK = get_args(ServiceCause), get_args(DiskCause)
FAILURES = st.sampled_from([(what, cause) for what in ("open", "compose", "send", "waiting", "status", "withdraw") for cause in SERVICE]
                           + [(what, cause) for what in ("keep", "pdf", "draft", "erase") for cause in DISK]
                           + [("wipe", cause) for cause in (*SERVICE, *DISK)] + [("measure", cause) for cause in get_args(PictureCause)])
TEXTS = st.sampled_from([
    "", SECRET, "lucarne.example/p/1", "pas un lien", "EXERCICE", "marée", "x" * 3000, *RECEIPTS[Mode.TRAINING].words,
    RECEIPTS[Mode.TRAINING].text(), RECEIPTS[Mode.LIVE].text()])
PRESSES = st.sampled_from(get_args(Action)).map(Do)
PICKS = st.one_of(
    st.sampled_from([("who", who) for who in WHO]), st.sampled_from([("age", age) for age in AGES]),
    st.sampled_from([("device", device) for device in DEVICES]), st.sampled_from([("contact_kind", kind) for kind in CONTACTS]),
    st.sampled_from([("route_age", age) for age in ROUTE_AGES]), st.just(("who", "nobody")),
).map(lambda pair: Pick(*pair))
WRITES = st.builds(Write, st.sampled_from(["link", "account", "seen", "context", "contact", "word", "passphrase"]), TEXTS,
                   st.integers(-1, 9))
OTHERS = st.one_of(
    st.just(AddPicture(Hidden(f"/photos/{SECRET}.jpg"))), st.just(AddExample()), st.builds(Cancel, st.integers(1, 4)),
    st.builds(Remove, st.integers(0, 4), st.sampled_from(["item", "link"])), st.builds(LeaveFor, st.sampled_from(["disrupt", "nobody"])),
    st.just(Tick()))


@dataclass
class World:
    """The desk among people and machines: takes turns, remembers what must have been shown before."""

    env: DeskEnv
    state: DeskState = field(default_factory=open_desk)
    asked: list[Effect] = field(default_factory=list)
    reviewed: set[bytes] = field(default_factory=set)  # what a review showed, authorised
    noted: set[str] = field(default_factory=set)  # receipts that were on the screen before anything was sent
    was_real: bool = False

    def turn(self, command: Command) -> None:
        """One command, with every promise checked before and after."""
        before = self.state
        self.state, effects = step(before, command, self.env)
        self.asked += effects
        for effect in effects:
            self.check_effect(effect, before)
        self.check_state(before)
        self.look()

    def check_effect(self, effect: Effect, before: DeskState) -> None:
        """What leaves the value may happen only after what must come before it."""
        draft = before.draft
        match effect:
            case do.Send(body=body):
                assert body in self.reviewed, "what is sent is what the review showed, byte for byte, once authorised"
                assert before.receipt is not None
                assert before.receipt.text() in self.noted, "the receipt is shown before anything is sent"
                assert b'"given":true' in body
            case do.Keep(keeping=keeping, body=body):
                assert body in self.reviewed
                assert keeping == "memory" or draft.device == "mine"
            case do.SaveDraft() | do.SavePdf():
                assert draft.device == "mine", "a shared or school device keeps nothing"
            case do.Measure(path=path):
                assert draft.who in ("shown", "with_them")
                assert path is not None or isinstance(before.world, Trying), "no bundled picture for real"
            case do.WipeExercise():
                assert isinstance(before.world, Trying), "there is nothing to erase like this for real"
                assert before.asking == "wipe_exercise", "it is asked first"
            case do.OpenService(mode=mode):
                assert not (self.was_real and mode == "training"), "nobody who said it is for real is led to an exercise"

    def check_state(self, before: DeskState) -> None:
        state = self.state
        self.was_real = self.was_real or isinstance(state.world, ForReal)
        if self.was_real:
            assert not isinstance(state.world, Trying)
        if state.visit == before.visit and before.mode is not None:
            assert state.mode == before.mode, "a mode is set once in a visit"
        if state.draft.who == "witness":
            assert state.draft.items == ()
        assert SECRET not in repr(state) + repr(self.asked)
        if state.done is not None and before.done is None:
            assert state == DeskState(visit=before.visit + 1, screen="real_or_try", done=state.done), "nothing of the exercise remains"
        if state.closed:
            assert state == DeskState(visit=state.visit, closed=True), "nothing remains once the desk is left"

    def look(self) -> None:
        """Draw the moment; remember what a person could read in it."""
        now = present(self.state, self.env)
        assert DeskMoment.model_validate_json(now.model_dump_json()) == now
        assert SECRET not in repr(now)
        assert (now.badge == "training") == isinstance(self.state.world, Trying)
        assert now.badge != "live" or now.operator
        for word, places in said(now.model_dump()):
            assert word in WORDS, word
            assert places is None or tuple(sorted(places)) == WORDS[word], word
        wipe = now.action("wipe_exercise")
        assert wipe is None or (now.badge == "training" and now.screen in ("picture", "receipt", "lookup", "follow"))
        if now.asking is not None and now.asking.about == "wipe_exercise":
            assert now.badge == "training"
            assert [action.id for action in now.actions if action.focus] == ["stay"], "the keyboard starts on the harmless answer"
        if now.body.screen == "review" and now.body.authorised:
            self.reviewed.add(now.body.json_text.encode())
        if now.body.screen == "receipt" and now.body.phase == "to_note" and now.body.words:
            self.noted.add(" ".join(word for word in (now.body.exercise, *now.body.words) if word is not None))
        calm = replace(self.state, problem=None, done=None)  # the same button may lead to the same problem again
        for action in now.actions:
            assert (step(calm, Do(action.id), self.env) == (calm, ())) is not action.enabled, f"{action.id} on {now.screen}"


def said(thing: object) -> Iterator[tuple[str, set[str] | None]]:
    """Every word id in a moment, with the places it fills when it says them."""
    match thing:
        case {"word": str(word), "params": dict(params)}:
            yield word, set(params)
        case dict():
            for value in thing.values():
                yield from said(value)
        case list() | tuple():
            for value in thing:
                yield from said(value)
        case str() if thing.startswith("desk."):
            yield thing, None


def driven(draw: st.DataObject, world: World, turns: int) -> None:
    """Press mostly what is offered, sometimes anything; let the world answer well, badly, late or never."""
    for _ in range(turns):
        kind = draw.draw(st.integers(0, 11))
        offered = [action.id for action in present(world.state, world.env).actions if action.enabled and action.id != "return_to_story"]
        if kind <= 4 and offered:
            world.turn(Do(draw.draw(st.sampled_from(offered))))
        elif kind <= 6 and world.asked:
            effect = world.asked.pop(draw.draw(st.integers(0, len(world.asked) - 1)))
            answer = good_answer(effect)
            if answer is not None:
                world.turn(answer)
        elif kind == 7:
            world.turn(draw.draw(PICKS))
        elif kind == 8:
            world.turn(draw.draw(WRITES))
        elif kind == 9:
            world.turn(draw.draw(OTHERS))
        elif kind == 10:
            world.env = replace(world.env, now=world.env.now + timedelta(minutes=draw.draw(st.sampled_from([0, 3, 40]))))
            what, cause = draw.draw(FAILURES)
            world.turn(say.Failed(world.state.visit, what, cause, draw.draw(st.integers(0, 3))))
        else:
            world.turn(draw.draw(PRESSES))


@settings(phases=UNSHRUNK)
@given(data=st.data(), pinned=st.booleans())
def test_every_promise_holds_in_any_order(data: st.DataObject, pinned: bool) -> None:
    """Reviewed and authorised before sent, receipt first, mode set once, real never becomes training, a witness has no picture,
    every word exists, every offered button does something, every other does nothing, no repr tells anything."""
    driven(data, World(replace(ENV, pinned=pinned)), 40)


SETUPS = {
    "training": [Do("continue"), Do("try")],
    "live": [Do("continue"), Do("for_real")],
}


def at_review(door: str, who: str = "shown", device: str = "mine", keeping: Keeping = "keyring") -> World:
    """A world at a composed review behind this door."""
    world = World(replace(ENV, pinned=door == "live"))
    for command in SETUPS[door]:
        world.turn(command)
    world.turn(say.Opened(1, "Ligne d’essai", keeping))
    for pick in (Pick("who", who), Pick("age", "15_17"), Pick("device", device)):
        world.turn(pick)
    world.turn(Do("continue"))
    if who != "witness":
        world.turn(AddPicture(Hidden(f"/photos/{SECRET}.jpg")))
        world.turn(good_answer(world.asked[-1]))  # type: ignore[arg-type]
        world.turn(Do("continue"))
    world.turn(Write("link", "https://lucarne.example/p/8841"))
    world.turn(Write("context", SECRET))
    world.turn(Do("review"))
    world.turn(good_answer(world.asked[-1]))  # type: ignore[arg-type]
    return world


@settings(phases=UNSHRUNK)
@given(data=st.data(), door=st.sampled_from(sorted(SETUPS)), who=st.sampled_from(WHO), device=st.sampled_from(DEVICES),
       keeping=st.sampled_from(["keyring", "memory"]))
def test_every_promise_holds_from_the_review_on(data: st.DataObject, door: str, who: str, device: str, keeping: Keeping) -> None:
    """The same promises, starting where sending is near: long random walks seldom get there by themselves."""
    driven(data, at_review(door, who, device, keeping), 30)


def arrived(door: str) -> World:
    """A world whose report arrived, its receipt on the screen."""
    world = at_review(door)
    for command in (Do("authorise"), Do("send"), Do("noted"), say.Kept(1, "keyring"), say.Arrived(1)):
        world.turn(command)
    return world


def at_wipe(door: str, place: str) -> World:
    """A world on one of the screens where an exercise can be erased."""
    if place in ("receipt", "follow"):
        world = arrived(door)
        if place == "follow":
            world.turn(Do("to_follow"))
            world.turn(good_answer(world.asked[-1]))  # type: ignore[arg-type]
        return world
    world = at_review(door)
    for _ in range(2 if place == "picture" else 3):
        world.turn(Do("back"))
    if place == "lookup":
        world.turn(Do("find_case"))
    return world


WIPES = ("picture", "receipt", "lookup", "follow")


@settings(phases=UNSHRUNK)
@given(data=st.data(), door=st.sampled_from(sorted(SETUPS)), place=st.sampled_from(WIPES), asked=st.booleans())
def test_every_promise_holds_around_the_erasing(data: st.DataObject, door: str, place: str, asked: bool) -> None:
    """The same promises, starting where an exercise is erased: the answer comes well, badly, late or never, and much else meanwhile."""
    world = at_wipe(door, place)
    if asked:
        world.turn(Do("wipe_exercise"))
        world.turn(Do("confirm"))
    driven(data, world, 20)


@pytest.mark.parametrize("place", WIPES)
def test_an_exercise_is_erased_where_one_looks_for_it(place: str) -> None:
    """Offered, asked with « stay » first; a no changes nothing; after the yes the two doors again, the words, and nothing else."""
    world = at_wipe("training", place)
    before = world.state
    world.turn(Do("wipe_exercise"))
    now = present(world.state, world.env)
    assert now.asking is not None
    assert (now.asking.about, now.asking.say.word) == ("wipe_exercise", "desk.ask.wipe_exercise")
    assert [(action.id, action.focus) for action in now.actions] == [("confirm", False), ("stay", True)]
    world.turn(Do("stay"))
    assert world.state == before
    world.turn(Do("wipe_exercise"))
    world.turn(Do("confirm"))
    assert world.asked[-1] == do.WipeExercise(1)
    held = present(world.state, world.env).action("wipe_exercise")
    assert held is not None
    assert held.why_not == "desk.why.working", "it is not asked twice at once"
    world.turn(say.ExerciseWiped(1))
    assert world.state == DeskState(visit=2, screen="real_or_try", done="desk.real_or_try.wiped")
    assert do.CloseService(1) in world.asked
    body = present(world.state, world.env).body
    assert body.screen == "real_or_try"
    assert (body.can_try, body.done) == (True, "desk.real_or_try.wiped")
    world.turn(say.Arrived(1))
    world.turn(Do("find_case"))
    assert world.state.done is None, "said once"


@pytest.mark.parametrize("place", WIPES)
def test_for_real_nothing_is_erased_like_this(place: str) -> None:
    """The same screens behind the real door: not offered, not taken, and an answer that nobody asked for changes nothing."""
    world = at_wipe("live", place)
    before, asked = world.state, list(world.asked)
    assert present(before, world.env).action("wipe_exercise") is None
    world.turn(Do("wipe_exercise"))
    world.turn(say.ExerciseWiped(1))
    world.turn(say.Failed(1, "wipe", "down"))
    assert world.state == before
    forged = replace(before, asking="wipe_exercise")
    after, effects = step(forged, Do("confirm"), world.env)
    assert (after, effects) == (before, ()), "even a question that was never asked leads nowhere"
    assert world.asked == asked


@pytest.mark.parametrize("door", sorted(SETUPS))
def test_a_look_at_the_services_keeps_the_case_open(door: str) -> None:
    """From an opened case to the real services and back: the case is still there."""
    world = at_wipe(door, "follow")
    before = world.state
    world.turn(Do("show_routes"))
    world.turn(Do("back"))
    assert replace(world.state, route_age=before.route_age) == before


def test_before_either_door_nothing_is_erased() -> None:
    """Looking for a case from the threshold is no exercise yet."""
    world = World(ENV)
    world.turn(Do("find_case"))
    world.turn(Do("exercise"))
    assert present(world.state, world.env).action("wipe_exercise") is None


@pytest.mark.parametrize(("cause", "word"), [
    ("down", "service"), ("cannot_start", "service"), ("not_allowed", "disk"), ("disk_full", "disk")])
def test_an_exercise_that_stays_is_said(cause: ServiceCause | DiskCause, word: str) -> None:
    """The service does not answer, or a file cannot be taken away: it is said, nothing on the screen is lost, it can be asked again."""
    world = at_wipe("training", "follow")
    before = world.state
    for command in (Do("wipe_exercise"), Do("confirm"), say.Failed(1, "wipe", cause)):
        world.turn(command)
    now = present(world.state, world.env)
    assert now.problem is not None
    assert now.problem.word == f"desk.problem.wipe.{word}"
    assert replace(world.state, problem=None) == before
    world.turn(Do("wipe_exercise"))
    world.turn(Do("confirm"))
    assert world.asked[-1] == do.WipeExercise(1)


def test_a_saved_page_is_named_once_all_is_erased() -> None:
    """A PDF lies among the person's own documents: it stays, and that is said."""
    world = arrived("training")
    for command in (Do("save_pdf"), say.PdfSaved(1, "Documents"), Do("wipe_exercise"), Do("confirm"), say.ExerciseWiped(1)):
        world.turn(command)
    assert world.state.done == "desk.real_or_try.wiped_not_pdf"


def test_the_real_door_does_not_wait_for_the_erasing() -> None:
    """« C’est pour de vrai » while it is being erased: the answer comes to a visit that is over."""
    world = at_wipe("training", "picture")
    for command in (Do("wipe_exercise"), Do("confirm"), Do("for_real"), say.ExerciseWiped(1)):
        world.turn(command)
    assert world.state.screen == "not_connected"
    assert world.state.done is None


@pytest.mark.parametrize("door", sorted(SETUPS))
def test_the_straight_way(door: str) -> None:
    """Review, yes, receipt, noted, kept, sent, arrived; in this order and no other."""
    world = at_review(door)
    for command in (Do("authorise"), Do("send")):
        world.turn(command)
    assert not any(isinstance(effect, do.Keep | do.Send) for effect in world.asked), "nothing goes while it is being noted"
    assert present(world.state, world.env).body.screen == "receipt"
    world.turn(Do("noted"))
    world.turn(say.Kept(1, "keyring"))
    assert [type(effect) for effect in world.asked[-2:]] == [do.Keep, do.Send]
    world.turn(say.Arrived(1))
    now = present(world.state, world.env)
    assert now.body.screen == "receipt"
    assert now.body.phase == "arrived"
    assert now.badge == door


def test_nothing_is_chosen_beforehand() -> None:
    """Neither a door, nor who, age and device: nobody is led by a default."""
    world = World(ENV)
    world.turn(Do("continue"))
    now = present(world.state, world.env)
    assert [action.id for action in now.actions if action.focus or action.main] == ["for_real"], "the keyboard starts on the real door"
    world.turn(Do("try"))
    world.turn(say.Opened(1, "x", "memory"))
    body = present(world.state, world.env).body
    assert body.screen == "who"
    assert not any(option.chosen for option in (*body.who, *body.ages, *body.devices))


def test_for_real_without_an_operator_says_so_first() -> None:
    """No pinned operator: not connected, the services for the age, and never a report."""
    world = World(ENV)
    for command in SETUPS["live"]:
        world.turn(command)
    world.turn(Pick("route_age", "minor"))
    now = present(world.state, world.env)
    assert now.badge == "none"
    assert now.body.screen == "not_connected"
    assert [(service.id, service.fits, service.picture) for service in now.body.services] == [
        ("take_it_down", True, "stays"), ("disrupt", True, "analysts"), ("stopncii", False, "stays")]
    world.turn(LeaveFor("disrupt"))
    asking = present(world.state, world.env).asking
    assert asking is not None
    assert asking.say.params == {"host": "pointdecontact.net", "name": "DISRUPT"}
    assert not any(isinstance(effect, do.OpenSite) for effect in world.asked), "a browser keeps a trace: it is asked first"
    world.turn(Do("confirm"))
    assert world.asked[-1] == do.OpenSite(1, "https://www.pointdecontact.net/disrupt/")


def test_the_way_out_of_an_exercise_carries_nothing_over() -> None:
    """« C’est pour de vrai » from inside an exercise is another visit: empty, and never training again."""
    world = at_review("training")
    world.env = replace(world.env, pinned=True)
    world.turn(Do("for_real"))
    assert world.state.visit == 2
    assert world.state.draft == Draft()
    assert world.state.mode == "live"
    world.turn(say.Opened(1, "l’exercice", "keyfile"))
    assert world.state.screen == "opening", "a late answer of the exercise finds nobody"


def test_going_back_loses_nothing() -> None:
    """From the review to the first question and forward again, everything typed is still there."""
    world = at_review("live")
    typed = world.state.draft
    for _ in range(3):
        world.turn(Do("back"))
    assert world.state.screen == "who"
    for command in (Do("continue"), Do("continue"), Do("review")):
        world.turn(command)
    assert world.state.draft == typed
    assert world.state.composed is not None, "nothing was changed: the same review"


def test_a_changed_draft_makes_the_yes_void() -> None:
    """Authorised, then changed: it is composed and asked again, with the same receipt."""
    world = at_review("live")
    world.turn(Do("authorise"))
    receipt = world.state.receipt
    world.turn(Do("back"))
    world.turn(Write("context", "autre chose"))
    world.turn(Do("review"))
    assert world.state.authorised_at is None
    asked = world.asked[-1]
    assert isinstance(asked, do.Compose)
    assert asked.receipt == receipt


def test_a_late_composition_of_an_older_draft_is_dropped() -> None:
    """What was composed before the last change is never shown."""
    world = at_review("live")
    world.turn(Do("back"))
    world.turn(Write("context", "un"))
    world.turn(Do("review"))
    old = world.asked[-1]
    world.turn(Do("back"))
    world.turn(Write("context", "deux"))
    world.turn(Do("review"))
    world.turn(good_answer(old))  # type: ignore[arg-type]
    assert world.state.composed is None


def test_becoming_a_witness_drops_the_pictures_and_stops_measuring() -> None:
    """Whoever is not shown keeps nothing of the picture, not even a fingerprint."""
    world = at_review("live")
    for command in (Do("back"), Do("back"), AddPicture(Hidden("/b.jpg")), Do("back"), Pick("who", "witness")):
        world.turn(command)
    assert world.state.draft.items == ()
    assert world.asked[-1] == do.StopMeasuring(1, (2,))
    trail = {part.id: part.state for part in present(world.state, world.env).trail}
    assert trail["picture"] == "struck"


def test_a_full_disk_does_not_stop_a_report() -> None:
    """Keeping fails: what to free is said, and pressing again sends all the same, kept in memory."""
    world = at_review("live")
    for command in (Do("authorise"), Do("send"), Do("noted"), say.Failed(1, "keep", "disk_full", megabytes=3)):
        world.turn(command)
    problem = present(world.state, world.env).problem
    assert problem is not None
    assert (problem.word, problem.params) == ("desk.problem.disk.disk_full", {"megabytes": "3"})
    world.turn(Do("noted"))
    again = world.asked[-1]
    assert isinstance(again, do.Keep)
    assert again.keeping == "memory"


def test_a_waiting_report_is_tried_again_by_itself() -> None:
    """After two minutes, then four; never before, never twice at once; a person may press sooner."""
    world = at_review("training")
    for command in (Do("authorise"), Do("send"), Do("noted"), say.Kept(1, "keyring"), say.Failed(1, "send", "down")):
        world.turn(command)
    first = [effect for effect in world.asked if isinstance(effect, do.Send)]
    world.env = replace(world.env, now=NOON + timedelta(seconds=119))
    world.turn(Tick())
    assert [effect for effect in world.asked if isinstance(effect, do.Send)] == first
    world.env = replace(world.env, now=NOON + timedelta(seconds=120))
    world.turn(Tick())
    world.turn(Tick())
    sends = [effect for effect in world.asked if isinstance(effect, do.Send)]
    assert sends == first * 2, "the same bytes with the same key"
    world.turn(say.Failed(1, "send", "down"))
    sending = world.state.sending
    assert sending is not None
    assert sending.next_try == world.env.now + timedelta(minutes=4)


def test_quick_exit_leaves_nothing() -> None:
    """From anywhere: no draft, no receipt, no words, and the reader is told at once."""
    world = at_review("live")
    world.turn(QuickExit())
    assert world.state == DeskState(visit=2, closed=True)
    assert do.CloseDesk(1, quick=True) in world.asked
    assert present(world.state, world.env).actions == ()
