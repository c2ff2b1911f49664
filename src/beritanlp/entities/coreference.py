"""Pronouns and descriptions that stand for a person or a pair: who is meant.

News keeps one person in view: the one who spoke last, or whom the last sentence opened with. Each sentence
updates that focus. ``ia``, ``dia``, ``beliau``, ``ujarnya`` and ``politikus itu`` are that person; ``mereka`` and
``kedua negara`` the last group told in one breath; a bare ``Presiden`` the person introduced so. Where nothing
fits, the reference stays unresolved.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from spacy.tokens import Doc, Span, Token

from beritanlp.annotations import in_furniture, text_of
from beritanlp.entities.speech import words_after_speaker, words_before_speaker
from beritanlp.entities.titles import Titles
from beritanlp.language.quotation import Quoted
from beritanlp.language.verbs import VerbShapes
from beritanlp.lexicon import Lexicon

GROUP_REACH = 3  # sentences that `mereka` looks back
INDEFINITE_REACH = 900  # characters that `ibu tersebut` looks back for `seorang ibu`
LONGEST_DESCRIPTION = 8  # tokens
OPENING_REACH = 60  # characters before the person that a sentence opens with: a connective and a title


@dataclass(frozen=True, slots=True)
class Named:
    """A name in the text with the id of its entity; offsets count characters.

    ``kind`` is person, organisation, place, or country for a place that is one.
    """

    start: int
    end: int
    entity: str
    kind: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A pronoun or description with the ids it stands for."""

    start: int
    end: int
    entities: tuple[str, ...]


@dataclass(slots=True)
class _View:
    """What is in view while reading: names, groups, the focus so far."""

    names: list[Named]
    groups: list[list[Named]]
    roles: dict[str, list[str]]
    quoted: list[Quoted]
    text: str
    focus: str | None = None
    speaker: str | None = None
    body: str | None = None  # the last organisation that spoke
    sentence_starts: list[int] = field(default_factory=list)
    first: dict[str, Named] = field(init=False)  # where each entity is named first
    bodies: list[Named] = field(init=False)  # organisations named outside quotation marks
    called: dict[str, list[Named]] = field(init=False)  # those by each word of the name

    def __post_init__(self) -> None:
        self.first, self.called = {}, {}
        for name in self.names:
            self.first.setdefault(name.entity, name)
        self.bodies = [n for n in self.names if n.kind == "organisation" and not self.is_quoted(n.start)]
        for body in self.bodies:
            for word in set(self.text[body.start : body.end].lower().split()):
                self.called.setdefault(word, []).append(body)

    def people(self, start: int, end: int) -> Iterator[Named]:
        """Persons named in the characters ``start:end``, outside quotation marks, in order."""
        return self.named(start, end, "person")

    def named(self, start: int, end: int, kind: str) -> Iterator[Named]:
        """Names of one kind in the characters ``start:end``, outside quotation marks, in order."""
        for i in range(bisect_left(self.names, start, key=lambda n: n.start), len(self.names)):
            name = self.names[i]
            if name.start >= end:
                return
            if name.kind == kind and not self.is_quoted(name.start):
                yield name

    def is_quoted(self, offset: int) -> bool:
        """Whether the character stands in double quotation marks."""
        i = bisect_left(self.quoted, offset, key=lambda q: q.closing)
        return i < len(self.quoted) and self.quoted[i].opening <= offset

    def is_named(self, offset: int) -> bool:
        """Whether the character belongs to a name."""
        i = bisect_left(self.names, offset + 1, key=lambda n: n.start) - 1
        return i >= 0 and self.names[i].end > offset

    def last_group(self, offset: int, kind: str | None, size: int | None) -> tuple[str, ...]:
        """Ids of the last group before `offset` of that kind and size."""
        earliest = self.sentence_starts[-GROUP_REACH - 1 :][0] if kind is None and size is None else 0
        for group in reversed(self.groups):
            ids = tuple(dict.fromkeys(n.entity for n in group))
            if (
                earliest <= group[-1].end <= offset
                and group[0].kind == (kind or "person")
                and len(ids) == (size or len(ids))
                and len(ids) > 1
            ):
                return ids
        return ()

    def last_body(self, before: int) -> tuple[str, ...]:
        """The organisation named last, if it is the only one of its sentence."""
        i = bisect_left(self.bodies, before, key=lambda n: n.start) - 1
        if i < 0:
            return ()
        start = self.sentence_starts[bisect_right(self.sentence_starts, self.bodies[i].start) - 1]
        named = takewhile(lambda n: n.start >= start, (self.bodies[k] for k in range(i, -1, -1)))
        ids = {body.entity for body in named}
        return tuple(ids) if len(ids) == 1 else ()

    def last_body_called(self, noun: str, before: int) -> tuple[str, ...]:
        """The organisation named last whose name has the noun: `kata kedutaan`."""
        called = self.called.get(noun, [])
        i = bisect_left(called, before, key=lambda n: n.start) - 1
        return (called[i].entity,) if i >= 0 else ()

    def last_pair(self, before: int) -> tuple[str, ...]:
        """Ids of the persons of the sentence that ends before the character `before`, if they are two."""
        start = self.sentence_starts[-2] if len(self.sentence_starts) > 1 else 0
        ids = tuple(dict.fromkeys(name.entity for name in self.people(start, before)))
        return ids if len(ids) == 2 else ()

    def holder(self, role: str, long_form: str | None) -> tuple[str, ...]:
        """The one person introduced with this role; the focus where there are several."""
        wanted = [form.casefold() for form in (role, long_form) if form]
        for fits in (str.startswith, _has_words):
            ids = [
                person
                for person, roles in self.roles.items()
                if any(fits(told.casefold(), form) for told in roles for form in wanted)
            ]
            if len(ids) > 1 and self.focus in ids:
                return (self.focus,) if self.focus else ()
            if ids:
                return (ids[0],) if len(ids) == 1 else ()
        return ()


