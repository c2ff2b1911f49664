"""The gazetteer of places: names and aliases to country, code, kind and coordinates."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Literal

from beritanlp.lexicon import Lexicon

PlaceKind = Literal["country", "province", "city", "regency", "facility", "other"]


@dataclass(frozen=True, slots=True)
class GazetteerPlace:
    """One row of ``lexicon/places.tsv``."""

    name: str
    kind: PlaceKind
    country: str | None
    code: str | None
    parent: str | None
    lat: float | None
    lon: float | None


class Gazetteer:
    """Places by name or alias, whatever the case.

    Examples
    --------
    >>> from beritanlp.lexicon import Lexicon
    >>> gazetteer = Gazetteer(Lexicon())
    >>> gazetteer.find("Korsel").name
    'Korea Selatan'
    >>> [place.name for place in gazetteer.readings("Bandung")]
    ['Kota Bandung', 'Kabupaten Bandung']
    """

    def __init__(self, lexicon: Lexicon) -> None:
        types = lexicon["place_types"]
        self._places = _read(lexicon)
        self._left_out = {_key(word): kind for kind, words in types["look_up"].items() for word in words}

    def find(self, name: str) -> GazetteerPlace | None:
        """The place of that name, or None; also `Federasi Rusia`, `Provinsi Jawa Tengah`; the usual one of several."""
        return next(iter(self.readings(name)), None)

    def readings(self, name: str) -> tuple[GazetteerPlace, ...]:
        """All places of that name, the usual one first: a city and a regency may share theirs."""
        key = _key(name)
        places = self._places.get(key, ())
        first, _, rest = key.partition(" ")
        if not places and first in self._left_out:
            return tuple(p for p in self._places.get(rest, ()) if p.kind == self._left_out[first])
        return places


@cache
def _read(lexicon: Lexicon) -> dict[str, tuple[GazetteerPlace, ...]]:
    named: dict[str, list[GazetteerPlace]] = defaultdict(list)  # by the names and aliases of the table
    bare: dict[str, list[GazetteerPlace]] = defaultdict(list)  # by a region's name without its type word
    type_words = lexicon["place_types"]["regions"]
    for row in lexicon.rows("places"):
        place = GazetteerPlace(
            name=row["name"],
            kind=row["kind"],  # type: ignore[arg-type]  # tests check the column
            country=row["country"] or None,
            code=row["code"] or None,
            parent=row["parent"] or None,
            lat=float(row["lat"]) if row["lat"] else None,
            lon=float(row["lon"]) if row["lon"] else None,
        )
        for key in {_key(name) for name in (row["name"], *filter(None, row["aliases"].split("|")))}:
            named[key].append(place)
        word, _, rest = row["name"].partition(" ")
        if word in type_words:
            bare[_key(rest)].append(place)
    for key, places in bare.items():
        named[key] += [place for place in places if place not in named[key]]
    return {key: tuple(places) for key, places in named.items()}


def _key(name: str) -> str:
    """A place's name as looked up: `Washington D.C`, `Washington, DC`."""
    return " ".join(name.casefold().replace("’", "'").replace(".", "").replace(",", " ").split())
