"""Quotation marks: which belong together.

The state starts anew with each paragraph, so that one typo never costs more than its paragraph. Marks of any
style may close one another (``“ ... "``), as scraped pages mix them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

DOUBLE_OPENING = frozenset("“„«")
DOUBLE_CLOSING = frozenset("”»")
STRAIGHT = frozenset('"‟')
SINGLE = frozenset("'‘’‚‹›")
DOUBLE = DOUBLE_OPENING | DOUBLE_CLOSING | STRAIGHT


@dataclass(frozen=True, slots=True)
class Quoted:
    """Text between two quotation marks; offsets count characters.

    ``start:end`` is the content, ``opening:closing`` includes the marks. An unclosed quotation ends with its
    paragraph.
    """

    opening: int
    start: int
    end: int
    closing: int
    single: bool
    closed: bool


def find_quoted(text: str) -> list[Quoted]:
    """All quoted stretches of a text, in order, none inside another.

    Examples
    --------
    >>> text = '"Kami siap," kata Menteri. “Besok", katanya.'
    >>> [text[q.start:q.end] for q in find_quoted(text)]
    ['Kami siap,', 'Besok']
    """
    found: list[Quoted] = []
    start = 0
    for paragraph in text.split("\n"):
        found.extend(_in_paragraph(text, start, start + len(paragraph)))
        start += len(paragraph) + 1
    return found


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quoted]:
    opening: int | None = None
    for i in range(start, end):
        char = text[i]
        if char not in DOUBLE and char not in SINGLE:
            continue
        before = text[i - 1] if i > start else " "
        after = text[i + 1] if i + 1 < end else " "
        if opening is None:
            if _opens(char, before, after):
                opening = i
        elif _closes(char, text[opening], before, after):
            yield _quoted(text, opening, i, closed=True)
            opening = None
        elif char in DOUBLE and (text[opening] in SINGLE or _opens(char, before, after)):
            opening = i  # what was open was never closed, or was an apostrophe
    if opening is not None and text[opening] in DOUBLE:
        yield _quoted(text, opening, end, closed=False)


def _quoted(text: str, opening: int, closing: int, *, closed: bool) -> Quoted:
    start, end = opening + 1, closing
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Quoted(opening, start, end, closing + 1 if closed else closing, text[opening] in SINGLE, closed)


def _opens(char: str, before: str, after: str) -> bool:
    if char == "«" and before.isalnum():
        return False  # a letter read in the wrong encoding: `CitroÃ«n`
    if char in DOUBLE_OPENING:
        return not after.isspace() or before.isspace()
    outside = (
        before.isspace()
        or before in "([{-–—/:,."
        or (
            after.isupper() and (before.isalpha() or before in '"”!?)')  # kata"Kami, selesai.""Jika
        )
    )
    if char in SINGLE:
        return char not in "’›" and (before.isspace() or before in "([") and after.isalnum()
    return outside and not (before in ",.:" and after.isspace())


def _closes(char: str, opener: str, before: str, after: str) -> bool:
    if opener in SINGLE:
        return char in SINGLE and not after.isalnum() and not before.isspace()
    if char in SINGLE:
        return False
    if char in DOUBLE_CLOSING:
        return True
    # an opening or straight mark closes unless it plainly opens: space before, text after
    return not (before.isspace() and not after.isspace())
