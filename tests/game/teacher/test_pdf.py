"""The PDF: what must stay on one page does, nothing runs off it, and the same words make the same bytes."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

import pytest
from pypdf import PdfReader

from game.teacher import blocks as b
from game.teacher.pdf import SheetTooLongError, as_pdf
from game.teacher.press import fit
from tests.game.teacher.packs import ASSETS, LANGUAGES, pack, words


@lru_cache(maxsize=2)
def printed(language: str) -> bytes:
    """The document in a language."""
    return as_pdf(pack(language), ASSETS, words(language))


def pages(language: str) -> list[str]:
    """The words of each page, on one line."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(printed(language))).pages]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_sheet_begins_a_page(language: str) -> None:
    """The outline names the sheets; the run sheet is one page, and so is every other but the sources."""
    reader = PdfReader(io.BytesIO(printed(language)))
    outline = [(str(entry.title), reader.get_destination_page_number(entry)) for entry in reader.outline]  # type: ignore[union-attr, arg-type]
    sheets = pack(language).sheets
    assert [title for title, _ in outline] == [sheet.title for sheet in sheets]
    assert [page for _, page in outline] == list(range(len(sheets)))
    assert len(sheets) < len(reader.pages) <= len(sheets) + 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_the_help_line(language: str) -> None:
    """3018 and the numbers for danger stand at the foot of each, with the page's number."""
    told = pages(language)
    foot = " ".join(fit(pack(language).foot).split())
    for number, page in enumerate(told, start=1):
        assert foot in page
        assert words(language)("teacher.page", number=number, of=len(told)) in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_are_a4_and_nothing_leaves_them(language: str) -> None:
    """Each piece of text begins inside the margins."""
    for page in PdfReader(io.BytesIO(printed(language))).pages:
        wide, high = float(page.mediabox.width), float(page.mediabox.height)
        assert (round(wide), round(high)) == (595, 842)
        found: list[tuple[float, float]] = []

        def see(text: str, _: Sequence[float], at: Sequence[float], *rest: object, seen: list[tuple[float, float]] = found) -> None:
            if text.strip():
                seen.append((at[4], at[5]))

        page.extract_text(visitor_text=see)
        inside = [(x, y) for x, y in found if (x, y) != (0, 0)]
        assert inside
        assert all(20 <= x <= wide - 20 and 15 <= y <= high - 20 for x, y in inside)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_document_says_its_language_and_embeds_its_fonts(language: str) -> None:
    """For a screen reader, and for a computer that has none of our fonts."""
    reader = PdfReader(io.BytesIO(printed(language)))
    assert str(reader.root_object["/Lang"]) == ("fr-FR" if language == "fr" else "en-GB")
    assert reader.metadata is not None
    assert reader.metadata.title == fit(f"{pack(language).title}, {pack(language).episode}")
    resources: Any = reader.pages[0]["/Resources"]
    for font in resources["/Font"].values():
        inner = font.get_object()["/DescendantFonts"][0].get_object()
        assert "/FontFile2" in inner["/FontDescriptor"].get_object()


def test_the_same_words_make_the_same_bytes() -> None:
    """No hour and no chance in it."""
    whole = pack("en")
    some = replace(whole, sheets=tuple(sheet for sheet in whole.sheets if sheet.id in {"run", "timeline"}))
    assert as_pdf(some, ASSETS, words("en")) == as_pdf(some, ASSETS, words("en"))


def test_a_sheet_that_is_too_long_is_named() -> None:
    """Rather than letting words run off the page."""
    whole = pack("fr")
    run = replace(whole.sheets[0], blocks=(b.Bullets((b.Said("Trop de mots. " * 30),) * 30),))
    with pytest.raises(SheetTooLongError, match="run"):
        as_pdf(replace(whole, sheets=(run,)), ASSETS, words("fr"))


def test_cards_shrink_until_their_words_fit() -> None:
    """A longer way out is set smaller; one that no card can hold is refused."""
    whole = pack("fr")
    exits = next(sheet for sheet in whole.sheets if sheet.id == "exits")
    long = replace(exits, blocks=(b.Cards((b.Card("Sortie 1", "", "", b.Said("Un geste de plus. " * 15)),) * 8),))
    assert as_pdf(replace(whole, sheets=(long,)), ASSETS, words("fr")).startswith(b"%PDF")
    longer = replace(exits, blocks=(b.Cards((b.Card("Sortie 1", "", "", b.Said("Un geste de plus. " * 60)),) * 8),))
    with pytest.raises(SheetTooLongError, match="exits"):
        as_pdf(replace(whole, sheets=(longer,)), ASSETS, words("fr"))


def test_pictures_that_are_not_baked_leave_a_plain_sheet() -> None:
    """The pack prints all the same."""
    whole = pack("fr")
    first = replace(whole.sheets[0], picture="title/no-such-picture", icon="no-such-icon")
    assert as_pdf(replace(whole, sheets=(first,)), ASSETS, words("fr")).startswith(b"%PDF")
