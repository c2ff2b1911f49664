"""The typed records: what BeritaNLP says about an article.

Every record is a frozen pydantic model. A :class:`Span` counts characters of ``Article.text`` from 0, end
exclusive, so ``article.text[span.start:span.end] == span.text`` always holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, Field

if TYPE_CHECKING:
    import pandas as pd

QuoteKind = Literal["direct", "indirect", "mixed"]
Stance = Literal["neutral", "assert", "claim", "deny", "concede", "demand", "threaten", "praise", "criticise"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
EventStatus = Literal["happened", "planned", "negated", "hypothetical"]
ParticipantRole = Literal["agent", "patient", "participant", "counterpart", "authority"]
EventType = Literal[
    "MEETING",
    "AGREEMENT",
    "VISIT",
    "SPEECH_EVENT",
    "ATTACK",
    "CONFLICT",
    "WEAPON_TEST",
    "MILITARY",
    "SANCTION",
    "PROTEST",
    "ELECTION",
    "APPOINTMENT",
    "RESIGNATION",
    "ARREST",
    "TRIAL",
    "CRIME",
    "INVESTIGATION",
    "DISASTER",
    "ACCIDENT",
    "DEATH",
    "INJURY",
    "OUTBREAK",
    "AID",
    "POLICY",
    "LAUNCH",
    "TRANSACTION",
    "MERGER",
    "CONTEST",
    "CEREMONY",
    "OTHER_NAMED",
]


class Record(BaseModel):
    """Base of all records: immutable, unknown fields refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def __repr__(self) -> str:
        names = ("id", "kind", "type", "name", "value", "text", "engine", "model")
        known = [getattr(self, name, None) for name in names]
        told = [shortened(part) for part in known if isinstance(part, str)]
        told += [repr(shortened(span.text)) for name in ("span", "trigger") if (span := getattr(self, name, None))]
        return f"<{' '.join((type(self).__name__, *told))}>"

    def __str__(self) -> str:
        return repr(self)

    def _repr_html_(self) -> str:
        # the pictures know the records; here the records know the pictures, when a notebook asks
        from beritanlp.display.article import record_html

        return record_html(self)


