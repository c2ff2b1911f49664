"""Where one name ends and the next begins, by what the rest of the article shows.

``Direktur Kementerian Perdagangan Kasan Muhri`` runs a body and a person together without a comma, and the
recogniser may cut it at the wrong word. The article says later ``kata Kasan``: that word begins, or is, a
person's name.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from beritanlp.entities.gazetteer import Gazetteer
from beritanlp.entities.titles import Titles
from beritanlp.lexicon import Lexicon

LONGEST_NAME = 6  # tokens of a person's name that is put together here


class Labelled(NamedTuple):
    """A token range with its label."""

    start: int
    end: int
    label: str


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
        groups = lexicon["cues"]["stance"].values()
        self._before_speaker = frozenset(word for group in groups for word in group["after"])

    def __call__(self, doc: Doc, found: Sequence[Labelled]) -> list[Labelled]:
        """The names with their boundaries mended, in text order."""
        singles = self._single_names(doc, found)
        if not singles:
            return list(found)
        mended: list[Labelled] = []
        for name in found:
            if mended and name.start < mended[-1].end:
                continue  # taken over by the name before
            if name.label == "PER":
                mended.extend(self._without_place(doc, name, singles))
            else:
                mended.extend(self._split(doc, name, found, singles))
        return mended

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
        cut = next((i for i in range(name.start + 1, name.end) if doc[i].text in singles), None)
        if cut is None:
            return [name]
        end = name.end
        following = next((n for n in found if n.start == name.end and n.label == "PER"), None)
        if following is not None:
            end = following.end
        while end < len(doc) and end - cut < LONGEST_NAME and doc[end].is_title and not doc[end].is_sent_start:
            end += 1
        return [Labelled(name.start, cut, name.label), Labelled(cut, end, "PER")]

    def _without_place(self, doc: Doc, name: Labelled, singles: frozenset[str]) -> list[Labelled]:
        """`Agam Dasrial Amri` is a place and a person, when `Dasrial` is one elsewhere."""
        for i in range(name.start + 1, name.end):
            before = doc[name.start : i].text
            if doc[i].text in singles and doc[name.start].text not in singles and self.gazetteer.find(before):
                return [Labelled(name.start, i, "GPE"), Labelled(i, name.end, "PER")]
        return [name]
