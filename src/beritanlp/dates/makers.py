"""What the rules make: from the tokens of a match to a typed expression, or None when it is no time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import regex

from beritanlp.dates.expressions import (
    Ago,
    Amounts,
    At,
    Beside,
    Calendar,
    Day,
    DayOfMonth,
    Direction,
    Expression,
    Fixed,
    HolidayDay,
    IslamicDate,
    Length,
    Month,
    PartOfYear,
    Range,
    Repeated,
    Shifted,
    StoryDay,
    Vague,
    Weekday,
    WeekOfMonth,
)
from beritanlp.dates.foreign import parse_foreign
from beritanlp.dates.tokens import Token, Tokens
from beritanlp.dates.values import Clock, duration
from beritanlp.dates.words import DayPart

Made = Expression | list[tuple[Token, Expression]] | None
# What a sentence or quotation can begin after, besides a full stop.
_OPENERS = frozenset("\"“”?!'‘’•…»*")


class Groups:
    """The tokens of a match by the names the rule gave them."""

    def __init__(self, tokens: Tokens, found: regex.Match[str]) -> None:
        self.tokens = tokens
        self.first, self.after = found.span()
        self._found = found
        self._names = found.re.groupindex

    def get(self, name: str) -> Token | None:
        """Return the token of that name."""
        at = self._found.start(name) if name in self._names else -1
        return self.tokens.items[at] if at >= 0 else None

    def __getitem__(self, name: str) -> Token:
        token = self.get(name)
        assert token is not None, name
        return token

    def value(self, name: str) -> Any:
        """Return the value of the token of that name, None when there is none."""
        token = self.get(name)
        return token.value if token else None

    def all(self, name: str) -> list[Token]:
        """All tokens of that name."""
        return [self.tokens.items[at] for at in self._found.starts(name)]

    @property
    def text(self) -> str:
        """The characters of the match."""
        return self.tokens.text[self.tokens.items[self.first].start : self.tokens.items[self.after - 1].end]

    @property
    def before(self) -> Token | None:
        """The token before the match."""
        return self.tokens.items[self.first - 1] if self.first else None

    @property
    def following(self) -> Token | None:
        """The token after the match."""
        return self.tokens.items[self.after] if self.after < len(self.tokens.items) else None

    def parts(self, made: Made) -> Iterator[tuple[int, int, Expression]]:
        """Return the token ranges and expressions of what a maker made."""
        if made is None:
            return
        if isinstance(made, Expression):
            core = self._found.start("core") if "core" in self._names else -1
            yield (core, core + 1, made) if core >= 0 else (self.first, self.after, made)
            return
        for token, expression in made:
            at = self.tokens.items.index(token, self.first, self.after)
            first = self.first if token is made[0][0] else at
            yield first, at + 1 if token is not made[-1][0] else self.after, expression


def kind(token: Token | None) -> str:
    """Return the name of the kind of a token."""
    return token.kind if token else ""


def direction(token: Token | None) -> Direction | None:
    """Where "lalu", "mendatang", "ini", "kemarin" point."""
    if token is None or token.kind == "TADI":
        return None
    if token.kind == "DEICTIC":
        return "past" if token.value < 0 else "future" if token.value > 0 else "this"
    return {"AGO": "past", "THIS": "this"}.get(token.kind, "future")  # type: ignore[return-value]


def steps(token: Token | None) -> int | None:
    """Units to go: -1 for "lalu", 1 for "depan", 0 for "ini"."""
    way = direction(token)
    return None if token is None else {"past": -1, "future": 1}.get(way or "", 0)


def unit_of(token: Token) -> Any:
    """Return the unit a token names; "minggu" is a week where it counts."""
    return "week" if token.kind == "SUNDAY_OR_WEEK" else token.value


def _at(day: Calendar, part: DayPart | None) -> Calendar:
    return At(time=part, day=day) if part else day


# Days


def iso(groups: Groups) -> Made:
    """Make "2021-09-14T10:22:00+07:00"."""
    written = str(groups["stamp"].value)
    day = written[:10]
    clock = regex.match(r"(\d\d):(\d\d)(?::(\d\d))?", written[11:])
    offset = regex.search(r"Z$|[+-]\d\d:?\d\d$", written[16:])
    try:
        date = dt.date.fromisoformat(day)
        assert clock is not None
        hour, minute = int(clock[1]), int(clock[2])
        dt.time(hour % 24 if hour == 24 else hour, minute, int(clock[3] or 0))
    except ValueError:
        return None
    zone = offset[0] if offset else ""
    zone = "+00:00" if zone == "Z" else zone if ":" in zone or not zone else f"{zone[:3]}:{zone[3:]}"
    second = int(clock[3]) if clock[3] and clock[3] != "00" else None
    named = _day_of(date.year, date.month, date.day)
    return At(time=Clock(hour, minute, second, zone), day=named)


def _day_of(year: int | None, month: int, day: int, weekday: int | None = None) -> Day:
    return Day(year=year, month=month, day=day, weekday=weekday)


def _from_digits(token: Token, weekday: int | None = None) -> Day:
    """Return a date in digits, with or without its year."""
    parts = token.value
    if token.kind == "DMY":
        return _day_of(parts[0], parts[1], parts[2], weekday)
    return _day_of(None, parts[0], parts[1], weekday)


def digits(groups: Groups) -> Made:
    """Make "Rabu (17/4/2019)", "kemarin (17/4)", "7-3-2019"."""
    token = groups["date"]
    if kind(groups.get("weekday")) == "WEEKDAY_SHORT" and not groups["weekday"].upper:
        return None
    night = groups.get("night")
    part = groups.value("part") or (night.value if night else None)
    made = _from_digits(token, groups.value("weekday"))
    return _at(made if made.year else replace(made, direction=direction(groups.get("when"))), part)


def paren_digits(groups: Groups) -> Made:
    """Make "(17/4)"."""
    return _from_digits(groups["core"])


def day(groups: Groups) -> Made:
    """Make "Rabu, 22 Mei 2019", "17 Agustus tahun lalu", "29 Mei"."""
    number = groups["day"].value
    if not _is_month(groups) or number > 31:
        return None
    made = Day(
        day=number,
        month=groups["month"].value,
        year=groups.value("year"),
        weekday=groups.value("weekday"),
        direction=direction(groups.get("when")),
        years=_years(groups),
    )
    return _at(made, groups.value("part")) if _possible(made) else None


def _possible(made: Day) -> bool:
    try:
        dt.date(made.year or 2000, made.month, made.day)
    except ValueError:
        return False
    return True


def _years(groups: Groups) -> int | None:
    """Years to go: "tahun lalu", "dua tahun lalu"."""
    count = groups.value("year_n")
    return -count if count else steps(groups.get("year_when"))


def _is_month(groups: Groups) -> bool:
    """Whether an abbreviation or an English name is a month here: "5 des" is none."""
    month = groups["month"]
    return month.kind == "MONTH" or (month.upper and (month.kind != "MONTH_ENGLISH" or groups.get("day") is not None))


def day_list(groups: Groups) -> Made:
    """Make "10, 11, dan 12 Mei 2020": three days."""
    last = day(groups)
    if not isinstance(last, Day):
        return None
    items = [(token, replace(last, day=token.value, weekday=None)) for token in groups.all("item")]
    if any(not _possible(item) for _, item in items):
        return None
    return [*items, (groups["day"], last)]


def foreign(groups: Groups) -> Made:
    """Make "June 3, 2024"."""
    date = parse_foreign(groups.text)
    return _day_of(date.year, date.month, date.day) if date else None


def day_of_month(groups: Groups) -> Made:
    """Make "tanggal 17", "tanggal 17 bulan ini"."""
    months = steps(groups.get("month_when"))
    if groups["day"].value > 31:
        return None
    return DayOfMonth(day=groups["day"].value, months=months, direction=direction(groups.get("when")))


def weekday(groups: Groups) -> Made:
    """Make "Kamis pekan lalu", "Kamis malam kemarin", "Minggu pagi"."""
    token = groups["weekday"]
    if token.kind == "SUNDAY_OR_WEEK" and not _is_sunday(groups):
        return None
    weeks = steps(groups.get("week_when"))
    if groups.get("weeks"):
        weeks = -groups["weeks"].value
    when = direction(groups.get("when"))
    return _at(Weekday(weekday=token.value, weeks=weeks, direction=when), groups.value("part"))


def _is_sunday(groups: Groups) -> bool:
    """Whether "minggu" is the day: by a capital, "hari", a part of the day or another weekday."""
    token, before = groups["weekday"], kind(groups.before)
    if groups.tokens.items[groups.first].kind == "HARI" or groups.get("part") or groups.get("week_when"):
        return True
    if not token.upper:
        at = groups.first
        kinds = [item.kind for item in groups.tokens.items[max(at - 2, 0) : at]]
        return kinds in (["WEEKDAY", "AND"], ["WEEKDAY", "TO"], ["WEEKDAY", "DASH"], ["WEEKDAY", "OR"])
    if groups.get("when") is None:
        return True
    return not (before in ("", "DOT", "BREAK") or starts_sentence(groups.tokens, groups.first))


def starts_sentence(tokens: Tokens, at: int) -> bool:
    """Whether a capital says nothing, for a sentence or a quotation begins here."""
    if at == 0:
        return True
    before = tokens.items[at - 1]
    return before.kind in ("DOT", "BREAK", "COLON", "DASH") or before.word in _OPENERS


def eve(groups: Groups) -> Made:
    """Make "malam Minggu": the evening before; "dini hari Rabu": that day's."""
    token, part = groups["weekday"], groups["part"].value
    named = Weekday(weekday=token.value, direction=direction(groups.get("when")))
    return At(time=part, day=Beside(day=named, days=-1) if part.code == "NI" else named)


