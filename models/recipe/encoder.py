"""The teacher's encoder: a small transformer over words, pretrained on running text and then taught entities or syntax.

A word is the sum of what is known of it: its floret vector, its own embedding when it is frequent, its word pieces
and its shape. Attention sees the whole text with a slowly falling bias of distance (Press et al. 2022, ALiBi; half of
the heads have none); word order comes from the feed-forward layers, each of which sees its word's two neighbours.

Everything runs in bfloat16 on the CPU (fast where the CPU has AMX), with master weights in float32.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import spacy
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

FREQUENT = 30_000  # words with an embedding of their own
PIECES = 6  # word pieces kept of a word
SHAPES = 1_500
IGNORED = -100  # a place that has no gold label


class Batch(NamedTuple):
    """The different words of a batch, and where each stands."""

    frequent: Tensor  # (U,) index among the frequent words, or FREQUENT and more
    vectors: Tensor  # (U, V)
    pieces: Tensor  # (U, PIECES), 0 where there are fewer
    shapes: Tensor  # (U,)
    place: Tensor  # (texts, words) index into the U words


def shape(word: str) -> str:
    """``Xxxx``, ``dd/dd``: the kinds of its characters, runs cut at three, ten in all."""
    out = ""
    for char in word:
        kind = "X" if char.isupper() else "x" if char.islower() else "d" if char.isdigit() else char
        if out[-3:] != kind * 3:
            out += kind
    return out[:10]


class Words:
    """Turns words into the encoder's inputs.

    Parameters
    ----------
    vectors
        Folder of a spaCy pipeline with floret vectors.
    pieces
        A word-piece tokenizer.
    frequent, shapes
        Frequent words and shapes, the most frequent first.
    """

    def __init__(self, vectors: Path, pieces: Path, frequent: Sequence[str], shapes: Sequence[str]) -> None:
        self._vectors = spacy.load(vectors).vocab.vectors
        self.vector_width = self._vectors.shape[1]
        self._pieces = Tokenizer.from_file(str(pieces))
        self._frequent = {word: i for i, word in enumerate(frequent)}
        self._shapes = {form: i for i, form in enumerate(shapes, 1)}

    def table(self, words: Iterable[str]) -> Table:
        """Inputs of each word, to cut batches from."""
        return self.table_of(sorted(set(words)))

    def table_of(self, types: Sequence[str]) -> Table:
        """Inputs of these words, in their order."""
        return Table(self, types)

    def features(self, words: Sequence[str]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Frequent-word index, vector, pieces and shape of each word."""
        pieces = torch.zeros(len(words), PIECES, dtype=torch.long)
        for row, encoding in enumerate(self._pieces.encode_batch(list(words))):
            ids = encoding.ids[:PIECES]
            pieces[row, : len(ids)] = torch.tensor(ids)
        return (
            torch.tensor([self._frequent.get(word, FREQUENT) for word in words]),
            torch.from_numpy(self._vectors.get_batch(words).astype(np.float32)).bfloat16(),
            pieces,
            torch.tensor([self._shapes.get(shape(word), 0) for word in words]),
        )


class Table:
    """The inputs of a fixed set of words."""

    def __init__(self, words: Words, types: Sequence[str]) -> None:
        self.index = {word: i for i, word in enumerate(types)}
        self._features = words.features(types)

    def batch(self, rows: Tensor) -> Batch:
        """Inputs for rows of word indices."""
        unique, place = torch.unique(rows, return_inverse=True)
        return Batch(*(feature[unique] for feature in self._features), place)

    def collate(self, texts: Sequence[Sequence[str]]) -> tuple[Batch, Tensor]:
        """Inputs of several texts, and the mask of their padding."""
        longest = max(map(len, texts))
        rows = torch.zeros(len(texts), longest, dtype=torch.long)
        padding = torch.ones(len(texts), longest, dtype=torch.bool)
        for row, text in enumerate(texts):
            rows[row, : len(text)] = torch.tensor([self.index[word] for word in text])
            padding[row, : len(text)] = False
        return self.batch(rows), padding


def drop(x: Tensor, share: float) -> Tensor:
    """Dropout with one mask for all words of a text (Gal and Ghahramani 2016): hardly any random numbers to draw."""
    if share == 0:
        return x
    kept = torch.rand(len(x), 1, x.shape[-1]) >= share
    return x * (kept / (1 - share)).to(x.dtype)


