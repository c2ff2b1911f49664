"""One record per organisation: full names, acronyms and short company names joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import regex

from beritanlp.entities.acronyms import is_short_form
from beritanlp.entities.gazetteer import Gazetteer
from beritanlp.entities.names import NameMention, normal, spaced
from beritanlp.lexicon import Lexicon

# what a body's name keeps or drops without becoming another body
LEGAL_FORM = regex.compile(
    r"^(?:pt|cv|po|ud|pd|firma|perum|partai)\.?\s+|\s*\(persero\)|,?\s+(?:tbk|ltd|inc|corp|co)\.?$|\s+(?:ri|pusat)$",
    regex.IGNORECASE,
)
# kinds whose first word no place and no person's name begins with
CERTAIN_KINDS = frozenset({"government", "police", "military", "court", "party", "university"})
SHORTENED_KINDS = frozenset({"company", "hospital", "university", "media"})
SENTENCE_END = regex.compile(r"[.!?\n]")
BRACKETED = regex.compile(r"\s*\(([^()]*)\)")


class OrganisationWords:
    """What the word lists know of bodies: acronyms, and kinds by their first word.

    Examples
    --------
    >>> from beritanlp.lexicon import Lexicon
    >>> words = OrganisationWords(Lexicon())
    >>> words.kind("Kementerian Keuangan"), words.expand("BNPB")
    ('government', 'Badan Nasional Penanggulangan Bencana')
    """

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon["organisations"]
        self._acronyms = frozenset(table["acronyms"])
        self._full = {normal(short): full for short, full in table["acronyms"].items()}
        local = [normal(word) for word in lexicon["roles"]["local_bodies"]]
        local += [normal(self._full[word]) for word in local if word in self._full]
        self._local = tuple(f"{word} " for word in local)
        self._short = {normal(full): short for short, full in table["acronyms"].items()}
        kinds = [(normal(word), kind) for kind, words in table["kinds"].items() for word in words]
        self._kinds: dict[str, list[tuple[str, str]]] = {}  # by first word, the longest first
        for word, kind in sorted(kinds, key=lambda pair: -len(pair[0])):
            self._kinds.setdefault(word.partition(" ")[0], []).append((f"{word} ", kind))
        self._certain = frozenset(word for word, kind in kinds if kind in CERTAIN_KINDS)
        self._listed = frozenset(word for word, _ in kinds)
        self._no_bodies = frozenset(table["no_bodies"]["acronyms"])
        self._no_first = frozenset(table["no_bodies"]["first_words"])
        self._no_last = frozenset(table["no_bodies"]["last_words"])
        self._spellings = {normal(one): normal(other) for one, other in table["spellings"].items()}
        self._endings = {normal(word): kind for kind, words in table["endings"].items() for word in words}

    def expand(self, name: str) -> str | None:
        """Full name of a known acronym."""
        return self._full.get(normal(name))

    def acronym(self, name: str) -> str | None:
        """Known acronym of a full name."""
        return self._short.get(normal(name))

    def is_certain(self, name: str) -> bool:
        """Whether the name can only be a body: `Kementerian Keuangan`, `Polda Metro Jaya`."""
        key = normal(name)
        return name in self._acronyms or key in self._short or (" " in key and key.split()[0] in self._certain)

    def is_none(self, name: str) -> bool:
        """Whether the name is that of a law, an index or a thing: `KUHAP`, `Level II`, `Capital Adequacy Ratio`."""
        first, last = name.partition(" ")[0], name.rpartition(" ")[2]
        return name in self._no_bodies or first in self._no_first or last in self._no_last

    def key(self, name: str) -> str:
        """The name as compared with others, its acronym in full: `Polda Papua`, `Kepolisian Daerah Papua`."""
        words = key_of(name).split()
        full = self._full.get(" ".join(words[1:]))
        if full and normal(full).startswith(f"{words[0]} "):  # "Kementerian Komdigi"
            words = words[1:]
        for length in range(len(words), 0, -1):
            full = self._full.get(" ".join(words[:length]))
            if full:
                words[:length] = key_of(full).split()
                break
        key = " ".join(words)
        for one, other in self._spellings.items():
            key = key.replace(one, other)
        return key

    def is_local(self, name: str) -> bool:
        """Whether every region has such a body: `Dinas Kesehatan`, `Polres`."""
        return f"{normal(name)} ".startswith(self._local)

    def kind(self, name: str) -> str | None:
        """Kind of body, by the words that its full name begins with, else by its last."""
        key = f"{normal(self.expand(name) or name)} "
        begins = (kind for word, kind in self._kinds.get(key.partition(" ")[0], ()) if key.startswith(word))
        ends = (self._endings[end] for end in _ends(key) if end in self._endings)
        domains = (kind for end, kind in self._endings.items() if end[0] == "." and key.endswith(f"{end} "))
        return next(begins, None) or next(ends, None) or next(domains, None)

    def is_type_word(self, name: str) -> bool:
        """Whether the name is only what names of its kind begin with: `Bank`, `Universitas`."""
        return normal(name) in self._listed and normal(name) not in self._full

    def shows_body(self, name: str) -> bool:
        """Whether a name of several words begins with a legal form or ends like a body's: `PO Kaltim Jaya`."""
        key = normal(name)
        return LEGAL_FORM.match(key) is not None or (key.count(" ") > 1 and any(e in self._endings for e in _ends(key)))

    def is_likely(self, name: str) -> bool:
        """Whether a name that was taken for a person's is a listed body (`Bio Farma`) or ends like one."""
        key = normal(name)
        return key in self._listed or any(end in self._endings for end in _ends(key))


