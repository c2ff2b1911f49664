from __future__ import annotations

import pytest

from .conftest import Read


@pytest.mark.parametrize(
    ("text", "people"),
    [
        # known from persons' names
        ("Mobil itu milik [PER Budi Prasetyo].", ["Budi Prasetyo"]),
        # not known, but shown a person somewhere in the article
        ("Pedagang [PER Xyzzu] mengeluh.", ["Xyzzu"]),
        ("Harga naik, kata [PER Xyzzu].", ["Xyzzu"]),
        ("[PER Xyzzu] mengatakan harga naik.", ["Xyzzu"]),
        ("Dosen kampus itu, [PER Xyzzu], menyebut harga naik.", ["Xyzzu"]),
        ("[PER Xyzzu] (45) mengeluh.", ["Xyzzu"]),
        ("[PER Xyzzu], petani, mengeluh.", ["Xyzzu"]),
        ("[PER Xyzzu] adalah petani.", ["Xyzzu"]),
        ("Pak [PER Xyzzu] mengeluh.", ["Xyzzu"]),
        # in a list with persons
        ("Hadir [PER Budi], [PER Xyzzu], dan [PER Siti].", ["Budi", "Xyzzu", "Siti"]),
        # a rare name of several words, none of them known
        ("Warga menemui [PER Xyzzu Wagjukka].", ["Xyzzu Wagjukka"]),
        # a model of car, a film, a crowd
        ("Mobil [PER Avanza] laku keras.", []),
        ("Warga menonton [PER Kuda Hitam] semalam.", []),
        ("Tren itu digemari [PER Kelas B] kota.", []),
    ],
)
def test_persons(read: Read, text: str, people: list[str]) -> None:
    assert [p["name"] for p in read(text)["people"]] == people


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        ("[ORG Bulog] menyalurkan beras.", ["Bulog"]),
        ("[ORG PT Xyzzu] menyalurkan beras.", ["PT Xyzzu"]),
        ("[ORG Bulog Niaga] ([ORG BN]) menyalurkan beras.", ["Bulog Niaga"]),
        ("[ORG Dinas Xyzzu] menyalurkan beras.", ["Dinas Xyzzu"]),
        ("Rasio [ORG ROE] naik.", []),
        ("Waktu [ORG MAGHRIB] tiba.", []),
        # a body that was taken for a person
        ("Tim itu melawan [PER Yamaha] di Assen.", ["Yamaha"]),
    ],
)
def test_bodies(read: Read, text: str, organisations: list[str]) -> None:
    assert [o["name"] for o in read(text)["organisations"]] == organisations


@pytest.mark.parametrize(
    ("text", "organisations", "people"),
    [
        # words known from persons alone, behind an office and a body
        ("Direktur [ORG RSUD Wangkal Joko Prasetyo] hadir.", ["RSUD Wangkal"], ["Joko Prasetyo"]),
        ("ujar Direktur Utama [PER Bulog Arief Prasetyo].", ["Bulog"], ["Arief Prasetyo"]),
        # a university named after a person
        ("Rektor [ORG Universitas Ahmad Prasetyo] hadir.", ["Universitas Ahmad Prasetyo"], []),
        # no office before
        ("Warga ke [ORG RSUD Wangkal Joko Prasetyo].", ["RSUD Wangkal Joko Prasetyo"], []),
        # a name of which the recogniser found a half
        ("Menurut Malkohn [PER Prasetyo], air surut.", [], ["Malkohn Prasetyo"]),
        ("Bupati [GPE Buol] [PER Prasetyo] hadir.", [], ["Prasetyo"]),
    ],
)
def test_bodies_and_persons_apart(read: Read, text: str, organisations: list[str], people: list[str]) -> None:
    data = read(text)
    assert [o["name"] for o in data["organisations"]] == organisations
    assert [p["name"] for p in data["people"]] == people


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Gempa mengguncang [GPE Xyzzu] di [GPE Xyzzu].", ["Xyzzu"]),
        ("Warga [GPE distrik Xyzzu] lari.", ["distrik Xyzzu"]),
        ("Warga [GPE Desa Xyzzu] lari.", ["Desa Xyzzu"]),
        ("Warga [FAC Xyzzu] lari.", ["Xyzzu"]),
        ("Warga [GPE Blambangan] lari.", ["Blambangan"]),
        ("Konvensi [GPE Xyzzu] itu berlaku.", []),
    ],
)
def test_places(read: Read, text: str, places: list[str]) -> None:
    assert [p["name"] for p in read(text)["places"]] == places
