"""spaCy's arc-eager dependency parser, decoded for all sentences of a batch at once.

Where the sentences are known before, no move of the parser crosses their borders: each sentence is a state of its own,
and one step moves hundreds of them. The trees are those of spaCy's own decoder, which takes one article for one state.

References
----------
Nivre and Nilsson 2005, "Pseudo-projective dependency parsing"; Honnibal, Goldberg and Johnson 2013, "A non-monotonic
arc-eager transition system for dependency parsing": the moves, and the words put back on the buffer.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, HEAD, SENT_START
from spacy.pipeline.dep_parser import DependencyParser
from spacy.pipeline.trainable_pipe import TrainablePipe
from spacy.tokens import Doc

from beritanlp.engines.states import NO_TOKEN, Floats, Ints, StateLayer, can_read, multiply, param

Bools = NDArray[np.bool_]
_SEEN = 8  # two of the buffer, three of the stack, and the last children of the first two
_FEWEST = 80  # sentences; with fewer a step costs more than it saves
_KINDS = ("S", "D", "L", "R")  # shift, reduce, left arc, right arc: as spaCy names the moves
_SHIFT, _REDUCE, _LEFT, _RIGHT = range(len(_KINDS))


class Trees(NamedTuple):
    """Trees of a Doc: for each token the distance of its head, and the hash of its relation."""

    heads: Ints
    relations: NDArray[np.uint64]


class BatchedParser(DependencyParser):  # type: ignore[misc]  # spaCy's class is compiled, without types
    """A DependencyParser with an upper layer; Docs without sentences, and few Docs, are left to spaCy's decoder."""

    pipe = TrainablePipe.pipe  # a batch in one go; spaCy's takes a quarter at a time

    def predict(self, docs: Sequence[Doc]) -> Any:
        """Trees of each Doc; states of spaCy's decoder, where it has to do it."""
        if not any(map(len, docs)) or not self._can_read(docs):
            return super().predict(docs)
        return _trees(self, docs)

    def set_annotations(self, docs: Sequence[Doc], found: Any) -> None:
        """Set ``token.head`` and ``token.dep``."""
        if not (found and isinstance(found[0], Trees)):
            super().set_annotations(docs, found)
            return
        for doc, trees in zip(docs, found, strict=True):
            table = np.stack((trees.heads.astype(np.uint64), trees.relations), axis=1)
            doc.from_array([HEAD, DEP], cast(Any, table))
            for finish in self.postprocesses:
                finish(doc)

    def _can_read(self, docs: Sequence[Doc]) -> bool:
        plain = self.cfg["beam_width"] == 1 and not self.cfg.get("learn_tokens")
        if not plain or not can_read(self.model, _SEEN, upper=True):
            return False
        marks = np.concatenate([_sentence_marks(doc) for doc in docs])
        return bool(marks.all() and np.count_nonzero(marks == 1) >= _FEWEST)


def _sentence_marks(doc: Doc) -> Ints:
    """For each token 1 where a sentence begins, -1 where none does, 0 where nobody said so."""
    return doc.to_array(SENT_START).astype(np.int64)


class _Moves:
    """Which of the scores is which move: columns sorted by kind, then as spaCy has them."""

    def __init__(self, parser: DependencyParser) -> None:
        names = [parser.moves.get_class_name(move) for move in range(parser.moves.n_moves)]
        kinds = [name.split("-", 1)[0] for name in names]
        places = [[place for place, kind in enumerate(kinds) if kind == wanted] for wanted in _KINDS]
        self.columns = np.array([place for group in places for place in group])
        self.groups = np.cumsum([0, *map(len, places)])
        strings = parser.vocab.strings
        relations = [strings.as_int(name.partition("-")[2]) if "-" in name else 0 for name in names]
        self.relations = np.array(relations, dtype=np.uint64)[self.columns]
        self.root = np.uint64(strings.as_int("ROOT"))

    def best(self, scores: Floats, valid: Bools) -> tuple[Ints, Ints]:
        """Kind of the best valid move and its column; scores of shape (states, columns), valid (states, kinds)."""
        rows = np.arange(len(scores))
        columns = np.stack(
            [scores[:, a:b].argmax(axis=1) + a for a, b in zip(self.groups, self.groups[1:], strict=False)], axis=1
        )
        best = np.where(valid, scores[rows[:, None], columns], -np.inf).argmax(axis=1)
        return best, columns[rows, best]


