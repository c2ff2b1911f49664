"""Runs: what comes out, what is told, what is refused, and how they go on."""

from __future__ import annotations

import errno
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from beritanlp.articles.files import size_of
from beritanlp.batch import Options, RunError, Step, run, runner
from beritanlp.batch.store import Store
from beritanlp.batch.worker import Job, Shard, Worker
from beritanlp.errors import InputError
from beritanlp.export import Format

from ..articles import folder as bad_folder

TEXTS = [
    f"DEMAK - Banjir ke-{n} merendam Desa Sari di Demak, kata Bupati Sri Lestari, Senin (6/1/2025)." for n in range(9)
]
SMALL = Options(shard=2)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder of nine articles."""
    folder = tmp_path / "artikel"
    folder.mkdir()
    for number, text in enumerate(TEXTS):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


def records(output: Path) -> list[dict[str, Any]]:
    lines = (output / "records.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def problems(output: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (output / "errors.jsonl").read_text(encoding="utf-8").splitlines()]


def test_every_article_once_in_order(articles: Path, tmp_path: Path) -> None:
    steps: list[Step] = []
    summary = run([articles], tmp_path / "out", SMALL, steps.append)
    assert [record["text"] for record in records(tmp_path / "out")] == TEXTS
    assert (summary.articles, summary.errors) == (9, 0)
    assert [step.articles for step in steps] == [2, 2, 2, 2, 1]
    assert sum(step.bytes for step in steps) == size_of([articles])
    assert list((tmp_path / "out" / ".work").iterdir()) == [tmp_path / "out" / ".work" / "manifest.json"]


def test_processes_give_the_same_bytes(articles: Path, tmp_path: Path) -> None:
    run([articles], tmp_path / "one", SMALL)
    run([articles], tmp_path / "two", replace(SMALL, jobs=2))
    assert (tmp_path / "one" / "records.jsonl").read_bytes() == (tmp_path / "two" / "records.jsonl").read_bytes()


def test_a_finished_run_is_not_run_again(articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run([articles], tmp_path / "out", SMALL)

    def fail(*_: object) -> None:
        raise AssertionError("no worker is wanted")

    monkeypatch.setattr(runner, "run_here", fail)
    assert run([articles], tmp_path / "out", SMALL) == first


class StopError(Exception):
    """Where a test ends a run."""


def stopped_after(monkeypatch: pytest.MonkeyPatch, shards: int) -> None:
    add = Store.add

    def stopping(self: Store, shard: Shard, *rest: Any) -> dict[str, Any]:
        if shard.number == shards:
            raise StopError
        return add(self, shard, *rest)

    monkeypatch.setattr(Store, "add", stopping)


def test_goes_on_where_it_stopped(articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run([articles], tmp_path / "whole", SMALL)
    with monkeypatch.context() as patch:
        stopped_after(patch, 3)
        with pytest.raises(StopError):
            run([articles], tmp_path / "out", SMALL)
    read: list[int] = []
    call = Worker.__call__
    monkeypatch.setattr(Worker, "__call__", lambda self, shard: read.append(shard.number) or call(self, shard))
    run([articles], tmp_path / "out", SMALL)
    assert read == [3, 4]
    assert records(tmp_path / "out") == records(tmp_path / "whole")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"shard": 3}, "shard: 2 then, 3 now"),
        ({"limit": 5}, "limit: None then, 5 now"),
        ({"to": Format.csv}, "format: 'jsonl' then, 'csv' now"),
        ({"job": Job(max_chars=9)}, "max_chars: 100000 then, 9 now"),
    ],
)
def test_other_options_are_refused(articles: Path, tmp_path: Path, change: dict[str, Any], told: str) -> None:
    run([articles], tmp_path / "out", SMALL)
    with pytest.raises(InputError, match=f"holds a run made otherwise .*{told}.*--restart"):
        run([articles], tmp_path / "out", replace(SMALL, **change))
    run([articles], tmp_path / "out", replace(SMALL, **change, restart=True))


def test_other_lexicon_is_refused(articles: Path, tmp_path: Path) -> None:
    run([articles], tmp_path / "out", SMALL)
    (tmp_path / "kata.toml").write_text('[cues.stance.assert]\nverbs = ["menggarisbawahi"]\n', encoding="utf-8")
    with pytest.raises(InputError, match="lexicon: "):
        run([articles], tmp_path / "out", replace(SMALL, job=Job(lexicon=str(tmp_path / "kata.toml"))))


def test_changed_input_is_refused(articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        stopped_after(patch, 3)
        with pytest.raises(StopError):
            run([articles], tmp_path / "out", SMALL)
    (articles / "2.txt").write_text("Lain.", encoding="utf-8")
    with pytest.raises(InputError, match=r"the input changed since the run began, between .*2\.txt"):
        run([articles], tmp_path / "out", SMALL)


def test_limit(articles: Path, tmp_path: Path) -> None:
    assert run([articles], tmp_path / "out", replace(SMALL, limit=5)).articles == 5


def test_file_as_output(articles: Path, tmp_path: Path) -> None:
    summary = run([articles], tmp_path / "arsip.db", SMALL)
    assert summary.outputs == [tmp_path / "arsip.db", tmp_path / "arsip.db.errors.jsonl"]
    with pytest.raises(InputError, match="looks like sqlite, but csv is asked for"):
        run([articles], tmp_path / "arsip.db", replace(SMALL, to=Format.csv))


def test_bad_inputs(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    pytest.importorskip("pyarrow")
    source = tmp_path / "artikel"
    source.mkdir()
    bad, good = bad_folder.make(source)
    summary = run([source], tmp_path / "out", Options(shard=16))
    assert summary.articles == len(records(tmp_path / "out")) == good
    told = {str(Path(p["file"]).relative_to(source)): p for p in problems(tmp_path / "out")}
    assert set(told) == set(bad)
    for name, what in bad.items():
        assert what.reason in told[name]["reason"]
        assert told[name]["level"] == what.level
        assert set(told[name]) == {"level", "file", "row", "stage", "reason"}
    assert summary.errors == sum(p["level"] == "error" for p in problems(tmp_path / "out"))


def test_stop_on_error(articles: Path, tmp_path: Path) -> None:
    (articles / "4.txt").write_bytes(b"")
    stopping = replace(SMALL, on_error="stop")
    with pytest.raises(RunError, match=r"4\.txt: the file is empty"):
        run([articles], tmp_path / "out", stopping)
    (articles / "4.txt").write_text(TEXTS[4], encoding="utf-8")
    assert run([articles], tmp_path / "out", stopping).articles == 9


def test_an_article_that_breaks_the_pipeline(articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from beritanlp.events.component import EventFinder

    call = EventFinder.__call__

    def breaking(self: EventFinder, doc: Any) -> Any:
        if "ke-5" in doc.text:
            raise ZeroDivisionError("pecah")
        return call(self, doc)

    monkeypatch.setattr(EventFinder, "__call__", breaking)
    summary = run([articles], tmp_path / "out", SMALL)
    assert (summary.articles, summary.errors) == (8, 1)
    (problem,) = problems(tmp_path / "out")
    assert (problem["stage"], problem["reason"]) == ("extract", "ZeroDivisionError: pecah")
    assert problem["file"].endswith("5.txt")


def test_full_disk_keeps_what_is_done(articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run([articles], tmp_path / "whole", SMALL)
    write = Store._write

    def full(self: Store, path: Path, data: bytes) -> None:
        if path.name.startswith("00000003"):
            path.with_name(path.name + ".partial").write_bytes(data[:10])
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        write(self, path, data)

    with monkeypatch.context() as patch:
        patch.setattr(Store, "_write", full)
        with pytest.raises(RunError, match=r"00000003\.jsonl: the disk is full; what is done is kept"):
            run([articles], tmp_path / "out", SMALL)
    run([articles], tmp_path / "out", SMALL)
    assert records(tmp_path / "out") == records(tmp_path / "whole")


def test_output_that_cannot_be_written(articles: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("eine Datei", encoding="utf-8")
    with pytest.raises(RunError, match=r"out.*: (Not a directory|File exists)"):
        run([articles], tmp_path / "out", SMALL)
    assert (tmp_path / "out").read_text(encoding="utf-8") == "eine Datei"


def test_input_that_vanishes(articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    call = Worker.__call__

    def removing(self: Worker, shard: Shard) -> Any:
        (articles / "6.txt").unlink(missing_ok=True)
        return call(self, shard)

    monkeypatch.setattr(Worker, "__call__", removing)
    summary = run([articles], tmp_path / "out", SMALL)
    assert (summary.articles, summary.errors) == (8, 1)
    assert [(Path(p["file"]).name, p["reason"]) for p in problems(tmp_path / "out")] == [
        ("6.txt", "No such file or directory")
    ]


def test_a_process_that_dies(articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the article that kills it is lost; the processes take the deadly word from their environment."""
    monkeypatch.setenv("BERITANLP_TEST_DIE", "ke-5")
    monkeypatch.setattr("beritanlp.batch.local._start", _start_deadly)
    summary = run([articles], tmp_path / "out", replace(SMALL, jobs=2))
    assert (summary.articles, summary.errors) == (8, 1)
    (problem,) = problems(tmp_path / "out")
    assert (problem["stage"], Path(problem["file"]).name) == ("worker", "5.txt")
    assert [record["text"] for record in records(tmp_path / "out")] == [t for t in TEXTS if "ke-5" not in t]


