"""A name in the text, and how names are compared."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import regex

from beritanlp.entities.index import EntityKind

GLUED_CAPITALS = regex.compile(r"(?<=\p{Lu}{2})(?=\p{Lu}\p{Ll}{2})")  # web pages set the first word in capitals


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name in the text; offsets count characters."""

    start: int
    end: int
    text: str
    kind: EntityKind
    label: str

    @property
    def key(self) -> str:
        """The name as compared with others: case folded, one kind of apostrophe, single spaces."""
        return normal(self.text)


@lru_cache(maxsize=1 << 16)
def normal(name: str) -> str:
    """A name as compared with others.

    Examples
    --------
    >>> normal("Ma’ruf  Amin")
    "ma'ruf amin"
    """
    return " ".join(name.translate(_APOSTROPHES).casefold().split())


def spaced(name: str) -> str:
    """The name with a first word in capitals apart from the next.

    Examples
    --------
    >>> spaced("DIMASPrakoso")
    'DIMAS Prakoso'
    """
    return GLUED_CAPITALS.sub(" ", name)


_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'"})
