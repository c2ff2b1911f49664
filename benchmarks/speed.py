"""Words per second of tokenizer, model alone and whole pipeline, and peak memory, in one run.

    python benchmarks/speed.py [--folder examples/articles] [--repeat 20]
    python benchmarks/speed.py --articles ../shared/data/articles/web.jsonl --take 500 --repeat 3

Words are white-space separated. Each stage is run over all texts `repeat` times, after one run to warm up, on one
thread; the best round counts. Stages marked `batch` run in a worker of `beritanlp batch`, on shards of 100 articles;
the model's has the same batches and no rooms. Load time is of ``beritanlp.load()`` in this process, imports excluded.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path

for threads in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[threads] = "1"  # before numpy is there

import beritanlp  # noqa: E402
from beritanlp.articles.items import Item  # noqa: E402
from beritanlp.batch.worker import BATCH, Job, Shard, Worker, collect_seldom  # noqa: E402

SHARD = 100  # articles

EXAMPLES = Path(__file__).parent.parent / "examples" / "articles"


def main() -> None:
    """Print one line per stage."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=EXAMPLES)
    parser.add_argument("--articles", type=Path, help="JSON lines with texts, instead of the folder")
    parser.add_argument("--take", type=int, help="so many of them")
    parser.add_argument("--repeat", type=int, default=20)
    args = parser.parse_args()
    if args.articles:
        lines = args.articles.read_text(encoding="utf-8").splitlines()[: args.take]
        texts = [json.loads(line)["text"] for line in lines]
    else:
        texts = [path.read_text(encoding="utf-8") for path in sorted(args.folder.glob("*.txt"))]
    words = sum(len(text.split()) for text in texts)
    started = time.perf_counter()
    nlp = beritanlp.load()
    print(f"load                 {time.perf_counter() - started:8.2f} s")
    rooms = [name for name in nlp.pipe_names if name.startswith("berita_")]

    def model_alone(texts: list[str], size: int) -> None:
        with nlp.select_pipes(disable=rooms):
            deque(nlp.pipe(texts, batch_size=size), maxlen=0)

    stages: dict[str, Callable[[list[str]], object]] = {
        "tokenizer": lambda texts: [nlp.make_doc(text) for text in texts],
        "tokens and model": lambda texts: model_alone(texts, 1),
        "whole pipeline": lambda texts: [beritanlp.extract(text, nlp=nlp) for text in texts],
        "model, batch": lambda texts: model_in_batches(worker, texts),
        "pipeline, batch": lambda texts: pipeline_in_batches(worker, texts),
    }
    for name, stage in stages.items():
        if name == "model, batch":
            worker = Worker(Job())
            collect_seldom()
        best = min(one_round(stage, texts) for _ in range(args.repeat + 1))
        print(f"{name:20} {words / best:8.0f} words/s   {1000 * best / len(texts):7.2f} ms per article")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory          {peak:8.0f} MiB   ({len(texts)} articles, {words} words)")


def model_in_batches(worker: Worker, texts: list[str]) -> None:
    """The worker's model, without the rooms."""
    with worker.nlp.select_pipes(disable=[name for name in worker.nlp.pipe_names if name.startswith("berita_")]):
        deque(worker.nlp.pipe(texts, batch_size=BATCH), maxlen=0)


def pipeline_in_batches(worker: Worker, texts: list[str]) -> None:
    """All that a worker does: articles in, lines of JSON out."""
    items = [Item("articles.jsonl", row, "text", text.encode()) for row, text in enumerate(texts, 1)]
    for start in range(0, len(items), SHARD):
        done = worker(Shard(start, items[start : start + SHARD]))
        assert not done.problems, done.problems


def one_round(stage: Callable[[list[str]], object], texts: list[str]) -> float:
    """Seconds to run a stage over all texts."""
    started = time.perf_counter()
    stage(texts)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
