"""Names that are told in one breath: ``Kerry dan Menteri Pertahanan AS Ash Carter``."""

from __future__ import annotations

import regex

from beritanlp.entities.names import NameMention

# after the connector there may be a title with its body
TITLE = r"\s*+(?:(?:\p{Lu}[\p{L}\p{N}.'’()-]*+|\([\p{L}]+\)|dan|untuk|bidang|of|and)\s++){0,12}"
# "A dan B", "A, B, dan C": told as equals
EQUALS = regex.compile(rf"\s*+(?:,|dan|serta|&|maupun)(?:,? (?:dan|serta|juga))?{TITLE}")
# also "A bersama dengan B"
TOGETHER = regex.compile(rf"\s*+(?:,|dan|serta|&|maupun|(?:bersama|bersama-sama)(?: dengan)?|dengan)(?:,? (?:dan|serta|juga))?{TITLE}")


def find_groups(text: str, mentions: list[NameMention]) -> list[list[NameMention]]:
    """Runs of two or more names of one kind that are coordinated, in order.

    Examples
    --------
    >>> text = "Kerry dan Menteri Pertahanan AS Ash Carter"
    >>> people = [NameMention(0, 5, "Kerry", "person", "PER"), NameMention(32, 42, "Ash Carter", "person", "PER")]
    >>> len(find_groups(text, people)[0])
    2
    """
    groups: list[list[NameMention]] = []
    for kind in ("person", "organisation", "place"):
        run: list[NameMention] = []
        for mention in (m for m in mentions if m.kind == kind):
            if run and TOGETHER.fullmatch(text, run[-1].end, mention.start):
                run.append(mention)
            else:
                run = [mention]
                groups.append(run)
    return sorted((g for g in groups if len(g) > 1), key=lambda g: g[0].start)
