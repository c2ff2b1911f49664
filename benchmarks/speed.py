"""Words per second of tokenizer, model alone and whole pipeline, and peak memory, in one run.

    python benchmarks/speed.py [--folder examples/articles] [--repeat 20]

Words are white-space separated. Each stage is run over all texts `repeat` times, after one run to warm up, on one
thread; the best round counts. Load time is that of ``beritanlp.load()`` in this process, imports excluded.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable
from pathlib import Path

import beritanlp

EXAMPLES = Path(__file__).parent.parent / "examples" / "articles"


def main() -> None:
    """Print one line per stage."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=EXAMPLES)
    parser.add_argument("--repeat", type=int, default=20)
    args = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in sorted(args.folder.glob("*.txt"))]
    words = sum(len(text.split()) for text in texts)
    started = time.perf_counter()
    nlp = beritanlp.load()
    print(f"load                 {time.perf_counter() - started:8.2f} s")
    rooms = [name for name in nlp.pipe_names if name.startswith("berita_")]

    def model_alone(text: str) -> None:
        with nlp.select_pipes(disable=rooms):
            nlp(text)

    stages: dict[str, Callable[[str], object]] = {
        "tokenizer": nlp.make_doc,
        "tokens and model": model_alone,
        "whole pipeline": lambda text: beritanlp.extract(text, nlp=nlp),
    }
    for name, stage in stages.items():
        best = min(one_round(stage, texts) for _ in range(args.repeat + 1))
        print(f"{name:20} {words / best:8.0f} words/s   {1000 * best / len(texts):7.2f} ms per article")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory          {peak:8.0f} MiB   ({len(texts)} articles, {words} words)")


def one_round(stage: Callable[[str], object], texts: list[str]) -> float:
    """Seconds to run a stage over all texts."""
    started = time.perf_counter()
    for text in texts:
        stage(text)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
