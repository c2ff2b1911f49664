"""Quotes on sentences with their names marked: what is found, and who is said to speak.

Speech is written as ``kind: content <- speakers``.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from beritanlp.annotations import annotations_of


@pytest.fixture(scope="module")
def read(tagged: Callable[[str], Doc]) -> Callable[[str], Doc]:
    from spacy import blank

    nlp = blank("xx")
    rooms = [nlp.create_pipe(name) for name in ("berita_dates", "berita_entities", "berita_quotes")]

    def run(marked: str) -> Doc:
        doc = tagged(marked)
        for room in rooms:
            doc = room(doc)
        return doc

    return run


def spoken(doc: Doc) -> list[str]:
    data = annotations_of(doc)
    names = {speaker["id"]: speaker["name"] for speaker in data["speakers"]}
    return [
        f"{q['kind']}: {q['span']['text']} <- {', '.join(names[s] for s in q['speakers']) or '?'}"
        for q in data["quotes"]
    ]


DIRECT = [
    ('"Kami siap membantu warga," kata [PER Siti Aminah].', ["direct: Kami siap membantu warga <- Siti Aminah"]),
    (
        "“Kami siap membantu warga,” ujar [PER Siti Aminah], Senin (6/1/2025).",
        ["direct: Kami siap membantu warga <- Siti Aminah"],
    ),
    ('"Apakah warga sudah aman?" tanya [PER Siti].', ["direct: Apakah warga sudah aman? <- Siti"]),
    ('[PER Siti] mengatakan, "Kami siap membantu."', ["direct: Kami siap membantu <- Siti"]),
    ('[PER Siti] menegaskan: "Kami siap membantu."', ["direct: Kami siap membantu <- Siti"]),
    ('Menurut [PER Siti], "Kami siap membantu."', ["direct: Kami siap membantu <- Siti"]),
    ('"Kami siap," demikian kata [PER Siti].', ["direct: Kami siap <- Siti"]),
    (
        '"Air naik cepat. Kami lari ke masjid," tutur [PER Siti].',
        ["direct: Air naik cepat. Kami lari ke masjid <- Siti"],
    ),
    # the speaker after a title, a body, a comma
    ('"Kami siap," kata Kepala [ORG BPBD Demak] [PER Budi Santoso].', ["direct: Kami siap <- Budi Santoso"]),
    ('"Kami siap," kata Ketua Umum [ORG PSSI], [PER Budi Santoso].', ["direct: Kami siap <- Budi Santoso"]),
    ('"Kami siap," kata [PER Budi Santoso], Kepala [ORG BPBD Demak].', ["direct: Kami siap <- Budi Santoso"]),
    # short forms, pronouns, clitics, descriptions
    (
        '[PER Budi Santoso] menilai jalan itu rusak. "Harus diperbaiki tahun ini," kata [PER Budi].',
        ["indirect: jalan itu rusak <- Budi Santoso", "direct: Harus diperbaiki tahun ini <- Budi Santoso"],
    ),
    (
        '"Kami siap," kata [PER Budi].\n"Posko sudah dibuka," ujarnya.',
        ["direct: Kami siap <- Budi", "direct: Posko sudah dibuka <- Budi"],
    ),
    (
        '"Kami siap," kata [PER Budi].\n"Posko sudah dibuka," imbuh dia.',
        ["direct: Kami siap <- Budi", "direct: Posko sudah dibuka <- Budi"],
    ),
    (
        '"Kami siap," kata anggota [ORG DPR] [PER Budi].\n"Posko dibuka," ujar politikus [ORG Partai Maju] itu.',
        ["direct: Kami siap <- Budi", "direct: Posko dibuka <- Budi"],
    ),
    (
        'Gubernur [GPE Jawa Tengah] [PER Rini Astuti] tiba di [GPE Demak]. "Tanggul diperbaiki," kata Gubernur.',
        ["direct: Tanggul diperbaiki <- Rini Astuti"],
    ),
    # two speakers, organisations, unnamed sources
    ('"Kami siap," kata [PER Budi] dan [PER Siti].', ["direct: Kami siap <- Budi, Siti"]),
    ('"Potensi tsunami tidak ada," tulis [ORG BMKG].', ["direct: Potensi tsunami tidak ada <- BMKG"]),
    ('"Suaranya keras sekali," kata seorang saksi.', ["direct: Suaranya keras sekali <- seorang saksi"]),
    ('"Kami takut," kata warga [GPE Demak].', ["direct: Kami takut <- warga Demak"]),
    # one quote in two parts, continued quotes, no cue
    (
        '"Kami berlatih keras," kata [PER Budi], "dan hasilnya terlihat hari ini."',
        ["direct: dan hasilnya terlihat hari ini <- Budi"],
    ),
    (
        '"Kami siap," kata [PER Budi].\n"Posko sudah dibuka sejak pagi."',
        ["direct: Kami siap <- Budi", "direct: Posko sudah dibuka sejak pagi <- Budi"],
    ),
    (
        '"Kami siap, kata [PER Budi].\n"Posko dibuka," kata [PER Siti].',
        ["direct: Kami siap <- Budi", "direct: Posko dibuka <- Siti"],
    ),
]

NOT_DIRECT = [
    'Film berjudul "Hari yang Panjang" itu tayang besok.',
    '[PER Budi] dijuluki "Si Cepat" oleh teman-temannya.',
    'Mereka menyebutnya "rumah kedua".',
]

INDIRECT = [
    ("[PER Budi] mengatakan bahwa jalan itu ditutup.", ["indirect: jalan itu ditutup <- Budi"]),
    ("[PER Budi] mengatakan, jalan itu ditutup.", ["indirect: jalan itu ditutup <- Budi"]),
    ("[PER Budi] juga menegaskan jalan itu akan dibuka.", ["indirect: jalan itu akan dibuka <- Budi"]),
    ("Jalan itu ditutup dua hari, kata [PER Budi].", ["indirect: Jalan itu ditutup dua hari <- Budi"]),
    ("Menurut [PER Budi], jalan itu ditutup dua hari.", ["indirect: jalan itu ditutup dua hari <- Budi"]),
    ("Jalan itu ditutup dua hari, menurut [PER Budi].", ["indirect: Jalan itu ditutup dua hari <- Budi"]),
    ("Jalan itu, menurut [PER Budi], ditutup dua hari.", ["indirect: ditutup dua hari <- Budi"]),
    ("Namun, kata [PER Budi], jalan itu segera dibuka.", ["indirect: jalan itu segera dibuka <- Budi"]),
    (
        "Seperti dikutip dari [ORG Kantor Berita Yonhap], Kamis (2/1/2025), rudal itu jatuh di laut.",
        ["indirect: rudal itu jatuh di laut <- Kantor Berita Yonhap"],
    ),
    (
        "[PER Budi] mengatakan, dalam sebuah pernyataan bahwa jalan itu ditutup.",
        ["indirect: jalan itu ditutup <- Budi"],
    ),
    (
        "[PER Budi] dan [PER Siti] menegaskan, jalan itu ditutup. Mereka juga mengatakan bahwa warga harus sabar.",
        ["indirect: jalan itu ditutup <- Budi, Siti", "indirect: warga harus sabar <- Budi, Siti"],
    ),
    (
        "[GPE Indonesia] dan [GPE Malaysia] berunding. Kedua negara menyatakan, perbatasan itu aman.",
        ["indirect: perbatasan itu aman <- Indonesia, Malaysia"],
    ),
    (
        '[PER Budi] menilai bahwa program itu "sangat terlambat" bagi warga.',
        ['mixed: program itu "sangat terlambat" bagi warga <- Budi'],
    ),
    (
        "[ORG BMKG] menyebut hujan lebat masih berpotensi turun.",
        ["indirect: hujan lebat masih berpotensi turun <- BMKG"],
    ),
    (
        "Seorang saksi mengatakan bus itu melaju kencang dari utara.",
        ["indirect: bus itu melaju kencang dari utara <- Seorang saksi"],
    ),
    ("[PER Budi] meminta warga agar tetap tenang.", ["indirect: warga agar tetap tenang <- Budi"]),
    ("[PER Budi] tiba. Jelasnya, jalan itu akan dibuka besok.", ["indirect: jalan itu akan dibuka besok <- Budi"]),
]

NOT_INDIRECT = [
    "[PER Budi] menyampaikan terima kasih kepada warga.",
    "[PER Budi] menjelaskan alasan penutupan jalan itu.",
    "[PER Budi] tidak menyebut nama pelaku.",
    "[PER Budi] membahas anggaran bersama [PER Siti].",
    "Cara untuk mengatakan tidak perlu dilatih.",
]


@pytest.mark.parametrize(("text", "wanted"), DIRECT)
def test_direct(read: Callable[[str], Doc], text: str, wanted: list[str]) -> None:
    assert spoken(read(text)) == wanted


@pytest.mark.parametrize(("text", "wanted"), INDIRECT)
def test_indirect(read: Callable[[str], Doc], text: str, wanted: list[str]) -> None:
    assert spoken(read(text)) == wanted


@pytest.mark.parametrize("text", NOT_DIRECT + NOT_INDIRECT)
def test_no_quote(read: Callable[[str], Doc], text: str) -> None:
    assert spoken(read(text)) == []


@pytest.mark.parametrize(
    ("text", "cue", "stance"),
    [
        ('"Kami siap," kata [PER Budi].', "kata", "neutral"),
        ("[PER Budi] menegaskan bahwa jalan ditutup.", "menegaskan", "assert"),
        ("[PER Budi] membantah bahwa jalan ditutup.", "membantah", "deny"),
        ("[PER Budi] mengakui bahwa jalan rusak.", "mengakui", "concede"),
        ("[PER Budi] mengklaim bahwa jalan aman.", "mengklaim", "claim"),
        ("[PER Budi] mengimbau warga agar tenang.", "mengimbau", "demand"),
        ('"Tanggul ini terlambat dibangun," kritik [PER Budi].', "kritik", "criticise"),
        ('"Kami akan tutup jalan ini," ancam [PER Budi].', "ancam", "threaten"),
        ('"Kerja mereka luar biasa," puji [PER Budi].', "puji", "praise"),
    ],
)
def test_cue_and_stance(read: Callable[[str], Doc], text: str, cue: str, stance: str) -> None:
    (quote,) = annotations_of(read(text))["quotes"]
    assert (quote["cue"]["text"], quote["stance"]) == (cue, stance)


def test_time_place_and_occasion(read: Callable[[str], Doc]) -> None:
    doc = read('"Kami siap," kata [PER Budi] saat ditemui di [FAC Istana Merdeka], [GPE Jakarta], Senin (13/4/2020).')
    data = annotations_of(doc)
    (quote,) = data["quotes"]
    (time,) = data["times"]
    assert quote["time"] == time["id"]
    assert quote["place"] == next(p["id"] for p in data["places"] if p["name"] == "Jakarta")
    assert quote["occasion"]["text"].startswith("saat ditemui")


def test_parts_of_a_split_quote(read: Callable[[str], Doc]) -> None:
    (quote,) = annotations_of(read('"Kami kuat," kata [PER Budi], "dan akan menang."'))["quotes"]
    assert [part["text"] for part in quote["parts"]] == ["Kami kuat", "dan akan menang"]


def test_furniture_is_no_speech(read: Callable[[str], Doc]) -> None:
    assert spoken(read('Air surut.\nBaca juga: "Kami siap membantu warga," kata [PER Budi]')) == []


def test_unknown_speaker_stays_unknown(read: Callable[[str], Doc]) -> None:
    (quote,) = annotations_of(read('"Kami siap membantu warga," ujarnya.'))["quotes"]
    assert quote["speakers"] == []
