"""An article and its records as HTML: the text with everything marked that was found in it.

What is shown comes from the article and is escaped; there is no script, and nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files
from typing import Any

from pydantic import BaseModel

from beritanlp.display.colours import MARKS
from beritanlp.display.marks import Mark, marks_of, pieces
from beritanlp.export.tables import TABLES, Source, rows_of
from beritanlp.records import Article, Span, shortened

LEGEND = ("quote", "cue", "person", "organisation", "place", "time", "event")
LONGEST_CELL = 160  # characters


def article_html(article: Article, tables: bool = True) -> str:
    """The text of an article with quotes, speakers, names, times and events marked.

    Parameters
    ----------
    article
        Any article; its text may hold markup, which shows as text.
    tables
        Whether tables of the records follow, folded away.

    Returns
    -------
    str
        HTML with its own style, to show in a notebook or write to a file.

    Examples
    --------
    >>> from beritanlp import extract
    >>> page = article_html(extract("Polisi menangkap <b>Budi Santoso</b> di Solo."))
    >>> "&lt;b&gt;" in page, "b-event" in page
    (True, True)
    """
    marks = marks_of(article)
    legend = "".join(f'<span class="b-{kind}">{kind}</span>' for kind in LEGEND)
    body = [
        f"<style>{style()}</style>",
        _head(article),
        f'<div class="b-legend">{legend}</div>',
        f'<div class="b-text">{_text(article.text, marks)}</div>',
        *(_tables(article) if tables else ()),
    ]
    return f'<div class="berita">{"".join(body)}</div>'


def record_html(record: BaseModel) -> str:
    """A single record as a table of what is known."""
    rows = "".join(
        f"<tr><th>{escape(name)}</th><td>{_cell(value)}</td></tr>"
        for name, value in record
        if value not in (None, [], "")
    )
    return f'<div class="berita"><style>{style()}</style><table>{rows}</table></div>'


def style() -> str:
    """The style of marks, with the colours."""
    colours = "".join(f"--b-{kind}: {colour};" for kind, colour in MARKS.items())
    sheet = files("beritanlp.display").joinpath("style.css").read_text(encoding="utf-8")
    return f".berita {{{colours}}}\n{sheet}"


def _head(article: Article) -> str:
    title = f"<h3>{escape(article.title)}</h3>" if article.title else ""
    place = article.dateline.place if article.dateline else None
    date = article.published and f"{article.published} ({article.published_source})"
    line = " · ".join(escape(part) for part in (article.outlet, place, date) if part)
    return f'{title}<div class="b-head">{line}</div>'


def _text(text: str, marks: Sequence[Mark]) -> str:
    parts = []
    for piece in pieces(text, marks):
        shown = escape(text[piece.start : piece.end])
        if piece.marks:
            shown = f'<span class="{piece.classes}" title="{escape(piece.about)}">{shown}</span>'
        parts.append(shown)
    return "".join(parts)


def _tables(article: Article) -> Iterator[str]:
    # through the rows that are exported, so that a name means the same everywhere
    shown = {
        "speakers": ("name", "kind", "roles", "quotes"),
        "quotes": ("speakers", "cue", "stance", "text", "day"),
        "events": ("type", "status", "text", "participants", "place", "time"),
        "people": ("name", "roles", "affiliations", "aliases"),
        "organisations": ("name", "acronym", "kind", "aliases"),
        "places": ("name", "kind", "country", "code"),
        "times": ("text", "value", "begin", "until"),
    }
    rows: dict[str, list[dict[str, Any]]] = {}
    for table, row in rows_of(Source(0, "", 0), article.model_dump(mode="json")):
        keys = (column.name for column in TABLES[table])
        rows.setdefault(table, []).append(dict(zip(keys, row, strict=True)))
    for table, columns in shown.items():
        if found := rows.get(table):
            head = "".join(f"<th>{column}</th>" for column in columns)
            body = "".join(
                f"<tr>{''.join(f'<td>{_cell(row[column])}</td>' for column in columns)}</tr>" for row in found
            )
            yield f"<details><summary>{table} ({len(found)})</summary><table><tr>{head}</tr>{body}</table></details>"


def _cell(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(_cell(item) for item in value)
    if isinstance(value, Span):
        value = f"{value.text} [{value.start}:{value.end}]"
    elif isinstance(value, BaseModel):
        value = ", ".join(f"{name}: {part}" for name, part in value if part is not None)
    return escape("" if value is None else shortened(str(value), LONGEST_CELL))
