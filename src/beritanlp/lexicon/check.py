"""Checks a user's lexicon against ours: what is wrong, in which line, and what would be right."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import regex

from beritanlp.errors import LexiconError

MANY = 12  # valid keys that are listed in full
HEADER = regex.compile(r"\s*\[+(?P<keys>[^\]]+)\]")
ENTRY = regex.compile(r"\s*(?P<keys>[^\s=#\[][^=]*?)\s*=")
TYPES = {dict: "a table", list: "a list of words", str: "a word", bool: "true or false", int: "a number"}


def check(path: Path, theirs: dict[str, Any], ours: dict[str, Any], open_tables: Sequence[str]) -> None:
    """Raise for the first key or value of `theirs` that `ours` gives no place to.

    Parameters
    ----------
    path
        File of `theirs`, named in the error.
    theirs, ours
        Tables by subject.
    open_tables
        Dotted names of tables that take new keys; ``*`` is any one name: ``events.*.triggers``.

    Raises
    ------
    LexiconError
        With file, line and the valid keys.
    """
    for keys, problem in _problems(theirs, ours, open_tables, ()):
        raise LexiconError(f"{path}, line {_line_of(path, keys)}: {problem}")


def _problems(
    theirs: dict[str, Any], ours: dict[str, Any], open_tables: Sequence[str], above: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], str]]:
    is_open = any(fnmatchcase(".".join(above), pattern) for pattern in open_tables)
    for key, value in theirs.items():
        keys = (*above, key)
        if key not in ours:
            if not is_open:
                yield keys, _unknown(keys, ours)
            elif ours and not any(_alike(value, known) for known in ours.values()):
                yield keys, f"{'.'.join(keys)} must be {_kind(next(iter(ours.values())))}, not {_kind(value)}"
        elif not _alike(value, ours[key]):
            yield keys, f"{'.'.join(keys)} must be {_kind(ours[key])}, not {_kind(value)}"
        elif isinstance(value, dict):
            yield from _problems(value, ours[key], open_tables, keys)


def _unknown(keys: tuple[str, ...], ours: dict[str, Any]) -> str:
    *above, key = keys
    if not above:
        return f"unknown table [{key}]; a lexicon extends one of: {', '.join(sorted(ours))}"
    near = get_close_matches(key, ours, 3)
    valid = ", ".join(ours if len(ours) <= MANY or not near else near)
    return f"unknown key {key!r} in [{'.'.join(above)}]; valid keys: {valid}"


def _alike(value: Any, known: Any) -> bool:
    """Whether a value may stand where a known one does; a list holds what the known list holds."""
    if isinstance(known, dict) and "forms" in known and isinstance(value, str):
        return True  # a trigger may be given by its forms alone
    if isinstance(known, list) and isinstance(value, list):
        return not known or all(type(item) is type(known[0]) for item in value)
    return type(value) is type(known)


def _kind(value: Any) -> str:
    return TYPES.get(type(value), "something else")


def _line_of(path: Path, keys: tuple[str, ...]) -> int:
    """Line that sets `keys`, or that opens the table they stand in."""
    table: tuple[str, ...] = ()
    opened = 1
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if header := HEADER.match(line):
            table = _split(header["keys"])
            if table[: len(keys)] == keys:
                return number
            opened = number if keys[: len(table)] == table else opened
        elif entry := ENTRY.match(line):
            full = (*table, *_split(entry["keys"]))
            if full[: len(keys)] == keys:
                return number
            opened = number if keys[: len(full)] == full else opened
    return opened


def _split(keys: str) -> tuple[str, ...]:
    """`a."b.c"` as its two keys, read as TOML reads them."""
    try:
        table: dict[str, Any] = tomllib.loads(f"[{keys}]")
    except tomllib.TOMLDecodeError:
        return (keys,)  # a line within a longer string
    found: list[str] = []
    while table:
        ((key, table),) = table.items()
        found.append(key)
    return tuple(found)
