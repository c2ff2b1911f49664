"""The records of a quote: cue, stance, rule, parts, time, place, occasion, speakers and candidates."""

from __future__ import annotations

import pytest

from beritanlp.annotations import annotations_of
from tests.quotes.conftest import Read, spoken


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
def test_cue_and_stance(read: Read, text: str, cue: str, stance: str) -> None:
    (quote,) = annotations_of(read(text))["quotes"]
    assert (quote["cue"]["text"], quote["stance"]) == (cue, stance)


def test_time_place_and_occasion(read: Read) -> None:
    doc = read('"Kami siap," kata [PER Budi] saat ditemui di [FAC Istana Merdeka], [GPE Jakarta], Senin (13/4/2020).')
    data = annotations_of(doc)
    (quote,) = data["quotes"]
    (time,) = data["times"]
    assert quote["time"] == time["id"]
    assert quote["place"] == next(p["id"] for p in data["places"] if p["name"] == "Jakarta")
    assert quote["occasion"]["text"].startswith("saat ditemui")


def test_parts_of_a_split_quote(read: Read) -> None:
    (quote,) = annotations_of(read('"Kami kuat," kata [PER Budi], "dan akan menang."'))["quotes"]
    assert [part["text"] for part in quote["parts"]] == ["Kami kuat", "dan akan menang"]


def test_furniture_is_no_speech(read: Read) -> None:
    assert spoken(read('Air surut.\nBaca juga: "Kami siap membantu warga," kata [PER Budi]')) == []


def test_unknown_speaker_stays_unknown(read: Read) -> None:
    (quote,) = annotations_of(read('"Kami siap membantu warga," ujarnya.'))["quotes"]
    assert (quote["speakers"], quote["candidates"]) == ([], [])


def test_who_might_have_spoken(read: Read) -> None:
    text = 'Kasus itu menyeret [PER Budi Santoso] dan [PER Siti Aminah]. "Kami siap membantu warga," ujarnya.'
    (quote,) = annotations_of(read(text))["quotes"]
    assert quote["speakers"] == []
    assert [c["mention"]["text"] for c in quote["candidates"]] == ["Siti Aminah", "Budi Santoso"]
    scores = [c["score"] for c in quote["candidates"]]
    assert 1 > scores[0] > scores[1] > 0


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ('"Kami siap," kata [PER Budi].', "direct-after"),
        ('[PER Budi] mengatakan, "Kami siap."', "direct-before"),
        ('"Kami siap," kata [PER Budi], "dan akan menang."', "direct-split"),
        ('"Kami siap, kata [PER Budi].', "direct-unclosed"),
        ('Camat [PER Budi Santoso]: "Kami siap."', "direct-colon"),
        ("[PER Budi] mengatakan bahwa jalan ditutup.", "indirect-verb"),
        ("Jalan itu ditutup, kata [PER Budi].", "indirect-after"),
        ("Menurut [PER Budi], jalan itu ditutup.", "indirect-according"),
        ("Dijelaskan [PER Budi], jalan itu ditutup.", "indirect-passive"),
        ("Dilansir [ORG Antara], jalan itu ditutup.", "indirect-source"),
    ],
)
def test_rule(read: Read, text: str, rule: str) -> None:
    (quote,) = annotations_of(read(text))["quotes"]
    assert quote["rule"] == rule


def test_an_admission(read: Read) -> None:
    """A denial denied is an admission."""
    (quote,) = annotations_of(read("[PER Budi] tidak menampik bahwa jalan itu rusak."))["quotes"]
    assert quote["stance"] == "concede"
