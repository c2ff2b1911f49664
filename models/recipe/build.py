"""Train id_berita_sm, the pipeline that ships, from the data to the scored and packaged folder.

    pip install -e . floret tokenizers torch==2.13.0
    python models/recipe/build.py --data ../shared/data

Steps, each skipped when its result is already in ``models/build/``:

1.  ``vectors``   floret vectors from running text, cut by our own tokenizer;
2.  ``pretrain``  the teachers' encoder, which finds hidden words of the same text;
3.  ``corpus``    the entity data as DocBins, with augmented copies of some training records;
4.  ``teach``     the teachers: two of entities (two seeds), one of tags and trees, for which the old annotation of
                  GSD's training part is brought to the new one;
5.  ``label``     their probabilities for all of the running text (``name_words.py`` counts the names in them);
6.  ``distil``    the tok2vec that ships, taught by those probabilities;
7.  ``silver``    passages of running text with the teachers' entities and trees, and the treebanks, as DocBins;
8.  ``train``     the pipeline from that tok2vec, by ``config.cfg``;
9.  ``score``     entities on the development set, syntax on the test sets of UD;
10. ``package``   models/id_berita_sm with meta.json, the card and the hashes of all data used.

Seeds are fixed; the same data and library versions give the same model up to the floating point of the machine.
About three hours on two cores with AMX; the pretraining keeps a checkpoint and goes on from it. How fast the torch
steps run depends on the allocator, and which is best on the machine: try a minute each with
``MALLOC_MMAP_THRESHOLD_=8000000000 MALLOC_TRIM_THRESHOLD_=16000000000 THP_MEM_ALLOC_ENABLE=1``, with jemalloc preloaded
(``LD_PRELOAD=libjemalloc.so.2``; leave its decay times as they are, for without decay the memory grows without end) and
with neither. They differed by a third on one machine and threefold on another.
"""

import argparse
import hashlib
import json
import lzma
import random
import shutil
import sys
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

import spacy
import torch

sys.path.append(str(Path(__file__).resolve().parents[2] / "benchmarks"))  # reads treebanks and scores models
from augment import Augmenter
from conllu import Node, Sentence, read_sentences
from distil import distil, label_corpus
from encoder import Encoder, Words
from parsing import Parser, make_parser, parse, train_parser
from pretrain import PIECES, Corpus, load_words, make_words, pretrain, read_corpus
from silver import passages, tree_doc, with_entities, with_trees
from spacy.cli.train import train as spacy_train
from spacy.tokens import Doc, DocBin
from spacy.training.initialize import convert_vectors
from spacy.util import filter_spans, load_config, load_model_from_config
from student import Hashed, Tok2Vec
from tagging import Tagged, Tagger, label_set, tagged, train_tagger
from treebank import Readings, aligned, simplified

import beritanlp
from beritanlp.language.component import make_language
from beritanlp.language.tokenizer import make_tokenizer
from beritanlp.lexicon import Lexicon
from models import ner_scores, syntax_scores

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BUILD = HERE.parent / "build"
MODEL = HERE.parent / "id_berita_sm"
MODEL_VERSION = "0.3.0"
TEXT, VECTORS_AT, TEACHER, TRAIN = BUILD / "text.txt", BUILD / "vectors", BUILD / "teacher", BUILD / "train"
LABELS, TOK2VEC = BUILD / "labels", BUILD / "tok2vec.bin"
FINAL = BUILD / "training/model-last"
SEED = 20
VECTORS = {"dim": 96, "bucket": 40_000, "minn": 4, "maxn": 5, "epoch": 8, "minCount": 5, "hashCount": 2}
PRETRAIN_EPOCHS, TAGGER_EPOCHS, PARSER_EPOCHS, DISTIL_EPOCHS = 8, 4, 18, 2
TAGGERS = 2
SILVER_WORDS, TREE_WORDS = 800_000, 800_000

DATA_FILES = ("ner/train.jsonl", "ner/dev.jsonl", "corpora/nonlegal.txt.xz", "gazetteers/nama_orang_faker_id.tsv")
UD_FILES = (
    "gsd-ud-train.v2.0-2017-02",
    "gsd-ud-dev.v2.0-2017-02",
    "gsd-ud-dev",
    "csui-ud-train",
    "pud-ud-test",  # by the data's own rule: it may be trained on where it is not measured
)
SOURCES = [
    {"name": "IDN-NER 2k (text)", "license": "MIT"},
    {"name": "NERUI (text)", "license": "CC BY 4.0"},
    {"name": "IndoSum (text)", "license": "CC BY-SA 4.0"},
    {"name": "UD Indonesian-GSD, training and development parts", "license": "CC BY-SA 4.0"},
    {"name": "UD Indonesian-CSUI, training part", "license": "CC BY-SA 4.0"},
    {"name": "UD Indonesian-PUD", "license": "CC BY-SA 3.0"},
]


