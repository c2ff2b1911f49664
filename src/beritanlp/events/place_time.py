"""Where and when: places and times of the trigger's clause, else of its sentence."""

from __future__ import annotations

from typing import Any

import regex

from beritanlp.entities.index import EntityMention
from beritanlp.events.page import Page
from beritanlp.events.participants import ParticipantReader
from beritanlp.events.triggers import Trigger

_TYPES = frozenset(("DATE", "TIME"))
_VAGUE = frozenset(("PRESENT_REF", "PAST_REF", "FUTURE_REF"))
_NATURAL = frozenset(("DISASTER", "ACCIDENT"))
_STREET = regex.compile(r"(?i)(?:jalan|jl\.?) (?!tol )")
_DAY = 10  # characters of an ISO date


def find_places(page: Page, trigger: Trigger, reader: ParticipantReader) -> list[str]:
    """Ids of the places where the event is said to be, the most specific first.

    The nearest located place in the clause, else in the sentence, with the chain of places after it
    (`di Tanah Merah, Kabupaten Boven Digoel, Papua`). Only a visit is where it goes to.
    """
    prepositions = reader.roles["location" if trigger.entry.type == "VISIT" else "place"]
    clause = reader.clause(page, trigger)
    sentence = page.sentences[page.words[trigger.first].sentence]
    for low, high in (clause, sentence):
        places = [m for m in reader.mentions(page, trigger, low, high) if m.kind == "place"]
        found = [m for m in places if _named_after(trigger, m) or reader.located(page, m, prepositions)]
        if found:
            nearest = min(found, key=lambda m: _distance(trigger, m.start, m.end))
            return _chain(page, nearest, places)
    return []


def _named_after(trigger: Trigger, mention: EntityMention) -> bool:
    """`erupsi Gunung Raung`, `gempa Cianjur`: the place stands right after a natural event."""
    return trigger.entry.type in _NATURAL and 0 <= mention.start - trigger.end <= 2


def _chain(page: Page, mention: EntityMention, places: list[EntityMention]) -> list[str]:
    """The places of an enumeration from small to large around a mention."""
    first = places.index(mention)
    while first > 0 and page.text[places[first - 1].end : places[first].start].strip() == ",":
        first -= 1
    chain = [places[first]]
    for before, after in zip(places[first:], places[first + 1 :], strict=False):
        if page.text[before.end : after.start].strip() != ",":
            break
        chain.append(after)
    if len(chain) > 1 and _STREET.match(page.text, chain[0].start):
        chain.append(chain.pop(0))
    return [place.entity for place in chain]


def find_time(page: Page, trigger: Trigger, reader: ParticipantReader) -> dict[str, Any] | None:
    """The nearest date or clock time in the clause, else the nearest day in the sentence.

    A time in a quotation belongs to what is said in it, a time outside to what is told outside.
    """
    low, high = page.sentences[page.words[trigger.first].sentence]
    start, end = reader.clause(page, trigger)
    home = page.quote_at(trigger.start)
    times = [
        time
        for time in page.times_within(low, high)
        if time["type"] in _TYPES
        and time["value"] not in _VAGUE
        and page.quote_at(time["span"]["start"]) == home
        and (start <= time["span"]["start"] < end or len(time["value"]) >= _DAY)
    ]
    return min(times, key=lambda time: _distance(trigger, time["span"]["start"], time["span"]["end"]), default=None)


def _distance(trigger: Trigger, start: int, end: int) -> int:
    return start - trigger.end if start >= trigger.end else 2 * (trigger.start - end)
