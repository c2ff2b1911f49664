from __future__ import annotations

import pytest

from beritanlp.entities.organisations import key_of

from .conftest import Read


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        ("[ORG Badan Pusat Statistik] ([ORG BPS]) merilis data. [ORG BPS] hadir.", [("Badan Pusat Statistik", "BPS")]),
        ("[ORG BPS] ([ORG Badan Pusat Statistik]) merilis data.", [("Badan Pusat Statistik", "BPS")]),
        ("[ORG Kementerian Keuangan] ([ORG Kemenkeu]) hadir.", [("Kementerian Keuangan", "Kemenkeu")]),
        ("[ORG Perserikatan Bangsa-Bangsa] hadir. [ORG PBB] bersidang.", [("Perserikatan Bangsa-Bangsa", "PBB")]),
        ("[ORG PT Maju Jaya Tbk] untung. [ORG Maju Jaya] senang.", [("PT Maju Jaya Tbk", None)]),
        (
            "[ORG Kementerian Komunikasi dan Digital] rapat. [ORG Kementerian Komdigi] diam.",
            [("Kementerian Komunikasi dan Digital", None)],
        ),
        ("[ORG Partai Gerindra] menang. [ORG Gerindra] senang.", [("Partai Gerindra", None)]),
        # the only such body of the article
        ("[ORG Polres Sleman] datang. Menurut Polres, aman.", [("Polres Sleman", None)]),
        ("[ORG Pemerintah Provinsi Riau] dan [ORG Pemprov] diam.", [("Pemerintah Provinsi Riau", "Pemprov")]),
        (
            "[ORG Polres Sleman] dan [ORG Polres Bantul] datang. Polres diam.",
            [("Polres Sleman", None), ("Polres Bantul", None)],
        ),
        ("[ORG Polres Sleman] datang. Polres Kebumen diam.", [("Polres Sleman", None)]),
        ("[ORG DPRD Riau] rapat. Anggota DPRD kabupaten hadir.", [("DPRD Riau", None)]),
        ("[ORG Real Madrid] menang. [ORG Madrid] unggul.", [("Real Madrid", None)]),
        (
            "[ORG Inter Milan] menaklukkan [ORG Milan] 2-1. [ORG Milan] kecewa.",
            [("Inter Milan", None), ("Milan", None)],
        ),
        (
            "[ORG Real Madrid] melawan [ORG Atletico Madrid]. [ORG Madrid] unggul.",
            [("Real Madrid", None), ("Atletico Madrid", None), ("Madrid", None)],
        ),
        (
            "[ORG Detasemen Khusus (Densus) 88 Polri] siaga. [ORG Densus 88 Polri] datang.",
            [("Detasemen Khusus (Densus) 88 Polri", "Densus")],
        ),
        # a bracket inside the name
        (
            "[ORG Komisi Pemilihan Umum] (KPU) [GPE Kota Medan] dan [ORG KPU Kota Medan]",
            [("Komisi Pemilihan Umum (KPU) Kota Medan", "KPU")],
        ),
        ("[ORG PT Bio Farma] (Persero) untung.", [("PT Bio Farma (Persero)", None)]),
        # a unit is its body
        ("Kepala [ORG Bidang Humas Kepolisian Daerah Papua] hadir.", [("Kepolisian Daerah Papua", None)]),
        ("[ORG Dinas Kesehatan Kota Solo] hadir. [ORG Dinas Kesehatan] senang.", [("Dinas Kesehatan Kota Solo", None)]),
        (
            "[ORG Polres Demak], [ORG Polres Kudus], dan [ORG Polres] lain hadir.",
            [("Polres Demak", None), ("Polres Kudus", None), ("Polres", None)],
        ),
        # a body told by its short form in brackets
        ("Lembaga Kajian Pangan dan Air ([ORG LKPA]) menang.", [("Lembaga Kajian Pangan dan Air", "LKPA")]),
        ("[ORG MPA] ([ORG Media Pers Asia) Pasifik]", [("Media Pers Asia", "MPA")]),
        # a short form that the recogniser took for something else
        ("[ORG Universitas Jember] (Unej) menang. [PER Unej] senang.", [("Universitas Jember", "Unej")]),
        # parent and unit stay apart
        ("[ORG KPU] dan [ORG KPU Kota Surabaya] hadir.", [("KPU", None), ("KPU Kota Surabaya", None)]),
        # acronym and full name, with a region or without
        ("[ORG Kepolisian Daerah Papua] siaga. [ORG Polda Papua] diam.", [("Kepolisian Daerah Papua", None)]),
        ("[ORG Kejaksaan Tinggi Banten] dan [ORG Kejati Banten]", [("Kejaksaan Tinggi Banten", None)]),
        ("[ORG Kejati Banten] dan [ORG Kejati Jambi]", [("Kejati Banten", None), ("Kejati Jambi", None)]),
        ("[ORG Badan Pengawas Pemilu Lampung] dan [ORG Bawaslu Lampung]", [("Badan Pengawas Pemilu Lampung", None)]),
        (
            "[ORG Komisi Pemberantasan Korupsi] ([ORG KPK]) diam. [ORG KPK] diam.",
            [("Komisi Pemberantasan Korupsi", "KPK")],
        ),
        ("[ORG Kementerian Luar Negeri]. [ORG Kemlu]. [ORG Kemenlu].", [("Kementerian Luar Negeri", "Kemlu")]),
        ("[ORG DPR] dan [ORG DPR RI] serta [ORG DPRD]", [("DPR RI", None), ("DPRD", None)]),
        ("[ORG MUI] dan [ORG Majelis Ulama Indonesia]", [("Majelis Ulama Indonesia", "MUI")]),
        # one that the lexicon does not know
        (
            "[ORG Forum Peduli Rawa Gambut] ([ORG FPRG]) hadir. [ORG FPRG] senang.",
            [("Forum Peduli Rawa Gambut", "FPRG")],
        ),
        (
            "[ORG Yayasan Bina Hutan Lestari] (Yabinhut) hadir. Yabinhut senang.",
            [("Yayasan Bina Hutan Lestari", "Yabinhut")],
        ),
        # short names
        ("[ORG PT Bumi Karya Sentosa] untung. [ORG Bumi Karya] senang.", [("PT Bumi Karya Sentosa", None)]),
        (
            "[ORG Bumi Karya] untung. [ORG Bumi Karya Sentosa] rugi.",
            [("Bumi Karya", None), ("Bumi Karya Sentosa", None)],
        ),
        ("[ORG KPU Kota Medan] rapat. [ORG KPU] diam.", [("KPU Kota Medan", None)]),
        ("[ORG TNI Angkatan Darat] dan [ORG TNI]", [("TNI Angkatan Darat", None), ("TNI", None)]),
        ("[ORG Bank Niaga Jaya] dan [ORG Bank]", [("Bank Niaga Jaya", None), ("Bank", None)]),
        ("[ORG Persis] kalah. [ORG Persis Solo] rapat.", [("Persis Solo", None)]),
        ("[ORG PT Aneka Rasa, Tbk.] dan [ORG PT Aneka Rasa]", [("PT Aneka Rasa, Tbk.", None)]),
        ("[ORG CV Maju] dan [ORG PT Mundur]", [("CV Maju", None), ("PT Mundur", None)]),
        # names that hold marks
        ("[ORG Komando Resor Militer 091]/Aji Surya rapat.", [("Komando Resor Militer 091/Aji Surya", None)]),
        (
            "[ORG Universitas Negeri Malang] dan [ORG Universitas Malang]",
            [("Universitas Negeri Malang", None), ("Universitas Malang", None)],
        ),
        # no bodies
        ("[ORG Capital Adequacy Ratio] naik. [ORG RUU] dibahas.", []),
        ("[ORG Pasal 10] dan [ORG KUHP] diubah.", []),
        # units are their body
        ("Ketua [ORG Dewan Komisioner Lembaga Penjamin Simpanan] hadir.", [("Lembaga Penjamin Simpanan", None)]),
        ("Kepala [ORG Biro Penerangan Masyarakat Polri] hadir.", [("Polri", None)]),
    ],
)
def test_organisations(read: Read, text: str, organisations: list[tuple[str, str | None]]) -> None:
    assert [(o["name"], o["acronym"]) for o in read(text)["organisations"]] == organisations


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("PT Sri Rejeki Isman Tbk", "sri rejeki isman"),
        ("PT Bank Rakyat Indonesia (Persero) Tbk", "bank rakyat indonesia"),
        ("DPR RI", "dpr"),
        ("Komisi Pemilihan Umum (KPU) Manado", "komisi pemilihan umum manado"),
        ("PT", "pt"),
    ],
)
def test_key_of(name: str, key: str) -> None:
    assert key_of(name) == key
