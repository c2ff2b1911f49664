"""A run: read the input in shards, have them worked on, keep them, and write the outputs."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from itertools import count as count_from
from pathlib import Path
from typing import NamedTuple

from spacy.tokens import DocBin

from beritanlp.articles.files import STDIN
from beritanlp.articles.items import Item, digest
from beritanlp.articles.read import read_items
from beritanlp.batch.chunks import chunks
from beritanlp.batch.local import run_here, run_processes
from beritanlp.batch.store import Store
from beritanlp.batch.worker import Done, Job, Shard
from beritanlp.errors import InputError, RunError
from beritanlp.export import Format, Source, writer_of
from beritanlp.export.whole import whole
from beritanlp.lexicon import load_lexicon
from beritanlp.pipeline import check_engine, model_version, stanza_models_version
from beritanlp.version import __version__

_OUTPUT = {Format.jsonl: "records.jsonl", Format.sqlite: "records.db"}
_SUFFIXES = {".jsonl": Format.jsonl, ".db": Format.sqlite, ".sqlite": Format.sqlite, ".sqlite3": Format.sqlite}


class OnError(StrEnum):
    """What a failed article does to a run."""

    skip = "skip"
    stop = "stop"


class Runner(StrEnum):
    """Where a run runs."""

    local = "local"
    ray = "ray"


@dataclass(frozen=True, slots=True)
class Options:
    """How to run.

    Parameters
    ----------
    to
        Output format; by default told by the suffix of the output, else JSON lines.
    job
        Pipeline, columns and limits.
    limit
        Number of items after which the input is left.
    on_error
        ``skip`` notes a failed article and goes on, ``stop`` ends the run.
    jobs
        Processes on this machine, or actors of Ray.
    runner, address
        ``ray`` runs on a cluster, by default one on this machine.
    shard
        Articles in a shard: what is lost at most when the run is killed, per process.
    restart
        Forget an earlier run to the same output.
    stdin
        How to read standard input: ``jsonl``, ``csv``, ``txt`` ...
    """

    to: Format | None = None
    job: Job = field(default_factory=Job)
    limit: int | None = None
    on_error: OnError = OnError.skip
    jobs: int = 1
    runner: Runner = Runner.local
    address: str | None = None
    shard: int = 100
    restart: bool = False
    stdin: str = "jsonl"


class Summary(NamedTuple):
    """What a run has done, over all its stretches."""

    articles: int
    errors: int
    words: int
    outputs: list[Path]


class Step(NamedTuple):
    """What a shard brought."""

    articles: int
    errors: int
    words: int
    bytes: int  # of the input


Progress = Callable[[Step], None]


def run(paths: Iterable[str | Path], output: Path, options: Options, progress: Progress | None = None) -> Summary:
    """Read every article of `paths` and write its records to `output`.

    A run that was stopped, killed or out of disk goes on where it was when it is called again with the same arguments.
    Every article is in the output once, in the order of the input, or in ``errors.jsonl`` with the reason.

    Parameters
    ----------
    paths
        Files, folders, glob patterns, ``-`` for standard input.
    output
        A folder; or a file that ends in ``.jsonl`` or ``.db``.
    options
        See :class:`Options`.
    progress
        Called after every shard.

    Raises
    ------
    InputError
        When the output belongs to a run with other options, or the input has changed since.
    RunError
        When the run cannot go on; what is done is kept.
    """
    given = [str(path) for path in paths]
    check_engine(options.job.engine)
    target = Target.of(output, options.to)
    options = replace(options, job=replace(options.job, docs=target.form is Format.docbin))
    _refuse_same(given, target)
    source = _Input(given, target, options)
    try:
        if options.restart and target.work.exists():
            Store.drop(target.work)
        with Store(target.work, _facts(given, target, options)) as store:
            if store.complete is not None:
                return _again(source, store, target)
            counts = _work(source, store, options, progress or (lambda _: None))
            _write(store, target, counts.shards, options.shard)
            store.finish(counts._asdict())
    except OSError as error:
        what = "the disk is full" if error.errno == errno.ENOSPC else (error.strerror or str(error))
        raise RunError(
            f"{error.filename or target.path}: {what}; what is done is kept: mend it and run the same again"
        ) from error
    except sqlite3.Error as error:
        raise RunError(f"{target.main}: {error}; what is done is kept: mend it and run the same again") from error
    return counts.summary(target)


class Target(NamedTuple):
    """Where the outputs go."""

    path: Path  # the file or folder given
    form: Format
    file: bool  # whether `path` is a file

    @classmethod
    def of(cls, output: Path, form: Format | None) -> Target:
        """The target of an output path and a format."""
        suffix = output.suffix.lower()
        if suffix in {".csv", ".parquet"}:
            raise InputError(f"{output}: {suffix[1:]} makes a file per table; name a folder, with --to {suffix[1:]}")
        told = _SUFFIXES.get(suffix)
        if told and form and told is not form:
            raise InputError(f"{output} looks like {told}, but {form} is asked for; name the output otherwise")
        return cls(output, form or told or Format.jsonl, told is not None)

    @property
    def work(self) -> Path:
        """The work folder."""
        return self.path.with_name(self.path.name + ".work") if self.file else self.path / ".work"

    @property
    def main(self) -> Path:
        """What the writer writes."""
        return self.path if self.file else self.path / _OUTPUT.get(self.form, "")

    @property
    def errors(self) -> Path:
        """The list of problems."""
        return self.path.with_name(self.path.name + ".errors.jsonl") if self.file else self.path / "errors.jsonl"

    def outputs(self) -> list[Path]:
        """The outputs that are there."""
        return [path for path in (self.main, self.errors) if path.exists()]


def _facts(paths: Sequence[str], target: Target, options: Options) -> dict[str, object]:
    """What the records depend on; the number of processes and their place do not matter."""
    job = asdict(options.job)
    return {
        "input": list(paths),
        "format": str(target.form),
        "library": __version__,
        "model": _models(options.job),
        "lexicon": load_lexicon(options.job.lexicon).version,
        **{key: value for key, value in job.items() if key not in {"model", "lexicon", "docs"}},
        "limit": options.limit,
        "shard": options.shard,
    }


def _models(job: Job) -> str:
    """What the records depend on: the model, and Stanza's models where they are used."""
    if job.engine != "stanza":
        return model_version(job.model)
    return f"{model_version(job.model)} {stanza_models_version(job.dir, job.package)}"


