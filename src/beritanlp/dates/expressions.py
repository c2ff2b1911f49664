"""Typed, partial times as the rules read them, and how each is placed on the calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from beritanlp.dates.islamic import easter, from_islamic, islamic_in_year
from beritanlp.dates.values import Clock, Grain, Mod, Moment, add, duration, moment, start_of
from beritanlp.dates.words import DayPart, Holiday
from beritanlp.records import TimeType

Direction = Literal["past", "future", "this"]
Amounts = tuple[tuple[float | None, str], ...]
_DAYS = dt.timedelta(days=1)
# The stretch of the calendar, and how many of it, that a unit of time counts in; hours count within a day.
_GRAINS: dict[str, tuple[Grain, int]] = {
    "day": ("day", 1),
    "week": ("week", 1),
    "month": ("month", 1),
    "quarter": ("quarter", 1),
    "third": ("third", 1),
    "half": ("half", 1),
    "year": ("year", 1),
    "windu": ("year", 8),
    "decade": ("decade", 1),
    "century": ("century", 1),
}
# What half of such a stretch counts in.
_SMALLER: dict[str, tuple[Grain, int]] = {
    "year": ("month", 12),
    "decade": ("year", 10),
    "century": ("year", 100),
}
# A year before this one beside an Islamic holiday is of the Islamic calendar.
_ISLAMIC_YEARS = 1600
_ISLAMIC_MONTH = dt.timedelta(days=28)


@dataclass(frozen=True, slots=True)
class Reference:
    """The day an article speaks from, with its clock when known."""

    day: dt.date
    clock: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds an expression.

    Parameters
    ----------
    reference
        The day relative expressions count from.
    story
        The day of the event being told: for a clock time without a date.
    tense
        What the sentence says about the time.
    habit
        The sentence tells of something that happens every day.
    """

    reference: Reference | None = None
    story: dt.date | None = None
    tense: Direction | None = None
    habit: bool = False

    @property
    def day(self) -> dt.date | None:
        """The reference day."""
        return self.reference.day if self.reference else None


@dataclass(frozen=True, slots=True)
class Reading:
    """An expression placed on the calendar."""

    type: TimeType
    value: str
    begin: str | None = None
    end: str | None = None
    granularity: str | None = None
    mod: Mod | None = None
    relative: bool = False
    conflict: bool = False
    day: dt.date | None = None


@dataclass(frozen=True, kw_only=True)
class Expression:
    """A time as written."""

    mod: Mod | None = None

    def resolve(self, context: Context) -> Reading:
        """Place the expression on the calendar."""
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class Calendar(Expression):
    """A stretch of the calendar."""

    def moment(self, context: Context) -> Moment:
        """Return the stretch meant in this context."""
        raise NotImplementedError

    def until(self, end: Moment, context: Context) -> Moment:
        """Return the stretch meant at the begin of a range that ends at `end`."""
        return self.moment(context)

    @property
    def relative(self) -> bool:
        """Whether the reference day decides about it."""
        return True

    @property
    def grain(self) -> Grain:
        """Length of the stretch."""
        raise NotImplementedError

    @property
    def sure(self) -> bool:
        """Whether weekday and date fit each other."""
        return True

    def resolve(self, context: Context) -> Reading:
        """Place the stretch on the calendar."""
        found = self.moment(context)
        return Reading(
            "TIME" if found.time else "DATE",
            found.value,
            found.begin,
            found.end,
            found.granularity,
            self.mod,
            self.relative,
            not self.sure,
            found.first if found.grain == "day" else None,
        )