class Embedding(nn.Module):
    """Words to vectors."""

    def __init__(self, width: int, pieces: int, vector: int) -> None:
        super().__init__()
        self.frequent = nn.Embedding(FREQUENT, width)
        self.pieces = nn.Embedding(pieces, width, padding_idx=0)
        self.shapes = nn.Embedding(SHAPES + 1, width)
        self.vector = nn.Linear(vector, width)
        self.masked = nn.Parameter(torch.randn(width) / 2)
        for table in (self.frequent, self.pieces, self.shapes):
            nn.init.normal_(table.weight, std=0.3)
        with torch.no_grad():
            self.pieces.weight[0] = 0

    def forward(self, words: Batch, hidden: Tensor | None = None) -> Tensor:
        """Vectors of a batch; places where `hidden` is true are masked out."""
        known = (words.frequent < FREQUENT)[:, None]
        count = (words.pieces > 0).sum(1, keepdim=True).clamp(min=1)
        x = self.frequent(words.frequent.clamp(max=FREQUENT - 1)) * known + self.vector(words.vectors)
        x = x + self.pieces(words.pieces).sum(1) / count.sqrt().to(x.dtype) + self.shapes(words.shapes)
        x = torch.cat((x, self.masked[None]))
        place = words.place if hidden is None else words.place.masked_fill(hidden, len(x) - 1)
        return functional.embedding(place, x)


class Layer(nn.Module):
    """Attention over the text, then a feed-forward layer over each word and its neighbours."""

    def __init__(self, width: int, heads: int, hidden: int, layers: int) -> None:
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.attend, self.join = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(3 * width, hidden), nn.Linear(hidden, width)
        depth = 2 * layers  # residual branches in all: each adds its share of the variance
        for linear, share in ((self.attend, 1), (self.up, 1), (self.join, depth), (self.down, depth)):
            nn.init.normal_(linear.weight, std=1 / math.sqrt(linear.in_features * share))
            nn.init.zeros_(linear.bias)

    def forward(self, x: Tensor, bias: Tensor, dropout: float) -> Tensor:
        """(texts, words, width) to the same; `bias` is added to the scores of attention."""
        texts, length, width = x.shape
        size = width // self.heads
        q, k, v = self.attend(self.norm1(x)).view(texts, length, 3, self.heads, size).permute(2, 0, 3, 1, 4)
        seen = ((q * size**-0.5) @ k.transpose(-1, -2) + bias).softmax(-1) @ v
        seen = self.join(seen.transpose(1, 2).reshape(texts, length, width))
        x = x + drop(seen, dropout if self.training else 0.0)
        n = self.norm2(x)
        edge = n.new_zeros(texts, 1, width)
        window = torch.cat((torch.cat((edge, n[:, :-1]), 1), n, torch.cat((n[:, 1:], edge), 1)), -1)
        return x + drop(self.down(functional.relu(self.up(window))), dropout if self.training else 0.0)


class Encoder(nn.Module):
    """Words in, one vector per word out.

    Parameters
    ----------
    pieces, vector
        Number of word pieces; width of the floret vectors.
    """

    def __init__(
        self, pieces: int, vector: int, width: int = 320, layers: int = 5, heads: int = 5, hidden: int = 960
    ) -> None:
        super().__init__()
        self.width, self.heads = width, heads
        self.embed = Embedding(width, pieces, vector)
        self.first = nn.LayerNorm(width)
        self.layers = nn.ModuleList(Layer(width, heads, hidden, layers) for _ in range(layers))
        self.last = nn.LayerNorm(width)

    def forward(
        self, words: Batch, padding: Tensor | None = None, hidden: Tensor | None = None, dropout: float = 0.0
    ) -> Tensor:
        """(texts, words, width); `hidden` places are read as masked."""
        x = drop(self.first(self.embed(words, hidden)), dropout if self.training else 0.0)
        bias = self._distance(x.shape[1])
        if padding is not None:
            bias = bias.masked_fill(padding[:, None, None, :], -1e4)
        for layer in self.layers:
            x = layer(x, bias.to(x.dtype), dropout)
        return self.last(x)

    def _distance(self, length: int) -> Tensor:
        place = torch.arange(length)
        far = (place[:, None] - place[None]).abs()
        near = self.heads // 2
        slopes = torch.tensor([0.0] * (self.heads - near) + [2.0 ** -(1 + 2 * i) for i in range(near)])
        return -slopes[:, None, None] * far


