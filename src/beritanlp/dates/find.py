"""Find the times of a text: the whole way from characters to records."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from beritanlp.dates.anchor import infer_reference, parse_reference
from beritanlp.dates.compose import compose
from beritanlp.dates.context import Sentences
from beritanlp.dates.expressions import At, Calendar, Context, Expression, Range, Reading, Reference, Weekday
from beritanlp.dates.grammar import Found, match
from beritanlp.dates.tokens import tokenise
from beritanlp.dates.traps import Filter
from beritanlp.dates.values import Clock
from beritanlp.dates.words import vocabulary
from beritanlp.lexicon import Lexicon, load_lexicon
from beritanlp.records import Span, Time

# "(17/4)" alone may be a score; a date it is near the reference day.
_PAREN_DAYS = 62
# A day so far from the reference day is left after so many sentences: the story goes on in the present.
_OLD_DAYS = 62
_OLD_SENTENCES = 2


@dataclass(frozen=True, slots=True)
class Dated:
    """The times of an article and the day it speaks from."""

    times: list[Time]
    published: str | None
    source: str


def find_times(text: str, published: str | None = None, lexicon: Lexicon | None = None) -> list[Time]:
    """Find every time expression of a text and place it on the calendar.

    Parameters
    ----------
    text
        Running text.
    published
        ISO date or datetime the text speaks from. Without it the day is inferred from the text, or relative
        expressions keep X where the calendar is unknown.
    lexicon
        The words; the library's own when None.

    Examples
    --------
    >>> times = find_times("Ia tiba Sabtu (20/4) pukul 08.00 WIB.", "2019-04-22")
    >>> times[0].span.text, times[0].value
    ('Sabtu (20/4) pukul 08.00 WIB', '2019-04-20T08:00+07:00')
    """
    return read(text, published, lexicon).times


def read(
    text: str,
    published: str | None = None,
    lexicon: Lexicon | None = None,
    skip: Sequence[tuple[int, int]] = (),
) -> Dated:
    """Find the times of a text and the day it speaks from.

    Parameters
    ----------
    text, published, lexicon
        As in :func:`find_times`.
    skip
        Character ranges to leave out.
    """
    words = vocabulary(lexicon or load_lexicon())
    tokens = tokenise(text, words)
    judge = Filter(tokens, words.traps)
    found = [item for item in match(tokens, judge.accept) if not _touches(item, skip)]
    found = [item for item in compose(found, tokens) if judge.keep(item)]
    sentences = Sentences(tokens, found, words.traps)
    reference, day, source = _reference(published, found, sentences, lexicon)
    times = _Resolver(text, found, sentences, reference).times()
    return Dated(times, day, source)


def _touches(item: Found, ranges: Sequence[tuple[int, int]]) -> bool:
    return any(item.start < end and start < item.end for start, end in ranges)


def _reference(
    published: str | None, found: list[Found], sentences: Sentences, lexicon: Lexicon | None
) -> tuple[Reference | None, str | None, str]:
    """Return the day to count from, the published date and where it came from."""
    if published and published.strip():
        reference = parse_reference(published) or _from_words(published, lexicon)
        reference = reference or infer_reference(found, sentences)
        return reference, published, "given"
    inferred = infer_reference(found, sentences)
    if inferred is None:
        return None, None, "none"
    return inferred, inferred.day.isoformat(), "inferred"


def _from_words(published: str, lexicon: Lexicon | None) -> Reference | None:
    """Read "Rabu, 18 Jun 2025 07:30 WIB": the first whole date in it."""
    words = vocabulary(lexicon or load_lexicon())
    tokens = tokenise(published[:200], words)
    judge = Filter(tokens, words.traps)
    for item in compose(list(match(tokens, judge.accept)), tokens):
        reading = item.expression.resolve(Context())
        if reading.day is not None:
            clock = parse_reference(reading.begin) if reading.begin and "T" in reading.begin else None
            return clock or Reference(reading.day)
    return None


class _Resolver:
    """Places the expressions of one text, in order, for each may say the day of the next."""

    def __init__(self, text: str, found: list[Found], sentences: Sentences, reference: Reference | None) -> None:
        self._text = text
        self._found = found
        self._sentences = sentences
        self._reference = reference
        # The last day on which something happened, and on which somebody spoke.
        self._event: tuple[dt.date, Found] | None = None
        self._speech: tuple[dt.date, Found] | None = None

    def times(self) -> list[Time]:
        out: list[Time] = []
        for at, item in enumerate(self._found):
            reading = item.expression.resolve(self._context(at, item))
            if item.rule == "paren_digits" and not self._near(reading):
                continue
            self._remember(item, reading)
            out.append(self._time(item, reading, len(out) + 1))
        return out

    def _context(self, at: int, item: Found) -> Context:
        loose = _is_loose_clock(item.expression)
        named = self._day_in_sentence(at, item) if loose else None
        told = self._told(self._event, item) or self._told(self._speech, item)
        habit = (loose or _is_open_range(item.expression)) and named is None and self._sentences.habit(item)
        return Context(self._reference, named or (told[0] if told else None), self._sentences.tense(item), habit)

    def _day_in_sentence(self, at: int, item: Found) -> dt.date | None:
        """The day the sentence of a clock time names: before it, else right after it."""
        for told in (self._event, self._speech):
            if told and self._sentences.distance(told[1], item) == 0:
                return told[0]
        if at + 1 == len(self._found):
            return None
        following = self._found[at + 1]
        if self._sentences.distance(item, following) != 0 or not _is_named_day(following.expression):
            return None
        context = Context(self._reference, None, self._sentences.tense(following))
        return following.expression.resolve(context).day

    def _told(self, day: tuple[dt.date, Found] | None, item: Found) -> tuple[dt.date, Found] | None:
        """Return the day last told; one of long ago is soon left again."""
        if day is None or self._reference is None:
            return day
        old = abs((day[0] - self._reference.day).days) > _OLD_DAYS
        return None if old and self._sentences.distance(day[1], item) > _OLD_SENTENCES else day

    def _remember(self, item: Found, reading: Reading) -> None:
        if reading.day is None or _is_loose_clock(item.expression) or self._sentences.bounds(item):
            return
        if self._sentences.spoken(item):
            self._speech = (reading.day, item)
        else:
            self._event = (reading.day, item)

    def _near(self, reading: Reading) -> bool:
        if self._reference is None or reading.day is None:
            return False
        return abs((reading.day - self._reference.day).days) <= _PAREN_DAYS

    def _time(self, item: Found, reading: Reading, number: int) -> Time:
        anchor = self._reference.day.isoformat() if self._reference and reading.relative and reading.begin else None
        return Time(
            id=f"t{number}",
            span=Span.of(self._text, item.start, item.end),
            type=reading.type,
            value=reading.value,
            begin=reading.begin,
            end=reading.end,
            granularity=reading.granularity,
            mod=reading.mod,
            anchor=anchor,
            weekday_conflict=reading.conflict,
        )


def _is_loose_clock(expression: Expression) -> bool:
    if isinstance(expression, Range):
        return _is_loose_clock(expression.first) and _is_loose_clock(expression.last)
    return isinstance(expression, At) and isinstance(expression.time, Clock) and expression.day is None


def _is_open_range(expression: Expression) -> bool:
    """Tell whether it is a range of weekdays without dates: "Senin-Jumat"."""
    return isinstance(expression, Range) and all(type(end) is Weekday for end in (expression.first, expression.last))


def _is_named_day(expression: Expression) -> bool:
    return isinstance(expression, Calendar) and expression.grain == "day" and not _is_loose_clock(expression)