class _Scorer:
    """Scores of the moves in a state."""

    def __init__(self, parser: DependencyParser, docs: Sequence[Doc], moves: _Moves) -> None:
        self._lower = StateLayer(parser.model, docs)
        self._upper = parser.model.layers[2]
        self._weights = np.ascontiguousarray(param(self._upper, "W")[moves.columns])
        self._bias = param(self._upper, "b")[moves.columns]

    def __call__(self, seen: Sequence[Ints]) -> Floats:
        """Scores in states that see the tokens `seen`, one array for each place: of shape (states, columns)."""
        scores = multiply(self._upper.ops, self._lower(seen), self._weights)
        scores += self._bias
        return scores


class _States:
    """The states of all sentences: a row each, tokens counted through the batch.

    Parameters
    ----------
    starts, ends
        Of the sentences.
    doc_ends
        Where the Doc of each sentence ends.
    """

    def __init__(self, starts: Ints, ends: Ints, doc_ends: Ints) -> None:
        tokens = int(ends.max(initial=0))
        depth = int((ends - starts).max(initial=0)) + 3  # three are looked at, even of a stack of none
        self.next, self.ends, self.doc_ends = starts.copy(), ends, doc_ends
        self.stack = np.full((len(starts), depth), NO_TOKEN)
        self.depth = np.zeros(len(starts), dtype=np.int64)
        self.back = np.full((len(starts), depth), NO_TOKEN)  # tokens put back on the buffer
        self.backs = np.zeros(len(starts), dtype=np.int64)
        self.head = np.full(tokens + 1, NO_TOKEN)  # one place more, for no token
        self.relation = np.zeros(tokens + 1, dtype=np.uint64)
        self.left = np.full(tokens + 1, NO_TOKEN)  # the last child that a token got on its left, on its right
        self.right = np.full(tokens + 1, NO_TOKEN)
        self.before = np.full(tokens + 1, NO_TOKEN)  # the child that its head got before
        self.stuck = np.zeros(tokens + 1, dtype=bool)  # put back before: not to be shifted again

    def unfinished(self) -> Ints:
        """Sentences with tokens on the stack or the buffer."""
        return np.flatnonzero((self.depth > 0) | (self.backs > 0) | (self.next < self.ends))

    def on_stack(self, rows: Ints, place: int) -> Ints:
        """The token so many places below the top of the stack."""
        depth = self.depth[rows]
        return np.where(depth > place, self.stack[rows, depth - 1 - place], NO_TOKEN)

    def on_buffer(self, rows: Ints, place: int) -> Ints:
        """The token so many places after the first of the buffer, which goes on to the end of the Doc."""
        backs = self.backs[rows]
        coming = self.next[rows] + place - backs
        put_back = self.back[rows, backs - 1 - place]
        return np.where(backs > place, put_back, np.where(coming < self.doc_ends[rows], coming, NO_TOKEN))

    def valid(self, rows: Ints, first: Ints) -> Bools:
        """Which kinds of moves there are, by the first token of the buffer: of shape (states, kinds)."""
        empty = self.depth[rows] == 0
        inside = (self.backs[rows] > 0) | (self.next[rows] < self.ends[rows])
        two_left = self.doc_ends[rows] - self.next[rows] + self.backs[rows] > 1
        shift = empty | (two_left & inside & ~self.stuck[first])
        reduce = ~empty & ((self.depth[rows] > 1) | ~inside)
        arc = ~empty & inside
        return np.stack((shift, reduce, arc, arc), axis=1)

    def push(self, rows: Ints) -> None:
        """Move the first token of the buffer to the stack."""
        token = self.on_buffer(rows, 0)
        put_back = self.backs[rows] > 0
        self.backs[rows[put_back]] -= 1
        self.next[rows[~put_back]] += 1
        self.stack[rows, self.depth[rows]] = token
        self.depth[rows] += 1

    def reduce(self, rows: Ints) -> None:
        """Take the token from the stack; put it back on the buffer when it has no head but could get one."""
        top = self.on_stack(rows, 0)
        back = (self.head[top] == NO_TOKEN) & (self.depth[rows] > 1)
        self.depth[rows] -= 1
        rows, top = rows[back], top[back]
        self.stuck[top] = True
        self.back[rows, self.backs[rows]] = top
        self.backs[rows] += 1

    def left_arc(self, rows: Ints, relation: NDArray[np.uint64]) -> None:
        """Make the first of the buffer the head of the token on the stack, in place of the head it may have."""
        head, child = self.on_buffer(rows, 0), self.on_stack(rows, 0)
        old = self.head[child]
        had = old != NO_TOKEN
        self.right[old[had]] = self.before[child[had]]
        self._attach(self.left, head, child, relation)
        self.stuck[head] = False
        self.depth[rows] -= 1

    def right_arc(self, rows: Ints, relation: NDArray[np.uint64]) -> None:
        """Make the token on the stack the head of the first of the buffer, and move that to the stack."""
        self._attach(self.right, self.on_stack(rows, 0), self.on_buffer(rows, 0), relation)
        self.push(rows)

    def _attach(self, last: Ints, head: Ints, child: Ints, relation: NDArray[np.uint64]) -> None:
        self.before[child] = last[head]
        last[head] = child
        self.head[child] = head
        self.relation[child] = relation


