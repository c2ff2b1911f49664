"""The day an article speaks from: as given, or inferred from what it tells."""

from __future__ import annotations

import datetime as dt

from beritanlp.dates.context import Sentences
from beritanlp.dates.expressions import At, Context, Day, Expression, Reference
from beritanlp.dates.grammar import Found

_LEDE_SENTENCES = 4


def parse_reference(published: str) -> Reference | None:
    """Read an ISO date or datetime.

    Examples
    --------
    >>> parse_reference("2021-09-14T16:00+07:00").day.isoformat()
    '2021-09-14'
    """
    written = published.strip()
    try:
        if len(written) > 10:
            clock = dt.datetime.fromisoformat(written)
            return Reference(clock.date(), clock)
        return Reference(dt.date.fromisoformat(written))
    except ValueError:
        pass
    try:
        return Reference(dt.date.fromisoformat(written[:10]))
    except ValueError:
        return None


def infer_reference(found: list[Found], sentences: Sentences) -> Reference | None:
    """Return the latest date with its weekday on which somebody spoke or something happened.

    A date still to come is none. Dates of attributions come first, then those of the lede: the others may
    tell of plans. A weekday that does not fit its date disqualifies it, for one of the two is a slip.
    """
    days: dict[int, list[dt.date]] = {}
    for item in found:
        day = _weekday_date(item.expression)
        if day is None or sentences.tense(item) == "future" or sentences.until(item):
            continue
        lede = sentences.of[item.first] < _LEDE_SENTENCES
        rank = 0 if sentences.spoken(item) else 1 if lede else 2
        days.setdefault(rank, []).append(day)
    return Reference(max(days[min(days)])) if days else None


def _weekday_date(expression: Expression) -> dt.date | None:
    """Return the day of a weekday with a full date."""
    if isinstance(expression, At) and expression.day is not None:
        return _weekday_date(expression.day)
    if not isinstance(expression, Day) or expression.weekday is None or expression.year is None or not expression.sure:
        return None
    return expression.moment(Context()).first
