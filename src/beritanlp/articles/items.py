"""An article as it lies in its file, before it is decoded."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Literal, NamedTuple

ItemKind = Literal["text", "html", "row", "failure", "warning"]


class Item(NamedTuple):
    """One article's bytes and where they are from; or what could not be read, and why.

    Reading items is cheap, making articles of them is not: that is left to the workers.
    """

    file: str
    row: int  # from 1; 0 for a whole file
    kind: ItemKind
    payload: bytes  # text, HTML, a JSON object, or the reason of a failure

    @classmethod
    def failure(cls, file: str, reason: str, row: int = 0) -> Item:
        """What could not be read."""
        return cls(file, row, "failure", reason.encode("utf-8", "backslashreplace"))

    @classmethod
    def warning(cls, file: str, reason: str, row: int = 0) -> Item:
        """What was left aside, though no article was lost."""
        return cls(file, row, "warning", reason.encode("utf-8", "backslashreplace"))


def digest(items: Iterable[Item]) -> str:
    """SHA-256 of items; two runs over the same input give the same.

    Examples
    --------
    >>> digest([Item("a.txt", 0, "text", b"Banjir")]) == digest([Item("a.txt", 0, "text", b"Gempa")])
    False
    """
    found = hashlib.sha256()
    for item in items:
        head = f"{item.file}\0{item.row}\0{item.kind}\0{len(item.payload)}\0"
        found.update(head.encode("utf-8", "surrogateescape"))
        found.update(item.payload)
    return found.hexdigest()
