"""Names that the recogniser only guessed, or put under the wrong kind.

A capital at the start of a sentence says nothing, so a common word there (``Guncangan``, ``Mitra``) is a person
only if the article names it elsewhere too. A single word that the gazetteer knows (``Lamandau``) is a place unless
it is part of a person's fuller name or stands where speakers stand, and so is any name that follows ``di`` or
the type of a place: ``di Wadi Rahma``, ``koridor Salman``.

Running text tells which words names of persons, bodies and places are made of (``lexicon/name_words.tsv``). A person
none of whose words is known from persons' names (``Kuda Hitam``, a model of car) must show itself one somewhere in
the article: by a title before it, a role or an age after it, or a verb of saying beside it. Else it is what its words
are known for, or no name. So with bodies: what shows them is a word such as ``PT``, or brackets around them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex
from spacy.tokens import Doc, Token

from beritanlp.annotations import text_of
from beritanlp.entities.gazetteer import Gazetteer
from beritanlp.entities.name_words import BODY, PERSON, PLACE, NameWords
from beritanlp.entities.names import NameMention, normal, spaced
from beritanlp.entities.organisations import BRACKETED, LEGAL_FORM, OrganisationWords
from beritanlp.entities.speech import words_after_speaker, words_before_speaker
from beritanlp.entities.titles import Titles
from beritanlp.lexicon import Lexicon

LINE_UP, LINE_UP_PERSONS = 6, 0.3  # names in a list that is read as one of persons; share of persons in it
SHORTEST = 2  # letters of a word that may be an unknown name
LISTS = regex.compile(r"\s*[,;(/]?\s*(?:dan\s)?")  # between two names of a list


class DoubtfulNames:
    """Drops or relabels doubtful persons and bodies.

    Parameters
    ----------
    lexicon
        ``common_words``, and the words of saying in ``cues``.
    titles, gazetteer, organisations
        What may stand before a person; places; bodies.
    words
        Whose names a word is known from.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        titles: Titles,
        gazetteer: Gazetteer,
        organisations: OrganisationWords,
        words: NameWords,
    ) -> None:
        self._titles = titles
        self._gazetteer = gazetteer
        self._organisations = organisations
        self._common = lexicon.words("common_words")
        self._words = words
        self._before_speaker = words_before_speaker(lexicon, "after")
        self._after_speaker = words_after_speaker(lexicon)
        self._before_person = frozenset(lexicon["nicknames"]["also_known"]["calls"])
        self._place_types = {word for words in lexicon["place_types"]["types"].values() for word in words}
        self._before_place = frozenset(lexicon["place_types"]["before"]["words"])
        self._shows_place = self._before_place | set(lexicon["place_types"]["perhaps_before"]["words"])

    def __call__(self, doc: Doc, found: Sequence[NameMention]) -> list[NameMention]:
        """The mentions without words that are no names."""
        found = [mention for run in _listed(text_of(doc), found) for mention in self._same_kind(run)]
        fuller = {word for m in found if m.kind == "person" and " " in m.key for word in m.key.split()}
        sure = {m.key for m in found if m.kind == "person" and not self._starts_sentence(doc, m)}
        places = {m.key for m in found if m.kind == "person" and self._follows_place_word(doc, m)}
        told = self._told(doc, [m for m in found if m.kind == "person"])
        bodies = {m.key for m in found if m.kind == "organisation" and self._is_body(doc, m)}
        bodies |= {normal(match[1]) for name in bodies for match in BRACKETED.finditer(name)}
        sites = {m.key for m in found if m.kind == "place" and self._is_place(doc, m)}
        kept = []
        for mention in found:
            shown = {
                "person": not told.isdisjoint(mention.key.split()),
                "organisation": mention.key in bodies,
                "place": mention.key in sites,
            }
            if not shown[mention.kind]:
                kept.extend(self._reread(mention))
                continue
            if mention.kind == "person" and mention.key not in fuller:
                if mention.key in self._common and mention.key not in sure:
                    continue
                if mention.key in places or self._is_known_place(doc, mention):
                    mention = replace(mention, kind="place", label="GPE")
            kept.append(mention)
        return kept

    def _same_kind(self, run: list[NameMention]) -> list[NameMention]:
        """A long list with persons in it is one of persons, as of a team's line-up; places of the gazetteer stay."""
        persons = sum(mention.kind == "person" for mention in run)
        if len(run) < LINE_UP or persons < LINE_UP_PERSONS * len(run):
            return run
        return [
            mention
            if mention.kind == "person" or self._gazetteer.find(mention.text)
            else replace(mention, kind="person", label="PER")
            for mention in run
        ]

    def _told(self, doc: Doc, persons: Sequence[NameMention]) -> set[str]:
        """Words of the names that are persons'; a list of names with one person in it is a list of persons."""
        told: set[str] = set()
        for group in _listed(text_of(doc), persons):
            if any(self._is_person(doc, mention) for mention in group):
                told.update(word for mention in group for word in mention.key.split())
        return told

    def _is_known(self, mention: NameMention, kind: str) -> bool:
        """Whether a word of the mention is known from names of the kind."""
        return any(kind in self._words.kinds(word) for word in spaced(mention.text).split())

    def _reread(self, mention: NameMention) -> list[NameMention]:
        """The mention as what its words are known from, if they are; else nothing."""
        if mention.kind != "organisation" and self._is_known(mention, BODY):
            return [replace(mention, kind="organisation", label="ORG")]
        if mention.kind != "place" and self._is_known(mention, PLACE):
            return [replace(mention, kind="place", label="GPE")]
        return []

    def _is_place(self, doc: Doc, mention: NameMention) -> bool:
        """Whether a word is known from places, or a type word or preposition shows one."""
        if mention.label == "FAC" or self._is_known(mention, PLACE) or self._gazetteer.find(mention.text) is not None:
            return True
        before = self._token_before(doc, mention)
        typed = mention.text[0].islower() or mention.text.split()[0] in self._place_types  # "distrik Lamandau"
        return typed or (before is not None and (before.lower_ in self._shows_place or before.text in "(,"))

    def _is_person(self, doc: Doc, mention: NameMention) -> bool:
        return self._is_known(mention, PERSON) or self._is_new(mention) or self._shows_person(doc, mention)

    def _is_new(self, mention: NameMention) -> bool:
        """Whether the name is of several words, none known from bodies or as a common word, and one not at all."""
        words = spaced(mention.text).split()
        kinds = [self._words.kinds(word) for word in words]
        plain = any(len(word) < SHORTEST or word.lower() in self._common for word in words)
        return len(words) > 1 and not plain and "" in kinds and not any(BODY in kind for kind in kinds)

    def _shows_person(self, doc: Doc, mention: NameMention) -> bool:
        """Whether a title, an age, a role or a verb of saying stands beside the mention."""
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is None:
            return False
        before = self._token_before(doc, mention)
        if before is not None and (
            before.lower_ in self._before_speaker
            or before.lower_ in self._before_person
            or self._titles.is_honorific(doc, before.i)
        ):
            return True
        return self._titles.office_before(doc, span.start) or self._shown_after(doc, span.end)

    def _shown_after(self, doc: Doc, i: int) -> bool:
        """Whether a verb of saying, an age or a role follows at token `i`."""
        if i < len(doc) and doc[i].lower_ in self._after_speaker:
            return True
        if doc[i : i + 3].text.startswith("("):
            return doc[i + 1 : i + 2].text.isdigit()
        start = i
        while i < len(doc) and (doc[i].text == "," or doc[i].lower_ in self._titles.links):
            i += 1
        if not start < i < len(doc):
            return False
        known = (
            doc[i].lower_ in self._before_person or doc[i].lower_ in self._after_speaker
        )  # `Dosen X, Budi, menyebut`
        return known or self._titles.begins_role(doc, i)

    def _is_body(self, doc: Doc, mention: NameMention) -> bool:
        """Whether a word is known from bodies, or the name shows one; `Bank` alone is none."""
        if mention.text.lower() in self._common and self._organisations.is_type_word(mention.text):
            return False
        return (
            self._is_known(mention, BODY)
            or self._organisations.kind(mention.text) is not None
            or self._organisations.is_likely(mention.text)
            or LEGAL_FORM.search(mention.text) is not None
            or text_of(doc)[max(0, mention.start - 1) : mention.start] == "("
        )

    def _follows_place_word(self, doc: Doc, mention: NameMention) -> bool:
        before = self._token_before(doc, mention)
        return before is not None and before.text in self._before_place

    def _is_known_place(self, doc: Doc, mention: NameMention) -> bool:
        if " " in mention.key or self._gazetteer.find(mention.text) is None:
            return False
        before = self._token_before(doc, mention)
        return before is None or not (before.lower_ in self._before_speaker or before.text in self._titles)

    @classmethod
    def _starts_sentence(cls, doc: Doc, mention: NameMention) -> bool:
        """Whether only quotation marks stand between the mention and the start of its sentence."""
        before = cls._token_before(doc, mention)
        return before is None or not any(c.isalnum() for c in before.text)

    @staticmethod
    def _token_before(doc: Doc, mention: NameMention) -> Token | None:
        """The token before the mention in its sentence."""
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is None or span.start == 0 or doc[span.start].is_sent_start:
            return None
        return doc[span.start - 1]


def _listed(text: str, mentions: Sequence[NameMention]) -> list[list[NameMention]]:
    """Runs of mentions that commas, semicolons or `dan` join: the line-up of a team, a list of guests."""
    runs: list[list[NameMention]] = []
    for mention in mentions:
        if runs and LISTS.fullmatch(text, runs[-1][-1].end, mention.start):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return runs
