"""Join neighbours: a date and its clock time, the ends of a range, the pieces of a duration."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from beritanlp.dates.expressions import (
    Ago,
    At,
    Calendar,
    Day,
    Expression,
    Fixed,
    Length,
    Month,
    PartOfYear,
    Range,
    Repeated,
    Shifted,
    Weekday,
)
from beritanlp.dates.grammar import Found
from beritanlp.dates.makers import hour_of
from beritanlp.dates.tokens import Tokens
from beritanlp.dates.values import UNIT_ORDER, Clock
from beritanlp.dates.words import DayPart

Joiner = Callable[[Found, Found, Tokens], Expression | None]

# What may stand between a date and its clock time, in this order and the other way round.
_DATE_CLOCK = {(), ("COMMA",), ("ABOUT",), ("COMMA", "ABOUT"), ("PIPE",), ("DASH",), ("LPAREN",)}
_CLOCK_DATE = {(), ("COMMA",)}
_LISTED = {("AND",), ("COMMA",), ("OR",), ("COMMA", "AND"), ("COMMA", "OR"), ("SLASH",)}

# Months
_HALF_YEAR = 6


def compose(found: list[Found], tokens: Tokens) -> list[Found]:
    """Join what belongs together, from the inside out."""
    for rule, joiner in (("range", _weekdays), ("at", _clock), ("length", _lengths), ("range", _range)):
        found = _fold(found, tokens, rule, joiner)
    return _share([_widened(item, tokens) for item in found], tokens)


def _fold(found: list[Found], tokens: Tokens, rule: str, joiner: Joiner) -> list[Found]:
    out: list[Found] = []
    for item in found:
        joined = joiner(out[-1], item, tokens) if out else None
        if joined is None:
            out.append(item)
        else:
            before = out.pop()
            out.append(Found(before.first, item.after, before.start, item.end, rule, joined))
    return out


def _between(left: Found, right: Found, tokens: Tokens) -> tuple[str, ...]:
    """Kinds of the tokens between two expressions; what is long is no gap."""
    if right.first - left.after > 3:
        return ("FAR",)
    return tuple(token.kind for token in tokens.gap(left.after, right.first))


# A date with its time


def _clock(left: Found, right: Found, tokens: Tokens) -> Expression | None:
    """Join "Senin (13/9)" and "pukul 20.15 Wita", either order; "Rabu (18/6)" and "malam", also after the clock."""
    between = _between(left, right, tokens)
    day, time = left.expression, right.expression
    if _is_day(day) and between in _DATE_CLOCK:
        if _is_loose_part(time) and not between:
            return _put_part(time, day)
        if _is_loose(time) and (right.rule != "bare_clock" or _may_be_bare(right, between, tokens)):
            return _put(time, day)
    if _is_timed(day) and _is_loose_part(time) and not between:
        return _put_hour(day, time)
    apart = tokens.text[left.end : right.start] != ""  # "23.00 WIBSabtu" is the end of a line and a new one
    if apart and _is_day(time) and _is_loose(day) and left.rule != "bare_clock" and between in _CLOCK_DATE:
        return _put(day, time)
    return None


def _is_timed(expression: Expression) -> bool:
    """Tell whether it is a clock time on a day."""
    return isinstance(expression, At) and isinstance(expression.time, Clock) and expression.day is not None


def _put_hour(timed: Expression, part: Expression) -> Expression | None:
    """Read the hour of "pukul 02.00 WIB, Minggu (7/3) dini hari" by its part of the day."""
    assert isinstance(timed, At)
    assert isinstance(part, At)
    if not isinstance(timed.time, Clock) or not isinstance(part.time, DayPart):
        return None
    return replace(timed, time=replace(timed.time, hour=hour_of(timed.time.hour, part.time)))


def _may_be_bare(clock: Found, between: tuple[str, ...], tokens: Tokens) -> bool:
    """Tell whether digits without "pukul" or a zone are a clock time: "18/04/2019 08:15"."""
    return between in ((), ("PIPE",)) or (":" in tokens.text[clock.start : clock.end] and between == ("COMMA",))


def _is_day(expression: Expression) -> bool:
    """Tell whether it is a day without a clock time."""
    if isinstance(expression, At):
        return expression.day is not None and isinstance(expression.time, DayPart)
    return isinstance(expression, Calendar) and expression.grain == "day" and not isinstance(expression, Ago)


def _is_loose_part(expression: Expression) -> bool:
    """Tell whether it is a part of the day, of today or of no day: "malam", "pagi tadi"."""
    if not isinstance(expression, At) or not isinstance(expression.time, DayPart):
        return False
    return expression.day is None or isinstance(expression.day, Shifted)


def _is_loose(expression: Expression) -> bool:
    """Tell whether it is a clock time, or a range of them, without a day."""
    if isinstance(expression, Range):
        return _is_loose(expression.first) and _is_loose(expression.last)
    return isinstance(expression, At) and isinstance(expression.time, Clock) and expression.day is None


def _put_part(part: Expression, day: Expression) -> Expression | None:
    """Give a part of the day its day."""
    if isinstance(part, At) and isinstance(day, Calendar) and not isinstance(day, At):
        return replace(part, day=day)
    return None


def _put(time: Expression, day: Expression) -> Expression | None:
    """Give a clock time, or both ends of a range, its day."""
    if isinstance(time, Range):
        first, last = _put(time.first, day), _put(time.last, day)
        ends = isinstance(first, Calendar) and isinstance(last, Calendar)
        return Range(first=first, last=last) if ends else None  # type: ignore[arg-type]
    assert isinstance(time, At)
    assert isinstance(day, Calendar)
    if not isinstance(day, At):
        return replace(time, day=day)
    clock = time.time
    if isinstance(clock, Clock) and isinstance(day.time, DayPart):
        clock = replace(clock, hour=hour_of(clock.hour, day.time))
    return At(time=clock, day=day.day)


def _widened(item: Found, tokens: Tokens) -> Found:
    """Let "Kamis siang waktu setempat" end at its zone, "periode Januari-Maret 2020" begin at its noun."""
    items = tokens.items
    zoned = items[item.after - 1].kind == "ZONE"
    if item.after < len(items) and items[item.after].kind == "ZONE" and _has_day(item.expression) and not zoned:
        item = item._replace(after=item.after + 1, end=items[item.after].end)
    if isinstance(item.expression, Range) and item.first and items[item.first - 1].kind == "PERIOD":
        item = item._replace(first=item.first - 1, start=items[item.first - 1].start)
    return item


def _has_day(expression: Expression) -> bool:
    return isinstance(expression, Calendar) and expression.grain == "day"


# Durations


def _lengths(left: Found, right: Found, tokens: Tokens) -> Expression | None:
    """Join "dua tahun" and "enam bulan"."""
    first, second = left.expression, right.expression
    if not isinstance(first, Length) or not isinstance(second, Length):
        return None
    if first.direction or first.most or second.most or _between(left, right, tokens) not in ((), ("AND",)):
        return None
    if tokens.items[left.first].kind in ("ONE_UNIT", "MANY_UNIT") or tokens.items[right.first].kind == "ONE_UNIT":
        return None
    order = [UNIT_ORDER.index(unit) for _, unit in (first.amounts[-1], second.amounts[0]) if unit in UNIT_ORDER]
    if len(order) < 2 or order[0] >= order[1]:
        return None
    return Length(amounts=first.amounts + second.amounts, direction=second.direction)


# Ranges


def _weekdays(left: Found, right: Found, tokens: Tokens) -> Expression | None:
    """Join "Senin-Jumat" before a clock time can take the Friday."""
    if _is_bare_weekday(left.expression) and _is_bare_weekday(right.expression):
        return _range(left, right, tokens)
    return None


def _range(left: Found, right: Found, tokens: Tokens) -> Expression | None:
    """Join "28 Februari" and "3 Maret 2021" over "hingga", a dash, or "antara ... dan"."""
    first, last = left.expression, right.expression
    if not isinstance(first, Calendar) or not isinstance(last, Calendar):
        return _set_range(left, right, tokens)
    between = _between(left, right, tokens)
    enclosed = between == ("AND",) and left.first > 0 and tokens.items[left.first - 1].kind == "BETWEEN"
    if between not in (("TO",), ("DASH",)) and not enclosed:
        return None
    if isinstance(first, At) and isinstance(first.time, DayPart) and first.day is None and _has_own_day(last):
        return None
    if _family(first) != _family(last) or (first.grain == "year" and between == ("DASH",) and first.mod):
        return None
    if isinstance(last, At) and last.day is None and isinstance(first, At):
        last = replace(last, day=first.day)
    elif isinstance(first, At) and first.day is None and isinstance(last, At):
        first = replace(first, day=last.day)
    if isinstance(first, At) and isinstance(last, At):
        first, last = _same_zone(first, last)
    return Range(first=first, last=last)


def _has_own_day(expression: Calendar) -> bool:
    return not isinstance(expression, At) or expression.day is not None


def _family(expression: Calendar) -> str:
    """Expressions of one family can be the ends of one range."""
    if isinstance(expression, At):
        return "clock" if isinstance(expression.time, Clock) else "part"
    if isinstance(expression, Day | Weekday):
        return "day"
    if isinstance(expression, Month | PartOfYear | Fixed):
        return expression.grain
    return type(expression).__name__


def _same_zone(first: At, last: At) -> tuple[At, At]:
    """Let one end of a range have the zone of the other."""
    one, two = first.time, last.time
    if isinstance(one, Clock) and isinstance(two, Clock) and bool(one.offset) != bool(two.offset):
        zone = one.offset or two.offset
        return replace(first, time=replace(one, offset=zone)), replace(last, time=replace(two, offset=zone))
    return first, last


def _set_range(left: Found, right: Found, tokens: Tokens) -> Expression | None:
    """Join "setiap Senin" and "Jumat" over a dash."""
    first, last = left.expression, right.expression
    if not isinstance(first, Repeated) or not _is_bare_weekday(last):
        return None
    if left.rule != "every" or _between(left, right, tokens) not in (("TO",), ("DASH",)):
        return None
    assert isinstance(last, Weekday)
    return Repeated(value=f"{first.value}/XXXX-WXX-{last.weekday}", unit="day")


# Lists


def _share(found: list[Found], tokens: Tokens) -> list[Found]:
    """Let the first of "Maret dan April 2020" have the year, both of "setiap Senin dan Kamis" be sets."""
    for at in range(len(found) - 2, -1, -1):
        left, right = found[at], found[at + 1]
        if _between(left, right, tokens) in _LISTED:
            found[at] = left._replace(expression=_shared(left.expression, right.expression))
    for at in range(1, len(found)):
        left, right = found[at - 1], found[at]
        if left.rule == "every" and _between(left, right, tokens) in _LISTED and _is_bare_weekday(right.expression):
            assert isinstance(right.expression, Weekday)
            value = f"XXXX-WXX-{right.expression.weekday}"
            found[at] = right._replace(rule="every", expression=Repeated(value=value, unit="day"))
    return found


def _is_bare_weekday(expression: Expression) -> bool:
    return isinstance(expression, Weekday) and expression.direction is None and expression.weeks is None


def _shared(first: Expression, last: Expression) -> Expression:
    """Return the first of two with what only the last says: year or direction."""
    if isinstance(first, Month) and isinstance(last, Month) and _open(first) and not _open(last):
        year = last.year and last.year - _wraps(first.month, last.month)
        return replace(first, year=year, direction=last.direction, years=last.years)
    if isinstance(first, Day) and isinstance(last, Day) and _open(first) and not _open(last):
        year = last.year and last.year - _wraps(first.month, last.month)
        return replace(first, year=year, direction=last.direction, years=last.years)
    if isinstance(first, PartOfYear) and isinstance(last, PartOfYear) and _open(first) and not _open(last):
        return replace(first, year=last.year, direction=last.direction, years=last.years)
    return first


def _wraps(first: int, last: int) -> bool:
    """Tell whether the year turns between two months: "Desember dan Januari 2021"."""
    return first - last >= _HALF_YEAR


def _open(expression: Month | Day | PartOfYear) -> bool:
    return expression.year is None and expression.direction is None and expression.years is None
