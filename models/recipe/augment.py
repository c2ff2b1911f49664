"""Augmented copies of training records: what newsrooms and scrapers do to text.

Each variant keeps the length of every character run it does not touch, and moves the spans with it.
"""

import random
from collections.abc import Iterator
from typing import Any

Record = dict[str, Any]


def variants(record: Record, seed: int) -> Iterator[Record]:
    """The record itself, and now and then a changed copy; decided by the record's id."""
    yield record
    chance = random.Random(f"{seed}-{record['id']}")
    whole_article = len(record["text"]) > 1000
    roll = chance.random()
    if roll < 0.06 and not whole_article:
        yield replaced(record, record["text"].upper())
    elif roll < 0.12 and not whole_article:
        yield replaced(record, titled(record["text"]))
    elif roll < 0.16 and not whole_article:
        yield replaced(record, record["text"].lower())
    elif roll < 0.30:
        yield replaced(record, curled(record["text"]))
    elif roll < 0.45:
        yield glued(record, chance, rate=0.15)


def replaced(record: Record, text: str) -> Record:
    """The same spans over a text of the same length (else the record unchanged)."""
    return {**record, "text": text} if len(text) == len(record["text"]) else record


def titled(text: str) -> str:
    """Headline style: each word with a capital."""
    return " ".join(word[:1].upper() + word[1:] for word in text.split(" "))


def curled(text: str) -> str:
    """Straight quotation marks made curly."""
    out = []
    for i, char in enumerate(text):
        if char == '"':
            opening = i == 0 or text[i - 1] in " \n(["
            char = "“" if opening else "”"
        out.append(char)
    return "".join(out)


def glued(record: Record, chance: random.Random, rate: float) -> Record:
    """Spaces lost around some entities, where a capital still shows the seam."""
    text: str = record["text"]
    cuts = {
        a - 1
        for a, _, _ in record["spans"]
        if a > 1 and text[a - 1] == " " and text[a].isupper() and text[a - 2].islower() and chance.random() < rate
    }
    kept = [i for i in range(len(text)) if i not in cuts]
    moved = {old: new for new, old in enumerate(kept)}
    moved[len(text)] = len(kept)
    spans = [[moved[a], moved[b - 1] + 1, label] for a, b, label in record["spans"]]
    return {**record, "text": "".join(text[i] for i in kept), "spans": spans}
