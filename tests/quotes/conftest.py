"""Reads quotes off sentences with their names marked."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from beritanlp.annotations import annotations_of

Read = Callable[[str], Doc]


@pytest.fixture(scope="session")
def read(rooms: Callable[..., Read]) -> Read:
    """The rooms from dates to quotes over a text such as ``"Kami siap," kata [PER Budi].``"""
    return rooms("dates", "entities", "quotes")


def spoken(doc: Doc) -> list[str]:
    """What is said in a Doc: ``kind: content <- speakers``."""
    data = annotations_of(doc)
    names = {speaker["id"]: speaker["name"] for speaker in data["speakers"]}
    return [
        f"{q['kind']}: {q['span']['text']} <- {', '.join(names[s] for s in q['speakers']) or '?'}"
        for q in data["quotes"]
    ]
