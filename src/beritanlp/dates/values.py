"""The calendar: units, moments on it, and their TIMEX3 values."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Final, Literal

from beritanlp.dates.words import DayPart

Grain = Literal["day", "week", "weekend", "month", "quarter", "third", "half", "year", "decade", "century"]
Mod = Literal["START", "MID", "END", "APPROX"]

# What is written where the calendar place is unknown.
UNKNOWN: Final[dict[str, str]] = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "third": "XXXX-TX",
    "half": "XXXX-HX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}
_MONTHS: Final[dict[str, int]] = {
    "month": 1,
    "quarter": 3,
    "third": 4,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
}
# Letters of a TIMEX3 duration; T goes before the parts of a day.
_LETTERS: Final[dict[str, tuple[float, str]]] = {
    "day": (1, "D"),
    "week": (1, "W"),
    "month": (1, "M"),
    "quarter": (1, "Q"),
    "third": (4, "M"),
    "half": (6, "M"),
    "year": (1, "Y"),
    "windu": (8, "Y"),
    "decade": (1, "DE"),
    "century": (1, "CE"),
    "hour": (1, "TH"),
    "minute": (1, "TM"),
    "second": (1, "TS"),
    "night": (1, "NI"),
}
UNIT_ORDER: Final = (
    "century",
    "decade",
    "windu",
    "year",
    "half",
    "third",
    "quarter",
    "month",
    "week",
    "day",
    "hour",
    "minute",
    "second",
)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, with the offset of its zone where one is written."""

    hour: int
    minute: int = 0
    second: int | None = None
    offset: str = ""

    def __str__(self) -> str:
        seconds = "" if self.second is None else f":{self.second:02}"
        return f"{self.hour:02}:{self.minute:02}{seconds}{self.offset}"


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of the calendar, or a clock time or part of a day on it.

    Parameters
    ----------
    grain
        Length of the stretch.
    first
        Its first day, None when nobody knows.
    mask
        The value to write when `first` is None.
    time
        A clock time or part of that day.
    """

    grain: Grain
    first: dt.date | None
    mask: str = ""
    time: Clock | DayPart | None = None

    @property
    def last(self) -> dt.date | None:
        """The last day, inclusive."""
        if self.first is None:
            return None
        if self.grain == "day":
            return self.first
        if self.grain == "weekend":
            return self.first + dt.timedelta(days=1)
        try:
            return shift(self.first, self.grain, 1) - dt.timedelta(days=1)
        except (OverflowError, ValueError):
            return dt.date.max

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        day = (self.mask or UNKNOWN[self.grain]) if self.first is None else _calendar_value(self.grain, self.first)
        if isinstance(self.time, Clock):
            return f"{day}T{self.time}"
        return f"{day}T{self.time.code}" if self.time else day

    @property
    def begin(self) -> str | None:
        """First day or datetime covered."""
        if self.first is None:
            return None
        day = self.first.isoformat()
        if isinstance(self.time, Clock):
            return _on(self.first, self.time)
        return f"{day}T{self.time.begin}" if self.time else day

    @property
    def end(self) -> str | None:
        """Last day or datetime covered, inclusive."""
        if self.last is None:
            return None
        day = self.last.isoformat()
        if isinstance(self.time, Clock):
            return _on(self.last, self.time)
        return f"{day}T{self.time.end}" if self.time else day

    @property
    def granularity(self) -> str:
        """The name of the unit of the value."""
        if isinstance(self.time, Clock):
            return "minute" if self.time.second is None else "second"
        return "part_of_day" if self.time else self.grain

    def at(self, time: Clock | DayPart | None) -> Moment:
        """Return the same day at a clock time or part of the day."""
        return replace(self, time=time)


def _on(day: dt.date, clock: Clock) -> str:
    """Write a datetime; 24:00 is 00:00 of the next day."""
    if clock.hour < 24:
        return f"{day.isoformat()}T{clock}"
    following = day + dt.timedelta(days=1) if day < dt.date.max else day
    return f"{following.isoformat()}T{replace(clock, hour=0)}"


def _calendar_value(grain: Grain, first: dt.date) -> str:
    year = f"{first.year:04}"
    if grain == "day":
        return first.isoformat()
    if grain in ("week", "weekend"):
        iso = first.isocalendar()
        return f"{iso.year:04}-W{iso.week:02}" + ("-WE" if grain == "weekend" else "")
    if grain == "month":
        return f"{year}-{first.month:02}"
    if grain == "quarter":
        return f"{year}-Q{(first.month - 1) // 3 + 1}"
    if grain == "third":
        return f"{year}-T{(first.month - 1) // 4 + 1}"
    if grain == "half":
        return f"{year}-H{(first.month - 1) // 6 + 1}"
    return {"year": year, "decade": year[:3] + "X", "century": year[:2] + "XX"}[grain]


def start_of(day: dt.date, grain: Grain) -> dt.date:
    """First day of the unit that holds `day`.

    Examples
    --------
    >>> start_of(dt.date(2021, 9, 14), "quarter").isoformat()
    '2021-07-01'
    """
    if grain == "day":
        return day
    if grain == "week":
        return _back(day, day.weekday())
    if grain == "weekend":
        monday = _back(day, day.weekday())
        return monday + dt.timedelta(days=5)
    months = _MONTHS[grain]
    if months < 12:
        return dt.date(day.year, (day.month - 1) // months * months + 1, 1)
    years = months // 12
    return dt.date(max(day.year // years * years, 1), 1, 1)


def _back(day: dt.date, days: int) -> dt.date:
    return dt.date.fromordinal(max(day.toordinal() - days, 1))


def shift(day: dt.date, grain: Grain, count: int) -> dt.date:
    """Move the first day of a unit by `count` units.

    Raises
    ------
    OverflowError, ValueError
        When the calendar ends before.
    """
    if grain == "day":
        return day + dt.timedelta(days=count)
    if grain in ("week", "weekend"):
        return day + dt.timedelta(weeks=count)
    return add_months(day, _MONTHS[grain] * count)


def add_months(day: dt.date, months: int) -> dt.date:
    """Return the same day some months on, or the last of that month.

    Examples
    --------
    >>> add_months(dt.date(2021, 1, 31), 1).isoformat()
    '2021-02-28'
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return dt.date(year, month + 1, min(last, day.day))
        except ValueError:
            if last == 28:
                raise
    raise AssertionError  # pragma: no cover


