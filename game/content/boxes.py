"""How large the boxes of the window are and how high words stand in them. The view draws by these numbers, and `check` measures by them.

Room: game/content, pygame-free. Everything is in logical px on a sheet of 1920 × 1080. Whoever lays out is a `Setting`: the page that is
being drawn, or `fitting.Measure` for `check`. `s` is the reader's text size, 1 to 2.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

from .typeface import STYLES, TextStyle

if TYPE_CHECKING:
    from .words import Words

WIDTH, HEIGHT = 1920.0, 1080.0
STRIP = 76  # height of the help strip in normal text
STRIP_LARGE = 120  # … in large text, where it takes two lines
CAPTION = 44.0  # height of a line of written sounds in normal text
LARGE = 1.3  # above this text size a page shows one thing at a time
LARGEST = 1.5  # from this text size on, faces leave their room to the words
SMALLEST = 0.72  # a line is made no smaller than this to fit, and never under LEAST
SMALL = 0.5  # … where there is little room beside a face
LEAST = 30.0
SIGNS = 0.7  # how much of the growth of the words the signs beside them share

STANCE_WORDS = {"listen": "play.listen", "ask": "play.ask", "propose": "play.propose"}


def drawn(s: float) -> float:
    """How many times larger signs are drawn beside words of this size."""
    return 1 + (s - 1) * SIGNS


class Setting(Protocol):
    """Somebody who sets words: how wide they are, and how high a paragraph stands, at the reader's text size."""

    @property
    def text_scale(self) -> float:
        """1 to 2."""
        ...

    @property
    def words(self) -> Words:
        """The words of the interface, in the language that is set."""
        ...

    def style(self, style: str | TextStyle, k: float = 1) -> TextStyle:
        """A style at the reader's text size, `k` times."""
        ...

    def width(self, text: str, style: str | TextStyle = "label") -> float:
        """The width of one line."""
        ...

    def height(self, w: float, text: str, style: str | TextStyle = "body") -> float:
        """The height of a paragraph in a column `w` wide."""
        ...


def fitted(setting: Setting, text: str, style: str | TextStyle, room: float, smallest: float = SMALLEST) -> TextStyle:
    """The style at the reader's size, smaller only as far as one line needs to fit."""
    st = setting.style(style)
    k = min(1.0, room / max(1.0, setting.width(text, style)))
    return st.scaled(max(k, smallest, min(1.0, LEAST / st.size)))


# ---- the page ---------------------------------------------------------------


def strip(s: float) -> float:
    """Height of the help strip."""
    return STRIP if s <= 1.05 else STRIP_LARGE


def bottom(s: float) -> float:
    """Where the help strip starts: nothing of a screen may be lower."""
    return HEIGHT - strip(s)


def lane(s: float) -> float:
    """What a page of the story leaves free over the help strip: with the margin over the strip, a line of written sounds."""
    return CAPTION * caption_size(s) - 7.0


def caption_size(s: float) -> float:
    """How many times larger sounds are written: as large as the help strip's own words."""
    return 1.0 if s <= 1.05 else 1.3


def floor(s: float) -> float:
    """Where a page of the story ends."""
    return bottom(s) - lane(s)


def bar_height(s: float) -> float:
    """How tall the strips of the bar are."""
    return max(66.0, STYLES["label"].size * s * 2)


TURNING = 92.0  # what the two buttons of a part that turns take of its width
MAP_NAME = 1700.0  # a name on the map is kept on its sheet
BAR_PLACE = 620.0  # room for the place's name on the bar
SIGN = 1832.0  # the widest paper sign of a way out
SIGN_SIDES = 104.0
TITLE_W, TITLE_LINES, TITLE_SIZE = 1000.0, 3, 0.8  # an episode’s name on the title: its column, its lines, of a poster’s letters
ROW_TITLE = 1080.0  # an episode’s name in the list of episodes
ROW_TITLE_WIDE = 1500.0  # … in large text
TAPE = 1880.0  # the widest strip of tape over a page
TAPE_SIDES = 56.0


