"""The command line: parses, calls, prints. Data on stdout, talk on stderr.

Exit codes: 0 ok, 1 some documents failed, 2 usage, 3 model or extra missing, 130 interrupted.
"""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    Progress,
    SpinnerColumn,
    TaskProgressColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.table import Table

import beritanlp
from beritanlp import export
from beritanlp.articles import Fields
from beritanlp.articles.files import size_of
from beritanlp.articles.read import article_of, read_file
from beritanlp.batch import Job, OnError, Options, Runner, Step, run
from beritanlp.batch.worker import collect_seldom
from beritanlp.errors import ExtraError, InputError, LexiconError, ModelError, RunError
from beritanlp.export.query import find_events, find_quotes
from beritanlp.pipeline import DEFAULT_MODEL, model_folder
from beritanlp.records import Article

OK, FAILED, USAGE, MISSING, INTERRUPTED = 0, 1, 2, 3, 130

app = typer.Typer(
    help="Read Indonesian news: article text in, typed records of speakers, organisations, places and events out.",
    epilog="Example: beritanlp extract berita.txt --published 2024-08-12 --format table",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
talk = Console(stderr=True)


STANZA_DIR = Annotated[
    Path | None, typer.Option(metavar="FOLDER", help="Stanza's models, for --engine stanza; else those that ship.")
]
STANZA_PACKAGE = Annotated[str | None, typer.Option(metavar="NAME", help="Which of them: berita, gsd, ...")]


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
    except (LexiconError, InputError) as error:
        complain(error)
        sys.exit(USAGE)
    except RunError as error:
        complain(error)
        sys.exit(FAILED)


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
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...",
            help="Text; or .html, .json, .jsonl, .csv, .tsv and .parquet, as batch reads them; - reads text from "
            "standard input.",
        ),
    ],
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
    engine: Annotated[str, typer.Option(help="Who does sentences, syntax and entities: spacy or stanza.")] = "spacy",
    stanza_dir: STANZA_DIR = None,
    stanza_package: STANZA_PACKAGE = None,
    lexicon: Annotated[Path | None, typer.Option(help="TOML file with words of your own.")] = None,
) -> None:
    """Read articles and print their records.

    beritanlp extract berita.txt

    beritanlp extract halaman.html arsip.jsonl --format jsonl

    cat berita.txt | beritanlp extract - --format table
    """
    nlp = beritanlp.load(model, engine, lexicon, stanza_dir, stanza_package)
    told: dict[str, Any] = {"published": published, "title": title, "url": url}
    told = {name: value for name, value in told.items() if value is not None}
    failed = False
    for item in chain.from_iterable(map(read_file, files)):
        where = f"{item.file}, row {item.row}" if item.row else item.file
        try:
            raw, warnings = article_of(item, Fields())
            (article,) = beritanlp.extract_many([replace(raw, **told, id=None if url else raw.id)], nlp)
        except InputError as error:
            complain(f"{where}: {error}")
            failed = True
            continue
        for warning in warnings:
            complain(f"{where}: {warning}", "warning")
        show(article, output)
    raise typer.Exit(FAILED if failed else OK)


