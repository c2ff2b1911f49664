"""Find the files that paths, folders and glob patterns name."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from beritanlp.articles.items import Item

SUFFIXES = (".txt", ".html", ".htm", ".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".parquet")
STDIN = "-"


def find_files(paths: Iterable[str | Path], besides: frozenset[Path] = frozenset()) -> Iterator[Path | Item]:
    """Files in a fixed order: as the paths are given, and by name within a folder.

    Folders are searched to the bottom, links followed once. What cannot be read comes as an :class:`Item` of kind
    ``failure``, what is of another kind than ``SUFFIXES`` as one of kind ``warning``, so that nothing is lost silently.

    Parameters
    ----------
    paths
        Files, folders and glob patterns (``artikel/**/*.txt``).
    besides
        Files and folders that are left out; resolved.
    """
    for path in paths:
        name = str(path)
        if not glob.has_magic(name) or os.path.lexists(name):
            yield from _walk(Path(name), set(besides), given=True)
        else:
            yield from _matches(name, besides)


def _matches(pattern: str, besides: frozenset[Path]) -> Iterator[Path | Item]:
    """Files that match a pattern, each once however many links lead to it; matching folders are searched."""
    found = sorted(glob.iglob(pattern, recursive=True))  # noqa: PTH207 - Path.glob wants a folder to start from
    if not found:
        yield Item.failure(pattern, "no file matches this pattern")
    seen = set(besides)
    for match in map(Path, found):
        if match.is_dir() and "**" in pattern:
            continue  # what is in it matches by itself
        if match.resolve() not in seen:
            yield from _walk(match, seen, given=True)
            seen.add(match.resolve())


def size_of(paths: Iterable[str | Path]) -> int | None:
    """Bytes of all files of `paths`, to tell how far a run is; None with standard input or a packed file among them."""
    total = 0
    for path in paths:
        if str(path) == STDIN:
            return None
        for found in find_files([path]):
            if isinstance(found, Path):
                if found.suffix.lower() == ".gz":
                    return None
                total += found.stat().st_size
    return total


def kind_of(path: Path) -> str:
    """The suffix that tells how a file is read, without ``.gz``; empty when it is none of ``SUFFIXES``.

    Examples
    --------
    >>> kind_of(Path("arsip/berita.JSONL.gz")), kind_of(Path("foto.png"))
    ('.jsonl', '')
    """
    name = path.name.lower().removesuffix(".gz")
    suffix = os.path.splitext(name)[1]  # noqa: PTH122 - of a string
    return suffix if suffix in SUFFIXES else ""


def _walk(path: Path, closed: set[Path], given: bool) -> Iterator[Path | Item]:
    """Files of a path, without those in `closed` and folders around it."""
    try:
        path.stat()
        entries = sorted(path.iterdir()) if path.is_dir() else None
        here = path.resolve()
    except OSError as error:
        reason = "a link to nothing, or in a circle" if path.is_symlink() else (error.strerror or str(error))
        yield Item.failure(str(path), reason)
        return
    if entries is None:
        if here not in closed and closed.isdisjoint(here.parents if given else ()):
            yield from _file(path, given)
        return
    if here in closed:
        if path.is_symlink():
            yield Item.warning(str(path), "a link back to a folder around it; not followed")
        return
    around = closed | {here}
    for entry in entries:
        yield from _walk(entry, around, given=False)


def _file(path: Path, given: bool) -> Iterator[Path | Item]:
    if not path.is_file():
        yield Item.failure(str(path), "no regular file")
    elif kind_of(path):
        yield path
    else:
        reason = f"unknown kind of file; known are {', '.join(SUFFIXES)}, each also with .gz"
        yield (Item.failure if given else Item.warning)(str(path), reason)
