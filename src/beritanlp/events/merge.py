"""One event once: join the mentions of an event, and choose the events worth a line.

A mention joins an event of the same type and group unless something tells them apart: another day, another
place (for events that have one), or fact against possibility told with participants of its own. ``itu`` and
``tersebut`` after a noun always point back.

An event is kept by its score. It gains for the weight of its words in the lexicon, for standing early, for
being told more than once, for participants, place, time and numbers of its own. It loses for being spoken of
only in direct quotations, for being only the subject of care or talk, and for not being a fact. Below
``KEEP`` it is dropped, and of the rest the best ``most(words)`` stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from beritanlp.events.page import Page
from beritanlp.events.participants import Part
from beritanlp.events.triggers import Trigger
from beritanlp.records import EventStatus, EventType, Value

KEEP = 2.0
RECENT = 12  # events of a group that a mention is compared with
_DOUBT: dict[EventStatus, float] = {"happened": 0.0, "planned": 0.5, "hypothetical": 1.0, "negated": 1.0}
_PLACED = frozenset(("ATTACK", "DEATH", "INJURY", "VISIT", "CONFLICT", "CONTEST", "OUTBREAK", "POLICY", "OTHER_NAMED"))
_SIDED = frozenset(("ATTACK", "OUTBREAK"))  # who did it or has it tells one from another
_ONCE = frozenset(("DEATH",))  # nobody dies twice


@dataclass(slots=True)
class Mention:
    """A trigger with what its clause says."""

    trigger: Trigger
    status: EventStatus
    told: bool  # whether the clause tells the status
    parts: list[Part]
    places: list[str]
    time: dict[str, Any] | None
    values: list[Value]
    anaphoric: bool
    background: bool


@dataclass(slots=True)
class Cluster:
    """The mentions of one event, in text order."""

    mentions: list[Mention] = field(default_factory=list)
    score: float = 0.0

    @property
    def type(self) -> EventType:
        """Type of the event: that of its first mention."""
        return self.first.trigger.entry.type

    @property
    def head(self) -> Mention:
        """The most explicit mention: the one with the most of its own, the earlier in a tie."""
        fitting = [mention for mention in self.mentions if mention.trigger.entry.type == self.type]
        return max(fitting, key=lambda mention: (explicitness(mention), -mention.trigger.start))

    @property
    def status(self) -> EventStatus:
        """Status of the head, or of the first mention that tells it."""
        head = self.head
        return head.status if head.told else next((m.status for m in self.mentions if m.told), head.status)

    @property
    def first(self) -> Mention:
        """The mention that comes first."""
        return self.mentions[0]


def explicitness(mention: Mention) -> float:
    """How much a mention says by itself."""
    return (
        mention.trigger.entry.weight
        + (mention.time is not None)
        + bool(mention.places)
        + min(2, len(mention.parts))
        + bool(mention.values)
        - (2 if mention.anaphoric else 0)
        - (1 if mention.status != "happened" else 0)
    )


def cluster(mentions: Sequence[Mention]) -> list[Cluster]:
    """Mentions joined to events, in text order of the first mention."""
    found: list[Cluster] = []
    by_type: dict[str, list[Cluster]] = {}
    for mention in mentions:
        entry = mention.trigger.entry
        home = _home(mention, by_type.get(entry.type, [])[-RECENT:])
        if home is None and entry.joins:
            home = _home(mention, by_type.get(entry.joins, [])[-RECENT:])
        if home is None:
            home = Cluster()
            by_type.setdefault(entry.type, []).append(home)
            found.append(home)
        home.mentions.append(mention)
    return found


def _home(mention: Mention, known: Sequence[Cluster]) -> Cluster | None:
    """Find the event of its type that a mention belongs to: the latest that fits."""
    if known and (mention.anaphoric or _adjacent(known[-1].mentions[-1], mention)):
        return known[-1]
    for event in reversed(known):
        if _same_group(mention, event) and (_depends(mention, event) or _fits(mention, event)):
            return event
    return None


def _adjacent(one: Mention, other: Mention) -> bool:
    """Whether one trigger ends where the other begins: `memperingati` and `Hari Bhayangkara`."""
    return one.trigger.last + 1 == other.trigger.first and (one.trigger.named or other.trigger.named)


def _same_group(mention: Mention, event: Cluster) -> bool:
    """Whether the words can name the same event: of one group, or of no group in particular."""
    entry = mention.trigger.entry
    if entry.joins == event.type:
        return True
    groups = {other.trigger.entry.group for other in event.mentions[:RECENT]} - {entry.type}
    return entry.group == entry.type or not groups or entry.group in groups


def _depends(mention: Mention, event: Cluster) -> bool:
    """Whether a mention that is no fact hangs on one just before: `menuntut hakim menghukum`."""
    last = event.mentions[-1].trigger
    same = last.quote == mention.trigger.quote and mention.trigger.start - last.end < 60
    return same and mention.status != "happened" and mention.time is None


def _fits(mention: Mention, event: Cluster) -> bool:
    return not any(_apart(mention, other) for other in event.mentions[:4])


def _apart(one: Mention, other: Mention) -> bool:
    """Whether two mentions tell of different events."""
    kind = one.trigger.entry.type
    if kind in _ONCE and one.parts and other.parts:
        return not _shared(one, other)
    if one.time and other.time and not _overlap(one.time, other.time):
        return True
    if kind in _PLACED and one.places and other.places and not _nested(one.places, other.places):
        return True
    if kind in _SIDED and one.parts and other.parts and not _shared(one, other):
        return True
    if (one.status == "negated") != (other.status == "negated"):
        return True
    if not (one.told and other.told) or _real(one) == _real(other):
        return False
    return _own(one) and _own(other) and not _shared(one, other)


def _nested(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the most specific place of one is among the places of the other."""
    return one[0] in other or other[0] in one


