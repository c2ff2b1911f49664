from __future__ import annotations

import pytest

from .conftest import Read


@pytest.mark.parametrize(
    ("text", "pronouns"),
    [
        ("[PER Budi Santoso] tiba. Ia lalu pergi.", {"Budi Santoso": ["Ia"]}),
        ('"Aman," kata [PER Budi].\n"Siap," ujarnya.', {"Budi": ["nya"]}),
        ("[PER Budi] dan [PER Siti] hadir. Mereka pulang.", {"Budi": ["Mereka"], "Siti": ["Mereka"]}),
        ("Gubernur [GPE Banten] [PER Budi] hadir. Kemudian Gubernur pulang.", {"Budi": ["Gubernur"]}),
        ("Seorang ibu mengatakan airnya keruh. Ia lalu pergi.", {}),
        ("Ia lalu pergi.", {}),
        ("[PER Budi Santoso] tiba. Dia lalu pergi.", {"Budi Santoso": ["Dia"]}),
        ("[PER Budi Santoso] tiba. Beliau lalu pergi.", {"Budi Santoso": ["Beliau"]}),
        ("[PER Budi] menemui [PER Siti]. Keduanya bersalaman.", {"Budi": ["Keduanya"], "Siti": ["Keduanya"]}),
        ("Presiden [PER Wirawan] hadir bersama istri. Presiden lalu pidato.", {"Wirawan": ["Presiden"]}),
        ("Menteri Sosial [PER Ratri] hadir. Mensos lalu pergi.", {"Ratri": ["Mensos"]}),
        ("[PER Budi] tiba. Hujan turun. Warga pulang.", {}),
        ("Kepala dinas itu tiba. Dia lalu pergi.", {}),
    ],
)
def test_references(read: Read, text: str, pronouns: dict[str, list[str]]) -> None:
    found = {p["name"]: [m["text"] for m in p["mentions"] if m["pronoun"]] for p in read(text)["people"]}
    assert {name: texts for name, texts in found.items() if texts} == pronouns


def test_comma_alone_makes_no_pair(read: Read) -> None:
    data = read("Penasihat hukum [PER Rusdi], [PER Togar], hadir. Mereka pulang.")
    assert not any(m["pronoun"] for p in data["people"] for m in p["mentions"])
