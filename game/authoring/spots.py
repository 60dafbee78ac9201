"""Where each text of a story stands in the window, and what it takes there: what `rules/fit.py` compares.

Room: game/authoring. A spot is laid out by the very functions that the view draws by (`game/content/boxes.py`). Lines, answers and what is
read at the end are tightest in the largest text; what stands in a narrow box beside a drawing is looked at in every size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from game.content import boxes
from game.content.boxes import Setting
from game.content.cast import Cast
from game.content.log import Log
from game.content.model import Text
from game.content.story import Story
from game.content.talk import Choice, Line, Node
from game.content.typeface import STYLES, TextStyle

SIZES = (1.0, 4 / 3, 2.0)
"""The text sizes a reader can choose."""
LARGEST = SIZES[-1]
PAGES = 4
"""Pages of a list that turns which are read with ease."""

Tell = Callable[[Text], str]


@dataclass(frozen=True, slots=True)
class Spot:
    """A text in its box: what it takes and what there is, both in logical px, across or down.

    pages: above zero, the box turns: so many of it are read with ease, and nothing is ever cut.
    """

    text: Text
    which: str
    need: float
    room: float
    pages: int = 0

    @property
    def limit(self) -> float:
        """What it may take."""
        return self.room * max(1, self.pages) + 0.5


LayOut: TypeAlias = Callable[[Setting], "Spot | None"]


def spots(story: Story, size: float, tell: Tell) -> Iterator[LayOut]:
    """Everything that is measured at this text size."""
    if size == LARGEST:
        yield from _spoken(story, tell)
        yield from _answers(story, tell)
        yield from _end(story, tell)
        yield from _lists(story, tell)
    for line in story.lines.values():
        if line.stage is not None:
            yield partial(_stage, line, story.cast.get(line.who), tell)
    yield from _titles(story, size, tell)
    yield from _places(story, tell)
    yield from _notebook(story, size, tell)
    yield from _logs(story, size, tell)
    yield from _board(story, size, tell)


# ---- one line, one paragraph -------------------------------------------------


def _line(
    text: Text | None, which: str, room: float, tell: Tell, style: str | TextStyle = "label", *, beside: float = 0, fixed: bool = False
) -> Iterator[LayOut]:
    """A text on one line that cannot turn. `beside`: what stands beside it; `fixed`: it is never made smaller."""
    words = tell(text) if text is not None else ""
    if text is None or not words:
        return

    def lay_out(m: Setting) -> Spot:
        wide = m.width(words, style)
        k = 1.0 if fixed else boxes.fitted(m, words, style, room - beside).size / m.style(style).size
        return Spot(text, which, wide * k + beside, room)

    yield lay_out


def _paragraph(
    text: Text, which: str, w: float, room: float, tell: Tell, style: str = "body", *, pages: int = 0, most: int = 0
) -> Iterator[LayOut]:
    """A paragraph in a column. `most`: lines there are for it, instead of a height."""
    words = tell(text)
    if words:

        def lay_out(m: Setting) -> Spot:
            st = m.style(style)
            return Spot(text, which, m.height(w, words, style), most * st.size * st.leading + 1 if most else room, pages)

        yield lay_out


# ---- what is said and answered ------------------------------------------------


def _spoken(story: Story, tell: Tell) -> Iterator[LayOut]:
    """Lines with their speaker's name and what they do meanwhile; summaries stand for lines."""
    for line in story.lines.values():
        someone = story.cast.get(line.who)
        name = line.as_ or (someone.name if someone is not None and someone.kind != "narration" else None)
        yield partial(_sheet, line, name, line.stage, tell)
    for talk in story.all_talks.values():
        yield partial(_sheet, talk.summary, None, None, tell)
    for named in (*(someone.name for someone in story.cast.values()), *(line.as_ for line in story.lines.values() if line.as_)):
        yield from _line(named, "the name on its tape", boxes.talk_sheet(LARGEST, face=False)[1] / 2, tell, "h2")


def _sheet(text: Text, name: Text | None, stage: Text | None, tell: Tell, m: Setting) -> Spot | None:
    words = tell(text)
    w = boxes.talk_sheet(m.text_scale, face=True)[1]
    del name
    return Spot(text, "the sheet of a line", boxes.speech_height(m, w, words, stage=stage is not None), boxes.speech_room(m.text_scale))


