"""The map: every place with its sign and its name, the ways between them, and a press that walks there.

Room: game/view/screens. Draws `moment.map`; a walk leaves here only as a command. In large text the places are a list.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.core.commands import Travel
from game.core.moment import MapNow, MapPlaceNow
from game.view.geometry import Box
from game.view.screen import Move, Shut
from game.view.screens.sitting import Sitting
from game.view.screens.turning import TurningScreen
from game.view.scroll import scrolled
from game.view.ui import Ui
from game.view.widgets.basic import button, closing, name_tape
from game.view.widgets.scene import SHEET, night

ICONS = {"here": "person", "visited": "check", "open": "eye", "later": "clock"}
SIGNS = ("open", "visited", "later", "here")
CHART = Box(60, 86, 1800, 900)  # where a drawn map lies: its places are written down in these pixels
DASH, STEP = 22.0, 15.0  # of the ways: stitches, as far apart as on the drawing


@dataclass(frozen=True, slots=True)
class Look:
    """A place one cannot walk to now was pressed: its name and what it is were read."""

    place: str


class MapScreen(TurningScreen):
    """Where one is, where one was, where one may go, what opens later."""

    name = "map"

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting = sitting

    @property
    def focus(self) -> str:
        chart = self._sitting.moment.map
        return next((f"map/{place.id}" for place in chart.places if place.travel), "close") if chart is not None else "close"

    def sheet(self, ui: Ui) -> None:
        c, chart = ui.canvas, self._sitting.moment.map
        if chart is None:
            night(ui)
            closing(ui, 1850, 24, "close")
            return
        if ui.theme.flat or not c.art.has("ui/desk-cloth"):
            c.rect(SHEET, "surface_sunk" if ui.theme.flat else "#37345C")
        else:
            c.picture("ui/desk-cloth", SHEET)
        page = Box(CHART.x, CHART.y, CHART.w, min(CHART.h, ui.bottom - CHART.y - 14))
        c.sheet(page, "surface" if ui.theme.flat else "#EFE3C8", 7, 14)
        closing(ui, 1850, 14, "close")
        name_tape(ui, 100, 8, ui.words.line(chart.title))
        if ui.text_scale > 1.3:
            self._list(ui, chart, page)
            return
        drawn = f"{chart.picture}-plain" if ui.theme.flat else chart.picture
        if chart.picture is not None and drawn is not None and c.art.has(drawn):
            c.picture(drawn, CHART)
        at = {place.id: self._at(ui, place, page) for place in chart.places}
        later = {place.id for place in chart.places if place.state == "later"}
        for a, b in chart.ways:
            _way(ui, at[a], at[b], later=a in later or b in later)
        for place in chart.places:
            self._sign(ui, place, at[place.id])
        self._legend(ui, chart, page)

    def _legend(self, ui: Ui, chart: MapNow, page: Box) -> None:
        """What the four signs mean, and whose map this is."""
        c, words, y = ui.canvas, ui.words, page.bottom - 92
        told = [words(f"map.sign_{state}") for state in SIGNS]
        w = 40 + sum(ui.width(word) + 96 for word in told)
        c.sheet(Box(560, y, w, 74), "surface_raised", 6, 4)
        x = 600.0
        for state, word in zip(SIGNS, told, strict=True):
            _disc(ui, (x + 6, y + 37), state, 0.72)
            ui.line(x + 46, y + 48, word, "label")
            x += ui.width(word) + 96
        if chart.note is not None:
            ui.line(page.right - 60, page.y + 70, words.line(chart.note), "hand", "text_soft", "end")

    def _at(self, ui: Ui, place: MapPlaceNow, page: Box) -> tuple[float, float]:
        """Kept on the sheet, its label too."""
        x, y = place.at
        half = max(200.0, ui.width(self._label(ui, place)) / 2 + 44)
        return min(page.right - half, max(page.x + half, x)), min(page.bottom - 118, max(page.y + 70, y))

    def _label(self, ui: Ui, place: MapPlaceNow) -> str:
        name = ui.words.line(place.name)  # the clock, and the legend, say « plus tard »; a voice says it too
        return name if place.state != "here" else ui.words("map.here", place=name)

    def _voice(self, ui: Ui, place: MapPlaceNow) -> str:
        name = ui.words.line(place.name)
        said = ui.words("map.go", place=name) if place.travel else ui.words(f"map.{place.state}", place=name)
        return f"{said}. {ui.words('map.onward')}" if place.onward else said

    def _sign(self, ui: Ui, place: MapPlaceNow, at: tuple[float, float]) -> None:
        c, (x, y) = ui.canvas, at
        label = self._label(ui, place)
        style = ui.style("label")
        w = c.letters.width(label, style) + 44
        box = Box(x - max(w, 90) / 2, y - 44, max(w, 90), 140)
        look = ui.target(f"map/{place.id}", box, self._voice(ui, place), Travel(place.id) if place.travel else Look(place.id))
        _disc(ui, (x, y), place.state, 1.12 if look.lifted and place.travel else 1.0)
        later = place.state == "later"
        c.tape((x, y + 68), w, 30 + style.size * 0.7, -1.2, "highlight" if place.onward else "surface_raised", len(place.id))
        c.turned((x, y + 68), label, style, "text_soft" if later else "text", -1.2)
        if look.focus:
            c.focus_ring(box, 16, 4)

    def _list(self, ui: Ui, chart: MapNow, page: Box) -> None:
        """Large text: one place a row, those one can walk to first."""
        places = sorted(chart.places, key=lambda place: not place.travel)
        high = max(84.0, 58 * ui.text_scale)
        with scrolled(ui, "map/scroll", Box(page.x + 40, page.y + 70, page.w - 80, page.h - 100), self._scroll) as inside:
            y = inside.y + 6
            for n, place in enumerate(places):
                signal = Travel(place.id) if place.travel else Look(place.id)
                box = Box(inside.x, y, inside.w - 8, high)
                label = self._voice(ui, place)
                button(ui, f"map/{place.id}", box, label, signal, icon=ICONS[place.state], kind="go" if place.travel else "paper", seed=n)
                y += high + 14
            inside.foot = y

    def on(self, signal: object) -> Move:
        if isinstance(signal, Travel):
            self._sitting.do(signal)
            return Shut()
        return super().on(signal)


def _disc(ui: Ui, at: tuple[float, float], state: str, k: float) -> None:
    """The sign of a place: where one is, where one was, where one may look, what opens later. Shape and drawing say it, not colour."""
    c, (x, y) = ui.canvas, at
    if state == "open":
        for r, role in ((42, "focus_edge"), (35, "focus")):
            c.polygon(((x, y - r * k), (x + r * k, y), (x, y + r * k), (x - r * k, y)), role)
        c.icon("eye", x - 19 * k, y - 19 * k, 38 * k, "focus_edge", "focus")
        return
    ground, ink = ("focus", "focus_edge") if state == "here" else ("surface_raised", "text_soft" if state == "later" else "good")
    c.disc((x, y), 36 * k, "edge" if state == "later" else "focus_edge")
    c.disc((x, y), (33 if state == "later" else 30) * k, ground)
    c.icon(ICONS[state], x - 21 * k, y - 21 * k, 42 * k, ink, ground)


def _way(ui: Ui, a: tuple[float, float], b: tuple[float, float], *, later: bool) -> None:
    """A way between two places, stitched; with short stitches where it opens later."""
    length = max(1.0, ((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2) ** 0.5)
    ux, uy = (b[0] - a[0]) / length, (b[1] - a[1]) / length
    dash, step = (9.0, 14.0) if later else (DASH, STEP)
    d = 40.0
    while d < length - 40:
        e = min(length - 40, d + dash)
        ui.canvas.rule((a[0] + ux * d, a[1] + uy * d), (a[0] + ux * e, a[1] + uy * e), "text", 6)
        d += dash + step
