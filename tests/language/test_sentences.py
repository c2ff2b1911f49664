from __future__ import annotations

import pytest
from spacy.language import Language

from beritanlp.language.sentences import LONGEST


@pytest.mark.parametrize(
    "sentences",
    [
        ["Hujan turun sejak pagi.", "Warga mengungsi."],
        ["Prof. Dr. Ir. H. Budi Santoso, M.Si. hadir di Jl. Melati No. 5.", "Acara dimulai pukul 09.00 WIB."],
        ["Perkara itu menyeret PT. Maju Jaya Tbk. dan anak usahanya.", "Sidang ditunda."],
        ["Rombongan membawa beras, mi instan, dll.", "Mereka tiba sore hari."],
        ['"Kami siap membantu," kata Kepala BNPB.', '"Posko sudah dibuka."', "Warga lega."],
        ['"Apakah sudah aman?" tanya warga itu.'],
        ['"Sudah." kata dia singkat.'],
        ["“Air naik cepat sekali.", "Kami lari ke masjid,” ujar Siti."],
        ["Ia lahir di Washington D.C. pada 1980.", "Ayahnya diplomat."],
        ["Menurut B.J. Habibie, industri harus dibangun.", "Itu pendapatnya."],
        ["1. Siapkan dokumen.", "2. Datang ke kantor."],
        ["Kurs naik 1.500 poin atau 2.5 persen.", "Analis terkejut."],
        ["Dia berkata...", "Lalu pergi."],
        ["Sungguh?!", "Ya."],
    ],
)
def test_running_text(blank: Language, sentences: list[str]) -> None:
    doc = blank(" ".join(sentences))
    assert [s.text for s in doc.sents] == sentences


def test_line_breaks_end_sentences(blank: Language) -> None:
    doc = blank("Banjir Rendam Demak\nRibuan warga mengungsi.\n\nBantuan mulai tiba")
    assert [s.text.strip() for s in doc.sents] == [
        "Banjir Rendam Demak",
        "Ribuan warga mengungsi.",
        "Bantuan mulai tiba",
    ]


def test_wrapped_lines_do_not(blank: Language) -> None:
    doc = blank("Ribuan warga\nmengungsi ke balai desa,\nsebagian ke masjid.")
    assert len(list(doc.sents)) == 1


def test_every_document_starts_a_sentence(blank: Language) -> None:
    assert [s.text for s in blank(" .").sents] == [" ."]
    assert list(blank("").sents) == []


def test_no_sentence_is_endless(blank: Language) -> None:
    doc = blank("beras, " * 1000)
    assert max(len(sentence) for sentence in doc.sents) == LONGEST