def _stage(line: Line, someone: Cast | None, tell: Tell, m: Setting) -> Spot | None:
    name = line.as_ or (someone.name if someone is not None and someone.kind != "narration" else None)
    if line.stage is None:
        return None
    words, w = tell(line.stage), boxes.talk_sheet(m.text_scale, face=True)[1]
    room = boxes.stage_room(m, w, tell(name) if name is not None else "")
    k = boxes.fitted(m, words, "hand", room, boxes.SMALL).size / m.style("hand").size
    return Spot(line.stage, "what is done meanwhile", m.width(words, "hand") * k, room)


def _answers(story: Story, tell: Tell) -> Iterator[LayOut]:
    """Each answer, with why it cannot be given yet; those of one node together turn."""
    for talk in story.all_talks.values():
        for node in talk.nodes.values():
            for choice in (*node.choices, *node.interrupts()):
                yield partial(_answer, choice, tell)
            if node.choices:
                yield partial(_together, node, tell)


def _answer_height(choice: Choice, tell: Tell, m: Setting) -> float:
    w = boxes.talk_sheet(m.text_scale, face=True)[1]
    why = tell(choice.why_not) if choice.why_not is not None else ""
    return boxes.choice_height(m, w - boxes.TURNING, tell(choice), why)


def _answer(choice: Choice, tell: Tell, m: Setting) -> Spot:
    return Spot(choice, "the box of an answer", _answer_height(choice, tell, m), boxes.answers_room(m.text_scale))


def _together(node: Node, tell: Tell, m: Setting) -> Spot:
    need = boxes.all_heights((_answer_height(choice, tell, m) for choice in node.choices), boxes.BETWEEN)
    return Spot(node.choices[0], "the list of answers", need, boxes.answers_room(m.text_scale), PAGES)


# ---- the episode itself ----------------------------------------------------------


def _titles(story: Story, size: float, tell: Tell) -> Iterator[LayOut]:
    """Its name on the title, where the size of the text changes nothing, and in the list of episodes."""
    title, room = story.episode.title, boxes.ROW_TITLE_WIDE if size > boxes.LARGE else boxes.ROW_TITLE
    if size == SIZES[0]:
        yield partial(_on_the_title, title, tell)
    yield from _line(title, "the title in the list of episodes", room, tell, "h2")


def _on_the_title(title: Text, tell: Tell, m: Setting) -> Spot | None:
    words, poster = tell(title), STYLES["poster"].scaled(boxes.TITLE_SIZE / m.text_scale)
    if not words:
        return None
    return Spot(title, "the title", m.height(boxes.TITLE_W, words, poster), boxes.TITLE_LINES * m.style(poster).size * poster.leading + 1)


# ---- places ---------------------------------------------------------------------


def _places(story: Story, tell: Tell) -> Iterator[LayOut]:
    """Names on the bar, on the ways out, on what can be looked at, on the map; the hour beside a place's name."""
    for place in story.places.values():
        yield partial(_on_the_bar, place.name, None, tell)
        for look in place.looks.values():
            if look.hour is not None:
                yield partial(_on_the_bar, place.name, look.hour, tell)
        if place.map is not None:
            yield partial(_on_the_map, place.name, tell)
        for way in place.exits.values():
            yield from _line(way.name, "the sign of a way out", boxes.SIGN, tell, beside=boxes.SIGN_SIDES, fixed=True)
        for spot in place.hotspots.values():
            yield from _line(spot.name, "the name of what is looked at", boxes.TAPE - 20, tell, beside=boxes.TAPE_SIDES + 44, fixed=True)
    for phase in story.episode.phases.values():
        yield from _line(phase.name, "the strip of a part of the day", boxes.TAPE, tell, "hand-big", beside=90, fixed=True)


def _on_the_bar(name: Text, hour: Text | None, tell: Tell, m: Setting) -> Spot | None:
    words = tell(name)
    if hour is not None and words:
        words = m.words("play.where", place=words, hour=tell(hour))
    k = boxes.fitted(m, words, "label", boxes.BAR_PLACE).size / m.style("label").size
    return Spot(hour or name, "the place’s name on the bar", m.width(words) * k, boxes.BAR_PLACE)


def _on_the_map(name: Text, tell: Tell, m: Setting) -> Spot | None:
    words = tell(name)
    if not words or m.text_scale > boxes.LARGE:
        return None
    widest = max(m.width(m.words(f"map.{state}", place=words)) for state in ("here", "later"))
    return Spot(name, "the place’s name on the map", max(widest, m.width(words)) + 44, boxes.MAP_NAME)


# ---- the notebook -----------------------------------------------------------------


