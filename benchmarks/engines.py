"""The engines beside each other, on the same texts: syntax, sentences, entities, quotes, speed, memory, size.

    python benchmarks/engines.py --shared ../shared [--engines spacy stanza]

Each engine runs in a process of its own, on one core. Tokens, UPOS, UAS and LAS are F1 on the UD test sets, one gold
sentence at a time (`models.py`); sentences are F1 from running text (`ud.py`); entities on the development set from raw
text; quotes end to end (span and speaker) on quotes-dev; events and all records on records-dev. Size is that of the
installed packages that the engine needs, models included.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

for threads in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[threads] = "1"  # before numpy and torch are there

from conllu import Counts, read_documents  # noqa: E402
from packaging.requirements import Requirement  # noqa: E402
from spacy.language import Language  # noqa: E402

import beritanlp  # noqa: E402
from beritanlp.pipeline import ENGINES, model_folder  # noqa: E402
from models import ner_scores, syntax_scores  # noqa: E402

TREEBANKS = ("gsd", "csui")
SYNTAX = {"tokens": "tokens", "upos": "UPOS", "uas": "UAS", "las": "LAS", "lemmas": "lemmas"}
ARTICLES = 100  # for the speed
FOLDERS = {"spacy": "id_berita_sm", "stanza": "id_berita_stanza"}


def main() -> None:
    """Print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder with data/ and score/")
    parser.add_argument("--engines", nargs="+", choices=ENGINES, default=list(ENGINES))
    parser.add_argument("--one", choices=ENGINES, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        print(json.dumps(measured(args.one, args.shared)))
        return
    columns = {engine: _in_a_process(engine, args.shared) for engine in args.engines}
    print(f"| figure | {' | '.join(columns)} |\n|---|{'---|' * len(columns)}")
    for row in next(iter(columns.values())):
        print(f"| {row} | {' | '.join(f'{found[row]:,.1f}' for found in columns.values())} |")


def measured(engine: str, shared: Path) -> dict[str, float]:
    """Every figure of an engine."""
    started = time.perf_counter()
    nlp = beritanlp.load(engine=engine)
    nlp("Hujan turun.")
    found = {"seconds to load": time.perf_counter() - started}
    for name in TREEBANKS:
        path = shared / "data" / "ud" / f"id_{name}-ud-test.conllu"
        scores = syntax_scores(nlp, path)
        found |= {f"{name.upper()} {label}": scores[key] for key, label in SYNTAX.items()}
        found[f"{name.upper()} sentences"] = sentences_f1(nlp, path)
    found["entities, F1"] = ner_scores(nlp, shared / "data")["all"].f
    found |= scored(engine, shared)
    lines = (shared / "data" / "articles" / "web.jsonl").read_text(encoding="utf-8").splitlines()[:ARTICLES]
    texts = [json.loads(line)["text"] for line in lines]
    started = time.perf_counter()
    for _ in beritanlp.extract_many(texts, nlp=nlp):
        pass
    found["words/s, whole pipeline"] = sum(len(text.split()) for text in texts) / (time.perf_counter() - started)
    found["peak memory, MiB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    found["installed, MiB"] = installed(engine) / 2**20
    return found


def sentences_f1(nlp: Language, path: Path) -> float:
    """F1 of sentences in running text: the sentences of a document joined by spaces, twenty at a time."""
    counts = Counts()
    for blocks in read_documents(path):
        texts = [block.text for block in blocks]
        for part in (texts[start : start + 20] for start in range(0, len(texts), 20)):
            counts = counts.plus(part, [sentence.text for sentence in nlp(" ".join(part)).sents])
    return counts.f1


def scored(engine: str, shared: Path) -> dict[str, float]:
    """Quotes and records by the scorers."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for task in ("quotes", "records"):
            gold, out = shared / "data" / f"{task}-dev.jsonl", Path(folder, f"{task}.jsonl")
            command = [sys.executable, str(shared / "score" / "predict.py"), task, str(gold), str(out)]
            subprocess.run([*command, "--engine", engine], check=True, stderr=subprocess.DEVNULL)
            command = [sys.executable, str(shared / "score" / f"{task}.py"), str(out), str(gold), "--json"]
            result = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
            if task == "quotes":
                found["quotes with speaker, F1"] = 100 * result["end_to_end"][2]
            else:
                found["records, mean F1"] = 100 * result[gold.name]["record_f1"]
                found["events, F1"] = 100 * result[gold.name]["events_type"]["f1"]
    return found


def installed(engine: str) -> float:
    """Bytes of the packages that an engine needs, and of its models."""
    wanted, seen, total = ["beritanlp", *(["stanza"] if engine == "stanza" else [])], set[str](), 0.0
    while wanted:
        name = wanted.pop().lower()
        try:
            package = distribution(name)
        except PackageNotFoundError:
            continue
        if name in seen:
            continue
        seen.add(name)
        files = [Path(package.locate_file(file)) for file in package.files or ()]
        total += sum(path.stat().st_size for path in files if path.is_file() and "beritanlp" not in path.parts)
        for line in package.requires or ():
            requirement = Requirement(line)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                wanted.append(requirement.name)
    folders = {FOLDERS["spacy"], FOLDERS[engine]}
    return total + sum(path.stat().st_size for name in folders for path in model_folder(name).rglob("*"))


def _in_a_process(engine: str, shared: Path) -> dict[str, float]:
    command = [sys.executable, __file__, "--shared", str(shared), "--one", engine]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout.splitlines()[-1])


if __name__ == "__main__":
    main()
