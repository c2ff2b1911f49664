"""Whole sentences of every type and status, names marked; see ``sentences.tsv``.

A row's event is ``TYPE trigger status``, empty where there is none; participants are ``role=name``. The reader may
find further participants.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.tokens import Doc

from beritanlp.annotations import annotations_of

with (Path(__file__).parent / "sentences.tsv").open(encoding="utf-8", newline="") as source:
    ROWS = list(csv.DictReader(source, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def read_marked(rooms: Callable[..., Callable[[str], Doc]]) -> Callable[[str], Doc]:
    """The rooms from dates to events over a text with its names marked."""
    return rooms("dates", "entities", "quotes", "events")


@pytest.mark.parametrize(
    "row", ROWS, ids=[f"{(row['event'] or 'nothing').split()[0]}-{n}" for n, row in enumerate(ROWS)]
)
def test_sentence(read_marked: Callable[[str], Doc], row: dict[str, str]) -> None:
    data = annotations_of(read_marked(row["text"]))
    names = {record["id"]: record["name"] for kind in ("people", "organisations", "places") for record in data[kind]}
    told = [f"{event['type']} {event['trigger']['text']} {event['status']}" for event in data["events"]]
    assert told == ([row["event"]] if row["event"] else [])
    found = {f"{part['role']}={names[part['entity']]}" for event in data["events"] for part in event["participants"]}
    assert {part for part in row["participants"].split(" | ") if part} <= found


@pytest.mark.parametrize(
    "text",
    [
        "[PER Budi Santoso] menyebut tewasnya tiga warga akibat ledakan itu.",
        "[PER Budi Santoso] mengatakan membunuh satwa itu melanggar hukum.",
        "Menurut [PER Budi Santoso], korban tewas berjumlah tiga orang.",
    ],
)
def test_a_speaker_has_no_part_in_the_death_he_tells_of(read_marked: Callable[[str], Doc], text: str) -> None:
    data = annotations_of(read_marked(text))
    people = {person["id"] for person in data["people"]}
    assert people
    assert not any(part["entity"] in people for event in data["events"] for part in event["participants"])
