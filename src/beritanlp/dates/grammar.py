"""The rules: patterns over token kinds, each with an example and the expression it makes.

At every token the longest match wins, of equal ones the rule written first; a rule whose maker answers None
leaves the place to the next. Names in capitals are the kinds of :mod:`.kinds`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import regex

from beritanlp.dates import makers as make
from beritanlp.dates.expressions import Expression
from beritanlp.dates.kinds import compile_rule, first_kinds
from beritanlp.dates.makers import Groups, Made
from beritanlp.dates.tokens import Tokens


class Found(NamedTuple):
    """An expression, the tokens `first:after` and the characters `start:end` it stands on."""

    first: int
    after: int
    start: int
    end: int
    rule: str
    expression: Expression


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over kinds, what it makes, and an example."""

    name: str
    pattern: str
    make: Callable[[Groups], Made]
    example: str

    def compiled(self) -> regex.Pattern[str]:
        """Return the pattern as a regular expression over kinds."""
        return compile_rule(self.pattern)


# Turns that many rules share.
_YEAR = "(?:month:ANY_MONTH (?:BREAKER|TAHUN)? year:YEAR | month:MONTH_SHORT DOT year:YEAR) when:AFTER_YEAR?"
_AGO = "month:ANY_MONTH year_n:SHORT_NUMBER TAHUN year_when:AGO"
_MONTH = f"(?:{_YEAR} | month:ANY_MONTH TAHUN year_when:DIRECTION | {_AGO} | month:ANY_MONTH when:DIRECTION?)"
_DAY = f"TANGGAL? day:DAY ENGLISH_SUFFIX? (?:DASH|DOT)? {_MONTH}"
_HEAD = "HARI? weekday:ANY_WEEKDAY part:PART? (?:WEEK DIRECTION | DIRECTION)?"
_HEADS = "HARI? one:DAY_NAME (?:UNTIL|AND) HARI? two:DAY_NAME COMMA?"
_SAID = "part:PART (?:DEICTIC|TADI|THIS|NANTI)?"
_PART_AND_DAY = "part:PART (?:TADI|THIS|NANTI) COMMA? LPAREN? weekday:DAY_NAME COMMA? LPAREN?"
_YEAR_OF = "(?:BREAKER? TAHUN? year:YEAR when:AFTER_YEAR? | TAHUN year_when:DIRECTION | when:DIRECTION)"
_NUMBER = "n:NUMBER half:FRACTION?"
_OCLOCK = "part:PART? zone:ZONE?"

