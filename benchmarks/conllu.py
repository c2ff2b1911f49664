"""UD treebanks as surface tokens.

Our tokenizer keeps ``-nya`` on its word, so a multiword token counts as one, with the analysis of the word whose
head lies outside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple


class Node(NamedTuple):
    """A token with its analysis; head 0 is the root, 1 the first token."""

    form: str
    upos: str
    feats: str
    head: int
    deprel: str
    lemma: str = "_"


Sentence = list[Node]


class Block(NamedTuple):
    """A sentence of a file: its document (empty where the file does not say), its text and its tokens."""

    document: str
    text: str
    nodes: Sentence


def read_blocks(path: Path) -> Iterator[Block]:
    """Sentences of a CoNLL-U file; PUD's documents show in its sentence ids."""
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.split("\n")
        comments = dict(line[2:].split(" = ", 1) for line in lines if line.startswith("# ") and " = " in line)
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        document = re.match(r"[nw]\d{5}(?=\d{3}$)|", comments.get("sent_id", ""))
        nodes = surface([row for row in rows if "." not in row[0]])
        yield Block(document[0] if document else "", comments.get("text", ""), nodes)


def read_sentences(path: Path) -> list[Sentence]:
    """Tokens of each sentence of a CoNLL-U file."""
    return [block.nodes for block in read_blocks(path)]


def read_documents(path: Path) -> list[list[Block]]:
    """Sentences of a CoNLL-U file, document by document."""
    documents: dict[str, list[Block]] = {}
    for block in read_blocks(path):
        documents.setdefault(block.document, []).append(block)
    return list(documents.values())


def surface(rows: Sequence[list[str]]) -> Sentence:
    """One node per surface token."""
    groups: list[tuple[str, list[list[str]]]] = []
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
        sentence.append(Node(form, top[3], top[5], place[top[6]], top[7], top[2]))
    return sentence


class Counts(NamedTuple):
    """Pieces that a treebank has, that a system found, and that both have."""

    gold: int = 0
    found: int = 0
    both: int = 0

    def plus(self, gold: Sequence[str], found: Sequence[str]) -> Counts:
        """With the pieces of one more text, compared by their offsets."""
        one, other = set(offsets(gold)), set(offsets(found))
        return Counts(self.gold + len(one), self.found + len(other), self.both + len(one & other))

    @property
    def f1(self) -> float:
        """F1 in percent."""
        return 200 * self.both / (self.gold + self.found)


def offsets(pieces: Sequence[str]) -> list[tuple[int, int]]:
    """Offsets of pieces in their concatenation without white space."""
    found, at = [], 0
    for piece in pieces:
        size = len("".join(piece.split()))
        found.append((at, at + size))
        at += size
    return found