def _notebook(story: Story, size: float, tell: Tell) -> Iterator[LayOut]:
    """Cards and their words; people and what is noted of them; the glossary."""
    wide = size > boxes.LARGE
    for clue in story.clues.values():
        if not wide:
            column = boxes.CARD_W - boxes.CARD_SIDES
            yield from _paragraph(clue.title, "the title under a clue’s drawing", column, 0, tell, "label", most=boxes.CARD_LINES)
        yield from _line(clue.title, "the title of a clue", boxes.DETAIL_WIDE if wide else boxes.DETAIL_W, tell, "h2")
        about = [story.cast[who].name for who in clue.about if who in story.cast]
        place = story.places[clue.place].name if clue.place is not None and clue.place in story.places else None
        yield partial(_card, clue.card, clue.title, about, place, tell)
    for someone in story.cast.values():
        if not someone.page:
            continue
        if not wide:
            yield from _line(someone.name, "the name under a face", boxes.FACE_W - boxes.FACE_SIDES, tell)
            if someone.role is not None:
                column = boxes.FACE_W - boxes.FACE_SIDES
                yield from _paragraph(someone.role, "the role under a face", column, 0, tell, "note", most=boxes.FACE_LINES)
        w = (boxes.PERSON_WIDE if wide else boxes.PERSON_W) - boxes.TURNING
        yield from _line(someone.name, "the name on a person’s page", w, tell, "h1")
        for note in someone.page:
            yield from _paragraph(note, "a person’s page", w, boxes.notebook_page(size)[1] - 250, tell, pages=PAGES)


def _card(card: Text, title: Text, about: list[Text], place: Text | None, tell: Tell, m: Setting) -> Spot | None:
    words = tell(card)
    if not words:
        return None
    w = boxes.DETAIL_WIDE if m.text_scale > boxes.LARGE else boxes.DETAIL_W
    size = boxes.fitted(m, tell(title), "h2", w).size
    who = m.words("notebook.about", who=", ".join(tell(name) for name in about)) if about else ""
    found = m.words("notebook.found_in", place=tell(place)) if place is not None else ""
    column, room = boxes.detail_room(m, size, boxes.LEAST_DRAWING, about=who, found=found)
    return Spot(card, "the words of a clue", m.height(column, words, "body"), room)


# ---- logs -----------------------------------------------------------------------------


def _logs(story: Story, size: float, tell: Tell) -> Iterator[LayOut]:
    """The title and what stands beside the lines, which cannot turn; the lines, which do."""
    large = size >= boxes.LARGEST
    for log in story.logs.values():
        _, _, w = boxes.log_sheet(size, face=log.told is not None)
        yield from _line(log.title, "the title of a log", w - 120, tell, "h2")
        if log.how is not None:
            if log.told is not None and not large:
                yield partial(_under_the_face, log.how, tell)
            else:
                yield from _line(log.how, "who tells a log", w - 120, tell, "note", beside=44, fixed=True)
        for line in log.lines:
            parts = [part for part in (line.at, line.by) if part is not None]
            for part, style in zip(parts, ("strong", "strong" if large else "note"), strict=False):
                which = "the column of hours and names of a log"
                if large or len(parts) > 1:
                    room = w - 80 - boxes.TURNING - 40 if large else boxes.LOG_WHEN
                    yield from _line(part, which, room, tell, style, fixed=large)
                else:
                    yield from _paragraph(part, which, boxes.LOG_WHEN, 0, tell, style, most=boxes.LOG_WHEN_LINES)
        if log.note is not None:
            yield partial(_log_note, log.note, w, tell)
        yield partial(_log_lines, log, w, tell)


def _under_the_face(how: Text, tell: Tell, m: Setting) -> Spot:
    words = tell(how)
    style = boxes.fitted(m, words, "h2", boxes.LOG_HOW, boxes.SMALL)
    set_ = style.scaled(1 / m.text_scale)
    room = boxes.LOG_HOW_LINES * style.size * style.leading + 1
    return Spot(how, "who tells a log, under the face", m.height(boxes.LOG_HOW, words, set_), room)


def _log_note(note: Text, w: float, tell: Tell, m: Setting) -> Spot:
    button = max(300.0, 56 + 62 + m.width(m.words("log.close")))
    need = m.height(w - 100 - button - 40 - 60, tell(note), "note")
    return Spot(note, "what one keeps of a log, at its foot", need, boxes.log_foot(m.text_scale))


