from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc

from beritanlp.entities.index import EntityIndex


def test_index(read_doc: Callable[[str], Doc]) -> None:
    doc = read_doc("[PER Budi] menemui [PER Siti] di [GPE Solo].")
    index = EntityIndex(doc)
    assert [m.entity for m in index.within(0, len(doc.text))] == ["p1", "p2", "l1"]
    assert index.names["p2"] == "Siti"
    found = index.at(doc.text.index("Siti") + 2)
    assert found is not None
    assert found.entity == "p2"
    assert index.at(5) is None
