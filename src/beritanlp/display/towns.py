"""The ground of a map: where the towns of the gazetteer lie."""

from __future__ import annotations

from beritanlp.lexicon import load_lexicon


def towns_of(country: str | None = None) -> list[tuple[float, float]]:
    """Latitude and longitude of the towns of a country (ISO code), or of all.

    Examples
    --------
    >>> len(towns_of("ID")) > 500
    True
    """
    rows = (row for row in load_lexicon().rows("places") if row["lat"] and country in (None, row["country"]))
    return [(float(row["lat"]), float(row["lon"])) for row in rows]
