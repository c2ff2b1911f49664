from __future__ import annotations

import pytest

from .conftest import Read


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[GPE Kementerian Keuangan] hadir.", "organisations"),
        ("[ORG Malaysia] hadir.", "places"),
        ("Bek [PER Persis Solo] cedera.", "organisations"),
        ("Vaksin [PER Bio Farma] tiba.", "organisations"),
        ("Staf [PER Leipzig Zoological Society] hadir.", "organisations"),
        # a person is no place
        ("Gempa terasa di [PER Wadi Rahma]. Warga [PER Wadi Rahma] lari.", "places"),
        ("Warga lari dari [PER Lamandau] pagi itu.", "places"),
        ("Pagi itu, kata [PER Malang], air surut.", "people"),
        ("Acara itu dihadiri [PER Sleman].", "places"),
    ],
)
def test_label_mended_by_word_list(read: Read, text: str, kind: str) -> None:
    assert len(read(text)[kind]) == 1


def test_a_country_that_tells_which_money_it_is(read: Read) -> None:
    text = "Nilainya sejuta dollar [GPE Amerika Serikat] ([GPE AS]). Dolar [GPE AS] naik. Sejuta dolar Amerika Serikat ([GPE AS]). Ia fasih bahasa [GPE Jepang]."
    assert read(text)["places"] == []
    assert [p["name"] for p in read("Ia membeli dolar di [GPE AS].")["places"]] == ["AS"]


def test_boundary_mended_by_the_rest_of_the_article(read: Read) -> None:
    data = read('Direktur [ORG Kementerian Perdagangan Karto] [PER Munawir] hadir. "Aman," kata [PER Karto].')
    assert [p["name"] for p in data["people"]] == ["Karto Munawir"]
    assert [o["name"] for o in data["organisations"]] == ["Kementerian Perdagangan"]


def test_a_places_name_is_no_persons_though_the_recogniser_takes_it_for_one_once(read: Read) -> None:
    data = read(
        "[LOC Gunung Semeru] meletus. Kepala [ORG Pos Pantau Gunung Api] [PER Semeru Sri Handayani] berjaga. "
        "Warga melihat [PER Semeru] dari kota."
    )
    assert [p["name"] for p in data["people"] if "Sri" in p["name"]] == ["Sri Handayani"]
    assert [o["name"] for o in data["organisations"]] == ["Pos Pantau Gunung Api Semeru"]


@pytest.mark.parametrize(
    ("text", "organisations", "people"),
    [
        ("Kepala [ORG BPBD Banggai Sofyan Mangkona] hadir.", ["BPBD Banggai"], ["Sofyan Mangkona"]),
        ("Kepala [ORG Dinas Kesehatan Jawa Barat] hadir.", ["Dinas Kesehatan Jawa Barat"], []),
        ("Anggota [ORG Polresta] [PER Surakarta] siaga.", ["Polresta Surakarta"], []),
        (
            "[ORG Perhimpunan Hotel (PHRI)] [PER Bukittinggi Ilham Mulyadi] hadir.",
            ["Perhimpunan Hotel (PHRI) Bukittinggi"],
            ["Ilham Mulyadi"],
        ),
        ("[ORG Komisi Pemilihan Umum] (KPU) Kota Medan hadir.", ["Komisi Pemilihan Umum (KPU) Kota Medan"], []),
        (
            "Dirjen [ORG Hubungan Industrial Kementerian Ketenagakerjaan] hadir.",
            ["Kementerian Ketenagakerjaan"],
            [],
        ),
        (
            "Kepala [ORG Dinas Tata Ruang] (DTR) Provinsi Banten, [PER Arlan Marzan] hadir.",
            ["Dinas Tata Ruang (DTR) Provinsi Banten"],
            ["Arlan Marzan"],
        ),
        ("Rekan senior [PER McKinsey Simon Wirata] menilai pasar pulih.", ["McKinsey"], ["Simon Wirata"]),
        # a common word is a name where it speaks
        ("[PER Bunga Arifin] hadir. Bunga mengatakan air surut.", [], ["Bunga Arifin"]),
        # no name at all
        ("[PER Guncangan] terasa lama. [ORG Level II] tetap. [ORG KUHAP] direvisi. Kasat [PER Reskrim] hadir.", [], []),
        ("[PER Bagus] hadir. Menurut [PER Bagus], air surut.", [], ["Bagus"]),
        # the mark of a half bracket
        ("[ORG Kementerian Keuangan (Kemenkeu] hadir.", ["Kementerian Keuangan"], []),
        # a title alone
        ("[PER Bupati] hadir. [PER S.H.] hadir.", [], []),
        ("[PER Kak] hadir.", [], []),
        ("[ORG BPK] mengaudit proyek itu.", ["BPK"], []),
        # punctuation around
        ('[PER "Budi Raharjo"] hadir.', [], ["Budi Raharjo"]),
        # a ministry is a body whatever the model says
        (
            "[GPE Kementerian Pertahanan] dan [PER Kejaksaan Agung] hadir.",
            ["Kementerian Pertahanan", "Kejaksaan Agung"],
            [],
        ),
    ],
)
def test_names_mended(read: Read, text: str, organisations: list[str], people: list[str]) -> None:
    data = read(text)
    assert [o["name"] for o in data["organisations"]] == organisations
    assert [p["name"] for p in data["people"]] == people


