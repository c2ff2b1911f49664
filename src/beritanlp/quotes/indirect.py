"""Indirect quotes: a clause that somebody is said to have said, in the sentence of its cue.

=========================  =====================================================
``indirect-verb``          ``X mengatakan (bahwa) ...``, ``X menegaskan, ...``
``indirect-after``         ``..., kata X``, ``..., ujarnya``, ``A, kata X, ...``
``indirect-opening``       ``Jelasnya, ...``
``indirect-according``     ``Menurut X, ...``, ``..., menurut X``, ``A, menurut X, ...``
``indirect-passive``       ``Dijelaskan X, ...``, ``A, seperti disampaikan oleh X, ...``
``indirect-source``        ``Seperti dikutip dari X, ...``
=========================  =====================================================

With quoted words inside, the quote is *mixed*.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from spacy.tokens import Token

from beritanlp.language.quotation import Quoted
from beritanlp.language.verbs import VerbShapes
from beritanlp.lexicon import Lexicon
from beritanlp.quotes.cues import Cue, CueFinder
from beritanlp.quotes.found import FoundQuote
from beritanlp.quotes.reading import Reading, after_last_comma

Range = tuple[int, int]
PARTING = frozenset({",", "–", "—"})
SHORTEST = 2  # words of a reported clause
SHORTEST_UNMARKED = 4  # words of one without a word that looks like a verb
VERBS = frozenset({"verbs", "careful"})  # cues whose subject speaks
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
        self._comparisons = frozenset(table["fillers"]["comparisons"])
        self._contrasts = frozenset(table["fillers"]["contrasts"])
        self._purposes = frozenset(table["fillers"]["purposes"])
        self._aims = frozenset(table["complementisers"]["aims"])
        self._finite = self._predicates - set(table["predicates"]["weak"])
        self._ties = frozenset(table["predicates"]["ties"])
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

        `is_adjunct` tells whether the characters hold nothing but a time, a place or a person.
        """
        spoken = {part for found in direct for part in found.parts}
        speech = [q for q in quoted if any(q.start <= a < q.closing for a, _ in spoken)]
        used = {found.cue.start for found in direct if found.cue}
        fragments = [q for q in quoted if q not in speech]
        result: list[FoundQuote] = []
        for sentence in reading.sentences:
            for part in self._statements(reading, self._unspoken(sentence, speech)):
                found = self._in_sentence(reading, part, used, is_adjunct)
                if found is not None:
                    if any(a <= q.opening and q.closing <= b + 1 for q in fragments for a, b in found.parts):
                        found.kind = "mixed"
                    result.append(found)
        return result

    def _statements(self, reading: Reading, sentence: Range) -> list[Range]:
        """The sentence, cut where another speaks: `X mengatakan ..., sementara Y mengatakan ...`."""
        tokens = reading.tokens(*sentence)
        cuts = []
        for i, token in enumerate(tokens[:-1]):
            if token.text == "," and tokens[i + 1].lower_ in self._contrasts:
                before, after = tokens[:i], tokens[i + 2 :]
                if self.cues.all(before, VERBS) and self._has_new_speaker(after):
                    cuts.append(token.idx)
        bounds = [sentence[0], *cuts, sentence[1]]
        return list(pairwise(bounds))

    def _has_new_speaker(self, tokens: Sequence[Token]) -> bool:
        """Whether a verb of saying follows before the next comma."""
        comma = _find(tokens, 0, {","})
        return bool(self.cues.all(tokens[:comma], VERBS))

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
        closing = [c for c in cues if c.kind == "after" and _is_parted(tokens, places[c.token])]
        for n, cue in enumerate([*closing, *cues]):
            at = places[cue.token]
            later = cues[max(0, n - len(closing)) :]
            if cue.kind == "quoting" and any(c.kind == "verbs" and c.form in self._plain for c in later):
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
        if cue.kind == "passive":
            return self._passive(tokens, at, after, cue, is_adjunct), "indirect-passive"
        if cue.kind == "according":
            return self._beside(tokens, at, after, cue, is_adjunct), "indirect-according"
        if cue.kind == "quoting":
            return self._quoting(tokens, at, after, is_adjunct), "indirect-source"
        if cue.kind == "after":
            if cue.clitic and (at == 0 or self._is_connective(tokens[:at])):
                comma = _find(tokens, after, {","})
                near = comma is not None and comma - after < 4
                return ([_range(tokens, comma + 1)] if comma is not None and near else []), "indirect-opening"
            if (at == 0 or _is_parted(tokens, at)) and self._has_speaker(tokens, after, cue):
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
        subject = after_last_comma(tokens[:at])
        if subject[0].lower_ in self._not_speakers and not any(
            t.text[0].isupper() or t.lower_ in self._pronouns for t in subject[1:]
        ):
            return []
        if cue.kind == "strict" and any(t.lower_ == "untuk" for t in subject):
            return []  # `membantu orang melihat, ...`
        if any(t.lower_ in self._complementisers for t in subject):
            return []  # inside another's statement: `menolak laporan bahwa X meminta ...`
        that = next(
            (i for i in range(after, min(after + FAR, len(tokens))) if tokens[i].lower_ in self._complementisers),
            None,
        )
        if that is not None and all(t.lower_ not in self._predicates for t in tokens[after:that]):
            return [_range(tokens, that + 1)]
        after += tokens[after].lower_ in self._aims  # `meminta agar warga pergi`
        if after >= len(tokens):
            return []
        if tokens[after].text in {",", ":"}:
            return [_range(tokens, after + 1)]
        if self._opens_adjunct(tokens, after):
            comma = _find(tokens, after, {","})
            return [_range(tokens, comma + 1)] if comma is not None and comma + 1 < len(tokens) else []
        if cue.kind == "strict" and not self._tells_finding(tokens[:at]):
            return []
        rest = tokens[after:]
        is_thing = tokens[after].lower_ in self._no_clause
        if is_thing and (cue.form not in self._plain or not self._is_clause(rest)):
            return []
        if cue.form in self._plain and len(rest) > SHORTEST_UNMARKED:
            told = all(t.lower_ != "yang" for t in rest) or any(t.lower_ in self._finite for t in rest)
        else:
            told = self._is_clause(rest) or (cue.stance == "demand" and any(t.lower_ in self._purposes for t in rest))
        return [_range(tokens, after)] if told or self._is_clause(rest) else []

    def _tells_finding(self, tokens: Sequence[Token]) -> bool:
        """`Data BPS menunjukkan`, `Hasil survei itu memperlihatkan`: the subject opens with a word for a finding."""
        subject = (t.lower_ for t in after_last_comma(tokens) if t.lower_ not in self._connectives)
        return next(subject, "") in self._findings

    def _opens_adjunct(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether circumstances of speaking begin here: `saat ditemui`, but not `saat ini`."""
        following = tokens[i + 1].lower_ if i + 1 < len(tokens) else ""
        return tokens[i].lower_ in self._adjuncts and following not in {"ini", "itu"}

    def _is_clause(self, tokens: Sequence[Token]) -> bool:
        """Whether a predicate stands among the words, past a `yang` that describes the subject."""
        for i, token in enumerate(tokens):
            lower = token.lower_
            if lower in {"yang", "dengan"}:
                return lower == "yang" and self._goes_on_past(tokens[i + 1 :])
            if lower in self._predicates or self._is_verb(lower):
                return True
        return False

    def _goes_on_past(self, tokens: Sequence[Token]) -> bool:
        """`(langkah yang) diambil membuat warga resah`: a second verb, not tied to the first by a small word."""
        told = [i for i, t in enumerate(tokens) if self._is_verb(t.lower_) or t.lower_ in self._finite]
        return any(tokens[i - 1].lower_ not in self._ties and tokens[i - 1].text != "," for i in told[1:])

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
        headed = cue.kind == "according" and tokens[at].text[0].isupper()  # `Harga beras Menurut X, ...`
        if at == 0 or headed or self._is_connective(tokens[:at]):
            return [_range(tokens, rest)] if rest < len(tokens) else []
        parted = _is_parted(tokens, at)
        if not parted and not (cue.clitic and goes_on):
            return []
        before = self._without_opening(tokens, at - parted, is_adjunct)
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

    def _passive(
        self, tokens: Sequence[Token], at: int, after: int, cue: Cue, is_adjunct: Callable[[int, int], bool]
    ) -> list[Range]:
        """`Dijelaskan X, ...`, `seperti disampaikan oleh X, ...`; `Hal itu disampaikan X` reports nothing itself."""
        named = after + (after < len(tokens) and tokens[after].lower_ == "oleh")
        if named >= len(tokens) or not tokens[named].text[0].isupper():
            return []
        compared = at > 0 and tokens[at - 1].lower_ in self._comparisons
        if compared and at > 1:
            return self._beside(tokens, at - 1, after, cue, is_adjunct)
        comma = _find(tokens, after, {","})
        if (at > 0 and not compared) or comma is None:
            return []
        return [_range(tokens, self._skip_adjuncts(tokens, comma + 1, is_adjunct))]

    def _quoting(
        self, tokens: Sequence[Token], at: int, after: int, is_adjunct: Callable[[int, int], bool]
    ) -> list[Range]:
        if after >= len(tokens) or tokens[after].text == ",":
            return []  # `Sebelumnya diberitakan, ...`: no source is named
        if at > 2:  # "..., seperti dikutip dari X": the clause is before
            before = at - 1 if tokens[at - 1].lower_ in self._comparisons else at
            return [_range(tokens, 0, before - 1)] if tokens[before - 1].text == "," else []
        comma = _find(tokens, after, {","})
        if comma is None:
            return []
        return [_range(tokens, self._skip_adjuncts(tokens, comma + 1, is_adjunct))]

    @staticmethod
    def _skip_adjuncts(tokens: Sequence[Token], i: int, is_adjunct: Callable[[int, int], bool]) -> int:
        """Index after segments between commas that are only a time, a place or a person."""
        while True:
            comma = _find(tokens, i, {","})
            if comma is None or comma <= i or not is_adjunct(tokens[i].idx, tokens[comma].idx):
                return i
            i = comma + 1

    def _without_opening(self, tokens: Sequence[Token], end: int, is_adjunct: Callable[[int, int], bool]) -> Range:
        """The tokens before `end` without a connective or a source: `Dilansir X, Kamis (2/1), ...`."""
        comma = _find(tokens, 0, {","})
        if comma is None or comma >= end:
            return _range(tokens, 0, end)
        if self._is_connective(tokens[:comma]):
            return _range(tokens, comma + 1, end)
        if self.cues.at(tokens, 0, frozenset({"quoting"})):
            return _range(tokens, self._skip_adjuncts(tokens, comma + 1, is_adjunct), end)
        return _range(tokens, 0, end)


def _is_parted(tokens: Sequence[Token], i: int) -> bool:
    """Whether a comma or a dash stands before the token."""
    return i > 0 and tokens[i - 1].text in PARTING


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
