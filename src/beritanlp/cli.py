"""The command line: parses, calls, prints. Data on stdout, talk on stderr.

Exit codes: 0 ok, 1 some documents failed, 2 usage, 3 model or extra missing, 130 interrupted.
"""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Sequence
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

import beritanlp
from beritanlp.articles import read_text_file
from beritanlp.errors import ExtraError, InputError, LexiconError, ModelError
from beritanlp.pipeline import DEFAULT_MODEL, model_folder
from beritanlp.records import Article

OK, FAILED, USAGE, MISSING = 0, 1, 2, 3

app = typer.Typer(
    help="Read Indonesian news: article text in, typed records of speakers, organisations, places and events out.",
    epilog="Example: beritanlp extract berita.txt --published 2024-08-12 --format table",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
talk = Console(stderr=True)


class Format(StrEnum):
    """How records are printed."""

    json = "json"
    jsonl = "jsonl"
    table = "table"


def main() -> None:
    """Entry point of the console script."""
    try:
        app()
    except (ModelError, ExtraError) as error:
        complain(error)
        sys.exit(MISSING)
    except LexiconError as error:
        complain(error)
        sys.exit(USAGE)


@app.callback(invoke_without_command=True)
def options(
    show_version: Annotated[bool, typer.Option("--version", help="Print the version and leave.")] = False,
) -> None:
    """Options that stand before a command."""
    if show_version:
        print_line(f"beritanlp {beritanlp.__version__} (Python {platform.python_version()})")
        raise typer.Exit(OK)


@app.command()
def extract(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="UTF-8 text files; - reads standard input.")],
    output: Annotated[
        Format,
        typer.Option("--format", "-f", help="json: indented; jsonl: one article a line; table: to read."),
    ] = Format.json,
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="Date of publication, e.g. 2024-08-12; 'kemarin' counts from it. Inferred from the text if left out.",
        ),
    ] = None,
    title: Annotated[str | None, typer.Option(help="Headline of the article.")] = None,
    url: Annotated[str | None, typer.Option(help="Address of the article.")] = None,
    model: Annotated[
        str | None, typer.Option(help="Folder or package of another spaCy pipeline with an entity recogniser.")
    ] = None,
    lexicon: Annotated[Path | None, typer.Option(help="TOML file with words of your own.")] = None,
) -> None:
    """Read articles and print their records.

    beritanlp extract berita.txt

    cat berita.txt | beritanlp extract - --format table
    """
    nlp = beritanlp.load(model=model, lexicon=lexicon)
    failed = 0
    for name in files:
        try:
            text = read_stdin() if name == "-" else read_text_file(Path(name))
            article = beritanlp.extract(text, published=published, title=title, url=url, nlp=nlp)
        except InputError as error:
            complain(error)
            failed += 1
            continue
        show(article, output)
    raise typer.Exit(FAILED if failed else OK)


@app.command()
def schema() -> None:
    """Print the JSON Schema of the records."""
    print_line(json.dumps(Article.model_json_schema(), indent=2, ensure_ascii=False))


@app.command()
def info() -> None:
    """Print versions: library, model, lexicon, Python, spaCy."""
    from beritanlp.lexicon import load_lexicon

    folder = model_folder()
    if not folder.is_dir():
        raise ModelError(f"no model at {folder}: reinstall with: pip install --force-reinstall beritanlp")
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    lines = {
        "beritanlp": beritanlp.__version__,
        "model": f"{DEFAULT_MODEL} {meta['version']} ({meta['license']})",
        "model folder": str(folder),
        "lexicon": load_lexicon().version,
        "spacy": version("spacy"),
        "python": platform.python_version(),
    }
    for key, value in lines.items():
        print_line(f"{key}: {value}")


def complain(error: Exception) -> None:
    """Print an error on standard error, as it is: its square brackets are no markup."""
    talk.print("[red]error:[/]", escape(str(error)), highlight=False, soft_wrap=True)


def read_stdin() -> str:
    """Standard input as UTF-8."""
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"standard input: byte {error.start} is not UTF-8; convert it first") from error


def print_line(line: str) -> None:
    """One line of data on standard output."""
    sys.stdout.write(f"{line}\n")


def show(article: Article, output: Format) -> None:
    """Print an article's records."""
    if output is Format.json:
        print_line(article.model_dump_json(indent=2))
    elif output is Format.jsonl:
        print_line(article.model_dump_json())
    else:
        console = Console(width=None if sys.stdout.isatty() else 160)
        for table in tables(article):
            console.print(table)


def tables(article: Article) -> list[Table]:
    """The records as tables, empty ones left out."""
    names = {r.id: r.name for kind in (article.people, article.organisations, article.places) for r in kind}
    speakers = {s.id: s.name for s in article.speakers}
    times = {t.id: t.value for t in article.times}

    def listed(ids: Sequence[str], table: dict[str, str] = names) -> str:
        return ", ".join(table.get(i, i) for i in ids)

    head = _table("Article", "outlet", "place", "published", "source of the date")
    place = article.dateline.place if article.dateline else None
    head.add_row(article.outlet, place, article.published, article.published_source)
    people = _table("People", "name", "aliases", "roles", "affiliations")
    for p in article.people:
        people.add_row(p.name, ", ".join(p.aliases), "; ".join(p.roles), listed(p.affiliations))
    organisations = _table("Organisations", "name", "acronym", "aliases", "kind")
    for o in article.organisations:
        organisations.add_row(o.name, o.acronym, ", ".join(o.aliases), o.kind)
    places = _table("Places", "name", "aliases", "kind", "country", "code")
    for pl in article.places:
        places.add_row(pl.name, ", ".join(pl.aliases), pl.kind, pl.country, pl.code)
    quotes = _table("Quotes", "kind", "speakers", "cue", "stance", "text", "time")
    for q in article.quotes:
        cue = q.cue.text if q.cue else None
        quotes.add_row(q.kind, listed(q.speakers, speakers), cue, q.stance, q.span.text, times.get(q.time or ""))
    found_times = _table("Times", "text", "type", "value", "begin", "end")
    for t in article.times:
        found_times.add_row(t.span.text, t.type, t.value, t.begin, t.end)
    events = _table("Events", "type", "trigger", "status", "participants", "place", "time")
    for e in article.events:
        events.add_row(
            e.type,
            e.trigger.text,
            e.status,
            ", ".join(f"{names[p.entity]} ({p.role})" for p in e.participants),
            names.get(e.place or ""),
            times.get(e.time or ""),
        )
    found = [head, people, organisations, places, quotes, found_times, events]
    return [table for table in found if table.row_count]


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", header_style="dim")
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


if __name__ == "__main__":
    main()
