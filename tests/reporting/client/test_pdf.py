"""The receipt's page, read back."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from reporting.client.keep import KeepError
from reporting.client.pdf import LINES, receipt_pdf, save_receipt_pdf
from reporting.protocol.receipt import Language, new_receipt
from tests.reporting.client.desks import FONTS


def words(word: str) -> str:
    """A wording with everything French typography needs."""
    return f"« {word} » l’été : œuvre… 9 h\u202f30, où ?"


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("training", [True, False])
def test_the_words_can_be_selected(language: Language, training: bool) -> None:
    """In both languages, with every accent: the text of the page holds the receipt; an exercise says what it is."""
    receipt = new_receipt(language, training=training)
    reader = PdfReader(BytesIO(receipt_pdf(receipt, language, FONTS, words)))
    assert len(reader.pages) == 1
    text = reader.pages[0].extract_text()
    for word in receipt.words:
        assert word in text
    for line in LINES:
        assert f"desk.paper.{line}" in text
    assert ({"fr": "EXERCICE", "en": "TRAINING"}[language] in text) is training
    assert ("desk.paper.exercise" in text) is training
    assert str(reader.root_object["/Lang"]) == {"fr": "fr-FR", "en": "en-GB"}[language]


def test_the_file_says_nothing_of_anyone() -> None:
    """No author, no user name, no hour: made twice, the page is the same byte for byte."""
    receipt = new_receipt("fr", training=False)
    page = receipt_pdf(receipt, "fr", FONTS, words)
    about = PdfReader(BytesIO(page)).metadata
    assert about is not None
    assert set(about) == {"/Title", "/Creator", "/Producer", "/CreationDate"}
    assert about.creation_date == datetime(2000, 1, 1, tzinfo=UTC)
    user = getpass.getuser()
    assert user == "root" or user.encode() not in page
    assert str(Path.home()).encode() not in page
    assert page == receipt_pdf(receipt, "fr", FONTS, words)


def test_an_older_page_is_not_replaced(tmp_path: Path) -> None:
    """Two reports, two pages; the name says nothing."""
    names = [save_receipt_pdf(new_receipt("en", training=False), "en", folder=tmp_path, fonts=FONTS, words=words).name for _ in range(2)]
    assert names == ["nine-words.pdf", "nine-words-2.pdf"]


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    """A typed cause, no half page."""
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(KeepError):
        save_receipt_pdf(new_receipt("fr", training=False), "fr", folder=tmp_path / "file", fonts=FONTS, words=words)
