"""Fragments the recogniser gives for whole names: completed, split, or thrown away.

===========================  ==============================================
``Gunung`` | ``Marapi``       a type word takes the name after it
``Malikan`` + ``Amri``        a person's name takes the capitalised word beside it that is nothing else
``Lubis-Maria``               a pair of candidates is two persons
``Bidang Humas`` + body       a unit, in a role, is its body
``Gugus Tugas`` + words        a task force takes the words and the place after it
``pemerintah`` + country       is a government
``S.H.``, ``Bupati``, ``Kak``  a degree or title alone is no name
===========================  ==============================================
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex
from spacy.tokens import Doc

from beritanlp.entities.name_words import PERSON, NameWords
from beritanlp.entities.names import NameMention
from beritanlp.entities.organisations import OrganisationWords
from beritanlp.entities.titles import Titles
from beritanlp.lexicon import Lexicon

SHORTEST_NAME = 3  # letters of a word that a name takes in
LONGEST_TASK_FORCE = 20  # tokens of a task force's name
LONGEST_COMPLETION = 3  # tokens that a type word may take
# "Hendra Lubis-Maria Sembiring": both sides of the hyphen are names of their own
PAIR = regex.compile(r"(\p{Lu}[\p{L}.' ]*? ?\p{Lu}\p{Ll}{2,})\s?[-–/]\s?(\p{Lu}\p{Ll}{2,} \p{Lu}[\p{L}.' ]*)")


class Labelled(NamedTuple):
    """A token range with its label."""

    start: int
    end: int
    label: str


class FragmentRepair:
    """Completes and discards fragments.

    Parameters
    ----------
    lexicon
        Its ``place_types`` and the units of ``roles``.
    titles
        Titles and degrees, which are no names alone.
    organisations
        Tells a body from its unit.
    words
        Whose names a word is known from.
    """

    def __init__(self, lexicon: Lexicon, titles: Titles, organisations: OrganisationWords, words: NameWords) -> None:
        self.titles = titles
        self._words = words
        self._organisations = organisations
        self._units = frozenset(lexicon["roles"]["units"])
        self._task_forces = frozenset(lexicon["roles"]["task_forces"])
        self._task_force_words = {name.split()[0] for name in self._task_forces}
        self._governments = frozenset(lexicon["roles"]["governments"])
        pronouns = lexicon["pronouns"]
        self._humans = frozenset((*pronouns["human_nouns"], *pronouns["no_opening"]))  # `Istri Budi Santoso`
        self._common = lexicon.words("common_words")
        self._types = {word: label for label, words in lexicon["place_types"]["types"].items() for word in words}

    def __call__(self, doc: Doc, found: Sequence[Labelled]) -> list[Labelled]:
        """The names without fragments, in text order."""
        found = self._with_task_forces(doc, list(self._with_place(doc, self._joined(doc, found))))
        mended: list[Labelled] = []
        partners: list[Labelled] = []
        taken = {i for name in found for i in range(name.start, name.end)}
        taken |= {i for span in doc.spans.get("times", ()) for i in range(span.start, span.end)}
        for name in found:
            if name.label == "PER":
                name = self._grown(doc, name, taken)
                partners.extend(self._partner(doc, name, taken))
            if mended and name.start < mended[-1].end:
                continue  # taken by a type word before it
            text = doc[name.start : name.end].text
            if text in self._types:
                end = self._completed(doc, name.end)
                if end > name.end:
                    mended.append(Labelled(name.start, end, self._types[text]))
            elif not self.titles.is_title_alone(text) and text not in self._units:
                mended.extend(self._without_half_brackets(doc, self._without_unit(doc, name)))
        return sorted([*mended, *partners])

    def _partner(self, doc: Doc, name: Labelled, taken: set[int]) -> Iterator[Labelled]:
        """`Lim Chee Hong/Tan Mei Lin`: the second of a pair that the recogniser overlooked."""
        start = end = name.end + 1
        if doc[name.end : start].text != "/" or doc[name.end].whitespace_:
            return
        while end < len(doc) and end not in taken and doc[end].is_title and doc[end].is_alpha:
            end += 1
        if start < end and doc[start].text not in self.titles:
            yield Labelled(start, end, "PER")

    @staticmethod
    def _is_initial(doc: Doc, name: Labelled) -> bool:
        """`M` of `M. Prasetyo`."""
        text = doc[name.start : name.end + 1].text  # the full stop may be a token of its own
        single = name.end - name.start == 1 and len(doc[name.start]) <= 2
        return name.label == "PER" and single and text[0].isupper() and text[1:2] == "."

    def _joined(self, doc: Doc, found: Sequence[Labelled]) -> list[Labelled]:
        """`Dinas Pelayaran (` | `Dinlayar) Armada III` is one body, `M` | `Prasetyo` after a full stop one person."""
        joined: list[Labelled] = []
        for name in found:
            before = joined[-1] if joined else None
            if before and self._is_initial(doc, before) and name.label == "PER" and name.start - before.end <= 1:
                joined[-1] = Labelled(before.start, name.end, "PER")
                continue
            halves = before is not None and before.label == name.label == "ORG" and name.start - before.end <= 1
            short_form = doc[name.start - 1].text == "(" and doc[name.start + 1 : name.start + 2].text == ")"
            if before and halves and short_form and name.end > name.start + 2:
                joined[-1] = Labelled(before.start, name.end, "ORG")
            else:
                joined.append(name)
        return joined

    def _with_place(self, doc: Doc, found: Sequence[Labelled]) -> Iterator[Labelled]:
        """`pemerintah` | `Arab Saudi` is a government."""
        for name in found:
            if name.label == "GPE" and name.start > 0 and doc[name.start - 1].lower_ in self._governments:
                name = Labelled(name.start - 1, name.end, "ORG")
            yield name

    def _with_task_forces(self, doc: Doc, found: list[Labelled]) -> list[Labelled]:
        """`Gugus Tugas Percepatan Penanganan Covid-19` | `Kota Solo`: the head takes the words and place after it."""
        starts = {name.start: name for name in found}
        taken = {i for name in found for i in range(name.start, name.end)}
        whole: list[Labelled] = []
        for i, token in enumerate(doc):
            if token.text not in self._task_force_words or i in taken or (whole and i < whole[-1].end):
                continue
            if token.text not in self._task_forces and doc[i : i + 2].text not in self._task_forces:
                continue
            end = i + 1
            while end < min(len(doc), i + LONGEST_TASK_FORCE) and end not in starts and self._goes_on(doc, end):
                end += 1
            if end in starts and starts[end].label in {"GPE", "ORG"}:
                end = starts[end].end
            if end > i + 2:
                whole.append(Labelled(i, end, "ORG"))
        inside = {i for name in whole for i in range(name.start, name.end)}
        return sorted([*whole, *(name for name in found if name.start not in inside)])

    def _goes_on(self, doc: Doc, i: int) -> bool:
        """Whether a name in capitals goes on at token `i`: `Penanganan Covid-19 dan Pemulihan Ekonomi`."""
        token = doc[i]
        if token.text[0].isupper():
            return not token.is_sent_start and token.text not in self.titles
        follows = i + 1 < len(doc) and doc[i + 1].text[0].isupper()
        return token.text == "-" or token.is_digit or (token.lower_ == "dan" and follows)

    def _grown(self, doc: Doc, name: Labelled, taken: set[int]) -> Labelled:
        """The person's name with a word beside it that can only belong to it."""
        start, end = name.start, name.end
        if start > 0 and not doc[start].is_sent_start and self._is_name_word(doc, start - 1, taken):
            # a capital at the start of a sentence tells nothing: `Sidang Budi Santoso`
            start -= not doc[start - 1].is_sent_start or PERSON in self._words.kinds(doc[start - 1].text)
        if end < len(doc) and not doc[end].is_sent_start and self._is_name_word(doc, end, taken):
            end += 1
        return Labelled(start, end, name.label)

    def _is_name_word(self, doc: Doc, i: int, taken: set[int]) -> bool:
        """Whether token `i` looks like a part of a name and like nothing else, alone among its neighbours."""
        token = doc[i]
        beside = [doc[k] for k in (i - 1, i + 1) if 0 <= k < len(doc) and k not in taken]
        lone = not any(t.is_title and not (t.is_sent_start and t.lower_ in self._common) for t in beside)
        return (
            i not in taken
            and lone
            and token.is_alpha
            and token.is_title
            and len(token) >= SHORTEST_NAME
            and token.lower_ not in self._common
            and token.lower_ not in self.titles.openers
            and token.text not in self.titles
            and token.lower_ not in self._humans
            and token.text not in self._types
            and token.text not in self._units
            and self._organisations.kind(token.text) is None
        )

    def _without_unit(self, doc: Doc, name: Labelled) -> Labelled:
        """`Kepala Bidang Humas Kepolisian Daerah Papua` serves the body that the unit belongs to."""
        if name.label != "ORG" or not self._is_part(doc, name) or not self.titles.office_before(doc, name.start):
            return name
        for i in range(name.start + 1, name.end):
            rest = doc[i : name.end].text
            if doc[i].text not in self._units and self._organisations.is_certain(rest):
                return Labelled(i, name.end, name.label)
        return name

    def _is_part(self, doc: Doc, name: Labelled) -> bool:
        """Whether the name begins like a unit, or like no body at all."""
        starts = {doc[name.start : name.start + length].text for length in (1, 2)}
        return bool(starts & self._units) or self._organisations.kind(doc[name.start : name.end].text) is None

    @staticmethod
    def _without_half_brackets(doc: Doc, name: Labelled) -> list[Labelled]:
        """`Kementerian Keuangan (Kemenkeu` is two names, as its bracket does not close."""
        texts = [token.text for token in doc[name.start : name.end]]
        half = next((b for b, other in (("(", ")"), (")", "(")) if b in texts and other not in texts), None)
        if half is None:
            return [name]
        at = name.start + texts.index(half)
        halves = [Labelled(name.start, at, name.label), Labelled(at + 1, name.end, name.label)]
        return [half for half in halves if half.start < half.end]

    @staticmethod
    def _completed(doc: Doc, start: int) -> int:
        end = start
        while end < len(doc) and end - start < LONGEST_COMPLETION and doc[end].text[0].isupper() and doc[end].is_alpha:
            end += 1
        return end


def split_pairs(mentions: Sequence[NameMention]) -> Iterator[NameMention]:
    """Two persons for `Hendra Lubis-Maria Sembiring`, as candidates are told in pairs."""
    for mention in mentions:
        match = PAIR.fullmatch(mention.text) if mention.kind == "person" else None
        if match is None:
            yield mention
            continue
        for group in (1, 2):
            start, end = match.span(group)
            text = mention.text[start:end].rstrip()
            yield NameMention(
                mention.start + start, mention.start + start + len(text), text, mention.kind, mention.label
            )
