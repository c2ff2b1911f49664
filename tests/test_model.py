"""The model that ships: complete, small, and an entity recogniser for news."""

from __future__ import annotations

import json

import pytest
from spacy.language import Language

from beritanlp.pipeline import model_folder

LABELS = {"PER", "ORG", "GPE", "LOC", "FAC", "EVT", "LAW", "PRD", "WOA", "NOR"}


def test_labels(nlp: Language) -> None:
    assert set(nlp.get_pipe("ner").labels) == LABELS


def test_meta_and_card() -> None:
    meta = json.loads((model_folder() / "meta.json").read_text(encoding="utf-8"))
    assert meta["license"] == "CC BY-SA 4.0"
    assert meta["sources"]
    assert all(len(digest) == 64 for digest in meta["data_sha256"].values())
    card = (model_folder() / "README.md").read_text(encoding="utf-8")
    assert all(f"| {label} |" in card for label in LABELS)


def test_size() -> None:
    size = sum(path.stat().st_size for path in model_folder().rglob("*") if path.is_file())
    assert size < 45 * 2**20


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Presiden Joko Widodo bertolak ke Surabaya, Jawa Timur.", {"Joko Widodo", "Surabaya", "Jawa Timur"}),
        ("KPK menahan mantan Bupati Bekasi di Jakarta.", {"KPK", "Bekasi", "Jakarta"}),
        ("Gunung Merapi di perbatasan Jawa Tengah dan Yogyakarta meletus.", {"Gunung Merapi", "Jawa Tengah"}),
    ],
)
def test_names(nlp: Language, text: str, names: set[str]) -> None:
    assert names <= {ent.text for ent in nlp(text).ents}
