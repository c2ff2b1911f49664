"""Run shards in this process, or in several on this machine."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from beritanlp.batch.worker import Done, Job, Problem, Shard, Worker, collect_seldom
from beritanlp.errors import RunError

WAITING = 2  # shards per process that wait or are done and not yet fetched: what is held in memory

_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")

_worker: Worker | None = None


def run_here(shards: Iterable[Shard], job: Job) -> Iterator[Done]:
    """Run shards one after the other in this process."""
    worker = Worker(job)
    yield from map(worker, shards)


def run_processes(shards: Iterable[Shard], job: Job, jobs: int) -> Iterator[Done]:
    """Run shards in `jobs` processes, in order; at most ``WAITING`` per process are held in memory.

    A process that dies takes no article with it but the one that killed it: the shards it may have had are run again,
    item by item where need be.
    """
    waiting: deque[tuple[Shard, Future[Done]]] = deque()
    source = iter(shards)
    pool = _pool(job, jobs)
    _try(pool)
    try:
        while True:
            while len(waiting) < jobs * WAITING and (shard := next(source, None)) is not None:
                waiting.append((shard, _submit(pool, shard)))
            if not waiting:
                return
            shard, future = waiting.popleft()
            try:
                yield future.result()
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                yield _alone(shard, job)
                pool = _pool(job, jobs)
                waiting = deque((other, _submit(pool, other)) for other, _ in waiting)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _try(pool: ProcessPoolExecutor) -> None:
    """Have a process start, so that what keeps all of them from starting is not taken for the fault of an article."""
    try:
        pool.submit(_ready).result()
    except BrokenProcessPool as error:
        raise RunError(
            "worker processes die as they start: no memory for another model? "
            "In a script of your own, call run() under: if __name__ == '__main__'"
        ) from error


def _submit(pool: ProcessPoolExecutor, shard: Shard) -> Future[Done]:
    """The future of a shard; a pool that has broken meanwhile gives one that says so."""
    try:
        return pool.submit(_run, shard)
    except BrokenProcessPool as error:
        future: Future[Done] = Future()
        future.set_exception(error)
        return future


def _alone(shard: Shard, job: Job) -> Done:
    """Run a shard in a process of its own; when that dies too, item by item."""
    try:
        with _pool(job, 1) as pool:
            return pool.submit(_run, shard).result()
    except BrokenProcessPool:
        if len(shard.items) > 1:
            return _joined(shard, [_alone(Shard(shard.number, [item]), job) for item in shard.items])
    (item,) = shard.items
    reason = "the process that read it died; out of memory?"
    return Done(shard.number, [None], [Problem("error", item.file, item.row, "worker", reason)], b"", 0)


def _joined(shard: Shard, parts: list[Done]) -> Done:
    from spacy.tokens import DocBin

    kept = DocBin(store_user_data=True)
    for part in parts:
        if part.docs:
            kept.merge(DocBin().from_bytes(part.docs))
    return Done(
        shard.number,
        [record for part in parts for record in part.records],
        [problem for part in parts for problem in part.problems],
        kept.to_bytes() if any(part.docs for part in parts) else b"",
        sum(part.words for part in parts),
    )


def _pool(job: Job, jobs: int) -> ProcessPoolExecutor:
    # not fork: threads of this process could hold locks, and its memory would count in every child
    context = multiprocessing.get_context("spawn")
    for threads in _THREADS:
        os.environ.setdefault(threads, "1")  # a process per core: more threads would only wait for each other
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_start, initargs=(job,))


def _ready() -> bool:
    return _worker is not None


def _start(job: Job) -> None:
    global _worker
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends the run, which ends its processes
    _worker = Worker(job)
    collect_seldom()


def _run(shard: Shard) -> Done:
    assert _worker is not None
    return _worker(shard)
