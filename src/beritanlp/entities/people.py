"""One record per person: full names, partial names, nicknames and initials joined.

A partial name joins the person whose name holds its words in order; where two persons in the article share the
word, it joins the one named last before it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

import regex

from beritanlp.entities.names import NameMention, normal, spaced
from beritanlp.lexicon import Lexicon

Words = tuple[str, ...]
# where a page lost the space between two words
GLUED = regex.compile(r"(?<=\p{Ll}{3})(?=\p{Lu}\p{Ll}{2})")
SHORTEST_CALL, CUT_OFF = 4, 3  # letters of a first name cut short, and those it has lost: Alex, of Alexander
SHORTEST_SPELT = 5  # letters; of shorter names, those that look alike are often two: Ani, Anni


class Spelling:
    """Tells names that differ in spelling alone: the old one, letters doubled, `h` after `t` or `c`.

    Examples
    --------
    >>> from beritanlp.lexicon import Lexicon
    >>> spelling = Spelling(Lexicon())
    >>> spelling.plain(("soetrisno", "ronnald")) == spelling.plain(("sutrisno", "ronald"))
    True
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._letters = tuple(lexicon["nicknames"]["spellings"].items())

    def plain(self, words: Words) -> Words:
        """The words without what spellings differ in."""
        return tuple(_plain(word, self._letters) for word in words)


@lru_cache(maxsize=1 << 16)
def _plain(word: str, spellings: tuple[tuple[str, str], ...]) -> str:
    if len(word) < SHORTEST_SPELT:
        return word
    for old, new in spellings:
        word = word.replace(old, new)
    return "".join(letter for letter, before in zip(word, f" {word}", strict=False) if letter != before)


