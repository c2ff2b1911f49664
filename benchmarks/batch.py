"""Articles and words per second and peak memory of `beritanlp batch`, with one process, two, and a local Ray cluster.

    python benchmarks/batch.py --articles ../shared/data/articles/web.jsonl
    python benchmarks/batch.py --articles ../shared/data/articles/web.jsonl --runs 1 --take 1000 20000

Every run is a process of its own; its time is from start to end, loading included. Peak memory is that of the largest
process of the run. `--take` repeats the articles, or leaves some out, until there are so many.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

RUNS = {"1": ["--jobs", "1"], "2": ["--jobs", "2"], "ray": ["--runner", "ray", "--jobs", "2"]}


def main() -> None:
    """Print one line per run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, required=True, help="JSON lines")
    parser.add_argument("--runs", nargs="+", choices=RUNS, default=list(RUNS))
    parser.add_argument("--take", nargs="+", type=int, help="numbers of articles; all once by default")
    args = parser.parse_args()
    lines = args.articles.read_text(encoding="utf-8").splitlines()
    for number in args.take or [len(lines)]:
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / "articles.jsonl"
            taken = list(islice(cycle(lines), number))
            source.write_text("\n".join(taken), encoding="utf-8")
            words = sum(len(json.loads(line)["text"].split()) for line in taken)
            for name in args.runs:
                one_run(name, source, Path(folder) / name, number, words)


def one_run(name: str, source: Path, output: Path, number: int, words: int) -> None:
    """Run the command and print its line."""
    command = [sys.executable, "-m", "beritanlp", "batch", str(source), "-o", str(output), *RUNS[name]]
    started = time.perf_counter()
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    if os.waitstatus_to_exitcode(status):
        sys.exit(f"{' '.join(command)} failed")
    print(
        f"jobs {name:4} {number:7} articles  {seconds:7.1f} s  {number / seconds:7.1f} articles/s  "
        f"{words / seconds:7.0f} words/s  peak {usage.ru_maxrss / 1024:5.0f} MiB",
        flush=True,
    )


if __name__ == "__main__":
    main()
