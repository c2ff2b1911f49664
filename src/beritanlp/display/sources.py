"""What class of source a speaker is: official, politician, expert, business, civil society, citizen, unnamed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from beritanlp.entities.organisations import OrganisationWords
from beritanlp.lexicon import Lexicon
from beritanlp.records import Article, Speaker

UNNAMED, OTHER = "unnamed", "other"


class SourceClasses:
    """Tells the class of a speaker by the words of ``lexicon/sources.toml``.

    Examples
    --------
    >>> from beritanlp import extract
    >>> article = extract('"Air mulai surut," kata Camat Karangawen Budi Santoso, Senin (6/1/2025).')
    >>> SourceClasses(Lexicon()).of(article.speakers[0], article)
    'official'
    """

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon["sources"]
        self.names: list[str] = [*table["order"], OTHER, UNNAMED]
        self._words: dict[str, str] = {}
        self._bodies: dict[str, str] = {}
        for name in reversed(table["order"]):
            known = table["classes"][name]
            lists = (_at(lexicon["titles"], path) for path in known["titles"])
            self._words |= {word.casefold(): name for words in (*lists, known["words"]) for word in words}
            self._bodies |= dict.fromkeys(known["bodies"], name)
        self._longest = max(len(word.split()) for word in self._words)
        for short, long in lexicon["titles"]["office_acronyms"].items():
            if (name := self._by_words(long)) is not None:
                self._words.setdefault(short.casefold(), name)
        self._organisations = OrganisationWords(lexicon)

    def of(self, speaker: Speaker, article: Article) -> str:
        """The class of a speaker of an article."""
        if speaker.kind == "unnamed":
            return UNNAMED
        if speaker.kind == "place":
            return "official"  # `Jakarta membantah`: its government
        kinds = {body.id: body.kind for body in article.organisations}
        if speaker.kind == "organisation":
            return self._bodies.get(kinds.get(speaker.entity or "") or "", OTHER)
        for role in speaker.roles:
            if found := self._by_words(role):
                return found
        tied = (kinds.get(tie) or self._organisations.kind(tie) for tie in speaker.affiliations)
        named = (self._organisations.kind(rest) for role in speaker.roles for rest in _endings(role))
        return next((self._bodies[kind] for kind in (*tied, *named) if kind in self._bodies), OTHER)

    def _by_words(self, role: str) -> str | None:
        """The class of the longest known phrase in a role, the first of them."""
        words = role.casefold().split()
        for length in range(min(self._longest, len(words)), 0, -1):
            for start in range(len(words) - length + 1):
                if found := self._words.get(" ".join(words[start : start + length])):
                    return found
        return None


def _at(table: dict[str, Any], path: str) -> list[str]:
    for key in path.split("."):
        table = table[key]
    return list(table)


def _endings(role: str) -> Iterator[str]:
    words = role.split()
    return (" ".join(words[start:]) for start in range(1, len(words)))
