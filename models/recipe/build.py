"""Train id_berita_sm, the pipeline that ships, from the data to the scored and packaged folder.

    pip install -e . floret
    python models/recipe/build.py --data ../shared/data

Steps, each skipped when its result is already in ``models/build/``:

1. ``vectors``  floret vectors from running text, cut by our own tokenizer;
2. ``pretrain`` one epoch of the tok2vec over the same text, predicting the characters of each word;
3. ``corpus``   the entity data as DocBins, with augmented copies of some training records;
4. ``train``    shared tok2vec and entity recogniser, by ``config.cfg``;
5. ``score``    entity F1 on sentences and whole articles apart;
6. ``package``  models/id_berita_sm with meta.json, the card and the hashes of all data used.

Seeds are fixed; the same data and library versions give the same model up to the floating point of the machine.
"""

import argparse
import hashlib
import json
import lzma
import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import spacy
from augment import Augmenter
from spacy.cli.init_config import fill_config
from spacy.cli.train import train as spacy_train
from spacy.scorer import Scorer
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.training.initialize import convert_vectors
from spacy.util import filter_spans

import beritanlp
from beritanlp.language.component import make_language
from beritanlp.language.tokenizer import make_tokenizer
from beritanlp.lexicon import Lexicon

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BUILD = HERE.parent / "build"
MODEL = HERE.parent / "id_berita_sm"
TOK2VEC = BUILD / "pretrain" / "model0.bin"
SEED = 20
VECTORS = {"dim": 96, "bucket": 40_000, "minn": 4, "maxn": 5, "epoch": 8, "minCount": 5, "hashCount": 2}