# ---- what is said, and what can be answered -----------------------------------

SPEECH_SIDES = 120.0  # the margins of a sheet of speech, both together
SPOKEN_LINES = 2  # lines that a sheet of speech has room for, even when fewer are said
UNDER = 26.0  # between a sheet and the help strip
BETWEEN = 16.0  # between two answers
NAME_SIDES = 72.0  # round a name on its tape
PHOTO, PHOTO_LEAST, PHOTO_FOOT = 220.0, 90.0, 62.0  # the head of whoever speaks, in large text; how far it reaches over the sheet


def talk_sheet(s: float, *, face: bool) -> tuple[float, float]:
    """Left and width of the sheet of a talk."""
    return (60.0, 1800.0) if s >= LARGEST else (640.0, 1236.0) if face else (310.0, 1300.0)


def said_sheet(s: float, *, face: bool) -> tuple[float, float]:
    """Left and width of what is said over a place."""
    return (60.0, 1800.0) if s >= LARGEST else (560.0, 1300.0) if face else (260.0, 1400.0)


def speech_head(s: float, *, stage: bool) -> float:
    """From the top of a sheet of speech to its first line."""
    return (78 if stage else 60) * max(1.0, s * 0.9)


def speech_height(setting: Setting, w: float, words: str, *, stage: bool) -> float:
    """The height a sheet of speech needs for its words."""
    s = setting.text_scale
    return speech_head(s, stage=stage) + setting.height(w - SPEECH_SIDES, words, "lead") + 40 + 34 * s


def spoken_height(setting: Setting, w: float, words: str, *, stage: bool) -> float:
    """The height of a sheet of speech with nothing to answer under it: the same for most lines, so that the name keeps its place."""
    s = setting.text_scale
    least = speech_head(s, stage=True) + SPOKEN_LINES * setting.style("lead").size * setting.style("lead").leading + 40 + 34 * s
    under = 28 * (s - 1)  # the key for going on, with its ring, stays clear of the last line
    return min(max(least, speech_height(setting, w, words, stage=stage) + under), speech_room(s))


def speech_room(s: float) -> float:
    """The height there is for a sheet of speech and its answers: the name on its tape stays clear of the bar."""
    return floor(s) - UNDER - max(100.0, bar_height(s) + 56)


def stage_room(setting: Setting, w: float, name: str) -> float:
    """The room beside the name for what somebody does meanwhile."""
    taken = _tape_width(setting, name, w / 2) + 40 if name else 0.0
    if setting.text_scale >= LARGEST:
        taken += PHOTO + 10
    return w - 60 - taken - 40


def _tape_width(setting: Setting, name: str, room: float) -> float:
    style = fitted(setting, name, "h2", room)
    return setting.width(name, "h2") * style.size / setting.style("h2").size + NAME_SIDES


def key_width(setting: Setting, label: str, k: float = 1) -> float:
    """How wide a key cap must be for its letters, at `k` times the normal size."""
    return max(46 * k, setting.width(label, STYLES["label"].scaled(k / setting.text_scale)) + 26 * k)


def answer_left(setting: Setting, *, plain: bool) -> float:
    """Where the words of an answer begin: after its key, its sign and its stance. `plain`: it has no stance."""
    key = key_width(setting, "1", setting.text_scale)
    if plain:
        return 56 + key
    sign = 38 * drawn(setting.text_scale)
    return 92 + sign + key + max(setting.width(setting.words(word), "note") for word in STANCE_WORDS.values())


def choice_height(setting: Setting, w: float, words: str, why: str = "", *, plain: bool = False) -> float:
    """The height an answer needs for its words, and for why it cannot be given."""
    room = w - answer_left(setting, plain=plain) - 60
    return max(78.0, setting.height(room, words, "strong") + (setting.height(room, why, "note") if why else 0) + 30)


def turn_top(s: float) -> float:
    """Where the button stands that turns from a line to its answers."""
    return max(104.0, bar_height(s) + 20)


TURN = 92.0  # its height


