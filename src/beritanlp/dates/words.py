"""The words of :file:`lexicon/dates.toml`, arranged for look-up by the tokeniser and the rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

import regex

from beritanlp.lexicon import Lexicon

Value = Any
# A word is a run of letters; a capital inside it begins a new one, for scrapers glue words ("kataSelasa").
WORD = r"(?:\p{Lu}{1,40}(?!\p{Ll})|\p{Lu}?\p{Ll}{1,60}|\p{L})(?:'\p{Ll}{1,20})?"
_PIECE = regex.compile(rf"[0-9]+|{WORD}|[^\w\s]")


class Phrase(NamedTuple):
    """One or more words in a row that make one token."""

    words: tuple[str, ...]
    kind: str
    value: Value


class DayPart(NamedTuple):
    """A part of the day: its TIMEX3 code, first and last minute, and name in the lexicon."""

    name: str
    code: str
    begin: str
    end: str


@dataclass(frozen=True, slots=True)
class Traps:
    """Word sets that tell what is no time, and the tense around one."""

    numbered: frozenset[str]
    laws: frozenset[str]
    age_before: frozenset[str]
    age_between: frozenset[str]
    age_after: frozenset[str]
    age_limits: frozenset[str]
    age_persons: frozenset[str]
    counted: frozenset[str]
    counted_before: frozenset[str]
    year_names: frozenset[str]
    before_bare: frozenset[str]
    named_after: frozenset[str]
    titles: frozenset[str]
    offices: frozenset[str]
    relative: frozenset[str]
    speeds: frozenset[str]
    coordinates: frozenset[str]
    movements: frozenset[str]
    name_months: frozenset[str]
    future: frozenset[str]
    past: frozenset[str]
    bounds: frozenset[str]
    attribution: frozenset[str]
    generic: frozenset[str]
    generic_first: frozenset[str]
    holiday_before: frozenset[str]
    vague_before: dict[str, frozenset[str]]
    vague_conditional: frozenset[str]


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday: a fixed day, an offset from Easter, days known by year, or a day of the Islamic calendar."""

    name: str
    month: int | None = None
    day: int | None = None
    easter: int | None = None
    hijri_month: int | None = None
    hijri_day: int | None = None
    days: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything the tokeniser looks up."""

    phrases: dict[str, tuple[Phrase, ...]]
    numbers: dict[str, int]
    multipliers: dict[str, int]
    teens: frozenset[str]
    decade_words: frozenset[str]
    zones: dict[str, str]
    roman: dict[str, int]
    traps: Traps
    token: regex.Pattern[str]
    # Every word a token other than OTHER can begin with.
    known: frozenset[str]


def pieces(phrase: str) -> tuple[str, ...]:
    """Cut a phrase of the lexicon as the tokeniser cuts the text."""
    return tuple(fold(piece) for piece in _PIECE.findall(phrase.translate(APOSTROPHES)))


def fold(word: str) -> str:
    """Lower case, one kind of apostrophe."""
    return word.lower().translate(APOSTROPHES)


APOSTROPHES = str.maketrans("’‘ʼ`´", "'''''")


@cache
def vocabulary(lexicon: Lexicon) -> Vocabulary:
    """Arrange the words of a lexicon, once per lexicon."""
    data = lexicon["dates"]
    table: dict[str, list[Phrase]] = {}
    for phrase in _all_phrases(data):
        table.setdefault(phrase.words[0], []).append(phrase)
    zones = {word: offset for offset, words in data["zones"].items() for word in words if word.isupper()}
    numbers = data["numbers"]
    return Vocabulary(
        # The longest phrase first; of two equal ones the last read, so that a user's word wins.
        phrases={first: _longest_first(found) for first, found in table.items()},
        numbers=numbers["words"],
        multipliers=numbers["times"],
        teens=frozenset(numbers["teens"]),
        decade_words=frozenset(numbers["decade_words"]),
        zones=zones,
        roman={word: n for n, word in enumerate(numbers["roman"], 1)},
        traps=_traps(data),
        token=_token_pattern(zones, numbers["ordinal_prefix"], data["words"]["decade_suffix"][0]),
        known=frozenset(
            (*table, *numbers["words"], *(word.lower() for word in (*numbers["roman"], *zones))),
        ),
    )


def _longest_first(phrases: list[Phrase]) -> tuple[Phrase, ...]:
    phrases.reverse()
    return tuple(sorted(phrases, key=lambda phrase: -len(phrase.words)))


def _token_pattern(zones: dict[str, str], ordinal: str, decade: str) -> regex.Pattern[str]:
    names = "|".join(sorted(zones, key=len, reverse=True))
    return regex.compile(
        rf"""
          (?P<iso>(?<![0-9])[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}[T\ ][0-9]{{2}}:[0-9]{{2}}
             (?::[0-9]{{2}}(?:\.[0-9]{{1,6}})?)?(?:Z|[+-][0-9]{{2}}:?[0-9]{{2}})?(?![0-9]))
        | (?P<rank>(?<!\p{{L}})(?i:{ordinal})-?[0-9]{{1,3}}(?![0-9]|[.,/][0-9]))
        | (?P<short>(?<![\p{{L}}0-9])(?:[QqHh][1-4]|[1-4][QqHh](?:[0-9]{{4}}|[0-9]{{2}}))
             (?![\p{{L}}0-9]|[.,][0-9]))
        | (?P<count>(?<!\p{{L}})[Hh]\s?[-–+]\s?[0-9]{{1,3}}(?![0-9]|[.,/][0-9]))
        | (?P<decade>(?<![0-9.,/-])'?[0-9]{{2}}(?:[0-9]{{2}})?\s?[-–]?\s?{decade}(?!\p{{L}}))
        | (?P<product>(?<![0-9.,/])[0-9]{{1,2}}\s?[x×]\s?[0-9]{{1,2}}(?![0-9\p{{L}}]|[.,/][0-9]))
        | (?P<number>[0-9]++(?:[./:,–-][0-9]++)*+)
        | (?P<zone>(?:{names})(?!\p{{Lu}}))
        | (?P<word>{WORD})
        | (?P<newline>\n|\u2028|\u2029)
        | (?P<other>[^\s\p{{Cf}}\p{{M}}])
        """,
        regex.VERBOSE,
    )


def _all_phrases(data: dict[str, Any]) -> Iterator[Phrase]:
    for kind, value, words in _entries(data):
        for word in words:
            found = pieces(word)
            if found:
                yield Phrase(found, kind, value)


def _entries(data: dict[str, Any]) -> Iterator[tuple[str, Value, list[str]]]:
    """Every (kind, value, words) of the lexicon."""
    yield from _calendar_entries(data)
    yield from _unit_entries(data)
    for kind, key in _PLAIN.items():
        yield kind, key, data["words"][key]
    for mod, words in data["modifiers"].items():
        yield "MODIFIER", mod, words
    for offset, words in data["days"].items():
        yield "DEICTIC", int(offset), words
    for offset, words in data["story_days"].items():
        yield "STORY_DAY", int(offset), words
    parts = _parts(data)
    for name, words in data["last_night"].items():
        yield "LAST_NIGHT", parts[name], words
    for name, part in parts.items():
        yield "PART", part, data["day_parts"][name]["words"]
    for offset, words in data["zones"].items():
        yield "ZONE", offset, words
    for table in ("vague_after_preposition", "vague"):
        for reference, words in data[table].items():
            yield "VAGUE", reference, words
    yield "JUNK", None, data["traps"]["phrases"]


def _calendar_entries(data: dict[str, Any]) -> Iterator[tuple[str, Value, list[str]]]:
    for day in data["weekdays"].values():
        yield "WEEKDAY_SHORT", day["iso"], day.get("short", [])
        yield "SUNDAY_OR_WEEK", day["iso"], day.get("or_week", [])
        yield "WEEKDAY", day["iso"], day["words"]
    for day in data["weekdays_english"].values():
        yield "WEEKDAY_ENGLISH", day["iso"], day["words"]
    for month in data["months_english"].values():
        yield "MONTH_ENGLISH", month["number"], month["words"]
    for month in data["months"].values():
        yield "MONTH_SHORT", month["number"], month.get("short", [])
        yield "MONTH", month["number"], month["words"]
    for month in data["hijri_months"].values():
        yield "HIJRI_MONTH", month["number"], month["words"]
    for name, holiday in data["holidays"].items():
        fields = {key: value for key, value in holiday.items() if key not in ("words", "days")}
        yield "HOLIDAY", Holiday(name, days=tuple(holiday.get("days", ())), **fields), holiday["words"]


def _unit_entries(data: dict[str, Any]) -> Iterator[tuple[str, Value, list[str]]]:
    units = data["units"]
    for unit, kind in _UNITS.items():
        words = units[unit]
        # "-nya" on a unit is the same unit: "setiap tahunnya".
        yield kind, _UNIT_NAMES.get(unit, unit), [*words, *(f"{word}nya" for word in words)]
    for table, kind in (("one", "ONE_UNIT"), ("many", "MANY_UNIT"), ("whole", "WHOLE_UNIT")):
        for unit, words in units[table].items():
            yield kind, unit, words
    numbers = data["numbers"]
    yield "SOME", None, numbers["uncounted"]
    for word, fraction in numbers["fractions"].items():
        yield "FRACTION", fraction, [word]
    yield "FIRST", 1, numbers["first"]
    for word, number in _ordinals(numbers):
        yield "ORDINAL", number, [word]


def _ordinals(numbers: dict[str, Any]) -> Iterator[tuple[str, int]]:
    """Make "kedua", "kesebelas", "kedua belas", "kedua puluh"."""
    prefix, teen, ten = numbers["ordinal_prefix"], numbers["teens"][0], next(iter(numbers["times"]))
    for word, number in numbers["words"].items():
        if number > 11:
            continue
        for stem in (f"{prefix}{word}", f"{prefix}-{word}"):
            yield stem, number
            if 1 < number < 10:
                yield f"{stem} {teen}", number + 10
                yield f"{stem} {ten}", number * 10
                yield from ((f"{stem} {ten} {one}", number * 10 + n) for one, n in numbers["words"].items() if n < 10)


_UNITS = {
    "day": "HARI",
    "week": "PEKAN",
    "month": "BULAN",
    "year": "TAHUN",
    "hour": "JAM",
    "minute": "MENIT",
    "second": "DETIK",
    "decade": "DEKADE",
    "century": "ABAD",
    "windu": "WINDU",
    "quarter": "QUARTER",
    "half": "QUARTER",
    "third": "QUARTER",
    "half_only": "PARUH",
}
# "paruh" is a half only beside its number.
_UNIT_NAMES = {"half_only": "half"}

# Kind of the words in the table [words] of the lexicon.
_PLAIN = {
    "ERA": "era",
    "PERIOD": "period",
    "FISCAL": "fiscal",
    "TANGGAL": "date",
    "CLOCK_WORD": "clock",
    "TO": "to",
    "AND": "and",
    "OR": "or",
    "BETWEEN": "between",
    "ABOUT": "about",
    "EVERY": "every",
    "PER": "per",
    "TIMES": "times",
    "ONCE": "once",
    "WITHIN": "within",
    "AGO": "ago",
    "NEXT": "next",
    "FUTURE": "future",
    "THIS": "this",
    "COMING": "coming",
    "RECENTLY": "recently",
    "LATELY": "lately",
    "AHEAD": "ahead",
    "LATER": "later",
    "EARLIER": "earlier",
    "TADI": "just_now",
    "NANTI": "tonight",
    "LEWAT": "past_clock",
    "KURANG": "to_clock",
    "CHRISTIAN_ERA": "christian_era",
    "BEFORE_CHRIST": "before_christ",
    "HIJRI_ERA": "hijri_era",
    "ENGLISH_SUFFIX": "ordinal_suffix_english",
}


def _parts(data: dict[str, Any]) -> dict[str, DayPart]:
    return {name: DayPart(name, part["code"], part["begin"], part["end"]) for name, part in data["day_parts"].items()}


def _traps(data: dict[str, Any]) -> Traps:
    traps, tense = data["traps"], data["tense"]

    def words(items: list[str]) -> frozenset[str]:
        return frozenset(item.lower() for item in items)

    names = [word for month in data["months"].values() if month.get("name") for word in month["words"]]
    conditional = data["vague_after_preposition"].values()
    sets = (
        *(
            "numbered",
            "laws",
            "age_before",
            "age_between",
            "age_after",
            "age_limits",
            "age_persons",
            "counted",
            "counted_before",
        ),
        *("before_bare", "year_names", "titles", "offices", "relative", "named_after", "speeds", "coordinates"),
    )
    return Traps(
        **{name: words(traps[name]) for name in sets},
        movements=words(data["movements"]["words"]),
        name_months=words(names),
        future=words(tense["future"]),
        past=words(tense["past"]),
        bounds=words(tense["bounds"]),
        attribution=words(data["attribution"]["words"]),
        generic=words(data["generic"]["words"]),
        generic_first=words([phrase.split()[0] for phrase in data["generic"]["words"]]),
        holiday_before=words(data["holiday_before"]["words"]),
        vague_before={ref: words(before) for ref, before in data["vague_before"].items()},
        vague_conditional=frozenset(" ".join(pieces(phrase)) for group in conditional for phrase in group),
    )
