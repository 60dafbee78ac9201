"""Keys and pointers become actions; three presses of Shift alone leave, and nothing that looks like it does."""

from __future__ import annotations

from itertools import pairwise

import pygame
from hypothesis import given
from hypothesis import strategies as st

from game.view.actions import WITHIN_MS, Action, Dropped, Key, Keyboard, Pointer, Shifts

WINDOW = (1280, 720)
SHIFT, OTHER = pygame.K_LSHIFT, pygame.K_a


def down(key: int, unicode: str = "", mod: int = 0) -> pygame.event.Event:
    """A key press, as SDL posts it."""
    return pygame.event.Event(pygame.KEYDOWN, key=key, unicode=unicode, mod=mod)


def up(key: int) -> pygame.event.Event:
    """The key is let go."""
    return pygame.event.Event(pygame.KEYUP, key=key, unicode="", mod=0)


def test_a_key_that_is_held_neither_leaves_nor_answers_twice() -> None:
    """Held keys send presses again: Shift held for two seconds does not leave, Enter and Esc act once; moving goes on."""
    keyboard = Keyboard()

    def hold(key: int, unicode: str = "") -> list[object]:
        given: list[object] = [i for ms in range(0, 2000, 60) for i in keyboard.read(down(key, unicode), WINDOW, ms, writing=False)]
        list(keyboard.read(up(key), WINDOW, 2000, writing=False))
        return given

    assert hold(SHIFT) == []
    assert hold(pygame.K_RETURN) == [Action.PRESS]
    assert hold(pygame.K_ESCAPE) == [Action.CLOSE]
    assert hold(pygame.K_1, "1") == [Key("1")]
    assert len(hold(pygame.K_TAB, "\t")) > 10


def test_a_key_let_go_in_another_window_works_again() -> None:
    """The window lost the focus while Enter was down: the next Enter is a press."""
    keyboard = Keyboard()
    list(keyboard.read(down(pygame.K_RETURN), WINDOW, 0, writing=False))
    list(keyboard.read(pygame.event.Event(pygame.WINDOWFOCUSLOST), WINDOW, 0, writing=False))
    assert list(keyboard.read(down(pygame.K_RETURN), WINDOW, 0, writing=False)) == [Action.PRESS]


def test_three_presses_of_shift_within_a_second_and_a_half_leave() -> None:
    """Left or right Shift, in any mix."""
    shifts = Shifts()
    assert [shifts.press(key, ms) for key, ms in ((SHIFT, 0), (pygame.K_RSHIFT, 700), (SHIFT, 1500))] == [False, False, True]


def test_a_key_between_starts_the_count_again() -> None:
    """Writing « A B C » with Shift never leaves."""
    shifts = Shifts()
    assert not any(shifts.press(key, ms) for ms, key in enumerate((SHIFT, OTHER, SHIFT, OTHER, SHIFT, OTHER)))


@given(st.lists(st.tuples(st.booleans(), st.integers(1, 2000)), max_size=40))
def test_the_gesture_is_exactly_three_presses_close_together(presses: list[tuple[bool, int]]) -> None:
    """Against the plainest reading of the rule: the last three presses were Shift, none between, within the time."""
    shifts, now = Shifts(), 0
    since: list[int] = []
    for is_shift, gap in presses:
        now += gap
        since = [*since, now] if is_shift else []
        expected = len(since) >= 3 and since[-1] - since[-3] <= WITHIN_MS
        assert shifts.press(SHIFT if is_shift else OTHER, now) is expected
        if expected:
            since = []
    assert all(a <= b for a, b in pairwise(since))


def test_a_text_field_keeps_its_letters_but_not_help_nor_the_exit() -> None:
    """While somebody writes, letters, Space and the side arrows are the field's; F1, F10, Esc, Tab, Enter and Shift ×3 are the window's."""
    keyboard = Keyboard()

    def read(event: pygame.event.Event) -> list[object]:
        given: list[object] = [*keyboard.read(event, WINDOW, 0, writing=True)]
        list(keyboard.read(up(event.key), WINDOW, 0, writing=True))
        return given

    assert read(down(pygame.K_1, "1")) == read(down(pygame.K_SPACE, " ")) == read(down(pygame.K_LEFT)) == []
    assert read(down(pygame.K_F1)) == [Action.HELP]
    assert read(down(pygame.K_F10)) == [Action.QUICK_EXIT]
    assert read(down(pygame.K_ESCAPE)) == [Action.CLOSE]
    assert read(down(pygame.K_RETURN)) == [Action.PRESS]
    assert read(down(pygame.K_TAB)) == [Action.NEXT]
    assert [read(down(SHIFT)) for _ in range(3)][-1] == [Action.QUICK_EXIT]


def test_what_is_typed_outside_a_field_is_a_key() -> None:
    """Numbers answer; with Ctrl they do nothing."""
    keyboard = Keyboard()
    assert list(keyboard.read(down(pygame.K_2, "2"), WINDOW, 0, writing=False)) == [Key("2")]
    assert list(keyboard.read(down(pygame.K_c, "c"), WINDOW, 0, writing=False)) == [Key("C")]
    assert list(keyboard.read(down(pygame.K_c, "c", pygame.KMOD_CTRL), WINDOW, 0, writing=False)) == []
    assert list(keyboard.read(down(pygame.K_TAB, "\t", pygame.KMOD_SHIFT), WINDOW, 0, writing=False)) == [Action.BEFORE]


def test_a_finger_presses_where_it_lies_and_a_file_is_dropped() -> None:
    """Touch comes in shares of the window; a file comes as its path."""
    keyboard = Keyboard()
    finger = pygame.event.Event(pygame.FINGERDOWN, x=0.5, y=0.25, dx=0, dy=0, touch_id=1, finger_id=1)
    assert list(keyboard.read(finger, WINDOW, 0, writing=False)) == [Pointer("down", (640, 180))]
    mouse_of_a_finger = pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(640, 180), button=1, touch=True)
    assert list(keyboard.read(mouse_of_a_finger, WINDOW, 0, writing=False)) == []
    dropped = pygame.event.Event(pygame.DROPFILE, file="/tmp/é/a.jpg")
    assert list(keyboard.read(dropped, WINDOW, 0, writing=False)) == [Dropped("/tmp/é/a.jpg")]