def _choose(
    options: Iterable[dt.date | None], context: Context, direction: Direction | None, grain: Grain
) -> dt.date | None:
    """Return the day, of the same day in several years, that direction, tense or nearness picks."""
    reference = context.day
    days = [day for day in options if day is not None]
    if reference is None or not days:
        return None
    reference = start_of(reference, grain)
    before = [day for day in days if day <= reference]
    after = [day for day in days if day > reference]
    if direction == "past":
        return max(before, default=None)
    if direction == "future":
        return min(after, default=None)
    if direction == "this":
        return next((day for day in days if day.year == reference.year), None)
    if context.tense == "past" and before:
        return max(before)
    if context.tense == "future" and reference not in before and after:
        return min(after)
    return min(days, key=lambda day: (abs((day - reference).days), day > reference))


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _around(day: dt.date | None, reach: int = 1) -> range:
    """Return the years around a day."""
    return range(max(day.year - reach, 1), min(day.year + reach, 9999) + 1) if day else range(0)


@dataclass(frozen=True, kw_only=True)
class Day(Calendar):
    """A day of a month; its year may be unsaid or relative ("17 Agustus tahun lalu")."""

    month: int
    day: int
    year: int | None = None
    weekday: int | None = None
    direction: Direction | None = None
    years: int | None = None

    def moment(self, context: Context) -> Moment:
        """Return the day meant."""
        return Moment("day", self._find(context), f"XXXX-{self.month:02}-{self.day:02}")

    def _find(self, context: Context) -> dt.date | None:
        if self.year is not None:
            return _date(self.year, self.month, self.day)
        if self.years is not None:
            return context.day and _date(context.day.year + self.years, self.month, self.day)
        # 29 February needs a leap year, and those are up to eight years apart.
        reach = 8 if (self.month, self.day) == (2, 29) else 1
        options = [_date(year, self.month, self.day) for year in _around(context.day, reach)]
        if self.weekday is not None and self.direction is None:
            options = [day for day in options if day and day.isoweekday() == self.weekday] or options
        return _choose(options, context, self.direction, "day")

    def until(self, end: Moment, context: Context) -> Moment:
        """Return the last such day before the end of the range."""
        if self.year is not None or self.years is not None or end.first is None:
            return self.moment(context)
        options = [_date(year, self.month, self.day) for year in (end.first.year, end.first.year - 1)]
        found = next((day for day in options if day and day <= end.first), None)
        return Moment("day", found, f"XXXX-{self.month:02}-{self.day:02}")

    @property
    def relative(self) -> bool:
        """Without a year."""
        return self.year is None

    @property
    def grain(self) -> Grain:
        """A day."""
        return "day"

    @property
    def sure(self) -> bool:
        """Whether the weekday fits the date."""
        day = self.year and _date(self.year, self.month, self.day)
        return not day or self.weekday in (None, day.isoweekday())


@dataclass(frozen=True, kw_only=True)
class Month(Calendar):
    """A month; its year may be unsaid or relative ("Agustus tahun lalu")."""

    month: int
    year: int | None = None
    direction: Direction | None = None
    years: int | None = None

    def moment(self, context: Context) -> Moment:
        """Return the month meant."""
        mask = f"{self.year or 'XXXX'}-{self.month:02}"
        if self.year is not None:
            return Moment("month", _date(self.year, self.month, 1), mask)
        if self.years is not None:
            return Moment("month", context.day and _date(context.day.year + self.years, self.month, 1), mask)
        options = [_date(year, self.month, 1) for year in _around(context.day)]
        return Moment("month", _choose(options, context, self.direction, "month"), mask)

    def until(self, end: Moment, context: Context) -> Moment:
        """Return the last such month before the end of the range."""
        if self.year is not None or self.years is not None or end.first is None:
            return self.moment(context)
        year = end.first.year - (self.month > end.first.month)
        return Moment("month", _date(year, self.month, 1), f"XXXX-{self.month:02}")

    @property
    def relative(self) -> bool:
        """Without a year."""
        return self.year is None

    @property
    def grain(self) -> Grain:
        """A month."""
        return "month"


