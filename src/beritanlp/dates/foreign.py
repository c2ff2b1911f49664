"""Absolute dates in foreign spellings, through dateparser."""

from __future__ import annotations

import datetime as dt

_SETTINGS = {
    "REQUIRE_PARTS": ["day", "month", "year"],
    "PARSERS": ["absolute-time"],
    "DATE_ORDER": "MDY",
    # dateparser would ask the clock for what is unsaid; all parts are said, this only keeps it from doing so.
    "RELATIVE_BASE": dt.datetime(2000, 1, 1),
}


def parse_foreign(text: str) -> dt.date | None:
    """Read a whole date such as "June 3, 2024"; None when it is none.

    dateparser is imported here, for it is slow to import and few articles need it.

    Examples
    --------
    >>> parse_foreign("June 3, 2024").isoformat()
    '2024-06-03'
    """
    import dateparser

    try:
        found = dateparser.parse(text, languages=["en", "id"], settings=_SETTINGS)
    except (ValueError, OverflowError):
        return None
    return found.date() if found else None
