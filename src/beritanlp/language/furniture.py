"""Page furniture: advertisements, "Baca juga" links, embeds, bylines. Marked so that later rooms skip it."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from beritanlp.lexicon import Lexicon

Range = tuple[int, int]
LONG_LINE = 100  # characters of a paragraph that is worth comparing
MOST_COPIES = 12  # later paragraphs that a line is compared with


class FurnitureFinder:
    r"""Finds page furniture by line.

    Parameters
    ----------
    lexicon
        Its ``furniture`` table.

    Examples
    --------
    >>> from beritanlp.lexicon import Lexicon
    >>> text = "Banjir surut.\nBaca juga: Banjir Demak\nWarga pulang."
    >>> [text[a:b] for a, b in FurnitureFinder(Lexicon())(text)]
    ['Baca juga: Banjir Demak']
    """

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon["furniture"]
        lines = {_normal(line) for line in table["lines"]}
        openers = sorted({_normal(o) for o in table["openers"]}, key=len, reverse=True)
        self._whole_lines = lines
        self._opener = regex.compile("|".join(map(_spaced, openers)), regex.IGNORECASE)
        # glued to the end of a paragraph: "... ujarnya.Baca juga: Judul"
        titled = "|".join(_spaced(o) for o in openers if o.endswith(":"))
        self._glued = regex.compile(rf"(?<=[.!?”\"'])\s*+(?P<furniture>{titled})", regex.IGNORECASE)
        self._embed = regex.compile("|".join(regex.escape(e) + r"[^\]\n]{0,200}\]" for e in table["embeds"]))
        initials = r"\p{L}{2,5}(?:\s?[/,-]\s?\p{L}{2,5}){0,3}"
        name = rf"\p{{Lu}}[\p{{L}}.'’-]+(?:\s\p{{Lu}}[\p{{L}}.'’-]*+){{0,{table['closing_byline_words'] - 1}}}"
        self._byline = regex.compile(rf"[\(\[](?:{initials}|{name})[\)\]]\s*+\Z")

    def __call__(self, text: str) -> list[Range]:
        """Character ranges of furniture, sorted, without overlap."""
        found: list[Range] = [(m.start(), m.end()) for m in self._embed.finditer(text)]
        start = 0
        for line in text.split("\n"):
            found.extend((start + a, start + b) for a, b in self._in_line(line))
            start += len(line) + 1
        found.extend(_doubled(text))
        byline = self._byline.search(text, max(0, len(text) - 120))
        if byline and text[: byline.start()].rstrip()[-1:] in {".", "”", '"', "!", "?", ""}:
            found.append((byline.start(), len(text.rstrip())))
        return _join(found)

    def _in_line(self, line: str) -> list[Range]:
        indent = len(line) - len(line.lstrip())
        end = len(line.rstrip())
        if end <= indent:
            return []
        if _normal(line) in self._whole_lines or self._opener.match(line, indent):
            return [(indent, end)]
        glued = self._glued.search(line)
        return [(glued.start("furniture"), end)] if glued else []


def _doubled(text: str) -> Iterator[Range]:
    """A body that a scraper took twice: first glued into one line, then in paragraphs. The glued copy is furniture."""
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append((start, line))
        start += len(line) + 1
    long_lines = [(start, line) for start, line in lines if len(line) > LONG_LINE]
    for at, (start, line) in enumerate(long_lines[:-1]):
        if len(line) < 2 * LONG_LINE:
            continue
        places = [i for i, char in enumerate(line) if not char.isspace()]
        packed = "".join(line.split())
        copies = [packed.find("".join(later.split())) for _, later in long_lines[at + 1 : at + 1 + MOST_COPIES]]
        copied = [index for index in copies if index >= 0]
        if len(copied) >= 2 or (copied and len(copies) == 1):
            yield start + places[min(copied)], start + len(line.rstrip())


def _normal(line: str) -> str:
    return " ".join(line.split()).casefold()


def _spaced(words: str) -> str:
    """Pattern of the words, with any white space between them."""
    return r"\s+".join(regex.escape(w) for w in words.split())


def _join(ranges: list[Range]) -> list[Range]:
    joined: list[Range] = []
    for start, end in sorted(ranges):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
