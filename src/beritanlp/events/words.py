"""The trigger words of the lexicon, compiled for look-up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, get_args

from beritanlp.events.forms import Voice, expand, verb_shape
from beritanlp.records import EventType

Words = frozenset[str]
_LISTS = ("next", "prev", "near", "unless_next", "unless_prev", "unless_near")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the lexicon: what its forms mean and where they count."""

    type: EventType
    key: str
    group: str
    weight: int = 2
    person: bool = False
    joins: EventType | None = None
    ace: str | None = None
    conditions: Mapping[str, Words] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Form:
    """One word or phrase that may be a trigger."""

    words: tuple[str, ...]
    entry: Entry
    voice: Voice
    capitals: bool = False


class TriggerTable:
    """All forms by their first word, longest first, and the other word lists of the subject.

    Parameters
    ----------
    table
        The tables of ``lexicon/events.toml``.
    """

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.lists: dict[str, Words] = {name: frozenset(words) for name, words in table["words"].items()}
        self.status = _lists(table["status"])
        self.roles = _lists(table["roles"])
        self.anaphora = _lists(table["anaphora"])
        self.values = table["values"]
        self.names: dict[str, EventType] = {
            word: kind for kind in get_args(EventType) for word in table["names"].get(kind, ())
        }
        self.types: dict[EventType, dict[str, Any]] = {
            kind: table[kind] for kind in get_args(EventType) if kind in table
        }
        self._forms: dict[str, list[Form]] = {}
        self._bare: list[Form] = []
        for kind, rows in self.types.items():
            for key, row in rows.get("triggers", {}).items():
                self._add_row(kind, key, row if isinstance(row, dict) else {"forms": row})
        self._add_bare()
        for forms in self._forms.values():
            forms.sort(key=lambda form: -len(form.words))

    def starting(self, word: str) -> list[Form]:
        """Forms whose first word is `word`, longest first."""
        return self._forms.get(word, [])

    def looks_verbal(self, word: str) -> bool:
        """Whether a lower-case word may be a verb, by its shape."""
        return verb_shape(word) and word not in self.status["not_verbs"]

    def named(self, name: str) -> EventType:
        """Type of a named event, by the first telling pair of words of its name, or word."""
        words = name.lower().split()
        found = (self.names.get(telling) for telling in (*map(" ".join, pairwise(words)), *words))
        return next((kind for kind in found if kind), "OTHER_NAMED")

    def _add_row(self, kind: EventType, key: str, row: Mapping[str, Any]) -> None:
        group = row.get("group") or (kind if self.types[kind].get("merge") == "type" else key)
        entry = Entry(
            type=kind,
            key=key,
            group=group,
            weight=row.get("weight", 2),
            person=row.get("person", False),
            joins=row.get("joins"),
            ace=row.get("ace"),
            conditions={name: self._list(row[name]) for name in _LISTS if name in row},
        )
        forms = [form.strip() for form in row["forms"].split(",")]
        for form in forms:
            text, voice = expand(key, form)
            if text.split()[0] in self.status["verbs"]:
                voice = "active"
            self._add(Form(tuple(text.lower().split()), entry, voice, text.isupper()))
        for suffix in ("", "kan", "i"):
            if f"me-{suffix}" in forms and f"di-{suffix}" in forms:
                self._bare.append(Form((key + suffix,), entry, "bare"))

    def _add(self, form: Form) -> None:
        """Add a form; one that another line has without conditions would never be reached."""
        known = self._forms.setdefault(form.words[0], [])
        if all(form.words != other.words or other.entry.conditions for other in known):
            known.append(form)

    def _add_bare(self) -> None:
        """Roots of verbs, as in `KPK tangkap bupati` and `sudah kami tangkap`."""
        for form in self._bare:
            if len(form.words[0]) > 3:
                self._add(form)

    def _list(self, words: str | list[str]) -> Words:
        """Words of a list; those with @ stand for a whole list."""
        given = [f"@{words.removeprefix('@')}"] if isinstance(words, str) else words
        return frozenset().union(*(self.lists[word[1:]] if word.startswith("@") else (word,) for word in given))


def _lists(table: Mapping[str, list[str]]) -> dict[str, Words]:
    return {name: frozenset(words) for name, words in table.items()}
