"""Where one name ends and the next begins, by what the rest of the article shows.

``Direktur Kementerian Perdagangan Karto Munawir`` runs a body and a person together without a comma, and the
recogniser may cut it at the wrong word. The article says later ``kata Karto``: that word begins, or is, a
person's name. ``Kepala BPBD Agam Dasrial Amri`` is cut by the gazetteer, and ``Komisi Pemilihan Umum (KPU) Medan``
is one body with its bracket and place inside.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Doc

from beritanlp.entities.fragments import Labelled
from beritanlp.entities.gazetteer import Gazetteer
from beritanlp.entities.name_words import BODY, PERSON, NameWords
from beritanlp.entities.organisations import OrganisationWords
from beritanlp.entities.speech import words_after_speaker, words_before_speaker
from beritanlp.entities.titles import Titles
from beritanlp.lexicon import Lexicon

PLACES = frozenset({"GPE", "LOC"})
OWNERS = frozenset({"ORG", "FAC", "LOC"})  # whose name may end with a place
LONGEST_NAME = 6  # tokens of a person's name that is put together here


class BoundaryRepair:
    """Moves boundaries between neighbouring names.

    Parameters
    ----------
    lexicon
        ``cues`` tells after which words a single capitalised word is a person.
    titles, gazetteer
        What such a word must not be.
    organisations
        Tells the bodies that every region has.
    words
        Whose names a word is known from.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        titles: Titles,
        gazetteer: Gazetteer,
        organisations: OrganisationWords,
        words: NameWords,
    ) -> None:
        self.titles = titles
        self.gazetteer = gazetteer
        self.organisations = organisations
        self._words = words
        types = lexicon["place_types"]["types"].values()
        self._place_types = frozenset(word for words in types for word in words)
        self._legal_forms = frozenset(lexicon["roles"]["legal_forms"])
        self._after_speaker = words_after_speaker(lexicon)
        self._before_speaker = words_before_speaker(lexicon, "after")

    def __call__(self, doc: Doc, found: Sequence[Labelled]) -> list[Labelled]:
        """The names with their boundaries mended, in text order."""
        singles = self._single_names(doc, found)
        mended: list[Labelled] = []
        for name in found:
            if mended and name.start < mended[-1].end:
                continue  # taken over by the name before
            if mended and self._is_own_place(doc, mended[-1], name):
                mended[-1] = Labelled(mended[-1].start, name.end, "ORG")
            elif name.label == "PER":
                for part in self._without_body(doc, name):
                    mended.extend(self._without_place(doc, part, singles, mended) if part.label == "PER" else [part])
            else:
                mended.extend(self._split(doc, name, found, singles))
        return self._with_brackets(doc, [self._with_second_name(doc, name, found) for name in mended])

    def _with_second_name(self, doc: Doc, name: Labelled, found: Sequence[Labelled]) -> Labelled:
        """`Komando Resor Militer 091/Aji Surya Nata`: a number and a name, joined by a slash, are one body's."""
        end = name.end
        if name.label != "ORG" or end >= len(doc) or doc[end].text != "/" or doc[end].whitespace_:
            return name
        persons = {i for n in found if n.label == "PER" for i in range(n.start, n.end)}
        end += 1
        while end < len(doc) and doc[end].is_title and doc[end].text not in self.titles and end not in persons:
            end += 1
        return Labelled(name.start, end, "ORG") if end > name.end + 1 else name

    def _single_names(self, doc: Doc, found: Sequence[Labelled]) -> frozenset[str]:
        """Words that are a person's name by themselves somewhere in the article."""
        words = {doc[n.start].text for n in found if n.label == "PER" and n.end - n.start == 1}
        words -= {doc[n.end - 1].text for n in found if n.label in PLACES}  # "Gunung Marapi", and once "Marapi" alone
        for before, token in pairwise(doc):
            if before.lower_ in self._before_speaker and self._is_lone_name(doc, token.i):
                words.add(token.text)
        return frozenset(w for w in words if w.istitle() and len(w) > 2 and self._words.kinds(w) != BODY)

    def _is_lone_name(self, doc: Doc, i: int) -> bool:
        token = doc[i]
        after = doc[i + 1].text if i + 1 < len(doc) else "."
        return (
            token.is_title
            and not after[0].isupper()
            and token.text not in self.titles
            and self.gazetteer.find(token.text) is None
        )

    def _split(self, doc: Doc, name: Labelled, found: Sequence[Labelled], singles: frozenset[str]) -> list[Labelled]:
        """`Kementerian Perdagangan Karto` | `Munawir` becomes `Kementerian Perdagangan` | `Karto Munawir`."""
        first = name.start if name.end - name.start in (2, 3) else name.start + 1
        cut = next((i for i in range(first, name.end) if self._starts_person(doc, i, singles)), None)
        if cut is None:
            cut = self._after_own_place(doc, name)
        if cut is None:
            cut = self._before_person(doc, name, found)
        if cut is None:
            return [name]
        end = name.end
        following = next((n for n in found if n.start == name.end and n.label == "PER"), None)
        if following is not None:
            end = following.end
        while end < len(doc) and end - cut < LONGEST_NAME and doc[end].is_title and not doc[end].is_sent_start:
            end += 1
        person = Labelled(cut, end, "PER")
        while cut > name.start and doc[cut - 1].text in self.titles:  # "Dinas Penerangan Letkol" + a name
            cut -= 1
        return [Labelled(name.start, cut, name.label), person] if cut > name.start else [person]

    def _starts_person(self, doc: Doc, i: int, singles: frozenset[str]) -> bool:
        """Whether a word within a name is a person's elsewhere, and here stands alone: not `(Dinlayar)`."""
        before = doc[i - 1].text if i else ""
        return doc[i].text in singles and before not in self._place_types and before != "("

    def _before_person(self, doc: Doc, name: Labelled, found: Sequence[Labelled]) -> int | None:
        """`Direktur` + `RSUD Anyelir Sri Indah Lestari`: words known from persons alone, at the end, are a person's."""
        if name.label != "ORG":
            return None
        if self._goes_on_as_person(doc, name, found):
            return name.end - 1
        if not self.titles.office_before(doc, name.start):
            return None
        cut = name.end
        while cut > name.start and self._is_persons(doc[cut - 1].text):
            cut -= 1
        body = doc[name.start : cut].text
        speaks = name.end < len(doc) and doc[name.end].lower_ in self._after_speaker
        long_enough = name.end - cut >= (1 if speaks else 2)  # one word alone must go on to speak
        return cut if long_enough and body and not self.organisations.is_type_word(body) else None

    def _goes_on_as_person(self, doc: Doc, name: Labelled, found: Sequence[Labelled]) -> bool:
        """`Himpunan Rini` | `W Prasetyo`: the last word is known from persons, and a person's name goes on after it."""
        follows = any(n.start == name.end and n.label == "PER" for n in found)
        return follows and name.end - name.start >= 2 and self._is_persons(doc[name.end - 1].text)

    def _without_body(self, doc: Doc, name: Labelled) -> list[Labelled]:
        """`Direktur Utama` + `Bulog Arief Prasetyo`: words known from bodies alone, at the start, are a body."""
        cut = name.start
        while cut < name.end and self._words.kinds(doc[cut].text) == BODY:
            cut += 1
        if not name.start < cut < name.end - 1:
            return [name]  # a person left with one word is none
        speaks = name.end < len(doc) and doc[name.end].lower_ in self._after_speaker
        if not self.titles.office_before(doc, name.start) and not (speaks and self._is_persons(doc[cut].text)):
            return [name]  # `gol Laskar Mahesa Jenar` is a nickname of a club
        start = name.start
        while start > 0 and doc[start - 1].is_title and self._words.kinds(doc[start - 1].text) == BODY:
            start -= 1
        return [Labelled(start, cut, "ORG"), Labelled(cut, name.end, "PER")]

    def _is_persons(self, word: str) -> bool:
        """Whether a word is known from persons' names alone."""
        return self._words.kinds(word) == PERSON

    def _is_own_place(self, doc: Doc, body: Labelled, name: Labelled) -> bool:
        """`Polresta` | `Surakarta`: a regional body takes the place right after it."""
        return (
            body.label == "ORG"
            and body.end - body.start == 1 == name.start - body.start
            and self.organisations.is_local(doc[body.start].text)
            and self.gazetteer.find(doc[name.start : name.end].text) is not None
        )

    def _after_own_place(self, doc: Doc, name: Labelled) -> int | None:
        """`BPBD Banggai Sofyan Mangkona`: what follows the place of a regional body is a person."""
        if name.label != "ORG" or not self.organisations.is_local(doc[name.start].text):
            return None
        for i in range(name.start + 1, name.end - 1):
            rest = doc[i + 1 : name.end]
            if doc[i].text in self._place_types or not doc[i].is_alpha or not self._ends_place(doc, name.start, i):
                continue
            names = all(token.is_title and token.text not in self._place_types for token in rest)
            known = self.gazetteer.find(rest.text) or self.organisations.kind(rest.text) or rest[0].text in self.titles
            return i + 1 if 2 <= len(rest) <= LONGEST_NAME and names and not known else None
        return None

    def _ends_place(self, doc: Doc, start: int, i: int) -> bool:
        """Whether the longest known place that ends a body's name ends at token `i`."""
        after = doc[i + 1].text
        spans = [doc[k : i + 1].text for k in range(max(start + 1, i - 2), i + 1)]
        return any(self.gazetteer.find(place) and not self.gazetteer.find(f"{place} {after}") for place in spans)

    def _without_place(
        self, doc: Doc, name: Labelled, singles: frozenset[str], before: list[Labelled]
    ) -> list[Labelled]:
        """`BPBD` | `Agam Dasrial Amri`: the place goes to the body or building right before it."""
        for i in range(name.start + 1, name.end):
            place = doc[name.start : i].text
            if self.gazetteer.find(place) is None or doc[name.start].text in singles:
                continue
            owner = before[-1] if before and before[-1].end == name.start else None
            if doc[name.start - 1].text == ")" and name.end - i >= 2:  # joined to its body with the brackets
                return [Labelled(name.start, i, "GPE"), Labelled(i, name.end, "PER")]
            if owner is not None and owner.label in OWNERS and name.end - i >= 2:
                before[-1] = Labelled(owner.start, i, owner.label)
                return [Labelled(i, name.end, "PER")]
            person = doc[i].text in singles or (name.end - i >= 2 and PERSON in self._words.kinds(doc[i].text))
            if person and self.titles.office_before(doc, name.start):  # not `Bima Hendarto Wibowo` alone
                return [Labelled(name.start, i, "GPE"), Labelled(i, name.end, "PER")]
        return [name]

    def _with_brackets(self, doc: Doc, found: list[Labelled]) -> list[Labelled]:
        """`Komisi Pemilihan Umum (KPU) Kota Medan` and `PT Bio Farma (Persero)` are one name each."""
        mended: list[Labelled] = []
        for name in found:
            if mended and name.start < mended[-1].end:
                continue  # inside the brackets of the name before
            after = name.end + 3  # the token after "(", one word, ")"
            if name.label == "ORG" and after <= len(doc) and (doc[name.end].text, doc[after - 1].text) == ("(", ")"):
                place_end = self._end_of_place(doc, after, found)
                if place_end > after and doc[after - 2].text[0].isupper():
                    name = Labelled(name.start, place_end, "ORG")
                elif doc[after - 2].text in self._legal_forms:
                    name = Labelled(name.start, after, "ORG")
            mended.append(name)
        return mended

    def _end_of_place(self, doc: Doc, start: int, found: Sequence[Labelled]) -> int:
        """End of the place that begins at `start`, by the recogniser or the gazetteer; `start` if none does."""
        after = next((n for n in found if n.start == start), None)
        if after is not None and after.label in PLACES:
            return after.end
        if after is not None and after.label == "PER":
            return start
        first = start + 1 if start < len(doc) and doc[start].text in self._place_types else start
        ends = range(min(first + 3, len(doc)), first, -1)
        return next((end for end in ends if doc[end - 1].is_alpha and self.gazetteer.find(doc[first:end].text)), start)
