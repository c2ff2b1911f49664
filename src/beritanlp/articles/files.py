"""Find the files that paths, folders and glob patterns name."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from beritanlp.articles.items import Item

SUFFIXES = (".txt", ".html", ".htm", ".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".parquet")
STDIN = "-"


def find_files(paths: Iterable[str | Path]) -> Iterator[Path | Item]:
    """Files in a fixed order: as the paths are given, and by name within a folder.

    Folders are searched to the bottom, links followed once. What cannot be read comes as an :class:`Item` of kind
    ``failure``, what is of another kind than ``SUFFIXES`` as one of kind ``warning``, so that nothing is lost silently.

    Parameters
    ----------
    paths
        Files, folders and glob patterns (``artikel/**/*.txt``).
    """
    for path in paths:
        name = str(path)
        if Path(name).exists() or not glob.has_magic(name):
            yield from _walk(Path(name), set(), given=True)
            continue
        found = sorted(glob.iglob(name, recursive=True))  # noqa: PTH207 - Path.glob wants a folder to start from
        if not found:
            yield Item.failure(name, "no file matches this pattern")
        for match in found:
            if not Path(match).is_dir():
                yield from _walk(Path(match), set(), given=True)


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


def _walk(path: Path, open_folders: set[tuple[int, int]], given: bool) -> Iterator[Path | Item]:
    try:
        status = path.stat()
        entries = sorted(path.iterdir()) if path.is_dir() else None
    except OSError as error:
        reason = "a link to nothing, or in a circle" if path.is_symlink() else (error.strerror or str(error))
        yield Item.failure(str(path), reason)
        return
    if entries is None:
        yield from _file(path, given)
        return
    here = (status.st_dev, status.st_ino)
    if here in open_folders:
        yield Item.warning(str(path), "a link back to a folder around it; not followed")
        return
    for entry in entries:
        yield from _walk(entry, open_folders | {here}, given=False)


def _file(path: Path, given: bool) -> Iterator[Path | Item]:
    if not path.is_file():
        yield Item.failure(str(path), "no regular file")
    elif kind_of(path):
        yield path
    else:
        reason = f"unknown kind of file; known are {', '.join(SUFFIXES)}, each also with .gz"
        yield (Item.failure if given else Item.warning)(str(path), reason)
