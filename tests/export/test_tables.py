"""The one schema of all table formats."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from spacy.language import Language

import beritanlp
from beritanlp.export.tables import TABLES, Source, rows_of

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"
TYPES = {"int": int, "float": float, "bool": bool, "text": str, "list": list}


def test_cells_are_of_the_type_of_their_column(nlp: Language) -> None:
    seen: Counter[str] = Counter()
    for number, path in enumerate(sorted(EXAMPLES.glob("*.txt"))):
        article = beritanlp.extract(path.read_text(encoding="utf-8"), nlp=nlp)
        for table, row in rows_of(Source(number, path.name, 0), json.loads(article.model_dump_json())):
            seen[table] += 1
            for column, cell in zip(TABLES[table], row, strict=True):
                assert cell is None or type(cell) is TYPES[column.type], (table, column.name, cell)
    assert set(seen) == set(TABLES)


def test_rows_say_what_the_record_says(nlp: Language) -> None:
    text = 'DEMAK - "Air surut," kata Bupati Demak Sri Lestari, Senin (6/1/2025). Banjir merendam Demak pada Minggu.'
    article = beritanlp.extract(text, nlp=nlp)
    found: dict[str, list[dict[str, object]]] = {}
    for table, row in rows_of(Source(7, "a.txt", 3), json.loads(article.model_dump_json())):
        found.setdefault(table, []).append({c.name: cell for c, cell in zip(TABLES[table], row, strict=True)})
    (head,) = found["articles"]
    assert (head["article"], head["file"], head["row"], head["text"]) == (7, "a.txt", 3, text)
    (quote,) = found["quotes"]
    assert (quote["speakers"], quote["day"], quote["text"]) == (["Sri Lestari"], "2025-01-06", "Air surut")
    (person,) = found["people"]
    assert person["roles"] == ["Bupati Demak"]
    flood = next(event for event in found["events"] if event["type"] == "DISASTER")
    assert (flood["day"], flood["place_code"]) == ("2025-01-05", "33.21")
    assert {row["article"] for rows in found.values() for row in rows} == {7}


def test_columns_are_described() -> None:
    for table, columns in TABLES.items():
        names = [column.name for column in columns]
        assert names[0] == "article"
        assert len(set(names)) == len(names), table
        assert all(column.about.endswith(".") for column in columns)


def test_schema_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "tables.md").read_text(encoding="utf-8")
    for table, columns in TABLES.items():
        assert f"## {table}" in page
        for column in columns:
            assert f"| `{column.name}` | {column.type} | {column.about} |" in page


def test_amounts_keep_their_digits(nlp: Language) -> None:
    article = beritanlp.extract("Polisi menyita uang Rp 12.345.678 di Demak.", nlp=nlp)
    rows = [row for table, row in rows_of(Source(0, "", 0), json.loads(article.model_dump_json())) if table == "events"]
    assert any("amount=12345678 IDR" in (cell if isinstance(cell, list) else []) for row in rows for cell in row)
