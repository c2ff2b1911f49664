"""The Islamic calendar by arithmetic, and Easter: days of moveable holidays.

The Indonesian government fixes the Islamic months by sighting the moon; the arithmetic calendar is at most a
day or two off, so what comes from it is marked as approximate.
"""

from __future__ import annotations

import datetime as dt

# 1 Muharam 1 of the civil calendar, 16 July 622 (Julian), as a proleptic Gregorian ordinal.
_EPOCH = 227015


def from_islamic(year: int, month: int, day: int) -> dt.date | None:
    """Return the day in the Gregorian calendar, None when it lies outside of it.

    Examples
    --------
    >>> from_islamic(1442, 10, 1).isoformat()
    '2021-05-13'
    """
    days = day + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30 + _EPOCH - 1
    try:
        return dt.date.fromordinal(days)
    except (OverflowError, ValueError):
        return None


def islamic_in_year(year: int, month: int, day: int) -> dt.date | None:
    """Return the first time that day of the Islamic calendar falls in a Gregorian year.

    Examples
    --------
    >>> islamic_in_year(2021, 10, 1).isoformat()
    '2021-05-13'
    """
    near = int((year - 622) * 33 / 32)
    for islamic_year in range(near - 1, near + 3):
        found = from_islamic(islamic_year, month, day)
        if found is not None and found.year == year:
            return found
    return None


def easter(year: int) -> dt.date:
    """Easter Sunday of the western churches.

    Examples
    --------
    >>> easter(2021).isoformat()
    '2021-04-04'
    """
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return dt.date(year, f // 31, f % 31 + 1)
