"""Teach the student: soft labels of the teachers over running text, and the annotated texts between (Hinton 2015).

The student sees eight million words with the probabilities of every entity label and tag, not three hundred
thousand with one label each: that is what lets a small convolutional network come near a transformer.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from encoder import IGNORED, Optimiser, Words, length_batches, padded
from parsing import Parser
from pretrain import Corpus
from student import Hashed, Tok2Vec
from tagging import UNKNOWN, Tagged, Tagger, pieces_of
from torch import Tensor, nn
from torch.nn import functional

WINDOW, WINDOWS = 192, 40  # words in a window of running text, windows in a batch
GOLD = 0.2  # share of batches from annotated texts


@torch.no_grad()
def label_corpus(corpus: Corpus, words: Words, taggers: Sequence[Tagger], parser: Parser | None, folder: Path) -> None:
    """Write the teachers' mean probabilities to ``entities.npy`` and ``tags.npy``, both (windows, WINDOW, labels)."""
    count = len(corpus.words) // WINDOW
    table = words.table_of(corpus.types)
    entities = _create(folder / "entities.npy", (count, WINDOW, len(taggers[0].labels)))
    tags = _create(folder / "tags.npy", (count, WINDOW, len(parser.tags))) if parser else None
    for at in range(0, count, 48):
        rows = corpus.words[at * WINDOW : min(count, at + 48) * WINDOW].reshape(-1, WINDOW)
        inputs = table.batch(torch.from_numpy(rows.astype(np.int64)))
        entities[at : at + 48] = sum(tagger(inputs).softmax(-1).numpy() for tagger in taggers) / len(taggers)
        if parser and tags is not None:
            tags[at : at + 48] = parser.tag(parser.encoder(inputs)).float().softmax(-1).numpy()


def _create(path: Path, shape: tuple[int, ...]) -> np.ndarray:
    return np.lib.format.open_memmap(path, "w+", dtype=np.float16, shape=shape)


class Student(nn.Module):
    """The tok2vec with a head of entity labels and one of tags."""

    def __init__(self, tok2vec: Tok2Vec, labels: int, tags: int) -> None:
        super().__init__()
        self.tok2vec = tok2vec
        self.entity, self.tag = nn.Linear(tok2vec.width, labels), nn.Linear(tok2vec.width, tags)

    def forward(self, rows: Tensor, vectors: Tensor, place: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of entity labels and of tags."""
        x = self.tok2vec(rows, vectors, place, dropout=0.05)
        return self.entity(x).float(), self.tag(x).float()


def distil(
    tok2vec: Tok2Vec,
    hashed: Hashed,
    corpus: Corpus,
    folder: Path,
    gold: Sequence[Tagged],
    labels: Sequence[str],
    epochs: float,
    rate: float = 2e-3,
) -> Student:
    """Train the student on the labelled corpus in `folder`; prints its distance from the teachers."""
    torch.manual_seed(1)
    chance = np.random.default_rng(1)
    entities = np.load(folder / "entities.npy", mmap_mode="r")
    tags = np.load(folder / "tags.npy", mmap_mode="r") if (folder / "tags.npy").exists() else None
    windows = corpus.words[: len(entities) * WINDOW].reshape(-1, WINDOW)
    table = hashed.table_of(corpus.types)
    texts = pieces_of(gold, WINDOW)
    lengths = [len(text.words) for text in texts]
    gold_table = hashed.table(word for text in texts for word in text.words)
    index = {label: i for i, label in enumerate(labels)} | {UNKNOWN: IGNORED}
    model = Student(tok2vec, len(labels), tags.shape[-1] if tags is not None else 1).bfloat16().train()
    steps = int(epochs * len(windows) / WINDOWS / (1 - GOLD))
    optimiser = Optimiser(model, rate, steps)
    queue: list[list[int]] = []
    started, apart = time.time(), 0.0
    for step in range(steps):
        if chance.random() < GOLD:
            queue = queue or length_batches(lengths, 5000, chance)
            batch = queue.pop()
            places = gold_table.indices([texts[i].words for i in batch])
            target = padded([[index[label] for label in texts[i].labels] for i in batch], places.shape)
            scores, _ = model(*gold_table.batch(places))
            loss = functional.cross_entropy(scores.transpose(1, 2), target, label_smoothing=0.02)
        else:
            chosen = np.sort(chance.integers(0, len(windows), WINDOWS))
            scores, tag_scores = model(*table.batch(torch.from_numpy(windows[chosen].astype(np.int64))))
            loss = 2 * _cross_entropy(scores, entities[chosen])
            apart = 0.99 * apart + 0.01 * loss.item()
            if tags is not None:
                loss = loss + _cross_entropy(tag_scores, tags[chosen]) / 2
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        if step % 500 == 499:
            seconds = time.time() - started
            print(f"  step {step + 1}/{steps}  {seconds:.0f} s  cross entropy {apart / 2:.4f}", flush=True)
    optimiser.finish()
    return model.float().eval()


def _cross_entropy(scores: Tensor, wanted: np.ndarray) -> Tensor:
    target = torch.from_numpy(wanted.astype(np.float32))
    return -(target * scores.log_softmax(-1)).sum(-1).mean()
