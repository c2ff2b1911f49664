"""What looks like a time and is none: numbers of laws and leagues, ages, coordinates, names."""

from __future__ import annotations

from beritanlp.dates.expressions import Ago, At, Expression, Length, Month, Range
from beritanlp.dates.grammar import Found
from beritanlp.dates.makers import starts_sentence
from beritanlp.dates.tokens import Token, Tokens
from beritanlp.dates.words import DayPart, Traps

_NUMERIC = frozenset(
    ("N12", "N31", "N99", "YEAR", "INT", "DECIMAL", "CLOCK_DIGITS", "DMY", "DM", "SEASON", "DECADE_DIGITS")
)
_COUNTING = frozenset(("length", "lengths", "often"))
_BARE_YEARS = frozenset(("bare_year", "bare_year_range"))
_NUMERIC_RULES = _COUNTING | _BARE_YEARS | {"clock", "clock_range", "decade"}
# A number right before a month was no day of it: "Universitas 17 Agustus", "32 Mei".
_DAY_KINDS = frozenset(("N12", "N31", "N99"))
_JOINTS = "-–/.:"
_AGE_REACH = 8
# Years that stand alone: others are numbers.
_FIRST_YEAR, _LAST_YEAR = 1800, 2100
_COUNTED_KINDS = frozenset(("HARI", "JAM", "MENIT", "PEKAN"))
_AGE_UNITS = frozenset(("month", "year", "decade", "century"))
_AGE_ENDS = frozenset(("TAHUN", "BULAN", "DEKADE", "ABAD", "THIS"))