def deictic(groups: Groups) -> Made:
    """Make "besok pagi", "kemarin", "malam kemarin"."""
    return _at(Shifted(unit="day", count=groups["deictic"].value), groups.value("part"))


def this_part(groups: Groups) -> Made:
    """Make "nanti malam", "pagi tadi"; "malam tadi" is last night."""
    part = groups["part"].value
    last_night = groups.get("recent") is not None and part.code == "NI"
    return At(time=part, day=Shifted(unit="day", count=-1 if last_night else 0))


def last_night(groups: Groups) -> Made:
    """Make "tadi malam"."""
    return At(time=groups["night"].value, day=Shifted(unit="day", count=-1))


def story_day(groups: Groups) -> Made:
    """Make "keesokan harinya"."""
    return StoryDay(count=groups["day"].value)


# Ranges of days


def day_range(groups: Groups) -> Made:
    """Make "10-12 Mei 2020", "Sabtu-Minggu (11-12/9)", "tanggal 5-7 bulan ini"."""
    last = _range_end(groups)
    if last is None:
        return None
    start = groups["from"]
    one = groups.value("one")
    first: Calendar
    if start.kind in ("DMY", "DM"):
        first = _from_digits(start, one)
    elif groups.get("from_month"):
        first = _day_of(None, groups["from_month"].value, start.value, one)
    elif isinstance(last, Day):
        first = replace(last, day=start.value, weekday=one, direction=None)
        if start.value >= last.day:
            return None
    else:
        first = replace(last, day=start.value) if isinstance(last, DayOfMonth) else last
    return Range(first=first, last=last) if not isinstance(first, Day) or _possible(first) else None


