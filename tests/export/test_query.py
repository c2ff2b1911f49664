"""Questions to the SQLite file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from beritanlp.batch import Options, run
from beritanlp.errors import InputError
from beritanlp.export.query import find_events, find_quotes

ARTICLES = [
    ("2020-03-02", '"Kami siap," kata Menteri Kesehatan Sri Lestari, Senin (2/3/2020).'),
    ("2020-04-06", 'Menteri Kesehatan Sri Lestari membantah kabar itu. "Tidak benar," ujar Lestari, Senin (6/4/2020).'),
    ("2020-05-04", "Polisi menangkap Budi Hartono di Demak, Senin (4/5/2020)."),
    ("2020-05-11", "Polisi menangkap Andi 100% Wijaya di Solo, Senin (11/5/2020)."),
]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("base")
    lines = [json.dumps({"text": text, "published": day, "source": "Kabar"}) for day, text in ARTICLES]
    (folder / "berita.jsonl").write_text("\n".join(lines), encoding="utf-8")
    run([folder / "berita.jsonl"], folder / "arsip.db", Options())
    return folder / "arsip.db"


def test_quotes_of_a_speaker(base: Path) -> None:
    found = list(find_quotes(base, speaker="sri lestari"))
    assert [(row["day"], row["text"]) for row in found] == [("2020-03-02", "Kami siap"), ("2020-04-06", "Tidak benar")]
    assert found[0]["speakers"] == ["Sri Lestari"]
    assert found[0]["outlet"] == "Kabar"


def test_quotes_by_time_words_and_stance(base: Path) -> None:
    assert [row["article"] for row in find_quotes(base, since="2020-04")] == [1]
    assert [row["article"] for row in find_quotes(base, until="2020-03")] == [0]
    assert [row["article"] for row in find_quotes(base, words="benar OR salah")] == [1]
    assert list(find_quotes(base, speaker="Sri_Lestari")) == []
    assert len(list(find_quotes(base, limit=1))) == 1


def test_events(base: Path) -> None:
    found = list(find_events(base, kind="ARREST", since="2020-05-05"))
    assert [(row["day"], row["place"]) for row in found] == [("2020-05-11", "Solo")]
    assert [row["article"] for row in find_events(base, participant="budi hartono")] == [2]
    assert list(find_events(base, participant="%")) == list(find_events(base, participant="100%"))
    assert list(find_events(base, status="negated")) == []


def test_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file; make one with"):
        list(find_quotes(tmp_path / "arsip.db"))
    (tmp_path / "teks.db").write_text("bukan basis data " * 100, encoding="utf-8")
    with pytest.raises(InputError, match="is it a file that beritanlp batch"):
        list(find_events(tmp_path / "teks.db"))


def test_wrong_query(base: Path) -> None:
    assert [row["article"] for row in find_quotes(base, words='"benar')] == [1]
    assert list(find_quotes(base, words="COVID-19")) == []
    with pytest.raises(InputError, match="write it as 2020-04-15"):
        list(find_quotes(base, since="15 April 2020"))
    with pytest.raises(InputError, match="no stance 'happy'; there are neutral, assert"):
        list(find_quotes(base, stance="happy"))
    with pytest.raises(InputError, match="no type 'FLOOD'"):
        list(find_events(base, kind="flood"))
