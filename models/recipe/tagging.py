"""The teacher of entities: the pretrained encoder with one label per word, and the best legal sequence of labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import torch
from encoder import IGNORED, Batch, Encoder, Table, Words, drop, fit, length_batches, padded
from spacy.tokens import Doc
from torch import Tensor, nn
from torch.nn import functional

LONGEST = 200  # words of a text that are read at once
UNKNOWN = "?"  # a word whose label the annotation leaves open


class Tagged(NamedTuple):
    """A text as words with BIOES labels."""

    words: list[str]
    labels: list[str]


def tagged(doc: Doc) -> Tagged:
    """Words and labels of a Doc with entities."""
    tokens = [token for token in doc if not token.is_space]
    marks = [
        UNKNOWN if t.ent_iob_ == "" else "O" if t.ent_iob_ == "O" else f"{t.ent_iob_}-{t.ent_type_}" for t in tokens
    ]
    return Tagged([t.text for t in tokens], bioes(marks))


def bioes(marks: Sequence[str]) -> list[str]:
    """BIO to BIOES."""
    out = []
    for mark, after in zip(marks, [*marks[1:], "O"], strict=True):
        goes_on = after == f"I-{mark[2:]}"
        if mark.startswith("B-"):
            mark = ("B-" if goes_on else "S-") + mark[2:]
        elif mark.startswith("I-"):
            mark = ("I-" if goes_on else "E-") + mark[2:]
        out.append(mark)
    return out


def spans(labels: Sequence[str]) -> set[tuple[int, int, str]]:
    """Entities of a legal sequence as (first word, word after the last, label)."""
    found, start = set(), 0
    for i, label in enumerate(labels):
        if label[0] in "BS":
            start = i
        if label[0] in "ES":
            found.add((start, i + 1, label[2:]))
    return found


def label_set(texts: Sequence[Tagged]) -> list[str]:
    """``O`` and the four labels of each kind of entity."""
    kinds = sorted({label[2:] for text in texts for label in text.labels if label[0] in "BIES"})
    return ["O", *(f"{part}-{kind}" for kind in kinds for part in "BIES")]


def pieces_of(texts: Sequence[Tagged], longest: int = LONGEST) -> list[Tagged]:
    """Long texts cut into pieces."""
    return [
        Tagged(text.words[at : at + longest], text.labels[at : at + longest])
        for text in texts
        for at in range(0, len(text.words), longest)
    ]


class Viterbi:
    """The most probable sequence in which every entity is whole."""

    def __init__(self, labels: Sequence[str]) -> None:
        self.labels = labels
        inside = np.array([label[0] in "BI" for label in labels])
        goes_on = np.array([label[0] in "IE" for label in labels])
        same = np.array([[a[2:] == b[2:] for b in labels] for a in labels])
        legal = np.where(inside[:, None], goes_on[None] & same, ~goes_on[None])
        self._steps = np.where(legal, 0.0, -1e4)
        self._first, self._last = np.where(goes_on, -1e4, 0.0), np.where(inside, -1e4, 0.0)

    def __call__(self, scores: np.ndarray) -> list[str]:
        """Labels for log probabilities (words, labels)."""
        best, back = scores[0] + self._first, []
        for row in scores[1:]:
            ways = best[:, None] + self._steps
            back.append(ways.argmax(0))
            best = ways.max(0) + row
        path = [int((best + self._last).argmax())]
        for choices in reversed(back):
            path.append(int(choices[path[-1]]))
        return [self.labels[i] for i in reversed(path)]


class Tagger(nn.Module):
    """Scores of each label for each word."""

    def __init__(self, encoder: Encoder, labels: Sequence[str]) -> None:
        super().__init__()
        self.labels = list(labels)
        self.encoder = encoder
        self.score = nn.Linear(encoder.width, len(labels))

    def forward(
        self, words: Batch, padding: Tensor | None = None, hidden: Tensor | None = None, dropout: float = 0.0
    ) -> Tensor:
        """(texts, words, labels)."""
        x = drop(self.encoder(words, padding, hidden, dropout), dropout if self.training else 0.0)
        scores: Tensor = self.score(x).float()
        return scores


def train_tagger(
    texts: Sequence[Tagged], words: Words, encoder: Encoder, epochs: int, seed: int, rate: float = 5e-4
) -> Tagger:
    """Fine-tune the encoder on labelled texts; some words are hidden, so that context is learnt too."""
    torch.manual_seed(seed)
    model = Tagger(encoder, label_set(texts)).bfloat16()
    parts = pieces_of(texts)
    table = words.table(word for part in parts for word in part.words)
    index = {label: i for i, label in enumerate(model.labels)} | {UNKNOWN: IGNORED}

    def loss_of(batch: list[int]) -> Tensor:
        inputs, padding = table.collate([parts[i].words for i in batch])
        gold = padded([[index[label] for label in parts[i].labels] for i in batch], padding.shape)
        hidden = (torch.rand(padding.shape) < 0.05) & ~padding
        scores = model(inputs, padding, hidden, dropout=0.1)
        return functional.cross_entropy(scores.transpose(1, 2), gold, label_smoothing=0.01)

    fit(model, [len(part.words) for part in parts], 5000, epochs, rate, seed, loss_of)
    return model


@torch.no_grad()
def probabilities(model: Tagger, texts: Sequence[Sequence[str]], words: Words) -> Iterator[tuple[int, np.ndarray]]:
    """Index and label probabilities (words, labels) of each text."""
    table: Table = words.table(word for text in texts for word in text)
    for batch in length_batches([len(text) for text in texts], 6000):
        scores = model(*table.collate([texts[i] for i in batch])).softmax(-1).numpy()
        for row, i in enumerate(batch):
            yield i, scores[row, : len(texts[i])]
