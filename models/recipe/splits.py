"""The recipe on published splits, apart from the model that ships: its taggers, distillation and training.

    python models/recipe/splits.py --data ../shared/data [--only nerui nerugm idner2k] [--folds 1 2 3 4 5]

Vectors and the pretrained encoder are those of ``build.py``; they have seen running text alone. All else is trained
on a split's training part; its development part chooses the checkpoint, its test part is scored once. Entity F1 by
seqeval's rules, which let an entity begin with ``I-``. Scores go to ``models/splits.json`` after each fold, and a
fold that has its score is not run again.
"""

import argparse
import json
from pathlib import Path
from typing import Any

import spacy
from build import BUILD, HERE, SEED, TEXT, VECTORS_AT, encoder_words, make_nlp, pretrained, running_text, teach_tok2vec
from distil import label_corpus
from silver import passages, with_entities
from spacy.cli.train import train as spacy_train
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from tagging import tagged, train_tagger

SCORES = HERE.parent / "splits.json"
FOLDED = ("nerui", "nerugm")
SPLITS = (*FOLDED, "idner2k")
EPOCHS, LABELLED, DISTIL_EPOCHS, SILVER_WORDS, STEPS = 25, 1_500_000, 4, 300_000, 1200


def main() -> None:
    """Train and score each split; keep the scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with ner-published/")
    parser.add_argument("--only", nargs="+", choices=SPLITS, default=SPLITS)
    parser.add_argument("--folds", nargs="+", type=int, default=[1, 2, 3, 4, 5])
    args = parser.parse_args()
    for name in args.only:
        for part in [f"{name}.f{k}" for k in args.folds] if name in FOLDED else [name]:
            scores: dict[str, dict[str, float]] = json.loads(SCORES.read_text()) if SCORES.exists() else {}
            if part not in scores.get(name, {}):
                scores.setdefault(name, {})[part] = round(run(args.data / "ner-published", part), 2)
                SCORES.write_text(json.dumps(scores, indent=1) + "\n")
            print(part, scores[name][part], flush=True)


def run(folder: Path, part: str) -> float:
    """F1 of the recipe on the test part of one split."""
    work = BUILD / "splits" / part
    (work / "train").mkdir(parents=True, exist_ok=True)
    nlp, words = make_nlp(), encoder_words()
    docs = {name: read_split(folder / f"{part}.{name}.jsonl", nlp) for name in ("train", "dev", "test")}
    gold = [tagged(doc) for doc in docs["train"]]
    tagger = train_tagger(gold, words, pretrained(), EPOCHS, SEED)
    corpus = running_text()._replace(words=running_text().words[:LABELLED])
    label_corpus(corpus, words, [tagger], None, work)
    teach_tok2vec(corpus, work, gold, DISTIL_EPOCHS, work / "tok2vec.bin")
    DocBin(docs=with_entities(passages(TEXT, SILVER_WORDS, SEED), [tagger], words, nlp)).to_disk(work / "train/s.spacy")
    DocBin(docs=docs["train"] * 5).to_disk(work / "train/gold.spacy")
    DocBin(docs=docs["dev"]).to_disk(work / "dev.spacy")
    overrides: dict[str, Any] = {
        "nlp.pipeline": ["tok2vec", "ner"],
        "paths.train": str(work / "train"),
        "paths.dev": str(work / "dev.spacy"),
        "paths.vectors": str(VECTORS_AT),
        "paths.init_tok2vec": str(work / "tok2vec.bin"),
        "training.max_steps": STEPS,
        "training.eval_frequency": 200,
        "training.optimizer.learn_rate.total_steps": STEPS,
    }
    spacy_train(HERE / "config.cfg", work / "model", overrides=overrides)
    trained = spacy.load(work / "model/model-best")
    found = trained.pipe(Doc(trained.vocab, words=[token.text for token in doc]) for doc in docs["test"])
    examples = [Example(p, g) for p, g in zip(found, docs["test"], strict=True)]
    return 100 * float(Scorer.score_spans(examples, "ents")["ents_f"])


def read_split(path: Path, nlp: Language) -> list[Doc]:
    """Sentences with their entities; ``I-`` after another kind, or after none, begins one."""
    docs = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        marks = [
            f"B{mark[1:]}" if mark.startswith("I-") and before[2:] != mark[2:] else mark
            for before, mark in zip(["O", *row["tags"][:-1]], row["tags"], strict=True)
        ]
        docs.append(Doc(nlp.vocab, words=row["tokens"], ents=marks))
    return docs


if __name__ == "__main__":
    main()
