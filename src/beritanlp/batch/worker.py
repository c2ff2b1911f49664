"""What a worker does with a shard of the input: the same in this process, in another, and on a cluster."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.tokens import Doc, DocBin
from thinc.api import NumpyOps

from beritanlp.annotations import text_of
from beritanlp.articles.fields import Fields
from beritanlp.articles.items import Item
from beritanlp.articles.raw import RawArticle
from beritanlp.articles.read import article_of
from beritanlp.errors import BeritaError, ExtraError, InputError
from beritanlp.pipeline import assemble, load, to_doc

BATCH = 64  # articles the model reads at a time
CHARACTERS = 150_000
ZONE = 2_000  # articles after which spaCy's store of words is emptied: filling it anew takes time

Stage = Literal["read", "extract", "worker"]


class Shard(NamedTuple):
    """Consecutive items of the input."""

    number: int
    items: Sequence[Item]


class Problem(NamedTuple):
    """What went wrong with an article; a warning when the article is in the output all the same."""

    level: Literal["error", "warning"]
    file: str
    row: int
    stage: Stage
    reason: str

    def line(self) -> str:
        """The problem as a line of ``errors.jsonl``."""
        return json.dumps(
            {**self._asdict(), "file": printable(self.file), "reason": printable(self.reason)}, ensure_ascii=False
        )


def printable(text: str) -> str:
    """A file name or message that can be written: what is no Unicode in it is spelled out."""
    return text.encode("utf-8", "backslashreplace").decode()


class Done(NamedTuple):
    """A shard's records, in its order; None where there is none."""

    number: int
    records: list[str | None]
    problems: list[Problem]
    docs: bytes
    words: int


@dataclass(frozen=True, slots=True)
class Job:
    """What every worker must know.

    Parameters
    ----------
    model, engine, lexicon, dir, package
        See :func:`beritanlp.load`.
    fields
        Names of columns and keys.
    max_chars
        Longer articles are left out.
    docs
        Whether the spaCy Docs are wanted, for DocBin.
    """

    model: str | None = None
    engine: str = "spacy"
    lexicon: str | None = None
    dir: str | None = None
    package: str | None = None
    fields: Fields = field(default_factory=Fields)
    max_chars: int = 100_000
    docs: bool = False


class Worker:
    """Reads shards. The pipeline is loaded once."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.nlp = load(job.model, job.engine, job.lexicon, job.dir, job.package)
        _multiply_by_numpy(self.nlp)
        self._zone = ExitStack()
        self._read_since = ZONE

    def __call__(self, shard: Shard) -> Done:
        """Records and problems of a shard."""
        self._renew_zone(len(shard.items))
        records: list[str | None] = [None] * len(shard.items)
        problems: list[Problem] = []
        kept = DocBin(store_user_data=True) if self.job.docs else None
        words = 0
        for place, doc, record in self._read_all(shard.items, problems):
            records[place] = record
            words += len(text_of(doc).split())
            if kept is not None:
                kept.add(doc)
        docs = kept.to_bytes() if kept is not None else b""
        order = {(item.file, item.row): place for place, item in enumerate(shard.items)}
        problems.sort(key=lambda problem: order[problem.file, problem.row])
        return Done(shard.number, records, problems, docs, words)

    def _renew_zone(self, articles: int) -> None:
        """Free the words that spaCy stored for the articles so far, once they are many."""
        if self._read_since >= ZONE:
            self._zone.close()
            self._zone.enter_context(self.nlp.memory_zone())
            self._read_since = 0
        self._read_since += articles

    def _read_all(self, items: Sequence[Item], problems: list[Problem]) -> Iterator[tuple[int, Doc, str]]:
        """Docs and records of the items that could be read, with their places."""
        raws = [(place, raw) for place, item in enumerate(items) if (raw := self._raw(item, problems)) is not None]
        for batch in _batches(raws):
            try:
                docs = [to_doc(raw, self.nlp) for _, raw in batch]
                done = [(doc, assemble(doc).model_dump_json()) for doc in self.nlp.pipe(docs, batch_size=BATCH)]
            except Exception:  # find out which one it is
                for place, raw in batch:
                    if (one := self._alone(raw, items[place], problems)) is not None:
                        yield place, *one
            else:
                yield from ((place, *one) for (place, _), one in zip(batch, done, strict=True))

    def _alone(self, raw: RawArticle, item: Item, problems: list[Problem]) -> tuple[Doc, str] | None:
        try:
            doc = self.nlp(to_doc(raw, self.nlp))
            return doc, assemble(doc).model_dump_json()
        except Exception as error:  # one article must not end a run of a million
            problems.append(Problem("error", item.file, item.row, "extract", _reason(error)))
            return None

    def _raw(self, item: Item, problems: list[Problem]) -> RawArticle | None:
        if item.kind == "warning":
            problems.append(Problem("warning", item.file, item.row, "read", item.payload.decode()))
            return None
        try:
            raw, warnings = article_of(item, self.job.fields)
            if len(raw.text) > self.job.max_chars:
                raise InputError(f"{len(raw.text)} characters; articles of more than {self.job.max_chars} are left out")
        except ExtraError:
            raise  # the same for every article
        except Exception as error:
            problems.append(Problem("error", item.file, item.row, "read", _reason(error)))
            return None
        problems += [Problem("warning", item.file, item.row, "read", warning) for warning in warnings]
        return raw


def _multiply_by_numpy(nlp: Language) -> None:
    """Have numpy multiply the model's matrices: a tenth faster than the BLAS that thinc brings, on as many threads.

    Only for workers, who have a thread each: where processes are forked, numpy's threads would wait for each other.
    """
    for _, component in nlp.pipeline:
        for node in component.model.walk() if isinstance(component, TrainablePipe) else ():
            if isinstance(node.ops, NumpyOps):
                node.ops.use_blis = False


def collect_seldom() -> None:
    """Have Python look for cycles of objects less often, and not among what was loaded: a tenth faster.

    Word lists and model stay as long as the worker does; what an article leaves is freed by counting references. Only
    for processes of our own: it is a setting of the whole process.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def _reason(error: Exception) -> str:
    return str(error) if isinstance(error, BeritaError) else f"{type(error).__name__}: {error}"


def _batches(read: Sequence[tuple[int, RawArticle]]) -> Iterator[list[tuple[int, RawArticle]]]:
    """Articles in batches of at most ``BATCH`` and, but for a longer one alone, ``CHARACTERS``."""
    batch: list[tuple[int, RawArticle]] = []
    size = 0
    for place, raw in read:
        if batch and (len(batch) == BATCH or size + len(raw.text) > CHARACTERS):
            yield batch
            batch, size = [], 0
        batch.append((place, raw))
        size += len(raw.text)
    if batch:
        yield batch
