"""Augmented copies of training records: other names, and what newsrooms and scrapers do to text.

Other names keep the recogniser from learning the names of its training data by heart; a long title and a body
before a name teach it where the one ends and the other begins. Spans move with the text.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import regex

Record = dict[str, Any]
TITLES = (
    "Kepala",
    "Direktur",
    "Direktur Utama",
    "Ketua",
    "Ketua Umum",
    "Wakil Ketua",
    "Sekretaris",
    "Sekretaris Jenderal",
    "Juru Bicara",
    "Rektor",
    "Anggota",
    "Kepala Bidang Humas",
    "Kepala Bagian Humas",
    "Peneliti",
    "Pengamat",
    "Ekonom",
    "Analis",
    "Koordinator",
    "Manajer",
    "Kepala Subbagian Humas",
    "Guru Besar",
)
DATELINES = ("ORG, GPE - ", "ORG, GPE – ", "GPE, ORG - ", "GPE, ORG -- ", "GPE (ORG) - ", "ORG - ", "ORG, GPE ")


class Augmenter:
    """Makes changed copies of training records.

    Parameters
    ----------
    records
        All training records: the names to swap in come from them.
    names
        Further words of persons' names.
    places
        Places by kind, to swap among.
    outlets
        Names of outlets as they stand in datelines.
    """

    def __init__(
        self, records: Sequence[Record], names: Sequence[str], places: dict[str, list[str]], outlets: Sequence[str]
    ) -> None:
        spans = [(r["text"][a:b], label) for r in records for a, b, label in r["spans"]]
        words = [w for text, label in spans if label == "PER" for w in text.split() if w.istitle() and len(w) > 2]
        self.names = sorted({*words, *names})
        self.bodies = sorted({text for text, label in spans if label == "ORG" and 2 <= len(text.split()) <= 7})
        self.places = places
        self.outlets = outlets
        self._kinds = {name: kind for kind, listed in places.items() for name in listed}

    def __call__(self, record: Record, seed: int) -> Iterator[Record]:
        """The record itself, and changed copies; decided by the record's id."""
        yield record
        chance = random.Random(f"{seed}-{record['id']}")
        if chance.random() < 0.6:
            copy = self.titled(self.renamed(record, chance), chance)
            yield self.datelined(copy, chance) if chance.random() < 0.3 else copy
        whole_article = len(record["text"]) > 1000
        roll = chance.random()
        if roll < 0.06 and not whole_article:
            yield replaced(record, record["text"].upper())
        elif roll < 0.12 and not whole_article:
            yield replaced(record, headline(record["text"]))
        elif roll < 0.16 and not whole_article:
            yield replaced(record, record["text"].lower())
        elif roll < 0.30:
            yield replaced(record, curled(record["text"]))
        elif roll < 0.45:
            yield glued(record, chance, rate=0.15)

    def renamed(self, record: Record, chance: random.Random) -> Record:
        """Other names for the same persons and places, word by word, so that short forms still fit."""
        swap: dict[str, str] = {}

        def other(text: str, label: str) -> str:
            if label == "PER":
                return " ".join(
                    swap.setdefault(w, chance.choice(self.names)) if w.istitle() and len(w) > 2 else w
                    for w in text.split(" ")
                )
            if label == "GPE" and text in self._kinds:
                return swap.setdefault(text, chance.choice(self.places[self._kinds[text]]))
            return text

        return rewritten(record, other)

    def datelined(self, record: Record, chance: random.Random) -> Record:
        """A dateline before the text: `Kompas.com, Bandung - `."""
        place = chance.choice(self.places[chance.choice(("city", "regency", "country"))])
        names = {"ORG": chance.choice(self.outlets), "GPE": place.upper() if chance.random() < 0.3 else place}
        head, spans = "", []
        for part in regex.split("(ORG|GPE)", chance.choice(DATELINES)):
            if part in names:
                spans.append([len(head), len(head) + len(names[part]), part])
            head += names.get(part, part)
        moved = [[a + len(head), b + len(head), label] for a, b, label in record["spans"]]
        return {**record, "text": head + record["text"], "spans": spans + moved}

    def titled(self, record: Record, chance: random.Random) -> Record:
        """A title and a body before some names: `Direktur Utama PT Maju Jaya Budi Santoso`."""
        text: str = record["text"]
        pieces, spans, at = [], [], 0
        for start, end, label in sorted(record["spans"]):
            pieces.append(text[at:start])
            opens = label == "PER" and " " in text[start:end] and text[:start].rstrip()[-1:] in {"", ".", ",", "\n"}
            if opens and chance.random() < 0.5:
                body = chance.choice(self.bodies)
                pieces.append(f"{chance.choice(TITLES)} ")
                begin = sum(map(len, pieces))
                spans.append([begin, begin + len(body), "ORG"])
                pieces.append(f"{body} ")
            begin = sum(map(len, pieces))
            pieces.append(text[start:end])
            spans.append([begin, begin + end - start, label])
            at = end
        return {**record, "text": "".join([*pieces, text[at:]]), "spans": spans}


def rewritten(record: Record, other: Callable[[str, str], str]) -> Record:
    """The record with each span's text replaced, and all spans moved with it."""
    text: str = record["text"]
    out, spans, at = "", [], 0
    for start, end, label in sorted(record["spans"]):
        out += text[at:start]
        name = other(text[start:end], label)
        spans.append([len(out), len(out) + len(name), label])
        out += name
        at = end
    return {**record, "text": out + text[at:], "spans": spans}


def replaced(record: Record, text: str) -> Record:
    """The same spans over a text of the same length (else the record unchanged)."""
    return {**record, "text": text} if len(text) == len(record["text"]) else record


def headline(text: str) -> str:
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
