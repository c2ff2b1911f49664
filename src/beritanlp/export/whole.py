"""Files that are there whole or not at all: written beside their place, and moved."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def partial(path: Path) -> Path:
    """Where a file is written until it is whole."""
    return path.with_name(f"{path.name}.partial")


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Give the place to write to, and move it to `path` when nothing was raised."""
    yield partial(path)
    partial(path).replace(path)
