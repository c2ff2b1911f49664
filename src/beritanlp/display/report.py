"""One page over many articles: who is quoted, what happened when and where, and every text with its marks.

The page holds all it needs, fetches nothing, and filters in the browser.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from beritanlp.display.article import LEGEND, style
from beritanlp.display.marks import marks_of, pieces
from beritanlp.display.sources import SourceClasses
from beritanlp.display.towns import towns_of
from beritanlp.errors import InputError
from beritanlp.lexicon import load_lexicon
from beritanlp.records import Article, shortened

FORMS = (".jsonl", ".jsonl.gz")


def write_report(
    records: Sequence[str | Path], output: str | Path, title: str = "BeritaNLP", limit: int | None = None
) -> int:
    """Write a page over records that ``beritanlp batch`` wrote as JSON lines.

    Parameters
    ----------
    records
        Files, or folders that hold them.
    output
        HTML file to write.
    title
        Heading of the page.
    limit
        Most articles to take, None for all.

    Returns
    -------
    int
        Number of articles on the page.

    Raises
    ------
    InputError
        When a file is missing or holds something else, with its line; when `output` cannot be written.
    """
    articles = list(islice(read_records(records), limit))
    try:
        Path(output).write_text(report_html(articles, title), encoding="utf-8")
    except OSError as error:
        raise InputError(f"{output}: {error.strerror}; choose another file with --output") from error
    return len(articles)


def read_records(records: Sequence[str | Path]) -> Iterator[Article]:
    """Articles of files of JSON lines, and of those in folders."""
    for path in _files(records):
        opener = gzip.open if path.suffix == ".gz" else open
        try:
            with opener(path, "rt", encoding="utf-8") as lines:
                for number, line in enumerate(lines, 1):
                    if line.strip():
                        yield _article(line, path, number)
        except (OSError, UnicodeDecodeError, EOFError) as error:
            raise InputError(f"{path}: {error}; give JSON lines that beritanlp batch wrote") from error


def report_html(articles: Iterable[Article], title: str = "BeritaNLP") -> str:
    """The page as HTML.

    Examples
    --------
    >>> from beritanlp import extract
    >>> page = report_html([extract('"Kami siap," kata Rini Astuti, Senin (6/1/2025).')], "Uji")
    >>> "Rini Astuti" in page, "src=" in page
    (True, False)
    """
    data = json.dumps(_data(articles, title), ensure_ascii=False, separators=(",", ":"))
    parts = {
        "style": style() + _own("report.css"),
        "data": data.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"),
        "script": _own("report.js"),
    }
    page = _own("report.html")
    before, _, after = page.partition("{{style}}")
    middle, _, rest = after.partition("{{data}}")
    last, _, end = rest.partition("{{script}}")
    return "".join((before, parts["style"], middle, parts["data"], last, parts["script"], end))


class _Index:
    """Numbers for things that the page names many times."""

    def __init__(self) -> None:
        self.rows: list[Any] = []
        self._numbers: dict[Any, int] = {}

    def __call__(self, key: Any, row: Any = None) -> int:
        if key not in self._numbers:
            self._numbers[key] = len(self.rows)
            self.rows.append(key if row is None else row)
        return self._numbers[key]


def _data(articles: Iterable[Article], title: str) -> dict[str, Any]:
    """What the page shows, by number where a name comes again; `report.js` reads it."""
    classes = SourceClasses(load_lexicon())
    index = {name: _Index() for name in ("outlets", "speakers", "bodies", "places", "types", "stances", "classes")}
    rows = [_row(article, index, classes) for article in articles]
    lists = {name: table.rows for name, table in index.items()}
    towns = [degrees for town in towns_of("ID") for degrees in town]
    return {"title": title, "sources": classes.names, "kinds": LEGEND, "articles": rows, "towns": towns, **lists}


def _row(article: Article, index: dict[str, _Index], classes: SourceClasses) -> dict[str, Any]:
    speakers = {}
    for speaker in article.speakers:
        kind = classes.of(speaker, article)
        name = speaker.name if kind != "unnamed" else f"({speaker.name})"
        speakers[speaker.id] = index["speakers"]((name, kind), [name, classes.names.index(kind)])
    days = {time.id: time.begin for time in article.times}
    day = (article.published or "")[:10]
    about = _Index()
    cut = [(p.end, index["classes"](p.classes), about(p.about)) for p in pieces(article.text, marks_of(article))]
    return {
        "title": article.title or shortened(article.text, 90),
        "outlet": index["outlets"](article.outlet or "unknown"),
        "day": day,
        "url": article.url or "",
        "text": article.text,
        "pieces": [number for piece in cut for number in piece],
        "about": about.rows,
        "quotes": [
            [
                quote.span.start,
                quote.span.end,
                [speakers[number] for number in quote.speakers],
                index["stances"](quote.stance),
                len(quote.span.text.split()),
            ]
            for quote in article.quotes
        ],
        "events": [
            [index["types"](event.type), (days.get(event.time or "") or day)[:10], event.trigger.start, event.status]
            for event in article.events
        ],
        "bodies": [[index["bodies"](body.name), len(body.mentions)] for body in article.organisations],
        "places": [
            [index["places"](place.name, [place.name, place.lat, place.lon]), len(place.mentions)]
            for place in article.places
        ],
    }


def _files(records: Sequence[str | Path]) -> Iterator[Path]:
    for path in map(Path, records):
        if path.is_dir():
            found = sorted(file for file in path.iterdir() if file.name.endswith(FORMS) and file.name != "errors.jsonl")
            if not found:
                raise InputError(f"{path}: no JSON lines in it; make some with: beritanlp batch FOLDER -o {path}")
            yield from found
        elif not path.exists():
            raise InputError(f"{path}: no such file; make one with: beritanlp batch FOLDER -o {path}")
        elif not path.name.endswith(FORMS):
            raise InputError(
                f"{path}: the report reads JSON lines; make some with: beritanlp batch FOLDER -o out.jsonl"
            )
        else:
            yield path


def _article(line: str, path: Path, number: int) -> Article:
    try:
        return Article.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "the line"
        raise InputError(
            f"{path}, line {number}: no record of this version: {where}: {first['msg']}; "
            "make it anew with: beritanlp batch"
        ) from error


def _own(name: str) -> str:
    return files("beritanlp.display").joinpath(name).read_text(encoding="utf-8")
