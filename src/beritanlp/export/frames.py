"""Records as pandas DataFrames: the tables of :mod:`beritanlp.export.tables` with their types."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from beritanlp.errors import ExtraError, InputError
from beritanlp.export.tables import TABLES, Column, Row, Source, rows_of
from beritanlp.records import Article

if TYPE_CHECKING:
    import pandas as pd

_TIMES = frozenset(("published", "day", "begin", "until"))
_CATEGORIES = frozenset(
    [
        *("kind", "type", "status", "stance", "granularity", "mod", "published_source", "outlet", "country"),
        *("plover", "cameo", "ace", "rule", "library", "model", "lexicon"),
    ]
)
_TYPES = {"int": "int64", "float": "float64", "bool": "bool", "text": "str", "list": "object"}
_ZONE = re.compile(r"(?<=[0-9])([+-][0-9]{2}:?[0-9]{2}|Z)$")


def to_frames(articles: Article | Iterable[Article]) -> dict[str, pd.DataFrame]:
    """All tables of some articles.

    Parameters
    ----------
    articles
        From :func:`beritanlp.extract_many`, or one article.

    Returns
    -------
    dict
        By name of the table: articles, people, organisations, places, speakers, quotes, times, events. ``article``
        joins them: the article's place in `articles`, from 0. Times are datetimes on the clock of the place, without
        zone; kinds, types and the like are categories; lists are lists.

    Raises
    ------
    ExtraError
        When pandas is missing.

    Examples
    --------
    >>> from beritanlp import extract_many
    >>> frames = to_frames(extract_many(["Gempa mengguncang Cianjur.", "Banjir merendam Demak."]))
    >>> frames["places"][["article", "name"]].values.tolist()
    [[0, 'Cianjur'], [1, 'Demak']]
    """
    rows: dict[str, list[Row]] = {table: [] for table in TABLES}
    for number, article in enumerate([articles] if isinstance(articles, Article) else articles):
        for table, row in rows_of(Source(number, "", 0), article.model_dump(mode="json")):
            rows[table].append(row)
    return {table: _frame(TABLES[table], found) for table, found in rows.items()}


def to_frame(article: Article, kind: str) -> pd.DataFrame:
    """One table of one article; see :func:`to_frames`.

    Raises
    ------
    InputError
        When there is no such table.
    """
    if kind not in TABLES:
        raise InputError(f"no table {kind!r}; there are {', '.join(TABLES)}")
    return to_frames(article)[kind].drop(columns="article")


def _frame(columns: tuple[Column, ...], rows: list[Row]) -> pd.DataFrame:
    try:
        import pandas as pd
    except ImportError as error:
        raise ExtraError("DataFrames need pandas: pip install 'beritanlp[notebook]'") from error

    def series(place: int, column: Column) -> pd.Series[Any]:
        values = [row[place] for row in rows]
        if column.name in _TIMES:
            clock = [_without_zone(value) if isinstance(value, str) else None for value in values]
            return pd.to_datetime(pd.Series(clock, dtype="str"), format="ISO8601", errors="coerce")
        return pd.Series(values, dtype="category" if column.name in _CATEGORIES else _TYPES[column.type])

    return pd.DataFrame({column.name: series(place, column) for place, column in enumerate(columns)})


def _without_zone(time: str) -> str:
    day, clock, rest = time.partition("T")
    return day + clock + _ZONE.sub("", rest)