def shortened(text: str, longest: int = 60) -> str:
    """A text on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"


class Span(Record):
    """A stretch of ``Article.text``: ``text[start:end] == span.text``."""

    start: int = Field(ge=0, description="Offset of the first character.")
    end: int = Field(ge=0, description="Offset after the last character.")
    text: str = Field(description="The characters themselves.")

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """Span over ``text[start:end]``.

        Examples
        --------
        >>> Span.of("Presiden Jokowi", 9, 15).text
        'Jokowi'
        """
        return cls(start=start, end=end, text=text[start:end])


class Mention(Span):
    """One place where the article speaks of an entity."""

    pronoun: bool = Field(default=False, description="True for ia, dia, -nya, mereka, a bare role or description.")


class Dateline(Record):
    """Outlet and place that open the article, as written."""

    outlet: str | None = None
    place: str | None = None
    span: Span


class Person(Record):
    """A named human."""

    id: str
    name: str = Field(description="Fullest form in the article, without titles.")
    aliases: list[str] = Field(default_factory=list, description="Other name forms in the article.")
    roles: list[str] = Field(default_factory=list, description="Titles and functions, as written.")
    affiliations: list[str] = Field(
        default_factory=list, description="Record ids, or the text where there is no record."
    )
    mentions: list[Mention] = Field(default_factory=list)


class Organisation(Record):
    """A named body: ministry, company, party, court, club, medium."""

    id: str
    name: str
    acronym: str | None = None
    aliases: list[str] = Field(default_factory=list)
    kind: str | None = Field(default=None, description="government, company, party, media, ... if known.")
    mentions: list[Mention] = Field(default_factory=list)


class Place(Record):
    """A named place, with codes and coordinates where the gazetteer knows it."""

    id: str
    name: str
    aliases: list[str] = Field(default_factory=list)
    kind: Literal["country", "province", "city", "regency", "facility", "other"] = "other"
    country: str | None = Field(default=None, description="ISO 3166-1 alpha-2.")
    code: str | None = Field(
        default=None, description="ISO 3166-2 of a province, Kepmendagri code (33.74) of an Indonesian regency or city."
    )
    lat: float | None = None
    lon: float | None = None
    mentions: list[Mention] = Field(default_factory=list)


class Speaker(Record):
    """Who is quoted: a view over a person, organisation or place, or an unnamed source."""

    id: str
    entity: str | None = Field(description="Id of the entity, null for an unnamed source.")
    name: str
    kind: Literal["person", "organisation", "place", "unnamed"]
    roles: list[str] = Field(default_factory=list)
    affiliations: list[str] = Field(default_factory=list)
    quotes: list[str] = Field(default_factory=list, description="Quote ids.")


class Candidate(Record):
    """A possible speaker that was considered."""

    entity: str | None
    mention: Span
    score: float


class Quote(Record):
    """Reported speech: its content, cue and speakers."""

    id: str
    kind: QuoteKind
    span: Span = Field(description="Content, without quotation marks and without `bahwa`.")
    parts: list[Span] = Field(default_factory=list, description="Pieces, where the attribution splits it.")
    cue: Span | None = Field(default=None, description="Verb or preposition of saying.")
    stance: Stance = "neutral"
    speakers: list[str] = Field(default_factory=list, description="Speaker ids.")
    candidates: list[Candidate] = Field(default_factory=list)
    speaker_mention: Span | None = None
    time: str | None = Field(default=None, description="Time id.")
    place: str | None = Field(default=None, description="Place id.")
    occasion: Span | None = None
    rule: str = Field(description="Name of the rule that found it.")


class Time(Record):
    """A time expression, normalised to TIMEX3 and to an interval of calendar days."""

    id: str
    span: Span
    type: TimeType
    value: str = Field(description="TIMEX3 value.")
    begin: str | None = Field(default=None, description="First day or datetime covered, ISO 8601.")
    end: str | None = Field(default=None, description="Last day or datetime covered, inclusive.")
    granularity: str | None = Field(
        default=None, description="year, quarter, month, week, day, minute, ... of the value."
    )
    mod: Literal["START", "MID", "END", "APPROX"] | None = None
    anchor: str | None = Field(default=None, description="Date a relative expression was resolved against, ISO 8601.")
    weekday_conflict: bool = Field(default=False, description="The weekday written does not fit the date written.")


class Participant(Record):
    """An entity in an event."""

    role: ParticipantRole
    entity: str


class Value(Record):
    """A count, amount or measure that belongs to an event."""

    kind: str = Field(description="killed, injured, magnitude, amount, sentence, ...")
    number: float
    unit: str | None = None
    span: Span


class Codes(Record):
    """Codes of the event in other schemes."""

    plover: str | None = None
    cameo: str | None = None
    ace: str | None = None


class Event(Record):
    """Something that happened, is planned, or did not happen."""

    id: str
    type: EventType
    trigger: Span
    status: EventStatus = "happened"
    asserted_by: str | None = Field(default=None, description="Quote id, when told inside a quote.")
    participants: list[Participant] = Field(default_factory=list)
    place: str | None = Field(default=None, description="Place id.")
    time: str | None = Field(default=None, description="Time id.")
    values: list[Value] = Field(default_factory=list)
    codes: Codes = Field(default_factory=Codes)
    evidence: Span = Field(description="The sentence of the trigger.")
    mentions: list[Span] = Field(default_factory=list, description="All triggers of this event.")


class Meta(Record):
    """What made the record."""

    library: str
    model: str
    lexicon: str
    engine: str = "spacy"
    schema_version: str = "1.0"


class Article(Record):
    """One article with everything read from it."""

    id: str
    text: str = Field(description="The text, exactly as given.")
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    dateline: Dateline | None = None
    published: str | None = Field(default=None, description="ISO 8601 date or datetime.")
    published_source: Literal["given", "inferred", "none"] = "none"
    people: list[Person] = Field(default_factory=list)
    organisations: list[Organisation] = Field(default_factory=list)
    places: list[Place] = Field(default_factory=list)
    speakers: list[Speaker] = Field(default_factory=list)
    quotes: list[Quote] = Field(default_factory=list)
    times: list[Time] = Field(default_factory=list)
    events: list[Event] = Field(default_factory=list)
    meta: Meta

    def __repr__(self) -> str:
        counts = ", ".join(
            f"{len(getattr(self, name))} {name}"
            for name in ("people", "organisations", "places", "quotes", "times", "events")
        )
        return f"<Article {self.id} {shortened(self.text)!r}: {counts}>"

    def _repr_html_(self) -> str:
        from beritanlp.display.article import article_html

        return article_html(self)

    def to_frame(self, kind: str) -> pd.DataFrame:
        """One table of the article in pandas: people, speakers, quotes, events, ...

        Raises
        ------
        ExtraError
            When pandas is missing: ``pip install 'beritanlp[notebook]'``.
        InputError
            When there is no such table.

        Examples
        --------
        >>> from beritanlp import extract
        >>> extract('"Kami siap," kata Rini Astuti.').to_frame("quotes")["text"].tolist()
        ['Kami siap']
        """
        from beritanlp.export.frames import to_frame

        return to_frame(self, kind)
