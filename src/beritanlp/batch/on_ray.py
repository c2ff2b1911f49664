"""Run shards on a Ray cluster (Moritz et al. 2018), with Ray Data and a pool of actors."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, cast

from beritanlp.articles.items import Item
from beritanlp.batch.chunks import chunks
from beritanlp.batch.worker import Done, Job, Problem, Shard, Worker, collect_seldom
from beritanlp.errors import ExtraError

WINDOW = 512  # shards given to Ray at a time: the driver holds no more of the input


def run_ray(shards: Iterable[Shard], job: Job, actors: int, address: str | None) -> Iterator[Done]:
    """Run shards in `actors` processes of a Ray cluster.

    Parameters
    ----------
    address
        Of the cluster (``auto``, ``ray://head:10001``); None starts one on this machine.

    Raises
    ------
    ExtraError
        When Ray is not installed.
    """
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise ExtraError("--runner ray needs Ray: pip install 'beritanlp[ray]'") from error
    if not ray.is_initialized():
        local = {"num_cpus": actors, "include_dashboard": False} if address is None else {"address": address}
        ray.init(log_to_driver=False, **local)
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    for window in chunks(shards, WINDOW):
        rows = [{"number": shard.number, "items": _packed(shard)} for shard in window]
        data = ray.data.from_items(rows, override_num_blocks=len(rows))
        pool = ray.data.ActorPoolStrategy(size=min(actors, len(rows)))
        worked = data.map(cast(Any, _Actor), fn_constructor_args=(job,), compute=pool, num_cpus=1)
        for row in worked.iter_rows():
            yield _unpacked(row)


class _Actor:
    """A worker that lives on the cluster."""

    def __init__(self, job: Job) -> None:
        self._worker = Worker(job)
        collect_seldom()

    def __call__(self, row: dict[str, Any]) -> dict[str, Any]:
        items = [Item(file, place, kind, data) for (file, place, kind), data in zip(*_items(row), strict=True)]
        done = self._worker(Shard(int(row["number"]), items))
        return {
            "number": done.number,
            "records": [record or "" for record in done.records],
            "problems": json.dumps(done.problems),
            "docs": done.docs,
            "words": done.words,
        }


def _packed(shard: Shard) -> dict[str, Any]:
    return {
        "heads": json.dumps([[item.file, item.row, item.kind] for item in shard.items]),
        "payloads": [item.payload for item in shard.items],
    }


def _items(row: dict[str, Any]) -> tuple[list[Any], list[bytes]]:
    return json.loads(row["items"]["heads"]), list(row["items"]["payloads"])


def _unpacked(row: dict[str, Any]) -> Done:
    return Done(
        int(row["number"]),
        [record or None for record in row["records"]],
        [Problem(*problem) for problem in json.loads(row["problems"])],
        row["docs"],
        int(row["words"]),
    )
