"""Lemmas by dictionary and affix rules."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from beritanlp.language.lemmatizer import Lemmatizer
from beritanlp.lexicon import Lexicon

lemma = Lemmatizer(Lexicon())


@pytest.mark.parametrize(
    ("word", "pos", "expected"),
    [
        ("menggantikan", "VERB", "ganti"),
        ("Mengatakan", "VERB", "kata"),
        ("katanya", "NOUN", "kata"),
        ("dikatakannya", "VERB", "kata"),
        ("pertanggungjawaban", "NOUN", "tanggungjawab"),
        ("penangkapan", "NOUN", "tangkap"),
        ("menyapu", "VERB", "sapu"),
        ("mengebom", "VERB", "bom"),
        ("memukul", "VERB", "pukul"),
        ("ditahan", "VERB", "tahan"),
        ("ketidakadilan", "NOUN", "adil"),
        ("sekolah-sekolah", "NOUN", "sekolah"),
        ("Sekolah-sekolah", "NOUN", "sekolah"),
        ("berlari-lari", "VERB", "lari"),
        ("sayur-sayuran", "NOUN", "sayur"),
        ("KPK-nya", "NOUN", "kpk"),
        ("jual-beli", "NOUN", "jual-beli"),
        ("berubah", "VERB", "ubah"),
        ("sebagai", "ADP", "sebagai"),
        ("wartawan", "NOUN", "wartawan"),
        ("makan", "VERB", "makan"),
        ("Pemalang", "PROPN", "Pemalang"),
        ("2020", "NUM", "2020"),
        (",", "PUNCT", ","),
        ("xqzzt", "NOUN", "xqzzt"),
    ],
)
def test_lemma_of_word(word: str, pos: str, expected: str) -> None:
    assert lemma(word, pos) == expected


@given(st.text(max_size=200))
def test_any_string_has_a_lemma(word: str) -> None:
    assert isinstance(lemma(word, "NOUN"), str)


def test_component_sets_lemmas() -> None:
    nlp = spacy.blank("id")
    nlp.add_pipe("berita_lemmatizer")
    doc = nlp("Polisi menangkap dua orang")
    assert [token.lemma_ for token in doc] == ["polisi", "tangkap", "dua", "orang"]


def test_user_exceptions_win(tmp_path) -> None:
    extra = tmp_path / "mine.toml"
    extra.write_text('[lemmas.exceptions]\nmenggoreng = "menggoreng"\n', encoding="utf-8")
    assert Lemmatizer(Lexicon(extra))("menggoreng", "VERB") == "menggoreng"
