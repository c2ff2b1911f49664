"""The version of the library, and of the files of a model."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path

__version__ = version("beritanlp")


def hash_of(folder: Path, pattern: str) -> str:
    """Twelve hex digits that change with any file that the pattern finds, or its name.

    Raises
    ------
    OSError
        When a file cannot be read.

    Examples
    --------
    >>> len(hash_of(Path(__file__).parent, "**/*.py"))
    12
    """
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.glob(pattern) if path.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
