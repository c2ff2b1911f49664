"""When, where and on what occasion somebody spoke: read from the attribution around a quote."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from beritanlp.annotations import Annotations
from beritanlp.entities.index import EntityIndex
from beritanlp.lexicon import Lexicon
from beritanlp.quotes.found import FoundQuote

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Occasion:
    """Time id, place id and the words of the occasion, each None when not told."""

    time: str | None = None
    place: str | None = None
    span: Range | None = None


class OccasionFinder:
    """Reads the attribution clause of a quote.

    Parameters
    ----------
    lexicon
        ``cues.speech_adjuncts`` lists occasions and the words of being reached by a reporter.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon["cues"]["speech_adjuncts"]
        occasions = "|".join(sorted(map(regex.escape, table["occasions"]), key=len, reverse=True))
        reach = "|".join(map(regex.escape, table["reach"]))
        self._occasion = regex.compile(
            rf"\b(?:(?:dalam|saat|usai|seusai|lewat|melalui|pada)\s(?:sebuah\s|acara\s)?(?:{occasions})\b[^,.\"“”]{{0,60}}+"
            rf"|(?:saat|ketika)\s(?:{reach})\b[^,.\"“”]{{0,60}}+)"
        )

    def __call__(self, text: str, found: FoundQuote, data: Annotations, index: EntityIndex) -> Occasion:
        """The occasion of a quote; nothing for a quote without a cue."""
        if found.clause is None:
            return Occasion()
        outside = _outside(found)
        times = [t["id"] for t in data.get("times", []) if _lies_in(outside, t["span"]["start"], t["span"]["end"])]
        speaker = found.attribution.mention or (0, 0)
        places = [
            m.entity
            for m in index.within(*found.clause)
            if m.kind == "place"
            and not m.pronoun
            and _lies_in(outside, m.start, m.end)
            and not speaker[0] <= m.start < speaker[1]
            and text[: m.start].endswith((" di ", ", ", " dari "))
        ]
        match = next((m for a, b in outside for m in [self._occasion.search(text, a, b)] if m), None)
        return Occasion(times[-1] if times else None, places[-1] if places else None, match.span() if match else None)


def _outside(found: FoundQuote) -> list[Range]:
    """The attribution clause without the content."""
    assert found.clause is not None
    pieces, at = [], found.clause[0]
    for start, end in sorted(found.parts):
        if start >= found.clause[1] or end <= found.clause[0]:
            continue
        pieces.append((at, start))
        at = end
    pieces.append((at, found.clause[1]))
    return [(a, b) for a, b in pieces if a < b]


def _lies_in(pieces: list[Range], start: int, end: int) -> bool:
    return any(a <= start and end <= b for a, b in pieces)
