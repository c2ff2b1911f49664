"""Whose names a word is known from, by running text."""

from __future__ import annotations

from beritanlp.lexicon import Lexicon

PERSON, BODY, PLACE = "POL"


class NameWords:
    """The words of ``lexicon/name_words.tsv``.

    Examples
    --------
    >>> from beritanlp.lexicon import Lexicon
    >>> words = NameWords(Lexicon())
    >>> words.kinds("Prasetyo"), words.kinds("Bulog"), words.kinds("Xyzzy")
    ('P', 'O', '')
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._kinds = {row["word"]: row["kinds"] for row in lexicon.rows("name_words")}

    def kinds(self, word: str) -> str:
        """Letters of PERSON, BODY and PLACE; empty where the word is not known. Capitals alone read as usual ones."""
        word = word.replace("’", "'")
        return self._kinds.get(word) or (self._kinds.get(word.title(), "") if word.isupper() else "")
