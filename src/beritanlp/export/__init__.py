"""Records to files: JSON lines, Parquet, CSV, SQLite, spaCy DocBin."""

from beritanlp.export.formats import Format, writer_of
from beritanlp.export.tables import TABLES, Column, Source, rows_of

__all__ = ["TABLES", "Column", "Format", "Source", "rows_of", "writer_of"]