@dataclass(frozen=True, kw_only=True)
class Fixed(Calendar):
    """A year, decade or century by its number."""

    unit: Grain
    year: int

    def moment(self, context: Context) -> Moment:
        """Return the stretch that begins with the year."""
        return Moment(self.unit, _date(self.year, 1, 1))

    @property
    def relative(self) -> bool:
        """Never."""
        return False

    @property
    def grain(self) -> Grain:
        """As written."""
        return self.unit


@dataclass(frozen=True, kw_only=True)
class PartOfYear(Calendar):
    """A numbered quarter or half of a year."""

    unit: Grain
    number: int
    year: int | None = None
    direction: Direction | None = None
    years: int | None = None

    def moment(self, context: Context) -> Moment:
        """Return the part meant."""
        letter = {"quarter": "Q", "third": "T"}.get(self.unit, "H")
        mask = f"{self.year or 'XXXX'}-{letter}{self.number}"
        size = {"quarter": 3, "third": 4}.get(self.unit, 6)
        month = (self.number - 1) * size + 1
        if self.year is not None:
            return Moment(self.unit, _date(self.year, month, 1), mask)
        if self.years is not None:
            return Moment(self.unit, context.day and _date(context.day.year + self.years, month, 1), mask)
        options = [_date(year, month, 1) for year in _around(context.day)]
        if self.direction is None and context.day:
            # Reports speak of the quarters of the running year, unless half a year lies between.
            same = _date(context.day.year, month, 1)
            if same and -270 < (same - start_of(context.day, self.unit)).days < 185:
                options = [same]
        return Moment(self.unit, _choose(options, context, self.direction, self.unit), mask)

    def until(self, end: Moment, context: Context) -> Moment:
        """Return the part in the year in which the range ends."""
        if self.year is None and end.first is not None:
            return replace(self, year=end.first.year).moment(context)
        return self.moment(context)

    @property
    def relative(self) -> bool:
        """Without a year."""
        return self.year is None

    @property
    def grain(self) -> Grain:
        """As written."""
        return self.unit


@dataclass(frozen=True, kw_only=True)
class Shifted(Calendar):
    """A unit counted from the one that holds the reference day: "kemarin", "pekan lalu", "tahun ini"."""

    unit: Grain
    count: int

    def moment(self, context: Context) -> Moment:
        """Return the unit meant."""
        return moment(self.unit, context.day, self.count)

    @property
    def grain(self) -> Grain:
        """As written."""
        return self.unit


@dataclass(frozen=True, kw_only=True)
class StoryDay(Calendar):
    """A day counted from the day being told: "keesokan harinya"."""

    count: int

    def moment(self, context: Context) -> Moment:
        """Return the day meant."""
        return moment("day", context.story or context.day, self.count)

    @property
    def grain(self) -> Grain:
        """A day."""
        return "day"


@dataclass(frozen=True, kw_only=True)
class Weekday(Calendar):
    """A day of the week; `weeks` counts from the running week ("Kamis pekan lalu")."""

    weekday: int
    direction: Direction | None = None
    weeks: int | None = None

    def moment(self, context: Context) -> Moment:
        """Return the day meant."""
        return Moment("day", self._find(context), f"XXXX-WXX-{self.weekday}")

    def _find(self, context: Context) -> dt.date | None:
        day = context.day
        if day is None or (context.habit and self.weeks is None and self.direction is None):
            return None
        ahead = (self.weekday - day.isoweekday()) % 7
        try:
            if self.weeks is not None or self.direction == "this":
                return start_of(day, "week") + _DAYS * (7 * (self.weeks or 0) + self.weekday - 1)
            if self.direction == "future" or (self.direction is None and context.tense == "future"):
                return day + _DAYS * (ahead or 7)
            back = (7 - ahead) % 7
            return day - _DAYS * (7 if self.direction == "past" and back == 0 else back)
        except OverflowError:
            return None

    def until(self, end: Moment, context: Context) -> Moment:
        """Return the last such day before the end of the range."""
        if self.weeks is not None or end.first is None:
            return self.moment(context)
        return replace(self, direction=None).moment(Context(Reference(end.first)))

    @property
    def grain(self) -> Grain:
        """A day."""
        return "day"


