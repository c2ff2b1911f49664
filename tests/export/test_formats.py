"""Files that the usual tools open."""

from __future__ import annotations

import csv
import json
import sqlite3
from pathlib import Path

import pytest

from beritanlp.batch import Options, run
from beritanlp.export import TABLES, Format
from beritanlp.export.formats import Csv

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"
FILES = sorted(EXAMPLES.glob("*.txt"))[:6]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[Format, Path]:
    """Every format of the same articles."""
    pytest.importorskip("pyarrow")
    base = tmp_path_factory.mktemp("out")
    forms = [form for form in Format if form is not Format.docbin]
    for form in forms:
        run(FILES, base / form, Options(to=form))
    return {form: base / form for form in forms}


def test_pandas(written: dict[Format, Path]) -> None:
    pandas = pytest.importorskip("pandas")
    for table, columns in TABLES.items():
        from_csv = pandas.read_csv(written[Format.csv] / f"{table}.csv")
        from_parquet = pandas.read_parquet(written[Format.parquet] / f"{table}.parquet")
        assert list(from_csv) == list(from_parquet) == [column.name for column in columns]
        assert len(from_csv) == len(from_parquet)
    articles = pandas.read_parquet(written[Format.parquet] / "articles.parquet")
    assert list(articles["text"]) == [path.read_text(encoding="utf-8") for path in FILES]
    lines = pandas.read_json(written[Format.jsonl] / "records.jsonl", lines=True, dtype=False)
    assert list(lines["id"]) == list(articles["id"])


def test_duckdb(written: dict[Format, Path]) -> None:
    duckdb = pytest.importorskip("duckdb")
    counts = [
        duckdb.sql(f"SELECT count(*) FROM '{written[form]}/quotes.{form}'").fetchall()[0] for form in ("parquet", "csv")
    ]
    with sqlite3.connect(written[Format.sqlite] / "records.db") as base:
        counts.append(base.execute("SELECT count(*) FROM quotes").fetchone())
    assert len(set(counts)) == 1
    assert counts[0][0] > 10
    joined = duckdb.sql(
        f"SELECT count(*) FROM '{written[Format.parquet]}/quotes.parquet' q "
        f"JOIN '{written[Format.parquet]}/articles.parquet' a USING (article) WHERE substr(a.text, q.start + 1, "
        'q."end" - q.start) = q.text'
    ).fetchall()[0]
    assert joined == counts[0]


def test_sqlite_full_text(written: dict[Format, Path]) -> None:
    with sqlite3.connect(written[Format.sqlite] / "records.db") as base:
        found = base.execute(
            "SELECT text FROM articles WHERE rowid IN (SELECT rowid FROM articles_text WHERE articles_text MATCH 'banjir')"
        ).fetchall()
        assert found
        assert all("banjir" in text.lower() for (text,) in found)
        assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_csv_says_the_same_as_sqlite(written: dict[Format, Path]) -> None:
    with sqlite3.connect(written[Format.sqlite] / "records.db") as base:
        for table in TABLES:
            rows = base.execute(f'SELECT * FROM "{table}"').fetchall()
            with (written[Format.csv] / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
                cells = list(csv.reader(file))[1:]
            assert [["" if c is None else str(c) for c in row] for row in rows] == [
                [cell.removeprefix("'") if cell[1:2] in set("=+-@") else cell for cell in row] for row in cells
            ]


@pytest.mark.parametrize("cell", ['=HYPERLINK("http://x")', "+62", "-1+1", "@SUM(A1)", "\tx", "\rx", "\n=1", "＝1"])
def test_formulas_do_not_compute(tmp_path: Path, cell: str) -> None:
    with Csv(tmp_path) as writer:
        writer.write("people", [(0, "p1", cell, [], [cell], [], -3)])
    with (tmp_path / "people.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = list(csv.reader(file))[1:]
    assert row[2] == f"'{cell}"
    assert json.loads(row[4]) == [cell]
    assert row[6] == "-3"


def test_docbin(tmp_path: Path) -> None:
    import spacy
    from spacy.tokens import DocBin

    import beritanlp

    run(FILES[:2], tmp_path, Options(to=Format.docbin))
    docs = list(DocBin().from_disk(tmp_path / "part-00000.spacy").get_docs(spacy.blank("id").vocab))
    articles = [doc._.article for doc in docs]
    assert [article.text for article in articles] == [path.read_text(encoding="utf-8") for path in FILES[:2]]
    assert articles[0] == beritanlp.extract(FILES[0].read_text(encoding="utf-8"))
    assert docs[0].spans["quotes"]
