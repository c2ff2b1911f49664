"""Tokens and sentences against the UD test sets.

    python benchmarks/ud.py ../shared/data/ud/id_gsd-ud-test.conllu [more.conllu ...] [--errors N]

Surface tokens (multiword tokens are not split), compared by their offsets in the running text without its
spaces, as in the CoNLL 2018 shared task. Sentences are joined with one space; a new document (``# newdoc``, or
a new prefix of PUD's sentence ids) starts a new text.
"""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import spacy

from beritanlp.language.component import make_language
from beritanlp.language.tokenizer import make_tokenizer


def read_conllu(path: Path) -> Iterator[tuple[str, str, list[str]]]:
    """Yield document key, text and surface tokens of each sentence."""
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        comments = dict(
            line[2:].split(" = ", 1) for line in block.split("\n") if line.startswith("# ") and " = " in line
        )
        tokens, covered = [], 0
        for line in block.split("\n"):
            if line.startswith("#"):
                continue
            index, form = line.split("\t")[:2]
            if "-" in index:
                covered = int(index.split("-")[1])
                tokens.append(form)
            elif "." not in index and int(index) > covered:
                tokens.append(form)
        key = re.match(r"[nw]\d{5}(?=\d{3}$)|", comments["sent_id"])
        yield key[0] if key else "", comments["text"], tokens


def offsets(pieces: list[str]) -> set[tuple[int, int]]:
    """Offsets of the pieces in their concatenation without white space."""
    found, at = set(), 0
    for piece in pieces:
        size = len("".join(piece.split()))
        found.add((at, at + size))
        at += size
    return found


def f1(gold: int, predicted: int, correct: int) -> float:
    """F1 in percent."""
    return 200 * correct / (gold + predicted)


def main() -> None:
    """Print one line per file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--lines", action="store_true", help="one sentence a line instead of running text")
    parser.add_argument("--only", choices=["tokens", "sentences"])
    args = parser.parse_args()
    nlp = spacy.blank("xx")
    nlp.tokenizer = make_tokenizer()(nlp)
    split = make_language(nlp, "berita_language")
    for path in args.files:
        documents: dict[str, list[tuple[str, list[str]]]] = {}
        for key, text, tokens in read_conllu(path):
            documents.setdefault(key, []).append((text, tokens))
        counts = {"tokens": [0, 0, 0], "sentences": [0, 0, 0]}
        shown = 0
        for sentences in documents.values():
            doc = split(nlp.make_doc(("\n" if args.lines else " ").join(text for text, _ in sentences)))
            pairs = {
                "tokens": (
                    [t for _, tokens in sentences for t in tokens],
                    [t.text for t in doc if not t.is_space],
                ),
                "sentences": ([text for text, _ in sentences], [s.text for s in doc.sents]),
            }
            for name, (gold, predicted) in pairs.items():
                g, p = offsets(gold), offsets(predicted)
                for k, n in enumerate((len(g), len(p), len(g & p))):
                    counts[name][k] += n
                if name == "sentences" or shown >= args.errors:
                    continue
            if args.errors:
                shown = show({k: v for k, v in pairs.items() if args.only in (None, k)}, shown, args.errors)
        print(path.name, *(f"{name} F1 {f1(*c):.2f}" for name, c in counts.items()))


def show(pairs: dict[str, tuple[list[str], list[str]]], shown: int, limit: int) -> int:
    """Print pieces that one side has and the other has not."""
    for name, (gold, predicted) in pairs.items():
        chars = "".join("".join(p.split()) for p in gold)
        g, p = offsets(gold), offsets(predicted)
        for side, missing in (("gold", g - p), ("ours", p - g)):
            for a, b in sorted(missing):
                if shown >= limit:
                    return shown
                text = chars[a:b]
                print(f"  {name} only in {side}: {text if len(text) < 90 else text[:40] + ' ... ' + text[-45:]}")
                shown += 1
    return shown


if __name__ == "__main__":
    main()
