"""One event once, and only what matters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from event_docs import make_doc
from spacy.tokens import Span as Stretch

from beritanlp.annotations import annotations_of
from beritanlp.events.component import EventFinder


def summary(events: list[dict[str, Any]]) -> list[tuple[str, str, int]]:
    return [(e["type"], e["trigger"]["text"], len(e["mentions"])) for e in events]


def test_anaphora(read: Callable[..., Any]) -> None:
    text = "Joko Widodo bertemu Budi Karya di Solo. Pertemuan itu berlangsung dua jam. Rapat tersebut tertutup."
    found = read(text, people=("Joko Widodo", "Budi Karya"), places=("Solo",))
    assert summary(found) == [("MEETING", "bertemu", 3)]


def test_other_day_is_another_event(read: Callable[..., Any]) -> None:
    text = "Gunung Agung erupsi pada 3 Januari 2020. Erupsi juga terjadi pada 9 Januari 2020."
    times = (("3 Januari 2020", "2020-01-03"), ("9 Januari 2020", "2020-01-09"))
    found = read(text, places=("Gunung Agung",), times=times)
    assert [(e["time"], e["place"]) for e in found] == [
        ("2020-01-03", None),
        ("2020-01-09", None),
    ] or len(found) == 2


def test_other_place_is_another_event(read: Callable[..., Any]) -> None:
    text = "Serangan udara menghantam sekolah di Rafah. Serangan lain terjadi di Nablus."
    found = read(text, places=("Rafah", "Nablus"))
    assert [e["place"] for e in found if e["type"] == "ATTACK"] == ["Rafah", "Nablus"]


def test_verdict_and_demand_are_two_events(read: Callable[..., Any]) -> None:
    text = "Hakim memvonis Budi Karya empat tahun penjara. Jaksa menuntut Budi Karya enam tahun penjara."
    found = read(text, people=("Budi Karya",))
    assert summary(found) == [("TRIAL", "memvonis", 1), ("TRIAL", "menuntut", 1)]


def test_killing_and_attack_are_one_event(read: Callable[..., Any]) -> None:
    text = "Polisi mengusut penembakan Budi Karya di Solo. Pembunuhan Budi Karya belum terungkap."
    found = read(text, people=("Budi Karya",), places=("Solo",))
    assert ("ATTACK", "penembakan", 2) in summary(found)


def test_background_is_dropped(read: Callable[..., Any]) -> None:
    text = "Harga beras stabil. Stok cukup. Cuaca cerah. Warga tenang. Semua waspada terhadap bahaya konflik."
    assert read(text) == []


def test_more_than_twelve_are_never_listed(read: Callable[..., Any]) -> None:
    text = " ".join(f"Polisi menangkap pelaku di Kota{n}." for n in range(40))
    days = [f"Polisi menyita mobil di Kota{n}." for n in range(40)]
    found = read(" ".join([text, *days]), places=tuple(f"Kota{n}" for n in range(40)))
    assert len(found) <= 12


def test_named_event_of_the_ner(finder: EventFinder) -> None:
    doc = make_doc("Piala Gubernur Cup dibuka di Solo oleh Budi Karya.", people=("Budi Karya",), places=("Solo",))
    doc.set_ents([Stretch(doc, 0, 3, label="EVT")])
    (event,) = [e for e in annotations_of(finder(doc))["events"] if e["type"] == "CONTEST"]
    assert event["trigger"]["text"] == "Piala Gubernur Cup"


def test_furniture_and_dateline_are_skipped(finder: EventFinder) -> None:
    text = "Baca juga: Gempa Magnitudo 6 Guncang Solo\nPolisi menangkap pelaku di Solo."
    doc = make_doc(text, places=("Solo",))
    annotations_of(doc)["furniture"] = [(0, text.index("\n"))]
    assert [e["type"] for e in annotations_of(finder(doc))["events"]] == ["ARREST"]
