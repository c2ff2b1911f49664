"""Write the reference pages of docs/ from the code: records.md, tables.md, cli.md.

python tools/reference.py
"""

from __future__ import annotations

import inspect
import re
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

import typer
from pydantic_core import PydanticUndefined

from beritanlp import records
from beritanlp.cli import app
from beritanlp.export import TABLES

DOCS = Path(__file__).parents[1] / "docs"
NOTE = "This page is written by `tools/reference.py`."
ORDER = (
    *("Article", "Span", "Mention", "Dateline", "Person", "Organisation", "Place", "Speaker", "Quote", "Candidate"),
    *("Time", "Event", "Participant", "Value", "Codes", "Meta"),
)


def main() -> None:
    """Write the pages."""
    for name, page in {"tables": tables_page, "records": records_page, "cli": cli_page}.items():
        (DOCS / f"{name}.md").write_text(page(), encoding="utf-8")


def tables_page() -> str:
    """The tables of `beritanlp batch`."""
    parts = [
        f"""# Tables

`beritanlp batch` writes the same tables as Parquet, CSV and SQLite, and `beritanlp.to_frames` gives them in pandas.
`article` joins them: the article's position in the input, from 0. Lists of strings are lists in Parquet and JSON arrays
in CSV and SQLite. In CSV a text that a spreadsheet would take for a formula is led by an apostrophe. SQLite has two
full-text indexes beside, `articles_text` and `quotes_text`, whose rowids are those of `articles` and `quotes`.

{NOTE}
"""
    ]
    for table, columns in TABLES.items():
        rows = "\n".join(f"| `{column.name}` | {column.type} | {column.about} |" for column in columns)
        parts.append(f"## {table}\n\n| column | type | what |\n|---|---|---|\n{rows}\n")
    return "\n".join(parts)


def records_page() -> str:
    """The records, from their pydantic models."""
    parts = [
        f"""# Records

Every record is a frozen pydantic model; `article.model_dump_json()` writes it, `Article.model_validate_json` reads it,
and `beritanlp schema` prints the [JSON Schema](schema.json). A span counts characters of `article.text` from 0, the end
exclusive: `article.text[span.start:span.end] == span.text`, always. Ids are unique within their article.

{NOTE}
"""
    ]
    for name in ORDER:
        model = getattr(records, name)
        own = [field for field in model.model_fields if field in model.__annotations__] or list(model.model_fields)
        rows = "\n".join(f"| `{field}` | {_type(model, field)} | {_about(model, field)} |" for field in own)
        base = model.__mro__[1].__name__
        more = f" Fields of [{base}](#{base.lower()}) too." if base != "Record" else ""
        about = " ".join((inspect.getdoc(model) or "").split())
        parts.append(f"## {name}\n\n{about}{more}\n\n| field | type | what |\n|---|---|---|\n{rows}\n")
    return "\n".join(parts)


def cli_page() -> str:
    """The commands, from typer."""
    parts = [
        f"""# Commands

Data goes to standard output, talk to standard error. Exit codes: 0 all is well, 1 some documents failed, 2 wrong use,
3 a model or an extra is missing, 130 interrupted.

{NOTE}
"""
    ]
    group: Any = typer.main.get_command(app)
    for name, command in _commands(group):
        words = inspect.cleandoc(command.help or "").splitlines()
        text = "\n".join(_shown(line) for line in words)
        rows = "\n".join(_rows(name, command))
        parts.append(f"## beritanlp {name}\n\n{text}\n\n| option | what |\n|---|---|\n{rows}\n")
    return "\n".join(parts)


def _commands(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _commands(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


def _shown(line: str) -> str:
    return f"    {line}" if line.startswith(("beritanlp ", "cat ")) else line


def _rows(name: str, command: Any) -> Iterator[str]:
    context = command.context_class(command, info_name=name)
    for parameter in command.params:
        if parameter.name != "help" and (record := parameter.get_help_record(context)):
            option, about = (part.replace("|", "\\|").replace("  ", " ") for part in record)
            yield f"| `{option}` | {about} |"


def _type(model: type[records.Record], field: str) -> str:
    return _spelled(model.model_fields[field].annotation)


def _spelled(kind: Any) -> str:
    if kind is type(None):
        return "null"
    if get_origin(kind) is Literal:
        values = get_args(kind)
        return ", ".join(f"`{value}`" for value in values)
    if get_origin(kind) in (Union, types.UnionType):
        return " or ".join(_spelled(part) for part in get_args(kind))
    if get_origin(kind) is list:
        return f"list of {_spelled(get_args(kind)[0])}"
    if issubclass(kind, records.Record):
        return f"[{kind.__name__}](#{kind.__name__.lower()})"
    return {"str": "text", "int": "integer", "float": "number", "bool": "true or false"}[kind.__name__]


def _about(model: type[records.Record], field: str) -> str:
    info = model.model_fields[field]
    about = info.description or ""
    if info.default not in (None, PydanticUndefined, ""):
        about = f"{about} Default: `{info.default}`.".strip()
    return re.sub(r"\s+", " ", about).replace("|", "\\|")


if __name__ == "__main__":
    main()
