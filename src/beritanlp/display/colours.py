"""The colours of marks, the same in notebooks, reports, charts and displaCy."""

from __future__ import annotations

#: By kind of mark; readable under black and under white text when laid on thinly.
MARKS = {
    "person": "#d9730d",
    "organisation": "#2563eb",
    "place": "#15803d",
    "time": "#9333ea",
    "event": "#dc2626",
    "quote": "#ca8a04",
}

#: For displaCy, by label of the entity recogniser; found through the entry point ``spacy_displacy_colors``.
DISPLACY = {
    "PER": "#fdba74",
    "ORG": "#93c5fd",
    "NOR": "#bfdbfe",
    "GPE": "#86efac",
    "LOC": "#a7f3d0",
    "FAC": "#6ee7b7",
    "EVT": "#fca5a5",
    "LAW": "#d8b4fe",
    "PRD": "#fde68a",
    "WOA": "#f5d0fe",
}
