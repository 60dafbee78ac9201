"""Text fields: pygame_gui where it is strong, dressed in our theme and kept behind this one thin adapter.

Room: game/view. The page says each frame which fields it shows; what is new is built, what is gone is killed, and building happens
only when a screen appears (4 ms a field), never in the calm loop. Focus is ours: the window says which field has the keyboard.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pygame

from game.content import fallback
from game.view.geometry import Viewport
from game.view.theme import STYLES, Theme
from game.view.ui import Field

OTHER = "@other"  # pygame_gui’s class of a field whose letters our own font does not have
LOG = logging.getLogger(__name__)


def _written(role: Theme, size: int, view: Viewport, side: float, above: float) -> dict[str, object]:
    """The look of what one writes in, for pygame_gui: the roles of our theme, and the room around the words in logical px."""
    return {
        "colours": {
            "dark_bg": role["surface_raised"],
            "normal_text": role["text"],
            "selected_text": role["text"],
            "selected_bg": role["highlight"],
            "normal_border": role["edge"],
            "text_cursor": role["text"],
        },
        "font": {"name": "ours", "size": str(size), "style": "regular", "antialiased": "1"},
        "misc": {"border_width": str(view.length(3)), "shadow_width": "0", "padding": f"{view.length(side)},{view.length(above)}"},
    }


class Fields:
    """The text fields of the screen that is shown."""

    def __init__(self, window: tuple[int, int], fonts: Path, theme: Theme, text_scale: float) -> None:
        self._window, self._fonts, self._theme, self._text_scale = window, fonts, theme, text_scale
        self._manager: Any = None
        self._lines: dict[str, Any] = {}
        self._shown: dict[str, Field] = {}

    def _ready(self) -> Any:
        if self._manager is None:
            import pygame_gui

            view, style = Viewport(self._window), STYLES["body"]
            size = max(8, round(style.size * self._text_scale * view.scale))
            path, other = str(self._fonts / style.file), str(self._fonts / fallback.REGULAR)
            self._manager = pygame_gui.UIManager(self._window, None, enable_live_theme_updates=False)
            for name, file in (("ours", path), ("other", other)):
                self._manager.add_font_paths(name, file, file, file, file)
                self._manager.preload_fonts([{"name": name, "point_size": size, "style": "regular", "antialiased": "1"}])
            written = partial(_written, self._theme, size, view)
            font = {"font": {"name": "other", "size": str(size), "style": "regular", "antialiased": "1"}}
            self._manager.get_theme().load_theme({"text_entry_line": written(14, 6), "text_box": written(18, 12), OTHER: font})
        return self._manager

    @property
    def shown(self) -> tuple[Field, ...]:
        """The fields that are shown now, as the page named them."""
        return tuple(self._shown.values())

    @property
    def names(self) -> tuple[str, ...]:
        """The fields that are shown now."""
        return tuple(self._shown)

    def show(self, fields: list[Field]) -> None:
        """Build what is new, kill what is gone, keep the rest as it is."""
        wanted = {f.id: f for f in fields}
        for gone in [name for name in self._lines if name not in wanted]:
            self._lines.pop(gone).kill()
        before, self._shown = self._shown, wanted
        for name, field in wanted.items():
            if name not in self._lines:
                self._lines[name] = self._build(field)
                continue
            line = self._lines[name]
            if fallback.is_common(field.value) == (OTHER in line.class_ids):
                line = self._lettered(name, field)
            if name in before and before[name].box != field.box:
                self._move(line, field)
            if line.get_text() != field.value:
                line.set_text(field.value)
            _true(line, field)

    def _lettered(self, name: str, field: Field) -> Any:
        """The field built again with the font that writes what stands in it; whoever writes there goes on writing."""
        old, at, focused = self._lines[name], self._lines[name].edit_position, self._lines[name].is_focused
        line = self._lines[name] = self._build(field)
        line.edit_position = min(at, len(field.value))
        old.kill()
        if focused:
            self._manager.set_focus_set({line})
        return line

    def _area(self, field: Field) -> pygame.Rect:
        view, box = Viewport(self._window), field.box
        return pygame.Rect(view.real((box.x, box.y)), (view.length(box.w), view.length(box.h)))

    def _move(self, line: Any, field: Field) -> None:
        area = self._area(field)
        line.set_relative_position(area.topleft)
        if line.rect.size != area.size:
            line.set_dimensions(area.size)

    def _build(self, field: Field) -> Any:
        import pygame_gui

        manager, area = self._ready(), self._area(field)
        made: Any
        like = None if fallback.is_common(field.value) else pygame_gui.core.ObjectID(class_id=OTHER)
        if field.many:
            # without pygame_gui's placeholder: its letters can be selected, and typing over them fails inside
            made = pygame_gui.elements.UITextEntryBox(area, field.value, manager, object_id=like)
            return made
        # without pygame_gui's placeholder too: it is drawn like something that was typed, and would be taken for it
        made = pygame_gui.elements.UITextEntryLine(area, manager, object_id=like)
        made.set_text_length_limit(field.longest)
        if field.hidden:  # in our own font, with a sign that it has
            made.hidden_font, made.hidden_text_char = made.font, "•"
            made.set_text_hidden(True)
        made.set_text(field.value)
        return made

    def focus(self, name: str | None) -> bool:
        """Give the keyboard to one field, or to none. Returns whether a field has it."""
        if self._manager is None:
            return False
        line = self._lines.get(name) if name else None
        if line is None or not line.is_focused:
            self._manager.set_focus_set({line} if line is not None else None)
        return line is not None

    def take(self, event: pygame.event.Event) -> tuple[bool, list[object]]:
        """Let the fields see an event. Returns whether they changed, and the signals of new values.

        The texts are compared here: pygame_gui's own message would come a frame too late, after the page had put the old text back."""
        if self._manager is None or not self._lines:
            return False, []
        try:
            taken = bool(self._manager.process_events(event))
        except Exception as error:  # noqa: BLE001  what somebody typed must outlive any slip inside the toolkit
            LOG.warning("a text field was built again: %s", type(error).__name__)
            self._again()
            taken = True
        signals: list[object] = []
        for name, line in self._lines.items():
            field, text = self._shown[name], line.get_text()
            _true(line, field)
            if text != field.value:
                self._shown[name] = replace(field, value=text)
                signals.append(field.changed(text))
        return taken or bool(signals), signals

    def draw(self, surface: pygame.Surface, seconds: float) -> None:
        """Draw the fields over the page."""
        if self._manager is not None and self._lines:
            try:
                self._manager.update(seconds)
                for name, line in self._lines.items():
                    _no_ghost(line, self._shown[name])
                self._manager.update(0.0)  # a letter typed now is drawn by the second
                self._manager.draw_ui(surface)
                self._hints(surface)
            except Exception as error:  # noqa: BLE001  as in `take`
                LOG.warning("a text field was built again: %s", type(error).__name__)
                self._again()

    def _hints(self, surface: pygame.Surface) -> None:
        """What may be written in a field that is empty and not being written in, in a paler ink than what somebody typed."""
        view = Viewport(self._window)
        for name, line in self._lines.items():
            field = self._shown[name]
            if field.many or not field.hint or line.get_text() or line.is_focused:
                continue
            words = line.font.render_premul(field.hint, pygame.Color(self._theme["text_soft"]))
            room = line.rect.inflate(-2 * view.length(17), 0)
            at = (room.x, room.centery - words.get_height() // 2)
            surface.blit(words, at, pygame.Rect(0, 0, room.w, words.get_height()), special_flags=pygame.BLEND_PREMULTIPLIED)

    def _again(self) -> None:
        """Build the fields anew from the last texts that the page knows; the key that went wrong is lost, nothing else."""
        for name, line in self._lines.items():
            line.kill()
            self._lines[name] = self._build(self._shown[name])

    def wipe(self) -> None:
        """Forget every letter that was typed."""
        for line in self._lines.values():
            line.set_text("")
            line.kill()
        self._lines.clear()
        self._shown.clear()


def _no_ghost(line: Any, field: Field) -> None:
    """Take the caret out of a line that has lost the keyboard.

    pygame_gui turns it on a frame after the last key, also when the focus has gone on by then, and no blink takes it away again."""
    shape = line.drawable_shape
    if field.many or line.is_focused or shape is None or shape.text_box_layout is None:
        return
    layout = shape.text_box_layout
    line.cursor_has_moved_recently = line.cursor_on = False
    if any(row.edit_cursor_active for row in layout.layout_rows):
        for row in layout.layout_rows:
            row.edit_cursor_active = False
        line.redraw()  # the letters anew, without it


def _true(line: Any, field: Field) -> None:
    """See to it that the letters that are drawn are the letters that are held.

    pygame_gui keeps a second text to draw from, and forgets to take away there what is deleted: at the next change of size the old
    letters would stand in the field again, and somebody would read what is not sent."""
    shape = line.drawable_shape
    if field.many or shape is None or shape.text_box_layout is None:
        return
    shown = line.hidden_text_char * len(line.text) if field.hidden else line.text
    drawn = "".join(getattr(chunk, "text", "") for row in shape.text_box_layout.layout_rows for chunk in row.items)
    if shape.theming["text"] == shown == drawn:
        return
    shape.set_text(shown)
    shape.text_box_layout.set_cursor_position(line.edit_position)
    line.select_range = line.select_range  # the new layout learns what is selected, and the letters are put on the field
    if line.is_focused:
        shape.text_box_layout.turn_on_cursor()
        shape.apply_active_text_changes()