class _Counts(NamedTuple):
    """What a run has done, and a hash of all of its input."""

    articles: int
    errors: int
    words: int
    shards: int
    digest: str

    def summary(self, target: Target) -> Summary:
        """What is told of it."""
        return Summary(self.articles, self.errors, self.words, target.outputs())


class _Input:
    """The input as shards, each with its hash."""

    def __init__(self, paths: Sequence[str], target: Target, options: Options) -> None:
        self._paths, self._options = paths, options
        self.lasts = STDIN not in paths  # whether it can be read again
        self._besides = frozenset(path.resolve() for path in (target.path, target.work, target.errors))

    def __iter__(self) -> Iterator[tuple[Shard, str]]:
        options = self._options
        items = read_items(self._paths, options.stdin, options.job.fields, self._besides)
        for shard in map(Shard, count_from(), chunks(_limited(items, options.limit), options.shard)):
            yield shard, digest(shard.items)


def _limited(items: Iterator[Item], limit: int | None) -> Iterator[Item]:
    """Items up to `limit` articles, read or not; files of other kinds do not count."""
    read = 0
    for item in items:
        read += item.kind != "warning"
        if limit is not None and read > limit:
            return
        yield item


def _refuse_same(paths: Sequence[str], target: Target) -> None:
    """Refuse an output that would overwrite its input."""
    places = {place.resolve() for place in (target.path, target.main)}
    for path in paths:
        if path != STDIN and os.path.lexists(path) and Path(path).resolve() in places:
            raise InputError(f"{path} is input and output at once; give another output")


