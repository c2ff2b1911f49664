"""Cues: words that say that somebody speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from beritanlp.lexicon import Lexicon

CueKind = Literal["after", "verbs", "passive", "careful", "strict", "according", "quoting"]
KINDS: tuple[CueKind, ...] = ("after", "verbs", "passive", "careful", "strict")
LONGEST = 3  # words of the longest cue
LONGEST_REPORT = 6  # words up to the cue of `Hal yang sama juga disampaikan X`


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in the text; offsets count characters, ``token`` and ``after`` are token indices.

    ``kind`` tells where the speaker stands: *after*, *passive*, *according* and *quoting* cues have it on their
    right, *verbs*, *careful* and *strict* on their left; with a clitic (``ujarnya``) it is part of the cue.
    """

    start: int
    end: int
    token: int
    after: int
    form: str
    kind: CueKind
    stance: str
    clitic: bool

    @property
    def speaker_right(self) -> bool:
        """Whether the speaker follows."""
        return self.kind in {"after", "passive", "according", "quoting"}


class CueFinder:
    """Finds cues among tokens, longest first.

    Parameters
    ----------
    lexicon
        Its ``cues`` table.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon["cues"]
        self._cues: dict[str, list[tuple[CueKind, str, bool]]] = {}
        for stance, group in table["stance"].items():
            for kind in KINDS:
                for form in group.get(kind, ()):
                    self._add(form, kind, stance)
        for form in table["prepositions"]["according"]:
            self._add(form, "according", "neutral")
        for form in table["sources"]["quoting"]:
            self._add(form, "quoting", "neutral")
        self._reports = frozenset(table["fillers"]["reports"])
        self._firsts = {form.split()[0] for form in self._cues}

    def _add(self, form: str, kind: CueKind, stance: str) -> None:
        self._cues.setdefault(form, []).append((kind, stance, False))
        if kind in {"after", "according"} and " " not in form:
            self._cues.setdefault(f"{form}nya", []).append((kind, stance, True))

    def at(self, tokens: Sequence[Token], i: int, kinds: frozenset[str] | None = None) -> Cue | None:
        """The longest cue that starts at ``tokens[i]``, of one of these kinds."""
        if tokens[i].lower_ not in self._firsts:
            return None
        for length in range(min(LONGEST, len(tokens) - i), 0, -1):
            words = tokens[i : i + length]
            form = " ".join(t.lower_ for t in words)
            readings = self._cues.get(form, ())
            if i and tokens[i - 1].is_alpha:  # `dia bilang`: its subject stands before it
                readings = sorted(readings, key=lambda reading: reading[0] != "verbs")
            for kind, stance, clitic in readings:
                if kinds is None or kind in kinds:
                    last = words[-1]
                    return Cue(words[0].idx, last.idx + len(last), words[0].i, last.i + 1, form, kind, stance, clitic)
        return None

    def passive_report(self, tokens: Sequence[Token]) -> Cue | None:
        """The cue of a sentence that tells whose the words beside it are: `Hal itu disampaikan X`."""
        opening = tokens[:LONGEST_REPORT]
        if not opening or opening[0].lower_ not in self._reports:
            return None
        return next((cue for cue in self.all(opening, frozenset({"passive"}))), None)

    def all(self, tokens: Sequence[Token], kinds: frozenset[str] | None = None) -> list[Cue]:
        """All cues among the tokens, in order, without overlap."""
        found: list[Cue] = []
        for i, token in enumerate(tokens):
            if found and token.idx < found[-1].end:
                continue
            cue = self.at(tokens, i, kinds)
            if cue is not None:
                found.append(cue)
        return found
