"""Columns and dates as people have them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from beritanlp.articles.fields import Fields, read_date
from beritanlp.errors import InputError


@pytest.mark.parametrize(
    ("given", "iso"),
    [
        ("2025-06-18", "2025-06-18"),
        ("2025-06-18T14:05:00+07:00", "2025-06-18T14:05:00+07:00"),
        ("20250618", "2025-06-18"),
        ("18 Juni 2025", "2025-06-18"),
        ("Rabu, 18 Jun 2025 16:46 WIB", "2025-06-18T16:46:00+07:00"),
        ("Rabu, 18 Juni 2025 | 16.46 WITA", "2025-06-18T16:46:00+08:00"),
        ("Diperbarui 18 Jun 2025, 08:00 WIT", "2025-06-18T08:00:00+09:00"),
        ("Kabar Demak - 18/06/2025, 09:23 WIB", "2025-06-18T09:23:00+07:00"),
        ("07/06/2025", "2025-06-07"),
        ("June 18, 2025", "2025-06-18"),
        ("Wed, 18 Jun 2025 10:00:00 GMT", "2025-06-18T10:00:00+00:00"),
        (dt.date(2025, 6, 18), "2025-06-18"),
        (1750204800, "2025-06-18T00:00:00+00:00"),
        ("1750204800", "2025-06-18T00:00:00+00:00"),
        (20250618, "2025-06-18"),
        ("20250618T140500", "2025-06-18T14:05:00"),
        (1750204800000, "2025-06-18T00:00:00+00:00"),
        ("", None),
        (None, None),
    ],
)
def test_dates(given: Any, iso: str | None) -> None:
    assert read_date(given) == iso


@pytest.mark.parametrize("given", ["kemarin", "31 Februari 2025", "segera", "12:30", 10**30, 2020])
def test_no_dates(given: Any) -> None:
    with pytest.raises(InputError, match="date of publication"):
        read_date(given)


def test_usual_names_whatever_their_capitals() -> None:
    row = {"Judul": "Banjir", "ISI": "Air surut.", "Tanggal": "6 Januari 2025", "Link": "https://x.id/1", "Sumber": "X"}
    article, warnings = Fields().article(row)
    assert (article.title, article.text, article.published) == ("Banjir", "Air surut.", "2025-01-06")
    assert (article.url, article.outlet, warnings) == ("https://x.id/1", "X", [])


def test_named_columns() -> None:
    article, _ = Fields(text="paragraf", id="nomor").article({"paragraf": "Air surut.", "text": "bukan", "nomor": 7})
    assert (article.text, article.id) == ("Air surut.", "7")


def test_wrong_date_is_a_warning() -> None:
    article, warnings = Fields().article({"text": "Air surut.", "date": "entah"})
    assert article.published is None
    assert warnings == ["'entah' is no date of publication; write it as 2025-06-18 or 18 Juni 2025"]


@pytest.mark.parametrize(
    ("fields", "row", "reason"),
    [
        (Fields(), {"judul": "Banjir"}, "none of the columns judul is text, content, isi"),
        (Fields(text="isi"), {"text": "Air"}, "no column 'isi' for the text; there are text"),
        (Fields(), {"text": ["Air"]}, "no string but list"),
        (Fields(), {}, r"none of the columns \(none\)"),
    ],
)
def test_no_article(fields: Fields, row: dict[str, Any], reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        fields.article(row)


def test_first_column_that_has_any() -> None:
    article, _ = Fields().article({"text": None, "content": "Air surut.", "published": "", "date": "2025-01-06"})
    assert (article.text, article.published) == ("Air surut.", "2025-01-06")


def test_named_column_that_a_row_lacks() -> None:
    article, warnings = Fields(published="tanggal").article({"text": "Air surut."})
    assert article.text == "Air surut."
    assert warnings == ["no column 'tanggal' for the published; there are text"]
