"""Fixtures of the events room."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from event_docs import make_doc

from beritanlp.annotations import annotations_of
from beritanlp.events.component import EventFinder
from beritanlp.events.page import Page
from beritanlp.events.triggers import find_triggers

Events = list[dict[str, Any]]


@pytest.fixture(scope="session")
def finder() -> EventFinder:
    return EventFinder()


@pytest.fixture(scope="session")
def read(finder: EventFinder) -> Callable[..., Events]:
    """Events of a text."""

    def events(text: str, **known: Any) -> Events:
        return annotations_of(finder(make_doc(text, **known)))["events"]

    return events


@pytest.fixture(scope="session")
def named(finder: EventFinder) -> Callable[[str], set[str]]:
    """`TYPE trigger` of all triggers of a text, before anything is merged or dropped."""

    def triggers(text: str, **known: Any) -> set[str]:
        page = Page(make_doc(text, **known))
        return {f"{t.entry.type} {text[t.start : t.end]}" for t in find_triggers(page, finder.table)}

    return triggers