class Filter:
    """Says of a match whether it may stand."""

    def __init__(self, tokens: Tokens, traps: Traps) -> None:
        self._tokens = tokens
        self._items = tokens.items
        self._traps = traps

    def accept(self, found: Found) -> bool:
        """Judge a match before its neighbours are joined to it; a refused one leaves its place to others."""
        rule = found.rule
        if rule in _NUMERIC_RULES and self._glued(found):
            return False
        if rule == "weekday" and self._is_person(found):
            return False
        if rule in ("length", "lengths"):
            return self._is_length(found)
        if rule == "digits":
            return self._word_before(found.first) not in self._traps.laws
        if rule == "deictic":
            return not self._is_overnight(found)
        if rule == "year":
            return not self._is_law(found)
        if rule == "decade":
            return self._is_decade(found)
        if rule == "clock":
            return self._is_clock(found)
        if rule == "per":
            return self._word(found.first - 1) not in self._traps.speeds
        if rule == "month_day":
            return self._word(found.first - 1) not in self._traps.named_after
        if rule == "vague":
            return self._is_vague(found)
        return rule != "holiday" or self._is_holiday(found)

    def keep(self, found: Found) -> bool:
        """Judge an expression after its neighbours were joined to it."""
        if found.rule in ("part", "bare_clock") or _is_part_range(found.expression):
            return False  # it found no day to stand beside
        if found.rule == "month" and found.after - found.first == 1:
            return self._is_bare_month(found)
        if found.rule == "month" and self._items[found.first].kind == "MONTH" and found.first:
            return self._items[found.first - 1].kind not in _DAY_KINDS  # "Universitas 17 Agustus 1945"
        if found.rule in _BARE_YEARS:
            return self._is_bare_year(found)
        return True

    def _word(self, at: int) -> str:
        return self._items[at].word if 0 <= at < len(self._items) else ""

    def _word_before(self, at: int) -> str:
        """Return the word before a token, over the full stop of an abbreviation: "No. 5"."""
        dot = at > 1 and self._items[at - 1].kind == "DOT" and self._items[at - 1].start == self._items[at - 2].end
        return self._word(at - 2 if dot else at - 1)

    def _token(self, at: int) -> Token | None:
        return self._items[at] if 0 <= at < len(self._items) else None

    def _glued(self, found: Found) -> bool:
        """Tell whether the number is part of something longer: "Covid-19 hari", "U19 tahun"."""
        text, first = self._tokens.text, self._items[found.first]
        if first.kind in _NUMERIC:
            before = text[max(found.start - 2, 0) : found.start]
            if len(before) == 2 and before[1] in _JOINTS and before[0].isalnum():
                return True
            if before and before[-1] in "$€£#@_":
                return True
            if before and before[-1].isalpha() and not self._is_preposition(found.first - 1):
                return True
        if self._items[found.after - 1].kind in _NUMERIC:
            after = text[found.end : found.end + 2]
            if len(after) == 2 and after[0] in "-–/%" and after[1].isalnum():
                return True
            return after[:1] == "%"
        return False

    def _is_person(self, found: Found) -> bool:
        """Tell people named after a day: "Kamis Sutrisno, petani", but "pada Kamis Presiden"."""
        after = self._token(found.after)
        if found.after - found.first > 1 or after is None or not self._items[found.first].upper:
            return False
        title = self._tokens.text[after.start : after.end].istitle()
        named = after.kind == "OTHER" and title and after.word not in self._traps.offices
        return named and not _apart(self._tokens.text, found.end) and not self._is_preposition(found.first - 1)

    def _is_length(self, found: Found) -> bool:
        number, traps = self._items[found.first], self._traps
        before = self._word_before(found.first)
        expression = found.expression
        if before in traps.numbered and number.kind in _NUMERIC:
            return False
        if number.kind == "YEAR" and 1900 <= number.value <= 2100:
            return False
        following = self._token(found.after)
        if self._items[found.after - 1].kind == "TAHUN" and following is not None and following.kind == "YEAR":
            return False  # "PP 24 Tahun 2018"
        if self._is_name(found):
            return False
        unit = _unit(expression)
        if unit in ("minute", "second") and self._is_coordinate(found):
            return False
        if unit == "second" and self._tokens.text[number.end : number.end + 1].isalpha():
            return False  # "20detik", a programme
        if number.kind == "INT" and number.value >= 1000 and self._is_amount(found):
            return False
        return unit not in _AGE_UNITS or not self._is_age(found)

    def _is_name(self, found: Found) -> bool:
        """Tell names such as "70 Tahun Hubungan Diplomatik"."""
        before, after, last = (
            self._token(found.first - 1),
            self._token(found.after),
            self._items[found.after - 1],
        )
        inside = (
            before is not None
            and before.kind == "OTHER"
            and (not before.upper or starts_sentence(self._tokens, found.first - 1))
        )
        return last.upper and inside and after is not None and after.kind == "OTHER" and after.upper

    def _is_amount(self, found: Found) -> bool:
        """Tell an amount beside a time: "sebanyak 5 juta tahun ini"."""
        last = self._items[found.after - 1].kind
        return last == "THIS" or (last == "AGO" and self._word(found.first - 1) in self._traps.counted_before)

    def _is_coordinate(self, found: Found) -> bool:
        beside = (self._word(found.first - 1), self._word(found.after))
        return any(word in self._traps.coordinates for word in beside)

    def _is_age(self, found: Found) -> bool:
        """Tell ages such as "berusia 86 tahun", "bocah 7 tahun", "(45 tahun)"."""
        before, after = self._token(found.first - 1), self._token(found.after)
        if before is None:
            return False
        numeric = self._items[found.first].kind in _NUMERIC
        if before.kind == "LPAREN" and after is not None and after.kind == "RPAREN" and numeric:
            return True
        if self._items[found.after - 1].kind not in _AGE_ENDS:
            return False
        if self._word(found.after) in self._traps.age_after and self._word(found.after + 1) in self._traps.age_between:
            return True
        limited = False
        for at in range(found.first - 1, max(found.first - 1 - _AGE_REACH, -1), -1):
            token = self._items[at]
            if token.word in self._traps.age_before:
                return True
            if token.word in self._traps.age_persons:
                return limited or at == found.first - 1
            limited = limited or token.word in self._traps.age_limits
            filler = token.word in self._traps.age_between or token.kind in _NUMERIC
            if not filler and token.kind not in (
                "DASH",
                "TO",
                "TAHUN",
                "BULAN",
                "WORD12",
                "WORD",
                "AND",
                "BETWEEN",
                "ABOUT",
            ):
                return False
        return False

    def _is_law(self, found: Found) -> bool:
        """Tell a year that is part of a name: "UU Nomor 19 Tahun 2019"."""
        before, first = self._token(found.first - 1), self._items[found.first]
        if before is None or first.kind == "MODIFIER":
            return False
        if before.word in self._traps.laws:
            return True
        if before.kind in _NUMERIC | {"JUNK", "ROMAN"} and self._word_before(found.first - 1) in self._traps.laws:
            return True
        plain = self._items[found.after - 1].kind == "YEAR" and found.after - found.first == 2
        return plain and first.upper and before.kind == "OTHER" and before.upper and before.end < first.start

    def _is_decade(self, found: Found) -> bool:
        """Tell a decade from an amount such as "50-an orang"."""
        following = self._token(found.after)
        if following is not None and (following.word in self._traps.counted or following.kind in ("TAHUN", "BULAN")):
            return False
        alone = found.after - found.first == 1
        return (
            not alone
            or len(self._items[found.first].word) > 5
            or self._word(found.first - 1) in self._traps.before_bare
        )

    def _is_clock(self, found: Found) -> bool:
        """Tell a clock time from an amount such as "pukul 3 orang"."""
        if self._items[found.after - 1].kind in ("PART", "ZONE", "CLOCK_DIGITS"):
            return True
        following = self._token(found.after)
        return following is None or following.word not in self._traps.counted

    def _is_vague(self, found: Found) -> bool:
        token, before = self._items[found.first], self._word(found.first - 1)
        if token.kind == "AHEAD" and before in self._traps.movements:
            return False
        if token.word not in self._traps.vague_conditional:
            return True
        return before in self._traps.vague_before.get(str(token.value), frozenset())

    def _is_overnight(self, found: Found) -> bool:
        """Tell "dalam semalam", as long as a night, from last night."""
        return self._items[found.first].kind == "LAST_NIGHT" and (
            found.first > 0 and self._items[found.first - 1].kind == "WITHIN"
        )

    def _is_holiday(self, found: Found) -> bool:
        """Tell a time from a name: "menjelang Natal", but "libur Natal"."""
        first = self._items[found.first]
        if first.kind in ("DAY_COUNT", "PART") or self._items[found.after - 1].kind != "HOLIDAY":
            return True
        return self._word(found.first - 1) in self._traps.holiday_before

    def _is_bare_month(self, found: Found) -> bool:
        """Tell a month from people: "Mei Wulandari", "Bu Juni"."""
        expression, token = found.expression, self._items[found.first]
        if isinstance(expression, Month) and (expression.year or expression.direction or expression.years is not None):
            return True  # it shares them with the next in its list
        before, after = self._token(found.first - 1), self._token(found.after)
        if before is not None and before.kind in _DAY_KINDS:
            return False  # "Universitas 17 Agustus"
        text = self._tokens.text
        if found.start and text[found.start - 1].isalnum():
            return False
        if not token.upper:
            return before is not None and before.word in self._traps.before_bare
        if after is not None and after.kind == "OTHER" and after.upper and not _apart(text, found.end):
            return False
        if before is not None and before.word in self._traps.before_bare:
            return True
        if starts_sentence(self._tokens, found.first):
            return token.word not in self._traps.name_months
        if before is None or not before.upper:
            return True
        # "Ekspor Juli naik": the capital before says nothing, unless it is a title.
        person = before.word in self._traps.titles or before.word in self._traps.attribution
        return starts_sentence(self._tokens, found.first - 1) and not person

    def _is_bare_year(self, found: Found) -> bool:
        """Tell a year from a name ("Pilkada 2020") and a number ("2020 orang")."""
        before, after, traps = self._token(found.first - 1), self._token(found.after), self._traps
        years = [token.value for token in self._items[found.first : found.after] if token.kind == "YEAR"]
        if not _FIRST_YEAR <= years[0] <= _LAST_YEAR:
            return False
        if after is not None and (after.word in traps.counted or after.kind in _COUNTED_KINDS):
            return False
        if before is None:
            return len(years) == 2 or (after is not None and after.kind == "COMMA")
        if before.word in traps.before_bare or self._is_glued_preposition(before):
            return before.word not in traps.counted_before or len(years) == 2
        if self._is_name_before(before) or (before.end == found.start and before.word[-1:].isalpha()):
            return False
        if len(years) == 2 and years[1] - years[0] > 1:
            return True  # a term of office: "Ketua Umum PSSI 2023-2027"
        if before.upper and starts_sentence(self._tokens, found.first - 1):
            return not self._tokens.text[before.start : before.end].isupper()  # "Anggaran 2021", not "APBN 2021"
        return not before.upper

    def _is_name_before(self, token: Token) -> bool:
        """Tell the words whose number is no year: "Nomor 2019", "pilkada 2020"."""
        traps = self._traps
        named = (traps.numbered, traps.laws, traps.year_names, traps.counted_before)
        return token.kind in _NUMERIC | {"TAHUN", "JUNK"} or any(token.word in words for words in named)

    def _is_preposition(self, at: int) -> bool:
        """Tell whether a number may be glued to this word: "selama3 tahun"."""
        token = self._token(at)
        return token is not None and (token.word in self._traps.before_bare or self._is_glued_preposition(token))

    def _is_glued_preposition(self, token: Token) -> bool:
        """Tell whether a scraper lost a blank: "Iransejak 1989"."""
        return any(len(word) > 3 and token.word.endswith(word) for word in self._traps.before_bare)


def _is_part_range(expression: Expression) -> bool:
    """Tell "pagi hingga siang", of no day."""
    ends = (expression.first, expression.last) if isinstance(expression, Range) else ()
    return any(isinstance(end, At) and end.day is None and isinstance(end.time, DayPart) for end in ends)


def _unit(expression: Expression) -> str:
    if isinstance(expression, Length):
        return expression.amounts[0][1]
    return expression.unit if isinstance(expression, Ago) else ""


def _apart(text: str, at: int) -> bool:
    """Whether punctuation stands behind a word."""
    return text[at : at + 1] in ",.;:)"