def answers_room(s: float) -> float:
    """The height there is for answers that stand alone."""
    return floor(s) - UNDER - turn_top(s) - TURN - BETWEEN


# ---- the notebook ---------------------------------------------------------------

CARD_W = 336.0  # a clue's card in the grid
CARD_SIDES = 36.0
CARD_LINES = 2  # lines of a title under its drawing
DETAIL_W, DETAIL_WIDE = 546.0, 1680.0  # the chosen card; in large text, the whole page
DRAWING = 0.625  # the height of a drawing, in parts of its width
LEAST_DRAWING = 0.7  # how far the drawing makes room for long words
DRAWING_WIDE = 520.0  # its drawing in large text, with the words beside it
FACE_W, FACE_SIDES, FACE_LINES = 318.0, 24.0, 2  # a person's card, and the lines of their role on it
PERSON_W, PERSON_WIDE = 580.0, 1680.0  # a person's page


def notebook_page(s: float) -> tuple[float, float]:
    """Top and foot of the notebook's page."""
    return 104.0, bottom(s) - 22


def detail_room(setting: Setting, title: float, drawing: float, *, about: str = "", found: str = "") -> tuple[float, float]:
    """Width and height there are for a clue's words, under (in large text beside) its drawing.

    title:   the size of its title.
    drawing: how large the drawing is, LEAST_DRAWING to 1.
    """
    s = setting.text_scale
    foot = notebook_page(s)[1]
    if s > LARGE:
        return DETAIL_WIDE - DRAWING_WIDE - 44, (foot - 262) - (118 + title * 1.2 + 14 - 8) - 10
    under = sum(setting.height(DETAIL_W, text, "note") + gap for text, gap in ((about, 2), (found, 6)) if text)
    stamps = 58 + max(66.0, setting.style("label").size * 2) + 10 + 46 * s
    return DETAIL_W, (foot - 12) - (140 + title * 1.2 + 14 + DETAIL_W * DRAWING * drawing + 18) - 8 - under - stamps


def detail_drawing(setting: Setting, title: float, words: str, *, about: str = "", found: str = "") -> float:
    """How large a clue's drawing is over these words, LEAST_DRAWING to 1."""
    w, room = detail_room(setting, title, 1, about=about, found=found)
    over = setting.height(w, words, "body") - room if setting.text_scale <= LARGE else 0.0
    return min(1.0, max(LEAST_DRAWING, 1 - over / (DETAIL_W * DRAWING)))


# ---- a log ------------------------------------------------------------------------

LOG_WHEN, LOG_WHEN_LINES = 280.0, 2  # the column of hours and names: two lines of one, or one of each
LOG_HOW, LOG_HOW_LINES = 440.0, 2  # who tells it, under their face


def log_sheet(s: float, *, face: bool) -> tuple[float, float, float]:
    """Left, top and width of the sheet."""
    left = 560.0 if face and s < LARGEST else 60.0
    return left, bar_height(s) + 30, 1880 - left


def log_foot(s: float) -> float:
    """The height of what stands under the lines: what one keeps, and the way on."""
    return 84.0 if s <= 1.05 else 110.0 if s < LARGEST else 164.0


def log_line_column(setting: Setting, room: float, act: str) -> float:
    """The width of a line's own words, in a list `room` wide. `act`: what can be done with it."""
    large = setting.text_scale >= LARGEST
    act_w = setting.width(act) + 92 if act else 0.0
    return room - (0 if large else 300) - 66 - 40 - (act_w + 20 if act and not large else 0 if large else 20)


# ---- the board ----------------------------------------------------------------------

CORK_W = 1176.0
CORK_EDGE, CORK_BETWEEN, CORK_ROWS = 34.0, 62.0, 28.0  # from its frame to the cards, between two beside each other, between rows
BOARD_TITLE = 1500.0  # on its tape, clear of the way out
SLOT_TITLE, SLOT_LINES = 110.0, 2  # what stands beside a box's title, and its lines
PANEL_W, PANEL_SIDES = 650.0, 72.0
HOW_SURE = 74.0  # how sure one is, under the answers
ALONE_W = 1840.0 - 88.0  # large text: one box on the whole page
THUMB_W = 104.0  # what the drawing of an answer takes of its width
ALONE_CARD = 560.0  # … and its card beside the answers, while faces keep their room too