@app.command()
def batch(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...",
            help="Folders, files and patterns; - reads standard input. Read are .txt, .html, .json, .jsonl, .csv, .tsv "
            "and .parquet, each also as .gz.",
        ),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="Folder to write; or a file that ends in .jsonl or .db.")
    ],
    to: Annotated[
        export.Format | None,
        typer.Option(help="jsonl: an article a line; parquet, csv, sqlite: tables; docbin: spaCy Docs."),
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes; with --runner ray, actors.")] = 1,
    limit: Annotated[int | None, typer.Option(min=1, help="Read no more than so many articles.")] = None,
    on_error: Annotated[
        OnError, typer.Option(help="skip: note a bad article in errors.jsonl and go on; stop: end the run.")
    ] = OnError.skip,
    max_chars: Annotated[int, typer.Option(min=1, help="Leave out longer articles.")] = 100_000,
    shard: Annotated[int, typer.Option(min=1, help="Articles that are kept at a time.")] = 100,
    restart: Annotated[bool, typer.Option("--restart", help="Forget an earlier run to the same output.")] = False,
    text_field: Annotated[
        str | None, typer.Option(metavar="NAME", help="Column or key of the text; else text, content, isi, ...")
    ] = None,
    title_field: Annotated[str | None, typer.Option(metavar="NAME", help="Else title, judul, ...")] = None,
    date_field: Annotated[str | None, typer.Option(metavar="NAME", help="Else published, date, tanggal, ...")] = None,
    url_field: Annotated[str | None, typer.Option(metavar="NAME", help="Else url, link, ...")] = None,
    outlet_field: Annotated[str | None, typer.Option(metavar="NAME", help="Else source, outlet, media, ...")] = None,
    id_field: Annotated[str | None, typer.Option(metavar="NAME", help="Else id, _id, ...")] = None,
    stdin: Annotated[str, typer.Option(metavar="KIND", help="What standard input is: jsonl, json, csv, txt, html.")] = (
        "jsonl"
    ),
    runner: Annotated[Runner, typer.Option(help="local: this machine; ray: a Ray cluster.")] = Runner.local,
    address: Annotated[
        str | None, typer.Option(help="Of the Ray cluster, e.g. auto; one on this machine if left out.")
    ] = None,
    model: Annotated[str | None, typer.Option(help="Folder or package of another pipeline.")] = None,
    engine: Annotated[str, typer.Option(help="Who does sentences, syntax and entities: spacy or stanza.")] = "spacy",
    stanza_dir: STANZA_DIR = None,
    stanza_package: STANZA_PACKAGE = None,
    lexicon: Annotated[Path | None, typer.Option(help="TOML file with words of your own.")] = None,
) -> None:
    """Read folders of articles and write tables of records.

    beritanlp batch artikel/ -o out/ --to parquet --jobs 4

    beritanlp batch arsip.csv.gz -o arsip.db --text-field isi --date-field tanggal

    A run that was stopped goes on where it was: give the same command again. What could not be read is listed in
    errors.jsonl with file, row and reason; the exit code is 1 then.
    """
    fields = Fields(text_field, title_field, date_field, url_field, outlet_field, id_field)
    words, folder = (str(path) if path else None for path in (lexicon, stanza_dir))
    job = Job(model, engine, words, folder, stanza_package, fields, max_chars)
    options = Options(
        to=to,
        job=job,
        limit=limit,
        on_error=on_error,
        jobs=jobs,
        runner=runner,
        address=address,
        shard=shard,
        restart=restart,
        stdin=stdin,
    )
    collect_seldom()
    try:
        with BatchProgress(talk, size_of(paths) if talk.is_terminal else None) as progress:
            summary = run(paths, output, options, progress)
    except KeyboardInterrupt:
        talk.print("stopped; what is done is kept: give the same command to go on")
        raise typer.Exit(INTERRUPTED) from None
    talk.print(
        f"{summary.articles} articles, {summary.words} words, {summary.errors} failed: "
        f"{', '.join(map(str, summary.outputs))}",
        highlight=False,
        soft_wrap=True,
    )
    raise typer.Exit(FAILED if summary.errors else OK)


BASE = Annotated[Path, typer.Argument(metavar="BASE", help="SQLite file that beritanlp batch --to sqlite wrote.")]
SINCE = Annotated[str | None, typer.Option(metavar="DAY", help="First day, month or year, e.g. 2020-04.")]
UNTIL = Annotated[str | None, typer.Option(metavar="DAY", help="Last day, month or year.")]
OUTLET = Annotated[str | None, typer.Option(help="Part of the medium's name.")]
LIMIT = Annotated[int, typer.Option(min=-1, help="Most answers to print; -1 for all.")]
FORM = Annotated[Format, typer.Option("--format", "-f", help="table: to read; jsonl, json: for programs.")]


@app.command()
def quotes(
    base: BASE,
    speaker: Annotated[str | None, typer.Option(help="Part of the speaker's name.")] = None,
    since: SINCE = None,
    until: UNTIL = None,
    stance: Annotated[str | None, typer.Option(help="deny, demand, criticise, ...")] = None,
    outlet: OUTLET = None,
    words: Annotated[str | None, typer.Option(help="Words of the quote, e.g. 'banjir OR longsor'.")] = None,
    limit: LIMIT = 100,
    form: FORM = Format.table,
) -> None:
    """Quotes from the tables of a batch.

    beritanlp quotes arsip.db --speaker "Joko Widodo" --since 2020-04
    """
    found = find_quotes(base, speaker, since, until, stance, outlet, words, limit)
    answer(found, ("day", "speakers", "cue", "stance", "text", "outlet"), form, limit)


