"""The spaCy component ``berita_events``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from beritanlp.annotations import annotations_of, set_spans
from beritanlp.events.merge import Cluster, Mention, cluster, select
from beritanlp.events.page import Page
from beritanlp.events.participants import Part, ParticipantReader
from beritanlp.events.place_time import find_places, find_time
from beritanlp.events.status import StatusReader
from beritanlp.events.triggers import Trigger, find_triggers
from beritanlp.events.values import ValueReader
from beritanlp.events.words import TriggerTable, Words
from beritanlp.lexicon import load_lexicon
from beritanlp.records import Codes, Event, EventStatus, Participant, Span, Value

_CAUSES = frozenset(("ATTACK", "ACCIDENT", "DISASTER", "CONFLICT"))
_FIGHTS = frozenset(("ATTACK", "CONFLICT"))
_RESULTS = frozenset(("DEATH", "INJURY"))
_MOST_PARTICIPANTS = 8
_NEAR = 5  # triggers to either side that may be a cause


@Language.factory(
    "berita_events",
    assigns=["doc.spans"],
    default_config={"lexicon": None},
)
def make_events(nlp: Language, name: str, lexicon: str | None) -> EventFinder:
    """Make the component; `lexicon` is the path of a user's additions."""
    return EventFinder(lexicon)


class EventFinder:
    """Writes ``annotations_of(doc)["events"]`` and ``doc.spans["events"]``.

    Reads times, people, organisations, places, quotes, dateline and furniture of the Doc where it has them.

    Parameters
    ----------
    lexicon
        Path of a TOML file with additions to the lexicon.
    """

    def __init__(self, lexicon: str | None = None) -> None:
        self.table = TriggerTable(load_lexicon(lexicon)["events"])
        self.named = frozenset(kind for kind, row in self.table.types.items() if row.get("named"))
        self.status = StatusReader(self.table)
        self.participants = ParticipantReader(self.table)
        self.values = ValueReader(self.table)

    def __call__(self, doc: Doc) -> Doc:
        """Find the events of a Doc."""
        page = Page(doc)
        triggers = find_triggers(page, self.table)
        page.triggers = [trigger.start for trigger in triggers]
        mentions = [self._mention(page, trigger) for trigger in triggers]
        _inherit(page, mentions)
        chosen = select(page, cluster(mentions), self.named)
        events = [self._event(page, number, event, chosen) for number, event in enumerate(chosen, 1)]
        annotations_of(doc)["events"] = [event.model_dump() for event in events]
        set_spans(doc, "events", [(e.trigger.start, e.trigger.end, e.type) for e in events])
        return doc

    def _mention(self, page: Page, trigger: Trigger) -> Mention:
        status, told = self.status.read(page, trigger)
        parts = self.participants.read(page, trigger)
        places = find_places(page, trigger, self.participants)
        time = find_time(page, trigger, self.participants)
        values = self.values.read(page, trigger)
        return Mention(
            trigger=trigger,
            status=status,
            told=told or bool(parts or places or time or values),
            parts=parts,
            places=places,
            time=time,
            values=values,
            anaphoric=self._anaphoric(page, trigger),
            background=self._background(page, trigger),
        )

    def _background(self, page: Page, trigger: Trigger) -> bool:
        """`penanganan pandemi`, `bahaya erupsi`: the noun is only what the talk or the care is about."""
        for position in range(trigger.first, max(0, trigger.first - 2), -1):
            if page.words[position].gap.strip():
                return False
            if page.words[position - 1].low in self.table.status["background"]:
                return trigger.voice == "noun"
        return False

    def _anaphoric(self, page: Page, trigger: Trigger) -> bool:
        """`pertemuan itu`, `rapat tersebut`."""
        after = trigger.last + 1
        if trigger.voice != "noun" or after >= len(page.words) or page.words[after].gap.strip():
            return False
        return page.words[after].low in self.table.anaphora["words"]

    def _event(self, page: Page, number: int, event: Cluster, chosen: Sequence[Cluster]) -> Event:
        head = event.head
        trigger = head.trigger
        cause = _cause(event, chosen) if trigger.entry.type in _RESULTS else None
        time = _time(event) or (_time(cause) if cause else None)
        status = _status(page, event, self.table.status["bounds"])
        sentence = page.sentences[page.words[trigger.first].sentence]
        return Event(
            id=f"e{number}",
            type=trigger.entry.type,
            trigger=_span(page, trigger),
            status=status,
            asserted_by=trigger.quote["id"] if trigger.quote else None,
            participants=[Participant(role=part.role, entity=part.entity) for part in _sides(event, chosen)],
            place=_place(event) or (_place(cause) if cause else None) or self._scene(page, event, chosen, status),
            time=time["id"] if time else None,
            values=_values(event),
            codes=self._codes(trigger, status),
            evidence=Span.of(page.text, *sentence),
            mentions=[_span(page, mention.trigger) for mention in event.mentions],
        )

    def _scene(self, page: Page, event: Cluster, chosen: Sequence[Cluster], status: EventStatus) -> str | None:
        """Where something happens that is told without a place: where the first of its kind does, else the scene."""
        if not self.table.types[event.type].get("sited") or status not in {"happened", "planned"}:
            return None
        places = (_place(other) for other in chosen if other.type == event.type)
        return next((place for place in places if place), None) or page.scene

    def _codes(self, trigger: Trigger, status: EventStatus) -> Codes:
        """PLOVER and CAMEO code what happened; ACE has the modality apart."""
        row = self.table.types[trigger.entry.type]
        fact = status == "happened"
        return Codes(
            plover=row.get("plover") if fact else None,
            cameo=row.get("cameo") if fact else None,
            ace=trigger.entry.ace or row.get("ace"),
        )


