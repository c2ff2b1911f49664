"""One record per place, by the gazetteer where it knows the name.

A name that several places bear (`Bandung`: a city and a regency) is read by the kind word or office before it
(`Bupati Bandung`), else by a full form elsewhere in the article (`Kabupaten Bandung`); else the usual one is meant.
Two records never hold one place: `Bandung` joins `Kabupaten Bandung` where that is its reading.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from beritanlp.entities.acronyms import is_short_form
from beritanlp.entities.gazetteer import Gazetteer, GazetteerPlace, PlaceKind
from beritanlp.entities.names import NameMention
from beritanlp.lexicon import Lexicon

BEFORE = 24  # characters looked at for a kind word


@dataclass(slots=True)
class PlaceCluster:
    """A place in the making."""

    known: GazetteerPlace | None
    mentions: list[NameMention] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Fullest form in the article; a nickname (`Negeri Paman Sam`) or capitals alone (a dateline) are poorer."""
        return min(self.mentions, key=lambda m: (m.text.isupper(), self._is_nickname(m), -len(m.text), m.start)).text

    def _is_nickname(self, mention: NameMention) -> bool:
        if self.known is None:
            return False
        usual, form = self.known.name.casefold(), mention.text.casefold()
        return usual not in form and form not in usual

    def aliases(self) -> list[str]:
        """Other forms, in text order."""
        forms = dict.fromkeys(m.text for m in sorted(self.mentions, key=lambda m: m.start))
        return [form for form in forms if form != self.name]

    @property
    def kind(self) -> PlaceKind:
        """Kind by the gazetteer, else by the recogniser's label."""
        if self.known is not None:
            return self.known.kind
        return "facility" if any(m.label == "FAC" for m in self.mentions) else "other"


class PlaceMerger:
    """Joins mentions of places.

    Parameters
    ----------
    gazetteer
        Names and aliases.
    lexicon
        ``place_types`` tells which words before a name tell its kind.
    """

    def __init__(self, gazetteer: Gazetteer, lexicon: Lexicon) -> None:
        self._gazetteer = gazetteer
        types = lexicon["place_types"]["types"].values()
        self._type_words = sorted((word.casefold() for words in types for word in words), key=len, reverse=True)
        told_by = lexicon["place_types"]["told_by"]
        kinds: dict[str, str] = {word: kind for kind, words in told_by.items() for word in words}
        self._told_by = sorted(kinds.items(), key=lambda pair: -len(pair[0]))  # "wakil bupati" before "bupati"

    def __call__(self, text: str, mentions: Iterable[NameMention]) -> list[PlaceCluster]:
        """Clusters in the order of their first mention."""
        mentions = list(mentions)
        long_forms = _long_forms(text, mentions) | self._typed_forms(mentions)
        by_name: dict[str, list[NameMention]] = {}
        for mention in mentions:
            by_name.setdefault(long_forms.get(mention.key, mention.key), []).append(mention)
        elsewhere = self._elsewhere(text, mentions)
        readings = {
            key: tuple(place for place in self._readings(same) if (key, place) not in elsewhere)
            for key, same in by_name.items()
        }
        certain = {places[0] for places in readings.values() if len(places) == 1}
        clusters: dict[str, PlaceCluster] = {}
        for key, same in by_name.items():
            known = self._chosen(text, same, readings[key], certain)
            name = f"known:{known.name}" if known else key
            clusters.setdefault(name, PlaceCluster(known)).mentions.extend(same)
        for cluster in clusters.values():
            cluster.mentions.sort(key=lambda m: m.start)
        return sorted(clusters.values(), key=lambda cluster: cluster.mentions[0].start)

    def _elsewhere(self, text: str, mentions: Sequence[NameMention]) -> set[tuple[str, GazetteerPlace]]:
        """Readings that the place after a comma rules out: `Kuningan, Jakarta Selatan` is no regency of Jawa Barat."""
        ruled_out: set[tuple[str, GazetteerPlace]] = set()
        for first, second in pairwise(mentions):
            if text[first.end : second.start] != ", ":
                continue
            regions = {_region(place) for place in self._gazetteer.readings(second.text)} - {None}
            ruled_out |= {
                (first.key, place)
                for place in self._gazetteer.readings(first.text)
                if place.kind in {"city", "regency"} and regions and _region(place) not in regions
            }
        return ruled_out

    def _typed_forms(self, mentions: Sequence[NameMention]) -> dict[str, str]:
        """Bare names that the article gives a type word elsewhere: `Anyelir` where it has `Gunung Anyelir`.

        A bare name that the gazetteer knows stays itself: `Sleman` is no `Desa Sleman`.
        """
        typed: dict[str, dict[str, str]] = {}
        for mention in mentions:
            word = next((word for word in self._type_words if mention.key.startswith(f"{word} ")), None)
            bare = mention.key.removeprefix(f"{word} ")
            if word and not self._gazetteer.readings(bare):
                typed.setdefault(bare, {})[mention.key] = word
        forms: dict[str, str] = {}
        for bare, words in typed.items():
            shortest = min(words.values(), key=len)
            if all(word.startswith(shortest) for word in words.values()):  # `Gunung`, `Gunungapi`
                first = next(iter(words))
                forms.update(dict.fromkeys([bare, *words], first))
        return forms

    def _readings(self, same: Sequence[NameMention]) -> tuple[GazetteerPlace, ...]:
        """The places of a name; a building has none."""
        return () if all(m.label == "FAC" for m in same) else self._gazetteer.readings(same[0].text)

    def _chosen(
        self,
        text: str,
        same: Sequence[NameMention],
        places: Sequence[GazetteerPlace],
        certain: set[GazetteerPlace],
    ) -> GazetteerPlace | None:
        """The place meant by mentions of one name."""
        if len(places) < 2:
            return places[0] if places else None
        kinds = {self._kind_before(text, mention.start) for mention in same} - {None}
        told = [place for place in places if place.kind in kinds]
        if len(told) == 1:
            return told[0]
        full = [place for place in places if place in certain]
        return full[0] if len(full) == 1 else places[0]

    def _kind_before(self, text: str, start: int) -> str | None:
        before = text[max(0, start - BEFORE) : start].casefold().rstrip()
        for word, kind in self._told_by:
            if before.endswith(word) and not before[: -len(word)][-1:].isalnum():
                return kind
        return None


def _long_forms(text: str, mentions: Sequence[NameMention]) -> dict[str, str]:
    """Short forms that the article gives in brackets: `Ogan Komering Ulu (OKU)`."""
    return {
        second.key: first.key
        for first, second in pairwise(mentions)
        if text[first.end : second.start].strip() == "(" and is_short_form(second.text, first.text)
    }


def _region(place: GazetteerPlace) -> str | None:
    """First word of the Indonesian province that the place is or lies in: provinces were split, `Papua` into six."""
    province = place.name if place.kind == "province" else place.parent
    return province.split()[0] if province and place.country == "ID" else None
