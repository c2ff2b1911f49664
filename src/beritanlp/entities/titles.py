"""Titles, ranks, offices and degrees: what stands beside a name and is not the name."""

from __future__ import annotations

from collections import defaultdict

from spacy.tokens import Doc

from beritanlp.entities.speech import words_before_speaker
from beritanlp.language.verbs import VerbShapes
from beritanlp.lexicon import Lexicon

OFFICE_REACH = 14  # tokens before a name in which its office may begin
LONGEST_HEAD = 4  # words of the longest office that is listed whole


class Titles:
    """The ``titles`` lexicon, by token.

    Parameters
    ----------
    lexicon
        Its ``titles`` table.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        table, roles = lexicon["titles"], lexicon["roles"]
        self._honorifics = _folded(table["before"])
        self._bodies = frozenset(lexicon["organisations"]["acronyms"])
        self._polite = _folded({"polite": table["before"]["polite"], "deceased": table["before"]["deceased"]})
        self._degrees = _folded(table["after"])
        self._ranks = _folded({k: v for k, v in table["ranks"].items() if k != "suffixes"})
        self._rank_suffixes = _folded({"suffixes": table["ranks"]["suffixes"]})
        occupations = _folded({k: v for k, v in table["roles"].items() if k != "relations"})
        self._long_forms = {_fold(short): full for short, full in table["office_acronyms"].items()}
        self._heads = _folded(table["offices"]) | self._ranks | occupations | set(self._long_forms)
        self._heads_by_word, self._ranks_by_word = _by_first_word(self._heads), _by_first_word(self._ranks)
        self._names = {_fold(name) for name in table["part_of_name"]["names"]}
        self._prefixes = {_fold(word) for word in table["modifiers"]["before"]}
        self.relational = frozenset(roles["relational"])
        self.english = frozenset(roles["english"])
        self.english_joins = frozenset(roles["english_joins"])
        self.openers = words_before_speaker(lexicon, "after") | set(roles["openers"])
        self.last_in_list = frozenset(roles["last_in_list"])
        self.trailing = frozenset(roles["trailing"])
        self._joins = frozenset(roles["joins"])
        self._demonstratives = frozenset(lexicon["pronouns"]["demonstratives"])
        self.generals = frozenset(roles["generals"])
        self.is_verb = VerbShapes(lexicon)
        self.inside = frozenset(roles["inside"])
        self.links = frozenset(roles["links"])
        self.ends = frozenset(roles["ends"])
        self.after_apposition = frozenset(roles["after_apposition"])

    def __contains__(self, word: str) -> bool:
        key = _fold(word)
        return self._is_honorific_word(word) or key in self._heads or key in self._degrees

    def _is_honorific_word(self, word: str) -> bool:
        """Whether a word is a title before a name; `BPK` is a body, `Bpk.` a title."""
        return _fold(word) in self._honorifics and word not in self._bodies

    def long_form(self, office: str) -> str | None:
        """Office in full: `Mensos` is `Menteri Sosial`."""
        return self._long_forms.get(_fold(office))

    def joins_roles(self, doc: Doc, i: int) -> bool:
        """Whether words right before token `i` join a role to the one before: `sekaligus`, `yang juga`."""
        return doc[i - 1].lower_ in self._joins or doc[max(0, i - 2) : i].text.lower() in self._joins

    def is_honorific(self, doc: Doc, i: int) -> bool:
        """Whether token `i` is a polite, religious or academic word before a name."""
        return self._is_honorific_word(doc[i].text)

    def is_title(self, doc: Doc, i: int) -> bool:
        """Whether token `i` is a religious, academic or noble title: `Prof.`, `Pendeta`, not `Pak`."""
        return self.is_honorific(doc, i) and _fold(doc[i].text) not in self._polite

    def begins_role(self, doc: Doc, i: int) -> bool:
        """Whether a role begins at token `i`: an office, a rank, or a prefix such as `mantan` before one."""
        for after in (i + 2, i + 1):  # "Pelaksana Harian Kepala", "mantan Kepala"
            if after < len(doc) and _fold(doc[i:after].text) in self._prefixes:
                return doc[after].text[0].isupper() or self.begins_role(doc, after)
        return self.head_length(doc, i) > 0

    def office_before(self, doc: Doc, i: int) -> bool:
        """Whether a role begins a few words before token `i`, with no verb or preposition between."""
        for k in range(i - 1, max(-1, i - 1 - OFFICE_REACH), -1):
            if self.begins_role(doc, k):
                return True
            word = doc[k].lower_
            if doc[k].is_sent_start or self.is_verb(doc[k].text) or (word in self.ends and word not in self.inside):
                return False
        return False

    def head_length(self, doc: Doc, i: int) -> int:
        """Tokens of the longest office or rank that starts at token `i`, 0 if none does."""
        return _longest(doc, i, self._heads_by_word)

    def rank_length(self, doc: Doc, i: int) -> int:
        """Tokens of the longest rank of police or armed forces that starts at token `i`: `Komisaris Besar`."""
        return _longest(doc, i, self._ranks_by_word)

    def is_head(self, words: str) -> bool:
        """Whether these words are an office or a rank by themselves."""
        return _fold(words) in self._heads

    def role_of(self, description: str) -> str | None:
        """The role that a description tells: `Presiden`, `Politikus Partai Gerindra itu`; None of `ia`, `pria itu`."""
        words = description.split()
        if words[-1].lower() in self._demonstratives:
            words.pop()
        end = next((i for i, word in enumerate(words) if i and word in self.ends), len(words))
        heads = (" ".join(words[:n]) for n in range(1, end + 1))
        return " ".join(words[:end]) if any(self.is_head(head) for head in heads) else None

    def is_title_alone(self, text: str) -> bool:
        """Whether a supposed name is only a title, an office, or a dotted degree: `Bupati`, `S.H.`, `Kak`."""
        key = _fold(text)
        return self._is_honorific_word(text) or key in self._heads or (key in self._degrees and "." in text)

    def trim(self, doc: Doc, start: int, end: int) -> tuple[int, int]:
        """Token range of a person's name without the titles before it and the degrees after it."""
        while (
            not self._is_listed_name(doc, start, end) and 0 < (length := self._title_length(doc, start)) < end - start
        ):
            start += length
        for i in range(start + 1, end):
            if doc[i].text == "," or (_fold(doc[i].text) in self._degrees and "." in doc[i].text):
                end = i
                break
        return start, end

    def _is_listed_name(self, doc: Doc, start: int, end: int) -> bool:
        """Whether the range begins with a name whose first word is a title elsewhere: `Raja Juli Antoni`."""
        words = [_fold(token.text) for token in doc[start:end]]
        return any(" ".join(words[:n]) in self._names for n in range(1, len(words) + 1))

    def _title_length(self, doc: Doc, i: int) -> int:
        """Tokens of the title at token `i` within a name, a rank with what stands behind it: `Komjen Pol. (Purn.)`."""
        length = self.rank_length(doc, i)
        if length:
            while (more := self._suffix_length(doc, i + length)) > 0:
                length += more
            return length
        office = doc[i].text[0].isupper() and self.head_length(doc, i) == 1
        return 1 if office or self.is_honorific(doc, i) else 0

    def _suffix_length(self, doc: Doc, i: int) -> int:
        """Tokens of what may follow a rank at token `i`: `Pol.`, `TNI`, `(Purn.)`."""
        lengths = (3, 2, 1)
        return next((n for n in lengths if _fold(doc[i : i + n].text) in self._rank_suffixes), 0)


def _fold(word: str) -> str:
    return word.replace(".", "").replace("’", "'").casefold().strip()


def _folded(table: dict[str, list[str]]) -> set[str]:
    return {_fold(word) for words in table.values() for word in words}


def _by_first_word(phrases: set[str]) -> dict[str, set[str]]:
    grouped: dict[str, set[str]] = defaultdict(set)
    for phrase in phrases:
        grouped[phrase.split(" ")[0]].add(phrase)
    return dict(grouped)


def _longest(doc: Doc, i: int, listed: dict[str, set[str]]) -> int:
    """Tokens of the longest listed phrase that starts at token `i`, 0 if none does."""
    phrases = listed.get(_fold(doc[i].text)) if i < len(doc) else None
    if not phrases:
        return 0
    words = [_fold(token.text) for token in doc[i : i + LONGEST_HEAD]]
    return next((n for n in range(len(words), 0, -1) if " ".join(words[:n]) in phrases), 0)
