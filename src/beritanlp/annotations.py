"""What the rooms write on a Doc: plain data under one ``doc.user_data`` key.

Plain dicts and lists survive ``Doc.to_bytes``, ``DocBin`` and ``nlp.pipe(n_process=2)``; pydantic objects and
spaCy spans would not. The typed records are built from here, by :mod:`beritanlp.pipeline`.
"""

from __future__ import annotations

from typing import Any, TypedDict, cast

from spacy.tokens import Doc

KEY = "beritanlp"


class Annotations(TypedDict, total=False):
    """The keys each room fills, in the order of the pipeline."""

    # given by the caller
    id: str
    title: str | None
    url: str | None
    published: str | None  # ISO 8601; the dates room fills it when none is given
    published_source: str  # given, inferred, none
    # language/
    meta: dict[str, str]  # model and lexicon versions
    furniture: list[tuple[int, int]]  # character ranges of page furniture, sorted
    dateline: dict[str, Any] | None
    outlet: str | None
    # dates/, entities/, quotes/, events/: dumped records
    times: list[dict[str, Any]]
    people: list[dict[str, Any]]
    roles: list[tuple[int, int]]  # character ranges of the roles beside people's names, sorted
    organisations: list[dict[str, Any]]
    places: list[dict[str, Any]]
    speakers: list[dict[str, Any]]
    quotes: list[dict[str, Any]]
    events: list[dict[str, Any]]


def annotations_of(doc: Doc) -> Annotations:
    """The mutable annotations of a Doc.

    Examples
    --------
    >>> import spacy
    >>> doc = spacy.blank("xx")("Jakarta")
    >>> annotations_of(doc)["outlet"] = "Antara"
    >>> annotations_of(doc)
    {'outlet': 'Antara'}
    """
    return cast(Annotations, doc.user_data.setdefault(KEY, {}))


_last_text: tuple[Doc | None, str] = (None, "")


def text_of(doc: Doc) -> str:
    """``doc.text``, joined once: spaCy joins it from all tokens each time, and the rooms read it twenty times.

    Examples
    --------
    >>> import spacy
    >>> text_of(spacy.blank("xx")("Jakarta banjir"))
    'Jakarta banjir'
    """
    global _last_text  # an article goes through the rooms before the next one comes
    known, text = _last_text  # together: another thread may read another article meanwhile
    if known is not doc:
        text = doc.text
        _last_text = doc, text
    return text


def in_furniture(doc: Doc, start: int, end: int) -> bool:
    """Whether the characters ``start:end`` touch page furniture."""
    return any(start < b and a < end for a, b in annotations_of(doc).get("furniture", ()))


def set_spans(doc: Doc, group: str, spans: list[tuple[int, int, str]]) -> None:
    """Show character spans ``(start, end, label)`` as ``doc.spans[group]`` on the tokens that cover them."""
    found = (doc.char_span(a, b, label=label, alignment_mode="expand") for a, b, label in spans)
    doc.spans[group] = [span for span in found if span is not None]
