"""Cut a text into tokens and give each a kind: one pass, linear in the text."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import regex

from beritanlp.dates.kinds import KINDS
from beritanlp.dates.words import APOSTROPHES, Phrase, Vocabulary


@dataclass(slots=True)
class Token:
    """A piece of text with the kind and value the rules see."""

    start: int
    end: int
    kind: str
    word: str
    value: Any = None
    upper: bool = False


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text and their kinds as a string, one character each."""

    text: str
    items: list[Token]
    kinds: str

    def gap(self, left: int, right: int) -> list[Token]:
        """Return the tokens between the end of one match and the begin of another."""
        return self.items[left:right]


_PUNCTUATION = {
    ",": "COMMA",
    ".": "DOT",
    "-": "DASH",
    "–": "DASH",
    "—": "DASH",
    "−": "DASH",
    "‐": "DASH",
    "‑": "DASH",
    "/": "SLASH",
    "(": "LPAREN",
    "[": "LPAREN",
    ")": "RPAREN",
    "]": "RPAREN",
    "|": "PIPE",
    ":": "COLON",
}
# Numeric shapes, each with an example; the order of a date in digits is always day, month, year.
_DMY = regex.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})|([0-9]{1,2})/([0-9]{1,2})/([0-9]{2})")  # 17/4/2019
_YMD = regex.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")  # 2019-04-17
_DM = regex.compile(r"([0-9]{1,2})/([0-9]{1,2})")  # 17/4
_SEASON = regex.compile(r"([0-9]{4})/([0-9]{4}|[0-9]{2})")  # 2020/2021
_CLOCK = regex.compile(r"([0-9]{1,2})[.:]([0-9]{2})(?:[.:]([0-9]{2}))?")  # 08.00
_THOUSANDS = regex.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){1,3}")  # 19.500
_DECIMAL = regex.compile(r"[0-9]{1,9}[.,][0-9]{1,3}")  # 1,5
_DASHES = regex.compile(r"[–-]")
_YEARS = range(1300, 2200)
_MAX_DIGITS = 9


def tokenise(text: str, words: Vocabulary) -> Tokens:
    """Cut `text` into tokens, merge phrases and number words, and read numbers."""
    plain = text.translate(APOSTROPHES)  # one character for one: the offsets stay
    pieces = list(words.token.finditer(plain))
    folded = [piece[0].lower() for piece in pieces]
    items: list[Token] = []
    known, at, size = words.known, 0, len(pieces)
    while at < size:
        low = folded[at]
        if low in known or not low.isalpha():
            at = _next(plain, pieces, folded, at, words, items)
            continue
        # Most words mean nothing here.
        piece = pieces[at]
        start, end = piece.span()
        items.append(Token(start, end, "OTHER", low, None, plain[start].isupper()))
        at += 1
    return Tokens(text, items, "".join([KINDS[item.kind] for item in items]))


def _next(
    text: str,
    pieces: list[regex.Match[str]],
    folded: list[str],
    at: int,
    words: Vocabulary,
    items: list[Token],
) -> int:
    """Append the token that begins at piece `at`; return the piece after it."""
    piece, low = pieces[at], folded[at]
    group = piece.lastgroup
    start, end = piece.span()
    if group == "word":
        phrase = _phrase(words.phrases.get(low), text, pieces, folded, at)
        if phrase is not None and not _ends_name(phrase, pieces, at):
            last = at + len(phrase.words)
            items.append(
                Token(
                    start,
                    pieces[last - 1].end(),
                    phrase.kind,
                    " ".join(phrase.words),
                    phrase.value,
                    piece[0][0].isupper(),
                )
            )
            return last
        if low in words.numbers:
            return _number_words(pieces, folded, at, words, items)
        token = Token(start, end, "OTHER", low, None, piece[0][0].isupper())
        if piece[0] in words.roman:
            token.kind, token.value = "ROMAN", words.roman[piece[0]]
        items.append(token)
    elif group == "number":
        items.extend(_numbers(piece[0], start))
        return _multiplied(pieces, folded, at + 1, words, items)
    elif group == "newline":
        items.append(Token(start, end, "BREAK", low))
    elif group == "other":
        phrase = _phrase(words.phrases.get(low), text, pieces, folded, at)
        kind = phrase.kind if phrase else _PUNCTUATION.get(low, "OTHER")
        items.append(Token(start, end, kind, low))
    elif group == "zone":
        items.append(Token(start, end, "ZONE", low, words.zones[piece[0]], True))
    else:
        items.append(_compact(group or "", piece[0], start, end))
    return at + 1


