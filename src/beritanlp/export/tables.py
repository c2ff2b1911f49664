"""One schema for every table format: what the columns are, and the rows of an article.

The key ``article`` is the article's position in the input, from 0: the same in all tables and in every run over the
same input. Ids of records (``p1``, ``q3``) are unique within their article.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal, NamedTuple

ColumnType = Literal["int", "float", "bool", "text", "list"]  # list: of strings
Cell = int | float | bool | str | list[str] | None
Row = tuple[Cell, ...]


class Column(NamedTuple):
    """A column of a table."""

    name: str
    type: ColumnType
    about: str


_KEY = Column("article", "int", "Position of the article in the input, from 0; the key that joins the tables.")
_ID = Column("id", "text", "Id of the record, unique within its article.")
_SPAN = (
    Column("start", "int", "Offset of the first character in the article's text."),
    Column("end", "int", "Offset after the last character."),
    Column("text", "text", "The characters themselves."),
)
_NAME = (
    Column("name", "text", "Fullest form in the article."),
    Column("aliases", "list", "Other forms in the article."),
)
_MENTIONS = Column("mentions", "int", "How often the article speaks of it, pronouns included.")
_ROLES = (
    Column("roles", "list", "Titles and functions, as written."),
    Column("affiliations", "list", "Names of bodies and places they belong to."),
)
_DAY = Column("day", "text", "First day of its own time, else of publication; ISO 8601.")

TABLES: dict[str, tuple[Column, ...]] = {
    "articles": (
        _KEY,
        Column("id", "text", "Id of the article: as given, else a hash of text and address."),
        Column("file", "text", "File it was read from."),
        Column("row", "int", "Row, line or place in that file, from 1; 0 for a whole file."),
        Column("title", "text", "Headline."),
        Column("url", "text", "Address."),
        Column("outlet", "text", "Medium."),
        Column("place", "text", "Place of the dateline."),
        Column("published", "text", "Date or time of publication, ISO 8601."),
        Column("published_source", "text", "given, inferred or none."),
        Column("text", "text", "The text, exactly as given."),
        Column("words", "int", "White-space separated words of the text."),
        Column("library", "text", "Version of BeritaNLP."),
        Column("model", "text", "Name and version of the model."),
        Column("lexicon", "text", "Version of the word lists."),
    ),
    "people": (_KEY, _ID, *_NAME, *_ROLES, _MENTIONS),
    "organisations": (
        _KEY,
        _ID,
        *_NAME,
        Column("acronym", "text", "Its short form."),
        Column("kind", "text", "government, company, party, media, ... if known."),
        _MENTIONS,
    ),
    "places": (
        _KEY,
        _ID,
        *_NAME,
        Column("kind", "text", "country, province, city, regency, facility or other."),
        Column("country", "text", "ISO 3166-1 alpha-2."),
        Column("code", "text", "ISO 3166-2 of a province, Kepmendagri code of a regency or city."),
        Column("lat", "float", "Latitude in degrees."),
        Column("lon", "float", "Longitude in degrees."),
        _MENTIONS,
    ),
    "speakers": (
        _KEY,
        _ID,
        Column("name", "text", "Name, or description of an unnamed source."),
        Column("entity", "text", "Id of the person, organisation or place; empty for an unnamed source."),
        Column("kind", "text", "person, organisation, place or unnamed."),
        *_ROLES,
        Column("quotes", "int", "Number of quotes."),
    ),
    "quotes": (
        _KEY,
        _ID,
        Column("kind", "text", "direct, indirect or mixed."),
        *_SPAN,
        Column("speakers", "list", "Names of the speakers."),
        Column("speaker_ids", "list", "Ids of the speakers."),
        Column("cue", "text", "Verb or preposition of saying."),
        Column("stance", "text", "neutral, assert, claim, deny, concede, demand, threaten, praise or criticise."),
        Column("speaker_mention", "text", "The speaker, as written beside the quote."),
        _DAY,
        Column("place", "text", "Where it was said."),
        Column("occasion", "text", "At what occasion."),
        Column("rule", "text", "Rule that found it."),
    ),
    "times": (
        _KEY,
        _ID,
        *_SPAN,
        Column("type", "text", "DATE, TIME, DURATION or SET."),
        Column("value", "text", "TIMEX3 value."),
        Column("begin", "text", "First day or time covered, ISO 8601."),
        Column("until", "text", "Last day or time covered, ISO 8601."),
        Column("granularity", "text", "year, month, week, day, minute, ... of the value."),
        Column("mod", "text", "START, MID, END or APPROX."),
        Column("anchor", "text", "Date it was counted from."),
        Column("weekday_conflict", "bool", "The weekday written does not fit the date written."),
    ),
    "events": (
        _KEY,
        _ID,
        Column("type", "text", "Type of the event."),
        Column("status", "text", "happened, planned, negated or hypothetical."),
        *_SPAN,
        Column("participants", "list", "Names of those who take part."),
        Column("roles", "list", "Their roles, in the same order."),
        Column("place", "text", "Where."),
        Column("place_code", "text", "ISO or Kepmendagri code of the place."),
        Column("time", "text", "TIMEX3 value of its time."),
        _DAY,
        Column("asserted_by", "text", "Id of the quote that tells it."),
        Column("values", "list", "Counts and amounts, as kind=number unit."),
        Column("plover", "text", "PLOVER code."),
        Column("cameo", "text", "CAMEO code."),
        Column("ace", "text", "ACE subtype."),
        Column("mentions", "int", "How often the article speaks of it."),
        Column("evidence", "text", "The sentence of the trigger."),
    ),
}


class Source(NamedTuple):
    """Where an article is from."""

    article: int
    file: str
    row: int


class Names(NamedTuple):
    """What the ids of an article stand for."""

    entities: Mapping[str, Mapping[str, Any]]
    speakers: Mapping[str, Mapping[str, Any]]
    times: Mapping[str, Mapping[str, Any]]
    published: str | None

    def name(self, identifier: str | None) -> str | None:
        """Name of an entity; an id without a record is a name itself."""
        return self.entities[identifier]["name"] if identifier and identifier in self.entities else identifier

    def day(self, time: str | None) -> str | None:
        """First day of a time, else the day of publication."""
        begin = self.times[time]["begin"] if time and time in self.times else None
        return (begin or self.published or "")[:10] or None


def rows_of(source: Source, record: Mapping[str, Any]) -> Iterator[tuple[str, Row]]:
    """Every row of an article's record, as dumped to JSON, with the table it belongs to."""
    entities = {entity["id"]: entity for kind in ("people", "organisations", "places") for entity in record[kind]}
    names = Names(
        entities,
        {speaker["id"]: speaker for speaker in record["speakers"]},
        {time["id"]: time for time in record["times"]},
        record["published"],
    )
    yield "articles", _article(source, record)
    for table, row in (
        ("people", _person),
        ("organisations", _organisation),
        ("places", _place),
        ("speakers", _speaker),
        ("quotes", _quote),
        ("times", _time),
        ("events", _event),
    ):
        for item in record[table]:
            yield table, (source.article, item["id"], *row(item, names))


