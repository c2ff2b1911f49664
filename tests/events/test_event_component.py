"""The component keeps its promises on any text."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest
import spacy
from event_docs import NLP, make_doc
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from beritanlp.annotations import annotations_of
from beritanlp.events.component import EventFinder
from beritanlp.events.forms import expand, nasal
from beritanlp.records import Event

FINDER = EventFinder()
WORDS = st.sampled_from(
    [
        "tidak",
        "akan",
        "jika",
        "polisi",
        "menangkap",
        "rapat",
        "itu",
        "banjir",
        "dan",
        "di",
        "Solo",
        "Budi",
        ",",
        ".",
        "(",
        ")",
        "“",
        "”",
        "Rp",
        "12",
        "orang",
        "tewas",
        "yang",
        "oleh",
        "serangan",
        "Israel",
        "dengan",
        "pertemuan",
        "masa",
        "sidang",
        "vonis",
        "4",
        "tahun",
        "penjara",
        "\n",
        "-",
        "perang",
    ]
)


def events_of(text: str, **known: Any) -> list[dict[str, Any]]:
    return annotations_of(FINDER(make_doc(text, **known)))["events"]


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join)))
def test_any_text(text: str) -> None:
    doc = FINDER(make_doc(text, people=("Budi",), places=("Solo", "Israel")))
    found = annotations_of(doc)["events"]
    for event in TypeAdapter(list[Event]).validate_python(found):
        for part in (event.trigger, event.evidence, *event.mentions, *(value.span for value in event.values)):
            assert text[part.start : part.end] == part.text
        assert event.trigger in event.mentions
        assert event.evidence.start <= event.trigger.start < event.trigger.end <= event.evidence.end
    assert [event["id"] for event in found] == [f"e{n}" for n in range(1, len(found) + 1)]
    assert [span.label_ for span in doc.spans["events"]] == [event["type"] for event in found]


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, max_size=80).map(" ".join))
def test_same_text_same_events(text: str) -> None:
    assert events_of(text, people=("Budi",)) == events_of(text, people=("Budi",))


def test_doc_without_annotations() -> None:
    doc = FINDER(NLP("Polisi menangkap pelaku"))
    assert isinstance(annotations_of(doc)["events"], list)
    assert annotations_of(FINDER(NLP("")))["events"] == []


def test_factory_and_pickle() -> None:
    nlp = spacy.blank("id")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("berita_events")
    doc = nlp("Polisi menangkap 3 pelaku. Banjir bandang menerjang desa.")
    assert [e["type"] for e in annotations_of(doc)["events"]] == ["ARREST", "DISASTER"]
    assert isinstance(pickle.loads(pickle.dumps(FINDER)), EventFinder)


def test_user_adds_a_trigger(tmp_path: Path) -> None:
    file = tmp_path / "my.toml"
    file.write_text('[events.MEETING.triggers]\nngopi = "ngopi bareng"\n', encoding="utf-8")
    doc = EventFinder(str(file))(make_doc("Budi ngopi bareng Sari di Solo.", people=("Budi", "Sari")))
    assert [e["type"] for e in annotations_of(doc)["events"]] == ["MEETING"]


@pytest.mark.parametrize(
    ("root", "form", "word", "voice"),
    [
        ("tangkap", "me-", "menangkap", "active"),
        ("tangkap", "di-", "ditangkap", "passive"),
        ("tangkap", "ter-", "tertangkap", "passive"),
        ("tangkap", "pe-an", "penangkapan", "noun"),
        ("serang", "me-", "menyerang", "active"),
        ("periksa", "me-", "memeriksa", "active"),
        ("kunjung", "me-i", "mengunjungi", "active"),
        ("kunjung", "-an", "kunjungan", "noun"),
        ("copot", "pe-an", "pencopotan", "noun"),
        ("runding", "ber-", "berunding", "active"),
        ("sidang", "per-an", "persidangan", "noun"),
        ("lantik", "me-", "melantik", "active"),
        ("protes", "me-", "memprotes", "active"),
        ("adil", "di-i", "diadili", "passive"),
        ("rapat", "-", "rapat", "noun"),
        ("unjuk", "unjuk rasa", "unjuk rasa", "noun"),
        ("x", "menandatangani kontrak", "menandatangani kontrak", "active"),
    ],
)
def test_forms(root: str, form: str, word: str, voice: str) -> None:
    assert expand(root, form) == (word, voice)


def test_one_syllable() -> None:
    assert (nasal("me", "bom"), nasal("pe", "bom")) == ("mengebom", "pengebom")
