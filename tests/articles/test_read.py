"""Every kind of file, good and bad."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
import threading
from pathlib import Path

import pytest

from beritanlp.articles.fields import Fields
from beritanlp.articles.items import Item, digest
from beritanlp.articles.read import article_of, read_file, read_items

from . import folder as bad_folder


def texts(*paths: Path | str, kind: str = "jsonl") -> list[str]:
    return [article_of(item, Fields())[0].text for item in read_items(paths, kind)]


def test_folder_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name, encoding="utf-8")
    assert texts(tmp_path) == ["a.txt", "b.txt", "sub/c.txt"]
    assert texts(f"{tmp_path}/**/*.txt") == ["a.txt", "b.txt", "sub/c.txt"]
    assert texts(tmp_path / "b.txt", tmp_path / "a.txt") == ["b.txt", "a.txt"]


def test_pattern_without_match(tmp_path: Path) -> None:
    (item,) = read_items([f"{tmp_path}/*.txt"])
    assert (item.kind, item.payload) == ("failure", b"no file matches this pattern")


def test_missing_file() -> None:
    (item,) = read_items(["tidak/ada.txt"])
    assert (item.kind, item.payload) == ("failure", b"No such file or directory")


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("a.txt", "\ufeffBanjir surut.".encode(), ["Banjir surut."]),
        ("a.txt", b"Satu.\r\nDua.", ["Satu.\r\nDua."]),
        ("berita", b"caf\xe9 baru", ["caf\xe9 baru"]),
        ("berita.md", b"Banjir surut.", ["Banjir surut."]),
        ("a.jsonl", b'{"text": "Banjir"}\n{"text": "Gempa"}\n', ["Banjir", "Gempa"]),
    ],
)
def test_one_file(tmp_path: Path, name: str, data: bytes, found: list[str]) -> None:
    """By its suffix; a file of no known kind is text."""
    (tmp_path / name).write_bytes(data)
    assert [article_of(item, Fields())[0].text for item in read_file(str(tmp_path / name))] == found


@pytest.mark.parametrize("name", ["none.txt", "none", "."])
def test_one_file_that_is_none(tmp_path: Path, name: str) -> None:
    (item,) = read_file(str(tmp_path / name))
    assert item.kind == "failure"
    assert item.file == str(tmp_path / name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe(tmp_path: Path) -> None:
    """`beritanlp extract <(curl ...)`: it can be read once only."""
    pipe = tmp_path / "pipa"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(b"Banjir surut.",))
    writer.start()
    (item,) = read_file(str(pipe))
    writer.join()
    assert article_of(item, Fields())[0].text == "Banjir surut."


def test_standard_input_is_text(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(b'{"text": "Banjir"}')

    monkeypatch.setattr(sys, "stdin", Stdin)
    assert [article_of(item, Fields())[0].text for item in read_file("-")] == ['{"text": "Banjir"}']


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(b'{"text": "Banjir"}\n{"text": "Gempa"}\n')

    monkeypatch.setattr(sys, "stdin", Stdin)
    assert texts("-") == ["Banjir", "Gempa"]
    Stdin.buffer = io.BytesIO(b"isi;judul\nBanjir;x\n")
    assert texts("-", kind="csv") == ["Banjir"]


def test_csv_round_trip(tmp_path: Path) -> None:
    """Commas, quotation marks and line breaks in cells."""
    rows = ['Banjir, kata "dia"', "dua\nbaris", "titik; koma"]
    with (tmp_path / "a.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["nomor", "text"], *enumerate(rows)])
    assert texts(tmp_path) == rows


def test_parquet(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    import datetime as dt

    from pyarrow import parquet

    table = pyarrow.table({"text": ["Banjir", "Gempa"], "date": [dt.date(2025, 1, 6), None]})
    parquet.write_table(table, tmp_path / "a.parquet")
    articles = [article_of(item, Fields())[0] for item in read_items([tmp_path])]
    assert [(a.text, a.published) for a in articles] == [("Banjir", "2025-01-06"), ("Gempa", None)]


def test_html() -> None:
    pytest.importorskip("trafilatura")
    article, warnings = article_of(Item("a.html", 0, "html", bad_folder.HTML.encode()), Fields())
    assert article.text.startswith("Banjir Demak\nDEMAK - Banjir merendam")
    assert (article.title, article.published, article.outlet) == ("Banjir Demak", "2025-01-06", "Kabar Demak")
    assert warnings == []


def test_digest_tells_items_apart() -> None:
    one = Item("a.txt", 0, "text", b"Banjir")
    others = [one._replace(file="b.txt"), one._replace(row=1), one._replace(kind="html"), one._replace(payload=b"x")]
    assert len({digest([item]) for item in [one, *others]}) == 5
    assert digest([one, one]) != digest([one])


def test_bad_inputs_are_told_and_nothing_else_is_lost(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    pytest.importorskip("pyarrow")
    bad, good = bad_folder.make(tmp_path)
    assert len(bad) + good >= 60  # good ones are of every odd kind
    told: dict[str, list[str]] = {}
    read = 0
    for item in read_items([tmp_path]):
        name = str(Path(item.file).relative_to(tmp_path))
        if item.kind == "warning":
            told.setdefault(name, []).append(item.payload.decode())
            continue
        try:
            article, warnings = article_of(item, Fields())
        except ValueError as error:
            told.setdefault(name, []).append(str(error))
            continue
        told.setdefault(name, []).extend(warnings)
        if len(article.text) > 100_000:
            told[name].append("articles of more than 100000 characters are left out")
        else:
            assert "anjir" in article.text, name
            read += 1
    wrong = {
        name: (what.reason, told.get(name)) for name, what in bad.items() if what.reason not in str(told.get(name))
    }
    assert wrong == {}
    assert {name for name, reasons in told.items() if reasons} == set(bad)
    assert read == good


def test_lines_of_a_utf16_file(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps({"text": text}) for text in ("Banjir", "Gempa"))
    (tmp_path / "a.jsonl").write_bytes(lines.encode("utf-16"))
    assert texts(tmp_path) == ["Banjir", "Gempa"]