def _article(source: Source, record: Mapping[str, Any]) -> Row:
    dateline, meta = record["dateline"] or {}, record["meta"]
    return (
        source.article,
        record["id"],
        source.file,
        source.row,
        record["title"],
        record["url"],
        record["outlet"],
        dateline.get("place"),
        record["published"],
        record["published_source"],
        record["text"],
        len(record["text"].split()),
        meta["library"],
        meta["model"],
        meta["lexicon"],
    )


def _person(item: Mapping[str, Any], names: Names) -> Row:
    return item["name"], item["aliases"], item["roles"], _named(item["affiliations"], names), len(item["mentions"])


def _organisation(item: Mapping[str, Any], names: Names) -> Row:
    return item["name"], item["aliases"], item["acronym"], item["kind"], len(item["mentions"])


def _place(item: Mapping[str, Any], names: Names) -> Row:
    where = (item["kind"], item["country"], item["code"], item["lat"], item["lon"])
    return item["name"], item["aliases"], *where, len(item["mentions"])


def _speaker(item: Mapping[str, Any], names: Names) -> Row:
    roles, affiliations = item["roles"], _named(item["affiliations"], names)
    return item["name"], item["entity"], item["kind"], roles, affiliations, len(item["quotes"])


def _quote(item: Mapping[str, Any], names: Names) -> Row:
    return (
        item["kind"],
        *_span(item["span"]),
        [names.speakers[speaker]["name"] for speaker in item["speakers"]],
        item["speakers"],
        _text(item["cue"]),
        item["stance"],
        _text(item["speaker_mention"]),
        names.day(item["time"]),
        names.name(item["place"]),
        _text(item["occasion"]),
        item["rule"],
    )


def _time(item: Mapping[str, Any], names: Names) -> Row:
    rest = ("type", "value", "begin", "end", "granularity", "mod", "anchor", "weekday_conflict")
    return *_span(item["span"]), *(item[key] for key in rest)


def _event(item: Mapping[str, Any], names: Names) -> Row:
    time = names.times.get(item["time"] or "", {})
    place = names.entities.get(item["place"] or "", {})
    codes = item["codes"]
    return (
        item["type"],
        item["status"],
        *_span(item["trigger"]),
        _named([part["entity"] for part in item["participants"]], names),
        [part["role"] for part in item["participants"]],
        names.name(item["place"]),
        place.get("code") or place.get("country"),
        time.get("value"),
        names.day(item["time"]),
        item["asserted_by"],
        [f"{value['kind']}={value['number']:.15g} {value['unit'] or ''}".strip() for value in item["values"]],
        codes["plover"],
        codes["cameo"],
        codes["ace"],
        len(item["mentions"]),
        item["evidence"]["text"],
    )


def _span(span: Mapping[str, Any]) -> tuple[int, int, str]:
    return span["start"], span["end"], span["text"]


def _text(span: Mapping[str, Any] | None) -> str | None:
    return span["text"] if span else None


def _named(identifiers: list[str], names: Names) -> list[str]:
    return [names.name(identifier) or "" for identifier in identifiers]