RULES = (
    # Days
    Rule("iso", "stamp:ISO", make.iso, "2021-09-14T10:22:00+07:00"),
    Rule(
        "weekday_digits",
        f"{_HEAD} COMMA? LPAREN TANGGAL? date:DIGITS RPAREN? when:SINCE?",
        make.digits,
        "Rabu (17/4/2019)",
    ),
    Rule("weekday_digits", f"{_HEAD} BREAKER? TANGGAL? date:DIGITS", make.digits, "Kamis, 18/04/2019"),
    Rule("weekday_month", f"{_HEAD} COMMA? LPAREN {_DAY} RPAREN?", make.day, "Rabu (22 Mei 2019)"),
    Rule("weekday_month", f"{_HEAD} BREAKER? {_DAY}", make.day, "Rabu, 22 Mei 2019"),
    Rule(
        "deictic_digits",
        "deictic:DEICTIC part:PART? COMMA? LPAREN date:DIGITS RPAREN?",
        make.digits,
        "kemarin (17/4)",
    ),
    Rule("deictic_digits", f"{_SAID} LPAREN date:DIGITS RPAREN", make.digits, "sore ini (17/4)"),
    Rule(
        "deictic_digits",
        f"{_PART_AND_DAY} date:DIGITS RPAREN?",
        make.digits,
        "sore ini, Rabu (17/4)",
    ),
    Rule(
        "deictic_month",
        f"{_PART_AND_DAY} {_DAY} RPAREN?",
        make.day,
        "malam ini, Rabu 17 April",
    ),
    Rule("deictic_digits", "night:LAST_NIGHT LPAREN date:DIGITS RPAREN", make.digits, "tadi malam (17/4)"),
    Rule("digits", "TANGGAL? date:DMY when:AFTER_YEAR?", make.digits, "tanggal 7-3-2019"),
    Rule("digits", "TANGGAL date:DM", make.digits, "tanggal 7/3"),
    Rule("paren_digits", "LPAREN core:DM RPAREN", make.paren_digits, "(17/4)"),
    Rule("month_day", _DAY, make.day, "17 Agustus tahun lalu"),
    Rule("month_day", f"TANGGAL day:NUMBER_WORD {_MONTH}", make.day, "tanggal tujuh belas Agustus"),
    Rule(
        "day_list",
        f"TANGGAL? item:DAY (?:COMMA item:DAY){{0,6}} COMMA? (?:AND|OR) {_DAY}",
        make.day_list,
        "10, 11, dan 12 Mei",
    ),
    Rule(
        "foreign",
        "(?:WEEKDAY_ENGLISH COMMA?)? ANY_MONTH DOT? DAY ENGLISH_SUFFIX? COMMA? YEAR",
        make.foreign,
        "June 3, 2024",
    ),
    Rule(
        "foreign",
        "WEEKDAY_ENGLISH COMMA? DAY ENGLISH_SUFFIX? ANY_MONTH COMMA? YEAR",
        make.foreign,
        "Monday, 3 June 2024",
    ),
    Rule(
        "day_of_month",
        "TANGGAL (?:day:DAY|day:NUMBER_WORD) BULAN month_when:DIRECTION",
        make.day_of_month,
        "tanggal 17 bulan ini",
    ),
    Rule(
        "day_of_month",
        "TANGGAL (?:day:DAY|day:NUMBER_WORD) when:DIRECTION? (?!ANY_MONTH)",
        make.day_of_month,
        "tanggal 17",
    ),
    Rule("weekday", "HARI? weekday:DAY_NAME part:PART? when:DIRECTION?", make.weekday, "Kamis malam kemarin"),
    Rule(
        "weekday",
        "HARI? weekday:DAY_NAME part:PART? WEEK week_when:DIRECTION",
        make.weekday,
        "Kamis pekan lalu",
    ),
    Rule(
        "weekday",
        "HARI? weekday:DAY_NAME part:PART? weeks:SHORT_NUMBER WEEK AGO",
        make.weekday,
        "Rabu dua pekan lalu",
    ),
    Rule(
        "weekday_digits",
        "part:PART HARI? weekday:DAY_NAME LPAREN date:DIGITS RPAREN?",
        make.digits,
        "malam Senin (13/9)",
    ),
    Rule("eve", "part:PART HARI? weekday:DAY_NAME when:DIRECTION?", make.eve, "malam Minggu"),
    Rule("deictic", "deictic:DEICTIC part:PART?", make.deictic, "besok pagi"),
    Rule("deictic", "part:PART deictic:DEICTIC", make.deictic, "malam kemarin"),
    Rule("deictic", "(?:TADI|NANTI) part:PART", make.this_part, "nanti malam"),
    Rule("deictic", "part:PART (?:recent:TADI|NANTI|THIS)", make.this_part, "pagi tadi"),
    Rule("deictic", "night:LAST_NIGHT AGO?", make.last_night, "tadi malam"),
    Rule("story_day", "day:STORY_DAY", make.story_day, "keesokan harinya"),
    # Ranges of days
    Rule("day_range", f"TANGGAL? from:DAY UNTIL {_DAY}", make.day_range, "10-12 Mei 2020"),
    Rule("day_range", "TANGGAL? from:DAY UNTIL TANGGAL? date:DMY", make.day_range, "10-12/5/2020"),
    Rule("day_range", "LPAREN from:DAY UNTIL date:DM RPAREN", make.day_range, "(10-12/5)"),
    Rule("day_range", "LPAREN from:DIGITS UNTIL date:DIGITS RPAREN", make.day_range, "(30/4-2/5)"),
    Rule("day_range", "TANGGAL from:DAY UNTIL TANGGAL? day:DAY", make.day_range, "tanggal 5-7"),
    Rule(
        "day_range",
        "TANGGAL from:DAY UNTIL TANGGAL? day:DAY BULAN month_when:DIRECTION",
        make.day_range,
        "tanggal 5-7 bulan ini",
    ),
    Rule(
        "weekday_range",
        f"{_HEADS} LPAREN from:DAY (?:UNTIL|AND|COMMA) date:DIGITS RPAREN?",
        make.day_range,
        "Sabtu-Minggu (11-12/9)",
    ),
    Rule(
        "weekday_range",
        f"{_HEADS} LPAREN from:DIGITS (?:UNTIL|AND|COMMA) date:DIGITS RPAREN?",
        make.day_range,
        "Jumat-Minggu (30/4-2/5)",
    ),
    Rule(
        "weekday_range",
        f"{_HEADS} TANGGAL? from:DAY (?:UNTIL|AND) {_DAY}",
        make.day_range,
        "Sabtu-Minggu, 11-12 September 2021",
    ),
    Rule(
        "weekday_range",
        f"{_HEADS} LPAREN from:DAY (?:UNTIL|AND) {_DAY} RPAREN",
        make.day_range,
        "Sabtu-Minggu (11-12 September 2021)",
    ),
    Rule(
        "weekday_range",
        f"{_HEADS} TANGGAL? from:DAY from_month:ANY_MONTH (?:UNTIL|AND) {_DAY}",
        make.day_range,
        "Rabu-Minggu, 29 September-3 Oktober 2021",
    ),
    # Weeks, months, quarters
    Rule(
        "week_of_month",
        f"mod:MODIFIER? WEEK rank:RANK BULAN? {_MONTH}",
        make.week_of_month,
        "pekan ketiga Mei 2021",
    ),
    Rule(
        "week_of_month",
        "mod:MODIFIER? WEEK rank:RANK BULAN month_when:DIRECTION",
        make.week_of_month,
        "pekan pertama bulan depan",
    ),
    Rule("month", f"mod:MODIFIER? BULAN {_MONTH}", make.month, "bulan September 2020"),
    Rule("month", f"mod:MODIFIER {_MONTH}", make.month, "awal Juni lalu"),
    Rule("month", _MONTH, make.month, "September lalu"),
    Rule(
        "quarter",
        f"mod:MODIFIER? unit:YEAR_PART DASH? rank:RANK {_YEAR_OF}?",
        make.quarter,
        "kuartal II-2021",
    ),
    Rule(
        "quarter",
        "mod:MODIFIER? short:QUARTER_SHORT (?:DASH|SLASH)? TAHUN? year:YEAR?",
        make.quarter_short,
        "Q2 2021",
    ),
    Rule(
        "quarter",
        f"unit:QUARTER from:RANK UNTIL QUARTER? rank:RANK {_YEAR_OF}?",
        make.quarter_range,
        "kuartal I-III 2021",
    ),
    Rule(
        "quarter_list",
        f"unit:YEAR_PART from:RANK (?:AND|COMMA|OR) rank:RANK {_YEAR_OF}",
        make.quarter_list,
        "kuartal I dan II 2021",
    ),
    Rule("quarter", f"unit:YEAR_PART last:RECENTLY {_YEAR_OF}", make.quarter, "kuartal terakhir 2020"),
    Rule(
        "first_months",
        "n:SHORT_NUMBER BULAN FIRST (?:DASH? TAHUN? year:YEAR | TAHUN year_when:DIRECTION)",
        make.first_months,
        "lima bulan pertama 2025",
    ),
    Rule("week_part", "mod:MODIFIER WEEK when:DIRECTION? (?!RANK)", make.week_part, "akhir pekan lalu"),
    Rule("unit", "mod:MODIFIER? unit:PERIOD_UNIT FISCAL? when:PERIOD_DIRECTION", make.unit, "pekan lalu"),
    Rule("part_of_unit", "mod:MODIFIER unit:PART_UNIT FISCAL?", make.part_of_unit, "akhir tahun"),
    # Years and longer
    Rule("year", "mod:MODIFIER? TAHUN FISCAL? year:YEAR when:PERIOD_DIRECTION?", make.year, "tahun 1928"),
    Rule("year", "mod:MODIFIER year:YEAR when:PERIOD_DIRECTION?", make.year, "awal 2022"),
    Rule("bare_year", "ERA? year:YEAR when:AFTER_YEAR?", make.year, "2017"),
    Rule("season", "(?:PERIOD|TAHUN) FISCAL? season:SEASON", make.season, "tahun ajaran 2020/2021"),
    Rule(
        "year_range",
        "(?:PERIOD|TAHUN){1,2} FISCAL? from:YEAR UNTIL TAHUN? year:YEAR",
        make.year_range,
        "periode 2014-2019",
    ),
    Rule("bare_year_range", "from:YEAR UNTIL TAHUN? year:YEAR", make.year_range, "2014-2019"),
    Rule("decade", "mod:MODIFIER? EPOCH{0,3} decade:DECADE_DIGITS", make.decade, "era 1970-an"),
    Rule("decade", "mod:MODIFIER? EPOCH{1,3} decade:DECADE_WORD", make.decade, "tahun tujuh puluhan"),
    Rule("decade", "mod:MODIFIER? DEKADE decade:YEAR", make.decade, "dekade 1990"),
    Rule(
        "century",
        "mod:MODIFIER? ABAD n:CENTURY (?:CHRISTIAN_ERA|bc:BEFORE_CHRIST)?",
        make.century,
        "abad ke-18",
    ),
    Rule("century_list", "ABAD from:CENTURY (?:AND|COMMA|OR) n:CENTURY", make.century_list, "abad ke-15 dan ke-16"),
    Rule("century_range", "ABAD from:CENTURY UNTIL ABAD? n:CENTURY", make.century_range, "abad ke-7 hingga ke-13"),
    # Counted back or ahead, durations
    Rule("length", f"{_NUMBER} unit:UNIT suffix:SUFFIX?", make.length, "tiga hari lalu"),
    Rule("length", "one:ONE_UNIT half:FRACTION? suffix:SUFFIX?", make.length, "sepekan terakhir"),
    Rule("length", "many:MANY_UNIT suffix:SUFFIX?", make.length, "bertahun-tahun"),
    Rule("length", "whole:WHOLE_UNIT (?!DAY_NAME)", make.length, "seharian"),
    Rule("length", "n:NUMBER today:DEICTIC", make.length_today, "dua hari ini"),
    Rule(
        "lengths",
        f"low:NUMBER (?:to:UNTIL|to:OR)? {_NUMBER} unit:UNIT suffix:SUFFIX?",
        make.lengths,
        "dua hingga tiga bulan",
    ),
    # Sets
    Rule("every", "EVERY unit:UNIT", make.every_unit, "tiap pekan"),
    Rule("every", "EVERY one:ONE_UNIT ONCE?", make.every_unit, "setiap sepekan sekali"),
    Rule("every", "EVERY n:NUMBER unit:UNIT ONCE?", make.every_unit, "setiap dua tahun"),
    Rule("every", "EVERY HARI? weekday:DAY_NAME part:PART?", make.every_day, "setiap Sabtu malam"),
    Rule("every", "EVERY part:PART", make.every_day, "setiap malam"),
    Rule("every", "EVERY part:PART eve:DAY_NAME", make.every_day, "setiap malam Minggu"),
    Rule("every", "EVERY BULAN? month:MONTH", make.every_date, "setiap Februari"),
    Rule("every", "EVERY TANGGAL? day:DAY month:MONTH", make.every_date, "setiap 17 Agustus"),
    Rule("every", "EVERY TANGGAL day:DAY", make.every_date, "setiap tanggal 15"),
    Rule("every", "TANGGAL day:DAY (?:EVERY|PER) BULAN", make.every_date, "tanggal 1 setiap bulan"),
    Rule("every", "EVERY mod:MODIFIER unit:EVERY_UNIT", make.every_part, "tiap akhir pekan"),
    Rule(
        "per",
        "PER unit:UNIT (?!YEAR|ANY_MONTH|DIRECTION|RANK|DAY|CLOCK_DIGITS|RECENTLY)",
        make.per,
        "per tahun",
    ),
    Rule(
        "often",
        "n:NUMBER TIMES (?:WITHIN|PER|EVERY)? (?:one:ONE_UNIT|count:WORD12? unit:UNIT) (?!DIRECTION)",
        make.often,
        "empat kali seminggu",
    ),
    Rule(
        "often",
        "ONCE (?:WITHIN|PER|EVERY)? (?:one:ONE_UNIT|count:WORD12 unit:UNIT)",
        make.often,
        "sekali setahun",
    ),
    Rule("often", "one:ONE_UNIT (?:n:NUMBER TIMES|ONCE)", make.often, "sehari tiga kali"),
    Rule("often", "count:NUMBER unit:UNIT ONCE", make.often, "lima tahun sekali"),
    # Clock times
    Rule("clock", f"CLOCK DOT? time:HOUR {_OCLOCK}", make.clock, "pukul 10.22 WIB"),
    Rule("clock", "time:CLOCK_DIGITS part:PART? zone:ZONE", make.clock, "10.22 WIB"),
    Rule("clock", f"CLOCK DOT? half:FRACTION time:HOUR {_OCLOCK}", make.clock, "pukul setengah delapan"),
    Rule(
        "clock",
        f"CLOCK DOT? time:HOUR (?:LEWAT|to:KURANG) (?:n:SHORT_NUMBER|n:FRACTION) MENIT? {_OCLOCK}",
        make.clock,
        "pukul tujuh lewat sepuluh menit",
    ),
    Rule(
        "clock_range",
        f"CLOCK DOT? from:HOUR from_part:PART? from_zone:ZONE? UNTIL (?:CLOCK DOT?)? time:HOUR {_OCLOCK}",
        make.clock_range,
        "pukul 08.00-12.00 WIT",
    ),
    Rule(
        "clock_range",
        "from:CLOCK_DIGITS from_zone:ZONE? UNTIL (?:CLOCK DOT?)? time:CLOCK_DIGITS zone:ZONE",
        make.clock_range,
        "08.00-12.00 WIT",
    ),
    Rule("clock", "time:CLOCK_DIGITS part:PART", make.clock, "04.30 pagi"),
    # Holidays, the Islamic calendar, vague references
    Rule(
        "holiday",
        f"part:PART? holiday:HOLIDAY (?:{_YEAR_OF} HIJRI_ERA?)?",
        make.holiday,
        "malam Tahun Baru 2022",
    ),
    Rule("holiday", f"count:DAY_COUNT (?:holiday:HOLIDAY {_YEAR_OF}?)?", make.holiday, "H-7 Lebaran 2021"),
    Rule(
        "islamic",
        "TANGGAL? day:DAY islamic:HIJRI_MONTH (?:year:YEAR_OR_INT HIJRI_ERA?)?",
        make.islamic,
        "1 Syawal 1442 Hijriah",
    ),
    Rule(
        "islamic",
        "mod:MODIFIER? BULAN? islamic:HIJRI_MONTH TAHUN? year:YEAR_OR_INT HIJRI_ERA?",
        make.islamic,
        "Ramadan 1442 H",
    ),
    Rule(
        "islamic",
        "mod:MODIFIER? BULAN islamic:HIJRI_MONTH (?:TAHUN DIRECTION | DIRECTION)?",
        make.islamic,
        "bulan Ramadan",
    ),
    Rule("islamic", "islamic:HIJRI_MONTH TAHUN DIRECTION", make.islamic, "Ramadan tahun ini"),
    Rule("islamic", "TAHUN? YEAR HIJRI_ERA", make.islamic_year, "1442 Hijriah"),
    Rule("vague", "vague:VAGUE", make.vague, "saat ini"),
    Rule("vague", "AHEAD", make.future, "ke depan"),
    Rule("vague", "LATELY", make.lately, "belakangan ini"),
    # Not alone: only beside a day
    Rule("bare_clock", "time:CLOCK_DIGITS", make.clock, "10.15"),
    Rule("part", "part:PART", make.part, "malam"),
)


