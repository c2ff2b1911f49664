"""Counts, amounts and measures that belong to an event."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

import regex

from beritanlp.events.page import Page, Word
from beritanlp.events.triggers import Trigger
from beritanlp.events.words import TriggerTable
from beritanlp.records import EventType, Span, Value

REACH = 7
_STOP = frozenset(',;:.!?"“”')
_NUMBER = regex.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
_GLUED = regex.compile(r"(\p{L}*\p{Sc}?\.?)(\d[\d.,]*)")
_COUNTS: dict[EventType, str] = {
    "DEATH": "killed",
    "INJURY": "injured",
    "ARREST": "arrested",
    "OUTBREAK": "cases",
    "PROTEST": "attendance",
}
_AMOUNTS = frozenset(("TRANSACTION", "CRIME", "AID", "POLICY", "TRIAL", "SANCTION", "MERGER", "AGREEMENT"))


class ValueReader:
    """Finds the numbers of a trigger."""

    def __init__(self, table: TriggerTable) -> None:
        words: dict[str, Any] = table.values
        self.people = frozenset(words["people"])
        self.units: dict[str, str] = words["units"]
        self.sentence = frozenset(words["sentence"])
        self.terms: dict[str, str] = words["terms"]
        self.magnitude = frozenset(words["magnitude"])
        self.scales: dict[str, float] = words["scales"]
        self.numerals: dict[str, float] = words["numerals"]

    def read(self, page: Page, trigger: Trigger) -> list[Value]:
        """Values near a trigger, by what its type counts."""
        kind = trigger.entry.type
        if kind in _COUNTS:
            return self._first(page, trigger, self._count)
        if trigger.entry.group == "gempa":
            return self._first(page, trigger, self._magnitude)
        if kind == "TRIAL":
            return self._first(page, trigger, self._term) + self._first(page, trigger, self._amount)
        return self._first(page, trigger, self._amount) if kind in _AMOUNTS else []

    def _first(self, page: Page, trigger: Trigger, read: Any) -> list[Value]:
        """Find the nearest value that `read` finds around the trigger in its clause, before it first."""
        before = self._stretch(page, trigger.first, -1)
        after = self._stretch(page, trigger.last, 1)
        for position in (p for pair in zip_longest(before, after) for p in pair):
            value: Value | None = read(page, trigger, position) if position is not None else None
            if value:
                return [value]
        return []

    def _stretch(self, page: Page, start: int, step: int) -> list[int]:
        """Words from `start` on, up to a comma or the end of the sentence."""
        found: list[int] = []
        for position in range(start + step, start + step * (REACH + 1), step):
            if not 0 <= position < len(page.words) or page.words[position].sentence != page.words[start].sentence:
                break
            if _STOP & set(page.words[position if step > 0 else position + 1].gap):
                break
            found.append(position)
        return found

    def _count(self, page: Page, trigger: Trigger, position: int) -> Value | None:
        """`12 orang`, `enam warga`."""
        number = self.number(page.words[position])
        after = _word(page, position + 1)
        if number is None or after is None or after.low not in self.people or ")" in after.gap:
            return None  # `Budi (54), warga Solo`: an age
        span = Span.of(page.text, page.words[position].start, page.words[position].end)
        return Value(kind=_COUNTS[trigger.entry.type], number=number, unit=after.low, span=span)

    def _magnitude(self, page: Page, trigger: Trigger, position: int) -> Value | None:
        """`magnitudo 5,6`, `M 5,6`."""
        before, word = _word(page, position - 1), page.words[position]
        number = self.number(word)
        if number is None or before is None or before.low not in self.magnitude or number > 10:
            return None
        return Value(kind="magnitude", number=number, span=Span.of(page.text, word.start, word.end))

    def _term(self, page: Page, trigger: Trigger, position: int) -> Value | None:
        """`4 tahun penjara`, `penjara selama 6 bulan`."""
        number, unit = self.number(page.words[position]), _word(page, position + 1)
        around = {w.low for w in page.words[max(0, position - 3) : position + 4]}
        if number is None or unit is None or unit.low not in self.terms or not around & self.sentence:
            return None
        span = Span.of(page.text, page.words[position].start, unit.end)
        return Value(kind="sentence", number=number, unit=self.terms[unit.low], span=span)

    def _amount(self, page: Page, trigger: Trigger, position: int) -> Value | None:
        """`Rp 1,5 triliun`, `4,6 miliar dollar AS`."""
        word, before = page.words[position], _word(page, position - 1)
        glued = _GLUED.fullmatch(word.low)
        if glued and glued[1].strip(".") in self.units:
            currency, start, number = glued[1].strip("."), word.start, _parse(glued[2])
        elif before is not None and before.low.strip(".") in self.units:
            currency, start, number = before.low.strip("."), before.start, self.number(word)
        else:
            currency, start, number = "", word.start, self.number(word)
        if number is None:
            return None
        last, following = word, _word(page, position + 1)
        if following is not None and following.low in self.scales:
            number, last = number * self.scales[following.low], following
            following = _word(page, position + 2)
        if not currency and following is not None and following.low in self.units:
            currency, last = following.low, following
        if not currency:
            return None
        span = Span.of(page.text, start, last.end)
        return Value(kind="amount", number=number, unit=self.units[currency], span=span)

    def number(self, word: Word) -> float | None:
        """Return the number that a word writes, in digits or letters."""
        return self.numerals[word.low] if word.low in self.numerals else _parse(word.low)


def _parse(text: str) -> float | None:
    """`1.500,5` as a number."""
    text = text.rstrip(".,")
    if len(text) > 20 or not text.isascii() or not _NUMBER.fullmatch(text):
        return None
    return float(text.replace(".", "").replace(",", "."))


def _word(page: Page, index: int) -> Word | None:
    return page.words[index] if 0 <= index < len(page.words) else None