def _ends_name(phrase: Phrase, pieces: list[regex.Match[str]], at: int) -> bool:
    """Whether a part of day begins with the last word of a name: "Maluku Tengah hari ini"."""
    in_name = at > 0 and pieces[at][0][0].isupper() and pieces[at - 1][0][0].isupper()
    return in_name and phrase.kind == "PART" and len(phrase.words) > 1


def _phrase(
    phrases: tuple[Phrase, ...] | None,
    text: str,
    pieces: list[regex.Match[str]],
    folded: list[str],
    at: int,
) -> Phrase | None:
    """Return the longest phrase of the lexicon that begins here."""
    following = folded[at + 1] if at + 1 < len(folded) else ""
    for phrase in phrases or ():
        size = len(phrase.words)
        if size == 1 or (
            phrase.words[1] == following
            and tuple(folded[at : at + size]) == phrase.words
            and "\n" not in text[pieces[at].start() : pieces[at + size - 1].end()]
        ):
            return phrase
    return None


def _number_words(
    pieces: list[regex.Match[str]], folded: list[str], at: int, words: Vocabulary, items: list[Token]
) -> int:
    """Read "dua puluh lima" as one number."""
    total, current, first = 0, 0, at
    small = True  # a unit may follow: after "puluh", "ratus", "ribu", not after another unit
    while at < len(pieces) and at - first < 12:
        low = folded[at]
        if low in words.numbers and small:
            current += words.numbers[low]
            small = words.numbers[low] >= 100
        elif low in words.teens and current % 10 > 1 and not small:
            current += 10
            small = False
            at += 1
            break
        elif low in words.decade_words and at > first and 1 < current < 10:
            items.append(_word(pieces, first, at + 1, "DECADE_WORD", current * 10))
            return at + 1
        elif low in words.multipliers and current:
            total, current = _multiply(total, current, words.multipliers[low])
            small = True
        else:
            break
        at += 1
    value = total + current
    items.append(_word(pieces, first, at, "WORD12" if value <= 12 else "WORD", value))
    return at


def _multiply(total: int, current: int, times: int) -> tuple[int, int]:
    """Apply "puluh", "ratus" to the last digit, "ribu", "juta" to everything so far."""
    if times >= 1000:
        return total + current * times, 0
    rest = current // 10 * 10 if current > 10 else 0
    return total, rest + (current - rest) * times


def _word(pieces: list[regex.Match[str]], first: int, after: int, kind: str, value: int) -> Token:
    start, end = pieces[first].start(), pieces[after - 1].end()
    word = " ".join(piece[0].lower() for piece in pieces[first:after])
    return Token(start, end, kind, word, value, pieces[first][0][0].isupper())


def _multiplied(
    pieces: list[regex.Match[str]], folded: list[str], at: int, words: Vocabulary, items: list[Token]
) -> int:
    """Join "10" and "ribu"."""
    token = items[-1]
    while at < len(pieces) and folded[at] in words.multipliers and isinstance(token.value, int | float):
        token.kind, token.value = "INT", token.value * words.multipliers[folded[at]]
        token.end = pieces[at].end()
        at += 1
    return at


