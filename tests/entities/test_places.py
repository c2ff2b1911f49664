from __future__ import annotations

import pytest
from babel import Locale

from beritanlp.entities.gazetteer import Gazetteer
from beritanlp.lexicon import Lexicon

from .conftest import Read


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("[GPE Amerika Serikat] dan [GPE AS]", [("Amerika Serikat", "country", "US")]),
        ("[GPE Korut] menembakkan rudal. [GPE Korea Utara] diam.", [("Korea Utara", "country", "KP")]),
        ("[GPE Provinsi Jawa Tengah] dan [GPE Jateng]", [("Provinsi Jawa Tengah", "province", "ID")]),
        ("[GPE Negeri Paman Sam] dan [GPE AS] serta [GPE Amerika Serikat]", [("Amerika Serikat", "country", "US")]),
        ("[GPE Federasi Rusia] dan [GPE Rusia]", [("Federasi Rusia", "country", "RU")]),
        ("[GPE Desa Sleman] dan [GPE Sleman]", [("Desa Sleman", "other", None), ("Sleman", "regency", "ID")]),
        ("[GPE Jateng] banjir.", [("Jateng", "province", "ID")]),
        ("[GPE Kabupaten Sleman] dan [GPE Sleman]", [("Kabupaten Sleman", "regency", "ID")]),
        ("[FAC Istana Merdeka] ramai.", [("Istana Merdeka", "facility", None)]),
        ("[GPE Desa Antah Berantah] sepi.", [("Desa Antah Berantah", "other", None)]),
        # a city and a regency share the name
        ("[GPE Bandung] hujan.", [("Bandung", "city", "ID")]),
        ("Bupati [GPE Bandung] hadir.", [("Bandung", "regency", "ID")]),
        ("Wali Kota [GPE Bandung] hadir.", [("Bandung", "city", "ID")]),
        ("[GPE Kabupaten Bandung] hujan. Warga [GPE Bandung] lari.", [("Kabupaten Bandung", "regency", "ID")]),
        ("[GPE Kota Malang] hujan. Warga [GPE Malang] lari.", [("Kota Malang", "city", "ID")]),
        (
            "[GPE Kota Malang] dan [GPE Kabupaten Malang] hujan.",
            [("Kota Malang", "city", "ID"), ("Kabupaten Malang", "regency", "ID")],
        ),
        ("Gubernur [GPE Gorontalo] hadir.", [("Gorontalo", "province", "ID")]),
        ("Bupati [GPE Gorontalo] hadir.", [("Gorontalo", "regency", "ID")]),
        ("kabupaten [GPE Semarang] hujan.", [("Semarang", "regency", "ID")]),
        # spellings and short forms
        ("[GPE Daerah Istimewa Yogyakarta] dan [GPE DIY]", [("Daerah Istimewa Yogyakarta", "province", "ID")]),
        ("[GPE Sumatra Utara] dan [GPE Sumut]", [("Sumatra Utara", "province", "ID")]),
        ("[GPE Korea Selatan] dan [GPE Korsel]", [("Korea Selatan", "country", "KR")]),
        ("[GPE Inggris] dan [GPE Inggris Raya]", [("Inggris Raya", "country", "GB")]),
        ("[GPE China], [GPE Tiongkok], dan [GPE RRT]", [("China", "country", "CN")]),
        ("[GPE Ogan Komering Ulu] ([GPE OKU]) banjir. [GPE OKU] siaga.", [("Ogan Komering Ulu", "regency", "ID")]),
        ("[GPE Washington D.C.] dan [GPE Washington]", [("Washington D.C.", "city", "US")]),
        ("[GPE Novosibirsk] beku.", [("Novosibirsk", "city", "RU")]),
        (
            "[GPE Papua Pegunungan] dan [GPE Papua]",
            [("Papua Pegunungan", "province", "ID"), ("Papua", "province", "ID")],
        ),
        # a region that was taken for a person or a body
        ("Warga [PER Musi Rawas] hadir.", [("Musi Rawas", "regency", "ID")]),
        ("Warga [ORG Teluk Bintuni] hadir.", [("Teluk Bintuni", "regency", "ID")]),
        # without a code
        ("[FAC Jalan Merpati] macet.", [("Jalan Merpati", "facility", None)]),
        (
            "[FAC Stadion Bandung] penuh. [GPE Bandung] macet.",
            [("Stadion Bandung", "facility", None), ("Bandung", "city", "ID")],
        ),
        ("[LOC Gunung Anyelir] meletus.", [("Gunung Anyelir", "other", None)]),
        ("[LOC Suaka Margasatwa] Rawa Kelabu terbakar.", [("Suaka Margasatwa Rawa Kelabu", "other", None)]),
        # with its type word and without
        ("[LOC Gunung Anyelir] meletus. Warga lari dari [LOC Anyelir].", [("Gunung Anyelir", "other", None)]),
        (
            "[GPE Desa Pucang], [GPE Kecamatan Pucang], dan [GPE Pucang]",
            [("Desa Pucang", "other", None), ("Kecamatan Pucang", "other", None), ("Pucang", "other", None)],
        ),
        # a building that was taken for a body
        (
            "[ORG Balai Kota Surakarta] dan [ORG Stadion Mandala]",
            [("Balai Kota Surakarta", "facility", None), ("Stadion Mandala", "facility", None)],
        ),
        # the place after the comma says where it is not
        (
            "[GPE Kuningan], [GPE Jakarta Selatan], macet.",
            [("Kuningan", "other", None), ("Jakarta Selatan", "city", "ID")],
        ),
        ("[GPE Kuningan], [GPE Jawa Barat], macet.", [("Kuningan", "regency", "ID"), ("Jawa Barat", "province", "ID")]),
        (
            "[GPE Kuningan], [GPE Jepang], dan [GPE Cina]",
            [("Kuningan", "regency", "ID"), ("Jepang", "country", "JP"), ("Cina", "country", "CN")],
        ),
    ],
)
def test_places(read: Read, text: str, places: list[tuple[str, str, str | None]]) -> None:
    assert [(p["name"], p["kind"], p["country"]) for p in read(text)["places"]] == places


