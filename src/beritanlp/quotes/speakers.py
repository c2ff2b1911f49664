"""Who speaks: the mention beside a cue, and the entities behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from spacy.tokens import Token

from beritanlp.entities.groups import EQUALS, runs
from beritanlp.entities.index import EntityIndex, EntityMention
from beritanlp.language.verbs import VerbShapes
from beritanlp.lexicon import Lexicon
from beritanlp.quotes.cues import Cue
from beritanlp.quotes.reading import Reading, comma_segments

KIND_WEIGHTS = {"person": 1.0, "organisation": 0.6, "place": 0.4}
FARTHEST = 30  # mentions that candidates are looked for in
MOST_NEARBY = 3  # candidates kept for a quote of nobody
LONGEST_DESCRIPTION = 9  # tokens
LONGEST_RELATION = 20  # characters of a word for a relation
LONGEST_DETOUR = 12  # tokens between a title and its name
LONGEST_BRACKET = 4  # tokens in a bracket that does not end a noun phrase


@dataclass(frozen=True, slots=True)
class Attribution:
    """The speaker of a quote, as far as it could be told.

    ``entities`` are record ids; empty with a ``description`` for somebody unnamed; both empty when unknown.
    """

    mention: tuple[int, int] | None = None
    entities: tuple[str, ...] = ()
    description: str | None = None
    candidates: list[tuple[EntityMention, float]] = field(default_factory=list)

    @property
    def is_unknown(self) -> bool:
        """Whether nobody is said to speak."""
        return not (self.entities or self.description)


class SpeakerFinder:
    """Finds the speaker beside a cue.

    Parameters
    ----------
    lexicon
        Its ``cues`` table: adverbs, adjuncts, unnamed speakers, fillers.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon["cues"]
        self._adverbs = frozenset(table["adverbs"]["words"])
        self._adjuncts = frozenset(table["speech_adjuncts"]["openers"])
        self._is_verb = VerbShapes(lexicon)
        self._predicates = frozenset(table["predicates"]["words"])
        self._pronouns = frozenset(
            word for kind in ("singular", "plural", "both") for word in lexicon["pronouns"][kind]
        )
        self._relations = tuple(table["unnamed"]["relations"])
        academic = (word.lower() for word in lexicon["titles"]["before"]["academic"])
        self._besides = frozenset(lexicon["roles"]["inside"]).union(academic)  # between an office and its name
        self._offices = frozenset(lexicon["events"]["roles"]["titles"])
        self._fillers = frozenset(table["sources"]["fillers"])
        self._unnamed_heads = frozenset(table["unnamed"]["heads"])
        self._determiners = frozenset(table["unnamed"]["determiners"])
        self._findings = frozenset(table["unnamed"]["findings"])
        self._demonstratives = frozenset(lexicon["pronouns"]["demonstratives"])
        self._own_name_after = self._unnamed_heads | set(lexicon["nicknames"]["also_known"]["calls"])
        self._described_by = frozenset(table["unnamed"]["described_by"])

    def __call__(self, reading: Reading, index: EntityIndex, cue: Cue, start: int, end: int) -> Attribution:
        """The speaker of a cue whose clause is the characters ``start:end``."""
        if cue.clitic:
            return self._clitic(index, cue)
        if cue.speaker_right:
            return self._right(reading, index, cue, end)
        return self._left(reading, index, cue, start)

    def _clitic(self, index: EntityIndex, cue: Cue) -> Attribution:
        span = (cue.end - 3, cue.end)
        entities = tuple(m.entity for m in index.within(*span))
        return Attribution(span, entities)

    def is_thing(self, reading: Reading, cue: Cue, start: int) -> bool:
        """Whether the subject of a verb of saying is no one who speaks: `ruang sempit membuat orang merasa ...`.

        Only where no speaker was found: a subject without name, pronoun or word for a human.
        """
        if cue.kind == "verbs":
            return False
        segments = comma_segments(reading.tokens(start, cue.start))
        subject = [t for t in segments[-1] if t.lower_ not in self._adverbs] if segments else []
        named = any(t.text[0].isupper() for t in subject[segments[0][0] is subject[0] :]) if subject else True
        return not named and subject[0].lower_ not in self._pronouns

    # ------------------------------------------------------------------ speaker after the cue
    def _right(self, reading: Reading, index: EntityIndex, cue: Cue, end: int) -> Attribution:
        tokens = reading.tokens(cue.end, end)
        skipped = self._skipped(cue)
        while tokens and (tokens[0].text == "," or tokens[0].lower_ in skipped) and not index.at(tokens[0].idx):
            tokens = tokens[1:]
        if not tokens:
            return Attribution()
        phrase_end = self._phrase_end(tokens, index)
        start = tokens[0].idx
        found = index.within(start, phrase_end)
        people = [m for m in found if m.kind == "person"]
        if not people and self._may_name_later(cue, tokens):  # "kata Ketua Umum PSSI, Erick Thohir"
            found_after = self._name_after(reading, index, phrase_end, end)
            people = [found_after] if found_after else []
        if people:
            people = [self._related(reading, index, people[0]), *people]
        chosen = people or [m for m in found if m.start <= start + 1] or found
        if chosen and not self._describes(tokens, chosen[0]):
            return self._attribution(reading, index, chosen[0], found or people)
        return self._unnamed(reading, [t for t in tokens if t.idx < phrase_end])

    def _skipped(self, cue: Cue) -> frozenset[str]:
        return self._fillers if cue.kind == "quoting" else frozenset({"oleh"})

    def _may_name_later(self, cue: Cue, tokens: Sequence[Token]) -> bool:
        """Whether a person behind the comma may be the source: of `Melansir Marca, Budi ...` only after an office."""
        return cue.kind != "quoting" or any(t.lower_ in self._offices for t in tokens[:2])

    def _phrase_end(self, tokens: Sequence[Token], index: EntityIndex) -> int:
        """End of the noun phrase that starts with these tokens; a short bracket such as ``(Kemendagri)`` is inside."""
        bracket_end = 0
        for i, token in enumerate(tokens):
            if token.idx < bracket_end or index.at(token.idx) is not None:
                continue
            if token.text == "(":
                bracket_end = _short_bracket(tokens, i)
                if bracket_end:
                    continue
            if token.text in {",", ".", ";", ":", "!", "?"} or token.text[0] in '"“”(–—':
                return token.idx
            if token.lower_ in self._adjuncts and i > 0:
                return token.idx
        last = tokens[-1]
        return last.idx + len(last)

    def _related(self, reading: Reading, index: EntityIndex, person: EntityMention) -> EntityMention:
        """`kata kuasa hukum A, B`: B, where a word for a relation stands before A and B right behind the comma."""
        before = " ".join(t.lower_ for t in reading.tokens(max(0, person.start - LONGEST_RELATION), person.start))
        other = index.at(person.end + 2) if reading.text[person.end : person.end + 2] == ", " else None
        named = other is not None and other.kind == "person" and not other.pronoun
        return other if other is not None and named and before.endswith(self._relations) else person

    def _name_after(self, reading: Reading, index: EntityIndex, comma: int, end: int) -> EntityMention | None:
        """`kata Camat Neglasari, Kabupaten Tangerang, Budi Santoso`: the person after places and ranks."""
        person = next((m for m in index.within(comma, end) if m.kind == "person" and not m.pronoun), None)
        if person is None or "," not in (reading.text[comma : comma + 1], reading.text[person.start - 2]):
            return None
        between = reading.tokens(comma, person.start)
        plain = all(
            t.text[0].isupper() or t.text in ",()" or t.lower_ in self._besides or index.at(t.idx) for t in between
        )
        return person if plain and len(between) <= LONGEST_DETOUR else None

    def _describes(self, tokens: Sequence[Token], mention: EntityMention) -> bool:
        """Whether the phrase only describes somebody by the mention: `kata warga Sleman`, `kata pejabat AS itu`."""
        before = [t for t in tokens if t.idx < mention.start]
        if mention.pronoun or not before:
            return False
        if mention.kind == "person":  # `satpam di rumah Budi`, but `pelatih yang biasa disapa Didi`
            words = [t.lower_ for t in before]
            common = before[-1].is_lower and words[-1] not in self._own_name_after
            return common and words[0] in self._unnamed_heads and not self._described_by.isdisjoint(words[1:])
        return any(t.lower_ in self._unnamed_heads or t.lower_ in self._determiners for t in before)

    # ------------------------------------------------------------------ speaker before the cue
    def _left(self, reading: Reading, index: EntityIndex, cue: Cue, start: int) -> Attribution:
        found = index.within(start, cue.start)
        subject: Sequence[Token] = []
        for segment in reversed(comma_segments(reading.tokens(start, cue.start))):
            if segment[0].lower_ in self._adjuncts:
                continue  # `..., saat mendampingi X, mengatakan`
            ends = segment[-1].idx + len(segment[-1])
            people = [m for m in found if m.kind == "person" and segment[0].idx <= m.start and m.end <= ends]
            told = subject and any(map(self._tells, segment))  # `X ditahan, pihak keluarga mengatakan`
            if people and not told and not self._describes(segment, people[-1]):
                return self._attribution(reading, index, people[-1], found)
            subject = subject or segment
        subject = self._without_adverbs(subject)
        opening = [m for m in found if self._opens(subject, m)]
        chosen = opening[:1] or [m for m in found if self._adjoins(reading, m, cue)][-1:]
        if chosen and not self._describes(subject, chosen[0]):
            return self._attribution(reading, index, chosen[0], found)
        return self._unnamed(reading, subject)

    def _without_adverbs(self, subject: Sequence[Token]) -> list[Token]:
        """The words before the adverbs at the end: `kepala sekolah itu juga` keeps its `itu`, `saat itu` goes."""
        words = list(subject)
        while words and words[-1].lower_ in self._adverbs:
            closes = words[-1].lower_ in self._demonstratives and len(words) > 1
            if closes and words[-2].lower_ not in self._adverbs:
                break
            words.pop()
        return words

    def _opens(self, subject: Sequence[Token], mention: EntityMention) -> bool:
        """Whether the mention begins the subject, but for a word such as `data`."""
        before = [t for t in subject if t.idx < mention.start]
        if not subject or mention.start < subject[0].idx:
            return False
        return not before or before[0].lower_ in self._findings  # `Hasil uji laboratorium X menunjukkan`

    def _adjoins(self, reading: Reading, mention: EntityMention, cue: Cue) -> bool:
        """Whether only adverbs or a bracket stand between mention and cue."""
        between = reading.tokens(mention.end, cue.start)
        return all(t.lower_ in self._adverbs or t.text in {"(", ")", ","} or t.text.isupper() for t in between)

    def named_in(self, reading: Reading, index: EntityIndex, start: int, end: int) -> Attribution:
        """The person or body named last in the characters ``start:end``."""
        found = [m for m in index.within(start, end) if not m.pronoun]
        chosen = [m for m in found if m.kind == "person"] or found
        return self._attribution(reading, index, chosen[-1], found) if chosen else Attribution()

    def nearby(self, index: EntityIndex, offset: int) -> list[tuple[EntityMention, float]]:
        """Who might have spoken: the persons and bodies named last before a quote, scored by how near they stand."""
        last: dict[str, EntityMention] = {}
        for mention in reversed(index.before(offset, FARTHEST)):
            if mention.kind != "place" and not mention.pronoun:
                last.setdefault(mention.entity, mention)
            if len(last) == MOST_NEARBY:
                break
        return [(m, _score(m, offset - m.start)) for m in last.values()]

    def lone_person(self, reading: Reading, index: EntityIndex, offset: int) -> Attribution:
        """The one person of the sentence before `offset`, in the same paragraph."""
        before = reading.sentence_before(offset)
        if before is None or "\n" in reading.text[before[0] : offset]:
            return Attribution()
        entities = {m.entity for m in index.within(*before) if m.kind == "person"}
        return Attribution(None, tuple(entities)) if len(entities) == 1 else Attribution()

    # ------------------------------------------------------------------ results
    def _attribution(
        self, reading: Reading, index: EntityIndex, chosen: EntityMention, found: Sequence[EntityMention]
    ) -> Attribution:
        group = self._group(reading, index, chosen)
        scored = [(m, _score(m, abs(m.start - chosen.start))) for m in found if m not in group]
        span = (min(m.start for m in group), max(m.end for m in group))
        entities = tuple(dict.fromkeys(m.entity for m in group))
        return Attribution(span, entities, None, [(m, 1.0) for m in group] + scored)

    def _group(self, reading: Reading, index: EntityIndex, chosen: EntityMention) -> list[EntityMention]:
        """The mention with those coordinated to it, and those at the same characters (`kedua negara`)."""
        same = [m for m in index.within(chosen.start, chosen.end) if (m.start, m.end) == (chosen.start, chosen.end)]
        if chosen.pronoun:
            return same
        sentence = reading.sentence(chosen.start)
        if sentence is None:
            return same
        peers = [m for m in index.within(*sentence) if m.kind == chosen.kind and not m.pronoun]
        return next((run for run in runs(reading.text, peers, EQUALS) if chosen in run), [chosen])

    def _tells(self, token: Token) -> bool:
        return self._is_verb(token.text) or token.text in self._predicates

    def _unnamed(self, reading: Reading, tokens: Sequence[Token]) -> Attribution:
        """A description such as `seorang saksi`, `warga setempat`; nothing when the phrase is none."""
        phrase: list[Token] = []
        opening = next((i for i, t in enumerate(tokens) if t.lower_ not in self._findings), 0)  # `pengakuan pelaku`
        for token in tokens[opening : opening + LONGEST_DESCRIPTION]:
            if not (token.is_alpha or token.is_digit or "-" in token.text):
                break
            if phrase and self._tells(token) and all(t.lower_ != "yang" for t in phrase):
                break  # `seorang petugas turun dan meminta`
            phrase.append(token)
        heads = {t.lower_ for t in phrase} | {f"{a.lower_} {b.lower_}" for a, b in pairwise(phrase)}
        if not phrase or not heads & (self._unnamed_heads | self._determiners):
            return Attribution()
        start, end = phrase[0].idx, phrase[-1].idx + len(phrase[-1])
        return Attribution((start, end), (), reading.text[start:end])


def _score(mention: EntityMention, distance: int) -> float:
    return round(KIND_WEIGHTS[mention.kind] / (1 + distance / 50), 3)


def _short_bracket(tokens: Sequence[Token], i: int) -> int:
    """Offset after the bracket that opens at ``tokens[i]`` if a name goes on behind it; else 0."""
    for j in range(i + 1, min(i + 2 + LONGEST_BRACKET, len(tokens) - 1)):
        if tokens[j].text == ")":
            goes_on = tokens[j + 1].text[0].isupper() or tokens[j + 1].text == ","
            return tokens[j].idx + 1 if goes_on else 0
    return 0
