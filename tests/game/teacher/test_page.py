"""The HTML page: whole in one file, every word of the pack in it, links that lead somewhere."""

from __future__ import annotations

from functools import lru_cache
from html.parser import HTMLParser

import pytest

from game.teacher.page import as_page, texts_of
from tests.game.teacher.packs import ASSETS, LANGUAGES, pack, words


class Seen(HTMLParser):
    """What a browser would meet: tags with their attributes, and the words between them."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag."""
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Words."""
        self.words.append(data)


@lru_cache(maxsize=2)
def page(language: str) -> Seen:
    """The page in a language, read."""
    seen = Seen()
    seen.feed(as_page(pack(language), ASSETS, words(language)))
    return seen


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_pack_is_on_the_page(language: str) -> None:
    """Texts, answers, ids of facts and references; a long address in its link."""
    links = [link for tag, attrs in page(language).tags if tag == "a" and (link := attrs.get("href"))]
    told = " ".join(" ".join([*page(language).words, *links]).split())
    for sheet in pack(language).sheets:
        for text in (sheet.title, *texts_of(sheet.blocks)):
            plain = " ".join(text.split())
            assert plain.startswith("clue/") or plain in told, plain


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_lead_somewhere(language: str) -> None:
    """Within the page to a sheet, outside to an address; nothing is fetched."""
    seen = page(language)
    ids = {attrs["id"] for _, attrs in seen.tags if attrs.get("id")}
    for tag, attrs in seen.tags:
        link = attrs.get("href") or ""
        if tag == "a":
            assert link.startswith(("https://", "http://")) or link.removeprefix("#") in ids, link
        if tag == "img":
            assert (attrs["src"] or "").startswith("data:image/")
            assert "alt" in attrs
        assert tag not in {"script", "link", "iframe", "form"}
    assert {sheet.id for sheet in pack(language).sheets} <= ids


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_its_language(language: str) -> None:
    """For a screen reader; its charset and its title too."""
    html = next(attrs for tag, attrs in page(language).tags if tag == "html")
    assert html["lang"] == language
    assert any(tag == "meta" and attrs.get("charset") == "utf-8" for tag, attrs in page(language).tags)
    assert any(tag == "title" for tag, _ in page(language).tags)
