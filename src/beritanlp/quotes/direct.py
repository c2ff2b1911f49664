"""Direct quotes: speech in quotation marks, with the cue after it, before it, or none.

======================  ============================================
``direct-after``        ``"...," kata X``  ``"...," ujarnya``
``direct-before``       ``X mengatakan, "..."``  ``Menurut X: "..."``
``direct-split``        ``"..., " kata X, "..."``: one quote, two parts
``direct-unclosed``     ``"..., kata X.``: the closing mark was forgotten
``direct-colon``        ``Kepala BPBD X: "..."``
``direct-uncued``       a quotation that fills its sentence
======================  ============================================

Titles, nicknames and scare quotes are in marks too: what has no cue and is no whole sentence is not speech.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from beritanlp.language.quotation import Quoted
from beritanlp.lexicon import Lexicon
from beritanlp.quotes.cues import Cue, CueFinder
from beritanlp.quotes.found import FoundQuote
from beritanlp.quotes.reading import Reading

SHORTEST_UNCUED = 3  # words
LONGEST_NAMED = 10  # tokens of a title and a name before a colon
SHORTEST_PARAGRAPH = 40  # characters of a quotation that is a paragraph of its own, without a closing mark
SHORTEST_SINGLE = 5  # words in single marks
AFTER_QUOTE = frozenset({"after", "passive", "verbs", "according"})
BEFORE_QUOTE = frozenset({"verbs", "careful", "strict", "after", "according", "passive", "quoting"})


class DirectQuoteFinder:
    """Finds speech among quoted stretches.

    Parameters
    ----------
    lexicon
        Its ``cues`` table.
    cues
        Finder over the same lexicon.
    """

    def __init__(self, lexicon: Lexicon, cues: CueFinder) -> None:
        self.cues = cues
        table = lexicon["cues"]
        self._pronouns = frozenset(
            word for kind in ("singular", "plural", "both") for word in lexicon["pronouns"][kind]
        )
        self._not_quotes = frozenset(table["not_quotes"]["before"])
        self._fillers = frozenset(table["fillers"]["after_quote"])
        self._subordinators = frozenset(table["fillers"]["subordinators"])

    def __call__(self, reading: Reading, quoted: Sequence[Quoted]) -> list[FoundQuote]:
        """Direct quotes in text order; the rest of `quoted` is no speech of its own."""
        found: list[FoundQuote] = []
        for i, quote in enumerate(quoted):
            previous = quoted[i - 1] if i else None
            following = quoted[i + 1] if i + 1 < len(quoted) else None
            result = self._read(reading, quote, previous, following)
            if result is None:
                continue
            if found and previous is not None and self._continues(reading, found[-1], previous, quote):
                found[-1].parts.extend(result.parts)
                found[-1].rule = "direct-split"
            else:
                found.append(result)
        return found

    def _read(
        self, reading: Reading, quote: Quoted, previous: Quoted | None, following: Quoted | None
    ) -> FoundQuote | None:
        part = _content(reading.text, quote)
        words = len(reading.text[part[0] : part[1]].split())
        if words == 0 or (quote.single and words < SHORTEST_SINGLE):
            return None
        sentence = reading.sentence(quote.opening)
        last = reading.sentence(quote.closing - 1)
        if sentence is None or last is None:
            return None
        left = (max(sentence[0], previous.closing if previous else 0), quote.opening)
        right = (quote.closing, min(last[1], following.opening if following else last[1]))
        if not quote.closed:
            return self._unclosed(reading, part)
        cue = self._cue_after(reading, right)
        if cue is not None and not self._is_fragment(reading, left, words):
            return FoundQuote("direct", [part], "direct-after", cue, right)
        cue = self._cue_before(reading, left, is_sentence=reading.text[part[0]].isupper())
        if cue is not None:
            return FoundQuote("direct", [part], "direct-before", cue, left)
        if not quote.single and self._is_named(reading, left):
            return FoundQuote("direct", [part], "direct-colon", clause=left)
        if not quote.single and words >= SHORTEST_UNCUED and self._fills_sentence(reading, left, right, part):
            return FoundQuote("direct", [part], "direct-uncued")
        return None

    def _unclosed(self, reading: Reading, part: tuple[int, int]) -> FoundQuote | None:
        """Speech up to the first `, kata X`."""
        tokens = reading.tokens(*part)
        for i, token in enumerate(tokens[:-1]):
            if token.text == ",":
                cue = self.cues.at(tokens, i + 1, frozenset({"after"}))
                if cue is not None and i > 0:
                    sentence = reading.sentence(token.idx)
                    end = sentence[1] if sentence else part[1]
                    return FoundQuote("direct", [(part[0], token.idx)], "direct-unclosed", cue, (token.idx, end))
        return FoundQuote("direct", [part], "direct-uncued") if len(tokens) >= SHORTEST_UNCUED else None

    def _cue_after(self, reading: Reading, right: tuple[int, int]) -> Cue | None:
        tokens = reading.tokens(*right)
        i = 0
        while i < len(tokens) and i < 4 and tokens[i].lower_ in self._fillers:
            i += 1
        if i >= len(tokens):
            return None
        cue = self.cues.at(tokens, i, AFTER_QUOTE)
        if cue is not None and cue.kind == "verbs":
            return None
        return cue or self._subject_and_verb(tokens[i:])

    def _subject_and_verb(self, tokens: Sequence[Token]) -> Cue | None:
        """`"...," Trump mengatakan`: a name and a verb right after the quote."""
        for i, token in enumerate(tokens[:8]):
            if token.text in {",", "."} or token.lower_ in self._subordinators:
                return None
            cue = self.cues.at(tokens, i, frozenset({"verbs"}))
            if cue is not None:
                named = tokens[0].text[0].isupper() or tokens[0].lower_ in self._pronouns
                return cue if i > 0 and named else None
        return None

    def _cue_before(self, reading: Reading, left: tuple[int, int], *, is_sentence: bool) -> Cue | None:
        """`X mengatakan, "..."`; without a comma, `X memastikan "aman"` is a word quoted in a clause, no speech."""
        tokens = reading.tokens(*left)
        if not tokens:
            return None
        cues = self.cues.all(tokens, BEFORE_QUOTE)
        if tokens[-1].text in {",", ":"}:
            speaking = [c for c in cues if not c.clitic or c.kind == "after"]
            cue = speaking[-1] if speaking else None
            # `Proyek itu, kata X, "jelas melanggar" aturan`: words quoted in a clause that X stands in
            interposed = cue is not None and cue.kind in {"after", "according"} and cue.start > tokens[0].idx
            return None if interposed and not is_sentence else cue
        if not cues or cues[-1].end < tokens[-1].idx + len(tokens[-1]) or tokens[-1].lower_ in self._not_quotes:
            return None
        return cues[-1] if is_sentence or cues[-1].kind in {"verbs", "after"} else None

    @staticmethod
    def _is_fragment(reading: Reading, left: tuple[int, int], words: int) -> bool:
        """Whether the marks hold only the end of a reported clause: `... disebut "pahlawan," kata X`."""
        return words < SHORTEST_UNCUED and len(reading.tokens(*left)) > 2

    @staticmethod
    def _is_named(reading: Reading, left: tuple[int, int]) -> bool:
        """Whether nothing but a title, a name and a colon stand before the quote."""
        tokens = reading.tokens(*left)
        named = 1 < len(tokens) <= LONGEST_NAMED and tokens[-1].text == ":"
        return named and all(t.text[0].isupper() or not t.is_alpha for t in tokens)

    @staticmethod
    def _fills_sentence(reading: Reading, left: tuple[int, int], right: tuple[int, int], part: tuple[int, int]) -> bool:
        """Whether nothing but marks stands in the sentence beside the quote, and it is a sentence itself."""
        if [t for t in reading.tokens(*left) if t.is_alpha]:
            return False
        if reading.is_paragraph(left[0], right[1]) and part[1] - part[0] > SHORTEST_PARAGRAPH:
            return reading.text[part[0]].isupper()
        ended = reading.text[part[1] : right[0] + 2]
        return any(mark in ended for mark in ".?!…,") or reading.text[part[1] - 1] in "?!…"

    @staticmethod
    def _continues(reading: Reading, first: FoundQuote, previous: Quoted, quote: Quoted) -> bool:
        """Whether the attribution after `first` ends with a comma and `quote` goes on in the same sentence."""
        if first.rule not in {"direct-after", "direct-split"} or first.parts[-1][0] != previous.start:
            return False
        between = reading.text[previous.closing : quote.opening].rstrip()
        after = reading.text[quote.start : quote.start + 1]
        return between.endswith(",") and after.islower()


def _content(text: str, quote: Quoted) -> tuple[int, int]:
    """The words without marks and without the closing comma or full stop; ? and ! stay."""
    start, end = quote.start, quote.end
    while end > start and (text[end - 1] in ",." or text[end - 1].isspace()):
        if text[end - 1] == "." and text[end - 3 : end] == "...":
            break
        end -= 1
    return start, end
