"""The Doc as the event rules read it: words, sentences, quotes, times and entities by character offset."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import Any, NamedTuple

from spacy.tokens import Doc

from beritanlp.annotations import annotations_of, text_of
from beritanlp.entities.index import EntityIndex, EntityMention


class Word(NamedTuple):
    """A word: tokens joined over hyphens, without punctuation."""

    start: int
    end: int
    text: str  # as written
    low: str  # in lower case
    sentence: int
    gap: str  # the characters between the word before and this one


class Page:
    """Everything the rules look up, prepared once per Doc."""

    def __init__(self, doc: Doc) -> None:
        data = annotations_of(doc)
        self.doc = doc
        self.text = text_of(doc)
        self.parsed = doc.has_annotation("DEP")
        self.entities = EntityIndex(doc)
        self.sentences = _sentences(doc)
        self.words = _words(doc, self.sentences)
        self.starts = [word.start for word in self.words]
        self.times: list[dict[str, Any]] = sorted(data.get("times", []), key=lambda t: t["span"]["start"])
        self._time_starts = [time["span"]["start"] for time in self.times]
        self.furniture = _merged(data.get("furniture", ()))
        self.roles = _merged(data.get("roles", ()))
        self.countries = {place["id"] for place in data.get("places", []) if place["kind"] == "country"}
        self.triggers: list[int] = []  # offsets of all triggers, once they are found
        self.quotes = _pieces(data.get("quotes", []))
        self.speakers = {
            quote["speaker_mention"]["start"]: quote["cue"]["text"].lower() if quote.get("cue") else ""
            for quote in data.get("quotes", [])
            if quote.get("speaker_mention")
        }
        self._quote_starts = [start for start, _, _ in self.quotes]
        dateline = data.get("dateline")
        self.body = dateline["span"]["end"] if dateline else 0
        self.outlet = (dateline.get("outlet") or "").casefold() if dateline else ""
        self.published = str(data.get("published") or "")[:10]
        first = self.word_at(self.body)
        self.first_sentence = self.words[first].sentence if first < len(self.words) else 0

    @cached_property
    def scene(self) -> str | None:
        """Id of the place the article is about: the one its body names most, of those it names twice; no country."""
        places = (m for m in self.entities.mentions if m.kind == "place" and m.start >= self.body)
        named = Counter(m.entity for m in places if m.entity not in self.countries)
        best = named.most_common(1)
        return best[0][0] if best and best[0][1] > 1 else None

    def word_at(self, offset: int) -> int:
        """Index of the first word that ends after `offset`."""
        index = bisect_right(self.starts, offset) - 1
        return index if index >= 0 and self.words[index].end > offset else index + 1

    def sentence_words(self, index: int, reach: int) -> range:
        """Give the indices of the words of the sentence of word `index`, at most `reach` away."""
        sentence = self.words[index].sentence
        low, high = index, index + 1
        while low > 0 and index - low < reach and self.words[low - 1].sentence == sentence:
            low -= 1
        while high < len(self.words) and high - index <= reach and self.words[high].sentence == sentence:
            high += 1
        return range(low, high)

    def quote_at(self, offset: int) -> tuple[int, int, dict[str, Any]] | None:
        """Find the innermost piece of a quote around `offset`, of the last two that start before it."""
        last = bisect_right(self._quote_starts, offset)
        for start, end, quote in reversed(self.quotes[max(0, last - 2) : last]):
            if offset < end:
                return start, end, quote
        return None

    def next_trigger(self, index: int) -> int:
        """Offset of the first trigger after word `index`, or the end of the text."""
        position = bisect_left(self.triggers, self.words[index].end)
        return self.triggers[position] if position < len(self.triggers) else len(self.text)

    def times_within(self, start: int, end: int) -> list[dict[str, Any]]:
        """List the times that begin in the characters ``start:end``."""
        return self.times[bisect_left(self._time_starts, start) : bisect_left(self._time_starts, end)]

    def entity_around(self, start: int, end: int) -> EntityMention | None:
        """Find a longer entity mention that holds the characters ``start:end``."""
        for mention in reversed(self.entities.within(max(0, start - 120), end + 120)):
            if mention.start <= start and end <= mention.end:
                return mention
        return None

    def role_around(self, offset: int) -> tuple[int, int] | None:
        """Find the characters of the role beside a person's name that holds the character at `offset`."""
        index = bisect_right(self.roles, (offset, len(self.text)))
        return self.roles[index - 1] if index and offset < self.roles[index - 1][1] else None

    def skipped(self, start: int, end: int) -> bool:
        """Whether the characters lie in the dateline or in page furniture."""
        if start < self.body:
            return True
        index = bisect_right(self.furniture, (end, -1))
        return index > 0 and self.furniture[index - 1][1] > start


def _sentences(doc: Doc) -> list[tuple[int, int]]:
    if doc.has_annotation("SENT_START"):
        return [(sent.start_char, sent.end_char) for sent in doc.sents]
    return [(0, len(text_of(doc)))] if text_of(doc) else []


def _words(doc: Doc, sentences: Sequence[tuple[int, int]]) -> list[Word]:
    words: list[Word] = []
    starts = [start for start, _ in sentences]
    text, last = text_of(doc), 0
    for start, end in _runs(doc):
        sentence = bisect_right(starts, start) - 1
        words.append(Word(start, end, text[start:end], text[start:end].lower(), sentence, text[last:start]))
        last = end
    return words


def _runs(doc: Doc) -> list[tuple[int, int]]:
    """Character ranges of words; `luka`, `-`, `luka` without space is one."""
    runs: list[tuple[int, int]] = []
    hyphen = False
    for token in doc:
        text, start = token.text, token.idx
        end = start + len(text)
        if text[0].isalnum() or any(map(str.isalnum, text)):
            if runs and hyphen and runs[-1][1] + 1 == start:
                runs[-1] = (runs[-1][0], end)
            else:
                runs.append((start, end))
            hyphen = False
        else:
            hyphen = text in ("-", "–") and bool(runs) and runs[-1][1] == start
    return runs


def _pieces(quotes: Sequence[dict[str, Any]]) -> list[tuple[int, int, dict[str, Any]]]:
    pieces = [
        (span["start"], span["end"], quote) for quote in quotes for span in (quote.get("parts") or [quote["span"]])
    ]
    return sorted(pieces, key=lambda piece: piece[:2])


def _merged(ranges: Any) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted((a, b) for a, b in ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
