"""Where one name ends and the next begins, by what the rest of the article shows.

``Direktur Kementerian Perdagangan Kasan Muhri`` runs a body and a person together without a comma, and the
recogniser may cut it at the wrong word. The article says later ``kata Kasan``: that word begins, or is, a
person's name. ``Kepala BPBD Agam Dasrial Amri`` is cut by the gazetteer, and ``Komisi Pemilihan Umum (KPU) Medan``
is one body with its bracket and place inside.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from beritanlp.entities.fragments import Labelled
from beritanlp.entities.gazetteer import Gazetteer
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
    """

    def __init__(self, lexicon: Lexicon, titles: Titles, gazetteer: Gazetteer) -> None:
        self.titles = titles
        self.gazetteer = gazetteer
        cues = lexicon["cues"]
        after = {word for group in cues["stance"].values() for word in group["after"]}
        types = lexicon["place_types"]["types"].values()
        self._place_types = frozenset(word for words in types for word in words)
        self._legal_forms = frozenset(lexicon["roles"]["legal_forms"])
        self._before_speaker = frozenset(after | set(cues["prepositions"]["according"]))

    def __call__(self, doc: Doc, found: Sequence[Labelled]) -> list[Labelled]:
        """The names with their boundaries mended, in text order."""
        singles = self._single_names(doc, found)
        mended: list[Labelled] = []
        for name in found:
            if mended and name.start < mended[-1].end:
                continue  # taken over by the name before
            if name.label == "PER":
                mended.extend(self._without_place(doc, name, singles, mended))
            else:
                mended.extend(self._split(doc, name, found, singles))
        return self._with_brackets(doc, mended)

    def _single_names(self, doc: Doc, found: Sequence[Labelled]) -> frozenset[str]:
        """Words that are a person's name by themselves somewhere in the article."""
        words = {doc[n.start].text for n in found if n.label == "PER" and n.end - n.start == 1}
        for token in doc[1:]:
            if token.nbor(-1).lower_ in self._before_speaker and self._is_lone_name(doc, token.i):
                words.add(token.text)
        return frozenset(w for w in words if w.istitle() and len(w) > 2)

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
        """`Kementerian Perdagangan Kasan` | `Muhri` becomes `Kementerian Perdagangan` | `Kasan Muhri`."""
        first = name.start if name.end - name.start in (2, 3) else name.start + 1
        cut = next(
            (i for i in range(first, name.end) if doc[i].text in singles and doc[i - 1].text not in self._place_types),
            None,
        )
        if cut is None:
            return [name]
        end = name.end
        following = next((n for n in found if n.start == name.end and n.label == "PER"), None)
        if following is not None:
            end = following.end
        while end < len(doc) and end - cut < LONGEST_NAME and doc[end].is_title and not doc[end].is_sent_start:
            end += 1
        person = Labelled(cut, end, "PER")
        return [Labelled(name.start, cut, name.label), person] if cut > name.start else [person]

    def _without_place(
        self, doc: Doc, name: Labelled, singles: frozenset[str], before: list[Labelled]
    ) -> list[Labelled]:
        """`BPBD` | `Agam Dasrial Amri`: the place goes to the body or building right before it."""
        for i in range(name.start + 1, name.end):
            place = doc[name.start : i].text
            if self.gazetteer.find(place) is None or doc[name.start].text in singles:
                continue
            owner = before[-1] if before and before[-1].end == name.start else None
            if owner is not None and owner.label in OWNERS and name.end - i >= 2:
                before[-1] = Labelled(owner.start, i, owner.label)
                return [Labelled(i, name.end, "PER")]
            if doc[i].text in singles:
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
                place = next((n for n in found if n.start == after and n.label in PLACES), None)
                if place is not None and doc[after - 2].text[0].isupper():
                    name = Labelled(name.start, place.end, "ORG")
                elif doc[after - 2].text in self._legal_forms:
                    name = Labelled(name.start, after, "ORG")
            mended.append(name)
        return mended
