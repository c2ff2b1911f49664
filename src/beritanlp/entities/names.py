"""A name in the text, and how names are compared."""

from __future__ import annotations

from dataclasses import dataclass

from beritanlp.entities.index import EntityKind


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


def normal(name: str) -> str:
    """A name as compared with others.

    Examples
    --------
    >>> normal("Ma’ruf  Amin")
    "ma'ruf amin"
    """
    return " ".join(name.translate(_APOSTROPHES).casefold().split())


_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'"})
