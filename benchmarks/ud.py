"""Tokens and sentences against the UD test sets.

    python benchmarks/ud.py ../shared/data/ud/id_gsd-ud-test.conllu [more.conllu ...] [--errors N]

Surface tokens (multiword tokens are not split), compared by their offsets in the running text without its
spaces, as in the CoNLL 2018 shared task. Sentences are joined with one space; a new document (``# newdoc``, or
a new prefix of PUD's sentence ids) starts a new text.
"""

import argparse
from pathlib import Path

import spacy
from conllu import Counts, offsets, read_documents

from beritanlp.language.component import make_language
from beritanlp.language.tokenizer import make_tokenizer


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
        counts = {"tokens": Counts(), "sentences": Counts()}
        shown = 0
        for blocks in read_documents(path):
            doc = split(nlp.make_doc(("\n" if args.lines else " ").join(block.text for block in blocks)))
            pairs = {
                "tokens": (
                    [node.form for block in blocks for node in block.nodes],
                    [t.text for t in doc if not t.is_space],
                ),
                "sentences": ([block.text for block in blocks], [s.text for s in doc.sents]),
            }
            counts = {name: counts[name].plus(*pair) for name, pair in pairs.items()}
            if args.errors:
                shown = show({k: v for k, v in pairs.items() if args.only in (None, k)}, shown, args.errors)
        print(path.name, *(f"{name} F1 {count.f1:.2f}" for name, count in counts.items()))


def show(pairs: dict[str, tuple[list[str], list[str]]], shown: int, limit: int) -> int:
    """Print pieces that one side has and the other has not."""
    for name, (gold, predicted) in pairs.items():
        chars = "".join("".join(p.split()) for p in gold)
        g, p = set(offsets(gold)), set(offsets(predicted))
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
