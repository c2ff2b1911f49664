"""Quotation marks: which belong together.

The state starts anew with each paragraph, so that one typo never costs more than its paragraph. Marks of any
style may close one another (``“ ... "``), as scraped pages mix them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

DOUBLE_OPENING = frozenset("“„«")
DOUBLE_CLOSING = frozenset("”»")
STRAIGHT = frozenset('"‟')
SINGLE = frozenset("'‘’‚‹›")
DOUBLE = DOUBLE_OPENING | DOUBLE_CLOSING | STRAIGHT
# two single marks, as typewriters write a double one
DOUBLED = {"''": '"', "‘‘": "“", "’’": "”"}
# characters without width; they stand beside marks as spaces do
INVISIBLE = frozenset("\u200b\u200e\u200f\u2060\ufeff")
MARK = regex.compile(rf"{'|'.join(DOUBLED)}|[{''.join(sorted(DOUBLE | SINGLE))}]")


@dataclass(frozen=True, slots=True)
class _Mark:
    """A quotation mark: its characters ``start:end`` and what it stands for."""

    start: int
    end: int
    char: str


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
    opening: _Mark | None = None
    for match in MARK.finditer(text, start, end):
        mark = _Mark(*match.span(), DOUBLED.get(match[0], match[0]))
        before = text[mark.start - 1] if mark.start > start else " "
        after = text[mark.end] if mark.end < end else " "
        before, after = (" " if char in INVISIBLE else char for char in (before, after))
        if opening is None:
            if _opens(mark.char, before, after):
                opening = mark
        elif _closes(mark.char, opening.char, before, after) or _closes_late(text, mark, opening, after):
            yield _quoted(text, opening, mark.start, mark.end, closed=True)
            opening = None
        elif mark.char in DOUBLE and (opening.char in SINGLE or _opens(mark.char, before, after)):
            opening = mark  # what was open was never closed, or was an apostrophe
    if opening is not None and opening.char in DOUBLE:
        yield _quoted(text, opening, end, end, closed=False)


def _quoted(text: str, opening: _Mark, end: int, closing: int, *, closed: bool) -> Quoted:
    start = opening.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Quoted(opening.start, start, end, closing, opening.char in SINGLE, closed)


def _closes_late(text: str, mark: _Mark, opening: _Mark, after: str) -> bool:
    """Whether a mark stuck to the next word closes all the same: ``"Kami tutup, "kata Budi``."""
    return (
        mark.char in STRAIGHT
        and opening.char in DOUBLE
        and after.islower()
        and mark.start - opening.end > 1
        and text[mark.start - 1].isspace()
        and text[mark.start - 2] in ",.?!"
    )


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
    return not (before.isspace() and not (after.isspace() or after in ",.;?!"))
