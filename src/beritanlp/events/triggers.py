"""Find trigger words: a form of the lexicon, where its conditions hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from beritanlp.events.forms import Voice
from beritanlp.events.page import Page
from beritanlp.events.words import Entry, Form, TriggerTable

NEAR = 20  # words to either side, within the sentence
NEXT = 5
_FAMILIAR = frozenset(("ELECTION", "CEREMONY", "OTHER_NAMED", "OUTBREAK"))  # named, but often only mentioned
_CLITICS = ("nya", "lah", "kah", "pun", "ku", "mu")


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger in the text: words ``first..last`` of the page."""

    first: int
    last: int
    start: int
    end: int
    entry: Entry
    voice: Voice
    quote: dict[str, Any] | None = None
    named: bool = False


def find_triggers(page: Page, table: TriggerTable) -> list[Trigger]:
    """All triggers of a page in text order, without overlaps."""
    named = _named(page, table)
    found: list[Trigger] = []
    index = 0
    while index < len(page.words):
        trigger = named.get(index) or _match(page, table, index)
        if trigger and found and _is_object(page, found[-1], trigger):
            found[-1] = replace(found[-1], last=trigger.last, end=trigger.end)
        elif trigger and not (found and _bracketed(page, found[-1], trigger)):
            found.append(trigger)
        index = trigger.last + 1 if trigger else index + 1
    return found


def _bracketed(page: Page, long: Trigger, short: Trigger) -> bool:
    """Whether a trigger only abbreviates the one before: `rapat dengar pendapat umum (RDPU)`."""
    return short.first == long.last + 1 and "(" in page.words[short.first].gap and short.entry.type == long.entry.type


def _is_object(page: Page, verb: Trigger, noun: Trigger) -> bool:
    """Whether a noun right after a verb of its type is the verb's object: `menandatangani perjanjian dagang`."""
    follows = noun.first == verb.last + 1 and _beside(page, noun.first)
    return follows and verb.voice != "noun" == noun.voice and noun.entry.type == verb.entry.type and not noun.named


def _match(page: Page, table: TriggerTable, index: int) -> Trigger | None:
    word = page.words[index].low
    for candidate in (word, _without_clitic(word)):
        for form in table.starting(candidate):
            last = index + len(form.words) - 1
            if _written(page, form, index, candidate) and _holds(page, table, form, index, last):
                return _trigger(page, form.entry, form.voice, index, last)
    return None


def _without_clitic(word: str) -> str:
    for clitic in _CLITICS:
        if word.endswith(clitic) and len(word) - len(clitic) > 4:
            return word[: -len(clitic)]
    return ""


def _written(page: Page, form: Form, index: int, first: str) -> bool:
    """Whether the words of `form` stand from word `index` on."""
    words = page.words[index : index + len(form.words)]
    if len(words) < len(form.words) or first != form.words[0]:
        return False
    if form.capitals and not words[0].text.isupper():
        return False
    for word, wanted in zip(words[1:], form.words[1:], strict=True):
        if word.gap.strip() or wanted not in (word.low, _without_clitic(word.low)):
            return False
    return True


def _holds(page: Page, table: TriggerTable, form: Form, first: int, last: int) -> bool:
    start, end = page.words[first].start, page.words[last].end
    if page.skipped(start, end) or page.entity_around(start, end):
        return False
    if form.voice == "bare" and not _acted(page, table, first):
        return False
    if (form.voice == "noun" and _in_title(page, table, first)) or _in_role(page, table, first):
        return False
    conditions = form.entry.conditions
    before = page.words[first - 1].low if first and _beside(page, first) else ""
    after = page.words[last + 1].low if last + 1 < len(page.words) and _beside(page, last + 1) else ""
    if before in conditions.get("unless_prev", ()) or after in conditions.get("unless_next", ()):
        return False
    return _context(page, table, form.entry, first, last)


