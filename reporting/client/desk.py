"""The report desk: its whole flow as one value.

    state = open_desk()
    state, effects = step(state, command, env)     # nothing happens here: effects are data for `runner.py`
    moment = present(state, env)                   # what a window or a terminal draws, plain data

Room: reporting/client. Stays outside: files, network, clock, chance, words, pygame.
What a person may do never raises: what the moment does not offer changes nothing. Three promises hold for every sequence of
commands, and are tested so: nothing is sent that was not reviewed and authorised, nobody who said it is for real ends in
training, and a witness never has a picture step.
Read first: `moment.py` (what is shown), `commands.py` (what is asked), `effects.py` (what must happen).
"""

from __future__ import annotations

from reporting.client.answers import on_answer
from reporting.client.buttons import on_button, on_tick, quick_exit
from reporting.client.commands import (
    AddExample,
    AddPicture,
    Answer,
    Asked,
    Cancel,
    Command,
    Do,
    LeaveFor,
    Pick,
    QuickExit,
    Remove,
    Tick,
    Write,
)
from reporting.client.effects import Effect
from reporting.client.entries import on_entry
from reporting.client.moment import DeskMoment
from reporting.client.show import present
from reporting.client.state import DeskEnv, DeskState

__all__ = ["Answer", "Asked", "Command", "DeskEnv", "DeskMoment", "DeskState", "Effect", "open_desk", "present", "step"]

Step = tuple[DeskState, tuple[Effect, ...]]


def open_desk(visit: int = 1) -> DeskState:
    """The desk as one enters it from the story. `visit` grows each time, so that a late answer finds nobody."""
    return DeskState(visit=visit)


def step(state: DeskState, command: Command, env: DeskEnv) -> Step:
    """What follows from a command: the new state, and what must happen in the world."""
    if state.closed:
        return state, ()
    match command:
        case QuickExit():
            return quick_exit(state)
        case Tick():
            return on_tick(state, env)
        case Do(action):
            return on_button(state, action, env)
        case Pick() | Write() | AddPicture() | AddExample() | Cancel() | Remove() | LeaveFor():
            return on_entry(state, command, env)
        case _:
            return on_answer(state, command, env) if command.visit == state.visit else (state, ())
