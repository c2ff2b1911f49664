"""What a person is in the article: titles before the name, appositions after it, copulas.

================================================  ===================================
``Menteri Pertahanan AS Tom Holden``               before the name
``Menteri Pertahanan AS, Tom Holden, ...``         the same, with a comma
``Tom Holden, Menteri Pertahanan AS, ...``         apposition
``Budi (45), warga Sleman, ...``                   apposition after the age
``Tom Holden selaku Menteri Pertahanan AS``        copula
================================================  ===================================
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from spacy.tokens import Doc

from beritanlp.entities.titles import Titles

LONGEST = 18  # tokens a role may have
APPOSITION_MARKS = frozenset(",.;)-–")
OPENING, CLOSING = frozenset("(["), frozenset(")]")


class RoleFinder:
    """Finds the roles beside a name.

    Parameters
    ----------
    titles
        The words that begin, continue and end a role.
    """

    def __init__(self, titles: Titles) -> None:
        self.titles = titles

    def before(
        self, doc: Doc, name_start: int, name_end: int, is_person: Callable[[int], bool]
    ) -> list[tuple[int, int]]:
        """Token ranges of the roles right before the name ``name_start:name_end``: an office, a rank.

        `is_person` tells whether a token belongs to a person's name: no role reaches over one, but for
        `pengacara Bastian Tarigan, Lina Rahayu`, where Lina is the lawyer.
        """
        end = name_start
        while end > 0 and self.titles.is_honorific(doc, end - 1):
            end -= 1
        comma = end > 0 and doc[end - 1].text == ","  # "Ketua Umum PSSI, Erick Thohir"
        if comma:
            end -= 1
        client = end
        while comma and client > 0 and is_person(client - 1):
            client -= 1
        first = self._reach_left(doc, client, is_person)
        heads = [i for i in range(first, client) if self.titles.begins_role(doc, i)]
        if not heads or (comma and heads[0] != first):
            return []
        serves = doc[heads[-1]].lower_ in self.titles.relational
        if client < end:
            return [(heads[-1], end)] if serves else []
        if serves and self._names_another(doc, name_end, is_person):
            return []
        return self._by_rank(doc, heads[0], _trim(doc, heads[0], end))

    def _names_another(self, doc: Doc, i: int, is_person: Callable[[int], bool]) -> bool:
        """Whether a comma and another person, perhaps with honorifics, follow at token `i`."""
        if i >= len(doc) or doc[i].text != ",":
            return False
        i += 1
        while i < len(doc) and self.titles.is_honorific(doc, i):
            i += 1
        return i < len(doc) and is_person(i)

    def _by_rank(self, doc: Doc, start: int, end: int) -> list[tuple[int, int]]:
        """`Kepala Polda Papua` | `Inspektur Jenderal`: a rank after an office is a role of its own."""
        first = start + max(1, self.titles.head_length(doc, start))  # `Direktur Jenderal` holds no rank
        cuts = [i for i in range(first, end) if self.titles.begins_rank(doc, i)]
        cuts = [i for i in cuts[:1] if doc[i].text[0].isupper()]
        borders = [start, *cuts, end]
        trimmed = [(a, self._without_acronym(doc, a, _trim(doc, a, b))) for a, b in pairwise(borders)]
        return [(a, b) for a, b in trimmed if b > a]

    def _without_acronym(self, doc: Doc, start: int, end: int) -> int:
        """End without the office's own short form: `Menteri Koperasi (Menkop)`."""
        if end - start > 3 and (doc[end - 3].text, doc[end - 1].text) == ("(", ")"):
            return end - 3 if self.titles.long_form(doc[end - 2].text) else end
        return end

    def after(self, doc: Doc, name_end: int, is_person: Callable[[int], bool]) -> tuple[int, int] | None:
        """Token range of the apposition or copula right after the name that ends before token `name_end`."""
        i = _skip_bracket(doc, name_end)
        if i >= len(doc):
            return None
        comma, linked = doc[i].text == ",", False
        if comma:
            i += 1
        while i < len(doc) and doc[i].lower_ in self.titles.links:
            comma = linked = True
            i += 1
        if not comma or i >= len(doc) or not self.titles.begins_role(doc, i):
            return None
        end = self._reach_right(doc, i, is_person)
        closed = linked or end >= len(doc) or self._closes(doc[end].lower_) or bool(doc[end].is_sent_start)
        return (i, end) if end > i and closed else None

    def _closes(self, word: str) -> bool:
        """Whether an apposition may end before this token."""
        return word in APPOSITION_MARKS or word in self.titles.after_apposition

    def _reach_left(self, doc: Doc, end: int, is_person: Callable[[int], bool]) -> int:
        i = end
        while i > 0 and end - i < LONGEST and not doc[i].is_sent_start:
            token = doc[i - 1]
            if is_person(i - 1) or token.is_space:
                break
            if not (
                token.text[0].isupper()
                or token.text in "()/&-"
                or token.lower_ in self.titles.inside
                or self.titles.begins_role(doc, i - 1)
                or token.text.isdigit()
            ):
                break
            i -= 1
        return i

    def _reach_right(self, doc: Doc, start: int, is_person: Callable[[int], bool]) -> int:
        i, depth = start, 0
        while i < len(doc) and i - start < LONGEST and not (i > start and doc[i].is_sent_start):
            token = doc[i]
            if token.text in OPENING:
                depth += 1
            elif token.text in CLOSING:
                depth -= 1
            if (
                is_person(i)
                or token.is_space
                or (depth <= 0 and token.text in {",", ".", ";", ":", '"', "“", "”", "-", "–"})
            ):
                break
            if depth <= 0 and i > start and (token.lower_ in self.titles.ends or _is_verb(token.text)):
                break
            i += 1
        return _trim(doc, start, i)


def _is_verb(word: str) -> bool:
    """By prefix and suffix; few nouns of a role look so."""
    return (
        word.islower() and len(word) > 6 and (word.startswith(("mem", "meng", "meny", "ber")) or word.endswith("kan"))
    )


def _skip_bracket(doc: Doc, i: int) -> int:
    """Index after a bracket such as ``(45)`` that opens at token `i`."""
    if i < len(doc) and doc[i].text in OPENING:
        for j in range(i + 1, min(i + 8, len(doc))):
            if doc[j].text in CLOSING:
                return j + 1
    return i


def _trim(doc: Doc, start: int, end: int) -> int:
    """End without trailing connectors and open brackets."""
    while end > start and (
        doc[end - 1].text in {"(", "-", "/", "&"} or doc[end - 1].lower_ in {"dan", "of", "untuk", "di"}
    ):
        end -= 1
    return end
