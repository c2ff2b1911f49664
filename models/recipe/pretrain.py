"""Pretrain the encoder to find hidden words.

A fifth of the words of running text is hidden (8 of 10 masked, 1 another word, 1 left), and each hidden word must be
found among all words hidden in the batch: a softmax over some nine hundred candidates, corrected for how often
frequent words are among them (Bengio and Senécal 2008). That costs a hundredth of a softmax over all words, so that
one epoch over eight million words takes ten minutes on two cores.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from encoder import FREQUENT, SHAPES, Batch, Encoder, Optimiser, Words, shape
from tokenizers import Tokenizer, models, pre_tokenizers, trainers
from torch import Tensor, nn
from torch.nn import functional

LENGTH, TEXTS = 128, 64  # words in a window, windows in a batch
HIDDEN = 0.2
SPACE = 256  # width of the space in which words are found
PIECES, LETTERS = 16_000, 400
SEP = 1  # stands between lines


class Corpus(NamedTuple):
    """Running text as word indices; types[i] is the word of index i."""

    types: list[str]
    counts: np.ndarray
    words: np.ndarray


def read_corpus(path: Path) -> Corpus:
    """Read text of one sentence or paragraph a line, words between spaces; index SEP stands between lines."""
    lines = [line.split() for line in path.read_text(encoding="utf-8").splitlines()]
    lines = [line for line in lines if len(line) >= 4]
    counts = Counter(word for line in lines for word in line)
    ranked = counts.most_common()
    types = ["[PAD]", "[SEP]", *(word for word, _ in ranked)]
    index = {word: i for i, word in enumerate(types)}
    words = np.concatenate([np.array([*(index[w] for w in line), SEP], dtype=np.int32) for line in lines])
    return Corpus(types, np.array([1, len(lines), *(n for _, n in ranked)]), words)


def make_words(corpus: Corpus, text: Path, vectors: Path, folder: Path) -> Words:
    """Train the word pieces on the text, note frequent words and shapes, and make the encoder's inputs from them."""
    letters: Counter[str] = Counter()
    for word, count in zip(corpus.types[2:], corpus.counts[2:].tolist(), strict=True):
        letters.update(dict.fromkeys(word, count))
    word_pieces(text, [letter for letter, _ in letters.most_common(LETTERS)]).save(str(folder / "pieces.json"))
    shapes = Counter(shape(word) for word in corpus.types[2:])
    (folder / "shapes.txt").write_text("\n".join(s for s, _ in shapes.most_common(SHAPES)), encoding="utf-8")
    (folder / "frequent.txt").write_text("\n".join(corpus.types[2 : FREQUENT + 2]), encoding="utf-8")
    return load_words(vectors, folder)


def word_pieces(text: Path, letters: list[str]) -> Tokenizer:
    """Word pieces of the text, the same ones each time.

    The trainer numbers what begins and what goes on a word as it meets them, in an order that chance gives; tokens
    told to it beforehand keep their order.
    """
    first = ["[PAD]", "[UNK]", *letters, *(f"##{letter}" for letter in letters)]
    trained = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    trained.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    trainer = trainers.WordPieceTrainer(
        vocab_size=PIECES, special_tokens=first, initial_alphabet=letters, limit_alphabet=len(letters), min_frequency=3
    )
    trained.train([str(text)], trainer)
    pieces = Tokenizer(models.WordPiece(trained.get_vocab(), unk_token="[UNK]", max_input_chars_per_word=60))
    pieces.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    return pieces


def load_words(vectors: Path, folder: Path) -> Words:
    """The encoder's inputs, as `make_words` left them in the folder."""
    frequent = (folder / "frequent.txt").read_text(encoding="utf-8").split("\n")
    shapes = (folder / "shapes.txt").read_text(encoding="utf-8").split("\n")
    return Words(vectors, folder / "pieces.json", frequent, shapes)


