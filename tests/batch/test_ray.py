"""The same run on a real Ray cluster of two CPUs."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from beritanlp.batch import Options, run

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"
pytestmark = pytest.mark.filterwarnings("default")


@pytest.fixture
def ray_cluster() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        ray = pytest.importorskip("ray", reason="pip install 'beritanlp[ray]'")
    yield
    ray.shutdown()


@pytest.mark.usefixtures("ray_cluster")
def test_ray_gives_the_same_bytes(tmp_path: Path) -> None:
    source = tmp_path / "artikel"
    source.mkdir()
    for path in sorted(EXAMPLES.glob("*.txt"))[:8]:
        (source / path.name).write_bytes(path.read_bytes())
    (source / "kosong.txt").write_bytes(b"")
    options = Options(shard=3)
    run([source], tmp_path / "local", options)
    summary = run([source], tmp_path / "ray", replace(options, runner="ray", jobs=2))
    assert (summary.articles, summary.errors) == (8, 1)
    for name in ("records.jsonl", "errors.jsonl"):
        assert (tmp_path / "ray" / name).read_bytes() == (tmp_path / "local" / name).read_bytes()