def _inherit(page: Page, mentions: Sequence[Mention]) -> None:
    """Give a death or injury without time and place those of the attack or accident just told."""
    for index, mention in enumerate(mentions):
        if mention.trigger.entry.type in _RESULTS and not (mention.time or mention.places):
            cause = _told_cause(page, mentions, index)
            if cause:
                mention.time, mention.places = cause.time, cause.places


def _told_cause(page: Page, mentions: Sequence[Mention], index: int) -> Mention | None:
    """Find the nearest cause in the sentence, else the last one in the sentence before."""
    sentence = page.words[mentions[index].trigger.first].sentence
    near = range(max(0, index - _NEAR), min(len(mentions), index + _NEAR))
    causes = [mentions[n] for n in near if mentions[n].trigger.entry.type in _CAUSES]
    own = [m for m in causes if page.words[m.trigger.first].sentence == sentence]
    if own:
        start = mentions[index].trigger.start
        return min(own, key=lambda m: abs(m.trigger.start - start))
    before = [m for m in causes if page.words[m.trigger.first].sentence == sentence - 1]
    return before[-1] if before else None


def _span(page: Page, trigger: Trigger) -> Span:
    return Span.of(page.text, trigger.start, trigger.end)


def _parts(event: Cluster) -> list[Part]:
    """Participants of the head, then of the other mentions; each entity once."""
    seen: dict[str, Part] = {}
    for mention in [event.head, *event.mentions]:
        for part in mention.parts:
            seen.setdefault(part.entity, part)
    return list(seen.values())[:_MOST_PARTICIPANTS]


def _sides(event: Cluster, chosen: Sequence[Cluster]) -> list[Part]:
    """Participants; of a fight told without any, those of the article's other fights if always the same."""
    parts = _parts(event)
    if parts or event.type not in _FIGHTS:
        return parts
    others = [_parts(other) for other in chosen if other.type in _FIGHTS]
    known = {part.entity: part for parts in others for part in parts}
    if event.type == "ATTACK":
        known = {entity: part for entity, part in known.items() if part.role == "agent"}
        return list(known.values()) if len(known) == 1 else []
    return [Part("participant", entity) for entity in known] if len(known) == 2 else []


def _place(event: Cluster) -> str | None:
    return next((m.places[0] for m in [event.head, *event.mentions] if m.places), None)


def _time(event: Cluster) -> dict[str, Any] | None:
    return next((m.time for m in [event.head, *event.mentions] if m.time), None)


def _values(event: Cluster) -> list[Value]:
    """Values of the head, else of the first mention that has any."""
    return next((m.values for m in [event.head, *event.mentions] if m.values), [])


def _cause(result: Cluster, chosen: Sequence[Cluster]) -> Cluster | None:
    """Find the attack or accident that a death follows from: the nearest told around it."""
    start, sentence = result.head.trigger.start, 2
    near = [
        event
        for event in chosen
        if event.first.trigger.entry.type in _CAUSES
        and any(abs(m.trigger.start - start) < 160 * sentence for m in event.mentions)
    ]
    return min(near, key=lambda e: min(abs(m.trigger.start - start) for m in e.mentions), default=None)


def _status(page: Page, event: Cluster, bounds: Words) -> EventStatus:
    """Return the status; what is told of a day after that of publication is planned."""
    time = event.head.time
    if event.status != "happened" or not page.published or time is None or len(time["value"]) < len(page.published):
        return event.status
    before = page.text[: time["span"]["start"]].split()[-1:]
    bounded = bool(before) and before[0].lower() in bounds
    return "planned" if str(time.get("begin") or "")[:10] > page.published and not bounded else event.status
