"""The work folder of a run: shards that are done, and a manifest of what they were made of.

A shard counts once its ``.done`` file is in place, which comes last; every file is written beside its place, flushed
to the disk and moved. So a run may be killed at any moment and goes on where it stopped.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from beritanlp.batch.worker import Done, Shard, printable
from beritanlp.errors import InputError
from beritanlp.export.whole import whole

if sys.platform != "win32":
    import fcntl

MANIFEST = "manifest.json"


class Store:
    """Shards and manifest of a run.

    Parameters
    ----------
    folder
        The work folder, made when it is not there.
    facts
        What the run depends on: options, versions. A folder made with other facts is refused.

    Raises
    ------
    InputError
        When the folder belongs to a run with other facts, naming them, or to one that is still going on.
    """

    def __init__(self, folder: Path, facts: Mapping[str, Any]) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = _locked(folder)
        try:
            self._open(facts)
        except BaseException:
            self.close()
            raise

    def _open(self, facts: Mapping[str, Any]) -> None:
        self._manifest = {"facts": json.loads(json.dumps(facts)), "complete": None}
        known = self._known()
        if known is None:
            self._clear()  # what a half-deleted run has left
            self._write_manifest()
            return
        _same(known["facts"], self._manifest["facts"], self.folder)
        self._manifest = known

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let another run have the folder."""
        if self._lock is not None:
            os.close(self._lock)

    @property
    def complete(self) -> dict[str, Any] | None:
        """What a finished run has done, None before it is."""
        complete: dict[str, Any] | None = self._manifest["complete"]
        return complete

    def done(self, number: int) -> dict[str, Any] | None:
        """What is known of a shard that is done."""
        path = self._path(number, "done")
        return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None

    def add(self, shard: Shard, done: Done, digest: str) -> dict[str, Any]:
        """Keep a shard; what is returned is what :meth:`done` will say."""
        facts = {
            "digest": digest,
            "articles": sum(record is not None for record in done.records),
            "errors": sum(problem.level == "error" for problem in done.problems),
            "words": done.words,
            "bytes": sum(len(item.payload) for item in shard.items),
        }
        self._write(self._path(done.number, "jsonl"), "".join(f"{record or ''}\n" for record in done.records).encode())
        problems = "".join(f"{problem.line()}\n" for problem in done.problems)
        self._write(self._path(done.number, "errors"), problems.encode())
        sources = "".join(f"{json.dumps([printable(item.file), item.row])}\n" for item in shard.items)
        self._write(self._path(done.number, "sources"), sources.encode())
        if done.docs:
            self._write(self._path(done.number, "spacy"), done.docs)
        self._write(self._path(done.number, "done"), json.dumps(facts).encode())
        return facts

    def records(self, number: int) -> Iterator[tuple[str, int, str]]:
        """File, row and JSON record of each item of a shard; the record is empty where there is none."""
        with (
            self._path(number, "sources").open(encoding="utf-8") as sources,
            self._path(number, "jsonl").open(encoding="utf-8", newline="\n") as lines,
        ):
            for source, line in zip(sources, lines, strict=True):
                file, row = json.loads(source)
                yield file, row, line.removesuffix("\n")

    def problems(self, number: int) -> str:
        """Lines of ``errors.jsonl`` of a shard."""
        return self._path(number, "errors").read_text(encoding="utf-8")

    def docs(self, number: int) -> Path:
        """The shard's DocBin."""
        return self._path(number, "spacy")

    def finish(self, counts: Mapping[str, Any]) -> None:
        """Note that all outputs are in place, and drop the shards."""
        self._manifest["complete"] = dict(counts)
        self._write_manifest()
        self._clear()

    def last(self) -> int:
        """The highest number of a shard that is done; -1 when none is."""
        return max((int(path.stem) for path in self.folder.glob("*.done")), default=-1)

    @staticmethod
    def drop(folder: Path) -> None:
        """Forget a run; interrupted, it leaves nothing that could be taken for one."""
        (folder / MANIFEST).unlink(missing_ok=True)
        shutil.rmtree(folder)

    def _clear(self) -> None:
        for path in self.folder.iterdir():
            if path.name != MANIFEST:
                path.unlink()

    def _known(self) -> dict[str, Any] | None:
        path = self.folder / MANIFEST
        if not path.exists():
            return None
        known: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return known

    def _write_manifest(self) -> None:
        self._write(self.folder / MANIFEST, json.dumps(self._manifest, indent=2).encode())

    def _path(self, number: int, kind: str) -> Path:
        return self.folder / f"{number:08d}.{kind}"

    def _write(self, path: Path, data: bytes) -> None:
        with whole(path) as place, place.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())


def _locked(folder: Path) -> int | None:
    """A descriptor of the folder, which no other run can have at the same time; it goes with the process.

    None on Windows, where folders cannot be locked.
    """
    if sys.platform == "win32":
        return None
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(descriptor)
        raise InputError(f"another run is writing to {folder}; wait for it, or give another output") from error
    return descriptor


def _same(old: Mapping[str, Any], new: Mapping[str, Any], folder: Path) -> None:
    changed = [key for key in {**old, **new} if old.get(key) != new.get(key)]
    if changed:
        said = "; ".join(f"{key}: {old.get(key)!r} then, {new.get(key)!r} now" for key in changed)
        raise InputError(
            f"{folder} holds a run made otherwise ({said}); give another output, or --restart to begin anew"
        )
