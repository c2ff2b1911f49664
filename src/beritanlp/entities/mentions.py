"""From the recogniser's spans to clean mentions of people, organisations and places.

The model finds names; this module repairs what it gets wrong in a way that a word list or the rest of the
article can tell: titles and degrees inside a name, a ministry taken for a place, the same name labelled
differently in two paragraphs, a second occurrence overlooked.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

import regex
from spacy.tokens import Doc, Span

from beritanlp.annotations import annotations_of, in_furniture, text_of
from beritanlp.entities.acronyms import is_short_form
from beritanlp.entities.boundaries import BoundaryRepair
from beritanlp.entities.doubtful import DoubtfulNames
from beritanlp.entities.fragments import FragmentRepair, Labelled, split_pairs
from beritanlp.entities.gazetteer import Gazetteer, GazetteerPlace
from beritanlp.entities.index import EntityKind
from beritanlp.entities.name_words import NameWords
from beritanlp.entities.names import NameMention
from beritanlp.entities.organisations import OrganisationWords
from beritanlp.entities.speech import words_after_speaker
from beritanlp.entities.titles import Titles
from beritanlp.lexicon import Lexicon

LABEL_KINDS: dict[str, EntityKind] = {
    "PER": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
SHORT_FORM = regex.compile(r"\s?\((\p{Lu}[\p{L}\p{N}]{1,11})\)")
# capitalised words, with small words between them, right before a bracket
LONG_FORM = regex.compile(r"((?:\p{Lu}[\p{L}'-]*\s(?:(?:dan|untuk|of|the|and|for)\s)*+){1,9}?\p{Lu}[\p{L}'-]*)\s?\($")
LONGEST_OF_WHAT = 60  # characters looked at before a place
LONGEST_WORD = 20  # characters looked at beside a word for the next one
LONGEST_LONG_FORM = 120  # characters looked at before a bracket
_IN_WORD = regex.compile(r"[\w-]")
ORDINAL = regex.compile(r"[Kk]e-\d+")  # "Presiden ke-8 RI": the number counts presidents
SHORTEST_PROPAGATED = 3  # letters; shorter names are too often parts of other words
LONGEST_PROPAGATED = 150  # characters; longer "names" are rubbish that would take long to look for


class MentionFinder:
    """Reads ``doc.ents`` and repairs them.

    Parameters
    ----------
    lexicon
        The words; ``cues`` among them.
    titles, gazetteer, organisations
        What tells a title, a place and a body.
    """

    def __init__(
        self, lexicon: Lexicon, titles: Titles, gazetteer: Gazetteer, organisations: OrganisationWords
    ) -> None:
        self.titles = titles
        self.organisations = organisations
        self.gazetteer = gazetteer
        self._after_speaker = words_after_speaker(lexicon)
        self._connectives = titles.openers | set(lexicon["cues"]["connectives"]["words"])
        first_words = lexicon["roles"]["first_words"]
        self._by_first_word = frozenset(first_words["words"])
        self._any_after, self._any_before = (frozenset(first_words[side]) for side in ("any_after", "any_before"))
        self._of_what = regex.compile(
            r"\b(?i:\L<words>)\s(?:(?:\p{Lu}[\p{L}.]*\s){1,3}\()?$", words=lexicon["place_types"]["of_what"]["words"]
        )
        self._buildings = lexicon["place_types"]["certain"]["buildings"]
        words = NameWords(lexicon)
        self._fragments = FragmentRepair(lexicon, titles, organisations, words)
        self._boundaries = BoundaryRepair(lexicon, titles, gazetteer, organisations, words)
        self._doubtful = DoubtfulNames(lexicon, titles, gazetteer, organisations, words)

    def __call__(self, doc: Doc) -> list[NameMention]:
        """Mentions in text order, without overlap, furniture and dateline outlet left out."""
        dateline = annotations_of(doc).get("dateline")
        trimmed = [
            self._trimmed(doc, ent)
            for ent in doc.ents
            if (ent.label_ in LABEL_KINDS or self.organisations.shows_body(ent.text))
            and not in_furniture(doc, ent.start_char, ent.end_char)
        ]
        names = self._boundaries(doc, self._fragments(doc, [n for n in trimmed if n.start < n.end]))
        found = list(split_pairs([self._mention(doc, name) for name in names]))
        found = [mention for mention in found if not self.organisations.is_none(mention.text)]
        if dateline:
            found = _with_dateline(doc, found, dateline)
        found = self._with_short_forms(doc, _consistent(_with_long_forms(doc, found)))
        found = self._doubtful(doc, found)
        found = _without_overlap([*found, *self._overlooked(doc, found)])
        return [mention for mention in found if not self._tells_which(text_of(doc), mention)]

    def _trimmed(self, doc: Doc, ent: Span) -> Labelled:
        """The entity without punctuation at its ends, and without a person's titles."""
        start, end = ent.start, ent.end
        while end > start and not any(c.isalnum() for c in doc[end - 1].text):
            end -= 1
        while start < end and not (
            any(c.isalnum() for c in doc[start].text) and not ORDINAL.fullmatch(doc[start].text)
        ):
            start += 1
        if ent.label_ == "PER":
            while end - start > 1 and doc[end - 1].is_lower:  # "Rendra Wirawan cs"
                end -= 1
            if end - start > 1 and doc[start].is_sent_start and doc[start].lower_ in self._connectives:
                start += 1
            start, end = self.titles.trim(doc, start, end)
        return Labelled(start, end, ent.label_ if ent.label_ in LABEL_KINDS else "ORG")

    def _mention(self, doc: Doc, name: Labelled) -> NameMention:
        text = doc[name.start : name.end].text
        label = self._label(text, name.label)
        begin = doc[name.start].idx
        return NameMention(begin, begin + len(text), text, LABEL_KINDS[label], label)

    def _label(self, text: str, label: str) -> str:
        """The label, corrected where a word list is certain."""
        if self._is_building(text):
            return "FAC"
        if self.organisations.is_certain(text):
            return "ORG"
        if label == "PER" and (self.organisations.is_likely(text) or self._is_body_of_a_place(text)):
            return "ORG"
        place = self.gazetteer.find(text)
        if label in {"ORG", "PER"} and "-" in text and all(map(self.gazetteer.find, text.split("-"))):
            return "LOC"  # a road between two towns
        if label in {"GPE", "LOC"} and place is None and self.organisations.is_likely(text):
            return "ORG"
        if label in {"ORG", "PER"} and place is not None and (place.kind == "country" or is_region(text, place)):
            return "GPE"
        return label

    def _is_building(self, text: str) -> bool:
        """`Stadion Mandala`, `Balai Kota Solo`: what begins so acts as no body."""
        return any(text.startswith(f"{word} ") for word in self._buildings)

    def _is_body_of_a_place(self, text: str) -> bool:
        """`Persis Solo`: a listed body and its town."""
        body, _, place = text.partition(" ")
        return self.organisations.is_likely(body) and self.gazetteer.find(place) is not None

    def _with_short_forms(self, doc: Doc, found: list[NameMention]) -> list[NameMention]:
        """`Universitas Jember (Unej)`: the word in brackets is that body or place, wherever it stands."""
        text = text_of(doc)
        short_forms: dict[str, NameMention] = {}
        for mention in found:
            match = SHORT_FORM.match(text, mention.end) if mention.label in {"ORG", "GPE", "LOC"} else None
            label = "ORG" if mention.kind == "organisation" else "GPE"
            if match and is_short_form(match[1], mention.text) and self._label(match[1], label) == label:
                start, end = match.span(1)
                short_forms.setdefault(match[1], NameMention(start, end, match[1], mention.kind, label))
        told = [
            replace(m, kind=short_forms[m.text].kind, label=short_forms[m.text].label) if m.text in short_forms else m
            for m in found
        ]
        taken = {m.start for m in told if m.text in short_forms}
        return sorted([*told, *(m for m in short_forms.values() if m.start not in taken)], key=lambda m: m.start)

    def _tells_which(self, text: str, mention: NameMention) -> bool:
        """Whether a place only tells which money or language it is: `dolar Amerika Serikat (AS)`, `bahasa Jawa`."""
        before = text[max(0, mention.start - LONGEST_OF_WHAT) : mention.start]
        return mention.kind == "place" and self._of_what.search(before) is not None

    def _overlooked(self, doc: Doc, found: list[NameMention]) -> Iterator[NameMention]:
        """Further occurrences of names found elsewhere in the article."""
        names: dict[str, NameMention] = {}
        for mention in found:
            if SHORTEST_PROPAGATED <= len(mention.text) <= LONGEST_PROPAGATED and mention.text[0].isupper():
                names.setdefault(mention.text, mention)
                if mention.kind == "person":
                    for word in mention.text.split():
                        if len(word) > SHORTEST_PROPAGATED and word not in self.titles:
                            names.setdefault(word, mention)
        names.update(self._first_words(found))
        if not names:
            return
        text, taken = text_of(doc), _Taken(found)
        dateline = annotations_of(doc).get("dateline")
        body = dateline["span"]["end"] if dateline else 0
        persons = {mention.start for mention in found if mention.kind == "person"}
        for start, end in _occurrences(text, names):
            if start >= body and not taken(start, end) and not in_furniture(doc, start, end):
                name = text[start:end]
                known = names[name]
                if name in self._by_first_word and self._is_another(text, start, end, persons):
                    continue
                if known.text == name or not self._starts_sentence_word(doc, start, end):
                    yield replace(known, start=start, end=end, text=name)

    def _first_words(self, found: list[NameMention]) -> dict[str, NameMention]:
        """`Polres`, where the article names one Polres."""
        bodies = [m for m in found if m.kind == "organisation" and " " in m.text]
        by_word: dict[str, dict[str, NameMention]] = defaultdict(dict)
        for body in bodies:
            word = body.text.split()[0]
            if word in self._by_first_word:
                by_word[word].setdefault(body.key, body)
        return {word: next(iter(named.values())) for word, named in by_word.items() if len(named) == 1}

    def _is_another(self, text: str, start: int, end: int, persons: set[int]) -> bool:
        """Whether `Polres` is no known one: its name goes on (`Polres Kebumen`), or any is meant (`Polres lain`)."""
        after = text[end : end + LONGEST_WORD].split(maxsplit=1)
        before = text[max(0, start - LONGEST_WORD) : start].split()
        if after and text[end] == " " and after[0][0].isupper() and end + 1 not in persons:
            return True
        return bool(after and after[0].lower().strip(",.") in self._any_after) or bool(
            before and before[-1].lower() in self._any_before
        )

    def _starts_sentence_word(self, doc: Doc, start: int, end: int) -> bool:
        """A single word at the start of a sentence is a name for sure only where it speaks: `Bunga mengatakan`."""
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is None or not span[0].is_sent_start:
            return False
        return doc[span.end : span.end + 1].text not in self._after_speaker


