"""Answers from the SQLite file of a run."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, get_args

from beritanlp.errors import InputError
from beritanlp.records import EventStatus, EventType, Stance

_QUOTES = """
SELECT q.day, q.speakers, q.kind, q.stance, q.text, q.cue, q.place, a.outlet, a.title, a.url, a.file, a.row, q.article,
       q.id
FROM quotes q JOIN articles a ON a.article = q.article
WHERE (:speaker IS NULL OR EXISTS (
        SELECT 1 FROM speakers s LEFT JOIN people p ON p.article = s.article AND p.id = s.entity
        LEFT JOIN organisations o ON o.article = s.article AND o.id = s.entity
        LEFT JOIN places l ON l.article = s.article AND l.id = s.entity
        WHERE s.article = q.article AND EXISTS (SELECT 1 FROM json_each(q.speaker_ids) i WHERE i.value = s.id)
        AND (holds(s.name, :speaker) OR holds(o.acronym, :speaker) OR holds(p.aliases, :speaker)
             OR holds(o.aliases, :speaker) OR holds(l.aliases, :speaker))))
AND (:since IS NULL OR q.day >= :since) AND (:until IS NULL OR substr(q.day, 1, length(:until)) <= :until)
AND (:stance IS NULL OR q.stance = :stance) AND (:outlet IS NULL OR holds(a.outlet, :outlet))
AND (:words IS NULL OR q.rowid IN (SELECT rowid FROM quotes_text WHERE quotes_text MATCH :words))
ORDER BY q.day, q.article, q.start LIMIT :limit
"""
_EVENTS = """
SELECT e.day, e.type, e.status, e.text, e.participants, e.roles, e.place, e.time, e."values", a.outlet, a.title, a.url,
       a.file, a.row, e.article, e.id, e.evidence
FROM events e JOIN articles a ON a.article = e.article
WHERE (:type IS NULL OR e.type = :type) AND (:status IS NULL OR e.status = :status)
AND (:participant IS NULL OR holds(e.participants, :participant)) AND (:place IS NULL OR holds(e.place, :place))
AND (:since IS NULL OR e.day >= :since) AND (:until IS NULL OR substr(e.day, 1, length(:until)) <= :until)
AND (:outlet IS NULL OR holds(a.outlet, :outlet))
ORDER BY e.day, e.article, e.start LIMIT :limit
"""
_LISTS = frozenset(("speakers", "participants", "roles", "values"))


def find_quotes(
    base: Path,
    speaker: str | None = None,
    since: str | None = None,
    until: str | None = None,
    stance: str | None = None,
    outlet: str | None = None,
    words: str | None = None,
    limit: int = -1,
) -> Iterator[dict[str, Any]]:
    """Quotes of a run, oldest first.

    Parameters
    ----------
    base
        SQLite file that ``beritanlp batch --to sqlite`` wrote.
    speaker, outlet
        Part of a name, capitals ignored; other forms of a speaker's name in the article count too.
    since, until
        First and last day, month or year: ``2020-04``.
    words
        Words the quote has, in the syntax of SQLite's FTS5 (``banjir OR longsor``).
    limit
        Most quotes to give; -1 for all.

    Raises
    ------
    InputError
        When `base` is no such file, or `words` no such query.
    """
    known = {"speaker": speaker, **_days(since, until), "outlet": outlet, "words": words or None}
    known["stance"] = _one_of("stance", stance and stance.lower(), get_args(Stance))
    return _answers(base, _QUOTES, {**known, "limit": limit})


def find_events(
    base: Path,
    kind: str | None = None,
    status: str | None = None,
    participant: str | None = None,
    place: str | None = None,
    since: str | None = None,
    until: str | None = None,
    outlet: str | None = None,
    limit: int = -1,
) -> Iterator[dict[str, Any]]:
    """Events of a run, oldest first; see :func:`find_quotes`.

    Parameters
    ----------
    kind, status
        Type and status as in the records: ``ARREST``, ``happened``.
    participant, place
        Part of a name.
    """
    known = {"participant": participant, "place": place, **_days(since, until), "outlet": outlet, "limit": limit}
    known["type"] = _one_of("type", kind and kind.upper(), get_args(EventType))
    known["status"] = _one_of("status", status and status.lower(), get_args(EventStatus))
    return _answers(base, _EVENTS, known)


def _days(since: str | None, until: str | None) -> dict[str, str | None]:
    """The bounds of a query, as days, months or years."""
    for day in (since, until):
        if day is not None and not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", day):
            raise InputError(f"{day!r} is no day; write it as 2020-04-15, 2020-04 or 2020")
    return {"since": since, "until": until}


def _one_of(what: str, value: str | None, known: Sequence[str]) -> str | None:
    if value is not None and value not in known:
        raise InputError(f"no {what} {value!r}; there are {', '.join(known)}")
    return value


def _answers(base: Path, query: str, known: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if not base.is_file():
        raise InputError(f"{base}: no such file; make one with: beritanlp batch FOLDER -o {base} --to sqlite")
    connection = sqlite3.connect(f"{base.absolute().as_uri()}?mode=ro", uri=True)
    connection.create_function("holds", 2, _holds, deterministic=True)
    try:
        cursor = _ask(connection, query, known)
        columns = [column[0] for column in cursor.description]
        for row in cursor:
            yield {
                name: json.loads(cell) if name in _LISTS and cell is not None else cell
                for name, cell in zip(columns, row, strict=True)
            }
    except sqlite3.DatabaseError as error:
        raise InputError(f"{base}: {error}; is it a file that beritanlp batch --to sqlite wrote?") from error
    finally:
        connection.close()


def _holds(text: str | None, part: str) -> bool:
    """Whether a text, or one of a list, holds a part; capitals ignored in every script."""
    texts = json.loads(text) if text and text.startswith("[") else [text or ""]
    return any(part.casefold() in one.casefold() for one in texts)


def _ask(connection: sqlite3.Connection, query: str, known: dict[str, Any]) -> sqlite3.Cursor:
    """The answers; words that are no query of FTS5, as ``COVID-19``, are looked for as they stand."""
    try:
        return connection.execute(query, known)
    except sqlite3.OperationalError:
        words = known.get("words")
        if not words:
            raise
        quoted = '"{}"'.format(words.replace('"', ""))
        return connection.execute(query, {**known, "words": quoted})
