"""Which entity stands at which characters: how quotes/ and events/ look entities up."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc

from beritanlp.annotations import annotations_of

EntityKind = Literal["person", "organisation", "place"]
KINDS: dict[EntityKind, Literal["people", "organisations", "places"]] = {
    "person": "people",
    "organisation": "organisations",
    "place": "places",
}


@dataclass(frozen=True, slots=True)
class EntityMention:
    """A mention with the id and kind of its entity; offsets count characters."""

    start: int
    end: int
    entity: str
    kind: EntityKind
    pronoun: bool


class EntityIndex:
    """Mentions of a Doc's people, organisations and places, by offset."""

    def __init__(self, doc: Doc) -> None:
        data = annotations_of(doc)
        self.names: dict[str, str] = {}
        self.mentions: list[EntityMention] = []
        for kind, key in KINDS.items():
            for record in data.get(key, []):
                self.names[record["id"]] = record["name"]
                self.mentions.extend(
                    EntityMention(m["start"], m["end"], record["id"], kind, m["pronoun"]) for m in record["mentions"]
                )
        self.mentions.sort(key=lambda m: (m.start, m.end))
        self._starts = [m.start for m in self.mentions]

    def within(self, start: int, end: int) -> list[EntityMention]:
        """Mentions that lie wholly in the characters ``start:end``, in order."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        return [m for m in self.mentions[first:last] if m.end <= end]

    def at(self, offset: int) -> EntityMention | None:
        """The mention that covers a character."""
        i = bisect_right(self._starts, offset) - 1
        return self.mentions[i] if i >= 0 and self.mentions[i].end > offset else None

    def before(self, offset: int, most: int) -> list[EntityMention]:
        """The last mentions, `most` of them, that start before `offset`, in order."""
        end = bisect_left(self._starts, offset)
        return self.mentions[max(0, end - most) : end]