def slot_width() -> float:
    """The width of one box on the cork."""
    return (CORK_W - 40 - 2 * CORK_EDGE - CORK_BETWEEN) / 2


def board_alone_width(s: float) -> float:
    """The width of a question and its answers in large text."""
    return ALONE_W if s >= LARGEST else ALONE_W - ALONE_CARD


def board_answer_height(setting: Setting, w: float, text: str, key: str) -> float:
    """The height of an answer that can be put in a box."""
    return max(68.0, setting.height(w - key_width(setting, key, setting.text_scale) - 90, text, "body") + 22)


def board_panel_room(s: float) -> float:
    """The height there is for a question and its answers, over « Montrer »."""
    return floor(s) - 20 - 112 - (108 + 26)


def board_alone_room(s: float) -> float:
    """The same in large text, where answers come a few at a time: room for the question and one answer, over how sure one is."""
    return (110 + floor(s) - 130 - 118) - (110 + 18) - 12 - 96


# ---- the end --------------------------------------------------------------------------


def recap_columns(s: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """Left and width: what you did, what it changed. In large text the second stands beneath, as wide as the page."""
    return ((110.0, 1700.0), (170.0, 1640.0)) if s >= LARGEST else ((96.0, 830.0), (1010.0, 814.0))


RECAP_SIDES = 56.0  # the margins of an act's strip, both together
RECAP_SIGN = 84.0  # the round sign before its words; in large text the words begin at the margin


def recap_did_room(s: float) -> float:
    """The width for what one did."""
    return recap_columns(s)[0][1] - RECAP_SIDES - (0.0 if s >= LARGEST else RECAP_SIGN)


def recap_height(setting: Setting, did: str, changed: str) -> float:
    """The height of one act."""
    _, (_, right) = recap_columns(setting.text_scale)
    one = setting.height(recap_did_room(setting.text_scale), did, "body") + 36
    other = setting.height(right - RECAP_SIDES, changed, "strong") + 36 if changed else 0.0
    return one + other if setting.text_scale >= LARGEST else max(one, other)


def recap_room(s: float) -> float:
    """The height of a page of acts."""
    return floor(s) - recap_top(s) - 108


def recap_top(s: float) -> float:
    """Where the first act begins: under the two headings, or under their one in large text."""
    return bar_height(s) + 40 if s >= LARGEST else 168.0 if s <= 1.05 else 196.0


def farewell_sheet(s: float) -> tuple[float, float, float, float]:
    """Left, top, width and height of the last sheet."""
    x, w = (60.0, 1800.0) if s >= LARGEST else (150.0, 1150.0)
    return x, 116.0, w, floor(s) - 116 - 40


def farewell_head(s: float) -> float:
    """From the top of the last sheet to its first line."""
    return 70 * max(1.0, s * 0.85)


def farewell_room(s: float) -> float:
    """The height there is for its words."""
    return farewell_sheet(s)[3] - 120 - farewell_head(s)


# ---- buttons ------------------------------------------------------------------------------


def icon_width(s: float) -> float:
    """What the sign of a button takes of its width."""
    return 44 * drawn(s) + 18


def label_room(w: float, s: float, *, icon: bool = True, key: float = 0) -> float:
    """The room for the words of a button `w` wide. `key`: the width of its key cap."""
    return w - 24 - 26 - (icon_width(s) if icon else 0) - (key + 12 if key else 0)


def repair_width(s: float) -> float:
    """The width of the buttons that come back to a decision."""
    return (1400.0 if s <= LARGE else 1780.0) - 120


def all_heights(heights: Iterable[float], gap: float) -> float:
    """One under the other, each followed by a gap."""
    return sum(height + gap for height in heights)
