"""Names that are told in one breath: ``Marsh dan Menteri Pertahanan AS Tom Holden``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

import regex

from beritanlp.entities.names import NameMention


class Placed(Protocol):
    """Something with offsets."""

    @property
    def start(self) -> int:
        """First character."""

    @property
    def end(self) -> int:
        """Character after the last."""


M = TypeVar("M", bound=Placed)

# after the connector there may be a title with its body
TITLE = r"\s*+(?:(?:\p{Lu}[\p{L}\p{N}.'’()-]*+|\([\p{L}]+\)|dan|untuk|bidang|of|and)\s++){0,12}"
AND = r"(?:,? ?(?:dan|serta|&|/|maupun)(?: juga)?)"
TOGETHER = r"(?:(?:bersama|bersama-sama)(?: dengan)?|dengan)"
# "A dan B", "A serta Menteri X B": told as equals
EQUALS = regex.compile(rf"\s*+{AND}{TITLE}")
# also "A bersama dengan B"
COMPANY = regex.compile(rf"\s*+(?:{AND}|{TOGETHER}){TITLE}")
# the commas of "A, B, dan C"
LISTED = regex.compile(rf"\s*+,{TITLE}")


def find_groups(text: str, mentions: list[NameMention]) -> list[list[NameMention]]:
    """Runs of two or more names of one kind that are coordinated, in order.

    A comma alone makes no group: ``Penasihat hukum Rusdi, Togar`` names one person.

    Examples
    --------
    >>> text = "Marsh dan Menteri Pertahanan AS Tom Holden"
    >>> people = [NameMention(0, 5, "Marsh", "person", "PER"), NameMention(32, 42, "Tom Holden", "person", "PER")]
    >>> len(find_groups(text, people)[0])
    2
    """
    groups: list[list[NameMention]] = []
    for kind in ("person", "organisation", "place"):
        groups.extend(runs(text, [m for m in mentions if m.kind == kind], COMPANY))
    return sorted(groups, key=lambda group: group[0].start)


def runs(text: str, mentions: Sequence[M], link: regex.Pattern[str]) -> list[list[M]]:
    """Runs of neighbours joined by `link`, with members joined by commas before it."""
    found: list[list[M]] = []
    listed: list[M] = []  # members seen so far, joined by commas or links
    linked = 0  # how many of them the last link closes
    for mention in mentions:
        gap = (listed[-1].end, mention.start) if listed else (0, 0)
        is_link = bool(listed) and link.fullmatch(text, *gap) is not None
        if is_link or (listed and LISTED.fullmatch(text, *gap)):
            listed.append(mention)
        else:
            if linked:
                found.append(listed[:linked])
            listed, linked = [mention], 0
        if is_link:
            linked = len(listed)
    return [*found, listed[:linked]] if linked else found