def _range_end(groups: Groups) -> Calendar | None:
    """Return the second day of a range."""
    two = groups.value("two")
    if date := groups.get("date"):
        return _from_digits(date, two)
    if groups.get("month"):
        made = day(groups)
        return replace(made, weekday=two) if isinstance(made, Day) else None
    made = day_of_month(groups)
    return made if isinstance(made, DayOfMonth) else None


# Weeks, months, quarters, years


def week_of_month(groups: Groups) -> Made:
    """Make "pekan ketiga Mei 2021"."""
    number = groups["rank"].value
    if not 1 <= number <= 5:
        return None
    whole = month(groups) if groups.get("month") else Shifted(unit="month", count=steps(groups.get("month_when")) or 0)
    return WeekOfMonth(number=number, month=whole, mod=groups.value("mod")) if isinstance(whole, Calendar) else None


def month(groups: Groups) -> Made:
    """Make "September lalu", "awal Juni", "Mei 2024"."""
    token = groups["month"]
    if token.kind == "MONTH_SHORT" and (groups.get("year") is None or not token.upper):
        return None
    if token.kind == "MONTH_ENGLISH" and (groups.get("year") is None or not token.upper):
        return None
    return Month(
        month=token.value,
        year=groups.value("year"),
        direction=direction(groups.get("when")),
        years=_years(groups),
        mod=groups.value("mod"),
    )


