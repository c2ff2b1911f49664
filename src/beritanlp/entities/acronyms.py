"""Short forms an article introduces itself: ``Badan Pusat Statistik (BPS)``, ``BPS (Badan Pusat Statistik)``.

After Schwartz and Hearst (2003), with Indonesian short forms in mind, which take syllables as well as initials:
``Kementerian Keuangan (Kemenkeu)``, ``Kepala Polri (Kapolri)``.
"""

from __future__ import annotations

import regex

FEWEST = 3  # letters of a short form that leaves the first word out
SHORT_WORDS = frozenset({"dan", "of", "the", "untuk", "di", "and", "pada", "dalam", "ri"})


def is_short_form(short: str, long: str) -> bool:
    """Whether `short` can abbreviate `long`: its letters occur in order, from the first letter of a word on.

    Examples
    --------
    >>> is_short_form("BNPB", "Badan Nasional Penanggulangan Bencana")
    True
    >>> is_short_form("Kemenkeu", "Kementerian Keuangan"), is_short_form("KPK", "Kementerian Keuangan")
    (True, False)
    """
    letters = [c for c in short.casefold() if c.isalnum()]
    words = [w.casefold() for w in regex.findall(r"[\p{L}\p{N}]+", long)]
    if len(letters) < 2 or len(words) < 2 or len(letters) >= sum(map(len, words)):
        return False
    long_words = [w for w in words if w not in SHORT_WORDS]
    ways = [long_words, words]
    if len(long_words) > len(letters) >= FEWEST and short.isupper():
        ways.append(long_words[1:])  # without the type word: "Dinas Pekerjaan Umum dan Penataan Ruang (PUPR)"
    return any(_fits(letters, way) for way in ways)


def _fits(letters: list[str], words: list[str]) -> bool:
    """Whether the letters can be read off the words, each word giving a run from its first letter on."""
    # state: (letter index, word index, position in word); breadth-first over few states
    states = {0}
    for word in words:
        following = set(states)  # a word may give nothing
        for start in states:
            following.update(_read(letters, start, word))
        states = following
    return len(letters) in states and letters[0] == words[0][0]


def _read(letters: list[str], start: int, word: str) -> set[int]:
    """Letter indices reachable by taking letters from `word`, in order.

    The first letter may be skipped only where two or more others are taken: `Dalam Neg[e]ri` gives *dagri*.
    """
    if start >= len(letters):
        return set()
    at = word.find(letters[start]) + 1
    fewest = 1 if at == 1 else 2
    reached: set[int] = set()
    taken = 0
    while at > 0:
        taken += 1
        if taken >= fewest:
            reached.add(start + taken)
        if start + taken >= len(letters):
            break
        at = word.find(letters[start + taken], at) + 1
    return reached