def _occurrences(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where names stand as whole words, the longest of those that begin at a place, without overlap."""
    found = sorted((start, -len(name)) for name in names for start in _places(text, name))
    free = 0
    for start, length in found:
        end = start - length
        if start >= free and not _IN_WORD.match(text, end) and not (start and _IN_WORD.match(text, start - 1)):
            free = end
            yield start, end


def _places(text: str, part: str) -> Iterator[int]:
    """Where a part of a text begins, each time that it stands there."""
    start = text.find(part)
    while start >= 0:
        yield start
        start = text.find(part, start + 1)


def is_region(text: str, place: GazetteerPlace) -> bool:
    """Whether a name is a region of Indonesia and nothing else: `Teluk Bintuni`, `DIY`; `Bali` may be a club."""
    return place.country == "ID" and place.kind in {"province", "regency"} and (" " in text or text.isupper())


def _with_dateline(doc: Doc, found: list[NameMention], dateline: dict[str, object]) -> list[NameMention]:
    """Names in the dateline: its place is a place, its outlet is no mention of the story."""
    text = text_of(doc)
    span = dateline["span"]
    assert isinstance(span, dict)
    # a page may hold the text twice
    chars = {i for start in _places(text, span["text"]) for i in range(start, start + len(span["text"]))}
    kept = [m for m in found if chars.isdisjoint(range(m.start, m.end))]
    place = dateline["place"]
    if isinstance(place, str):
        start = text.index(place, span["start"])
        kept.append(NameMention(start, start + len(place), place, "place", "GPE"))
    return sorted(kept, key=lambda m: m.start)


def _with_long_forms(doc: Doc, found: list[NameMention]) -> list[NameMention]:
    """`Bank Pembangunan Daerah (BPD)`: a body found in brackets is the words before them that it abbreviates."""
    text = text_of(doc)
    taken = _Taken(found)
    longs = []
    for mention in found:
        bracketed = text[mention.start - 1 : mention.start] + text[mention.end : mention.end + 1] == "()"
        if mention.kind != "organisation" or not bracketed:
            continue
        before = LONG_FORM.search(text, max(0, mention.start - LONGEST_LONG_FORM), mention.start)
        if before is None:
            continue
        starts = [m.start() for m in regex.finditer(r"\b\p{Lu}", before[1])]
        for at in reversed(starts):  # the shortest run of words that gives the letters
            start, end = before.start(1) + at, before.end(1)
            if is_short_form(mention.text, text[start:end]):
                if not taken(start, end):
                    longs.append(NameMention(start, end, text[start:end], "organisation", "ORG"))
                break
    return sorted([*found, *longs], key=lambda m: m.start)


def _consistent(found: list[NameMention]) -> list[NameMention]:
    """One label per name and article: the commonest; a word of a longer person's name is that person."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in found:
        votes[mention.key][mention.label] += 1
    surnames = {word for m in found if m.kind == "person" for word in m.key.split() if " " in m.key}
    result = []
    for mention in found:
        label = max(votes[mention.key], key=lambda name: (votes[mention.key][name], name))
        if mention.label == "ORG" and mention.key in surnames and not mention.text.isupper():
            label = "PER"
        result.append(replace(mention, label=label, kind=LABEL_KINDS[label]))
    return result


def _without_overlap(mentions: list[NameMention]) -> list[NameMention]:
    kept: list[NameMention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


class _Taken:
    """Whether characters belong to a mention already."""

    def __init__(self, mentions: list[NameMention]) -> None:
        self._chars = {i for m in mentions for i in range(m.start, m.end)}

    def __call__(self, start: int, end: int) -> bool:
        return any(i in self._chars for i in range(start, end))