def quarter(groups: Groups) -> Made:
    """Make "kuartal II-2021", "paruh pertama tahun ini"."""
    unit = unit_of(groups["unit"])
    if groups.get("last") and groups.get("when"):
        return Shifted(unit=unit, count=-1)  # "kuartal terakhir ini" is the last that ended
    count = {"quarter": 4, "third": 3}.get(unit, 2)
    rank = groups.get("rank")
    number = rank.value if rank else count
    if number > count:
        return None
    # "semester 2" and "paruh kedua" alone belong to students and football.
    named = any(groups.get(name) for name in ("year", "year_when", "when"))
    if unit == "half" and not named and kind(rank) != "ROMAN":
        return None
    return PartOfYear(
        unit=unit,
        number=number,
        year=groups.value("year"),
        direction=direction(groups.get("when")),
        years=steps(groups.get("year_when")),
        mod=groups.value("mod"),
    )


def quarter_short(groups: Groups) -> Made:
    """Make "Q2 2021", "2Q21", "H1 2021"."""
    unit, number, year = groups["short"].value
    year = groups.value("year") or year
    if unit == "half" and year is None:
        return None
    return PartOfYear(unit=unit, number=number, year=year, mod=groups.value("mod"))


def quarter_range(groups: Groups) -> Made:
    """Make "kuartal I-III 2021"."""
    last = quarter(groups)
    start = groups["from"].value
    if not isinstance(last, PartOfYear) or start >= last.number:
        return None
    return Range(first=replace(last, number=start), last=last)


def quarter_list(groups: Groups) -> Made:
    """Make "kuartal I dan II 2021": two quarters."""
    last = quarter(groups)
    start = groups["from"]
    if not isinstance(last, PartOfYear) or start.value >= last.number:
        return None
    return [(start, replace(last, number=start.value)), (groups["rank"], last)]


def first_months(groups: Groups) -> Made:
    """Make "lima bulan pertama 2025": January to May."""
    last = groups["n"].value
    if last != int(last) or not 1 < last < 12:
        return None
    first = Month(month=1, year=groups.value("year"), years=steps(groups.get("year_when")))
    return Range(first=first, last=replace(first, month=int(last)))


def week_part(groups: Groups) -> Made:
    """Make "akhir pekan lalu", "awal pekan"."""
    mod, count = groups["mod"].value, steps(groups.get("when")) or 0
    if mod == "END":
        return Shifted(unit="weekend", count=count)
    return Shifted(unit="week", count=count, mod=mod)


