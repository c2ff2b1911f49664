from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from beritanlp.language.tokenizer import Deglue, make_tokenizer
from beritanlp.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("anak-anak bermain", ["anak-anak", "bermain"]),
        ("Kim Jong-un", ["Kim", "Jong-un"]),
        ("Kamis (20/10/2016),", ["Kamis", "(", "20/10/2016", ")", ","]),
        ("pukul 19.30 WIB.", ["pukul", "19.30", "WIB", "."]),
        ("Rp 1.500.000 dan Rp1.500.000", ["Rp", "1.500.000", "dan", "Rp", "1.500.000"]),
        ("US$5 juta", ["US$", "5", "juta"]),
        ("Washington D.C, kemarin", ["Washington", "D.C", ",", "kemarin"]),
        ("buka www.contoh.co.id.", ["buka", "www.contoh.co.id", "."]),
        ("https://contoh.id/a-b?x=1, lalu", ["https://contoh.id/a-b?x=1", ",", "lalu"]),
        ("redaksi@contoh.co.id", ["redaksi@contoh.co.id"]),
        ("Prof. Dr. B.J. Habibie", ["Prof.", "Dr.", "B.J.", "Habibie"]),
        ("Siti, S.H., Ph.D., hadir", ["Siti", ",", "S.H.", ",", "Ph.D.", ",", "hadir"]),
        ("PT. Maju Tbk.", ["PT.", "Maju", "Tbk."]),
        ("Ratna W. Prabandari", ["Ratna", "W.", "Prabandari"]),
        ("KTP-el dan Covid-19", ["KTP-el", "dan", "Covid-19"]),
        ("Ma'ruf, Jum’at, Ma‘ruf", ["Ma'ruf", ",", "Jum’at", ",", "Ma‘ruf"]),
        ("KPK-nya", ["KPK", "-", "nya"]),
        ("rahmatNya", ["rahmatNya"]),
        ("tahun 1950-an", ["tahun", "1950-an"]),
        ("2014-2019", ["2014", "-", "2019"]),
        ("12-4-2020", ["12-4-2020"]),
        ("triwulan II/2007", ["triwulan", "II/2007"]),
        ("dan/atau", ["dan", "/", "atau"]),
        ("naik 6,3%", ["naik", "6,3", "%"]),
        ("“Ya,” katanya...", ["“", "Ya", ",", "”", "katanya", "..."]),
        # glued by scrapers
        ("JakartaKementerian", ["Jakarta", "Kementerian"]),
        ("KetuaKomisi IIIDPR", ["Ketua", "Komisi", "IIIDPR"]),
        ("bertemuDPRHabib", ["bertemu", "DPR", "Habib"]),
        ("selesai.Presiden", ["selesai", ".", "Presiden"]),
        ("2025Presiden", ["2025", "Presiden"]),
        ("KOMPAS.com- Polisi", ["KOMPAS.com", "-", "Polisi"]),
        ("JAKARTA-Polisi", ["JAKARTA", "-", "Polisi"]),
        ("Trumpmengatakan, Trump siap", ["Trump", "mengatakan", ",", "Trump", "siap"]),
        ("warga setempatmengaku takut", ["warga", "setempat", "mengaku", "takut"]),
        ("saham hari inimasih turun", ["saham", "hari", "ini", "masih", "turun"]),
        ("inisiatif dan initisari", ["inisiatif", "dan", "initisari"]),
        ("matahari dan pertanggungjawaban", ["matahari", "dan", "pertanggungjawaban"]),
        ("laporan AFPpada Minggu", ["laporan", "AFP", "pada", "Minggu"]),
        ("Komisi IIIDPR dan DPR", ["Komisi", "III", "DPR", "dan", "DPR"]),
        ("Neymarsedang cedera, kata Neymar", ["Neymar", "sedang", "cedera", ",", "kata", "Neymar"]),
        ("DiJakarta ia diam", ["Di", "Jakarta", "ia", "diam"]),
        ("Warga Lebanonmencuri waktu", ["Warga", "Lebanon", "mencuri", "waktu"]),
        ("Dimas Pratamamemang lelah", ["Dimas", "Pratama", "memang", "lelah"]),
        ("Nuraini, Malikudus", ["Nuraini", ",", "Malikudus"]),
        ("Mengungkap Mayapada, Sariguna", ["Mengungkap", "Mayapada", ",", "Sariguna"]),
        ("Dan Danantara, Kali Kalimantan", ["Dan", "Danantara", ",", "Kali", "Kalimantan"]),
        ("Trans Jakarta, Transmigrasi", ["Trans", "Jakarta", ",", "Transmigrasi"]),
        ("Israelpada Kamis", ["Israel", "pada", "Kamis"]),
        ("Kalimantan, Ramadan, Danantara, Waspada", ["Kalimantan", ",", "Ramadan", ",", "Danantara", ",", "Waspada"]),
        # names in camel case
        ("YouTube dan WhatsAppnya", ["YouTube", "dan", "WhatsAppnya"]),
        ("McGregor, KemenPAN", ["McGregor", ",", "KemenPAN"]),
        ("BUMNnya", ["BUMNnya"]),
    ],
)
def test_tokens(blank: Language, text: str, tokens: list[str]) -> None:
    assert [t.text for t in blank.make_doc(text)] == tokens


@given(st.text(max_size=500))
def test_text_is_preserved(text: str) -> None:
    import spacy

    tokenizer = make_tokenizer()(spacy.blank("xx"))
    assert tokenizer(text).text == text


def test_whole_words_are_not_cut() -> None:
    """Of the words of the lexicon none is cut but a few that a page ran together before they got there."""
    lexicon = Lexicon()
    glued = Deglue(lexicon)
    names = [row["word"] for row in lexicon.rows("name_words")]
    assert [word for word in lexicon.words("common_words") if glued.seam(word.title(), set()) is not None] == []
    assert sum(glued.seam(name, set()) is not None for name in names) < 5


def test_nothing_to_serialise(blank: Language) -> None:
    again = type(blank).from_config(blank.config).from_bytes(blank.to_bytes())
    assert [t.text for t in again("Prof. Budi.")] == ["Prof.", "Budi", "."]


@pytest.mark.parametrize("piece", ["a", "1", "A.", "a-", "a.b", "Aa", "@", "1-", "'", "KOMPAS.com"])
def test_long_runs_do_not_explode(blank: Language, piece: str) -> None:
    text = piece * 3000
    assert blank.make_doc(text).text == text
