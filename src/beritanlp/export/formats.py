"""Writers of the output formats.

A writer takes every record of a run once, in input order, and leaves files of the same bytes for the same records.
Each file is written beside its place and moved there when it is whole.
"""

from __future__ import annotations

import csv
import json
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import IO, Any

from typing_extensions import override

from beritanlp.errors import ExtraError
from beritanlp.export.tables import TABLES, Cell, Column, Row, Source, rows_of
from beritanlp.export.whole import partial

BATCH = 5_000  # rows of a table held in memory
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")  # also in full width


class Format(StrEnum):
    """Output formats."""

    jsonl = "jsonl"
    parquet = "parquet"
    csv = "csv"
    sqlite = "sqlite"
    docbin = "docbin"


class Writer(ABC):
    """Takes the records of a run; to be used in a ``with`` statement.

    Parameters
    ----------
    target
        File or folder to write.
    """

    def __init__(self, target: Path) -> None:
        self.target = target

    def __enter__(self) -> Writer:
        self.target.parent.mkdir(parents=True, exist_ok=True)
        self.open()
        return self

    def __exit__(self, kind: object, *rest: object) -> None:
        self.close(whole=kind is None)

    @abstractmethod
    def open(self) -> None:
        """Begin."""

    @abstractmethod
    def add(self, source: Source, line: str) -> None:
        """Take the JSON record of an article."""

    @abstractmethod
    def close(self, whole: bool) -> None:
        """End; what was written counts only when it is `whole`."""


class JsonLines(Writer):
    """One file, an article a line, by ``beritanlp schema``."""

    @override
    def open(self) -> None:
        self._file = partial(self.target).open("w", encoding="utf-8", newline="\n")

    @override
    def add(self, source: Source, line: str) -> None:
        self._file.write(line + "\n")

    @override
    def close(self, whole: bool) -> None:
        self._file.close()
        if whole:
            partial(self.target).replace(self.target)


class Tables(Writer):
    """Base of the formats with a table per kind of record."""

    @override
    def open(self) -> None:
        self._rows: dict[str, list[Row]] = {name: [] for name in TABLES}
        self.begin()

    @override
    def add(self, source: Source, line: str) -> None:
        for table, row in rows_of(source, json.loads(line)):
            self._rows[table].append(row)
        if any(len(rows) >= BATCH for rows in self._rows.values()):
            self._flush()

    @override
    def close(self, whole: bool) -> None:
        if whole:
            self._flush()
        self.end(whole)

    def _flush(self) -> None:
        for table, rows in self._rows.items():
            if rows:
                self.write(table, rows)
        self._rows = {name: [] for name in TABLES}

    @abstractmethod
    def begin(self) -> None:
        """Open the files."""

    @abstractmethod
    def write(self, table: str, rows: list[Row]) -> None:
        """Append rows to a table."""

    @abstractmethod
    def end(self, whole: bool) -> None:
        """Close the files, and put them in place."""


class FilePerTable(Tables):
    """Base of the formats with a file per table in a folder."""

    suffix: str

    @override
    def begin(self) -> None:
        self.target.mkdir(parents=True, exist_ok=True)
        self._stack = ExitStack()
        self.tables = {
            table: self._stack.enter_context(self.open_table(partial(self._path(table)), columns))
            for table, columns in TABLES.items()
        }

    @override
    def end(self, whole: bool) -> None:
        self._stack.close()
        for path in map(self._path, TABLES if whole else ()):
            partial(path).replace(path)

    @abstractmethod
    def open_table(self, path: Path, columns: Sequence[Column]) -> Any:
        """Begin the file of a table; what is returned is a context, and in ``self.tables``."""

    def _path(self, table: str) -> Path:
        return self.target / f"{table}.{self.suffix}"


class Csv(FilePerTable):
    """A file per table, UTF-8 with a byte order mark for spreadsheets, lists as JSON.

    A text that a spreadsheet would take for a formula is led by an apostrophe.
    """

    suffix = "csv"

    @override
    def open_table(self, path: Path, columns: Sequence[Column]) -> IO[str]:
        file = path.open("w", encoding="utf-8-sig", newline="")
        csv.writer(file).writerow(column.name for column in columns)
        return file

    @override
    def write(self, table: str, rows: list[Row]) -> None:
        csv.writer(self.tables[table]).writerows([_safe(cell) for cell in row] for row in rows)


