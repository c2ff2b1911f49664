"""The quality gate: dev scores against pinned floors.

    python benchmarks/gate.py --shared ../shared            check
    python benchmarks/gate.py --shared ../shared --raise    write floors up to the scores of this run

``floors.toml`` pins, per measure, the lowest score allowed and the SHA-256 of the gold file. A floor is never
lowered here: that takes an edit by hand, with the reason in a comment beside it. Exit code 1 when a score is
under its floor or a gold file is not the one the floors were set on.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from standoff import unpack_file

import beritanlp

HERE = Path(__file__).parent
FLOORS = HERE / "floors.toml"
SLACK = 0.0005  # rounding


def main() -> int:
    """Score every gold file and compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder with data/, score/ and seed/")
    parser.add_argument("--raise", dest="raise_floors", action="store_true", help="raise floors to this run's scores")
    args = parser.parse_args()
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    failures = 0
    results: dict[str, dict[str, float]] = {}
    for gold in floors:
        measure = floors[gold]["measure"]
        path = (HERE if measure == "annotations" else args.shared) / floors[gold]["file"]
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        if digest != floors[gold]["sha256"]:
            print(f"{gold}: {path} is not the file the floors were set on (sha256 {digest})")
            failures += 1
        results[gold] = dict(MEASURES[measure](args.shared, path))
        for name, floor in floors[gold]["floors"].items():
            score = results[gold][name]
            low = score < floor - SLACK
            failures += low
            print(f"{gold:9} {name:24} {score:.4f}  floor {floor:.4f}  {'LOW' if low else 'ok'}")
    if args.raise_floors:
        raise_floors(results)
    print(f"quality gate: {'failed' if failures else 'passed'}")
    return 1 if failures else 0


def raise_floors(results: dict[str, dict[str, float]]) -> None:
    """Rewrite the numbers of ``floors.toml`` that this run exceeds; comments stay."""
    lines, gold = [], ""
    for line in FLOORS.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            gold = line.strip("[]").split(".")[0]
        key, equals, value = line.partition(" = ")
        score = results.get(gold, {}).get(key)
        if equals and score is not None and score > float(value.split("#")[0]):
            comment = f"  #{value.split('#', 1)[1]}" if "#" in value else ""
            line = f"{key} = {int(score * 1000) / 1000:.3f}{comment}"
        lines.append(line)
    FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def predict(shared: Path, task: str, gold: Path, out: Path) -> None:
    """Run the pipeline over a gold file."""
    command = [sys.executable, str(shared / "score/predict.py"), task, str(gold), str(out)]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)


def scored(shared: Path, scorer: str, task: str, gold: Path) -> Any:
    """Predictions and the scorer's JSON."""
    with tempfile.TemporaryDirectory() as folder:
        pred, result = Path(folder) / "pred.jsonl", Path(folder) / "score.json"
        predict(shared, task, gold, pred)
        command = [sys.executable, str(shared / "score" / scorer), str(pred), str(gold), "--json"]
        if scorer == "dates.py":
            subprocess.run([*command, str(result)], check=True, stdout=subprocess.DEVNULL)
            return json.loads(result.read_text(encoding="utf-8"))
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        return json.loads(done.stdout)


def records(shared: Path, gold: Path) -> Iterator[tuple[str, float]]:
    """F1 of people, organisations, places, quotes, times, events, and their mean."""
    result = scored(shared, "records.py", "records", gold)[gold.name]
    for key in ("persons", "organisations", "places", "quotes_e2e", "times_value", "events_type"):
        yield key, result[key]["f1"]
    yield "record_f1", result["record_f1"]


def quotes(shared: Path, gold: Path) -> Iterator[tuple[str, float]]:
    """F1 of direct quotes: span, and span with speaker."""
    result = scored(shared, "quotes.py", "quotes", gold)
    yield "span_iou80", result["span_iou80"][2]
    yield "end_to_end", result["end_to_end"][2]
    yield "end_to_end_fullname", result["end_to_end_fullname"][2]


def dates(shared: Path, gold: Path) -> Iterator[tuple[str, float]]:
    """Value F1, and trap sentences left alone."""
    result = scored(shared, "dates.py", "dates", gold)
    yield "value_f1", result["value_f1"]
    traps = result["trap"]
    yield "traps_passed", 1 - traps["sentences_with_fp"] / traps["sentences"]


def entities(shared: Path, gold: Path) -> Iterator[tuple[str, float]]:
    """Exact-span F1 of ``doc.ents``, all texts, sentences and whole articles."""
    nlp = beritanlp.load()
    counts = {name: [0, 0, 0] for name in ("ents_f", "sentences_f", "articles_f")}
    lines = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    for record in lines:
        wanted = {tuple(span) for span in record["spans"]}
        found = {(e.start_char, e.end_char, e.label_) for e in nlp(record["text"]).ents}
        part = "articles_f" if record["source"] == "indosum" else "sentences_f"
        for name in ("ents_f", part):
            for k, n in enumerate((len(wanted), len(found), len(wanted & found))):
                counts[name][k] += n
    for name, (wanted_n, found_n, right) in counts.items():
        yield name, 2 * right / (wanted_n + found_n)


def annotations(shared: Path, packed: Path) -> Iterator[tuple[str, float]]:
    """As `records`, for articles of which only the annotation is in this repository."""
    with tempfile.TemporaryDirectory() as folder:
        gold = Path(folder) / packed.name
        unpack_file(packed, shared / "data", gold)
        yield from records(shared, gold)


MEASURES = {"records": records, "annotations": annotations, "quotes": quotes, "dates": dates, "entities": entities}

if __name__ == "__main__":
    sys.exit(main())
