"""Where and when: places and times of the trigger's clause, else of its sentence."""

from __future__ import annotations

from typing import Any

from beritanlp.entities.index import EntityMention
from beritanlp.events.page import Page
from beritanlp.events.participants import ParticipantReader
from beritanlp.events.triggers import Trigger

_TYPES = frozenset(("DATE", "TIME"))
_VAGUE = frozenset(("PRESENT_REF", "PAST_REF", "FUTURE_REF"))
_NATURAL = frozenset(("DISASTER", "ACCIDENT"))
WIDE = 60
_DAY = 10  # characters of an ISO date


def find_places(page: Page, trigger: Trigger, reader: ParticipantReader) -> list[str]:
    """Ids of the places where the event is said to be, the most specific first.

    The nearest located place in the clause, else in the sentence, with the chain of places after it
    (`di Kandangan, Kabupaten Hulu Sungai Selatan`). Only a visit is where it goes to.
    """
    prepositions = reader.roles["location" if trigger.entry.type == "VISIT" else "place"]
    clause = reader.clause(page, trigger)
    for low, high in (clause, _sentence(page, trigger)):
        places = [m for m in reader.mentions(page, trigger, low, high) if m.kind == "place"]
        found = [m for m in places if _named_after(trigger, m) or reader.located(page, m, prepositions)]
        if found:
            nearest = min(found, key=lambda m: _distance(trigger, m.start, m.end))
            return _chain(page, nearest, places, reader)
    return []


def _sentence(page: Page, trigger: Trigger) -> tuple[int, int]:
    """Give the characters of the sentence, as far as `WIDE` words around the trigger."""
    words = page.sentence_words(trigger.first, WIDE)
    return page.words[words[0]].start, page.words[words[-1]].end


def _named_after(trigger: Trigger, mention: EntityMention) -> bool:
    """`erupsi Gunung Raung`, `gempa Cianjur`: the place stands right after a natural event."""
    return trigger.entry.type in _NATURAL and 0 <= mention.start - trigger.end <= 2


def _chain(page: Page, mention: EntityMention, places: list[EntityMention], reader: ParticipantReader) -> list[str]:
    """List the places of an enumeration from small to large around a mention."""
    first = places.index(mention)
    while first > 0 and page.text[places[first - 1].end : places[first].start].strip() == ",":
        first -= 1
    chain = [places[first]]
    for before, after in zip(places[first:], places[first + 1 :], strict=False):
        if page.text[before.end : after.start].strip() != ",":
            break
        chain.append(after)
    if len(chain) > 1 and _street(page, chain[0], reader):
        chain.append(chain.pop(0))
    return [place.entity for place in chain]


def _street(page: Page, mention: EntityMention, reader: ParticipantReader) -> bool:
    """Whether a place is a street, whose town says more; a motorway says it itself."""
    name = page.text[mention.start : mention.end].lower().split()
    return name[0] in reader.roles["street"] and not reader.roles["motorway"] & set(name)


def find_time(page: Page, trigger: Trigger, reader: ParticipantReader) -> dict[str, Any] | None:
    """Find the nearest date or clock time in the clause, else the nearest day in the sentence.

    A time in a quotation belongs to what is said in it, a time outside to what is told outside.
    """
    low, high = _sentence(page, trigger)
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