def _log_lines(log: Log, w: float, tell: Tell, m: Setting) -> Spot | None:
    if not log.lines:
        return None
    s = m.text_scale
    room = w - 80 - boxes.TURNING
    act = m.words("log.keep")
    above, beneath = (m.style("strong").size * 1.5, 70 * s) if s >= boxes.LARGEST else (0.0, 0.0)
    need = 0.0
    for line in log.lines:
        column = boxes.log_line_column(m, room, act if line.asked_for else "")
        high = m.height(column, tell(line), "strong" if line.asked_for else "body") + 30
        need += max(72.0, high + (above if line.at or line.by else 0) + (beneath if line.asked_for else 0)) + 8
    _, top, _ = boxes.log_sheet(s, face=False)
    page = boxes.floor(s) - top - 18 - boxes.log_foot(s) - 22 - 14 - (22 + m.style("h2").size + 16 + m.style("note").size * 1.7 + 14)
    return Spot(log.title, "the log", need, page, 2 * PAGES)


# ---- the board -------------------------------------------------------------------------


def _board(story: Story, size: float, tell: Tell) -> Iterator[LayOut]:
    """Questions with their answers; the titles of the boxes."""
    if story.board is None:
        return
    if size <= boxes.LARGE:
        yield from _line(story.board.title, "the board’s title", boxes.BOARD_TITLE, tell, "h2", beside=64, fixed=True)
    for slot in story.board.slots.values():
        if size <= boxes.LARGE:
            room = boxes.slot_width() - boxes.SLOT_TITLE
            which = "the title of a box of the board"
            yield from _paragraph(slot.title or slot.question, which, room, 0, tell, "strong", most=boxes.SLOT_LINES)
        column = boxes.board_alone_width(size) - boxes.THUMB_W if size > boxes.LARGE else boxes.PANEL_W - boxes.PANEL_SIDES
        yield partial(_question, slot.question, [*slot.cards, slot.unknown], column, tell)


def _question(question: Text, cards: Sequence[Text], column: float, tell: Tell, m: Setting) -> Spot:
    s = m.text_scale
    answers = [boxes.board_answer_height(m, column, tell(card), "1") for card in cards]
    asked = m.height(column, tell(question), "strong")
    if s > boxes.LARGE:
        return Spot(question, "the board’s question with one answer", asked + max(answers) + 10, boxes.board_alone_room(s))
    need = asked + 16 + boxes.all_heights(answers, 12) + boxes.HOW_SURE
    return Spot(question, "the board’s question with its answers", need, boxes.board_panel_room(s))


# ---- the end, and what is read in lists -----------------------------------------------------


def _end(story: Story, tell: Tell) -> Iterator[LayOut]:
    """What one did and what it changed; what is said at the farewell; the buttons that come back to a decision."""
    for decision in story.decisions.values():
        if decision.title is not None:
            room = boxes.label_room(boxes.repair_width(LARGEST), LARGEST, key=92)
            yield from _line(decision.title, "the button that comes back to a decision", room, tell)
        for option in decision.options.values():
            for changed in option.changed or (None,):
                if option.did is not None:
                    yield partial(_act, option.did, [part for part in (changed, decision.mended) if part is not None], tell)
    closing = story.episode.closing
    if closing is None:
        return
    yield from _line(closing.title, "the title on its tape", boxes.farewell_sheet(LARGEST)[2] - 60, tell, "h2", beside=64, fixed=True)
    for name in dict.fromkeys(name for farewell in closing.farewell.values() for name in farewell.texts):
        text = story.texts.get(name)
        if text is not None:
            w = boxes.farewell_sheet(LARGEST)[2] - 140
            yield from _paragraph(text, "a page of the farewell", w, boxes.farewell_room(LARGEST) - 22, tell, "lead")


def _act(did: Text, changed: list[Text], tell: Tell, m: Setting) -> Spot:
    told = " ".join(tell(part) for part in changed)
    need = boxes.recap_height(m, tell(did), told) + 22
    return Spot(did, "an act of the recap with what it changed", need, boxes.recap_room(m.text_scale))


def _lists(story: Story, tell: Tell) -> Iterator[LayOut]:
    """Quiz, items and glossary: they turn, so only a word can be too wide, or a text too long to be read with ease."""
    w, page = 1620 - 140 - boxes.TURNING - 10, boxes.bottom(LARGEST) - 400
    for text in (
        *((story.quiz.intro, *story.quiz.items, *(item.why for item in story.quiz.items)) if story.quiz is not None else ()),
        *((story.questionnaire.intro, story.questionnaire.outro, *story.questionnaire.items) if story.questionnaire is not None else ()),
    ):
        yield from _paragraph(text, "a page of questions", w, page, tell, "h2", pages=2)
    for term in story.glossary.values():
        yield from _paragraph(term.word, "the glossary", 1660 - 110 - boxes.TURNING, page, tell, "strong", pages=2)
        yield from _paragraph(term.meaning, "the glossary", 1660 - 110 - boxes.TURNING, page, tell, pages=2)
