"""A Doc as the quote rules read it: sentences, tokens and cues by character offset."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from spacy.tokens import Doc, Token

from beritanlp.annotations import annotations_of, in_furniture


class Reading:
    """Sentences and tokens of a Doc by offset, dateline and furniture left out.

    Attributes
    ----------
    text
        The article.
    sentences
        Character ranges ``(start, end)``, in order.
    """

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text
        self._token_starts = [token.idx for token in doc]
        dateline = annotations_of(doc).get("dateline")
        self._body = dateline["span"]["end"] if dateline else 0
        self.sentences = [
            (start, end)
            for sent in doc.sents
            for start, end in [self._trimmed(max(sent.start_char, self._body), sent.end_char)]
            if start < end and not in_furniture(doc, start, end)
        ]
        self._sentence_starts = [start for start, _ in self.sentences]

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return start, end

    def sentence(self, offset: int) -> tuple[int, int] | None:
        """The sentence around a character."""
        i = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[i] if i >= 0 and offset < self.sentences[i][1] else None

    def tokens(self, start: int, end: int) -> list[Token]:
        """Tokens that lie wholly in the characters ``start:end``, white space left out."""
        first = bisect_left(self._token_starts, start)
        last = bisect_left(self._token_starts, end)
        return [t for t in self.doc[first:last] if not t.is_space and t.idx + len(t) <= end]
