"""A Doc as the quote rules read it: sentences, tokens and cues by character offset."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from beritanlp.annotations import annotations_of, in_furniture, text_of


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
        self.text = text_of(doc)
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

    def sentence_before(self, offset: int) -> tuple[int, int] | None:
        """The sentence before the one around a character."""
        i = bisect_right(self._sentence_starts, offset) - 2
        return self.sentences[i] if i >= 0 else None

    def sentence_after(self, offset: int) -> tuple[int, int] | None:
        """The first sentence that starts at a character or behind it."""
        i = bisect_left(self._sentence_starts, offset)
        return self.sentences[i] if i < len(self.sentences) else None

    def is_paragraph(self, start: int, end: int) -> bool:
        """Whether the characters fill a line."""
        while start and self.text[start - 1] in " \t":
            start -= 1
        while end < len(self.text) and self.text[end] in " \t":
            end += 1
        return self.text[start - 1 : start] in {"", "\n"} and self.text[end : end + 1] in {"", "\n"}

    def tokens(self, start: int, end: int) -> list[Token]:
        """Tokens that lie wholly in the characters ``start:end``, white space left out."""
        first = bisect_left(self._token_starts, start)
        last = bisect_left(self._token_starts, end)
        return [t for t in self.doc[first:last] if not t.is_space and t.idx + len(t) <= end]


def after_last_comma(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens after the last comma but a closing one: `Di hadapan penyidik, keduanya`."""
    last = max((i for i, t in enumerate(tokens[:-1]) if t.text == ","), default=-1)
    return tokens[last + 1 :]


def comma_segments(tokens: Sequence[Token]) -> list[Sequence[Token]]:
    """The stretches between commas, brackets left whole, without empty ones."""
    segments: list[list[Token]] = [[]]
    depth = 0
    for token in tokens:
        depth += (token.text == "(") - (token.text == ")")
        if token.text == "," and depth <= 0:
            segments.append([])
        else:
            segments[-1].append(token)
    return [segment for segment in segments if segment]
