"""Sentence boundaries: by punctuation and paragraph, with Indonesian abbreviations and quotation marks in mind.

Abbreviations never reach the rules as a bare full stop, since the tokenizer keeps ``Dr.`` whole. What is left is
to see whether a mark closes a sentence: ``"Sudah." kata dia`` goes on, ``"Sudah." Dia pergi`` does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from spacy.tokens import Doc, Token

from beritanlp.lexicon import Lexicon

START, NO_START = 1, 2**64 - 1  # spaCy's 1 and -1, in its unsigned arrays
LONGEST = 300  # tokens; the parser's time grows with the square of a sentence's length, and no sentence is so long
TERMINALS = frozenset(".?!…") | {"..."}
CLOSERS = frozenset("\"'”’»›)]") | {"''"}
OPENERS = frozenset("\"'“‘«‹„([") | {"``"}


class SentenceSplitter:
    """Sets ``token.is_sent_start`` on a Doc.

    Parameters
    ----------
    lexicon
        Its ``abbreviations.final.words`` are the abbreviations that may end a sentence.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.final = frozenset(lexicon["abbreviations"]["final"]["words"])

    def __call__(self, doc: Doc) -> None:
        """Mark the first token of every sentence, and every other token as none."""
        if not len(doc):
            return
        # by array: setting token.is_sent_start looks through the whole Doc each time
        values = doc.to_array(["SENT_START"])
        values[:] = NO_START
        values[[0, *self._starts(doc)]] = START
        doc.from_array(["SENT_START"], cast(Any, values))

    def _starts(self, doc: Doc) -> Iterator[int]:
        sentence_start = 0
        for token in doc:
            if token.is_space:
                start = token.i + 1 if self._is_paragraph_break(doc, token) else None
            elif token.text[-1] in TERMINALS:
                start = self._after_terminal(doc, token, sentence_start)
            else:
                start = None
            if start is None and token.i - sentence_start >= LONGEST:
                start = token.i
            if start is not None and start < len(doc):
                sentence_start = start
                yield start

    def _after_terminal(self, doc: Doc, token: Token, sentence_start: int) -> int | None:
        """Where the next sentence starts if `token` ends one."""
        if not self._ends(doc, token, sentence_start):
            return None
        after = token.i + 1
        while after < len(doc) and doc[after].text in CLOSERS and not doc[after - 1].whitespace_:
            after += 1
        while after < len(doc) and doc[after].is_space:
            after += 1
        if len(token.text) > 1 and after < len(doc) and doc[after].text[-1:] == "." and len(doc[after].text) > 1:
            return None  # two abbreviations in a row: "Co. Ltd."
        return after if after < len(doc) and _can_start(doc, after) else None

    def _ends(self, doc: Doc, token: Token, sentence_start: int) -> bool:
        text = token.text
        if len(text) > 1 and text.strip(".…?!"):
            return text in self.final  # an abbreviation
        # "1. Judul": the number of a list item
        enumerator = text == "." and token.i == sentence_start + 1 and doc[token.i - 1].text.isdigit()
        return not enumerator

    @staticmethod
    def _is_paragraph_break(doc: Doc, token: Token) -> bool:
        """A line break, unless the line was only wrapped in the middle of a sentence."""
        if "\n" not in token.text:
            return False
        if token.text.count("\n") > 1 or token.i == 0 or token.i + 1 >= len(doc):
            return True
        before, after = doc[token.i - 1], doc[token.i + 1]
        wrapped = after.text[0].islower() and (before.text[-1].isalnum() or before.text == ",")
        return not wrapped


def _can_start(doc: Doc, index: int) -> bool:
    """Whether a sentence can start at this token: capital, digit, or an opening mark before one."""
    while index < len(doc) and (doc[index].text in OPENERS or doc[index].text in {"-", "–", "—", "*", "•"}):
        index += 1
    if index >= len(doc):
        return False
    first = doc[index].text[0]
    return not (first.islower() or first in ",.;:?!)%")
