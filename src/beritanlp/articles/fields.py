"""From the columns and keys of other people's files to an article."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

import dateparser
import regex

from beritanlp.articles.raw import RawArticle
from beritanlp.errors import InputError

_ZONES = {"WIB": "+0700", "WITA": "+0800", "WIT": "+0900"}
_PREFIX = regex.compile(r"^\D*?(?=\d|\b(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu)\b)", regex.IGNORECASE)
_ZONE = regex.compile(r"\b(WIB|WITA|WIT)\b")
_DAY = len("2025-06-18")
_FAR = 10**11  # seconds since 1970 end here, milliseconds begin
_EARLY = 10**8  # seconds since 1970 begin here: days in digits (20250618) and years are less


@dataclass(frozen=True, slots=True)
class Fields:
    """Names of the columns or keys an article is read from; None stands for the usual names.

    Examples
    --------
    >>> article, warnings = Fields().article({"isi": "Banjir surut.", "tanggal": "6 Januari 2025"})
    >>> article.text, article.published, warnings
    ('Banjir surut.', '2025-01-06', [])
    """

    text: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None
    outlet: str | None = None
    id: str | None = None

    def article(self, row: Mapping[str, Any]) -> tuple[RawArticle, list[str]]:
        """The article of a row, and what was wrong with it though not fatal.

        Raises
        ------
        InputError
            When the row has no text.
        """
        warnings: list[str] = []
        found = {field.name: self._value(row, field.name, warnings) for field in fields(self)}
        if found["text"] is None:
            wanted = self.text or ", ".join(USUAL["text"])
            raise InputError(f"no text: none of the columns {', '.join(map(str, row)) or '(none)'} is {wanted}")
        if not isinstance(found["text"], str):
            raise InputError(f"the text is no string but {type(found['text']).__name__}")
        published: str | None = None
        try:
            published = read_date(found.pop("published"))
        except InputError as error:
            warnings.append(str(error))
        text = found.pop("text")
        rest = {name: _whole(str(value)) for name, value in found.items() if value not in (None, "")}
        return RawArticle(text, published=published, **rest), warnings

    def _value(self, row: Mapping[str, Any], field: str, warnings: list[str]) -> Any:
        """The value of the named column, else of the first of the usual ones that has any."""
        named = getattr(self, field)
        if named is not None:
            if named in row:
                return row[named]
            missing = f"no column {named!r} for the {field}; there are {', '.join(map(str, row))}"
            if field == "text":
                raise InputError(missing)
            warnings.append(missing)
            return None
        names = {str(key).strip().lower(): key for key in reversed(list(row))}
        values = [row[names[usual]] for usual in USUAL[field] if usual in names]
        return next((value for value in values if value not in (None, "")), values[0] if values else None)


USUAL = {
    "text": ("text", "content", "isi", "body", "article", "artikel", "teks", "konten", "isi_berita", "berita"),
    "title": ("title", "judul", "headline", "judul_berita"),
    "published": ("published", "publish_date", "published_at", "date", "tanggal", "tgl", "datetime", "waktu"),
    "url": ("url", "link", "tautan", "href"),
    "outlet": ("outlet", "source", "sumber", "media", "publisher"),
    "id": ("id", "_id", "article_id"),
}


def has_text(row: Mapping[str, Any], text: str | None) -> bool:
    """Whether a row has a text, in the column `text` or one of the usual names."""
    if text is not None:
        return isinstance(row.get(text), str)
    return any(isinstance(value, str) and str(key).strip().lower() in USUAL["text"] for key, value in row.items())


def _whole(value: str) -> str:
    """A string without lone surrogates, which no file can hold."""
    return value.encode("utf-8", "replace").decode()


def read_date(value: Any) -> str | None:
    """A date of publication in any usual spelling as ISO 8601; the hour and zone are kept where they are told.

    Raises
    ------
    InputError
        When it is none.

    Examples
    --------
    >>> read_date("Diperbarui 18 Jun 2025, 14:05 WIB")
    '2025-06-18T14:05:00+07:00'
    >>> read_date("Kamis, 19/06/2025"), read_date(1750316400)
    ('2025-06-19', '2025-06-19T07:00:00+00:00')
    """
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_number(value)
    if value is None or not str(value).strip():
        return None
    return _from_text(str(value).strip())


def _from_number(value: float) -> str:
    if abs(value) < _EARLY:
        return _from_text(f"{value:.0f}")
    try:
        seconds = value / 1000 if abs(value) >= _FAR else value
        return dt.datetime.fromtimestamp(seconds, tz=dt.UTC).isoformat()
    except (OverflowError, ValueError, OSError) as error:
        raise InputError(f"{value} is no date of publication") from error


@lru_cache(maxsize=4096)
def _from_text(value: str) -> str:
    try:
        found = dt.datetime.fromisoformat(value)
    except ValueError:
        pass
    else:
        if len(value) < _DAY or value[4] != "-":  # 20250618, 20250618T140500
            return found.isoformat() if "T" in value else found.date().isoformat()
        return value
    if value.isdigit() and len(value) > len("20250618"):
        return _from_number(int(value[:20]))
    spelled = _ZONE.sub(lambda match: _ZONES[match[1]], value[:80])
    settings = {"DATE_ORDER": "DMY", "REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}
    for form in dict.fromkeys((_PREFIX.sub("", spelled, count=1), spelled)):
        parsed = dateparser.parse(form, languages=["id", "en"], settings=settings)
        if parsed is not None:
            break
    else:
        raise InputError(f"{value[:60]!r} is no date of publication; write it as 2025-06-18 or 18 Juni 2025")
    date: dt.datetime = parsed
    return date.isoformat() if regex.search(r"\d[:.]\d\d", spelled) else date.date().isoformat()