def _has_words(text: str, words: str) -> bool:
    """`ketua majelis hakim` has `hakim`."""
    return f" {words} " in f" {text} "


class CoreferenceFinder:
    """Resolves references in one pass over the sentences.

    Parameters
    ----------
    lexicon
        ``pronouns`` gives the words that refer, ``cues`` the words beside which somebody speaks.
    titles
        Offices, for bare roles.
    """

    def __init__(self, lexicon: Lexicon, titles: Titles) -> None:
        pronouns = lexicon["pronouns"]
        self.titles = titles
        self._singular = frozenset(pronouns["singular"])
        self._plural = frozenset(pronouns["plural"])
        self._both = frozenset(pronouns["both"])
        self._pairs = {noun: kind for kind, nouns in pronouns["pairs"].items() for noun in nouns}
        self._pair_nouns = frozenset(pronouns["pair_nouns"])
        self._body_nouns = frozenset(pronouns["body_nouns"])
        self._origins = frozenset(pronouns["origins"])
        self._demonstratives = frozenset(pronouns["demonstratives"])
        self._indefinite = frozenset(pronouns["indefinite"])
        self._indefinite_starts = frozenset(phrase.split()[0] for phrase in self._indefinite)
        self._reports = frozenset(lexicon["cues"]["fillers"]["reports"])
        self._before_cue = frozenset(lexicon["cues"]["fillers"]["after_quote"])
        self._is_verb = VerbShapes(lexicon)
        self._never = frozenset(pronouns["never"])
        self._no_opening = frozenset(pronouns["no_opening"])
        self._human_nouns = frozenset(pronouns["human_nouns"])
        self._before_speaker = words_before_speaker(lexicon, "after", "passive")
        self._passive = words_before_speaker(lexicon, "passive")
        self._after_speaker = words_after_speaker(lexicon)

    def __call__(
        self,
        doc: Doc,
        names: list[Named],
        groups: list[list[Named]],
        roles: dict[str, list[str]],
        quoted: list[Quoted],
    ) -> list[Reference]:
        """References in text order.

        Parameters
        ----------
        doc
            With sentences.
        names, groups
            Mentions by name, and those that are coordinated, in text order.
        roles
            Person id to roles.
        quoted
            Stretches in quotation marks: persons named there do not come into view.
        """
        view = _View(names, groups, roles, [q for q in quoted if not q.single], text_of(doc))
        found: list[Reference] = []
        for sentence in doc.sents:
            view.sentence_starts.append(sentence.start_char)
            if in_furniture(doc, sentence.start_char, sentence.end_char):
                continue
            references = list(self._references(sentence, view))
            found.extend(references)
            self._look_at(sentence, references, view)
        return found

    def _references(self, sentence: Span, view: _View) -> Iterator[Reference]:
        for token in sentence:
            if view.is_quoted(token.idx) or view.is_named(token.idx):
                continue
            for start, end, entities in self._readings(token, sentence, view):
                if entities:
                    yield Reference(start, end, entities)
                    break

    def _readings(self, token: Token, sentence: Span, view: _View) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """What this token may refer to: start, end and ids."""
        start, end, lower = token.idx, token.idx + len(token), token.lower_
        if lower in self._singular:
            resolve = self._last_speaker if self._is_said(token, sentence) else self._person_in_view  # `kata dia`
            yield start, end, resolve(token, sentence, view)
        elif lower in self._both:
            yield start, end, view.last_group(start, None, 2) or view.last_pair(sentence.start_char)
        elif lower in self._plural:
            yield start, end, view.last_group(start, None, None)
        elif lower == "kedua" and token.i + 1 < sentence.end:
            noun = token.nbor(1)
            if noun.lower_ in self._pairs:
                yield start, noun.idx + len(noun), view.last_group(start, self._pairs[noun.lower_], 2)
        elif lower in self._pair_nouns and self._is_definite(token, sentence):
            yield start, end, view.last_group(start, "person", 2)
        elif lower in self._body_nouns and self._is_definite(token, sentence):
            yield start, token.nbor(1).idx + len(token.nbor(1)), view.last_body(start)
        elif lower in self._body_nouns and self._is_said(token, sentence):
            yield start, end, view.last_body_called(lower, start)
        elif lower.endswith("nya") and lower[:-3] in self._before_speaker:
            yield end - 3, end, self._last_speaker(token, sentence, view)
        else:
            said = self._is_said(token, sentence)
            last = self._described(token, sentence, said)
            if last is not None and not self._is_unnamed(token, view):
                yield start, last.idx + len(last), self._person_in_view(token, sentence, view)
            yield from self._bare_role(token, sentence, view, said)

    def _is_said(self, token: Token, sentence: Span) -> bool:
        """Whether a verb of saying stands right before the token: it begins a speaker."""
        return token.i > sentence.start and token.nbor(-1).lower_ in self._before_speaker

    def _is_definite(self, token: Token, sentence: Span) -> bool:
        return token.i + 1 < sentence.end and token.nbor(1).lower_ in self._demonstratives

    def _last_speaker(self, token: Token, sentence: Span, view: _View) -> tuple[str, ...]:
        """Who spoke last, past names only told of; else who is in view; with nobody there, a body that spoke."""
        if view.speaker:
            return (view.speaker,)
        return self._person_in_view(token, sentence, view) or ((view.body,) if view.body else ())

    def _person_in_view(self, token: Token, sentence: Span, view: _View) -> tuple[str, ...]:
        """Whom the sentence opened with, else the focus."""
        here = next(view.people(sentence.start_char, token.idx), None)
        person = here.entity if here else view.focus
        return (person,) if person else ()

    def _described(self, token: Token, sentence: Span, said: bool) -> Token | None:
        """Last token of a description: `kata politikus Partai Gerindra itu`, `Pria 45 tahun itu menyebut`."""
        if token.i > sentence.start and not said:
            return None
        human = token.lower_ in self._human_nouns or self.titles.head_length(token.doc, token.i)
        if not human or token.lower_ in self._never:
            return None
        for other in token.doc[token.i : min(token.i + LONGEST_DESCRIPTION, sentence.end)]:
            if other.lower_ in self._demonstratives and other.i > token.i:
                return other
            if not (other.is_alpha or other.is_digit or "-" in other.text or "/" in other.text):
                return None
            if said and other.lower_ in self._origins and other.i + 1 < sentence.end:
                return self._origin(other.nbor(1), sentence)
            finite = self._is_verb(other.text) and other.text.startswith(("me", "di"))  # not `berusia`
            if other.i > token.i and finite and other.nbor(-1).lower_ != "yang":
                return None
        return None

    @staticmethod
    def _origin(token: Token, sentence: Span) -> Token | None:
        """Last word of the place after `asal`; None where a comma and a name go on: `kata pelatih asal Solo, Budi`."""
        while token.text[0].isupper() and token.i + 1 < sentence.end and token.nbor(1).text[0].isupper():
            token = token.nbor(1)
        goes_on = token.i + 2 < sentence.end and token.nbor(1).text == "," and token.nbor(2).text[0].isupper()
        return token if token.text[0].isupper() and not goes_on else None

    def _is_unnamed(self, token: Token, view: _View) -> bool:
        """Whether the noun was brought in without a name since somebody came into view: `seorang ibu`."""
        text = view.text
        for word in self._indefinite:
            at = text.rfind(f"{word} {token.lower_}", max(0, token.idx - INDEFINITE_REACH), token.idx)
            capital = text.rfind(f"{word.capitalize()} {token.lower_}", max(0, token.idx - INDEFINITE_REACH), token.idx)
            if max(at, capital) >= 0 and next(view.people(max(at, capital), token.idx), None) is None:
                return True
        return False

    def _bare_role(
        self, token: Token, sentence: Span, view: _View, said: bool
    ) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """`Presiden` alone, or `hakim` in `ujar hakim`: the person introduced so, if the article has one."""
        length = self.titles.head_length(token.doc, token.i) if said or token.text[0].isupper() else 0
        if not length or (token.i > sentence.start and self._belongs_to_title(token.nbor(-1), sentence)):
            return
        after = token.i + length
        if after < sentence.end and (token.doc[after].text[0].isupper() or token.doc[after].text in "(/"):
            return
        if token.i > sentence.start and token.nbor(-1).text == "(":
            return  # `Menteri Sosial (Mensos)`: the title's short form
        if after + 1 < sentence.end and token.doc[after].text == "," and view.is_named(token.doc[after + 1].idx):
            return  # `ketua panitia, Budi`: the title of the name behind it
        role = token.doc[token.i : after]
        yield role.start_char, role.end_char, view.holder(role.text, self.titles.long_form(role.text))

    def _belongs_to_title(self, token: Token, sentence: Span) -> bool:
        """Whether the word before a role makes it a longer title or name: `Wakil Gubernur`, not `Kemudian Gubernur`."""
        return token.text[0].isupper() and (token.i > sentence.start or token.text in self.titles)

    def _is_passive(self, sentence: Span, person: Named, view: _View) -> bool:
        """Whether the person is told of in a passive: `Korban, Budi, ditemukan tewas`; such a one seldom speaks next.

        One who does the same as the last speaker may: `Hal senada dilakukan Budi`.
        """
        verb = next((t for t in sentence if self._is_verb(t.text) and not view.is_quoted(t.idx)), None)
        if verb is None or not verb.lower_.startswith("di"):
            return False
        return verb.idx >= person.end or sentence[0].lower_ not in self._reports  # `Rapat itu dihadiri Budi`

    def _has_unnamed_speaker(self, sentence: Span, view: _View) -> bool:
        """`Seorang saksi mengatakan`, `kata salah seorang warga`: somebody without a name is in view."""
        if next(view.people(sentence.start_char, sentence.end_char), None):
            return False
        if self._indefinite_starts.isdisjoint(token.lower_ for token in sentence):
            return False
        tokens = [t for t in sentence if not view.is_quoted(t.idx)]
        for i in range(len(tokens)):
            if self._is_indefinite(tokens[i : i + 2]):
                speaks = any(t.lower_ in self._after_speaker for t in tokens[i:])
                if speaks or (i > 0 and tokens[i - 1].lower_ in self._before_speaker):
                    return True
        return False

    def _is_indefinite(self, tokens: Sequence[Token]) -> bool:
        """`seorang`, `salah satu`."""
        return tokens[0].lower_ in self._indefinite or " ".join(t.lower_ for t in tokens) in self._indefinite

    def _look_at(self, sentence: Span, references: list[Reference], view: _View) -> None:
        """Who is in view after the sentence: who speaks in it, else whom it opens with.

        ``ujarnya`` is the last speaker, even past a sentence about somebody known; but somebody whom the article
        only now brings in may speak next, so the last speaker goes out of view.
        """
        if self._has_unnamed_speaker(sentence, view):
            view.focus = view.speaker = None
            return
        people = list(view.people(sentence.start_char, sentence.end_char))
        meant = [Named(r.start, r.end, r.entities[0], "person") for r in references if len(r.entities) == 1]
        speaker = self._speaker(sentence, sorted([*people, *meant], key=lambda n: n.start), view)
        if speaker is not None:
            view.focus = view.speaker = speaker.entity
            return
        body = self._speaker(sentence, list(view.named(sentence.start_char, sentence.end_char, "organisation")), view)
        if body is not None:
            view.body = body.entity
        opening = self._opening(sentence, people, view)
        if opening is not None:
            view.focus = opening.entity
            if opening == view.first[opening.entity] and not self._is_passive(sentence, opening, view):
                view.speaker = None

    def _speaker(self, sentence: Span, people: list[Named], view: _View) -> Named | None:
        """Which of these names speaks in the sentence."""
        passed = 0  # how many persons end before the token
        for token in sentence if people else ():
            while passed < len(people) and people[passed].end <= token.idx:
                passed += 1
            if view.is_quoted(token.idx):
                continue
            right = people[passed] if passed < len(people) and people[passed].start > token.idx else None
            if token.lower_ in self._before_speaker and right and self._closes_quote(token, sentence):
                if _is_one_phrase(view.text[token.idx : right.start].removesuffix(", ")):
                    return right
            elif token.lower_ in self._after_speaker and passed:
                return people[passed - 1]
        return None

    def _closes_quote(self, token: Token, sentence: Span) -> bool:
        """Whether the cue stands at the start, or after a mark or another word of speaking: not `arahan jelas`."""
        if token.i == sentence.start or token.lower_ in self._passive:
            return True
        before = token.nbor(-1)
        return not before.is_alpha or before.lower_ in self._before_cue

    def _opening(self, sentence: Span, people: list[Named], view: _View) -> Named | None:
        if not people or sentence[0].lower_ in self._singular:
            return None
        before = [t.lower_ for t in sentence if t.idx < people[0].start][-1:]
        if before and before[0] in self._no_opening:
            return None
        verbs = (t.idx for t in sentence if self._is_verb(t.text) and not view.is_quoted(t.idx))
        first_verb = next(verbs, None)
        if first_verb is None:
            return people[0] if people[0].start - sentence.start_char < OPENING_REACH else None
        if people[0].end <= first_verb:
            return people[0]
        # `Hal senada dilakukan Budi`: the one who does it
        is_agent = view.text.startswith("di", first_verb) and _is_one_phrase(view.text[first_verb : people[0].start])
        return people[0] if is_agent else None


def _is_one_phrase(text: str) -> bool:
    return not any(mark in text for mark in '.;,"“”\n')
