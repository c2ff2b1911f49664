"""spaCy's transition-based entity recogniser, decoded for all tokens of a batch at once.

Outside an entity the recogniser sees nothing but the token before it, so that its best move is computed for every
token beforehand; only the inside of entities is decoded token by token. The entities are those of spaCy's own decoder,
which asks each of its moves for each token whether it is valid, and takes Python's lock each time: four fifths of its
time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IS_SPACE, SENT_START
from spacy.pipeline.ner import EntityRecognizer
from spacy.pipeline.trainable_pipe import TrainablePipe
from spacy.tokens import Doc, Span

from beritanlp.engines.states import NO_TOKEN, Ints, StateLayer, can_read

_SEEN = 6  # the token and, inside an entity, its first five tokens
_BEGIN, _UNIT, _OUT = range(3)


class Entity(NamedTuple):
    """An entity of a Doc."""

    start: int
    end: int
    label: str


class BatchedEntityRecognizer(EntityRecognizer):  # type: ignore[misc]  # spaCy's class is compiled, without types
    """An EntityRecognizer without an upper layer; Docs that have entities already are left to spaCy's decoder."""

    pipe = TrainablePipe.pipe  # a batch in one go; spaCy's takes a quarter at a time

    def predict(self, docs: Sequence[Doc]) -> Any:
        """Entities of each Doc; states of spaCy's decoder, where it has to do it."""
        if not any(map(len, docs)) or not self._can_read(docs):
            return super().predict(docs)
        return list(_entities(self, docs))

    def set_annotations(self, docs: Sequence[Doc], found: Any) -> None:
        """Set ``doc.ents``."""
        if not (found and isinstance(found[0], list)):
            super().set_annotations(docs, found)
            return
        for doc, entities in zip(docs, found, strict=True):
            doc.set_ents([Span(doc, *entity) for entity in entities], default="outside")

    def _can_read(self, docs: Sequence[Doc]) -> bool:
        fresh = not any(doc.has_annotation("ENT_IOB") for doc in docs)
        return fresh and self.cfg["beam_width"] == 1 and can_read(self.model, _SEEN, upper=False)


class _Moves:
    """Which of the scores is which move."""

    def __init__(self, names: Sequence[str]) -> None:
        moves = [name.split("-", 1) for name in names]
        first = {"B": _BEGIN, "U": _UNIT, "O": _OUT}
        self.labels = [move[-1] for move in moves]
        # "U-" without a label keeps a token out of all entities; it is for tokens that were told so beforehand
        self.kinds = np.array([first.get(move[0], -1) if move[-1] else -1 for move in moves])
        place = {tuple(move): number for number, move in enumerate(moves)}
        self.inside = np.array([place.get(("I", label), -1) for label in self.labels])
        self.last = np.array([place.get(("L", label), -1) for label in self.labels])


def _entities(recogniser: EntityRecognizer, docs: Sequence[Doc]) -> Iterator[list[Entity]]:
    layer = StateLayer(recogniser.model, docs)
    moves = _Moves([recogniser.moves.get_class_name(move) for move in range(recogniser.moves.n_moves)])
    last, space = _borders(docs)
    best = _outside(layer, moves, last, space)
    starts = np.flatnonzero(moves.kinds[best] == _BEGIN)
    ends = dict(zip(starts.tolist(), _ends(layer, moves, starts, best[starts], last).tolist(), strict=True))
    kinds = moves.kinds[best]
    begin = 0
    for doc in docs:
        found: list[Entity] = []
        free = begin
        for token in (np.flatnonzero(kinds[begin : begin + len(doc)] != _OUT) + begin).tolist():
            if token >= free:
                free = ends.get(token, token) + 1
                found.append(Entity(token - begin, free - begin, moves.labels[best[token]]))
        yield found
        begin += len(doc)


def _borders(docs: Sequence[Doc]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which tokens no entity can go on after, and which are space."""
    table = np.concatenate([doc.to_array([SENT_START, IS_SPACE]) for doc in docs])
    last = np.zeros(len(table), dtype=bool)
    last[:-1] = table[1:, 0].astype(np.int64) == 1
    last[np.cumsum([len(doc) for doc in docs]) - 1] = True
    return last, table[:, 1] == 1


def _outside(layer: StateLayer, moves: _Moves, last: NDArray[np.bool_], space: NDArray[np.bool_]) -> Ints:
    """The best move of each token outside entities."""
    scores = layer([np.arange(len(last))])
    scores[:, moves.kinds < 0] = -np.inf
    scores[np.ix_(last | space, moves.kinds == _BEGIN)] = -np.inf
    scores[np.ix_(space, moves.kinds == _UNIT)] = -np.inf
    return np.asarray(scores.argmax(axis=1))


def _ends(layer: StateLayer, moves: _Moves, starts: Ints, begun: Ints, last: NDArray[np.bool_]) -> Ints:
    """The last token of an entity that begins at each of `starts` by the moves `begun`."""
    ends = starts.copy()
    inside, closing = moves.inside[begun], moves.last[begun]
    open_ = np.arange(len(starts))
    while len(open_):
        ends[open_] += 1
        tokens = ends[open_]
        scores = layer([tokens, *_begun(starts[open_], tokens)])
        row = np.arange(len(open_))
        # the move that comes first wins where both score the same, as in spaCy
        goes_on, closes = scores[row, inside[open_]], scores[row, closing[open_]]
        first = inside[open_] < closing[open_]
        on = np.where(first, goes_on >= closes, goes_on > closes) & ~last[tokens]
        open_ = open_[on]
    return ends


def _begun(starts: Ints, tokens: Ints) -> Iterator[Ints]:
    """The first tokens of entities, as far as they lie before `tokens`."""
    for token in (starts + place for place in range(_SEEN - 1)):
        yield np.where(token < tokens, token, NO_TOKEN)