def _trees(parser: DependencyParser, docs: Sequence[Doc]) -> list[Trees]:
    moves = _Moves(parser)
    scorer = _Scorer(parser, docs, moves)
    doc_ends = np.cumsum([len(doc) for doc in docs])
    states = _new_states(docs, doc_ends)
    rows = states.unfinished()
    while len(rows):
        _step(states, rows, scorer, moves)
        rows = states.unfinished()
    tokens = np.arange(len(states.head) - 1)
    heads = np.where(states.head[:-1] == NO_TOKEN, 0, states.head[:-1] - tokens)
    relations = np.where(heads == 0, moves.root, states.relation[:-1])
    bounds = zip([0, *doc_ends], doc_ends, strict=False)
    return [Trees(heads[start:end], relations[start:end]) for start, end in bounds]


def _new_states(docs: Sequence[Doc], doc_ends: Ints) -> _States:
    marks = np.concatenate([_sentence_marks(doc) for doc in docs])
    doc_starts = doc_ends - np.array([len(doc) for doc in docs])
    marks[doc_starts[doc_starts < doc_ends]] = 1
    starts = np.flatnonzero(marks == 1)
    ends = np.append(starts[1:], len(marks))
    return _States(starts, ends, doc_ends[np.searchsorted(doc_ends, starts, side="right")])


def _step(states: _States, rows: Ints, scorer: _Scorer, moves: _Moves) -> None:
    """Move every unfinished sentence on by its best move."""
    first, top = states.on_buffer(rows, 0), states.on_stack(rows, 0)
    seen = (
        first,
        states.on_buffer(rows, 1),
        top,
        states.on_stack(rows, 1),
        states.on_stack(rows, 2),
        states.left[first],
        states.left[top],
        states.right[top],
    )
    kind, column = moves.best(scorer(seen), states.valid(rows, first))
    relation = moves.relations[column]
    states.push(rows[kind == _SHIFT])
    states.reduce(rows[kind == _REDUCE])
    left, right = kind == _LEFT, kind == _RIGHT
    states.left_arc(rows[left], relation[left])
    states.right_arc(rows[right], relation[right])
