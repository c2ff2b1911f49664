"""Write docs/tables.md from the schema of the tables.

python tools/tables_page.py
"""

from pathlib import Path

from beritanlp.export import TABLES

PAGE = Path(__file__).parents[1] / "docs" / "tables.md"
HEAD = """# Tables

`beritanlp batch` writes the same tables as Parquet, CSV and SQLite. `article` joins them: the article's position in the
input, from 0. Lists of strings are lists in Parquet and JSON arrays in CSV and SQLite. In CSV a text that a spreadsheet
would take for a formula is led by an apostrophe. SQLite has two full-text indexes beside, `articles_text` and
`quotes_text`, whose rowids are those of `articles` and `quotes`.

This page is written by `tools/tables_page.py`.
"""


def main() -> None:
    """Write the page."""
    parts = [HEAD]
    for table, columns in TABLES.items():
        rows = "\n".join(f"| `{column.name}` | {column.type} | {column.about} |" for column in columns)
        parts.append(f"## {table}\n\n| column | type | what |\n|---|---|---|\n{rows}\n")
    PAGE.write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()
