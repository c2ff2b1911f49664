"""Docs made by hand: entities, times and quotes are named in the test, so no model is needed."""

from __future__ import annotations

import re
from typing import Any

import spacy
from spacy.tokens import Doc

from beritanlp.annotations import annotations_of

NLP = spacy.blank("xx")
COUNTRIES = {
    "Indonesia",
    "Israel",
    "Iran",
    "Rusia",
    "China",
    "Malaysia",
    "Amerika Serikat",
    "Korea Utara",
    "Thailand",
}


def span(text: str, part: str, start: int = 0) -> dict[str, Any]:
    at = text.index(part, start)
    return {"start": at, "end": at + len(part), "text": part}


def mentions(text: str, name: str) -> list[dict[str, Any]]:
    found = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    return [{"start": m.start(), "end": m.end(), "text": name, "pronoun": False} for m in found]


def make_doc(
    text: str,
    people: tuple[str, ...] = (),
    roles: tuple[str, ...] = (),
    organisations: tuple[str, ...] = (),
    places: tuple[str, ...] = (),
    times: tuple[tuple[str, str], ...] = (),
    quotes: tuple[tuple[str, str, str], ...] = (),
    published: str | None = None,
) -> Doc:
    """A Doc with sentences and annotations; ids are the names, quotes are (content, kind, cue)."""
    doc = NLP(text)
    for token in doc:
        before = text[max(0, token.idx - 4) : token.idx]
        ended = before[-1:].isspace() and before.rstrip(' "”').endswith((".", "?", "!"))
        token.is_sent_start = token.i == 0 or ended
    data = annotations_of(doc)
    data["published"] = published
    data["people"] = [{"id": n, "name": n, "mentions": mentions(text, n)} for n in people]
    data["roles"] = [(text.index(role), text.index(role) + len(role)) for role in roles]
    data["organisations"] = [{"id": n, "name": n, "mentions": mentions(text, n)} for n in organisations]
    data["places"] = [
        {"id": n, "name": n, "kind": "country" if n in COUNTRIES else "other", "mentions": mentions(text, n)}
        for n in places
    ]
    data["times"] = [
        {"id": value, "span": span(text, part), "type": "DATE", "value": value, "begin": value, "end": value}
        for part, value in times
    ]
    data["quotes"] = [
        {
            "id": f"q{n}",
            "kind": kind,
            "span": span(text, part),
            "parts": [],
            "cue": span(text, cue) if cue else None,
        }
        for n, (part, kind, cue) in enumerate(quotes, 1)
    ]
    return doc