def _start_deadly(job: Job) -> None:
    """In a worker process: a worker that dies of one article."""
    import os

    from beritanlp.batch import local

    class Deadly(Worker):
        def __call__(self, shard: Shard) -> Any:
            if any(os.environ["BERITANLP_TEST_DIE"].encode() in item.payload for item in shard.items):
                os._exit(9)
            return super().__call__(shard)

    local._worker = Deadly(job)


def test_input_is_a_stream(tmp_path: Path) -> None:
    """No more of the input is read than the workers can take."""
    from beritanlp.articles.items import Item
    from beritanlp.batch.local import WAITING, run_processes

    taken: list[int] = []

    def shards() -> Iterator[Shard]:
        for number in range(20):
            taken.append(number)
            yield Shard(number, [Item("a.txt", 0, "text", TEXTS[0].encode())])

    done = run_processes(shards(), Job(), 2)
    assert next(done).number == 0
    assert len(taken) <= 2 * WAITING + 1
    done.close()


def test_processes_that_cannot_start(articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("beritanlp.batch.local._start", _start_dead)
    with pytest.raises(RunError, match="die as they start"):
        run([articles], tmp_path / "out", replace(SMALL, jobs=2))


def _start_dead(job: Job) -> None:
    import os

    os._exit(9)


def test_unknown_engine(articles: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="unknown engine 'nltk'; known engines: spacy"):
        run([articles], tmp_path / "out", replace(SMALL, job=Job(engine="nltk")))
    assert not (tmp_path / "out").exists()


def test_output_is_no_input(articles: Path, tmp_path: Path) -> None:
    """A run does not read what it writes, nor write over what it reads."""
    first = run([tmp_path], tmp_path / "out", SMALL)
    assert first.articles == 9
    assert run([tmp_path], tmp_path / "out", SMALL) == first
    assert run([articles, f"{tmp_path}/**/*.jsonl"], tmp_path / "out2", SMALL).articles == 18
    with pytest.raises(InputError, match="input and output at once"):
        run([tmp_path / "out" / "records.jsonl"], tmp_path / "out" / "records.jsonl", Options())
    with pytest.raises(InputError, match="input and output at once"):
        run([articles], articles, Options(to=Format.csv))


def test_finished_run_whose_input_or_output_changed(articles: Path, tmp_path: Path) -> None:
    run([articles], tmp_path / "out", SMALL)
    (tmp_path / "out" / "records.jsonl").rename(tmp_path / "away")
    with pytest.raises(InputError, match=r"records\.jsonl was written and is gone"):
        run([articles], tmp_path / "out", SMALL)
    (tmp_path / "away").rename(tmp_path / "out" / "records.jsonl")
    (articles / "9.txt").write_text("Baru.", encoding="utf-8")
    with pytest.raises(InputError, match="the input changed since the run ended"):
        run([articles], tmp_path / "out", SMALL)
    assert run([articles], tmp_path / "out", replace(SMALL, restart=True)).articles == 10


def test_input_that_became_shorter(articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        stopped_after(patch, 4)
        with pytest.raises(StopError):
            run([articles], tmp_path / "out", SMALL)
    for number in range(4, 9):
        (articles / f"{number}.txt").unlink()
    with pytest.raises(InputError, match="shorter than when the run began"):
        run([articles], tmp_path / "out", SMALL)


def test_shards_without_manifest_are_dropped(articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        stopped_after(patch, 3)
        with pytest.raises(StopError):
            run([articles], tmp_path / "out", replace(SMALL, job=Job(max_chars=9)))
    (tmp_path / "out" / ".work" / "manifest.json").unlink()
    assert run([articles], tmp_path / "out", SMALL).articles == 9


def test_docbin_has_no_parts_of_an_earlier_run(articles: Path, tmp_path: Path) -> None:
    options = Options(to=Format.docbin, shard=4)
    (articles / "0.txt").write_bytes(b"")
    run([articles], tmp_path / "out", options)
    assert len(list((tmp_path / "out").glob("part-*.spacy"))) == 3
    run([articles], tmp_path / "out", replace(options, limit=4, restart=True))
    assert len(list((tmp_path / "out").glob("part-*.spacy"))) == 1


def test_links_lead_to_a_file_once(articles: Path, tmp_path: Path) -> None:
    (articles / "kembali").symlink_to(articles, target_is_directory=True)
    assert run([f"{articles}/**/*.txt"], tmp_path / "out", SMALL).articles == 9
    assert run([f"{tmp_path}/art*"], tmp_path / "out2", SMALL).articles == 9


@pytest.mark.parametrize("name", ["hasil.csv", "hasil.parquet"])
def test_tables_need_a_folder(articles: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="makes a file per table; name a folder"):
        run([articles], tmp_path / name, Options())


def test_two_runs_to_the_same_output(articles: Path, tmp_path: Path) -> None:
    refused: list[str] = []

    def second(_: Step) -> None:
        with pytest.raises(InputError, match="another run is writing") as error:
            run([articles], tmp_path / "out", SMALL)
        refused.append(str(error.value))

    assert run([articles], tmp_path / "out", SMALL, second).articles == 9
    assert len(refused) == 5
