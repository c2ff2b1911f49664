"""spaCy's convolutional tok2vec, computed once for each different word and a few hundred tokens at a time.

The numbers are thinc's but for the last bits. What is saved: an article repeats its words, so that a batch has three
times as many tokens as words to embed; and a layer whose values stay in the processor's cache is twice as fast as one
that goes through the memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from threading import Lock
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import NORM, ORTH
from spacy.pipeline.tok2vec import Tok2Vec
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model, NumpyOps

from beritanlp.engines.states import Floats, largest_piece, multiply, param

_TOKENS = 1000  # computed at a time: 384 numbers for each stay in a cache of two megabytes
_REMEMBERED = 50_000  # words whose vectors are kept: 20 MB
_ONE_AT_A_TIME = Lock()  # of the module: a component with a lock could not be pickled
_SPREAD = np.uint64(0x9E3779B97F4A7C15)  # 2**64 over the golden ratio: spreads a hash


class BlockwiseTok2Vec(Tok2Vec):
    """A Tok2Vec of MultiHashEmbed and MaxoutWindowEncoder; any other model is left to thinc."""

    def __init__(self, vocab: Vocab, model: Model[Any, Any], name: str = "tok2vec") -> None:
        super().__init__(vocab, model, name)
        self._vectors = _WordVectors()

    def predict(self, docs: Iterable[Doc]) -> list[Floats]:
        """A vector for each token of each Doc, as arrays of shape (tokens, width)."""
        docs = list(docs)
        if not any(map(len, docs)) or not _is_known(self.model):
            return cast("list[Floats]", super().predict(docs))
        embed, encode = self.model.layers
        vectors = self._embedded(embed, docs)
        layers = [_Maxout(residual.layers[0]) for residual in _in_chain(encode.layers[0])]
        found: list[Floats] = []
        for lengths in _blocks([len(doc) for doc in docs]):
            end = sum(lengths)
            found += _encoded(layers, vectors[:end], lengths, encode.attrs["pad"])
            vectors = vectors[end:]
        return found

    def _embedded(self, embed: Model[Any, Any], docs: Sequence[Doc]) -> Floats:
        """The vectors of all tokens before they know their neighbours: of shape (tokens, width)."""
        both, maxout, _ = embed.layers
        hashes, static = both.layers
        features = hashes.layers[0].attrs["columns"]
        table = np.concatenate([doc.to_array([ORTH, NORM, *features]) for doc in docs])
        words = table[:, 0] * _SPREAD ^ table[:, 1]
        _, first, which = np.unique(words, return_index=True, return_inverse=True)
        table = table[first]
        embedded = hashes.layers[2].predict(np.ascontiguousarray(table[:, 2:]))
        vectors = self._vectors.of(table[:, 0], docs[0].vocab)
        projected = multiply(static.ops, vectors, param(static, "W"))
        return _Maxout(maxout)(np.hstack((embedded, projected)))[which]


class _WordVectors:
    """Floret vectors of the words met so far: each is the mean of some twenty rows of a table."""

    def __init__(self) -> None:
        self._source: Floats | None = None
        self._known = np.empty((0, 0), dtype=np.float32)
        self._rows: dict[int, int] = {}

    def of(self, words: NDArray[np.uint64], vocab: Vocab) -> Floats:
        """Vectors of words, given by their hashes: of shape (words, width)."""
        with _ONE_AT_A_TIME:
            return self._of(words, vocab)

    def _of(self, words: NDArray[np.uint64], vocab: Vocab) -> Floats:
        if vocab.vectors.data is not self._source:
            self._source = vocab.vectors.data
            self._known = np.empty((_REMEMBERED, self._source.shape[1]), dtype=np.float32)
            self._rows.clear()
        keys = words.tolist()
        new = list(dict.fromkeys(key for key in keys if key not in self._rows))
        start = len(self._rows)
        if start + len(new) > _REMEMBERED:
            self._rows.clear()
            return cast(Floats, vocab.vectors.get_batch(keys))
        if new:
            self._rows.update(zip(new, range(start, start + len(new)), strict=True))
            self._known[start : start + len(new)] = vocab.vectors.get_batch(new)
        return self._known[[self._rows[key] for key in keys]]


class _Maxout:
    """Weights of a maxout layer and its normalisation, the pieces side by side."""

    def __init__(self, node: Model[Any, Any]) -> None:
        maxout, norm = _one(node, "maxout"), _one(node, "layernorm")
        weights, bias = param(maxout, "W"), param(maxout, "b")
        self.ops = maxout.ops
        self.width, self.pieces, _ = weights.shape
        self.weights = np.ascontiguousarray(weights.transpose(1, 0, 2)).reshape(self.pieces * self.width, -1)
        self.bias = np.ascontiguousarray(bias.T).reshape(-1)
        self.gain, self.shift = param(norm, "G"), param(norm, "b")

    def __call__(self, inputs: Floats) -> Floats:
        """Of shape (tokens, inputs) to (tokens, width)."""
        found = multiply(self.ops, inputs, self.weights)
        found += self.bias
        best = largest_piece(found, self.width)
        best -= best.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", best, best) / self.width + 1e-08
        best *= (variance**-0.5)[:, None]
        best *= self.gain
        best += self.shift
        return best


def _encoded(layers: Sequence[_Maxout], vectors: Floats, lengths: Sequence[int], pad: int) -> list[Floats]:
    """The vectors of some Docs when each token has seen its neighbours; `pad` rows keep the Docs apart."""
    width = vectors.shape[1]
    rows = np.zeros((sum(lengths) + pad * (len(lengths) + 1), width), dtype=np.float32)
    spans = list(_spans(lengths, pad))
    start = 0
    for span in spans:
        rows[span] = vectors[start : start + span.stop - span.start]
        start += span.stop - span.start
    window = np.zeros((len(rows), 3 * width), dtype=np.float32)
    for layer in layers:
        window[1:, :width] = rows[:-1]
        window[:, width : 2 * width] = rows
        window[:-1, 2 * width :] = rows[1:]
        rows += layer(window)
    return [rows[span] for span in spans]


def _spans(lengths: Sequence[int], pad: int) -> Iterator[slice]:
    start = pad
    for length in lengths:
        yield slice(start, start + length)
        start += length + pad


def _blocks(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Lengths of the Docs that are computed together."""
    block: list[int] = []
    for length in lengths:
        if block and sum(block) + length > _TOKENS:
            yield block
            block = []
        block.append(length)
    yield block


def _is_known(model: Model[Any, Any]) -> bool:
    """Whether a model is a MultiHashEmbed with static vectors and a MaxoutWindowEncoder of window 1, on a CPU."""
    if not isinstance(model.ops, NumpyOps) or [len(layer.layers) for layer in model.layers] != [3, 1]:
        return False
    names = [node.name for node in model.walk()]
    windows = {node.attrs["window_size"] for node in model.walk() if node.name == "expand_window"}
    return "static_vectors" in names and "extract_features" in names and windows == {1}


def _in_chain(node: Model[Any, Any]) -> Sequence[Model[Any, Any]]:
    """The residual layers of an encoder; a chain of one is that one."""
    return node.layers if len(node.layers) > 1 else [node]


def _one(node: Model[Any, Any], name: str) -> Model[Any, Any]:
    return next(part for part in node.walk() if part.name == name)
