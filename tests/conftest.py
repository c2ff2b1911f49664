"""Fixtures shared by all tests: the lexicon, a tokenising pipeline, the whole pipeline."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import beritanlp
from beritanlp.lexicon import Lexicon, load_lexicon

ARTICLES = Path(__file__).parent.parent / "examples" / "articles"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/golden from this run")


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The default pipeline."""
    return beritanlp.load()


@pytest.fixture(scope="session")
def blank() -> Language:
    """Our tokenizer and sentence splitter, without a model."""
    pipeline = spacy.blank("id", config={"nlp": {"tokenizer": {"@tokenizers": "beritanlp.Tokenizer.v1"}}})
    pipeline.add_pipe("berita_language")
    return pipeline


@pytest.fixture(scope="session")
def tagged(blank: Language) -> Callable[[str], Doc]:
    """Make a Doc whose entities are written in the text: ``[PER Budi] tiba di [GPE Solo].``"""
    import regex

    def make(marked: str) -> Doc:
        text, spans, at = "", [], 0
        for match in regex.finditer(r"\[([A-Z]{3}) ([^\[\]]+)\]", marked):
            text += marked[at : match.start()]
            spans.append((len(text), len(text) + len(match[2]), match[1]))
            text += match[2]
            at = match.end()
        text += marked[at:]
        doc = blank(text)
        ents = [doc.char_span(a, b, label=label) for a, b, label in spans]
        assert None not in ents, f"entity not on token borders in {marked!r}"
        doc.set_ents(ents)
        return doc

    return make


@pytest.fixture(scope="session")
def rooms(tagged: Callable[[str], Doc]) -> Callable[..., Callable[[str], Doc]]:
    """Make a reader of marked texts through the named rooms: ``rooms("dates", "entities")``."""

    def through(*names: str) -> Callable[[str], Doc]:
        nlp = spacy.blank("xx")
        pipes = [nlp.create_pipe(f"berita_{name}") for name in names]

        def run(marked: str) -> Doc:
            doc = tagged(marked)
            for pipe in pipes:
                doc = pipe(doc)
            return doc

        return run

    return through
