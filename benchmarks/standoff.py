"""Gold records without their articles: offsets into texts that are not part of this repository.

    python benchmarks/standoff.py unpack --data ../shared/data --out /tmp/gold
    python benchmarks/standoff.py pack GOLD.jsonl benchmarks/annotations/NAME.jsonl

The articles of ``annotations/`` may be measured on but not passed on, so a record holds the SHA-256 of its text and
character ranges in place of strings. ``unpack`` finds the texts again in the data and writes each file as gold records
for the scorer; a text that is not there is an error that names the file and the line.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import regex

Record = dict[str, Any]
ANNOTATIONS = Path(__file__).parent / "annotations"
SOURCES = ("records-dev.jsonl", "quotes-dev.jsonl", "articles/web.jsonl", "ner/train.jsonl")
ENTITIES = ("persons", "organisations", "places")


def main() -> None:
    """Pack or unpack."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    packing = commands.add_parser("pack", help="gold records to offsets")
    packing.add_argument("gold", type=Path)
    packing.add_argument("out", type=Path)
    unpacking = commands.add_parser("unpack", help="offsets to gold records")
    unpacking.add_argument("--data", type=Path, required=True, help="folder with the articles")
    unpacking.add_argument("--out", type=Path, required=True, help="folder for the gold records")
    args = parser.parse_args()
    if args.command == "pack":
        _write(args.out, map(pack, _read(args.gold)))
        return
    args.out.mkdir(parents=True, exist_ok=True)
    for path in sorted(ANNOTATIONS.glob("*.jsonl")):
        unpack_file(path, args.data, args.out / path.name)


def unpack_file(packed: Path, data: Path, out: Path) -> None:
    """Write the gold records of an annotation file, with the texts found in the data."""
    texts = _texts(data)
    records = list(_read(packed))
    for line, record in enumerate(records, 1):
        if record["text"] not in texts:
            sys.exit(f"{packed}:{line}: no text of this hash in {data}; is it the data of README.md?")
    _write(out, (unpack(record, texts[record["text"]]) for record in records))


@cache
def _texts(data: Path) -> dict[str, str]:
    return {_hash(r["text"]): r["text"] for name in SOURCES for r in _read(data / name)}


def pack(gold: Record) -> Record:
    """A gold record with a hash for its text, ranges for strings and numbers for names."""
    text: str = gold["text"]
    names = [entity["name"] for kind in ENTITIES for entity in gold[kind]]
    packed: Record = {"text": _hash(text), "published": gold["published"]}
    dateline = gold["dateline"]
    packed["dateline"] = dateline and {key: _find(text, value) for key, value in dateline.items()}
    for kind in ENTITIES:
        packed[kind] = [{key: _packed_strings(text, value) for key, value in entity.items()} for entity in gold[kind]]
    for kind in ("quotes", "times", "events"):
        packed[kind] = [_packed_span(record, names) for record in gold[kind]]
    return packed


def unpack(packed: Record, text: str) -> Record:
    """The gold record again."""
    gold: Record = {"id": packed["text"][:16], "text": text, "published": packed["published"]}
    dateline = packed["dateline"]
    gold["dateline"] = dateline and {key: text[slice(*value)] for key, value in dateline.items()}
    for kind in ENTITIES:
        gold[kind] = [{key: _unpacked_strings(text, value) for key, value in entity.items()} for entity in packed[kind]]
    names = [entity["name"] for kind in ENTITIES for entity in gold[kind]]
    for kind in ("quotes", "times", "events"):
        gold[kind] = [_unpacked_span(record, names, text) for record in packed[kind]]
    return gold


# strings of a quote, a time or an event, and where each begins
STARTS = {"text": "start", "trigger": "start", "cue": "cue_start", "speaker_text": "speaker_start"}
NAMED = ("speakers", "participants")


def _packed_span(record: Record, names: list[str]) -> Record:
    packed: Record = {}
    for key, value in record.items():
        if key in STARTS:
            clitic = value.startswith("-")  # `-nya` stands in its cue
            start = record[STARTS[key]]
            packed[key] = [start, start + len(value) - clitic, *([1] if clitic else [])]
        elif key in {"also", "alt"}:
            packed[key] = [_packed_span(part, names) for part in value]
        elif key in NAMED:
            packed[key] = [names.index(name) for name in value]
        elif key == "place":
            packed[key] = None if value is None else names.index(value)
        elif key not in STARTS.values():
            packed[key] = value
    return packed


def _unpacked_span(packed: Record, names: list[str], text: str) -> Record:
    record: Record = {}
    for key, value in packed.items():
        if key in STARTS:
            record[key] = "-" * (len(value) > 2) + text[value[0] : value[1]]
            record[STARTS[key]] = value[0]
        elif key in {"also", "alt"}:
            record[key] = [_unpacked_span(part, names, text) for part in value]
        elif key in NAMED:
            record[key] = [names[i] for i in value]
        elif key == "place":
            record[key] = None if value is None else names[value]
        else:
            record[key] = value
    return record


def _packed_strings(text: str, value: Any) -> Any:
    if isinstance(value, bool):
        return value
    return _find(text, value) if isinstance(value, str) else [_find(text, item) for item in value]


def _unpacked_strings(text: str, value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if value and isinstance(value[0], int):
        return text[slice(*value)]
    return [text[slice(*item)] for item in value]


def _find(text: str, words: str) -> list[int]:
    """Range of the words, as words of their own where they stand so."""
    match = regex.search(rf"(?<!\w){regex.escape(words)}(?!\w)", text)
    start = match.start() if match else text.index(words)
    return [start, start + len(words)]


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _read(path: Path) -> Iterable[Record]:
    return (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line)


def _write(path: Path, records: Iterable[Record]) -> None:
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")


if __name__ == "__main__":
    main()