def _compact(group: str, written: str, start: int, end: int) -> Token:
    """Read "ke-18", "Q2", "2Q21", "H-7", "1990-an", "2x24" and an ISO datetime."""
    low = written.lower()
    digits = [int(run) for run in regex.findall(r"[0-9]+", written)]
    if group == "rank":
        return Token(start, end, "ORDINAL", low, digits[0], written[0].isupper())
    if group == "decade":
        return Token(start, end, "DECADE_DIGITS", low, digits[0] if digits[0] > 99 else _two_digit_decade(digits[0]))
    if group == "short":
        letter = "quarter" if "q" in low else "half"
        year = None if written[0].isalpha() else _full_year(digits[1])
        number = digits[0] if letter == "quarter" or digits[0] <= 2 else 0
        return Token(start, end, "QUARTER_SHORT" if number else "JUNK", low, (letter, number, year), True)
    if group == "count":
        sign = 1 if "+" in written else -1
        return Token(start, end, "DAY_COUNT", low, sign * digits[-1], True)
    if group == "product":
        return Token(start, end, "INT", low, digits[0] * digits[1])
    return Token(start, end, "ISO", low, written)


def _two_digit_decade(number: int) -> int:
    return 1900 + number if number >= 30 else 2000 + number


def _full_year(number: int) -> int:
    return number if number > 99 else 2000 + number


def _numbers(written: str, start: int) -> list[Token]:
    """Read a run of digits and separators; a dash between two numbers is a token of its own."""
    end = start + len(written)
    if len(written) > 40:
        return [Token(start, end, "JUNK", "#")]
    whole = _number(written, start, end)
    dashes = list(_DASHES.finditer(written))
    if whole.kind != "JUNK" or len(dashes) != 1:
        return [whole]
    cut = dashes[0].start()
    parts = [
        _number(written[:cut], start, start + cut),
        Token(start + cut, start + cut + 1, "DASH", "-"),
        _number(written[cut + 1 :], start + cut + 1, end),
    ]
    return [whole] if "JUNK" in (parts[0].kind, parts[2].kind) else parts


def _number(written: str, start: int, end: int) -> Token:
    kind, value = _shape(written)
    return Token(start, end, kind, written, value)


def _shape(written: str) -> tuple[str, Any]:
    """Kind and value of a number, by its shape."""
    if written.isdigit():
        return _integer(written)
    if match := _DMY.fullmatch(written):
        day, month, year = (match[1], match[3], match[4]) if match[1] else (match[5], match[6], f"20{match[7]}")
        return _valid("DMY", int(year), int(month), int(day))
    if match := _YMD.fullmatch(written):
        return _valid("DMY", int(match[1]), int(match[3]), int(match[4]))
    if match := _DM.fullmatch(written):
        # The year decides about 29 February; any leap year lets it pass here.
        kind, value = _valid("DM", 2000, int(match[2]), int(match[1]))
        return kind, value and value[1:]
    if match := _SEASON.fullmatch(written):
        first = int(match[1])
        second = int(match[2]) if len(match[2]) == 4 else first // 100 * 100 + int(match[2])
        return ("SEASON", (first, second)) if first < second <= first + 20 and first in _YEARS else ("JUNK", None)
    return _clock_or_amount(written)


def _clock_or_amount(written: str) -> tuple[str, Any]:
    if match := _CLOCK.fullmatch(written):
        hour, minute, second = int(match[1]), int(match[2]), match[3] and int(match[3])
        if hour <= 24 and minute <= 59 and (second or 0) <= 59:
            return "CLOCK_DIGITS", (hour, minute, second)
    if _THOUSANDS.fullmatch(written):
        return "INT", int(written.replace(".", ""))
    if _DECIMAL.fullmatch(written):
        return "DECIMAL", float(written.replace(",", "."))
    return "JUNK", None


def _integer(written: str) -> tuple[str, Any]:
    if len(written) > _MAX_DIGITS:
        return "JUNK", None
    value = int(written)
    if len(written) == 4 and value in _YEARS:
        return "YEAR", value
    if len(written) > 2:
        return "INT", value
    if 1 <= value <= 12:
        return "N12", value
    return ("N31" if 13 <= value <= 31 else "N99"), value


def _valid(kind: str, year: int, month: int, day: int) -> tuple[str, Any]:
    try:
        dt.date(year, month, day)
    except ValueError:
        return "JUNK", None
    return kind, (year, month, day)
