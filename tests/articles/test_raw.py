from __future__ import annotations

import datetime as dt

import pytest

from beritanlp.articles import RawArticle
from beritanlp.articles.raw import iso_date


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
