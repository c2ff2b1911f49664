"""What the sentence says about a time: its tense, whether somebody speaks, whether it is a habit."""

from __future__ import annotations

from beritanlp.dates.expressions import Direction
from beritanlp.dates.grammar import Found
from beritanlp.dates.tokens import Token, Tokens
from beritanlp.dates.words import Traps

QUOTES = frozenset('"“”«»„')
_ENDS = frozenset("?!")
# How far the tense of a verb reaches, in tokens.
_REACH = 12
_ATTRIBUTION_REACH = 25


class Sentences:
    """The sentences of a text: where each begins, and what is told in it."""

    def __init__(self, tokens: Tokens, found: list[Found], traps: Traps) -> None:
        self._tokens = tokens
        self._traps = traps
        self.of = _number(tokens.items)
        self._habits = self._find_habits(found)

    def _find_habits(self, found: list[Found]) -> frozenset[int]:
        items = self._tokens.items
        habits = {self.of[item.first] for item in found if item.rule in ("every", "often")}
        for at, token in enumerate(items):
            if token.word in self._traps.generic_first and (
                token.word in self._traps.generic or _pair(items, at) in self._traps.generic
            ):
                habits.add(self.of[at])
        return frozenset(habits)

    def habit(self, found: Found) -> bool:
        """Whether the sentence tells of something that happens every day."""
        every = found.first > 0 and self._tokens.items[found.first - 1].kind == "EVERY"
        return every or self.of[found.first] in self._habits

    def distance(self, one: Found, other: Found) -> int:
        """Sentences between two expressions, 0 within one."""
        return self.of[other.first] - self.of[one.first]

    def tense(self, found: Found) -> Direction | None:
        """Whether the time is told as past or as still to come."""
        items, traps = self._tokens.items, self._traps
        if found.first and items[found.first - 1].kind == "TO":
            return self._ahead(found)
        for at in range(found.first - 1, max(found.first - 1 - _REACH, -1), -1):
            token = items[at]
            if self.of[at] != self.of[found.first] or token.word in QUOTES or token.word in traps.attribution:
                break
            if token.word in traps.relative:
                break  # "akan banding atas putusan yang dibacakan Kamis"
            if token.word in traps.future or _pair(items, at) in traps.future:
                return "future"
            if token.word in traps.past:
                return "past"
        return self._ahead(found)

    def _ahead(self, found: Found) -> Direction | None:
        """Read the tense of the verb after a time that opens the sentence, as in "Pada Kamis, tim akan"."""
        items = self._tokens.items
        opens = all(
            token.kind in ("OTHER", "COMMA") and self.of[at] != self.of[found.first]
            for at, token in enumerate(items[max(found.first - 3, 0) : found.first - 1], max(found.first - 3, 0))
        )
        if not opens:
            return None
        for at in range(found.after, min(found.after + 6, len(items))):
            token = items[at]
            if self.of[at] != self.of[found.first] or token.word in QUOTES:
                break
            if token.word in self._traps.past:
                return "past"
            if token.word in self._traps.future:
                return "future"
        return None

    def spoken(self, found: Found) -> bool:
        """Whether the time is that of an attribution: "ujarnya, Kamis (20/10/2016)"."""
        items = self._tokens.items
        for at in range(found.first - 1, max(found.first - 1 - _ATTRIBUTION_REACH, -1), -1):
            if self.of[at] != self.of[found.first]:
                break
            if items[at].word in self._traps.attribution:
                return True
        return any(
            items[at].word in self._traps.attribution
            for at in range(found.after, min(found.after + 6, len(items)))
            if self.of[at] == self.of[found.first]
        )

    def until(self, found: Found) -> bool:
        """Whether the time ends a stretch that may reach into the future."""
        return found.first > 0 and self._tokens.items[found.first - 1].kind == "TO"

    def bounds(self, found: Found) -> bool:
        """Whether the time bounds a stretch: "sejak 19 Desember 2023"."""
        return found.first > 0 and self._tokens.items[found.first - 1].word in self._traps.bounds


def _pair(items: list[Token], at: int) -> str:
    return f"{items[at].word} {items[at + 1].word}" if at + 1 < len(items) else ""


def _number(items: list[Token]) -> list[int]:
    """Count the sentences, token by token."""
    numbers, current = [], 0
    for at, token in enumerate(items):
        numbers.append(current)
        if token.kind == "BREAK" or token.word in _ENDS or (token.kind == "DOT" and _ends(items, at)):
            current += 1
    return numbers


def _ends(items: list[Token], at: int) -> bool:
    """Whether a full stop ends a sentence."""
    if at + 1 == len(items):
        return True
    following = items[at + 1]
    glued = following.start == items[at].end
    return (
        (following.upper and not glued)
        or following.word in QUOTES
        or following.kind == "BREAK"
        or (following.upper and len(following.word) > 2)
    )