def main() -> None:
    """Run the steps in order."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with ner/, ud/ and corpora/")
    parser.add_argument("--only", choices=list(STEPS))
    parser.add_argument("--set", nargs="*", default=[], metavar="KEY=VALUE", help="overrides of config.cfg")
    args = parser.parse_args()
    for folder in (TEACHER, TRAIN, LABELS):
        folder.mkdir(exist_ok=True, parents=True)
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

    if VECTORS_AT.exists():
        return
    tokenizer = make_tokenizer()(make_nlp())
    with lzma.open(args.data / "corpora/nonlegal.txt.xz", "rt", encoding="utf-8") as source, TEXT.open("w") as out:
        for line in source:
            out.write(" ".join(t.text for t in tokenizer(line.strip()) if not t.is_space) + "\n")
    model = floret.train_unsupervised(
        str(TEXT), model="cbow", mode="floret", thread=2, neg=10, ws=5, lr=0.05, verbose=0, **VECTORS
    )
    model.save_floret_vectors(str(BUILD / "vectors.floret"))
    nlp = make_nlp()
    convert_vectors(nlp, BUILD / "vectors.floret", truncate=0, prune=-1, mode="floret")
    rescale(nlp)
    nlp.to_disk(VECTORS_AT)


def rescale(nlp: spacy.Language) -> None:
    """Scale the vectors to a mean length of 2: raw ones are several times longer and unsettle the training."""
    words = TEXT.read_text(encoding="utf-8")[:200_000].split()
    lengths = [nlp.vocab[word].vector_norm for word in dict.fromkeys(words)]
    nlp.vocab.vectors.data *= 2 * len(lengths) / sum(lengths)


@cache
def running_text() -> Corpus:
    """The words of the corpus."""
    return read_corpus(TEXT)


@cache
def encoder_words() -> Words:
    """The teachers' inputs."""
    return load_words(VECTORS_AT, TEACHER)


def pretrain_encoder(args: argparse.Namespace) -> None:
    """Pretrain the teachers' encoder."""
    target = TEACHER / "encoder.pt"
    if not target.exists():
        words = make_words(running_text(), TEXT, VECTORS_AT, TEACHER)
        encoder = pretrain(running_text(), words, TEACHER / "pretraining.pt", PRETRAIN_EPOCHS)
        torch.save(encoder.state_dict(), target)


def pretrained() -> Encoder:
    """A fresh copy of the pretrained encoder."""
    encoder = Encoder(PIECES, encoder_words().vector_width)
    encoder.load_state_dict(torch.load(TEACHER / "encoder.pt"))
    return encoder


