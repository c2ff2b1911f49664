"""The kinds of tokens, one character each, so that a rule is a regular expression over a string of kinds."""

from __future__ import annotations

from typing import Final

import regex

_NAMES: Final = """
OTHER JUNK BREAK COMMA DOT DASH SLASH LPAREN RPAREN PIPE COLON
WEEKDAY SUNDAY_OR_WEEK WEEKDAY_SHORT WEEKDAY_ENGLISH MONTH MONTH_SHORT MONTH_ENGLISH HIJRI_MONTH HOLIDAY
DMY DM ISO CLOCK_DIGITS SEASON
N12 N31 N99 YEAR INT DECIMAL WORD12 WORD SOME FRACTION FIRST ORDINAL ROMAN DECADE_DIGITS DECADE_WORD
QUARTER_SHORT DAY_COUNT ENGLISH_SUFFIX
HARI PEKAN BULAN TAHUN JAM MENIT DETIK DEKADE ABAD WINDU QUARTER PARUH
ONE_UNIT MANY_UNIT WHOLE_UNIT
TANGGAL ERA PERIOD FISCAL CLOCK_WORD TO AND OR BETWEEN ABOUT EVERY PER TIMES ONCE WITHIN
AGO NEXT FUTURE THIS COMING RECENTLY LATELY AHEAD LATER EARLIER TADI NANTI LEWAT KURANG
CHRISTIAN_ERA BEFORE_CHRIST HIJRI_ERA
MODIFIER DEICTIC STORY_DAY LAST_NIGHT PART ZONE VAGUE
""".split()  # noqa: SIM905

# Any character will do; these stay readable in a debugger and mean nothing to a regular expression.
KINDS: Final[dict[str, str]] = {name: chr(0x4E00 + n) for n, name in enumerate(_NAMES)}

# Sets of kinds that the rules use as if they were one.
SETS: Final[dict[str, str]] = {
    "DAY": "N12 N31",
    "DIGITS": "DMY DM",
    "ANY_WEEKDAY": "WEEKDAY SUNDAY_OR_WEEK WEEKDAY_SHORT WEEKDAY_ENGLISH",
    "DAY_NAME": "WEEKDAY SUNDAY_OR_WEEK",
    "ANY_MONTH": "MONTH MONTH_SHORT MONTH_ENGLISH",
    "WEEK": "PEKAN SUNDAY_OR_WEEK",
    "PERIOD_UNIT": "PEKAN SUNDAY_OR_WEEK BULAN TAHUN DEKADE ABAD QUARTER",
    "YEAR_PART": "QUARTER PARUH",
    "PART_UNIT": "TAHUN BULAN QUARTER",
    "EVERY_UNIT": "PEKAN SUNDAY_OR_WEEK BULAN TAHUN",
    "UNIT": "HARI PEKAN SUNDAY_OR_WEEK BULAN TAHUN JAM MENIT DETIK DEKADE ABAD WINDU QUARTER",
    "NUMBER": "N12 N31 N99 YEAR INT DECIMAL WORD12 WORD SOME FRACTION",
    "SHORT_NUMBER": "N12 N31 N99 WORD12 WORD",
    "NUMBER_WORD": "WORD12 WORD",
    "YEAR_OR_INT": "YEAR INT",
    "RANK": "N12 WORD12 FIRST ORDINAL ROMAN",
    "CENTURY": "ORDINAL ROMAN N12 N31 WORD12 WORD",
    "CLOCK": "CLOCK_WORD JAM",
    "HOUR": "CLOCK_DIGITS N12 N31 N99 WORD12 WORD",
    "UNTIL": "TO DASH",
    "BREAKER": "COMMA DASH SLASH",
    "DIRECTION": "AGO NEXT FUTURE NANTI THIS DEICTIC TADI",
    "PERIOD_DIRECTION": "AGO NEXT FUTURE NANTI THIS DEICTIC",
    "AFTER_YEAR": "AGO NEXT FUTURE NANTI THIS",
    "SINCE": "AGO NEXT FUTURE",
    "SUFFIX": "AGO COMING RECENTLY LATELY AHEAD LATER EARLIER NEXT FUTURE THIS",
    "EPOCH": "TAHUN ERA DEKADE PERIOD",
}


def compile_rule(pattern: str) -> regex.Pattern[str]:
    """Compile a rule over kinds.

    Parameters
    ----------
    pattern
        Kinds and sets of kinds in capitals, separated by blanks, with the operators of regular expressions;
        ``name:KIND`` keeps the token under a name.

    Examples
    --------
    >>> rule = compile_rule("day:DAY month:MONTH year:YEAR?")
    >>> bool(rule.fullmatch(KINDS["N31"] + KINDS["MONTH"]))
    True
    """

    def kind(match: regex.Match[str]) -> str:
        name, word, repeat = match["name"], match["word"], match["repeat"] or ""
        names = SETS[word].split() if word in SETS else [word]
        chars = "[" + "".join(KINDS[n] for n in names) + "]"
        return f"(?P<{name}>{chars}){repeat}" if name else chars + repeat

    source = regex.sub(r"(?:(?P<name>[a-z_0-9]+):)?(?P<word>[A-Z][A-Z_0-9]+)(?P<repeat>[?*+])?", kind, pattern)
    return regex.compile(source.replace(" ", ""))


def first_kinds(pattern: regex.Pattern[str]) -> str:
    """Return the kinds a match of `pattern` can begin with."""
    return "".join(char for char in KINDS.values() if pattern.fullmatch(char, partial=True))
