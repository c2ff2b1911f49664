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

from itertools import pairwise
from typing import Protocol

from spacy.tokens import Doc

from beritanlp.entities.titles import Titles

SMALL_WORDS = 4  # tokens from the name back to a role in small letters
FINITE = frozenset(("VERB", "AUX", "ADP", "PRON", "SCONJ"))
LONGEST = 18  # tokens a role may have
HYPHENS = frozenset("-–")
APPOSITION_MARKS = frozenset(",.;)-–")
BREAKS = frozenset((",", ".", ";", ":", '"', "“", "”", "-", "–"))
LISTED = 8  # tokens from a comma to the last part of a list
OPENING, CLOSING = frozenset("(["), frozenset(")]")


class Names(Protocol):
    """What a role must know of the names around it, by token."""

    def is_person(self, i: int) -> bool:
        """Whether token `i` belongs to a person's name."""

    def is_body(self, i: int) -> bool:
        """Whether token `i` belongs to the name of a body or place."""

    def body_start(self, i: int) -> int:
        """First token of the body or place whose name token `i` belongs to; `i` where there is none."""


class RoleFinder:
    """Finds the roles beside a name.

    Parameters
    ----------
    titles
        The words that begin, continue and end a role.
    """

    def __init__(self, titles: Titles) -> None:
        self.titles = titles

    def before(self, doc: Doc, name_start: int, name_end: int, names: Names) -> list[tuple[int, int]]:
        """Token ranges of the roles right before the name ``name_start:name_end``: an office, a rank.

        No role reaches over a person's name, but for `pengacara Bastian Tarigan, Lina Rahayu`, where Lina is the
        lawyer.
        """
        end = name_start
        titles: list[tuple[int, int]] = []
        while end > 0 and self.titles.is_honorific(doc, end - 1):
            end -= 1
            if self.titles.is_title(doc, end):
                titles.append((end, end + 1))
        return [*self._office_and_rank(doc, end, name_end, names), *reversed(titles)]

    def _offices_before(self, doc: Doc, end: int, name_end: int, names: Names) -> list[tuple[int, int]]:
        """The offices and ranks that end before token `end`, of the name that ends before `name_end`."""
        comma = end > 0 and doc[end - 1].text == ","  # "Ketua Umum PSSI, Erick Thohir"
        if comma:
            end = self._before_address(doc, end - 1, names)
        client = end
        while comma and client > 0 and (names.is_person(client - 1) or doc[client - 1].text in HYPHENS):
            client -= 1
        first = self._without_openers(doc, self._reach_left(doc, client, names), client)
        start = self._first_head(doc, first, client)
        if start is None or (comma and start != first):
            return []
        serves = any(token.lower_ in self.titles.relational for token in doc[start:client])
        if client < end:
            return [(start, end)] if serves else []
        if serves and (self._names_another(doc, name_end, names) or self._told_of_another(doc, start, names)):
            return []
        return self._by_rank(doc, start, self._trim(doc, start, end))

    def _office_and_rank(self, doc: Doc, end: int, name_end: int, names: Names) -> list[tuple[int, int]]:
        """`Kapolda Banten, Irjen` + a name: the rank, and the office before its comma; no guest of a list."""
        found = self._offices_before(doc, end, name_end, names)
        start = found[0][0] if found else 0
        if start < 2 or doc[start - 1].text != "," or self.titles.rank_length(doc, start) != end - start:
            return found
        offices = self._offices_before(doc, start, name_end, names)
        listed = bool(offices) and offices[0][0] > 0 and doc[offices[0][0] - 1].text == ","
        return found if listed else [*offices, *found]

    def _without_openers(self, doc: Doc, first: int, end: int) -> int:
        """Start without a sentence's first word that is no name (`Menurut`, `Sementara`) and without connectors."""
        while first < end and (
            (doc[first].is_sent_start and doc[first].lower_ in self.titles.openers)
            or doc[first].text in self.titles.trailing
        ):
            first += 1
        return first

    def _first_head(self, doc: Doc, first: int, end: int) -> int | None:
        """Where the role starts between tokens `first` and `end`, if it does."""
        for i in range(first, end):
            if doc[i].text in self.titles.english:  # its first words are a field or an adjective: "Training Director"
                return next(k for k in range(first, i + 1) if doc[k].text[0].isupper())
            if self.titles.begins_role(doc, i):
                return i
        return None

    @staticmethod
    def _before_address(doc: Doc, comma: int, names: Names) -> int:
        """The comma before the places in `Bupati Buol, Sulawesi Tengah, Arman Lasahido`, else the comma given."""
        while comma > 0:
            start = names.body_start(comma - 1)
            is_place = start < comma - 1 or names.is_body(start)
            if not is_place or start < 2 or doc[start - 1].text != ",":
                break
            comma = start - 1
        return comma

    def _names_another(self, doc: Doc, i: int, names: Names) -> bool:
        """Whether a comma and another person, perhaps with honorifics, follow at token `i`."""
        if i >= len(doc) or doc[i].text != ",":
            return False
        i += 1
        while i < len(doc) and self.titles.is_honorific(doc, i):
            i += 1
        return i < len(doc) and names.is_person(i)

    def _told_of_another(self, doc: Doc, start: int, names: Names) -> bool:
        """Whether somebody else has the role: `Rina Malik, juru bicara Anton Wibowo`, `menjadi pengacara Anton`."""
        if start < 2:
            return False
        apposed = doc[start - 1].text == "," and names.is_person(start - 2) and doc[start].is_lower
        return apposed or doc[start - 1].lower_ in self.titles.links

    def _by_rank(self, doc: Doc, start: int, end: int) -> list[tuple[int, int]]:
        """`Kepala Polda Papua` | `Inspektur Jenderal`: a rank after an office is a role of its own."""
        first = start + max(1, self.titles.head_length(doc, start))  # `Direktur Jenderal` holds no rank
        cuts = [i for i in range(first, end) if self.titles.rank_length(doc, i)]
        cuts = [i for i in cuts[:1] if doc[i].text[0].isupper() and doc[i - 1].text not in self.titles.generals]
        cuts += [i for i in range(first, end) if self.titles.joins_roles(doc, i)]
        borders = [start, *sorted(set(cuts)), end]
        trimmed = [(a, self._without_acronym(doc, a, self._trim(doc, a, b))) for a, b in pairwise(borders)]
        return [(a, b) for a, b in trimmed if b > a]

    def _without_acronym(self, doc: Doc, start: int, end: int) -> int:
        """End without the office's own short form: `Menteri Koperasi (Menkop)`."""
        if end - start > 3 and (doc[end - 3].text, doc[end - 1].text) == ("(", ")"):
            return end - 3 if self.titles.long_form(doc[end - 2].text) else end
        return end

    def after(self, doc: Doc, name_end: int, names: Names) -> tuple[int, int] | None:
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
        if not comma or i >= len(doc) or not (self.titles.begins_role(doc, i) or self._is_english(doc, i)):
            return None
        end = self._reach_right(doc, i, names)
        if i < end < len(doc):
            end = self._with_client(doc, i, end, names)
        closed = linked or end >= len(doc) or self._closes(doc[end].lower_) or bool(doc[end].is_sent_start)
        return (i, end) if end > i and closed else None

    def _is_english(self, doc: Doc, i: int) -> bool:
        """Whether an English office begins at token `i`, perhaps with its field: `Marketing Division Head`."""
        for token in doc[i : i + LISTED]:
            if token.text in self.titles.english:
                return True
            if not (token.text[0].isupper() or token.text in self.titles.english_joins):
                return False
        return False

    def _closes(self, word: str) -> bool:
        """Whether an apposition may end before this token."""
        return word in APPOSITION_MARKS or word in self.titles.after_apposition

    def _with_client(self, doc: Doc, start: int, end: int, names: Names) -> int:
        """End after the person served: `juru bicara Anton Wibowo`; else the end given."""
        if doc[start].is_title or not any(token.lower_ in self.titles.relational for token in doc[start:end]):
            return end  # "Ajudan Presiden" + a name is somebody else's title
        while end < len(doc) and names.is_person(end):
            end += 1
        return end

    def _head_before(self, doc: Doc, end: int) -> int | None:
        """Where a role with small words after it begins: `psikolog klinis dewasa`; they must be no verb."""
        i = end
        while i > 0 and end - i < SMALL_WORDS and doc[i - 1].is_lower and doc[i - 1].is_alpha:
            token = doc[i - 1]
            if i > 1 and self.titles.head_length(doc, i - 2) > 1:  # "pemain bertahan" looks like a verb
                return i - 2
            if self.titles.is_verb(token.text) or token.lower_ in self.titles.ends or token.pos_ in FINITE:
                return None
            i -= 1
            if i > 0 and self.titles.head_length(doc, i - 1):
                return i - 1
        return None

    def _is_listed(self, doc: Doc, i: int, end: int) -> bool:
        """Whether the comma before token `i` stands in a list: `Bidang Politik, Hukum, dan Keamanan`."""
        later = doc[i:end].text
        last = self.titles.last_in_list
        return doc[i].lower_ in last or any(f", {word} " in later for word in last)

    def _last_of_list(self, doc: Doc, comma: int, names: Names) -> int | None:
        """Where the field ends that goes on after this comma: `Politik, Hukum, dan Keamanan`; no part is an office."""
        if doc[comma].text != "," or not doc[comma - 1].is_title:
            return None
        for i in range(comma + 1, min(comma + LISTED, len(doc) - 1)):
            token = doc[i]
            if token.lower_ in self.titles.last_in_list:
                return i + 1 if doc[i + 1].is_title and not self._is_named(doc, i + 1, names) else None
            if not (token.text == "," or token.is_title) or self._is_named(doc, i, names):
                return None
        return None

    def _is_named(self, doc: Doc, i: int, names: Names) -> bool:
        """Whether token `i` is of a name or begins an office."""
        return names.is_person(i) or names.is_body(i) or self.titles.begins_role(doc, i)

    def _reach_left(self, doc: Doc, end: int, names: Names) -> int:
        i = end
        while i > 0 and end - i < LONGEST and not doc[i].is_sent_start:
            if (start := names.body_start(i - 1)) < i - 1:  # a body's name may hold commas
                i = start
                continue
            token = doc[i - 1]
            if names.is_person(i - 1) or token.is_space:
                break
            head = self._head_before(doc, i)
            if head is not None:
                i = head
                continue
            if not (
                token.text[0].isupper()
                or (token.text == "," and self._is_listed(doc, i, end))
                or token.text in "()/&-"
                or token.lower_ in self.titles.inside
                or self.titles.begins_role(doc, i - 1)
                or token.text.isdigit()
            ):
                break
            i -= 1
        return i

    def _trim(self, doc: Doc, start: int, end: int) -> int:
        """End without trailing connectors and open brackets."""
        while end > start and (
            doc[end - 1].text in {"(", "-", "/", "&"} or doc[end - 1].lower_ in self.titles.trailing
        ):
            end -= 1
        return end

    def _reach_right(self, doc: Doc, start: int, names: Names) -> int:
        i, depth = start, 0
        while i < len(doc) and i - start < LONGEST and not (i > start and doc[i].is_sent_start):
            if depth <= 0 and (last := self._last_of_list(doc, i, names)):
                i = last
            token = doc[i]
            if token.text in OPENING:
                depth += 1
            elif token.text in CLOSING:
                depth -= 1
            if names.is_person(i) or token.is_space or (depth <= 0 and token.text in BREAKS):
                break
            if depth <= 0 and i > start and (token.lower_ in self.titles.ends or self.titles.is_verb(token.text)):
                break
            i += 1
        return self._trim(doc, start, i)


def _skip_bracket(doc: Doc, i: int) -> int:
    """Index after a bracket such as ``(45)`` that opens at token `i`."""
    if i < len(doc) and doc[i].text in OPENING:
        for j in range(i + 1, min(i + 8, len(doc))):
            if doc[j].text in CLOSING:
                return j + 1
    return i
