"""Every figure of the model that ships, beside its published rivals, in one run.

    python benchmarks/models.py --shared ../shared [--model models/id_berita_sm] [--only ner syntax speed splits]

ner      strict micro F1 from raw text on the development set: all, sentences, web, whole articles, each label
syntax   UPOS, UAS and LAS on the UD test sets: gold sentences, our tokens. A multiword token of the gold counts as
         its surface token with the analysis of its head word; relations without their subtypes, as in the CoNLL 2018
         shared task. Lemmas: accuracy without punctuation, capitals ignored (GSD writes lemmas of names small). PUD is
         in the training data; its row is no measurement
speed    size, load time, words per second on one core, beside spaCy's default NER pipeline and a 12-layer, 768-wide
         encoder of random weights, all in this process
splits   the recipe trained on published splits: figures of ``models/recipe/splits.py``'s last run
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before numpy: one core
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
import spacy
from conllu import Node, Sentence, offsets, read_blocks
from spacy.cli.init_config import init_config
from spacy.language import Language
from spacy.training import Example

ROOT = Path(__file__).resolve().parent.parent
MODEL = ROOT / "models" / "id_berita_sm"
SPLITS = ROOT / "models" / "splits.json"
UDPIPE = {"gsd": (94.2, 81.6), "csui": (96.1, 82.1)}  # UDPipe 2 on raw text: UPOS, LAS
RIVALS = {
    "nerui": "IndoBERT-base 90.1, BiLSTM 82.2, spaCy default 84.0 (fold 1)",
    "nerugm": "IndoBERT-base 74.9, BiLSTM 70.9, spaCy default 72.5 (fold 1)",
    "idner2k": "spaCy default 82.1",
}


Spans = set[tuple[int, int, str]]
PARTS: dict[str, Callable[[str], bool]] = {
    "all": lambda source: True,
    "sentences": lambda source: source != "indosum",
    "web": lambda source: source.startswith("web"),
    "articles": lambda source: source == "indosum",
}


class Prf(NamedTuple):
    """Precision, recall and F1 in percent, and how many there are in the gold."""

    p: float
    r: float
    f: float
    gold: int


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder with data/")
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--only", nargs="+", choices=list(TABLES), default=list(TABLES))
    args = parser.parse_args()
    started = time.perf_counter()
    nlp = spacy.load(args.model)
    load = time.perf_counter() - started
    megabytes = sum(f.stat().st_size for f in args.model.rglob("*") if f.is_file()) / 1e6
    print(f"{args.model.name}: {', '.join(nlp.pipe_names)}; {megabytes:.1f} MB, loads in {load:.2f} s")
    for name in args.only:
        print(f"\n== {name}")
        TABLES[name](nlp, args.shared / "data")


# entities


def ner_scores(nlp: Language, data: Path) -> dict[str, Prf]:
    """Scores by part of the development set and by label."""
    records = [json.loads(line) for line in (data / "ner/dev.jsonl").read_text(encoding="utf-8").splitlines()]
    gold = [{(a, b, label) for a, b, label in record["spans"]} for record in records]
    found = [{(e.start_char, e.end_char, e.label_) for e in doc.ents} for doc in nlp.pipe(r["text"] for r in records)]
    scores = {}
    for name, holds in PARTS.items():
        chosen = [i for i, record in enumerate(records) if holds(record["source"])]
        scores[name] = prf([gold[i] for i in chosen], [found[i] for i in chosen])
    for label in sorted({span[2] for spans in gold for span in spans}):
        scores[label] = prf(*([{s for s in spans if s[2] == label} for spans in side] for side in (gold, found)))
    return scores


def prf(gold: list[Spans], found: list[Spans]) -> Prf:
    """Precision, recall and F1 in percent, over all texts together."""
    n, m = sum(map(len, gold)), sum(map(len, found))
    both = sum(len(g & f) for g, f in zip(gold, found, strict=True))
    return Prf(100 * both / max(1, m), 100 * both / max(1, n), 200 * both / max(1, n + m), n)


def ner_table(nlp: Language, data: Path) -> None:
    """F1 by part of the development set and by label."""
    for name, s in ner_scores(nlp, data).items():
        print(f"{name:10} P {s.p:5.1f}  R {s.r:5.1f}  F1 {s.f:5.1f}   ({s.gold})")


# syntax


def parsed(nlp: Language, text: str) -> Sentence:
    """Our analysis of one gold sentence."""
    doc = nlp.make_doc(" ".join(text.split()))
    for token in doc:
        token.is_sent_start = token.i == 0
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    roots = {token.i for token in doc if token.head.i == token.i}
    return [
        Node(
            token.text,
            token.pos_,
            str(token.morph) or "_",
            0 if token.i in roots else token.head.i + 1,
            "root" if token.i in roots else token.dep_,
            token.lemma_,
        )
        for token in doc
    ]


def syntax_scores(nlp: Language, path: Path) -> dict[str, float]:
    """F1 of tokens, UPOS, UAS and LAS on a treebank, and lemma accuracy."""
    counts: Counter[str] = Counter()
    for block in read_blocks(path):
        counts.update(compare(block.nodes, parsed(nlp, block.text)))
    total = counts["gold"] + counts["ours"]
    scores = {name: 200 * counts[name] / total for name in ("tokens", "upos", "uas", "las")}
    return scores | {"lemmas": 100 * counts["lemmas"] / counts["words"]}


def syntax_table(nlp: Language, data: Path) -> None:
    """Scores on the UD test sets."""
    for key in ("gsd", "csui", "pud"):
        scores = syntax_scores(nlp, data / f"ud/id_{key}-ud-test.conllu")
        rival = "UDPipe 2 from raw text: UPOS {} LAS {}".format(*UDPIPE[key]) if key in UDPIPE else "trained on"
        print(f"{key:5}", "  ".join(f"{name.upper()} {score:.2f}" for name, score in scores.items()), " ", rival)


def compare(gold: Sentence, ours: Sentence) -> Counter[str]:
    """Correct tokens, tags, heads, labelled heads and, of words that are tokens of ours, lemmas."""
    places, our_places = offsets([n.form for n in gold]), offsets([n.form for n in ours])
    by_place = dict(zip(our_places, ours, strict=True))
    counts = Counter({"gold": len(gold), "ours": len(ours)})
    for node, place in zip(gold, places, strict=True):
        mine = by_place.get(place)
        if mine is None:
            continue
        same_head = (node.head and places[node.head - 1]) == (mine.head and our_places[mine.head - 1])
        counts["tokens"] += 1
        counts["upos"] += node.upos == mine.upos
        counts["uas"] += same_head
        counts["las"] += same_head and node.deprel.split(":")[0] == mine.deprel.split(":")[0]
        if node.upos != "PUNCT":
            counts["words"] += 1
            counts["lemmas"] += node.lemma.lower() == mine.lemma.lower()
    return counts


# speed


def speed_table(nlp: Language, data: Path) -> None:
    """Words per second on one core, best of three rounds."""
    lines = (data / "articles/web.jsonl").read_text(encoding="utf-8").splitlines()[:300]
    texts = [json.loads(line)["text"] for line in lines]
    words = sum(len(text.split()) for text in texts)
    default = default_ner(texts)
    ours, theirs = best(lambda: run(nlp, texts)), best(lambda: run(default, texts))
    print(f"{'this model':34} {words / ours:8.0f} words/s   {len(nlp.pipe_names)} components")
    print(f"{'spaCy efficiency, NER alone':34} {words / theirs:8.0f} words/s   ratio {theirs / ours:.2f}")
    encoder = best(Encoder().run)
    pieces_per_word = 1.45  # of Indonesian news, in a vocabulary of 30,000 pieces
    rate = Encoder.LENGTH / pieces_per_word / encoder
    print(f"{'12 layers of 768, random weights':34} {rate:8.0f} words/s   ratio {words / ours / rate:.1f}")


def run(nlp: Language, texts: Iterable[str]) -> None:
    """All texts through a pipeline, in batches."""
    for _ in nlp.pipe(texts, batch_size=32):
        pass


def best(work: Callable[[], None], rounds: int = 3) -> float:
    """Seconds of the fastest round."""
    seconds = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - started)
    return min(seconds)


def default_ner(texts: list[str]) -> Language:
    """What ``spacy init config --lang id --pipeline ner --optimize efficiency`` makes, with random weights."""
    config = init_config(lang="id", pipeline=["ner"], optimize="efficiency")
    nlp = spacy.util.load_model_from_config(config, auto_fill=True)
    example = Example.from_dict(nlp.make_doc(texts[0]), {"entities": []})
    for label in ("PER", "ORG", "GPE", "LOC", "FAC", "EVT", "LAW", "PRD", "WOA", "NOR"):
        nlp.get_pipe("ner").add_label(label)  # type: ignore[attr-defined]
    nlp.initialize(lambda: [example])
    return nlp


class Encoder:
    """A transformer of BERT-base's size over one window, forward only."""

    LENGTH, LAYERS, WIDTH, HEADS = 128, 12, 768, 12

    def __init__(self) -> None:
        rng = np.random.default_rng(0)
        w = self.WIDTH
        shapes = ((w, 3 * w), (w, w), (w, 4 * w), (4 * w, w))
        self.layers = [[rng.normal(0, 0.02, s).astype("f") for s in shapes] for _ in range(self.LAYERS)]
        self.input = rng.normal(size=(self.LENGTH, w)).astype("f")

    def run(self) -> None:
        """One window."""
        x = self.input
        for qkv, out, up, down in self.layers:
            q, k, v = (x @ qkv).reshape(self.LENGTH, 3, self.HEADS, -1).transpose(1, 2, 0, 3)
            scores = q @ k.transpose(0, 2, 1) / 8
            weights = np.exp(scores - scores.max(-1, keepdims=True))
            weights /= weights.sum(-1, keepdims=True)
            x = norm(x + (weights @ v).transpose(1, 0, 2).reshape(self.LENGTH, -1) @ out)
            hidden = x @ up
            hidden *= 0.5 * (1 + np.tanh(0.797885 * (hidden + 0.044715 * hidden**3)))
            x = norm(x + hidden @ down)


def norm(x: np.ndarray) -> np.ndarray:
    """Layer normalisation."""
    scaled: np.ndarray = (x - x.mean(-1, keepdims=True)) / (x.std(-1, keepdims=True) + 1e-5)
    return scaled


# published splits


def splits_table(nlp: Language, data: Path) -> None:
    """Scores of the recipe on published splits, from its last run."""
    if not SPLITS.exists():
        print("not run yet: python models/recipe/splits.py --data DATA")
        return
    scores: dict[str, dict[str, float]] = json.loads(SPLITS.read_text(encoding="utf-8"))
    for name, parts in scores.items():
        folds = list(parts.values())
        mean = sum(folds) / len(folds)
        print(f"{name:8} mean F1 {mean:.1f}  folds {' '.join(f'{f:.1f}' for f in folds)}   rivals: {RIVALS[name]}")


TABLES: dict[str, Callable[[Language, Path], None]] = {
    "ner": ner_table,
    "syntax": syntax_table,
    "speed": speed_table,
    "splits": splits_table,
}

if __name__ == "__main__":
    main()