def test_a_place_named_like_a_person_keeps_its_type(read: Read) -> None:
    data = read("Warga [LOC Kampung Antasari] hadir. [PER Antasari] juga hadir.")
    assert [p["name"] for p in data["places"]] == ["Kampung Antasari"]


def test_furniture_and_outlet_are_left_out(read: Read) -> None:
    data = read("[GPE JAKARTA], [ORG KOMPAS.com] - [PER Budi] tiba.\nBaca juga: [PER Siti] Pulang")
    assert [p["name"] for p in data["people"]] == ["Budi"]
    assert data["organisations"] == []
    assert [p["name"] for p in data["places"]] == ["JAKARTA"]


def test_rubbish_is_not_looked_for_again(read: Read) -> None:
    rubbish = "Aa" + "a" * 200  # looking for such a "name" everywhere would take quadratic time
    (person,) = read(f"Presiden [PER {rubbish}] dan {rubbish}.")["people"]
    assert len(person["mentions"]) == 1


def test_the_second_of_a_pair(read: Read) -> None:
    data = read("Indonesia menundukkan [PER Budi Hartono]/Wagju Kalleh dua gim.")
    assert [p["name"] for p in data["people"]] == ["Budi Hartono", "Wagju Kalleh"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Hadir [PER M.] [PER Prasetyo] dan [PER Budi].", ["M. Prasetyo", "Budi"]),
        ("Hadir [PER Rendra Wirawan cs] di sana.", ["Rendra Wirawan"]),
        ("[PER Adapun Budi] hadir.", ["Budi"]),
    ],
)
def test_persons_put_together(read: Read, text: str, people: list[str]) -> None:
    assert [p["name"] for p in read(text)["people"]] == people


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        (
            "[ORG Dinas Pelayaran Pesisir] ([ORG Dinlayar) Armada III] siaga.",
            ["Dinas Pelayaran Pesisir (Dinlayar) Armada III"],
        ),
        (
            "Bantuan Gugus Tugas Penanganan Covid-19 [GPE Kota Solo] tiba.",
            ["Gugus Tugas Penanganan Covid-19 Kota Solo"],
        ),
        ("Menurut pemerintah [GPE Arab Saudi], haji dimulai.", ["pemerintah Arab Saudi"]),
        ("Bus [PRD PO Sinar Makmur] terguling.", ["PO Sinar Makmur"]),
        ("Kapal [ORG KM Teratai Jaya] karam.", []),
        ("Direktur Utama Krakatau [PER Steel Joko Prasetyo] hadir.", ["Krakatau Steel"]),
        ("[ORG Bank Pembangunan Riau] atau [ORG Bank Riau] untung.", ["Bank Pembangunan Riau"]),
        (
            "[ORG Dinas Pekerjaan Umum dan Penataan Ruang] (PUPR) rapat. [ORG PUPR] diam.",
            ["Dinas Pekerjaan Umum dan Penataan Ruang"],
        ),
        ("[ORG Pemprov Jabar] dan [ORG Pemerintah Provinsi Jawa Barat]", ["Pemerintah Provinsi Jawa Barat"]),
    ],
)
def test_bodies_put_together(read: Read, text: str, organisations: list[str]) -> None:
    assert [o["name"] for o in read(text)["organisations"]] == organisations


def test_a_building_gives_its_body_s_short_form_to_nobody(read: Read) -> None:
    data = read("Ara tiba di [FAC gedung Komisi Pemberantasan Korupsi] ([ORG KPK]). [ORG KPK] diam.")
    assert [o["name"] for o in data["organisations"]] == ["KPK"]
    assert [p["aliases"] for p in data["places"]] == [[]]
