"""UD treebanks as surface tokens, and GSD's old training part brought to the new annotation.

Our tokenizer keeps ``-nya`` on its word, so a multiword token counts as one, with the analysis of the word whose
head lies outside it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

Row = list[str]


class Node(NamedTuple):
    """A token with its analysis; head 0 is the root, 1 the first token."""

    form: str
    upos: str
    feats: str
    head: int
    deprel: str


Sentence = list[Node]


def read_treebank(path: Path) -> list[Sentence]:
    """Sentences of a CoNLL-U file."""
    blocks = path.read_text(encoding="utf-8").strip().split("\n\n")
    rows = ([line.split("\t") for line in block.split("\n") if not line.startswith("#")] for block in blocks)
    return [surface([row for row in block if "." not in row[0]]) for block in rows]


def surface(rows: Sequence[Row]) -> Sentence:
    """One node per surface token."""
    groups: list[tuple[str, list[Row]]] = []
    until = 0
    for row in rows:
        if "-" in row[0]:
            until = int(row[0].split("-")[1])
            groups.append((row[1], []))
        elif int(row[0]) <= until:
            groups[-1][1].append(row)
        else:
            groups.append((row[1], [row]))
    place = {row[0]: k for k, (_, members) in enumerate(groups, 1) for row in members} | {"0": 0}
    sentence = []
    for k, (form, members) in enumerate(groups, 1):
        top = next((row for row in members if place[row[6]] != k), members[0])
        sentence.append(Node(form, top[3], top[5], place[top[6]], top[7]))
    return sentence


def aligned(old: Sequence[Sentence], new: Sequence[Sentence]) -> Iterator[tuple[Sentence, Sentence]]:
    """Sentences that both annotations hold with the same tokens."""
    by_forms = {tuple(node.form for node in sentence): sentence for sentence in new}
    for sentence in old:
        match = by_forms.get(tuple(node.form for node in sentence))
        if match:
            yield sentence, match


class Readings:
    """How tags and relations of one annotation read in another: log probabilities from aligned sentences."""

    def __init__(self, pairs: Sequence[tuple[Sentence, Sentence]], tags: Sequence[str], deprels: Sequence[str]) -> None:
        tag_counts: dict[str, Counter[str]] = defaultdict(Counter)
        rel_counts: dict[str, Counter[str]] = defaultdict(Counter)
        for old, new in pairs:
            for a, b in zip(old, new, strict=True):
                tag_counts[a.upos][b.upos] += 1
                if a.head == b.head:
                    rel_counts[a.deprel][b.deprel] += 1
        self._tags, self._deprels = (tag_counts, tags), (rel_counts, deprels)

    def of_tag(self, tag: str) -> np.ndarray:
        """Log probabilities of the new tags, given an old one."""
        return _log_share(tag, *self._tags)

    def of_deprel(self, deprel: str) -> np.ndarray:
        """Log probabilities of the new relations, given an old one under the same head."""
        return _log_share(deprel, *self._deprels)


def _log_share(key: str, counts: dict[str, Counter[str]], names: Sequence[str]) -> np.ndarray:
    seen = counts[key]
    share = np.array([seen[name] + 0.1 / len(names) + 0.5 * (name == key) for name in names])
    return np.log(share / share.sum())