@dataclass(slots=True)
class PersonCluster:
    """A person in the making."""

    spelling: Spelling
    names: list[Words] = field(default_factory=list)
    mentions: list[NameMention] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Fullest form, in its usual spelling: most words, then first in the text; capitals alone are a poorer one."""
        forms = sorted(self.mentions, key=lambda m: (-len(m.text.split()), m.text.isupper(), -len(m.text), m.start))
        fullest = self.spelling.plain(words_of(forms[0].text))
        alike = Counter(
            m.text
            for m in sorted(self.mentions, key=lambda m: m.start)
            if self.spelling.plain(words_of(m.text)) == fullest and m.text.isupper() == forms[0].text.isupper()
        )
        return alike.most_common(1)[0][0]

    def aliases(self) -> list[str]:
        """Other forms, in text order."""
        forms = dict.fromkeys(m.text for m in sorted(self.mentions, key=lambda m: m.start))
        return [form for form in forms if form != self.name]

    def holds(self, words: Words) -> bool:
        """Whether these words are one of the names, or occur in one in order."""
        return any(is_part(words, name) for name in self.names)

    def holds_spelt(self, words: Words) -> bool:
        """The same, in whatever spelling."""
        return any(is_part(self.spelling.plain(words), self.spelling.plain(name)) for name in self.names)


def is_part(part: Words, name: Words) -> bool:
    """Whether the words of `part` occur in `name` in order; an initial fits a word.

    Examples
    --------
    >>> is_part(("ganjar",), ("ganjar", "pranowo")), is_part(("ratna", "w"), ("ratna", "wiratama", "prabandari"))
    (True, True)
    >>> is_part(("budi", "santoso"), ("budi", "gunawan"))
    False
    """
    rest = iter(name)
    return all(any(_same_word(word, other) for other in rest) for word in part)


def _same_word(word: str, other: str) -> bool:
    word, other = word.rstrip("."), other.rstrip(".")
    return word == other or (min(len(word), len(other)) == 1 and word[:1] == other[:1])


class PeopleMerger:
    """Joins mentions of persons.

    Parameters
    ----------
    lexicon
        ``nicknames``: public figures, the words before a nickname that the article tells, spellings.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon["nicknames"]
        self._spelling = Spelling(lexicon)
        self._nicknames = {normal(nick): words_of(full) for nick, full in table["people"].items()}
        # between a name and the name somebody goes by: "Tri Rismaharini (Risma)", "... atau akrab disapa Ara"
        self._also_known = regex.compile(
            r"\s*+(?:\(|,?\s?(?:\L<links>\s)?(?:yang\s)?(?:\L<adverbs>\s)?\L<calls>(?:\s\L<adverbs>)?\s?|,?\s?\L<links>\s|\(\L<calls>\s)"
            r"(?:\p{Lu}\p{L}*\.?\s)?[\"“'‘]?",  # a title may stand before: "alias Haji Awi"
            regex.IGNORECASE,
            **{name: table["also_known"][name] for name in ("links", "adverbs", "calls")},
        )

    def __call__(self, text: str, mentions: Iterable[NameMention]) -> list[PersonCluster]:
        """Clusters in the order of their first mention."""
        mentions = list(mentions)
        words = self._words(mentions)
        first: dict[Words, int] = {}
        for mention, form in words.items():
            first.setdefault(form, mention.start)
        clusters: list[PersonCluster] = []
        for form in sorted(dict.fromkeys(words.values()), key=lambda form: -len(form)):  # parts find their whole
            if any(cluster.holds_spelt(form) for cluster in clusters):
                continue
            if (whole := _shortened(form, clusters, first)) is not None:
                whole.names.append(form)
            else:
                clusters.append(PersonCluster(self._spelling, [form]))
        self._join_known_names(text, words, clusters)
        for mention in mentions:
            self._cluster_of(words[mention], clusters).mentions.append(mention)
        found = [cluster for cluster in clusters if cluster.mentions]
        return sorted(found, key=lambda c: c.mentions[0].start)

    def _words(self, mentions: Sequence[NameMention]) -> dict[NameMention, Words]:
        """Words of each full name; a nickname that is a word of a name in the article is that name's."""
        own = {word for m in mentions if " " in m.key for word in normal(spaced(m.text)).split()}
        told = {m.key: self._nicknames[m.key] for m in mentions if m.key in self._nicknames and m.key not in own}
        parts = {word: full for nick, full in told.items() for word in nick.split()}  # `Awi` of `Haji Awi`
        return {m: told.get(m.key) or parts.get(m.key) or words_of(m.text) for m in mentions}

    def _join_known_names(self, text: str, words: dict[NameMention, Words], clusters: list[PersonCluster]) -> None:
        """A nickname told in the article: `X (Y)`, `X alias Y`."""
        for name, nick in pairwise(words):
            if not self._also_known.fullmatch(text, name.end, nick.start):
                continue
            bracket = "(" in text[name.end : nick.start]
            if bracket and not text[nick.end : nick.end + 2].lstrip("\"”'’").startswith(")"):
                continue
            one, other = (next((c for c in clusters if c.holds(words[m])), None) for m in (name, nick))
            if one is None or other is None or one is other:
                continue
            whole, part = sorted((one, other), key=lambda c: -max(map(len, c.names)))
            whole.names.extend(part.names)
            clusters.remove(part)

    @staticmethod
    def _cluster_of(words: Words, clusters: list[PersonCluster]) -> PersonCluster:
        exact = [c for c in clusters if words in c.names]
        candidates = exact or [c for c in clusters if c.holds(words)] or [c for c in clusters if c.holds_spelt(words)]
        named = [c for c in candidates if c.mentions]
        return max(named, key=lambda c: c.mentions[-1].start) if named else candidates[0]


def _shortened(form: Words, clusters: Sequence[PersonCluster], first: Mapping[Words, int]) -> PersonCluster | None:
    """`Alex`, after `Alexander Sabar`: the one person named before whose first name begins so."""
    short = form[0]
    if len(form) > 1 or len(short) < SHORTEST_CALL:
        return None
    found = [
        cluster
        for cluster in clusters
        for name in cluster.names[:1]
        if name[0].startswith(short) and len(name[0]) >= len(short) + CUT_OFF and first.get(name, 0) < first[form]
    ]
    return found[0] if len(found) == 1 else None


def words_of(name: str) -> Words:
    """Words of a name, as compared with others; a page may have run them together.

    Examples
    --------
    >>> words_of("DIMASPrakoso"), words_of("BastianRendra")
    (('dimas', 'prakoso'), ('bastian', 'rendra'))
    """
    return tuple(normal(GLUED.sub(" ", spaced(name))).split())
