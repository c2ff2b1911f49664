"""Indirect quotes: a clause that somebody is said to have said, in the sentence of its cue.

=========================  =====================================================
``indirect-verb``          ``X mengatakan (bahwa) ...``, ``X menegaskan, ...``
``indirect-after``         ``..., kata X``, ``..., ujarnya``
``indirect-opening``       ``Jelasnya, ...``
``indirect-according``     ``Menurut X, ...``, ``..., menurut X``, ``A, menurut X, ...``
``indirect-source``        ``Seperti dikutip dari X, ...``
=========================  =====================================================

With quoted words inside, the quote is *mixed*.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spacy.tokens import Token

from beritanlp.language.quotation import Quoted
from beritanlp.lexicon import Lexicon
from beritanlp.quotes.cues import Cue, CueFinder
from beritanlp.quotes.found import FoundQuote
from beritanlp.quotes.reading import Reading

Range = tuple[int, int]
SHORTEST = 3  # words of a reported clause
FAR = 14  # tokens between a cue and its `bahwa`


class IndirectQuoteFinder:
    """Finds reported clauses, sentence by sentence.

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
        self._adverbs = frozenset(table["adverbs"]["words"])
        self._complementisers = frozenset(table["complementisers"]["words"])
        self._adjuncts = frozenset(table["speech_adjuncts"]["openers"])
        self._predicates = frozenset(table["predicates"]["words"])
        self._connectives = frozenset(table["connectives"]["words"])
        self._not_subjects = frozenset(table["not_subjects"]["words"])

    def __call__(
        self,
        reading: Reading,
        quoted: Sequence[Quoted],
        direct: Sequence[FoundQuote],
        is_adjunct: Callable[[int, int], bool],
    ) -> list[FoundQuote]:
        """Indirect and mixed quotes in text order.

        `is_adjunct` tells whether the characters hold nothing but a time or a place.
        """
        spoken = {part for found in direct for part in found.parts}
        speech = [q for q in quoted if any(q.start <= a < q.closing for a, _ in spoken)]
        used = {found.cue.start for found in direct if found.cue}
        fragments = [q for q in quoted if q not in speech]
        result: list[FoundQuote] = []
        for sentence in reading.sentences:
            found = self._in_sentence(reading, self._unspoken(sentence, speech), used, is_adjunct)
            if found is not None:
                if any(a <= q.opening and q.closing <= b + 1 for q in fragments for a, b in found.parts):
                    found.kind = "mixed"
                result.append(found)
        return result

    @staticmethod
    def _unspoken(sentence: Range, speech: Sequence[Quoted]) -> Range:
        """The part of the sentence after, or before, direct speech; empty when there is speech on both sides."""
        start, end = sentence
        for quote in speech:
            if quote.opening < end and quote.closing > start:
                if quote.opening <= start:
                    start = quote.closing
                else:
                    end = quote.opening
        return start, max(start, end)

    def _in_sentence(
        self, reading: Reading, sentence: Range, used: set[int], is_adjunct: Callable[[int, int], bool]
    ) -> FoundQuote | None:
        tokens = reading.tokens(*sentence)
        cues = self.cues.all(tokens)
        if any(cue.start in used for cue in cues):
            return None
        for cue in cues:
            at = next(i for i, t in enumerate(tokens) if t.i == cue.token)
            parts, rule = self._clause(reading, tokens, at, cue, is_adjunct)
            parts = [p for p in (_trim(reading.text, *part) for part in parts) if p[0] < p[1]]
            if parts and sum(len(reading.text[a:b].split()) for a, b in parts) >= SHORTEST:
                return FoundQuote("indirect", parts, rule, cue, sentence)
        return None

    def _clause(
        self,
        reading: Reading,
        tokens: Sequence[Token],
        at: int,
        cue: Cue,
        is_adjunct: Callable[[int, int], bool],
    ) -> tuple[list[Range], str]:
        after = at + (cue.after - cue.token)
        if cue.kind in {"verbs", "careful"}:
            return self._after_verb(tokens, at, after, cue), "indirect-verb"
        if cue.kind == "according":
            return self._according(tokens, at, after, cue, is_adjunct), "indirect-according"
        if cue.kind == "quoting":
            return self._quoting(tokens, at, after, is_adjunct), "indirect-source"
        if cue.kind == "after":
            if at == 0 and cue.clitic:
                comma = _find(tokens, after, {","})
                return ([_range(tokens, comma + 1)] if comma is not None and comma - after < 4 else []), "indirect-opening"
            if at > 0 and tokens[at - 1].text == ",":
                return [self._without_connective(tokens, at - 1)], "indirect-after"
        return [], ""

    def _after_verb(self, tokens: Sequence[Token], at: int, after: int, cue: Cue) -> list[Range]:
        if at == 0 or after >= len(tokens) or tokens[at - 1].lower_ in self._not_subjects:
            return []
        that = next(
            (i for i in range(after, min(after + FAR, len(tokens))) if tokens[i].lower_ in self._complementisers),
            None,
        )
        if that is not None and all(t.lower_ not in self._predicates for t in tokens[after:that]):
            return [_range(tokens, that + 1)]
        if tokens[after].text in {",", ":"}:
            return [_range(tokens, after + 1)]
        if tokens[after].lower_ in self._adjuncts:
            comma = _find(tokens, after, {","})
            return [_range(tokens, comma + 1)] if comma is not None and comma + 1 < len(tokens) else []
        if self._is_clause(tokens[after:]) and (cue.kind == "verbs" or not self._is_object(tokens[after:])):
            return [_range(tokens, after)]
        return []

    def _is_clause(self, tokens: Sequence[Token]) -> bool:
        """Whether a predicate stands among the words, after something it can be said of."""
        return any(self._is_predicate(t) for t in tokens[1:]) or (len(tokens) > 0 and tokens[0].lower_ in self._predicates)

    def _is_predicate(self, token: Token) -> bool:
        lower = token.lower_
        return lower in self._predicates or (len(lower) > 5 and lower.startswith(("me", "ber", "di", "ter")))

    def _is_object(self, tokens: Sequence[Token]) -> bool:
        """Whether the words after a careful verb open with a mere object: no predicate before `yang` or the end."""
        for token in tokens[:12]:
            if token.lower_ in {"yang", ",", "."}:
                return True
            if self._is_predicate(token):
                return False
        return True

    def _according(
        self, tokens: Sequence[Token], at: int, after: int, cue: Cue, is_adjunct: Callable[[int, int], bool]
    ) -> list[Range]:
        comma = _find(tokens, after, {","})
        if cue.clitic and at == 0 and comma is None and after < len(tokens):
            return [_range(tokens, after)]
        opening = at == 0 or all(t.lower_ in self._connectives or t.text == "," for t in tokens[:at])
        if opening:
            if comma is None:
                return []
            return [_range(tokens, self._skip_adjuncts(tokens, comma + 1, is_adjunct))]
        if at > 0 and tokens[at - 1].text == ",":
            before = _range(tokens, 0, at - 1)
            if comma is None or comma + 1 >= len(tokens) - 1:
                return [before]
            return [before, _range(tokens, comma + 1)]
        return []

    def _quoting(
        self, tokens: Sequence[Token], at: int, after: int, is_adjunct: Callable[[int, int], bool]
    ) -> list[Range]:
        if at > 2:  # "..., seperti dikutip dari X": the clause is before
            before = at - 1 if tokens[at - 1].lower_ in {"seperti", "sebagaimana"} else at
            return [_range(tokens, 0, before - 1)] if tokens[before - 1].text == "," else []
        comma = _find(tokens, after, {","})
        if comma is None:
            return []
        return [_range(tokens, self._skip_adjuncts(tokens, comma + 1, is_adjunct))]

    @staticmethod
    def _skip_adjuncts(tokens: Sequence[Token], i: int, is_adjunct: Callable[[int, int], bool]) -> int:
        """Index after segments between commas that are only a time or a place."""
        while True:
            comma = _find(tokens, i, {","})
            if comma is None or comma <= i or not is_adjunct(tokens[i].idx, tokens[comma].idx):
                return i
            i = comma + 1

    def _without_connective(self, tokens: Sequence[Token], end: int) -> Range:
        comma = _find(tokens, 0, {","})
        start = 0
        if comma is not None and comma < end and all(t.lower_ in self._connectives for t in tokens[:comma]):
            start = comma + 1
        return _range(tokens, start, end)


def _find(tokens: Sequence[Token], start: int, marks: set[str]) -> int | None:
    """Index of the first of these marks from `start` on, brackets left out."""
    depth = 0
    for i in range(start, len(tokens)):
        text = tokens[i].text
        depth += (text == "(") - (text == ")")
        if depth <= 0 and text in marks:
            return i
    return None


def _range(tokens: Sequence[Token], start: int, end: int | None = None) -> Range:
    chosen = tokens[start:end]
    if not chosen:
        return (0, 0)
    return chosen[0].idx, chosen[-1].idx + len(chosen[-1])


def _trim(text: str, start: int, end: int) -> Range:
    """Without white space, closing full stop and comma."""
    while start < end and (text[start].isspace() or text[start] in ",:-–—"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",.;:"):
        end -= 1
    return start, end
