"""Who, where, when, how much."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from event_docs import make_doc
from spacy.tokens import Doc
from spacy.vocab import Vocab

from beritanlp.annotations import annotations_of
from beritanlp.events.component import EventFinder

ROLES = [
    ("Joko Widodo melantik Budi Karya.", "APPOINTMENT", {"Joko Widodo": "agent", "Budi Karya": "patient"}),
    (
        "Budi Karya dilantik oleh Joko Widodo.",
        "APPOINTMENT",
        {"Joko Widodo": "agent", "Budi Karya": "patient"},
    ),
    ("Budi Karya dilantik Joko Widodo.", "APPOINTMENT", {"Joko Widodo": "agent", "Budi Karya": "patient"}),
    ("Budi Karya dilantik di Jakarta.", "APPOINTMENT", {"Budi Karya": "patient"}),
    ("KPK menangkap Budi Karya.", "ARREST", {"KPK": "authority", "Budi Karya": "patient"}),
    ("Budi Karya ditangkap KPK di Jakarta.", "ARREST", {"KPK": "authority", "Budi Karya": "patient"}),
    (
        "Joko Widodo bertemu Budi Karya.",
        "MEETING",
        {"Joko Widodo": "participant", "Budi Karya": "participant"},
    ),
    (
        "Pertemuan antara Joko Widodo dan Budi Karya berlangsung di Jakarta.",
        "MEETING",
        {"Joko Widodo": "participant", "Budi Karya": "participant"},
    ),
    (
        "Joko Widodo dan Budi Karya mengunjungi korban.",
        "VISIT",
        {"Joko Widodo": "agent", "Budi Karya": "agent"},
    ),
    ("Israel menyerang Iran.", "ATTACK", {"Israel": "agent", "Iran": "patient"}),
    (
        "Serangan Israel terhadap Iran menghancurkan pelabuhan.",
        "ATTACK",
        {"Israel": "agent", "Iran": "patient"},
    ),
    ("Serangan yang dilancarkan Israel berlangsung semalam.", "ATTACK", {"Israel": "agent"}),
    ("Budi Karya meninggal di Jakarta.", "DEATH", {"Budi Karya": "patient"}),
    ("Budi Karya mengundurkan diri.", "RESIGNATION", {"Budi Karya": "patient"}),
    (
        "Rusia dan China menandatangani perjanjian.",
        "AGREEMENT",
        {"Rusia": "participant", "China": "participant"},
    ),
    ("Kepala KPK Joko Widodo mengunjungi korban.", "VISIT", {"Joko Widodo": "agent"}),
    ("Joko Widodo, Kepala KPK, mengunjungi korban.", "VISIT", {"Joko Widodo": "agent"}),
    ("Joko Widodo berjanji saat berkunjung ke Jakarta.", "VISIT", {"Joko Widodo": "agent"}),
    # a name beside a crime or a death that has no part in it
    ("Budi Karya menjadi korban perampokan di Jakarta.", "CRIME", {"Budi Karya": "patient"}),
    ("Ayah Budi Karya meninggal di Jakarta.", "DEATH", {}),
    ("Pengacara Budi Karya dibunuh di Jakarta.", "CRIME", {}),
    ("Joko Widodo hadir terkait pembunuhan di Jakarta.", "CRIME", {}),
    ("Kecelakaan di KPK menewaskan 3 orang.", "DEATH", {}),
    ("Gempa mengguncang Indonesia.", "DISASTER", {}),
    (
        "Budi Karya divonis Pengadilan Negeri Solo.",
        "TRIAL",
        {"Budi Karya": "patient", "Pengadilan Negeri Solo": "authority"},
    ),
    (
        "Rapat yang dipimpin Joko Widodo itu berlangsung di Jakarta.",
        "MEETING",
        {"Joko Widodo": "participant"},
    ),
    (
        "Persib mengalahkan Arema dengan skor 2-1.",
        "CONTEST",
        {"Persib": "participant", "Arema": "participant"},
    ),
]
PEOPLE = ("Joko Widodo", "Budi Karya")
BODIES = ("KPK", "Pengadilan Negeri Solo", "Persib", "Arema")
PLACES = ("Jakarta", "Israel", "Iran", "Rusia", "China", "Indonesia")


@pytest.mark.parametrize(("text", "kind", "roles"), ROLES, ids=[row[0] for row in ROLES])
def test_roles(read: Callable[..., Any], text: str, kind: str, roles: dict[str, str]) -> None:
    found = read(text, people=PEOPLE, organisations=BODIES, places=PLACES)
    (event,) = [event for event in found if event["type"] == kind]
    assert {part["entity"]: part["role"] for part in event["participants"]} == roles


WHERE = [
    ("Rapat digelar di Ubud, Gianyar, Bali.", "MEETING", "Ubud"),
    ("Di Bali, polisi menangkap pelaku.", "ARREST", "Bali"),
    ("Banjir melanda Gianyar.", "DISASTER", "Gianyar"),
    ("Erupsi Gunung Agung terjadi tadi malam.", "DISASTER", "Gunung Agung"),
    ("Korban tewas dibawa ke Gianyar.", "DEATH", None),
    ("Presiden berkunjung ke Ubud.", "VISIT", "Ubud"),
    ("Bupati Gianyar Made Agus dilantik.", "APPOINTMENT", None),
]


@pytest.mark.parametrize(("text", "kind", "place"), WHERE, ids=[row[0] for row in WHERE])
def test_place(read: Callable[..., Any], text: str, kind: str, place: str | None) -> None:
    found = read(text, people=("Made Agus",), places=("Ubud", "Gianyar", "Bali", "Gunung Agung"))
    assert [event["place"] for event in found if event["type"] == kind] == [place]


def test_time_of_the_sentence(read: Callable[..., Any]) -> None:
    text = "Rapat digelar di Solo, Senin (6/1/2020). Pelaku di Klaten ditangkap pada 3 Januari 2020."
    times = (("Senin (6/1/2020)", "2020-01-06"), ("3 Januari 2020", "2020-01-03"))
    found = read(text, places=("Solo", "Klaten"), times=times)
    assert [(event["type"], event["time"]) for event in found] == [
        ("MEETING", "2020-01-06"),
        ("ARREST", "2020-01-03"),
    ]


def test_time_of_the_speech_is_not_that_of_the_event(read: Callable[..., Any]) -> None:
    text = '"Kami menangkap dua pelaku di Bogor," kata Budi Karya, Senin (6/1/2020).'
    quote = ("Kami menangkap dua pelaku di Bogor", "direct", "kata")
    known = {"people": ("Budi Karya",), "places": ("Bogor",), "quotes": (quote,)}
    (event,) = read(text, times=(("Senin (6/1/2020)", "2020-01-06"),), **known)
    assert event["time"] is None


def test_death_takes_time_and_place_of_the_accident(read: Callable[..., Any]) -> None:
    text = "Truk menabrak warung di Klaten, Senin (6/1/2020). Dua orang tewas."
    found = read(text, places=("Klaten",), times=(("Senin (6/1/2020)", "2020-01-06"),))
    assert [(e["type"], e["place"], e["time"]) for e in found] == [
        ("ACCIDENT", "Klaten", "2020-01-06"),
        ("DEATH", "Klaten", "2020-01-06"),
    ]


VALUES = [
    ("Sebanyak 12 orang tewas di Solo.", "DEATH", ("killed", 12, "orang")),
    ("Ledakan di Solo menewaskan enam warga.", "DEATH", ("killed", 6, "warga")),
    ("Lima pekerja terluka di Solo.", "INJURY", ("injured", 5, "pekerja")),
    ("Polisi menangkap 3 pelaku di Solo.", "ARREST", ("arrested", 3, "pelaku")),
    ("Gempa bermagnitudo besar, magnitudo 5,6, terjadi di Solo.", "DISASTER", None),
    ("Gempa magnitudo 5,6 mengguncang Solo.", "DISASTER", ("magnitude", 5.6, None)),
    ("Ia divonis 4 tahun penjara di Solo.", "TRIAL", ("sentence", 4, "year")),
    ("Pemerintah mengalokasikan Rp 1,5 triliun di Solo.", "POLICY", ("amount", 1.5e12, "IDR")),
    ("Ia menerima suap Rp250 juta di Solo.", "CRIME", ("amount", 2.5e8, "IDR")),
    ("Bank di Solo mengakuisisi toko senilai 4,5 miliar dollar AS.", "MERGER", ("amount", 4.5e9, "USD")),
    ("Sebanyak 66 orang meninggal di Solo, 469 orang dirawat.", "DEATH", ("killed", 66, "orang")),
    ("Kapal dengan 30 awak tenggelam di Solo.", "ACCIDENT", None),
]


@pytest.mark.parametrize(("text", "kind", "value"), VALUES, ids=[row[0] for row in VALUES])
def test_values(read: Callable[..., Any], text: str, kind: str, value: tuple[str, float, str | None] | None) -> None:
    (event,) = [event for event in read(text, places=("Solo",)) if event["type"] == kind]
    assert [(v["kind"], v["number"], v["unit"]) for v in event["values"]] == ([value] if value else [])


def test_roles_from_the_parse(finder: EventFinder) -> None:
    """The parse knows that a far name is the subject, and a near one is not."""
    words = ["Budi", "Karya", "kata", "warga", "Jakarta", "akhirnya", "menangkap", "Joko", "Widodo"]
    heads = [6, 0, 3, 6, 3, 6, 6, 6, 7]
    deps = ["nsubj", "flat", "case", "obl", "nmod", "advmod", "ROOT", "obj", "flat"]
    parsed = Doc(Vocab(), words=words, heads=heads, deps=deps)
    plain = make_doc(parsed.text.strip(), people=("Budi Karya", "Joko Widodo"), places=("Jakarta",))
    parsed.user_data.update(plain.user_data)
    (event,) = annotations_of(finder(parsed))["events"]
    assert {part["entity"]: part["role"] for part in event["participants"]} == {
        "Budi Karya": "agent",
        "Joko Widodo": "patient",
    }


def test_both_sides_named_before(read: Callable[..., Any]) -> None:
    text = "Rusia dan Iran berbatasan laut. Pekan ini konflik antara kedua negara memanas."
    (event,) = read(text, places=PLACES)
    assert {part["entity"] for part in event["participants"]} == {"Rusia", "Iran"}


def test_attack_without_attacker_has_that_of_the_others(read: Callable[..., Any]) -> None:
    text = "Israel menyerang Iran pada 3 Januari 2020. Serangan udara pada 9 Januari 2020 menghantam pelabuhan."
    found = read(text, places=PLACES, times=(("3 Januari 2020", "2020-01-03"), ("9 Januari 2020", "2020-01-09")))
    assert [[part["entity"] for part in event["participants"]] for event in found] == [["Israel", "Iran"], ["Israel"]]


def test_abbreviation_in_brackets_is_no_second_participant(read: Callable[..., Any]) -> None:
    text = "Rapat dihadiri Kepala Badan Geologi Nusantara (BGN) Joko Widodo dan Budi Karya."
    doc_names = {"people": PEOPLE, "organisations": ("Badan Geologi Nusantara", "BGN")}
    (event,) = read(text, **doc_names)
    assert {part["entity"] for part in event["participants"]} >= set(PEOPLE)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Rapat digelar di Solo pada 9 Januari 2020.", "planned"),
        ("Rapat digelar di Solo menjelang 9 Januari 2020.", "happened"),
        ("Rapat digelar di Solo hingga 9 Januari 2020.", "happened"),
    ],
)
def test_day_after_publication(read: Callable[..., Any], text: str, status: str) -> None:
    times = (("9 Januari 2020", "2020-01-09"),)
    (event,) = read(text, places=("Solo",), times=times, published="2020-01-06")
    assert event["status"] == status
