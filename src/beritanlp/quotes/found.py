"""A quote before its records are written."""

from __future__ import annotations

from dataclasses import dataclass, field

from beritanlp.quotes.cues import Cue
from beritanlp.quotes.speakers import Attribution
from beritanlp.records import QuoteKind


@dataclass(slots=True)
class FoundQuote:
    """Content, cue and the words around them that tell speaker, time and occasion.

    ``parts`` are character ranges of the content; ``clause`` the range of the attribution around it, in which the
    cue stands. Without a cue the speaker follows from the quotes before. ``predicate`` is the index of the part that
    holds the main predicate; ``shares_speaker`` marks the second statement of one who goes on speaking.
    """

    kind: QuoteKind
    parts: list[tuple[int, int]]
    rule: str
    cue: Cue | None = None
    clause: tuple[int, int] | None = None
    attribution: Attribution = field(default_factory=Attribution)
    predicate: int | None = None
    shares_speaker: bool = False

    @property
    def start(self) -> int:
        """First character of the content."""
        return self.parts[0][0]

    @property
    def main(self) -> tuple[int, int]:
        """The part with the predicate, where that is known; else the longest."""
        if self.predicate is not None:
            return self.parts[self.predicate]
        return max(self.parts, key=lambda part: part[1] - part[0])