def read_records(path: Path) -> list[dict[str, Any]]:
    """Records of a BeritaNER file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def make_doc(nlp: spacy.Language, split: Any, record: dict[str, Any]) -> tuple[Doc, int]:
    """A Doc with entities, and how many gold spans do not fit our tokens."""
    doc = split(nlp.make_doc(record["text"]))
    doc.user_data.clear()
    spans = [doc.char_span(a, b, label=label) for a, b, label in record["spans"]]
    # a name glued to another word in one token: neither a name nor none, so the tokens are left out of the training
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
    """DocBins of the training part, with augmented copies, and of the development part."""
    nlp = make_nlp()
    split = make_language(nlp, "berita_language")
    train_records = read_records(args.data / "ner/train.jsonl")
    outlets = [form for forms in Lexicon()["outlets"]["outlets"].values() for form in forms]
    augment = Augmenter(train_records, *name_lists(args.data), outlets)
    sets = {
        "train/gold": [v for r in train_records for v in augment(r, SEED)],
        "dev": read_records(args.data / "ner/dev.jsonl"),
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


def docs_of(name: str) -> list[Doc]:
    """Docs of a DocBin in the build folder."""
    return list(DocBin().from_disk(BUILD / f"{name}.spacy").get_docs(make_nlp().vocab))


@cache
def gold_texts() -> list[Tagged]:
    """The annotated texts as words and labels."""
    return [text for text in map(tagged, docs_of("train/gold")) if text.words]


def teach(args: argparse.Namespace) -> None:
    """Train the teachers."""
    for seed in range(1, TAGGERS + 1):
        target = TEACHER / f"tagger-{seed}.pt"
        if not target.exists():
            tagger = train_tagger(gold_texts(), encoder_words(), pretrained(), TAGGER_EPOCHS, seed)
            torch.save({"labels": tagger.labels, "state": tagger.state_dict()}, target)
    if not (TEACHER / "parser.pt").exists():
        trees = treebanks(args.data / "ud")
        parser = train_parser(make_parser(pretrained(), trees), trees, encoder_words(), PARSER_EPOCHS, SEED)
        labels = {"tags": parser.tags, "feats": parser.feats, "deprels": parser.deprels}
        torch.save({**labels, "state": parser.state_dict()}, TEACHER / "parser.pt")


def treebanks(folder: Path) -> list[Sentence]:
    """All trees to train on, in the new annotation; GSD's training part is converted once."""
    read = {name: read_sentences(folder / f"id_{name}.conllu") for name in UD_FILES}
    old_train, old_dev = (read.pop(f"gsd-ud-{part}.v2.0-2017-02") for part in ("train", "dev"))
    new = [sentence for sentences in read.values() for sentence in sentences]
    target = TEACHER / "gsd-train.json"
    if not target.exists():
        parser = train_parser(make_parser(pretrained(), new), new, encoder_words(), PARSER_EPOCHS, SEED)
        readings = Readings(list(aligned(old_dev, read["gsd-ud-dev"])), parser.tags, parser.deprels)
        forms = [[node.form for node in sentence] for sentence in old_train]
        target.write_text(json.dumps(parse(parser, forms, encoder_words(), old_train, readings)))
    converted = json.loads(target.read_text())
    return [simplified(sentence) for sentence in (*new, *([Node(*node) for node in tree] for tree in converted))]


def load_taggers() -> list[Tagger]:
    """The teachers of entities."""
    taggers = []
    for path in sorted(TEACHER.glob("tagger-*.pt")):
        saved = torch.load(path)
        tagger = Tagger(Encoder(PIECES, encoder_words().vector_width), saved["labels"]).bfloat16()
        tagger.load_state_dict(saved["state"])
        taggers.append(tagger.eval())
    return taggers


def load_parser() -> Parser:
    """The teacher of syntax."""
    saved = torch.load(TEACHER / "parser.pt")
    state = saved.pop("state")
    parser = Parser(Encoder(PIECES, encoder_words().vector_width), **saved).bfloat16()
    parser.load_state_dict(state)
    return parser.eval()


def label(args: argparse.Namespace) -> None:
    """The teachers' probabilities for the running text."""
    if not (LABELS / "entities.npy").exists():
        label_corpus(running_text(), encoder_words(), load_taggers(), load_parser(), LABELS)


def distil_tok2vec(args: argparse.Namespace) -> None:
    """Teach the tok2vec of config.cfg."""
    if not TOK2VEC.exists():
        teach_tok2vec(running_text(), LABELS, gold_texts(), DISTIL_EPOCHS, TOK2VEC)


def teach_tok2vec(corpus: Corpus, labelled: Path, gold: list[Tagged], epochs: float, target: Path) -> None:
    """Distil the tok2vec of config.cfg from a labelled corpus and keep it as spaCy's weights."""
    config = load_config(HERE / "config.cfg")
    shape = config["components"]["tok2vec"]["model"]
    rows = shape["embed"]["rows"]
    tok2vec = Tok2Vec(shape["encode"]["width"], shape["encode"]["depth"], rows, VECTORS["dim"])
    distil(tok2vec, Hashed(VECTORS_AT, rows), corpus, labelled, gold, label_set(gold), epochs)
    config["nlp"]["pipeline"] = ["tok2vec"]
    config["components"] = {"tok2vec": config["components"]["tok2vec"]}
    config["initialize"] = {"vectors": str(VECTORS_AT)}
    config.pop("pretraining")
    nlp = load_model_from_config(config, auto_fill=True)
    nlp.initialize()
    model = nlp.get_pipe("tok2vec").model  # type: ignore[attr-defined]
    tok2vec.float().copy_to(model)
    target.write_bytes(model.to_bytes())


def silver(args: argparse.Namespace) -> None:
    """Passages with the teachers' entities and trees; the treebanks themselves."""
    nlp = make_nlp()
    split = make_language(nlp, "berita_language")
    docs = with_entities(passages(TEXT, SILVER_WORDS, SEED), load_taggers(), encoder_words(), nlp)
    count = sum(end <= TREE_WORDS for end in accumulate(map(len, docs)))  # Docs that get trees
    for doc in docs[:count]:
        split(doc)
        doc.user_data.clear()
    parsed = with_trees(docs[:count], load_parser(), encoder_words())
    DocBin(docs=[*parsed, *docs[count:]]).to_disk(TRAIN / "silver.spacy")
    trees = treebanks(args.data / "ud")
    DocBin(docs=[tree_doc(group, nlp) for group in grouped(trees)]).to_disk(TRAIN / "trees.spacy")


