from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from beritanlp.articles import RawArticle, read_text_file
from beritanlp.articles.raw import iso_date
from beritanlp.errors import InputError


@pytest.mark.parametrize(
    ("given", "iso"),
    [
        (None, None),
        ("", None),
        ("2016-10-21", "2016-10-21"),
        ("2016-10-21T09:00+07:00", "2016-10-21T09:00+07:00"),
        (dt.date(2016, 10, 21), "2016-10-21"),
        (dt.datetime(2016, 10, 21, 9, tzinfo=dt.timezone(dt.timedelta(hours=7))), "2016-10-21T09:00:00+07:00"),
    ],
)
def test_iso_date(given: str | dt.date | None, iso: str | None) -> None:
    assert iso_date(given) == iso


def test_id_depends_on_text_and_url() -> None:
    ids = {RawArticle("a").id, RawArticle("b").id, RawArticle("a", url="https://contoh.id").id}
    assert len(ids) == 3
    assert RawArticle("a").id == RawArticle("a").id
    assert RawArticle("a", id="x1").id == "x1"


def test_byte_order_mark_is_not_text(tmp_path: Path) -> None:
    path = tmp_path / "berita.txt"
    path.write_bytes("\ufeffBanjir surut.".encode())
    assert read_text_file(path) == "Banjir surut."


def test_line_ends_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "berita.txt"
    path.write_bytes(b"Satu.\r\nDua.")
    assert read_text_file(path) == "Satu.\r\nDua."


def test_bad_files(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        read_text_file(tmp_path / "none.txt")
    with pytest.raises(InputError, match="directory"):
        read_text_file(tmp_path)
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9 baru")
    assert read_text_file(tmp_path / "latin.txt") == "caf\xe9 baru"