def test_place_codes(read: Read) -> None:
    (place,) = read("[GPE Jawa Tengah] banjir.")["places"]
    assert place["code"] == "ID-JT"
    assert -9 < place["lat"] < -5
    assert 108 < place["lon"] < 112


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Bupati [GPE Bandung] hadir.", "32.04"),
        ("Wali Kota [GPE Bandung] hadir.", "32.73"),
        ("[GPE Papua Selatan] hujan.", "ID-PS"),
        ("[GPE Kabupaten Sleman] hujan.", "34.04"),
        ("[GPE Paris] hujan.", None),
    ],
)
def test_official_codes(read: Read, text: str, code: str | None) -> None:
    (place,) = read(text)["places"]
    assert place["code"] == code
    assert place["lat"] is not None


def test_every_country_of_cldr() -> None:
    gazetteer = Gazetteer(Lexicon())
    no_countries = {
        "AC",
        "AQ",
        "CP",
        "CQ",
        "DG",
        "EA",
        "EU",
        "EZ",
        "HK",
        "IC",
        "MM",
        "MO",
        "QO",
        "TA",
        "UN",
        "XA",
        "XB",
        "ZZ",
    }
    names = {c: n for c, n in Locale("id").territories.items() if c.isalpha() and len(c) == 2 and c not in no_countries}
    found = {code: gazetteer.find(name) for code, name in names.items()}
    assert {code: place.country if place else None for code, place in found.items()} == {code: code for code in names}


def test_a_place_in_a_body_is_none(read: Read) -> None:
    assert read("[ORG Universitas Indonesia] dan [ORG Polda Metro Jaya] hadir.")["places"] == []


def test_the_dateline_joins_its_place(read: Read) -> None:
    (place,) = read("[GPE SEMARANG], [ORG KOMPAS] — Warga Kota [GPE Semarang] menanam pohon di [GPE Semarang].")[
        "places"
    ]
    assert place["name"] == "Semarang"
    assert place["aliases"] == ["SEMARANG"]


def test_the_dateline_of_a_text_that_stands_twice(read: Read) -> None:
    text = "[ORG REPUBLIKA.CO.ID], [GPE SOLO] -- [PER Budi] tiba.\n"
    data = read(text + text)
    assert data["organisations"] == []