def unit(groups: Groups) -> Made:
    """Make "pekan lalu", "tahun ini", "akhir bulan depan"."""
    token, when = groups["unit"], groups["when"]
    if when.kind == "DEICTIC" and abs(when.value) != 1:
        return None
    if token.kind == "SUNDAY_OR_WEEK" and token.upper and not _may_be_week(groups):
        return None
    return Shifted(unit=unit_of(token), count=steps(when) or 0, mod=groups.value("mod"))


def _may_be_week(groups: Groups) -> bool:
    """Whether "Minggu depan" with a capital is a week: at the begin of a sentence or in a headline."""
    if groups.get("mod") or starts_sentence(groups.tokens, groups.first):
        return True
    return groups["when"].upper


def part_of_unit(groups: Groups) -> Made:
    """Make "akhir tahun", "awal bulan"."""
    return Shifted(unit=unit_of(groups["unit"]), count=0, mod=groups["mod"].value)


def year(groups: Groups) -> Made:
    """Make "tahun 1928", "awal 2022"."""
    return Fixed(unit="year", year=groups["year"].value, mod=groups.value("mod"))


def season(groups: Groups) -> Made:
    """Make "tahun ajaran 2020/2021"."""
    first, second = groups["season"].value
    return Range(first=Fixed(unit="year", year=first), last=Fixed(unit="year", year=second))


def year_range(groups: Groups) -> Made:
    """Make "periode 2014-2019"."""
    first, second = groups["from"].value, groups["year"].value
    if first >= second:
        return None
    return Range(first=Fixed(unit="year", year=first), last=Fixed(unit="year", year=second))


