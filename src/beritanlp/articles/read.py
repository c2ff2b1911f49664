"""Items from files of every kind, and articles from items."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Any, cast

from beritanlp.articles.decode import REPLACED, check_text, decode, encoding_of, file_encoding
from beritanlp.articles.fields import Fields, has_text
from beritanlp.articles.files import STDIN, find_files, kind_of
from beritanlp.articles.html import html_article
from beritanlp.articles.items import Item
from beritanlp.articles.raw import RawArticle
from beritanlp.errors import ExtraError, InputError

CELL = 1 << 27  # characters a CSV cell may have
SNIFF = 1 << 16  # bytes that tell the delimiter
MORE = "(more)"  # what DictReader calls cells without a column
_DELIMITERS = ",;\t|"
_Reader = Callable[[str, IO[bytes], Fields], Iterator[Item]]


def read_items(
    paths: Iterable[str | Path],
    kind: str = "jsonl",
    fields: Fields | None = None,
    besides: frozenset[Path] = frozenset(),
) -> Iterator[Item]:
    """Every article of files, folders, glob patterns and ``-`` (standard input), in a fixed order.

    What cannot be read comes as an item too, of kind ``failure`` or ``warning``; nothing is raised for bad input.

    Parameters
    ----------
    paths
        See :func:`~beritanlp.articles.files.find_files`.
    kind
        How to read standard input: a suffix without dot.
    fields
        Names of keys, by which an object that is an article is told from one that holds articles.
    besides
        Files and folders that are no input, as those of the output; resolved.

    Raises
    ------
    InputError
        When `kind` is unknown.
    ExtraError
        When a Parquet file is met and pyarrow is not installed.
    """
    names = fields or Fields()
    if f".{kind}" not in READERS:
        raise InputError(f"standard input cannot be {kind}; known are {', '.join(key[1:] for key in READERS)}")
    for path in paths:
        if str(path) == STDIN:
            yield from _guarded("<stdin>", READERS[f".{kind}"], sys.stdin.buffer, names)
            continue
        for found in find_files([path], besides):
            yield from [found] if isinstance(found, Item) else _read_file(found, names)


def read_file(path: str) -> Iterator[Item]:
    """Every article of one file, read as its suffix tells; a file of another kind and ``-`` (standard input) are text.

    What cannot be read comes as an item of kind ``failure``.
    """
    if path == STDIN:
        return read_items([STDIN], kind="txt")
    return read_items([path]) if kind_of(Path(path)) else _read_file(Path(path), Fields())


def article_of(item: Item, fields: Fields) -> tuple[RawArticle, list[str]]:
    """The article of an item, and what was wrong with it though not fatal.

    Raises
    ------
    InputError
        When the item holds no article.
    """
    if item.kind == "failure":
        raise InputError(item.payload.decode())
    if item.kind == "html":
        return html_article(item.payload)
    if item.kind == "text":
        article, warnings = RawArticle(decode(item.payload)), list[str]()
    else:
        article, warnings = _row_article(item.payload, fields)
    if not check_text(article.text).strip():
        raise InputError("the file is empty" if item.kind == "text" else "the text is empty")
    if REPLACED in article.text:
        warnings.append("the text has bytes that no encoding reads, or is cut off: they are U+FFFD now")
    return article, warnings


def _row_article(payload: bytes, fields: Fields) -> tuple[RawArticle, list[str]]:
    try:
        row = json.loads(decode(payload))
    except json.JSONDecodeError as error:
        raise InputError(f"no JSON: {error.msg} at character {error.pos}") from error
    except (RecursionError, ValueError) as error:
        raise InputError(_json_fault(error)) from error
    if isinstance(row, str):
        return RawArticle(row), []
    if not isinstance(row, dict):
        raise InputError(f"a JSON object is wanted, not {type(row).__name__}")
    return fields.article(row)


def _json_fault(error: Exception) -> str:
    """What is wrong with JSON that the parser gives up on otherwise than by a syntax error."""
    return "JSON nested too deep" if isinstance(error, RecursionError) else f"no JSON: {error}"


def _read_file(path: Path, fields: Fields) -> Iterator[Item]:
    name = str(path)
    try:
        with path.open("rb") as file:  # once: a pipe cannot be opened again
            packed = file.peek(2).startswith(b"\x1f\x8b")
            with cast(IO[bytes], gzip.GzipFile(fileobj=file) if packed else file) as stream:
                yield from _guarded(name, READERS.get(kind_of(path), _read_text), stream, fields)
    except OSError as error:
        yield Item.failure(name, error.strerror or str(error))


def _guarded(name: str, reader: _Reader, stream: IO[bytes], fields: Fields) -> Iterator[Item]:
    """Items of a stream; an error in the middle ends it with a failure, and keeps what came before."""
    row = 0
    try:
        for item in reader(name, stream, fields):
            row = item.row
            yield item
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        yield Item.failure(name, f"damaged gzip file, after row {row}: {error}")
    except OSError as error:
        yield Item.failure(name, f"after row {row}: {error.strerror or error}" if row else error.strerror or str(error))
    except InputError as error:
        yield Item.failure(name, f"after row {row}: {error}" if row else str(error))


def _read_text(name: str, stream: IO[bytes], fields: Fields) -> Iterator[Item]:
    yield Item(name, 0, "text", stream.read())


def _read_html(name: str, stream: IO[bytes], fields: Fields) -> Iterator[Item]:
    yield Item(name, 0, "html", stream.read())


def _read_lines(name: str, stream: IO[bytes], fields: Fields) -> Iterator[Item]:
    """A JSON object a line."""
    row = 0
    for row, line in enumerate(stream, 1):
        line = line.removeprefix(b"\xef\xbb\xbf") if row == 1 else line
        if row == 1 and encoding_of(line).startswith("utf-16"):
            lines = decode(line + stream.read()).split("\n")
            yield from (Item(name, n, "row", text.encode()) for n, text in enumerate(lines, 1) if text.strip())
            return
        if line.strip():
            yield Item(name, row, "row", line.strip())
    if row == 0:
        raise InputError("the file is empty")


def _read_json(name: str, stream: IO[bytes], fields: Fields) -> Iterator[Item]:
    """A list of objects, also inside an object; or one object."""
    text = decode(stream.read())
    if not text.strip():
        raise InputError("the file is empty")
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(
            f"no JSON: {error.msg} in line {error.lineno}, column {error.colno}; "
            "if every line is an object of its own, name the file .jsonl"
        ) from error
    except (RecursionError, ValueError) as error:
        raise InputError(_json_fault(error)) from error
    if isinstance(data, dict) and has_text(data, fields.text):
        data = [data]
    elif isinstance(data, dict):
        lists = [value for value in data.values() if isinstance(value, list) and value and isinstance(value[0], dict)]
        data = lists[0] if len(lists) == 1 else [data]
    if not isinstance(data, list):
        raise InputError(f"a list of objects is wanted, not {type(data).__name__}")
    for row, value in enumerate(data, 1):
        yield Item(name, row, "row", _dump(value))


def _read_table(name: str, stream: IO[bytes], fields: Fields) -> Iterator[Item]:
    """Rows under a header line, separated by comma, semicolon, tab or bar."""
    stream = stream if stream.seekable() else io.BytesIO(stream.read())
    encoding = file_encoding(stream)
    stream.seek(0)
    csv.field_size_limit(CELL)
    with io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline="") as text:
        delimiter, told = _delimiter(text.read(SNIFF))
        text.seek(0)
        if told:
            text.readline()
        reader = csv.DictReader(text, delimiter=delimiter, restkey=MORE, strict=True)
        if not reader.fieldnames:
            raise InputError("the file is empty")
        row = 1
        while True:
            try:
                values = next(reader, None)
            except csv.Error as error:
                yield Item.failure(name, f"line {reader.line_num}: {error}", row)
                row += 1
                continue
            if values is None:
                return
            if MORE in values:
                yield Item.failure(name, "more cells than columns: put the text in quotation marks", row)
            else:
                kept = {key: value for key, value in values.items() if value is not None}
                yield Item(name, row, "row", _dump(kept))
            row += 1


def _delimiter(sample: str) -> tuple[str, bool]:
    """The delimiter that the header line has most of; or that a line ``sep=;`` before it tells."""
    header = re.split(r"[\r\n]", sample.lstrip("\ufeff"), maxsplit=1)[0]
    told = re.fullmatch(r"sep=(.)", header)
    return (told[1], True) if told else (max(_DELIMITERS, key=header.count), False)


def _read_parquet(name: str, stream: IO[bytes], fields: Fields) -> Iterator[Item]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise ExtraError("Parquet files need pyarrow: pip install 'beritanlp[parquet]'") from error
    try:
        source = pyarrow.parquet.ParquetFile(stream if stream.seekable() else io.BytesIO(stream.read()))
        row = 0
        for batch in source.iter_batches(batch_size=256):
            for values in batch.to_pylist():
                row += 1
                yield Item(name, row, "row", _dump(values))
    except (pyarrow.ArrowException, OSError) as error:
        raise InputError(f"no Parquet file, or a damaged one: {error}") from error


def _dump(value: Any) -> bytes:
    return json.dumps(value, default=_plain).encode()


def _plain(value: Any) -> str:
    return decode(value) if isinstance(value, bytes) else str(value)


READERS: dict[str, _Reader] = {
    ".txt": _read_text,
    ".html": _read_html,
    ".htm": _read_html,
    ".json": _read_json,
    ".jsonl": _read_lines,
    ".ndjson": _read_lines,
    ".csv": _read_table,
    ".tsv": _read_table,
    ".parquet": _read_parquet,
}