@dataclass(frozen=True, kw_only=True)
class DayOfMonth(Calendar):
    """A day of a month that is not named: "tanggal 17 bulan ini"."""

    day: int
    months: int | None = None
    direction: Direction | None = None

    def moment(self, context: Context) -> Moment:
        """Return the day meant."""
        mask = f"XXXX-XX-{self.day:02}"
        if context.day is None:
            return Moment("day", None, mask)
        counts = (self.months,) if self.months is not None else (-1, 0, 1)
        options: list[dt.date | None] = []
        for count in counts:
            month = moment("month", context.day, count).first
            options.append(month and _date(month.year, month.month, self.day))
        if self.months is not None:
            return Moment("day", options[0], mask)
        return Moment("day", _choose(options, context, self.direction, "day"), mask)

    def until(self, end: Moment, context: Context) -> Moment:
        """Return the day in the month in which the range ends."""
        if end.first is None or self.months is not None:
            return self.moment(context)
        return Moment("day", _date(end.first.year, end.first.month, self.day), f"XXXX-XX-{self.day:02}")

    @property
    def grain(self) -> Grain:
        """A day."""
        return "day"


@dataclass(frozen=True, kw_only=True)
class WeekOfMonth(Calendar):
    """A numbered week of a month: the one that holds the middle of those seven days."""

    number: int
    month: Calendar

    def moment(self, context: Context) -> Moment:
        """Return the week meant."""
        month = self.month.moment(context)
        if month.first is None:
            return Moment("week", None)
        return moment("week", _date(month.first.year, month.first.month, min(7 * self.number - 3, 28)))

    @property
    def relative(self) -> bool:
        """As the month is."""
        return self.month.relative

    @property
    def grain(self) -> Grain:
        """A week."""
        return "week"


@dataclass(frozen=True, kw_only=True)
class Beside(Calendar):
    """A day some days from another one: the eve of a Sunday, three days before a holiday."""

    day: Calendar
    days: int

    def moment(self, context: Context) -> Moment:
        """Return the day meant."""
        return moment("day", self.day.moment(context).first, self.days)

    @property
    def relative(self) -> bool:
        """As the other day is."""
        return self.day.relative

    @property
    def grain(self) -> Grain:
        """A day."""
        return "day"


@dataclass(frozen=True, kw_only=True)
class Ago(Calendar):
    """A number of units back or ahead: "dua pekan lalu", "tiga hari lagi"."""

    amount: float | None
    unit: str
    sign: int

    def moment(self, context: Context) -> Moment:
        """Return the unit meant, at its own precision."""
        grain, amount = _as_grain(self.unit, self.amount)
        if amount is None or context.reference is None:
            return Moment(grain, None)
        if self.unit in ("hour", "minute", "second"):
            return self._clock(amount, context.reference)
        return moment(grain, context.day, round(self.sign * amount))

    def _clock(self, amount: float, reference: Reference) -> Moment:
        if reference.clock is None:
            return Moment("day", None)
        try:
            at = reference.clock + dt.timedelta(**{f"{self.unit}s": self.sign * amount})
        except OverflowError:
            return Moment("day", None)
        return Moment("day", at.date(), time=Clock(at.hour, at.minute))

    def resolve(self, context: Context) -> Reading:
        """Place it on the calendar; where that is impossible the length is the value."""
        if self.moment(context).first is None and (self.amount is None or context.reference is not None):
            return Reading("DATE", duration(((self.amount, self.unit),)), granularity=self.unit)
        return super().resolve(context)

    @property
    def grain(self) -> Grain:
        """Of the unit."""
        return _as_grain(self.unit, self.amount)[0]


