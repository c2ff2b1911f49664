"""People, organisations and places, on sentences with their names marked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from beritanlp.annotations import annotations_of
from beritanlp.entities.acronyms import is_short_form
from beritanlp.entities.component import make_entities
from beritanlp.entities.index import EntityIndex
from beritanlp.entities.organisations import key_of

Read = Callable[[str], dict[str, Any]]


@pytest.fixture(scope="module")
def read_doc(tagged: Callable[[str], Doc]) -> Callable[[str], Doc]:
    from spacy import blank

    room = make_entities(blank("xx"), "room")
    return lambda marked: room(tagged(marked))


@pytest.fixture(scope="module")
def read(read_doc: Callable[[str], Doc]) -> Read:
    return lambda marked: dict(annotations_of(read_doc(marked)))


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("[PER John Marsh] tiba. [PER Marsh] lalu pergi.", [("John Marsh", ["Marsh"])]),
        ("[PER Ganjar] hadir. [PER Ganjar Pranowo] pulang.", [("Ganjar Pranowo", ["Ganjar"])]),
        (
            "[PER Ratna W Prabandari] dan [PER Ratna Wiratama Prabandari]",
            [("Ratna Wiratama Prabandari", ["Ratna W Prabandari"])],
        ),
        ("[PER Ma'ruf Amin] dan [PER Ma’ruf]", [("Ma'ruf Amin", ["Ma’ruf"])]),
        ("[PER Joko Widodo] tiba. [PER Jokowi] pulang.", [("Joko Widodo", ["Jokowi"])]),
        ("[PER Salsabila Maharani] ([PER Salsa]) menang. [PER Salsa] senang.", [("Salsabila Maharani", ["Salsa"])]),
        ("[PER Salsabila Maharani] alias [PER Caca] menang.", [("Salsabila Maharani", ["Caca"])]),
        ("[PER DIMASPrakoso] menang. [PER Prakoso] senang.", [("DIMASPrakoso", ["Prakoso"])]),
        ("Presiden [PER ke-7 Joko Widodo] hadir.", [("Joko Widodo", [])]),
        # two persons that share a word stay two
        ("[PER Budi Santoso] dan [PER Budi Gunawan]", [("Budi Santoso", []), ("Budi Gunawan", [])]),
        ("[PER Kim Jong-un] dan [PER Kim Yo-jong]", [("Kim Jong-un", []), ("Kim Yo-jong", [])]),
        # titles and degrees are no part of the name
        ("[PER Dr. Siti Aminah] hadir.", [("Siti Aminah", [])]),
        ("[PER Siti Aminah, S.H.] hadir.", [("Siti Aminah", [])]),
        ("[PER KH Said Aqil] hadir.", [("Said Aqil", [])]),
        ("[PER Gus Dur] hadir.", [("Gus Dur", [])]),
        ("[PER Raja Juli Antoni] hadir.", [("Raja Juli Antoni", [])]),
        ("[PER Raja Abdullah] hadir.", [("Abdullah", [])]),
        # a further occurrence that the recogniser overlooked
        ("[PER Sutarjo Wibisono] tiba. Menurut Sutarjo, air surut.", [("Sutarjo Wibisono", ["Sutarjo"])]),
    ],
)
def test_people(read: Read, text: str, people: list[tuple[str, list[str]]]) -> None:
    assert [(p["name"], p["aliases"]) for p in read(text)["people"]] == people


@pytest.mark.parametrize(
    ("text", "roles", "affiliations"),
    [
        ("Menteri Pertahanan [GPE AS] [PER Tom Holden] tiba.", ["Menteri Pertahanan AS"], ["AS"]),
        ("kata Kepala [ORG BPBD Demak] [PER Budi] kemarin.", ["Kepala BPBD Demak"], ["BPBD Demak"]),
        ("[PER Tom Holden], Menteri Pertahanan [GPE AS], tiba.", ["Menteri Pertahanan AS"], ["AS"]),
        ("[PER Budi] (45), petani [GPE Sleman], tiba.", ["petani Sleman"], ["Sleman"]),
        ("[PER Budi] selaku Ketua [ORG KPU] hadir.", ["Ketua KPU"], ["KPU"]),
        ("Sementara itu, mantan Gubernur [GPE Banten] [PER Budi] hadir.", ["mantan Gubernur Banten"], ["Banten"]),
        ("Presiden [PER Joko Widodo] dan Menteri Keuangan [PER Sri Mulyani] hadir.", ["Presiden"], []),
        ("Menteri Pertahanan [GPE Israel], [PER Israel Katz], tiba.", ["Menteri Pertahanan Israel"], ["Israel"]),
        (
            "Kepala [ORG Polda Papua] Inspektur Jenderal [PER Budi] tiba.",
            ["Kepala Polda Papua", "Inspektur Jenderal"],
            ["Polda Papua"],
        ),
        ("Kabar itu benar, [PER Budi] tiba.", [], []),
        ("Menteri Koperasi (Menkop) [PER Budi] tiba.", ["Menteri Koperasi", "Menkop"], []),
        ("Sekretaris Jenderal [ORG KPK] [PER Budi] tiba.", ["Sekretaris Jenderal KPK"], ["KPK"]),
        ("Menurut [PER Budi], jaksa punya waktu tujuh hari.", [], []),
        ("[PER Budi] tiba di rumah.", [], []),
    ],
)
def test_roles(read: Read, text: str, roles: list[str], affiliations: list[str]) -> None:
    data = read(text)
    names = {r["id"]: r["name"] for r in [*data["organisations"], *data["places"]]}
    person = data["people"][0]
    assert person["roles"] == roles
    assert [names[a] for a in person["affiliations"]] == affiliations


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        ("[ORG Badan Pusat Statistik] ([ORG BPS]) merilis data. [ORG BPS] hadir.", [("Badan Pusat Statistik", "BPS")]),
        ("[ORG BPS] ([ORG Badan Pusat Statistik]) merilis data.", [("Badan Pusat Statistik", "BPS")]),
        ("[ORG Kementerian Keuangan] ([ORG Kemenkeu]) hadir.", [("Kementerian Keuangan", "Kemenkeu")]),
        ("[ORG Perserikatan Bangsa-Bangsa] hadir. [ORG PBB] bersidang.", [("Perserikatan Bangsa-Bangsa", "PBB")]),
        ("[ORG PT Maju Jaya Tbk] untung. [ORG Maju Jaya] senang.", [("PT Maju Jaya Tbk", None)]),
        ("[ORG Partai Gerindra] menang. [ORG Gerindra] senang.", [("Partai Gerindra", None)]),
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
        ("[ORG MPA] ([ORG Media Pers Asia) Pasifik]", [("Media Pers Asia", "MPA"), ("Pasifik", None)]),
        # a short form that the recogniser took for something else
        ("[ORG Universitas Jember] (Unej) menang. [PER Unej] senang.", [("Universitas Jember", "Unej")]),
        # parent and unit stay apart
        ("[ORG KPU] dan [ORG KPU Kota Surabaya] hadir.", [("KPU", None), ("KPU Kota Surabaya", None)]),
    ],
)
def test_organisations(read: Read, text: str, organisations: list[tuple[str, str | None]]) -> None:
    assert [(o["name"], o["acronym"]) for o in read(text)["organisations"]] == organisations


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


def test_boundary_mended_by_the_rest_of_the_article(read: Read) -> None:
    data = read('Direktur [ORG Kementerian Perdagangan Karto] [PER Munawir] hadir. "Aman," kata [PER Karto].')
    assert [p["name"] for p in data["people"]] == ["Karto Munawir"]
    assert [o["name"] for o in data["organisations"]] == ["Kementerian Perdagangan"]


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
        # no name at all
        ("[PER Guncangan] terasa lama. [ORG Level II] tetap. [ORG KUHAP] direvisi. Kasat [PER Reskrim] hadir.", [], []),
        ("[PER Bagus] hadir. Menurut [PER Bagus], air surut.", [], ["Bagus"]),
    ],
)
def test_names_mended(read: Read, text: str, organisations: list[str], people: list[str]) -> None:
    data = read(text)
    assert [o["name"] for o in data["organisations"]] == organisations
    assert [p["name"] for p in data["people"]] == people


def test_the_lawyer_and_her_client(read: Read) -> None:
    people = read("Saat itu pengacara [PER Bastian Tarigan], Dr. [PER Lina Rahayu], hadir.")["people"]
    assert {p["name"]: p["roles"] for p in people} == {
        "Bastian Tarigan": [],
        "Lina Rahayu": ["pengacara Bastian Tarigan"],
    }


def test_a_place_named_like_a_person_keeps_its_type(read: Read) -> None:
    data = read("Warga [LOC Kampung Antasari] hadir. [PER Antasari] juga hadir.")
    assert [p["name"] for p in data["places"]] == ["Kampung Antasari"]


@pytest.mark.parametrize(
    ("text", "pronouns"),
    [
        ("[PER Budi Santoso] tiba. Ia lalu pergi.", {"Budi Santoso": ["Ia"]}),
        ('"Aman," kata [PER Budi].\n"Siap," ujarnya.', {"Budi": ["nya"]}),
        ("[PER Budi] dan [PER Siti] hadir. Mereka pulang.", {"Budi": ["Mereka"], "Siti": ["Mereka"]}),
        ("Gubernur [GPE Banten] [PER Budi] hadir. Kemudian Gubernur pulang.", {"Budi": ["Gubernur"]}),
        ("Seorang ibu mengatakan airnya keruh. Ia lalu pergi.", {}),
        ("Ia lalu pergi.", {}),
    ],
)
def test_references(read: Read, text: str, pronouns: dict[str, list[str]]) -> None:
    found = {p["name"]: [m["text"] for m in p["mentions"] if m["pronoun"]] for p in read(text)["people"]}
    assert {name: texts for name, texts in found.items() if texts} == pronouns


def test_comma_alone_makes_no_pair(read: Read) -> None:
    data = read("Penasihat hukum [PER Rusdi], [PER Togar], hadir. Mereka pulang.")
    assert not any(m["pronoun"] for p in data["people"] for m in p["mentions"])


def test_furniture_and_outlet_are_left_out(read: Read) -> None:
    data = read("[GPE JAKARTA], [ORG KOMPAS.com] - [PER Budi] tiba.\nBaca juga: [PER Siti] Pulang")
    assert [p["name"] for p in data["people"]] == ["Budi"]
    assert data["organisations"] == []
    assert [p["name"] for p in data["places"]] == ["JAKARTA"]


def test_index(read_doc: Callable[[str], Doc]) -> None:
    doc = read_doc("[PER Budi] menemui [PER Siti] di [GPE Solo].")
    index = EntityIndex(doc)
    assert [m.entity for m in index.within(0, len(doc.text))] == ["p1", "p2", "l1"]
    assert index.names["p2"] == "Siti"
    found = index.at(doc.text.index("Siti") + 2)
    assert found is not None
    assert found.entity == "p2"
    assert index.at(5) is None


@pytest.mark.parametrize(
    ("short", "long", "fits"),
    [
        ("BNPB", "Badan Nasional Penanggulangan Bencana", True),
        ("Kemenkeu", "Kementerian Keuangan", True),
        ("Kemendagri", "Kementerian Dalam Negeri", True),
        ("Polri", "Kepolisian Negara Republik Indonesia", False),
        ("BPS", "Badan Pusat Statistik", True),
        ("KPK", "Kementerian Keuangan", False),
        ("", "Badan Pusat", False),
    ],
)
def test_short_forms(short: str, long: str, fits: bool) -> None:
    assert is_short_form(short, long) is fits


@given(st.text(max_size=30), st.text(max_size=60))
def test_short_form_never_raises(short: str, long: str) -> None:
    assert isinstance(is_short_form(short, long), bool)


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


def test_rubbish_is_not_looked_for_again(read: Read) -> None:
    rubbish = "Aa" + "a" * 200  # looking for such a "name" everywhere would take quadratic time
    (person,) = read(f"[PER {rubbish}] dan {rubbish}.")["people"]
    assert len(person["mentions"]) == 1
