"""The words: one TOML file per subject, loaded once, never changed by code.

``lexicon/cues.toml`` is ``lexicon["cues"]``. A user's own file holds the same tables under the name of the
file they extend::

    [cues.verbs]
    assert = ["menggarisbawahi"]

Lists are appended to, tables merged, single values replaced. New keys are for the tables that a file names under
``open`` (nicknames, acronyms, outlets, triggers); elsewhere a key that we do not have is a slip, and an error.
Gazetteers too long for TOML are TSV files with a header line, read with :meth:`Lexicon.rows`; long lists of words are
text files, read with :meth:`Lexicon.words`.
"""

from __future__ import annotations

import csv
import hashlib
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from beritanlp.errors import LexiconError
from beritanlp.lexicon.check import check

FOLDER = Path(__file__).parent


class Lexicon:
    """Tables of words by subject, with a user's additions on top.

    Parameters
    ----------
    extra
        Path of a TOML file with additions.

    Raises
    ------
    LexiconError
        When `extra` cannot be read, or has a key or a kind of value that nothing here reads.

    Examples
    --------
    >>> "Jumat" in Lexicon()["dates"]["weekdays"]
    True
    """

    def __init__(self, extra: str | Path | None = None) -> None:
        self.extra = Path(extra) if extra else None
        self._extra = self._read_extra() if self.extra else {}
        self._merged: dict[str, dict[str, Any]] = {}

    def __getitem__(self, subject: str) -> dict[str, Any]:
        if subject not in self._merged:
            self._merged[subject] = _merge(_subject(subject)[0], self._extra.get(subject, {}))
        return self._merged[subject]

    def rows(self, name: str) -> Iterator[dict[str, str]]:
        """Rows of the gazetteer ``name.tsv`` as dicts by column."""
        yield from _rows(name)

    def words(self, name: str) -> frozenset[str]:
        """Words of the list ``name.txt``, one a line."""
        return _words(name)

    @property
    def version(self) -> str:
        """Twelve hex digits that change with any word, of ours or of the user's."""
        return _digest(str(self.extra) if self.extra else "")

    def _read_extra(self) -> dict[str, Any]:
        assert self.extra is not None
        if not self.extra.is_file():
            raise LexiconError(f"lexicon file not found: {self.extra}")
        table = _read(self.extra)
        subjects = {path.stem: _subject(path.stem) for path in sorted(FOLDER.glob("*.toml"))}
        ours = {name: words for name, (words, _) in subjects.items()}
        open_tables = [f"{name}.{table}" for name, (_, tables) in subjects.items() for table in tables]
        check(self.extra, table, ours, open_tables)
        return table


@cache
def load_lexicon(extra: str | None = None) -> Lexicon:
    """The lexicon with the additions in `extra`, read once per process."""
    return Lexicon(extra)


@cache
def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path} is not valid TOML: {error}") from error
    except UnicodeDecodeError as error:
        raise LexiconError(f"{path} is not UTF-8 at byte {error.start}; save it as UTF-8") from error


@cache
def _subject(name: str) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The tables of a file, and which of them take new keys."""
    table = dict(_read(FOLDER / f"{name}.toml"))
    return table, tuple(table.pop("open", ()))


@cache
def _rows(name: str) -> tuple[dict[str, str], ...]:
    with (FOLDER / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset((FOLDER / f"{name}.txt").read_text(encoding="utf-8").split())


@cache
def _digest(extra: str) -> str:
    digest = hashlib.sha256()
    for path in [*sorted(FOLDER.glob("*.t*")), *([Path(extra)] if extra else [])]:
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _merge(base: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in more.items():
        old = merged.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            merged[key] = _merge(old, value)
        elif isinstance(old, list) and isinstance(value, list):
            merged[key] = [*old, *(item for item in value if item not in old)]
        else:
            merged[key] = value
    return merged