def decade(groups: Groups) -> Made:
    """Make "era 1970-an", "tahun tujuh puluhan"."""
    value = groups["decade"].value
    first = value if value > 99 else 1900 + value
    return Fixed(unit="decade", year=first // 10 * 10, mod=groups.value("mod"))


def century(groups: Groups) -> Made:
    """Make "abad ke-18"."""
    number = groups["n"].value
    if not 1 <= number <= 30:
        return None
    if groups.get("bc"):
        return Vague(reference=f"BC{number - 1:02}XX")
    return Fixed(unit="century", year=max((number - 1) * 100, 1), mod=groups.value("mod"))


def _century_before(groups: Groups) -> Fixed | None:
    """Make the first of two centuries."""
    number = groups["from"].value
    return Fixed(unit="century", year=max((number - 1) * 100, 1)) if 1 <= number < groups["n"].value else None


def century_list(groups: Groups) -> Made:
    """Make "abad ke-15 dan ke-16": two centuries."""
    first, last = _century_before(groups), century(groups)
    if first is None or not isinstance(last, Fixed):
        return None
    return [(groups["from"], first), (groups["n"], last)]


def century_range(groups: Groups) -> Made:
    """Make "abad ke-7 hingga ke-13"."""
    first, last = _century_before(groups), century(groups)
    return Range(first=first, last=last) if first and isinstance(last, Fixed) else None


# Durations


def length(groups: Groups) -> Made:
    """Make "tiga hari lalu", "sepekan terakhir", "bertahun-tahun", "setengah jam"."""
    amount, unit = _amount(groups)
    if amount is not None and amount <= 0:
        return None
    return _with_suffix(((amount, unit),), groups.get("suffix"))


def _amount(groups: Groups) -> tuple[float | None, str]:
    half = groups.value("half") or 0
    if one := groups.get("one"):
        return 1 + half, one.value
    if many := groups.get("many") or groups.get("whole"):
        return (None if groups.get("many") else 1), many.value
    amount = groups["n"].value
    return (None if amount is None else amount + half), unit_of(groups["unit"])


def _with_suffix(amounts: Amounts, suffix: Token | None, most: Amounts | None = None) -> Made:
    """Return a length, or a point so far away: "lalu", "lagi", "terakhir", "ke depan", "kemudian"."""
    ending = kind(suffix)
    if ending in ("AGO", "COMING") and most is None:
        return Ago(amount=amounts[0][0], unit=amounts[0][1], sign=-1 if ending == "AGO" else 1)
    ways = {
        "RECENTLY": "past",
        "LATELY": "past",
        "THIS": "past",
        "AHEAD": "future",
        "NEXT": "future",
        "FUTURE": "future",
        "LATER": "later",
        "EARLIER": "earlier",
    }
    return Length(amounts=amounts, most=most, direction=ways.get(ending))  # type: ignore[arg-type]


def length_today(groups: Groups) -> Made:
    """Make "dua hari ini": the last two days. A large number is a price: "16.300 hari ini"."""
    if groups["today"].value != 0 or not 1 < (groups["n"].value or 2) < 100:
        return None
    return Length(amounts=((groups["n"].value, "day"),), direction="past")


def lengths(groups: Groups) -> Made:
    """Make "dua hingga tiga bulan", "dua-tiga hari", "satu dua hari"."""
    low, amount = groups["low"].value, _amount(groups)
    if low is None or amount[0] is None or not 0 < low < amount[0]:
        return None
    if groups.get("to") is None and (groups["low"].kind != "WORD12" or amount[0] != low + 1):
        return None
    return _with_suffix(((low, amount[1]),), groups.get("suffix"), (amount,))


# Sets


def every_unit(groups: Groups) -> Made:
    """Make "tiap pekan", "setiap dua tahun"."""
    one = groups.get("one")
    if one is None and groups.get("n") is None and groups["unit"].kind == "SUNDAY_OR_WEEK" and groups["unit"].upper:
        return None  # a Sunday
    count = 1 if one else groups.value("n") or 1
    name = unit_of(one or groups["unit"])
    return Repeated(value=duration(((count, name),)), unit=name)


def every_day(groups: Groups) -> Made:
    """Make "setiap Sabtu malam", "setiap malam", "setiap malam Minggu"."""
    part = f"T{groups['part'].value.code}" if groups.get("part") else ""
    if eve := groups.value("eve"):
        return Repeated(value=f"XXXX-WXX-{(eve - 2) % 7 + 1}{part}", unit="day")
    name = groups.value("weekday")
    return Repeated(value=(f"XXXX-WXX-{name}" if name else "XXXX-XX-XX") + part, unit="day")


def every_date(groups: Groups) -> Made:
    """Make "setiap Februari", "setiap tanggal 15", "setiap 17 Agustus"."""
    number, name = groups.value("day"), groups.value("month")
    value = f"XXXX-{name:02}" if name else "XXXX-XX"
    return Repeated(value=value + (f"-{number:02}" if number else ""), unit="day" if number else "month")


def every_part(groups: Groups) -> Made:
    """Make "tiap akhir pekan"."""
    name = unit_of(groups["unit"])
    if name == "week" and groups["mod"].value == "END":
        return Repeated(value="XXXX-WXX-WE", unit="weekend")
    return Repeated(value=duration(((1, name),)), unit=name, mod=groups["mod"].value)


def per(groups: Groups) -> Made:
    """Make "per tahun"."""
    name = unit_of(groups["unit"])
    return Repeated(value=duration(((1, name),)), unit=name)


def often(groups: Groups) -> Made:
    """Make "empat kali seminggu", "lima tahun sekali"."""
    one = groups.get("one")
    name = unit_of(one or groups["unit"])
    count = 1 if one else groups.value("count") or 1
    return Repeated(value=duration(((count, name),)), unit=name)


# Clock times


def clock(groups: Groups) -> Made:
    """Make "pukul 10.22 WIB", "jam 8 malam", "pukul setengah delapan"."""
    time = _clock(groups["time"], groups.value("part"), groups.value("zone"), groups.value("half"))
    if time is None:
        return None
    if groups.get("n"):
        minutes = groups["n"].value
        minutes = int(minutes * 60) if minutes < 1 else minutes
        total = time.hour * 60 + time.minute + (-minutes if groups.get("to") else minutes)
        time = replace(time, hour=total // 60 % 24, minute=total % 60)
    return At(time=time)


def clock_range(groups: Groups) -> Made:
    """Make "pukul 08.00-12.00 WIT", "jam 8 pagi sampai jam 5 sore"."""
    zone = groups.value("zone") or groups.value("from_zone")
    part = groups.value("part")
    last = _clock(groups["time"], part, zone)
    first = _clock(groups["from"], groups.value("from_part"), groups.value("from_zone") or zone)
    if last is None or first is None:
        return None
    if part and not groups.get("from_part"):
        # "jam 8-10 malam": the part belongs to both, unless that would turn them round ("jam 10-2 siang").
        both = _clock(groups["from"], part, zone)
        if both and (both.hour, both.minute) < (last.hour, last.minute):
            first = both
    return Range(first=At(time=first), last=At(time=last))


def _clock(token: Token, part: DayPart | None, zone: str | None, half: float | None = None) -> Clock | None:
    """Return a clock time; the part of the day tells which half."""
    second = None
    if token.kind == "CLOCK_DIGITS":
        hour, minute, second = token.value
    else:
        hour, minute = token.value, 0
    if not 0 <= hour <= 24 or (hour == 24 and minute):
        return None
    if half is not None:
        if half != 0.5 or not 1 <= hour <= 12:
            return None
        hour, minute = (hour - 1) % 12, 30
    return Clock(hour_of(hour, part), minute, second, zone or "")


def hour_of(hour: int, part: DayPart | None) -> int:
    """Return the hour of the day that "8 malam" is: 20."""
    if part is None or hour > 12:
        return hour
    if part.code in ("AF", "EV"):
        return hour + 12 if hour < 12 else hour
    if part.code == "MI":
        return hour + 12 if hour < 6 else hour
    if part.code == "NI":
        # "jam 1 malam" is after midnight.
        return 24 if hour == 12 else hour + 12 if hour >= 6 else hour
    return 0 if hour == 12 else hour


# Holidays, the Islamic calendar, vague references


def holiday(groups: Groups) -> Made:
    """Make "Natal 2021", "malam Tahun Baru 2022", "H-7 Lebaran"."""
    token, count = groups.get("holiday"), groups.value("count")
    if token is None:
        return Vague(reference="XXXX-XX-XX")
    named = HolidayDay(
        holiday=token.value,
        year=groups.value("year"),
        direction=direction(groups.get("when")),
        years=steps(groups.get("year_when")),
    )
    if count is not None:
        return Beside(day=named, days=count)
    part = groups.value("part")
    if part is None:
        return named
    return At(time=part, day=Beside(day=named, days=-1) if part.code == "NI" else named)


def islamic(groups: Groups) -> Made:
    """Make "1 Syawal 1442 Hijriah", "Ramadan 2021"."""
    written = groups.value("year")
    if written is not None and not 1 <= written < 2200:
        return None
    gregorian = written is not None and written > 1600
    return IslamicDate(
        month=groups["islamic"].value,
        day=groups.value("day"),
        year=None if gregorian else written,
        in_year=written if gregorian else None,
        mod=groups.value("mod"),
    )


def islamic_year(groups: Groups) -> Made:
    """Make "1442 Hijriah": a year, not placed."""
    return Vague(reference="XXXX")


def vague(groups: Groups) -> Made:
    """Make "saat ini"."""
    return Vague(reference=groups["vague"].value)


def future(groups: Groups) -> Made:
    """Make "ke depan" alone."""
    return Vague(reference="FUTURE_REF")


def lately(groups: Groups) -> Made:
    """Make "belakangan ini" alone."""
    return Vague(reference="PAST_REF")


def part(groups: Groups) -> Made:
    """Make "malam", which counts only beside a day."""
    return At(time=groups["part"].value)