def _ends(key: str) -> Iterator[str]:
    """The last words of a name of more than one, longest first."""
    words = key.split()
    return (" ".join(words[i:]) for i in range(1, len(words)))


@dataclass(slots=True)
class OrganisationCluster:
    """An organisation in the making."""

    mentions: list[NameMention] = field(default_factory=list)
    acronym: str | None = None

    @property
    def name(self) -> str:
        """Fullest form; capitals alone count as a poorer spelling."""
        return max(self.mentions, key=lambda m: (len(m.text), -m.start)).text

    def aliases(self) -> list[str]:
        """Other forms, in text order, the acronym in brackets of a longer name among them."""
        forms = list(dict.fromkeys(m.text for m in sorted(self.mentions, key=lambda m: m.start)))
        return [form for form in forms if form not in (self.name, self.acronym)]


class OrganisationMerger:
    """Joins mentions of organisations.

    Parameters
    ----------
    words
        Acronyms and kinds.
    gazetteer
        Tells the place in a regional body's name.
    lexicon
        ``nicknames`` has the words between two names of one body.
    """

    def __init__(self, words: OrganisationWords, gazetteer: Gazetteer, lexicon: Lexicon) -> None:
        self.words = words
        self._or = frozenset(lexicon["nicknames"]["also_known"]["links"])
        self._gazetteer = gazetteer

    def __call__(self, text: str, mentions: Iterable[NameMention]) -> list[OrganisationCluster]:
        """Clusters in the order of their first mention."""
        mentions = list(mentions)
        keys = {mention: self._with_full_place(self.words.key(mention.text)) for mention in mentions}
        joined = _Joined(keys.values())
        self._join_brackets(text, mentions, keys, joined)
        self._join_short_names(text, mentions, keys, joined)
        clusters: dict[str, OrganisationCluster] = {}
        for mention in mentions:
            clusters.setdefault(joined.root(keys[mention]), OrganisationCluster()).mentions.append(mention)
        for cluster in clusters.values():
            cluster.acronym = self._acronym(cluster)
        return list(clusters.values())

    def _with_full_place(self, key: str) -> str:
        """`pemprov jabar` as `pemprov jawa barat`: the place that ends a regional body's name, in full."""
        words = key.split()
        for start in range(1, len(words)):
            place = self._gazetteer.find(" ".join(words[start:]))
            if place is not None:
                return " ".join([*words[:start], normal(place.name)])
        return key

    def _join_brackets(
        self, text: str, mentions: list[NameMention], keys: dict[NameMention, str], joined: _Joined
    ) -> None:
        """`Badan Pusat Statistik (BPS)`, `BPS (Badan Pusat Statistik)`, `Bank Pembangunan Riau atau Bank Riau`.

        Also `Detasemen Khusus (Densus) 88` and `Densus 88`.
        """
        known = set(keys.values())
        for mention, key in keys.items():
            bracket = BRACKETED.search(mention.text)
            if bracket and bracket.end() < len(mention.text):
                short = self.words.key(bracket[1] + mention.text[bracket.end() :])
                if short in known:
                    joined.join(key, short)
        for first, second in pairwise(mentions):
            between = text[first.end : second.start].strip()
            short, long = sorted((first.text, second.text), key=len)
            if between == "(" and text[second.end : second.end + 1] == ")":
                same = is_short_form(short, long) or short.isupper()
            else:
                same = between in self._or and (is_short_form(short, long) or self._shares_name(short, long))
            if same:
                joined.join(keys[first], keys[second])

    def _shares_name(self, short: str, long: str) -> bool:
        """Whether a word other than type words stands in both names."""
        shared = set(normal(short).split()) & set(normal(long).split())
        return any(not self.words.is_type_word(word) for word in shared)

    def _join_short_names(
        self, text: str, mentions: list[NameMention], keys: dict[NameMention, str], joined: _Joined
    ) -> None:
        """The beginning of a longer name, where the article holds just one that goes on from it.

        `Persis` and `Persis Solo`, `Dinas Kesehatan` and `Dinas Kesehatan Kota Solo`, wherever they stand, of a club
        its end too (`Madrid`); other bodies only after the longer name: `PT Bumi Jaya Sentosa`, then `Bumi Jaya`.
        """
        first: dict[str, NameMention] = {}
        for mention in mentions:
            first.setdefault(keys[mention], mention)
        written = {key: self.words.key(mention.text) for key, mention in first.items()}
        for short, mention in first.items():
            longer = [key for key in first if f"{short} " in (key[: len(short) + 1], written[key][: len(short) + 1])]
            ends = [key for key in first if key.endswith(f" {short}") and self.words.kind(first[key].text) == "club"]
            longer += [key for key in ends if not _meet(text, [m for m in mentions if keys[m] in (key, short)])]
            if len(longer) == 1 and (
                "club" in (self.words.kind(mention.text), self.words.kind(first[longer[0]].text))
                or self.words.is_local(mention.text)
                or (first[longer[0]].start < mention.start and self._names_same(first[longer[0]], longer[0], short))
            ):
                joined.join(longer[0], short)

    def _names_same(self, mention: NameMention, longer: str, short: str) -> bool:
        """Whether the short form of a longer name still names it: a company, a body of that place or of that body."""
        if self.words.is_type_word(short):
            return False
        goes_by_short = LEGAL_FORM.search(mention.text) is not None or self.words.kind(mention.text) in SHORTENED_KINDS
        rest = longer.removeprefix(f"{short} ")
        return goes_by_short or self._gazetteer.find(rest) is not None or self.words.acronym(rest) is not None

    def _acronym(self, cluster: OrganisationCluster) -> str | None:
        """The one word that abbreviates the name, among the mentions or in its brackets."""
        bracketed = BRACKETED.search(cluster.name)
        long = cluster.name[: bracketed.start()] if bracketed else cluster.name
        words = [*([bracketed[1]] if bracketed else []), *(mention.text for mention in cluster.mentions)]
        whole = long.split()
        return next((w for w in words if " " not in w and w not in whole and is_short_form(w, long)), None)


def _meet(text: str, mentions: Sequence[NameMention]) -> bool:
    """Whether two of the names stand in one sentence: `Inter Milan` and the `Milan` that it beats."""
    pairs = ((a, b) for a, b in pairwise(mentions) if a.key != b.key)
    return any(not SENTENCE_END.search(text, a.end, b.start) for a, b in pairs)


def key_of(name: str) -> str:
    """A body's name without its legal form and without a bracketed acronym.

    Examples
    --------
    >>> key_of("PT Sri Rejeki Isman Tbk"), key_of("DPR RI"), key_of("Partai Gerindra")
    ('sri rejeki isman', 'dpr', 'gerindra')
    """
    key = normal(BRACKETED.sub("", spaced(name)))
    stripped = LEGAL_FORM.sub("", LEGAL_FORM.sub("", key))
    return stripped or key


class _Joined:
    """Disjoint sets of keys."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._parent = {key: key for key in keys}

    def root(self, key: str) -> str:
        while self._parent[key] != key:
            key = self._parent[key]
        return key

    def join(self, one: str, other: str) -> None:
        self._parent[self.root(other)] = self.root(one)