def main() -> None:
    """Run the steps in order."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with ner/, ud/ and corpora/")
    parser.add_argument("--only", choices=list(STEPS))
    parser.add_argument("--set", nargs="*", default=[], metavar="KEY=VALUE", help="overrides of config.cfg")
    args = parser.parse_args()
    BUILD.mkdir(exist_ok=True)
    for name, step in STEPS.items():
        if args.only in (None, name):
            print(f"== {name}", flush=True)
            step(args)


def make_nlp() -> spacy.Language:
    """A pipeline with our tokenizer and sentence splitter, and nothing else."""
    nlp = spacy.blank("id", config={"nlp": {"tokenizer": {"@tokenizers": "beritanlp.Tokenizer.v1", "lexicon": None}}})
    nlp.max_length = 10**9
    return nlp


def make_vectors(args: argparse.Namespace) -> None:
    """Floret vectors: subword buckets, so that no word is unknown."""
    import floret

    target = BUILD / "vectors"
    if target.exists():
        return
    tokenizer = make_tokenizer()(make_nlp())
    text = BUILD / "text.txt"
    with lzma.open(args.data / "corpora/nonlegal.txt.xz", "rt", encoding="utf-8") as source, text.open("w") as out:
        for line in source:
            out.write(" ".join(t.text for t in tokenizer(line.strip()) if not t.is_space) + "\n")
    model = floret.train_unsupervised(
        str(text), model="cbow", mode="floret", thread=2, neg=10, ws=5, lr=0.05, verbose=0, **VECTORS
    )
    model.save_floret_vectors(str(BUILD / "vectors.floret"))
    nlp = make_nlp()
    convert_vectors(nlp, BUILD / "vectors.floret", truncate=0, prune=-1, mode="floret")
    rescale(nlp)
    nlp.to_disk(target)


def rescale(nlp: spacy.Language) -> None:
    """Scale the vectors to a mean length of 2: raw ones are several times longer and unsettle the training."""
    words = (BUILD / "text.txt").read_text(encoding="utf-8")[:200_000].split()
    lengths = [nlp.vocab[word].vector_norm for word in dict.fromkeys(words)]
    nlp.vocab.vectors.data *= 2 * len(lengths) / sum(lengths)


def pretrain(args: argparse.Namespace) -> None:
    """Pretrain the tok2vec on running text (spaCy's character objective)."""
    if TOK2VEC.exists():
        return
    with lzma.open(args.data / "corpora/nonlegal.txt.xz", "rt", encoding="utf-8") as source:
        lines = [line.strip() for line in source if len(line.split()) >= 10]
    random.Random(SEED).shuffle(lines)
    raw = BUILD / "raw.jsonl"
    raw.write_text("".join(json.dumps({"text": line[:3000]}) + "\n" for line in lines), encoding="utf-8")
    filled = BUILD / "filled.cfg"
    fill_config(filled, HERE / "config.cfg", pretraining=True)
    paths = ["--paths.raw_text", str(raw), "--paths.vectors", str(BUILD / "vectors")]
    subprocess.run([sys.executable, "-m", "spacy", "pretrain", str(filled), str(TOK2VEC.parent), *paths], check=True)


def read_records(path: Path) -> list[dict[str, Any]]:
    """Records of a BeritaNER file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def make_doc(nlp: spacy.Language, split: Any, record: dict[str, Any]) -> tuple[Doc, int]:
    """A Doc with entities, and how many gold spans do not fit our tokens."""
    doc = split(nlp.make_doc(record["text"]))
    doc.user_data.clear()
    spans = [doc.char_span(a, b, label=label) for a, b, label in record["spans"]]
    # two names in one token ("Jokowi-JK"): neither a name nor none, so the tokens are left out of the training
    lost = [
        doc.char_span(a, b, alignment_mode="expand")
        for (a, b, _), s in zip(record["spans"], spans, strict=True)
        if s is None
    ]
    doc.set_ents(
        filter_spans([s for s in spans if s is not None]), missing=filter_spans([s for s in lost if s is not None])
    )
    return doc, len(lost)


def make_corpus(args: argparse.Namespace) -> None:
    """DocBins of train (with augmented copies), dev, dev sentences and dev articles."""
    nlp = make_nlp()
    split = make_language(nlp, "berita_language")
    dev = read_records(args.data / "ner/dev.jsonl")
    train_records = read_records(args.data / "ner/train.jsonl")
    augment = Augmenter(train_records, *name_lists(args.data))
    sets = {
        "train": [v for r in train_records for v in augment(r, SEED)],
        "dev": dev,
        "dev-sentences": [r for r in dev if not is_article(r)],
        "dev-articles": [r for r in dev if is_article(r)],
        "dev-web": [r for r in dev if r["source"] == "web"],
    }
    for name, records in sets.items():
        lost = 0
        docs = []
        for record in records:
            doc, missing = make_doc(nlp, split, record)
            lost += missing
            docs.append(doc)
        DocBin(docs=docs).to_disk(BUILD / f"{name}.spacy")
        print(f"{name}: {len(docs)} texts, {sum(len(d.ents) for d in docs)} entities, {lost} not on token borders")


def name_lists(data: Path) -> tuple[list[str], dict[str, list[str]]]:
    """Words of persons' names, and places by kind, to swap in."""
    lines = (data / "gazetteers/nama_orang_faker_id.tsv").read_text(encoding="utf-8").splitlines()[1:]
    names = [line.split("\t")[2] for line in lines if line.startswith(("depan", "belakang"))]
    places: dict[str, list[str]] = {}
    for row in Lexicon().rows("places"):
        if row["country"] == "ID" or row["kind"] == "country":
            places.setdefault(row["kind"], []).append(row["name"])
    return names, places


def is_article(record: dict[str, Any]) -> bool:
    """Whole articles, as against single sentences."""
    return str(record["source"]) == "indosum"


def train(args: argparse.Namespace) -> None:
    """Train by config.cfg; the best checkpoint is models/build/training/model-best."""
    overrides: dict[str, Any] = {
        "paths.train": str(BUILD / "train.spacy"),
        "paths.dev": str(BUILD / "dev.spacy"),
        "paths.vectors": str(BUILD / "vectors"),
        "paths.init_tok2vec": str(TOK2VEC),
    }
    overrides |= {key: json.loads(value) for key, value in (item.split("=", 1) for item in args.set)}
    spacy_train(HERE / "config.cfg", BUILD / "training", overrides=overrides)


def score(args: argparse.Namespace) -> None:
    """Entity precision, recall and F1 of the best checkpoint on each dev set."""
    nlp = spacy.load(BUILD / "training/model-best")
    nlp.add_pipe("berita_language", first=True)
    result = {}
    for name in ("dev", "dev-sentences", "dev-web", "dev-articles"):
        gold = list(DocBin().from_disk(BUILD / f"{name}.spacy").get_docs(nlp.vocab))
        predicted = nlp.pipe(nlp.make_doc(doc.text) for doc in gold)
        scores = Scorer.score_spans([Example(p, g) for p, g in zip(predicted, gold, strict=True)], "ents")
        result[name] = scores
        print(name, *(f"{key[-1]} {100 * scores[key]:.2f}" for key in ("ents_p", "ents_r", "ents_f")))
    for label, s in sorted(result["dev"]["ents_per_type"].items()):
        print(f"  {label:4} P {100 * s['p']:.1f} R {100 * s['r']:.1f} F {100 * s['f']:.1f}")
    (BUILD / "scores.json").write_text(json.dumps(result, indent=1))


def package(args: argparse.Namespace) -> None:
    """Copy the best checkpoint to models/id_berita_sm, with its meta data and card."""
    nlp = spacy.load(BUILD / "training/model-best")
    scores = json.loads((BUILD / "scores.json").read_text())
    files = ["ner/train.jsonl", "ner/dev.jsonl", "corpora/nonlegal.txt.xz", "gazetteers/nama_orang_faker_id.tsv"]
    hashes = {name: hashlib.sha256((args.data / name).read_bytes()).hexdigest() for name in files}
    nlp.meta.update(
        {
            "name": "berita_sm",
            "version": "0.1.0",
            "description": "Indonesian news: named entities in ten labels.",
            "author": "BeritaNLP contributors",
            "license": "CC BY-SA 4.0",
            "sources": SOURCES,
            "beritanlp": beritanlp.__version__,
            "data_sha256": hashes,
            "performance": scores["dev"],
        }
    )
    for name, path in nlp.config["paths"].items():  # where it lies in any clone, not on this machine
        if path and Path(path).is_relative_to(ROOT):
            nlp.config["paths"][name] = Path(path).relative_to(ROOT).as_posix()
    shutil.rmtree(MODEL, ignore_errors=True)
    nlp.to_disk(MODEL)
    card = (HERE / "card.md").read_text(encoding="utf-8")
    (MODEL / "README.md").write_text(card.format(table=score_table(scores), hashes=hash_table(hashes)))


STEPS = {
    "vectors": make_vectors,
    "pretrain": pretrain,
    "corpus": make_corpus,
    "train": train,
    "score": score,
    "package": package,
}
SOURCES = [
    {"name": "IDN-NER 2k (text)", "license": "MIT"},
    {"name": "NERUI (text)", "license": "CC BY 4.0"},
    {"name": "UD Indonesian-CSUI, PUD (text)", "license": "CC BY-SA 4.0"},
    {"name": "IndoSum (text)", "license": "CC BY-SA 4.0"},
]


def score_table(scores: dict[str, Any]) -> str:
    """Markdown table of the dev scores."""
    rows = ["| set | P | R | F1 |", "|---|---|---|---|"]
    for name in ("dev", "dev-sentences", "dev-web", "dev-articles"):
        s = scores[name]
        rows.append(f"| {name} | {100 * s['ents_p']:.1f} | {100 * s['ents_r']:.1f} | {100 * s['ents_f']:.1f} |")
    for label, s in sorted(scores["dev"]["ents_per_type"].items()):
        rows.append(f"| {label} | {100 * s['p']:.1f} | {100 * s['r']:.1f} | {100 * s['f']:.1f} |")
    return "\n".join(rows)


def hash_table(hashes: dict[str, str]) -> str:
    """Markdown list of the data files with their SHA-256."""
    return "\n".join(f"- `{name}` {digest}" for name, digest in hashes.items())


if __name__ == "__main__":
    main()
