"""Articles and records as HTML."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy import displacy
from spacy.language import Language

import beritanlp
from beritanlp.display import article_html
from beritanlp.display.marks import Mark, marks_of, pieces
from tests.conftest import ARTICLES


class Shown(HTMLParser):
    """The characters of an article's text that a browser shows, and the tags on the way."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text, self.tags, self._inside = "", [], 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if self._inside:
            self._inside += 1
        elif dict(attrs).get("class") == "b-text":
            self._inside = 1

    def handle_endtag(self, tag: str) -> None:
        self._inside = max(0, self._inside - 1)

    def handle_data(self, data: str) -> None:
        self.text += data if self._inside else ""


@pytest.mark.parametrize("path", sorted(ARTICLES.glob("*.txt")), ids=lambda path: path.stem)
def test_text_is_shown_whole(path, nlp: Language) -> None:
    article = beritanlp.extract(path.read_text(encoding="utf-8"), nlp=nlp)
    assert Shown(article_html(article)).text == article.text
    assert {mark.kind for mark in marks_of(article)} >= {"quote", "cue", "person", "event", "time"}


def test_markup_shows_as_text(nlp: Language) -> None:
    text = 'Polisi menangkap <script>alert(1)</script> Budi Santoso</div> & "<img src=x onerror=alert(1)>," kata Budi.'
    page = Shown(article_html(beritanlp.extract(text, title="<b>Judul</b>", nlp=nlp)))
    assert page.text == text
    assert {"script", "img", "b"}.isdisjoint(page.tags)


spans = st.tuples(st.integers(0, 30), st.integers(0, 12), st.sampled_from(["quote", "person", "event"]))


@settings(deadline=None)
@given(text=st.text(max_size=40), spans=st.lists(spans, max_size=8))
def test_pieces_cover_the_text_under_the_marks_that_cover_them(text: str, spans: list[tuple[int, int, str]]) -> None:
    marks = [Mark(a, min(a + n, len(text)), kind, str(i)) for i, (a, n, kind) in enumerate(spans) if a <= len(text)]
    found = list(pieces(text, marks))
    assert "".join(text[piece.start : piece.end] for piece in found) == text
    for piece in found:
        wanted = {mark for mark in marks if mark.start <= piece.start < piece.end <= mark.end}
        assert set(piece.marks) == wanted


def test_records_show_themselves(nlp: Language) -> None:
    article = beritanlp.extract('"Kami <siap>," kata Gubernur Jawa Tengah Rini Astuti, Senin (6/1/2025).', nlp=nlp)
    assert "&lt;siap&gt;" in article._repr_html_()
    assert "&lt;siap&gt;" in article.quotes[0]._repr_html_()
    assert repr(article.quotes[0]) == "<Quote q1 direct 'Kami <siap>'>"
    assert repr(article.people[0]) == "<Person p1 Rini Astuti>"
    assert len(repr(article)) < 200


def test_displacy_has_our_colours(nlp: Language) -> None:
    from beritanlp.display.colours import DISPLACY

    page = displacy.render(nlp("Presiden Joko Widodo tiba di Solo."), style="ent", page=False, jupyter=False)
    assert DISPLACY["PER"] in page
    assert DISPLACY["GPE"] in page
