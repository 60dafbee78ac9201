"""The receipt as a PDF one can print: the nine words as real text, what they are for, and EXERCICE on an exercise.

Room: reporting/client. Words come from the reader. Nothing about the person, this device or the hour is in the file.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from reporting.client.keep import write_whole
from reporting.protocol.receipt import PREFIX, Language, Receipt

NAMES: dict[Language, str] = {"fr": "neuf-mots", "en": "nine-words"}
LINES = ("title", "warning", "use", "lost", "hide", "help")  # desk.paper.<line>; « exercise » is added for an exercise
_WHEN = datetime(2000, 1, 1, tzinfo=UTC)  # the file must not say when a report was made
_MARGIN, _WIDE = 22.0, 166.0  # millimetres on A4

Wording = Callable[[str], str]


def receipt_pdf(receipt: Receipt, language: Language, fonts: Path, words: Wording) -> bytes:
    """The page. fonts: folder of the font files; words: finds the wording of `desk.paper.*`."""
    from fpdf import FPDF

    page = FPDF(format="A4")
    page.set_creation_date(_WHEN)
    page.set_producer("stop-la-violence")
    page.set_creator("stop-la-violence")
    page.set_title(_fit(words("desk.paper.title")))
    page.set_lang("fr-FR" if language == "fr" else "en-GB")
    page.set_margins(_MARGIN, _MARGIN)
    for style, weight in (("", 400), ("B", 700)):
        page.add_font("read", style, str(fonts / f"atkinson-hyperlegible-next-{weight}.ttf"))
    page.add_page()

    def line(word: str, size: float, style: str = "") -> None:
        page.set_font("read", style, size)
        page.multi_cell(_WIDE, size * 0.5, _fit(words(f"desk.paper.{word}")), new_x="LMARGIN", new_y="NEXT")
        page.ln(size * 0.25)

    line("title", 24, "B")
    line("warning", 14, "B")
    if receipt.training:
        page.set_font("read", "B", 20)
        page.set_fill_color(255, 221, 120)
        page.cell(_WIDE, 13, PREFIX[receipt.language], border=1, align="C", fill=True, new_x="LMARGIN", new_y="NEXT")
        page.ln(2)
        line("exercise", 12)
    page.ln(3)
    for row in range(3):
        for column in range(3):
            number = row * 3 + column
            page.set_font("read", "", 11)
            page.cell(8, 16, str(number + 1), align="R")
            page.set_font("read", "B", 17)
            page.cell(_WIDE / 3 - 8, 16, f"{receipt.words[number]}")
        page.ln(16)
    page.ln(3)
    for word in LINES[2:]:
        line(word, 12)
    return bytes(page.output())


def save_receipt_pdf(receipt: Receipt, language: Language, *, folder: Path, fonts: Path, words: Wording) -> Path:
    """Write the page in `folder` under a name that says nothing, beside what is already there. raises: `KeepError`."""
    content = receipt_pdf(receipt, language, fonts, words)
    path, number = folder / f"{NAMES[language]}.pdf", 1
    while path.exists():
        number += 1
        path = folder / f"{NAMES[language]}-{number}.pdf"
    write_whole(path, content)
    return path


def _fit(text: str) -> str:
    """U+202F and U+2011 are in none of the fonts: their wider sisters are."""
    return text.replace("\u202f", "\u00a0").replace("\u2011", "-")
