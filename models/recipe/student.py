"""The student: spaCy's own tok2vec, written in torch so that it can be taught by soft labels, and copied back.

The numbers are the same to the last digits: hash embeddings of NORM, PREFIX, SUFFIX and SHAPE, floret vectors, and
residual maxout layers over windows of three words (``spacy.MultiHashEmbed.v2``, ``spacy.MaxoutWindowEncoder.v2``).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import spacy
import torch
from thinc.api import Model, NumpyOps
from torch import Tensor, nn
from torch.nn import functional

FIRST_SEED = 8  # spaCy counts the seeds of its hash tables from here


class Hashed:
    """Rows of the hash tables and floret vectors of words.

    Parameters
    ----------
    vectors
        Folder of a spaCy pipeline with our tokenizer's vocabulary and floret vectors.
    rows
        Rows of each hash table, in the order NORM, PREFIX, SUFFIX, SHAPE.
    """

    def __init__(self, vectors: Path, rows: Sequence[int]) -> None:
        self._vocab = spacy.load(vectors).vocab
        self._rows = rows

    def table(self, words: Iterable[str]) -> HashedTable:
        """Inputs of each word, to cut batches from."""
        return self.table_of(sorted(set(words)))

    def table_of(self, types: Sequence[str]) -> HashedTable:
        """Inputs of these words, in their order."""
        return HashedTable(self, types)

    def features(self, words: Sequence[str]) -> tuple[Tensor, Tensor]:
        """(words, 4 rows of each table) and (words, vector)."""
        lexemes = [self._vocab[word] for word in words]
        attributes = np.array([[x.norm, x.prefix, x.suffix, x.shape] for x in lexemes], dtype=np.uint64)
        rows = [
            NumpyOps().hash(np.ascontiguousarray(attributes[:, i]), FIRST_SEED + i) % size
            for i, size in enumerate(self._rows)
        ]
        vectors = self._vocab.vectors.get_batch(words).astype(np.float32)
        return torch.from_numpy(np.concatenate(rows, 1).astype(np.int64)), torch.from_numpy(vectors).bfloat16()


class HashedTable:
    """The inputs of a fixed set of words."""

    def __init__(self, hashed: Hashed, types: Sequence[str]) -> None:
        self._index = {word: i for i, word in enumerate(types)}
        self._rows, self._vectors = hashed.features(types)

    def indices(self, texts: Sequence[Sequence[str]]) -> Tensor:
        """(texts, words) indices into the table, -1 where a text has ended."""
        out = torch.full((len(texts), max(map(len, texts))), -1)
        for row, text in enumerate(texts):
            out[row, : len(text)] = torch.tensor([self._index[word] for word in text])
        return out

    def batch(self, indices: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Rows and vectors of the different words, and the place of each; -1 is nothing."""
        unique, place = torch.unique(indices.clamp(min=0), return_inverse=True)
        return self._rows[unique], self._vectors[unique], place.masked_fill(indices < 0, len(unique))


class Maxout(nn.Module):
    """The best of three linear maps, normalised."""

    PIECES = 3

    def __init__(self, size: int, inputs: int) -> None:
        super().__init__()
        self.linear = nn.Linear(inputs, size * self.PIECES)
        self.norm = nn.LayerNorm(size, eps=1e-8)
        bound = math.sqrt(6 / (inputs + size * self.PIECES))
        nn.init.uniform_(self.linear.weight, -bound, bound)
        nn.init.zeros_(self.linear.bias)

    def forward(self, x: Tensor) -> Tensor:
        """(..., inputs) to (..., size)."""
        y = self.linear(x)
        out: Tensor = self.norm(y.view(*y.shape[:-1], -1, self.PIECES).amax(-1))
        return out


class Tok2Vec(nn.Module):
    """spaCy's tok2vec of the given width, depth and hash rows, over vectors of `vector` dimensions."""

    def __init__(self, width: int, depth: int, rows: Sequence[int], vector: int) -> None:
        super().__init__()
        self.width, self.depth = width, depth
        self.tables = nn.ModuleList(nn.Embedding(size, width) for size in rows)
        self.vector = nn.Linear(vector, width, bias=False)
        self.mix = Maxout(width, width * (len(rows) + 1))
        self.layers = nn.ModuleList(Maxout(width, 3 * width) for _ in range(depth))
        for table in self.tables:
            nn.init.uniform_(table.weight, -0.1, 0.1)
        nn.init.xavier_uniform_(self.vector.weight)

    def forward(self, rows: Tensor, vectors: Tensor, place: Tensor, dropout: float = 0.0) -> Tensor:
        """(texts, words, width)."""
        hashed = [table(rows[:, 4 * i : 4 * i + 4]).sum(1) for i, table in enumerate(self.tables)]
        words = self.mix(torch.cat([*hashed, self.vector(vectors)], -1))
        x = functional.embedding(place, torch.cat((words, words.new_zeros(1, self.width))))
        x = functional.pad(x, (0, 0, self.depth, self.depth))  # as thinc pads between texts
        edge = x.new_zeros(len(x), 1, self.width)
        for layer in self.layers:
            window = torch.cat((torch.cat((edge, x[:, :-1]), 1), x, torch.cat((x[:, 1:], edge), 1)), -1)
            x = x + functional.dropout(layer(window), dropout, self.training)
        return x[:, self.depth : -self.depth]

    def copy_to(self, model: Model[Any, Any]) -> None:
        """Give an initialised spaCy tok2vec of the same shape these weights."""
        hashes = sorted((x for x in model.walk() if x.name == "hashembed"), key=lambda x: x.attrs["seed"])
        for ours, theirs in zip(self.tables, hashes, strict=True):
            theirs.set_param("E", _numpy(ours.weight))
        (static,) = (x for x in model.walk() if x.name == "static_vectors")
        static.set_param("W", _numpy(self.vector.weight))
        # the walk is breadth first, so the mixer comes before the layers, and those in their order
        maxouts = [x for x in model.walk() if x.name == "maxout"]
        norms = [x for x in model.walk() if x.name == "layernorm"]
        for block, maxout, norm in zip([self.mix, *self.layers], maxouts, norms, strict=True):
            for name, weight in (("W", block.linear.weight), ("b", block.linear.bias)):
                maxout.set_param(name, _numpy(weight).reshape(maxout.get_param(name).shape))
            norm.set_param("G", _numpy(block.norm.weight))
            norm.set_param("b", _numpy(block.norm.bias))


def _numpy(weight: Tensor) -> np.ndarray:
    return weight.detach().float().numpy().copy()
