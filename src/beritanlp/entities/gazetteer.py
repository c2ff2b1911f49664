"""The gazetteer of places: names and aliases to country, code, kind and coordinates."""

from __future__ import annotations

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
    lat: float | None
    lon: float | None


class Gazetteer:
    """Places by name or alias, whatever the case.

    Examples
    --------
    >>> from beritanlp.lexicon import Lexicon
    >>> Gazetteer(Lexicon()).find("Korsel").name
    'Korea Selatan'
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._places = _read(lexicon)
        look_up = lexicon["place_types"]["look_up"]
        self._left_out = {_key(word): kind for kind, words in look_up.items() for word in words}

    def find(self, name: str) -> GazetteerPlace | None:
        """The place of that name, or None; also `Federasi Rusia`, `Provinsi Jawa Tengah`."""
        key = _key(name)
        place = self._places.get(key)
        first, _, rest = key.partition(" ")
        if place is None and first in self._left_out:
            found = self._places.get(rest)
            return found if found is not None and found.kind == self._left_out[first] else None
        return place


@cache
def _read(lexicon: Lexicon) -> dict[str, GazetteerPlace]:
    places: dict[str, GazetteerPlace] = {}
    for row in lexicon.rows("places"):
        place = GazetteerPlace(
            name=row["name"],
            kind=row["kind"],  # type: ignore[arg-type]  # tests check the column
            country=row["country"] or None,
            code=row["code"] or None,
            lat=float(row["lat"]) if row["lat"] else None,
            lon=float(row["lon"]) if row["lon"] else None,
        )
        places[_key(row["name"])] = place
        for alias in filter(None, row["aliases"].split("|")):
            places.setdefault(_key(alias), place)
    return places


def _key(name: str) -> str:
    """A place's name as looked up: `Washington D.C`, `Washington, DC`."""
    return " ".join(name.casefold().replace("’", "'").replace(".", "").replace(",", " ").split())