class Optimiser:
    """AdamW over float32 copies of a bfloat16 model's weights, with a running average for the final model."""

    def __init__(self, model: nn.Module, rate: float, steps: float, decay: float = 0.01) -> None:
        self._low = [p for p in model.parameters() if p.requires_grad]
        self._high = [p.detach().clone().float().requires_grad_() for p in self._low]
        self._mean = [p.detach().clone() for p in self._high]
        self._adam = torch.optim.AdamW(self._high, lr=rate, betas=(0.9, 0.98), weight_decay=decay, fused=True)
        self._rate, self._steps, self._step = rate, steps, 0

    def step(self) -> None:
        """One step: the rate warms up over the first twentieth of all steps and falls to nothing."""
        for low, high in zip(self._low, self._high, strict=True):
            high.grad = None if low.grad is None else low.grad.float()
            low.grad = None
        torch.nn.utils.clip_grad_norm_([p for p in self._high if p.grad is not None], 1.0)
        done = self._step / self._steps
        for group in self._adam.param_groups:
            group["lr"] = self._rate * min(1.0, 20 * done + 0.001) * max(0.02, 1 - done)
        self._adam.step()
        self._step += 1
        keep = min(0.998, (1 + self._step) / (10 + self._step))
        with torch.no_grad():
            torch._foreach_mul_(self._mean, keep)
            torch._foreach_add_(self._mean, self._high, alpha=1 - keep)
            for low, high in zip(self._low, self._high, strict=True):
                low.copy_(high)

    def state_dict(self) -> dict[str, Any]:
        """All that the next step depends on, beside the model's own weights."""
        return {"high": self._high, "mean": self._mean, "adam": self._adam.state_dict(), "step": self._step}

    def load_state_dict(self, state: dict[str, Any]) -> None:
        """Take up the state of `state_dict`."""
        with torch.no_grad():
            for own, kept in zip((*self._high, *self._mean), (*state["high"], *state["mean"]), strict=True):
                own.copy_(kept)
        self._adam.load_state_dict(state["adam"])
        self._step = state["step"]

    def finish(self) -> None:
        """Give the model the running average of its weights."""
        with torch.no_grad():
            for low, mean in zip(self._low, self._mean, strict=True):
                low.copy_(mean)


def fit(
    model: nn.Module,
    lengths: Sequence[int],
    words: int,
    epochs: int,
    rate: float,
    seed: int,
    loss_of: Callable[[list[int]], Tensor],
) -> None:
    """Train a teacher on texts of these lengths; `loss_of` gives the loss of a batch of text indices."""
    torch.manual_seed(seed)
    chance = np.random.default_rng(seed)
    model.train()
    optimiser = Optimiser(model, rate, epochs * len(length_batches(lengths, words)), decay=0.02)
    for epoch in range(epochs):
        losses = []
        for batch in length_batches(lengths, words, chance):
            loss = loss_of(batch)
            loss.backward()  # type: ignore[no-untyped-call]
            optimiser.step()
            losses.append(loss.item())
        print(f"  epoch {epoch + 1}/{epochs}  loss {np.mean(losses):.4f}", flush=True)
    optimiser.finish()
    model.eval()


def padded(rows: Sequence[Sequence[int]], shape: Sequence[int]) -> Tensor:
    """Gold label indices of several texts, IGNORED where a text has ended."""
    out = torch.full(tuple(shape), IGNORED)
    for i, row in enumerate(rows):
        out[i, : len(row)] = torch.tensor(row)
    return out


def length_batches(lengths: Sequence[int], words: int, chance: np.random.Generator | None = None) -> list[list[int]]:
    """Indices of texts of like length, at most `words` with padding in a batch; in random order with `chance`."""
    jitter = chance.random(len(lengths)) * 8 if chance else np.zeros(len(lengths))
    out: list[list[int]] = []
    longest = 0
    for i in np.argsort(np.asarray(lengths) + jitter, kind="stable"):
        longest = max(longest, lengths[i])
        if not out or longest * (len(out[-1]) + 1) > words:
            out.append([])
            longest = lengths[i]
        out[-1].append(int(i))
    if chance:
        chance.shuffle(out)
    return out
