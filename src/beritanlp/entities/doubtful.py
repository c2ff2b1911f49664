"""Persons that the recogniser only guessed: a word at a sentence's start, a place.

A capital at the start of a sentence says nothing, so a common word there (``Guncangan``, ``Mitra``) is a person
only if the article names it elsewhere too. A single word that the gazetteer knows (``Lamandau``) is a place unless
it is part of a person's fuller name or stands where speakers stand, and so is any name that follows ``di`` or
the type of a place: ``di Wadi Rahma``, ``koridor Salman``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from beritanlp.entities.gazetteer import Gazetteer
from beritanlp.entities.names import NameMention
from beritanlp.entities.speech import words_before_speaker
from beritanlp.entities.titles import Titles
from beritanlp.lexicon import Lexicon


class DoubtfulPersons:
    """Drops or relabels doubtful persons.

    Parameters
    ----------
    lexicon
        ``common_words``, and the words before a speaker in ``cues``.
    titles, gazetteer
        What may stand before a person; places.
    """

    def __init__(self, lexicon: Lexicon, titles: Titles, gazetteer: Gazetteer) -> None:
        self._titles = titles
        self._gazetteer = gazetteer
        self._common = lexicon.words("common_words")
        self._before_speaker = words_before_speaker(lexicon, "after")
        self._before_place = frozenset(lexicon["place_types"]["before"]["words"])

    def __call__(self, doc: Doc, found: Sequence[NameMention]) -> list[NameMention]:
        """The mentions without words that are no persons."""
        fuller = {word for m in found if m.kind == "person" and " " in m.key for word in m.key.split()}
        sure = {m.key for m in found if m.kind == "person" and not self._starts_sentence(doc, m)}
        places = {m.key for m in found if m.kind == "person" and self._follows_place_word(doc, m)}
        kept = []
        for mention in found:
            if mention.kind == "person" and mention.key not in fuller:
                if mention.key in self._common and mention.key not in sure:
                    continue
                if mention.key in places or self._is_known_place(doc, mention):
                    mention = replace(mention, kind="place", label="GPE")
            kept.append(mention)
        return kept

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
