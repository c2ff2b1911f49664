"""Teach the student: soft labels of the teachers over running text, and the annotated texts between (Hinton 2015).

The student sees eight million words with the probabilities of every entity label, tag, relation and place of the
head, not three hundred thousand with one label each: that is what lets a small convolutional network come near a
transformer.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from encoder import IGNORED, Optimiser, Words, length_batches, padded
from parsing import Parser
from pretrain import SEP, Corpus
from student import Hashed, Tok2Vec
from tagging import UNKNOWN, Tagged, Tagger, pieces_of
from torch import Tensor, nn
from torch.nn import functional

WINDOW, WINDOWS = 192, 40  # words in a window of running text, windows in a batch
GOLD = 0.2  # share of batches from annotated texts
# what the student learns from the teachers, and how much each counts in its loss
WEIGHTS = {"entities": 2.0, "tags": 0.4, "heads": 0.4, "relations": 0.3}


@torch.no_grad()
def label_corpus(corpus: Corpus, words: Words, taggers: Sequence[Tagger], parser: Parser | None, folder: Path) -> None:
    """Write the teachers' probabilities, each of WEIGHTS to its file ``.npy`` (windows, WINDOW, labels).

    A file has its name only when it is whole.
    """
    windows = windows_of(corpus)
    table = words.table_of(corpus.types)
    files: dict[str, np.ndarray] = {}
    for at in range(0, len(windows), 48):
        rows = torch.from_numpy(windows[at : at + 48].astype(np.int64))
        inputs = table.batch(rows)
        shares = {"entities": torch.stack([tagger(inputs).softmax(-1) for tagger in taggers]).mean(0)}
        if parser:
            shares |= parser.shares(inputs, (rows == SEP).cumsum(1))
        for name, share in shares.items():
            if name not in files:
                shape = (len(windows), WINDOW, share.shape[-1])
                files[name] = np.lib.format.open_memmap(folder / f"{name}.partial", "w+", dtype=np.float16, shape=shape)
            files[name][at : at + 48] = share.numpy()
    for name, written in reversed(files.items()):  # entities last: by that file the step counts as done
        written.flush()
        (folder / f"{name}.partial").replace(folder / f"{name}.npy")


def windows_of(corpus: Corpus) -> np.ndarray:
    """(windows, WINDOW) word indices; the rest of the corpus is left out."""
    return corpus.words[: len(corpus.words) // WINDOW * WINDOW].reshape(-1, WINDOW)


class Student(nn.Module):
    """The tok2vec with a linear head for each kind of label."""

    def __init__(self, tok2vec: Tok2Vec, sizes: dict[str, int]) -> None:
        super().__init__()
        self.tok2vec = tok2vec
        self.heads = nn.ModuleDict({name: nn.Linear(tok2vec.width, size) for name, size in sizes.items()})

    def forward(self, rows: Tensor, vectors: Tensor, place: Tensor) -> dict[str, Tensor]:
        """Scores of each kind of label (texts, words, labels)."""
        x = self.tok2vec(rows, vectors, place, dropout=0.05)
        return {name: head(x).float() for name, head in self.heads.items()}


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
    taught = {path.stem: np.load(path, mmap_mode="r") for path in sorted(folder.glob("*.npy"))}
    windows = windows_of(corpus)
    table = hashed.table_of(corpus.types)
    texts = pieces_of(gold, WINDOW)
    lengths = [len(text.words) for text in texts]
    gold_table = hashed.table(word for text in texts for word in text.words)
    index = {label: i for i, label in enumerate(labels)} | {UNKNOWN: IGNORED}
    model = Student(tok2vec, {name: shares.shape[-1] for name, shares in taught.items()}).bfloat16().train()
    steps = int(epochs * len(windows) / WINDOWS / (1 - GOLD))
    optimiser = Optimiser(model, rate, steps)
    queue: list[list[int]] = []
    started, apart = time.time(), dict[str, float]()
    for step in range(steps):
        if chance.random() < GOLD:
            queue = queue or length_batches(lengths, 5000, chance)
            batch = queue.pop()
            places = gold_table.indices([texts[i].words for i in batch])
            target = padded([[index[label] for label in texts[i].labels] for i in batch], places.shape)
            scores = model(*gold_table.batch(places))["entities"]
            loss = functional.cross_entropy(scores.transpose(1, 2), target, label_smoothing=0.02)
        else:
            chosen = np.sort(chance.integers(0, len(windows), WINDOWS))
            found = model(*table.batch(torch.from_numpy(windows[chosen].astype(np.int64))))
            losses = {name: _cross_entropy(scores, taught[name][chosen]) for name, scores in found.items()}
            loss = torch.stack([WEIGHTS[name] * one for name, one in losses.items()]).sum()
            for name, one in losses.items():
                apart[name] = 0.99 * apart.get(name, one.item()) + 0.01 * one.item()
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        if step % 500 == 499:
            mean = "  ".join(f"{name} {one:.3f}" for name, one in apart.items())
            print(f"  step {step + 1}/{steps}  {time.time() - started:.0f} s  cross entropy: {mean}", flush=True)
    optimiser.finish()
    return model.float().eval()


def _cross_entropy(scores: Tensor, wanted: np.ndarray) -> Tensor:
    target = torch.from_numpy(wanted.astype(np.float32))
    return -(target * scores.log_softmax(-1)).sum(-1).mean()
