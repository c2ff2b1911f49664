"""Lemmas: ``menggantikan`` -> ``ganti``, ``sekolah-sekolah`` -> ``sekolah``, ``Jakarta`` -> ``Jakarta``.

The dictionary is simplemma's; a form that it does not hold loses its affixes one by one until a known root is left.
"""

from __future__ import annotations

from collections.abc import Iterator

import simplemma
from spacy.language import Language
from spacy.tokens import Doc

from beritanlp.language.clitics import CliticFinder
from beritanlp.lexicon import Lexicon, load_lexicon

_SHORTEST_ROOT = 3
_MOST_AFFIXES = 2  # each of prefix and suffix: per-tanggung-jawab-kan is as deep as news goes
_LONGEST_WORD = 40
_REMEMBERED = 50_000  # words
_AS_WRITTEN = frozenset(("PROPN", "NUM", "PUNCT", "SYM", "X", "SPACE"))


class Lemmatizer:
    """Finds the lemma of a word.

    Parameters
    ----------
    lexicon
        Its ``lemmas`` table holds the affixes and the exceptions.

    Examples
    --------
    >>> lemma = Lemmatizer(Lexicon())
    >>> lemma("menggantikan", "VERB"), lemma("Sekolah-sekolah", "NOUN"), lemma("katanya", "NOUN")
    ('ganti', 'sekolah', 'kata')
    >>> lemma("Pemalang", "PROPN")
    'Pemalang'
    """

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon["lemmas"]
        self._fixed: dict[str, str] = {word: word for word in table["whole"]["words"]} | table["exceptions"]
        self._prefixes: dict[str, list[str]] = table["prefixes"]
        self._suffixes: list[str] = table["suffixes"]["forms"]
        self._common = lexicon.words("common_words")
        self._clitic = CliticFinder(lexicon)
        self._known: dict[str, str] = {}

    def __call__(self, word: str, pos: str = "") -> str:
        """The lemma of a word; `pos` is its UPOS tag, as names and numbers stay as they are written."""
        return word if pos in _AS_WRITTEN or len(word) > _LONGEST_WORD else self._lemma(word.lower())

    def _lemma(self, word: str) -> str:
        lemma = self._known.get(word)
        if lemma is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            lemma = self._known[word] = self._find(word)
        return lemma

    def _find(self, word: str) -> str:
        if word in self._fixed or len(word) < _SHORTEST_ROOT:
            return self._fixed.get(word, word)
        if "-" in word.strip("-"):
            return self._of_hyphenated(word)
        if simplemma.is_known(word, lang="id"):
            return simplemma.lemmatize(word, lang="id")
        clitic = self._clitic(word)
        if clitic:
            return self._lemma(word.removesuffix(clitic.lstrip("-")))
        return next(self._roots(word, _MOST_AFFIXES), word)

    def _of_hyphenated(self, word: str) -> str:
        """Reduplication has the lemma of its parts: ``berlari-lari``, ``sayur-sayuran``; a compound keeps its form."""
        first, _, second = word.strip("-").partition("-")
        if second in ("nya", "ku", "mu"):
            return self._lemma(first)
        lemma = self._lemma(first)
        return lemma if lemma == self._lemma(second) else word

    def _roots(self, word: str, depth: int) -> Iterator[str]:
        """Known roots that the word may come from, the fewest affixes first."""
        if depth == 0:
            return
        shorter = [root for root in self._stripped(word) if len(root) >= _SHORTEST_ROOT]
        for root in shorter:
            if root in self._fixed or simplemma.is_known(root, lang="id"):
                yield self._lemma(root)
        yield from (root for root in shorter if root in self._common)
        for root in shorter:
            yield from self._roots(root, depth - 1)

    def _stripped(self, word: str) -> Iterator[str]:
        """The word without one prefix, without one suffix, and without both."""
        bare = [word.removesuffix(suffix) for suffix in self._suffixes if word.endswith(suffix)]
        for host in [word, *bare]:
            if host != word:
                yield host
            for prefix, restored in self._prefixes.items():
                if host.startswith(prefix):
                    yield from (letter + host.removeprefix(prefix) for letter in restored)


class LemmaRoom:
    """Sets ``token.lemma``."""

    def __init__(self, lexicon: str | None = None) -> None:
        self.lemma = Lemmatizer(load_lexicon(lexicon))

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemmas of a Doc, by its UPOS tags where it has them."""
        for token in doc:
            token.lemma_ = self.lemma(token.text, token.pos_)
        return doc


@Language.factory("berita_lemmatizer", assigns=["token.lemma"], default_config={"lexicon": None})
def make_lemmatizer(nlp: Language, name: str, lexicon: str | None = None) -> LemmaRoom:
    """Make the component: lemmas by dictionary and affix rules."""
    return LemmaRoom(lexicon)
