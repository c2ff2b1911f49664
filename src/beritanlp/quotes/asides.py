"""What stands in a sentence of speech beside the speech: times, places, names in apposition."""

from __future__ import annotations

from collections.abc import Sequence

from beritanlp.entities.index import EntityIndex

LONGEST_REST = 12  # characters of an aside beside its time, place or name: a preposition, a title


class Asides:
    """Tells which characters of an article are only a time, a place or a person.

    Parameters
    ----------
    times
        Character ranges of the time expressions.
    index
        Mentions of entities.
    """

    def __init__(self, times: Sequence[tuple[int, int]], index: EntityIndex) -> None:
        self._times = times
        self._index = index

    def cover(self, start: int, end: int) -> bool:
        """Whether the characters ``start:end`` hold nothing but a time, a place or a person."""
        inside = [(a, b) for a, b in self._times if start <= a and b <= end]
        inside += [
            (m.start, m.end) for m in self._index.within(start, end) if m.kind != "organisation" and not m.pronoun
        ]
        covered = sum(b - a for a, b in inside)
        return bool(inside) and (end - start) - covered <= LONGEST_REST

    def is_named(self, offset: int) -> bool:
        """Whether the character belongs to a mention."""
        return self._index.at(offset) is not None
