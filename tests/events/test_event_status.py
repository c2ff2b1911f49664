"""Did it happen?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

STATUS = [
    ("Polisi menangkap pelaku di Depok.", "ARREST", "happened"),
    ("Polisi telah menangkap pelaku di Depok.", "ARREST", "happened"),
    ("Penggemar sudah tak sabar menanti konser di Solo.", "CEREMONY", "planned"),
    ("Polisi belum menangkap pelaku di Depok.", "ARREST", "negated"),
    ("Pelaku di Depok tidak ditangkap.", "ARREST", "negated"),
    ("Polisi akan menangkap pelaku di Depok.", "ARREST", "planned"),
    ("Polisi bakal segera menangkap pelaku di Depok.", "ARREST", "planned"),
    ("Polisi gagal menangkap pelaku di Depok.", "ARREST", "negated"),
    ("Polisi harus menangkap pelaku di Depok.", "ARREST", "hypothetical"),
    ("Warga meminta polisi menangkap pelaku di Depok.", "ARREST", "hypothetical"),
    ("Warga berharap pelaku di Depok ditangkap.", "ARREST", "hypothetical"),
    ("Polisi tidak akan menangkap warga di Depok.", "ARREST", "negated"),
    ("Polisi sempat menangkap warga Depok.", "ARREST", "happened"),
    ("Polisi tidak hanya menangkap pelaku di Depok.", "ARREST", "happened"),
    ("Presiden akan melantik menteri di Istana.", "APPOINTMENT", "planned"),
    ("Presiden batal melantik menteri di Istana.", "APPOINTMENT", "negated"),
    ("Presiden dijadwalkan melantik menteri di Istana.", "APPOINTMENT", "planned"),
    ("Rapat kabinet akan digelar di Istana.", "MEETING", "planned"),
    ("Rapat kabinet digelar di Istana.", "MEETING", "happened"),
    ("Rapat kabinet di Istana ditunda.", "MEETING", "negated"),
    ("Presiden akan menggelar rapat kabinet di Istana.", "MEETING", "planned"),
    ("Jika hujan turun, banjir akan melanda Demak.", "DISASTER", "hypothetical"),
    ("Warga bersiap karena ada potensi banjir di Demak.", "DISASTER", "hypothetical"),
    ("Banjir melanda Demak.", "DISASTER", "happened"),
    ("Pemerintah berencana mengirim bantuan ke Demak.", "AID", "planned"),
    ("Pemerintah mendesak DPR mengesahkan RUU itu di Senayan.", "POLICY", "hypothetical"),
    ("Kedua pihak sepakat untuk bertemu di Solo.", "AGREEMENT", "happened"),
    ("Militer mengancam akan menyerang warga di Rafah.", "ATTACK", "hypothetical"),
    ("Serangan ke kota itu tidak terjadi di Rafah.", "ATTACK", "negated"),
    ("Uji coba rudal direncanakan di Sudan.", "WEAPON_TEST", "planned"),
    ("Pertemuan di Solo urung terlaksana.", "MEETING", "negated"),
    ("Negara itu sedang berperang di Sudan.", "CONFLICT", "happened"),
    ("Sebelum dilantik di Istana, para menteri akan dites.", "APPOINTMENT", "planned"),
]


@pytest.mark.parametrize(("text", "kind", "status"), STATUS, ids=[row[0] for row in STATUS])
def test_status(read: Callable[..., Any], text: str, kind: str, status: str) -> None:
    places = tuple(p for p in ("Depok", "Istana", "Demak", "Solo", "Rafah", "Senayan", "Sudan") if p in text)
    found = read(text, places=places)
    assert [event["status"] for event in found if event["type"] == kind] == [status]


def test_day_after_publication_is_planned(read: Callable[..., Any]) -> None:
    text = "Pelantikan bupati digelar di Blora, 20 Juni 2025."
    known = {"places": ("Blora",), "times": (("20 Juni 2025", "2025-06-20"),)}
    assert read(text, published="2025-06-18", **known)[0]["status"] == "planned"
    assert read(text, published="2025-06-21", **known)[0]["status"] == "happened"


def test_event_in_a_quote_is_asserted_by_it(read: Callable[..., Any]) -> None:
    text = '"Tim kami menangkap dua pelaku di Bogor," kata Kapolres Budi Santoso.'
    quote = ("Tim kami menangkap dua pelaku di Bogor", "direct", "kata")
    (event,) = read(text, people=("Budi Santoso",), places=("Bogor",), quotes=(quote,))
    assert (event["asserted_by"], event["place"], event["participants"]) == ("q1", "Bogor", [])


def test_quote_of_a_wish_is_hypothetical(read: Callable[..., Any]) -> None:
    text = "Sari Dewi memperkirakan, banjir melanda Demak."
    quote = ("banjir melanda Demak", "indirect", "memperkirakan")
    (event,) = read(text, people=("Sari Dewi",), places=("Demak",), quotes=(quote,))
    assert event["status"] == "hypothetical"


def test_codes_of_facts_only(read: Callable[..., Any]) -> None:
    fact = read("Polisi menangkap pelaku di Depok.", places=("Depok",))[0]["codes"]
    plan = read("Polisi akan menangkap pelaku di Depok.", places=("Depok",))[0]["codes"]
    assert fact == {"plover": "COERCE", "cameo": "173", "ace": "Justice.Arrest-Jail"}
    assert plan == {"plover": None, "cameo": None, "ace": "Justice.Arrest-Jail"}
