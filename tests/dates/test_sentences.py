"""Whole sentences of many kinds, each with the day its article was published; see ``sentences.tsv``."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from beritanlp.dates.find import find_times

with (Path(__file__).parent / "sentences.tsv").open(encoding="utf-8", newline="") as source:
    ROWS = list(csv.DictReader(source, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['category']}-{n}" for n, row in enumerate(ROWS)])
def test_sentence(row: dict[str, str]) -> None:
    found = [f"{time.span.text}={time.value}" for time in find_times(row["text"], row["published"])]
    assert " | ".join(found) == row["times"]
