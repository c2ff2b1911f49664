from __future__ import annotations

import pytest

from .conftest import Read


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
        ("[PER Marten Halim] dan [PER Maarten Halim]", [("Marten Halim", ["Maarten Halim"])]),
        ("[PER Soetrisno Wibowo] tiba. [PER Sutrisno] pulang.", [("Soetrisno Wibowo", ["Sutrisno"])]),
        (
            "[PER Rini Malik], [PER Rina Malik], [PER Ani], [PER Anni]",
            [(n, []) for n in ("Rini Malik", "Rina Malik", "Ani", "Anni")],
        ),
        (
            "[PER Djoko Chandra] ditahan. [PER Joko Purnomo] tiba. [PER Djoko] diam.",
            [("Djoko Chandra", ["Djoko"]), ("Joko Purnomo", [])],
        ),
        (
            "[PER Ronald Halim], [PER Ronnald Halim], [PER Ronald Halim]",
            [("Ronald Halim", ["Ronnald Halim"])],
        ),
        ("[PER Alexander Halim] tiba. [PER Alex] pulang.", [("Alexander Halim", ["Alex"])]),
        ("[PER Alex] tiba. [PER Alexander Halim] pulang.", [("Alex", []), ("Alexander Halim", [])]),
        ("[PER Diana Sari] tiba. [PER Dian] pulang.", [("Diana Sari", []), ("Dian", [])]),
        ("[PER BastianRendra Wirawan] tiba. [PER Rendra] pulang.", [("BastianRendra Wirawan", ["Rendra"])]),
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
        # parts of a name, in any order of telling
        ("[PER Hendarto] datang. [PER Bima Hendarto Wibowo] bicara.", [("Bima Hendarto Wibowo", ["Hendarto"])]),
        (
            "[PER Bima Hendarto Wibowo]. [PER Bima Wibowo]. [PER Bima]",
            [("Bima Hendarto Wibowo", ["Bima Wibowo", "Bima"])],
        ),
        ("[PER M. Riswan] datang. [PER Riswan] bicara.", [("M. Riswan", ["Riswan"])]),
        ("[PER A.M. Fadlan] dan [PER Fadlan]", [("A.M. Fadlan", ["Fadlan"])]),
        ("[PER Rara Wulandari]. [PER RARA WULANDARI]", [("Rara Wulandari", ["RARA WULANDARI"])]),
        ("[PER D’Arman Lubis] dan [PER D'Arman]", [("D’Arman Lubis", ["D'Arman"])]),
        ("[PER Kim Min-ho] dan [PER Min-ho]", [("Kim Min-ho", ["Min-ho"])]),
        # the same first name, two people: the short form joins the one told last
        (
            "[PER Agus Subroto] bicara. [PER Agus Harimawan] diam. Menurut [PER Agus], sidang usai.",
            [("Agus Subroto", []), ("Agus Harimawan", ["Agus"])],
        ),
        ("[PER Siti Rahma] dan [PER Siti Rahmi]", [("Siti Rahma", []), ("Siti Rahmi", [])]),
        ("[PER Andi Lukman] dan [PER Lukman Andi Saputra]", [("Andi Lukman", []), ("Lukman Andi Saputra", [])]),
        # titles of all kinds stay outside
        ("[PER Prof. Dr. Ir. Bambang Suryono, M.Sc.] hadir.", [("Bambang Suryono", [])]),
        ("[PER H. Abdul Karim] hadir.", [("Abdul Karim", [])]),
        ("[PER Hj. Nur Aisyah] hadir.", [("Nur Aisyah", [])]),
        ("[PER K.H. Hasan Basri] hadir.", [("Hasan Basri", [])]),
        ("[PER Ir. Sutomo] hadir.", [("Sutomo", [])]),
        ("[PER Drs. Wagiman, M.Si.] hadir.", [("Wagiman", [])]),
        ("[PER dr. Lestari, Sp.A] hadir.", [("Lestari", [])]),
        ("[PER Komjen Pol. Aryo Sudibyo] hadir.", [("Aryo Sudibyo", [])]),
        ("[PER Brigjen TNI (Purn.) Surya Atmaja] hadir.", [("Surya Atmaja", [])]),
        ("[PER Ny. Ratnawati] hadir.", [("Ratnawati", [])]),
        ("[PER Ustaz Yusri] hadir.", [("Yusri", [])]),
        ("[PER R.A. Kusumawati] hadir.", [("Kusumawati", [])]),
        ("[PER Yusri Hamdani, Ph.D.] hadir.", [("Yusri Hamdani", [])]),
        ("[PER Pak Gito] hadir.", [("Gito", [])]),
        ("[PER Presiden Wirawan] hadir.", [("Wirawan", [])]),
        # names that begin like a title
        ("[PER Prada Wicaksono] hadir.", [("Wicaksono", [])]),
        # nicknames, told by the article
        ("[PER Suryanto] atau yang akrab disapa [PER Anto] menang.", [("Suryanto", ["Anto"])]),
        ("[PER Suryanto] yang biasa dipanggil [PER Kacong] menang.", [("Suryanto", ["Kacong"])]),
        ("[PER Suryanto], alias [PER Kacong], menang.", [("Suryanto", ["Kacong"])]),
        ("[PER Suryanto] alias Haji [PER Ompong] menang. [PER Ompong] senang.", [("Suryanto", ["Ompong"])]),
        # and two persons between whom such words do not stand
        ("[PER Suryanto] bersama [PER Anto] menang.", [("Suryanto", []), ("Anto", [])]),
        # candidates told in pairs
        ("[PER Hendra Lubis-Maria Sembiring] unggul.", [("Hendra Lubis", []), ("Maria Sembiring", [])]),
        ("[PER Wan Azizah-Anwar Ridwan] unggul.", [("Wan Azizah", []), ("Anwar Ridwan", [])]),
    ],
)
def test_people(read: Read, text: str, people: list[tuple[str, list[str]]]) -> None:
    assert [(p["name"], p["aliases"]) for p in read(text)["people"]] == people
