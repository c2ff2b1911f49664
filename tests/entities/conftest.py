"""The entities room over sentences whose names are marked: no model is needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from spacy import blank
from spacy.tokens import Doc

from beritanlp.annotations import annotations_of
from beritanlp.entities.component import make_entities

Read = Callable[[str], dict[str, Any]]


@pytest.fixture(scope="session")
def read_doc(tagged: Callable[[str], Doc]) -> Callable[[str], Doc]:
    room = make_entities(blank("xx"), "room")
    return lambda marked: room(tagged(marked))


@pytest.fixture(scope="session")
def read(read_doc: Callable[[str], Doc]) -> Read:
    return lambda marked: dict(annotations_of(read_doc(marked)))