def moment(grain: Grain, day: dt.date | None, count: int = 0, mask: str = "") -> Moment:
    """Return the unit that holds `day`, moved by `count` units; unknown when the calendar ends."""
    if day is None:
        return Moment(grain, None, mask)
    try:
        return Moment(grain, shift(start_of(day, grain), grain, count))
    except (OverflowError, ValueError):
        return Moment(grain, None, mask)


def duration(amounts: tuple[tuple[float | None, str], ...]) -> str:
    """Write a duration; an amount of None is X.

    Examples
    --------
    >>> duration(((2, "year"), (6, "month")))
    'P2Y6M'
    >>> duration(((0.5, "hour"),)), duration(((None, "year"),))
    ('PT30M', 'PXY')
    """
    if len(amounts) == 1:
        amounts = (_whole(*amounts[0]),)
    date, clock = "", ""
    for amount, unit in amounts:
        times, letter = _LETTERS[unit]
        number = "X" if amount is None else f"{amount * times:.10g}" if amount < 1e9 else str(int(amount * times))
        if letter.startswith("T"):
            clock += number + letter[1:]
        else:
            date += number + letter
    return f"P{date}" + (f"T{clock}" if clock else "")


def _whole(amount: float | None, unit: str) -> tuple[float | None, str]:
    """Half an hour is thirty minutes, half a year six months; "1.5 years" stays."""
    smaller = {
        "hour": (60, "minute"),
        "minute": (60, "second"),
        "year": (12, "month"),
        "century": (100, "year"),
        "decade": (10, "year"),
    }
    if amount is not None and amount < 1 and unit in smaller:
        times, below = smaller[unit]
        return amount * times, below
    return amount, unit


def add(day: dt.date, amounts: tuple[tuple[float | None, str], ...], sign: int) -> dt.date | None:
    """Return the day some time before or after, None when unknown."""
    try:
        for amount, unit in amounts:
            if amount is None:
                return None
            times, letter = _LETTERS[unit]
            number = amount * times * sign
            if letter in ("D", "W", "NI"):
                day += dt.timedelta(days=number * (7 if letter == "W" else 1))
            elif letter.startswith("T"):
                hours = {"TH": 1.0, "TM": 1 / 60, "TS": 1 / 3600}[letter] * number
                day += dt.timedelta(days=int(hours / 24))
            else:
                months = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}[letter]
                day = add_months(day, round(months * number))
    except (OverflowError, ValueError):
        return None
    return day