def _as_grain(unit: str, amount: float | None) -> tuple[Grain, float | None]:
    """Return the unit and amount to count in: half a year is six months."""
    grain, times = _GRAINS.get(unit, ("day", 1))
    count = None if amount is None else amount * times
    if count is not None and count != int(count) and grain in _SMALLER:
        smaller, size = _SMALLER[grain]
        return smaller, count * size
    return grain, count


@dataclass(frozen=True, kw_only=True)
class At(Calendar):
    """A clock time or part of a day, on a day that may be unsaid."""

    time: Clock | DayPart
    day: Calendar | None = None

    def moment(self, context: Context) -> Moment:
        """Return the time meant."""
        if self.day is not None:
            return self.day.moment(context).at(self.time)
        if context.habit:
            return Moment("day", None, time=self.time)
        return moment("day", context.story or context.day).at(self.time)

    def until(self, end: Moment, context: Context) -> Moment:
        """Return the time meant, on the last such day before the end."""
        if self.day is not None:
            return self.day.until(end, context).at(self.time)
        return self.moment(context)

    @property
    def relative(self) -> bool:
        """As the day is."""
        return self.day is None or self.day.relative

    @property
    def grain(self) -> Grain:
        """A day."""
        return "day"

    @property
    def sure(self) -> bool:
        """As the day is."""
        return self.day is None or self.day.sure


@dataclass(frozen=True, kw_only=True)
class HolidayDay(Calendar):
    """A holiday; its year may be unsaid or relative."""

    holiday: Holiday
    year: int | None = None
    direction: Direction | None = None
    years: int | None = None

    def moment(self, context: Context) -> Moment:
        """Return the day meant."""
        mask = "XXXX-XX-XX"
        if self.holiday.month and self.holiday.day:
            mask = f"XXXX-{self.holiday.month:02}-{self.holiday.day:02}"
        if self.year is not None:
            return Moment("day", self._in(self.year), mask)
        if self.years is not None:
            return Moment("day", self._in(context.day.year + self.years) if context.day else None, mask)
        options = [self._in(year) for year in _around(context.day)]
        return Moment("day", _choose(options, context, self.direction, "day"), mask)

    def _in(self, year: int) -> dt.date | None:
        holiday = self.holiday
        if year < _ISLAMIC_YEARS and holiday.hijri_month and holiday.hijri_day:
            return from_islamic(year, holiday.hijri_month, holiday.hijri_day)
        if holiday.month and holiday.day:
            return _date(year, holiday.month, holiday.day)
        if holiday.easter is not None:
            return easter(year) + _DAYS * holiday.easter if 1583 <= year < 9999 else None
        known = next((day for day in holiday.days if day.startswith(f"{year:04}")), None)
        if known:
            return dt.date.fromisoformat(known)
        if holiday.hijri_month and holiday.hijri_day:
            return islamic_in_year(year, holiday.hijri_month, holiday.hijri_day)
        return None

    @property
    def relative(self) -> bool:
        """Without a year."""
        return self.year is None

    @property
    def grain(self) -> Grain:
        """A day."""
        return "day"


@dataclass(frozen=True, kw_only=True)
class IslamicDate(Expression):
    """A day or month of the Islamic calendar."""

    month: int
    day: int | None = None
    year: int | None = None
    in_year: int | None = None

    def resolve(self, context: Context) -> Reading:
        """Place it on the Gregorian calendar, a day or two off."""
        begin = self._find(self.day or 1, context)
        if begin is None:
            return Reading("DATE", "XXXX-XX-XX" if self.day else "XXXX-XX")
        end = begin if self.day else begin + _ISLAMIC_MONTH
        value = begin.isoformat() if self.day else f"{begin.isoformat()}/{end.isoformat()}"
        grain = "day" if self.day else "month"
        return Reading(
            "DATE",
            value,
            begin.isoformat(),
            end.isoformat(),
            grain,
            self.mod or "APPROX",
            self.year is None and self.in_year is None,
        )

    def _find(self, day: int, context: Context) -> dt.date | None:
        if self.year is not None:
            return from_islamic(self.year, self.month, day)
        if self.in_year is not None:
            return islamic_in_year(self.in_year, self.month, day)
        options = [islamic_in_year(year, self.month, day) for year in _around(context.day)]
        return _choose(options, context, None, "day")


