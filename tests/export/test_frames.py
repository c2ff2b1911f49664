"""Records as DataFrames."""

from __future__ import annotations

import pytest
from spacy.language import Language

import beritanlp
from beritanlp.export import TABLES

pd = pytest.importorskip("pandas", reason="DataFrames need the extra notebook")

TEXT = '"Air mulai surut," kata Bupati Demak Rini Astuti, Senin (6/1/2025) pukul 08.30 WIB di Demak.'


@pytest.fixture(scope="module")
def article(nlp: Language) -> beritanlp.Article:
    return beritanlp.extract(TEXT, published="2025-01-06T10:00:00+07:00", nlp=nlp)


def test_every_table_has_its_columns(article: beritanlp.Article) -> None:
    frames = beritanlp.to_frames([article])
    assert {name: list(frame.columns) for name, frame in frames.items()} == {
        name: [column.name for column in columns] for name, columns in TABLES.items()
    }


def test_types(article: beritanlp.Article) -> None:
    frames = beritanlp.to_frames(article)
    assert frames["quotes"]["day"].dtype.kind == "M"
    assert frames["times"]["begin"].dtype.kind == "M"
    assert frames["articles"]["published"].iloc[0] == pd.Timestamp("2025-01-06 10:00:00")
    assert isinstance(frames["quotes"]["stance"].dtype, pd.CategoricalDtype)
    assert frames["places"]["lat"].dtype == "float64"
    assert frames["quotes"]["start"].dtype == "int64"
    assert frames["speakers"]["roles"].iloc[0] == ["Bupati Demak"]


def test_articles_are_told_apart(nlp: Language) -> None:
    texts = ["Gempa mengguncang Cianjur.", "", "Banjir merendam Demak."]
    places = beritanlp.to_frames(beritanlp.extract_many(texts, nlp=nlp))["places"]
    assert places[["article", "name"]].values.tolist() == [[0, "Cianjur"], [2, "Demak"]]


def test_no_articles_give_empty_tables() -> None:
    frames = beritanlp.to_frames([])
    assert all(frame.empty for frame in frames.values())
    assert frames["events"]["day"].dtype.kind == "M"


def test_one_table(article: beritanlp.Article) -> None:
    assert article.to_frame("quotes")["speakers"].tolist() == [["Rini Astuti"]]
    with pytest.raises(beritanlp.InputError, match="no table 'quote'; there are articles, people"):
        article.to_frame("quote")
