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
        # who spoke last, past somebody told of
        (
            '"Aman," kata Kapolres [PER Budi Santoso].\nKorban, [PER Siti Aminah], ditemukan tewas.\n"Siap," imbuhnya.',
            {"Budi Santoso": ["nya"]},
        ),
        ('"Aman," kata [PER Budi].\nRapat itu dihadiri [PER Siti Aminah].\n"Siap," kata dia.', {"Budi": ["dia"]}),
        ("[PER Budi] menunggu arahan jelas dari [PER Siti]. Menurut dia, jalan itu aman.", {"Budi": ["dia"]}),
        # brought in as the one who does it, or who says it
        ('Hal senada dilakukan [PER Siti Aminah].\n"Siap," ujarnya.', {"Siti Aminah": ["nya"]}),
        ("Pendapat serupa dikatakan ketua panitia, [PER Siti Aminah]. Ia datang.", {"Siti Aminah": ["Ia"]}),
        # a bare role speaks on, also in small letters
        (
            'Menteri Sosial [PER Ratri] tiba bersama [PER Budi]. Mensos mengatakan, jalan aman.\n"Siap," ujarnya.',
            {"Ratri": ["Mensos", "nya"]},
        ),
        ('Ketua majelis hakim [PER Ratri] hadir.\n"Siap," ujar hakim.', {"Ratri": ["hakim"]}),
        # somebody without a name speaks
        ('[PER Budi] tiba. Salah satu warga mengaku takut.\n"Rumah saya rusak," ujarnya.', {}),
        (
            'Ganda putri [PER Siti] dan [PER Ratri] menang.\n"Siap," kata pasangan itu.',
            {"Siti": ["pasangan"], "Ratri": ["pasangan"]},
        ),
    ],
)
def test_references(read: Read, text: str, pronouns: dict[str, list[str]]) -> None:
    found = {p["name"]: [m["text"] for m in p["mentions"] if m["pronoun"]] for p in read(text)["people"]}
    assert {name: texts for name, texts in found.items() if texts} == pronouns


def test_comma_alone_makes_no_pair(read: Read) -> None:
    data = read("Penasihat hukum [PER Rusdi], [PER Togar], hadir. Mereka pulang.")
    assert not any(m["pronoun"] for p in data["people"] for m in p["mentions"])


def test_a_body_goes_on_speaking(read: Read) -> None:
    data = read('"Hujan akan turun," tulis [ORG BMKG].\n"Waspadalah," imbuhnya.\nMenurut lembaga itu, angin kencang.')
    (body,) = data["organisations"]
    assert [m["text"] for m in body["mentions"] if m["pronoun"]] == ["nya", "lembaga itu"]