class Parquet(FilePerTable):
    """A file per table, with lists as lists."""

    suffix = "parquet"

    @override
    def open_table(self, path: Path, columns: Sequence[Column]) -> Any:
        try:
            import pyarrow
            from pyarrow import parquet
        except ImportError as error:
            raise ExtraError("Parquet needs pyarrow: pip install 'beritanlp[parquet]'") from error
        types = {
            "int": pyarrow.int64(),
            "float": pyarrow.float64(),
            "bool": pyarrow.bool_(),
            "text": pyarrow.string(),
            "list": pyarrow.list_(pyarrow.string()),
        }
        fields = [pyarrow.field(c.name, types[c.type], metadata={"description": c.about}) for c in columns]
        return parquet.ParquetWriter(path, pyarrow.schema(fields), compression="zstd")

    @override
    def write(self, table: str, rows: list[Row]) -> None:
        import pyarrow

        schema = self.tables[table].schema
        columns = [list(column) for column in zip(*rows, strict=True)]
        self.tables[table].write_table(pyarrow.table(columns, schema=schema))


class Sqlite(Tables):
    """One file with all tables, indexes, and a full-text index of articles and quotes (FTS5)."""

    @override
    def begin(self) -> None:
        path = partial(self.target)
        path.unlink(missing_ok=True)
        self._base = sqlite3.connect(path)
        self._base.execute("PRAGMA journal_mode = OFF")
        self._base.execute("PRAGMA synchronous = OFF")
        types = {"int": "INTEGER", "float": "REAL", "bool": "INTEGER", "text": "TEXT", "list": "TEXT"}
        for table, columns in TABLES.items():
            described = ", ".join(f'"{column.name}" {types[column.type]}' for column in columns)
            self._base.execute(f'CREATE TABLE "{table}" ({described})')

    @override
    def write(self, table: str, rows: list[Row]) -> None:
        places = ", ".join("?" * len(TABLES[table]))
        self._base.executemany(f'INSERT INTO "{table}" VALUES ({places})', ([_flat(cell) for cell in r] for r in rows))

    @override
    def end(self, whole: bool) -> None:
        if whole:
            for statement in _INDEXES:
                self._base.execute(statement)
            self._base.commit()
        self._base.close()
        if whole:
            partial(self.target).replace(self.target)


_INDEXES = (
    *(f'CREATE INDEX "{table}_article" ON "{table}" (article)' for table in TABLES),
    "CREATE INDEX speakers_name ON speakers (name)",
    "CREATE INDEX events_type ON events (type, day)",
    "CREATE INDEX quotes_day ON quotes (day)",
    "CREATE VIRTUAL TABLE articles_text USING fts5(title, text, content='articles', tokenize='unicode61')",
    "INSERT INTO articles_text (articles_text) VALUES ('rebuild')",
    "CREATE VIRTUAL TABLE quotes_text USING fts5(text, content='quotes', tokenize='unicode61')",
    "INSERT INTO quotes_text (quotes_text) VALUES ('rebuild')",
)


def writer_of(form: Format, target: Path) -> Writer:
    """The writer of a format; DocBin parts are written by the run itself."""
    writers: Mapping[Format, type[Writer]] = {
        Format.jsonl: JsonLines,
        Format.csv: Csv,
        Format.parquet: Parquet,
        Format.sqlite: Sqlite,
    }
    return writers[form](target)


def _flat(cell: Cell) -> int | float | str | None:
    if isinstance(cell, list):
        return json.dumps(cell, ensure_ascii=False)
    return int(cell) if isinstance(cell, bool) else cell


def _safe(cell: Cell) -> int | float | str | None:
    """A cell that no spreadsheet computes (OWASP, CSV injection)."""
    flat = _flat(cell)
    return f"'{flat}" if isinstance(flat, str) and flat.startswith(_FORMULA) else flat
