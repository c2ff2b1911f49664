"""Indirect quotes: a clause that somebody is said to have said, in the sentence of its cue.

=========================  =====================================================
``indirect-verb``          ``X mengatakan (bahwa) ...``, ``X menegaskan, ...``
``indirect-after``         ``..., kata X``, ``..., ujarnya``, ``A, kata X, ...``
``indirect-opening``       ``Jelasnya, ...``
``indirect-according``     ``Menurut X, ...``, ``..., menurut X``, ``A, menurut X, ...``
``indirect-passive``       ``Dijelaskan X, ...``, ``A, seperti disampaikan oleh X, ...``
``indirect-source``        ``Seperti dikutip dari X, ...``
=========================  =====================================================

With quoted words inside, the quote is *mixed*. Rules see tokens alone; what a clause is, is told in ``clauses.py``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from beritanlp.language.quotation import DOUBLE, Quoted
from beritanlp.lexicon import Lexicon
from beritanlp.quotes.asides import Asides
from beritanlp.quotes.clauses import ClauseShapes
from beritanlp.quotes.cues import Cue, CueFinder
from beritanlp.quotes.found import FoundQuote
from beritanlp.quotes.reading import Reading, after_last_comma
from beritanlp.quotes.statements import Statement, StatementCutter

Range = tuple[int, int]
SHORTEST = 2  # words of a reported clause
FAR = 14  # tokens between a cue and its `bahwa`
NEAR = 4  # tokens between `Jelasnya` and its comma
PARTING = frozenset({",", "–", "—"})
SUBJECT_FIRST = frozenset({"verbs", "careful", "strict"})
SOURCES = frozenset({"quoting"})
REPORTS = frozenset({"quoting", "passive"})


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
        self.shapes = ClauseShapes(lexicon)
        self._statements = StatementCutter(lexicon, cues)
        table = lexicon["cues"]
        self._adverbs = frozenset(table["adverbs"]["words"])
        self._complementisers = frozenset(table["complementisers"]["words"])
        self._aims = frozenset(table["complementisers"]["aims"])
        self._adjuncts = frozenset(table["speech_adjuncts"]["openers"])
        self._not_subjects = frozenset(table["not_subjects"]["words"])
        self._negations = frozenset(table["not_subjects"]["negations"])
        self._comparisons = frozenset(table["fillers"]["comparisons"])
        self._ambiguous = frozenset(table["ambiguous"]["after"])
        self._not_sources = frozenset(table["not_sources"]["words"])
        self._not_speakers = frozenset(table["not_speakers"]["words"])
        self._conditions = frozenset(table["not_speakers"]["conditions"])
        self._findings = frozenset(table["unnamed"]["findings"])
        self._pointers = frozenset(table["no_clause"]["pointers"])
        degrees = (degree for forms in lexicon["titles"]["after"].values() for degree in forms)
        self._degrees = frozenset(form for degree in degrees for form in (degree, degree.rstrip(".")) if "." in degree)
        self._hopes = frozenset(table["hoped"]["verbs"])
        self._hoped_by = frozenset(table["hoped"]["openers"])
        self._occasions = frozenset(occasion.split()[0] for occasion in table["speech_adjuncts"]["occasions"])
        self._goes_with_name = frozenset(table["fillers"]["after_name"]) | self._adjuncts | self._aims
        self._alongside = frozenset(table["fillers"]["alongside"])
        self._durations = frozenset(table["speech_adjuncts"]["durations"])
        self._pronouns = frozenset(lexicon["pronouns"]["singular"])

    def __call__(
        self, reading: Reading, quoted: Sequence[Quoted], direct: Sequence[FoundQuote], asides: Asides
    ) -> list[FoundQuote]:
        """Indirect and mixed quotes in text order.

        `asides` tells times, places and persons beside the speech.
        """
        spoken = {part for found in direct for part in found.parts}
        speech = [q for q in quoted if any(q.start <= a < q.closing for a, _ in spoken)]
        fragments = [q for q in quoted if q not in speech]
        used = {found.cue.start for found in direct if found.cue}
        result: list[FoundQuote] = []
        paired = {offset for q in quoted for offset in (q.opening, q.closing - 1)}
        for sentence in reading.sentences:
            tokens = reading.tokens(*_unspoken(sentence, speech))
            tokens = [t for t in tokens if t.text not in DOUBLE or t.idx in paired]  # a stray mark is nothing
            for statement in self._statements(tokens):
                found = self._in_statement(reading, statement, used, fragments, asides)
                if found is not None:
                    if any(a <= q.opening and q.closing <= b + 1 for q in fragments for a, b in found.parts):
                        found.kind = "mixed"
                    result.append(found)
        return result

    def _in_statement(
        self,
        reading: Reading,
        statement: Statement,
        used: set[int],
        fragments: Sequence[Quoted],
        asides: Asides,
    ) -> FoundQuote | None:
        tokens = statement.tokens
        cues = self.cues.all(tokens)
        if any(cue.start in used for cue in cues):
            return None
        places = {token.i: i for i, token in enumerate(tokens)}
        closing = [c for c in cues if c.kind == "after" and _is_parted(tokens, places[c.token])]
        for cue in [*closing, *cues]:
            if any(q.opening < cue.start < q.closing for q in fragments):
                continue  # a title in marks: `Novel "Pulang, Kata Ibu"`
            if cue.kind == "quoting" and self._says_later(cue, cues):
                continue  # `Mengutip laman X, Budi menyampaikan ...`: Budi's statement
            at = places[cue.token]
            cue = self._admitted(tokens, at, cue)
            parts, rule = self._clause(tokens, at, cue, statement.shared, asides)
            parts = [p for p in (_trim(reading.text, *part) for part in parts) if p[0] < p[1]]
            if sum(len(reading.text[a:b].split()) for a, b in parts) >= SHORTEST and not self._points(reading, parts):
                clause = (tokens[0].idx, tokens[-1].idx + len(tokens[-1]))
                found = FoundQuote("indirect", parts, rule, cue, clause, shares_speaker=statement.shared)
                found.predicate = self._predicate_part(reading, parts)
                return found
        return None

    def _points(self, reading: Reading, parts: Sequence[Range]) -> bool:
        """Whether the words only announce a list: `Berikut rinciannya`."""
        words = reading.tokens(*parts[0])
        return bool(words) and words[0].lower_ in self._pointers and not self.shapes.is_clause(words)

    def _says_later(self, cue: Cue, cues: Sequence[Cue]) -> bool:
        later = [c for c in cues if c.start > cue.start]
        return any(c.kind == "according" or (c.kind == "verbs" and self.shapes.is_plain(c)) for c in later)

    def _admitted(self, tokens: Sequence[Token], at: int, cue: Cue) -> Cue:
        """`tidak menampik bahwa` concedes."""
        negated = at > 0 and tokens[at - 1].lower_ in self._negations
        return replace(cue, stance="concede") if negated and cue.stance == "deny" else cue

    def _predicate_part(self, reading: Reading, parts: Sequence[Range]) -> int | None:
        """Of two parts, the second if it opens with a predicate: `Uji klinis ini, kata dia, akan dilakukan ...`."""
        if len(parts) < 2:
            return None
        opening = reading.tokens(*parts[1])[:1]
        return 1 if opening and self.shapes.tells(opening[0]) else None

    # ------------------------------------------------------------------ which rule
    def _clause(
        self, tokens: Sequence[Token], at: int, cue: Cue, shared: bool, asides: Asides
    ) -> tuple[list[Range], str]:
        """The reported clause, in one part or two, and the rule that found it."""
        after = at + cue.after - cue.token
        if cue.kind in SUBJECT_FIRST:
            return self._after_verb(tokens, at, after, cue, shared, asides), "indirect-verb"
        if not cue.clitic and after < len(tokens) and tokens[after].lower_ in self._not_sources:
            return [], ""
        if cue.kind == "passive":
            return self._passive(tokens, at, after, cue, asides), "indirect-passive"
        if cue.kind == "according":
            return self._beside(tokens, at, after, cue, asides), "indirect-according"
        if cue.kind == "quoting":
            return self._quoting(tokens, at, after, asides), "indirect-source"
        if cue.clitic and (at == 0 or self.shapes.is_connective(tokens[:at])):
            comma = _find_comma(tokens, after)
            near = comma is not None and comma - after < NEAR
            return ([_range(tokens, comma + 1)] if comma is not None and near else []), "indirect-opening"
        if (at == 0 or _is_parted(tokens, at)) and self._has_speaker(tokens, after, cue):
            return self._beside(tokens, at, after, cue, asides), "indirect-after"
        return [], ""

    def _has_speaker(self, tokens: Sequence[Token], after: int, cue: Cue) -> bool:
        """Whether a cue that may be a noun (`nilai ekspor`) has a name or pronoun behind it."""
        if cue.clitic or cue.form not in self._ambiguous:
            return True
        after += after < len(tokens) and tokens[after].text == ","
        return after < len(tokens) and (tokens[after].text[0].isupper() or tokens[after].lower_ in self._pronouns)

    # ------------------------------------------------------------------ X mengatakan ...
    def _after_verb(
        self, tokens: Sequence[Token], at: int, after: int, cue: Cue, shared: bool, asides: Asides
    ) -> list[Range]:
        if after >= len(tokens):
            return []
        that = self._complementiser(tokens, after)
        beside = that == after and at > 1 and tokens[at - 1].lower_ in self._alongside
        if not (shared or beside or self._has_subject(tokens[:at], cue)):
            return []
        if that is not None:
            return [_range(tokens, that + 1, self._end(tokens, that + 1))]
        if at and tokens[at - 1].lower_ in self._negations:
            return []  # `tidak menyebut nama pelaku`
        aimed = tokens[after].lower_ in self._aims  # `meminta agar warga pergi`
        after += aimed
        start = self._content_start(tokens, after, cue, asides)
        if start is None:
            return []
        end = self._end(tokens, start)
        is_parted = aimed or (start > 0 and tokens[start - 1].text in {",", ":"})
        if start >= end or not (is_parted or self.shapes.is_statement(cue, tokens[start:end])):
            return []
        return [_range(tokens, start, end)]

    def _has_subject(self, before: Sequence[Token], cue: Cue) -> bool:
        """Whether somebody who can speak is the subject of the verb behind these tokens."""
        if not before:
            return False
        last = before[-1].lower_
        admits = last in self._negations and cue.stance in {"deny", "concede"}
        if last in self._not_subjects and not admits:
            return False
        subject = after_last_comma(before)
        named = any(t.text[0].isupper() or t.lower_ in self._pronouns for t in subject[1:])
        if subject[0].lower_ in self._conditions or (subject[0].lower_ in self._not_speakers and not named):
            return False
        if cue.kind == "strict" and any(t.lower_ == "untuk" for t in subject):
            return False  # `membantu orang melihat, ...`
        # inside another's statement: `menolak laporan bahwa X meminta ...`
        return all(t.lower_ not in self._complementisers for t in subject)

    def _complementiser(self, tokens: Sequence[Token], after: int) -> int | None:
        """Index of the `bahwa` of a cue, past the circumstances of speaking."""
        for i in range(after, min(after + FAR, len(tokens) - 1)):
            if tokens[i].lower_ in self._complementisers:
                return i
            if self.shapes.is_predicate_word(tokens[i]):
                return None
        return None

    def _content_start(self, tokens: Sequence[Token], after: int, cue: Cue, asides: Asides) -> int | None:
        """Index of the first token of what was said; None where nothing is reported."""
        if after >= len(tokens):
            return None
        if tokens[after].text in {",", ":"}:
            return self._skip_adjuncts(tokens, after + 1, asides)
        if cue.stance == "demand" and tokens[after].lower_ == "kepada":
            return after + 1  # `menyerukan kepada warga untuk ...`
        if self._opens_adjunct(tokens, after) and not self._is_hoped(tokens, after, cue, asides):
            comma = _find_comma(tokens, after)
            return None if comma is None else self._skip_adjuncts(tokens, comma + 1, asides)
        return None if cue.kind == "strict" and not self._tells_finding(tokens[: after - 1]) else after

    def _tells_finding(self, tokens: Sequence[Token]) -> bool:
        """`Data BPS menunjukkan`, `Hasil survei itu memperlihatkan`: the subject opens with a word for a finding."""
        subject = (t for t in after_last_comma(tokens) if not self.shapes.is_connective([t]))
        opening = next(subject, None)
        return opening is not None and opening.lower_ in self._findings

    def _opens_adjunct(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether circumstances of speaking begin here: `saat ditemui`, but not `saat ini`."""
        following = tokens[i + 1].lower_ if i + 1 < len(tokens) else ""
        return tokens[i].lower_ in self._adjuncts and following not in {"ini", "itu"}

    def _is_hoped(self, tokens: Sequence[Token], after: int, cue: Cue, asides: Asides) -> bool:
        """`berharap dengan aturan itu, harga turun`, but not `berharap dalam keterangan tertulis, ...`."""
        if cue.form not in self._hopes or tokens[after].lower_ not in self._hoped_by:
            return False
        adjunct = tokens[after : _find_comma(tokens, after)]
        return not asides.cover(*_range(adjunct, 0)) and all(t.lower_ not in self._occasions for t in adjunct)

    def _end(self, tokens: Sequence[Token], start: int) -> int:
        """Index after the clause: before `, seperti dikutip dari X`."""
        for i in range(start, len(tokens) - 2):
            if tokens[i].text == ",":
                at = i + 1 + (tokens[i + 1].lower_ in self._comparisons)
                if self.cues.at(tokens, at, REPORTS if at > i + 1 else SOURCES):
                    return i
        return len(tokens)

    # ------------------------------------------------------------------ ..., kata X; menurut X, ...
    def _beside(self, tokens: Sequence[Token], at: int, after: int, cue: Cue, asides: Asides) -> list[Range]:
        """The clause beside `menurut X` or `kata X`, which stands before it, after it or within it."""
        comma = after - 1 if cue.clitic else _find_comma(tokens, after)
        if cue.kind == "according" and (bare := self._after_name(tokens, after, comma, asides)):
            comma = bare - 1
        rest = len(tokens) if comma is None else self._skip_adjuncts(tokens, comma + 1, asides)
        if cue.clitic and rest < len(tokens) and tokens[rest].text == ",":
            rest += 1
        headed = cue.kind == "according" and tokens[at].text[0].isupper()  # `Harga beras Menurut X, ...`
        if at == 0 or headed or self.shapes.is_connective(tokens[:at]):
            return [_range(tokens, rest)] if rest < len(tokens) else []
        goes_on = rest < len(tokens) - 1 and self._goes_on(tokens[rest:])
        parted = _is_parted(tokens, at)
        if not parted and not (cue.clitic and goes_on):
            return []
        before = self._without_opening(tokens, at - parted, asides)
        if not goes_on:
            return [before]
        told = any(self.shapes.tells(t) for t in tokens[:at])
        after_range = _range(tokens, rest)
        return [before, after_range] if told or not asides.cover(*before) else [after_range]

    def _after_name(self, tokens: Sequence[Token], after: int, comma: int | None, asides: Asides) -> int | None:
        """`Menurut Budi cuaca akan cerah`: index behind a name that the clause follows without a comma."""
        i = after
        while i < len(tokens) and (tokens[i].text[0].isupper() or asides.is_named(tokens[i].idx)):
            i += 1
        rest = tokens[i:comma]
        follows = i > after and bool(rest) and rest[0].is_alpha and rest[0].lower_ not in self._goes_with_name
        return i if follows and self.shapes.is_clause(rest) else None

    def _goes_on(self, tokens: Sequence[Token]) -> bool:
        """Whether the reported clause goes on here, not only the circumstances of speaking."""
        return tokens[0].lower_ not in self._adjuncts and any(self.shapes.tells(t) for t in tokens)

    def _without_opening(self, tokens: Sequence[Token], end: int, asides: Asides) -> Range:
        """The tokens before `end` without a connective or a source: `Dilansir X, Kamis (2/1), ...`."""
        comma = _find_comma(tokens, 0)
        if comma is None or comma >= end:
            return _range(tokens, 0, end)
        if self.shapes.is_connective(tokens[:comma]):
            return _range(tokens, comma + 1, end)
        if self.cues.at(tokens, 0, SOURCES):
            return _range(tokens, self._skip_adjuncts(tokens, comma + 1, asides), end)
        return _range(tokens, 0, end)

    # ------------------------------------------------------------------ passives and sources
    def _passive(self, tokens: Sequence[Token], at: int, after: int, cue: Cue, asides: Asides) -> list[Range]:
        """`Dijelaskan X, ...`, `seperti disampaikan oleh X, ...`; `Hal itu disampaikan X` reports nothing itself."""
        named = after + (after < len(tokens) and tokens[after].lower_ == "oleh")
        if named >= len(tokens) or not tokens[named].text[0].isupper():
            return []
        compared = at > 0 and tokens[at - 1].lower_ in self._comparisons
        if compared and at > 1:
            return self._beside(tokens, at - 1, after, cue, asides)
        comma = _find_comma(tokens, after)
        if (at > 0 and not compared) or comma is None:
            return []
        clause = _range(tokens, self._skip_adjuncts(tokens, comma + 1, asides))
        return [] if asides.cover(*clause) else [clause]  # `Demikian disampaikan X, Selasa (4/8).`

    def _quoting(self, tokens: Sequence[Token], at: int, after: int, asides: Asides) -> list[Range]:
        if after >= len(tokens) or tokens[after].text == ",":
            return []  # `Sebelumnya diberitakan, ...`: no source is named
        if at > 2:  # "..., seperti dikutip dari X": the clause is before
            before = at - 1 if tokens[at - 1].lower_ in self._comparisons else at
            return [_range(tokens, 0, before - 1)] if tokens[before - 1].text == "," else []
        comma = _find_comma(tokens, after)
        if comma is None:
            return []
        start = self._skip_adjuncts(tokens, comma + 1, asides)
        return [_range(tokens, self._after_day(tokens, start, asides))]

    def _after_day(self, tokens: Sequence[Token], i: int, asides: Asides) -> int:
        """Index after a day with its date in brackets: `Melansir X, Jumat (13/6/2025) perusahaan itu membeli ...`."""
        if i + 1 < len(tokens) and tokens[i + 1].text == "(":
            close = next((k for k in range(i + 2, len(tokens)) if tokens[k].text == ")"), i)
            if close > i and asides.cover(tokens[i].idx, tokens[close].idx + 1):
                return close + 1
        return i

    def _skip_adjuncts(self, tokens: Sequence[Token], i: int, asides: Asides) -> int:
        """Index after segments between commas that are only a time, a place, a person or a degree.

        `mengatakan, hingga Kamis siang, ...`: how long something lasts belongs to what was said.
        """
        while True:
            comma = _find_comma(tokens, i)
            if comma is None or comma <= i:
                return i
            degree = "".join(t.text for t in tokens[i:comma]) in self._degrees
            if not degree and not asides.cover(tokens[i].idx, tokens[comma].idx):
                return i
            if tokens[i].lower_ in self._durations:
                return i
            i = comma + 1


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


def _is_parted(tokens: Sequence[Token], i: int) -> bool:
    """Whether a comma or a dash stands before the token."""
    return i > 0 and tokens[i - 1].text in PARTING


def _find_comma(tokens: Sequence[Token], start: int) -> int | None:
    """Index of the first comma from `start` on, brackets left out."""
    depth = 0
    for i in range(start, len(tokens)):
        text = tokens[i].text
        depth += (text == "(") - (text == ")")
        if depth <= 0 and text == ",":
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
