"""Walkthroughs: the whole path as a person would tell it, played by the rules with no window."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from game.authoring.render import render_one
from game.authoring.voice import ENGLISH, voice
from game.content.diagnostics import Diagnostic
from game.content.loader import load_story
from game.content.root import content_root
from game.content.rules import WALK_RULES
from game.core.commands import Advance, Choose, PlaceCard, StampClue
from game.core.perform import begin
from game.session.clock import SteppedClock
from game.session.saves import Saves
from game.session.session import Session
from game.session.walkthrough import Expect, Walkthrough, WalkthroughError, play, read_walkthrough, written
from tests.game.plays import MINI, mini_story, shipped_story, walk

MUST_FAIL = sorted((Path(__file__).parent / "walk_must_fail").glob("*.yaml"))
FILES = sorted((Path(__file__).parents[2] / "walkthroughs").glob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_path_is_walked_as_written(path: Path) -> None:
    """Each step is on offer, and what is expected is so."""
    walkthrough = read_walkthrough(path)
    assert any(isinstance(step, Expect) for step in walkthrough.steps)
    play(shipped_story(), walkthrough)


def restarted(path: Path, folder: Path, every: int, first: int = 0) -> None:
    """Play a path, saved and resumed at each `every`-th command from the `first` on; it must end where it ends without."""
    walkthrough, story = read_walkthrough(path), shipped_story()
    end, done = play(story, walkthrough)
    clock, saves = SteppedClock(datetime(2026, 11, 20, 8, 5, tzinfo=UTC)), Saves(folder)
    session, _ = Session.start(story, walkthrough.path, walkthrough.mode, walkthrough.seed, None, clock)
    for number, (command, events) in enumerate(done):
        if number % every != first:
            assert session.do(command) == events
            continue
        assert Session(story, session.state, saves, clock, walk=session.walk).do(command) == events
        session, said = Session.resume(story, Saves(folder), clock)
        assert (said, session.take_notices()) == ((), ())
        session = Session(story, session.state, None, clock, walk=session.walk)  # what lay on the disk goes on, kept by nobody
    assert session.state == end
    assert session.walk == tuple(command for command, _ in done)


def test_a_path_survives_a_restart_at_every_step(tmp_path: Path) -> None:
    """A whole lesson, saved and resumed after each command."""
    restarted(next(path for path in FILES if path.stem == "ending-pointilles"), tmp_path, every=1)


@pytest.mark.parametrize("number", range(len(FILES)), ids=lambda number: FILES[number].stem)
def test_each_path_survives_restarts(number: int, tmp_path: Path) -> None:
    """Each path at one step in eight, and the paths at different ones."""
    restarted(FILES[number], tmp_path, every=8, first=number % 8)


@pytest.mark.deep
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_path_survives_a_restart_at_every_step(path: Path, tmp_path: Path) -> None:
    """The same, at every step of every path."""
    restarted(path, tmp_path, every=1)


def test_both_ways_out_are_walked() -> None:
    """In class to the card, at home to the desk; and every command of the slice is used somewhere."""
    walks = [read_walkthrough(path) for path in FILES]
    assert {step.leads_to for walked in walks for step in walked.steps if isinstance(step, Expect)} >= {"desk", "card"}
    used = {command.do for walked in walks for command, _ in play(shipped_story(), walked)[1]}
    assert used >= {"examine", "talk-to", "go", "advance", "choose", "stamp-clue", "open-board", "place-card", "say-how-sure"}
    assert used >= {"commit-board", "close-board", "skip-scene"}


def test_a_recorded_play_is_a_walkthrough(tmp_path: Path) -> None:
    """What a sitting kept can be written down and walked again."""
    story = mini_story()
    commands = (Choose("note-a-c1"), Advance(), Advance(), Advance(), Choose("d-help.a"), Advance(), Advance(), StampClue("tide", None))
    path = tmp_path / "recorded.yaml"
    path.write_text(yaml.safe_dump({"path": "m", "mode": "home", "seed": 4, "steps": written(commands)}), encoding="utf-8")
    assert play(story, read_walkthrough(path))[0] == walk(story, begin(story, "m", "home", 4)[0], commands)[0]
    assert written([PlaceCard("who", None)]) == [{"place-card": ["who", None]}]


def expected(path: Path) -> str:
    """What the first line announces: `SV123 5:5`."""
    return path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# expect: ")


def faults_of(path: Path) -> tuple[Diagnostic, ...]:
    """What is wrong with a walkthrough of the mini story."""
    with pytest.raises(WalkthroughError) as error:
        play(mini_story(), read_walkthrough(path))
    return error.value.faults


@pytest.mark.parametrize("path", MUST_FAIL, ids=lambda path: path.stem)
def test_must_fail(path: Path) -> None:
    """Each walkthrough is wrong in one way, told where it stands with the line and a caret, in French too."""
    (fault,) = faults_of(path)
    assert f"{fault.code} {fault.line}:{fault.column}" == expected(path)
    assert fault.file == path.as_posix()
    rows = path.read_text(encoding="utf-8").splitlines()
    assert fault.lines == ((fault.line, rows[fault.line - 1]),)
    for said in (render_one(fault, ENGLISH), render_one(fault, voice("fr"))):
        assert "Input should" not in said
        assert not re.search(r"\b[A-Z]\w+\(", said), "no Python in what an author reads"


def test_every_rule_of_walkthroughs_has_a_file_and_a_page() -> None:
    """A rule added without its example or its page fails here, by name."""
    shown = {expected(path).split()[0] for path in MUST_FAIL}
    assert {rule.code for rule in WALK_RULES} - shown == {"SV126"}, "a story that turns in a circle is made in the test below"
    for rule in WALK_RULES:
        assert (content_root() / rule.page).read_text(encoding="utf-8").startswith(f"# {rule.code} {rule.name}\n")


def test_reading_on_in_a_circle_comes_to_an_end(tmp_path: Path) -> None:
    """A story whose lines lead round and round is told, not followed for ever."""
    shutil.copytree(MINI, tmp_path / "mini")
    file = tmp_path / "mini" / "story" / "mini.yaml"
    text = file.read_text(encoding="utf-8")
    choices = text[text.index("        choices:") : text.index("  boat:")]
    again = '        to: b\n      b: {lines: [{id: note-b1, who: narration, text: "Encore."}], to: a}\n'
    file.write_text(text.replace(choices, again), encoding="utf-8")
    story = load_story(tmp_path / "mini")
    walk_ = Walkthrough("m", "home", 1, ("read-on",))
    with pytest.raises(WalkthroughError) as error:
        play(story, walk_)
    assert [fault.code for fault in error.value.faults] == ["SV126"]


def test_every_wrong_step_is_named_at_once(tmp_path: Path) -> None:
    """An author mends a whole file, not a step at a time."""
    path = tmp_path / "wrong.yaml"
    path.write_text("path: m\nmode: home\nsteps:\n  - dance: tango\n  - read-on\n  - go\n", encoding="utf-8")
    assert [(fault.code, fault.line) for fault in faults_of(path)] == [("SV120", 4), ("SV121", 6)]


HOSTILE = {
    "deep": b"[" * 100_000,
    "deep-map": b"{a: " * 50_000,
    "bomb": b"a: &a [x]\n" + b"".join(b"%c: &%c [%s]\n" % (c, c, b",".join([b"*%c" % (c - 1)] * 9)) for c in range(98, 112)),
    "latin": "path: é".encode("latin-1"),
    "nul": b"path: m\x00",
    "bom": b"\xef\xbb\xbfpath: m\nmode: home\nsteps: []\n",
    "wide": b"steps: [" + b"a," * 600_000 + b"]",
    "words": b"just words",
    "list": b"- read-on\n",
    "tag": b"!!python/object/apply:os.system ['true']\n",
    "folder": None,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_earns_faults_only(tmp_path: Path, name: str) -> None:
    """Deep, huge, bombs, other encodings, tags: each is told, within a moment; nothing is built or waited for."""
    path = tmp_path / f"{name}.yaml"
    given = HOSTILE[name]
    path.mkdir() if given is None else path.write_bytes(given)
    faults = faults_of(path)
    assert faults
    assert all(fault.line >= 1 and fault.message for fault in faults)