def _real(mention: Mention) -> bool:
    return mention.status == "happened"


def _own(mention: Mention) -> bool:
    return bool(mention.parts) or mention.time is not None


def _shared(one: Mention, other: Mention) -> bool:
    return bool({part.entity for part in one.parts} & {part.entity for part in other.parts})


def _overlap(one: dict[str, Any], other: dict[str, Any]) -> bool:
    begin, end = str(one.get("begin") or one["value"])[:10], str(one.get("end") or one["value"])[:10]
    first, last = str(other.get("begin") or other["value"])[:10], str(other.get("end") or other["value"])[:10]
    return begin <= last and first <= end


def select(page: Page, clusters: Sequence[Cluster], named: frozenset[str]) -> list[Cluster]:
    """Choose the events worth a line, in text order; an event of a `named` type wants a named participant."""
    for event in clusters:
        event.score = score(page, event, event.type in named)
    kept = [event for event in clusters if event.score >= KEEP]
    best = sorted(kept, key=lambda event: (-event.score, event.first.trigger.start))[: most(len(page.words))]
    return sorted(best, key=lambda event: event.head.trigger.start)


def most(words: int) -> int:
    """How many events an article of so many words may list.

    Examples
    --------
    >>> most(30), most(300), most(600), most(5000)
    (8, 11, 12, 12)
    """
    return min(12, 8 + words // 80)


def score(page: Page, event: Cluster, named: bool) -> float:
    """How much an event matters in its article; `named` types want a named participant."""
    head = event.head
    weight = max(mention.trigger.entry.weight for mention in event.mentions)
    early = min(_sentence_rank(page, mention) for mention in event.mentions)
    points = 1.5 * weight
    points += 1.5 if early == 0 else 1.0 if early <= 2 else 0.0
    points += min(2.0, 0.5 * (len(event.mentions) - 1))
    points += 0.5 * min(2, len(head.parts)) + 0.5 * (head.time is not None) + 0.5 * bool(head.places)
    points += 0.5 * bool(head.values)
    if all(_spoken(mention) for mention in event.mentions):
        points -= 1.0
    points -= _DOUBT[event.status]
    if all(mention.background for mention in event.mentions):
        points -= 1.0
    if not any(_detail(mention) for mention in event.mentions):
        points -= 0.5 if weight > 2 and event.status == "happened" else 1.5
    elif named and not any(mention.parts for mention in event.mentions):
        points -= 0.5
    return points


def _detail(mention: Mention) -> bool:
    """Whether the clause says anything of its own: who, where, when, how much."""
    return bool(mention.parts or mention.places or mention.time or mention.values)


def _sentence_rank(page: Page, mention: Mention) -> int:
    """Return the number of the sentence in the body of the article, from 0."""
    return page.words[mention.trigger.first].sentence - page.first_sentence


def _spoken(mention: Mention) -> bool:
    return mention.trigger.quote is not None and mention.trigger.quote["kind"] == "direct"