@dataclass(frozen=True, kw_only=True)
class Range(Expression):
    """From one time to another, both inclusive."""

    first: Calendar
    last: Calendar

    def resolve(self, context: Context) -> Reading:
        """Place both ends; what the first leaves unsaid the last says."""
        end = self.last.moment(context)
        begin = self.first.until(end, context)
        if _past_midnight(begin, end):
            end = moment("day", end.first, 1).at(end.time)
        return Reading(
            "TIME" if begin.time or end.time else "DATE",
            f"{begin.value}/{end.value}",
            begin.begin,
            end.end,
            end.granularity,
            self.mod,
            self.first.relative or self.last.relative,
            not (self.first.sure and self.last.sure),
            begin.first if begin.grain == "day" else None,
        )


def _past_midnight(begin: Moment, end: Moment) -> bool:
    """Tell whether "22.00-04.00" ends the next day."""
    if not isinstance(begin.time, Clock) or not isinstance(end.time, Clock) or begin.first is None:
        return False
    later = (begin.time.hour, begin.time.minute) > (end.time.hour, end.time.minute)
    return later and begin.first == end.first


# "sehari sebelumnya" is a day; of "dua pekan kemudian" annotators take the length, as no one week is meant
POINTS = ("day", "month", "year")


@dataclass(frozen=True, kw_only=True)
class Length(Expression):
    """A duration; with a direction, from the reference day or what was told before, perhaps the day so far away."""

    amounts: Amounts
    most: Amounts | None = None
    direction: Literal["past", "future", "later", "earlier"] | None = None

    def resolve(self, context: Context) -> Reading:
        """Write the length, and where it lies on the calendar when that is known."""
        value = duration(self.amounts) + (f"/{duration(self.most)}" if self.most else "")
        unit = (self.most or self.amounts)[-1][1]
        longest = self.most or self.amounts
        begin: dt.date | None = None
        end: dt.date | None = None
        if self.direction == "past" and context.day:
            begin, end = add(context.day, longest, -1), context.day
        elif self.direction == "future" and context.day:
            begin, end = context.day, add(context.day, longest, 1)
        elif self.direction in ("later", "earlier") and context.story:
            if point := self._point(context.story):
                return Reading("DATE", point.value, point.begin, point.end, point.granularity, None, True)
            begin = end = add(context.story, longest, 1 if self.direction == "later" else -1)
        if begin is None or end is None:
            return Reading("DURATION", value, granularity=unit)
        return Reading("DURATION", value, begin.isoformat(), end.isoformat(), unit, None, True)

    def _point(self, story: dt.date) -> Moment | None:
        """`sehari sebelumnya`: the day, month or year so far from what was told; weeks and hours stay lengths."""
        (amount, unit), *more = self.amounts
        grain, count = _as_grain(unit, amount)
        if more or self.most or count is None or unit not in POINTS or count != int(count):
            return None
        point = moment(grain, story, int(count) if self.direction == "later" else -int(count))
        return point if point.first else None


@dataclass(frozen=True, kw_only=True)
class Repeated(Expression):
    """A set of times: "setiap Jumat", "dua kali sepekan"."""

    value: str
    unit: str

    def resolve(self, context: Context) -> Reading:
        """Write the set."""
        return Reading("SET", self.value, granularity=self.unit)


@dataclass(frozen=True, kw_only=True)
class Vague(Expression):
    """Now, the past or the future."""

    reference: str

    def resolve(self, context: Context) -> Reading:
        """Write the reference."""
        return Reading("DATE", self.reference)