def grouped(trees: Sequence[Sentence], size: int = 3) -> list[list[Sentence]]:
    """Sentences in threes, half of them with a line break after, as sentences stand in an article."""
    chance = random.Random(SEED)
    broken = [
        [*tree, Node("\n\n", "SPACE", "_", len(tree), "dep")] if chance.random() < 0.5 else tree for tree in trees
    ]
    return [broken[at : at + size] for at in range(0, len(broken), size)]


def train(args: argparse.Namespace) -> None:
    """Train by config.cfg; the rate falls to nothing, and the last checkpoint is the model."""
    overrides: dict[str, Any] = {
        "paths.train": str(TRAIN),
        "paths.dev": str(BUILD / "dev.spacy"),
        "paths.vectors": str(VECTORS_AT),
        "paths.init_tok2vec": str(TOK2VEC),
    }
    overrides |= {key: json.loads(value) for key, value in (item.split("=", 1) for item in args.set)}
    spacy_train(HERE / "config.cfg", BUILD / "training", overrides=overrides)


def score(args: argparse.Namespace) -> None:
    """Scores of the model: entities on the development set, syntax on the test sets of UD."""
    nlp = spacy.load(FINAL)
    entities = {name: s._asdict() for name, s in ner_scores(nlp, args.data).items()}
    syntax = {key: syntax_scores(nlp, args.data / f"ud/id_{key}-ud-test.conllu") for key in ("gsd", "csui")}
    (BUILD / "scores.json").write_text(json.dumps({"entities": entities, "syntax": syntax}, indent=1))
    print(score_tables(entities, syntax))


def package(args: argparse.Namespace) -> None:
    """Copy the model to models/id_berita_sm, with its meta data and card."""
    nlp = spacy.load(FINAL)
    scores = json.loads((BUILD / "scores.json").read_text())
    files = [*DATA_FILES, *(f"ud/id_{name}.conllu" for name in UD_FILES)]
    hashes = {name: hashlib.sha256((args.data / name).read_bytes()).hexdigest() for name in files}
    nlp.meta.update(
        {
            "name": "berita_sm",
            "version": MODEL_VERSION,
            "description": "Indonesian news: tags, features, lemmas, dependencies and entities in ten labels.",
            "author": "BeritaNLP contributors",
            "license": "CC BY-SA 4.0",
            "sources": SOURCES,
            "requirements": [f"beritanlp>={beritanlp.__version__}"],
            "data_sha256": hashes,
            "performance": scores,
        }
    )
    for name, path in nlp.config["paths"].items():  # where it lies in any clone, not on this machine
        if path and Path(path).is_relative_to(ROOT):
            nlp.config["paths"][name] = Path(path).relative_to(ROOT).as_posix()
    shutil.rmtree(MODEL, ignore_errors=True)
    nlp.to_disk(MODEL)
    card = (HERE / "card.md").read_text(encoding="utf-8")
    tables = score_tables(scores["entities"], scores["syntax"])
    listed = "\n".join(f"- `{name}` {digest}" for name, digest in hashes.items())
    (MODEL / "README.md").write_text(card.format(tables=tables, hashes=listed))


def score_tables(entities: dict[str, Any], syntax: dict[str, Any]) -> str:
    """Markdown tables of the scores."""
    rows = ["| entities | P | R | F1 | in the gold |", "|---|---|---|---|---|"]
    rows += [f"| {name} | {s['p']:.1f} | {s['r']:.1f} | {s['f']:.1f} | {s['gold']} |" for name, s in entities.items()]
    rows += ["", "| syntax, test set | UPOS | UAS | LAS | lemmas |", "|---|---|---|---|---|"]
    rows += [
        f"| {key.upper()} | {s['upos']:.1f} | {s['uas']:.1f} | {s['las']:.1f} | {s['lemmas']:.1f} |"
        for key, s in syntax.items()
    ]
    return "\n".join(rows)


STEPS = {
    "vectors": make_vectors,
    "pretrain": pretrain_encoder,
    "corpus": make_corpus,
    "teach": teach,
    "label": label,
    "distil": distil_tok2vec,
    "silver": silver,
    "train": train,
    "score": score,
    "package": package,
}

if __name__ == "__main__":
    main()
