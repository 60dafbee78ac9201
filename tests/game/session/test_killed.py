"""A sitting killed without warning, at any moment, is taken up again."""

from __future__ import annotations

import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from game.core.perform import begin
from game.session.clock import SteppedClock
from game.session.saves import Saves
from game.session.session import Session
from tests.game.plays import mini_story, walk

ROOT = Path(__file__).resolve().parents[3]

SITTING = """
import random, sys, threading
from datetime import UTC, datetime
from pathlib import Path
from game.session.clock import SteppedClock
from game.session.jobs import Jobs
from game.session.saves import NoSaveError, Saves
from game.session.session import Session
from tests.game.plays import mini_story
woken = threading.Event()
jobs, saves = Jobs(woken.set), Saves(Path(sys.argv[1]))
clock, rng = SteppedClock(datetime(2026, 11, 20, tzinfo=UTC)), random.Random(int(sys.argv[2]))
try:
    session, _ = Session.resume(mini_story(), saves, clock, jobs=jobs)
except NoSaveError:
    session, _ = Session.start(mini_story(), "m", "home", 5, saves, clock, jobs=jobs)
while True:
    offers = session.moment.offers
    if not offers:
        session, _ = Session.start(mini_story(), "m", "home", 5, saves, clock, jobs=jobs)
        continue
    offer = rng.choice([offer for offer in offers if offer.do not in ("skip-scene", "commit-board")] or offers)
    session.do(rng.choice(list(offer.commands())))
    while not session.kept():
        woken.wait()
        woken.clear()
        jobs.poll()
    print(len(session.walk), flush=True)
"""


def kill_many(folder: Path, times: int) -> None:
    """Play, be killed, look at what is there; again and again."""
    story = mini_story()
    for turn in range(times):
        sitting = subprocess.Popen([sys.executable, "-c", SITTING, str(folder), str(turn)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert sitting.stdout is not None
        for _ in range(1 + turn % 4):
            sitting.stdout.readline()
        sitting.send_signal(signal.SIGKILL)
        said = [int(number) for number in sitting.stdout.read().split()[:-1]]
        sitting.stdout.close()
        sitting.wait()
        session, events = Session.resume(story, Saves(folder), SteppedClock(datetime(2026, 11, 20, tzinfo=UTC)))
        assert (events, session.take_notices()) == ((), ())
        assert walk(story, begin(story, "m", "home", 5)[0], session.walk)[0] == session.state
        assert len(session.walk) >= max(said, default=0), "what was said to be kept is there"


@pytest.mark.posix_only
def test_a_killed_sitting_is_taken_up_again(tmp_path: Path) -> None:
    """Its save is whole, and its commands lead to its state."""
    kill_many(tmp_path, 3)


@pytest.mark.posix_only
@pytest.mark.deep
def test_a_sitting_killed_hundreds_of_times(tmp_path: Path) -> None:
    """The same, long enough to meet every moment."""
    kill_many(tmp_path, 300)
