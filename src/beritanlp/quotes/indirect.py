"""Indirect quotes: a clause that somebody is said to have said, in the sentence of its cue.

=========================  =====================================================
``indirect-verb``          ``X mengatakan (bahwa) ...``, ``X menegaskan, ...``
``indirect-after``         ``..., kata X``, ``..., ujarnya``, ``A, kata X, ...``
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
from beritanlp.language.verbs import VerbShapes
from beritanlp.lexicon import Lexicon
from beritanlp.quotes.cues import Cue, CueFinder
from beritanlp.quotes.found import FoundQuote
from beritanlp.quotes.reading import Reading

Range = tuple[int, int]
SHORTEST = 2  # words of a reported clause
SHORTEST_UNMARKED = 4  # words of one without a word that looks like a verb
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
        self._no_clause = frozenset(table["no_clause"]["words"])
        self._is_verb = VerbShapes(lexicon)
        self._plain = frozenset(table["plain"]["verbs"])
        self._ambiguous = frozenset(table["ambiguous"]["after"])
        self._not_sources = frozenset(table["not_sources"]["words"])
        self._not_speakers = frozenset(table["not_speakers"]["words"])
        self._findings = frozenset(table["unnamed"]["findings"])
        self._pronouns = frozenset(lexicon["pronouns"]["singular"])

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
        places = {token.i: i for i, token in enumerate(tokens)}
        for n, cue in enumerate(cues):
            at = places[cue.token]
            if cue.kind == "quoting" and any(c.kind == "verbs" and c.form in self._plain for c in cues[n + 1 :]):
                continue  # `Mengutip laman X, Budi menyampaikan ...`: Budi's statement
            parts, rule = self._clause(reading, tokens, at, cue, is_adjunct)
            parts = [p for p in (_trim(reading.text, *part) for part in parts) if p[0] < p[1]]
            if parts and sum(len(reading.text[a:b].split()) for a, b in parts) >= SHORTEST:
                found = FoundQuote("indirect", parts, rule, cue, sentence)
                found.predicate = self._predicate_part(reading, parts)
                return found
        return None

    def _predicate_part(self, reading: Reading, parts: Sequence[Range]) -> int | None:
        """Of two parts, the second if it opens with a predicate: `Uji klinis ini, kata dia, akan dilakukan ...`."""
        if len(parts) < 2:
            return None
        opening = reading.tokens(*parts[1])[:1]
        return 1 if opening and (self._is_verb(opening[0].lower_) or opening[0].lower_ in self._predicates) else None

    def _clause(
        self,
        reading: Reading,
        tokens: Sequence[Token],
        at: int,
        cue: Cue,
        is_adjunct: Callable[[int, int], bool],
    ) -> tuple[list[Range], str]:
        after = at + (cue.after - cue.token)
        if cue.kind in {"verbs", "careful", "strict"}:
            return self._after_verb(tokens, at, after, cue), "indirect-verb"
        if not cue.clitic and after < len(tokens) and tokens[after].lower_ in self._not_sources:
            return [], ""
        if cue.kind == "according":
            return self._beside(tokens, at, after, cue, is_adjunct), "indirect-according"
        if cue.kind == "quoting":
            return self._quoting(tokens, at, after, is_adjunct), "indirect-source"
        if cue.kind == "after":
            if cue.clitic and (at == 0 or self._is_connective(tokens[:at])):
                comma = _find(tokens, after, {","})
                near = comma is not None and comma - after < 4
                return ([_range(tokens, comma + 1)] if comma is not None and near else []), "indirect-opening"
            if (at == 0 or tokens[at - 1].text == ",") and self._has_speaker(tokens, after, cue):
                return self._beside(tokens, at, after, cue, is_adjunct), "indirect-after"
        return [], ""

    def _has_speaker(self, tokens: Sequence[Token], after: int, cue: Cue) -> bool:
        """Whether a cue that may be a noun (`nilai ekspor`) has a name or pronoun behind it."""
        if cue.clitic or cue.form not in self._ambiguous:
            return True
        after += after < len(tokens) and tokens[after].text == ","
        return after < len(tokens) and (tokens[after].text[0].isupper() or tokens[after].lower_ in self._pronouns)

    def _after_verb(self, tokens: Sequence[Token], at: int, after: int, cue: Cue) -> list[Range]:
        before = tokens[at - 1].lower_ if at else ""
        if at == 0 or after >= len(tokens) or before in self._not_subjects:
            return []
        if tokens[0].lower_ in self._not_speakers and not any(t.text[0].isupper() for t in tokens[1:at]):
            return []
        that = next(
            (i for i in range(after, min(after + FAR, len(tokens))) if tokens[i].lower_ in self._complementisers),
            None,
        )
        if that is not None and all(t.lower_ not in self._predicates for t in tokens[after:that]):
            return [_range(tokens, that + 1)]
        if tokens[after].text in {",", ":"}:
            return [_range(tokens, after + 1)]
        if self._opens_adjunct(tokens, after):
            comma = _find(tokens, after, {","})
            return [_range(tokens, comma + 1)] if comma is not None and comma + 1 < len(tokens) else []
        finding = any(t.lower_ in self._findings for t in tokens[:at])
        if cue.kind == "strict" and not finding:
            return []
        if tokens[after].lower_ in self._no_clause and cue.form not in self._plain:
            return []
        rest = tokens[after:]
        statement = cue.form in self._plain and len(rest) > SHORTEST_UNMARKED and all(t.lower_ != "yang" for t in rest)
        return [_range(tokens, after)] if statement or self._is_clause(rest) else []

    def _opens_adjunct(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether circumstances of speaking begin here: `saat ditemui`, but not `saat ini`."""
        following = tokens[i + 1].lower_ if i + 1 < len(tokens) else ""
        return tokens[i].lower_ in self._adjuncts and following not in {"ini", "itu"}

    def _is_clause(self, tokens: Sequence[Token]) -> bool:
        """Whether a predicate stands among the words, before a `yang` that would only describe an object."""
        for i, token in enumerate(tokens):
            lower = token.lower_
            if lower in self._predicates or (i > 0 and self._is_verb(lower)):
                return True
            if lower in {"yang", "dengan"} or (i == 0 and self._is_verb(lower)):
                return lower not in {"yang", "dengan"}
        return False

    def _is_connective(self, tokens: Sequence[Token]) -> bool:
        return all(t.lower_ in self._connectives or t.text == "," for t in tokens)

    def _beside(
        self, tokens: Sequence[Token], at: int, after: int, cue: Cue, is_adjunct: Callable[[int, int], bool]
    ) -> list[Range]:
        """The clause beside `menurut X` or `kata X`, which stands before it, after it or within it."""
        comma = after - 1 if cue.clitic else _find(tokens, after, {","})
        rest = len(tokens) if comma is None else self._skip_adjuncts(tokens, comma + 1, is_adjunct)
        if cue.clitic and rest < len(tokens) and tokens[rest].text == ",":
            rest += 1
        goes_on = rest < len(tokens) - 1 and self._goes_on(tokens[rest:])
        opening = at == 0 or self._is_connective(tokens[:at])
        if opening:
            return [_range(tokens, rest)] if rest < len(tokens) else []
        interposed = tokens[at - 1].text == "," or (cue.clitic and goes_on)
        if not interposed:
            return []
        before_end = at - 1 if tokens[at - 1].text == "," else at
        before = self._without_connective(tokens, before_end)
        if not goes_on:
            return [before]
        after_range = _range(tokens, rest)
        told = any(self._is_verb(t.lower_) or t.lower_ in self._predicates for t in tokens[:at])
        return [before, after_range] if told or not is_adjunct(*before) else [after_range]

    def _goes_on(self, tokens: Sequence[Token]) -> bool:
        """Whether the reported clause goes on here, not only the circumstances of speaking."""
        return tokens[0].lower_ not in self._adjuncts and any(
            self._is_verb(t.lower_) or t.lower_ in self._predicates for t in tokens
        )

    def _quoting(
        self, tokens: Sequence[Token], at: int, after: int, is_adjunct: Callable[[int, int], bool]
    ) -> list[Range]:
        if after >= len(tokens) or tokens[after].text == ",":
            return []  # `Sebelumnya diberitakan, ...`: no source is named
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