@app.command()
def events(
    base: BASE,
    kind: Annotated[str | None, typer.Option("--type", help="ARREST, POLICY, DISASTER, ...")] = None,
    status: Annotated[str | None, typer.Option(help="happened, planned, negated or hypothetical.")] = None,
    participant: Annotated[str | None, typer.Option(help="Part of a name.")] = None,
    place: Annotated[str | None, typer.Option(help="Part of a name.")] = None,
    since: SINCE = None,
    until: UNTIL = None,
    outlet: OUTLET = None,
    limit: LIMIT = 100,
    form: FORM = Format.table,
) -> None:
    """Events from the tables of a batch.

    beritanlp events arsip.db --type ARREST --since 2020-04
    """
    found = find_events(base, kind, status, participant, place, since, until, outlet, limit)
    answer(found, ("day", "type", "status", "text", "participants", "place", "outlet"), form, limit)


@app.command()
def report(
    records: Annotated[
        list[Path],
        typer.Argument(metavar="RECORDS...", help="JSON lines that beritanlp batch wrote, or folders of them."),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help="HTML file to write.")] = Path("report.html"),
    title: Annotated[str, typer.Option(help="Heading of the page.")] = "BeritaNLP",
    limit: Annotated[int, typer.Option(min=-1, help="Most articles to show; -1 for all.")] = 2000,
) -> None:
    """Write one page over a batch: who is quoted, events, places, and every text with its marks.

    beritanlp batch artikel/ -o arsip.jsonl

    beritanlp report arsip.jsonl -o arsip.html --title "Banjir Demak"

    The page fetches nothing and can be sent to others; search and filters work in the browser.
    """
    from beritanlp.display import write_report

    shown = write_report(records, output, title, None if limit < 0 else limit)
    more = "; --limit takes more" if shown == limit else ""
    talk.print(f"{shown} articles{more}: {output}", highlight=False, soft_wrap=True)


models = typer.Typer(help="Models of other engines.", no_args_is_help=True)
app.add_typer(models, name="models")


@models.command()
def fetch(
    stanza: Annotated[bool, typer.Option("--stanza", help="Stanza's own models for Indonesian.")] = False,
    folder: Annotated[Path, typer.Option("--dir", help="Where they go.")] = Path("stanza_models"),
    package: Annotated[str, typer.Option(help="Which of them: gsd, csui.")] = "gsd",
) -> None:
    """Fetch models over the network; nothing else ever does.

    beritanlp models fetch --stanza --dir stanza_models --package gsd

    beritanlp extract berita.txt --engine stanza --stanza-dir stanza_models --stanza-package gsd
    """
    if not stanza:
        raise typer.BadParameter("say which: --stanza")
    from beritanlp.engines.stanza import fetch_models

    talk.print(fetch_models(folder, package), highlight=False, soft_wrap=True)


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


def answer(found: Iterator[dict[str, Any]], columns: Sequence[str], form: Format, limit: int) -> None:
    """Print the answers of a query."""
    rows = list(found)
    if form is Format.json:
        print_line(json.dumps(rows, indent=2, ensure_ascii=False))
    elif form is Format.jsonl:
        for row in rows:
            print_line(json.dumps(row, ensure_ascii=False))
    else:
        table = _table(f"the first {limit}" if len(rows) == limit else f"{len(rows)} found", *columns)
        for row in rows:
            cells = (row[column] for column in columns)
            table.add_row(*(escape(", ".join(cell) if isinstance(cell, list) else str(cell or "")) for cell in cells))
        Console(width=None if sys.stdout.isatty() else 160).print(table)


class BatchProgress:
    """Articles, failures, speed and time left of a run, on a terminal only.

    Parameters
    ----------
    size
        Bytes of the input, None when that is not known.
    """

    def __init__(self, console: Console, size: int | None) -> None:
        self._bar = Progress(
            SpinnerColumn(),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.fields[articles]} articles, {task.fields[errors]} failed"),
            TextColumn("{task.fields[speed]:.0f} words/s"),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            console=console,
            disable=not console.is_terminal,
        )
        self._task = self._bar.add_task("", total=size, articles=0, errors=0, speed=0.0)
        self._articles = self._errors = self._words = 0

    def __enter__(self) -> BatchProgress:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def __call__(self, step: Step) -> None:
        """A shard is done."""
        self._articles += step.articles
        self._errors += step.errors
        self._words += step.words
        speed = self._words / (self._bar.tasks[self._task].elapsed or 1)
        self._bar.update(self._task, advance=step.bytes, articles=self._articles, errors=self._errors, speed=speed)


def complain(error: Exception | str, kind: str = "error") -> None:
    """Print an error or a warning on standard error, as it is: its square brackets are no markup."""
    talk.print(f"[red]{kind}:[/]", escape(str(error)), highlight=False, soft_wrap=True)


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