def _context(page: Page, table: TriggerTable, entry: Entry, first: int, last: int) -> bool:
    conditions = entry.conditions
    sentence = page.words[first].sentence
    if "next" in conditions and not conditions["next"] & set(_lows(page, last + 1, last + 1 + NEXT, sentence)):
        return False
    if "prev" in conditions and not conditions["prev"] & set(_lows(page, first - NEXT, first, sentence)):
        return False
    if not (entry.person or "near" in conditions or "unless_near" in conditions):
        return True
    around = {*_lows(page, first - NEAR, first, sentence), *_lows(page, last + 1, last + 1 + NEAR, sentence)}
    if "near" in conditions and not conditions["near"] & around:
        return False
    if conditions.get("unless_near", frozenset()) & around:
        return False
    return not entry.person or bool(table.lists["people"] & around) or _person_near(page, first)


def _lows(page: Page, low: int, high: int, sentence: int) -> Iterator[str]:
    """Lower-case words ``low:high`` that belong to the sentence; parts of hyphenated words too."""
    for word in page.words[max(0, low) : high]:
        if word.sentence == sentence:
            yield word.low
            if word.low.endswith("nya"):
                yield word.low[:-3]


def _person_near(page: Page, index: int) -> bool:
    reach = page.sentence_words(index, NEAR)
    start, end = page.words[reach[0]].start, page.words[reach[-1]].end
    return any(mention.kind == "person" for mention in page.entities.within(start, end))


def _beside(page: Page, index: int) -> bool:
    """Whether no punctuation stands between word `index` and the word before."""
    return not page.words[index].gap.strip("-– \n\t\xa0")


def _acted(page: Page, table: TriggerTable, index: int) -> bool:
    """Whether an actor stands right before word `index`: a name, a pronoun, `polisi`."""
    if not index or page.words[index].gap.strip() or page.words[index - 1].sentence != page.words[index].sentence:
        return False
    before = page.words[index - 1]
    if before.low in table.roles["pronouns"] or before.low in table.roles["actors"]:
        return True
    return any(m.end == before.end and not m.pronoun for m in page.entities.within(before.start - 60, before.end))


def _in_title(page: Page, table: TriggerTable, index: int) -> bool:
    """Whether a capitalised noun belongs to an office: `Koordinator Uji Klinis`, `Kepala Bidang Pemilu`."""
    if not page.words[index].text[:1].isupper():
        return False
    for position in range(index, max(0, index - 5), -1):
        word = page.words[position]
        if not (word.text[:1].isupper() or word.low in table.status["join"]) or not _beside(page, position):
            return False
        if page.words[position - 1].low in table.roles["titles"]:
            return True
    return False


def _in_role(page: Page, table: TriggerTable, index: int) -> bool:
    """Whether a capitalised word belongs to the office of a named person: `Direktur Penyakit Menular Rina Malik`."""
    role = page.role_around(page.words[index].start)
    if role is None or not page.words[index].text[:1].isupper():
        return False
    return any(word.low in table.roles["titles"] for word in page.words[page.word_at(role[0]) : index])


def _trigger(page: Page, entry: Entry, voice: Voice, first: int, last: int, named: bool = False) -> Trigger:
    start, end = page.words[first].start, page.words[last].end
    piece = page.quote_at(start)
    return Trigger(first, last, start, end, entry, voice, piece[2] if piece else None, named)


def _named(page: Page, table: TriggerTable) -> dict[int, Trigger]:
    """Named events of the NER as triggers, by their first word."""
    found: dict[int, Trigger] = {}
    for entity in page.doc.ents:
        if entity.label_ != "EVT" or page.skipped(entity.start_char, entity.end_char):
            continue
        first, last = (
            page.word_at(entity.start_char),
            page.word_at(max(entity.start_char, entity.end_char - 1)),
        )
        last = min(last, len(page.words) - 1)
        if first > last or page.words[first].start < entity.start_char:
            continue
        if (
            page.text[entity.start_char - 1 : entity.start_char] == "("
            and page.text[entity.end_char : entity.end_char + 1] == ")"
        ):
            continue  # `Persib 2-0 (Liga 1)` only says of what
        kind = table.named(entity.text)
        if kind == "CEREMONY" and first and page.words[first - 1].low in table.status["holidays"]:
            continue  # `libur Natal` is a time
        row = table.types[kind]
        group = row.get("named_group") or (kind if row.get("merge") == "type" else entity.text.lower())
        entry = Entry(kind, "named", group, weight=1 if kind in _FAMILIAR else 2)
        found[first] = _trigger(page, entry, "noun", first, last, named=True)
    return found
