"""What is marked in a text, and the text cut where marks begin and end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from beritanlp.records import Article, Event, Organisation, Person, Place, Quote, Span, Time


class Mark(NamedTuple):
    """A marked stretch of a text."""

    start: int
    end: int
    kind: str  # person, organisation, place, time, event, quote, cue
    about: str  # told when the pointer rests on it


class Piece(NamedTuple):
    """A stretch of a text under the same marks."""

    start: int
    end: int
    marks: Sequence[Mark]

    @property
    def classes(self) -> str:
        """Classes of the style sheet, one for each kind of mark."""
        return " ".join(f"b-{kind}" for kind in dict.fromkeys(mark.kind for mark in self.marks))

    @property
    def about(self) -> str:
        """What its marks tell, a line each."""
        return "\n".join(dict.fromkeys(mark.about for mark in self.marks))


def marks_of(article: Article) -> list[Mark]:
    """Everything found in an article that has a place in its text, in text order."""
    names = {record.id: record.name for record in entities_of(article)}
    speakers = {speaker.id: speaker.name for speaker in article.speakers}
    times = {time.id: time.value for time in article.times}
    found = list(_entities(article, names))
    for time in article.times:
        found.append(_mark(time.span, "time", about_time(time)))
    for quote in article.quotes:
        about = about_quote(quote, speakers)
        found += [_mark(part, "quote", about) for part in quote.parts or [quote.span]]
        if quote.cue:
            found.append(_mark(quote.cue, "cue", f"cue of {quote.id}"))
    for event in article.events:
        found += [_mark(span, "event", about_event(event, names, times)) for span in event.mentions or [event.trigger]]
    return sorted(found)


def entities_of(article: Article) -> list[Person | Organisation | Place]:
    """People, organisations and places of an article."""
    return [*article.people, *article.organisations, *article.places]


def pieces(text: str, marks: Sequence[Mark]) -> Iterator[Piece]:
    """The whole text in pieces; marks may overlap in any way."""
    opened, closed = defaultdict(list), defaultdict(list)
    for mark in marks:
        if mark.start < mark.end:
            opened[mark.start].append(mark)
            closed[mark.end].append(mark)
    under: list[Mark] = []
    start = 0
    for end in sorted({*opened, *closed, len(text)}):
        if end > start:
            yield Piece(start, end, tuple(under))
        for mark in closed[end]:
            under.remove(mark)
        under += opened[end]
        start = end


def about_quote(quote: Quote, speakers: dict[str, str]) -> str:
    """A quote in a line: who, how, with which cue."""
    who = ", ".join(speakers.get(speaker, speaker) for speaker in quote.speakers) or "nobody known"
    cue = f"; cue: {quote.cue.text}" if quote.cue else ""
    return f"{quote.id} {quote.kind} quote of {who}; {quote.stance}{cue}"


def about_event(event: Event, names: dict[str, str], times: dict[str, str]) -> str:
    """An event in a line: what, who, where, when."""
    who = ", ".join(f"{names.get(part.entity, part.entity)} ({part.role})" for part in event.participants)
    where = names.get(event.place or "", "")
    when = times.get(event.time or "", "")
    values = ", ".join(f"{value.kind} {value.number:g} {value.unit or ''}".strip() for value in event.values)
    return "; ".join(part for part in (f"{event.id} {event.type} {event.status}", who, where, when, values) if part)


def about_time(time: Time) -> str:
    """A time expression in a line."""
    days = f"; {time.begin} to {time.end}" if time.begin and time.end and time.begin != time.end else ""
    return f"{time.id} {time.type} {time.value}{days}"


def _entities(article: Article, names: dict[str, str]) -> Iterator[Mark]:
    for person in article.people:
        ties = [*person.roles, *(names.get(tie, tie) for tie in person.affiliations)]
        yield from _mentions(person, "person", "; ".join(dict.fromkeys(ties)))
    for body in article.organisations:
        yield from _mentions(body, "organisation", body.kind or "")
    for place in article.places:
        yield from _mentions(place, "place", ", ".join(filter(None, (place.kind, place.code or place.country))))


def _mentions(record: Person | Organisation | Place, kind: str, more: str) -> Iterator[Mark]:
    about = "; ".join(filter(None, (f"{record.id} {record.name}", more)))
    for mention in record.mentions:
        yield _mark(mention, kind, about)


def _mark(span: Span, kind: str, about: str) -> Mark:
    return Mark(span.start, span.end, kind, about)
