"""Furniture, dateline, clitics and quotation marks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from beritanlp.annotations import annotations_of
from beritanlp.language.clitics import CliticFinder
from beritanlp.language.dateline import DatelineFinder
from beritanlp.language.furniture import FurnitureFinder
from beritanlp.language.quotation import find_quoted
from beritanlp.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "furniture"),
    [
        ("Air surut.\nAdvertisement\nWarga pulang.", ["Advertisement"]),
        ("Air surut.\nBaca juga: Banjir Demak Meluas\nWarga pulang.", ["Baca juga: Banjir Demak Meluas"]),
        ("Air surut.\nSCROLL TO CONTINUE WITH CONTENT\nWarga pulang.", ["SCROLL TO CONTINUE WITH CONTENT"]),
        ("Air surut.Baca juga:Banjir Demak Meluas\nWarga pulang.", ["Baca juga:Banjir Demak Meluas"]),
        ("Air surut. [Gambas:Video 20detik]\nWarga pulang.", ["[Gambas:Video 20detik]"]),
        ("Air surut.\n(abc/def)", ["(abc/def)"]),
        ("Air surut.\n(Siti Rahma)", ["(Siti Rahma)"]),
        ("Simak Video 'Banjir Demak'", ["Simak Video 'Banjir Demak'"]),
        ("Warga membaca juga buku itu.", []),
        ("Kami pergi (ke Demak)", []),
        ("Iklan itu ditarik dari peredaran.", []),
    ],
)
def test_furniture(lexicon: Lexicon, text: str, furniture: list[str]) -> None:
    assert [text[a:b] for a, b in FurnitureFinder(lexicon)(text)] == furniture


@pytest.mark.parametrize(
    ("text", "outlet", "place"),
    [
        ("JAKARTA, KOMPAS.com - Presiden tiba.", "KOMPAS.com", "JAKARTA"),
        ("JAKARTA, KOMPAS — Presiden tiba.", "KOMPAS", "JAKARTA"),
        ("Liputan6.com, Jakarta - Presiden tiba.", "Liputan6.com", "Jakarta"),
        ("Liputan6.com, Washington D.C - Presiden tiba.", "Liputan6.com", "Washington D.C"),
        ("Liputan6.com, JakartaPresiden tiba.", "Liputan6.com", "Jakarta"),
        ("Liputan6.com, JakartaGelandang Timnas, Budi - A, tiba.", "Liputan6.com", "Jakarta"),
        ("Liputan6.com, Jakarta -PT Maju tiba.", "Liputan6.com", "Jakarta"),
        ("Liputan6.com, Jakarta -Presiden tiba.", "Liputan6.com", "Jakarta"),
        ("TEMPO.CO, Bandung - Presiden tiba.", "TEMPO.CO", "Bandung"),
        ("TEMPO.CO,Jakarta- Presiden tiba.", "TEMPO.CO", "Jakarta"),
        ("REPUBLIKA.CO.ID, YOGYAKARTA -- Presiden tiba.", "REPUBLIKA.CO.ID", "YOGYAKARTA"),
        ("REPUBLIKA.CO.ID,\xa0CIREBON--Polisi datang.", "REPUBLIKA.CO.ID", "CIREBON"),
        ("Semarang (ANTARA) - Presiden tiba.", "ANTARA", "Semarang"),
        ("Jakarta, CNN Indonesia -- Presiden tiba.", "CNN Indonesia", "Jakarta"),
        ("Jakarta, CNBC Indonesia - Presiden tiba.", "CNBC Indonesia", "Jakarta"),
        ("Bisnis.com, JAKARTA — Presiden tiba.", "Bisnis.com", "JAKARTA"),
        ("Suara.com - Presiden tiba.", "Suara.com", None),
        ("Merdeka.com - Presiden tiba.", "Merdeka.com", None),
        ("Jakarta, Beritasatu.com - Presiden tiba.", "Beritasatu.com", "Jakarta"),
        ("SOLO, solopos.com — Presiden tiba.", "solopos.com", "SOLO"),
        ("TRIBUNNEWS.COM, BANDUNG - Presiden tiba.", "TRIBUNNEWS.COM", "BANDUNG"),
        ("jpnn.com, MEDAN - Presiden tiba.", "jpnn.com", "MEDAN"),
        ("Bandung, IDN Times - Presiden tiba.", "IDN Times", "Bandung"),
        ("VIVA.co.id - Presiden tiba.", "VIVA.co.id", None),
        ("JawaPos.com - Presiden tiba.", "JawaPos.com", None),
        ("KONTAN.CO.ID - JAKARTA. Presiden tiba.", "KONTAN.CO.ID", "JAKARTA"),
        ("SINDOnews.com - Presiden tiba.", "SINDOnews.com", None),
        ("MALANG- Polisi menangkap pelaku.", None, "MALANG"),
        ("Jakarta - Polisi menangkap pelaku.", None, "Jakarta"),
    ],
)
def test_dateline(lexicon: Lexicon, text: str, outlet: str | None, place: str | None) -> None:
    found = DatelineFinder(lexicon)(text)
    assert found is not None
    assert (found["outlet"], found["place"]) == (outlet, place)
    span = found["span"]
    assert text[span["start"] : span["end"]] == span["text"]


@pytest.mark.parametrize(
    "text",
    [
        "Presiden tiba di Jakarta - kota itu ramai.",
        "VIRAL - Video itu beredar.",
        "Antara tahun 2014 dan 2019, harga naik.",
        "Polisi menangkap pelaku.",
        "",
    ],
)
def test_no_dateline(lexicon: Lexicon, text: str) -> None:
    assert DatelineFinder(lexicon)(text) is None


def test_outlet_by_its_usual_name(blank: Language) -> None:
    assert annotations_of(blank("Semarang (ANTARA) - Polisi datang."))["outlet"] == "Antara"


@pytest.mark.parametrize(
    ("word", "clitic"),
    [
        ("katanya", "-nya"), ("ujarnya", "-nya"), ("rumahnya", "-nya"), ("Menurutnya", "-nya"), ("hanya", None), ("punya", None),
        ("bertanya", None), ("bukuku", "-ku"), ("buku", None), ("pelaku", None), ("temanmu", "-mu"), ("bertemu", None),
        ("tamu", None), ("pergilah", "-lah"), ("setelah", None), ("masalah", None), ("apakah", "-kah"), ("langkah", None),
        ("", None), ("nya", None),
    ],
)  # fmt: skip
def test_clitic(lexicon: Lexicon, word: str, clitic: str | None) -> None:
    assert CliticFinder(lexicon)(word) == clitic


def test_clitic_of_a_token(blank: Language) -> None:
    doc = blank("KPK-nya tutup, katanya.")
    assert [(t.text, t._.clitic) for t in doc if t._.clitic] == [("nya", "-nya"), ("katanya", "-nya")]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('"Kami siap," kata dia.', ["Kami siap,"]),
        ("“Kami siap,” kata dia.", ["Kami siap,"]),
        ("„Kami siap,“ kata dia.", ["Kami siap,"]),
        ("«Kami siap,» kata dia.", ["Kami siap,"]),
        ('“Kami siap," kata dia.', ["Kami siap,"]),
        ("”Kami siap,” kata dia.", ["Kami siap,"]),
        ("balasan 'dahsyat' itu", ["dahsyat"]),
        ("Ma'ruf dan Jum'at bukan kutipan", []),
        ("\"Dia bilang 'pergi' kepada saya,\" kata Siti.", ["Dia bilang 'pergi' kepada saya,"]),
        ('"Satu," kata A. "Dua," kata B.', ["Satu,", "Dua,"]),
        # one mark missing never costs more than its paragraph
        ('"Satu, kata A.\n"Dua," kata B.', ["Satu, kata A.", "Dua,"]),
        ('Satu," kata A. "Dua," kata B.', ["Dua,"]),
        ('"Satu, kata A. "Dua," kata B.', ["Dua,"]),
        ('" Kami siap ," kata dia.', ["Kami siap ,"]),
        ("", []),
    ],
)
def test_quotation_marks(text: str, quoted: list[str]) -> None:
    assert [text[q.start : q.end] for q in find_quoted(text)] == quoted


@given(st.text(alphabet="ab \n.,\"'“”‘’«»„", max_size=80))
def test_quoted_stretches_lie_in_order(text: str) -> None:
    found = find_quoted(text)
    for quote in found:
        assert 0 <= quote.opening < quote.start <= quote.end <= quote.closing <= len(text)
        assert "\n" not in text[quote.opening : quote.closing].rstrip("\n")
    assert all(a.closing <= b.opening for a, b in pairwise(found))
