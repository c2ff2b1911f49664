"""One tokenisation's analysis laid on another: by characters.

The words of a parser (Stanza's) and the tokens of a Doc (ours) cut the same text differently. A token takes the
analysis of the word that heads all the words it touches; where a word is cut into several tokens, the first holds its
analysis and the others hang on it. The tokens themselves never change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Word(NamedTuple):
    """A syntactic word of a parser.

    ``start`` and ``end`` are those of the surface token it is a part of: `katanya` for both `kata` and `nya`.
    """

    start: int
    end: int
    head: int  # place of its head among all words of the text; its own place for a root
    deprel: str
    upos: str = ""
    xpos: str = ""
    lemma: str = ""
    feats: str = ""


class Analysis(NamedTuple):
    """What a token takes over: the place of its word, None for space; its head and relation."""

    word: int | None
    head: int  # place of the head token; its own for a root
    deprel: str


ROOT, PART, SPACE = "ROOT", "dep", ""


def align(tokens: Sequence[tuple[int, int]], words: Sequence[Word]) -> list[Analysis]:
    """The analysis of each token.

    Parameters
    ----------
    tokens
        Their character ranges, in text order.
    words
        In text order; the words of a surface token follow each other.

    Returns
    -------
    list
        A tree or several: following heads always ends at a root.

    Examples
    --------
    >>> kata, nya = Word(0, 7, 0, "root"), Word(0, 7, 0, "nmod")
    >>> align([(0, 7), (7, 8)], [kata, nya, Word(7, 8, 0, "punct")])
    [Analysis(word=0, head=0, deprel='ROOT'), Analysis(word=2, head=0, deprel='punct')]
    """
    touched = list(_touched(tokens, words))
    owner: dict[int, int] = {}  # the first token that touches a word
    for place, group in enumerate(touched):
        for word in group:
            owner.setdefault(word, place)
    opening = next((place for place, group in enumerate(touched) if group), 0)
    found = []
    for place, group in enumerate(touched):
        beside = opening if place < opening else max(0, place - 1)  # what space hangs on
        found.append(_of(place, group, words, owner) if group else Analysis(None, beside, SPACE))
    return _without_cycles(found)


def _touched(tokens: Sequence[tuple[int, int]], words: Sequence[Word]) -> Iterator[list[int]]:
    """The words that share characters with each token."""
    first = 0
    for start, end in tokens:
        while first < len(words) and words[first].end <= start:
            first += 1
        place = first
        group = []
        while place < len(words) and words[place].start < end:
            group.append(place)
            place += 1
        yield group


def _of(place: int, group: Sequence[int], words: Sequence[Word], owner: dict[int, int]) -> Analysis:
    if owner[group[0]] != place:  # a further piece of a word
        return Analysis(group[0], owner[group[0]], PART)
    inside = set(group)
    main = next((word for word in group if words[word].head not in inside or words[word].head == word), group[0])
    head = words[main].head
    if head == main or owner.get(head, place) == place:
        return Analysis(main, place, ROOT)
    return Analysis(main, owner[head], words[main].deprel)


def _without_cycles(found: Sequence[Analysis]) -> list[Analysis]:
    """Trees, whatever the words gave: what would close a circle becomes a root."""
    mended = list(found)
    safe: set[int] = set()
    for place in range(len(mended)):
        path: list[int] = []
        at = place
        while at not in safe and at not in path:
            path.append(at)
            if mended[at].head == at:
                break
            at = mended[at].head
        else:
            if at in path:
                mended[at] = mended[at]._replace(head=at, deprel=ROOT)
        safe.update(path)
    return mended
