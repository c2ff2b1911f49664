"""The lower layer of spaCy's transition models: what a state sees of the tokens, as numbers.

spaCy computes beforehand what every token adds in every place where a state may see it: six kilobytes a token, far more
than a processor's cache holds. Here the vectors of the tokens that a state sees are put side by side and multiplied
when they are needed: as much to compute, a tenth of the memory.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps, Ops

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
NO_TOKEN = -1


class StateLayer:
    """A maxout over the tokens that a state sees.

    Parameters
    ----------
    model
        Of a parser or entity recogniser of spaCy.
    docs
        Their tokens are counted through.
    """

    def __init__(self, model: Model[Any, Any], docs: Sequence[Doc]) -> None:
        tok2vec, lower = model.layers[:2]
        weights = param(lower, "W")  # of shape (features, units, pieces, inputs)
        self._features, self._units, pieces, self._inputs = weights.shape
        self._weights = np.ascontiguousarray(weights.transpose(2, 1, 0, 3)).reshape(pieces * self._units, -1)
        self._nothing = np.ascontiguousarray(param(lower, "pad")[0].transpose(0, 2, 1)).reshape(self._features, -1)
        self._bias = np.ascontiguousarray(param(lower, "b").T).reshape(-1)
        vectors = tok2vec.predict(docs)
        self._ops = lower.ops
        self._vectors = np.concatenate((vectors, np.zeros((1, self._inputs), dtype=np.float32)))  # last: no token

    def __call__(self, seen: Sequence[Ints]) -> Floats:
        """The units in states that see the tokens `seen`, an array for each place and none in further places.

        Of shape (states, units). ``NO_TOKEN`` stands for no token.
        """
        places = len(seen)
        tokens = np.stack(seen, axis=1)
        inputs = self._vectors[tokens].reshape(len(tokens), -1)
        weights = np.ascontiguousarray(self._weights[:, : places * self._inputs])
        total = multiply(self._ops, inputs, weights)
        total += (tokens == NO_TOKEN).astype(np.float32) @ self._nothing[:places]
        total += self._nothing[places:].sum(axis=0) + self._bias
        return largest_piece(total, self._units)


def largest_piece(found: Floats, units: int) -> Floats:
    """Of each unit its largest piece, where the pieces of all units lie side by side: of shape (rows, units)."""
    best = found[:, :units].copy()
    for start in range(units, found.shape[1], units):
        np.maximum(best, found[:, start : start + units], out=best)
    return best


def param(node: Model[Any, Any], name: str) -> Floats:
    """Weights of a layer on a CPU."""
    return cast(Floats, node.get_param(name))


def multiply(ops: Ops, rows: Floats, weights: Floats) -> Floats:
    """Rows times weights, of shape (outputs, inputs), by the BLAS that thinc was told to take."""
    return cast(Floats, ops.gemm(cast(Any, rows), cast(Any, weights), trans2=True))


def can_read(model: Model[Any, Any], features: int, upper: bool) -> bool:
    """Whether a model is one of maxouts on a CPU that sees so many tokens, and has an upper layer or not."""
    return (
        isinstance(model.ops, NumpyOps)
        and model.attrs["has_upper"] == upper
        and not model.attrs["unseen_classes"]
        and model.layers[1].get_dim("nF") == features
        and model.layers[1].get_dim("nP") > 1
    )