class MaskedWords(nn.Module):
    """The encoder, and the space in which hidden words are found."""

    def __init__(self, vector: int) -> None:
        super().__init__()
        self.encoder = Encoder(PIECES, vector)
        self.query = nn.Sequential(nn.Linear(self.encoder.width, SPACE), nn.LayerNorm(SPACE))
        self.vector = nn.Linear(vector, SPACE)
        self.frequent = nn.Embedding(FREQUENT, SPACE)
        self.key_norm = nn.LayerNorm(SPACE)
        nn.init.normal_(self.frequent.weight, std=0.3)

    def forward(self, words: Batch, masked: Tensor, asked: Tensor, candidates: Batch, chance: Tensor) -> Tensor:
        """Scores (asked places, candidates)."""
        queries = self.query(self.encoder(words, hidden=masked)[asked])
        known = (candidates.frequent < FREQUENT)[:, None]
        own = self.frequent(candidates.frequent.clamp(max=FREQUENT - 1)) * known
        keys = self.key_norm(self.vector(candidates.vectors) + own)
        return (queries @ keys.T).float() / SPACE**0.5 - chance


def pretrain(
    corpus: Corpus, words: Words, checkpoint: Path, epochs: float, rate: float = 1e-3, seed: int = 1
) -> Encoder:
    """Train on windows of the text; prints loss and accuracy every 200 steps.

    The state is kept in `checkpoint` every 400 steps, and a run that finds one goes on from it, word for word as if it
    had never stopped.
    """
    torch.manual_seed(seed)
    chance = np.random.default_rng(seed)
    table = words.table_of(corpus.types)
    logq = np.log(corpus.counts / corpus.counts.sum())
    model = MaskedWords(words.vector_width).bfloat16()
    steps = int(epochs * len(corpus.words) / (LENGTH * TEXTS))
    optimiser = Optimiser(model, rate, steps)
    first = resume(checkpoint, model, optimiser, chance) if checkpoint.exists() else 0
    started, seen = time.time(), np.zeros(2)
    for step in range(first, steps):
        starts = chance.integers(0, len(corpus.words) - LENGTH, TEXTS)
        window = corpus.words[starts[:, None] + np.arange(LENGTH)]
        asked = chance.random(window.shape) < HIDDEN
        roll = chance.random(window.shape)
        shown = np.where(asked & (roll > 0.9), chance.permuted(window, axis=1), window)
        gold, places = np.unique(window[asked], return_inverse=True)
        present = -np.expm1(asked.sum() * np.log1p(-np.exp(logq[gold]).clip(max=0.5)))  # chance to be a candidate
        scores = model(
            table.batch(torch.from_numpy(shown.astype(np.int64))),
            torch.from_numpy(asked & (roll < 0.8)),
            torch.from_numpy(asked),
            table.batch(torch.from_numpy(gold.astype(np.int64))),
            torch.from_numpy(np.log(present)).float(),
        )
        target = torch.from_numpy(places.astype(np.int64))
        loss = functional.cross_entropy(scores, target)
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        seen += loss.item(), (scores.argmax(-1) == target).float().mean().item()
        if step % 200 == 199:
            speed = (step + 1 - first) * LENGTH * TEXTS / (time.time() - started)
            print(f"  step {step + 1}/{steps}  {speed:.0f} words/s  loss, found:", *(seen / 200).round(3), flush=True)
            seen[:] = 0
        if step % 400 == 399:
            keep(checkpoint, step + 1, model, optimiser, chance)
    optimiser.finish()
    return model.encoder


def keep(path: Path, step: int, model: nn.Module, optimiser: Optimiser, chance: np.random.Generator) -> None:
    """Write all that the next step depends on; the old checkpoint stays until the new one is whole."""
    state = {"step": step, "model": model.state_dict(), "optimiser": optimiser.state_dict()}
    partial = path.with_suffix(".partial")
    torch.save({**state, "torch": torch.get_rng_state(), "numpy": json.dumps(chance.bit_generator.state)}, partial)
    partial.replace(path)


def resume(path: Path, model: nn.Module, optimiser: Optimiser, chance: np.random.Generator) -> int:
    """Take up the state of a checkpoint; the step to go on with."""
    state = torch.load(path)
    model.load_state_dict(state["model"])
    optimiser.load_state_dict(state["optimiser"])
    torch.set_rng_state(state["torch"])
    chance.bit_generator.state = json.loads(state["numpy"])
    return int(state["step"])
