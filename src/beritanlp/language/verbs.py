"""Verbs by their shape, for rules that run without a tagger."""

from __future__ import annotations

from beritanlp.lexicon import Lexicon

SHORTEST = 6  # letters


class VerbShapes:
    """Tells by prefix and length whether a word is a verb.

    Parameters
    ----------
    lexicon
        Its ``verbs`` table: prefixes, and words that only look like verbs.

    Examples
    --------
    >>> from beritanlp.lexicon import Lexicon
    >>> is_verb = VerbShapes(Lexicon())
    >>> is_verb("mengatakan"), is_verb("tersebut"), is_verb("Direktur")
    (True, False, False)
    """

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon["verbs"]
        self._prefixes = tuple(table["prefixes"])
        self._not_verbs = frozenset(table["not_verbs"])

    def __call__(self, word: str) -> bool:
        """Whether the word looks like a verb; a capital makes it a name."""
        return len(word) >= SHORTEST and word.startswith(self._prefixes) and word not in self._not_verbs