def _again(source: _Input, store: Store, target: Target) -> Summary:
    """What a finished run has done, if its input and its outputs are still what they were."""
    known = _Counts(**store.complete or {})
    if not target.main.exists():
        raise InputError(f"{target.main} was written and is gone; --restart makes it anew")
    if source.lasts and _joined(found for _, found in source) != known.digest:
        raise InputError("the input changed since the run ended; give another output, or --restart to begin anew")
    return known.summary(target)


def _joined(digests: Iterable[str]) -> str:
    return hashlib.sha256("".join(digests).encode()).hexdigest()


def _work(source: _Input, store: Store, options: Options, progress: Progress) -> _Counts:
    """Run the shards that are not done; the counts of all."""
    counts = {"articles": 0, "errors": 0, "words": 0, "shards": 0}
    digests: list[str] = []
    open_shards: dict[int, tuple[Shard, str]] = {}

    def count(facts: dict[str, int]) -> None:
        for key in ("articles", "errors", "words"):
            counts[key] += facts[key]
        counts["shards"] += 1
        progress(Step(facts["articles"], facts["errors"], facts["words"], facts["bytes"]))

    def to_do() -> Iterator[Shard]:
        for shard, found in source:
            digests.append(found)
            known = store.done(shard.number)
            if known is None:
                open_shards[shard.number] = shard, found
                yield shard
            elif known["digest"] == found:
                count(known)
            else:
                first, last = shard.items[0], shard.items[-1]
                raise InputError(
                    f"the input changed since the run began, between {first.file} row {first.row} and {last.file} "
                    f"row {last.row}; give another output, or --restart to begin anew"
                )

    for done in _runner(options)(to_do()):
        shard, found = open_shards.pop(done.number)
        _stop_on_error(done, options)
        count(store.add(shard, done, found))
    if store.last() >= counts["shards"]:
        raise InputError("the input is shorter than when the run began; give another output, or --restart")
    return _Counts(**counts, digest=_joined(digests))


def _runner(options: Options) -> Callable[[Iterator[Shard]], Iterator[Done]]:
    job = options.job
    if options.runner == Runner.ray:
        from beritanlp.batch.on_ray import run_ray

        return lambda shards: run_ray(shards, job, options.jobs, options.address)
    if options.jobs > 1:
        return lambda shards: run_processes(shards, job, options.jobs)
    return lambda shards: run_here(shards, job)


def _stop_on_error(done: Done, options: Options) -> None:
    problem = next((p for p in done.problems if p.level == "error"), None)
    if problem is not None and options.on_error == OnError.stop:
        where = f"{problem.file}, row {problem.row}" if problem.row else problem.file
        raise RunError(f"{where}: {problem.reason}")


def _write(store: Store, target: Target, shards: int, size: int) -> None:
    """Write outputs and problems from the shards."""
    target.path.parent.mkdir(parents=True, exist_ok=True)
    if target.form is Format.docbin:
        for stale in target.path.glob("part-*.spacy"):
            stale.unlink()
        for number in range(shards):
            _copy(store.docs(number), target.path / f"part-{number:05d}.spacy")
    else:
        with writer_of(target.form, target.main) as writer:
            for number in range(shards):
                for place, (file, row, record) in enumerate(store.records(number)):
                    if record:
                        writer.add(Source(number * size + place, file, row), record)
    with whole(target.errors) as partial, partial.open("w", encoding="utf-8", newline="\n") as problems:
        for number in range(shards):
            problems.write(store.problems(number))


def _copy(source: Path, target: Path) -> None:
    with whole(target) as place:
        if source.exists():
            shutil.copyfile(source, place)
        else:  # no article of the shard could be read
            place.write_bytes(DocBin(store_user_data=True).to_bytes())
