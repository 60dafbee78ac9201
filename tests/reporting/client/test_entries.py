"""What people type: links, names, receipt words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.client.links import LINK_CAUSES, Link, exact_link
from reporting.client.lookup import receipt_of, words_now, written_word
from reporting.client.names import name_like
from reporting.client.state import Lookup, Problem
from reporting.protocol.receipt import Language, new_receipt, read_receipt


@pytest.mark.parametrize(("typed", "exact"), [
    ("lucarne.example/p/8841", "https://lucarne.example/p/8841"),
    (" HTTPS://WWW.Lucarne.Example/P/8841#m3 ", "https://www.lucarne.example/P/8841#m3"),
    ("regarde https://lucarne.example/p/1?x=2, vite", "https://lucarne.example/p/1?x=2"),
    ("https://lucarne.example/p/1?igsh=ami&x=2&utm_source=moi&fbclid=9", "https://lucarne.example/p/1?x=2"),
    ("//lucarne.example", "https://lucarne.example/"),
    ("forum.example:8443/s", "https://forum.example:8443/s"),
    ("https://été.example/à", "https://xn--t-9fab.example/à"),
])
def test_a_link_is_made_exact(typed: str, exact: str) -> None:
    """The very address, without what follows the person who copied it."""
    link = exact_link(typed)
    assert isinstance(link, Link)
    assert link.normal == exact


@pytest.mark.parametrize(("typed", "why"), [
    ("", None), ("   ", None), ("pas un lien", "not_a_link"), ("mot", "not_a_link"), ("https://", "not_a_link"),
    ("https://a.example https://b.example", "not_a_link"), ("javascript:alert(1)", "not_web"), ("file:///c:/photo.jpg", "not_web"),
    ("https://moi:secret@lucarne.example", "has_password"), ("http://localhost/x", "local"), ("http://192.168.1.4/x", "local"),
    ("http://[::1]/", "local"), ("lucarne.example/" + "x" * 700, "too_long"), ("https://exa mple.com", "not_a_link"),
    ("https://a..b", "not_a_link"), ("https://[", "not_a_link"), ("https://a.example:99999/", "not_a_link"),
])
def test_what_is_no_link_says_why(typed: str, why: str | None) -> None:
    """Each with its own cause."""
    assert exact_link(typed) == why


@given(st.text(max_size=60))
def test_no_text_breaks_a_link_field(typed: str) -> None:
    """Whatever is pasted: a link, a cause, or nothing; and what is exact stays exact."""
    link = exact_link(typed)
    if isinstance(link, Link):
        again = exact_link(link.normal)
        assert isinstance(again, Link)
        assert again.normal == link.normal
    else:
        assert link is None or link in LINK_CAUSES


@pytest.mark.parametrize(("text", "names"), [
    ("Une photo de moi tourne depuis dimanche. C’est Malo qui l’avait.", ["Malo"]),
    ("J’ai vu ça sur Instagram, Lou-Anne me l’a dit.", ["Lou-Anne"]),
    ("Quelqu’un d’Alger… ou d’Emma ?", ["Alger", "Emma"]),
    ("I think I’m sure Tom has it. Monday, on Snapchat.", ["Tom"]),
    ("RENDS-MOI ÇA. Rien d’autre.", []), ("", []),
])
def test_a_first_name_is_guessed_by_its_capital(text: str, names: list[str]) -> None:
    """In the middle of a sentence; apps, days and shouting are nobody."""
    assert [text[start:end] for start, end in name_like(text)] == names


@given(st.sampled_from(["fr", "en"]), st.booleans(), st.booleans())
def test_a_receipt_typed_word_by_word_is_read(language: Language, training: bool, loud: bool) -> None:
    """In capitals, without accents, or pasted whole: the same receipt."""
    import unicodedata

    receipt = new_receipt(language, training=training)
    lookup = Lookup(exercise=training)
    for index, word in enumerate(receipt.words):
        plain = unicodedata.normalize("NFD", word).encode("ascii", "ignore").decode()
        lookup = written_word(lookup, index, plain.upper() if loud else word)
    assert all(now.state == "known" for now in words_now(lookup))
    assert receipt_of(lookup) == receipt
    assert receipt_of(written_word(Lookup(), 4, receipt.text())) == receipt == read_receipt(receipt.text())


def test_a_word_being_typed_is_completed_and_a_wrong_one_is_named() -> None:
    """One possible end is offered; a word of no list gets its nearest."""
    lookup = written_word(written_word(written_word(Lookup(), 0, "abais"), 1, "abo"), 2, "citroon")
    first, second, third, *rest = words_now(lookup)
    assert (first.state, first.completion) == ("typing", "abaisser")
    assert (second.state, second.completion) == ("typing", None)
    assert third.state == "unknown"
    assert third.nearest
    assert {now.state for now in rest} == {"empty"}


def test_a_wrong_receipt_is_a_problem_with_words() -> None:
    """Nine words that exist but are no receipt."""
    receipt = new_receipt("fr", training=False)
    words = list(receipt.words)
    lookup = Lookup(words=tuple(words[1:] + words[:1]))
    found = receipt_of(lookup)
    assert found != receipt
    assert isinstance(found, Problem) or found.words != receipt.words


@given(st.integers(-3, 12), st.text(max_size=80))
def test_no_text_breaks_the_nine_places(index: int, text: str) -> None:
    """Always nine places, whatever is typed or pasted in whichever."""
    lookup = written_word(Lookup(), index, text)
    assert len(lookup.words) == 9
    assert len(words_now(lookup)) == 9
