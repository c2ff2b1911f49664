"""Answers from the SQLite file of a run."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from beritanlp.errors import InputError

_QUOTES = """
SELECT q.day, q.speakers, q.kind, q.stance, q.text, q.cue, q.place, a.outlet, a.title, a.url, a.file, a.row, q.article,
       q.id
FROM quotes q JOIN articles a ON a.article = q.article
WHERE (:speaker IS NULL OR EXISTS (
        SELECT 1 FROM speakers s LEFT JOIN people p ON p.article = s.article AND p.id = s.entity
        LEFT JOIN organisations o ON o.article = s.article AND o.id = s.entity
        WHERE s.article = q.article AND EXISTS (SELECT 1 FROM json_each(q.speaker_ids) i WHERE i.value = s.id)
        AND (holds(s.name, :speaker) OR holds(p.aliases, :speaker) OR holds(o.aliases, :speaker))))
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
    known = {"speaker": speaker, "since": since, "until": until, "stance": stance, "outlet": outlet, "words": words}
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
    known = {"type": kind, "status": status, "participant": participant, "place": place, "since": since}
    return _answers(base, _EVENTS, {**known, "until": until, "outlet": outlet, "limit": limit})


def _answers(base: Path, query: str, known: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if not base.is_file():
        raise InputError(f"{base}: no such file; make one with: beritanlp batch FOLDER -o {base} --to sqlite")
    connection = sqlite3.connect(f"{base.absolute().as_uri()}?mode=ro", uri=True)
    connection.create_function("holds", 2, _holds, deterministic=True)
    try:
        cursor = connection.execute(query, known)
        columns = [column[0] for column in cursor.description]
        for row in cursor:
            yield {
                name: json.loads(cell) if name in _LISTS and cell is not None else cell
                for name, cell in zip(columns, row, strict=True)
            }
    except sqlite3.OperationalError as error:
        if not known.get("words"):
            raise InputError(f"{base}: {error}; was it written by another version?") from error
        raise InputError(f"words {known['words']!r}: {error}; write them as for FTS5: banjir OR longsor") from error
    except sqlite3.DatabaseError as error:
        raise InputError(f"{base}: {error}; is it a file that beritanlp batch --to sqlite wrote?") from error
    finally:
        connection.close()


def _holds(text: str | None, part: str) -> bool:
    """Whether a text holds a part, capitals ignored in every script."""
    return part.casefold() in (text or "").casefold()