@cache
def _by_first_kind() -> dict[str, list[tuple[Rule, regex.Pattern[str]]]]:
    """Return the rules that can begin with a kind."""
    table: dict[str, list[tuple[Rule, regex.Pattern[str]]]] = {}
    for rule in RULES:
        pattern = rule.compiled()
        for kind in first_kinds(pattern):
            table.setdefault(kind, []).append((rule, pattern))
    return table


def match(tokens: Tokens, accept: Callable[[Found], bool]) -> Iterator[Found]:
    """Find expressions from left to right; `accept` says whether a match may stand."""
    table, kinds, at = _by_first_kind(), tokens.kinds, 0
    while at < len(kinds):
        rules = table.get(kinds[at])
        found = _best(tokens, at, rules, accept) if rules else []
        yield from found
        at = found[-1].after if found else at + 1


def _best(
    tokens: Tokens, at: int, rules: list[tuple[Rule, regex.Pattern[str]]], accept: Callable[[Found], bool]
) -> list[Found]:
    """Return the expressions of the longest match that begins at a token and may stand."""
    matches = [(found, rule) for rule, pattern in rules if (found := pattern.match(tokens.kinds, at))]
    matches.sort(key=lambda pair: -pair[0].end())
    for found, rule in matches:
        groups = Groups(tokens, found)
        made = [_found(tokens, rule, *part) for part in groups.parts(rule.make(groups))]
        if made and all(accept(part) for part in made):
            return made
    return []


def _found(tokens: Tokens, rule: Rule, first: int, after: int, expression: Expression) -> Found:
    start, end = tokens.items[first].start, tokens.items[after - 1].end
    return Found(first, after, start, end, rule.name, expression)
